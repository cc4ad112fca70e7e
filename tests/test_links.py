"""Links to a quote: to its place on this page, to the web, to a page of a PDF."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.web_address import web_address
from page.original_route import address
from serving.links import digest, source_link, text_fragment

WHERE = "https://example.org/weirs/hollin?year=1911"


@given(st.text(min_size=1), st.integers(0, 10**7), st.integers(0, 10**7), st.text(min_size=1))
def test_a_link_names_document_place_and_digest_of_the_words(
    document: str, start: int, end: int, words: str
) -> None:
    kind, _, query = source_link(document, start, end, words).partition("?")

    assert unquote(kind.removeprefix("#/doc/")) == document
    assert parse_qs(query) == {
        "start": [str(start)], "end": [str(end)], "quote": [digest(words)],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("mended in 1911", "mended%20in%201911"),
        ("well-known, and more", "well%2Dknown%2C%20and%20more"),
        ("réparée\n en 1911", "r%C3%A9par%C3%A9e%20en%201911"),
        ("水闸", "%E6%B0%B4%E9%97%B8"),
    ],
)
def test_a_short_quote_is_a_text_fragment_as_a_whole(words: str, fragment: str) -> None:
    assert text_fragment(WHERE, words) == f"{WHERE}#:~:text={fragment}"
    assert text_fragment(f"{WHERE}#top", words) == f"{WHERE}#top:~:text={fragment}"


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=400))
def test_a_long_quote_is_told_by_its_first_and_last_words(words: str) -> None:
    text = " ".join(words.split())
    directive = text_fragment(WHERE, words).partition(":~:text=")[2]
    first, _, last = directive.partition(",")

    assert text.startswith(unquote(first))
    assert text.endswith(unquote(last))
    assert "-" not in directive
    assert len(unquote(first)) + len(unquote(last)) <= 60


def test_words_are_not_cut_where_white_space_tells_where_they_end() -> None:
    words = "The weir at Hollin on the river Ash was mended in 1911 by two masons of Vell."

    first, last = (unquote(end) for end in text_fragment("", words).split("=")[1].split(","))

    assert (first, last) == ("The weir at Hollin on", "by two masons of Vell.")


@pytest.mark.parametrize(
    ("suffix", "content"),
    [
        (".html", f'<head><LINK REL="canonical" HREF="{WHERE}"><meta property=og:url content=x>'),
        (".htm", f'<meta property="og:url" content="{WHERE}">'),
        (".xhtml", f"<!-- saved from url=(0042){WHERE} --><html>"),
        (".md", f"---\ntitle: 水闸\nurl: {WHERE}\n---\ntext"),
        (".md", f'---\nsource: "{WHERE}"\n---\ntext'),
    ],
)
def test_a_file_gives_its_own_address(suffix: str, content: str) -> None:
    assert web_address(suffix, content.encode()) == WHERE


@pytest.mark.parametrize(
    "hostile",
    [
        "javascript:alert(1)", "file:///etc/passwd", "//example.org/", "data:text/html,x",
        "https://me:secret@example.org/", "https://a b.org/", "http://[", "https:///x",
        f"https://example.org/{'x' * 3000}",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_none(hostile: str) -> None:
    for suffix, content in (
        (".html", f'<link rel="canonical" href="{hostile}">'),
        (".md", f"---\nurl: {hostile}\n---\n"),
        (".txt", f"---\nurl: {WHERE}\n---\n"),
    ):
        assert web_address(suffix, content.encode()) == ""


@given(st.binary(max_size=400))
def test_no_file_is_too_broken_to_look_for_its_address(content: bytes) -> None:
    assert web_address(".html", content) in ("", web_address(".html", content))


def test_the_file_of_a_pdf_is_opened_at_its_page() -> None:
    assert address("a b.pdf", 3) == "original?document=a+b.pdf#page=3"
    assert address("a.txt") == "original?document=a.txt"
