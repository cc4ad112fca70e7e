"""Eighty made questions: of half the sources differ, of half they speak of other things."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qa.engine import Engine
from tests.conftest import built

pytestmark = pytest.mark.model

DATA = Path(__file__).with_name("data") / "values_differ.jsonl"
CASES: list[dict[str, Any]] = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]


@dataclass(frozen=True, slots=True)
class Figures:
    """How many questions of either sort came out right, and which did not."""

    beside: int  # differing values that all stand side by side
    apart: int  # values of other things that do not
    wrong: tuple[str, ...]


def written(case: dict[str, Any], number: int, corpus: Path) -> None:
    """Write the sources of a case: as posts of one file, or as files of their own."""
    days = [f"2021-0{at}-1{at}" for at in range(1, 1 + len(case["texts"]))]
    if case.get("posts"):
        posts = (
            {"author": f"user{at}", "date": day, "text": text}
            for at, (day, text) in enumerate(zip(days, case["texts"], strict=True))
        )
        lines = "".join(json.dumps(post, ensure_ascii=False) + "\n" for post in posts)
        (corpus / f"{number:02}.jsonl").write_text(lines, "utf-8")
        return
    for at, (day, text) in enumerate(zip(days, case["texts"], strict=True)):
        (corpus / f"{number:02}-{at}.txt").write_text(f"{day}\n\n{text}\n", "utf-8")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder = tmp_path_factory.mktemp("values-differ")
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, case in enumerate(CASES):
        written(case, number, corpus)
    return built(corpus, folder).engine()


def right(engine: Engine, case: dict[str, Any]) -> bool:
    """Tell whether just the values of a case that differ stand side by side."""
    stated = [valued.value for valued in engine.ask(case["asked"]).values]
    wanted = case["values"]
    found = all(any(value in each for each in stated) for value in wanted)
    return found and len(stated) == len(wanted)


def measured(engine: Engine) -> Figures:
    """Ask all and count."""
    told = [(case, right(engine, case)) for case in CASES]
    return Figures(
        sum(well for case, well in told if case["values"]),
        sum(well for case, well in told if not case["values"]),
        tuple(case["asked"] for case, well in told if not well),
    )


def test_of_eighty_questions_nearly_all_have_just_the_values_that_differ(engine: Engine) -> None:
    figures = measured(engine)

    assert figures.beside >= 36, figures.wrong
    assert figures.apart >= 38, figures.wrong
