"""E-books and notebooks: chapters and cells in order, with all that stands in them."""

from __future__ import annotations

import json

import pytest

from corpus.errors import UnreadableFileError
from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loaders import load
from corpus.loaders.loaded import Loaded
from corpus.passages import read_document
from tests.makers import ENGLISH, FRENCH, HANS, HANT, zip_file

XHTML = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>page</title>'
CONTAINER = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'


def book(*chapters: str, nav: str = "") -> Loaded:
    pages = {f"c{number}.xhtml": chapter for number, chapter in enumerate(chapters)}
    items = "".join(f'<item id="{name}" href="{name}"/>' for name in pages)
    spine = "".join(f'<itemref idref="{name}"/>' for name in pages)
    if nav:
        pages["nav.xhtml"] = nav
        items += '<item id="nav" href="nav.xhtml" properties="nav"/>'
        spine = f'<itemref idref="nav"/>{spine}'
    package = f"<package><metadata><title>Le phare</title></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    return load(
        ".epub",
        zip_file({"META-INF/container.xml": CONTAINER, "a.opf": package, **pages}),
        Limits(),
    )


PLACES = {
    "paragraph": "<p>QUORVA</p>",
    "list": "<ol><li><p>QUORVA</p></li></ol>",
    "cell": "<table><tr><td>a</td><td>QUORVA</td></tr><tr><td>b</td><td>c</td></tr></table>",
    "note": '<aside epub:type="footnote" id="n"><p>QUORVA</p></aside>',
    "caption": "<figure><img src='a.png' alt=''/><figcaption>QUORVA</figcaption></figure>",
    "alternative text": "<img src='a.png' alt='the tower QUORVA'/>",
    "drawing": f"{SVG}<text x='1' y='2'>QUORVA</text></svg>",
    "after an empty element": "<p><a id='x'/>QUORVA</p>",
    "beside an entity": "<p>a&nbsp;QUORVA&eacute;</p>",
    "beside a broken entity": "<p>a&b QUORVA</p>",
    "unclosed": "<p>a<br>QUORVA",
}


@pytest.mark.parametrize("body", PLACES.values(), ids=PLACES)
def test_what_a_chapter_shows_is_read(body: str) -> None:
    read = book(
        f"<?xml version='1.0' encoding='utf-8'?>{XHTML}<head><title/></head><body>{body}</body></html>"
    )

    assert "QUORVA" in read.text
    assert not read.kept.in_part


def test_a_page_whose_text_is_drawn_reads_line_by_line_without_its_title() -> None:
    lines = "<text><tspan x='1' y='1'>Il était un phare</tspan><tspan x='1' y='2'>au bord de la mer.</tspan></text>"

    read = book(f"<?xml version='1.0'?>{SVG}{lines}<text>{HANT}</text><desc>a</desc></svg>")

    assert read.text.split("\n") == ["Il était un phare au bord de la mer.", HANT]


def test_chapters_are_parts_and_records_in_order_and_the_contents_are_not_repeated() -> None:
    chapters = [f"{XHTML}<body><h1>{title}</h1><p>{text}</p></body></html>" for title, text in
                [("Un", FRENCH), ("二", HANS), ("Three", ENGLISH)]]  # fmt: skip
    nav = f"{XHTML}<body><nav epub:type='toc'><h1>Table</h1><a href='c0.xhtml'>Un</a></nav></body></html>"

    read = book(*chapters, nav=nav)

    assert [part[1:] for part in read.parts] == [
        ("chapter", "1"),
        ("chapter", "2"),
        ("chapter", "3"),
    ]
    assert [heading.title for heading in read.headings] == [
        "Le phare",
        "Le phare – 二",
        "Le phare – Three",
    ]
    assert "Table" not in read.text
    assert [read.text[part.start :].split("\n")[0] for part in read.parts] == ["Un", "二", "Three"]


def notebook(*cells: dict[str, object], **more: object) -> Loaded:
    content = {"nbformat": 4, "cells": cells, "metadata": {}, **more}
    return load(".ipynb", json.dumps(content).encode(), Limits())


def output(**data: object) -> dict[str, object]:
    return {
        "cell_type": "code",
        "source": "run()",
        "outputs": [{"output_type": "display_data", "data": data}],
    }


CELLS: dict[str, dict[str, object]] = {
    "text": {"cell_type": "markdown", "source": ["# Tower\n", "the **QUORVA** lamp"]},
    "link": {"cell_type": "markdown", "source": "the [QUORVA lamp](https://example.org/a_b)"},
    "table": {"cell_type": "markdown", "source": "| Name | Height |\n|---|---|\n| QUORVA | 32 |"},
    "code": {"cell_type": "code", "source": ["lamp = QUORVA\n", "on()"], "outputs": []},
    "raw": {"cell_type": "raw", "source": "QUORVA"},
    "printed": {"cell_type": "code", "source": "", "outputs": [{"output_type": "stream", "text": ["QUORVA\n"]}]},
    "result": output(**{"text/plain": ["QUORVA"]}),
    "table of a result": output(**{"text/html": "<table><tr><th>Name</th><th>h</th></tr><tr><td>QUORVA</td><td>3</td></tr></table>", "text/plain": "Name h"}),
    "error": {"cell_type": "code", "source": "", "outputs": [{"output_type": "error", "traceback": ["\x1b[31mQUORVA\x1b[0m"]}]},
}  # fmt: skip


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
def test_what_a_cell_shows_is_read(cell: dict[str, object]) -> None:
    read = notebook({"cell_type": "markdown", "source": FRENCH}, cell)

    assert "QUORVA" in read.text
    assert "**" not in read.text
    assert "\x1b" not in read.text
    assert [part[1:] for part in read.parts] == [("cell", "1"), ("cell", "2")]
    assert not read.kept.in_part


@pytest.mark.parametrize("name", ["table", "table of a result"])
def test_a_table_in_a_cell_reads_row_by_row(name: str) -> None:
    read = notebook(CELLS[name])
    _, passages = read_document(SourceFile("a.ipynb", "0", read))

    assert "Name: QUORVA" in passages[-1].text
    assert passages[-1].view.borne_out_by(read.text)


def test_a_notebook_of_version_3_keeps_its_cells_in_worksheets() -> None:
    old = {"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "code", "input": f"# {HANS}"}]}]}

    assert HANS in load(".ipynb", json.dumps(old).encode(), Limits()).text


@pytest.mark.parametrize(
    "content", ["{}", "[1]", "no", '{"cells": 3}', '{"cells": [1, {"outputs": [2]}]}']
)
def test_what_is_no_notebook_is_explained(content: str) -> None:
    with pytest.raises(UnreadableFileError):
        load(".ipynb", content.encode(), Limits())
