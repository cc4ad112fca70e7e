"""Which of several parallel clauses of a sentence has the condition that the question names.

"Less than a year, one month; three years or more, six months": whoever asks about three years is
answered by the second.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import regex

from language.asking import holds
from language.languages import KNOWN
from language.rules import Kind
from language.spans import Span
from language.tags import family
from language.terms import term_set
from language.values.scan import values_in
from language.values.value import Quantity, QuantityRange, Value
from qa.question import Question
from qa.reading.dated import with_act
from qa.reading.reduced import asks_price, is_reduced, meeting_condition

BORDER = regex.compile(r"[;；]")
# Where clauses may part in a sentence without these; inside a figure a comma parts nothing.
JOINS = "|".join(one.asking.joins for one in KNOWN.values())
LESSER = regex.compile(rf",\s|[，,](?=[\p{{Han}}\d])(?<!\d,)|\s(?={JOINS})", regex.IGNORECASE)
# What is compared: words, figures, characters of Chinese.
TOKEN = regex.compile(r"\p{Han}|[[\p{L}\p{M}\p{N}]--\p{Han}]+", flags=regex.V1)
# Kinds of which parallel clauses each state one.
STATED = (Kind.DATE, Kind.NUMBER)

Fit = tuple[int, int, float]


def fitting(question: Question, text: str, within: Span, language: str) -> Span:
    """Return the clause of a sentence that names the question's condition, or the whole sentence.

    Only of clauses that are parallel: they state values of the same sort as the condition, or each
    an answer of the kind that is asked for; whether something is so is said by the clause about it.
    It must fit better than every other, and state what is asked for if that is a date or a number.

    Args:
        question: What is asked.
        text: Of a passage.
        within: The sentence, from and to which of its characters.
        language: Of the passage.
    """
    clauses = clauses_of(text, within)
    lesser = len(clauses) < 2
    if lesser:
        clauses = clauses_of(text, within, LESSER)
    texts = [text[slice(*clause)] for clause in clauses]
    told = _told_apart(question, texts, language, lesser=lesser)
    if told is not None:
        return clauses[told]
    alike = not lesser or question.kind is Kind.YES_NO or _alike(question, texts, language)
    if len(clauses) < 2 or not alike or not _parallel(question, texts, language):
        return within
    fits = [_fit(question, clause, language) for clause in texts]
    best = max(fits)
    at = fits.index(best)
    fitted = best[0] or (best[1] and question.kind in (*STATED, Kind.YES_NO))
    alone = fits.count(best) == 1 and _states(question, texts[at], language)
    return clauses[at] if fitted and alone else within


def _told_apart(
    question: Question, clauses: list[str], language: str, *, lesser: bool
) -> int | None:
    """Return which of *clauses* has the condition, the source or the act that is asked about."""
    conditional = meeting_condition(question, clauses, language) if len(clauses) > 1 else None
    if conditional is not None:
        return conditional
    sourced = _of_source(question, clauses, language) if not lesser else None
    return sourced if sourced is not None else with_act(question, clauses, language)


def _of_source(question: Question, clauses: list[str], language: str) -> int | None:
    """Return which of *clauses* states what is asked as the one says whom *question* names.

    "According to the insurer" asks for the clause that has the insurer, if all state numbers.
    """
    known = KNOWN.get(family(question.language))
    sources = known.asking.sources if known else ""
    match = regex.search(sources, question.text, regex.IGNORECASE) if sources else None
    if match is None or family(language) != family(question.language):
        return None
    asked = term_set(match["source"], question.language)
    have = [not asked.isdisjoint(term_set(clause, language)) for clause in clauses]
    stating = all(_states(question, clause, language) for clause in clauses)
    return have.index(True) if have.count(True) == 1 and stating else None


def clauses_of(text: str, within: Span, border: regex.Pattern[str] = BORDER) -> list[Span]:
    """Return what semicolons, or another *border*, part in a stretch of *text*."""
    ends = [match.end() for match in border.finditer(text, *within)]
    cuts = sorted({within[0], *ends, within[1]})
    return [span for span in pairwise(cuts) if TOKEN.search(text, *span)]


def _alike(question: Question, clauses: list[str], language: str) -> bool:
    """Tell whether all *clauses* that state values state one of the same sort: each a price.

    Half of a price is one too.
    """
    if asks_price(question.text) and any(map(is_reduced, clauses)):
        return True
    stated = [{_sort(value) for value in _values(clause, language)} for clause in clauses]
    valued = [sorts for sorts in stated if sorts]
    return bool(valued) and bool(set.intersection(*valued))


def _parallel(question: Question, clauses: list[str], language: str) -> bool:
    sorts = {_sort(value) for value in _values(question.text, question.language)}
    stated = [{_sort(value) for value in _values(clause, language)} for clause in clauses]
    if any(sum(sort in others for others in stated) > 1 for sort in sorts):
        return True
    same = family(language) == family(question.language)
    stating = (question.kind in STATED and _states(question, one, language) for one in clauses)
    return same and (question.kind is Kind.YES_NO or all(stating))


def _states(question: Question, clause: str, language: str) -> bool:
    """Tell whether *clause* states a date or a number, if one is asked for."""
    return question.kind not in STATED or holds(question.kind, clause, language, question.text)


def _sort(value: Value) -> object:
    """Return what values have in common that may take each other's place."""
    return value.unit if isinstance(value, Quantity | QuantityRange) else type(value)


def _fit(question: Question, clause: str, language: str) -> Fit:
    """Return how well *clause* fits: values in common, the longest run of words, their weight."""
    values = len(_values(question.text, question.language) & _values(clause, language))
    share = question.share(term_set(clause, language), language)
    same = family(language) == family(question.language)
    return values, _run(question.text, clause) if same else 0, share


@lru_cache(maxsize=256)
def _values(text: str, language: str) -> frozenset[Value]:
    return frozenset(value for _, value in values_in(text, language))


def _run(question: str, clause: str) -> int:
    """Return the length of the longest run of tokens that both have."""
    ours, theirs = (TOKEN.findall(text.casefold()) for text in (question, clause))
    longest, before = 0, [0] * (len(theirs) + 1)
    for token in ours:
        runs = [0]
        for at, other in enumerate(theirs):
            runs.append(before[at] + 1 if token == other else 0)
        longest, before = max(longest, *runs), runs
    return longest
