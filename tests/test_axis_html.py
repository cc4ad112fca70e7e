"""The line of a timeline has every date to scale, named in the reader's language."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from page.axis_html import axis

DATES = st.dates().map(str) | st.integers(1, 2100).map("{:04d}".format)


def shares(line: str) -> list[float]:
    return [float(each) for each in re.findall(r'<i style="left:(-?[\d.]+)%', line)]


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["2012", "2014", "2016", "2018", "2020"]),
        ("fr", ["2012", "2014", "2016", "2018", "2020"]),
        ("zh-Hans", ["2012年", "2014年", "2016年", "2018年", "2020年"]),
        ("zh-Hant", ["2012年", "2014年", "2016年", "2018年", "2020年"]),
    ],
)
def test_years_are_named_as_the_reader_writes_them(language: str, names: list[str]) -> None:
    line = axis(["2013", "2017-05-14/2017-05-15", "2019-04"], language)

    assert re.findall(r"%\">([^<]+)</span>", line) == names
    assert shares(line) == [12.5, 67.1, 90.62]


def test_what_lies_within_a_year_or_two_is_named_by_months() -> None:
    line = axis(["2019-01-10", "2019-04-25", "2019-11-02"], "en")

    assert re.findall(r"%\">([^<]+)</span>", line)[0] == "January 2019"


def test_years_before_christ_are_in_order() -> None:
    line = axis(["-0299", "-0044", "0014"], "en")

    assert shares(line) == sorted(shares(line))


@pytest.mark.parametrize(
    "dates", [[], ["2017"], ["2017", "2019"], ["2019-04-25", "2019-04-26", "2019-04-27"], ["?"] * 4]
)
def test_where_a_list_tells_as_much_there_is_no_line(dates: list[str]) -> None:
    assert axis(dates, "en") == ""


@given(st.lists(DATES, min_size=3, max_size=30))
def test_every_date_is_on_the_line_and_later_ones_stand_behind(dates: list[str]) -> None:
    line = axis(sorted(dates), "en")

    if line:
        assert len(shares(line)) == len(dates)
        assert all(0 <= each <= 100 for each in shares(line))
        assert line.count("</span>") <= 14
