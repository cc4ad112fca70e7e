"""In which order evidence leads, whether it answers, and whether sources agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from language.markers import is_marker
from language.rules import Kind
from language.tags import family
from language.values.agreement import same
from language.values.parsing import parse
from language.values.saying import say
from language.values.scan import value_at, values_in
from language.values.value import Century, Date, DateRange, Decade, Name, NameKind, Value
from qa.answers import AnswerKind, Citation, Stance, Verdict
from qa.counted import counts_alike
from qa.naming import named
from qa.qualified import Saying, distinct
from qa.reading.candidates import Candidate, Reading
from qa.reading.judge import SENTENCE_FEATURES, Outcome

# Evidence in the user's language leads unless the other is that much likelier.
OWN_LANGUAGE, OWN_SCRIPT = 0.5, 0.95
# Another source contradicts the first only if it is about as likely to answer the question, and
# speaks of all that it asks about: the first forum had other guests than the second.  A text does
# not contradict itself: where it states several values, they are of several things.
AS_LIKELY = 0.6
# Shares of words in two languages are not comparable.  Two such sources speak of the same matter
# only if each has at least this share of what is asked about, or is an answer in another language
# than the question's: one that merely mentions a fine does not contradict a law on fines.
SPEAKS_OF = 0.5
# Of the names that are asked about no more is lacking: Isle Morvan is l'île Morvan.
HALF = 0.5
Cited = tuple[Candidate, Citation]
CONTEXT, FIGURES, FORM, NAMES = (
    SENTENCE_FEATURES.index(name) for name in ("context", "figures", "form", "names")
)
# Parts of a file that are sources of their own.
RECORDS = frozenset({"record", "line", "chapter", "sheet"})


def likeliest(candidates: Sequence[Candidate]) -> Candidate:
    """Return the best of *candidates*: one that answers before any that only may."""
    return max(candidates, key=lambda one: (one.outcome, one.score))


def own_language_first(candidates: list[Candidate], language: str) -> list[Candidate]:
    """Put the best first, or evidence in the user's language where that is as good.

    It is if it answers too, or may answer too, and is not much less likely than the best of all.
    Of two that are about as likely, that in the script that the user writes.
    """
    if not candidates:
        return []
    best = likeliest(candidates)
    own = [one for one in candidates if family(one.language) == family(language)]
    as_good = own and own[0].outcome is best.outcome is not Outcome.NOTHING
    if as_good and own[0].score >= OWN_LANGUAGE * best.score:
        written = [one for one in own if one.language == language]
        same = written and written[0].outcome is own[0].outcome
        if same and written[0].score >= OWN_SCRIPT * own[0].score:
            own = [written[0], *(one for one in own if one is not written[0])]
        return own + [one for one in candidates if family(one.language) != family(language)]
    return [best, *(one for one in candidates if one is not best)]


def worth_citing(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out what says nothing, and what is good for nothing where the first only may answer.

    Beside an answer it may say what else is known; beside a possible one it is noise.
    """
    candidates = candidates[:1] + [one for one in candidates[1:] if not is_marker(one.text)]
    if not candidates or candidates[0].outcome is not Outcome.POSSIBLE:
        return candidates
    return [one for one in candidates if one.outcome is not Outcome.NOTHING]


def form_before_others(candidates: list[Candidate]) -> list[Candidate]:
    """Let what has the form that is asked for follow the first, and what lacks it come last.

    Sources that state the same date or number stand together, whatever their languages.
    """
    return candidates[:1] + sorted(candidates[1:], key=lambda one: one.features[FORM] < 0)


def with_stances(
    cited: Sequence[Cited], kind: AnswerKind, asked_in: str, question: str = ""
) -> tuple[Citation, ...]:
    """Return the citations with what each that states a value says of the first one's.

    Where the first does not answer, it is nothing to agree with or to contradict.

    Args:
        cited: What is cited, the first one first.
        kind: What the answer is.
        asked_in: The language of the question.
        question: As it was understood; without it less tells that two things are meant.
    """
    if not cited or kind != "quote":
        return tuple(citation for _, citation in cited)
    first = cited[0][1]
    rest = [
        replace(citation, stance=_stance(cited[0], (candidate, citation), asked_in, question))
        for candidate, citation in cited[1:]
    ]
    return (first, *rest)


def _stance(leading: Cited, other: Cited, asked_in: str, question: str) -> Stance | None:
    ours, theirs = stated(leading[1]), stated(other[1])
    if ours is None or theirs is None:
        return None
    agrees = same(ours, theirs)
    if agrees is None or agrees:
        return "agrees" if agrees else None
    first, second = (
        Saying(each.text, each.answering, each.language) for _, each in (leading, other)
    )
    if distinct(first, second, question, asked_in):
        return None
    across = family(first.language) != family(second.language)
    if across and not of_one_name(leading[0], other[0], question, asked_in):
        return None
    return "differs" if comparable(leading, other, asked_in) else None


