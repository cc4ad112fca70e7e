"""Measures of words, chances and shares, apart from the program that is measured."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

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
