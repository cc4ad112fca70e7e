"""Values that words state, said in another language."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from language.values import scan
from language.values.agreement import same
from language.values.dates import plain_year
from language.values.names import name
from language.values.parsing import parse
from language.values.saying import say
from language.values.scan import value_at, values_in
from language.values.translation import translated_names
from language.values.units import MEASURES, currency_codes
from language.values.value import (
    COUNT,
    DOLLAR,
    PERCENT,
    Bound,
    Century,
    Date,
    DateRange,
    Decade,
    Name,
    NameKind,
    Numbered,
    Ordinal,
    Quantity,
    QuantityRange,
    Unit,
    UnitKind,
    Value,
)
from tests.strategies import texts

LANGUAGES = ("en", "fr", "zh-Hans", "zh-Hant")
YEARS = Unit(UnitKind.MEASURE, "duration-year")


def money(code: str) -> Unit:
    return Unit(UnitKind.CURRENCY, code)


def measure(code: str) -> Unit:
    return Unit(UnitKind.MEASURE, code)


UNITS = (
    [COUNT, PERCENT, DOLLAR]
    + [money(code) for code in currency_codes()]
    + [measure(code) for code in MEASURES if code != YEARS.code]  # 17年: see below
)
languages = st.sampled_from(LANGUAGES)
round_numbers = st.builds(
    lambda digits, power: Decimal(digits) * Decimal(10) ** power,
    st.integers(1, 99_999),
    st.integers(-3, 12),
)
numbers = st.one_of(
    round_numbers,
    st.integers(0, 10**17).map(Decimal),
    st.decimals("0", "999999999", places=5, allow_nan=False),
)
days = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31))
dates = st.one_of(
    days.map(lambda day: Date(day.year, day.month, day.day)),
    days.map(lambda day: Date(day.year, day.month)),
    days.map(lambda day: Date(None, day.month, day.day)),
    st.integers(1, 2999).map(Date),
    st.integers(-2999, -1).map(Date),
)


@st.composite
def date_ranges(draw: st.DrawFn) -> DateRange:
    first, last = sorted((draw(days), draw(days)))
    parts = draw(st.sampled_from([1, 2, 3]))
    one, other = (Date(*(day.year, day.month, day.day)[:parts]) for day in (first, last))
    assume(one != other)
    return DateRange(one, other)


@st.composite
def quantity_ranges(draw: st.DrawFn) -> QuantityRange:
    low, high = sorted((draw(numbers), draw(numbers)))
    assume(low < high)
    return QuantityRange(low, high, draw(st.sampled_from(UNITS)))


# 余 is said as "more than".
BOUNDS = [bound for bound in Bound if bound is not Bound.ODD]
quantities = st.builds(Quantity, numbers, st.sampled_from(UNITS), st.sampled_from(BOUNDS))
values = st.one_of(
    quantities,
    quantity_ranges(),
    dates,
    date_ranges(),
    st.integers(1, 999_999).map(Ordinal),
    st.integers(0, 99_999_999).map(Numbered),
    st.integers(1, 21).map(Century),
    st.integers(101, 209).filter(lambda tens: tens % 10).map(lambda tens: Decade(10 * tens)),
)


@given(values, languages)
def test_what_is_said_is_read_as_the_same_value(value: Value, language: str) -> None:
    assert parse(say(value, language), language) == value


@given(values, languages, languages)
def test_a_value_survives_two_translations(value: Value, first: str, second: str) -> None:
    there = parse(say(value, first), first)
    assert there is not None

    assert parse(say(there, second), second) == value


@given(values, st.sampled_from([
    ("en", (" bananas", " and 29 countries", " ago", " of history", ".5", " per head")),
    ("fr", (" bananes", " et 29 pays", " plus tard", " d'histoire", ",5", " par tête")),
    ("zh-Hans", ("香蕉", "和29个国际组织", "以来", "的历史", ".5", "前后")),
    ("zh-Hant", ("香蕉", "和29個國際組織", "以來", "的歷史", ".5", "前後")),
]), st.integers(0, 5))  # fmt: skip
def test_words_that_say_something_else_leave_no_value(
    value: Value, written: tuple[str, tuple[str, ...]], which: int
) -> None:
    language, remainders = written
    assume(not say(value, language)[-1].isdigit() or not remainders[which].endswith("5"))

    assert parse(say(value, language) + remainders[which], language) is None


@given(st.text(max_size=40), languages)
@example("²", "en")
@example("٣٤", "fr")
@example("第", "zh-Hans")
@example("10" * 30, "en")
@example("百分之", "zh-Hans")
@example("超过", "zh-Hant")
@example("𝟙𝟚", "zh-Hans")
def test_no_text_stops_the_parser(text: str, language: str) -> None:
    parse(text, language)
    values_in(text, language)
    translated_names(text, language)


WORDS = {
    "en": "from 14 – 15 to and May 2017 , 1,500 . $ US$ € % 64.37 million billion twenty nine the"
    " about more than 2nd 1980s BC km people hundred two a -",
    "fr": "de 14 – 15 à et mai 2017 , 1 500 64,37 . € % millions milliards mille vingt neuf cent le"
    " plus près environ 2e siècle XIX du au km personnes d’euros dollars quatre deux",
    "zh-Hans": "2017 年 5 月 14 日 至 15 号 第 二 十 九 百 千 万 亿 零 两 多 余 近 约 超过 640 1.5"
    " 美元 元 % 百分之 点 个 名 公里 世纪 年代 和 ， 届 前 公元",
    "zh-Hant": "2017 年 5 月 14 日 至 15 號 第 二 十 九 百 千 萬 億 兆 零 兩 多 餘 近 約 超過 640 1.5"
    " 美元 元 % 百分之 點 個 名 公里 世紀 年代 和 ， 屆 前 公元",
}


@given(st.data(), languages)
def test_whatever_is_read_from_scrambled_words_is_said_and_read_again(
    data: st.DataObject, language: str
) -> None:
    words = st.sampled_from(WORDS[language].split())
    joint = data.draw(st.sampled_from(["", " "]))
    value = parse(joint.join(data.draw(st.lists(words, min_size=1, max_size=7))), language)

    if value is not None and not _unclear(value, language):
        assert parse(say(value, language), language) == value


def _unclear(value: Value, language: str) -> bool:
    return isinstance(value, Quantity | QuantityRange) and value.unit == YEARS and language > "zh"


@given(values, languages)
def test_a_value_is_the_same_as_itself_and_sameness_has_no_order(
    value: Value, language: str
) -> None:
    again = parse(say(value, language), language)
    assert again is not None

    assert same(value, again) is True


@given(values, values)
def test_sameness_is_the_same_both_ways(one: Value, other: Value) -> None:
    assert same(one, other) is same(other, one)


DIGITS = "零一二三四五六七八九"


def in_han(number: int) -> str:
    """Spell a number below 10^12 as a Chinese school book does."""
    for size, mark in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= size:
            rest = number % size
            gap = "零" if 0 < rest < size // 10 else ""
            return in_han(number // size) + mark + (gap + in_han(rest) if rest else "")
    return DIGITS[number]


@given(st.integers(0, 10**12 - 1), st.sampled_from(["zh-Hans", "zh-Hant"]))
@example(100_005, "zh-Hans")
def test_numbers_in_han_numerals_are_read(number: int, language: str) -> None:
    assert parse(in_han(number), language) == Quantity(Decimal(number))


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_english(number: int) -> str:
    for size, mark in (
        (10**9, "billion"),
        (10**6, "million"),
        (1000, "thousand"),
        (100, "hundred"),
    ):
        if number >= size:
            rest = number % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_english(number // size)} {mark}" + (
                joint + in_english(rest) if rest else ""
            )
    if number < 20:
        return SMALL[number]
    return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(0, 10**12 - 1))
def test_numbers_in_english_words_are_read(number: int) -> None:
    assert parse(in_english(number).capitalize(), "en") == Quantity(Decimal(number))


@given(
    st.integers(1, 9_999), st.sampled_from([("万", "萬", 4), ("亿", "億", 8), ("万亿", "兆", 12)])
)
def test_ten_thousands_and_hundred_millions_are_exact(
    tenths: int, mark: tuple[str, str, int]
) -> None:
    number = Decimal(tenths) / 10
    simplified, traditional, power = mark
    expected = Quantity(number * 10**power)

    assert parse(f"{number}{simplified}", "zh-Hans") == expected
    assert parse(f"{number}{traditional}", "zh-Hant") == expected


@given(numbers, st.sampled_from(LANGUAGES))
def test_full_width_digits_and_any_space_between_groups_are_read(
    number: Decimal, language: str
) -> None:
    said = say(Quantity(number, PERCENT), language)
    wide = "".join(chr(ord(one) + 0xFEE0) if one.isdecimal() or one == "%" else one for one in said)

    for space in " \u00a0\u202f\u2009":
        respaced = wide.replace("\u202f", space)
        assert parse(respaced, language) == Quantity(number, PERCENT)


def q(number: str, unit: Unit = COUNT, bound: Bound = Bound.EXACT) -> Quantity:
    return Quantity(Decimal(number), unit, bound)


USD, EUR, CNY = money("USD"), money("EUR"), money("CNY")
MAY = DateRange(Date(2017, 5, 14), Date(2017, 5, 15))


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("2017年5月14日至15日", "zh-Hans", MAY),
        ("2017年5月14-15日", "zh-Hans", MAY),
        ("二〇一七年五月十四日至十五日", "zh-Hant", MAY),
        ("May 14-15, 2017", "en", MAY),
        ("14 and 15 May 2017", "en", MAY),
        ("from 14 to 15 May 2017", "en", MAY),
        ("du 14 au 15 mai 2017", "fr", MAY),
        ("les 14 et 15 mai 2017", "fr", MAY),
        ("the 3rd of June, 1887", "en", Date(1887, 6, 3)),
        ("1er août 1914", "fr", Date(1914, 8, 1)),
        ("juillet 1789", "fr", Date(1789, 7)),
        ("1949年10月", "zh-Hans", Date(1949, 10)),
        ("1887", "en", Date(1887)),
        ("公元前221年", "zh-Hans", Date(-221)),
        ("44 av. J.-C.", "fr", Date(-44)),
        ("AD 79", "en", Date(79)),
        ("In 1887", "en", Date(1887)),
        ("en juin 2014", "fr", Date(2014, 6)),
        ("October 17, 2023", "zh-Hans", Date(2023, 10, 17)),
        ("1939–1945", "en", DateRange(Date(1939), Date(1945))),
        ("2014年至2016年", "zh-Hans", DateRange(Date(2014), Date(2016))),
        ("20世纪80年代", "zh-Hans", Decade(1980)),
        ("in the 1980s", "en", Decade(1980)),
        ("au XVIe siècle", "fr", Century(16)),
        ("XIXᵉ siècle", "fr", Century(19)),
        ("十九世紀", "zh-Hant", Century(19)),
        ("640多亿美元", "zh-Hans", q("64e9", USD, Bound.ODD)),
        ("640\n多亿美元", "zh-Hans", q("64e9", USD, Bound.ODD)),
        ("more than US$64 billion", "en", q("64e9", USD, Bound.OVER)),
        ("plus de 64 milliards de dollars américains", "fr", q("64e9", USD, Bound.OVER)),
        ("400 亿美元", "zh-Hans", q("40e9", USD)),
        ("3.5亿元", "zh-Hans", q("350e6", CNY)),
        ("1.2兆美元", "zh-Hant", q("1.2e12", USD)),
        ("$5.4 million", "en", q("5.4e6", DOLLAR)),
        ("près de 3 millions d’euros", "fr", q("3e6", EUR, Bound.NEARLY)),
        ("64 000 €", "fr", q("64000", EUR)),
        ("mille milliards", "fr", q("1e12")),
        ("quatre-vingt mille euros", "fr", q("80000", EUR)),
        ("$64bn", "en", q("64e9", DOLLAR)),
        ("10 – 12 %", "fr", QuantityRange(Decimal(10), Decimal(12), PERCENT)),
        ("1\u00a0500 people", "en", q("1500")),
        ("1\u202f500人", "zh-Hans", q("1500")),
        ("quatre-vingt-dix-sept", "fr", q("97")),
        ("Vingt-neuf", "fr", q("29")),
        ("29位", "zh-Hans", q("29")),
        ("二十九個", "zh-Hant", q("29")),
        ("158所", "zh-Hans", q("158")),
        ("4000余名", "zh-Hans", q("4000", bound=Bound.ODD)),
        ("十多万人", "zh-Hans", q("1e5", bound=Bound.ODD)),
        ("近300人", "zh-Hans", q("300", bound=Bound.NEARLY)),
        ("60岁以上", "zh-Hans", None),
        ("300人以上", "zh-Hans", q("300", bound=Bound.AT_LEAST)),
        ("1,500 delegates", "en", q("1500")),
        ("quelque 1 500 délégués", "fr", q("1500", bound=Bound.ABOUT)),
        ("78.7%", "en", q("78.7", PERCENT)),
        ("78,7 pour cent", "fr", q("78.7", PERCENT)),
        ("百分之七十八点七", "zh-Hans", q("78.7", PERCENT)),
        ("1035公里", "zh-Hans", q("1035", measure("length-kilometer"))),
        ("1,035 kilometers", "en", q("1035", measure("length-kilometer"))),
        ("40km", "zh-Hans", q("40", measure("length-kilometer"))),
        ("10,000 m2", "en", q("10000", measure("area-square-meter"))),
        ("12 000 km²", "fr", q("12000", measure("area-square-kilometer"))),
        ("十年", "zh-Hans", q("10", YEARS)),
        ("10多年", "zh-Hans", q("10", YEARS, Bound.ODD)),
        ("30至40公里", "zh-Hans", QuantityRange(Decimal(30), Decimal(40), measure("length-kilometer"))),
        ("30–40%", "en", QuantityRange(Decimal(30), Decimal(40), PERCENT)),
        ("entre 5 et 7 millions", "fr", None),
        ("九十至一百", "zh-Hans", QuantityRange(Decimal(90), Decimal(100))),
        ("第二届", "zh-Hans", Ordinal(2)),
        ("twenty-first", "en", Ordinal(21)),
        ("dix-neuvième", "fr", Ordinal(19)),
        ("第２３４４号", "zh-Hans", Numbered(2344)),
        ("2344號", "zh-Hant", Numbered(2344)),
        ("no. 2344", "en", Numbered(2344)),
        ("意大利", "zh-Hans", Name(NameKind.TERRITORY, "IT")),
        ("義大利", "zh-Hant", Name(NameKind.TERRITORY, "IT")),
        ("the US", "en", None),
        ("USA", "en", Name(NameKind.TERRITORY, "US")),
        ("Côte d'Ivoire", "fr", Name(NameKind.TERRITORY, "CI")),
        ("法语", "zh-Hans", Name(NameKind.LANGUAGE, "fr")),
    ],
)  # fmt: skip
def test_phrases_are_read_as_they_are_meant(text: str, language: str, value: Value | None) -> None:
    assert parse(text, language) == value


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("127 个国家和 29 个国际组织", "zh-Hans"),  # two values
        ("14 and 16 May 2017", "en"),  # two days, not three
        ("上世纪", "zh-Hans"),  # whichever was the last when it was written
        ("the 1900s", "en"),  # ten years or a hundred
        ("17年", "zh-Hans"),  # seventeen years, 2017, 1928
        ("近十年", "zh-Hans"),  # these last ten years
        ("about 1940", "en"),  # the year or the number
        ("两万五", "zh-Hans"),  # 25,000 or 20,005
        ("几十人", "zh-Hans"),
        ("dozens of people", "en"),
        ("1,500", "fr"),  # a thousand and a half, or one and a half
        ("1.500", "fr"),
        ("3 to 5 million", "en"),  # three, or three million
        ("4/5/2017", "en"),  # April or May
        ("31 June 2017", "en"),
        ("2017年2月29日", "zh-Hans"),
        ("5m", "en"),
        ("5 in", "en"),
        ("3.5億元", "zh-Hant"),  # of which country
        ("5 兆", "zh-Hans"),  # 10^6 or 10^12
        ("¥500", "en"),  # yuan or yen
        ("14号", "zh-Hans"),  # the 14th, or number 14
        ("5-6", "en"),  # a score, a date
        ("-5 °C", "en"),
        ("since 1887", "en"),
        ("un", "fr"),  # the number or the article
        ("cent millions neuf millions", "fr"),
        ("twenty – million", "en"),
        ("milliers", "fr"),
        ("640 640", "zh-Hans"),  # two columns of a table
        ("第十两", "zh-Hans"),
        ("640万 2017", "zh-Hans"),
        ("1.5至640亿", "zh-Hans"),
        ("15 de personnes", "fr"),
        ("14百15千", "zh-Hans"),
        ("近两届", "zh-Hans"),  # the last two
        ("01", "zh-Hans"),  # a label
        ("第六条", "zh-Hans"),  # Article 6
        ("45,000 pounds", "en"),  # of money or of weight
        ("Georgia", "en"),  # the country or the state
        ("French", "en"),  # the language, or the people
        ("May", "en"),
        ("2,5,3", "en"),
        ("12,34", "en"),
        ("5.000.00", "fr"),
        ("一一", "zh-Hans"),
        ("3成", "zh-Hans"),
        ("2017年度", "zh-Hans"),
        ("2017 Formula One", "en"),
        ("29 Staats- und Regierungschefs", "de"),
        ("", "en"),
        (" ", "zh-Hans"),
    ],
)
def test_what_can_be_read_in_two_ways_has_no_value(text: str, language: str) -> None:
    assert parse(text, language) is None


@pytest.mark.parametrize(
    ("text", "en", "fr", "hant"),
    [
        ("2017年5月14日至15日", "14–15 May 2017", "14–15 mai 2017", "2017年5月14日至15日"),
        ("5月30日至6月2日", "30 May – 2 June", "30 mai – 2 juin", "5月30日至6月2日"),
        ("640多亿美元", "more than US$64 billion", "plus de 64 milliards de dollars des États-Unis", "超過640億美元"),
        ("64.37亿欧元", "€6.437 billion", "6,437 milliards d’euros", "64.37億歐元"),
        ("400 亿美元", "US$40 billion", "40 milliards de dollars des États-Unis", "400億美元"),
        ("29位", "29", "29", "29"),
        ("12345678人", "12,345,678", "12 345 678", "12,345,678"),
        ("78.7%", "78.7%", "78,7 %", "78.7%"),
        ("1035公里", "1,035 kilometres", "1 035 kilomètres", "1,035 公里"),
        ("150万平方公里", "1.5 million square kilometres", "1,5 million de kilomètres carrés", "150萬 平方公里"),
        ("1小时", "1 hour", "1 heure", "1 小時"),
        ("第二届", "2nd", "2e", "第2"),
        ("第112名", "112th", "112e", "第112"),
        ("2344号", "No. 2344", "n° 2344", "第2344號"),
        ("19世纪", "19th century", "XIXe siècle", "19世紀"),
        ("公元前221年", "221 BC", "221 av. J.-C.", "西元前221年"),
        ("意大利", "Italy", "Italie", "義大利"),
        ("香港", "Hong Kong", "Hong Kong", "香港"),
        ("英镑", "British Pound", "livre sterling", "英鎊"),
    ],
)  # fmt: skip
def test_a_chinese_value_is_said_in_the_users_language(
    text: str, en: str, fr: str, hant: str
) -> None:
    value = parse(text, "zh-Hans")
    assert value is not None

    said = [" ".join(say(value, language).split()) for language in ("en", "fr", "zh-Hant")]
    assert said == [en, fr, hant]


@given(numbers.filter(bool), languages)
def test_years_in_chinese_are_read_unless_they_may_be_a_date(
    number: Decimal, language: str
) -> None:
    said = say(Quantity(number, YEARS), language)
    unclear = language > "zh" and number == number.to_integral_value() and 10 <= number < 10_000
    value = parse(said, language)

    if unclear and number < 1000:
        assert value is None
    elif not unclear:
        assert value == Quantity(number, YEARS)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("640多亿美元", "zh-Hans"), ("more than US$64 billion", "en"), True),
        (("640多亿美元", "zh-Hans"), ("US$64.3 billion", "en"), True),
        (("640多亿美元", "zh-Hans"), ("US$63 billion", "en"), False),
        (("640多亿美元", "zh-Hans"), ("$64.3 billion", "en"), True),
        (("640多亿美元", "zh-Hans"), ("€64.3 billion", "en"), None),
        (("4000余名", "zh-Hans"), ("4,000", "en"), True),
        (("more than 4,000", "en"), ("9,000", "en"), None),
        (("4000余名", "zh-Hans"), ("9,000", "en"), False),
        (("6000余名", "zh-Hans"), ("近5000位", "zh-Hans"), False),
        (("5000余名", "zh-Hans"), ("6000餘名", "zh-Hant"), False),
        (("三百餘名", "zh-Hant"), ("約480名", "zh-Hant"), False),
        (("6000余名", "zh-Hans"), ("about 6,000", "en"), True),
        (("about 6,000", "en"), ("nearly 5,000", "en"), False),
        (("près de 5 000", "fr"), ("plus de 5 000", "fr"), False),
        (("plus de 5 000", "fr"), ("5,000", "en"), True),
        (("30 to 40", "en"), ("40", "en"), True),
        (("29", "en"), ("30", "en"), False),
        (("29位", "zh-Hans"), ("Twenty-nine", "en"), True),
        (("nearly 30", "en"), ("29位", "zh-Hans"), True),
        (("nearly 30", "en"), ("31位", "zh-Hans"), False),
        (("less than 30", "en"), ("more than 40", "en"), False),
        (("30 to 40 km", "en"), ("35公里", "zh-Hans"), True),
        (("30 to 40 km", "en"), ("45公里", "zh-Hans"), False),
        (("2017", "en"), ("2017年5月14日", "zh-Hans"), True),
        (("2018", "en"), ("2017年5月14日", "zh-Hans"), False),
        (("14 May", "en"), ("2017年5月14日", "zh-Hans"), True),
        (("14–15 May 2017", "en"), ("2017年5月14日至15日", "zh-Hans"), True),
        (("14–15 May 2017", "en"), ("2017年5月14日至16日", "zh-Hans"), False),
        (("14–15 May 2017", "en"), ("mai 2017", "fr"), True),
        (("14–15 May 2017", "en"), ("14 mai 2017", "fr"), None),
        (("14–15 May 2017", "en"), ("17 mai 2017", "fr"), False),
        (("1980s", "en"), ("1984年", "zh-Hans"), True),
        (("1980s", "en"), ("19世纪", "zh-Hans"), False),
        (("14 May 2017", "en"), ("29", "en"), None),
        (("2e", "fr"), ("第二届", "zh-Hans"), True),
        (("2e", "fr"), ("第三届", "zh-Hans"), False),
        (("Italy", "en"), ("意大利", "zh-Hans"), True),
        (("Hong Kong", "en"), ("中国", "zh-Hans"), None),
    ],
)  # fmt: skip
def test_values_of_two_sources_are_compared_by_what_they_allow(
    one: tuple[str, str], other: tuple[str, str], expected: bool | None
) -> None:
    a, b = parse(*one), parse(*other)
    assert a is not None
    assert b is not None

    assert same(a, b) is expected


@pytest.mark.parametrize(
    ("sentence", "language", "stated"),
    [
        (
            "论坛于2017年5月14日至15日举行，29位国家元首出席，127个国家和29个国际组织的4000余名记者报道，总额640\n多亿美元。",
            "zh-Hans",
            ["2017年5月14日至15日", "29位", "127个", "29个", "4000余名", "640\n多亿美元"],
        ),
        (
            "On 14–15 May 2017, 29 heads of state signed US$64.37 billion; nearly 80% of it in Italy.",
            "en",
            ["On 14–15 May 2017", "29", "US$64.37 billion", "nearly 80%", "Italy"],
        ),
        (
            "Le 14 mai 2017, près de 1 500 délégués et 1.500 autres ont couru 5,5 km.",
            "fr",
            ["Le 14 mai 2017", "près de 1 500 délégués", "5,5 km"],
        ),
        ("“一带一路”倡议是一个平台，比1.50.3版好", "zh-Hans", ["一个"]),
        ("It cost CA$5 in version 2.0.1.", "en", []),
    ],
)
def test_the_values_of_a_sentence_are_found_whole(
    sentence: str, language: str, stated: list[str]
) -> None:
    assert [sentence[slice(*span)] for span, _ in values_in(sentence, language)] == stated


@given(st.lists(values, min_size=1, max_size=3), languages)
def test_spans_of_values_are_in_order_and_state_the_value_given(
    several: list[Value], language: str
) -> None:
    text = " ; ".join(say(value, language) for value in several)
    end = 0
    for span, value in values_in(text, language):
        assert span[0] >= end
        assert parse(text[slice(*span)], language) == value
        end = span[1]


@pytest.mark.parametrize(
    ("question", "language", "names"),
    [
        ("What did the US sign with Italy?", "en", {"US": "美国", "Italy": "意大利"}),
        ("tell us which turkey was polish in Oman", "en", {"Oman": "阿曼"}),
        ("who rules ivory coast", "en", {"ivory coast": "科特迪瓦"}),
        ("Combien d’euros l’Allemagne a-t-elle versés ?", "fr", {"euros": "Euro", "Allemagne": "Germany"}),
        ("意大利用多少美元买了法语书？", "zh-Hans", {"意大利": "Italy", "美元": "US Dollar", "法语": "French"}),
        ("義大利與象牙海岸", "zh-Hant", {"義大利": "Italie", "象牙海岸": "Côte d’Ivoire"}),
        ("香港有多少人口？", "zh-Hans", {"香港": "Hong Kong"}),
        ("马里兰州和印度洋在哪里？", "zh-Hans", {}),
        ("有多少中国人去了日本？", "zh-Hans", {"中国": "China", "日本": "Japon"}),
        ("Who wrote it?", "en", {}),
        ("Wer regiert in Italien?", "de", {}),
        ("", "zh-Hans", {}),
    ],
)  # fmt: skip
def test_names_of_a_question_are_given_in_the_other_languages(
    question: str, language: str, names: dict[str, str]
) -> None:
    found = translated_names(question, language)

    assert list(found) == list(names)
    assert all(names[written] in found[written] for written in names)


@given(st.sampled_from(["IT", "CI", "US", "TW", "150", "EU", "GB", "CD"]), languages)
def test_a_territory_is_known_by_the_name_it_is_given(code: str, language: str) -> None:
    territory = Name(NameKind.TERRITORY, code)

    assert name(say(territory, language), language) == territory


def test_every_currency_is_known_by_the_name_it_is_given() -> None:
    missed = {
        (code, language)
        for code in currency_codes()
        for language in LANGUAGES
        if name(say(Name(NameKind.CURRENCY, code), language), language)
        != Name(NameKind.CURRENCY, code)
    }

    assert missed == set()


def test_round_years_are_told_from_numbers_by_their_era() -> None:
    assert not plain_year(1500)
    assert say(Date(1500), "en") == "1500 AD"
    assert say(Date(1500), "zh-Hans") == "公元1500年"


@pytest.mark.parametrize(
    ("sentence", "words", "language", "whole"),
    [
        ("It weighs about 840 kilograms, they say.", "840", "en", "about 840 kilograms"),
        ("Le phare est haut de 32 mètres.", "32", "fr", "32 mètres"),
        ("跨海大桥全长36公里，有桥墩。", "36", "zh-Hans", "36公里"),
        ("合同总额640 多亿美元。", "640", "zh-Hans", "640 多亿美元"),
        ("It opened on 3 May 1932, with 40 men.", "40", "en", "40"),
        ("Of 1,500 guests 40 spoke.", "1,500", "en", "1,500"),
    ],
)
def test_a_figure_in_a_sentence_has_the_unit_and_the_bound_beside_it(
    sentence: str, words: str, language: str, whole: str
) -> None:
    start = sentence.index(words)

    found = value_at(sentence, (start, start + len(words)), language)

    assert found == parse(whole, language) is not None


def test_words_that_are_part_of_no_value_have_none() -> None:
    assert value_at("It was built by Ada Brook in 1902.", (16, 25), "en") is None


@pytest.mark.parametrize(
    ("sentence", "words", "language"),
    [
        ("合同为期三年半。", "三年", "zh-Hans"),
        ("雙方簽署了數十億美元的協議。", "十億", "zh-Hant"),
        ("几十万人受益。", "十万人", "zh-Hans"),
        ("总额增至原来的3倍。", "3", "zh-Hans"),
        ("气温降到零下40摄氏度。", "40", "zh-Hans"),
        ("成本为5至7亿美元。", "5", "zh-Hans"),
        ("投资约5亿至7亿美元。", "5亿", "zh-Hans"),
        ("协议在2017年以前签署。", "2017年", "zh-Hans"),
        ("It lasts two and a half years.", "two", "en"),
        ("Half a million people came.", "million", "en"),
        ("It costs 5 to 7 million dollars.", "5", "en"),
        ("It weighs 3½ tonnes.", "3", "en"),
        ("One third of the members left.", "One", "en"),
        ("It opened before 14 May 2017.", "14 May 2017", "en"),
        ("Trains reach 350 kilometres an hour.", "350", "en"),
        ("Il dure trois ans et demi.", "trois", "fr"),
        ("Un million et demi de personnes.", "million", "fr"),
        ("Il coûte de 5 à 7 millions d’euros.", "5", "fr"),
        ("Deux tiers des 29 pays.", "Deux", "fr"),
        ("Le billet coûte 12 € 50.", "12 €", "fr"),
        ("Le 14 ou 15 mai 2017.", "15 mai 2017", "fr"),
    ],
)
def test_a_value_that_the_words_beside_it_change_is_none(
    sentence: str, words: str, language: str
) -> None:
    start = sentence.index(words)

    assert value_at(sentence, (start, start + len(words)), language) is None


def test_a_comma_after_a_unit_ends_the_value_though_a_year_follows() -> None:
    sentence = "蒙內鐵路長約480公里,2017年5月31日啟用。"

    assert value_at(sentence, (6, 9), "zh-Hant") == parse("約480公里", "zh-Hant") is not None


@given(texts(), languages)
def test_spans_of_any_text_are_in_order_apart_and_inside_it(text: str, language: str) -> None:
    end = 0
    for (start, stop), value in values_in(text, language):
        assert end <= start < stop <= len(text)
        assert parse(text[start:stop], language) == value
        end = stop


@given(values, languages)
def test_the_value_at_the_whole_of_a_text_is_the_one_it_is_read_as(
    value: Value, language: str
) -> None:
    text = say(value, language)

    assert value_at(text, (0, len(text)), language) == parse(text, language)


@pytest.mark.parametrize(
    "text", ["7" * 20_000, "二" * 20_000, "人" * 20_000, "7年" * 10_000, "7 " * 10_000]
)
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_a_long_text_is_read_in_a_few_windows_at_each_place(
    text: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def reader(words: str, _: str) -> None:
        read.append(words)

    monkeypatch.setattr(scan, "parse", reader)

    assert values_in(text, language) == ()
    assert len(read) <= scan.MOST_HAN * 20_000


def test_a_language_whose_values_are_not_told_has_none() -> None:
    assert values_in("Am 3. Mai 2017", "de") == ()
    assert value_at("Am 3. Mai 2017", (3, 5), "de") is None
    assert translated_names("Italien", "de") == {}


@pytest.mark.parametrize(
    ("text", "tag", "number", "bound"),
    [
        ("来自各地的4000余位来宾", "zh-Hans", "4000", Bound.ODD),
        ("來自各地的4000餘位來賓", "zh-Hant", "4000", Bound.ODD),
        ("pas moins de 130 voiliers", "fr", "130", Bound.AT_LEAST),
        ("no fewer than 130 sailors", "en", "130", Bound.AT_LEAST),
        ("as many as 6,000 sailors", "en", "6,000", Bound.AT_MOST),
        ("6,000 or so sailors", "en", "6,000", Bound.ABOUT),
        ("an estimated 6,000 sailors", "en", "6,000", Bound.ABOUT),
    ],
)
def test_what_is_said_of_a_figure_is_read_with_it(
    text: str, tag: str, number: str, bound: Bound
) -> None:
    start = text.index(number)
    value = value_at(text, (start, start + len(number)), tag)

    assert isinstance(value, Quantity)
    assert value.bound is bound


def test_the_number_in_front_of_lai_is_still_another_one() -> None:
    assert value_at("6000来名水手", (0, 4), "zh-Hans") is None
