"""What tells of another thing of its sort answers nothing about the one that is asked about."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from language.contrasts import begins_with_a_name, begins_with_whose, tells_of_another
from language.detect import detect
from language.lacking import lacks_value
from qa.reading.another import speaks_of_another
from qa.reading.clauses import fitting
from tests.test_fitness import sentence
from tests.test_lists import asked

OTHER = [
    ("What does the red lamp mean?", "The white lamp means go.", "en"),
    ("When does bus 15 leave?", "Bus 14 leaves at noon.", "en"),
    ("What does the Brasco T60 weigh?", "The Brasco T80 weighs two kilos.", "en"),
    ("What is a monthly pass for?", "A day pass is for one ride.", "en"),
    ("Combien mesure le bassin sud ?", "Le bassin nord mesure dix mètres.", "fr"),
    ("Où est la porte verte ?", "La porte rouge est au fond.", "fr"),
    ("红色的灯是什么意思？", "白色的灯表示可以走。", "zh-Hans"),
    ("5號樓何時停水？", "3號樓明日停水。", "zh-Hant"),
    ("博物馆馆长是谁？", "图书馆馆长罗达讲了话。", "zh-Hans"),
]
SAME = [
    ("What does the red lamp mean?", "Red means stop, white means go.", "en"),
    ("What does the red lamp mean?", "This lamp means stop.", "en"),
    ("When does bus 15 leave?", "Buses leave at noon.", "en"),
    ("Who rules South Africa?", "The north of it is ruled by Ada Rook.", "en"),
    ("How many came in May 2024?", "In May 12 people came.", "en"),
    ("Combien mesure le bassin sud ?", "Il mesure dix mètres.", "fr"),
    ("5號樓何時停水？", "3號樓和5號樓明日停水。", "zh-Hant"),
]
PEOPLE = [
    ("Who is Ida Krog?", "Eva Krog runs the mill.", True),
    ("Who is Ma Ying?", "Gu's mother Gu Ying makes maps with Ma Rui.", True),
    ("When did Ida Holm retire?", "Eva Krog retired in 1990.", True),
    ("When did Ida Holm retire?", "Her successor, Eva Krog, retired in 1990.", True),
    ("When did Ida Holm retire?", "She retired in 1990.", False),
    ("Who was Ida Holm's successor?", "Her successor was Eva Krog.", False),
    ("Quand Inès Roy est-elle partie ?", "Paul Dubreuil est parti en 1990.", True),
    ("Quand Inès Roy est-elle partie ?", "Elle est partie en 1990.", False),
    ("Qui est le maire de Morvan ?", "Le maire, Paul Dubreuil, a parlé.", False),
    ("王秀英哪年退休？", "赵明2019年退休。", True),
    ("王秀英哪年退休？", "2019年退休。", False),
    ("王秀英哪年退休？", "王秀英2019年退休。", False),
]
PRICES = [
    ("How much is a monthly pass?", "It is valid for 14 days.", True),
    ("What is the premium?", "The premium will rise by 12 % in May.", True),
    ("How much is the rise?", "The premium will rise by 12 % in May.", False),
    ("What is the fee?", "The fee is 3 % of the sum.", False),
    ("What does Ida charge?", "Ida charges 45 an hour.", False),
    ("How much is the ferry?", "Children travel free of charge.", False),
    ("Combien coûte la carte ?", "La carte est valable douze mois.", True),
    ("Combien coûte la carte ?", "La carte coûte 12 €.", False),
    ("月卡多少钱？", "月卡有效期三十天。", True),
    ("月卡多少錢？", "月卡每張三十元。", False),
    ("物业费多少钱？", "物业费上涨8%。", True),
]


@pytest.mark.parametrize(("question", "text", "language"), OTHER)
def test_a_word_or_a_number_in_the_place_of_that_asked_about_tells_of_another(
    question: str, text: str, language: str
) -> None:
    assert tells_of_another(question, text, text, language)


@pytest.mark.parametrize(("question", "text", "language"), SAME)
def test_what_has_it_too_or_no_such_word_may_tell_of_it(
    question: str, text: str, language: str
) -> None:
    assert not tells_of_another(question, text, text, language)


@pytest.mark.parametrize(("question", "text", "another"), PEOPLE)
def test_what_somebody_else_did_is_told_from_what_is_asked(
    question: str, text: str, another: bool
) -> None:
    language = detect(question)

    assert speaks_of_another(asked(question, language), sentence(text)) is another


def test_the_clause_that_answers_may_be_of_another_though_the_sentence_names_both() -> None:
    told = sentence("The upper mill is shut; the miller of the lower mill is Ida Holm.")
    start = told.ranked.hit.record.passage.text.index("Ida")
    answer = SimpleNamespace(words=SimpleNamespace(span=(start, start + 8)))
    question = asked("Who is the miller of the upper mill?", "en")
    clause = cast("Any", SimpleNamespace(ranked=told.ranked, span=told.span, answer=answer))

    assert speaks_of_another(question, clause)


@pytest.mark.parametrize(("question", "text", "lacks"), PRICES)
def test_of_a_price_tells_a_sum_and_neither_a_time_nor_by_how_much_it_rose(
    question: str, text: str, lacks: bool
) -> None:
    assert lacks_value(question, text, detect(text)) is lacks


def test_a_language_without_rules_tells_nothing() -> None:
    assert not tells_of_another("Was ist rot?", "Das ist blau.", "", "de")
    assert not begins_with_a_name("Ida Holm kam.", "de")
    assert begins_with_whose("Ihr Sohn, Per, kam.", "de") == ""


@pytest.mark.parametrize(
    ("question", "text", "source"),
    [
        ("How many came according to the guild?", "Police say 300 came; the guild says 900.", "guild"),
        ("Combien sont venus selon le syndicat ?", "La police dit 300 ; le syndicat dit 900.", "syndicat"),
        ("据工会说有多少人来了？", "警方说有300人；工会说有900人。", "工会"),
    ],
)  # fmt: skip
def test_the_clause_of_the_source_that_is_named_answers(
    question: str, text: str, source: str
) -> None:
    language = detect(question)

    start, end = fitting(asked(question, language), text, (0, len(text)), language)

    assert source in text[start:end]
    assert "300" not in text[start:end]
