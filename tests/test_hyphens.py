"""Words that were cut at the end of a line: whose the hyphen is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.hyphens import hyphens
from corpus.repairs import hyphen_marks
from corpus.view import View
from corpus.wraps import wraps
from tests.test_view import is_sound

ENGLISH = "The keeper of the lighthouse wrote down what he saw. "
FRENCH = "Le gardien du phare notait chaque soir ce qu’il voyait. "


def joined(text: str) -> str:
    return View.of(text).edited(hyphens(text)).text


@pytest.mark.parametrize("mark", ["-\n", "\u2010\n", "\u00ad\n", "\ufffe", "\ufffe\n", "- \n  "])
@pytest.mark.parametrize(
    ("around", "head", "tail", "whole"),
    [
        (ENGLISH, "en", "tered", "entered"),
        (ENGLISH, "real", "time", "real-time"),
        (ENGLISH, "Anne", "Marie", "Anne-Marie"),
        (ENGLISH, "3d-ray", "trace", "3d-ray-trace"),
        (ENGLISH, "well-estab", "lished", "well-established"),
        (ENGLISH, "GPT", "2", "GPT-2"),
        (ENGLISH, "ISO", "based", "ISO-based"),
        (ENGLISH, "LIGHT", "HOUSE", "LIGHTHOUSE"),
        (ENGLISH, "e", "mail", "e-mail"),
        (FRENCH, "éta", "blissement", "établissement"),
        (FRENCH, "celui", "ci", "celui-ci"),
        (FRENCH, "a-t", "il", "a-t-il"),
        (FRENCH, "c’est-à", "dire", "c’est-à-dire"),
        (FRENCH, "l’en", "fant", "l’enfant"),
        (FRENCH, "Saint", "Malo", "Saint-Malo"),
    ],
)
def test_a_hyphen_stays_in_compounds_and_names_only(
    mark: str, around: str, head: str, tail: str, whole: str
) -> None:
    text = f"{around}{head}{mark}{tail} {around}"

    assert joined(text) == f"{around}{whole} {around}"


@pytest.mark.parametrize(
    ("elsewhere", "whole"), [("a kerkeling", "kerkeling"), ("a Ker-keling", "ker-keling")]
)
def test_the_document_decides_where_it_writes_the_word_elsewhere(
    elsewhere: str, whole: str
) -> None:
    assert joined(f"{ENGLISH}{elsewhere}. A ker-\nkeling.").endswith(f"A {whole}.")


def test_a_hyphen_for_a_later_word_stays() -> None:
    text = "It has two-\nand three-bedroom flats."

    assert joined(text) == text


def test_a_line_goes_on_after_a_word_that_was_cut() -> None:
    lines = [
        "The mail boat called twice a week with flour and the long-",
        "awaited letters, and on its way back it took what the kee-",
        "per had written down to the office of the port.",
    ]
    whole = (
        "The mail boat called twice a week with flour and the long-awaited letters, and on its "
        "way back it took what the keeper had written down to the office of the port."
    )
    for mark in ("-\n", "-\ufffe"):
        text = mark.join(line.removesuffix("-") for line in lines).replace("-\ufffe", "\ufffe")

        assert View.of(text).edited(wraps(text)).text == whole


PIECES = st.lists(
    st.sampled_from(["real", "time", "en", "tered", "Anne", "12", "-", "\n", "\u00ad", "\ufffe", " ", "’", "\n\n", "灯"]),
    max_size=30,
).map("".join)  # fmt: skip


@given(PIECES)
def test_no_letter_is_lost_and_every_offset_holds(text: str) -> None:
    view = View.of(text).edited(wraps(text))
    view = view.edited(hyphen_marks(view.text))

    assert is_sound(view)
    assert view.borne_out_by(text)
    assert [one for one in view.text if one.isalnum()] == [one for one in text if one.isalnum()]
    assert not {"\ufffe", "\u00ad"} & set(view.text)
