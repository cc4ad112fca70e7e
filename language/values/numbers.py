"""Numbers as they are written in English, French and Chinese, in figures and in words.

Figures follow CLDR's marks for each language.  What could be read in two ways ("1.500" in French,
两万五) is no number here: a wrong one would be worse than none.
"""

from __future__ import annotations

from decimal import Decimal

import regex

from language.values.spelled import spelled

THOUSAND, MILLION, BILLION, TRILLION = (Decimal(10) ** power for power in (3, 6, 9, 12))
TOO_MUCH = Decimal(10) ** 18  # for anything that people count
# Longest names first within a size; a number is split at the largest that occurs in it.
MARKS_EN = {
    "trillion": TRILLION, "tn": TRILLION, "billion": BILLION, "bn": BILLION,
    "million": MILLION, "mn": MILLION, "thousand": THOUSAND,
}  # fmt: skip
MARKS_FR = {
    "billions": TRILLION, "billion": TRILLION, "milliards": BILLION, "milliard": BILLION,
    "mds": BILLION, "md": BILLION, "millions": MILLION, "million": MILLION, "mille": THOUSAND,
    "milliers": THOUSAND,
}  # fmt: skip

DIGITS_ZH = "零一二三四五六七八九"
MARKS_ZH = {
    "亿": Decimal(10) ** 8,
    "万": Decimal(10) ** 4,
    "千": THOUSAND,
    "百": Decimal(100),
    "十": Decimal(10),
}

# Grouped by commas or spaces, the latter not among Chinese; 01 is a label; more is not prose.
FIGURES_EN = regex.compile(
    r"(?!0\d)(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,18})(?:\.\d{1,9})?"
)
FIGURES_ZH = regex.compile(r"(?!0\d)(?:\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.\d{1,9})?")
FIGURES_FR = regex.compile(
    r"(?!0\d)(?:(?:\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d{1,18})(?:,\d{1,9})?"
    r"|\d{1,18}\.(?:\d{1,2}|\d{4,9}))"
)
# A thousand to English eyes, a decimal fraction to French ones.
UNCLEAR_FR = regex.compile(r"[1-9]\d{0,2}[,.]\d{3}")


def number(text: str, language: str) -> Decimal | None:
    """Return the number that *text* is, or None if it is not one number and nothing else.

    Args:
        text: In lower case, single spaces, Chinese in Simplified characters without spaces.
        language: ``en``, ``fr`` or ``zh``.

    Raises:
        decimal.Inexact: If it has more digits than the context of the caller keeps, and that
            traps it.
    """
    if language == "zh":
        value = chinese(text)
    else:
        value = _western(regex.sub(r"(?<=\p{L})-(?=\p{L})", " ", text), language)
    return None if value is None or value >= TOO_MUCH else value


def figures(text: str, language: str) -> Decimal | None:
    """Return the number that *text* writes in digits alone, without a word."""
    if language == "fr":
        match = FIGURES_FR.fullmatch(text)
        if not match or UNCLEAR_FR.fullmatch(text):
            return None
        whole, comma, fraction = text.partition(",")
        if not comma and not regex.search(r"\.\d{3}(?:\.|$)", whole):
            return Decimal(whole.replace(" ", ""))  # 78.7 stands in French texts too
        return Decimal(regex.sub(r"[ .]", "", whole) + comma.replace(",", ".") + fraction)
    if not (FIGURES_ZH if language == "zh" else FIGURES_EN).fullmatch(text):
        return None
    return Decimal(regex.sub("[ ,]", "", text))


def largest_size(text: str, language: str) -> Decimal:
    """Return what the largest of its words for a size stands for: 10^6 for "3 million", else 1."""
    if language == "zh":
        return max((MARKS_ZH[one] for one in text if one in MARKS_ZH), default=Decimal(1))
    return max(_sizes(text.casefold().split(" "), language), default=Decimal(1)) or Decimal(1)


