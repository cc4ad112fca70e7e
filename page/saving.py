"""Files that the browser makes and saves; the server keeps none."""

from __future__ import annotations

SAVE = "(file) => file && citedQA.save(file)"


def csv_file(name: str, table: str) -> list[str]:
    """Return a *table* as :data:`SAVE` takes it.

    With a mark of its encoding a spreadsheet reads it as it is.
    """
    return [name, "text/csv", "\ufeff" + table]
