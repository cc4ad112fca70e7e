"""The measures, against their definitions and against values worked out by hand."""

from __future__ import annotations

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.languages import LANGUAGES
from qa.evaluation.measures import (
    auroc,
    calibration_error,
    exact,
    f1,
    folded,
    holds,
    interval,
    reliability,
    tokens,
)
from tests.strategies import texts

chances = st.lists(st.floats(0, 1), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("text", "answers", "held"),
    [
        ("At 5 p.m. the U.S. ship left.", ["US ship"], True),
        ("合同总额 640 多亿美元。", ["640多亿美元"], True),
        ("第２３４４号决议", ["第2344号决议"], True),
        ("Vingt-neuf pays étaient là.", ["trente pays", "VINGT-NEUF PAYS"], True),
        ("The bell weighs 840 kg.", ["910 kg"], False),
        ("The bell weighs 840 kg.", ["—", ""], False),
        ("The bell weighs 840 kg.", [], False),
    ],
)
def test_a_text_holds_an_answer_whatever_its_case_width_and_spaces(
    text: str, answers: list[str], held: bool
) -> None:
    assert holds(text, answers) is held


@pytest.mark.parametrize(
    ("answered", "answer", "language", "match", "overlap"),
    [
        ("the Silk Road Fund", "Silk Road Fund", "en", 1.0, 1.0),
        ("le Fonds de la Route de la soie", "Fonds Route soie", "fr", 1.0, 1.0),
        ("in 2017", "2017", "en", 0.0, 2 / 3),
        ("2019年4月", "2019年", "zh-Hans", 0.0, 2 * 2 / (4 + 2)),
        ("匈牙利", "奧地利", "zh-Hant", 0.0, 1 / 3),
        ("Lyon", "Brest", "fr", 0.0, 0.0),
        ("一 带 一 路", "一带一路", "zh-Hans", 1.0, 1.0),
    ],
)
def test_exact_match_and_f1_count_words_of_french_and_english_and_characters_of_chinese(
    answered: str, answer: str, language: str, match: float, overlap: float
) -> None:
    assert exact(answered, [answer], language) == match
    assert f1(answered, [answer], language) == pytest.approx(overlap)


def test_the_best_of_several_answers_counts() -> None:
    assert exact("29 pays", ["29 nations", "29 pays"], "fr") == 1.0
    assert f1("29 pays", ["trente", "29 États", "29 pays"], "fr") == 1.0
    assert (exact("29 pays", [], "fr"), f1("29 pays", [], "fr")) == (0.0, 0.0)


@given(texts(), texts(), st.sampled_from(LANGUAGES))
def test_f1_is_symmetric_and_whole_for_what_is_the_same(a: str, b: str, language: str) -> None:
    assert 0 <= f1(a, [b], language) <= 1
    assert f1(a, [b], language) == pytest.approx(f1(b, [a], language))
    assert f1(a, [a], language) == float(bool(tokens(a, language)))


@given(texts(), st.integers(0, 30), st.integers(1, 30))
def test_every_slice_with_a_letter_is_held(text: str, start: int, length: int) -> None:
    piece = text[start : start + length]

    assert folded(folded(piece)) == folded(piece)
    assert not folded(piece) or holds(f"«{piece}»", [piece])


@given(chances, chances)
def test_auroc_is_the_share_of_pairs_in_order(positive: list[float], negative: list[float]) -> None:
    pairs = list(product(positive, negative))
    won = sum(1.0 if a > b else 0.5 if a == b else 0.0 for a, b in pairs)

    assert auroc(positive, negative) == pytest.approx(won / len(pairs))


def test_auroc_of_nothing_is_not_a_number() -> None:
    assert math.isnan(auroc([], [0.5]))
    assert math.isnan(auroc([0.5], []))


def test_calibration_error_is_the_weighted_gap_between_said_and_true() -> None:
    # Bin 0.2: stated 0.25, true 1/4: gap 0. Bin 0.9: stated 0.95, true 1/2: gap 0.45, a third of all.
    stated = [0.25, 0.25, 0.25, 0.25, 0.95, 0.95]
    true = [True, False, False, False, True, False]

    assert calibration_error(stated, true) == pytest.approx(0.45 / 3)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=30))
def test_reliability_counts_everyone_once_and_gives_the_calibration_error(
    asked: list[tuple[float, bool]],
) -> None:
    stated, true = [one for one, _ in asked], [one for _, one in asked]
    bins = reliability(stated, true)
    gaps = sum(abs(chance - share) * count for chance, share, count in bins)

    assert sum(count for _, _, count in bins) == len(asked)
    assert calibration_error(stated, true) == pytest.approx(gaps / len(asked))


@given(st.lists(st.sampled_from([0.0, 1.0]), min_size=1, max_size=60))
def test_the_interval_holds_the_mean_and_is_the_same_every_time(values: list[float]) -> None:
    low, high = interval(values)

    assert 0 <= low <= sum(values) / len(values) <= high <= 1
    assert interval(values) == (low, high)


def test_the_interval_narrows_with_more_answers() -> None:
    few, many = interval([0.0, 1.0] * 10), interval([0.0, 1.0] * 1000)

    assert many[1] - many[0] < few[1] - few[0]
    # The normal approximation of a share of a half among 2,000: ± 1.96 × 0.5 / √2000.
    assert many == pytest.approx((0.478, 0.522), abs=0.004)
