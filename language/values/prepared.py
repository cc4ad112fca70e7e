"""Text as the parsers read it: one way to write what may be written in several."""

from __future__ import annotations

import regex

from language.chinese import to_simplified
from language.tags import family

FULL_WIDTH = {
    code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；：（）！？"
}
LIKE = str.maketrans(
    {"’": "'", "‘": "'", **dict.fromkeys("‐‑", "-"), **dict.fromkeys("‒—―−~〜", "–")}
)


def prepared(text: str, language: str) -> str:
    """Return *text* with half-width signs, one sort of apostrophe and of space, and two dashes.

    A hyphen joins words and figures, "–" stands between two values, without spaces.
    """
    text = text.translate(FULL_WIDTH).translate(LIKE)
    if family(language) != "fr":  # spaces that cannot break a line group digits everywhere
        text = regex.sub(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3}(?!\d))", ",", text)
    text = regex.sub(" ?–+ ?| - ", "–", regex.sub(r"\s+", " ", text).strip())
    if family(language) != "zh":
        return text
    text = regex.sub(r"(?<=\p{Han}) | (?=\p{Han})", "", to_simplified(text))
    # In Taiwan 兆 is a million millions; elsewhere it may be one million.
    return regex.sub("兆(?!瓦|字|赫)", "万亿", text) if language == "zh-Hant" else text
