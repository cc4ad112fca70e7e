"""What the answering words of a quote claim: a value, or who somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from language.asking import kinds_of
from language.chinese import tagged_words, to_simplified
from language.languages import KNOWN
from language.letters import plain
from language.rules import Kind
from language.spans import Span, overlap
from language.tags import family
from language.terms import question_terms
from language.values.agreement import same
from language.values.names import PERSONS
from language.values.stated import stated
from language.values.value import Value
from qa.answers import Citation

# A person's name in letters, and what may stand around it.
NAME = regex.compile(
    r"\p{Lu}[\p{L}\p{M}'’.-]*(?:[ \u00a0](?:(?:de|du|des|la|le|van|von|der|den|bin|al|d['’])[ ]?)?"
    r"\p{Lu}[\p{L}\p{M}'’.-]*){1,4}"
)
HAN_NAME = regex.compile(r"\p{Han}{2,4}(?:·\p{Han}{1,6})*")
LETTERS = regex.compile(r"[\p{L}\p{M}'’-]+")


@dataclass(frozen=True, slots=True)
class Claim:
    """A value or a name where a quote states it."""

    span: Span
    value: Value | None  # None of somebody's name
    name: str = ""
    around: frozenset[str] = frozenset()  # terms of the words beside a value


def agree(ours: Claim, theirs: Claim) -> bool | None:
    """Tell whether two claims can both be true of one thing; None where they are not of one sort.

    Of one person a text may give only a part of the name: Rask is Captain Edmund Rask.
    """
    if ours.value is not None and theirs.value is not None:
        return same(ours.value, theirs.value)
    if ours.value is not None or theirs.value is not None:
        return None
    mine, others = _parts(ours.name), _parts(theirs.name)
    if mine <= others or others <= mine:
        return True
    # Between scripts names are not compared.
    return None if _han(ours.name) != _han(theirs.name) else False


def claimed(citation: Citation, question: str, language: str) -> Claim | None:
    """Return what the answering words claim, if that is one thing; or whose noun is asked about."""
    inside = inside_of(citation)
    person = _person(citation, question)
    if person:
        return person
    if len(inside) < 2 or family(citation.language) != family(language):
        return inside[0] if len(inside) == 1 else None
    terms = frozenset(question_terms(question, language))
    named = [each for each in inside if not terms.isdisjoint(each.around)]
    return named[0] if len(named) == 1 else None


def inside_of(citation: Citation, question: str = "") -> list[Claim]:
    """Return the values in the answering words, and who is named where a *question* asks that."""
    values = stated(citation.text, citation.language)
    inside = [Claim(each.span, each.value, "", each.around)
              for each in values if overlap(each.span, citation.answering)]  # fmt: skip
    person = _person(citation, question) if question else None
    return [*inside, person] if person else inside


def _person(citation: Citation, question: str) -> Claim | None:
    """Return the name that the answering words are, where somebody is asked for."""
    kinds = kinds_of(question)
    if citation.highlight is None or Kind.PERSON not in kinds or Kind.LIST in kinds:
        return None
    start, end = citation.highlight
    words = citation.text[start:end]
    if _han(words):
        whole = HAN_NAME.fullmatch(words) and _is_name(citation.text, (start, end))
        return Claim((start, end), None, words) if whole else None
    matches = list(NAME.finditer(words))
    if len(matches) != 1 or _without_titles(words, citation.language) != matches[0].group():
        return None
    return Claim((start + matches[0].start(), start + matches[0].end()), None, matches[0].group())


def _is_name(text: str, span: Span) -> bool:
    """Tell whether the dictionary takes Chinese characters for somebody's name, there or alone."""
    at = 0
    for word, tag in tagged_words(text):
        if tag in PERSONS and at < span[1] and span[0] < at + len(word):
            return True
        at += len(word)
    return all(tag in PERSONS for _, tag in tagged_words(text[slice(*span)]))


def _without_titles(words: str, language: str) -> str:
    titles = _titles(family(language))
    while match := titles.match(words):
        words = words[match.end() :]
    return words.strip(" ,.;:")


@cache
def _titles(language: str) -> regex.Pattern[str]:
    known = KNOWN.get(language)
    titles = known.words.titles if known else ""
    return regex.compile(
        rf"(?:the |le |la |l['’])?(?:{titles})\b\.?\s+" if titles else r"(?!)", regex.I
    )


def _parts(name: str) -> frozenset[str]:
    if _han(name):
        return frozenset({to_simplified(name)})
    return frozenset(plain(each) for each in LETTERS.findall(name))


def _han(text: str) -> bool:
    return regex.search(r"\p{Han}", text) is not None
