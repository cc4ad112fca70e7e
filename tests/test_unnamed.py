"""Names of another language do not make a question one in that language."""

from __future__ import annotations

import pytest
from hypothesis import given

from language.detect import asked_in
from language.languages import LANGUAGES
from language.unnamed import unnamed
from tests.strategies import texts


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Tell me about Éloïse Garçon", "en"),
        ("Who is Jürgen Weiß?", "en"),
        ("Describe the Théâtre Séverin", "en"),
        ("Is Agnès Bérard absent?", "en"),
        ("Find Désiré Lenoir", "en"),
        ("who is 田小芳?", "en"),
        ("Tell me about 廠長田小芳", "en"),
        ("Qui est Harry Wilson ?", "fr"),
        ("Parle-moi de Walter Greenfield", "fr"),
        ("Harry Wilson, c'est qui ?", "fr"),
        ("qui est 田小芳 ?", "fr"),
        ("Harry Wilson是谁？", "zh-Hans"),
        ("Éloïse Garçon说了什么？", "zh-Hans"),
        ("誰是 Éloïse Garçon？", "zh-Hant"),
        ("Walter Greenfield 說了什麼", "zh-Hant"),
        ("iPhone怎么用？", "zh-Hans"),
        ("Wann wurde das Haus von Éloïse Garçon gebaut?", "de"),
    ],
)
def test_a_question_is_in_the_language_of_its_own_words(question: str, language: str) -> None:
    assert asked_in(question, {*LANGUAGES, "de"}) == language


@given(texts())
def test_what_is_left_is_as_long_or_without_chinese(text: str) -> None:
    assert unnamed(text).strip() or not text.strip()
    assert len(unnamed(text)) <= len(text)