def comparable(leading: Cited, other: Cited, asked_in: str) -> bool:
    """Tell whether what *other* states may contradict what *leading* answers.

    It is about as likely to answer, speaks of as much of the question, is from another source, and
    counts the same.
    """
    if one_source(leading, other) or not as_likely(leading[0], other[0]):
        return False
    if not on_the_matter(leading[0], other[0], asked_in):
        return False
    first, second = ((each.text, each.answering, each.language) for _, each in (leading, other))
    return counts_alike(*first, second)


def as_likely(ours: Candidate, theirs: Candidate) -> bool:
    """Tell whether *theirs* answers about as likely what is asked."""
    likely = theirs.score >= AS_LIKELY * ours.score
    as_much = theirs.features[FIGURES] >= ours.features[FIGURES]
    return likely and as_much


def on_the_matter(leading: Candidate, candidate: Candidate, asked_in: str) -> bool:
    """Tell whether *candidate* speaks of what *leading* answers: of as much of the question."""
    ours, theirs = leading.features[CONTEXT], candidate.features[CONTEXT]
    if family(leading.language) == family(candidate.language):
        return theirs >= ours
    return all(
        source.features[CONTEXT] >= SPEAKS_OF
        or (source.outcome is Outcome.ANSWER and family(source.language) != family(asked_in))
        for source in (leading, candidate)
    )


def of_one_name(
    ours: Candidate, theirs: Candidate, question: str, language: str, sure: float = 0.0
) -> bool:
    """Tell whether sources in two languages are of one thing: each names it.

    Where the question has no name, each has of its words the share that is *sure*.
    """
    for each in (ours, theirs):
        passage = each.hit.record.passage
        around = f"{passage.title}\n{passage.text[: each.span[1]]}"
        names = named(question, language, around, passage.language)
        if not any(names) and each.features[CONTEXT] < sure:
            return False
        if each.features[NAMES] > HALF or None in names:
            return False
    return True


def one_source(ours: Cited, theirs: Cited) -> bool:
    """Tell whether two quotes are of one post, article, sheet or document."""
    return _source(ours) == _source(theirs)


def _source(cited: Cited) -> tuple[str, ...]:
    """Return what tells a post, an article or a document from others."""
    candidate, citation = cited
    part = citation.part if citation.part and citation.part[0] in RECORDS else ()
    title = candidate.hit.record.passage.title
    return citation.document, title, citation.date or "", *part


def stated(citation: Citation) -> Value | None:
    """Return the value that the answering words state, with its unit, if they state just one."""
    if citation.highlight is None:
        return None
    text, tag = citation.text, citation.language
    start, end = citation.highlight
    # "on 14 May 2017 in Beijing" is not a value, and states one.
    inside = [span for span, _ in values_in(text, tag) if start <= span[0] and span[1] <= end]
    return value_at(text, inside[0] if len(inside) == 1 else citation.highlight, tag)


def converted(
    citation: Citation, language: str, kinds: frozenset[Kind] = frozenset()
) -> str | None:
    """Return the stated value in the user's *language*, where the quote is in another one.

    None where the quote states others of its kind: between languages few words tell which of them
    answers, and a wrong one would stand alone in large type.  None where something else is asked.

    Args:
        citation: What is shown.
        language: The user's.
        kinds: What the question may ask for; none where that is not known.
    """
    if family(citation.language) == family(language):
        return None
    value = stated(citation)
    if value is None or not _asked_for(value, kinds, citation):
        return None
    return None if _others(citation, value) else say(value, language)


def _asked_for(value: Value, kinds: frozenset[Kind], citation: Citation) -> bool:
    """Tell whether *value* alone may answer: a country is no reason, a year is no list."""
    if kinds & {Kind.LIST, Kind.YES_NO}:
        return False
    if isinstance(value, Name):
        nation = value.kind is NameKind.TERRITORY
        return Kind.PLACE in kinds if nation else not kinds and _only_a_value(citation)
    kind = Kind.DATE if isinstance(value, Date | DateRange | Decade | Century) else Kind.NUMBER
    return kind in kinds or (not kinds and _only_a_value(citation))


def _only_a_value(citation: Citation) -> bool:
    """Tell whether the answering words are a value and nothing else."""
    return parse(citation.text[slice(*citation.answering)], citation.language) is not None


def _others(citation: Citation, value: Value) -> bool:
    """Tell whether the quote states another value that *value* could be taken for."""
    text, tag = citation.text, citation.language
    values = [value_at(text, span, tag) for span, _ in values_in(text, tag)]
    return any(other is not None and same(value, other) is False for other in values)


def verdict(reading: Reading, leading: Candidate | None, cited: Candidate | None) -> Verdict:
    """Return why the program answers, possibly answers or declines.

    Args:
        reading: All that was found.
        leading: The candidate that should be cited first.
        cited: The one that is: the first whose source bears it out.
    """
    if leading is None:
        return Verdict.NOT_FOUND
    if leading.outcome is Outcome.NOTHING:
        return Verdict.UNLIKELY
    if cited is None or cited.outcome is Outcome.NOTHING:
        return Verdict.NOT_REPLAYED
    if cited.outcome is Outcome.POSSIBLE:
        return Verdict.POSSIBLE
    return Verdict.ANSWERED if leading is likeliest(reading.candidates) else Verdict.OWN_LANGUAGE
