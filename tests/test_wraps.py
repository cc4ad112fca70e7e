from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.view import View
from corpus.wraps import columns, wraps
from tests.strategies import HAN, plain_texts
from tests.test_repairs import letters
from tests.test_view import is_sound


def unwrapped(text: str) -> str:
    return View.of(text).edited(wraps(text)).text


def latin_words() -> st.SearchStrategy[list[str]]:
    """Enough short words to fill several lines."""
    words = ["mer", "île", "vent", "quai", "“port”", "nuit…", "sail", "the", "l’eau", "(sel)"]
    return st.lists(st.sampled_from(words), min_size=30, max_size=80)


def test_lines_of_chinese_are_joined_without_a_space() -> None:
    text = "灯塔建在海岛的最高处，四周没有树木，每到冬天守塔\n人都要走两个小时的山路才能把煤油背上去，一直到通\n电为止。"

    assert unwrapped(text) == (
        "灯塔建在海岛的最高处，四周没有树木，每到冬天守塔人都要走两个小时的山路才能把煤油背上去，一直到通电为止。"
    )


def test_lines_of_french_are_joined_with_a_space() -> None:
    text = (
        "Le gardien montait chaque soir les cent douze marches\n"
        "de la tour pour allumer la lampe, et redescendait à\n"
        "l'aube avec son seau vide et son carnet de bord."
    )

    assert unwrapped(text) == (
        "Le gardien montait chaque soir les cent douze marches de la tour pour allumer la lampe, "
        "et redescendait à l'aube avec son seau vide et son carnet de bord."
    )


def test_a_word_that_was_hyphenated_at_a_line_end_is_whole_again() -> None:
    text = (
        "The keeper wrote down the name of every ship that en-\n"
        "tered the harbour, and at the end of the year he sent\n"
        "the book to the port office."
    )

    assert "that entered the harbour" in unwrapped(text)


def test_a_hyphen_before_a_capital_stays() -> None:
    text = (
        "The mail boat called twice a week on the way to Saint-\n"
        "Malo and brought the keeper his flour, his oil and his\n"
        "letters from home."
    )

    assert "Saint-" in unwrapped(text)


def test_a_quotation_mark_at_a_line_end_does_not_glue_latin_words() -> None:
    text = (
        "The old guide calls the upper quarter “the crow's nest”\n"
        "and the lower one “the keel”, two names which today\n"
        "no street sign of the whole town bears any more."
    )

    assert "nest” and the lower" in unwrapped(text)


def test_a_dash_at_a_line_end_does_not_glue_latin_words() -> None:
    text = (
        "Plus personne ne connaît ces deux noms sur le port —\n"
        "sauf les marins, qui montent l'escalier les jours de\n"
        "marché avec leurs pipes et leurs journaux."
    )

    assert "port — sauf" in unwrapped(text)


def test_a_quotation_mark_at_a_line_end_stays_close_in_chinese() -> None:
    text = "老人们至今把上城叫作“鸦巢”，而把下城叫作“龙骨”\n两个名字早已不见于任何路牌，只有水手赶集时还这样\n称呼它们。"

    assert "“龙骨”两个名字" in unwrapped(text)


def test_a_blank_line_after_each_line_is_a_wrap_too() -> None:
    text = "灯塔建在海岛的最高处，四周没有树木，每到冬天守塔\n\n人都要走两个小时的山路才能把煤油背上去，一直到通\n\n电为止。"

    assert "\n" not in unwrapped(text)


def test_a_blank_line_where_none_is_usual_ends_a_paragraph() -> None:
    text = (
        "The lamp was lit with rape oil until the spring of 1862\n"
        "and then with paraffin, which smoked less but cost the\n"
        "parish twice as much in every winter\n"
        "\n"
        "Tourists may climb the tower in summer, every day from\n"
        "ten to five, unless the wind is stronger than force 7"
    )

    assert unwrapped(text).count("\n\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "The ferry leaves at noon.\nThe museum opens at ten.\nThe market is on Monday.",
        "灯塔在一八八七年建成并点亮。\n燈塔守人於一九二〇年退休。\n大桥在第二年春天通车。",
        "Ouvert de mai à septembre\n- visite guidée le matin\n- visite libre après midi",
        "本馆夏季开放时间如下所列\n一、上午九时至十二时整\n二、下午二时至六时整",
        "Rates for the coming season\n1. adults: four pounds each\n2. children: two pounds each",
        "Ein Absatz über den Hafen\n    Noch ein Absatz über ihn\n    Und dann noch ein dritter",
        "海岛上的第一所学校的故事\n　　老师姓林，是福建人\n　　学生一共只有十一个",
    ],
    ids=["sentences", "Chinese sentences", "list", "zh list", "numbers", "indents", "zh indents"],
)
def test_a_line_that_ends_because_something_ended_stays(text: str) -> None:
    assert unwrapped(text) == text


def test_a_heading_stays_though_its_end_and_the_next_line_could_be_a_word() -> None:
    text = "1887年的冬天\n\n海岛下了三天三夜的大雪。"

    assert unwrapped(text) == text


