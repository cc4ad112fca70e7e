from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loaders import load
from corpus.loaders.loaded import Loaded
from corpus.markdown import markup, soft_breaks
from corpus.passages import read_document, reading_view
from corpus.view import View
from tests.strategies import markdown
from tests.test_view import is_sound


def unmarked(text: str) -> str:
    return View.of(text).edited(markup(text)).text


def joined(text: str) -> str:
    return View.of(text).edited(soft_breaks(text)).text


def read(text: str) -> View:
    return reading_view(SourceFile("guide.md", "0" * 64, Loaded(text)))


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("# Le phare", "Le phare"),
        ("###### 灯塔", "灯塔"),
        ("- le port\n* le quai\n+ la mer", "le port\nle quai\nla mer"),
        ("> Il ventait.", "Il ventait."),
        ("a\n\n---\n\nb", "a\n\n\n\nb"),
        ("```text\nle port\n```", "\nle port\n"),
        ("un **très** vieux *phare*", "un très vieux phare"),
        ("un __très__ vieux _phare_", "un très vieux phare"),
        ("***gras***", "gras"),
        ("这是**最高**的灯塔", "这是最高的灯塔"),
        ("**注意：**风很大", "注意：风很大"),
        ("le fichier `notes.txt`", "le fichier notes.txt"),
        ("voir [le plan](plan.html) du port", "voir le plan du port"),
        ("[**le plan**](plan.html)", "le plan"),
        ("[Phare](https://example.org/Phare_(tour)) rouge", "Phare rouge"),
        ("avant ![une photo](a.png) après", "avant  après"),
        ("[![badge](a.svg)](b.html) Le port", " Le port"),
        ("a <!-- à revoir --> b", "a  b"),
        ("a\n<!-- à\n\nrevoir -->\nb", "a\n\nb"),
        ('le <b class="x">port</b> de<br/>Vaugine', "le port de Vaugine"),
        ("si x <y et z> w, a < b", "si x <y et z> w, a < b"),
        ("la balise `<b>` et `__init__`", "la balise <b> et __init__"),
        ("~~~html\n<p># le port</p>\n~~~\n", "\n<p># le port</p>\n\n"),
    ],
)
def test_markup_goes_and_its_text_stays(source: str, shown: str) -> None:
    assert unmarked(source) == shown


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4 = 24",
        "2*3*4",
        "面积=长*宽",
        "max_tide_level",
        "#port",
        "-5 degrés",
        "1. le port",
        "[1] le port",
        "f(x)[0]",
        "a < b et b > c",
        "| quai | prix |",
    ],
)
def test_what_only_looks_like_markup_stays(text: str) -> None:
    assert unmarked(text) == text


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("le phare\nrouge", "le phare rouge"),
        ("le phare  \n   rouge", "le phare rouge"),
        ("灯塔在\n海岛上", "灯塔在海岛上"),
        ("灯塔叫“龙骨”\n两个字", "灯塔叫“龙骨”两个字"),
        ("il hésita…\npuis partit", "il hésita… puis partit"),
        ("vers la “gare”\nsans bruit", "vers la “gare” sans bruit"),
        ("- le port\n  de pêche\n- le quai", "- le port de pêche\n- le quai"),
    ],
)
def test_lines_of_one_paragraph_are_joined(source: str, shown: str) -> None:
    assert joined(source) == shown


@pytest.mark.parametrize(
    "text",
    [
        "# Le phare\nIl est rouge",
        "Il est rouge\n# Le phare",
        "Le phare\n========\nIl est rouge",
        "le port\n- le quai",
        "le port\n1. le quai",
        "le port\n> le quai",
        "| a | b |\n| c | d |",
        "le port\n\nle quai",
        "```\nle port\n```",
    ],
)
def test_blocks_stay_apart(text: str) -> None:
    assert joined(text) == text


@given(markdown())
def test_only_markup_goes(pair: tuple[str, str]) -> None:
    source, shown = pair

    assert "".join(read(source).text.split()) == "".join(shown.split())


@given(markdown())
def test_a_text_without_markup_has_no_more_of_it(pair: tuple[str, str]) -> None:
    once = unmarked(pair[0])

    assert unmarked(once) == once


