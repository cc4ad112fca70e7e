from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.main import main
from tests.makers import pdf_file

SOURCE = "灯塔规(guī)格\n&quot;海岛&quot; 丰 硕 成 果。\n\nThe lighthouse was lit in 1887.\n"


def test_inspect_shows_records_repairs_and_passages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(SOURCE, encoding="utf-8")

    assert main(["inspect", str(tmp_path / "a.txt"), "--json"]) == 0
    seen = json.loads(capsys.readouterr().out)

    assert seen["repairs"]["pinyin"] == 1
    assert seen["repairs"]["entities"] == 2
    assert seen["repairs"]["spaced_characters"] == 3
    assert any("(guī)→" in one for one in seen["examples"]["pinyin"])
    assert "丰硕成果" in "".join(one["text"] for one in seen["passages"])
    assert all(SOURCE[one["start"] : one["end"]].strip() for one in seen["passages"])


def test_inspect_shows_the_pages_of_a_pdf_to_a_person(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_file(("The lighthouse was lit.",), ("It is red.",)))

    assert main(["inspect", str(tmp_path / "a.pdf")]) == 0
    shown = capsys.readouterr().out

    assert "2 pages" in shown
    assert "page 1" in shown
    assert "The lighthouse was lit." in shown


@pytest.mark.parametrize("name", ["nowhere.txt", "a.bin"])
def test_inspect_explains_what_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "a.bin").write_bytes(b"\x7fELF")

    assert main(["inspect", str(tmp_path / name)]) == 1
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert name in told
