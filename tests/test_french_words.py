"""French words in English and Chinese, and the tables that have them."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.chinese import to_simplified
from language.terms import passage_terms
from qa import wikdict
from qa.dictionary import chinese, entries, french, translations
from training.wikdict import parsed


def overlap(question: str, language: str, into: str, text: str) -> int:
    terms = set(passage_terms(text, into))
    return sum(1 for word in translations(question, language, [into]) if terms & set(word))


@pytest.mark.parametrize(
    ("question", "language", "into", "right", "wrong"),
    [
        ("Qui a signé les traités de paix ?", "fr", "zh", "和平条约由两国国王签署。", "茶馆每天早上六点开门。"),
        ("Quand ouvrent les musées de la banque ?", "fr", "zh", "银行博物馆早上九点开放。", "灯塔由两名看守人照管。"),
        ("Quels oiseaux nichent sous les toits ?", "fr", "en", "Birds nest under the roof.", "The treaty was signed."),
        ("条约是哪个国王签署的？", "zh-Hans", "fr", "Le roi signa le traité.", "Le musée ferme le lundi."),
        ("條約是哪個國王簽署的？", "zh-Hant", "fr", "Le roi signa le traité.", "Le musée ferme le lundi."),
        ("Which birds live in the forest?", "en", "fr", "Des oiseaux vivent dans la forêt.", "Le traité fut signé."),
        ("Which settlers signed the treaties?", "en", "zh", "定居者签署了条约。", "茶馆每天早上六点开门。"),
    ],
)  # fmt: skip
def test_french_words_are_found_in_english_and_chinese_and_back(
    question: str, language: str, into: str, right: str, wrong: str
) -> None:
    assert overlap(question, language, into, right) >= 2 > overlap(question, language, into, wrong)


def test_words_that_make_an_entry_together_are_both_found_where_its_translation_stands() -> None:
    assert overlap("Où passe le chemin de fer ?", "fr", "zh", "铁路沿着海岸。") == 2
    assert overlap("Où passe le chemin de fer ?", "fr", "en", "The railway follows the coast.") == 2
    assert overlap("Où passe le chemin ?", "fr", "zh", "铁路沿着海岸。") == 0


def test_a_word_is_looked_up_as_it_is_and_by_its_stem() -> None:
    table = wikdict.chinese()
    assert table.of("musee") == table.of("musees") == ("博物馆",)
    assert table.of("chemin", "fer")[0] == "铁道"
    assert table.of("xyzzy") == table.of() == ()
    assert "traite" in french("条约")
    assert "国王" in chinese("kings")


def test_the_tables_hold_words_of_their_languages_and_are_small() -> None:
    known = {word for word, _ in entries()}
    kanji = [one for others in wikdict.chinese().written.values() for one in others]
    assert all(one in known and to_simplified(one) == one for one in kanji)
    english = [one for others in wikdict.english().written.values() for one in others]
    assert all(one.isascii() and one == one.lower() for one in english)
    assert len(kanji) > 3_000
    assert len(english) > 15_000
    assert sum(file.stat().st_size for file in wikdict.FOLDER.iterdir()) < 400_000
    text = (wikdict.FOLDER / "README.md").read_text("utf-8")
    assert "Attribution-ShareAlike 3.0" in text


@given(st.lists(st.text(max_size=12), max_size=4))
def test_any_words_can_be_looked_up(words: list[str]) -> None:
    for table in (wikdict.chinese(), wikdict.english()):
        assert all(table.of(*words))


def test_a_dictionary_of_dictd_is_read_by_its_index() -> None:
    written = [
        "00-database-x\nnothing\n",
        "phare /faʁ/ <n, masc>\n1. 灯台 (tour)\nTour qui guide\n2. lampe, feu\n",
    ]
    places, at = [], 0
    for head, text in zip(("00databasex", "phare"), written, strict=True):
        size = len(text.encode())
        places.append("\t".join([head, number(at), number(size)]))
        at += size
    assert list(parsed("".join(written).encode(), "\n".join(places))) == [
        ("phare", ["灯台", "Tour qui guide", "lampe", "feu"])
    ]


def number(value: int) -> str:
    """Return a number as dictd's index writes it."""
    return base64.b64encode(value.to_bytes(6, "big")).decode().lstrip("A") or "A"
