"""No answer is sure without the thing that is priced, who was there, or what a pronoun is."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from corpus.view import OWN
from language.detect import detect
from language.supporting import of_another_role
from qa.reading.candidates import of_a_row
from qa.reading.clauses import fitting
from qa.reading.dated import not_of_a_name
from qa.reading.support import UNSURE, at_most
from qa.reading.whose import done_by_another
from tests.test_lists import asked


def sentence(text: str, shown: str, language: str = "") -> Any:  # noqa: ANN401 - a stub
    passage = SimpleNamespace(
        text=text,
        title="",
        language=language or detect(text),
        view=SimpleNamespace(origins=None),
    )
    start = text.index(shown)
    return cast(
        "Any",
        SimpleNamespace(
            ranked=SimpleNamespace(hit=SimpleNamespace(record=SimpleNamespace(passage=passage))),
            span=(start, start + len(shown)),
        ),
    )


UNSUPPORTED = [
    ("How much is a locker key?", "A guided tour costs 9 euros.", "en"),
    ("Combien coûte l'abonnement annuel ?", "La carte de lecteur coûte 12 €.", "fr"),
    ("通行证多少钱？", "他被罚款三十元。", "zh-Hans"),
    ("通行證多少錢？", "他被罰款三十元。", "zh-Hant"),
    ("When did it close?", "The harbour closed in June.", "en"),
    ("Quand a-t-elle fermé ?", "La gare a fermé en juin.", "fr"),
    ("Is oleander poisonous?", "Oleander grows behind the shed.", "en"),
    ("Was Ida Krog at the meeting?", "The meeting ended at nine.", "en"),
    ("Was Ida Krog at the meeting?", "Absent: Tom Roe", "en"),
    ("Ida Krog était-elle présente à la réunion ?", "La réunion a fini à neuf heures.", "fr"),
    ("陈涛出席会议了吗？", "会议九点结束。", "zh-Hans"),
    ("陳濤出席會議了嗎？", "會議九點結束。", "zh-Hant"),
    ("When is the summer fair?", "The summer regatta is on 5 May.", "en"),
    ("When is the summer fair?", "FAIR COMMITTEE, minutes of 5 May 2026", "en"),
]
SUPPORTED = [
    ("How much is a locker key?", "A key costs 9 euros.", "en"),
    ("Combien coûte la carte ?", "La carte de lecteur coûte 12 €.", "fr"),
    ("停车费多少钱？", "停车费每月二百元。", "zh-Hans"),
    ("圖書證多少錢？", "圖書證工本費五十元。", "zh-Hant"),
    ("When did the harbour close?", "The harbour closed in June.", "en"),
    ("Is oleander poisonous?", "Every part of oleander is poisonous.", "en"),
    ("Are dogs allowed?", "Dogs must stay outside.", "en"),
    ("Was Ida Krog at the meeting?", "Absent: Ida Krog", "en"),
    ("陈涛出席会议了吗？", "缺席：陈涛", "zh-Hans"),
    ("When is the summer fair?", "The fair is on 5 May.", "en"),
    ("When is the boat hire closed?", "The hire rests on Mondays.", "en"),
    ("When was the iron bridge built?", "The iron bridge was completed in 1911.", "en"),
]


@pytest.mark.parametrize(("question", "text", "language"), UNSUPPORTED)
def test_what_lacks_the_thing_asked_about_is_no_sure_answer(
    question: str, text: str, language: str
) -> None:
    assert at_most(asked(question, language), sentence(text, text, language)) == UNSURE


@pytest.mark.parametrize(("question", "text", "language"), SUPPORTED)
def test_what_has_it_may_be_sure(question: str, text: str, language: str) -> None:
    assert at_most(asked(question, language), sentence(text, text, language)) == 1.0


def test_a_heading_and_the_sentence_before_a_pronoun_say_what_is_priced() -> None:
    for text, shown in (
        ("The locker key\nAdults pay 9 euros.", "Adults pay 9 euros."),
        ("Ask for a locker key.  It costs 9 euros.", "It costs 9 euros."),
    ):
        question = asked("How much is a locker key?", "en")
        assert at_most(question, sentence(text, shown, "en")) == 1.0


@pytest.mark.parametrize(
    ("text", "shown", "surely"),
    [
        ("The pool is old. The school is new. It was built by Ann Lee.", "It was", False),
        ("The pool is old. The school is new. Tom Roe built the bridge.", "Tom Roe", False),
        ("The school is new. The pool is old. It was built by Ann Lee.", "It was", True),
    ],
)
def test_a_pronoun_and_an_act_are_of_what_stands_beside_them(
    text: str, shown: str, surely: bool
) -> None:
    question = asked("Who built the pool?", "en")
    shown = text[text.index(shown) :]
    assert (at_most(question, sentence(text, shown, "en")) == 1.0) is surely


@pytest.mark.parametrize(
    ("question", "text", "language", "another"),
    [
        ("When did Ann Lee retire?", "Ann Lee came in 1990, and Tom Roe retired in 2010.", "en", 1),
        ("When did Tom Roe retire?", "Ann Lee came in 1990, and Tom Roe retired in 2010.", "en", 0),
        ("王明哪年卸任？", "王明2012年上任，李华2019年卸任。", "zh-Hans", 1),
        ("李華哪年卸任？", "王明2012年上任，李華2019年卸任。", "zh-Hant", 0),
    ],
)
def test_the_year_stands_in_the_clause_of_the_person_asked_about(
    question: str, text: str, language: str, another: int
) -> None:
    assert done_by_another(asked(question, language), text, language) is bool(another)


def test_a_role_of_another_thing_is_another_role() -> None:
    assert of_another_role("安全主任是谁？", "总务主任是罗刚。", "zh-Hans")
    assert of_another_role("教育局長是誰？", "文化局長羅剛到了。", "zh-Hant")
    assert not of_another_role("总务主任是谁？", "总务主任是罗刚。", "zh-Hans")
    assert not of_another_role("安全主任是谁？", "主任是罗刚。", "zh-Hans")


@pytest.mark.parametrize(
    ("question", "text", "language", "clause"),
    [
        ("旧章程何时废止？", "旧章程1998年施行，2015年6月废止。", "zh-Hans", "2015年6月废止。"),
        ("舊章程何時廢止？", "舊章程1998年公布，2015年6月廢止。", "zh-Hant", "2015年6月廢止。"),
        ("When was it sold?", "It was built in 1990, sold in 2001.", "en", "sold in 2001."),
    ],
)
def test_of_dated_clauses_the_one_with_the_act_tells_when(
    question: str, text: str, language: str, clause: str
) -> None:
    start, end = fitting(asked(question, language), text, (0, len(text)), language)
    assert text[start:end] == clause


@pytest.mark.parametrize(
    ("question", "text", "language", "wrong", "right"),
    [
        (
            "旧规定何时废止？",
            "本规定自2022年9月1日起施行，2016年的旧规定同时废止。",
            "zh-Hans",
            "2016年的",
            "2022年9月1日",
        ),
        (
            "When were the old rules repealed?",
            "The 2016 rules were repealed on 1 May 2022.",
            "en",
            "2016",
            "1 May 2022",
        ),
    ],
)
def test_a_date_that_says_which_thing_is_meant_does_not_tell_when(
    question: str, text: str, language: str, wrong: str, right: str
) -> None:
    at = text.index(wrong)
    span = not_of_a_name(asked(question, language), text, (at, at + len(wrong)), (0, len(text)))
    assert span is not None
    assert text[slice(*span)] == right
    at = text.index(right)
    whole = (0, len(text))
    assert not_of_a_name(asked(question, language), text, (at, at + len(right)), whole) is None


def test_prose_beside_a_table_is_no_row() -> None:
    row = sentence("Fee: 3. Showers are hot.", "Fee: 3.")
    prose = sentence("Fee: 3. Showers are hot.", "Showers are hot.")
    origins = np.array([0] * 5 + [OWN] * 19, np.int32)
    for each, is_row in ((row, True), (prose, False)):
        each.ranked.hit.record.passage.view = SimpleNamespace(origins=origins)
        assert of_a_row(each) is is_row
