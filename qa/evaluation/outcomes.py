"""What came of the questions of a set, and what that says of the program."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qa.answers import NO_ANSWER, AnswerKind
from qa.evaluation.measures import auroc, calibration_error, interval, reliability

NOT_FOUND = 10**6  # the place of a paragraph that was not retrieved


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of one question."""

    place: int  # of its paragraph among those retrieved, from 1; NOT_FOUND if it is not there
    answerable: bool
    right: bool  # the best sentence is from its paragraph and holds an answer
    confidence: float
    without: float | None  # the confidence once its whole article is out; None: no other is in
    kind: AnswerKind  # what was said of it
    kind_without: AnswerKind | None  # the same once its whole article is out
    language: bool  # the program spoke the question's language
    exact: float  # of the short answer
    f1: float
    replayed: bool  # every quote that was shown is a slice of its file
    seconds: float

    @property
    def answered(self) -> bool:
        """Whether it was answered; a possible answer is none."""
        return self.kind not in NO_ANSWER

    @property
    def possible(self) -> bool:
        """Whether it was possibly answered."""
        return self.kind == "possible"

    @property
    def shown(self) -> bool:
        """Whether its best sentence was shown as an answer or a possible one."""
        return self.answered or self.possible


def measured(asked: Sequence[Asked]) -> dict[str, Any]:
    """Return the measures of a set by name; shares have their 95 % interval beside them.

    What nothing was asked for has no measure: None.
    """
    can = [one for one in asked if one.answerable]
    seconds = [one.seconds for one in asked]
    right = [one for one in can if one.right]
    gone = [one.without for one in can if one.without is not None]
    beside = [one.confidence for one in asked if not one.answerable]
    answered = [one for one in can if one.answered]
    kinds_gone = [one.kind_without for one in can if one.kind_without]
    shares = {
        "recall@1": [float(one.place <= 1) for one in can],
        "recall@5": [float(one.place <= 5) for one in can],
        "recall@10": [float(one.place <= 10) for one in can],
        "mrr@10": [1 / one.place if one.place <= 10 else 0.0 for one in can],
        "first sentence right": [float(one.right) for one in can],
        "short answer exact": [one.exact for one in can],
        "short answer f1": [one.f1 for one in can],
        "answered": [float(one.answered) for one in can],
        "possible": [float(one.possible) for one in can],
        "right of answered": [float(one.right) for one in answered],
        "answered right": [float(one.right and one.answered) for one in can],
        "possible right": [float(one.right and one.possible) for one in can],
        "answered or possible and right": [float(one.shown and one.right) for one in can],
        "answered, article taken out": [float(kind not in NO_ANSWER) for kind in kinds_gone],
        "possible, article taken out": [float(kind == "possible") for kind in kinds_gone],
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
    low, high = interval(values)
    return {
        "mean": round(statistics.fmean(values), 4),
        "low": round(low, 4),
        "high": round(high, 4),
    }


def _auroc(answerable: list[Asked], others: list[float]) -> float | None:
    area = auroc([one.confidence for one in answerable], others)
    return None if math.isnan(area) else area


def _calibration(answerable: list[Asked], others: list[float]) -> dict[str, Any]:
    """Return how far stated chances are from what was right, and that bin by bin."""
    if not answerable:
        return {"calibration error": None, "reliability": []}
    chances = [one.confidence for one in answerable] + others
    right = [one.right for one in answerable] + [False] * len(others)
    return {
        "calibration error": calibration_error(chances, right),
        "reliability": [list(one) for one in reliability(chances, right)],
    }
