"""The tokens of a text that may be in a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

import regex

from language.spans import Span
from language.tags import family
from language.values.dates import months
from language.values.names import TOKEN, named_spans, simplified
from language.values.numbers import ordinal
from language.values.prepared import LIKE, forms_of
from language.values.units import prefixes, suffixes

HAN = regex.compile(r"\p{Han}")
DIGIT = regex.compile(r"\p{N}")
ROMAN = r"[ivx]+(?:er|e|ᵉ|ème)"
SIGNS = ".,-‐‑‒–—―−~〜～'’‘%％‰$＄€£/°#＃+＋、&"  # that may be in a value


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


@lru_cache(maxsize=1024)
def mark(text: str, language: str) -> Marked:
    """Return the tokens of *text* and which of them may be in a value in *language*."""
    spans = tuple(match.span() for match in TOKEN.finditer(text))
    families = [*filter(None, (family(language), forms_of(language).borrowed))]
    names = frozenset(span for one in families for span in named_spans(text, one))
    inside = {at for start, end in names for at in range(start, end)}
    roles = []
    for start, end in spans:
        token = text[start:end].translate(LIKE).casefold()
        known = Role.PART if start in inside or token in SIGNS else Role.NONE
        roles.append(max(known, *(_role(token, one) for one in families)))
    return Marked(text, spans, tuple(roles), names)


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
