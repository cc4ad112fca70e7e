"""Chinese numbers, in Simplified characters: 1.2万亿, 二十九, 3万5千, 一百零五.

What could be read in two ways (两万五) is no number: a wrong one would be worse than none.
"""

from __future__ import annotations

from decimal import Decimal

import regex

DIGITS = "零一二三四五六七八九"
DIGIT = "[零〇一二三四五六七八九]"
SIZES = {"亿": 8, "万": 4, "千": 3, "百": 2, "十": 1}  # a number is split at the largest
# Grouped by commas; 01 is a label; more is not prose.
FIGURES = r"(?!0\d)(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.(?P<part>\d{1,9}))?"


def number(text: str) -> Decimal | None:
    """Return the number that *text* is, or None if it is not one number and nothing else."""
    if text == "两" or regex.fullmatch(DIGIT, text):
        return Decimal(_digit(text))
    if regex.fullmatch(FIGURES, text):
        return Decimal(text.replace(",", ""))
    spoken = regex.fullmatch(rf"([^点]+)点({DIGIT}{{1,9}})", text)
    if spoken:
        whole, fraction = number(spoken[1]), "".join(map(str, map(_digit, spoken[2])))
        return None if whole is None or spoken[1][0].isascii() else whole + Decimal(f"0.{fraction}")
    for mark, power in SIZES.items():
        left, cut, right = text.rpartition(mark)
        if cut:
            return _sum(left, Decimal(10**power), right)
    return None


def _sum(left: str, size: Decimal, right: str) -> Decimal | None:
    factor = Decimal(1) if not left and size == 10 else number(left)
    if not factor or (size <= 1000 and factor >= 10) or right.endswith("两"):
        return None
    if size == 10 and regex.fullmatch("两|.*[\\d.]", left):  # 两十, 5十
        return None
    if not right:
        return factor * size
    if regex.fullmatch(FIGURES, right):  # 640万 2017年
        return None
    rest = number(right[1:] if right[0] in "零〇" else right)
    if rest is None or factor != factor.to_integral_value() or not 0 < rest < size:
        return None
    # 两万五 is 25,000 when spoken; only 两万零五 or 两万五千 tell what they mean.
    clear = right[0] in "零〇" or rest * 10 >= min(size, Decimal(10) ** 5 if size > 10**4 else size)
    return factor * size + rest if clear and rest == rest.to_integral_value() else None


def integer(text: str) -> int:
    """Return a whole number, also one whose digits are named one by one (二〇一七); 0 if none."""
    if text.isdecimal():
        return int(text)
    if regex.fullmatch(rf"{DIGIT}{{2,4}}", text):
        return int("".join(str(_digit(digit)) for digit in text))
    value = number(text) if text else None
    return int(value) if value is not None else 0


def _digit(character: str) -> int:
    return {"〇": 0, "两": 2}.get(character, DIGITS.find(character))
