"""Who was present and who was absent is told by the label before the names, in four languages."""

from __future__ import annotations

import pytest

from qa.answers import Answer
from qa.service import Service
from tests.conftest import built_of

pytestmark = pytest.mark.model

FILES = {
    "choir.md": (
        "# Selby choir, 6 May 2021\n\n**Present:** Ada Quill (chair), Bo Lind, Cy Marsh and Di Orr.\n"
        "Apologies: Ed Frost.\n\nThe concert is in June.\n\n"
        "# Selby choir, 3 June 2021\n\nPresent: Ada Quill, Ed Frost.\nApologies: Bo Lind, Cy Marsh.\n\n"
        "The hall is too small.\n"
    ),
    "chorale.md": (
        "Chorale de Pontal, séance du 4 mars 2021\n\nPrésents : Guy Ferrand (président), Zoé Malo,"
        " Paul Drouet.\nExcusée : Inès Le Goff.\n\nLe concert aura lieu en mai.\n"
    ),
    "合唱团.txt": "合唱团会议\n\n出席：团长丁香兰、方小舟（秘书）、葛大江。缺席：贺云。\n\n演出在五月。\n",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return built_of(FILES, tmp_path_factory.mktemp("labelled"))


def asked(service: Service, question: str) -> Answer:
    return service.engine().ask(question)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who was present on 6 May 2021?", ["Ada Quill (chair)", "Bo Lind", "Cy Marsh", "Di Orr"]),
        ("List the people present in June 2021", ["Ada Quill", "Ed Frost"]),
        ("Who was absent on 3 June 2021?", ["Bo Lind", "Cy Marsh"]),
        ("Qui était présent ?", ["Guy Ferrand (président)", "Zoé Malo", "Paul Drouet"]),
        ("Liste des participants", ["Guy Ferrand (président)", "Zoé Malo", "Paul Drouet"]),
        ("出席的有哪些人", ["团长丁香兰", "方小舟（秘书）", "葛大江"]),
        ("誰出席了會議？", ["团长丁香兰", "方小舟（秘书）", "葛大江"]),
    ],
)
def test_each_name_behind_the_label_is_quoted(
    service: Service, question: str, names: list[str]
) -> None:
    answer = asked(service, question)

    assert answer.kind == "list"
    assert [each.text for each in answer.citations[1:]] == names
    for citation in answer.citations:
        document = service.generation.source(citation.document)
        assert document is not None
        assert document.source[citation.start : citation.end] == citation.quote


def test_of_several_meetings_that_are_not_told_apart_all_lines_are_quoted(
    service: Service,
) -> None:
    quotes = [each.text for each in asked(service, "Who was absent?").citations]

    assert sorted(quotes) == ["Apologies: Bo Lind, Cy Marsh.", "Apologies: Ed Frost."]


@pytest.mark.parametrize(
    ("question", "name"),
    [("Qui était absent ?", "Inès Le Goff"), ("谁缺席？", "贺云"), ("誰沒有出席？", "贺云")],
)
def test_a_lone_name_is_told_too(service: Service, question: str, name: str) -> None:
    answer = asked(service, question)

    assert answer.answered
    assert name in answer.citations[0].text


@pytest.mark.parametrize("question", ["Who attended the wedding?", "Qui a assisté au mariage ?"])
def test_another_occasion_has_others(service: Service, question: str) -> None:
    assert asked(service, question).kind != "list"
