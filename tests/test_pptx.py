"""Presentations: what every kind of place holds is read, in the order of a reader's eye."""

from __future__ import annotations

import base64
import io
from typing import Any

import pptx
import pytest
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loaders import load
from corpus.loaders.loaded import Loaded
from corpus.loaders.office.slide_shapes import automatic
from corpus.passages import read_document
from tests.makers import PIXEL, edited, with_parts

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
TITLE_ONLY, TWO_CONTENT, COMPARISON = 5, 3, 4


class Slides:
    """A presentation in the making."""

    def __init__(self) -> None:
        self.presentation = pptx.Presentation()

    def slide(self, layout: int = TITLE_ONLY) -> Any:  # noqa: ANN401
        return self.presentation.slides.add_slide(self.presentation.slide_layouts[layout])

    def content(self) -> bytes:
        target = io.BytesIO()
        self.presentation.save(target)
        return target.getvalue()

    def loaded(self) -> Loaded:
        return load(".pptx", self.content(), Limits())


def chart_data(code: str) -> Any:  # noqa: ANN401
    return CategoryChartData(number_format=code)  # type: ignore[no-untyped-call]


def text_box(slide: Any, text: str, left: float, top: float, *size: float) -> Any:  # noqa: ANN401
    width, height = size or (2, 0.5)
    box = slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    box.text_frame.text = text
    return box


def test_every_kind_of_place_is_read() -> None:
    made = Slides()
    slide = made.slide()
    slide.shapes.title.text = "titlemark"
    text_box(slide, "boxmark", 1, 2)
    group = slide.shapes.add_group_shape()
    text_box(group, "groupmark", 1, 3)
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(4), Inches(3), Inches(1)).table
    table.cell(0, 0).text, table.cell(1, 1).text = "headermark", "cellmark"
    data: Any = chart_data("0%")
    data.categories = ["categorymark"]
    data.add_series("seriesmark", (0.25,))
    box = (Inches(5), Inches(2), Inches(2), Inches(2))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *box, data)
    picture = slide.shapes.add_picture(io.BytesIO(base64.b64decode(PIXEL)), Inches(1), Inches(6))
    picture._element.nvPicPr.cNvPr.set("descr", "altmark of a lake")
    slide.notes_slide.notes_text_frame.text = "notemark"
    field = '<a:p xmlns:a="{}"><a:r><a:t>before </a:t></a:r><a:fld type="{}"><a:t>{}</a:t></a:fld></a:p>'
    body = text_box(slide, "", 1, 6.5).text_frame._txBody
    body.append(etree.fromstring(field.format(DRAWING, "datetime1", "fieldmark")))
    body.append(etree.fromstring(field.format(DRAWING, "slidenum", "417")))
    comment = '<r><cm authorId="0"><pos/><text>commentmark</text></cm></r>'
    point = (
        f'<r xmlns:a="{DRAWING}"><pt><t><a:p><a:r><a:t>diagrammark</a:t></a:r></a:p></t></pt></r>'
    )
    parts = {
        "ppt/x/c1.xml": ("comments", comment),
        "ppt/x/d1.xml": ("diagramData", point),
    }
    content = with_parts(made.content(), "ppt/slides/slide1.xml", parts)
    authors = '<r><cmAuthor id="0" name="Odile"/></r>'
    content = with_parts(
        content, "ppt/presentation.xml", {"ppt/a.xml": ("commentAuthors", authors)}
    )
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr/><a:graphic><a:graphicData><dgm:relIds r:dm="d1" '
        'xmlns:r="r" xmlns:dgm="d"/></a:graphicData></a:graphic></p:graphicFrame>'
    )
    formula = (
        '<mc:AlternateContent xmlns:mc="m"><mc:Choice><p:sp><p:nvSpPr/><p:txBody><a:p><a:r><a:t>'
        "choicemark</a:t></a:r></a:p></p:txBody></p:sp></mc:Choice><mc:Fallback><p:sp><p:nvSpPr/>"
        "<p:txBody><a:p><a:r><a:t>fallback</a:t></a:r></a:p></p:txBody></p:sp></mc:Fallback>"
        "</mc:AlternateContent>"
    )

    loaded = load(
        ".pptx",
        edited(
            content, lambda _, part: part.replace("</p:spTree>", f"{frame}{formula}</p:spTree>", 1)
        ),
        Limits(),
    )

    for mark in (
        *("titlemark", "boxmark", "groupmark", "headermark", "cellmark", "notemark", "fieldmark"),
        *("categorymark | 25%", "seriesmark", "🖼 altmark of a lake", "diagrammark", "choicemark"),
        "💬 Odile: commentmark",
    ):
        assert mark in loaded.text, mark
    assert "417" not in loaded.text
    assert "fallback" not in loaded.text
    assert loaded.kept.share == 1


