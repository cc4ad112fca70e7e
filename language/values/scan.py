"""The values that a sentence states, found in one forward scan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Inexact, localcontext
from enum import IntEnum
from functools import cache, lru_cache
from itertools import takewhile

import regex

from language.languages import KNOWN
from language.spans import Span
from language.tags import family
from language.values.dates import months, period
from language.values.names import key_of, name, simplified, table
from language.values.numbers import numbered, ordinal
from language.values.prepared import LIKE, forms_of, prepared, value_forms
from language.values.quantities import quantity, quantity_range
from language.values.units import prefixes, suffixes
from language.values.value import Name, Quantity, QuantityRange, Value

LONGEST = 160  # characters; a number in words may have so many
MOST = 12  # words of a value in a sentence
MOST_HAN = 24  # characters of one in Chinese
# How many words before and after a figure may belong to it: "more than", 多亿美元.
BEFORE, AFTER = 2, 6
NEAR = 24  # characters before a value that may change it

HAN = regex.compile(r"\p{Han}")
LATIN = regex.compile(r"[A-Za-z]{3}")
TOLD = [known.values for known in KNOWN.values() if known.values]
# A number in Han characters is one token, as one in digits is: no value ends inside it.
TOKEN = regex.compile(
    "|".join([forms.numbers.words for forms in TOLD if forms.han]
             + [r"\p{Han}|[\p{L}\p{N}\p{M}--\p{Han}]+|[^\s\w]"]),
    flags=regex.V1,
)  # fmt: skip
SELDOM = regex.compile("|".join(forms.numbers.seldom for forms in TOLD), flags=regex.IGNORECASE)
# Beside a value these make it another one: three years and a half.
CHANGED_BEFORE = regex.compile(
    rf"(?:[×^*/−]|{'|'.join(forms.quantities.changed_before for forms in TOLD)})\s*$",
    flags=regex.IGNORECASE,
)
CHANGED_AFTER = regex.compile(
    rf"\s*(?:\p{{No}}|(?<=[€$£]\s|\bm\s)\d|[×^*/±]|[–~-]\s*\d"
    rf"|{'|'.join(forms.quantities.changed_after for forms in TOLD)})",
    flags=regex.IGNORECASE,
)
DIGIT = regex.compile(r"\p{N}")
ROMAN = r"[ivx]+(?:er|e|ᵉ|ème)"
# Signs that may be in a value, that may not begin one, that may not end one.
SIGNS, NOT_FIRST, NOT_LAST = (
    ".,-‐‑‒–—―−~〜～'’‘%％‰$＄€£/°#＃+＋、&",
    ".,%–—~、'’+/",
    ",-–—~、'’/&#",
)
# No figure goes on beyond a value: 1.500 is not 1 and 500, nor is US$5 $5.
CUT_BEFORE = regex.compile(r"(?<=\d[.,–—~]?|[-−$€£#])|(?<=\p{L})[$€£]")
# In 480公里,2017年 the comma is no part of a number.
CUT_AFTER = regex.compile(r"(?:[-–—~]|(?<=\p{Nd})[.,])?\d|[%％‰$€£]")


class Role(IntEnum):
    """What a token is to a value; a name apart, there is none without a number."""

    NONE = 0
    PART = 1
    NUMBER = 2  # or a place in an order, in figures or in words


@dataclass(frozen=True, slots=True)
class Marked:
    """The tokens of a text, and which of them may be in a value."""

    text: str
    spans: tuple[Span, ...]
    roles: tuple[Role, ...]
    names: frozenset[Span]


def parse(text: str, language: str) -> Value | None:
    """Return the value that *text* states from its first to its last character, or None.

    What is unclear has no value: "$" stays dollars of no country, 元 is money of the mainland in
    Simplified text and nobody's in Traditional text, "1,500" is no number in French.

    Args:
        text: A few words of a sentence, as they stand there.
        language: BCP 47; languages of which none are told have no values.
    """
    forms = value_forms(language)
    if forms is None or len(text) > LONGEST:
        return None
    written = prepared(text, language)
    if not written:
        return None
    if forms.borrowed and LATIN.search(written) and not HAN.search(written):
        language = forms.borrowed  # "October 17, 2023" among Chinese
    with localcontext() as exact:
        exact.traps[Inexact] = True
        try:
            value = _read(written, family(language))
        except Inexact:
            return None
    currency, doubt = forms.unclear.get(language, ("", ""))
    money = isinstance(value, Quantity | QuantityRange) and value.unit.code == currency
    return None if currency and money and regex.search(doubt, written) else value


@lru_cache(maxsize=1024)
def values_in(text: str, language: str) -> tuple[tuple[Span, Value], ...]:
    """Return the values that *text* states, the longest at each place, with their spans.

    For telling whether sources agree: a span may leave out the noun that is counted or the unit
    if that is unknown.
    """
    return tuple(_values(text, language)) if value_forms(language) else ()


def value_at(text: str, span: Span, language: str) -> Value | None:
    """Return the value of which the words at *span* are a part, or None.

    The longest that the text states there: "840" of "some 840 kilograms" is some 840 kg.  None
    where the words beside it make it another one: "三年" of 三年半 is not three years.
    """
    if value_forms(language) is None:
        return None
    marked = _marked(text, language)
    before = [at for at, (start, _) in enumerate(marked.spans) if start < span[0]][-BEFORE:]
    after = [at for at, (_, end) in enumerate(marked.spans) if end > span[1]][:AFTER]
    starts = [marked.spans[at][0] for at in _reach(reversed(before), marked)]
    ends = [marked.spans[at][1] for at in _reach(after, marked)]
    for start in (*reversed(starts), span[0]):
        for end in (*reversed(ends), span[1]):
            if value := _stated(text, start, end, language):
                near = max(0, start - NEAR)
                changed = CHANGED_BEFORE.search(text, near, start) or CHANGED_AFTER.match(text, end)
                return None if changed else value
    return None


def _values(text: str, language: str) -> Iterator[tuple[Span, Value]]:
    marked = _marked(text, language)
    done = 0
    for at, (start, _) in enumerate(marked.spans):
        if start < done:
            continue
        for end in _ends(at, marked, language):
            value = _stated(text, start, end, language)
            if value is not None and not SELDOM.fullmatch(text, start, end):
                yield (start, end), value
                done = end
                break


def _ends(at: int, marked: Marked, language: str) -> list[int]:
    """Return where a value that begins with a token may end, the farthest first."""
    start = marked.spans[at][0]
    ends = {end for begin, end in marked.names if begin == start}
    most = MOST_HAN if forms_of(language).han else MOST
    reach = _reach(range(at, min(at + most, len(marked.spans))), marked)
    first = next(
        (token for token in reach if marked.roles[token] == Role.NUMBER), len(marked.spans)
    )
    if marked.text[start] not in NOT_FIRST:
        ends |= {marked.spans[token][1] for token in reach if token >= first}
    return sorted((end for end in ends if marked.text[end - 1] not in NOT_LAST), reverse=True)


def _reach(tokens: Iterable[int], marked: Marked) -> list[int]:
    """Return those of *tokens* that may be in a value together, up to the first that may not."""
    return list(takewhile(lambda token: marked.roles[token], tokens))


@lru_cache(maxsize=1024)
def _marked(text: str, language: str) -> Marked:
    spans = tuple(match.span() for match in TOKEN.finditer(text))
    families = [*filter(None, (family(language), forms_of(language).borrowed))]
    names = frozenset(span for one in families for span in _names(text, spans, one))
    inside = {at for start, end in names for at in range(start, end)}
    roles = []
    for start, end in spans:
        token = text[start:end].translate(LIKE).casefold()
        known = Role.PART if start in inside or token in SIGNS else Role.NONE
        roles.append(max(known, *(_role(token, one) for one in families)))
    return Marked(text, spans, tuple(roles), names)


def _names(text: str, spans: tuple[Span, ...], language: str) -> Iterator[Span]:
    names, openings, most = _openings(language)
    gap = "" if forms_of(language).han else " "
    for at, (start, stop) in enumerate(spans):
        if key_of(text[start:stop], language) in openings:
            for _, end in spans[at : at + most]:
                if key_of(gap.join(text[start:end].translate(LIKE).split()), language) in names:
                    yield start, end


@cache
def _openings(language: str) -> tuple[dict[str, Name], frozenset[str], int]:
    """Return the names of a family, what tokens they begin with, and their most tokens."""
    tokens = [TOKEN.findall(name) for name in table(language)]
    return table(language), frozenset(one[0] for one in tokens), max(map(len, tokens))


@lru_cache(maxsize=16384)
def _role(token: str, language: str) -> Role:
    words, parts = _vocabulary(language)
    if DIGIT.search(token) or words.fullmatch(token) or ordinal(token, language):
        return Role.NUMBER
    key = simplified(token) if HAN.match(token) else token
    return Role.PART if key in parts else Role.NONE


@cache
def _vocabulary(language: str) -> tuple[regex.Pattern[str], frozenset[str]]:
    """Return the words of numbers, and those, in Chinese characters, that may be beside them."""
    rules = forms_of(language)
    phrases = [
        *rules.quantities.bounds.values(), *rules.quantities.bounds_after, *rules.numbers.sizes,
        *suffixes(language), *prefixes(), *rules.quantities.percents, *months(language),
        rules.particles, rules.numbers.before_ordinal,
    ]  # fmt: skip
    parts = (token for phrase in phrases for token in TOKEN.findall(phrase.casefold()))
    return regex.compile(rf"{rules.numbers.words}|{ROMAN}"), frozenset(parts)


@lru_cache(maxsize=8192)
def _parsed(words: str, language: str) -> Value | None:
    return parse(words, language)


def _stated(text: str, start: int, end: int, language: str) -> Value | None:
    """Return the value of the words at a span, if no figure goes on beyond it."""
    if CUT_BEFORE.match(text, start) or CUT_AFTER.match(text, end):
        return None
    return _parsed(text[start:end], language)


def _read(text: str, language: str) -> Value | None:
    folded = text.casefold()
    return (
        period(folded, language)
        or ordinal(folded, language)
        or numbered(folded, language)
        or name(text, language)
        or quantity_range(text, language)
        or quantity(text, language)
    )
