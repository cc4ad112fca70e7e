"""``app.py`` stands on the top floor; import-linter, which checks the rest, reads packages only."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

APP = Path(__file__).parents[1] / "app.py"


def floors_below(source: str) -> set[str]:
    """Return the top packages that *source* imports, but Python's own."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module or ".")
    return {name.split(".")[0] for name in names} - sys.stdlib_module_names


def test_app_py_stands_on_the_command_line_alone() -> None:
    assert floors_below(APP.read_text(encoding="utf-8")) == {"cli"}


@pytest.mark.parametrize(
    "wrong", ["import qa.engine", "from page import server", "def late():\n    import index.build"]
)
def test_an_import_past_a_floor_is_seen(wrong: str) -> None:
    assert floors_below(f"{APP.read_text(encoding='utf-8')}\n{wrong}\n") != {"cli"}
