"""The language of paragraphs: their own where they tell one, else the document's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.spoken import languages
from tests import strategies

ENGLISH = "The lighthouse on the island is 32 metres tall and was lit for the first time in 1887."
FRENCH = (
    "Le phare de l’île, haut de 32 mètres, fut allumé pour la première fois en 1887 par le maire."
)
HANS = "灯塔高三十二米，建于一八八七年，由三名看守人轮流照看，每晚点亮，为来往的渔船指路。"
HANT = "燈塔高三十二公尺，建於一八八七年，由三名看守人輪流照看，每晚點亮，為來往的漁船指路。"


def test_a_short_table_is_in_one_language() -> None:
    table = [
        "Opening hours of the harbour",
        "Day · Desk · Port",
        "Mira Sol · quay · 44",
        "Jon Fel · mole · 45",
    ]

    assert languages(table) == ["en"] * 4


@pytest.mark.parametrize(
    "line",
    ["Jean-Pierre Le Goff, Marie Kervella, Anne Tregear, François Leroux, Hervé Kerguelen", "SKU-4471-B", "for (i = 0; i < n; i++) { puts(name[i]); total += price; }", "Total 4,470 · 12.5 %", "Kervella"],
)  # fmt: skip
@pytest.mark.parametrize(
    ("around", "language"), [(ENGLISH, "en"), (FRENCH, "fr"), (HANS, "zh-Hans")]
)
def test_names_codes_and_figures_take_the_language_of_the_document(
    line: str, around: str, language: str
) -> None:
    assert languages([around, around, line, around]) == [language] * 4


@pytest.mark.parametrize(
    ("around", "language"), [(ENGLISH, "en"), (HANS, "zh-Hans"), (HANT, "zh-Hant")]
)
def test_a_paragraph_with_text_enough_keeps_its_own(around: str, language: str) -> None:
    assert languages([around, FRENCH, around]) == [language, "fr", language]


def test_chinese_with_many_foreign_terms_is_chinese() -> None:
    line = "功能包括：EHR（Electronic Health Record）、PACS（Picture Archiving and Communication System）"

    assert languages([HANS, line, HANS]) == ["zh-Hans"] * 3


def test_headings_of_both_versions_are_in_the_language_of_what_follows_and_precedes() -> None:
    texts = ["灯塔", HANS * 2, "The lighthouse of the island", ENGLISH * 2]

    assert languages(texts) == ["zh-Hans", "zh-Hans", "en", "en"]


def test_what_a_document_says_of_itself_counts_where_its_text_says_nothing() -> None:
    assert languages(["Kervella · 4470"], "fr") == ["fr"]
    assert languages([ENGLISH], "fr") == ["en"]


@given(st.lists(strategies.sentences(), min_size=1, max_size=8))
def test_every_paragraph_has_a_language(texts: list[str]) -> None:
    assert len(languages(texts)) == len(texts)
