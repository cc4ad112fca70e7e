"""Sentences that only mark a place or number something: "3.", "Article 5.", "id: 6", 第三条."""

from __future__ import annotations

from functools import lru_cache

import regex

from language.languages import KNOWN

NUMBER = r"(?:\p{Nd}{1,3}|[ivxlc]+|\p{L}|[一二三四五六七八九十百零〇两]+)"
DIVISIONS = "|".join(
    each for known in KNOWN.values() for each in known.words.divisions.values() if each
)
FIELDS = "u?id|index|nr|no|n°|page|line|word|编号|編號|序号|序號"
# A number or a letter; with what is divided before it, or behind it; a field that numbers.
MARKER = regex.compile(
    rf"[\W_]*(?:(?:(?:{DIVISIONS}|n[°oº]|no)[\s.]*)?{NUMBER}(?:[.\-]{NUMBER})*"
    rf"|第\s?{NUMBER}\s?(?:{DIVISIONS})|(?:{FIELDS})\s?[:：]\s?\p{{Nd}}{{1,9}})?[\W_]*",
    regex.I,
)
# In capitals, what heads an item in short: AOB.
HEADED = regex.compile(r"[\W\d_]*\p{Lu}{2,5}\.[\W_]*")
LONGEST = 40  # characters


@lru_cache(maxsize=4096)
def is_marker(text: str) -> bool:
    """Tell whether *text* says nothing by itself: a number, what an article is called by."""
    if len(text) > LONGEST:
        return False
    return bool(MARKER.fullmatch(text) or HEADED.fullmatch(text))
