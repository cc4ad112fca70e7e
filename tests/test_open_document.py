"""OpenDocument texts, sheets and slides: what is read of each place, and what is left out."""

from __future__ import annotations

import io
import zipfile

import pytest

from corpus.errors import UnreadableFileError
from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loaders import load
from corpus.loaders.loaded import Loaded
from corpus.loaders.open_document.styles import number_in
from corpus.passages import read_document
from tests.makers import HANS, HANT, zip_file
from tests.open_document import (
    frame,
    numbered,
    odp_file,
    ods_file,
    odt_file,
    paragraph,
    row,
    sheet,
)

HIDDEN = (
    '<style:style style:name="Gone" style:family="text"><style:text-properties text:display="none"/>'
    "</style:style>"
)
NOTE = (
    "<text:note><text:note-citation>7</text:note-citation><text:note-body>{}</text:note-body>"
    "</text:note>"
)
COMMENT = "<office:annotation><dc:creator>Ada</dc:creator><dc:date>2020-01-01</dc:date>{}</office:annotation>"
# A word in every kind of place; those in LEFT_OUT are not shown, or are no text of the document.
EVERYWHERE = odt_file(
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
    "<office:change-info><dc:creator>deletername</dc:creator></office:change-info>"
    f"{paragraph('deletedword')}</text:deletion></text:changed-region></text:tracked-changes>"
    '<office:forms><form:form><form:text form:label="formword"/></form:form></office:forms>'
    f"<text:table-of-content><text:index-body>{paragraph('contentsword')}</text:index-body></text:table-of-content>"
    '<text:h text:outline-level="1">headingword</text:h>'
    '<text:p>plainword <text:change-start text:change-id="c2"/>insertedword<text:change-end '
    'text:change-id="c2"/> <text:a xlink:href="x">linkword</text:a>'
    '<text:span text:style-name="Gone">hiddenword</text:span>'
    f"{NOTE.format(paragraph('footnoteword'))}{COMMENT.format(paragraph('commentword'))}"
    " <text:bookmark-ref>referenceword</text:bookmark-ref> <text:page-number>9</text:page-number>"
    '<text:hidden-text text:condition="x">conditionword</text:hidden-text>'
    "<text:ruby><text:ruby-base>baseword</text:ruby-base><text:ruby-text>rubyword</text:ruby-text></text:ruby>"
    "<draw:frame><draw:text-box><text:p>boxword</text:p></draw:text-box></draw:frame>"
    '<draw:frame><draw:image xlink:href="a.png"/><svg:title>titleword</svg:title><svg:desc>altword</svg:desc></draw:frame>'
    '<draw:custom-shape><text:p>shapeword</text:p></draw:custom-shape></text:p>'
    f'<text:section>{paragraph("sectionword")}</text:section>'
    f'<text:section text:display="none">{paragraph("shutword")}</text:section>'
    f"<text:list><text:list-header>{paragraph('listheadword')}</text:list-header>"
    f"<text:list-item>{paragraph('itemword')}<text:list><text:list-item>{paragraph('innerword')}"
    "</text:list-item></text:list></text:list-item></text:list>"
    + sheet(
        "T",
        row("columnword", "othercolumn"),
        row(
            f"<table:table-cell><text:list><text:list-item>{paragraph('celllistword')}</text:list-item>"
            f"</text:list>{sheet('U', row('nestedword', 'nestedother'))}</table:table-cell>",
            "cellword",
        ),
    )
    + '<text:p><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    '<draw:frame><draw:object xlink:href="./Object 2"/></draw:frame></text:p>'
    "<text:illustration-index><text:index-body><text:p>figureword</text:p></text:index-body></text:illustration-index>",
    styles=HIDDEN,
    heads=f"<style:header>{paragraph('headword')}</style:header><style:footer>{paragraph('footword')}"
    f"</style:footer><style:header-first>{paragraph('firstheadword')}</style:header-first>",
    **{
        "Object 1": "<office:body><office:chart><chart:chart><chart:title><text:p>chartword</text:p>"
        "</chart:title></chart:chart></office:chart></office:body>",
        "Object 2": "<math:math><math:mi>formulaword</math:mi><math:annotation>sourceword</math:annotation></math:math>",
    },
)  # fmt: skip
READ = (
    "headingword plainword insertedword linkword footnoteword commentword referenceword baseword"
    " rubyword boxword titleword altword shapeword sectionword listheadword itemword innerword"
    " columnword othercolumn celllistword nestedword cellword chartword formulaword figureword"
    " headword footword firstheadword"
).split()
LEFT_OUT = (
    "deletedword deletername formword contentsword hiddenword conditionword shutword sourceword"
).split()


