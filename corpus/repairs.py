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
CJK_EDGE = regex.compile(rf"[{CJK}]")

LINE_ENDS = regex.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
INVISIBLE = regex.compile(r"(?:[\ufeff\u200b\u2060\x00-\x08\x0e-\x1f\x7f]|\u00ad(?![ \t]*\n))+")
# At the end of a line they are hyphens: a soft one, and how PDFium writes any.
HYPHEN_MARK = regex.compile(r"[\u00ad\ufffe]+")
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

# The letters of an ordinal stand higher, so that a PDF has them on a line of their own: 1⏎er mai.
SUPERSCRIPT = regex.compile(
    r"(?:(?<![\p{L}\p{N}.,])\d{0,2}(?P<last>\d)|(?<!\p{L})[IVXLC]{1,7})(?P<gap>[ \t]*\n\s{0,9})"
    r"(?P<end>ers?|res?|ère|[èi]?ème|es?(?=\s\p{Ll}{4})|nde?|st|rd|th|º)(?![\p{L}\p{N}'’.-])"
    r"(?P<next>[ \t]*\n[ \t]*(?=\p{L}))?"
)
# After which digits, where not after any.
AFTER_DIGIT = {
    "st": "1",
    "er": "1",
    "ers": "1",
    "re": "1",
    "res": "1",
    "ère": "1",
    "nd": "2",
    "rd": "3",
}
# A label whose characters are set apart to a width: 主　　席：, 时　　间, 备 注：.
GAP = r"[ \u00a0\u2002-\u200a\u3000]"
LABEL = regex.compile(
    rf"(?<!\p{{Han}}{GAP}{{0,12}})\p{{Han}}(?:{GAP}{{1,12}}\p{{Han}}){{1,4}}(?={GAP}{{0,8}}[:：])"
    rf"|^(?:{GAP}{{0,8}}(?:[(（]?[\d一二三四五六七八九十]{{1,3}}[、.．)）]{GAP}?)?)"
    rf"(?P<word>\p{{Han}}(?:\u3000|{GAP}{{2}}){GAP}{{0,10}}\p{{Han}})(?=$|[^\p{{Han}}])",
    regex.MULTILINE,
)
# Boxes to tick, not words.
CHOICES = frozenset({"是否", "有无", "有無", "男女", "对错", "對錯", "左右", "上下", "年月"})
BETWEEN = regex.compile(rf"{GAP}+")


def needs_no_space(before: str, after: str) -> bool:
    """Tell whether Chinese stands at the seam of two lines, be it inside quotation marks."""
    edges = before.rstrip(SHARED)[-1:], after.lstrip(SHARED)[:1]
    return any(CJK_EDGE.match(edge) for edge in edges)


def line_ends(text: str) -> Iterator[Edit]:
    """Every line ends with a single line feed."""
    return (Edit(*found.span(), "\n") for found in LINE_ENDS.finditer(text))


def invisibles(text: str) -> Iterator[Edit]:
    """Byte-order marks, zero-width spaces, soft hyphens and control characters go."""
    return (Edit(*found.span()) for found in INVISIBLE.finditer(text))


def hyphen_marks(text: str) -> Iterator[Edit]:
    """Soft hyphens go that cut no word."""
    return (Edit(*found.span()) for found in HYPHEN_MARK.finditer(text))


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


def spaced_labels(text: str) -> Iterator[Edit]:
    """Labels whose characters are set apart to a width close up: 主　　席： becomes 主席：."""
    for label in LABEL.finditer(text):
        start, end = label.span("word") if label["word"] else label.span()
        if BETWEEN.sub("", text[start:end]) not in CHOICES:
            for space in BETWEEN.finditer(text, start, end):
                yield Edit(*space.span())


def superscripts(text: str) -> Iterator[Edit]:
    """Letters of an ordinal that stand on a line of their own join it: "1⏎er mai", "the 2⏎nd"."""
    for match in SUPERSCRIPT.finditer(text):
        if (match["last"] or "1") in AFTER_DIGIT.get(match["end"], match["last"] or "1"):
            yield Edit(*match.span("gap"))
            if match["next"]:
                yield Edit(*match.span("next"), " ")
