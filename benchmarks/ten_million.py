"""Vectors and their neighbours at ten million: build, memory, recall, milliseconds; and plain FAISS at one million.

    python -m benchmarks.ten_million --data TRAIN --work DIR [--rows 10000000] [--plain 1000000]

Rows: real ones of 1,000 texts, mixed in pairs by chance, with noise, as in size.py; questions: 200 real ones.  The files
are written by the program's own parts, without texts.  Every step is a process of its own, so that its memory is its own.
"Cold" is each question once after all files were put out of the kernel's memory; "warm" the same questions again.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import faiss
import numpy as np

from benchmarks.memory import Peak, memory
from benchmarks.texts import asked_texts, made_texts
from index.centring import centred
from index.dense import DenseIndex
from index.lists import LISTS, Told
from index.neighbours import write_neighbours
from index.querying import query
from index.rows import VECTORS, Rows, RowsDraft
from index.sentence_embedder import default_embedder
from language.detect import detect
from qa.settings import Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

REAL, QUESTIONS, PORTION = 1000, 200, 50_000
WANTED, FIRST = 40, 10  # what a question asks of the rows; the recall is of the first of these


def real_rows(data: Path, work: Path) -> None:
    """Write the rows that all others are mixed of, and those of the questions."""
    if (work / "questions.npy").exists():
        return
    embedder = default_embedder(Settings.from_env().cache)
    texts, languages = zip(*made_texts(data, REAL, 1), strict=True)
    rows = centred(embedder.embed_passages(list(texts)), list(languages), "passage", embedder)
    np.save(work / "real.npy", rows)
    asked = [query(text, detect(text), embedder).row for text in asked_texts(data, QUESTIONS)]
    np.save(work / "questions.npy", np.stack(asked))


def made_rows(real: NDArray[np.float32], count: int) -> Iterator[tuple[int, NDArray[np.float32]]]:
    """Yield *count* unit rows in portions, each with how many were before it."""
    for at in range(0, count, PORTION):
        some, chance = min(PORTION, count - at), np.random.default_rng((5, at))
        nearer, farther = (real[chance.integers(0, len(real), some)] for _ in range(2))
        share = chance.uniform(0.5, 1, (some, 1)).astype(np.float32)
        mixed = share * nearer + (1 - share) * farther
        mixed += 0.015 * chance.standard_normal(mixed.shape, np.float32)
        mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
        yield at, mixed


def build(work: Path, count: int) -> dict[str, Any]:
    """Write the generation; return seconds, memory, megabytes on disk."""
    folder = work / str(count)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    real = np.load(work / "real.npy")
    with Peak() as peak:
        started = time.perf_counter()
        draft = RowsDraft(folder, np.arange(1, count + 1), real.shape[1], None)
        for at, rows in made_rows(real, count):
            draft.put(range(at + 1, at + len(rows) + 1), rows)
        draft.close()
        written = time.perf_counter()
        write_neighbours(folder, None)
        ended = time.perf_counter()
    told = Told.load(folder)
    megabytes = {
        name: sum(file.stat().st_size for file in (folder / name).iterdir()) / 1e6
        for name in (VECTORS, LISTS)
    }
    return {"rows s": written - started, "lists s": ended - written, **peak.most, **megabytes,
            "searched": told.lists, "recall": told.recall, "span": told.span}  # fmt: skip


def changed(work: Path, count: int) -> dict[str, Any]:
    """Take a document of 100 passages out and put one of one passage in; return the seconds."""
    before, folder = work / str(count), work / f"{count}-changed"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    questions = np.load(work / "questions.npy")
    with Peak() as peak:
        started = time.perf_counter()
        rows = Rows.load(before)
        numbers = np.append(np.delete(rows.numbers, slice(1000, 1100)), count + 1)
        draft = RowsDraft(folder, numbers, rows.dimension, rows)
        draft.put([count + 1], questions[:1])
        draft.close()
        written = time.perf_counter()
        write_neighbours(folder, before)
        ended = time.perf_counter()
    new = [file for file in folder.rglob("*") if file.is_file() and file.stat().st_nlink == 1]
    megabytes = sum(file.stat().st_size for file in new) / 1e6
    shutil.rmtree(folder)
    return {"rows s": written - started, "lists s": ended - written, "MB": megabytes, **peak.most}


def truth(work: Path, count: int) -> dict[str, Any]:
    """Write the true nearest of every question, all rows compared."""
    questions, rows = np.load(work / "questions.npy"), Rows.load(work / str(count))
    best = np.full((len(questions), FIRST), -np.inf, np.float32)
    numbers = np.full((len(questions), FIRST), -1, np.int64)
    for own, block in rows.blocks():
        near, places = faiss.knn(questions, block.astype(np.float32), FIRST, faiss.METRIC_INNER_PRODUCT)  # fmt: skip
        best, numbers = np.hstack((best, near)), np.hstack((numbers, own[places]))
        order = np.argsort(-best, axis=1, kind="stable")[:, :FIRST]
        best, numbers = np.take_along_axis(best, order, 1), np.take_along_axis(numbers, order, 1)
    np.save(work / f"truth-{count}.npy", numbers)
    return {}


def timed(work: Path, count: int, nearest: Callable[[NDArray[np.float32]], list[int]]) -> dict[str, Any]:  # fmt: skip
    """Ask every question; return milliseconds and the recall of the first ten."""
    true, taken, shares = np.load(work / f"truth-{count}.npy"), [], []
    for row, wanted in zip(np.load(work / "questions.npy"), true, strict=True):
        started = time.perf_counter()
        given = nearest(row)
        taken.append(1e3 * (time.perf_counter() - started))
        shares.append(len(set(given[:FIRST]).intersection(wanted.tolist())) / FIRST)
    p50, p95 = np.percentile(taken, (50, 95))
    return {"ms": f"{p50:.1f} / {p95:.1f}", "recall@10": float(np.mean(shares))}


def ask(work: Path, count: int) -> dict[str, Any]:
    """Open the generation and ask, cold and warm."""
    folder, before = work / str(count), memory()
    for file in filter(Path.is_file, folder.rglob("*")):
        with file.open("rb") as opened:
            os.fsync(opened.fileno())
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    started = time.perf_counter()
    index = DenseIndex.load(folder)
    took = time.perf_counter() - started
    opened_with = memory()

    def nearest(row: NDArray[np.float32]) -> list[int]:
        return list(index.nearest(row, WANTED))

    cold, warm = timed(work, count, nearest), timed(work, count, nearest)
    return {"open s": took, "cold": cold["ms"], **warm, **memory(),
            "anon before": before["RssAnon"], "opened": opened_with["VmRSS"]}  # fmt: skip


def plain(work: Path, count: int, kind: str) -> dict[str, Any]:
    """Do the same with an index of FAISS in memory, its rows of four bytes a number."""
    faiss.omp_set_num_threads(2)
    rows = Rows.load(work / str(count))
    started = time.perf_counter()
    made: Any = faiss.index_factory(rows.dimension, kind, faiss.METRIC_INNER_PRODUCT)
    if kind != "Flat":
        chosen = np.random.default_rng(1).choice(rows.numbers, 40 * made.nlist, replace=False)
        made.train(rows.of(chosen))
    for _, block in rows.blocks():
        made.add(block.astype(np.float32))
    took = time.perf_counter() - started
    faiss.omp_set_num_threads(1)

    def nearest(row: NDArray[np.float32]) -> list[int]:
        return rows.numbers[made.search(row[None, :], WANTED)[1][0]].tolist()  # type: ignore[no-any-return]

    for probes in (1,) if kind == "Flat" else (8, 16, 32, 64, 128, 256, 512):
        if kind != "Flat":
            made.nprobe = probes
        figures = timed(work, count, nearest)
        if figures["recall@10"] >= 0.97:
            break
    return {"lists s": took, "searched": probes, **figures, **memory()}


STEPS: dict[str, Callable[[Path, int], dict[str, Any]]] = {
    "build": build, "changed": changed, "truth": truth, "ask": ask,
    "plain Flat": lambda work, count: plain(work, count, "Flat"),
    "plain IVF4096,Flat": lambda work, count: plain(work, count, "IVF4096,Flat"),
}  # fmt: skip


def step(options: argparse.Namespace, name: str, count: int) -> dict[str, Any]:
    """Run a step in a process of its own and return its figures."""
    own = ["--data", options.data, "--work", options.work, "--rows", str(count), "--step", name]
    command = [sys.executable, "-m", "benchmarks.ten_million", *map(str, own)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)  # noqa: S603
    figures: dict[str, Any] = json.loads(done.stdout)
    print(f"<!-- {count} {name}: {json.dumps(figures)} -->", flush=True)
    return figures


def line(count: int, name: str, built: dict[str, Any], asked: dict[str, Any]) -> str:
    """Return a line of the table."""
    seconds = built.get("rows s", 0.0) + built["lists s"]
    cells = [f"{count:,}", name, f"{seconds:.0f}", f"{built['RssAnon']:.0f}",
             f"{asked.get('open s', 0):.2f}", f"{asked['VmRSS']:.0f}", f"{asked['RssAnon']:.0f}",
             f"{asked['RssFile']:.0f}", f"{built['searched']}", f"{asked['recall@10']:.3f}",
             asked["ms"], asked.get("cold", "")]  # fmt: skip
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--plain", type=int, default=1_000_000)
    parser.add_argument("--step", default="")
    options = parser.parse_args()
    if options.step:
        print(json.dumps(STEPS[options.step](options.work, options.rows)))
        return
    options.work.mkdir(parents=True, exist_ok=True)
    real_rows(options.data, options.work)
    table = []
    for count in (options.plain, options.rows):
        built = step(options, "build", count)
        step(options, "changed", count)
        step(options, "truth", count)
        table.append(line(count, "ours", built, step(options, "ask", count)))
        for kind in ("Flat", "IVF4096,Flat") if count == options.plain else ():
            figures = step(options, f"plain {kind}", count)
            table.append(line(count, f"FAISS {kind}", figures, figures))
    print("\n| rows | index | build s | build MB, own | open s | MB, all | own | of files | lists"
          " | recall@10 | warm ms p50 / p95 | cold |\n|--:|---|" + "--:|" * 10)  # fmt: skip
    print("\n".join(table))


if __name__ == "__main__":
    main()
