"""Rich text: what is read of each place, what is left out, and how its characters are written."""

from __future__ import annotations

import pytest

from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loaders import load
from corpus.loaders.loaded import Loaded
from corpus.passages import read_document
from tests.makers import FRENCH, HANS, HANT, rtf_file

# A word in every kind of place; those of LEFT_OUT are not shown, or are no text of the document.
EVERYWHERE = rtf_file(
    r"""{\info{\title titleword}{\author authorword}}{\stylesheet{\s1 styleword;}}
{\*\listtable{\list{\listname listnameword;}}}{\*\generator generatorword;}
{\header\pard headword {\field{\*\fldinst PAGE}{\fldrslt 41}}\par}{\footerf\pard footword\par}
\pard plainword {\revised insertedword} {\deleted deletedword}{\v hiddenword\v0  shownword}
{\field{\*\fldinst{HYPERLINK "http://addressword"}}{\fldrslt{\ul linkword}}}
{\footnote\pard\plain{\chftn} footnoteword}{\*\atnauthor Ada}{\*\annotation{\*\atnref 1}\pard commentword}
{\field{\*\fldinst TOC \\o}{\fldrslt contentsword\par contentsword}}\par
{\listtext\pard\plain 3.\tab}itemword\par{\pntext\f3\'b7\tab}bulletword\par
{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv settingword}}{\shptxt\pard boxword\par}}{\shprslt{\*\do copyword}}}
{\*\shppict{\pict{\*\picprop{\sp{\sn wzDescription}{\sv altword}}{\sp{\sn wzName}{\sv Picture}}}\pngblip 0a0b0cdeadface}}
{\nonshppict{\pict\wmetafile8 0102}}{\xe indexword}{\*\bkmkstart bookmarkword}{\*\unheardof unheardofword}
{\*\moMath{\*\moMathPr{\*\mdefJc centerword}}{\mr formulaword}}\par
{\upr{\b ansiword}{\*\ud{unicodeword}}}\par
\trowd\trhdr\cellx1000\cellx2000\intbl columnword\cell othercolumn\cell\row
\trowd\cellx1000\cellx2000\intbl{\listtext 1.}celllistword\par cellword{\footnote cellnoteword}\cell inner\nestcell nestedword\nestcell\nestrow\cell\row
\pard lastword\sect"""
)  # fmt: skip
READ = (
    "plainword insertedword shownword linkword footnoteword commentword itemword bulletword boxword"
    " altword formulaword unicodeword columnword othercolumn celllistword cellword cellnoteword"
    " nestedword lastword headword footword"
).split()
LEFT_OUT = (
    "titleword authorword styleword listnameword generatorword deletedword hiddenword addressword"
    " contentsword settingword copyword Picture dead indexword bookmarkword unheardofword"
    " centerword ansiword"
).split()


def read(content: bytes) -> Loaded:
    return load(".rtf", content, Limits())


def text(content: str, prolog: str = r"\ansicpg1252") -> str:
    return read(rtf_file(content, prolog)).text


def test_a_word_in_every_place_is_read_and_what_is_not_shown_is_not() -> None:
    loaded = read(EVERYWHERE)

    assert [word for word in READ if word not in loaded.text] == []
    assert [word for word in LEFT_OUT if word in loaded.text] == []
    assert loaded.headings[0].title == "titleword"
    assert "41" not in loaded.text
    assert "💬 Ada: commentword" in loaded.text
    assert "🖼 altword" in loaded.text
    assert loaded.kept.share == 1
    assert loaded.kept.visible > 150


def test_what_a_loader_loses_shows_in_what_was_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.loaders.rich_text.words.BESIDE", {"annotation", "shptxt"})

    assert read(EVERYWHERE).kept.missing == ("footnoteword", "cellnoteword")


def test_marks_of_lists_stand_before_their_items_and_notes_behind_their_paragraph() -> None:
    content = (
        r"{\listtext\pard 1.\tab}Un phare{\footnote une note}\par{\listtext\f3\'b7\tab}Un port\par"
    )

    assert text(content) == "1. Un phare\n\nune note\n\n• Un port"


@pytest.mark.parametrize(
    ("written", "page"), [(HANS, 936), (HANT, 950), (FRENCH, 1252), ("“café” – 5 €", 1252), (HANS, 65001)]
)  # fmt: skip
def test_characters_are_read_by_the_code_page_of_the_document(written: str, page: int) -> None:
    encoded = written.encode({65001: "utf-8"}.get(page, f"cp{page}"))
    escaped = "".join(chr(byte) if byte < 128 else f"\\'{byte:02x}" for byte in encoded)

    assert text(escaped, rf"\ansicpg{page}") == written
    assert read(rtf_file("", rf"\ansicpg{page}")[:-1] + encoded + b"}").text == written


