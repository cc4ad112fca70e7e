"""Format codes of numbers, taken apart (ECMA-376, 18.8.30)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property, lru_cache
from typing import NamedTuple

import regex

GENERAL = "General"
# The codes that are not written into a file, by number (18.8.30); 27 to 58 differ by country.
BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
    5: "#,##0;-#,##0", 6: "#,##0;-#,##0", 7: "#,##0.00;-#,##0.00", 8: "#,##0.00;-#,##0.00",
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "yyyy-mm-dd", 15: "yyyy-mm-dd", 16: "yyyy-mm-dd", 17: "yyyy-mm",
    18: "hh:mm", 19: "hh:mm:ss", 20: "hh:mm", 21: "hh:mm:ss", 22: "yyyy-mm-dd hh:mm",
    **dict.fromkeys((27, 57), "yyyy-mm"),
    **dict.fromkeys((*range(28, 32), 36, *range(50, 55), 58), "yyyy-mm-dd"),
    **dict.fromkeys((32, 34, 55), "hh:mm"), **dict.fromkeys((33, 35, 56), "hh:mm:ss"),
    37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)", 41: "#,##0;-#,##0", 42: "#,##0;-#,##0",
    43: "#,##0.00;-#,##0.00", 44: "#,##0.00;-#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
TOKEN = regex.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<space>.)|\*.|\[(?P<bracket>[^\]]*)\]?'
    r"|(?P<general>(?i:General))|(?P<exponent>[Ee][+-])|(?P<noon>(?i:AM/PM|A/P)|上午/下午)"
    r"|(?P<clock>[yYmMdDhHsSgGeEbB]+|aaaa?)|(?P<digit>[0#?])|(?P<mark>[.,%/@;])|(?P<plain>.)",
    regex.DOTALL,
)
CONDITION = regex.compile(r"(<=|>=|<>|<|>|=)\s*(-?[\d.]+)")
ELAPSED = regex.compile(r"(?i)h+|m+|s+")
# Longer codes are no one's.
LONGEST = 300
# Signs of kinds of tokens; digits and marks stand for themselves.
SIGNS = {"text": "T", "clock": "C", "elapsed": "C", "exponent": "E", "general": "G", "noon": "C"}
PLAIN = regex.compile(
    r"(?P<before>[T%]*)(?P<whole>#?,?#{0,2}0)(?:\.(?P<decimals>0+))?(?P<after>[T%]*)"
)
Token = tuple[str, str]  # kind and text


class Plain(NamedTuple):
    """What most codes are: digits with a fixed number of decimals between texts."""

    before: str
    grouped: str  # "," if groups of three digits are set apart
    places: int  # decimals
    after: str
    power: int  # of ten, by which the number is multiplied: 2 for a percentage


@dataclass(frozen=True)
class Section:
    """How numbers are shown for which *condition* holds."""

    condition: str
    tokens: tuple[Token, ...]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of its tokens."""
        return frozenset(kind for kind, _ in self.tokens)

    @cached_property
    def plain(self) -> Plain | None:
        """The section as a plain one; None if it is none."""
        match = PLAIN.fullmatch("".join(SIGNS.get(kind, text) for kind, text in self.tokens))
        if match is None:
            return None
        before, after = (
            "".join(text for _, text in self.tokens[slice(*match.span(part))])
            for part in ("before", "after")
        )
        percents = 2 * (match["before"] + match["after"]).count("%")
        grouped = "," if "," in match["whole"] else ""
        return Plain(before, grouped, len(match["decimals"] or ""), after, percents)

    @cached_property
    def units(self) -> frozenset[str]:
        """What it shows of a date: y, M, d, h, m, s."""
        clocks = [text[0].lower() for kind, text in self.tokens if kind in {"clock", "elapsed"}]
        units = set()
        for at, unit in enumerate(clocks):
            before, after = clocks[max(0, at - 1) : at], clocks[at + 1 : at + 2]
            month = unit == "m" and before != ["h"] and "s" not in {*before, *after}
            units.add("M" if month else "y" if unit in "geb" else "d" if unit == "a" else unit)
        return frozenset(units)


@lru_cache(maxsize=256)
def sections(code: str) -> tuple[Section, ...]:
    """Return the sections of a *code*."""
    made: list[tuple[str, list[Token]]] = [("", [])]
    for match in TOKEN.finditer(code[:LONGEST]):
        kind, text = match.lastgroup or "", match[match.lastgroup] if match.lastgroup else ""
        if (kind, text) == ("mark", ";"):
            made.append(("", []))
        elif kind == "bracket" and CONDITION.fullmatch(text):
            made[-1] = text, made[-1][1]
        elif kind:
            made[-1][1].append(_token(kind, text))
    return tuple(Section(condition, tuple(tokens)) for condition, tokens in made)


def _token(kind: str, text: str) -> Token:
    if kind == "bracket":
        if ELAPSED.fullmatch(text):
            return "elapsed", text[0].lower()
        # A currency: its sign and the country; colours and the like show nothing.
        return "text", text[1:].partition("-")[0] if text.startswith("$") else ""
    if kind == "space":
        return "text", " "
    return ("text", text) if kind in {"quoted", "escaped", "plain"} else (kind, text)


def section_for(sections: Sequence[Section], amount: Decimal) -> tuple[Section, Decimal]:
    """Return the section for *amount*, and the amount without the sign if the section has one."""
    if len(sections) == 1 and not sections[0].condition:
        return sections[0], amount
    if any(section.condition for section in sections):
        for section in sections:
            if not section.condition or _holds(section.condition, amount):
                return section, amount
        return AS_IT_IS, amount
    if amount < 0 and len(sections) > 1:
        return sections[1], -amount
    if not amount and len(sections) > 2:
        return sections[2], amount
    return sections[0], amount


def _holds(condition: str, amount: Decimal) -> bool:
    match = CONDITION.fullmatch(condition)
    try:
        limit = Decimal(match[2] if match else "")
    except InvalidOperation:
        return False
    sign = match[1] if match else ""
    return {
        "<": amount < limit, "<=": amount <= limit, ">": amount > limit,
        ">=": amount >= limit, "=": amount == limit, "<>": amount != limit,
    }[sign]  # fmt: skip


AS_IT_IS = Section("", (("general", ""),))
