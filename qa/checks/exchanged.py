"""A name or a word that a statement has where the source has another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

import regex

from language.chinese import tagged_words, to_simplified
from language.denials import without_happening
from language.letters import plain
from language.opposites import opposites, roles
from language.spans import Span
from language.tags import family
from language.terms import STOPWORDS, stem, term_set
from language.values.names import is_country, name
from language.values.stated import stated
from language.values.surnames import with_surname
from language.values.value import COUNT, Quantity, QuantityRange, Value
from qa.checks.comparing import Difference
from qa.checks.words import WORD, Word, content, has_meaning
from qa.dictionary import is_town, translations
from qa.namesakes import names_of
from qa.naming import missing

# The share of a statement's words that stand in the source in the same order where it copies it.
COPIED = 0.8
EVERY = ("en", "fr", "zh")
BEFORE = 40  # characters that tell a role
DIGIT = regex.compile(r"\p{N}")


def other_name(statement: str, language: str, text: str, of: str) -> Difference | None:
    """Return the place or doer that a statement has where a sentence has another.

    None where nothing is exchanged or that is not clear: more than one name is missing, or what
    it is of is not told in both; places that are not both countries or both towns, of which one
    may lie in the other.
    """
    lacked = missing(statement, language, text, of)
    if len(lacked) != 1:
        return None
    others = missing(text, of, statement, language)
    ours_by, theirs_by = roles(family(language)), roles(family(of))
    for role, role_there in ((ours_by.place, theirs_by.place), (ours_by.doer, theirs_by.doer)):
        lead = _lead(statement, lacked[0], role, ours_by.of)
        if lead is None or not ours_by.acts.search(lead):
            continue
        theirs = [
            span for span in others if _lead(text, span, role_there, theirs_by.of) is not None
        ]
        if len(theirs) != 1:
            continue
        there = with_surname(text, theirs[0])
        pair = statement[slice(*with_surname(statement, lacked[0]))], text[slice(*there)]
        places = role is ours_by.place
        if distinct(*pair) and (not places or apart(pair[0], language, pair[1], of)):
            return Difference(*pair, there)
    return None


def _lead(text: str, span: Span, role: regex.Pattern[str], of: regex.Pattern[str]) -> str | None:
    """Return what stands before a name and the word that tells its role; None for another role."""
    before = text[max(0, span[0] - BEFORE) : span[0]]
    told = role.search(before)
    return before[: told.start()] if told and not of.match(text, span[1]) else None


def distinct(ours: str, theirs: str) -> bool:
    """Tell whether nothing that is called by one name is called by the other."""
    keys = [{_key(called.name) for called in names_of(each, EVERY)} for each in (ours, theirs)]
    return keys[0].isdisjoint(keys[1])


def apart(ours: str, language: str, theirs: str, of: str) -> bool:
    """Tell whether both are countries or both towns, so that neither lies in the other."""
    countries = [is_country(name(ours, family(language))), is_country(name(theirs, family(of)))]
    return all(countries) or (not any(countries) and _is_town(ours) and _is_town(theirs))


@lru_cache(maxsize=1024)
def _is_town(name: str) -> bool:
    return any(is_town(_key(called.name)) for called in names_of(name, EVERY))


def _key(text: str) -> str:
    return to_simplified(plain(text))


def without(statement: str, span: Difference) -> str:
    """Return a statement without the name that differs."""
    return statement.replace(span.draft, " ", 1)


def opposed(words: Sequence[Word], language: str, text: str, of: str) -> bool:
    """Tell whether *text* has what denies one of *words* and not the word itself."""
    return any(
        _has(text, of, opposite, language) and not _has(text, of, word.simplified, language)
        for word in words
        for opposite in opposites(word.written, language)
    )


def _has(text: str, of: str, word: str, language: str) -> bool:
    if family(language) == family(of):
        return word in to_simplified(text) if family(of) == "zh" else word in _small(text)
    terms = term_set(text, of)
    return any(not terms.isdisjoint(each) for each in translations(word, language, [family(of)]))


@lru_cache(maxsize=4096)
def _small(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(text))


def other_word(statement: str, language: str, text: str, named: Difference | None) -> bool:
    """Tell whether a statement copies *text* and has one word in the place of another.

    Both in one language.  Two words with one meaning are none; nor are figures, which are compared
    as values, and the name that is another.  What is said in other words altogether copies nothing.
    """
    if named:
        statement = without(statement, named)
    ours, theirs = (
        _tokens(without_happening(_without_measures(each, language), language), language)
        for each in (statement, text)
    )
    match = SequenceMatcher(None, ours, theirs, autojunk=False)
    codes = match.get_opcodes()
    same = sum(end - start for kind, start, end, _, _ in codes if kind == "equal")
    if not ours or same < COPIED * len(ours):
        return False
    return any(_exchanged(*pair, language) for pair in _replaced(codes, ours, theirs))


def _without_measures(text: str, language: str) -> str:
    """Return *text* without figures that have a unit, which are compared as values."""
    measured = [each.span for each in stated(text, language) if _has_unit(each.value)]
    for start, end in reversed(measured):
        text = f"{text[:start]}1{text[end:]}"
    return text


def _has_unit(value: Value) -> bool:
    return isinstance(value, Quantity | QuantityRange) and value.unit != COUNT


def _replaced(
    codes: Sequence[tuple[str, int, int, int, int]], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[list[str], list[str]]]:
    """Yield what stands in the place of what, between words that are alike."""
    for kind, first, last, start, end in codes:
        if kind == "replace" and len(codes) > 1 and last - first <= 2 and end - start <= 2:
            yield list(ours[first:last]), list(theirs[start:end])


def _exchanged(ours: list[str], theirs: list[str], language: str) -> bool:
    ignored = STOPWORDS.get(family(language), ())
    words = [each for each in ours if each not in ignored and not DIGIT.search(each)]
    if not words or all(each in ignored for each in theirs):
        return False
    gap = "" if family(language) == "zh" else " "
    if not gap and "".join(words) in "".join(theirs):
        return False  # 论坛 says less than 高峰论坛, and no other thing
    joined, known = gap.join(theirs), content(gap.join(words), language)
    return bool(known) and not any(has_meaning(joined, language, each) for each in known)


@lru_cache(maxsize=4096)
def _tokens(text: str, language: str) -> tuple[str, ...]:
    if family(language) == "zh":
        words = (word for word, _ in tagged_words(to_simplified(text)))
        return tuple(word for word in words if WORD.fullmatch(word))
    return tuple(stem(plain(word), language) or plain(word) for word in WORD.findall(text))
