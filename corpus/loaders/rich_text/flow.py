"""One flow of text in a document: paragraphs and rows of cells in turn."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.loaders.tables import Grid

Block = str | Grid


@dataclass(slots=True)
class Row:
    """What is said of a row of a table before its cells: of each, how it is merged."""

    merged: list[set[str]] = field(default_factory=list)
    header: bool = False


@dataclass(slots=True)
class Flow:
    """Collects the paragraphs, cells and rows of the text, a note, a head or a text box."""

    blocks: list[Block] = field(default_factory=list)
    beside: list[Block] = field(default_factory=list)  # notes and boxes of this paragraph
    pieces: list[str] = field(default_factory=list)
    _cell: list[str] = field(default_factory=list)
    _row: list[str] = field(default_factory=list)
    _rows: list[list[str]] = field(default_factory=list)
    _header: int = 0

    def paragraph(self, *, in_table: bool) -> None:
        """End a paragraph, be it empty."""
        text = _whole("".join(self.pieces)).strip()
        self.pieces.clear()
        if in_table:
            self._cell += [text] if text else []
            return
        self._cell_left()
        self.table()
        self.blocks += [text] if text else []
        self.blocks += self.beside
        self.beside.clear()

    def cell(self) -> None:
        """End a cell."""
        self.paragraph(in_table=True)
        self._row.append("\n".join(self._cell))
        self._cell.clear()

    def row(self, row: Row) -> None:
        """End a row of which *row* says what is merged."""
        above = self._rows[-1] if self._rows else []
        for at, merged in enumerate(row.merged[: len(self._row)]):
            if "clvmrg" in merged and at < len(above):
                self._row[at] = above[at]
            elif "clmrg" in merged and at and row.header:
                self._row[at] = self._row[at - 1]
        if row.header and self._header == len(self._rows):
            self._header += 1
        if any(self._row):
            self._rows.append(self._row)
        self._row = []

    def table(self) -> None:
        """End a table: the next row is one of another."""
        if self._row:
            self.row(Row())
        if self._rows:
            header = self._header if 0 < self._header < len(self._rows) else None
            self.blocks.append(Grid(self._rows, header))
        self._rows, self._header = [], 0

    def _cell_left(self) -> None:
        """What was begun in a cell and never ended is text."""
        self.blocks += self._cell
        self._cell.clear()

    def finished(self) -> list[Block]:
        """End it and return all that it holds."""
        self.paragraph(in_table=False)
        return self.blocks


def _whole(text: str) -> str:
    """Return *text* with the halves of characters put together; a lone half is replaced."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
