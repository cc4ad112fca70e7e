"""Whether a text speaks of another thing of the sort that is asked about: the white lamp, bus 14.

What tells a thing from others of its sort is a word of which others stand in its place, or a
number.  A text that has one of those, and not what is asked about, tells of another thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from language.chinese import to_simplified
from language.languages import KNOWN
from language.lexicon import is_word, listed
from language.tags import family
from language.terms import STOPWORDS
from language.values.dates import named_months
from language.values.scan import values_in
from language.values.value import COUNT, Quantity

HAN = "zh"
CODE = regex.compile(
    r"(?<![\p{L}\p{N}-])(?P<letters>\p{Lu}{1,4})-?(?P<number>\d{1,4})(?![\p{L}\d])"
)
MONTHS = frozenset(named_months())
YEARS = range(1800, 2100)
# What is called like a season or a side in a name is not told from others by it: South Africa.
NAMED = r"(?![ -]\p{Lu})"

Things = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Forms:
    sets: tuple[tuple[regex.Pattern[str], ...], ...]
    numbered: regex.Pattern[str]
    whose: regex.Pattern[str]
    begins: regex.Pattern[str]


def tells_of_another(question: str, text: str, around: str, language: str) -> bool:
    """Tell whether *text* has a word or a number in the place of that in *question*.

    Args:
        question: What is asked, in the language of the text.
        text: A sentence that may answer.
        around: The passage it stands in, with its title: a code that this has is not another one.
        language: Of all of them, BCP 47.
    """
    forms = _forms(family(language))
    if forms is None:
        return False
    if family(language) == HAN:
        question, text = to_simplified(question), to_simplified(text)
    return (
        any(_in_place(one, question, text) for one in forms.sets)
        or _another(_numbered(question, language), _numbered(text, language))
        or _another(_codes(question) - _codes(around), _codes(text))
    )


def begins_with_a_name(text: str, language: str) -> bool:
    """Tell whether *text* begins with a name: two words as Lucy Tran, or one that is no word."""
    forms = _forms(family(language))
    begun = forms.begins.match(text) if forms else None
    if begun is None:
        return False
    first = begun["name"].split()[0]
    if first.casefold() in STOPWORDS[family(language)]:
        return False
    return " " in begun["name"] or (listed(language) and not is_word(first, language))


def begins_with_whose(text: str, language: str) -> str:
    """Return what somebody is to whom the text before speaks of: "His *successor*"; else ""."""
    forms = _forms(family(language))
    whose = forms.whose.match(text) if forms else None
    return whose["what"].casefold() if whose else ""


def _in_place(words: tuple[regex.Pattern[str], ...], question: str, text: str) -> bool:
    text = text[:1].lower() + text[1:]
    asked = [word for word in words if word.search(question)]
    if len(asked) != 1 or asked[0].search(text):
        return False
    return any(word.search(text) for word in words)


def _another(asked: Things, told: Things) -> bool:
    """Tell whether *told* has not all things *asked*, and others of their sorts."""
    missing = asked - told
    return any(thing == other for thing, _ in missing for other, _ in told)


@lru_cache(maxsize=4096)
def _numbered(text: str, language: str) -> Things:
    """Return the things that have a number: no dates, and nothing that is measured."""
    forms = _forms(family(language))
    if forms is None:
        return frozenset()
    matches = list(forms.numbered.finditer(text))
    if not matches:
        return frozenset()
    measured = [
        span for span, value in values_in(text, language)
        if not isinstance(value, Quantity) or value.unit != COUNT
    ]  # fmt: skip
    return frozenset(
        (match["thing"].casefold().rstrip("s"), match["number"])
        for match in matches
        if _is_a_thing(match["thing"], language)
        and int(match["number"]) not in YEARS
        and not any(a < match.end("number") and match.start("number") < b for a, b in measured)
    )


def _is_a_thing(word: str, language: str) -> bool:
    small = word.casefold()
    if family(language) == HAN:
        return True
    return (
        small not in MONTHS
        and small not in STOPWORDS[family(language)]
        and is_word(small, language)
    )


def _codes(text: str) -> Things:
    return frozenset((match["letters"], match["number"]) for match in CODE.finditer(text))


@cache
def _forms(language: str) -> _Forms | None:
    known = KNOWN.get(language)
    rules = known.contrasts if known else None
    if rules is None:
        return None
    before, after = ("", "") if language == HAN else (r"(?<![\p{L}-])", rf"(?![\p{{L}}-]){NAMED}")
    return _Forms(
        tuple(
            tuple(regex.compile(f"{before}(?:{word}){after}") for word in words)
            for words in rules.sets
        ),
        regex.compile(rules.numbered, regex.I),
        regex.compile(rules.whose),
        regex.compile(rules.begins),
    )
