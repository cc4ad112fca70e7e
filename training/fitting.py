"""Logistic regressions over rows of features; what training/fit_judge.py fits with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit, log_expit

from qa.reading.judge import CONFIDENCE_FEATURES, RERANK_FEATURES, confidence_features, log_odds

SITUATIONS = ("same", "cross")
# What can only speak for a sentence, and what only against it: where few questions say anything of
# a feature, its weight would be noise of either sign.
SPEAK_FOR = {
    "overlap", "best coverage", "best form", "best words", "best cosine", "cosine", "coverage",
    "context", "form", "name", "reason", "figures", "words", "agreed", "edition", "sort", "theme",
    "list", "called", "definition", "choice", "best context", "evidence", "best evidence",
}  # fmt: skip
SPEAK_AGAINST = {"names", "asks"}
Bound = tuple[float | None, float | None]
FOR, AGAINST, ANY = (0.0, None), (None, 0.0), (None, None)
# A feature that is seldom there counts as if it varied so much, or its weight would be a guess; but
# cosines never vary much.
RARE = 0.15
SMALL = {"cosine", "best cosine", "asks"}


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


def with_odds(sentences: Rows, passages: Rows, weights: dict[str, float]) -> Rows:
    """Return *sentences* with the odds of their passages in the first column."""
    features, _, case = passages.arrays()
    odds = log_odds(weights, RERANK_FEATURES, features)
    first = {number: int(np.argmax(case == number)) for number in np.unique(case).tolist()}
    rows = [row.copy() for row in sentences.features]
    for row, number in zip(rows, sentences.case, strict=True):
        row[0] = odds[first[number] + int(row[0])]
    return Rows(rows, sentences.right, sentences.case)


def fitted(
    features: NDArray[np.float64], right: NDArray[np.bool_], names: Sequence[str]
) -> dict[str, float]:
    """Return the weights of a logistic regression."""
    scale = features.std(0) + 1e-9
    scaled = features / scale

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        odds = scaled @ weights[:-1] + weights[-1]
        off = expit(odds) - right
        slopes, bias = scaled.T @ off + weights[:-1], off.sum()
        cost = np.logaddexp(0, odds).sum() - odds[right].sum() + 0.5 * weights[:-1] @ weights[:-1]
        return float(cost), np.append(slopes, bias)

    start = np.zeros(len(names) + 1)
    least = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[*_bounds(names), ANY]).x
    weights = dict(zip(names, (least[:-1] / scale).round(4).tolist(), strict=True))
    return {**weights, "bias": round(float(least[-1]), 4)}


def beta_calibration(odds: NDArray[np.float64], right: NDArray[np.bool_]) -> dict[str, float]:
    """Return what makes log odds into probabilities (Kull, Silva Filho and Flach 2017).

    Its three numbers are drawn towards changing nothing.
    """
    parts = np.column_stack([log_expit(odds), -log_expit(-odds)])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        changed = parts @ weights[:2] + weights[2]
        off, apart = expit(changed) - right, weights[:2] - 1
        cost = np.logaddexp(0, changed).sum() - changed[right].sum() + 0.5 * apart @ apart
        return float(cost), np.append(parts.T @ off + apart, off.sum())

    rising = (0.05, None)
    bounds = [rising, rising, ANY]
    least = minimize(loss, np.array([1.0, 1.0, 0.0]), jac=True, method="L-BFGS-B", bounds=bounds).x
    return dict(zip(("low", "high", "bias"), least.round(4).tolist(), strict=True))


def _bounds(names: Sequence[str]) -> list[Bound]:
    return [
        FOR if name in SPEAK_FOR else AGAINST if name in SPEAK_AGAINST else ANY for name in names
    ]


def fitted_choice(rows: Rows, train: NDArray[np.bool_], names: Sequence[str]) -> dict[str, float]:
    """Return weights that put what is right before what is wrong of the same question.

    A conditional logit (McFadden 1974): of a question's candidates one is chosen, with odds that
    are linear in the features.
    """
    features, right, case = rows.arrays()
    answered = np.isin(case, np.unique(case[right])) & train[case]
    features, right, case = features[answered], right[answered], case[answered]
    scale = np.maximum(features.std(0), [0 if name in SMALL else RARE for name in names]) + 1e-9
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

    bounds, start = _bounds(names), np.zeros(len(names))
    weights = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x / scale
    return dict(zip(names, weights.round(4).tolist(), strict=True))


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
    best, truth, whose = [], [], []
    _, starts = np.unique(case, return_index=True)
    for start, end in pairwise([*starts, len(case)]):
        if among[case[start]]:
            confidence = confidence_features(choice, features[start:end])
            top = int(confidence[:, 0].argmax())
            best.append(confidence[top])
            truth.append(right[start + top])
            whose.append(case[start])
    return np.array(best), np.array(truth), np.array(whose)
