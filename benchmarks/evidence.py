"""Which sentences of a passage answer together: CLAPnq, the passage given (Rosenthal et al. 2024).

    python -m benchmarks.evidence --data EVAL

The half of its questions that the reader did not learn from.  F1 of the set of sentences of each
answerable question: those whose odds are above a limit that is chosen on the other half, and the
best one alone.  And how well what is answerable is told from what is not, by the odds of the
likeliest words and by the surest sentence.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.sentence_embedder import default_embedder
from language.spans import Span
from qa.evaluation import measures
from qa.reading.trained import SpanReader, best_words, evidence, trained_reader
from qa.settings import Settings
from training.people import CLAPNQ, to_learn

TRIED = np.arange(-5, 2, 0.25)  # log odds


def sentences(asked: dict[str, Any]) -> list[Span]:
    """Return where the sentences of the passage stand, as the set cuts it."""
    spans: list[Span] = []
    for text in asked["sentences"]:
        start = asked["passage"].find(text, spans[-1][1] if spans else 0)
        if start >= 0:
            spans.append((start, start + len(text)))
    return spans


def set_f1(chosen: set[int], gold: set[int]) -> float:
    """Return the F1 of a set of sentences against the *gold* one, which is not empty."""
    return 2 * len(chosen & gold) / (len(chosen) + len(gold))


@dataclass(frozen=True)
class Read:
    """What the reader makes of a question beside its passage."""

    evidence: NDArray[np.float64]  # log odds of each sentence
    words: NDArray[np.float64]  # the same of the likeliest words in each
    gold: set[int]  # the sentences that answer

    def f1(self, limit: float) -> float:
        """Return the F1 of the sentences whose odds are above *limit*."""
        return set_f1(set(np.flatnonzero(self.evidence > limit).tolist()), self.gold)


def read(reader: SpanReader, asked: dict[str, Any]) -> Read:
    """Read the passage of a question."""
    text, spans = asked["passage"], sentences(asked)
    (marks,) = reader.marks(asked["question"], [text])
    known = set(asked["gold_sentences"])
    return Read(
        np.array([evidence(marks, span) for span in spans]),
        np.array([best_words(text, marks, span).odds for span in spans]),
        {n for n, (a, b) in enumerate(spans) if text[a:b] in known},
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    cache = Settings.from_env().cache
    reader = trained_reader(cache, default_embedder(cache))
    lines = (options.data / CLAPNQ).read_text("utf-8").splitlines()
    every = [json.loads(line) for line in lines]
    halves = {learnt: [read(reader, one) for one in every if to_learn(one["id"]) is learnt]
              for learnt in (True, False)}  # fmt: skip
    known = [each for each in halves[True] if each.gold]
    limit = max(TRIED, key=lambda tried: float(np.mean([each.f1(tried) for each in known])))
    can = [each for each in halves[False] if each.gold]
    none = [each for each in halves[False] if not each.gold]
    alone = [set_f1({int(each.words.argmax())}, each.gold) for each in can]
    print(f"{len(can)} questions can be answered, {len(none)} cannot; limit {limit:.2f}")
    print(f"F1: sentences above it {np.mean([each.f1(limit) for each in can]):.3f}, ", end="")
    print(f"the best one alone {np.mean(alone):.3f}")
    for name in ("words", "evidence"):
        odds = [[float(getattr(each, name).max()) for each in some] for some in (can, none)]
        print(f"AUROC by {name}: {measures.auroc(*odds):.3f}")


if __name__ == "__main__":
    main()
