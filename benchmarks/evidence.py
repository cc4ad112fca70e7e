"""Which sentences of a passage answer together: CLAPnq, the passage given (Rosenthal et al. 2024).

    python -m benchmarks.evidence --data EVAL

The half of its questions that the reader did not learn from.  F1 of the set of sentences, a
question; an unanswerable question has an empty set, as it should be given none.  And how well what
is answerable is told from what is not, by the odds of the likeliest words and by the surest
sentence.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np

from index.sentence_embedder import default_embedder
from language.spans import Span
from qa.evaluation import measures
from qa.reading.trained import SpanReader, best_words, evidence, trained_reader
from qa.settings import Settings
from training.people import CLAPNQ, to_learn


def sentences(asked: dict[str, Any]) -> list[Span]:
    """Return where the sentences of the passage stand, as the set cuts it."""
    spans: list[Span] = []
    for text in asked["sentences"]:
        start = asked["passage"].find(text, spans[-1][1] if spans else 0)
        if start >= 0:
            spans.append((start, start + len(text)))
    return spans


def set_f1(chosen: set[int], gold: set[int]) -> float:
    """Return the F1 of one set of sentences; 1 where both are empty."""
    if not chosen and not gold:
        return 1.0
    return 2 * len(chosen & gold) / (len(chosen) + len(gold))


def read(reader: SpanReader, asked: dict[str, Any]) -> tuple[bool, float, float, float, float]:
    """Return whether it can be answered, the F1 of evidence, of the best sentence, and both odds."""
    text, spans = asked["passage"], sentences(asked)
    (marks,) = reader.marks(asked["question"], [text])
    odds = [evidence(marks, span) for span in spans]
    words = [best_words(text, marks, span).odds for span in spans]
    known = set(asked["gold_sentences"])
    gold = {n for n, (a, b) in enumerate(spans) if text[a:b] in known}
    top = int(np.argmax(words))
    chosen = {n for n, likely in enumerate(odds) if likely > 0}
    return bool(gold), set_f1(chosen, gold), set_f1({top}, gold), max(words), max(odds)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    cache = Settings.from_env().cache
    reader = trained_reader(cache, default_embedder(cache))
    lines = (options.data / CLAPNQ).read_text("utf-8").splitlines()
    every = [json.loads(line) for line in lines]
    rows = [read(reader, asked) for asked in every if not to_learn(asked["id"])]
    can = np.array([row[0] for row in rows])
    together, alone, words, sure = (np.array([row[n] for row in rows]) for n in range(1, 5))
    print(f"{len(rows)} questions, {can.sum()} of them can be answered")
    print(f"F1 of answerable: sentences told as evidence {together[can].mean():.3f}, ", end="")
    print(f"the best one alone {alone[can].mean():.3f}; of all {together.mean():.3f}")
    for name, odds in (("words", words), ("evidence", sure)):
        print(f"AUROC by {name}: {measures.auroc(odds[can].tolist(), odds[~can].tolist()):.3f}")


if __name__ == "__main__":
    main()
