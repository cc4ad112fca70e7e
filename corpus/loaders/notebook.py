"""Jupyter notebooks: what is written, the code, and what it printed (nbformat 4.5)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import regex

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.pipe_tables import grids
from corpus.loaders.plain import decoded
from corpus.loaders.web.html import tree
from corpus.loaders.web.markup import add_markup
from corpus.loaders.web.page_words import words_of
from corpus.markdown import markup, soft_breaks
from corpus.view import View

# Where a link of Markdown leads.
DESTINATION = regex.compile(r"\]\([^()\n]*")
# Colours of a terminal (ECMA-48, 5.4).
COLOURS = regex.compile(r"\x1b\[[0-?]*[ -/]*[@-~]")


def load(content: bytes, _suffix: str = ".ipynb") -> Loaded:
    """Return the cells in order, each a part with its number.

    Of an output it is the table or text that a notebook shows; pictures are left out.  Markdown
    stands there as it reads, without its marks.
    """
    draft = Draft()
    notebook = _notebook(content)
    draft.heading(str(_metadata(notebook).get("title") or ""))
    for number, cell in enumerate(_cells(notebook), start=1):
        draft.part("cell", str(number))
        source = _source(cell)
        if cell.get("cell_type") in {"markdown", "heading"}:
            _add_markdown(draft, source)
        elif source.strip():
            draft.add(source.strip("\n"))
        for html, text in _outputs(cell):
            if html:
                add_markup(draft, tree(html))
            else:
                draft.add(text.strip("\n"))
    return draft.loaded()


def visible(content: bytes, _suffix: str = ".ipynb") -> str:
    """Return the source of all cells and what their outputs show."""
    lines: list[str] = []
    for cell in _cells(_notebook(content)):
        lines.append(DESTINATION.sub("](", _source(cell)))
        lines += [words_of(html) if html else text for html, text in _outputs(cell)]
    return "\n".join(lines)


def _notebook(content: bytes) -> dict[str, Any]:
    try:
        notebook = json.loads(decoded(content).removeprefix("\ufeff"))
    except ValueError as error:
        raise UnreadableFileError("file_no_json", error=str(error)) from None
    if not isinstance(notebook, dict) or not ({"cells", "worksheets"} & notebook.keys()):
        raise UnreadableFileError("file_no_cells")
    return notebook


def _metadata(notebook: dict[str, Any]) -> dict[str, Any]:
    metadata = notebook.get("metadata")
    return metadata if isinstance(metadata, dict) else {}


def _cells(notebook: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the cells; before version 4 they stood in worksheets."""
    sheets = notebook.get("worksheets", [notebook])
    for sheet in sheets if isinstance(sheets, list) else []:
        cells = sheet.get("cells") if isinstance(sheet, dict) else []
        yield from (
            (cell for cell in cells if isinstance(cell, dict)) if isinstance(cells, list) else ()
        )


def _source(cell: dict[str, Any]) -> str:
    return _joined(cell.get("source", cell.get("input"))).replace("\0", "")


def _add_markdown(draft: Draft, text: str) -> None:
    at = 0
    for grid, (start, end) in [*grids(text), (None, (len(text), len(text)))]:
        block = _read(text[at:start])
        if block.strip():
            draft.add(block.strip("\n"))
        if grid is not None:
            draft.table(replace(grid, rows=[[_read(cell) for cell in row] for row in grid.rows]))
        at = end


def _read(text: str) -> str:
    """Return Markdown as it reads, as the reading view of a Markdown file does."""
    joined = View.of(text).edited(soft_breaks(text)).text
    return View.of(joined).edited(markup(joined)).text


def _outputs(cell: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each output as markup or else as text."""
    outputs = cell.get("outputs")
    for output in outputs if isinstance(outputs, list) else []:
        if not isinstance(output, dict):
            continue
        data = output.get("data", output)
        data = data if isinstance(data, dict) else {}
        html = _joined(data.get("text/html"))
        text = _joined(data.get("text/markdown") or data.get("text/plain") or output.get("text"))
        if output.get("output_type") in {"error", "pyerr"}:
            text = _joined(output.get("traceback"), "\n") or str(output.get("evalue", ""))
        if html or text:
            yield html, COLOURS.sub("", text)


def _joined(lines: object, end: str = "") -> str:
    """Return a text that is a string or a list of its lines."""
    if isinstance(lines, list):
        return end.join(line for line in lines if isinstance(line, str))
    return lines if isinstance(lines, str) else ""
