"""The figures of a text, the same whichever language states them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.values.figures import figures
from tests.strategies import texts


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("The second forum drew 6,000 guests in 2019.", {"#2", "6000", "2019"}),
        ("Le deuxième forum a réuni 6 000 invités en 2019.", {"#2", "6000", "2019"}),
        ("Le deuxième forum a réuni 6\u202f000 invités en 2019.", {"#2", "6000", "2019"}),
        ("第二届论坛2019年有6000名嘉宾。", {"#2", "6000", "2019"}),
        ("第２屆論壇２０１９年有6,000名嘉賓。", {"#2", "6000", "2019"}),
        ("Prices rose by 4.5% on 12,000,000 tonnes.", {"4.5", "12000000"}),
        ("Les prix ont monté de 4,5 % pour 12 000 000 de tonnes.", {"4.5", "12000000"}),
        ("C’était la 21e fois, le 1er mai.", {"#21", "#1"}),
        ("It was the 21st time, on May 1st.", {"#21", "#1"}),
        ("第二十一次，第十二届，第二十届", {"#21", "#12", "#20"}),
        ("The dates are 2017, 2019 and 2023.", {"2017", "2019", "2023"}),
        ("2017,2019,2023", {"2017", "2019", "2023"}),
        ("Nothing is counted here.", set()),
        ("首届论坛", {"#1"}),
        ("the inaugural forum, the fifteenth and the twenty-first", {"#1", "#15", "#21"}),
        ("la treizième, le vingt et unième, la deuxieme, la 4eme", {"#13", "#21", "#2", "#4"}),
        ("le IVe forum, le XXIᵉ siècle, le Ier Empire", {"#4", "#21", "#1"}),
        ("第四屆與第 4 届", {"#4"}),
        ("La vie, cinq et six, Pope John II.", set()),
        ("Article XXXVII", {"37"}),
        ("第三十七条", {"37"}),
    ],
)
def test_figures_are_read_alike_in_every_language(text: str, stated: set[str]) -> None:
    assert figures(text) == stated


@pytest.mark.parametrize(
    "text", ["the forty-first forum", "第一百届广交会", "第一百二十届", "sixty-second"]
)
def test_part_of_a_higher_ordinal_is_not_read_as_a_lower_one(text: str) -> None:
    assert not {"#1", "#2"} & figures(text)


@given(st.integers(1, 99))
def test_a_han_ordinal_is_the_one_in_digits(number: int) -> None:
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    written = (
        (digits[tens] if tens > 1 else "") + "十" * (tens > 0) + (digits[ones] if ones else "")
    )

    assert figures(f"第{written}届") == figures(f"第{number}届") == {f"#{number}"}


@given(st.integers(0, 10**12))
def test_thousands_are_read_alike_however_they_are_set_apart(number: int) -> None:
    english = f"{number:,}"

    assert figures(english) == figures(english.replace(",", "\u202f")) == {str(number)}


@given(texts())
def test_any_text_has_figures_of_digits_only(text: str) -> None:
    for one in figures(text):
        assert one.removeprefix("#").replace(".", "").isdecimal()
