"""Workbooks in binary formats, .xls and .xlsb.  The only file that knows calamine.

It gives values without their number formats; where LibreOffice is installed, such a workbook is
converted instead (:mod:`corpus.converter`).
"""

from __future__ import annotations

import datetime
import io

from python_calamine import CalamineError, CalamineWorkbook

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.tables import Grid


def load(content: bytes, _suffix: str = ".xls") -> Loaded:
    """Return the rows of all sheets, each sheet a record under its name."""
    draft = Draft()
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in workbook.sheet_names:
            draft.heading(name)
            draft.part("sheet", name)
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            draft.table(Grid([[_shown(cell) for cell in row] for row in rows], name=name))
    except CalamineError as error:
        raise UnreadableFileError("file_damaged", error=str(error)) from None
    draft.note("note_values")
    return draft.loaded()


def _shown(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime.datetime):
        return cell.isoformat(" ", "minutes").removesuffix(" 00:00")
    return str(cell)
