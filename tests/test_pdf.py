from __future__ import annotations

import re
from collections import deque
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Table
from corpus.errors import UnreadableFileError
from corpus.kept import kept
from corpus.loaders.loaded import Loaded
from corpus.loaders.pdf.loader import load, picture, visible
from corpus.ocr.recognition import Line, Word
from tests.pdfs import Page, pdf

TOWER = ("The lighthouse stands on", "the northern point and", "was lit in the year 1887.")
HARBOUR = ("The harbour has a quay", "of granite, four cranes", "and a pilot station.")
PHARE = ("Le phare, dressé à la", "pointe nord de l’île,", "fut allumé en été 1887.")
PORT = ("Le port possède un quai", "de granit, quatre grues", "et une vigie abritée.")
DENGTA = ("灯塔建在岛屿的北端，", "一八八七年开始点灯，", "高度达到三十二米。")
GANGKOU = ("港口的码头用花岗岩，", "设有四台起重机以及，", "一个引航员工作站。")
LANGUAGES = [(TOWER, HARBOUR, "F"), (PHARE, PORT, "F"), (DENGTA, GANGKOU, "Z")]


def read(*pages: Page, title: str = "") -> Loaded:
    return load(pdf(*pages, title=title), ".pdf", {})


def names(loaded: Loaded, table: Table) -> list[str]:
    return [" / ".join(loaded.text[start:end] for start, end in spans) for spans in table.columns]


def cells(loaded: Loaded, table: Table) -> list[list[str]]:
    return [[loaded.text[start:end] for start, end in row.cells] for row in table.rows]


@pytest.mark.parametrize(("left", "right", "font"), LANGUAGES)
def test_columns_are_read_one_after_the_other_though_the_file_goes_row_by_row(
    left: tuple[str, ...], right: tuple[str, ...], font: str
) -> None:
    page = Page()
    page.text(60, 60, "1887", 18)
    page.rows((60, 200), 100, zip(left, right, strict=True), font=font, pitch=12)

    assert read(page).text.split("\n") == ["1887", *left, *right]


def test_a_heading_comes_before_the_columns_under_it_and_a_note_after_them() -> None:
    page = Page()
    page.lines(60, 130, TOWER)
    page.text(60, 100, "What stands on the island and in its harbour, seen", 14)
    page.text(60, 260, "All heights are given above the mean level of the sea")
    page.lines(240, 130, HARBOUR)

    assert read(page).text.split("\n")[1:-1] == [*TOWER, *HARBOUR]


def test_a_line_of_a_sidebar_stands_in_no_line_of_the_text() -> None:
    page = Page()
    aside = ("Opening hours", "Monday 9 to 12", "Sunday closed")
    for at in range(12):
        page.text(60, 100 + 12 * at, f"Line {at} of a text that goes on and on for a while")
        if at in (3, 4, 5):
            page.text(400, 100 + 12 * at, aside[at - 3])

    lines = read(page).text.split("\n")
    assert [line for line in lines if line.startswith("Line")] == lines[:12]
    assert lines[12:] == list(aside)


@pytest.mark.parametrize(
    ("word", "raised", "after"),
    [("1", "er", " janvier"), ("the 2", "nd", " of May"), ("sea", "3", " level")],
)
def test_raised_letters_stay_in_their_line(word: str, raised: str, after: str) -> None:
    page = Page()
    page.drawn.append(
        f"BT /F 11 Tf 60 700 Td ({word}) Tj 4 Ts /F 7 Tf ({raised}) Tj 0 Ts /F 11 Tf ({after}) Tj ET"
    )

    assert read(page).text == word + raised + after