def test_a_word_cut_beside_a_picture_is_whole_again() -> None:
    wide = "灯塔高三十二米，建于一八八七年，由三名看守人轮流照看，每晚点亮，为来往的渔船指路。"
    beside = ["岛上与不少渔民发", "展了深厚的友谊，他们常来，", "到了冬天在灯塔里一同过。"]

    assert "渔民发展了深厚" in unwrapped("\n\n".join([wide] * 6 + beside))


ROWS = """Region 1951-1961 1961-1971 1971-1981
North coast 34.98 34.95 23.36
South coast 19.79 20.91 24.16
Outer islands 8.13 11.59 7.55
Harbour town 22.77 27.12 20.39"""


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        ROWS.replace(".", ","),
        "Quai nord 1 250 € 3 400 € ouvert\nQuai sud 1 310 € 2 950 € ouvert\nMôle 1 480 € 990 € ferme",
        "灯塔管理费 24,838,521.05 10,924,933.19\n渔港修缮支出 36,971,978.23 35,673,206.85\n"
        "合计 61,810,499.28 46,598,140.04",
        "mole 12 13 14 15\nquay 16 17 18 19\npier 20 21 22 23",
    ],
    ids=["points", "commas", "euros", "Chinese", "whole numbers"],
)
def test_rows_of_figures_are_not_joined(rows: str) -> None:
    assert unwrapped(rows) == rows


@pytest.mark.parametrize(
    "text",
    [
        "The lamp was lit on the first day of June 1887, and\nagain in 1901 after 2 winters of work on the tower.",
        "La digue mesure 1 250 mètres depuis les travaux de\n2019, et 1 400 mètres avec la jetée du nord du port.",
        "全岛共有灯塔 12 座，渔船 350 艘，其中 40 艘是在\n2019 年以后建造的，都装上了新的导航设备和救生艇。",
    ],
)
def test_prose_with_figures_is_joined(text: str) -> None:
    assert "\n" not in unwrapped(text)


def test_lines_as_wide_as_the_page_are_joined_among_short_ones() -> None:
    text = (
        "3 缩略语\nLED：发光二极管\nPC：个人计算机\n4 系统构成\n"
        "灯塔管理系统包括照明功能、扩展业务功能和系统管理功能。其中照明功能包括点灯、熄灯、换灯、\n"
        "远程点灯、远程熄灯、远程换灯、远程预约、远程双向值守、远程登岛等六类；扩展业务功能之扩展\n"
        "内容包括远程看雾、远程看海、远程看船等三类，有条件的海岛可以选择其中的部分或者全部的扩展\n"
        "内容；系统管理功能包括权限管理。\n5 要求\n5.1 照明\n5.1.1 点灯\n基本内容包括："
    )

    shown = unwrapped(text)

    assert "扩展业务功能之扩展内容包括远程看雾" in shown
    assert "LED：发光二极管\nPC：个人计算机\n4 系统构成" in shown


def test_a_line_that_goes_on_in_small_letters_is_joined_among_short_ones() -> None:
    text = (
        "Recettes :\nRAS.\nBudget :\nSera résorbé en partie grâce à l’abondement de la commune et "
        "à la hausse du coût de\nl’assainissement par foyer.\nVote :\n15 pour."
    )

    assert "du coût de l’assainissement par foyer.\nVote" in unwrapped(text)


def test_short_lines_stay() -> None:
    text = "Le vent\nse lève\nil faut\ntenter\nde vivre"

    assert unwrapped(text) == text


def test_paragraphs_of_one_long_line_stay() -> None:
    text = "\n".join(["Every evening the keeper climbed up to the lamp with a can of oil " * 4] * 3)

    assert unwrapped(text) == text


@given(latin_words(), st.integers(50, 100))
def test_a_paragraph_cut_to_a_width_is_whole_again(words: list[str], width: int) -> None:
    paragraph = " ".join(words).replace("nuit… ", "nuit, ").rstrip("…")

    assert unwrapped(textwrap.fill(paragraph, width)) == paragraph


@given(st.text(HAN, min_size=50, max_size=200), st.integers(12, 40))
def test_a_paragraph_of_chinese_cut_to_a_width_is_whole_again(paragraph: str, width: int) -> None:
    lines = [paragraph[at : at + width] for at in range(0, len(paragraph), width)]

    assert unwrapped("\n".join(lines)) == paragraph


@given(latin_words(), st.integers(10, 100))
def test_latin_words_are_neither_cut_nor_joined(words: list[str], width: int) -> None:
    text = textwrap.fill(" ".join(words), width)

    assert unwrapped(text).split() == words


@given(plain_texts())
def test_joining_lines_loses_no_letter(text: str) -> None:
    view = View.of(text).edited(wraps(text))

    assert letters(view.text) == letters(text)
    assert is_sound(view)


@pytest.mark.parametrize(
    ("text", "width"),
    [("phare", 5), ("灯塔", 4), ("“灯塔”", 8), ("“phare”", 7), ("灯塔 A", 6), ("", 0)],
)
def test_a_chinese_character_is_as_wide_as_two_letters(text: str, width: int) -> None:
    assert columns(text) == width
