"""Where files are cut into records by what their text looks like; a sample to be read by eye.

    python -m benchmarks.record_splits --data DIR [--sample 50] [--beside 4]

Counts the files and their boundaries, without those that the format itself gives, and prints as
many boundaries as asked for, drawn with a fixed seed, each with the lines around it.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.read_files import readable
from corpus.files import SourceFile
from corpus.passages import read_document

SEED = 1
SHOWN = 100  # characters of a line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sample", type=int, default=50)
    parser.add_argument("--beside", type=int, default=4, help="lines before and after")
    options = parser.parse_args()
    splits: list[tuple[str, str, int, str]] = []
    files = 0
    for file in readable(options.data):
        files += 1
        boundaries = list(_splits(file))
        splits += [(file.path, file.source, *one) for one in boundaries]
        if boundaries:
            print(f"{file.path}: {len(boundaries)}")
    print(f"\n{len(splits)} boundaries in {files} files\n")
    for path, source, start, title in random.Random(SEED).sample(
        splits, min(options.sample, len(splits))
    ):
        print(f"--- {path} {start}: {title}")
        print(_around(source, start, options.beside))


def _splits(file: SourceFile) -> Iterator[tuple[int, str]]:
    """Yield where records begin, but for the first and those that the format gives."""
    if len(file.loaded.headings) > 1:
        return
    document, _ = read_document(file)
    for record in document.records[1:]:
        yield record.start, record.title


def _around(source: str, start: int, beside: int) -> str:
    before = [line for line in source[:start].split("\n") if line.strip()][-beside:]
    after = [line for line in source[start:].split("\n") if line.strip()][: beside + 1]
    return "\n".join(
        [
            *(f"      {line[-SHOWN:]}" for line in before),
            *(f"    > {line[:SHOWN]}" for line in after),
        ]
    )


if __name__ == "__main__":
    main()
