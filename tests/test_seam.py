"""The seam in front of the index: what only shows an answer loads no engine and no model."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

ENGINES = ("faiss", "tantivy", "torch", "sentence_transformers", "onnxruntime", "jieba", "opencc")
ASKING = "import json, sys; {}; print(json.dumps(sorted(set(sys.modules) & set(sys.argv[1:]))))"


def loaded(code: str) -> str:
    """Return which of ENGINES are there once *code* has run in a Python of its own."""
    command = [sys.executable, "-c", ASKING.format(code), *ENGINES]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize(
    "code",
    [
        "import cli.main, cli.terminal; from qa.answers import Answer; "
        "cli.terminal.shown(Answer('?', '?', 'fr', 'declined', 0.0, None, None, (), (), '', 0.0))",
        "import page.answer_html, page.conversation, page.citation_forms; "
        "from qa.answers import Answer; "
        "page.answer_html.rendered(Answer('?', '?', 'fr', 'declined', 0.0, None, None, (), (), '', 0.0))",
        "import index.passage_index",
    ],
)
def test_what_shows_an_answer_loads_no_engine(code: str) -> None:
    assert loaded(code) == "[]"


def test_an_engine_that_is_loaded_would_be_seen() -> None:
    assert {"faiss", "tantivy"} <= set(json.loads(loaded("import index.opened")))
