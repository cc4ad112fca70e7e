"""What came of the questions of a set, and the measures of all of them."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qa.evaluation import metrics

NOT_FOUND = 10**6  # the place of a paragraph that was not retrieved


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of one question."""

    place: int  # of its paragraph among those retrieved, from 1; NOT_FOUND if it is not there
    answerable: bool
    right: bool  # the best sentence is from its paragraph and holds an answer
    confidence: float
    without: float | None  # the confidence once its whole article is out; None: no other is in
    declined: bool
    language: bool  # the program spoke the question's language
    exact: float  # of the short answer
    f1: float
    replayed: bool  # every quote that was shown is a slice of its file
    seconds: float


def measured(asked: Sequence[Asked]) -> dict[str, Any]:
    """Return the measures of DESIGN's section 8; shares have their 95 % interval beside them.

    What nothing was asked for has no measure: None.
    """
    can = [one for one in asked if one.answerable]
    seconds = [one.seconds for one in asked]
    right = [one for one in can if one.right]
    gone = [one.without for one in can if one.without is not None]
    beside = [one.confidence for one in asked if not one.answerable]
    answered = [one for one in can if not one.declined]
    shares = {
        "recall@1": [float(one.place <= 1) for one in can],
        "recall@5": [float(one.place <= 5) for one in can],
        "recall@10": [float(one.place <= 10) for one in can],
        "mrr@10": [1 / one.place if one.place <= 10 else 0.0 for one in can],
        "first sentence right": [float(one.right) for one in can],
        "short answer exact": [one.exact for one in can],
        "short answer f1": [one.f1 for one in can],
        "answered": [float(not one.declined) for one in can],
        "right of answered": [float(one.right) for one in answered],
        "language matches": [float(one.language) for one in asked],
    }
    return {
        "n": len(asked),
        "unanswerable": len(beside),
        **{name: _share(values) for name, values in shares.items()},
        "decline auroc": {
            "article taken out": _auroc(can, gone),
            "right answers, article taken out": _auroc(right, gone),
            "beside the paragraph": _auroc(can, beside),
        },
        "replay failures": sum(not one.replayed for one in asked),
        **_calibration(can, gone),
        "seconds p50": statistics.median(seconds),
        "seconds p95": sorted(seconds)[int(0.95 * len(seconds))],
    }


def _share(values: list[float]) -> dict[str, float] | None:
    if not values:
        return None
    low, high = metrics.interval(values)
    return {
        "mean": round(statistics.fmean(values), 4),
        "low": round(low, 4),
        "high": round(high, 4),
    }


def _auroc(answerable: list[Asked], others: list[float]) -> float | None:
    found = metrics.auroc([one.confidence for one in answerable], others)
    return None if math.isnan(found) else found


def _calibration(answerable: list[Asked], others: list[float]) -> dict[str, Any]:
    """Return how far stated chances are from what was right, and that bin by bin."""
    if not answerable:
        return {"calibration error": None, "reliability": []}
    chances = [one.confidence for one in answerable] + others
    right = [one.right for one in answerable] + [False] * len(others)
    return {
        "calibration error": metrics.calibration_error(chances, right),
        "reliability": [list(one) for one in metrics.reliability(chances, right)],
    }
