"""Measure the mean vector of each language on the training sets, for index/centring.py.

    python -m training.fit_means --data TRAIN

Passages and questions are averaged apart; the result replaces index/language_means.safetensors.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

from index.centring import FILE
from index.sentence_embedder import default_embedder
from qa.evaluation.question_sets import read_set
from qa.settings import Settings

SETS = {
    "en": ("squad2.en.json", "xquad.en.json"),
    "fr": ("piaf.fr.json",),
    "zh-Hans": ("cmrc.zh-Hans.json", "xquad.zh.json"),
    "zh-Hant": ("drcd.zh-Hant.json",),
    **{one: (f"xquad.{one}.json",) for one in "ar de el es hi ro ru th tr vi".split()},
}
LARGEST_SAMPLE = 400


def main() -> None:
    """Write the means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    embedder = default_embedder(Settings.from_env().cache)
    means = {}
    for language, names in SETS.items():
        sets = [read_set(data / name, language) for name in names]
        texts = {
            "passage": sorted({one.text for each in sets for one in each.paragraphs}),
            "question": sorted({one.text for each in sets for one in each.questions}),
        }
        for kind, embed in (
            ("passage", embedder.embed_passages),
            ("question", embedder.embed_questions),
        ):
            sample = random.Random(0).sample(texts[kind], min(LARGEST_SAMPLE, len(texts[kind])))
            means[f"{kind}.{language}"] = embed(sample).mean(0).astype(np.float32)
        print(language, {kind: len(known) for kind, known in texts.items()}, flush=True)
    for kind in ("passage", "question"):
        rows = [mean for key, mean in means.items() if key.startswith(kind)]
        means[f"{kind}.und"] = np.mean(rows, axis=0).astype(np.float32)
    save_file(means, Path("index") / FILE)


if __name__ == "__main__":
    main()
