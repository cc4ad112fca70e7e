"""Elements of HTML, XHTML and SVG as lines of text and tables, as a browser would show them."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

import regex
from lxml import etree

from corpus.loaders.loaded import Draft
from corpus.loaders.web.elements import (
    BLOCKS,
    ITEMS,
    NOT_SHOWN,
    is_hidden,
    local,
    marker,
    picture_text,
    raised,
    reading,
    start_of,
    value_of,
)
from corpus.loaders.web.html_tables import definitions, grid, is_data, is_line
from corpus.repairs import needs_no_space

BOXES = " ☐☑\n"  # boxes to tick, which say nothing without words
LISTS = frozenset({"ul", "ol", "menu"})
SPACE = regex.compile(r"[ \t\r\n\f]+")
AROUND_BREAK = regex.compile(r" *\n *")
# An item that already says that it is one.
MARKED = regex.compile(
    r"\s*(?:[-–—*•·●○■▪◦✓]\s|[(（]?(?:\d{1,3}|[A-Za-z])[.)）、．]|[①-⑳]|第.{1,4}[条條])"
)


def add_markup(
    draft: Draft,
    root: etree._Element,
    left_out: Container[etree._Element] = frozenset(),
    *,
    apart: bool = False,
) -> None:
    """Add what *root* shows to *draft*: a block a line, tables as tables, items with their marks.

    Nothing that is hidden (``hidden``, ``display: none``), and no element of *left_out*.  With
    *apart* there is an empty line between items too, so that none is taken for a line cut short.
    """
    walk = _Walk(draft, left_out, item_end="\n\n" if apart else "\n")
    walk.over(root)
    walk.flush()


def lines(root: etree._Element) -> list[str]:
    """Return what *root* shows as lines; tables in it are lines too."""
    draft = Draft()
    walk = _Walk(draft, frozenset(), tables=False)
    walk.over(root)
    walk.flush()
    return [line for block in draft.blocks for line in block.split("\n") if line.strip()]


@dataclass(slots=True)
class _Walk:
    """Goes through a tree once, without recursion: pages may be nested ten thousand deep."""

    draft: Draft
    left_out: Container[etree._Element]
    tables: bool = True
    item_end: str = "\n"
    run: list[str] = field(default_factory=list)  # of the line that is being written
    mark: str = ""  # of the item that begins here
    counts: list[int] = field(default_factory=lambda: [1])  # of the lists that are open
    preformatted: int = 0
    pictures: set[str] = field(default_factory=set)
    in_line: dict[etree._Element, bool] = field(default_factory=dict)  # of rows

    def over(self, root: etree._Element) -> None:
        """Go through *root*, without what follows it."""
        events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in events:
            if event == "start":
                if not self._enter(element, local(element)):
                    events.skip_subtree()
                continue
            if event == "end":
                self._leave(element, local(element))
            if element is not root:
                self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if text:
            self.run.append(text if self.preformatted else SPACE.sub(" ", text))

    def flush(self, end: str = "\n\n") -> None:
        """End a line."""
        text = "".join(self.run)
        self.run.clear()
        if self.preformatted:
            text = text.strip("\r\n").rstrip()
        else:
            text = AROUND_BREAK.sub("\n", SPACE.sub(_one_space, text)).strip(" \n")
        if text.strip(BOXES):
            mark = "" if MARKED.match(text) else self.mark
            self.mark = ""
            self.draft.add(mark + text, end)

    def _enter(self, element: etree._Element, tag: str) -> bool:
        """Write what stands before the content of *element*; tell whether to go into it."""
        if tag in NOT_SHOWN or element in self.left_out or is_hidden(element):
            return False
        if tag == "table" and self.tables and is_data(element):
            self.flush()
            for caption in _captions(element):
                self.draft.add(caption)
            self.draft.table(grid(element, lines))
            return False
        pairs = definitions(element, lines) if tag == "dl" and self.tables else None
        if pairs:
            self.flush()
            self.draft.table(pairs)
            return False
        if tag in BLOCKS and not self._is_beside(element, tag):
            self.flush(self.item_end if tag in ITEMS else "\n\n")
        return self._begin(element, tag)

    def _begin(self, element: etree._Element, tag: str) -> bool:
        if tag in LISTS:
            self.counts.append(start_of(element))
        elif tag == "li":
            self.mark, self.counts[-1] = marker(element, self.counts[-1])
        elif tag == "pre":
            self.preformatted += 1
        elif tag in {"sup", "sub"} and (text := raised(element)) is not None:
            self._text(text)
            return False
        elif tag == "rt":
            self._text(reading(element))
            return False
        elif tag == "tspan":
            self._set_apart(element)
        elif tag in {"td", "th"}:
            self._text(" ")
        else:
            self._text(value_of(element, tag) or self._unsaid(picture_text(element, tag)))
        self._text(element.text if tag not in {"select", "textarea"} else None)
        return tag != "select"

    def _leave(self, element: etree._Element, tag: str) -> None:
        if tag in NOT_SHOWN or element in self.left_out or is_hidden(element):
            return
        if tag == "br":
            self.run.append("\n")
        elif tag in LISTS:
            self.flush(self.item_end)
            self.counts.pop()
        elif tag in BLOCKS and not self._is_beside(element, tag):
            self.flush(self.item_end if tag in ITEMS else "\n\n")
        if tag == "pre":
            self.preformatted -= 1
        elif tag == "li":
            self.mark = ""

    def _is_beside(self, element: etree._Element, tag: str) -> bool:
        """Tell whether a cell of a table that is but layout stands beside the cell before it."""
        row = element.getparent()
        if tag not in {"td", "th"} or row is None:
            return False
        if row not in self.in_line:
            self.in_line[row] = is_line(row)
        return self.in_line[row]

    def _unsaid(self, text: str) -> str:
        """Return what is said of a picture if none before it has the same said of it."""
        new = text not in self.pictures
        self.pictures.add(text)
        return text if new else ""

    def _set_apart(self, element: etree._Element) -> None:
        """Put a space before a line of text in a drawing, where none is written."""
        placed = any(element.get(name) for name in ("x", "y", "dx", "dy"))
        text = "".join(element.itertext())
        if placed and len(text) > 1 and self.run:
            before = "".join(self.run[-2:])
            if not needs_no_space(before, text):
                self._text(" ")


def _one_space(match: regex.Match[str]) -> str:
    return "\n" if "\n" in match.group() else " "


def _captions(table: etree._Element) -> Iterator[str]:
    for child in table:
        if local(child) == "caption":
            yield from lines(child)