@given(markdown())
def test_a_view_of_markdown_is_borne_out_by_its_source(pair: tuple[str, str]) -> None:
    view = read(pair[0])

    assert is_sound(view)
    assert view.borne_out_by(pair[0])


def test_a_quote_of_a_link_leads_to_its_text() -> None:
    view = read("voir [le plan](plan.html)")
    start = view.text.index("le plan")

    assert view.source_span(start, start + 7) == (6, 13)


def test_an_entity_of_markdown_is_never_markup() -> None:
    assert read("&#42;&#42;attention&#42;&#42;").text == "**attention**"


def test_a_byte_order_mark_does_not_hide_a_heading() -> None:
    assert read("\ufeff# Le phare\r\n").text == "Le phare\n"


def test_characters_set_apart_in_markdown_stay() -> None:
    assert read("丰 硕 成 果").text == "丰 硕 成 果"


TABLE = """Fares of the ferry:
| **Line** | [Season](s.html) | Fare |
|:---|:-:|---:|
| Norvik | *été* | 9 \\| 10 EUR |
| Salt Bay | `winter` | **3 EUR** |
They hold from May.
"""


def rows(text: str) -> list[str]:
    loaded = load(".md", text.encode(), Limits())
    document, passages = read_document(SourceFile("guide.md", "0", loaded))
    assert document.source == text
    assert all(passage.view.borne_out_by(text) for passage in passages)
    return [
        passage.text
        for passage in passages
        if document.table_at(passage.source_span[0]) is not None
    ]


def test_rows_of_a_table_read_under_their_names_and_the_text_stays_as_it_is() -> None:
    assert rows(TABLE) == [
        "Line: Norvik · Season: été · Fare: 9 | 10 EUR",
        "Line: Salt Bay · Season: winter · Fare: 3 EUR",
    ]


def test_a_line_beside_a_table_is_not_joined_to_a_row() -> None:
    assert read_lines(TABLE)[0] == "Fares of the ferry:"
    assert read_lines(TABLE)[-1] == "They hold from May."


def read_lines(text: str) -> list[str]:
    file = SourceFile("guide.md", "0", load(".md", text.encode(), Limits()))
    return [line for line in reading_view(file).text.split("\n") if line]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b\n--|--\n1 | 2", ["a: 1 · b: 2"]),
        ("| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n| 3 | 4 |\r\n", ["a: 1 · b: 2", "a: 3 · b: 4"]),
        ("> | a | b |\n> |---|---|\n> | 1 | 2 |", ["a: 1 · b: 2"]),
        ("- item\n\n  | 名称 | 高度 |\n  |---|---|\n  | 燈塔 | 32 |", ["名称: 燈塔 · 高度: 32"]),
        ("| a | b |\n|---|---|\n| 1 | |\n| | 2 |", ["a: 1", "b: 2"]),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", ["a: 1 · b: 2 · 3"]),
        ("```\n| a | b |\n|---|---|\n| 1 | 2 |\n```", []),
        ("| a | b |\n|---|\n| 1 | 2 |", []),
        ("| a | b |\n| 1 | 2 |", []),
        ("a | b\n---\n", []),
        ("| a | b |\n|---|---|\n", []),
        ("| a |\n|---|\n| 1 |", []),
    ],
)
def test_what_is_a_table_of_markdown(text: str, shown: list[str]) -> None:
    assert rows(text) == shown


@given(st.lists(st.lists(st.text("ab |\\*`é里\n", max_size=6), min_size=1, max_size=4), max_size=5))
def test_any_rows_of_bars_replay(cells: list[list[str]]) -> None:
    body = "\n".join("|".join(row) for row in cells)

    rows(f"|a|b|\n|-|-|\n{body}\n\nle port")


def test_many_bars_are_read_in_a_moment() -> None:
    started = time.perf_counter()

    rows("|" * 50_000 + "\n" + "|-" * 50_000 + "\n" + "| a " * 5000 + "\n" + "|a\n|-|-|\n" * 5000)

    assert time.perf_counter() - started < 10
