"""Where names stand in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.languages import LANGUAGES
from language.values.names import name_spans
from tests.strategies import texts


@pytest.mark.parametrize(
    ("sentence", "language", "names"),
    [
        ("The pier was built by Ada Brook of the University of Leeds.", "en",
         ["Ada Brook of the University of Leeds"]),
        ("It was J. R. R. Tolkien, not C. S. Lewis.", "en", ["J. R. R. Tolkien", "C. S. Lewis"]),
        ("Le pont fut dessiné par Jean de La Salle en 1902.", "fr", ["Jean de La Salle"]),
        ("Elle vit à L’Île-d’Yeu, près de Saint-Jean-de-Monts.", "fr",
         ["L’Île-d’Yeu", "Saint-Jean-de-Monts"]),
        ("联盟在西安成立，王毅出席。", "zh-Hans", ["西安", "王毅"]),
        ("聯盟在西安成立，王毅出席。", "zh-Hant", ["西安", "王毅"]),
        ("The boats came back at noon.", "en", []),
        ("Les bateaux sont rentrés à midi.", "fr", []),
        ("渔船中午回来了。", "zh-Hans", []),
    ],
)  # fmt: skip
def test_names_are_found_in_each_language(sentence: str, language: str, names: list[str]) -> None:
    assert [sentence[slice(*span)] for span in name_spans(sentence, language)] == names


@given(texts(), st.sampled_from(LANGUAGES))
def test_spans_are_in_order_and_inside_the_sentence(sentence: str, language: str) -> None:
    end = 0
    for start, stop in name_spans(sentence, language):
        assert end <= start < stop <= len(sentence)
        end = stop


@given(texts(), st.sampled_from(["zh-Hans", "zh-Hant"]))
def test_a_name_in_chinese_is_whole_words_of_the_text(sentence: str, language: str) -> None:
    for span in name_spans(sentence, language):
        assert len(sentence[slice(*span)].strip()) > 1


@pytest.mark.parametrize(
    ("sentence", "language", "name"),
    [
        ("Viktor Brand of Hungary came too.", "en", "Viktor Brand of Hungary"),
        ("Ada Brook dessina le phare.", "fr", "Ada Brook"),
        ("The Brook family built it.", "en", "Brook"),
        ("En Islande, il neige.", "fr", "Islande"),
    ],
)
def test_a_name_may_begin_the_sentence(sentence: str, language: str, name: str) -> None:
    start, end = name_spans(sentence, language)[0]

    assert sentence[start:end] == name