def test_characters_are_read_by_the_font_that_they_are_set_in() -> None:
    fonts = r"\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset134 SimSun;}{\f2\fnil\fcharset136 MingLiU;}}"
    hans = "".join(f"\\'{byte:02x}" for byte in "灯塔".encode("gb18030"))
    hant = "".join(f"\\'{byte:02x}" for byte in "燈塔".encode("big5"))

    content = rf"\f0 caf\'e9 {{\f1 {hans}}}{{\f2 {hant}}} caf\'e9"

    assert text(content, fonts) == "café 灯塔燈塔 café"
    assert read(rtf_file(content, fonts)).kept.share == 1


@pytest.mark.parametrize(
    ("content", "expected"),
    [(r"\u28783?\u22612?", "灯塔"), (r"\u-10179?\u-8703?", "😁"), (r"{\uc2\u28783\'b5\'c6b}a", "灯ba"),
     (r"\uc0\u28783 a", "灯a"), (r"\u28783\'3f a", "灯 a"), (r"a\~b\_c\-d", "a\u00a0b‑cd"),
     (r"\ldblquote a\rdblquote\emdash\bullet", "“a”—•"), (r"a\{b\}\\c", r"a{b}\c"),
     ("a\\\nb", "a\n\nb"), (r"a\line b\tab c", "a\nb\tc"), (r"\u-10179?x", "�x"), ("a\r\nb", "ab")],
)  # fmt: skip
def test_characters_beyond_the_code_page_and_symbols(content: str, expected: str) -> None:
    assert text(content) == expected


def test_merged_cells_and_header_rows_name_what_is_under_them() -> None:
    wide = r"\clmgf\cellx1\clmrg\cellx2"
    content = (
        r"\trowd\trhdr\clvmgf\cellx0" + wide + r"\intbl Ligne\cell Tarif\cell\cell\row"
        r"\trowd\trhdr\clvmrg\cellx0\cellx1\cellx2\intbl\cell Adulte\cell V\'e9lo\cell\row"
        r"\trowd\clvmgf\cellx0\cellx1\cellx2\intbl Ouessant\cell 12,00 \'80\cell 4,00 \'80\cell\row"
        r"\trowd\clvmrg\cellx0\cellx1\cellx2\intbl\cell 8,00 \'80\cell 3,00 \'80\cell\row\pard Fin.\par"
    )

    _, made = read_document(SourceFile("a.rtf", "0", read(rtf_file(content))))

    assert [passage.text for passage in made] == [
        "Ligne: Ouessant · Tarif / Adulte: 12,00 € · Tarif / Vélo: 4,00 €",
        "Ligne: Ouessant · Tarif / Adulte: 8,00 € · Tarif / Vélo: 3,00 €",
        "Fin.",
    ]


def test_two_tables_with_text_between_them_are_two() -> None:
    table = r"\trowd\cellx1\cellx2\intbl {}\cell Hauteur\cell\row\intbl Brest\cell 32\cell\row"

    loaded = read(rtf_file(table.format("Port") + r"\pard Puis :\par" + table.format("Ville")))

    assert loaded.text.split("\n\n") == [
        "Port | Hauteur\nBrest | 32",
        "Puis :",
        "Ville | Hauteur\nBrest | 32",
    ]
    assert len(loaded.tables) == 2


@pytest.mark.parametrize(
    "content",
    [r"a\cell", r"a\row b", r"\trowd\intbl a\par b", r"}}}a", r"{{{a", r"a\bin9999999999 b", r"a\u b",
     r"a\'4", "a\\", r"{\footnote a", r"{\info{\title a}} a", r"\cpg1 \fcharset1 a", r"\ansicpg77777 a"],
)  # fmt: skip
def test_what_is_broken_costs_only_itself(content: str) -> None:
    assert text(content).startswith("a")


def test_binary_data_is_passed_over_and_a_picture_is_no_text() -> None:
    picture = rb"{\pict\bin6 }a{b\c}"

    assert read(rtf_file("avant ")[:-1] + picture + rb" apr\'e8s}").text == "avant  après"


def test_groups_in_groups_without_end_are_refused() -> None:
    with pytest.raises(RecursionError):
        read(rtf_file("{" * 100_000))
