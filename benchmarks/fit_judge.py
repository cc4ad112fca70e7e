"""Fit the weights of qa/judge.json on the training sets.

    python -m benchmarks.fit_judge --data ../shared/train [--rows FILE.npz]

All paragraphs of English, French and Chinese training sets share one index, as documents of one
collection do.  Each question is asked twice: with the articles of its answer in the index and
with them taken out, so that the weights learn when to decline; and where it names a figure, with
another in its place.  The parallel paragraphs of XQuAD
give questions whose only evidence is in another language.  Articles are split: weights are
fitted on two thirds of them, the threshold is chosen and the figures are printed on the rest.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from benchmarks.cases import Case, cases, without
from benchmarks.collection import Collection, asked, paragraph_collection
from benchmarks.datasets import load_squad
from corpus.documents import Span
from index.opened import Hit
from index.sentence_embedder import default_embedder
from qa.features import (
    PASSAGE_FEATURES,
    RERANK_FEATURES,
    SENTENCE_FEATURES,
    passage_features,
)
from qa.judge import CONFIDENCE_FEATURES, Judge, Weights, confidence_features
from qa.metrics import auroc, holds
from qa.question import Question as Asked
from qa.reader import READ, Ranked, SentenceReader, rank, rerank_features, situation
from qa.settings import Settings

SETS = {
    "squad2.en.json": "en",
    "piaf.fr.json": "fr",
    "cmrc.zh-Hans.json": "zh-Hans",
    "drcd.zh-Hant.json": "zh-Hant",
    "xquad.en.json": "en",
    "xquad.zh.json": "zh-Hans",
}
RETRIEVED = 40
SITUATIONS = ("same", "cross")


@dataclass
class Rows:
    """Features of candidates with whether each answers, and whose they are."""

    features: list[NDArray[np.float64]]
    right: list[bool]
    case: list[int]

    def arrays(self) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.int64]]:
        return np.array(self.features), np.array(self.right), np.array(self.case)

    def add(self, features: NDArray[np.float64], right: Sequence[bool], case: int) -> None:
        self.features += list(features)
        self.right += right
        self.case += [case] * len(right)


ByS = dict[str, Rows]


def no_rows() -> ByS:
    return {which: Rows([], [], []) for which in SITUATIONS}


def hits_of(collection: Collection, case: Case) -> tuple[Asked, list[Hit]]:
    """Return the question as the reader sees it, and the hits that are not hidden."""
    question = collection.questions[case.question.text]
    return question, collection.search(question.query, RETRIEVED, case.hidden)


def of_situation(question: Asked, hits: Sequence[Any], which: str) -> list[Any]:
    """Return those of *hits*, or of ranked hits, whose language is the question's, or is not."""
    return [
        one
        for one in hits
        if situation(question.language, getattr(one, "hit", one).record.passage.language) == which
    ]


def passage_rows(collection: Collection, all_cases: Sequence[Case]) -> ByS:
    """Return the passage features of every hit of every case."""
    rows = no_rows()
    for number, case in enumerate(all_cases):
        question, hits = hits_of(collection, case)
        for which in SITUATIONS:
            mine = of_situation(question, hits, which)
            right = [hit.record.number in case.gold for hit in mine]
            rows[which].add(passage_features(question, mine), right, number)
    return rows


def read_rows(collection: Collection, judge: Judge, all_cases: Sequence[Case]) -> tuple[ByS, ByS]:
    """Return the features of the passages that are read, and of their sentences.

    The sentences' first column is the place of their passage among those that were read; the
    odds take its place once they are fitted.
    """
    passages, sentences = no_rows(), no_rows()
    reader = SentenceReader(judge, collection.embedder)
    for number, case in enumerate(all_cases):
        question, hits = hits_of(collection, case)
        ranked = rank(judge, question, hits)
        for which in SITUATIONS:
            near: list[Ranked] = of_situation(question, ranked, which)[:READ]
            if not near:
                continue
            found, features = reader.sentences(question, near)
            known = [one.hit.record.number in case.gold for one in near]
            passages[which].add(rerank_features(near, features), known, number)
            sizes = [len(one.hit.record.passage.sentences) for one in near]
            features[:, 0] = np.repeat(np.arange(len(near)), sizes)
            right = [right_in(collection, case, one.hit, span) for one, span in found]
            sentences[which].add(features, right, number)
    return passages, sentences


def right_in(collection: Collection, case: Case, hit: Hit, span: Span) -> bool:
    """Tell whether a sentence of *hit* answers."""
    number = hit.record.number
    text = hit.record.passage.text[slice(*span)]
    return number in case.gold and holds(text, collection.answers(case.question, number))


