"""Measures of retrieval, of answers and of confidence; none needs a library of its own."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import regex

from language.tags import family

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What answers are compared without: SQuAD's articles (Rajpurkar et al. 2016), and the French ones.
ARTICLES = {
    "en": regex.compile(r"\b(?:a|an|the)\b"),
    "fr": regex.compile(r"\b(?:le|la|les|l|un|une|des|du|de|d)\b"),
}
APART = regex.compile(r"[^\p{L}\p{N}]+")
RESAMPLED = 1000


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


def exact(said: str, answers: Sequence[str], language: str) -> float:
    """Return 1 if *said* is one of *answers* once both are normalised, else 0."""
    return float(any(tokens(said, language) == tokens(one, language) for one in answers))


def f1(said: str, answers: Sequence[str], language: str) -> float:
    """Return the best harmonic mean of precision and recall of *said* against *answers*."""
    return max((_f1(tokens(said, language), tokens(one, language)) for one in answers), default=0.0)


def _f1(said: list[str], answer: list[str]) -> float:
    common = (Counter(said) & Counter(answer)).total()
    return 2 * common / (len(said) + len(answer)) if common else 0.0


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
    found = reliability(chances, right, bins)
    return sum(abs(said - true) * count for said, true, count in found) / len(chances)


def reliability(
    chances: Sequence[float], right: Sequence[bool], bins: int = 10
) -> list[tuple[float, float, int]]:
    """Return for each bin of like chance the mean chance, the share that was right, how many."""
    chance, truth = np.asarray(chances), np.asarray(right, np.float64)
    places = np.minimum((chance * bins).astype(int), bins - 1)
    return [
        (float(chance[mine].mean()), float(truth[mine].mean()), int(mine.sum()))
        for one in np.unique(places)
        for mine in (places == one,)
    ]


def interval(values: Sequence[float]) -> tuple[float, float]:
    """Return the 95 % interval of the mean of *values*, by the bootstrap (Efron 1979)."""
    if not values:
        return float("nan"), float("nan")
    sample: NDArray[np.float64] = np.asarray(values, np.float64)
    chosen = np.random.default_rng(0).integers(0, len(sample), (RESAMPLED, len(sample)))
    low, high = np.percentile(sample[chosen].mean(1), [2.5, 97.5])
    return float(low), float(high)
