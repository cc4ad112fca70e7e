"""Who states which value: whether sources agree, and where not, all their values side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from language.spans import Span
from language.tags import family
from language.values.agreement import same
from language.values.scan import values_in, worded_at
from language.values.value import Value
from qa.answers import AnswerKind, Citation, Stance, StatedValue
from qa.reading.candidates import Candidate
from qa.reading.judge import SENTENCE_FEATURES, Outcome

# Another source contradicts the first only if it is about as likely to answer the question, and
# speaks of all that it asks about: the first forum had other guests than the second.  A text does
# not contradict itself: where it states several values, they are of several things.
AS_LIKELY = 0.6
# Shares of words in two languages are not comparable.  Two such sources speak of the same matter
# only if each has at least this share of what is asked about, or is an answer in another language
# than the question's: one that merely mentions a fine does not contradict a law on fines.
SPEAKS_OF = 0.5
CONTEXT, FIGURES = (SENTENCE_FEATURES.index(name) for name in ("context", "figures"))

Cited = tuple[Candidate, Citation]


@dataclass(frozen=True, slots=True)
class _Worded:
    """A citation with the one value that its answering words state."""

    value: Value
    words: str  # all that state it, in reading view
    citation: Citation


def with_stances(cited: Sequence[Cited], kind: AnswerKind, asked_in: str) -> tuple[Citation, ...]:
    """Return the citations with what each that states a value says of the first one's.

    Where the first does not answer, it is nothing to agree with or to contradict.

    Args:
        cited: What is cited, the first one first.
        kind: What the answer is.
        asked_in: The language of the question.
    """
    if not cited or kind != "quote":
        return tuple(citation for _, citation in cited)
    first, *rest = cited
    return (first[1], *(replace(one[1], stance=_stance(first, one, asked_in)) for one in rest))


def side_by_side(
    cited: Sequence[Cited],
    candidates: Sequence[Candidate],
    kind: AnswerKind,
    asked_in: str,
    cite: Callable[[Candidate], Citation | None],
) -> tuple[StatedValue, ...]:
    """Return the values that sources state on what is asked, if they state different ones.

    The newest first, those without a date last.  Of each source only the likeliest sentence
    counts: what else it states is of other things.

    Args:
        cited: What is cited, the first one first, as :func:`with_stances` got it.
        candidates: All that was read, the best first.
        kind: What the answer is; only a quote has something beside it.
        asked_in: The language of the question.
        cite: Gives the citation of a candidate, or None if its source does not bear it out.
    """
    if not cited or kind != "quote" or stated(cited[0][1]) is None:
        return ()
    groups: list[list[_Worded]] = []
    stances = set()
    for stance, worded in _comparable(cited, candidates, asked_in, cite):
        stances.add(stance)
        group = next((group for group in groups if same(group[0].value, worded.value)), None)
        if group is None:
            groups.append([worded])
        else:
            group.append(worded)
    if "differs" not in stances:
        return ()
    dated = [sorted(group, key=_date, reverse=True) for group in groups]
    dated.sort(key=lambda group: _date(group[0]), reverse=True)
    return tuple(
        StatedValue(group[0].words, tuple(worded.citation for worded in group)) for group in dated
    )


def _comparable(
    cited: Sequence[Cited],
    candidates: Sequence[Candidate],
    asked_in: str,
    cite: Callable[[Candidate], Citation | None],
) -> Iterator[tuple[Stance | None, _Worded]]:
    """Yield what the first and each other source states on the same matter, with its stance."""
    first = cited[0]
    known = {id(candidate): citation for candidate, citation in cited}
    sources = set()
    for candidate in (first[0], *candidates):
        if _source(candidate) in sources:
            continue
        sources.add(_source(candidate))
        leads = candidate is first[0]
        if not leads and not _comparably_likely(first[0], candidate, asked_in):
            continue
        citation = known.get(id(candidate)) or cite(candidate)
        worded = _worded(citation) if citation else None
        stance = None if leads or not citation else _stance(first, (candidate, citation), asked_in)
        if worded and (leads or stance):
            yield stance, replace(worded, citation=replace(worded.citation, stance=stance))


def _stance(first: Cited, other: Cited, asked_in: str) -> Stance | None:
    ours, theirs = stated(first[1]), stated(other[1])
    agrees = None if ours is None or theirs is None else same(ours, theirs)
    if agrees is None or agrees:
        return "agrees" if agrees else None
    elsewhere = _source(first[0]) != _source(other[0])
    return "differs" if elsewhere and _comparably_likely(first[0], other[0], asked_in) else None


def _comparably_likely(leading: Candidate, candidate: Candidate, asked_in: str) -> bool:
    """Tell whether *candidate* is about as likely, on the same matter and of the same figures."""
    as_likely = candidate.score >= AS_LIKELY * leading.score
    figures = candidate.features[FIGURES] >= leading.features[FIGURES]
    return as_likely and figures and _on_the_matter(leading, candidate, asked_in)


def _on_the_matter(leading: Candidate, candidate: Candidate, asked_in: str) -> bool:
    """Tell whether *candidate* speaks of what *leading* answers: of as much of the question."""
    ours, theirs = leading.features[CONTEXT], candidate.features[CONTEXT]
    if family(leading.language) == family(candidate.language):
        return theirs >= ours
    return all(
        source.features[CONTEXT] >= SPEAKS_OF
        or (source.outcome is Outcome.ANSWER and family(source.language) != family(asked_in))
        for source in (leading, candidate)
    )


def _source(candidate: Candidate) -> tuple[str, str]:
    """Return what tells a post, an article or a document from others."""
    record = candidate.hit.record
    return record.document.path, record.passage.title


def _date(worded: _Worded) -> str:
    return worded.citation.date or ""


def stated(citation: Citation) -> Value | None:
    """Return the value that the answering words state, with its unit, if they state just one."""
    worded = _stated(citation)
    return worded[1] if worded else None


def _worded(citation: Citation) -> _Worded | None:
    worded = _stated(citation)
    return _Worded(worded[1], citation.text[slice(*worded[0])], citation) if worded else None


def _stated(citation: Citation) -> tuple[Span, Value] | None:
    if citation.highlight is None:
        return None
    text, tag = citation.text, citation.language
    start, end = citation.highlight
    # "on 14 May 2017 in Beijing" is not a value, and states one.
    inside = [span for span, _ in values_in(text, tag) if start <= span[0] and span[1] <= end]
    return worded_at(text, inside[0] if len(inside) == 1 else citation.highlight, tag)
