"""A day of the week is no place, and tells nothing of a holiday; a name is not where it is."""

from __future__ import annotations

import pytest

from language.asking import asks_when, names_holiday
from language.lacking import lacks_value

NO_PLACE = [
    ("where is the bakery?", "The bakery is closed on Mondays.", "en"),
    ("où est la mairie ?", "La mairie est fermée le lundi.", "fr"),
    ("城东体育场在哪里？", "城东体育场周二闭馆。", "zh-Hans"),
    ("城東體育場在哪裡？", "城東體育場週二休館。", "zh-Hant"),
]
PLACE = [
    ("where is the bakery?", "The bakery is on Mill Street.", "en"),
    ("où est la mairie ?", "La mairie est à l'est du pont.", "fr"),
    ("城东体育场在哪里？", "城东体育场位于河边。", "zh-Hans"),
    ("城東體育場在哪裡？", "城東體育場在學府路。", "zh-Hant"),
]
HOLIDAYS = ["open on Christmas?", "ouvert à Noël ?", "春节开门吗", "國慶日有開嗎"]
MOMENTS = ["what time is it?", "à quelle heure ?", "几点集合", "幾號出發"]


@pytest.mark.parametrize(("question", "sentence", "language"), NO_PLACE)
def test_a_day_or_the_name_itself_says_not_where(
    question: str, sentence: str, language: str
) -> None:
    assert lacks_value(question, sentence, language)


@pytest.mark.parametrize(("question", "sentence", "language"), PLACE)
def test_a_place_beside_the_name_says_where(question: str, sentence: str, language: str) -> None:
    assert not lacks_value(question, sentence, language)


@pytest.mark.parametrize("text", HOLIDAYS)
def test_holidays_are_known_in_all_languages(text: str) -> None:
    assert names_holiday(text)


@pytest.mark.parametrize("text", MOMENTS)
def test_what_time_asks_when(text: str) -> None:
    assert asks_when(text)


@pytest.mark.parametrize("text", ["how many chairs?", "combien de chaises ?", "几把椅子", "在哪裡"])
def test_what_asks_for_a_number_or_a_place_does_not_ask_when(text: str) -> None:
    assert not asks_when(text)
