"""A table reads row by row, each value under the name of its column, and every value is found again."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document, Passage
from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loaders import load
from corpus.loaders.loaded import Draft
from corpus.loaders.tables import Grid, header_depth
from corpus.passages import read_document
from corpus.table_view import cells

FARES = "Line,Season,Adult,Bicycle\nOuessant,été,12 €,4 €\nOuessant,hiver,8 €,3 €\n"


def read_csv(text: str) -> tuple[Document, list[Passage]]:
    loaded = load(".csv", text.encode(), Limits())
    return read_document(SourceFile("a.csv", "0", loaded))


def read_grid(*rows: list[str], header: int | None = None) -> tuple[Document, list[Passage]]:
    draft = Draft()
    draft.table(Grid(rows, header))
    return read_document(SourceFile("a.xlsx", "0", draft.loaded()))


def test_a_row_reads_under_the_names_of_its_columns_and_is_quoted_as_it_stands() -> None:
    document, passages = read_csv(FARES)

    assert [passage.text for passage in passages] == [
        "Line: Ouessant · Season: été · Adult: 12 € · Bicycle: 4 €",
        "Line: Ouessant · Season: hiver · Adult: 8 € · Bicycle: 3 €",
    ]
    start, end = passages[1].source_span
    assert document.source[start:end] == "Ouessant,hiver,8 €,3 €"
    assert document.source == FARES


def test_each_value_of_the_reading_view_is_mapped_to_its_cell() -> None:
    document, passages = read_csv(FARES)
    view = passages[0].view

    found = {
        view.text[slice(*cell.name)]: document.source[slice(*view.source_span(*cell.value))]
        for cell in cells(view)
    }

    assert found == {"Line": "Ouessant", "Season": "été", "Adult": "12 €", "Bicycle": "4 €"}


def test_a_header_alone_is_no_passage_and_its_borrowed_names_are_checked() -> None:
    document, passages = read_csv(FARES)

    assert not any(passage.text.startswith("Line · Season") for passage in passages)
    assert all(passage.view.borne_out_by(document.source) for passage in passages)
    forged = document.source.replace("Bicycle", "Scooter")
    assert not any(passage.view.borne_out_by(forged) for passage in passages)


def test_names_in_two_rows_are_joined_and_a_merged_one_holds_for_all_its_columns() -> None:
    _, passages = read_grid(
        ["", "2023", "", "2024", ""],
        ["", "成人", "儿童", "成人", "儿童"],
        ["里尔", "1200", "340", "1500", "410"],
    )

    assert passages[0].text == (
        "里尔 · 2023 / 成人: 1200 · 2023 / 儿童: 340 · 2024 / 成人: 1500 · 2024 / 儿童: 410"
    )


def test_a_unit_above_all_columns_and_the_title_of_a_section_stand_before_a_row() -> None:
    _, passages = read_grid(
        ["", "", "(en millions d’euros)", ""],
        ["", "2019", "2018", "2017"],
        ["Transport :", "", "", ""],
        ["Train", "686", "692", "228"],
        ["Bus", "21", "20", "19"],
    )

    assert [passage.text for passage in passages] == [
        "(en millions d’euros) · Transport · Train · 2019: 686 · 2018: 692 · 2017: 228",
        "(en millions d’euros) · Transport · Bus · 2019: 21 · 2018: 20 · 2017: 19",
    ]


@pytest.mark.parametrize(
    ("rows", "depth"),
    [
        ([["Name", "Role"], ["Ada", "keeper"]], 0),
        ([["Name", "Role", "Since"], ["Ada", "keeper", "May"]], 1),
        ([["職務", "副經理"], ["姓名", "林大明"], ["電話", "4470"]], 0),
        (
            [
                ["Exercice 2023", "", ""],
                ["Arrêté en mai", "", ""],
                ["Poste", "Prévu", "Réel"],
                ["Voirie", "12 €", "13 €"],
            ],
            3,
        ),
        ([["Nom", "Téléphone"], ["Jean", "4470"], ["Anne", "4471"]], 1),
        ([["2019", "12"], ["2020", "13"]], 0),
        ([["", "2019", "2018"], ["Sales", "$ 5", "$ 6"]], 1),
        ([["", "Year ended", ""], ["", "2019", "2018"], ["Sales", "$ 5", "$ 6"]], 2),
        ([["年份", "产量", "价格"], ["2019", "12 吨", "¥ 8"], ["2020", "14 吨", "¥ 9"]], 1),
        ([["Visitors", "", ""], ["Town", "2023", "2024"], ["Lille", "3", "4"]], 2),
        ([["3", "4"]], 0),
        ([["节次", "上午", "上午"], ["节次", "第一节", "第二节"], ["周一", "语文", "数学"]], 2),
        ([["Contrat :", "KX-2291"], ["Durée :", "trois ans"]], 0),
        ([["Au 31 décembre :", "2019", "2018"], ["Recettes", "$ 5", "$ 6"]], 1),
    ],
)
def test_the_header_is_what_names_the_columns(rows: list[list[str]], depth: int) -> None:
    assert header_depth(rows) == depth


def test_a_cell_of_several_lines_reads_as_one() -> None:
    document, passages = read_csv('q,a\n"Reset\nit?","Hold the ""red"" one\r\nfor ten seconds."\n')

    assert passages[0].text == 'q: Reset it? · a: Hold the "red" one for ten seconds.'
    assert passages[0].view.borne_out_by(document.source)


def test_a_wide_row_goes_on_under_its_first_cell() -> None:
    names = ",".join(f"column number {number}" for number in range(40))
    values = ",".join(str(number * 1000) for number in range(1, 40))
    document, passages = read_csv(f"{names}\nBrest,{values}\nMolène,{values}\n")

    quotes = [passage.text[slice(*span)] for passage in passages for span in passage.sentences]
    assert all(
        quote.startswith(("Brest", "column number 0: ")) for quote in quotes[: len(quotes) // 2]
    )
    assert "column number 39: 39000" in passages[-1].text
    assert all(passage.view.borne_out_by(document.source) for passage in passages)


def test_names_behind_an_empty_row_begin_another_table() -> None:
    document, passages = read_csv(
        "Région,Ventes\nOuest,12\n\n\nLampe,Prix,Lieu\nÀ huile,4 €,Brest\n"
    )

    assert [passage.text for passage in passages] == [
        "Région: Ouest · Ventes: 12",
        "Lampe: À huile · Prix: 4 € · Lieu: Brest",
    ]
    assert [row.number for table in document.tables for row in table.rows] == [2, 6]


def test_a_cell_of_prose_is_read_with_its_row_and_without_a_name() -> None:
    answer = (
        "Hold the red button. "
        + "Then wait until the lamp has gone out and the pump is still. " * 3
    )
    document, passages = read_csv(
        f"question,answer\nHow do I reset it?,{answer}\nWho cleans it?,Ann\n"
    )

    first = passages[0]
    assert first.text.startswith("question: How do I reset it?\nHold the red button.")
    assert len(passages) == 2
    assert all(passage.view.borne_out_by(document.source) for passage in passages)


LONG = st.sampled_from(
    ["A cell of prose, which goes on. " * 5, "很长的一个单元格，" * 20, "x" * 200]
)
CELL = st.one_of(st.text(st.sampled_from('ab é里"\n,;3€'), max_size=12), LONG)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5))
def test_cells_are_those_that_the_csv_module_reads_and_passages_replay(
    rows: list[list[str]],
) -> None:
    target = io.StringIO()
    csv.writer(target, quoting=csv.QUOTE_ALL).writerows(rows)
    text = target.getvalue()
    loaded = load(".csv", text.encode(), Limits())
    document, passages = read_document(SourceFile("a.csv", "0", loaded))

    assert document.source == text
    assert all(passage.view.borne_out_by(text) for passage in passages)
    for table in document.tables:
        for row in table.rows:
            values = [text[slice(*span)].replace('""', '"') for span in row.cells]
            assert values == [cell.strip() for cell in rows[row.number - 1]]


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=6))
def test_any_grid_replays(rows: list[list[str]]) -> None:
    document, passages = read_grid(*rows)

    assert all(passage.view.borne_out_by(document.source) for passage in passages)
