"""Questions that may leave out their topic: how they may be meant, and which way is taken."""

from __future__ import annotations

import numpy as np
import pytest

from corpus.documents import Passage
from corpus.view import View
from index.passage_index import DocumentRecord, Hit, PassageRecord, Query
from language.asking import kind_of, kinds_of
from language.detect import detect
from language.languages import LANGUAGES
from language.terms import question_terms
from qa.followups.implied import with_topic
from qa.question import Question
from qa.reading.candidates import Ranked
from qa.reading.preferring import Retrieved, preferred

FROM_ABOUT = [
    ("What is a heat pump?", "How loud is the fan?", "A heat pump: how loud is the fan?"),
    (
        "Où se trouve le musée de la Dentelle ?",
        "Quels sont les horaires ?",
        "Le musée de la Dentelle : quels sont les horaires ?",
    ),
    ("图书馆几点开门？", "停车位有多少？", "图书馆：停车位有多少？"),
    ("如何申請育嬰假？", "津貼是多少？", "育嬰假：津貼是多少？"),
]


@pytest.mark.parametrize(("before", "asked", "reading"), FROM_ABOUT)
def test_a_question_without_a_name_may_be_about_what_was_spoken_of(
    before: str, asked: str, reading: str
) -> None:
    language = detect(asked, expected=LANGUAGES)
    assert with_topic(asked, language, before) == (reading,)


def test_the_last_topic_stands_before_the_first_of_the_conversation() -> None:
    before = "What is there to see in Lyon?\nWhen does the lace museum open?"
    assert with_topic("Is the entrance free?", "en", before) == (
        "The lace museum: is the entrance free?",
        "Lyon: is the entrance free?",
    )


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "Who founded the Museum of Lace?"),
        ("en", "What is photosynthesis?"),
        ("en", "How loud is the heat pump?"),
        ("fr", "Qu'est-ce que la photosynthèse ?"),
        ("fr", "Qui a fondé le musée de Calais ?"),
        ("zh-Hans", "什么是光合作用？"),
        ("zh-Hant", "什麼是光合作用？"),
    ],
)
def test_what_names_something_or_defines_a_word_or_has_the_topic_is_meant_as_it_is(
    language: str, asked: str
) -> None:
    assert with_topic(asked, language, "How does the heat pump work?") == ()


@pytest.mark.parametrize(
    ("before", "language", "asked"),
    [
        ("How long is the Kerguelen railway?", "zh-Hant", "港口鐵路全長多少公里？"),
        ("石桥有多长？", "fr", "Quels sont les horaires ?"),
        ("Où est le musée ?", "en", "How loud is the fan?"),
    ],
)
def test_who_changes_the_language_begins_anew(before: str, language: str, asked: str) -> None:
    assert with_topic(asked, language, before) == ()


def test_without_a_question_before_there_is_one_reading() -> None:
    assert with_topic("How loud is the fan?", "en", None) == ()


PLAIN, FRONTED, OLDER = "How loud is the fan?", "Oven: how loud is the fan?", "Car: how loud?"


def retrieved(text: str, odds: float, passage: str, language: str = "en") -> Retrieved:
    terms = tuple(question_terms(text, "en"))
    question = Question(
        text, "en", kind_of(text), Query(text, "en", np.zeros(1, np.float32), terms, ()),
        dict.fromkeys(terms, 1.0), {}, frozenset(), kinds_of(text),
    )  # fmt: skip
    view = View.of(passage)
    record = PassageRecord(
        0, DocumentRecord("a", "", "a", "en"), Passage(view, ((0, len(passage)),), language, "")
    )
    return Retrieved(question, [Ranked(Hit(record, 0.0, 0.0), odds)])


def test_the_topic_is_taken_where_a_passage_speaks_of_it_and_of_what_is_asked() -> None:
    plain = retrieved(PLAIN, 5.0, "The fan of the lamp is loud.")
    assert preferred(plain, [retrieved(FRONTED, 4.5, "The oven has a loud fan.")]) == 1


@pytest.mark.parametrize(
    ("odds", "passage"),
    [
        (4.5, "The oven is hot."),  # nothing of what is asked
        (4.5, "The fan of the lamp is loud."),  # nothing of the topic
        (1.0, "The oven has a loud fan."),  # far less likely
    ],
)
def test_a_question_about_something_else_is_meant_as_it_is(odds: float, passage: str) -> None:
    plain = retrieved(PLAIN, 5.0, "The fan of the lamp is loud.")
    assert preferred(plain, [retrieved(FRONTED, odds, passage)]) == 0


@pytest.mark.parametrize(("odds", "meant"), [(5.0, 1), (7.0, 2)])
def test_an_older_topic_must_be_clearly_likelier(odds: float, meant: int) -> None:
    plain = retrieved(PLAIN, 5.0, "The fan of the lamp is loud.")
    last = retrieved(FRONTED, 5.0, "The oven has a loud fan.")
    assert preferred(plain, [last, retrieved(OLDER, odds, "A car has a loud fan.")]) == meant


def test_a_passage_of_another_language_does_not_tell_that_the_topic_is_meant() -> None:
    plain = retrieved(PLAIN, 5.0, "The fan of the lamp is loud.")
    other = retrieved(FRONTED, 6.0, "Le ventilateur du four (oven) est loud, fan.", "fr")
    assert preferred(plain, [other]) == 0


def test_where_nothing_is_found_the_question_is_meant_as_it_is() -> None:
    empty = Retrieved(retrieved(PLAIN, 0.0, "A lamp.").question, [])
    assert preferred(empty, [empty]) == 0
