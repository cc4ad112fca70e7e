"""The items of a list are each a slice of their source, in order, and counted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document
from corpus.passages import read_document
from index.passage_index import DocumentRecord, Hit, PassageIndex, PassageRecord, Query
from language.asking import kind_of, kinds_of
from qa.citing import Citer
from qa.composing import as_list
from qa.lists.gathering import asks_for_list, listing
from qa.lists.listed import announced
from qa.question import Question
from qa.reading.candidates import Candidate
from qa.reading.judge import Thresholds
from tests.strategies import sentences, text_file
from tests.test_answer_html import ANSWER

FIVE = "一是修桥，先修东桥。桥长三百米。\n二是铺路。\n三是种树，沿河两岸都种。\n四是清淤。\n五是点灯，夜里也亮。\n"
LONG = "渔村的冬天很长，风从海上来，人们在屋里补网、修船、讲老故事，等着春天的第一批鱼。" * 3


class Shelf:
    """An index of one document, as far as lists need it."""

    def __init__(self, text: str, name: str = "a.txt") -> None:
        self.document, passages = read_document(text_file(name, text))
        known = DocumentRecord(name, "0" * 64, "", self.document.language)
        self.records = [PassageRecord(n, known, each) for n, each in enumerate(passages, start=7)]

    def around(self, number: int, count: int) -> list[PassageRecord]:
        return [each for each in self.records if abs(each.number - number) <= count]

    def source(self, path: str) -> Document | None:
        return self.document if path == self.document.path else None

    def copies(self, number: int, among: object = None) -> list[PassageRecord]:
        return []

    def candidate(self, hint: str, words: str = "") -> Candidate:
        """Return the sentence that has *hint* in it, with the *words* that answer."""
        for record in self.records:
            text = record.passage.text
            for start, end in record.passage.sentences:
                if hint in text[start:end]:
                    at = text.find(words, start, end) if words else start
                    hit = Hit(record, 0.5, 0.5)
                    limits = Thresholds(0.5, 0.2)
                    return Candidate(hit, (start, end), (at, at + len(words)), 0.8, limits)
        raise LookupError(hint)


def asked(text: str, language: str) -> Question:
    query = Query(text, language, np.zeros(2, np.float32), ())
    return Question(text, language, kind_of(text), query, {}, {}, frozenset(), kinds_of(text))


def listed(
    text: str, question: str, hint: str, words: str = "", language: str = "en", name: str = "a.txt"
) -> tuple[list[str], int | None]:
    """Return the quotes of the items, and how many are announced."""
    shelf = Shelf(text, name)
    index = cast("PassageIndex", shelf)
    found = listing(asked(question, language), [shelf.candidate(hint, words)], index)
    if not found:
        return [], None
    answer = as_list(ANSWER, *found, Citer(index, language, None))
    source = shelf.document.source
    for cited in answer.citations:
        assert source[cited.start : cited.end] == cited.quote
    assert set(answer.items) <= set(answer.citations)
    return [" ".join(item.text.split()) for item in answer.items], answer.announced


@pytest.mark.parametrize(
    ("text", "question", "hint", "words", "language", "items"),
    [
        ("The council works in four areas - harbours, roads, schools and clean water - every year.\n",
         "What are the four areas?", "four areas", "harbours, roads, schools and clean water", "en",
         ["harbours", "roads", "schools", "clean water"]),
        ("The ferry calls at several islands, including Groix, Houat, and Hoëdic.\n",
         "Which islands does the ferry call at?", "ferry", "", "en", ["Groix", "Houat", "Hoëdic"]),
        ("Le port repose sur trois piliers : la pêche, le commerce et la plaisance.\n",
         "Quels sont les trois piliers du port ?", "piliers", "", "fr",
         ["la pêche", "le commerce", "la plaisance"]),
        ("渔会有四大宗旨，即互助合作，公平交易，保护海洋，传承技艺。\n",
         "渔会的四大宗旨是什么？", "四大宗旨", "互助合作，公平交易，保护海洋，传承技艺", "zh-Hans",
         ["互助合作", "公平交易", "保护海洋", "传承技艺"]),
        ("與會者圍繞漁業、航運、旅遊和環境保護等議題進行了討論。\n",
         "與會者討論了哪些議題？", "漁業", "漁業、航運、旅遊和環境保護等", "zh-Hant",
         ["漁業", "航運", "旅遊", "環境保護"]),
    ],
)  # fmt: skip
def test_a_row_inside_a_sentence_is_cut_into_its_items(
    text: str, question: str, hint: str, words: str, language: str, items: list[str]
) -> None:
    assert listed(text, question, hint, words, language)[0] == items


@pytest.mark.parametrize(
    ("text", "question", "hint", "language", "items"),
    [
        ("村里定下五件事：\n\n" + FIVE, "村里定下哪五件事？", "五件事", "zh-Hans",
         ["一是修桥，先修东桥。", "二是铺路。", "三是种树，沿河两岸都种。", "四是清淤。", "五是点灯，夜里也亮。"]),
        ("村里的计划：一是修桥；二是铺路；三是种树。\n", "村里的计划有哪些？", "修桥", "zh-Hans",
         ["一是修桥", "二是铺路", "三是种树。"]),
        ("首先，要修桥。其次，要铺路。最后，要种树。\n", "要做哪些事？", "铺路", "zh-Hans",
         ["首先，要修桥。", "其次，要铺路。", "最后，要种树。"]),
        ("The plan has three steps. First, the bridge is built. Second, the road is laid. Finally, the trees are planted.\n",
         "What are the three steps?", "three steps", "en",
         ["First, the bridge is built.", "Second, the road is laid.", "Finally, the trees are planted."]),
        ("The keeper must:\n\n1. light the lamp\n2. wind the clock\n3. write the log\n",
         "List the duties of the keeper", "keeper must", "en",
         ["1. light the lamp", "2. wind the clock", "3. write the log"]),
        ("What to bring:\n\n• a rope\n• a lantern\n• dry bread\n", "What are the things to bring?",
         "lantern", "en", ["• a rope", "• a lantern", "• dry bread"]),
        ("Le gardien doit : (1) allumer la lampe ; (2) remonter l’horloge ; (3) tenir le journal.\n",
         "Quelles sont les tâches du gardien ?", "allumer", "fr",
         ["(1) allumer la lampe", "(2) remonter l’horloge", "(3) tenir le journal."]),
        ("Premièrement, le pont est bâti. Deuxièmement, la route est tracée. Enfin, on plante des arbres.\n",
         "Quelles sont les étapes ?", "route", "fr",
         ["Premièrement, le pont est bâti.", "Deuxièmement, la route est tracée.", "Enfin, on plante des arbres."]),
    ],
)  # fmt: skip
def test_what_marks_begin_is_quoted_item_by_item(
    text: str, question: str, hint: str, language: str, items: list[str]
) -> None:
    assert listed(text, question, hint, "", language)[0] == items


def test_a_list_goes_on_through_the_passages_of_its_document() -> None:
    text = "村里定下三件事：\n\n" + "\n\n".join(f"{n}是{what}。{LONG}" for n, what in zip("一二三", ("修桥", "铺路", "种树"), strict=True))  # fmt: skip
    shelf = Shelf(text)

    items, said = listed(text, "村里定下哪三件事？", "三件事", language="zh-Hans")

    assert len(shelf.records) == 3
    assert items == ["一是修桥。", "二是铺路。", "三是种树。"]
    assert said == 3


def test_the_items_of_markdown_whose_marks_are_not_shown_are_told_by_its_source() -> None:
    text = "# Plan\n\nThe steps of the plan are these:\n\n- build the bridge\n- lay the road\n- plant the trees\n"

    items, _ = listed(text, "What are the steps of the plan?", "lay the road", name="a.md")

    assert items == ["build the bridge", "lay the road", "plant the trees"]


def test_items_that_stand_out_of_order_are_put_in_order_by_their_numbers() -> None:
    text = "村里的重点为以下三个方面：\n\n一是修桥。\n\n三是种树。\n\n二是铺路。\n"

    items, _ = listed(text, "村里的重点有哪些？", "以下三个方面", language="zh-Hans")

    assert items == ["一是修桥。", "二是铺路。", "三是种树。"]


def test_how_many_are_announced_is_told_where_others_are_found() -> None:
    text = "村里定下六件事：\n\n" + FIVE

    items, said = listed(text, "村里定下哪些事？", "六件事", language="zh-Hans")

    assert (len(items), said) == (5, 6)


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("the five key areas", "en", 5), ("6 大成果亮点", "zh-Hans", 6), ("四大理念", "zh-Hans", 4),
        ("以下五个方面：", "zh-Hans", 5), ("les quatre piliers", "fr", 4), ("三項任務", "zh-Hant", 3),
        ("in 2017", "en", None), ("第三项", "zh-Hans", None), ("one area", "en", None),
    ],
)  # fmt: skip
def test_the_number_that_is_announced_is_read(text: str, language: str, number: int | None) -> None:
    assert announced(text, language) == number


@pytest.mark.parametrize(
    ("question", "language", "wants"),
    [
        ("What are the five key areas?", "en", True),
        ("Name the three founders", "en", True),
        ("渔会的四大宗旨是什么？", "zh-Hans", True),
        ("Quels sont les trois piliers du port ?", "fr", True),
        ("When did the two ships sink?", "en", False),
        ("Did the two ships sink?", "en", False),
        ("How many islands are there?", "en", False),
        ("Who built the bridge?", "en", False),
    ],
)
def test_a_question_asks_for_a_list_or_not(question: str, language: str, wants: bool) -> None:
    assert asks_for_list(asked(question, language)) is wants


@pytest.mark.parametrize(
    ("text", "question", "hint", "language"),
    [
        ("1. The log was read.\n2. The fees go up in spring. Boats under six metres pay none.\n3. The slip stays open.\n",
         "Which boats pay none?", "six metres", "en"),
        ("1. Le journal est lu.\n2. Les taxes montent. Les barques en sont exemptes.\n3. La cale reste ouverte.\n",
         "Quelles barques sont exemptes ?", "exemptes", "fr"),
        ("1. 宣读日志。\n2. 五月起涨价。六米以下的船免费。\n3. 船台照常开放。\n", "有哪些船免费？", "六米", "zh-Hans"),
    ],
)  # fmt: skip
def test_what_an_item_says_further_does_not_lead_to_its_list(
    text: str, question: str, hint: str, language: str
) -> None:
    assert listed(text, question, hint, hint, language) == ([], None)


def test_where_no_list_is_found_there_is_none() -> None:
    text = "The bridge was built in 1871. Its keeper lived in a stone house, and never left it.\n"

    assert listed(text, "What are the names of the bridges?", "stone house") == ([], None)


MARKS = [
    "一是",
    "二是",
    "三是",
    "1. ",
    "2. ",
    "3. ",
    "• ",
    "- ",
    "First, ",
    "second, ",
    "首先，",
    "最后，",
    "",
]


@st.composite
def lists(draw: st.DrawFn) -> str:
    """Lines with marks in any order, with what stands between them."""
    lines = draw(st.lists(st.tuples(st.sampled_from(MARKS), sentences()), min_size=1, max_size=9))
    ends = st.sampled_from(["\n", "\n\n", "；", " ; ", ""])
    return "".join(mark + text + draw(ends) for mark, text in lines)


@given(
    lists(),
    st.sampled_from(["What are the three steps?", "有哪些措施？", "Quelles sont les étapes ?"]),
    st.data(),
)
def test_items_are_slices_of_their_source_in_order_and_do_not_overlap(
    text: str, question: str, data: st.DataObject
) -> None:
    shelf = Shelf(text)
    index = cast("PassageIndex", shelf)
    record = data.draw(st.sampled_from(shelf.records))
    span = data.draw(st.sampled_from(record.passage.sentences))
    start, end = sorted(data.draw(st.tuples(st.integers(*span), st.integers(*span))))
    candidate = Candidate(Hit(record, 0, 0), span, (start, end), 0.8, Thresholds(0.5, 0.2))

    found = listing(asked(question, record.passage.language), [candidate], index)

    if found:
        spans: Sequence[tuple[int, int, int]] = sorted(
            (item.record.number, *item.span) for item in found[1].items
        )
        for item in found[1].items:
            assert 0 <= item.span[0] < item.span[1] <= len(item.record.passage.text)
            assert item.text.strip() == item.text
        assert all(a[0] < b[0] or a[2] <= b[1] for a, b in pairwise(spans))
        cited = as_list(ANSWER, *found, Citer(index, "en", None)).items
        assert all(shelf.document.source[one.start : one.end] == one.quote for one in cited)


@pytest.mark.parametrize(
    ("text", "question", "words", "language", "first"),
    [
        ("The isle has three ports: Arn, Bek and Col.\n", "Which ports?", "three ports: Arn, Bek and Col",
         "en", "Arn"),
        ("L'île a trois ports : Arn, Bek et Col.\n", "Quels ports ?", "trois ports : Arn, Bek et Col",
         "fr", "Arn"),
        ("岛上有三个港：东港、西港和北港。\n", "岛上有哪些港？", "三个港：东港、西港和北港", "zh-Hans", "东港"),
        ("島上有三個港:東港、西港和北港。\n", "島上有哪些港？", "三個港:東港、西港和北港", "zh-Hant", "東港"),
    ],
)  # fmt: skip
def test_what_leads_to_a_row_is_no_part_of_its_first_item(
    text: str, question: str, words: str, language: str, first: str
) -> None:
    quotes, _ = listed(text, question, words, words, language)

    assert quotes[0] == first
    assert len(quotes) == 3


@pytest.mark.parametrize(
    ("text", "other", "own", "hint", "language"),
    [
        (
            "We can name three results:\n1. A dam for trade.\n2. A road.\n3. A school.\n",
            "Which areas of trade are there?",
            "Which results are there?",
            "dam",
            "en",
        ),
        (
            "On peut citer trois résultats :\n1. Un barrage pour le commerce.\n2. Une route.\n",
            "Quels sont les domaines du commerce ?",
            "Quels sont les résultats ?",
            "barrage",
            "fr",
        ),
        (
            "从两个方面来看，可以总结出三大亮点：\n一是扩大渔业合作。\n二是修路。\n三是建校。\n",
            "渔业合作的重点有哪些方面？",
            "亮点有哪些？",
            "一是",
            "zh-Hans",
        ),
        (
            "可以總結出三大亮點：\n一是擴大漁業合作。\n二是修路。\n三是建校。\n",
            "漁業合作的重點有哪些？",
            "亮點有哪些？",
            "一是",
            "zh-Hant",
        ),
    ],
)
def test_a_list_that_is_said_to_be_of_other_things_is_not_the_one_asked_for(
    text: str, other: str, own: str, hint: str, language: str
) -> None:
    assert listed(text, other, hint, "", language) == ([], None)
    assert listed(text, own, hint, "", language)[0]


def test_a_row_of_three_is_not_the_six_that_are_asked_for() -> None:
    text = "The guests ate, sang old songs together, and danced.\n"

    assert listed(
        text, "What are the six highlights?", "guests", "ate, sang old songs together, and danced"
    ) == ([], None)


@pytest.mark.parametrize(
    ("text", "last", "language"),
    [
        ("成果涵盖港口、道路、学校5大类，共76项。\n", "学校", "zh-Hans"),
        ("主要包括開幕式、晚宴和音樂會三個部分。\n", "音樂會", "zh-Hant"),
    ],
)
def test_how_many_a_row_has_is_no_part_of_its_last_item(
    text: str, last: str, language: str
) -> None:
    assert listed(text, "有哪些？", text[:2], "", language)[0][-1] == last


@pytest.mark.parametrize(
    ("question", "language", "items"),
    [
        ("渔港系统的检索功能包括哪些？", "zh-Hans", ["按船名检索", "按船主检索", "按日期检索"]),
        ("渔港系统的登记功能包括哪些？", "zh-Hans", ["新船登记", "转让登记", "注销登记"]),
        ("渔港系统包括哪些功能？", "zh-Hans", ["登记功能", "检索功能", "报警功能"]),
    ],
)
def test_of_the_whole_and_its_parts_the_row_of_what_is_asked_for_is_given(
    question: str, language: str, items: list[str]
) -> None:
    shelf = Shelf(
        "渔港系统包括登记功能、检索功能和报警功能。其中登记功能包括新船登记、转让登记和注销登记。"
        "检索功能包括按船名检索、按船主检索和按日期检索。\n"
    )
    candidates = [shelf.candidate(hint) for hint in ("渔港系统", "其中登记", "检索功能包括按")]
    gathered = listing(asked(question, language), candidates, cast("PassageIndex", shelf))
    assert gathered is not None
    assert [item.text for item in gathered[1].items] == items
