"""What documents deny is never borne out: opposites, other persons, units and days."""

from __future__ import annotations

import pytest

from language.poles import polar
from qa.checks.roles import held, role_of
from qa.quotes.verdict import Verdict
from tests.said import half


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("It sails every day except Thursday.", "en", {1, 2, 3, 5, 6, 7}),
        ("Le musée est ouvert du mardi au samedi.", "fr", {2, 3, 4, 5, 6}),
        ("展馆除周四外每天开放。", "zh-Hans", {1, 2, 3, 5, 6, 7}),
        ("展館週一休息。", "zh-Hant", {1}),
    ],
)
def test_days_are_those_that_are_named_or_left(text: str, language: str, days: set[int]) -> None:
    assert polar(text, language).clauses[0].days == days


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dogs are not allowed.", "en"),
        ("Les chiens ne sont pas admis.", "fr"),
        ("不允许带狗。", "zh-Hans"),
        ("禁止攜帶犬隻。", "zh-Hant"),
    ],
)
def test_a_denial_turns_a_word_to_its_opposite(text: str, language: str) -> None:
    assert polar(text, language).clauses[0].sides("permission") == {1}


@pytest.mark.parametrize(
    ("statement", "text", "language", "other"),
    [
        ("The captain is Ida Roe.", "The captain is Lew Hart.", "en", "Lew Hart"),
        ("Le maire est Paul Roy.", "Le maire, Luc Vidal, a parlé.", "fr", "Luc Vidal"),
        ("馆长是何玉芬。", "馆长是沈国梁，副馆长是何玉芬。", "zh-Hans", "沈国梁"),
        ("縣長是卓以安。", "縣長余美珠表示感謝。", "zh-Hant", "余美珠"),
    ],
)
def test_a_role_is_its_holders(statement: str, text: str, language: str, other: str) -> None:
    role = role_of(statement, language)

    assert role
    difference = held(role, text, language)
    assert not isinstance(difference, bool)
    assert difference
    assert difference.source == other


def test_both_halves_have_true_false_and_open_sentences() -> None:
    for name in ("develop", "kept"):
        assert {each.kind for each in half(name).drafted} == {"true", "false", "open"}


def test_an_absent_quote_that_is_not_reordered_is_only_absent() -> None:
    assert Verdict("x", "absent").told == "quote_absent"
