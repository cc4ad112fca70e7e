"""Workbooks: what every kind of place holds is read, tables are told apart, numbers are as shown."""

from __future__ import annotations

import base64
import datetime
import io
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter

from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loaders import load
from corpus.loaders.loaded import Loaded
from corpus.loaders.office.number_formats import shown, shown_text
from corpus.passages import read_document
from tests.makers import PIXEL, edited, with_parts, xlsx_file


def workbook(fill: Callable[[Any, Any], None], **options: object) -> Loaded:
    """The first sheet, "Ventes", filled by *fill(book, sheet)* and loaded."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, **options})
    fill(book, book.add_worksheet("Ventes"))
    book.close()
    return load(".xlsx", target.getvalue(), Limits())


def rows_of(loaded: Loaded) -> list[str]:
    _, passages = read_document(SourceFile("a.xlsx", "0", loaded))
    assert all(passage.view.borne_out_by(loaded.text) for passage in passages)
    return [passage.text for passage in passages]


def written(rows: list[list[object]], row: int = 0, column: int = 0) -> Callable[[Any, Any], None]:
    def fill(_book: Any, sheet: Any) -> None:  # noqa: ANN401
        for number, cells in enumerate(rows):
            sheet.write_row(row + number, column, cells)

    return fill


def test_every_kind_of_place_is_read() -> None:
    def fill(book: Any, sheet: Any) -> None:  # noqa: ANN401
        sheet.write_row(0, 0, ["Ville", "cellmark"])
        sheet.write_row(1, 0, ["Lille", 12])
        sheet.write_rich_string(2, 0, "rich", book.add_format({"bold": True}), "mark")
        sheet.write_formula(3, 0, '="formula"', None, "formulamark")
        sheet.write_boolean(3, 1, True)
        sheet.write_formula(4, 1, "=1/0", None, "#DIV/0!")
        sheet.write_row(5, 0, ["hiddenrowmark", 3])
        sheet.set_row(5, None, None, {"hidden": True})
        sheet.write_row(1, 2, ["hiddencolumnmark"])
        sheet.set_column(2, 2, None, None, {"hidden": True})
        sheet.write_url(6, 0, "https://example.org/", string="linkmark")
        sheet.write_comment(1, 1, "notemark: relevé à la main", {"author": "Odile"})
        sheet.insert_textbox(1, 5, "textboxmark")
        picture = base64.b64decode(PIXEL)
        image = {"image_data": io.BytesIO(picture), "description": "altmark"}
        sheet.insert_image(9, 5, "a.png", image)
        chart = book.add_chart({"type": "column"})
        series = {"categories": ["Ventes", 1, 0, 1, 0], "values": ["Ventes", 1, 1, 1, 1]}
        chart.add_series({"name": "seriesmark", **series})
        chart.set_title({"name": "chartmark"})
        sheet.insert_chart(12, 5, chart)
        hidden = book.add_worksheet("Cachée")
        hidden.write(0, 0, "hiddensheetmark")
        hidden.hide()

    loaded = workbook(fill)

    for mark in (
        *("cellmark", "richmark", "formulamark", "hiddenrowmark", "hiddencolumnmark", "linkmark"),
        *("💬 Lille · 12 · notemark", "textboxmark", "🖼 altmark", "seriesmark", "chartmark"),
        *("hiddensheetmark", "TRUE", "#DIV/0!"),
    ):
        assert mark in loaded.text, mark
    assert loaded.kept.share == 1
    assert [part.name for part in loaded.parts] == ["Ventes", "Cachée"]
    assert [note.told("en") for note in loaded.notes] == [
        "the sheet Cachée is hidden and was read all the same"
    ]


def test_heads_of_printed_pages_and_prompts_for_input_are_not_read() -> None:
    def fill(_book: Any, sheet: Any) -> None:  # noqa: ANN401
        sheet.write(0, 0, "Lille")
        sheet.set_header("&Cheadmark")
        prompt = {"validate": "any", "input_title": "promptmark", "input_message": "promptmark"}
        sheet.data_validation(0, 0, 0, 0, prompt)

    assert workbook(fill).text == "Lille"


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("0.075", "0.00%", "7.50%"),
        ("7.4999999999999997E-2", "0.0%", "7.5%"),
        ("2.675", "0.00", "2.68"),
        ("1234567", "General", "1234567"),
        ("0.1", "General", "0.1"),
        ("0.33333333333333331", "General", "0.3333333333"),
        ("1234.5", '#,##0.00\\ "€"', "1,234.50 €"),
        ("1234.5", "#,##0.00 [$€-40C]", "1,234.50 €"),
        ("1234.5", "[$¥-804]#,##0", "¥1,235"),
        ("-1234.5", "#,##0.00_);[Red](#,##0.00)", "(1,234.50)"),
        ("0", '_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"?? "€"_-;_-@_-', "- €"),
        ("-5", '0" kg"', "-5 kg"),
        ("7", "000", "007"),
        ("320123456", "00 00 00 00 00", "03 20 12 34 56"),
        ("123456789", "000-00-0000", "123-45-6789"),
        ("2.25", "# ?/?", "2 1/4"),
        ("0.4", "?/10", "4/10"),
        ("12345.678", "0.00E+00", "1.23E+04"),
        ("1234567", '0.0,,"M"', "1.2M"),
        ("0", "0;-0;;@", ""),
        ("12", '[<100]"few";[>=100]"many"', "few"),
        ("45356", "dd/mm/yyyy", "2024-03-05"),
        ("45356.604166666664", "d mmm yy h:mm", "2024-03-05 14:30"),
        ("45356", "mmm-yy", "2024-03"),
        ("45356", 'yyyy"年"m"月"d"日"', "2024-03-05"),
        ("0.604166666664", "h:mm AM/PM", "14:30"),
        ("1.1458333333333333", "[h]:mm", "27:30"),
        ("-45356", "dd/mm/yyyy", "-45356"),
        ("1E+300", "0.00", "1E+300"),
        ("12 €", "0.00", "12 €"),
    ],
)
def test_a_number_is_shown_under_its_format(number: str, code: str, text: str) -> None:
    assert shown(number, code) == text


def test_days_can_be_counted_from_1904_and_texts_have_formats_too() -> None:
    assert shown("43894", "yyyy-mm-dd", True) == "2024-03-05"
    assert shown_text("12", '0;-0;0;"lot "@') == "lot 12"


def test_formats_of_cells_are_found_in_the_styles() -> None:
    def fill(book: Any, sheet: Any) -> None:  # noqa: ANN401
        sheet.write_row(0, 0, ["Année", "Taux", "Prix", "Jour", "Durée"])
        values = [2023, 0.075, 1234.5, datetime.date(2024, 3, 5), datetime.timedelta(hours=27.5)]
        codes = ["0", "0.00%", '#,##0.00 "€"', "d mmmm yyyy", "[h]:mm"]
        for at, (value, code) in enumerate(zip(values, codes, strict=True)):
            sheet.write(1, at, value, book.add_format({"num_format": code}))

    assert rows_of(workbook(fill)) == [
        "Année: 2023 · Taux: 7.50% · Prix: 1,234.50 € · Jour: 2024-03-05 · Durée: 27:30"
    ]


def test_merged_names_hold_for_all_their_columns_and_rows() -> None:
    def fill(_book: Any, sheet: Any) -> None:  # noqa: ANN401
        sheet.merge_range("C5:G5", "参观人数")
        sheet.merge_range("C6:C7", "城市")
        sheet.merge_range("D6:E6", "2022")
        sheet.merge_range("F6:G6", "2023")
        sheet.write_row("D7", ["成人", "儿童", "成人", "儿童"])
        sheet.write_row("C8", ["里尔", 1200, 340, 1500, 410])
        sheet.merge_range("C9:C10", "梅斯")
        sheet.write_row("D9", [800, 210, 950, 260])
        sheet.write_row("D10", [1, 2, 3, 4])

    loaded = workbook(fill)

    assert rows_of(loaded)[0] == (
        "参观人数 · 城市: 里尔 · 2022 / 成人: 1200 · 2022 / 儿童: 340 · 2023 / 成人: 1500 · 2023 / 儿童: 410"
    )
    assert rows_of(loaded)[2].startswith("参观人数 · 城市: 梅斯 · 2022 / 成人: 1")
    assert [row.number for row in loaded.tables[0].rows] == [8, 9, 10]


def test_tables_below_and_beside_each_other_are_apart_and_have_their_captions() -> None:
    left: list[list[object]] = [["Visiteurs par ville"], [], ["Ville", "Entrées"], ["Lille", 12]]
    below: list[list[object]] = [["Salle", "Places"], ["Nord", 40], ["Source : la mairie"]]

    def fill(book: Any, sheet: Any) -> None:  # noqa: ANN401
        written([*left, [], ["Places par salle"], *below])(book, sheet)
        written([["Mois", "Jours"], ["mai", 31]], 2, 3)(book, sheet)

    loaded = workbook(fill)

    assert [table.name for table in loaded.tables] == [
        *("Visiteurs par ville", "Ventes", "Places par salle"),
    ]
    texts = rows_of(loaded)
    for row in ("Ville: Lille · Entrées: 12", "Mois: mai · Jours: 31"):
        assert row in texts
    assert any("Salle: Nord · Places: 40" in text for text in texts)
    assert not any("Salle: Source" in text for text in texts)


def test_a_table_goes_on_after_a_blank_row_and_the_title_of_a_section() -> None:
    rows: list[list[object]] = [
        ["", "2022", "2023"],
        ["Transport"],
        ["Train", 5, 6],
        [],
        ["Culture"],
        [],
        ["Musée", 7, 8],
    ]

    loaded = workbook(written(rows))

    assert len(loaded.tables) == 1
    assert rows_of(loaded) == [
        "Transport · Train · 2022: 5 · 2023: 6",
        "Culture · Musée · 2022: 7 · 2023: 8",
    ]


def test_a_table_that_the_file_defines_has_the_header_that_it_says() -> None:
    def fill(_book: Any, sheet: Any) -> None:  # noqa: ANN401
        sheet.add_table("B2:C4", {"data": [["a", "b"], ["c", "d"]], "columns": [
            {"header": "2023"}, {"header": "2024"}]})  # fmt: skip
        sheet.write_row(1, 4, ["beside", "it"])

    assert "2023: a · 2024: b" in rows_of(workbook(fill))


def test_bold_labels_in_the_first_column_are_no_header() -> None:
    def fill(book: Any, sheet: Any) -> None:  # noqa: ANN401
        bold = book.add_format({"bold": True})
        for row, cells in enumerate([("合約編號", "KX-2291"), ("期限", "三年")]):
            sheet.write(row, 0, cells[0], bold)
            sheet.write(row, 1, cells[1])

    assert rows_of(workbook(fill)) == ["合約編號 · KX-2291", "期限 · 三年"]


def test_cells_with_line_feeds_stay_in_their_row() -> None:
    rows: list[list[object]] = [["January-June\n2023", "Sales\n(a)"], ["Coffee\nshops", 3128]]

    assert rows_of(workbook(written(rows))) == ["January-June 2023: Coffee shops · Sales (a): 3128"]


def test_far_cells_and_endless_merged_ranges_cost_nothing() -> None:
    merged = '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    far = '<row r="1048576"><c r="XFD1048576"><v>7</v></c></row>'
    content = edited(
        xlsx_file(A=[["Nom", "Âge"], ["Ada", 36]]),
        lambda _, part: part.replace("</sheetData>", far + merged),
    )

    assert load(".xlsx", content, Limits()).text == "Nom | Âge\nAda | 36\n\nNom | 7"


def test_a_workbook_of_the_strict_form_is_read() -> None:
    transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"

    content = edited(
        xlsx_file(A=[["Nom", "Âge"], ["Ada", 36]]),
        lambda _, part: part.replace(transitional, strict),
    )

    assert "Ada | 36" in load(".xlsx", content, Limits()).text


def test_cells_without_references_stand_one_after_the_other() -> None:
    content = edited(
        xlsx_file(A=[["Nom", "Âge"], ["Ada", 36]]),
        lambda _, part: part.replace(' r="A1"', "").replace(' r="B1"', "").replace(' r="1"', ""),
    )

    assert load(".xlsx", content, Limits()).text == "Nom | Âge\nAda | 36"


def test_a_thread_of_comments_is_read_instead_of_what_repeats_it_for_old_programs() -> None:
    threads = (
        '<r><threadedComment ref="B2"><text>chiffre provisoire</text></threadedComment>'
        '<threadedComment ref="B2"><text>confirmé en mai</text></threadedComment></r>'
    )
    notes = '<r><comment ref="B2"><text><t>[Threaded comment] update Excel</t></text></comment></r>'
    content = with_parts(
        xlsx_file(A=[["Ville", "Entrées"], ["Lille", 12]]),
        "xl/worksheets/sheet1.xml",
        {"xl/t1.xml": ("threadedComment", threads), "xl/c1.xml": ("comments", notes)},
    )

    loaded = load(".xlsx", content, Limits())

    assert loaded.text.endswith(
        "💬 Lille · 12 · chiffre provisoire\n\n💬 Lille · 12 · confirmé en mai"
    )
    assert "update Excel" not in loaded.text
    assert loaded.kept.share == 1


def test_a_sheet_that_is_a_chart_is_read() -> None:
    def fill(book: Any, sheet: Any) -> None:  # noqa: ANN401
        written([["Ville", "Entrées"], ["Lille", 12]])(book, sheet)
        chart = book.add_chart({"type": "bar"})
        place = {"categories": ["Ventes", 1, 0, 1, 0], "values": ["Ventes", 1, 1, 1, 1]}
        chart.add_series({"name": "seriesmark", **place})
        book.add_chartsheet("Graphique").set_chart(chart)

    loaded = workbook(fill)

    assert [part.name for part in loaded.parts] == ["Ventes", "Graphique"]
    assert "seriesmark" in loaded.text
