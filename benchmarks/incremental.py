"""What a change of one document costs, as a share of a full build, and where the time goes.

    python -m benchmarks.incremental --data TRAIN --work DIR [--documents 10000] [--sentences 4]

Documents are so many sentences of public paragraphs, drawn by chance.  Builds in one process, one after
the other: all; all again with every vector cached; nothing changed; one changed; one added; one
removed.
"""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import index.build as building
from benchmarks.texts import made_texts
from index.generations import generations_folder
from index.sentence_embedder import default_embedder
from index.store_writer import StoreWriter
from qa.settings import Settings

# The parts of a build that are timed, as the names that the build calls them by.
PARTS: tuple[tuple[Any, str], ...] = (
    (building, "_previous"),
    (building, "find_changes"),
    (building._Build, "_read"),
    (StoreWriter, "take_over"),
    (StoreWriter, "mark_copies"),
    (building, "write_vectors"),
    (building, "write_neighbours"),
    (building, "write_words"),
    (building, "write_vocabulary"),
    (building, "publish"),
)


def timed(spent: dict[str, float]) -> None:
    """Let every part add the seconds that it takes to *spent*, under its name."""
    for owner, name in PARTS:
        whole: Callable[..., Any] = getattr(owner, name)

        def part(*given: Any, _whole: Any = whole, _name: str = name, **named: Any) -> Any:
            started = time.perf_counter()
            try:
                return _whole(*given, **named)
            finally:
                spent[_name] = spent.get(_name, 0) + time.perf_counter() - started

        setattr(owner, name, part)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--sentences", type=int, default=4)
    options = parser.parse_args()
    corpus, index = options.work / "corpus", options.work / "index"
    shutil.rmtree(options.work, ignore_errors=True)
    corpus.mkdir(parents=True)
    made = made_texts(options.data, options.documents, options.sentences)
    for number, (text, _) in enumerate(made):
        folder = corpus / f"{number // 1000:03d}"
        folder.mkdir(exist_ok=True)
        (folder / f"{number:06d}.txt").write_text(text + "\n", "utf-8")
    document = corpus / "000" / "000500.txt"
    embedder = default_embedder(Settings.from_env().cache)
    embedder.embed_questions(["warm"])
    spent: dict[str, float] = {}
    timed(spent)
    time.sleep(2.1)  # files that have only just been written are read again
    print(f"| build | passages | embedded | seconds | share | {' | '.join(n for _, n in PARTS)} |")
    print("|---|" + "--:|" * (len(PARTS) + 4))
    full = 0.0
    for name, change in (
        ("all", lambda: None),
        ("all, vectors cached", lambda: shutil.rmtree(generations_folder(index))),
        ("nothing changed", lambda: None),
        (
            "one changed",
            lambda: document.write_text("A quiet harbour was built in 1902.\n", "utf-8"),
        ),
        (
            "one added",
            lambda: document.with_name("new.txt").write_text("Nine ships came.\n", "utf-8"),
        ),
        ("one removed", document.unlink),
    ):
        change()
        spent.clear()
        report = building.build(corpus, index, embedder)
        full = full or report.seconds
        parts = " | ".join(f"{spent.get(part, 0):.2f}" for _, part in PARTS)
        print(
            f"| {name} | {report.passages} | {report.embedded} | {report.seconds:.2f} "
            f"| {report.seconds / full:.2%} | {parts} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
