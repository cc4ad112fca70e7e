"""What BM25 counts, in the languages of the documents."""

from __future__ import annotations

import pytest
from hypothesis import given

from language.terms import passage_terms, question_terms
from tests import strategies


@pytest.mark.parametrize(
    "text", ["1,500 people", "1 500 people", "1\u202f500 people", "1500 people"]
)
def test_a_figure_is_one_term_however_its_digits_are_grouped(text: str) -> None:
    assert passage_terms(text, "en") == ["1500", "peopl"]


def test_full_width_digits_are_digits() -> None:
    assert "2344" in passage_terms("第２３４４号决议", "zh-Hans")


def test_traditional_and_simplified_text_give_the_same_terms() -> None:
    traditional = question_terms("燈塔的守塔人住在哪裡？", "zh-Hant")

    assert traditional == question_terms("灯塔的守塔人住在哪里？", "zh-Hans")


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_elided_articles_go(apostrophe: str) -> None:
    text = f"l{apostrophe}hôtel d{apostrophe}été"

    assert passage_terms(text, "fr") == passage_terms("hôtel été", "fr")


@pytest.mark.parametrize(
    ("text", "language", "terms"),
    [
        ("aujourd’hui", "fr", ["aujourd", "hui"]),
        ("la presqu'île", "fr", ["la", "presqu", "ile"]),
        ("O'Brien", "en", ["o", "brien"]),
        ("the keeper's", "en", ["the", "keeper", "s"]),
    ],
)
def test_both_halves_of_other_words_with_an_apostrophe_count(
    text: str, language: str, terms: list[str]
) -> None:
    assert passage_terms(text, language) == terms


def test_accents_and_ligatures_are_folded() -> None:
    assert passage_terms("Cœur élevé", "fr") == passage_terms("coeur eleve", "fr")


def test_latin_words_and_figures_inside_chinese_stay_whole() -> None:
    terms = passage_terms("第29名Putin到场", "zh-Hans")

    assert {"29", "putin"} <= set(terms)


@pytest.mark.parametrize(
    ("question", "language", "terms"),
    [
        ("How many ships were there?", "en", ["ship"]),
        ("Combien de navires y a-t-il ?", "fr", ["navir"]),
        ("有多少艘船？", "zh-Hans", ["艘船"]),
        ("谁是船长？", "zh-Hans", ["船长"]),
    ],
)
def test_words_that_only_ask_are_left_out(question: str, language: str, terms: list[str]) -> None:
    assert question_terms(question, language) == terms


@given(strategies.texts())
def test_terms_hold_no_space_whatever_the_text(text: str) -> None:
    assert all(not any(c.isspace() for c in term) for term in passage_terms(text, "fr"))


@given(strategies.texts())
def test_a_question_has_each_term_once(text: str) -> None:
    terms = question_terms(text, "zh-Hans")

    assert len(terms) == len(set(terms))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("第37条", "zh-Hans"),
        ("第三十七條", "zh-Hant"),
        ("第 ３７ 条", "zh-Hans"),
        ("Article 37", "en"),
        ("art. XXXVII", "en"),
        ("Article thirty-seven", "en"),
        ("l’article trente-sept", "fr"),
        ("ARTICLE XXXVII", "fr"),
    ],
)
def test_the_number_of_an_article_is_one_term_in_every_language(text: str, language: str) -> None:
    assert {"37", "article37"} <= set(passage_terms(text, language))
    assert "article37" in question_terms(text, language)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("第二章", "chapter2"),
        ("Chapitre II", "chapter2"),
        ("第一百二十三条", "article123"),
        ("article premier", "article1"),
        ("Article 1er", "article1"),
        ("Section four", "section4"),
        ("第三款", "paragraph3"),
        ("第三十七条第二款规定", "paragraph2"),
        ("第一条是什么", "article1"),
        ("第六条 灯塔", "article6"),
        ("article IX", "article9"),
    ],
)
def test_chapters_and_sections_have_their_own(text: str, term: str) -> None:
    assert term in passage_terms(text, "fr" if text.isascii() else "zh-Hans")


@pytest.mark.parametrize(
    "text",
    [
        "the article I wrote",
        "an article on ships",
        "article L. 37",
        "art. 12.5",
        "第三届论坛",
        "第一条铁路",
    ],
)
def test_what_is_no_number_of_an_article_has_none(text: str) -> None:
    terms = passage_terms(text, "en")

    assert not [term for term in terms if term.startswith("article") and term != "article"]


def test_full_width_letters_are_letters() -> None:
    assert passage_terms("ＡＢＣ１２３", "zh-Hans") == passage_terms("ABC123", "zh-Hans")


def test_asking_when_and_where_in_one_word_says_nothing_of_what_is_asked_about() -> None:
    terms = question_terms("水磨何時何地建成？", "zh-Hant")

    assert terms == question_terms("水磨何時建成？", "zh-Hant")
