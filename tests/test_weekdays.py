"""Days of the week, one by one and from the first of several to the last, in four languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.weekdays import days_covered, with_weekdays
from qa.reading.fitness import OTHER_DAY, fitted_chance
from tests.test_fitness import sentence

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(1, 8)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Open Tuesday to Friday.", {TUESDAY, WEDNESDAY, THURSDAY, FRIDAY}),
        ("Closed on Mondays and Thursdays.", {MONDAY, THURSDAY}),
        ("ouvert du vendredi au lundi", {FRIDAY, SATURDAY, SUNDAY, MONDAY}),
        ("le week-end et le mercredi", {SATURDAY, SUNDAY, WEDNESDAY}),
        ("周一至周三闭馆", {MONDAY, TUESDAY, WEDNESDAY}),
        ("星期六到星期日開放", {SATURDAY, SUNDAY}),
        ("礼拜一到礼拜三，禮拜天不開", {MONDAY, TUESDAY, WEDNESDAY, SUNDAY}),
        ("星期天休息", {SUNDAY}),
        ("週末休息", {SATURDAY, SUNDAY}),
        ("daily from 9", set(range(1, 8))),
        ("The sun sat on the wall.", set()),
    ],
)
def test_the_days_of_a_range_are_all_named(text: str, days: set[int]) -> None:
    assert days_covered(text) == days


@given(st.text(alphabet="MonTuesdayFri-周一至三lundi au \n"))
def test_what_is_no_day_stays_as_it_is(text: str) -> None:
    kept = with_weekdays(text)

    assert (kept == text) == (not days_covered(text))


@pytest.mark.parametrize(
    ("question", "other", "covers"),
    [
        ("Is the mill open on Thursday?", "The mill opens on Sunday.", "It is open Monday to Friday."),
        ("Le moulin est ouvert le jeudi ?", "Il ouvre le dimanche.", "Il ouvre du lundi au vendredi."),
        ("磨坊星期四开放吗？", "磨坊星期日开放。", "周一至周五开放。"),
        ("磨坊星期四開放嗎？", "磨坊星期日開放。", "週一至週五開放。"),
    ],
)  # fmt: skip
def test_what_is_so_on_another_day_is_less_likely_to_answer(
    question: str, other: str, covers: str
) -> None:
    assert fitted_chance(question, sentence(other), 0.8, 0.0, 0.0) == 0.8 * OTHER_DAY
    assert fitted_chance(question, sentence(covers), 0.8, 0.0, 0.0) == 0.8