def read(suffix: str, content: bytes) -> Loaded:
    return load(suffix, content, Limits())


def passages(suffix: str, content: bytes) -> list[str]:
    _, made = read_document(SourceFile(f"a{suffix}", "0", read(suffix, content)))
    return [passage.text for passage in made]


def test_a_word_in_every_place_of_a_text_is_read_and_what_is_not_shown_is_not() -> None:
    loaded = read(".odt", EVERYWHERE)

    assert [word for word in READ if word not in loaded.text] == []
    assert [word for word in LEFT_OUT if word in loaded.text] == []
    assert "💬 Ada: commentword" in loaded.text
    assert "🖼 titleword\n\n🖼 altword" in loaded.text
    assert loaded.kept.share == 1
    assert loaded.kept.visible > 200


def test_what_a_loader_loses_shows_in_what_was_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.loaders.open_document.text.Walk._comment", lambda *_: iter(()))

    assert read(".odt", EVERYWHERE).kept.missing == ("commentword",)


def test_a_note_stands_behind_its_paragraph_with_its_number() -> None:
    body = f"<text:p>{HANT}{NOTE.format(paragraph(HANS))}</text:p>{paragraph('Suite.')}"

    assert read(".odt", odt_file(body)).text == f"{HANT}\n\n7 {HANS}\n\nSuite."


def test_spaces_tabs_and_line_breaks_of_a_paragraph_are_kept_and_its_layout_is_not() -> None:
    body = (
        '<text:p>Le\n   phare<text:s text:c="2"/>rouge<text:tab/>1887<text:line-break/>fin</text:p>'
    )

    assert read(".odt", odt_file(body)).text == "Le phare  rouge\t1887\nfin"


ITEM = "<text:list-item>{}</text:list-item>"
LEGAL = numbered("L", ("1", "", ".", 1), ("a", "(", ")", 1), ("1", "", "", 2))


def items(*texts: str, start: str = "", **attributes: str) -> str:
    made = "".join(ITEM.format(text) for text in texts)
    extra = "".join(f' text:{key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f'<text:list text:style-name="L"{extra}>{made}</text:list>'


def test_items_of_a_list_have_the_numbers_that_the_document_shows() -> None:
    inner = paragraph("Durée") + items(paragraph("un an"), paragraph("deux ans"))
    body = items(paragraph("Objet"), inner, paragraph("Prix")) + paragraph("Note.")
    body += items(paragraph("Litiges"), continue_numbering="true")
    body += items(paragraph("Objet"))

    assert read(".odt", odt_file(body, LEGAL)).text.split("\n\n") == [
        *("1. Objet", "2. Durée", "(a) un an", "(b) deux ans", "3. Prix"),
        *("Note.", "4. Litiges", "1. Objet"),
    ]


def test_a_list_goes_on_from_another_by_its_name_and_from_a_number_that_it_states() -> None:
    body = (
        '<text:list xml:id="l1" text:style-name="L">'
        + ITEM.format(paragraph("un"))
        + "</text:list>"
    )
    body += items(paragraph("autre")) + items(paragraph("deux"), continue_list="l1")
    body += f'<text:list text:style-name="L"><text:list-item text:start-value="9">{paragraph("neuf")}</text:list-item>{ITEM.format(paragraph("dix"))}</text:list>'

    assert read(".odt", odt_file(body, LEGAL)).text.split("\n\n") == [
        *("1. un", "1. autre", "2. deux", "9. neuf", "10. dix")
    ]


def test_numbers_of_several_levels_and_of_headings_are_counted() -> None:
    deep = items(items(items(paragraph("a"), paragraph("b"))))
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="1"/></text:outline-style>'
    )
    headings = "".join(
        f'<text:h text:outline-level="{level}">{text}</text:h>'
        for level, text in [(1, "总则"), (2, "目的"), (1, "附则"), (2, "生效")]
    )

    assert read(".odt", odt_file(deep, LEGAL)).text.split("\n\n") == ["1.1 a", "1.2 b"]
    assert read(".odt", odt_file(headings, outline)).text.split("\n\n") == [
        *("一、 总则", "1. 目的", "二、 附则", "1. 生效")
    ]


@pytest.mark.parametrize(
    ("form", "number", "written"),
    [("1", 12, "12"), ("i", 14, "xiv"), ("I", 1999, "MCMXCIX"), ("a", 28, "bb"), ("A", 3, "C"),
     ("一, 二, 三, ...", 10, "十"), ("一, 二, 三, ...", 12, "十二"), ("一, 二, 三, ...", 35, "三十五"),
     ("甲, 乙, 丙, ...", 2, "乙"), ("①, ②, ③, ...", 3, "③"), ("?", 5, "5"), ("i", 0, "0")],
)  # fmt: skip
def test_a_number_is_written_as_its_style_says(form: str, number: int, written: str) -> None:
    assert number_in(form, number) == written


