"""Questions on tables of annual reports: is the right cell cited first, and its value the short answer?

    python -m benchmarks.tables --data ../shared/eval/tatqa.en.jsonl [--as csv html xlsx] [--count N]

Each table is a document of its own, as is the text around it (in HTML both are one page); all are
in one index, and a question is asked of its own documents.  Asked is what one cell of the table
answers.  A row counts as cited first when the first citation holds the value, a cell when the short
answer is the value: the same text but for currency signs and spaces, or holding it whole.
F1 is SQuAD's, over all questions, a decline counting 0.
"""

from __future__ import annotations

import argparse
import csv
import html
import io
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import xlsxwriter

from index.build import build
from index.opened import open_index
from index.passage_index import Filter
from index.sentence_embedder import default_embedder
from qa.engine import Engine
from qa.evaluation.measures import f1
from qa.reading.judge import fitted_judge
from qa.reading.sentences import SentenceRanker
from qa.reading.trained import trained_reader
from qa.settings import Settings

SPARE = re.compile(r"[\s$€£¥]|(?<=\d),(?=\d)")


def as_csv(folder: Path, name: str, item: dict[str, Any]) -> None:
    """Write the table as CSV, the text beside it."""
    target = io.StringIO()
    csv.writer(target).writerows(item["table"])
    (folder / f"{name}.csv").write_text(target.getvalue(), "utf-8")
    (folder / f"{name}.txt").write_text("\n\n".join(item["paragraphs"]), "utf-8")


def as_xlsx(folder: Path, name: str, item: dict[str, Any]) -> None:
    """Write the table as a workbook, the text beside it."""
    with xlsxwriter.Workbook(folder / f"{name}.xlsx") as book:
        sheet = book.add_worksheet("Table")
        for number, row in enumerate(item["table"]):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell)
    (folder / f"{name}.txt").write_text("\n\n".join(item["paragraphs"]), "utf-8")


def as_html(folder: Path, name: str, item: dict[str, Any]) -> None:
    """Write the text and the table as one page."""
    rows = "".join(
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row)}</tr>"
        for row in item["table"]
    )
    text = "".join(f"<p>{html.escape(one)}</p>" for one in item["paragraphs"])
    page = f"<html><body><main>{text}<table>{rows}</table></main></body></html>"
    (folder / f"{name}.html").write_text(page, "utf-8")


WRITERS: dict[str, Callable[[Path, str, dict[str, Any]], None]] = {
    "csv": as_csv,
    "html": as_html,
    "xlsx": as_xlsx,
}


def asked(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the questions that one cell of the table answers, with its value."""
    cells = {_bare(cell) for row in item["table"] for cell in row}
    header = {_bare(cell) for row in item["table"][:2] for cell in row[1:]}
    for question in item["questions"]:
        answers = question["answer"]
        if question["from"] == "text" or len(answers) != 1:
            continue
        value = _bare(answers[0])
        if value in cells and value not in header:
            yield question["question"], answers[0]


def _bare(text: str) -> str:
    return SPARE.sub("", text).casefold()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--as", dest="formats", nargs="+", default=list(WRITERS))
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--failures", action="store_true", help="list what went wrong")
    options = parser.parse_args()
    lines = options.data.read_text("utf-8").splitlines()
    items = [json.loads(line) for line in lines][: options.count]
    settings = Settings.from_env()
    embedder = default_embedder(settings.cache)
    ranker = SentenceRanker(fitted_judge(), embedder, trained_reader(settings.cache, embedder))
    print("| given as | questions | answered | right row first | right cell first | F1 |")
    print("|---|--:|--:|--:|--:|--:|")
    for name in options.formats:
        with tempfile.TemporaryDirectory() as work:
            folder = Path(work, "corpus")
            folder.mkdir()
            for number, item in enumerate(items):
                WRITERS[name](folder, f"{number:03}", item)
            build(folder, Path(work, "index"), embedder)
            opened, _ = open_index(Path(work, "index"), embedder)
            engine = Engine(opened, ranker, embedder)
            rows = list(_outcomes(engine, items, folder, show=options.failures))
            opened.close()
        means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
        print(f"| {name} | {len(rows)} | {' | '.join(f'{mean:.3f}' for mean in means)} |")


def _outcomes(
    engine: Engine, items: list[dict[str, Any]], folder: Path, *, show: bool
) -> Iterator[tuple[float, float, float, float]]:
    for number, item in enumerate(items):
        paths = tuple(path.name for path in sorted(folder.glob(f"{number:03}.*")))
        for question, value in asked(item):
            answer = engine.ask(question, among=Filter(paths=paths))
            first = answer.citations[0] if answer.citations else None
            short = answer.short_answer or ""
            wanted = _bare(value)
            row = bool(first) and wanted in _bare(first.quote) if first else False
            cell = row and wanted in _bare(short or (first.quote if first else ""))
            if show and not cell:
                quote = (first or answer.nearest[0]).text[:160] if first or answer.nearest else ""
                print(f"{number:03} {question} -> {value} | {short} | {answer.confidence} {quote}")
            yield float(bool(first)), float(row), float(cell), f1(short, [value], "en")


if __name__ == "__main__":
    main()
