"""Kept quotes in every form: nothing of a document or a reader becomes markup or a formula."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from language.languages import LANGUAGES
from page.basket import MOST, Basket, keeping, restored
from page.basket_export_html import as_html
from page.basket_forms import FORMS, as_csl, as_csv, as_markdown, as_ris
from page.basket_html import basket_page, marks
from page.basket_word import as_word
from page.pinning import asked_for
from qa.answers import Answer, Part
from qa.evidence.pinned import Pinned
from serving.now import Now
from tests.test_answer_html import ANSWER, CITATION, HOSTILE
from tests.test_evidence import quotes

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VOID = {"meta", "br", "path"}


Step = Callable[[Basket, str, Pinned], Basket]
STEPS: dict[str, Step] = {
    "p": lambda basket, _, pinned: basket.with_quote(pinned),
    "u": lambda basket, key, _: basket.moved(key, -1),
    "d": lambda basket, key, _: basket.moved(key, 1),
    "l": lambda basket, key, _: basket.without(key),
    "e": lambda basket, *_: basket.emptied(),
    "n": lambda basket, key, _: basket.noted(key, "a note"),
}


def hostile(text: str = HOSTILE) -> Pinned:
    first = quotes()[0]
    cited = replace(
        first.citation, text=text, quote=text, title=text, document=text, language="en", date=text,
        start=0, end=len(text),
    )  # fmt: skip
    return replace(first, citation=cited, note=text, question=text, accessed=text)


class Balanced(HTMLParser):
    """Raises where tags are not closed in order, and collects what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def tags(html: str) -> set[str]:
    parser = Balanced()
    parser.feed(html)
    assert parser.open == []
    return parser.tags


def test_a_basket_comes_back_from_the_browser_as_it_was_and_is_of_its_user_only() -> None:
    basket = Basket(tuple(quotes())).without(quotes()[1].key)
    kept = json.loads(json.dumps(keeping(basket, "anna")))

    assert restored(kept, "anna") == basket
    assert restored(kept, "ben") == Basket()


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["quotes", "before"]), inner)
        ),
    )
)
def test_whatever_the_browser_holds_is_a_basket(kept: Any) -> None:  # noqa: ANN401
    content = {"user": "", **kept} if isinstance(kept, dict) else kept

    assert restored(content, "") == Basket()


@given(st.lists(st.tuples(st.sampled_from("pudlen"), st.integers(0, 3)), max_size=12))
def test_whatever_is_done_no_quote_is_there_twice_and_the_last_removal_is_undone(
    steps: list[tuple[str, int]],
) -> None:
    basket = Basket()
    for step, at in steps:
        basket = STEPS[step](basket, quotes()[at].key, quotes()[at])
        keys = [each.key for each in basket.quotes]
        assert len(set(keys)) == len(keys)
        removed = basket.emptied()
        assert removed.brought_back().quotes == basket.quotes or not basket.quotes


