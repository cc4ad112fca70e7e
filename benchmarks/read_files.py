"""Read every file of a folder as a build does: pages, records, passages, languages, seconds, problems.

    python -m benchmarks.read_files --data DIR [--summary]

With a summary, the rows of one format are one row, and then come the files with problems.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from corpus.errors import UnreadableFileError
from corpus.files import SourceFile, corpus_files, read_file
from corpus.loader_process import Loaders
from corpus.passages import read_document

HEAD = "parts | records | passages | languages | replayed | seconds"


@dataclass
class Row:
    """What was found in a file, or in several."""

    files: int = 0
    parts: Counter[str] = field(default_factory=Counter)
    records: int = 0
    passages: int = 0
    languages: Counter[str] = field(default_factory=Counter)
    replayed: int = 0
    seconds: float = 0.0
    problems: tuple[str, ...] = ()

    def add(self, other: Row) -> None:
        """Add what was found in another file."""
        self.files += other.files
        self.parts += other.parts
        self.records += other.records
        self.passages += other.passages
        self.languages += other.languages
        self.replayed += other.replayed
        self.seconds += other.seconds

    def cells(self) -> str:
        """Return the cells under HEAD."""
        parts = ", ".join(f"{count} {kind}" for kind, count in self.parts.items()) or "–"
        languages = " ".join(f"{one} {count}" for one, count in self.languages.most_common(6))
        return (
            f"{parts} | {self.records} | {self.passages} | {languages} | {self.replayed} "
            f"| {self.seconds:.2f}"
        )


def readable(folder: Path) -> Iterator[SourceFile]:
    """Yield every file of a corpus that can be read."""
    with Loaders() as loaders:
        for path in corpus_files(folder):
            with suppress(UnreadableFileError):
                yield read_file(folder, path, loaders)


def described(folder: Path, path: str, loaders: Loaders) -> Row:
    """Return what is in one file."""
    started = time.perf_counter()
    try:
        file = read_file(folder, path, loaders)
    except UnreadableFileError as error:
        return Row(1, seconds=time.perf_counter() - started, problems=(str(error),))
    document, passages = read_document(file)
    seconds = time.perf_counter() - started
    # Replayed against what a second reading of the file gives, as `cited-qa verify` does.
    again = read_file(folder, path, loaders)
    return Row(
        1,
        Counter(part.kind for part in document.parts),
        len(document.records),
        len(passages),
        Counter(passage.language for passage in passages),
        sum(passage.view.borne_out_by(again.source) for passage in passages),
        seconds,
        tuple(note.told("en") for note in document.notes[:2]),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--summary", action="store_true")
    options = parser.parse_args()
    rows: dict[str, Row] = {}
    with Loaders() as loaders:
        loaders.load(".csv", b"1,2\n")  # the process starts with the first file
        for path in corpus_files(options.data):
            rows[path] = described(options.data, path, loaders)
    if options.summary:
        print(f"| format | files | {HEAD} |\n|---|--:|---|--:|--:|---|--:|--:|")
        for suffix, row in _summed(rows).items():
            print(f"| {suffix} | {row.files} | {row.cells()} |")
        print("\n| file | problem |\n|---|---|")
        for path, row in rows.items():
            if row.problems:
                print(f"| {path} | {'; '.join(row.problems)} |")
    else:
        print(f"| file | {HEAD} | problems |\n|---|---|--:|--:|---|--:|--:|---|")
        for path, row in rows.items():
            print(f"| {path} | {row.cells()} | {'; '.join(row.problems)} |")
    whole = _total(rows.values())
    print(f"\n{whole.replayed} of {whole.passages} passages replayed")


def _total(rows: Iterable[Row]) -> Row:
    total = Row()
    for row in rows:
        total.add(row)
    return total


def _summed(rows: dict[str, Row]) -> dict[str, Row]:
    """Return one row for each format, the commonest first."""
    summed: dict[str, Row] = {}
    for path, row in rows.items():
        summed.setdefault(PurePosixPath(path).suffix.lower(), Row()).add(row)
    return dict(sorted(summed.items(), key=lambda one: -one[1].files))


if __name__ == "__main__":
    main()
