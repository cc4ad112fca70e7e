"""Names say what a thing is: no variable is called "one", "found" or "said"."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
VAGUE = {"one", "found", "said"}
# The answer object's field is a contract with programs.
KEPT = {("qa/answers.py", "said")}
FLOORS = ("cited_qa", "cli", "page", "qa", "index", "corpus", "language", "benchmarks", "training")
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda)


def vague_names(source: str) -> Iterator[tuple[int, str]]:
    """Yield where *source* binds a vague name outside a comprehension of a single line."""
    tree = ast.parse(source)
    short = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, COMPREHENSIONS) and node.lineno == node.end_lineno
        for part in ast.walk(node)
    }
    for node in ast.walk(tree):
        name = ""
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            name = node.id
        elif isinstance(node, ast.arg):
            name = node.arg
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            name = node.name
        if name in VAGUE and id(node) not in short:
            yield getattr(node, "lineno", 0), name


@pytest.mark.parametrize("floor", FLOORS)
def test_no_name_says_nothing(floor: str) -> None:
    vague = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in sorted((ROOT / floor).rglob("*.py"))
        for line, name in vague_names(path.read_text(encoding="utf-8"))
        if (str(path.relative_to(ROOT)), name) not in KEPT
    ]

    assert vague == []


def test_a_vague_name_would_be_seen() -> None:
    code = "def f(found):\n    for one in found:\n        said = [one for one in one]\n"

    assert list(vague_names(code)) == [(1, "found"), (2, "one"), (3, "said")]