def _sizes(words: list[str], language: str) -> list[Decimal]:
    """Return the size that each word stands for, 0 for others; digits may run into it: 64bn."""
    marks = MARKS_FR if language == "fr" else MARKS_EN
    return [marks.get(regex.sub(r"^[\d.,]+", "", word), Decimal(0)) for word in words]


def _western(text: str, language: str) -> Decimal | None:
    digits = figures(text, language)
    if digits is not None:
        return digits
    below_thousand = spelled(language).get(text)
    if below_thousand is not None:
        return Decimal(below_thousand)
    words = text.split(" ")
    sizes = _sizes(words, language)
    size = max(sizes)
    if not size or sizes.count(size) > 1:
        return None
    at = sizes.index(size)
    glued = regex.sub(r"\p{L}+$", "", words[at])  # 64bn
    left, right = " ".join([*words[:at], *filter(None, [glued])]), " ".join(words[at + 1 :])
    if language == "en" and left == "a":
        left = "one"
    elif words[at] == "mille" and not left:
        left = "un"
    return _sum(left, size, right, language)


def _sum(left: str, size: Decimal, right: str, language: str) -> Decimal | None:
    factor = _mantissa(left, language)
    if factor is None or (factor != factor.to_integral_value() and right):
        return None
    if not right:
        return factor * size
    if language == "en" and right.startswith("and "):
        right = right[4:]
    if regex.search(r"\d", left + right):  # "5 million 3"
        return None
    rest = _western(right, language)
    return None if rest is None or rest >= size or rest == 0 else factor * size + rest


def _mantissa(text: str, language: str) -> Decimal | None:
    """Return what stands before million: there 1,525 is a fraction in French."""
    if language == "fr" and regex.fullmatch(r"\d{1,3},\d{3}", text):
        return Decimal(text.replace(",", "."))
    return _western(text, language) if text else None


def chinese(text: str) -> Decimal | None:
    """Return the number of Simplified Chinese text: 1.2万亿, 二十九, 3万5千, 一百零五."""
    if regex.fullmatch(r"[零〇一二两三四五六七八九]", text):
        return Decimal(_digit(text))
    digits = figures(text, "zh")
    if digits is not None:
        return digits
    spoken = regex.fullmatch(r"([^点]+)点([零〇一二三四五六七八九]{1,9})", text)
    if spoken:
        whole, fraction = chinese(spoken[1]), "".join(map(str, map(_digit, spoken[2])))
        return None if whole is None or spoken[1][0].isascii() else whole + Decimal(f"0.{fraction}")
    for mark, size in MARKS_ZH.items():
        left, found, right = text.rpartition(mark)
        if found:
            return _chinese_sum(left, size, right)
    return None


def _chinese_sum(left: str, size: Decimal, right: str) -> Decimal | None:
    factor = Decimal(1) if not left and size == 10 else chinese(left)
    if not factor or (size <= THOUSAND and factor >= 10) or right.endswith("两"):
        return None
    if size == 10 and regex.fullmatch("两|.*[\\d.]", left):  # 两十, 5十
        return None
    if not right:
        return factor * size
    if figures(right, "zh") is not None:  # 640万 2017年
        return None
    rest = chinese(right[1:] if right[0] in "零〇" else right)
    if rest is None or factor != factor.to_integral_value() or not 0 < rest < size:
        return None
    # 两万五 is 25,000 when spoken; only 两万零五 or 两万五千 tell what they mean.
    clear = right[0] in "零〇" or rest * 10 >= min(size, Decimal(10) ** 5 if size > 10**4 else size)
    return factor * size + rest if clear and rest == rest.to_integral_value() else None


def positional(text: str) -> int | None:
    """Return the number whose digits *text* names one by one: 二〇一七."""
    if not regex.fullmatch(r"[零〇一二三四五六七八九]{2,4}", text):
        return None
    return int("".join(str(_digit(one)) for one in text))


def _digit(character: str) -> int:
    return {"〇": 0, "两": 2}.get(character, DIGITS_ZH.find(character))
