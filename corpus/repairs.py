"""The repairs that turn source text into a reading view.

Each is a pure function from text to the edits that repair it.  What an edit removes stays in the
source, and a quote that spans it contains it.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

import regex

from corpus.view import Edit

Repair = Callable[[str], Iterator[Edit]]

# Han, kana and the punctuation that is set in full squares.
CJK = r"\p{Han}\p{Hiragana}\p{Katakana}\u3000-\u303f\uff00-\uffef"
# Quotation marks and dots that Chinese shares with Latin text.
SHARED = r"“”‘’…—·"

LINE_ENDS = regex.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
# U+FFFE is how PDFium writes a hyphen at the end of a line.
INVISIBLE = regex.compile(r"[\ufeff\u200b\u2060\u00ad\ufffe\x00-\x08\x0e-\x1f\x7f]+")
# The first part is an ampersand that was escaped itself, once or more often.
ENTITY = regex.compile(
    r"&(?:(?:amp|AMP|#0*38|#[xX]0*26);){0,9}"
    r"(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
)
# Syllables in brackets after their character, told from a remark by their tone mark.
PINYIN = regex.compile(
    r"(?<=\p{Han})"
    r"(?:[(（](?=[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[)）])+"
)
# At least four characters, each set apart from the next; digits may stand among them.
# The marks beside one are counted: without a limit, a line of dots takes quadratic time.
PUNCTUATION = rf"[\u3001-\u303f\uff01-\uff0f\uff1a-\uff20{SHARED}]"
SPACED_UNIT = rf"(?:{PUNCTUATION}{{0,6}}(?:\p{{Han}}|\d+){PUNCTUATION}{{0,6}}|{PUNCTUATION}{{1,6}})"
SPACED_RUN = regex.compile(
    rf"(?<![^\s\p{{P}}])(?:{SPACED_UNIT}[ \u00a0]{{1,2}}){{3,}}{SPACED_UNIT}(?![^\s\p{{P}}])"
)
SPACE_BETWEEN = regex.compile(rf"(?<=[{CJK}{SHARED}])[ \u00a0]+(?=[{CJK}{SHARED}])")


def line_ends(text: str) -> Iterator[Edit]:
    """Every line ends with a single line feed."""
    return (Edit(*found.span(), "\n") for found in LINE_ENDS.finditer(text))


def invisibles(text: str) -> Iterator[Edit]:
    """Byte-order marks, zero-width spaces, soft hyphens and control characters go."""
    return (Edit(*found.span()) for found in INVISIBLE.finditer(text))


def entities(text: str) -> Iterator[Edit]:
    """HTML entities become their characters, those escaped twice too."""
    for entity in ENTITY.finditer(text):
        character, before = entity.group(), ""
        while character != before:
            character, before = html.unescape(character), character
        if character != entity.group():
            yield Edit(*entity.span(), character)


def pinyin(text: str) -> Iterator[Edit]:
    """Pronunciations left behind their characters go: 規(guī)格 becomes 規格."""
    return (Edit(*found.span()) for found in PINYIN.finditer(text))


def spaced_characters(text: str) -> Iterator[Edit]:
    """Characters set apart to fill a line close up: 丰 硕 成 果 becomes 丰硕成果."""
    for run in SPACED_RUN.finditer(text):
        for space in SPACE_BETWEEN.finditer(text, run.start(), run.end()):
            yield Edit(*space.span())
