"""Who says what: the values that sources state in answer to one question, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from language.tags import family
from language.terms import lacks, question_terms
from language.values.agreement import same
from language.values.stated import Stated, stated
from qa.answers import Citation, Valued
from qa.counted import counts_alike
from qa.policy import CONTEXT, SPEAKS_OF, Cited, as_likely, on_the_matter
from qa.reading.candidates import Candidate
from qa.reading.judge import SENTENCE_FEATURES

EDITION = SENTENCE_FEATURES.index("edition")
# So many quotes are looked at, if not more are cited.
SET_SIDE = 8
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
    leading = _asked_for(answer, question, language)
    if leading is None:
        return ()
    cited = more()
    if _other_edition(cited[0]):
        return ()
    groups: list[tuple[Stated, list[tuple[Stated, Citation]]]] = [(leading, [])]
    for each in cited:
        told = leading if each is cited[0] else _beside(leading, cited[0], each, question, language)
        if told is None:
            continue
        agreeing = [group for known, group in groups if same(known.value, told.value)]
        if agreeing:
            agreeing[0].append((told, each[1]))
        elif all(same(known.value, told.value) is False for known, _ in groups):
            groups.append((told, [(told, each[1])]))
    if len(groups) < 2:
        return ()
    return tuple(sorted((_valued(group) for _, group in groups), key=_newest, reverse=True))


def _asked_for(citation: Citation, question: str, language: str) -> Stated | None:
    """Return the one value of the answering words, or the one whose noun the question has."""
    inside = _inside(citation)
    if len(inside) < 2 or family(citation.language) != family(language):
        return inside[0] if len(inside) == 1 else None
    terms = frozenset(question_terms(question, language))
    named = [each for each in inside if not terms.isdisjoint(each.around)]
    return named[0] if len(named) == 1 else None


def _beside(
    leading: Stated, first: Cited, other: Cited, question: str, language: str
) -> Stated | None:
    """Return what *other* states of the same matter as *leading*, which *first* states."""
    citation = other[1]
    if not as_likely(first[0], other[0]) or _other_edition(other):
        return None
    here = first[1].text, leading.span, first[1].language
    alike = [
        each
        for each in _inside(citation)
        if same(leading.value, each.value) is not None
        and counts_alike(*here, (citation.text, each.span, citation.language))
    ]
    if len(alike) != 1 or not _same_matter(first, other, question, language):
        return None
    return alike[0]


def _other_edition(cited: Cited) -> bool:
    """Tell whether a quote names only another edition than the one that is asked about."""
    return cited[0].features[EDITION] < 0


def _same_matter(first: Cited, other: Cited, question: str, language: str) -> bool:
    """Tell whether *other* has all words of the question that *first* has."""
    ours, theirs = (each[0].features[CONTEXT] for each in (first, other))
    if family(first[1].language) != family(other[1].language):
        return theirs >= SPEAKS_OF and on_the_matter(first[0], other[0], language)
    if family(first[1].language) != family(language):
        return theirs >= ours  # the question has other words
    return not lacks(question, _up_to(first[0]), _up_to(other[0]), language)


def _up_to(candidate: Candidate) -> str:
    """Return the title and the passage up to the end of the sentence."""
    passage = candidate.hit.record.passage
    return f"{passage.title}\n{passage.text[: candidate.span[1]]}"


def _inside(citation: Citation) -> list[Stated]:
    """Return the values in the answering words."""
    start, end = citation.answering
    values = stated(citation.text, citation.language)
    return [each for each in values if each.span[0] < end and start < each.span[1]]


def _valued(group: Sequence[tuple[Stated, Citation]]) -> Valued:
    dated = sorted(group, key=lambda pair: pair[1].date or "", reverse=True)
    told, first = dated[0]
    return Valued(_worded(told, first), tuple(citation for _, citation in dated))


def _worded(told: Stated, citation: Citation) -> str:
    """Return a value as the answering words have it, with what is counted, where that is short."""
    start, end = citation.answering
    alone = len(_inside(citation)) == 1 and start <= told.span[0] and told.span[1] <= end
    span = (start, end) if alone and end - start <= WORDED else told.span
    return citation.text[slice(*span)]


def _newest(valued: Valued) -> str:
    """Return the date of the newest source; what has none comes last."""
    return max(each.date or "" for each in valued.citations)
