"""What came of the questions of a set, and the measures of all of them."""

from __future__ import annotations

import math
import statistics
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import regex

from language.languages import KNOWN
from language.tags import family

if TYPE_CHECKING:
    from numpy.typing import NDArray


# What answers are compared without (Rajpurkar et al. 2016).
ARTICLES = {
    tag: regex.compile(known.words.articles) for tag, known in KNOWN.items() if known.words.articles
}
APART = regex.compile(r"[^\p{L}\p{N}]+")
RESAMPLED = 1000
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
    """Return the measures of a set by name; shares have their 95 % interval beside them.

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


def folded(text: str) -> str:
    """Return *text* without case, width, space and punctuation."""
    return APART.sub("", unicodedata.normalize("NFKC", text).casefold())


def holds(text: str, answers: Sequence[str]) -> bool:
    """Tell whether *text* holds one of *answers*."""
    return any(wanted in folded(text) for one in answers if (wanted := folded(one)))


def tokens(text: str, language: str) -> list[str]:
    """Return what F1 counts: words as SQuAD does, characters of Chinese as CMRC 2018 does."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    if family(language) == "zh":
        return regex.findall(r"\p{Han}|[^\W_\p{Han}]+", plain)
    words = APART.sub(" ", plain)
    articles = ARTICLES.get(family(language))
    return (articles.sub(" ", words) if articles else words).split()


def exact(given: str, answers: Sequence[str], language: str) -> float:
    """Return 1 if *given* is one of *answers* once both are normalised, else 0."""
    return float(any(tokens(given, language) == tokens(one, language) for one in answers))


def f1(given: str, answers: Sequence[str], language: str) -> float:
    """Return the best harmonic mean of precision and recall of *given* against *answers*."""
    return max(
        (_f1(tokens(given, language), tokens(one, language)) for one in answers), default=0.0
    )


def _f1(given: list[str], answer: list[str]) -> float:
    common = (Counter(given) & Counter(answer)).total()
    return 2 * common / (len(given) + len(answer)) if common else 0.0


def auroc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """Return the chance that one of *positive* is above one of *negative*; ties count half."""
    if not positive or not negative:
        return float("nan")
    low = np.sort(np.asarray(negative))
    high = np.asarray(positive)
    below = np.searchsorted(low, high, "left") + np.searchsorted(low, high, "right")
    return float(below.mean() / 2 / len(low))


def calibration_error(chances: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Return the expected calibration error (Guo et al. 2017) over bins of like chance."""
    bins_of_chance = reliability(chances, right, bins)
    return sum(abs(said - true) * count for said, true, count in bins_of_chance) / len(chances)


def reliability(
    chances: Sequence[float], right: Sequence[bool], bins: int = 10
) -> list[tuple[float, float, int]]:
    """Return for each bin of like chance the mean chance, the share that was right, how many."""
    chance, truth = np.asarray(chances), np.asarray(right, np.float64)
    places = np.minimum((chance * bins).astype(int), bins - 1)
    return [
        (float(chance[mine].mean()), float(truth[mine].mean()), int(mine.sum()))
        for place in np.unique(places)
        for mine in (places == place,)
    ]


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % interval of the mean of *values*, by the bootstrap (Efron 1979)."""
    if not values:
        return float("nan"), float("nan")
    sample: NDArray[np.float64] = np.asarray(values, np.float64)
    chosen = np.random.default_rng(0).integers(0, len(sample), (RESAMPLED, len(sample)))
    low, high = np.percentile(sample[chosen].mean(1), [2.5, 97.5])
    return float(low), float(high)
