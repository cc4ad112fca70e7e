"""What a question costs, stage by stage, cold and once its passages were read before.

    python -m benchmarks.latency --data TRAIN --work DIR [--sizes 1000 100000]

The index is that of size.py: real texts with made-up vectors, so what is found is not what answers,
but as much of it is embedded, searched, read and cited.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np

from benchmarks.size import MadeUp, fill, published
from benchmarks.texts import asked_texts, made_texts
from index.generations import drafted, read_manifest
from index.opened import OpenGeneration
from index.sentence_embedder import default_embedder
from index.store_writer import StoreWriter
from qa.engine import Engine
from qa.reading.judge import fitted_judge
from qa.reading.sentences import SentenceReader
from qa.reading.trained import trained_reader
from qa.settings import Settings

QUESTIONS = 60
STAGES = ("understanding", "embedding", "searching", "reading", "citing")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 100_000])
    options = parser.parse_args()
    cache = Settings.from_env().cache
    real = default_embedder(cache)
    reader = SentenceReader(fitted_judge(), real, trained_reader(cache, real))
    rows = real.embed_passages([text for text, _ in made_texts(options.data, 500, 1)])
    questions = asked_texts(options.data, QUESTIONS)
    print(f"| passages | asked | {' | '.join(STAGES)} | whole, ms p50 / p95 |")
    print("|--:|---|" + "--:|" * (len(STAGES) + 1))
    for size in options.sizes:
        index = options.work / f"latency-{size}"
        shutil.rmtree(index, ignore_errors=True)
        index.mkdir(parents=True)
        with drafted(index) as draft:
            store = StoreWriter(draft)
            fill(store, options.data, size)
            folder, _ = published(index, store, draft, MadeUp(real, rows), None)
        opened = OpenGeneration(folder, read_manifest(index, folder.name))
        engine = Engine(opened, reader, real)
        engine.ask("warm")
        for asked in ("first", "again"):
            taken: dict[str, list[float]] = {name: [] for name in (*STAGES, "whole")}
            for text in questions:
                answer = engine.ask(text)
                assert answer.explanation is not None
                for name in STAGES:
                    taken[name].append(answer.explanation.seconds[name] * 1e3)
                taken["whole"].append(answer.seconds * 1e3)
            cells = [
                f"{np.percentile(values, 50):.0f} / {np.percentile(values, 95):.0f}"
                for values in taken.values()
            ]
            print(f"| {size} | {asked} | {' | '.join(cells)} |", flush=True)
        opened.close()


if __name__ == "__main__":
    main()
