"""Two things that a question chooses between: each with its own value; in four languages."""

from __future__ import annotations

import pytest

from language.phrases import phrase
from qa.parts.asked import parts_of
from qa.service import Service
from tests.conftest import built_of

CHOICES = {
    ("Which is longer, the north pier or the south pier?", "en"): [
        "How long is the north pier?",
        "How long is the south pier?",
    ],
    ("Who has more members, the band or the choir?", "en"): [
        "How many members does the band have?",
        "How many members does the choir have?",
    ],
    ("Did the second fair have more guests than the first?", "en"): [
        "How many guests did the second fair have?",
        "How many guests did the first fair have?",
    ],
    ("Lequel est le plus haut, le phare ou le clocher ?", "fr"): [
        "Le phare : quelle est la hauteur ?",
        "Le clocher : quelle est la hauteur ?",
    ],
    ("东塔和西塔哪个更高？", "zh-Hans"): ["东塔有多高？", "西塔有多高？"],
    ("東塔與西塔哪座高？", "zh-Hant"): ["東塔有多高？", "西塔有多高？"],
    ("Is it warmer than usual?", "en"): [],
    ("Which is the oldest bridge in Paris or Lyon?", "en"): [],
}
FILES = {
    "piers.txt": "The north pier at Wick is 310 metres long. The south pier at Wick is 275 metres long.\n",
    "tours.txt": "Le phare de Kerloc mesure 41 mètres de haut. Le clocher de Kerloc mesure 56 mètres de haut.\n",
    "塔.txt": "临江县的东塔高48米。临江县的西塔高39米。\n",
    "社團.csv": "社團,人數\n合唱團,48\n桌球社,22\n",
}


@pytest.mark.parametrize(("question", "language"), CHOICES)
def test_a_choice_between_two_things_is_asked_of_each(question: str, language: str) -> None:
    asked = [part.question for part in parts_of(question, language)]
    assert asked == CHOICES[question, language]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return built_of(FILES, tmp_path_factory.mktemp("larger"))


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "speaks", "larger", "values"),
    [
        ("Which is longer, the north pier or the south pier?", "en", "the north pier", "310 275"),
        (
            "Lequel est le plus haut, le phare de Kerloc ou le clocher de Kerloc ?",
            "fr",
            "le clocher de Kerloc",
            "41 56",
        ),
        ("东塔和西塔哪个更高？", "zh-Hans", "东塔", "48 39"),
        ("合唱團和桌球社哪個人數多？", "zh-Hant", "合唱團", "48 22"),
    ],
)
def test_both_values_are_quoted_and_the_larger_is_told(
    service: Service, question: str, speaks: str, larger: str, values: str
) -> None:
    answer = service.engine().ask(question)
    assert answer.reply == phrase("larger_of_two", speaks, thing=larger)
    shown = zip(answer.parts, values.split(), strict=True)
    assert all(value in (part.answer.short_answer or "") for part, value in shown)


@pytest.mark.model
def test_nothing_is_told_of_two_things_of_which_one_has_no_value(service: Service) -> None:
    answer = service.engine().ask("Which is longer, the north pier or the Brandt tunnel?")
    assert answer.reply is None
