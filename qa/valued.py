"""Who says what: the values that sources state in answer to one question, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from language.tags import family
from language.terms import lacks
from qa.answers import Citation, Valued
from qa.claims import Claim, agree, claimed, inside_of
from qa.counted import counts_alike
from qa.naming import named
from qa.policy import (
    CONTEXT,
    SPEAKS_OF,
    Cited,
    as_likely,
    of_one_name,
    on_the_matter,
    one_source,
)
from qa.qualified import Saying, distinct
from qa.reading.candidates import Candidate
from qa.reading.judge import SENTENCE_FEATURES

EDITION = SENTENCE_FEATURES.index("edition")
# So many quotes are looked at, if not more are cited.
SET_SIDE = 8
# Of a question without a name two languages share so many words, or are not set side by side.
SURE_OF = 0.9
WORDED = 30  # characters of answering words that stand for the value in them


def side_by_side(
    answer: Citation, more: Callable[[], Sequence[Cited]], question: str, language: str
) -> tuple[Valued, ...]:
    """Return the values that sources state of what is asked, the newest first.

    Quotes that agree are one group.  Nothing where all agree, or the first states no one value.

    Args:
        answer: The first quote.
        more: Cites all that is looked at, that quote first; called only where it states a value.
        question: As it was understood.
        language: Of the question.
    """
    leading = claimed(answer, question, language)
    if leading is None:
        return ()
    cited = more()
    if _other_edition(cited[0]):
        return ()
    groups: list[tuple[Claim, list[tuple[Claim, Citation]]]] = [(leading, [])]
    for each in cited:
        told = leading if each is cited[0] else _beside(leading, cited[0], each, question, language)
        if told is None:
            continue
        agreeing = [group for known, group in groups if agree(known, told)]
        if agreeing:
            agreeing[0].append((told, each[1]))
        elif all(agree(known, told) is False for known, _ in groups):
            groups.append((told, [(told, each[1])]))
    if len(groups) < 2:
        return ()
    return tuple(sorted((_valued(group) for _, group in groups), key=_newest, reverse=True))


def _beside(
    leading: Claim, first: Cited, other: Cited, question: str, language: str
) -> Claim | None:
    """Return what *other* states of the same matter as *leading*, which *first* states."""
    citation = other[1]
    if not as_likely(first[0], other[0]) or _other_edition(other):
        return None
    here = first[1].text, leading.span, first[1].language
    alike = [
        each
        for each in inside_of(citation, question if leading.value is None else "")
        if agree(leading, each) is not None
        and counts_alike(*here, (citation.text, each.span, citation.language))
    ]
    if len(alike) != 1 or not _same_matter(first, other, question, language):
        return None
    sayings = Saying(*here), Saying(citation.text, alike[0].span, citation.language)
    return None if distinct(*sayings, question, language) else alike[0]


def _other_edition(cited: Cited) -> bool:
    """Tell whether a quote names only another edition than the one that is asked about."""
    return cited[0].features[EDITION] < 0


def _same_matter(first: Cited, other: Cited, question: str, language: str) -> bool:
    """Tell whether *other* has all words of the question that *first* has.

    Where the two are of one source, what it names stands in both sentences: a text that states two
    values of one thing says so each time.
    """
    ours, theirs = (each[0].features[CONTEXT] for each in (first, other))
    spoken, told = first[1].language, other[1].language
    if one_source(first, other):
        return _restated(first[0], other[0], question, language)
    if family(spoken) != family(told):
        on_it = theirs >= SPEAKS_OF and on_the_matter(first[0], other[0], language)
        return on_it and of_one_name(first[0], other[0], question, language, SURE_OF)
    if family(spoken) != family(language):
        return theirs >= ours  # the question has other words
    return not lacks(question, _up_to(first[0]), _up_to(other[0]), language)


def _restated(first: Candidate, other: Candidate, question: str, language: str) -> bool:
    """Tell whether two sentences of one source each name what is asked about, and all of it."""
    both = first, other
    if first.hit.record.number == other.hit.record.number:
        return False
    if not all(family(each.language) == family(language) for each in both):
        return False
    names = [named(question, language, each.text, each.language) for each in both]
    if not all(each and all(each) for each in names):
        return False
    return not any(lacks(question, question, each.text, language) for each in both)


def _up_to(candidate: Candidate) -> str:
    """Return the title and the passage up to the end of the sentence."""
    passage = candidate.hit.record.passage
    return f"{passage.title}\n{passage.text[: candidate.span[1]]}"


def _valued(group: Sequence[tuple[Claim, Citation]]) -> Valued:
    dated = sorted(group, key=lambda pair: pair[1].date or "", reverse=True)
    told, first = dated[0]
    return Valued(_worded(told, first), tuple(citation for _, citation in dated))


def _worded(told: Claim, citation: Citation) -> str:
    """Return a value as the answering words have it, with what is counted, where that is short."""
    start, end = citation.answering
    alone = len(inside_of(citation)) == 1 and start <= told.span[0] and told.span[1] <= end
    span = (start, end) if alone and end - start <= WORDED else told.span
    return citation.text[slice(*span)]


def _newest(valued: Valued) -> str:
    """Return the date of the newest source; what has none comes last."""
    return max(each.date or "" for each in valued.citations)
