"""What of a Word document's fields is shown: results, not instructions (ECMA-376, 17.16)."""

from __future__ import annotations

import regex
from lxml import etree

from corpus.loaders.office.package import is_on, value

PAGE = regex.compile(r"(?i)\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
# What is written around the number of a page: "Page … of …", 第…頁.
AROUND = regex.compile(r"(?i)(?:[\W\d]|page|pages|pg|p|of|sur|de|seite|von|第|共|页|頁)*+")


class Fields:
    """The fields that are open at one point of the text."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []  # instruction, and whether its result has begun
        self.numbers_page = False  # whether the paragraph holds the number of its page

    @property
    def shows(self) -> bool:
        """Whether text at this point is shown, and not an instruction or a page's number."""
        return all(result and not PAGE.match(instruction) for instruction, result in self._open)

    def mark(self, character: etree._Element) -> str:
        """Take a field's beginning, middle or end; return what a form's field shows."""
        kind = value(character, "fldCharType")
        if kind == "begin":
            self._open.append(("", False))
            return _form(character)
        if self._open and kind == "separate":
            self._open[-1] = self._open[-1][0], True
        elif self._open and kind == "end":
            self.numbers_page |= self.is_page(self._open.pop()[0])
        return ""

    def instruct(self, text: str) -> None:
        """Take a piece of the instruction of the innermost field."""
        if self._open and not self._open[-1][1]:
            self._open[-1] = self._open[-1][0] + text, False

    def is_page(self, instruction: str) -> bool:
        """Tell whether a field is the number of a page, and remember it."""
        is_page = PAGE.match(instruction) is not None
        self.numbers_page |= is_page
        return is_page

    def end_paragraph(self, text: str) -> str:
        """Return a paragraph's *text*; nothing where it but numbers the page.

        A field whose result has not begun by then is taken for broken, so that it hides no more.
        """
        bare = self.numbers_page and AROUND.fullmatch(text)
        self.numbers_page = False
        self._open = [opened for opened in self._open if opened[1]]
        return "" if bare else text


def _form(character: etree._Element) -> str:
    """Return what a list or a box of a form shows (17.16.9, 17.16.7)."""
    for choice in character.iter("{*}ddList"):
        entries = [value(entry) for entry in choice.iterfind("{*}listEntry")]
        chosen = value(choice.find("{*}result"), default=value(choice.find("{*}default")) or "0")
        return "".join(entries[int(chosen) :][:1]) if chosen.isdigit() else ""
    for box in character.iter("{*}checkBox"):
        checked = box.find("{*}checked")
        return "☒" if is_on(box.find("{*}default") if checked is None else checked) else "☐"
    return ""