def test_bullets_are_marked() -> None:
    bullets = '<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="&#xE00C;"/></text:list-style>'

    assert read(".odt", odt_file(items(paragraph("phare")), bullets)).text == "• phare"


SPAN = '<table:table-cell table:number-columns-spanned="{}" table:number-rows-spanned="{}">{}</table:table-cell>'
COVERED = "<table:covered-table-cell>" + paragraph("coveredword") + "</table:covered-table-cell>"


def test_merged_cells_and_header_rows_name_what_is_under_them() -> None:
    head = [
        row(SPAN.format(1, 2, paragraph("Ligne")), SPAN.format(2, 1, paragraph("Tarif")), COVERED),
        row(COVERED, "Adulte", "Vélo"),
    ]
    body = sheet(
        "T",
        f"<table:table-header-rows>{''.join(head)}</table:table-header-rows>",
        row(SPAN.format(1, 2, paragraph("Ouessant")), "12,00 €", "4,00 €"),
        row(COVERED, "8,00 €", "3,00 €"),
    )

    assert passages(".odt", odt_file(body)) == [
        "Ligne: Ouessant · Tarif / Adulte: 12,00 € · Tarif / Vélo: 4,00 €",
        "Ligne: Ouessant · Tarif / Adulte: 8,00 € · Tarif / Vélo: 3,00 €",
    ]
    assert "coveredword" not in read(".odt", odt_file(body)).text


def test_a_table_whose_first_and_last_rows_are_empty_is_read() -> None:
    rows = [row("", ""), row("Port", "Hauteur"), row("Brest", "32"), row("", "")]

    assert "Brest | 32" in read(".odt", odt_file(sheet("T", *rows))).text


def test_heads_that_several_pages_have_in_common_are_read_once() -> None:
    head = f"<style:header>{paragraph('headword')}</style:header>"
    heads = f'{head}</style:master-page><style:master-page style:name="First">{head}'

    loaded = read(".odt", odt_file(paragraph(HANT), heads=heads))

    assert loaded.text == f"{HANT}\n\nheadword"
    assert loaded.kept.share == 1


def test_a_manifest_that_is_no_xml_is_no_hindrance() -> None:
    content = odt_file(paragraph(HANT)).replace(b"META-INF/manifest.xml", b"META-INF/manifest.xxx")
    with zipfile.ZipFile(target := io.BytesIO(content), "a") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest/>")

    assert read(".odt", target.getvalue()).text == HANT


def test_a_sheet_shows_its_figures_as_the_program_does_and_repeated_cells_each_time() -> None:
    value = '<table:table-cell office:value-type="percentage" office:value="0.075">{}</table:table-cell>'
    repeated = (
        f'<table:table-cell table:number-columns-repeated="2">{paragraph("n/a")}</table:table-cell>'
    )
    endless = '<table:table-cell table:number-columns-repeated="16381"/>'
    rows = [
        row("Year", "Rate", "Note", endless),
        row("2019", value.format(paragraph("7.50 %")), "x", endless),
    ]
    rows += [row("2020", repeated, endless), row(endless, times=3), row("2021", "8 %", "y")]

    content = ods_file(
        sheet("Rates", *rows, row(endless, times=1_048_000)) + sheet("Empty", row(endless))
    )
    loaded = read(".ods", content)

    assert passages(".ods", content) == [
        "Year: 2019 · Rate: 7.50 % · Note: x",
        "Year: 2020 · Rate: n/a · Note: n/a",
        "Year: 2021 · Rate: 8 % · Note: y",
    ]
    assert [row.number for row in loaded.tables[0].rows] == [2, 3, 7]
    assert loaded.tables[0].name == loaded.headings[0].title == "Rates"
    assert [part[1:] for part in loaded.parts] == [("sheet", "Rates")]


def test_a_table_far_below_another_is_one_of_its_own_with_its_place_in_the_sheet() -> None:
    first = [row("Port", "Height"), row("Brest", "32")]
    second = [row("Boat", "Length"), row("Enez", "45")]

    loaded = read(".ods", ods_file(sheet("S", *first, row("", times=200), *second)))

    assert [[row.number for row in table.rows] for table in loaded.tables] == [[2], [204]]


