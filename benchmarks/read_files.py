"""Read every file of a folder as a build does: pages, records, passages, languages, seconds, problems.

python -m benchmarks.read_files --data ../shared/eval/messy
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from corpus.errors import UnreadableFileError
from corpus.files import corpus_files, read_file
from corpus.loader_process import Loaders
from corpus.passages import read_document


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data
    total = replayed = 0
    print("| file | parts | records | passages | languages | replayed | seconds | problems |")
    print("|---|---|--:|--:|---|--:|--:|---|")
    with Loaders() as loaders:
        for path in corpus_files(folder):
            started = time.perf_counter()
            row, passages, good = described(folder, path, loaders)
            total, replayed = total + passages, replayed + good
            seconds = time.perf_counter() - started
            print(f"| {path} | {' | '.join(row[:-1])} | {seconds:.2f} | {row[-1]} |")
    print(f"\n{replayed} of {total} passages replayed")


def described(folder: Path, path: str, loaders: Loaders) -> tuple[list[str], int, int]:
    try:
        file = read_file(folder, path, loaders)
    except UnreadableFileError as error:
        return [*["–"] * 5, str(error)], 0, 0
    document, passages = read_document(file)
    # Replayed against what a second reading of the file gives, as `cited-qa verify` does.
    again = read_file(folder, path, loaders)
    good = sum(passage.view.borne_out_by(again.source) for passage in passages)
    parts = Counter(part.kind for part in file.parts)
    languages = Counter(passage.language for passage in passages)
    row = [
        ", ".join(f"{count} {kind}" for kind, count in parts.items()) or "–",
        str(len(document.records)),
        str(len(passages)),
        " ".join(f"{language} {count}" for language, count in languages.most_common(4)),
        str(good),
        "; ".join(file.notes[:2]),
    ]
    return row, len(passages), good


if __name__ == "__main__":
    main()
