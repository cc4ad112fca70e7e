"""Word documents: what every kind of place holds is read, paragraphs have their numbers."""

from __future__ import annotations

import pytest

from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loaders import load
from corpus.loaders.loaded import Loaded
from corpus.loaders.office.ordinals import ordinal
from corpus.passages import read_document
from tests.makers import docx_file, edited, with_parts

NAMES = "".join(
    f' xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    }.items()
)


def document(body: str, parts: dict[str, tuple[str, str]] | None = None) -> Loaded:
    """A document with *body* as its only content, and *parts*: a kind and what it holds, by name."""
    given = {
        f"word/{name}.xml": (kind, f"<root{NAMES}>{content}</root>")
        for name, (kind, content) in (parts or {}).items()
    }
    content = with_parts(docx_file(), "word/document.xml", given)
    whole = f"<w:document{NAMES}><w:body>{body}</w:body></w:document>"
    return load(
        ".docx",
        edited(content, lambda name, part: whole if name == "word/document.xml" else part),
        Limits(),
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def field(instruction: str, result: str) -> str:
    return "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{content}'
        for kind, content in (
            ("begin", f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"),
            *(("separate", result), ("end", "")),
        )
    )


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: str, properties: str = "") -> str:
    content = content if content.startswith("<") else paragraph(run(content))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


TEXT_BOX = (
    "<mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
    "<wps:txbx><w:txbxContent><w:p><w:r><w:t>boxmark</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
    "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
    "<w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>boxmark</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
)
FORMULA = (
    "<m:oMath><m:f><m:num><m:r><m:t>mathmark</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>"
    "</m:den></m:f></m:oMath>"
)
SERIES = (
    "<c:chart><c:title><a:p><a:r><a:t>charttitlemark</a:t></a:r></a:p></c:title><c:ser>"
    "<c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>seriesmark</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    "<c:cat><c:strRef><c:strCache><c:pt idx='0'><c:v>categorymark</c:v></c:pt></c:strCache></c:strRef></c:cat>"
    "<c:val><c:numRef><c:numCache><c:formatCode>0.0%</c:formatCode><c:pt idx='0'><c:v>0.075</c:v></c:pt>"
    "</c:numCache></c:numRef></c:val></c:ser></c:chart>"
)
POINT = "<dgm:pt{}><dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt>"
# What is read in each kind of place, and how it is written there.
PLACES = {
    "run": run("runmark"),
    "split word": run("split") + run("mark"),
    "tracked insertion": f"<w:ins>{run('insertedmark')}</w:ins>",
    "moved to": f"<w:moveTo>{run('movedmark')}</w:moveTo>",
    "content control": f"<w:sdt><w:sdtContent>{run('controlmark')}</w:sdtContent></w:sdt>",
    "smart tag": f"<w:smartTag>{run('smartmark')}</w:smartTag>",
    "custom XML": f"<w:customXml>{run('custommark')}</w:customXml>",
    "hyperlink": f"<w:hyperlink>{run('linkmark')}</w:hyperlink>",
    "other direction": f"<w:bdo>{run('bidimark')}</w:bdo>",
    "simple field": f"<w:fldSimple w:instr='AUTHOR'>{run('simplemark')}</w:fldSimple>",
    "complex field": field("MERGEFIELD Nom", run("mergemark")),
    "field in a field": field(f"IF {field('X', run('innerhidden'))} = 1", run("outermark")),
    "form's list": "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/>"
    "<w:listEntry w:val='no'/><w:listEntry w:val='choicemark'/></w:ddList></w:ffData></w:fldChar>"
    "<w:instrText>FORMDROPDOWN</w:instrText><w:fldChar w:fldCharType='end'/></w:r>",
    "ruby": "<w:r><w:ruby><w:rt><w:r><w:t>rubymark</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>规</w:t>"
    "</w:r></w:rubyBase></w:ruby></w:r>",
    "formula": FORMULA,
    "text box": f"<w:r>{TEXT_BOX}</w:r>",
    "old text box": "<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>oldboxmark</w:t></w:r></w:p>"
    "</w:txbxContent></v:textbox></w:pict></w:r>",
    "picture": "<w:r><w:drawing><wp:inline><wp:docPr descr='altmark of a lake'/></wp:inline></w:drawing></w:r>",
    "chart": "<w:r><w:drawing><c:chart r:id='chart1'/></w:drawing></w:r>",
    "diagram": "<w:r><w:drawing><dgm:relIds r:dm='data1'/></w:drawing></w:r>",
    "footnote": run("word") + "<w:r><w:footnoteReference w:id='2'/></w:r>",
    "endnote": run("word") + "<w:r><w:endnoteReference w:id='2'/></w:r>",
    "comment": "<w:r><w:commentReference w:id='1'/></w:r>",
    "not hidden": run("shownmark", "<w:vanish w:val='0'/>"),
}  # fmt: skip
PARTS = {
    "chart1": ("chart", SERIES),
    "data1": ("diagramData", POINT.format("", "diagrammark") + POINT.format(" type='pres'", "unseen")),
    "footnotes": ("footnotes", f"<w:footnote w:id='2'>{paragraph(run('footmark'))}</w:footnote>"),
    "endnotes": ("endnotes", f"<w:endnote w:id='2'>{paragraph(run('endmark'))}</w:endnote>"),
    "comments": (
        *("comments", f"<w:comment w:id='1' w:author='Odile'>{paragraph(run('commentmark'))}</w:comment>"),
    ),
    "header1": ("header", paragraph(run("headmark"))),
    "header2": ("header", paragraph(run("firstheadmark")) + paragraph(run("headmark"))),
    "footer1": ("footer", paragraph(run("feetmark ") + field("PAGE", run("417")))),
    "footer2": ("footer", paragraph(run("Page ") + field("PAGE", run("417")) + run(" of 900"))),
}  # fmt: skip
SECTION = (
    "<w:sectPr><w:headerReference w:type='default' r:id='header1'/><w:headerReference w:type='first' "
    "r:id='header2'/><w:footerReference r:id='footer1'/><w:footerReference r:id='footer2'/></w:sectPr>"
)


