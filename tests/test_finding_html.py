"""What is found word for word is shown escaped, with what differs, in the user's language."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.languages import LANGUAGES
from language.phrases import phrase
from page.finding_html import checked, listed
from qa.places.naming import mentions
from qa.quotes.verify import verify_quote
from tests.texts import MadeTexts

HOSTILE = '<script>alert(1)</script> <img src=x onerror="alert(2)"> lamp in Italy'
PORT = MadeTexts({"<b>port</b>.txt": f"The harbour lamp burns oil. {HOSTILE}.\n"})


class Elements(HTMLParser):
    """The elements of HTML, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html.replace("\u00a0", " "))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_verdict_says_what_became_of_the_quote(language: str) -> None:
    shown = Elements(checked(verify_quote(PORT, "harbour lamp burns"), language))

    assert phrase("quote_verified", language) in shown.text
    assert "harbour lamp burns" in shown.text


def test_an_absent_quote_is_shown_beside_what_the_document_says() -> None:
    html = checked(verify_quote(PORT, "The harbour lamp burns gas."), "en")

    assert "<del>gas</del> → <ins>oil</ins>" in html
    assert "The harbour lamp burns <mark>oil</mark>." in html
    assert phrase("quote_near", "en") in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_counted_and_each_can_be_opened(language: str) -> None:
    html = listed(mentions(PORT, "Italie"), language)
    shown = Elements(html)

    assert "Italy" in shown.text
    assert 'data-do="preview"' in html
    assert {"table", "caption", "mark"} <= shown.tags
    assert phrase("mentions_looked", language, passages=1, all=1) in shown.text


@given(st.sampled_from([HOSTILE, "alert(1)", "x onerror", "lamp in Italie"]))
def test_nothing_of_a_document_or_a_quote_becomes_markup(quote: str) -> None:
    for html in (
        checked(verify_quote(PORT, quote), "en"),
        listed(mentions(PORT, quote), "fr"),
    ):
        assert not {"script", "img", "b"} & Elements(html).tags
