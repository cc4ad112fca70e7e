"""The README names what exists, and all that exists is named."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.main import main
from qa.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
FLOORS = ("cited_qa", "cli", "page", "api", "serving", "qa", "index", "corpus", "language")
FOLDERS = (*FLOORS, "benchmarks", "deploy", "docs", "tests", "training")
# "qa/settings.py", "page/*_html.py", "docs/decisions/0006"; not what a commit of before held.
PATH = re.compile(rf"(?<![\w./<\"-])(?:{'|'.join(FOLDERS)})/[\w./*-]*\w(?!\S* \(last in `)")
FILE = re.compile(r"`(\w+\.(?:py|js|json|css|svg|safetensors))(?:`| [^`]*`)(?![^|]{0,3}last in `)")


def test_every_setting_is_in_its_page() -> None:
    names = {f"CITED_QA_{field.name.upper()}" for field in dataclasses.fields(Settings)}
    limits = {
        f"CITED_QA_{name}"
        for name in ("FILE_MB", "FILE_SECONDS", "FILE_MEMORY_MB", "OCR_SECONDS", "ENGINE_TOKEN")
    }

    assert set(re.findall(r"CITED_QA_[A-Z_]+", SETTINGS)) == names - {"CITED_QA_LIMITS"} | limits


def test_every_command_is_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = set(re.findall(r"^    ([a-z-]+)(?: |$)", capsys.readouterr().out, re.MULTILINE))

    assert commands == set(re.findall(r"^\| `cited-qa ([a-z-]+)", README, re.MULTILINE))


def test_every_file_that_the_readme_links_exists() -> None:
    missing = [
        path
        for path in re.findall(r"\]\(([^)#]+)\)", README)
        if not path.startswith("http") and not (ROOT / path).exists()
    ]

    assert missing == []


def pages() -> Iterator[Path]:
    """Yield the documents and the modules of the project."""
    yield from ROOT.glob("*.md")
    for folder in FOLDERS:
        for suffix in ("md", "py", "js"):
            yield from (ROOT / folder).rglob(f"*.{suffix}")


def test_every_path_that_a_page_or_docstring_names_exists() -> None:
    missing = [
        f"{page.relative_to(ROOT)}: {path}"
        for page in pages()
        for path in PATH.findall(page.read_text(encoding="utf-8"))
        if not any(ROOT.glob(path)) and not any(ROOT.glob(f"{path}-*.md"))
    ]

    assert missing == []


def test_every_file_that_a_page_names_without_its_folder_exists() -> None:
    held = {file.name for folder in FOLDERS for file in (ROOT / folder).rglob("*.*")} | {"app.py"}
    missing = [
        f"{page.relative_to(ROOT)}: {name}"
        for page in pages()
        if page.suffix == ".md"
        for name in FILE.findall(page.read_text(encoding="utf-8"))
        if name not in held
    ]

    assert missing == []


def test_set_up_stands_in_the_first_twenty_lines() -> None:
    beginning = "\n".join(README.splitlines()[:20])

    assert "make run" in beginning
    assert "make test" in beginning


def test_the_readme_is_short_enough_to_be_read() -> None:
    assert len(README.splitlines()) <= 150
