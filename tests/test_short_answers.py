"""Short answers are whole words and figures, from the clause that the question's condition names."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.passage_index import Query
from language.asking import kind_of, kinds_of
from language.terms import question_terms
from language.values.figures import figures
from qa.dictionary import translations
from qa.question import Question
from qa.reading.clauses import clauses_of, fitting
from qa.reading.short import short_answer
from qa.reading.trained import Marks
from qa.reading.whole import widened
from tests.strategies import texts

TAGS = ("en", "fr", "zh-Hans", "zh-Hant")
EN = "Boats under ten metres pay two euros; boats of ten metres or more, three; all pay in May."
FR = "Moins de dix mètres, deux euros ; dix mètres ou plus, trois euros ; les barques, un euro."
HANS = "船长不满十米的，收费二元；十米以上不满三十米的，收费五元；三十米以上的，收费九元。"
HANT = "船長不滿十米的，收費二元；十米以上不滿三十米的，收費五元；三十米以上的，收費九元。"


def asked(text: str, language: str) -> Question:
    terms = tuple(question_terms(text, language))
    words = translations(text, language, ("en", "fr", "zh"))
    wanted = Query(text, language, np.zeros(2, np.float32), terms, words)
    kind, kinds = kind_of(text), kinds_of(text)
    weights, others = dict.fromkeys(terms, 1.0), dict.fromkeys(words, 1.0)
    return Question(text, language, kind, wanted, weights, others, figures(text), kinds)


@pytest.mark.parametrize(
    ("sentence", "language", "marked", "whole"),
    [
        ("It cost 64 billion dollars.", "en", "64", "64 billion dollars"),
        ("It rose by 4.5% in June.", "en", "4", "4.5%"),
        ("It weighs 840 kilograms.", "en", "40 kilo", "840 kilograms"),
        ("The lighthouse is old.", "en", "light", "lighthouse"),
        ("Il coûte 640 millions d’euros.", "fr", "640", "640 millions d’euros"),
        ("Il ouvre le 14 mai 2017.", "fr", "4 mai", "14 mai"),
        ("总额达640多亿美元。", "zh-Hans", "640", "640多亿美元"),
        ("總額達640多億美元。", "zh-Hant", "40多", "640多億美元"),
        ("会期为2007年5月15至17日。", "zh-Hans", "5月15至17", "5月15至17日"),
        ("船在西安建成。", "zh-Hans", "西安", "西安"),
        ("In 1999 the club had 29 members.", "en", "1999", "1999"),
        ("The share was 20 % to 40 %.", "en", "40 %", "40 %"),
        ("大桥1988年2月13日通车。", "zh-Hans", "1988年", "1988年"),
    ],
)
def test_an_answer_that_cuts_a_figure_or_a_word_is_given_whole(
    sentence: str, language: str, marked: str, whole: str
) -> None:
    start = sentence.index(marked)

    span = widened(sentence, (start, start + len(marked)), (0, len(sentence)), language)

    assert sentence[slice(*span)] == whole


@given(st.data(), texts(), st.sampled_from(TAGS))
def test_widening_keeps_what_was_marked_stays_inside_and_is_done_once(
    data: st.DataObject, text: str, language: str
) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    within, span = (places[0], places[3]), (places[1], places[2])

    wide = widened(text, span, within, language)

    assert within[0] <= wide[0] <= span[0] <= span[1] <= wide[1] <= within[1]
    assert widened(text, wide, within, language) == wide
    assert span[0] < span[1] or wide == span


@given(texts())
def test_clauses_are_stretches_of_the_text_in_order(text: str) -> None:
    spans = clauses_of(text, (0, len(text)))

    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("question", "language", "sentence", "of", "clause"),
    [
        ("What do boats of ten metres or more pay?", "en", EN, "en", "three;"),
        ("Combien pour dix mètres ou plus ?", "fr", FR, "fr", "trois euros ;"),
        ("船长三十米以上收费多少？", "zh-Hans", HANS, "zh-Hans", "九元。"),
        ("不滿十米的船收費多少？", "zh-Hant", HANT, "zh-Hant", "二元；"),
        ("三十米以上收費多少？", "zh-Hant", HANS, "zh-Hans", "九元。"),
        ("十米以上收费多少？", "zh-Hans", FR, "fr", "trois euros ;"),
        ("What do boats of thirty metres or more pay?", "en", HANT, "zh-Hant", "九元。"),
        ("Combien paient les bateaux de trente mètres ou plus ?", "fr", HANS, "zh-Hans", "九元。"),
    ],
)
def test_of_parallel_clauses_the_one_with_the_asked_condition_answers(
    question: str, language: str, sentence: str, of: str, clause: str
) -> None:
    span = fitting(asked(question, language), sentence, (0, len(sentence)), of)

    assert sentence[slice(*span)].endswith(clause)
    assert span != (0, len(sentence))


FEES = "Entry is 120 crowns a year, and 60 crowns for students."
MUSEUMS = "The toy museum asks 4 euros; the boat museum is free."


@pytest.mark.parametrize(
    ("question", "language", "sentence", "of", "clause"),
    [
        ("How much is entry for students?", "en", FEES, "en", "60 crowns for students."),
        ("How much is the boat museum?", "en", MUSEUMS, "en", "is free."),
        (
            "Combien coûte la carte pour les enfants ?", "fr",
            "La carte coûte 12 euros mais celle pour les enfants coûte 5 euros.", "fr",
            "enfants coûte 5 euros.",
        ),
        ("May we take photographs?", "en", "No flash is used, but photographs may be taken.", "en",
         "photographs may be taken."),
        ("可以拍照吗？", "zh-Hans", "馆内不准用闪光灯，但可以拍照。", "zh-Hans", "但可以拍照。"),
        ("学生票多少钱？", "zh-Hans", "成人票每张40元，学生票每张20元。", "zh-Hans", "20元。"),
        ("學生票多少錢？", "zh-Hant", "成人票每張40元，學生票每張20元。", "zh-Hant", "20元。"),
    ],
)  # fmt: skip
def test_a_comma_or_a_joining_word_parts_clauses_that_state_values_of_one_sort(
    question: str, language: str, sentence: str, of: str, clause: str
) -> None:
    span = fitting(asked(question, language), sentence, (0, len(sentence)), of)

    assert sentence[slice(*span)].endswith(clause)


def test_values_of_two_sorts_are_no_parallel_clauses() -> None:
    sentence = "The island has 26,338 square kilometres, and is 149th of all by size."

    asks = asked("At which number by size is the island?", "en")

    assert fitting(asks, sentence, (0, len(sentence)), "en") == (0, len(sentence))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How many members has the club of 1990?", "Founded in 1990; it has 40 members."),
        ("Who built the pier?", "Ada Brook built the pier; Jo Reed built the quay."),
        ("How tall is the tower?", "The tower is old."),
    ],
)
def test_a_sentence_without_such_clauses_answers_as_a_whole(question: str, sentence: str) -> None:
    assert fitting(asked(question, "en"), sentence, (0, len(sentence)), "en") == (0, len(sentence))


def test_whether_something_is_so_is_said_by_its_clause_though_other_words_are_marked() -> None:
    text = "It opens daily at nine, and is closed on Monday."
    words = np.array([(0, 22), (23, 47)], np.int32)
    odds = np.array([9.0, -20.0], np.float32)
    passage = SimpleNamespace(text=text, language="en")

    words_found = short_answer(
        asked("Is it open on Monday?", "en"), cast("Any", passage),
        [Marks(words, odds, odds, odds)], (0, len(text)),
    )  # fmt: skip

    assert text[slice(*words_found.span)] == "and is closed on Monday."