def test_letters_set_apart_close_up_and_letters_of_a_list_do_not() -> None:
    page = Page()
    for at, letter in enumerate("CONTENTS"):
        page.text(60 + 13 * at, 100, letter, 11)
    page.text(60, 140, "Blood groups A B C D E are told")

    assert read(page).text.split("\n") == ["CONTENTS", "Blood groups A B C D E are told"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_whose_text_is_turned_is_read_line_by_line(turn: int) -> None:
    page, step = Page(rotate=360 - turn), {90: (-12, 0), 180: (0, -12), 270: (12, 0)}[turn]
    for at, line in enumerate((*TOWER, *HARBOUR)):
        page.text(300 + at * step[0], 400 + at * step[1], line, turn=turn)

    assert read(page).text.split("\n") == [*TOWER, *HARBOUR]


def test_what_is_turned_beside_the_text_comes_after_it() -> None:
    page = Page()
    page.text(40, 300, "Draft of the third edition", turn=270)
    page.lines(60, 100, TOWER)
    page.text(300, 500, "not for sale", turn=45)

    assert read(page).text.split("\n") == [*TOWER, "Draft of the third edition", "not for sale"]


def test_chinese_written_downwards_is_read_from_the_right() -> None:
    page = Page()
    for at, line in enumerate(DENGTA):
        page.text(400 - 30 * at, 100, line, 12, "V")

    assert read(page).text.split("\n") == list(DENGTA)


def test_running_heads_and_page_numbers_are_residue_wherever_the_file_has_them() -> None:
    pages = []
    for number in range(1, 5):
        page = Page()
        page.text(300, 800, str(number))
        text = deque((*TOWER, *HARBOUR, "This is what the page says."))
        text.rotate(number)
        page.lines(60, 100, text)
        page.text(200, 40, "Report of the lighthouse board")
        pages.append(page)
    loaded = read(*pages)

    gone = [loaded.text[start:end].strip() for start, end in loaded.residue]
    assert gone == [one for number in "1234" for one in ("Report of the lighthouse board", number)]


def test_hyphens_at_the_ends_of_lines_stay() -> None:
    page = Page()
    page.lines(60, 100, ("The keeper is Anne-", "Marie Lenoir, who is mar-", "ried."))

    assert read(page).text == "The keeper is Anne-\nMarie Lenoir, who is mar-\nried."


def grid(page: Page, across: tuple[float, ...], down: tuple[float, ...]) -> None:
    for x in across:
        page.rule(x, down[0], x, down[-1])
    for y in down:
        page.rule(across[0], y, across[-1], y)


def test_a_ruled_table_is_one_with_its_merged_header_and_cells_of_two_lines() -> None:
    page = Page()
    page.rule(60, 100, 420, 100)
    page.rule(180, 120, 420, 120)
    for y in (140, 180, 200):
        page.rule(60, y, 420, y)
    for x in (60, 180, 420):
        page.rule(x, 100, x, 200)
    page.rule(300, 120, 300, 200)
    page.text(65, 125, "Season")
    page.text(230, 114, "Price in euro")
    page.rows(
        (65, 200, 320),
        134,
        [("", "Adults", "Children"), ("Winter, from", "7.50", "3.00")],
        pitch=20,
    )
    page.text(65, 167, "November on")
    page.rows((65, 200, 320), 194, [("Summer", "9.00", "4.50")])
    loaded = read(page)

    [table] = loaded.tables
    assert names(loaded, table) == ["Season", "Price in euro / Adults", "Price in euro / Children"]
    assert cells(loaded, table) == [
        ["Winter, from November on", "7.50", "3.00"],
        ["Summer", "9.00", "4.50"],
    ]


def test_tables_below_each_other_in_one_frame_have_their_own_names() -> None:
    page = Page()
    for y in range(100, 241, 20):
        page.rule(60, y, 420, y)
    for x in (60, 180, 300, 420):
        for top, bottom in ((100, 160), (180, 240)):
            page.rule(x, top, x, bottom)
    page.rule(60, 160, 60, 180)
    page.rule(420, 160, 420, 180)
    first, second = (
        TOWNS["en"][1][:3],
        [("Ship", "Length", "Crew"), ("Alba", "31.5", "12"), ("Bora", "8.2", "3")],
    )
    page.rows((65, 190, 310), 114, first, pitch=20)
    page.text(65, 174, "Ships that call at the towns")
    page.rows((65, 190, 310), 194, second, pitch=20)
    loaded = read(page)

    towns, ships = loaded.tables
    assert (names(loaded, towns), names(loaded, ships)) == (list(first[0]), list(second[0]))
    assert cells(loaded, ships) == [list(row) for row in second[1:]]
    assert [loaded.text[start:end] for start, end in ships.above] == [
        "Ships that call at the towns"
    ]


TOWNS = {
    "en": ("F", [("Town", "Visitors", "Guides"), ("Arden", "1,204", "12"), ("Brill", "87", "3"), ("Corran", "15,530", "140")]),
    "fr": ("F", [("Ville", "Visiteurs", "Guides"), ("Évron", "1 204", "12"), ("Crécy", "87", "3"), ("Thônes", "15 530", "140")]),
    "zh-Hans": ("Z", [("城市", "游客", "导游"), ("安阳", "1204", "12"), ("宝鸡", "87", "3"), ("长治", "15530", "140")]),
    "zh-Hant": ("T", [("城市", "遊客", "導遊"), ("臺南", "1204", "12"), ("嘉義", "87", "3"), ("臺東", "15530", "140")]),
}  # fmt: skip


@pytest.mark.parametrize("language", TOWNS)
@pytest.mark.parametrize("right", [False, True])
def test_aligned_figures_without_rules_are_a_table(language: str, right: bool) -> None:
    font, rows = TOWNS[language]
    page = Page()
    page.text(60, 100, "2019")
    for number, row in enumerate(rows):
        for x, cell in zip((60, 200, 300), row, strict=True):
            width = 5.56 * len(cell) if right and x > 60 and number else 0
            page.text(x + (50 - width if width else 0), 130 + 14 * number, cell, font=font)
    loaded = read(page)

    [table] = loaded.tables
    assert names(loaded, table) == list(rows[0])
    assert cells(loaded, table) == [list(row) for row in rows[1:]]


def test_an_empty_cell_is_empty_and_a_label_of_two_lines_is_one() -> None:
    page = Page()
    rows = [("Name", "Opened", "Height", "Remark"), ("North light", "1887", "32 m", ""),
            ("Lower light of the", "", "", ""), ("old harbour", "1902", "", "red"), ("Pier", "", "8 m", "green")]  # fmt: skip
    page.rows((60, 200, 280, 360), 100, rows, pitch=13)
    loaded = read(page)

    [table] = loaded.tables
    assert cells(loaded, table) == [
        ["North light", "1887", "32 m", ""],
        ["Lower light of the old harbour", "1902", "", "red"],
        ["Pier", "", "8 m", "green"],
    ]


def test_a_table_that_goes_on_has_the_names_of_its_columns_on_the_next_page_too() -> None:
    first, second = Page(), Page()
    rows = [(f"Town {at}", str(100 + at), str(at)) for at in range(8)]
    first.rows((60, 200, 300), 700, [("Town", "Visitors", "Guides"), *rows[:4]])
    second.rows((60, 200, 300), 60, rows[4:])
    second.lines(60, 300, TOWER)
    loaded = read(first, second)

    before, after = loaded.tables
    assert names(loaded, after) == names(loaded, before) == ["Town", "Visitors", "Guides"]
    assert after.rows[0].number == before.rows[-1].number + 1
    assert cells(loaded, after) == [list(row) for row in rows[4:]]


def test_a_table_is_called_by_its_caption() -> None:
    page = Page()
    page.text(60, 100, "Table 4: Visitors of the towns")
    page.text(60, 114, "(thousands)")
    page.rows((60, 200, 300), 140, TOWNS["en"][1])

    assert read(page).tables[0].name == "Table 4: Visitors of the towns"


NO_TABLES = {
    "columns of prose": [((60, 240), [*zip(TOWER, HARBOUR, strict=True)] * 3)],
    "columns of prose with years": [((60, 240), [*zip(PHARE, TOWER, strict=True)] * 3)],
    "numbered points": [((60, 80), [(f"{at}.", f"Point {at} of the agenda") for at in range(1, 7)])],
    "lines with numbers": [((60, 90), [(str(at), line) for at, line in enumerate(TOWER * 2)])],
    "table of contents": [((60, 500), [(f"Chapter {at} ................", str(at)) for at in range(1, 7)])],
    "terms": [((60, 200), [("Quay", "where ships lie alongside and are unloaded by cranes"),
                           ("Pilot", "who brings the ships into the harbour, at any hour"),
                           ("Vigie", "from where the sea is watched by day and by night")])],
}  # fmt: skip


@pytest.mark.parametrize("kind", NO_TABLES)
def test_what_is_no_table_is_not_made_one(kind: str) -> None:
    page = Page()
    for across, rows in NO_TABLES[kind]:
        page.rows(across, 100, rows, pitch=12)

    assert read(page).tables == ()


def test_a_frame_around_text_is_no_table() -> None:
    page = Page()
    grid(page, (50, 220, 400), (80, 150))
    page.lines(60, 100, TOWER)
    page.lines(230, 100, HARBOUR)

    assert read(page).tables == ()


def test_a_drawing_of_boxes_is_no_table() -> None:
    page = Page()
    for at, word in enumerate(("Request", "Check", "Answer")):
        grid(page, (60 + 130 * at, 150 + 130 * at), (100 + 40 * at, 130 + 40 * at))
        page.text(70 + 130 * at, 118 + 40 * at, word)
        page.rule(150 + 130 * at, 115 + 40 * at, 235 + 130 * at, 115 + 40 * at)
        page.rule(235 + 130 * at, 115 + 40 * at, 235 + 130 * at, 140 + 40 * at)

    assert read(page).tables == ()


def test_every_place_of_a_page_is_read() -> None:
    page = Page()
    page.text(60, 40, "headword")
    page.text(60, 100, "titleword", 20)
    page.lines(60, 140, ("bodyword", "otherword"))
    page.text(300, 140, "sideword")
    page.text(60, 820, "footword", 7)
    page.text(580, 400, "turnedword", turn=90)
    page.text(300, 600, "slantedword", turn=30)
    page.drawn.append("3 Tr BT /F 9 Tf 60 300 Td (unseenword) Tj ET 0 Tr")
    page.field(60, 600, "fieldword")
    page.remark(60, 650, "remarkword")
    content = pdf(page)

    text = load(content, ".pdf", {}).text
    read_words = set(re.findall(r"\w+word", text))
    assert read_words == {
        *("headword", "titleword", "bodyword", "otherword", "sideword", "footword", "turnedword"),
        *("slantedword", "unseenword", "fieldword", "remarkword"),
    }
    assert kept(text, visible(content)).share == 1
    # A field or remark is shown where it stands.
    assert text.index("otherword") < text.index("fieldword") < text.index("footword")


def test_what_the_layout_lost_shows_in_what_was_kept() -> None:
    page = Page()
    page.lines(60, 100, TOWER)
    content = pdf(page)
    text = load(content, ".pdf", {}).text

    assert kept(text.replace("northern", ""), visible(content)).in_part
    assert "northern" in kept(text.replace("northern", ""), visible(content)).missing[0]


@pytest.mark.parametrize("lines", [TOWER * 3, [line for at in range(4) for line in HARBOUR]])
def test_a_font_that_does_not_say_its_letters_leaves_the_page_to_ocr(
    lines: tuple[str, ...],
) -> None:
    good, bad = Page(), Page()
    good.lines(60, 100, TOWER)
    bad.lines(60, 100, lines, font="S")
    content = pdf(good, bad)
    loaded = load(content, ".pdf", {})

    assert loaded.scans == (2,)
    assert loaded.text == "\n".join(TOWER)
    assert [note.code for note in loaded.notes] == ["note_page_illegible"]
    assert visible(content).split() == " ".join(TOWER).split()


def test_a_scan_may_carry_a_few_characters() -> None:
    page, blank = Page(), Page()
    page.picture(0, 0, 595, 842)
    page.text(500, 830, "No 17")
    loaded = read(page, blank)

    assert loaded.scans == (1,)
    assert [note.code for note in loaded.notes] == ["note_page"]


def test_what_ocr_read_on_a_page_stands_in_its_place_with_its_boxes() -> None:
    good, bad = Page(), Page()
    good.lines(60, 100, TOWER)
    bad.lines(60, 100, HARBOUR * 3, font="S")
    word = Word(0, 7, (60, 92, 90, 104), 0.9)
    loaded = load(pdf(bad, good), ".pdf", {1: (Line("Harbour", word.box, 0.9, (word,)),)})

    assert loaded.text.split() == ["Harbour", *" ".join(TOWER).split()]
    assert (loaded.scans, loaded.notes) == ((), ())
    assert [loaded.text[it.start : it.end] for it in loaded.recognised] == ["Harbour"]


def test_a_file_of_blank_pages_holds_no_text() -> None:
    with pytest.raises(UnreadableFileError, match="no text"):
        read(Page(), Page())


def test_the_picture_of_a_page_says_its_resolution() -> None:
    page = Page(rotate=90)
    page.picture(0, 0, 595, 842)
    drawn = picture(pdf(page), ".pdf", 1)

    assert drawn.startswith(b"\x89PNG")
    width, height = (int.from_bytes(drawn[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (842 * 3, 595 * 3)
    assert b"pHYs" in drawn


TITLED = {
    "Lights of the North Coast": ("Lights of the North Coast", "Lights of the North Coast"),
    "Microsoft Word - north_final2.doc": ("Lights of the North", "Lights of the North"),
    "Annual report of a former client": ("Lights of the North", "Lights of the North"),
    "untitled": ("9", ""),
    "": ("Phares de la côte nord", "Phares de la côte nord"),
}


@pytest.mark.parametrize("stated", TITLED)
def test_the_title_is_that_of_the_metadata_where_it_stands_on_the_page_else_the_largest_type(
    stated: str,
) -> None:
    shown, expected = TITLED[stated]
    page = Page()
    page.text(500, 40, "9", 30)
    page.text(60, 90, shown, 20)
    page.lines(60, 140, TOWER * 3)

    assert [heading.title for heading in read(page, title=stated).headings] == [expected] * bool(
        expected
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(20, 500), st.integers(40, 800), st.sampled_from([6, 10, 14]),
            st.sampled_from([0, 0, 0, 90, 180, 270, 33]),
        ),
        min_size=1, max_size=40,
    ),
    st.lists(st.tuples(*[st.integers(0, 590)] * 2, *[st.integers(0, 840)] * 2), max_size=8),
)  # fmt: skip
def test_wherever_words_stand_each_is_read_once(
    places: list[tuple[int, int, int, int]], rules: list[tuple[int, int, int, int]]
) -> None:
    page = Page()
    for at, (x, y, size, turn) in enumerate(places):
        page.text(x, y, chr(0x4E00 + 40 * at), size, "Z", turn)
    for left, right, top, bottom in rules:
        page.rule(left, top, right, top)
        page.rule(left, top, left, bottom)
    # One character may lie on another, and PDFium takes the same at the same place for one.
    shown = {chr(0x4E00 + 40 * at) for at in range(len(places))}

    text = read(page).text
    assert set(re.findall(r"[\u4e00-\u9fff]", text)) == shown


@given(st.lists(st.integers(1, 40), min_size=2, max_size=12), st.integers(12, 30))
@settings(max_examples=40, deadline=None)
def test_one_column_is_read_from_top_to_bottom(lengths: list[int], pitch: int) -> None:
    page = Page()
    lines = [f"n{at} " + "word " * length for at, length in enumerate(lengths)]
    for at in reversed(range(len(lines))):
        page.text(60, 60 + pitch * at, lines[at], 8)

    found = [int(one) for one in re.findall(r"n(\d+)", read(page).text)]
    assert all(before < after for before, after in pairwise(found))
    assert len(found) == len(lines)
