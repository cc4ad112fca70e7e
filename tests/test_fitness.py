"""What is asked fits what is given: a theme is called one, another edition seldom answers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from language.asking import states_motto
from language.detect import detect
from qa.reading.cells import RowAnswer
from qa.reading.fitness import fitted_chance
from qa.reading.trained import Words


def sentence(text: str) -> Any:  # noqa: ANN401 - a stub of what reading finds
    passage = SimpleNamespace(
        text=text, title="", date="", language=detect(text), view=SimpleNamespace(origins=None)
    )
    hit = SimpleNamespace(record=SimpleNamespace(passage=passage))
    answer = RowAnswer(Words((0, 1), 1.0))
    return cast(
        "Any",
        SimpleNamespace(ranked=SimpleNamespace(hit=hit), span=(0, len(text)), answer=answer),
    )


STATED = [
    ("What was the theme of the harbour fair?", "The fair’s theme was “Salt and wind”."),
    ("What was the theme of the harbour fair?", "港口博览会以“盐与风”为主题。"),
    ("Quel était le thème de la foire ?", "La foire avait pour thème « Le sel et le vent »."),
    ("港口博览会的主题是什么？", "博览会的主题是盐与风。"),
    ("港口博覽會的口號是什麼？", "大會提出口號「鹽與風」。"),
]
NOT_STATED = [
    ("What was the theme of the harbour fair?", "The harbour fair opened on Monday in the “Salt” hall."),
    ("Quel était le thème de la foire ?", "La foire a réuni « Le Sel », une chorale du port."),
    ("港口博览会的主题是什么？", "“港口”博览会对推动贸易具有重要意义。"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "text"), STATED)
def test_a_sentence_that_names_a_theme_is_likelier_where_one_is_asked_for(
    question: str, text: str
) -> None:
    assert 0.4 < fitted_chance(question, sentence(text), 0.4, 0.0, 0.0) < 1


@pytest.mark.parametrize(("question", "text"), NOT_STATED)
def test_a_sentence_that_names_none_is_no_answer_to_it(question: str, text: str) -> None:
    assert fitted_chance(question, sentence(text), 0.7, 0.0, 0.0) < 0.1


@pytest.mark.parametrize("question", ["Who opened the fair?", "博览会由谁开幕？"])
def test_where_no_theme_is_asked_for_nothing_changes(question: str) -> None:
    assert states_motto(question, "The theme was “Salt and wind”.") is None
    assert fitted_chance(question, sentence("The mayor opened it."), 0.7, 0.0, 0.0) == 0.7


def test_where_only_another_edition_was_spoken_of_an_answer_is_half_as_likely() -> None:
    asked = "How many boats came to the fifth fair?"

    assert fitted_chance(asked, sentence("Ninety boats came."), 0.6, -1.0, -1.0) == 0.3


@pytest.mark.parametrize(
    ("question", "other", "own"),
    [
        ("When did the first fair open?", "The 2nd fair opens in May.", "It opened in May."),
        ("Quand a eu lieu la première foire ?", "La 2e foire aura lieu en mai.", "En mai."),
        ("第一届博览会什么时候举行？", "第二届博览会五月举行。", "博览会五月举行。"),
        ("第一屆博覽會什麼時候舉行？", "第二屆博覽會五月舉行。", "博覽會五月舉行。"),
    ],
)
def test_a_sentence_on_another_edition_is_no_answer_whatever_stands_above_it(
    question: str, other: str, own: str
) -> None:
    assert fitted_chance(question, sentence(other), 0.9, 1.0, 1.0) < 0.2
    assert fitted_chance(question, sentence(own), 0.9, 1.0, 1.0) == 0.9


def test_a_theme_of_which_edition_is_not_said_is_not_made_likelier() -> None:
    stated = sentence("The theme was “Salt and wind”.")

    assert fitted_chance("What was the theme of the fifth fair?", stated, 0.3, -1.0, 0.0) == 0.3


def assert_only_the_second_fits(question: str, without: str, with_one: str) -> None:
    assert fitted_chance(question, sentence(without), 0.9, 0.0, 0.0) < 0.2
    assert fitted_chance(question, sentence(with_one), 0.9, 0.0, 0.0) == 0.9


@pytest.mark.parametrize(
    ("question", "without", "with_one"),
    [
        (
            "What is the contract number of the crane?",
            "The contract runs three years.",
            "Contract KX-71.",
        ),
        ("Quel est le numéro du dossier ?", "Le dossier est clos.", "Dossier n° 2024-18."),
        ("合同编号是多少？", "合同为期三年。", "合同号：KX-71。"),
        ("合約編號是什麼？", "合約為期三年。", "合約號：KX-71。"),
    ],
)
def test_what_has_no_figure_gives_no_number_of_a_thing(
    question: str, without: str, with_one: str
) -> None:
    assert_only_the_second_fits(question, without, with_one)


@pytest.mark.parametrize(
    ("question", "without", "with_one"),
    [
        ("When will the lock open?", "The lock is opened by the harbour master.", "In May."),
        ("When will the lock open?", "The mayor opens it.", "It opens on Monday."),
        ("How many boats came?", "The boats came from Dover.", "Nine boats came."),
        ("Quand ouvre l'écluse ?", "L'écluse est ouverte par le maire.", "Elle ouvre après Noël."),
        ("Combien de bateaux ?", "Les bateaux viennent de Brest.", "Plusieurs bateaux."),
        ("水闸什么时候开放？", "水闸由市长开放。", "水闸在完工之后开放。"),
        ("水閘何時開放？", "水閘由市長開放。", "水閘於週一開放。"),
        ("来了多少艘船？", "船从大连来。", "来了九艘船。"),
    ],
)
def test_what_tells_no_time_or_number_does_not_answer_when_or_how_many(
    question: str, without: str, with_one: str
) -> None:
    assert_only_the_second_fits(question, without, with_one)


@pytest.mark.parametrize(
    ("question", "without", "with_one"),
    [
        ("How many kilometres long is the canal?", "It took 9 years.", "The canal is 31 km long."),
        ("How many dollars did it cost?", "It cost 31 lives.", "It cost $31 million."),
        ("Combien de tonnes ?", "Le pont date de 1902.", "Le pont pèse 400 tonnes."),
        ("运河有多少公里？", "运河1902年建成。", "运河长31公里。"),
        ("運河有多少公里？", "The canal took 9 years.", "The canal is 19 miles long."),
    ],
)
def test_how_many_of_a_unit_is_answered_by_what_has_its_dimension(
    question: str, without: str, with_one: str
) -> None:
    assert_only_the_second_fits(question, without, with_one)


@pytest.mark.parametrize(
    "question",
    [
        "How do you sail when two winds meet?",
        "Who came, and when?",
        "Which boat left when the storm came?",
        "最大规模的码头在哪里？",
    ],
)
def test_a_question_that_asks_for_something_else_too_needs_no_date(question: str) -> None:
    assert fitted_chance(question, sentence("They came from Dover."), 0.9, 0.0, 0.0) == 0.9


def test_how_many_there_are_may_be_said_in_words() -> None:
    asked = "What was the number of guests?", "What is the total number of guests?"
    for question in asked:
        assert fitted_chance(question, sentence("Twenty-nine guests came."), 0.9, 0.0, 0.0) == 0.9


@pytest.mark.parametrize(
    ("question", "text", "fits"),
    [
        ("How many came in 2019?", "In 2018 ninety boats came.", False),
        ("How many came in 2018?", "In 2018 ninety boats came.", True),
        ("How many came in 2016?", "From 2014 to 2019 ninety boats came a year.", True),
        ("How many came in 2019?", "Ninety boats came.", True),
        ("How many came?", "In 2018 ninety boats came.", True),
        ("Combien sont venus en 2019 ?", "En 2018, 90 bateaux sont venus.", False),
        ("2019年来了多少船？", "2018年来了九十艘船。", False),
        ("2018年來了多少船？", "2018年來了九十艘船。", True),
    ],
)
def test_what_is_told_of_another_year_is_half_as_likely(
    question: str, text: str, *, fits: bool
) -> None:
    assert fitted_chance(question, sentence(text), 0.8, 0.0, 0.0) == (0.8 if fits else 0.4)
