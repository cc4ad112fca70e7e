from __future__ import annotations

import html
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.files import SourceFile
from corpus.loaders.loaded import Loaded
from corpus.passages import reading_view
from corpus.repairs import (
    Repair,
    entities,
    invisibles,
    line_ends,
    pinyin,
    spaced_characters,
    spaced_labels,
    superscripts,
)
from corpus.residue import residue
from corpus.view import View
from tests.strategies import plain_texts, residues, scraped, source_files, spaced_runs, texts
from tests.test_view import is_sound

INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u2060\u00ad"))


def repaired(repair: Repair, text: str) -> str:
    return View.of(text).edited(repair(text)).text


def read(text: str, path: str = "notes.txt") -> View:
    return reading_view(SourceFile(path, "0" * 64, Loaded(text)))


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, text))


def stands_for(shown: str, source: str) -> bool:
    """Tell whether *source* holds the character *shown*, as it is, escaped or as other space."""
    meant = html.unescape(html.unescape(html.unescape(source))).translate(INVISIBLE)
    return shown in meant or (shown + meant).isspace()


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("eins\r\nzwei", "eins\nzwei"),
        ("un\rdeux", "un\ndeux"),
        ("一\u2028二\u2029三", "一\n二\n三"),
        ("a\x0bb\x0cc\x85d", "a\nb\nc\nd"),
        ("a\r\n\r\nb", "a\n\nb"),
    ],
)
def test_every_line_ends_with_a_line_feed(source: str, shown: str) -> None:
    assert repaired(line_ends, source) == shown


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("\ufeffPréface", "Préface"),
        ("灯\u200b塔", "灯塔"),
        ("light\u00adhouse", "lighthouse"),
        ("a\u2060\ufeffb", "ab"),
    ],
)
def test_what_cannot_be_seen_goes(source: str, shown: str) -> None:
    assert repaired(invisibles, source) == shown


@pytest.mark.parametrize(
    "source", ["👩\u200d👧\u200d👦", "नमस्\u200dते", "می\u200cشود", "cafe\u0301"]
)
def test_joiners_and_combining_marks_stay(source: str) -> None:
    assert repaired(invisibles, source) == source


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("&quot;Bonjour&quot;", '"Bonjour"'),
        ("Tom &amp; Léa", "Tom & Léa"),
        ("&#28783;&#x5854;", "灯塔"),
        ("d&eacute;j&agrave;", "déjà"),
        ("12&nbsp;%", "12\u00a0%"),
        ("&frac12;", "½"),
    ],
)
def test_an_entity_becomes_its_character(source: str, shown: str) -> None:
    assert repaired(entities, source) == shown


@pytest.mark.parametrize(
    "source", ["&amp;lt;", "&amp;amp;lt;", "&#38;lt;", "&#x26;amp;lt;", "&AMP;lt;"]
)
def test_an_entity_that_was_escaped_again_becomes_its_character(source: str) -> None:
    assert repaired(entities, source) == "<"


@pytest.mark.parametrize(
    "source", ["R&D", "Q&A; fin", "a & b;", "?a=1&b=2", "&;", "&#;", "&unknownname;"]
)
def test_an_ampersand_that_begins_no_entity_stays(source: str) -> None:
    assert repaired(entities, source) == source


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("規(guī)格", "規格"),
        ("第三級（jí）考試", "第三級考試"),
        ("旅(lǚ)行", "旅行"),
        ("銀行(háng)(xíng)", "銀行"),
    ],
)
def test_a_pronunciation_behind_its_character_goes(source: str, shown: str) -> None:
    assert repaired(pinyin, source) == shown


@pytest.mark.parametrize(
    "source", ["規(gui)格", "灯塔(phare)", "灯塔（旧）", "(guī)", "Phare (à)", "塔(chuángtóu)"]
)
def test_a_remark_in_brackets_stays(source: str) -> None:
    assert repaired(pinyin, source) == source


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("丰 硕 成 果", "丰硕成果"),
        ("漁\u00a0船\u00a0歸\u00a0港", "漁船歸港"),
        ("渔 民 说 ： “ 别 出 海 ！ ”", "渔民说：“别出海！”"),
        ("灯塔。海 上 有 雾，小心", "灯塔。海上有雾，小心"),
        ("共 有 12 条 渔 船", "共有 12 条渔船"),
    ],
)
def test_characters_set_apart_close_up(source: str, shown: str) -> None:
    assert repaired(spaced_characters, source) == shown


@pytest.mark.parametrize(
    "source", ["张 三", "灯塔 海岛 渔船 大桥", "a b c d e", "1 2 3 4 5", "东 南 西"]
)
def test_words_and_short_runs_stay_apart(source: str) -> None:
    assert repaired(spaced_characters, source) == source