def test_number_date_and_foot_of_a_slide_are_not_read() -> None:
    made = Slides()
    slide = made.slide()
    slide.shapes.title.text = "Phare"
    foot = text_box(slide, "footmark", 1, 7)
    foot._element.nvSpPr.nvPr.append(
        etree.fromstring(
            '<p:ph xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" type="ftr"/>'
        )
    )

    assert made.loaded().text == "Phare"
    assert made.loaded().kept.share == 1


def test_shapes_are_read_by_their_place_and_the_title_first() -> None:
    made = Slides()
    slide = made.slide()
    for text, left, top in [("d", 5, 4), ("c", 1, 4.1), ("b", 5, 2), ("a", 1, 2.05)]:
        text_box(slide, text, left, top)
    slide.shapes.title.text = "t"
    slide.shapes.title.top = Inches(6)

    assert made.loaded().text.split() == ["t", "a", "b", "c", "d"]


def test_columns_are_read_one_after_the_other_each_under_its_heading() -> None:
    made = Slides()
    slide = made.slide(COMPARISON)
    for place, text in zip(slide.placeholders, ["t", "été", "4 €", "hiver", "3 €"], strict=False):
        place.text = text
    uneven = made.slide()
    for text, left, top, height in [("c", 5, 2, 4), ("b", 1, 4.2, 1), ("a", 1, 2, 1.5)]:
        text_box(uneven, text, left, top, 3, height)

    assert made.loaded().text.split("\n\n") == ["t", "été", "4 €", "hiver", "3 €", "a", "b", "c"]


def test_places_come_from_the_layout() -> None:
    made = Slides()
    slide = made.slide(TWO_CONTENT)
    title, left, right = list(slide.placeholders)[:3]
    title.text, left.text, right.text = "t", "left", "right"
    tree = slide.shapes._spTree
    tree.remove(left._element)
    tree.append(left._element)

    assert made.loaded().text.split("\n\n") == ["t", "left", "right"]


def test_a_table_keeps_its_merged_cells() -> None:
    made = Slides()
    table = made.slide().shapes.add_table(4, 3, 0, 0, Inches(6), Inches(2)).table
    rows = [("城市", "2022", ""), ("", "成人", "儿童"), ("里尔", "12", "3"), ("", "13", "2")]
    for at, cells in enumerate(rows):
        for column, text in enumerate(cells):
            table.cell(at, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(2, 0).merge(table.cell(3, 0))

    _, passages = read_document(SourceFile("a.pptx", "0", made.loaded()))

    assert [passage.text for passage in passages] == [
        "城市: 里尔 · 2022 / 成人: 12 · 2022 / 儿童: 3",
        "城市: 里尔 · 2022 / 成人: 13 · 2022 / 儿童: 2",
    ]


def test_a_hidden_slide_is_read_and_named_in_a_note() -> None:
    made = Slides()
    slide = made.slide()
    slide.shapes.title.text = "Phare"
    slide._element.set("show", "0")

    assert made.loaded().text == "Phare"
    assert [note.told("en") for note in made.loaded().notes] == [
        "slide 1 is hidden and was read all the same"
    ]


def test_lists_are_numbered() -> None:
    made = Slides()
    frame = text_box(made.slide(), "", 1, 2).text_frame
    numbered = '<a:buAutoNum xmlns:a="{}" type="{}"/>'
    places = [("a", 0, "arabicPeriod"), ("b", 1, "alphaLcParenR"), ("c", 1, "alphaLcParenR")]
    places += [("d", 0, "arabicPeriod"), ("e", 0, ""), ("f", 0, "arabicPeriod")]
    for text, level, kind in places:
        paragraph = frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
        if kind:
            paragraph._p.get_or_add_pPr().append(etree.fromstring(numbered.format(DRAWING, kind)))

    assert made.loaded().text.split("\n") == ["1. a", "a) b", "b) c", "2. d", "e", "1. f"]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("arabicParenBoth", "(3)"), ("romanUcPeriod", "III."), ("ea1ChsPlain", "三"), ("arabicPlain", "3"),
        ("circleNumDbPlain", "③"), ("thaiAlphaPeriod", "3."),
    ],
)  # fmt: skip
def test_automatic_numbers_are_written_as_their_kind_says(kind: str, text: str) -> None:
    assert automatic(kind, 3) == text
