"""One answer of several quotes: the items of a list; to each part of a question its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from language.phrases import phrase
from qa.answers import Answer, Part
from qa.citing import Citer
from qa.lists.listed import Listing
from qa.reading.candidates import Candidate


def together(
    question: str, understood: str, language: str, parts: Sequence[Part], seconds: float
) -> Answer:
    """Return the answer to *question*, which asks all *parts*; a decline where all decline.

    It is as sure as the least sure of the parts that have an answer; it cites the first quote of
    each, so that who looks at the citations only sees what answers.

    Args:
        question: As it was asked.
        understood: As it was understood.
        language: What the program speaks.
        parts: In the order in which they were asked; at least one.
        seconds: That it all took.
    """
    answers = [part.answer for part in parts]
    told = [answer for answer in answers if not answer.declined]
    likely = [answer.confidence for answer in told]
    nearest = [cited for answer in answers for cited in answer.nearest[:1]]
    return Answer(
        question=question,
        understood=understood,
        language=language,
        kind="parts" if told else "declined",
        confidence=min(likely) if told else max(answer.confidence for answer in answers),
        answer="\n".join(answer.answer or "" for answer in told) or None,
        said=None,
        citations=tuple(answer.citations[0] for answer in told),
        nearest=() if told else tuple(dict.fromkeys(nearest)),
        generation=answers[0].generation,
        seconds=round(seconds, 3),
        parts=tuple(replace(one, answer=replace(one.answer, nearest=())) for one in parts)
        if told
        else (),
    )


def as_list(answer: Answer, candidate: Candidate, listing: Listing, citer: Citer) -> Answer:
    """Return *answer* with the items of a list for its citations, or as it is.

    Items of a row are cited after the sentence that they stand in.  It stays as it is where fewer
    than two items are borne out by their source, unless one is all of it, and where it is only a
    possible one and the list has not as many items as are announced.

    Args:
        answer: The normal answer to the question.
        candidate: The sentence by which the list was found.
        listing: The list.
        citer: Replays each item.
    """
    cited = [citer.item(candidate, item) for item in listing.items]
    items = tuple(citation for citation in cited if citation)
    unsure = answer.kind == "possible" and len(items) != listing.announced
    held = any(told.holds(item) for told in answer.citations[:1] for item in items)
    alone = listing.counts or (listing.lone and not (answer.answered and held))
    if len(items) < (1 if alone else 2) or (unsure and not listing.certain):
        return answer
    whole = [citation for _, citation in citer.cited([candidate], 1)]
    sentence = tuple(one for one in whole if all(one.holds(item) for item in items))
    return replace(
        answer,
        kind="list",
        answer="\n".join(quote.text for quote in sentence or items),
        said=None,
        citations=(*sentence, *items),
        nearest=(),
        confidence=items[0].score,
        announced=listing.announced,
        reply=_told(listing, answer.language),
    )


def _told(listing: Listing, speaks: str) -> str | None:
    """Return how many rows there are, as counted by the program, or that no total is stated."""
    if listing.summed:
        return phrase("no_total", speaks)
    return phrase("rows_counted", speaks, count=listing.announced or 0) if listing.counts else None