def with_odds(sentences: Rows, passages: Rows, weights: dict[str, float]) -> None:
    """Put the odds of their passages into the first column of *sentences*."""
    features, _, case = passages.arrays()
    odds = features @ np.array([weights[name] for name in RERANK_FEATURES]) + weights.get(
        "bias", 0.0
    )
    first = {number: int(np.argmax(case == number)) for number in np.unique(case).tolist()}
    for row, number in zip(sentences.features, sentences.case, strict=True):
        row[0] = odds[first[number] + int(row[0])]


def fitted(
    features: NDArray[np.float64], right: NDArray[np.bool_], names: Sequence[str]
) -> dict[str, float]:
    """Return the weights of a logistic regression."""
    scale = features.std(0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=2000)
    model.fit(features / scale, right)
    weights = dict(zip(names, (model.coef_[0] / scale).round(4).tolist(), strict=True))
    return {**weights, "bias": round(float(model.intercept_[0]), 4)}


def fitted_choice(rows: Rows, train: NDArray[np.bool_], names: Sequence[str]) -> dict[str, float]:
    """Return weights that put what is right before what is wrong of the same question.

    A conditional logit (McFadden 1974): of a question's candidates one is chosen, with odds that
    are linear in the features.
    """
    features, right, case = rows.arrays()
    answered = np.isin(case, np.unique(case[right])) & train[case]
    features, right, case = features[answered], right[answered], case[answered]
    scale = features.std(0) + 1e-9
    scaled = features / scale
    _, starts = np.unique(case, return_index=True)
    groups = np.repeat(np.arange(len(starts)), np.diff([*starts, len(case)]))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = scaled @ weights
        grown = np.exp(odds - np.maximum.reduceat(odds, starts)[groups])
        chance = grown / np.add.reduceat(grown, starts)[groups]
        of_right = np.add.reduceat(chance * right, starts)
        slope = chance - chance * right / of_right[groups]
        cost = -np.log(of_right).sum() + 0.5 * weights @ weights
        return float(cost), scaled.T @ slope + weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x / scale
    return dict(zip(names, found.round(4).tolist(), strict=True))


def fitted_confidence(
    rows: Rows, choice: dict[str, float], train: NDArray[np.bool_]
) -> dict[str, float]:
    """Return weights for the odds that the chosen sentence is right."""
    features, truth, _ = chosen(rows, choice, train)
    return fitted(features, truth, CONFIDENCE_FEATURES)


def chosen(
    rows: Rows, choice: dict[str, float], among: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.int64]]:
    """Return the confidence features of each case's chosen sentence, whether right, and the case."""
    features, right, case = rows.arrays()
    found, truth, whose = [], [], []
    _, starts = np.unique(case, return_index=True)
    for start, end in pairwise([*starts, len(case)]):
        if among[case[start]]:
            confidence = confidence_features(choice, features[start:end])
            top = int(confidence[:, 0].argmax())
            found.append(confidence[top])
            truth.append(right[start + top])
            whose.append(case[start])
    return np.array(found), np.array(truth), np.array(whose)


def calibrated(
    rows: ByS, choice: Weights, confidence: Weights, all_cases: Sequence[Case]
) -> Weights:
    """Return for each language the slope and bias that make odds into probabilities."""
    out = np.array([one.held_out and not one.beside for one in all_cases])
    languages = np.array([one.question.language for one in all_cases])
    found: Weights = {}
    for which in SITUATIONS:
        features, truth, whose = chosen(rows[which], choice[which], out)
        weights = confidence[which]
        odds = features @ np.array([weights[name] for name in CONFIDENCE_FEATURES])
        odds += weights["bias"]
        kinds = sorted(set(languages.tolist())) if which == "same" else []
        for key in [*kinds, "other" if which == "same" else "cross"]:
            mine = languages[whose] == key if key in kinds else np.ones(len(whose), bool)
            fit = fitted(odds[mine][:, None], truth[mine], ["slope"])
            found[key] = fit
    return found


def best_threshold(
    best: NDArray[np.float64], right: NDArray[np.bool_], none: NDArray[np.bool_]
) -> float:
    """Return the probability that keeps most right answers and declines most unanswerable ones.

    Both shares count alike (Youden's J), whatever the mix of questions is.
    """
    tried = np.linspace(0.02, 0.9, 89)
    kept = [(best[right] >= one).mean() + (best[none] < one).mean() for one in tried]
    return float(tried[int(np.argmax(kept))])


