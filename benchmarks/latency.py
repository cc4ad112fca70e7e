"""What a question costs: its stages, and all of it that is no network.

    python -m benchmarks.latency --index INDEX QUESTIONS.jsonl…      over an index that was built
    python -m benchmarks.latency --data DIR --work DIR [--sizes 1000 100000]

The second form makes indexes as size.py does: real texts with made-up vectors, so what is found is
not what answers, but as much of it is embedded, searched, read and cited.  Each question is asked
twice: the first time its passages are new to every cache.  The stages are wall-clock time; what is
no network is processor time of the asking thread, without the passes through embedder and ranker.
"""

from __future__ import annotations

import argparse
import json
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.size import MadeUp, fill, published
from benchmarks.texts import asked_texts, made_texts
from index.generations import drafted, read_manifest
from index.opened import OpenGeneration, open_index
from index.sentence_embedder import SentenceEmbedder, default_embedder
from index.store_writer import StoreWriter
from qa.engine import Engine
from qa.reading.judge import fitted_judge
from qa.reading.sentences import SentenceRanker
from qa.reading.trained import TrainedReader, trained_reader
from qa.settings import Settings

if TYPE_CHECKING:
    from index.passage_index import PassageIndex

QUESTIONS = 60
STAGES = ("understanding", "embedding", "searching", "reading", "citing")
# One in each language: what is loaded once is not a question's cost.
WARM = ("Who built the bridge in 1912?", "Qui a bâti ce pont en 1912 ?", "谁在1912年建造了这座桥？")


class Networks:
    """The processor time of the asking thread that goes into the networks."""

    def __init__(self) -> None:
        self.spent = 0.0
        for owner, method in ((SentenceEmbedder, "_embed"), (TrainedReader, "_marked")):
            setattr(owner, method, self._timed(getattr(owner, method)))

    def _timed(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any) -> Any:
            started = time.thread_time()
            try:
                return method(*arguments)
            finally:
                self.spent += time.thread_time() - started

        return timed


def measure(name: str, engine: Engine, questions: Sequence[str], networks: Networks) -> None:
    """Print a row for the first and one for the second time that *questions* are asked."""
    for question in WARM:
        engine.ask(question)
    for time_asked in ("first", "again"):
        taken: dict[str, list[float]] = {}
        for question in questions:
            networks.spent, started = 0.0, time.thread_time()
            answer = engine.ask(question)
            rest = time.thread_time() - started - networks.spent
            assert answer.explanation is not None
            row = {**answer.explanation.seconds, "whole": answer.seconds, "no network": rest}
            for column, seconds in row.items():
                taken.setdefault(column, []).append(seconds * 1e3)
        cells = [
            f"{np.percentile(taken[column], 50):.0f} / {np.percentile(taken[column], 95):.0f}"
            for column in (*STAGES, "whole", "no network")
        ]
        print(f"| {name} | {time_asked} | {' | '.join(cells)} |", flush=True)


def made_index(size: int, options: argparse.Namespace, real: SentenceEmbedder) -> OpenGeneration:
    """Return an open index of *size* passages with made-up vectors."""
    rows = real.embed_passages([text for text, _ in made_texts(options.data, 500, 1)])
    index = options.work / f"latency-{size}"
    shutil.rmtree(index, ignore_errors=True)
    index.mkdir(parents=True)
    with drafted(index) as draft:
        store = StoreWriter(draft)
        fill(store, options.data, size)
        folder, _ = published(index, store, draft, MadeUp(real, rows), None)
    return OpenGeneration(folder, read_manifest(index, folder.name))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path, nargs="*", metavar="QUESTIONS.jsonl")
    parser.add_argument("--index", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 100_000])
    options = parser.parse_args()
    if bool(options.index) != bool(options.questions) or bool(options.data) != bool(options.work):
        parser.error("give --index with files of questions, or --data with --work")
    cache = Settings.from_env().cache
    real = default_embedder(cache)
    ranker = SentenceRanker(fitted_judge(), real, trained_reader(cache, real))
    networks = Networks()
    print(f"| passages | asked | {' | '.join(STAGES)} | whole | no network, ms p50 / p95 |")
    print("|---|---|" + "--:|" * (len(STAGES) + 2))

    def row(name: str, index: PassageIndex, questions: Sequence[str]) -> None:
        measure(name, Engine(index, ranker, real), questions, networks)

    if options.index:
        lines = [line for file in options.questions for line in file.open(encoding="utf-8")]
        row(options.index.name, open_index(options.index, real)[0],
            [json.loads(line)["question"] for line in lines])  # fmt: skip
    for size in options.sizes if options.data else ():
        row(f"{size:,}", made_index(size, options, real), asked_texts(options.data, QUESTIONS))


if __name__ == "__main__":
    main()