def test_every_kind_of_place_is_read() -> None:
    body = "".join(map(paragraph, PLACES.values()))
    body += f"<w:sdt><w:sdtContent>{paragraph(run('blockmark'))}</w:sdtContent></w:sdt>"
    body += table(
        row(cell("Nom"), cell("cellmark")),
        f"<w:sdt><w:sdtContent>{row(cell('rowmark'), cell('7'))}</w:sdtContent></w:sdt>",
        row(cell("8"), f"<w:sdt><w:sdtContent>{cell('cellcontrolmark')}</w:sdtContent></w:sdt>"),
        row(cell("9"), cell(table(row(cell("x"), cell("nestedmark")), row(cell("y"), cell("1"))))),
    )

    loaded = document(body + SECTION, PARTS)

    for mark in (
        *("runmark", "splitmark", "insertedmark", "movedmark", "controlmark", "smartmark"),
        *("custommark", "linkmark", "bidimark", "simplemark", "mergemark", "outermark"),
        *("choicemark", "规(rubymark)", "mathmark/2", "boxmark", "oldboxmark"),
        *("🖼 altmark of a lake", "charttitlemark", "seriesmark", "categorymark | 7.5%"),
        *("diagrammark", "word[1]\n\n[1] footmark", "word[i]\n\n[i] endmark"),
        *("💬 Odile: commentmark", "shownmark", "blockmark", "cellmark", "rowmark"),
        *("cellcontrolmark", "nestedmark", "headmark", "firstheadmark", "feetmark"),
    ):
        assert mark in loaded.text, mark
    assert loaded.text.count("\nboxmark") == 1
    assert loaded.text.startswith("headmark\n\nfirstheadmark\n\nrunmark")
    assert loaded.text.endswith("feetmark")
    assert loaded.kept.share == 1


def test_what_is_deleted_hidden_or_asked_for_is_not_read() -> None:
    left_out = (
        *(run("hiddenmark", "<w:vanish/>"), f"<w:del>{run('deletedmark')}</w:del>"),
        *(f"<w:moveFrom>{run('frommark')}</w:moveFrom>", field("MERGEFIELD instructionmark", "")),
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{run('promptmark')}</w:sdtContent></w:sdt>",
    )

    loaded = document(
        "".join(map(paragraph, left_out))
        + table(row(cell("gone"), cell("too"), properties="<w:del/>"), row(cell("a"), cell("b")))
    )

    assert loaded.text == "a | b"
    assert loaded.kept.share == 1


