"""Numbers as lists write them: 3, c, III, 三, 丙 (ECMA-376, 17.18.59)."""

from __future__ import annotations

ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
# Figures from nought to nine, and ten, hundred, thousand, of each way to count in Chinese.
COUNTING = "〇一二三四五六七八九十百千"
LEGAL_HANS, LEGAL_HANT = "零壹贰叁肆伍陆柒捌玖拾佰仟", "零壹貳參肆伍陸柒捌玖拾佰仟"
STEMS, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
COUNTED = {
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "japaneseCounting"),
            *("taiwaneseCounting", "taiwaneseCountingThousand", "koreanCounting"),
        ),
        COUNTING,
    ),
    "chineseLegalSimplified": LEGAL_HANS,
    **dict.fromkeys(("ideographLegalTraditional", "japaneseLegal", "koreanLegal"), LEGAL_HANT),
}
DIGITS = {
    **dict.fromkeys(
        ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"), COUNTING[:10]
    ),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), "０１２３４５６７８９"),
}
SERIES = {"ideographTraditional": STEMS, "ideographZodiac": BRANCHES}
ENCLOSED = {"decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle"}


def ordinal(number: int, form: str) -> str:
    """Return how a list writes *number*; in figures where it cannot be written in *form*."""
    if form == "none":
        return ""
    written = _eastern(number, form) or _western(number, form) if 0 < number < 4000 else ""
    return written or str(number)


def _eastern(number: int, form: str) -> str:
    if form in COUNTED:
        return _counted(number, COUNTED[form])
    if form in DIGITS:
        return "".join(DIGITS[form][int(figure)] for figure in str(number))
    if form in SERIES:
        return SERIES[form][number - 1 : number]
    return chr(ord("①") + number - 1) if form in ENCLOSED and number <= 20 else ""


def _western(number: int, form: str) -> str:
    text = ""
    if form.endswith("Letter"):  # after z comes aa, then bb
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form.endswith("Roman"):
        for value, sign in ROMAN:
            count, number = divmod(number, value)
            text += sign * count
    elif form == "decimalZero":
        text = f"{number:02}"
    return text.upper() if form.startswith("upper") else text


def _counted(number: int, signs: str) -> str:
    text = ""
    for power, figure in enumerate(reversed(str(number))):
        unit = signs[9 + power] if power and figure != "0" else ""
        text = (signs[int(figure)] if figure != "0" else "零") + unit + text
    text = text.replace("零零", "零").replace("零零", "零").strip("零")
    ten = signs[10]
    return text[1:] if text.startswith(signs[1] + ten) and signs is COUNTING else text
