"""What embedding passages costs in sixteen bits and in thirty-two, and how far the rows agree.

    python -m benchmarks.speed --index INDEX [--passages N]

One run on one machine: passages are those of INDEX, the arithmetics take turns, and the least
processor time of each counts, so that other work on the machine hurts the ratio least.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import torch

from index.centring import centred
from index.generations import current_name, generations_folder
from index.sentence_embedder import E5_PREFIXES, Arithmetic, SentenceEmbedder
from index.store import Store
from index.weights import unpacked_model
from qa.settings import Settings

KINDS: tuple[Arithmetic, ...] = ("float32", "bfloat16")


def main() -> None:
    """Print passages a second of each arithmetic and the least cosine between their rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--index", type=Path, required=True)
    parser.add_argument("--passages", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    folder = unpacked_model(Settings.from_env().cache)
    store = Store(generations_folder(options.index) / current_name(options.index))
    held = [store.document(document.path) for document in store.documents()]
    every = [passage for _, passages in filter(None, held) for passage in passages]
    chosen = every[:: max(1, len(every) // options.passages)]
    chosen.sort(key=lambda passage: -len(passage.text.encode()))  # the order of a build
    texts, languages = [one.text for one in chosen], [one.language for one in chosen]
    embedders = {kind: SentenceEmbedder(lambda: folder, "e5", E5_PREFIXES, kind) for kind in KINDS}
    rows = {kind: embedder.embed_passages(texts) for kind, embedder in embedders.items()}  # warms
    least = dict.fromkeys(KINDS, np.inf)
    for _ in range(options.rounds):
        for kind, embedder in embedders.items():
            began = time.process_time()
            embedder.embed_passages(texts)
            least[kind] = min(least[kind], time.process_time() - began)
    print(f"{torch.get_num_threads()} threads; AMX: {torch.cpu.get_capabilities().get('amx_bf16')}")
    print("| arithmetic | passages a second of processor time | times as fast |\n|---|--:|--:|")
    for kind in KINDS:
        ratio = least["float32"] / least[kind]
        print(f"| {kind} | {len(texts) / least[kind]:.1f} | {ratio:.2f} |")
    moved = [centred(some, languages, "passage", embedders["float32"]) for some in rows.values()]
    agree = [float((one * other).sum(1).min()) for one, other in (tuple(rows.values()), moved)]
    print(f"least cosine {agree[0]:.6f}, centred {agree[1]:.6f}")


if __name__ == "__main__":
    main()