def report(judge: Judge, rows: ByS, all_cases: Sequence[Case]) -> float:
    """Print figures on the held-out cases; return the threshold chosen there."""
    best = np.full(len(all_cases), -1.0)
    right = np.zeros(len(all_cases), bool)
    for which in SITUATIONS:
        features, answers, case = rows[which].arrays()
        _, starts = np.unique(case, return_index=True)
        for start, end in pairwise([*starts, len(case)]):
            number = case[start]
            language = all_cases[number].question.language
            chances = judge.probabilities(
                which,  # type: ignore[arg-type]
                language,
                features[start:end],
            )
            top = int(chances.argmax())
            if chances[top] > best[number]:
                best[number], right[number] = chances[top], answers[start + top]
    out = np.array([one.held_out for one in all_cases])
    can = np.array([bool(one.gold) for one in all_cases])
    # SQuAD's own unanswerable questions stand beside their paragraph: a matter for a reader.
    beside = np.array([one.beside for one in all_cases])
    threshold = best_threshold(
        best[out & ~beside], (right & can)[out & ~beside], ~can[out & ~beside]
    )
    squad = np.array([one.question.language == "en" for one in all_cases])
    for name, mine in (("SQuAD 2's own and figures, en", squad), ("other figures", ~squad)):
        share = (best[out & beside & mine] < threshold).mean()
        print(f"threshold {threshold:.3f}; declined of {name}: {share:.3f}")
    print(
        "| cases | n | first sentence right | AUROC answerable | AUROC right answer | answered of right | wrong of answered | declined of unanswerable |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for name, group in _groups(all_cases).items():
        mine = group & out & ~beside
        good, bad = mine & can & right, mine & ~can
        answered = mine & can & (best >= threshold)
        print(
            f"| {name} | {(mine & can).sum()} | {right[mine & can].mean():.3f} |"
            f" {auroc(best[mine & can].tolist(), best[bad].tolist()):.3f} | {auroc(best[good].tolist(), best[bad].tolist()):.3f} |"
            f" {(best[good] >= threshold).mean():.3f} | {(~right[answered]).mean():.3f} |"
            f" {(best[bad] < threshold).mean():.3f} |"
        )
    return threshold


def _groups(all_cases: Sequence[Case]) -> dict[str, NDArray[np.bool_]]:
    languages = np.array([one.question.language for one in all_cases])
    cross = np.array([bool(one.hidden and one.gold) for one in all_cases])
    none = np.array([not one.gold for one in all_cases])
    groups = {one: (languages == one) & ~cross for one in sorted(set(languages.tolist()))}
    return {**groups, "only across": cross | none, "all": np.ones(len(all_cases), bool)}


def main() -> None:
    """Fit, report and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="folder for embeddings")
    options = parser.parse_args()
    sets = [load_squad(options.data / name, language) for name, language in SETS.items()]
    sets[0] = without(sets[0], sets[-2])
    collection = paragraph_collection(
        sets, default_embedder(Settings.from_env().cache), options.work
    )
    all_cases = cases(sets, collection.offsets)
    train = np.array([not one.held_out for one in all_cases])
    asked(collection, [one.question.text for one in all_cases])
    print(len(all_cases), "cases", flush=True)
    by_passage = passage_rows(collection, all_cases)
    passage: Weights = {
        w: fitted_choice(by_passage[w], train, PASSAGE_FEATURES) for w in SITUATIONS
    }
    first = Judge(passage, {}, {}, {}, {}, 0.0)
    passages, rows = read_rows(collection, first, all_cases)
    rerank: Weights = {w: fitted_choice(passages[w], train, RERANK_FEATURES) for w in SITUATIONS}
    for which in SITUATIONS:
        with_odds(rows[which], passages[which], rerank[which])
    choice: Weights = {w: fitted_choice(rows[w], train, SENTENCE_FEATURES) for w in SITUATIONS}
    confidence: Weights = {w: fitted_confidence(rows[w], choice[w], train) for w in SITUATIONS}
    calibration = calibrated(rows, choice, confidence, all_cases)
    judge = Judge(passage, rerank, choice, confidence, calibration, 0.0)
    threshold = report(judge, rows, all_cases)
    content = {
        "fitted_on": {
            name: hashlib.sha256((options.data / name).read_bytes()).hexdigest()[:12]
            for name in SETS
        },
        "fitted_by": "benchmarks/fit_judge.py",
        **asdict(judge),
        "threshold": round(threshold, 4),
    }
    Path("qa/judge.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