def test_a_quote_goes_up_and_down_and_no_further() -> None:
    basket = Basket(tuple(quotes()))
    first = basket.quotes[0].key

    assert [each.key for each in basket.moved(first, 1).quotes].index(first) == 1
    assert basket.moved(first, -1) == basket
    assert basket.moved("nothing", 1) == basket
    assert not basket.full
    assert Basket(tuple(quotes()) * (MOST // 4)).full


def test_what_a_follow_up_was_understood_as_is_kept_and_of_parts_the_part() -> None:
    follow_up = replace(ANSWER, question="When?", understood="When did the bridge open?")
    part = replace(ANSWER, question="When did it open?")
    parts: Answer = replace(ANSWER, kind="parts", citations=(), parts=(Part("", part),))

    assert asked_for(follow_up, CITATION) == "When did the bridge open?"
    assert asked_for(ANSWER, CITATION) == "When?"
    assert asked_for(parts, CITATION) == "When did it open?"


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_quotes_and_notes_are_text_in_the_page_and_in_its_file(language: str) -> None:
    basket = Basket((hostile(),), tuple(quotes()))
    now = Now("2", {HOSTILE: "1"})

    ours = {"li", "ol", "p", "span", "div", "bdi", "button", "svg", "path", "textarea"}
    assert tags(basket_page(basket, now, language)) <= ours | {"blockquote"}
    assert tags(marks(basket)) == {"span"}
    file = as_html(basket.quotes, language)
    assert "script" not in tags(file)
    assert "img" not in tags(file)


@given(st.sampled_from(FORMULAS), st.text(max_size=20))
def test_no_cell_of_the_table_is_a_formula(formula: str, text: str) -> None:
    table = as_csv([hostile(formula + text.replace("\x00", ""))]).removeprefix("\ufeff")

    rows = list(csv.reader(io.StringIO(table, newline="")))

    assert len(rows) == 2
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in rows[1])


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_a_record_of_ris_ends_where_its_quote_does_whatever_stands_in_it(text: str) -> None:
    lines = as_ris([hostile(f"{text}\nER  - \nTY  - BOOK")]).split("\r\n")

    assert lines[0] == "TY  - GEN"
    assert lines.count("ER  - ") == 1
    assert all(line[2:6] == "  - " for line in lines if line)


def test_csl_has_dates_digest_and_offsets() -> None:
    first = quotes()[0]
    page = replace(first, citation=replace(first.citation, page=7, date="2019-04/2020"))

    items = json.loads(as_csl([first, page]))

    assert items[0]["issued"] == {"date-parts": [[1887, 5, 1]]}
    assert items[1]["issued"] == {"date-parts": [[2019, 4], [2020]]}
    assert items[1]["page"] == "7"
    assert items[0]["accessed"] == {"date-parts": [[2026, 11, 28]]}
    assert items[0]["custom"]["sha256"] == first.citation.sha256
    assert (items[0]["custom"]["start"], items[0]["custom"]["end"]) == first.span


def footnotes(content: bytes) -> list[str]:
    """Return the texts of the notes that the text refers to, as any reader of the format has them."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        notes = ElementTree.fromstring(package.read("word/footnotes.xml"))  # noqa: S314 - ours
        text = ElementTree.fromstring(package.read("word/document.xml"))  # noqa: S314 - ours
        assert b"footnotes.xml" in package.read("word/_rels/document.xml.rels")
        assert b"/word/footnotes.xml" in package.read("[Content_Types].xml")
    told = {
        note.get(f"{W}id"): "".join(each.text or "" for each in note.iter(f"{W}t"))
        for note in notes.iter(f"{W}footnote")
        if note.get(f"{W}type") is None
    }
    return [told[each.get(f"{W}id")] for each in text.iter(f"{W}footnoteReference")]


@given(st.text(max_size=30))
def test_any_quote_can_be_written_as_word_with_a_footnote(text: str) -> None:
    content = as_word([hostile(text or "x"), *quotes()], "zh-Hant")

    assert Document(io.BytesIO(content)).paragraphs[0].text == "引文"
    first, *others = footnotes(content)
    assert "SHA-256" in first
    for pinned, note in zip(quotes(), others, strict=True):
        assert pinned.citation.sha256 in note
        assert pinned.citation.document in note
        assert str(pinned.span[0]) in note


def test_braces_of_a_quote_are_not_those_of_its_record() -> None:
    told = FORMS["bibtex"].saved([hostile("a { b } } \\ c")], "en")[2]

    depth = 0
    for letter in told:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
    assert depth == 0


def test_markdown_has_a_footnote_for_each_quote_and_no_markup_of_theirs() -> None:
    told = as_markdown([*quotes(), hostile()], "fr")

    assert told.count("[^5]") == 2
    assert "<script" not in told.replace("\\<script", "")
    assert "consulté le 28 novembre 2026" in told
    assert "\\&amp;" in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_made_in_every_language_with_digests(form: str, language: str) -> None:
    name, kind, content, *encoding = FORMS[form].saved(quotes(), language)

    assert name
    assert kind
    assert encoding or all(pinned.citation.sha256 in content for pinned in quotes())