def test_a_sheet_is_taken_apart_as_other_workbooks_are() -> None:
    wide = SPAN.format(2, 1, paragraph("Tarif"))
    rows = [row("Tarifs des traversées vers les îles"), row(""), row("Ligne", wide, COVERED)]
    rows += [
        row("", "Adulte", "Vélo"),
        row(SPAN.format(1, 2, paragraph("Ouessant")), "12 €", "4 €"),
    ]
    rows += [row(COVERED, "8 €", "3 €"), row("Sein", "9 €", "3 €")]

    loaded = read(".ods", ods_file(sheet("S", *rows)))

    assert passages(".ods", ods_file(sheet("S", *rows)))[-2:] == [
        "Ligne: Ouessant · Tarif / Adulte: 8 € · Tarif / Vélo: 3 €",
        "Ligne: Sein · Tarif / Adulte: 9 € · Tarif / Vélo: 3 €",
    ]
    assert loaded.tables[0].name == "Tarifs des traversées vers les îles"
    assert [row.number for row in loaded.tables[0].rows] == [5, 6, 7]


def test_words_in_every_place_of_a_sheet_are_read() -> None:
    cell = f"<table:table-cell>{COMMENT.format(paragraph('commentword'))}{paragraph('cellword')}{frame('boxword')}</table:table-cell>"
    shapes = f"<table:shapes>{frame('shapeword')}</table:shapes>"
    chart = '<table:table-cell><draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></table:table-cell>'
    copied = f"<office:body><office:chart><chart:chart><chart:title>{paragraph('chartword')}</chart:title>{sheet('local', row('1887', '32'), row('a', 'b'))}</chart:chart></office:chart></office:body>"
    content = ods_file(
        f'<table:table table:name="S">{shapes}{row("nameword", "x")}{row(cell, chart)}</table:table>',
        **{"Object 1": copied},
    )

    loaded = read(".ods", content)

    words = "nameword cellword commentword boxword shapeword chartword".split()
    assert [word for word in words if word not in loaded.text] == []
    assert "1887" not in loaded.text
    assert loaded.text.startswith("nameword | x\ncellword")
    assert loaded.kept.share == 1


def test_slides_are_parts_in_the_order_of_their_places_with_their_notes() -> None:
    notes = f"<presentation:notes><draw:page-thumbnail/>{frame('notesword')}</presentation:notes>"
    first = (
        frame("rightword", 150, 60)
        + frame("leftword", 20, 62)
        + frame("titleword", 20, 90, "title")
    )
    group = f"<draw:g>{frame('groupedword')}</draw:g>"
    table = f'<draw:frame svg:y="99mm">{sheet("", row("Port", "Height"), row("Brest", "32"))}</draw:frame>'
    body = f'<presentation:footer-decl presentation:name="f">footerword</presentation:footer-decl><draw:page>{first}{notes}</draw:page><draw:page>{group}{table}</draw:page>'

    loaded = read(
        ".odp", odp_file(body, heads=frame("logoword") + frame("Click here", kind="title"))
    )

    assert loaded.text.split("\n\n") == [
        *("logoword", "footerword", "titleword", "leftword", "rightword", "notesword"),
        *("groupedword", "Port | Height\nBrest | 32"),
    ]
    assert [part[1:] for part in loaded.parts] == [("slide", "1"), ("slide", "2")]
    assert loaded.text[loaded.parts[1].start :].startswith("groupedword")
    assert loaded.kept.share == 1


def test_the_title_of_a_document_is_that_of_its_metadata() -> None:
    assert read(".odt", odt_file(paragraph(HANT), title="燈塔史")).headings[0].title == "燈塔史"


def refused(suffix: str, content: bytes) -> str:
    with pytest.raises(UnreadableFileError) as raised:
        read(suffix, content)
    return str(raised.value)


def test_a_document_with_a_password_or_without_a_body_is_explained() -> None:
    manifest = "<m><file-entry><encryption-data/></file-entry></m>"

    assert "holds no document" in refused(".odt", zip_file({"content.xml": "<a/>"}))
    assert "is encrypted" in refused(".odt", zip_file({"META-INF/manifest.xml": manifest}))


def test_a_sheet_that_says_it_has_a_billion_cells_is_refused_and_loads_nothing() -> None:
    cell = f'<table:table-cell table:number-columns-repeated="16384">{paragraph("x")}</table:table-cell>'

    with pytest.raises(MemoryError):
        read(".ods", ods_file(sheet("S", row(cell, times=1_048_576))))


def test_an_object_that_shows_itself_is_read_once_and_no_entity_is_expanded() -> None:
    shown = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    body = f"<text:p>{shown}{shown}</text:p>"
    inner = (
        f"<office:body><office:chart>{paragraph('chartword')}{shown}</office:chart></office:body>"
    )

    assert read(".odt", odt_file(body, **{"Object 1": inner})).text == "chartword"
