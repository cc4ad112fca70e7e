"""A value of a quote in another language leads only where such a value is asked for."""

from __future__ import annotations

import pytest

from language.asking import kinds_of
from qa.answers import Citation
from qa.policy import converted


def cited(text: str, words: str, language: str) -> Citation:
    start = text.index(words)
    return Citation(
        document="a.txt", title="", sha256="", start=0, end=len(text), quote=text, text=text,
        language=language, page=None, part=None, date=None, passage=0, score=0.9,
        highlight=(start, start + len(words)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("question", "speaks", "text", "words", "language", "said"),
    [
        ("Where was it built?", "en", "船在秘鲁建成。", "秘鲁", "zh-Hans", "Peru"),
        ("En quelle année ?", "fr", "大桥2017年通车。", "2017年", "zh-Hans", "2017"),
        ("有多少艘船？", "zh-Hans", "It has 29 ships.", "29", "en", "29"),
        ("主權屬於哪個國家？", "zh-Hant", "Elle est au Pérou.", "Pérou", "fr", "秘魯"),
    ],
)
def test_a_value_of_the_asked_kind_is_said_in_the_users_language(
    question: str, speaks: str, text: str, words: str, language: str, said: str
) -> None:
    assert converted(cited(text, words, language), speaks, kinds_of(question)) == said


@pytest.mark.parametrize(
    ("question", "speaks", "text", "words", "language"),
    [
        ("Why was it built?", "en", "船在秘鲁建成。", "秘鲁", "zh-Hans"),
        ("How was it built?", "en", "船在秘鲁建成。", "秘鲁", "zh-Hans"),
        ("Quel était le thème de la régate ?", "fr", "主题与秘鲁有关。", "秘鲁", "zh-Hans"),
        ("Which countries took part?", "en", "秘鲁派船参加。", "秘鲁", "zh-Hans"),
        ("Did Peru take part?", "en", "秘鲁派船参加。", "秘鲁", "zh-Hans"),
        ("為什麼關閉？", "zh-Hant", "It closed in 2017.", "2017", "en"),
        ("Quand a-t-il fermé ?", "fr", "It had 29 ships.", "29 ships", "en"),
    ],
)
def test_a_value_is_no_reason_theme_list_or_yes(
    question: str, speaks: str, text: str, words: str, language: str
) -> None:
    assert converted(cited(text, words, language), speaks, kinds_of(question)) is None
