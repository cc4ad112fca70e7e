"""How a number is shown under a format code (ECMA-376, 18.8.30): 0.075 under 0.00% is 7.50%.

The separators are those of the code, "," and ".", since which ones a reader sees is set on the
reader's machine and not in the file; so is the order of a date, which is given by ISO 8601.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from fractions import Fraction
from functools import lru_cache

from corpus.loaders.office.date_formats import date_shown
from corpus.loaders.office.format_codes import GENERAL, Section, Token, section_for, sections

# Enough for the largest number under the longest code.
EXACT = Context(prec=400)


@lru_cache(maxsize=100_000)
def shown(number: str, code: str, from_1904: bool = False) -> str:
    """Return the *number* that a file holds as it is shown; what is none as it stands.

    Args:
        number: As XML writes it.
        code: The format code.
        from_1904: Whether days are counted from 1904 on, as old Macintoshes did.
    """
    if code == GENERAL and number.isdigit() and number[0] != "0" and len(number) < 16:
        return number
    try:
        amount = Decimal(number)
    except InvalidOperation:
        return number
    if not amount.is_finite() or abs(amount.adjusted()) > 40:
        return number
    section, amount = section_for(sections(code), amount)
    if section.plain:
        before, grouped, places, after, power = section.plain
        digits = f"{_rounded(amount.scaleb(power), places):{grouped}f}"
        sign = "-" if digits[0] == "-" and digits.strip("-0.,") else ""
        return f"{sign}{before}{digits.lstrip('-')}{after}".strip()
    return _odd(section, amount, ";" in code, from_1904).strip()


def _odd(section: Section, amount: Decimal, hides: bool, from_1904: bool) -> str:
    if section.kinds & {"clock", "elapsed"}:
        return date_shown(section, float(amount), from_1904) or _general(amount)
    if "digit" in section.kinds and "general" not in section.kinds:
        return _number(list(section.tokens), amount)
    number = _general(amount)
    if section.kinds == {"mark"} or (not section.tokens and not hides):
        return number
    return "".join(text if kind == "text" else number for kind, text in section.tokens)


def shown_text(text: str, code: str) -> str:
    """Return a *text* as it is shown under a format code whose last section says how."""
    if "@" not in code or code == "@":
        return text
    last = sections(code)[-1].tokens
    if ("mark", "@") not in last:
        return text
    return "".join(text if token == ("mark", "@") else token[1] for token in last).strip()


def _general(amount: Decimal) -> str:
    """Return a number without a format: whole ones in full, others with up to ten digits."""
    if amount == amount.to_integral_value() and amount.adjusted() < 15:
        return f"{amount:.0f}" if amount else "0"
    return f"{float(amount):.10g}"


def _rounded(amount: Decimal, places: int) -> Decimal:
    # A file holds the nearest binary number: 7.4999999999999997E-2 is 0.075.
    written = Decimal(f"{float(amount):.15g}")
    return written.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACT)


def _number(section: list[Token], amount: Decimal) -> str:
    marks = [text for kind, text in section if kind == "mark"]
    if "/" in marks:
        return _fraction(section, amount)
    power = next((at for at, (kind, _) in enumerate(section) if kind == "exponent"), None)
    if power is not None:
        places = _places(section[:power])
        exponent = amount.adjusted() if amount else 0
        mantissa = _laid_out(section[:power], _rounded(amount.scaleb(-exponent), places))
        digits = sum(kind == "digit" for kind, _ in section[power:])
        sign = "-" if exponent < 0 else section[power][1][1:].strip("-")
        return f"{mantissa}E{sign}{abs(exponent):0{digits}}"
    last = max(at for at, (kind, _) in enumerate(section) if kind == "digit")
    scale = 0
    while section[last + 1 + scale : last + 2 + scale] == [("mark", ",")]:
        scale += 1
    amount = amount.scaleb(2 * marks.count("%") - 3 * scale)
    return _laid_out(section, _rounded(amount, _places(section)))


def _places(section: list[Token]) -> int:
    point = _point(section)
    return sum(kind == "digit" for kind, _ in section[point:])


def _point(section: list[Token]) -> int:
    return next((at for at, token in enumerate(section) if token == ("mark", ".")), len(section))


def _laid_out(section: list[Token], amount: Decimal) -> str:
    """Return the digits of *amount* in the places of a *section*, with all that stands there."""
    whole, _, decimals = f"{abs(amount):f}".partition(".")
    whole = whole.lstrip("0")
    point = _point(section)
    places = [at for at in range(point) if section[at][0] == "digit"]
    # A comma between digits sets groups of three apart.
    inside = section[places[0] : places[-1]] if places else []
    if ("mark", ",") in inside:
        whole = _grouped(whole.zfill(sum(section[at][1] == "0" for at in places)))
    shown: list[str] = []
    for at in range(point - 1, -1, -1):
        kind, text = section[at]
        if kind != "digit":
            shown.append("%" if text == "%" else text if kind == "text" else "")
        elif at == places[0]:
            shown.append(whole or ("0" if text == "0" else ""))
        else:
            take = 2 if whole[-2:-1] == "," else 1
            shown.append(whole[-take:] or ("0" if text == "0" else ""))
            whole = whole[:-take]
    sign = "-" if amount < 0 else ""
    return sign + "".join(reversed(shown)) + _decimals(section[point:], decimals)


def _grouped(digits: str) -> str:
    first = len(digits) % 3
    groups = [digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))]
    return ",".join(filter(None, groups))


def _decimals(section: list[Token], decimals: str) -> str:
    """Return what stands from the point on; zeros that the section does not ask for fall away."""
    places = [at for at, (kind, _) in enumerate(section) if kind == "digit"]
    asked = max((number for number, at in enumerate(places, 1) if section[at][1] != "#"), default=0)
    kept = decimals[:asked] + decimals[asked:].rstrip("0")
    digits = iter(kept)
    shown = []
    for kind, text in section:
        if kind == "digit":
            shown.append(next(digits, ""))
        elif text in {".", "%"} or kind == "text":
            shown.append("" if text == "." and not kept and places else text)
    return "".join(shown)


def _fraction(section: list[Token], amount: Decimal) -> str:
    slash = section.index(("mark", "/"))
    under = [text for _, text in section[slash + 1 :]]
    fixed = "".join(text for text in under if text.isdigit())
    whole = Decimal(0)
    if sum(kind == "digit" for kind, _ in section[:slash]) > 1:
        whole = abs(amount).to_integral_value("ROUND_FLOOR")
    rest = Fraction(abs(amount) - whole)
    below = (
        int(fixed) if fixed.strip("0") else 10 ** min(sum(text == "?" for text in under) or 1, 4)
    )
    part = rest.limit_denominator(max(below - 1, 1))
    over, below = (round(rest * below), below) if fixed.strip("0") else part.as_integer_ratio()
    sign = "-" if amount < 0 else ""
    if not over:
        return f"{sign}{whole:f}"
    return f"{sign}{whole:f} {over}/{below}" if whole else f"{sign}{over}/{below}"
