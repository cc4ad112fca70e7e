"""Passages a second as a build embeds them, beside plain encode() with the same weights.

    python -m benchmarks.embedding --data ../shared/eval/messy [--passages 256] [--rounds 3]

The passages are those of real files, drawn by chance.  A build sorts by length and gives the
model 64 at a time, in batches of 16; plain is `SentenceTransformer(folder).encode(texts)` in single
precision with every other setting at its default.  One thread is timed by what it computes, so
that other work on the machine counts little; several by the clock.  Rounds take turns, and each counts with its best.  The number of
threads is torch's; the fast profile's runtime takes what it wants.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from sentence_transformers import SentenceTransformer

from corpus.errors import UnreadableFileError
from corpus.files import corpus_files, read_file
from corpus.loader_process import Loaders
from corpus.passages import read_document
from index.embedder import Embedder
from index.fast_embedder import FastEmbedder
from index.sentence_embedder import E5_PREFIXES, default_embedder
from index.store import embedding_text
from index.vectors import TOGETHER
from index.weights import unpacked_model
from qa.settings import Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray


NAMES = ("build", "plain", "fast profile")


def passages(folder: Path, count: int) -> list[str]:
    """Return what is embedded of so many passages of the files in *folder*."""
    found = []
    with Loaders() as loaders:
        for path in corpus_files(folder):
            try:
                _, some = read_document(read_file(folder, path, loaders))
            except UnreadableFileError:
                continue
            found += [embedding_text(one.text, one.title) for one in some]
    return random.Random(6).sample(found, count)


def as_a_build(embedder: Embedder, texts: list[str]) -> NDArray[np.float32]:
    """Embed *texts* in the order and the portions of a build."""
    order = sorted(range(len(texts)), key=lambda at: -len(texts[at].encode()))
    rows = np.empty((len(texts), embedder.dimension), np.float32)
    for at in range(0, len(order), TOGETHER):
        some = order[at : at + TOGETHER]
        rows[some] = embedder.embed_passages([texts[n] for n in some])
    return rows


def main() -> None:
    """Print passages a second for each number of threads."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--passages", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--fast", action="store_true", help="the model of the fast profile too")
    options = parser.parse_args()
    texts = passages(options.data, options.passages)
    cache = Settings.from_env().cache
    ours = default_embedder(cache)
    # The file holds halves; as such they would be slower on a CPU, and not the same numbers.
    precision = {"dtype": torch.float32}
    plain = SentenceTransformer(str(unpacked_model(cache)), model_kwargs=precision)
    prefixed = [E5_PREFIXES[1] + text for text in texts]
    ways: dict[str, Callable[[], NDArray[np.float32]]] = {
        "build": lambda: as_a_build(ours, texts),
        "plain": lambda: plain.encode(prefixed, show_progress_bar=False),
    }
    if options.fast:
        quick = FastEmbedder()
        ways["fast profile"] = lambda: as_a_build(quick, texts)
        ways["fast profile"]()
    cosines = [float(a @ b) for a, b in zip(ways["build"](), ways["plain"](), strict=True)]
    print(f"least cosine between the two: {min(cosines):.6f}")
    print("| threads | as a build, passages/s | plain encode() | ratio | fast profile |")
    print("|--:|--:|--:|--:|--:|")
    for threads in range(1, (os.cpu_count() or 1) + 1):
        torch.set_num_threads(threads)
        best = dict.fromkeys(ways, float("inf"))
        clock = time.process_time if threads == 1 else time.perf_counter
        for _ in range(options.rounds):
            for name, embed in ways.items():
                started = clock()
                embed()
                best[name] = min(best[name], clock() - started)
        built, encoded, fast = (len(texts) / best.get(name, float("inf")) for name in NAMES)
        print(
            f"| {threads} | {built:.1f} | {encoded:.1f} | {built / encoded:.2f} | {fast:.1f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
