"""Where an answer begins and where a possible one, chosen by risk on held-out articles.

Pure functions of what came of the cases: training/fit_judge.py finds that, out of fold.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.evaluation.measures import reliability
from qa.reading.judge import Outcome, Thresholds

# Of what is answered at most so much may be wrong, and of what is said to be as sure as that.
RISK, SURE, RISK_OF_SURE = 0.25, 0.8, 0.05
# What is possible holds so much of what is right and no answer, and is at least so likely.
HELD, LEAST = 2 / 3, 0.05
# Of a language with fewer right ones than that below its answers all languages say what is possible.
FEW = 10
TRIED = np.linspace(0.02, 0.9, 89)
BINS = 10
# Keys beside the languages, as in qa/reading/judge.json.
OTHER, CROSS = "other", "cross"

Chances = NDArray[np.float64]
Truth = NDArray[np.bool_]


@dataclass(frozen=True)
class Outcomes:
    """The likeliest sentence of each case."""

    best: Chances  # how likely it is said to answer
    right: Truth  # whether it does; never where nothing does
    can: Truth  # whether anything does
    key: NDArray[np.str_]  # the question's language, or "cross" if the sentence is in another

    def where(self, mine: Truth) -> Outcomes:
        """Return those of the cases *mine*."""
        return Outcomes(self.best[mine], self.right[mine], self.can[mine], self.key[mine])

    def of(self, key: str) -> Outcomes:
        """Return those that the thresholds of *key* are chosen on; "other" is every language."""
        return self.where(self.key != CROSS if key == OTHER else self.key == key)

    @property
    def keys(self) -> list[str]:
        """The languages, and what stands for others and for evidence in another."""
        return [*sorted(set(self.key.tolist()) - {CROSS}), OTHER, CROSS]


def youden(best: Chances, right: Truth, none: Truth) -> float:
    """Return the probability that keeps most right answers and declines most unanswerable ones.

    Both shares count alike (Youden's J), whatever the mix of questions is.
    """
    kept = [(best[right] >= one).mean() + (best[none] < one).mean() for one in TRIED]
    return float(TRIED[int(np.argmax(kept))])


def answer_from(best: Chances, right: Truth, floor: float) -> float:
    """Return the lowest probability from *floor* on at which few enough answers are wrong.

    An answer to what nothing answers is wrong.  If there is none such, next to nothing is answered.
    """
    for tried in (floor, *TRIED[floor < TRIED]):
        answered = best >= tried
        if answered.any() and (~right[answered]).mean() <= RISK:
            return round(float(tried), 4)
    return round(max(floor, float(TRIED[-1])), 4)


def possible_from(best: Chances, right: Truth, answer: float) -> float:
    """Return the highest probability that still holds enough of what is right and no answer."""
    missed = np.sort(best[right & (best < answer)])[::-1]
    if not len(missed):
        return answer
    last = float(missed[math.ceil(HELD * len(missed)) - 1])
    return min(answer, max(LEAST, math.floor(last * 1e4) / 1e4))


def by_risk(outcomes: Outcomes) -> dict[str, Thresholds]:
    """Return the thresholds of each language, of others, and across languages."""
    floor = max(LEAST, youden(outcomes.best, outcomes.right, ~outcomes.can))
    every = outcomes.of(OTHER)
    chosen = {}
    for key in outcomes.keys:
        mine = outcomes.of(key)
        answer = answer_from(mine.best, mine.right, floor)
        few = (mine.right & (mine.best < answer)).sum() < FEW
        held = every if few and key != CROSS else mine
        chosen[key] = Thresholds(answer, possible_from(held.best, held.right, answer))
    return chosen


def wrong_of_sure(best: Chances, right: Truth) -> tuple[float, int]:
    """Return the share wrong among what is said to be sure, and how much that is."""
    sure = best >= SURE
    return (float((~right[sure]).mean()) if sure.any() else 0.0), int(sure.sum())


def sure_from(best: Chances, right: Truth) -> float:
    """Return the lowest stated chance from which on few enough are wrong to be called sure.

    Where that is above SURE, the calibration says too much.  1 if there is none.
    """
    for tried in np.arange(0.5, 1, 0.01):
        above = best >= tried
        if above.any() and (~right[above]).mean() <= RISK_OF_SURE:
            return round(float(tried), 2)
    return 1.0


def told(outcomes: Outcomes, chosen: dict[str, Thresholds]) -> Iterator[str]:
    """Yield what the *chosen* thresholds do to the right and to the unanswerable, as Markdown."""
    yield (
        "| situation | answer | possible | right: n | answered | possible | nothing |"
        " unanswerable: n | answered | possible | nothing | wrong of answered | wrong of ≥ .8 |"
    )
    yield "|---|" + "--:|" * 12
    for key, limits in chosen.items():
        mine = outcomes.of(key)
        answered = mine.best >= limits.answer
        wrong, count = wrong_of_sure(mine.best, mine.right)
        yield (
            f"| {key} | {limits.answer:.3f} | {limits.possible:.3f} |"
            f" {_split(mine.best[mine.right], limits)} | {_split(mine.best[~mine.can], limits)} |"
            f" {_share(~mine.right[answered])} | {wrong:.3f} of {count} |"
        )
    yield from _bins(outcomes, chosen)
    for key in chosen:
        mine = outcomes.of(key)
        if wrong_of_sure(mine.best, mine.right)[0] > RISK_OF_SURE:
            yield (
                f"NOT KEPT, {key}: more than {RISK_OF_SURE} wrong of what is said to be {SURE} sure;"
                f" it is so from {sure_from(mine.best, mine.right):.2f} on: calibrate lower"
            )


def _bins(outcomes: Outcomes, chosen: dict[str, Thresholds]) -> Iterator[str]:
    """Yield a table: in each bin of stated chance what was said, what was right, of how many."""
    yield "| stated → right (n) |" + "".join(f" {n / BINS:.1f} |" for n in range(BINS))
    yield "|---|" + "--:|" * BINS
    for key in chosen:
        mine = outcomes.of(key)
        cells = ["–"] * BINS
        for stated, true, count in reliability(mine.best.tolist(), mine.right.tolist(), BINS):
            cells[min(int(stated * BINS), BINS - 1)] = f"{stated:.2f} → {true:.2f} ({count})"
        yield f"| {key} | {' | '.join(cells)} |"


def _split(best: Chances, limits: Thresholds) -> str:
    """Return how many there are and which shares are answers, possible and nothing."""
    outcomes = np.array([limits.outcome(one) for one in best.tolist()], int)
    shares = [_share(outcomes == which) for which in sorted(Outcome, reverse=True)]
    return " | ".join([str(len(best)), *shares])


def _share(true: Truth) -> str:
    return f"{true.mean():.3f}" if len(true) else "–"
