"""How fast files become passages, by format, and how much memory a large folder takes.

    python -m benchmarks.throughput --data ../shared/eval/messy --engine ours
    python benchmarks/throughput.py --data ../shared/eval/messy --engine langchain   # its own venv
    python benchmarks/throughput.py --data ../shared/eval/messy --engine haystack
    python -m benchmarks.throughput --data ../shared/eval/messy --fill 500           # memory
    python -m benchmarks.throughput --data ../shared/eval/messy --build 500

The peers get their own loaders or converters and their own splitters at default settings; neither
repairs text, finds languages or keeps a map.  `--fill` reads copies of the files until so many
megabytes were read, and prints the memory of the process (and of its loaders) on the way.
`--build` builds an index over so many megabytes of copies, with the fast embedder, and prints the
same; the copies are found to be copies, so that little is embedded and all else is done.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import cycle
from pathlib import Path
from typing import Any

FORMATS = (".txt", ".csv", ".html", ".pdf", ".docx")
# Made by made_files.py; the peers' loaders for them need programs or services of their own.
OURS = (".md", ".pptx", ".xlsx", ".epub", ".tsv", ".json", ".jsonl", ".srt", ".vtt", ".eml")


def ours() -> Callable[[Path], int]:
    from corpus.files import read_file
    from corpus.loader_process import Loaders
    from corpus.passages import read_document

    loaders = Loaders()
    return lambda path: len(read_document(read_file(path.parent, path.name, loaders))[1])


def langchain() -> Callable[[Path], int]:
    from langchain_community.document_loaders import (
        BSHTMLLoader,
        CSVLoader,
        Docx2txtLoader,
        PyPDFLoader,
        TextLoader,
    )
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter()
    known: dict[str, Any] = {
        ".txt": lambda path: TextLoader(path, autodetect_encoding=True),
        ".csv": lambda path: CSVLoader(path, autodetect_encoding=True),
        ".html": lambda path: BSHTMLLoader(path, open_encoding="utf-8"),
        ".pdf": PyPDFLoader,
        ".docx": Docx2txtLoader,
    }
    return lambda path: len(splitter.split_documents(known[path.suffix](str(path)).load()))


def haystack() -> Callable[[Path], int]:
    from haystack.components.converters import (
        CSVToDocument,
        DOCXToDocument,
        HTMLToDocument,
        PyPDFToDocument,
        TextFileToDocument,
    )
    from haystack.components.preprocessors import DocumentSplitter

    splitter = DocumentSplitter()
    known: dict[str, Any] = {
        ".txt": TextFileToDocument(),
        ".csv": CSVToDocument(),
        ".html": HTMLToDocument(),
        ".pdf": PyPDFToDocument(),
        ".docx": DOCXToDocument(),
    }

    def read(path: Path) -> int:
        documents = known[path.suffix].run(sources=[path])["documents"]
        return len(splitter.run(documents=documents)["documents"])

    return read


def speed(paths: Iterable[Path], read: Callable[[Path], int]) -> dict[str, Any]:
    """Return by format the MB per second, the seconds and what failed; best of three readings."""
    size: dict[str, int] = defaultdict(int)
    seconds: dict[str, float] = defaultdict(float)
    failed: dict[str, int] = defaultdict(int)
    for path in paths:
        times = []
        try:
            for _ in range(3):
                started = time.perf_counter()
                read(path)
                times.append(time.perf_counter() - started)
        except Exception:  # noqa: BLE001 - a file that one of them cannot read is not timed
            failed[path.suffix] += 1
            continue
        size[path.suffix] += path.stat().st_size
        seconds[path.suffix] += min(times)
    return {
        suffix: {
            "MB/s": round(size[suffix] / seconds[suffix] / 1e6, 3),
            "s": round(seconds[suffix], 2),
            "failed": failed[suffix],
        }
        for suffix in seconds
    }


def fill(paths: list[Path], read: Callable[[Path], int], megabytes: int) -> None:
    """Read *paths* again and again and print the highest memory so far, every tenth of the way."""
    done = 0
    step = megabytes * 100_000
    shown = step
    started = time.perf_counter()
    for path in cycle(paths):
        try:
            read(path)
        except Exception:  # noqa: BLE001,S112 - skipped as a build would
            continue
        done += path.stat().st_size
        if done >= shown:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"{done / 1e6:>6.0f} MB {time.perf_counter() - started:>6.0f} s {peak:>6} MiB")
            shown += step
        if done >= megabytes * 1_000_000:
            return


def build_memory(folder: Path, megabytes: int) -> None:
    """Build over copies of *folder* and print the highest memory so far, every tenth of the way."""
    from index.build import build
    from index.fast_embedder import FastEmbedder

    embedder = FastEmbedder()
    embedder.embed_questions(["warm"])
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    started = time.perf_counter()
    shown: set[tuple[str, int]] = set()

    def show(stage: str, done: int, total: int) -> None:
        tenth = 10 * done // max(total, 1)
        if (stage, tenth) not in shown:
            shown.add((stage, tenth))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            taken = time.perf_counter() - started
            print(f"{stage:<10} {done:>6} / {total} {taken:>6.0f} s {peak:>6} MiB", flush=True)

    with tempfile.TemporaryDirectory() as work:
        for number in range(-(-megabytes * 1_000_000 // size)):
            shutil.copytree(folder, Path(work, "corpus", str(number)))
        report = build(Path(work, "corpus"), Path(work, "index"), embedder, show)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{report.documents} documents, {report.passages} passages, {report.embedded} embedded,")
    print(f"{report.seconds:.0f} s, {peak} MiB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, nargs="+")
    parser.add_argument("--engine", choices=("ours", "langchain", "haystack"), default="ours")
    parser.add_argument("--fill", type=int, metavar="MB")
    parser.add_argument("--build", type=int, metavar="MB")
    options = parser.parse_args()
    if options.build:
        build_memory(options.data[0], options.build)
        return
    read = {"ours": ours, "langchain": langchain, "haystack": haystack}[options.engine]()
    formats = FORMATS + OURS if options.engine == "ours" and not options.fill else FORMATS
    paths = sorted(
        path for folder in options.data for path in folder.rglob("*") if path.suffix in formats
    )
    if options.fill:
        fill(paths, read, options.fill)
    else:
        print(json.dumps({options.engine: speed(paths, read)}, indent=1))


if __name__ == "__main__":
    main()
