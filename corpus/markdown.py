"""Markdown: what is markup and not text leaves the reading view."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus.view import Edit

BLOCK_START = regex.compile(r"\s*(?:#{1,6}\s|[-*+]\s|\d{1,3}[.)]\s|>|\||```|~~~|={3,}|-{3,})")
ENDS_BLOCK = regex.compile(r"(?m)^\s*(?:#{1,6}\s.*|[=-]{3,}|\|.*|(?:```|~~~).*)$")
SOFT_BREAK = regex.compile(r"(?<=\S)[ \t]*\n(?=[ \t]*\S)")
# Each pattern's first group, where it has one, is the text to keep.
MARKUP = regex.compile(
    r"(?m)^[ \t]*#{1,6}[ \t]+"  # heading
    r"|^[ \t]*(?:[-*+]|>)[ \t]+"  # list item, quotation
    r"|^[ \t]*(?:={3,}|-{3,}|\*{3,}|(?:```|~~~)[^\n]*)[ \t]*$"  # rule, fence
    r"|!\[[^\]\n]*\]\([^)\n]*\)"  # image
    r"|\[(?P<keep>[^\]\n]+)\]\([^)\n]*\)"  # link
    r"|(?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*])"  # emphasis
    r"|(?<!\w)__?(?=\S)|(?<=\S)__?(?!\w)"
    r"|`+"
    r"|<!--.*?-->"
)


def soft_breaks(text: str) -> Iterator[Edit]:
    """Lines of one paragraph are joined, as every Markdown reader does."""
    from corpus.wraps import CJK_EDGE

    for found in SOFT_BREAK.finditer(text):
        line_start = text.rfind("\n", 0, found.start()) + 1
        here, after = text[line_start : found.start()], text[found.end() :]
        if BLOCK_START.match(after) or ENDS_BLOCK.match(here):
            continue
        indent = len(after) - len(after.lstrip(" \t"))
        chinese = CJK_EDGE.match(here[-1]) or CJK_EDGE.match(after[indent])
        yield Edit(found.start(), found.end() + indent, "" if chinese else " ")


def markup(text: str) -> Iterator[Edit]:
    """Marks of headings, lists, emphasis, links and code go; their text stays."""
    for found in MARKUP.finditer(text):
        if found["keep"] is None:
            yield Edit(*found.span())
            continue
        yield Edit(found.start(), found.start("keep"))
        yield Edit(found.end("keep"), found.end())
