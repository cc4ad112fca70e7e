"""What the tests need of the environment that they run in."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[1]
COLLECT = """
import sys, pytest
sys.modules["playwright"] = None
sys.exit(pytest.main(["--collect-only", "-q", "-m", "not browser", "-p", "no:cacheprovider"]))
"""


def test_all_tests_but_those_of_the_page_are_collected_without_playwright() -> None:
    collected = subprocess.run(
        [sys.executable, "-c", COLLECT], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert collected.returncode == 0, collected.stdout + collected.stderr
    assert "SKIPPED [1] tests/browser/conftest.py" in collected.stdout
    assert "tests/test_cli.py::" in collected.stdout


def test_the_code_beside_the_tests_is_what_is_tested() -> None:
    for name in ("cited_qa", "cli", "page", "qa", "index", "corpus", "language"):
        assert Path(str(import_module(name).__file__)).parents[1] == ROOT
