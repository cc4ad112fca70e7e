"""Misspelt questions for training and measuring."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.misspelling import misspelt, mistyped

QUESTION = "Quand le marché couvert a-t-il rouvert après l'incendie ?"


def test_the_same_chance_gives_the_same() -> None:
    assert misspelt(QUESTION, random.Random(7)) == misspelt(QUESTION, random.Random(7))


def test_every_question_with_words_is_altered_in_one_or_two_of_them() -> None:
    plain = "When was the covered market opened again after the fire?"
    for seed in range(200):
        typed = misspelt(plain, random.Random(seed)).split()
        wrong = [one for one, right in zip(typed, plain.split(), strict=True) if one != right]
        assert len(wrong) in {1, 2}


@pytest.mark.parametrize("question", ["", "茶馆几点开门？", "Is it?", "1871 ?"])
def test_what_has_no_words_to_misspell_comes_back(question: str) -> None:
    assert misspelt(question, random.Random(0)) == question


def test_a_name_stays_a_capital_and_an_acronym_in_capitals() -> None:
    for seed in range(100):
        assert mistyped("Jakarta", random.Random(seed))[0].isupper()
        assert mistyped("UNESCO", random.Random(seed)).isupper()


@given(st.text(), st.integers())
def test_any_text_can_be_misspelt(text: str, seed: int) -> None:
    assert isinstance(misspelt(text, random.Random(seed)), str)