def test_a_field_that_is_never_ended_hides_no_more_than_its_paragraph() -> None:
    broken = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run("lost")

    assert document(paragraph(broken) + paragraph(run("kept"))).text == "kept"


def test_symbols_tabs_and_breaks_are_written_out() -> None:
    symbols = "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/><w:tab/><w:t>oui</w:t><w:br/>"
    symbols += "<w:sym w:font='Symbol' w:char='F061'/><w:noBreakHyphen/><w:t>x</w:t></w:r>"

    assert document(paragraph(symbols)).text == "☑\toui\nα-x"


def numbering(*levels: str, extra: str = "") -> dict[str, tuple[str, str]]:
    """A list of these *levels*, as number 1 and, begun anew, as number 2."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/>{level}</w:lvl>'
        for at, level in enumerate(levels)
    )
    numbers = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId '
        'w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    abstract = f'<w:abstractNum w:abstractNumId="0">{made}{extra}</w:abstractNum>'
    return {"lists": ("numbering", abstract + numbers)}


def level(form: str, text: str, more: str = "") -> str:
    return f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}'


def item(text: str, at: int = 0, number: int = 1) -> str:
    given = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(run(text) if text else "", given)


def lines(loaded: Loaded) -> list[str]:
    return loaded.text.split("\n\n")


def test_paragraphs_have_the_numbers_of_their_list() -> None:
    parts = numbering(
        level("decimal", "%1."), level("lowerLetter", "%2)"), level("upperRoman", "%1.%2.%3")
    )
    places = [(0, 1), (1, 1), (1, 1), (0, 1), (1, 1), (2, 1), (0, 2), (0, 1)]

    loaded = document("".join(item("x", *place) for place in places), parts)

    assert lines(loaded) == ["1. x", "a) x", "b) x", "2. x", "a) x", "2.a.I x", "1. x", "2. x"]


def test_articles_are_numbered_in_chinese_and_french() -> None:
    hans = numbering(
        level("chineseCounting", "第%1条"),
        level("decimalEnclosedCircle", "%2", "<w:suff w:val='nothing'/>"),
    )
    body = "".join(item("借阅", 0) for _ in range(11)) + item("还书", 1)
    french = numbering(level("decimal", "Article %1 –"), level("decimal", "%1.%2", "<w:isLgl/>"))

    assert lines(document(body, hans))[-2:] == ["第十一条 借阅", "①还书"]
    assert lines(document(item("Objet") + item("Durée", 1), french)) == [
        "Article 1 – Objet",
        "1.1 Durée",
    ]


def test_a_level_can_go_on_and_a_bullet_is_a_bullet() -> None:
    parts = numbering(
        level("decimal", "Part %1"), level("decimal", "§ %2", "<w:lvlRestart w:val='0'/>"),
        level("bullet", "\uf0b7"),
    )  # fmt: skip
    body = item("a") + item("b", 1) + item("c") + item("d", 1) + item("e", 2)

    assert lines(document(body, parts)) == ["Part 1 a", "§ 1 b", "Part 2 c", "§ 2 d", "• e"]


def test_styles_number_headings_and_deleted_paragraphs_do_not_count() -> None:
    levels = (
        level("decimal", "%1", "<w:pStyle w:val='H1'/>"),
        level("decimal", "%1.%2", "<w:pStyle w:val='H2'/>"),
    )
    number = "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
    styles = "".join(
        f"<w:style w:styleId='{key}'><w:name w:val='{key}'/>{more}</w:style>"
        for key, more in {"H1": number, "H2": f"<w:basedOn w:val='H1'/>{number}"}.items()
    )
    deleted = "<w:pStyle w:val='H1'/><w:rPr><w:del/></w:rPr>"
    body = paragraph(run("a"), "<w:pStyle w:val='H1'/>") + paragraph(
        f"<w:del>{run('b')}</w:del>", deleted
    )
    body += paragraph(run("c"), "<w:pStyle w:val='H1'/>") + paragraph(
        run("d"), "<w:pStyle w:val='H2'/>"
    )

    loaded = document(body, {**numbering(*levels), "looks": ("styles", styles)})

    assert lines(loaded) == ["1 a", "2 c", "2.1 d"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (27, "lowerLetter", "aa"), (1994, "upperRoman", "MCMXCIV"), (4, "lowerRoman", "iv"),
        (10, "chineseCounting", "十"), (23, "taiwaneseCountingThousand", "二十三"),
        (101, "chineseCountingThousand", "一百零一"), (12, "chineseLegalSimplified", "壹拾贰"),
        (3, "ideographTraditional", "丙"), (12, "ideographZodiac", "亥"), (11, "ideographTraditional", "11"),
        (20, "ideographDigital", "二〇"), (7, "decimalZero", "07"), (5, "cardinalText", "5"),
        (0, "upperRoman", "0"), (9, "none", ""), (12, "decimalFullWidth", "１２"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_lists_write_them(number: int, form: str, text: str) -> None:
    assert ordinal(number, form) == text


def test_tables_keep_merged_cells_and_their_header() -> None:
    span, above, below = "<w:gridSpan w:val='2'/>", "<w:vMerge w:val='restart'/>", "<w:vMerge/>"
    header = "<w:tblHeader/>"
    body = table(
        row(cell("城市", above), cell("2022", span), cell("2023", span), properties=header),
        row(cell("", below), *map(cell, ("成人", "儿童", "成人", "儿童")), properties=header),
        row(cell("里尔", above), *map(cell, ("12", "3", "15", "4"))),
        row(cell("", below), *map(cell, ("13", "2", "16", "5"))),
    )

    _, passages = read_document(SourceFile("a.docx", "0", document(body)))

    assert [passage.text for passage in passages] == [
        "城市: 里尔 · 2022 / 成人: 12 · 2022 / 儿童: 3 · 2023 / 成人: 15 · 2023 / 儿童: 4",
        "城市: 里尔 · 2022 / 成人: 13 · 2022 / 儿童: 2 · 2023 / 成人: 16 · 2023 / 儿童: 5",
    ]


def test_bold_labels_beside_values_are_no_header_and_frames_are_no_tables() -> None:
    label = [cell(paragraph(run(text, "<w:b/>"))) for text in ("Contrat", "Durée")]
    form = table(row(label[0], cell("KX-2291")), row(label[1], cell("trois ans")))
    frame = table(row(cell(paragraph(run("first")) + paragraph(run("second")))))

    loaded = document(form + frame)
    _, passages = read_document(SourceFile("a.docx", "0", loaded))

    assert [passage.text for passage in passages][:2] == ["Contrat · KX-2291", "Durée · trois ans"]
    assert loaded.text.endswith("first\n\nsecond")
    assert len(loaded.tables) == 1


def test_lists_in_cells_and_endless_spans() -> None:
    parts = numbering(level("bullet", "-"))
    wide = "<w:gridSpan w:val='9999999'/>"
    body = table(row(cell("lun"), cell(item("soupe") + item("pain"))), row(cell("mar", wide)))

    assert document(body, parts).text.startswith("lun | • soupe • pain")


def test_the_title_is_not_the_head_of_the_page_and_contents_are_not_in_the_view() -> None:
    styles = "<w:style w:styleId='T1'><w:name w:val='toc 1'/></w:style>"
    body = paragraph(run("Règlement")) + paragraph(run("Objet 3"), "<w:pStyle w:val='T1'/>")
    body += paragraph(run("Le fonds est ouvert à tous."))

    loaded = document(body + SECTION, {**PARTS, "looks": ("styles", styles)})

    assert loaded.headings[0].title == "Règlement"
    assert [loaded.text[slice(*span)] for span in loaded.residue] == ["Objet 3"]


def test_a_file_inserted_as_a_whole_is_named_in_a_note() -> None:
    loaded = document(paragraph(run("a")) + "<w:altChunk r:id='x'/>")

    assert [note.told("en") for note in loaded.notes] == [
        "a file that is inserted as a whole was not read"
    ]
