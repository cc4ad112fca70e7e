"""Two countries as Chinese texts abbreviate them together: 中老铁路 runs in China and Laos."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import permutations

import regex

from language.chinese import to_simplified
from language.languages import KNOWN
from language.spans import Span
from language.tags import family
from language.values.value import Name, NameKind


def abbreviated(names: Iterable[Name], language: str) -> dict[str, tuple[Name, Name]]:
    """Return how a text in *language* may abbreviate two of *names* together, and which two."""
    letters = {name: letter for letter, name in _known(family(language))[0].items()}
    known = [name for name in dict.fromkeys(names) if name in letters]
    return {letters[a] + letters[b]: (a, b) for a, b in permutations(known, 2)}


def paired_spans(text: str, language: str) -> Iterator[tuple[Span, Name]]:
    """Yield where *text* abbreviates a country beside another one, and which it is."""
    names, pattern = _known(family(language))
    simplified = to_simplified(text) if names else ""
    for match in pattern.finditer(simplified if len(simplified) == len(text) else ""):
        for at in range(*match.span()):
            yield (at, at + 1), names[simplified[at]]


def in_pairs(named: Name, language: str) -> str:
    """Return a pattern of what abbreviates *named* beside another country; of nothing if none."""
    names, _ = _known(family(language))
    letter = next((letter for letter, name in names.items() if name == named), None)
    if letter is None:
        return r"(?!)"
    others, follows = f"[{''.join(names)}]", f"(?={_between(family(language))})"
    return rf"{letter}(?={others}{follows})|(?<={others}){letter}{follows}"


@cache
def _known(language: str) -> tuple[dict[str, Name], regex.Pattern[str]]:
    """Return the letters that stand for countries in a family, and what finds two of them."""
    known = KNOWN.get(language)
    forms = known.values.names if known and known.values else None
    pairs = [pair.split("=") for pair in forms.single.split()] if forms else []
    names = {letter: Name(NameKind.TERRITORY, code) for letter, code in pairs}
    letter = f"[{''.join(names)}]" if names else r"(?!)"
    return names, regex.compile(rf"({letter})(?!\1){letter}(?={_between(language)})")


def _between(language: str) -> str:
    known = KNOWN.get(language)
    return known.values.names.between if known and known.values else r"(?!)"
