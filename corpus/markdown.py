"""Markdown: what is markup and not text leaves the reading view."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

import regex

from corpus.posts import set_apart
from corpus.repairs import needs_no_space
from corpus.view import Edit

SUFFIXES = frozenset({".md", ".markdown"})
BLOCK_START = regex.compile(r"\s*(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|>|\||```|~~~|={3,}|-{3,})")
ENDS_BLOCK = regex.compile(r"(?m)^\s*(?:#{1,6}\s.*|[=-]{3,}|\|.*|(?:```|~~~).*)$")
LINE = regex.compile(r"\S[^\n]*(?<=\S)")
SOFT_BREAK = regex.compile(r"(?<=\S)[ \t]*\n[ \t]*(?=\S)")
SEAM = 16  # characters that tell whether a line begins with Chinese
DESTINATION = r"\((?:[^()\n]|\([^()\n]*\))*+\)"
IMAGE = rf"!\[[^\[\]\n]*\]{DESTINATION}"
# The groups of KEPT are the text to keep; that of a link may hold markup itself.
KEPT = "fenced", "code", "link"
MARKUP = regex.compile(
    r"(?m)^[ \t]*(?P<fence>```|~~~)[^\n]*(?P<fenced>\n(?s:.*?)(?<=\n))[ \t]*(?P=fence)[`~]*[ \t]*$"
    r"|(?<!`)(?P<ticks>`+)(?P<code>[^`\n]+)(?P=ticks)(?!`)"
    r"|^[ \t]*#{1,6}[ \t]+"  # heading
    r"|^[ \t]*(?:[-*+]|>)[ \t]+"  # list item, quotation
    r"|^[ \t]*(?:={3,}|-{3,}|\*{3,}|(?:```|~~~)[^\n]*)[ \t]*$"  # rule, fence
    rf"|{IMAGE}"
    rf"|\[(?P<link>(?:{IMAGE}|[^\[\]\n])++)\]{DESTINATION}"  # link
    r"|(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])"  # emphasis
    r"|(?<=\p{Han})\*{2,3}(?=\S)|(?<=\S)\*{2,3}(?=\p{Han})"  # between characters
    r"|(?<!\w)__?(?=\S)|(?<=\S)__?(?!\w)"
    r"|`+"
    r"|\\(?=\|)"  # a bar in a cell of a table
    r"|(?s:<!--.*?-->)"
    r"|(?P<tag></?(?i:a|abbr|b|big|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img"
    r"|ins|kbd|li|mark|ol|p|picture|pre|q|s|samp|small|source|span|strike|strong|sub|summary|sup"
    r"|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var)\b(?:\s[^<>]*+)?/?>)"
)
# Elements between whose texts there is no space in the source, and one where they are shown.
APART = regex.compile(r"(?i)</?(?:br|dd|div|dt|h[1-6]|hr|li|p|td|th|tr)\b")


def is_markdown(path: str) -> bool:
    """Tell whether the name of a file says that it is Markdown."""
    return PurePosixPath(path).suffix.lower() in SUFFIXES


def soft_breaks(text: str) -> Iterator[Edit]:
    """Lines of one paragraph are joined, as every Markdown reader does."""
    lines = list(LINE.finditer(text))
    apart = set_apart([line.group() for line in lines])
    ends = {lines[at].end() for at in apart if at >= 0}
    for gap in SOFT_BREAK.finditer(text):
        line_start = text.rfind("\n", 0, gap.start()) + 1
        here, after = text[line_start : gap.start()], text[gap.end() : gap.end() + SEAM]
        if gap.start() in ends:
            continue
        if BLOCK_START.match(text, gap.end()) or ENDS_BLOCK.match(here):
            continue
        yield Edit(*gap.span(), "" if needs_no_space(here, after) else " ")


def markup(text: str) -> Iterator[Edit]:
    """Marks of headings, lists, emphasis, links, code and HTML's tags go; their text stays."""
    return _markup(text, 0, len(text))


def _markup(text: str, start: int, end: int) -> Iterator[Edit]:
    for mark in MARKUP.finditer(text, start, end):
        kept = next((name for name in KEPT if mark[name] is not None), None)
        if kept is None:
            apart = mark["tag"] and APART.match(mark["tag"])
            yield Edit(*mark.span(), " " if apart else "")
            continue
        yield Edit(mark.start(), mark.start(kept))
        if kept == "link":
            yield from _markup(text, *mark.span(kept))
        yield Edit(mark.end(kept), mark.end())
