"""Fit how likely a passage that is found holds an answer: "unread" in qa/reading/judge.json.

    python -m training.fit_found --data TRAIN --work DIR

Passages in the question's language and in others are ranked by weights of their own, whose odds cannot be compared; and
they say which is the likeliest of a question's, not how likely it is.  What is fitted is a logistic regression of a
passage's odds, and of how far they are from the best of its situation (Platt 1999), on questions that are asked with
the article of their answer in the index, without it, and with it in another language only.  Prints what that does to
the order on articles that were held out.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from index.sentence_embedder import default_embedder
from qa.evaluation.question_sets import read_set
from qa.reading.found import found_features
from qa.reading.judge import FOUND_FEATURES, Judge, Situation, Weights, fitted_judge
from qa.reading.sentences import rank, situation_of
from qa.settings import Settings
from training.cases import Case, cases, without
from training.collection import Collection, asked, paragraph_collection
from training.fit_judge import RETRIEVED, SETS, in_language
from training.fitting import SITUATIONS, fitted

SAMPLE = 400  # questions of each set
WEIGHTS = Path("qa/reading/judge.json")


@dataclass(frozen=True)
class Found:
    """The passages that are found for one question, in the order of their odds."""

    which: tuple[Situation, ...]  # of each
    features: NDArray[np.float64]  # columns FOUND_FEATURES
    right: NDArray[np.bool_]

    @classmethod
    def of(cls, collection: Collection, judge: Judge, case: Case) -> Found:
        """Ask *case*."""
        question = collection.questions[case.question.text]
        ranked = rank(judge, question, collection.search(question.query, RETRIEVED, case.hidden))
        which = tuple(situation_of(question, one.hit) for one in ranked)
        right = np.array([one.hit.record.number in case.gold for one in ranked])
        return cls(which, found_features(question, ranked), right)

    def chances(self, judge: Judge) -> NDArray[np.float64]:
        """Return how likely each holds the answer."""
        rows = zip(self.which, self.features[:, None], strict=True)
        return np.array([expit(judge.found_odds(which, row)[0]) for which, row in rows])


def fitted_on(asked_of: list[Found]) -> Weights:
    """Return the weights by situation."""
    weights = {}
    for which in SITUATIONS:
        of = [np.array(each.which) == which for each in asked_of]
        pairs = list(zip(asked_of, of, strict=True))
        rows = np.concatenate([each.features[some] for each, some in pairs])
        right = np.concatenate([each.right[some] for each, some in pairs])
        weights[which] = fitted(rows, right, FOUND_FEATURES)
    return weights


def report(asked_of: list[Found], judge: Judge) -> None:
    """Print how often the first is right, by odds and by chance, and how true the chances are."""
    judged = [(one, one.chances(judge)) for one in asked_of]
    both: dict[str, list[float]] = {name: [] for name in ("odds", "chance")}
    for each, chances in judged:
        if not each.right.any():
            continue
        for name, order in (("odds", each.right), ("chance", each.right[np.argsort(-chances)])):
            both[name].append(1 / (int(order.argmax()) + 1))
    for name, values in both.items():
        print(
            f"{name}: first {np.mean(np.array(values) == 1):.3f}, MRR {np.mean(values):.3f}, n {len(values)}"
        )
    best = [(chances.max(), each.right[chances.argmax()]) for each, chances in judged]
    for low, high in ((0, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 1.01)):
        inside = [right for chance, right in best if low <= chance < high]
        print(
            f"first with {low}-{high}: {np.mean(inside) if inside else 0:.2f} right of {len(inside)}"
        )


def main() -> None:
    """Fit, report and write the weights beside the others."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="folder for embeddings")
    options = parser.parse_args()
    sets = [in_language(read_set(options.data / name), tag) for name, tag in SETS.items()]
    sets[0] = without(sets[0], sets[-2])
    embedder = default_embedder(Settings.from_env().cache)
    collection = paragraph_collection(sets, embedder, options.work)
    all_cases = cases(sets, collection.offsets, lambda _: True, SAMPLE)
    asked(collection, [one.question.text for one in all_cases])
    judge = fitted_judge()
    asked_of = [Found.of(collection, judge, one) for one in all_cases]
    train = [one for one, case in zip(asked_of, all_cases, strict=True) if not case.held_out]
    kept = [one for one, case in zip(asked_of, all_cases, strict=True) if case.held_out]
    content = json.loads(WEIGHTS.read_text("utf-8"))
    content["unread"] = fitted_on(train)
    WEIGHTS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    fitted_judge.cache_clear()
    print(content["unread"])
    report(kept, fitted_judge())


if __name__ == "__main__":
    main()
