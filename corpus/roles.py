"""Roles and names on lines of their own: who is what in a list of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import regex

from corpus.paragraphs import Paragraph
from language.chinese import may_be_name
from language.lexicon import is_word, listed

# Columns of a line that may be a role or a name.
NARROW = 60
PARTICLES = r"(?:(?:de|du|des|d'|la|le|van|von|der|da|di|del|dos|bin|al|el|y|e)\s)"
WORD = r"\p{Lu}(?:\.|[\p{Ll}\p{M}'’]+(?:[-'’]\p{Lu}?\p{Ll}+)*)"
NAME = regex.compile(
    r"(?:(?:M|MM|Mme|Mlle|Mr|Mrs|Ms|Dr|Me|Pr|Prof|Sir|Dame)\.?\s)?"
    rf"{WORD}(?:\s{PARTICLES}{{0,3}}(?:{WORD}|\p{{Lu}}{{2,}})){{1,3}}"
)
HAN_NAME = regex.compile(r"\p{Han}{2,3}|\p{Han}\s{1,3}\p{Han}")
ROLE = regex.compile(r"\p{L}[^()（）*]*")
FIGURE = regex.compile(r"\d|[:：|]")


def pairs(group: Sequence[Paragraph]) -> Iterator[int]:
    """Yield which lines of *group* are one thing with the line below: a role with its name.

    Only where roles and names alternate is it known which belong together: the name is below its
    role where the list ends with a name, above it where it ends with a role.
    """
    for short, run in groupby(range(len(group)), key=lambda at: _may_be_either(group[at])):
        places = list(run)
        if not short or len(places) < 2:
            continue
        names = [_is_name(group[at]) for at in places]
        if not any(names) or all(names):
            continue
        first = names.index(True)
        start = max(first - 1 if names[-1] else first, 0)  # what is above is a heading
        rest = names[start:]
        alternating = all(name != other for name, other in pairwise(rest))
        sure = len(rest) > 2 or (not start and not _are_words(group[places[first]]))
        if alternating and len(rest) % 2 == 0 and sure:
            yield from places[start::2]


def _may_be_either(line: Paragraph) -> bool:
    plain = line.is_heading and not line.is_item and line.width <= NARROW
    return plain and ROLE.fullmatch(line.text.strip()) is not None and not FIGURE.search(line.text)


def _is_name(line: Paragraph) -> bool:
    text = line.text.strip()
    if HAN_NAME.fullmatch(text):
        return may_be_name("".join(text.split()))  # Roles are words.
    return NAME.fullmatch(text) is not None


def _are_words(line: Paragraph) -> bool:
    """Tell whether what looks like a name is words of the language: "Extra Home Loan"."""
    language = line.language
    return listed(language) and all(is_word(word, language) for word in line.text.split())
