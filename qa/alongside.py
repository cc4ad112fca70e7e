"""Of two things that are compared by nothing but their names: what is told of both alike."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from index.centring import centred
from language.tags import family
from qa.answers import Answer, AnswerKind, Citation, Part
from qa.citing import Citer
from qa.naming import lacking
from qa.places.naming import MissingNameError, mentions
from qa.places.sentences import sentences_naming
from qa.reading.candidates import unjudged
from qa.reading.judge import Outcome
from qa.standing import Texts

if TYPE_CHECKING:
    from index.embedder import Embedder
    from index.passage_index import PassageIndex

# Quotes of each thing among which a pair is looked for.
LOOKED_AT = 8
# From this cosine on, with the mean of their language taken out, two sentences tell the same kind
# of thing.  Of 36 made sentences on six matters, in three languages, 15 of the 18 pairs on the same
# matter reach it and 4 of the 90 on different ones.
ALIKE = 0.5


def alongside(embedder: Embedder, parts: Sequence[Part], count: int) -> tuple[list[Part], bool]:
    """Return *parts* with what can be set side by side first, and whether there is such a pair.

    Parts of which one has no answer stay as they are: nothing is missing but that answer.

    Args:
        embedder: Tells how alike two quotes are.
        parts: Two, each with an answer to the question what is told of it.
        count: The most citations that each keeps.
    """
    if any(part.answer.kind not in ("quote", "possible") for part in parts):
        return [_kept(part, part.answer.citations, count) for part in parts], True
    first, second = (_naming(part) for part in parts)
    quotes = [*first, *second]
    if not first or not second:
        return [_kept(part, part.answer.citations, count) for part in parts], False
    rows = embedder.embed_passages([quote.text for quote in quotes])
    rows = centred(rows, [quote.language for quote in quotes], "passage", embedder)
    cosines = rows[: len(first)] @ rows[len(first) :].T
    pairs = [
        (float(cosines[i, j]) * math.sqrt(a.score * b.score), i, j)
        for i, a in enumerate(first)
        for j, b in enumerate(second)
        if cosines[i, j] >= ALIKE and a.text != b.text
    ]
    if not pairs:
        return [_kept(part, part.answer.citations, count) for part in parts], False
    _, i, j = max(pairs)
    return [_led(parts[0], first[i], count), _led(parts[1], second[j], count)], True


def sentences_that_name(
    name: str, index: PassageIndex, texts: Texts | None, citer: Citer, speaks: str
) -> tuple[Citation, ...]:
    """Return sentences that have *name* or another name of its thing, in *speaks* first.

    Args:
        name: A thing that is compared.
        index: Of the documents.
        texts: The same word for word; without them there are none.
        citer: Replays each, and leaves out what is not asked.
        speaks: The user's language, BCP 47.
    """
    try:
        listing = mentions(texts, name, citer.among) if texts else None
    except MissingNameError:
        return ()
    places = islice(sentences_naming(listing, index), LOOKED_AT**2) if listing else ()
    own_first = sorted(
        places, key=lambda each: family(each.record.passage.language) != family(speaks)
    )
    chosen = [unjudged(each.record, each.sentence) for each in own_first]
    return tuple(cited for _, cited in citer.cited(chosen, LOOKED_AT))


def told_of(part: Part, naming: Callable[[str], tuple[Citation, ...]]) -> Part:
    """Return *part*, of which only the name is asked, with whole sentences for its quotes.

    Where none answers, those that name it are possible ones: it may be called otherwise there.

    Args:
        part: Of a question that compares things by name.
        naming: Cites sentences that have a name, or another that its thing is known by.
    """
    answer = part.answer
    quotes = () if answer.declined else _telling(part)
    kind = _kind(answer, quotes[0]) if quotes else "possible"
    if not quotes:
        limits = answer.explanation.limits if answer.explanation else None
        likely = round(limits.possible, 4) if limits else 0.0
        quotes = tuple(replace(one, score=likely) for one in naming(part.label))
    if not quotes:
        return part
    whole = tuple(replace(one, highlight=None, stance=None) for one in quotes)
    told = replace(answer, kind=kind, confidence=whole[0].score, answer=whole[0].text, said=None)
    return replace(part, answer=replace(told, citations=whole, nearest=(), values=()))


def _telling(part: Part) -> tuple[Citation, ...]:
    """Return the quotes of *part* that name its thing, as far as it is known what it is called."""
    label, language = part.label, part.answer.language
    return tuple(
        quote
        for quote in part.answer.citations
        if not lacking(label, language, quote.text, quote.language)
    )


def _naming(part: Part) -> list[Citation]:
    """Return the quotes of *part* that may answer and name what it is asked of."""
    limits = part.answer.explanation.limits if part.answer.explanation else None
    return [
        quote
        for quote in _telling(part)
        if limits is None or limits.outcome(quote.score) is not Outcome.NOTHING
    ]


def _kept(part: Part, citations: Sequence[Citation], count: int) -> Part:
    return replace(part, answer=replace(part.answer, citations=tuple(citations[:count])))


def _led(part: Part, quote: Citation, count: int) -> Part:
    """Return *part* with *quote* first; whether others agree was said of another quote."""
    answer = part.answer
    if quote is answer.citations[0]:
        return _kept(part, answer.citations, count)
    rest = [one for one in answer.citations if one is not quote]
    citations = tuple(replace(one, stance=None) for one in (quote, *rest))
    led = replace(
        answer,
        kind=_kind(answer, quote),
        confidence=quote.score,
        answer=quote.text,
        said=None,
        citations=citations[:count],
    )
    return replace(part, answer=led)


def _kind(answer: Answer, quote: Citation) -> AnswerKind:
    limits = answer.explanation.limits if answer.explanation else None
    sure = limits is None or limits.outcome(quote.score) is Outcome.ANSWER
    return "quote" if sure else "possible"
