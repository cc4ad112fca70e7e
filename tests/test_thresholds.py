"""Thresholds by risk, on made-up chances whose truth is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.judge import Outcome, Thresholds, fitted_judge
from training.thresholds import (
    LEAST,
    RISK,
    Outcomes,
    answer_from,
    by_risk,
    possible_from,
    sure_from,
    told,
    wrong_of_sure,
    youden,
)

CHANCES = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=80)


def arrays(cases: list[tuple[float, bool]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([one for one, _ in cases]), np.array([true for _, true in cases])


def calibrated(count: int, seed: int, scale: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """Return stated chances, and truths that hold *scale* times as often."""
    random = np.random.default_rng(seed)
    best = random.uniform(0, 1, count)
    return best, random.uniform(0, 1, count) < scale * best


@given(CHANCES, st.floats(0.05, 0.5))
def test_an_answer_begins_where_few_enough_are_wrong_and_no_lower_step_would_do(
    cases: list[tuple[float, bool]], floor: float
) -> None:
    best, right = arrays(cases)

    answer = answer_from(best, right, floor)

    assert answer >= round(floor, 4)
    for lower in np.arange(0.02, 0.9, 0.01).round(2):
        if floor < lower < answer - 1e-4 and (best >= lower).any():
            assert (~right[best >= lower]).mean() > RISK


@given(CHANCES, st.floats(0.05, 0.9))
def test_what_is_possible_holds_two_thirds_of_the_right_ones_that_are_no_answers(
    cases: list[tuple[float, bool]], answer: float
) -> None:
    best, right = arrays(cases)

    possible = possible_from(best, right, answer)

    assert min(LEAST, answer) <= possible <= answer
    missed = best[right & (best < answer)]
    if possible > LEAST and len(missed):
        assert (missed >= possible).mean() >= 2 / 3
        assert (missed > possible + 1e-4).mean() < 2 / 3


def test_of_calibrated_chances_an_answer_begins_where_a_quarter_of_them_is_wrong() -> None:
    best, right = calibrated(20_000, seed=3)

    # Chances from t to 1 are right (1 + t) / 2 of the time: three quarters from .5 on.
    assert answer_from(best, right, 0.2) == pytest.approx(0.5, abs=0.03)
    assert answer_from(best, right, 0.7) == pytest.approx(0.7, abs=0.01)
    # The right ones below .6 lie at t² / .36 of them below t: a third of them below .35.
    assert possible_from(best, right, 0.6) == pytest.approx(0.6 * 3**-0.5, abs=0.02)


def test_where_too_much_is_wrong_everywhere_next_to_nothing_is_answered() -> None:
    best, right = np.linspace(0.1, 0.8, 50), np.zeros(50, bool)

    assert answer_from(best, right, 0.2) == 0.9
    assert possible_from(best, right, 0.9) == 0.9


def test_chances_that_say_too_much_are_told_with_the_chance_from_which_they_are_sure() -> None:
    best, right = calibrated(20_000, seed=4, scale=0.9)
    none = np.zeros(len(best), bool)
    outcomes = Outcomes(best, right, ~none, np.full(len(best), "fr"))

    wrong, count = wrong_of_sure(best, right)
    lines = list(told(outcomes, {"fr": Thresholds(0.4, 0.1)}))

    assert wrong == pytest.approx(0.19, abs=0.02)
    assert count == pytest.approx(4000, rel=0.1)
    assert sure_from(best, right) == 1.0
    assert lines[-1].startswith("NOT KEPT, fr")


def test_each_language_and_what_lies_across_has_thresholds_of_its_own() -> None:
    good, bad = calibrated(4000, seed=5, scale=1.0), calibrated(4000, seed=6, scale=0.85)
    best, right = np.concatenate([good[0], bad[0]]), np.concatenate([good[1], bad[1]])
    key = np.array(["en"] * 4000 + ["cross"] * 4000)
    outcomes = Outcomes(best, right, right | (best > 0.5), key)

    chosen = by_risk(outcomes)
    lines = list(told(outcomes, chosen))

    assert list(chosen) == ["en", "other", "cross"]
    assert chosen["en"] == chosen["other"]
    assert chosen["en"].answer < chosen["cross"].answer
    assert all(limits.possible < limits.answer for limits in chosen.values())
    assert chosen["en"].answer >= youden(best, right, ~outcomes.can) - 0.15
    assert sum(line.startswith(("| en |", "| cross |")) for line in lines) == 4


def test_every_language_and_what_lies_across_is_in_the_judge_that_comes_with_the_program() -> None:
    judge = fitted_judge()

    assert judge.thresholds.keys() == judge.calibration.keys()
    assert judge.limits("cross", "en") is judge.thresholds["cross"]
    assert judge.limits("same", "de") is judge.thresholds["other"]
    assert judge.limits("same", "zh-Hant") is judge.thresholds["zh-Hant"]
    for limits in judge.thresholds.values():
        assert 0 < limits.possible <= limits.answer < 1
        assert limits.outcome(0.0) is Outcome.NOTHING
