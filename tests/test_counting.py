"""How many journalists is told by the figure that counts journalists."""

from __future__ import annotations

import pytest

from qa.counted import counting, part_of

EN = "Forty-one captains came, with 1,200 sailors from over 30 ports and about 85 journalists."
FR = "Quarante-et-un capitaines, 1 200 marins de plus de 30 ports et 85 journalistes sont venus."
HANS = "来自30多个港口的1200名水手和85名记者参加了大会。"
HANT = "來自30多個港口的1200名水手和85名記者參加了大會。"


@pytest.mark.parametrize(
    ("question", "asked_in", "text", "language", "figure"),
    [
        ("How many journalists came?", "en", EN, "en", "85"),
        ("how many ports were represented", "en", EN, "en", "30"),
        ("Combien de journalistes sont venus ?", "fr", FR, "fr", "85"),
        ("Combien de ports étaient représentés ?", "fr", FR, "fr", "30"),
        ("有多少名记者参加？", "zh-Hans", HANS, "zh-Hans", "85"),
        ("有多少個港口參加？", "zh-Hant", HANT, "zh-Hant", "30"),
        ("How many journalists came?", "en", HANS, "zh-Hans", "85"),
        ("有多少名水手参加？", "zh-Hans", EN, "en", "1,200"),
        ("Combien de ports étaient représentés ?", "fr", EN, "en", "30"),
    ],
)
def test_a_figure_beside_the_noun_that_is_asked_for_counts_it(
    question: str, asked_in: str, text: str, language: str, figure: str
) -> None:
    spans = counting(question, asked_in, text, language)

    assert len(spans) == 1
    assert figure in text[slice(*spans[0])]


@pytest.mark.parametrize(
    ("question", "language"),
    [("How many cooks came?", "en"), ("When did the captains come?", "en"), ("哪年？", "zh-Hans")],
)
def test_where_nothing_or_something_else_is_counted_there_is_none(
    question: str, language: str
) -> None:
    assert counting(question, language, EN, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "whole", "part"),
    [
        ("274 of the 312 pupils have been vaccinated.", "en", "312", "274"),
        ("Of the school's 312 pupils, only 274 came.", "en", "312", "274"),
        ("Twelve out of its 40 members voted.", "en", "40", "Twelve"),
        ("Sur 312 élèves, 274 sont venus.", "fr", "312", "274"),
        ("Douze des 40 adhérents ont voté.", "fr", "40", "Douze"),
        ("全校312名学生中有274名已接种。", "zh-Hans", "312名", "274名"),
        ("全校312名學生當中，已有274名接種。", "zh-Hant", "312名", "274名"),
        ("The club has 40 members and 12 boats.", "en", "40", None),
        ("Le club a 40 adhérents et 12 bateaux.", "fr", "40", None),
        ("俱乐部有40名会员，12条船。", "zh-Hans", "40名", None),
    ],
)
def test_a_part_is_told_from_the_whole_that_it_is_of(
    text: str, language: str, whole: str, part: str | None
) -> None:
    start = text.index(whole)

    span = part_of(text, (start, start + len(whole)), language)

    assert (text[slice(*span)] if span else None) == part
