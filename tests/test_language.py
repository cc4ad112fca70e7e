from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.chinese import crosses_word, script, search_words, to_simplified, words
from language.detect import asked_in, detect
from language.languages import LANGUAGES
from language.tags import family
from tests.strategies import HAN, sentences, texts


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("灯塔建于1887年，渔民靠它认路。", "zh-Hans"),
        ("燈塔建於1887年，漁民靠它認路。", "zh-Hant"),
        ("Le phare fut allumé au printemps.", "fr"),
        ("The lighthouse was lit in spring.", "en"),
        ("Der Leuchtturm wurde im Frühling angezündet.", "de"),
        ("El faro se encendió en la primavera.", "es"),
        ("灯台は三十二メートルの高さです。", "ja"),
        ("トンネル", "ja"),
        ("등대는 1887년에 세워졌다.", "ko"),
        ("Маяк построили весной, и рыбаки были рады.", "ru"),
        ("بُني المنارة في الربيع على الجزيرة.", "ar"),
        ("प्रकाशस्तंभ बत्तीस मीटर ऊँचा है।", "hi"),
    ],
)
def test_the_language_of_a_text_is_found(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("灯塔用上了LED灯和GPS设备。", "zh-Hans"),
        ("新版 Python 3.11 燈塔模組", "zh-Hant"),
        ("The word for lighthouse is 灯塔 in Chinese.", "en"),
        ("Le caractère 燈 veut dire la lampe.", "fr"),
    ],
)
def test_a_few_words_of_another_script_do_not_decide(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", " \n", "1887", "—…!?", "🙂", "\u0301", "〇"])
def test_a_text_without_letters_is_of_no_known_language(text: str) -> None:
    assert detect(text) == "und"


@pytest.mark.parametrize("text", ["", "12,5 %", "→"])
def test_a_text_without_letters_takes_the_default(text: str) -> None:
    assert detect(text, default="fr") == "fr"


@pytest.mark.parametrize(
    ("default", "language"),
    [("zh-Hant", "zh-Hant"), ("zh-Hans", "zh-Hans"), ("fr", "zh-Hans"), ("und", "zh-Hans")],
)
def test_chinese_of_either_script_takes_the_script_of_the_default(
    default: str, language: str
) -> None:
    assert detect("小山大海", default=default) == language


@pytest.mark.parametrize(
    ("language", "expected"), [("zh-Hans", "zh"), ("zh-Hant", "zh"), ("fr", "fr"), ("und", "und")]
)
def test_a_family_is_a_language_without_its_script(language: str, expected: str) -> None:
    assert family(language) == expected


@given(texts())
def test_every_text_has_a_language(text: str) -> None:
    assert detect(text).replace("-", "").isalpha()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("灯塔", "Hans"),
        ("燈塔", "Hant"),
        ("小山", None),
        ("phare", None),
        ("灯燈", None),
        ("渔船进港，海风很大，見燈", "Hans"),
    ],
)
def test_the_script_is_the_one_that_more_characters_speak_for(
    text: str, expected: str | None
) -> None:
    assert script(text) == expected


def test_traditional_characters_become_simplified() -> None:
    assert to_simplified("燈塔與漁船") == "灯塔与渔船"


@given(sentences())
def test_simplified_text_stays_simplified(text: str) -> None:
    once = to_simplified(text)

    assert to_simplified(once) == once


@given(st.one_of(sentences(), st.text(HAN)))
def test_words_are_together_the_text(text: str) -> None:
    assert "".join(words(text)) == text


def test_a_long_word_is_found_by_the_words_inside_it() -> None:
    assert {"北京", "大学", "北京大学"} <= set(search_words("他在北京大学读书"))


@pytest.mark.parametrize(
    ("before", "after", "crosses"),
    [
        ("他去北", "京读书", True),
        ("他在圖書", "館讀書", True),
        ("他走了", "天亮", False),
        ("1887年的冬天", "海岛下了大雪", False),
        ("le", "phare", False),
        ("", "京", False),
        ("北", "", False),
    ],
)
def test_a_word_that_was_cut_in_two_is_known(before: str, after: str, crosses: bool) -> None:
    assert crosses_word(before, after) is crosses


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Who pays 52?", "en"),
        ("Who pays 3?", "en"),
        ("Qui paie 52 ?", "fr"),
        ("谁付52？", "zh-Hans"),
    ],
)
def test_a_figure_does_not_make_a_short_question_french(question: str, language: str) -> None:
    assert asked_in(question, set(LANGUAGES)) == language
