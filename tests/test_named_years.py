"""A year that is part of a name dates nothing; what is counted is told beside its figure."""

from __future__ import annotations

import pytest

from language.values.named_years import in_a_name
from language.values.scan import values_in
from language.values.stated import stated
from language.values.value import Date
from qa.counted import counts_alike


def dates(text: str, language: str) -> list[int | None]:
    """Return the years that *text* states as dates."""
    values = values_in(text, language)
    return [
        value.year
        for span, value in values
        if isinstance(value, Date) and not in_a_name(text, span, value, language)
    ]


@pytest.mark.parametrize(
    ("text", "language", "years"),
    [
        ("The isle signed the 2030 Harbour Agenda in May 2019.", "en", [2019]),
        ("Vision 2035 was printed on 4 June 2021.", "en", [2021]),
        ("At Expo 2010 the isle showed a boat.", "en", []),
        ("The 2025 Plan for Clean Water ends soon.", "en", []),
        ("It met its 2030 targets.", "en", []),
        ("In 2030 the plan ends, and in 2019 it began.", "en", [2030, 2019]),
        ("The goals of 2019 were met.", "en", [2019]),
        ("Since 2011 the boat sails.", "en", [2011]),
        ("Le plan « Horizon 2030 » date de 2020.", "fr", [2020]),
        ("L'Agenda 2030 inspire la ville depuis 2016.", "fr", [2016]),
        ("La stratégie 2025 fut votée le 3 mars 2018.", "fr", [2018]),
        ("En 2019, la stratégie a changé.", "fr", [2019]),
        ("渔港于2021年通过了《2035年渔港规划》。", "zh-Hans", [2021]),
        ("2019年启动“2030年海洋议程”。", "zh-Hans", [2019]),
        ("2035年远景目标在2021年公布。", "zh-Hans", [2021]),
        ("2019年公布了目标。", "zh-Hans", [2019]),
        ("公司於2018年提出「2030年願景」。", "zh-Hant", [2018]),
        ("漁港的2030年可持續發展目標。", "zh-Hant", []),
        ("漁港建於1935年，願景不變。", "zh-Hant", [1935]),
    ],
)
def test_a_year_in_a_name_is_no_date(text: str, language: str, years: list[int]) -> None:
    assert dates(text, language) == years
    told = [each.value.year for each in stated(text, language) if isinstance(each.value, Date)]
    assert told == years


@pytest.mark.parametrize(
    ("text", "language", "years"),
    [
        ("“In 2019 we sailed, and it rained,” she wrote.", "en", [2019]),
        ("He wrote “2019” on the wall.", "en", [2019]),
        ("« En 2019, nous avons gagné. »", "fr", [2019]),
        ("他说：“2019年我们出海，下了雨。”", "zh-Hans", [2019]),
    ],
)
def test_a_year_in_quoted_speech_stays_a_date(text: str, language: str, years: list[int]) -> None:
    assert dates(text, language) == years


def figure(text: str, written: str) -> tuple[int, int]:
    at = text.index(written)
    return at, at + len(written)


@pytest.mark.parametrize(
    ("ours", "theirs", "language", "alike"),
    [
        (("57 visitors came to the mill.", "57"), ("Forty-two visitors came.", "Forty-two"),
         "en", True),
        (("57 visitors came to the mill.", "57"), ("Forty-two boats left.", "Forty-two"),
         "en", False),
        (("Two hundred guests sang.", "Two hundred"), ("210 guests sang.", "210"), "en", True),
        (("Il y eut 57 visiteurs.", "57"), ("Quarante-deux visiteurs vinrent.", "Quarante-deux"),
         "fr", True),
        (("Il y eut 57 visiteurs.", "57"), ("Quarante-deux bateaux partirent.", "Quarante-deux"),
         "fr", False),
        (("五十七位游客到访。", "五十七位"), ("42位游客到访。", "42位"), "zh-Hans", True),
        (("五十七位遊客到訪。", "五十七位"), ("42艘漁船離港。", "42艘"), "zh-Hant", False),
        (("130多个国家的4000余位来宾出席。", "130多个"), ("4000余位来宾出席。", "4000余位"),
         "zh-Hans", False),
        (("130多个国家的4000余位来宾出席。", "4000余位"), ("5000名来宾出席。", "5000名"),
         "zh-Hans", True),
        (("來自29個國家的代表到場。", "29個"), ("1500名代表到場。", "1500名"), "zh-Hant", False),
        (("38 heads of state came.", "38"), ("150 states came.", "150"), "en", False),
        (("38 chefs d’État vinrent.", "38"), ("150 États vinrent.", "150"), "fr", False),
        (("8位年轻的来宾到场。", "8位"), ("9位来宾到场。", "9位"), "zh-Hans", True),
    ],
)  # fmt: skip
def test_figures_count_alike_where_the_noun_beside_them_is_the_same(
    ours: tuple[str, str], theirs: tuple[str, str], language: str, alike: bool
) -> None:
    other = theirs[0], figure(*theirs), language
    assert counts_alike(ours[0], figure(*ours), language, other) is alike
