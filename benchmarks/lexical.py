"""BM25 by tantivy, as the index has it, beside bm25s: index, change, open, ask.

    python -m benchmarks.lexical --data ../shared/train --work DIR [--passages 50000]
    python benchmarks/lexical.py --work DIR --engine bm25s      # in an environment that has bm25s

The first call analyses made-up passages of real sentences (texts.py) and keeps their terms and
those of 400 real questions in DIR; so both engines count the same.  Every step runs in a process
of its own, so that its memory is its own.  The change is one passage more: bm25s has no other way
than to index all again, and the program's index writes a new folder from the terms that its store
keeps, so for both it is the same work again.  The filter leaves the passages of one language.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

COUNT = 40
LANGUAGE = "fr"


def passages(work: Path) -> Iterator[list[str]]:
    """Yield the language and the terms of every passage."""
    with (work / "terms.txt").open(encoding="utf-8") as file:
        for line in file:
            language, _, terms = line.rstrip("\n").partition("\t")
            yield [language, terms]


def write_tantivy(work: Path, folder: Path) -> None:
    from index.lexical import Entry, LexicalIndex

    LexicalIndex.write(
        folder,
        (
            Entry(number, terms, ("a.txt",), (language,), ("",))
            for number, (language, terms) in enumerate(passages(work), start=1)
        ),
    )


def open_tantivy(_work: Path, folder: Path) -> tuple[Callable[..., Any], ...]:
    from index.filters import Filter
    from index.lexical import LexicalIndex

    opened, among = LexicalIndex.load(folder), Filter(languages=(LANGUAGE,))
    return (
        lambda terms: opened.best(terms, COUNT),
        lambda terms: opened.best(terms, COUNT, among),
    )


def write_bm25s(work: Path, folder: Path) -> None:
    import bm25s

    index = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
    index.index([terms.split() for _, terms in passages(work)], show_progress=False)
    index.save(str(folder))


def open_bm25s(work: Path, folder: Path) -> tuple[Callable[..., Any], ...]:
    import bm25s
    import numpy as np

    index = bm25s.BM25.load(str(folder), mmap=True)
    mask = np.array([language == LANGUAGE for language, _ in passages(work)], np.float32)

    def best(terms: list[str], mask: Any = None) -> object:
        known = [term for term in terms if term in index.vocab_dict]
        return known and index.retrieve(
            [known], k=COUNT, weight_mask=mask, show_progress=False, n_threads=0
        )

    return best, lambda terms: best(terms, mask)


ENGINES = {"tantivy": (write_tantivy, open_tantivy), "bm25s": (write_bm25s, open_bm25s)}


def measured(step: str, engine: str, work: Path) -> dict[str, float]:
    """Return seconds, milliseconds and MB of one step."""
    write, open_ = ENGINES[engine]
    folder = work / engine
    started = time.perf_counter()
    found: dict[str, float] = {}
    if step == "write":
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        write(work, folder)
        found["s"] = time.perf_counter() - started
    else:
        searches = open_(work, folder)
        found["open s"] = time.perf_counter() - started
        questions = json.loads((work / "questions.json").read_text("utf-8"))
        for name, search in zip(("", "filtered "), searches, strict=True):
            taken = []
            for terms in questions:  # once to warm
                search(terms)
            for terms in questions:
                started = time.perf_counter()
                search(terms)
                taken.append(time.perf_counter() - started)
            taken.sort()
            found[f"{name}p50 ms"] = taken[len(taken) // 2] * 1e3
            found[f"{name}p95 ms"] = taken[len(taken) * 19 // 20] * 1e3
    found["MB on disk"] = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6
    found["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return found


def analyse(data: Path, work: Path, count: int) -> None:
    """Keep the terms of so many passages and of some questions in *work*."""
    from benchmarks.datasets import load_squad
    from benchmarks.texts import SETS, made_texts
    from index.terms import passage_terms, question_terms

    started = time.perf_counter()
    with (work / "terms.txt").open("w", encoding="utf-8") as file:
        for text, language in made_texts(data, count, 3):
            print(language, " ".join(passage_terms(text, language)), sep="\t", file=file)
    print(f"{count} passages analysed in {time.perf_counter() - started:.1f} s")
    questions = [
        question_terms(one.text, language)
        for name, language in SETS.items()
        for one in load_squad(data / name, language).questions[:100]
    ]
    (work / "questions.json").write_text(json.dumps(questions, ensure_ascii=False), "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--passages", type=int, default=50_000)
    parser.add_argument("--engine", choices=ENGINES, default="tantivy")
    parser.add_argument("--step", choices=("write", "ask"))
    options = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).parents[1]))
    if options.step:
        print(json.dumps(measured(options.step, options.engine, options.work)))
        return
    options.work.mkdir(parents=True, exist_ok=True)
    if options.data and not (options.work / "questions.json").exists():
        analyse(options.data, options.work, options.passages)
    for step in ("write", "ask"):
        command = [sys.executable, __file__, "--work", str(options.work), "--step", step]
        command += ["--engine", options.engine]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
        found = json.loads(done.stdout.splitlines()[-1])
        print(options.engine, step, {name: round(value, 2) for name, value in found.items()})


if __name__ == "__main__":
    main()
