"""Workbooks.  The only file that knows calamine."""

from __future__ import annotations

import datetime
import io

from python_calamine import CalamineError, CalamineWorkbook

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.tables import Grid


def load(content: bytes, _suffix: str = ".xlsx") -> Loaded:
    """Return the rows of all sheets, each sheet a record under its name."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        draft = Draft()
        for name in workbook.sheet_names:
            draft.heading(name)
            draft.part("sheet", name)
            rows = workbook.get_sheet_by_name(name).to_python()
            draft.table(Grid([[_shown(cell) for cell in row] for row in rows], name=name))
    except CalamineError as error:
        raise UnreadableFileError("file_damaged", error=str(error)) from None
    return draft.loaded()


def _shown(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(" ", "minutes").removesuffix(" 00:00")
    return str(cell)
