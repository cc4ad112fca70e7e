"""A list under a heading is what a question for that heading asks for, in every language."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from index.passage_index import Hit, PassageIndex
from qa.citing import Citer
from qa.composing import as_list
from qa.lists.headed import below, headed
from qa.reading.candidates import Ranked
from qa.reading.judge import Thresholds
from tests.test_answer_html import ANSWER
from tests.test_lists import Shelf, asked

MILL = (
    "Salt Mill\n\nThe mill grinds salt for the islands all year round, and the wind does the work.\n\n"
    "Staff\n- Ida Holm, miller\n- Per Lund, carter\n- Eva Krog, clerk\n\n"
    "Opening hours:\n- Monday: closed\n- Sunday: 10 to 14\n\nOur aims\n1. Grind salt\n2. Mend sails\n"
)
MOULIN = (
    "Moulin à sel\n\nLe moulin broie le sel des îles toute l'année, et le vent fait le travail.\n\n"
    "Les membres du conseil sont :\n- Inès Roy, meunière\n- Paul Dubreuil, charretier\n\n"
    "Objectifs\n1. Broyer le sel\n2. Réparer les voiles\n3. Former les jeunes\n"
)
HANS = (
    "盐磨坊简介\n\n磨坊全年为各岛磨盐,由风力推动,附近村民都来帮忙。\n\n"
    "一、合作重点\n(一)修复风车\n(二)培训青年\n(三)保护盐田\n\n"
    "主要工作有两项:\n1. 磨盐\n2. 晒盐\n"
)
HANT = (
    "鹽磨坊簡介\n\n磨坊全年為各島磨鹽,由風力推動,附近村民都來幫忙。\n\n"
    "二、合作重點\n(一)修復風車\n(二)培訓青年\n\n委員會成員\n• 林月\n• 陳海\n• 黃松\n"
)


def under(text: str, question: str, language: str, name: str = "a.txt") -> list[str]:
    """Return the quotes of the items of the list that *question* names by its heading."""
    shelf = Shelf(text, name)
    index = cast("PassageIndex", shelf)
    ranked = [Ranked(Hit(record, 0.5, 0.5), 0.0) for record in shelf.records]
    listing = headed(asked(question, language), ranked, index, Thresholds(0.5, 0.2))
    if not listing:
        return []
    answer = as_list(ANSWER, *listing, Citer(index, language, None))
    for cited in answer.citations:
        assert shelf.document.source[cited.start : cited.end] == cited.quote
    return [cited.text for cited in answer.citations]


@pytest.mark.parametrize(
    ("text", "question", "language", "count", "first"),
    [
        (MILL, "List the staff", "en", 3, "Ida Holm"),
        (MILL, "Who are the members of the staff of the Salt Mill?", "en", 3, "Ida Holm"),
        (MILL, "What are the opening hours?", "en", 2, "Monday"),
        (MILL, "What aims does the mill have?", "en", 2, "Grind salt"),
        (MILL, "Name the two aims", "en", 2, "Grind salt"),
        (MOULIN, "Qui sont les membres du conseil ?", "fr", 2, "Inès Roy"),
        (MOULIN, "Liste les membres du conseil", "fr", 2, "Inès Roy"),
        (MOULIN, "Quels sont les trois objectifs du moulin ?", "fr", 3, "Broyer"),
        (HANS, "合作的重点有哪些方面?", "zh-Hans", 3, "修复风车"),
        (HANS, "合作重点有哪些?", "zh-Hans", 3, "修复风车"),
        (HANS, "列出主要工作", "zh-Hans", 2, "磨盐"),
        (HANS, "合作重點有哪些?", "zh-Hant", 3, "修复风车"),
        (HANT, "合作重點有哪些方面?", "zh-Hant", 2, "修復風車"),
        (HANT, "委員會成員有哪些?", "zh-Hant", 3, "林月"),
        (HANT, "委员会成员是谁?", "zh-Hans", 3, "林月"),
    ],
)
def test_a_question_that_names_a_heading_gets_the_list_under_it(
    text: str, question: str, language: str, count: int, first: str
) -> None:
    quotes = under(text, question, language)
    assert len(quotes) == count
    assert first in quotes[0]


@pytest.mark.parametrize(
    ("text", "question", "language"),
    [
        (MILL, "Who manages the staff?", "en"),  # says more than the heading
        (MILL, "List the staff of the Paper Mill", "en"),
        (MILL, "Name the five aims", "en"),  # not as many
        (MILL, "When are the opening hours of the staff?", "en"),
        (MILL, "List the islands", "en"),
        (MOULIN, "Quels sont les membres du jury ?", "fr"),
        (HANS, "旅游重点有哪些?", "zh-Hans"),
        (HANT, "合作夥伴有哪些?", "zh-Hant"),
    ],
)
def test_a_list_is_not_given_to_who_asks_for_anything_else(
    text: str, question: str, language: str
) -> None:
    assert under(text, question, language) == []


def test_a_heading_of_markdown_heads_its_list() -> None:
    text = "# Mill\n\nSalt is ground here.\n\n## Crew\n\n- Ida Holm\n- Per Lund\n"
    assert len(under(text, "List the crew", "en", "a.md")) == 2


@pytest.mark.parametrize(
    ("text", "heading", "count"),
    [
        ("# Ferry\n\nIt sails daily.\n\n## Taking a car on board\n\n1. Pay.\n2. Wait.\n3. Drive on.\n", "Taking", 3),
        ("# Bac\n\nIl part chaque jour.\n\n## Embarquer une voiture\n\n1. Payer.\n2. Attendre.\n", "Embarquer", 2),
        ("# 渡轮\n\n每天开航。\n\n## 汽车上船\n\n1. 付款。\n2. 等候。\n3. 上船。\n", "汽车上船", 3),
        ("# 渡輪\n\n每天開航。\n\n## 汽車上船\n\n1. 付款。\n2. 等候。\n", "汽車上船", 2),
    ],
)  # fmt: skip
def test_a_heading_that_would_be_the_answer_gives_the_list_below_it(
    text: str, heading: str, count: int
) -> None:
    shelf = Shelf(text, "a.md")

    first = shelf.candidate(heading)
    question = asked(first.text, first.language)
    found = below(question, [first], cast("PassageIndex", shelf))

    assert found is not None
    assert len(found[1].items) == count


def test_a_sentence_or_a_heading_of_prose_gives_none() -> None:
    shelf = Shelf("# Ferry\n\nIt sails daily.\n\n## Cars\n\nThey pay. They wait.\n", "a.md")

    for hint in ("It sails", "Cars", "They pay"):
        found = below(asked(hint, "en"), [shelf.candidate(hint)], cast("PassageIndex", shelf))
        assert found is None
    assert below(asked("Cars", "en"), [], cast("PassageIndex", shelf)) is None


@pytest.mark.parametrize("question", ["Was Eva Krog at the staff meeting?", "Who is Ida Krog?"])
def test_whether_somebody_came_or_who_it_is_no_list_below_a_heading_says(question: str) -> None:
    shelf = Shelf(MILL, "a.txt")

    weighed = replace(asked(question, "en"), weights={"krog": 1.0})
    found = below(weighed, [shelf.candidate("Our aims")], cast("PassageIndex", shelf))

    assert found is None