@pytest.mark.parametrize("repair", [line_ends, invisibles, pinyin, residue, spaced_characters])
@given(text=st.one_of(texts(), spaced_runs(), scraped()))
def test_a_repair_finds_nothing_to_do_in_its_own_work(repair: Repair, text: str) -> None:
    once = repaired(repair, text)

    assert repaired(repair, once) == once


@given(residues())
def test_an_unescaped_text_has_no_more_entities(pair: tuple[str, str]) -> None:
    once = repaired(entities, pair[0])

    assert repaired(entities, once) == once


@pytest.mark.parametrize(
    "repair", [line_ends, invisibles, entities, pinyin, residue, spaced_characters]
)
@given(text=texts())
def test_a_repaired_text_is_borne_out_by_its_source(repair: Repair, text: str) -> None:
    view = View.of(text).edited(repair(text))

    assert is_sound(view)
    assert view.borne_out_by(text)


@given(source_files())
def test_a_reading_view_is_borne_out_by_its_source(file: SourceFile) -> None:
    view = reading_view(file)

    assert is_sound(view)
    assert view.borne_out_by(file.source)


@given(texts())
def test_every_character_shown_is_in_the_source_where_the_map_says(source: str) -> None:
    view = read(source)

    assert all(
        stands_for(shown, source[start:end])
        for shown, start, end in zip(view.text, view.starts, view.ends, strict=True)
    )


@given(texts(), st.data())
def test_a_quote_of_the_view_is_inside_its_quote_of_the_source(
    source: str, data: st.DataObject
) -> None:
    view = read(source)
    start = data.draw(st.integers(0, max(len(view.text) - 1, 0)))
    end = data.draw(st.integers(start, len(view.text)))

    inner = View.of(source).part(*view.source_span(start, end)).text if start < end else ""

    assert letters(view.text[start:end]) <= letters(html.unescape(html.unescape(inner)))


@given(plain_texts())
@example("Zeile\u2028Zeile\x1c\x1d ende")
def test_no_letter_and_no_digit_is_lost(source: str) -> None:
    assert letters(read(source).text) == letters(source)


@given(residues())
def test_residue_goes_and_everything_else_stays(pair: tuple[str, str]) -> None:
    source, shown = pair

    assert "".join(read(source).text.split()) == "".join(shown.split())


def test_an_escaped_line_end_and_an_escaped_invisible_are_repaired_too() -> None:
    view = read("Phare.&#13;&#10;Port&shy;lligat.&#8203;")

    assert view.text == "Phare.\nPortlligat."


def test_a_windows_file_with_a_byte_order_mark_reads_like_any_other() -> None:
    view = read("\ufeffLe port.\r\nLe phare.\r\n")

    assert view.text == "Le port.\nLe phare.\n"
    assert view.source_span(0, 8) == (1, 9)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("七、主　　席：林大明", "七、主席：林大明"),
        ("一、時　　間：2010年", "一、時間：2010年"),
        ("备 注：无", "备注：无"),
        ("负  责  人 ：王", "负责人 ：王"),
        ("主　　席", "主席"),
        ("（一）地　　點  臺北", "（一）地點  臺北"),
        ("是　　否", "是　　否"),
        ("灯塔 渔 港：开放", "灯塔 渔 港：开放"),
        ("第 3 章：总则", "第 3 章：总则"),
        ("Note : a b", "Note : a b"),
    ],
)
def test_labels_set_to_a_width_close_up(text: str, shown: str) -> None:
    assert View.of(text).edited(spaced_labels(text)).text == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("au 1\ner janvier 2021", "au 1er janvier 2021"),
        ("au 1\ner\njanvier 2021", "au 1er janvier 2021"),
        ("la 1 \n re fois", "la 1re fois"),
        ("le XIX\ne siècle", "le XIXe siècle"),
        ("the 21\nst day, the 2\nnd night", "the 21st day, the 2nd night"),
        ("the 12\nth floor", "the 12th floor"),
        ("pagine 1\ne 2", "pagine 1\ne 2"),
        ("quay 4\nst ives", "quay 4\nst ives"),
        ("in 2010\ner war dort", "in 2010\ner war dort"),
        ("v. 1.1\ner", "v. 1.1\ner"),
    ],
)
def test_the_letters_of_an_ordinal_join_their_number(text: str, shown: str) -> None:
    assert View.of(text).edited(superscripts(text)).text == shown


SPACED = st.lists(
    st.sampled_from([*"主席时间是否：一、", "\u3000", " ", "  ", "\n", "1", "2", "er", "st", "XIX", "mai"]),
    max_size=24,
).map("".join)  # fmt: skip


@given(SPACED)
def test_closing_gaps_keeps_every_character_but_space(text: str) -> None:
    for repair in (spaced_labels, superscripts):
        view = View.of(text).edited(repair(text))

        assert "".join(view.text.split()) == "".join(text.split())
        assert is_sound(view)
        assert view.borne_out_by(text)
