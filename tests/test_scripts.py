"""Simplified text as it is read in Traditional characters: word by word, not across words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.chinese import in_script


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("并合作", "並合作"),
        ("渔会加强交流并合作修桥", "漁會加強交流並合作修橋"),
        ("并购", "併購"),
        ("合并", "合併"),
        ("两只猫", "兩隻貓"),
        ("三十公里", "三十公里"),
        ("皇后在后面", "皇后在後面"),
        ("干部不干涉", "幹部不干涉"),
    ],
)
def test_a_character_is_converted_by_its_own_word(simplified: str, traditional: str) -> None:
    assert in_script(simplified, "zh-Hant") == traditional


@given(st.text("并合作后面里干部只猫台风，。 ab1發", max_size=12))
def test_converting_keeps_what_is_not_simplified_and_the_length(text: str) -> None:
    converted = in_script(text, "zh-Hant")

    assert len(converted) == len(text)
    for before, after in zip(text, converted, strict=True):
        assert before == after or before not in "，。 ab1發"
