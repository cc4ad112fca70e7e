"""Who asks where sources disagree is told how to ask it, and of a thing what each states."""

from __future__ import annotations

from pathlib import Path

import pytest

from language.asking import asking_for
from language.talk_rules import Act
from language.talking import heard
from qa.service import Service
from tests.conftest import built


@pytest.mark.parametrize(
    ("asked", "about"),
    [
        ("Where do the sources disagree?", ""),
        ("On what points do the reports contradict each other?", ""),
        ("Are there any inconsistencies between the documents?", ""),
        ("Where do the sources disagree about the length of the pier?", "length of the pier"),
        ("Où les sources se contredisent-elles ?", ""),
        ("Quelles sont les contradictions entre les documents ?", ""),
        ("Sur quoi les articles divergent-ils ?", ""),
        ("Où les sources divergent-elles sur la longueur du quai ?", "la longueur du quai"),
        ("来源之间有什么不一致？", ""),
        ("这些文件有哪些矛盾？", ""),
        ("关于码头的长度，各来源有什么不一致？", "码头的长度"),
        ("來源之間有什麼不一致？", ""),
        ("各來源對碼頭的長度有什麼分歧？", "碼頭的長度"),
    ],
)
def test_it_is_understood_in_four_languages(asked: str, about: str) -> None:
    told = heard(asked)

    assert told is not None
    assert (told.act, told.target) == (Act.DISAGREE, about)


@pytest.mark.parametrize(
    "asked",
    [
        "Do the ministers disagree?",
        "Where do the parties differ?",
        "Les partis sont-ils d'accord ?",
        "两国有什么分歧？",
    ],
)
def test_whether_people_disagree_is_asked_of_the_documents(asked: str) -> None:
    told = heard(asked)

    assert told is None or told.act is not Act.DISAGREE


@pytest.mark.parametrize(
    ("language", "question"),
    [("en", "What is the fee?"), ("fr", "Quel est le prix ?"), ("zh-Hant", "票價是多少？")],
)
def test_of_a_thing_it_is_asked_what_it_is(language: str, question: str) -> None:
    thing = {"en": "fee", "fr": "le prix", "zh-Hant": "票價"}[language]

    assert asking_for(thing, language) == question


@pytest.mark.model
def test_what_each_source_states_of_the_thing_stands_side_by_side(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    for name, length in (("agency", 310), ("courier", 290)):
        text = f"The {name} reports. The length of Kelso pier is {length} metres.\n"
        (tmp_path / "corpus" / f"{name}.txt").write_text(text, encoding="utf-8")
    service: Service = built(tmp_path / "corpus", tmp_path)
    engine = service.engine()

    answer = engine.ask("Where do the sources disagree about the length of Kelso pier?")
    told = engine.ask("Where do the sources disagree?")

    assert {each.value for each in answer.values} == {"310 metres", "290 metres"}
    assert (told.kind, told.declined) == ("talk", False)
