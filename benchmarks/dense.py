"""The nearest rows: compared all, by HNSW, by an inverted file; what each costs and finds.

    python -m benchmarks.dense --data ../shared/train [--sizes 10000 100000 200000]

Rows are mixtures of real ones, as in size.py; questions are real.  One thread asks, all cores
build.  HNSW gets 32 links a row and the smallest search width of 40, 80, 160… that finds what the
inverted file must find too (RECALL in index/dense.py).
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import faiss
import numpy as np

from benchmarks.datasets import load_squad
from benchmarks.size import MadeUp, milliseconds
from benchmarks.texts import SETS, made_texts
from index import dense
from index.centring import centred
from index.dense import NEAREST, RECALL, DenseIndex
from index.sentence_embedder import default_embedder
from qa.settings import Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

Search = Callable[["NDArray[np.float32]"], set[int]]
EACH = 25  # questions of each language


def timed(search: Search, questions: NDArray[np.float32], true: list[set[int]]) -> tuple[str, str]:
    """Return what share of the nearest *search* finds, and its milliseconds."""
    taken, shares = [], []
    for row, nearest in zip(questions, true, strict=True):
        started = time.perf_counter()
        found = search(row)
        taken.append(time.perf_counter() - started)
        shares.append(len(found & nearest) / NEAREST)
    return f"{np.mean(shares):.3f}", milliseconds(taken)


def hnsw(index: DenseIndex, questions: NDArray[np.float32], true: list[set[int]]) -> Search:
    """Return a search in a graph of small worlds that finds enough."""
    made: Any = faiss.IndexHNSWFlat(index.rows.shape[1], 32, faiss.METRIC_INNER_PRODUCT)
    faiss.omp_set_num_threads(os.cpu_count() or 1)
    made.add(index.rows)
    faiss.omp_set_num_threads(1)

    def search(row: NDArray[np.float32]) -> set[int]:
        return set(index.numbers[made.search(row[None, :], NEAREST)[1][0]].tolist())

    for width in (40, 80, 160, 320, 640, 1280):
        made.hnsw.efSearch = width
        if float(timed(search, questions, true)[0]) >= RECALL:
            break
    return search


def exact(index: DenseIndex) -> Search:
    """Return a search that compares all rows."""
    return lambda row: set(index.nearest(row, NEAREST))


def inverted(index: DenseIndex) -> Search:
    """Return a search in the inverted file that the program writes for so many rows."""
    with tempfile.TemporaryDirectory() as folder:
        np.save(Path(folder, dense.ROWS), index.rows)
        np.save(Path(folder, dense.NUMBERS), index.numbers)
        whole, dense.EXACT_UP_TO = dense.EXACT_UP_TO, 0
        dense.write_neighbours(Path(folder), None)
        dense.EXACT_UP_TO = whole
        opened = DenseIndex.load(Path(folder))
        return lambda row: set(opened.nearest(row, NEAREST))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000, 200_000])
    options = parser.parse_args()
    real = default_embedder(Settings.from_env().cache)
    made = MadeUp(real, real.embed_passages([text for text, _ in made_texts(options.data, 500, 1)]))
    asked = [
        (one.text, language)
        for name, language in SETS.items()
        for one in load_squad(options.data / name, language).questions[:EACH]
    ]
    questions = real.embed_questions([text for text, _ in asked])
    questions = centred(questions, [language for _, language in asked], "question", real)
    print("| rows | search | build s | recall of 40 | ms p50 / p95 |\n|--:|---|--:|--:|--:|")
    for size in options.sizes:
        rows = np.concatenate(
            [made.embed_passages([""] * min(10_000, size)) for _ in range(0, size, 10_000)]
        )
        index = DenseIndex(np.arange(1, size + 1), rows)
        true = [set(index.nearest(row, NEAREST)) for row in questions]
        for name, make in (
            ("all", partial(exact, index)),
            ("inverted file, SQ8, rows decide", partial(inverted, index)),
            ("HNSW 32", partial(hnsw, index, questions, true)),
        ):
            started = time.perf_counter()
            search = make()
            spent = time.perf_counter() - started
            cells = timed(search, questions, true)
            print(f"| {size} | {name} | {spent:.1f} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
