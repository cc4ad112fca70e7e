"""The reading view of a source: headings and tables stand in it as the file has them."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document, Passage
from corpus.files import SourceFile, read_file
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.loaders import outline
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.tables import Grid
from corpus.outline import Titled, marked_lines, titled_lines
from corpus.passages import read_document
from page.reading import Block
from page.source import shown
from page.table_html import table_of
from tests.makers import docx_file, html_file

FARES = [
    ["Route", "Adult", "Child"],
    ["Arden Quay", "4.20", "2.10"],
    ["Mill Island", "6.80", "3.40"],
]
TARIFS = [
    ["Ligne", "Adulte", "Enfant"],
    ["Quai d’Arden", "4,20", "2,10"],
    ["Île du Moulin", "6,80", "3,40"],
]
PIAOJIA = [["航线", "成人", "儿童"], ["雅登码头", "4.20", "2.10"], ["磨坊岛", "6.80", "3.40"]]
PIAOJIA_HANT = [["航線", "成人", "兒童"], ["雅登碼頭", "4.20", "2.10"], ["磨坊島", "6.80", "3.40"]]


def read(loaded: Loaded, path: str = "a.docx") -> tuple[Document, list[Passage]]:
    return read_document(SourceFile(path, "0" * 64, loaded))


def fares(grid: list[list[str]]) -> tuple[Document, list[Passage]]:
    draft = Draft()
    draft.add("The ferries run from April to October, and every hour in summer.")
    draft.table(Grid(grid, header=1, name="Fares"))
    draft.add("Dogs travel free of charge, but must be kept on a lead on board.")
    return read(draft.loaded())


def text_of(block: Block) -> str:
    return "".join(piece.text for piece in block.pieces)


@pytest.mark.parametrize("grid", [FARES, TARIFS, PIAOJIA, PIAOJIA_HANT])
def test_a_table_is_a_table_with_the_quoted_row_and_cell_marked(grid: list[list[str]]) -> None:
    document, passages = fares(grid)
    start = document.source.index(grid[2][0])
    quote = start, document.source.index(grid[2][2], start) + len(grid[2][2])

    blocks = shown(document, passages, quote).reading

    assert [bool(block.table) for block in blocks] == [False, True, False]
    table = blocks[1].table
    assert table
    assert table.columns == tuple(grid[0])
    assert [row.quoted for row in table.rows] == [False, True]
    assert [[p.text for cell in row.cells for p in cell] for row in table.rows] == grid[1:]
    written = table_of(table, grid[0][1], "en")
    assert written.count("<mark>") == 3
    assert f'<td class="cq-here"><mark>{grid[2][1]}</mark></td>' in written
    assert f'<th scope="col" class="cq-here">{grid[0][1]}</th>' in written


def test_what_stands_before_and_after_a_table_is_told_once() -> None:
    document, passages = fares(FARES)

    blocks = shown(document, passages, (0, 0), 0).reading

    assert text_of(blocks[0]).startswith("The ferries run")
    assert text_of(blocks[2]).startswith("Dogs travel free")


def test_of_a_long_table_the_rows_of_the_window_are_shown() -> None:
    grid = [["Day", "Pressure"], *([f"Day {at}", f"{at} millibars"] for at in range(3000))]
    document, passages = fares(grid)
    at = document.source.index("Day 1500 ")
    quote = at, at + 8

    tables = [block.table for block in shown(document, passages, quote).reading if block.table]

    assert len(tables) == 1
    assert len(tables[0].rows) < 1500
    assert [row.number for row in tables[0].rows if row.quoted] == [1502]


def test_text_of_a_table_is_no_markup() -> None:
    document, passages = fares([["<b>Route", "Fare"], ["<script>", "1.20"], ["Mill", "</td>2"]])

    table = shown(document, passages, (0, 0), 0).reading[1].table

    assert table
    written = table_of(table, "", "en")
    assert "<script" not in written
    assert "<b>" not in written
    assert written.count("</td>") == 4


def test_headings_stand_in_the_reading_view_at_their_level() -> None:
    draft = Draft()
    for line in (
        "Mills",
        "The mill ground rye until the war began.",
        "水闸",
        "水闸修好于一九一一年。",
    ):
        draft.add(line)
    document, passages = read(draft.loaded())
    outline = titled_lines(document.source, [(1, "Mills"), (2, " 水闸 ")], ())

    blocks = shown(document, passages, (0, 0), 0, outline).reading

    assert [(text_of(block), block.level) for block in blocks if block.level] == [
        ("Mills", 1), ("水闸", 2),
    ]  # fmt: skip
    assert "水闸修好" in text_of(blocks[-1])


def test_a_quote_that_begins_with_its_heading_is_marked_in_both() -> None:
    draft = Draft()
    draft.add("Opening hours")
    draft.add("The mill opens at nine.")
    document, passages = read(draft.loaded())
    whole = 0, len(document.source)

    blocks = shown(document, passages, whole, outline=[Titled(0, 13, 1)]).reading

    assert [block.level for block in blocks] == [1, 0]
    assert all(piece.quoted for block in blocks for piece in block.pieces)


WORDS = st.sampled_from(
    ["A bell. ", "第一句。", "\n\n", "Une  cloche ! ", "x" * 90, "Hours\n", "# 水閘\n"]
)


@given(st.lists(WORDS, min_size=1, max_size=30), st.data())
def test_with_any_headings_the_reading_view_says_the_same(
    words: list[str], data: st.DataObject
) -> None:
    source = "".join(words)
    document, passages = read(Loaded(source), "a.txt")
    lines = [Titled(at, at + 5, 2) for at in range(len(source)) if source.startswith("Hours", at)]
    chosen = data.draw(st.lists(st.sampled_from(lines), unique=True)) if lines else []
    quote = data.draw(st.integers(0, len(source))), len(source)

    plain = shown(document, passages, quote, 0).reading
    parted = shown(document, passages, quote, 0, sorted(chosen)).reading

    def marked(blocks: tuple[Block, ...], quoted: bool) -> str:
        pieces = (piece for block in blocks for piece in block.pieces if piece.quoted == quoted)
        return "".join("".join(piece.text.split()) for piece in pieces)

    assert marked(parted, True) == marked(plain, True)
    assert marked(parted, False) == marked(plain, False)


def test_word_says_which_paragraphs_are_headings_by_style_or_level(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("The Weaver's Guild", 0)
    document.add_heading("Droits d’entrée", 1)
    document.add_paragraph("An apprentice pays three florins.")
    document.add_heading("會費", 3)
    document.add_paragraph("Fees")
    target = io.BytesIO()
    document.save(target)
    (tmp_path / "guild.docx").write_bytes(target.getvalue())

    with Loaders() as loaders:
        headings = loaders.outline(".docx", target.getvalue())
        source = read_file(tmp_path, "guild.docx", loaders).source

    assert headings == [(1, "The Weaver's Guild"), (1, "Droits d’entrée"), (3, "會費")]
    assert [source[start:end] for start, end, _ in titled_lines(source, headings, ())] == [
        "The Weaver's Guild", "Droits d’entrée", "會費",
    ]  # fmt: skip


def test_a_file_without_headings_has_none() -> None:
    for suffix, content in ((".docx", docx_file("Text.")), (".html", b"<p>Text.</p>")):
        assert list(outline(suffix, content, Limits())) == []
    assert list(outline(".html", html_file("Mills", "Rye."), Limits())) == [(1, "Mills")]


def test_a_number_that_a_program_counts_before_a_heading_does_not_hide_it() -> None:
    source = "2.1 Fees\nThe fees are low.\n第三章 總則\nb) Hours\n1 Fees and more\n"

    titled = titled_lines(source, [(2, "Fees"), (1, "總則"), (3, "Hours")], ())

    assert [(source[start:end], level) for start, end, level in titled] == [
        ("2.1 Fees", 2), ("第三章 總則", 1), ("b) Hours", 3),
    ]  # fmt: skip


def test_a_cell_that_says_the_same_as_a_heading_is_a_cell() -> None:
    document, _ = fares(FARES)

    assert titled_lines(document.source, [(1, "Route | Adult | Child")], document.tables) == ()


def test_markdown_marks_its_headings_but_not_in_code() -> None:
    source = "# 水閘\n\n```\n# no heading\n```\n\n### Les roues\n#hashtag\n"

    assert [(source[start:end], level) for start, end, level in marked_lines(source)] == [
        ("# 水閘", 1), ("### Les roues", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("space", ["\n\n", "\n"])
def test_a_heading_that_begins_a_passage_is_a_heading(space: str) -> None:
    sections = [
        f"## {title}{space}" + f"The {title.lower()} of the island is told here at length. " * 9
        for title in ("Harbour", "Chapelle", "集市", "燈塔")
    ]
    text = "# The island\n\n" + "\n\n".join(sections)
    draft = Draft()
    draft.add(text)
    document, passages = read(draft.loaded(), "island.md")
    assert len(passages) > 1

    blocks = shown(document, passages, (0, 0), 0, marked_lines(document.source)).reading

    headings = [text_of(block) for block in blocks if block.level == 2]
    assert headings == ["Harbour", "Chapelle", "集市", "燈塔"]
