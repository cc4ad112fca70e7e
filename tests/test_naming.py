"""Which proper names of a question a text lacks, within a language and across."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.naming import lacking
from tests.strategies import texts


@pytest.mark.parametrize(
    ("question", "language", "text", "of", "share"),
    [
        ("How many titles did the Lakers win?", "en", "The Bulls won six titles.", "en", 1.0),
        ("How many titles did the Lakers win?", "en", "The Lakers won six titles.", "en", 0.0),
        ("What did Apple earn with Intel?", "en", "Intel earned a lot.", "en", 0.5),
        ("Where do the Scottish fleets meet?", "en", "Fleets of Scotland meet here.", "en", 0.0),
        ("When did the US sign?", "en", "The United States signed in May.", "en", 0.0),
        ("Quand le Pérou a-t-il adhéré ?", "fr", "Le Chili a adhéré en 2018.", "fr", 1.0),
        ("Quand le Pérou a-t-il adhéré ?", "fr", "Le PEROU a adhéré en 2018.", "fr", 0.0),
        ("Que fait le Royaume-Uni ?", "fr", "Le Royaume Uni vend du thé.", "fr", 0.0),
        ("湖人队哪年夺冠？", "zh-Hans", "公牛队在1998年夺冠。", "zh-Hans", 1.0),
        ("贝多芬哪年去了维也纳？", "zh-Hans", "貝多芬1792年去了維也納。", "zh-Hant", 0.0),
        ("貝多芬哪年去了維也納？", "zh-Hant", "莫札特1781年去了維也納。", "zh-Hant", 0.5),
        ("Apple的总部在哪里？", "zh-Hans", "微软的总部在雷德蒙德。", "zh-Hans", 1.0),
        # Days of the week are no names: 周三至周日 has Thursday in it.
        ("星期一开门吗？", "zh-Hans", "周三至周日开放；周一闭馆。", "zh-Hans", 0.0),
        ("禮拜四開門嗎？", "zh-Hant", "週三至週日開放。", "zh-Hant", 0.0),
        ("Is it open on Thursdays?", "en", "Open Tuesday to Sunday.", "en", 0.0),
        ("Est-ce ouvert le Jeudi ?", "fr", "Du mardi au dimanche.", "fr", 0.0),
        # A longer name of another place is not meant.
        ("印度何时加入？", "zh-Hans", "印度尼西亚于2019年加入。", "zh-Hans", 1.0),
        ("印度何時加入？", "zh-Hant", "印度尼西亞和印度都加入了。", "zh-Hant", 0.0),
        ("几内亚何时加入？", "zh-Hans", "巴布亚新几内亚和几内亚比绍加入了。", "zh-Hans", 1.0),
        ("When did Guinea join?", "en", "Papua New Guinea joined in May.", "en", 1.0),
        ("When did Guinea join?", "en", "Papua New Guinea and Guinea joined.", "en", 0.0),
        ("When did Sudan join?", "en", "South Sudan joined in May.", "en", 1.0),
        ("When did Sudan join?", "en", "The Sudanese joined in May.", "en", 0.0),
        ("Quand le Soudan a-t-il adhéré ?", "fr", "Le Soudan du Sud a adhéré.", "fr", 1.0),
        ("When did India join?", "en", "印度尼西亚于2019年加入。", "zh-Hans", 1.0),
        ("Quand le Niger a-t-il adhéré ?", "fr", "Le Nigeria a adhéré.", "fr", 1.0),
    ],
)
def test_a_name_that_the_text_has_not_is_lacking(
    question: str, language: str, text: str, of: str, share: float
) -> None:
    assert lacking(question, language, text, of) == share


@pytest.mark.parametrize(
    ("question", "language", "text", "of", "share"),
    [
        ("When did Peru join?", "en", "秘鲁于2019年加入。", "zh-Hans", 0.0),
        ("When did Peru join?", "en", "智利于2018年加入。", "zh-Hans", 1.0),
        ("Quand le Pérou a-t-il adhéré ?", "fr", "Peru joined in 2019.", "en", 0.0),
        ("Quand le Pérou a-t-il adhéré ?", "fr", "智利於2018年加入。", "zh-Hant", 1.0),
        ("秘鲁什么时候加入的？", "zh-Hans", "Le Pérou a adhéré en 2019.", "fr", 0.0),
        ("湖人哪年夺冠？", "zh-Hans", "The Bulls won in 1998.", "en", 1.0),
        ("湖人哪年夺冠？", "zh-Hans", "The Lakers won in 2000.", "en", 0.0),
        ("Who designed the Skarnsund bridge?", "en", "这座桥由他设计。", "zh-Hans", 0.0),
        ("What did Apple say?", "en", "他什么都没说。", "zh-Hans", 0.0),
        ("Wann kam Goethe nach Rom?", "de", "Schiller blieb zu Hause.", "de", 0.0),
    ],
)
def test_a_name_of_which_the_other_language_is_not_known_is_no_evidence(
    question: str, language: str, text: str, of: str, share: float
) -> None:
    assert lacking(question, language, text, of) == share


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What is the theme of the fourth meeting?", "en"),
        ("May visitors enter in May?", "en"),
        ("Quelle est la durée du 21e congrès ?", "fr"),
        ("这个大洋有多深？", "zh-Hans"),
    ],
)
def test_a_question_without_names_lacks_none(question: str, language: str) -> None:
    assert lacking(question, language, "", language) == 0.0


@given(texts(), st.sampled_from(["en", "fr", "zh-Hans", "zh-Hant"]))
def test_a_share_is_a_share_whatever_is_asked(text: str, language: str) -> None:
    share = lacking(text, language, text, language)

    assert 0.0 <= share <= 1.0


@given(st.sampled_from(["Lakers", "Ōsaka", "Pérou", "Ada Brook", "Kyiv"]), texts())
def test_a_name_is_there_wherever_it_stands(name: str, around: str) -> None:
    question = f"When was {name} there?"

    assert lacking(question, "en", f"{around} {name} {around}", "en") == 0.0
