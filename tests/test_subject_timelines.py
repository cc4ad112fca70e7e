"""Timelines of a subject whose words stand apart, of a period, and of what a column is called."""

from __future__ import annotations

import pytest

from language.phrases import phrase
from qa.engine import Engine
from tests.conftest import built_of

pytestmark = pytest.mark.model

DOCUMENTS = {
    "gate.md": "# The garden gate\n\nIt was painted green in 1987. New hinges came in 1994.\n\n"
    "The gate stands open on Sundays.\n",
    "moulin.html": "<html><body><h1>Le moulin de Quercy</h1>"
    "<p>Fondé en 1904 par deux sœurs, le moulin emploie douze meuniers.</p>"
    "<p>Une roue de bois fut posée en 1911 par les meuniers du village voisin.</p></body></html>",
    "磨坊.txt": "柳溪磨坊\n\n柳溪磨坊于1931年由三户农家合办。1952年春天，磨坊换上了新的石磨。\n",
    "茶亭.txt": "翠嶺茶亭\n\n翠嶺茶亭於民國十二年建成。1968年，茶亭的屋頂改鋪紅瓦。\n",
    "boats.csv": "Boat,Miller,Launched\nHeron,Ida Voss,1907\nTeal,Jan Orme,1933\n",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return built_of(DOCUMENTS, tmp_path_factory.mktemp("subjects")).engine()


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("timeline of the garden gate", ["1987", "1994"]),
        ("history of the gate", ["1987", "1994"]),
        ("chronologie du moulin de Quercy", ["1904", "1911"]),
        ("柳溪磨坊的时间线", ["1931", "1952"]),
        ("翠嶺茶亭大事記", ["1923", "1968"]),
        ("what happened in 1931?", ["1931"]),
        ("événements de 1968", ["1968"]),
        ("1952年发生了什么？", ["1952"]),
        ("what happened between 1985 and 1990?", ["1987"]),
    ],
)
def test_a_timeline_has_what_its_subject_or_period_holds(
    engine: Engine, typed: str, dates: list[str]
) -> None:
    answer = engine.ask(typed)

    assert answer.kind == "timeline"
    assert [event.date for event in answer.events] == dates
    assert not any(event.of_record for event in answer.events)


def test_words_of_a_subject_that_no_document_has_are_told(engine: Engine) -> None:
    answer = engine.ask("timeline of the gate varnishing")

    assert [event.date for event in answer.events] == ["1987", "1994"]
    assert phrase("timeline_without", "en", words="“varnishing”") in (answer.reply or "")


def test_a_row_does_not_come_in_by_what_its_column_is_called(engine: Engine) -> None:
    answer = engine.ask("timeline of the miller")

    assert not any(event.citation.document == "boats.csv" for event in answer.events)
