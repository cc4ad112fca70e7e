"""The parts of a question that another can take the place of: ordinals, dates, places, names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

import regex
from babel import Locale

from language import asking as kinds
from language.chinese import tagged_words
from qa.followups.words import FIRST, MEASURES, ORDINALS


class Form(Enum):
    """What can stand for what: an ordinal for an ordinal, a year for a year."""

    QUOTED = "quoted"
    ORDINAL = "ordinal"
    DATE = "date"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    PLACE = "place"
    NAME = "name"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span ``[start, end)`` of a question, with the preposition and the article before it."""

    form: Form
    start: int
    end: int
    value: str  # of an ordinal its figure, of a territory its code; else empty
    lead: int  # where the preposition, or else the article, begins
    preposition: str
    article: str


ORDINAL = {
    "en": regex.compile(
        rf"\b(?:{'|'.join(ORDINALS['en'])}|last|\d+(?:st|nd|rd|th))\b(?! century)",
        regex.IGNORECASE,
    ),
    "fr": regex.compile(
        rf"\b(?:première?s?|seconde?s?|derni(?:er|ère)s?|(?:{'|'.join(ORDINALS['fr'])})s?"
        r"|\d+(?:ère|er|re|nde?|ième|ème|eme|e))\b(?! siècle)",
        regex.IGNORECASE,
    ),
    "zh": regex.compile(
        rf"第\s?(?:[一二三四五六七八九十百]+|\d+)[{MEASURES}]?|(?:首|最[后後]一)[{MEASURES}]"
    ),
}
FIGURES = {"seconde": "2", "second": "2", "première": "1", "首": "1", "最后一": "-1", "last": "-1"}
QUOTED = regex.compile(r"“[^”]+”|「[^」]+」|《[^》]+》|«[^»]+»|\"[^\"]+\"")
YEAR = regex.compile(rf"{kinds.YEAR}\s?年?")
MONTH = regex.compile(rf"\b(?:{kinds.MONTHS})\b|\d{{1,2}}\s?月", regex.IGNORECASE)
DAY = regex.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?)\b|(?:星期|[周週]|禮拜|礼拜)[一二三四五六日天]",
    regex.IGNORECASE,
)
# A run of capitalised words: Treaty of Paris, Belt and Road Forum, Jean de La Fontaine.
NAME = regex.compile(
    rf"\b(?!(?i:{FIRST})\b)(?:\p{{Lu}}[\w.’'-]*\w|\p{{Lu}})"
    r"(?:(?:\s(?:of|of the|and|for|de|de la|du|des|et))?\s(?:[ld]['’])?\p{Lu}[\w-]*)*(?<!['’]s)"
)
LEADS = {
    "en": regex.compile(
        r"(?:\b(in|on|at|since|by|during|for|to|from|of|with|after|before)\s)?"
        r"(?:\b(the|a|an)\s)?$",
        regex.IGNORECASE,
    ),
    "fr": regex.compile(
        r"(?:\b(en|à|dans|depuis|pour|par|sur|de|avec|après|avant|chez|du|des|au|aux)\s|\b(d)['’])?"
        r"(?:\b(le|la|les)\s|\b(l)['’])?$",
        regex.IGNORECASE,
    ),
    "zh": regex.compile(r"([在于於对對从從到])?()$"),
}
FUSED = {"du": ("de", "le"), "des": ("de", "les"), "au": ("à", "le"), "aux": ("à", "les")}
FAMILIES = ("en", "fr", "zh")
WORLD = "001"  # the World Cup
LOCALES = {"en": ("en",), "fr": ("fr",), "zh": ("zh_Hans", "zh_Hant")}


def mentions(text: str, family: str) -> list[Mention]:
    """Return the typed parts of *text*, a question in *family* (en, fr, zh), in order."""
    found: list[Mention] = []
    for form, start, end, value in _found(text, family):
        if not any(one.start < end and start < one.end for one in found):
            lead, preposition, article = _lead(text[:start], family)
            found.append(Mention(form, start, end, value, lead, preposition, article))
    return sorted(found, key=lambda one: one.start)


def territory(code: str, language: str) -> str:
    """Return what the territory *code* is called in *language*, after CLDR."""
    return str(Locale.parse(language.replace("-", "_")).territories[code])


def names(text: str, family: str) -> bool:
    """Tell whether *text* names something besides an ordinal."""
    return any(one.form is not Form.ORDINAL for one in mentions(text, family))


def _found(text: str, family: str) -> Iterator[tuple[Form, int, int, str]]:
    """Yield all that looks like a part, the surest first."""
    places, codes = _territories(family)
    for form, pattern in (
        (Form.QUOTED, QUOTED),
        (Form.ORDINAL, ORDINAL[family]),
        (Form.DATE, kinds.DATE),
        (Form.MONTH, MONTH),
        (Form.DAY, DAY),
        (Form.PLACE, places),
    ):
        for match in pattern.finditer(text):
            word = match.group()
            value = (
                _figure(word, family) if form is Form.ORDINAL else codes.get(word.casefold(), "")
            )
            yield _finer(form, word), *match.span(), value
    yield from _names(text, family)
    for match in kinds.NUMBER.finditer(text):
        if match.group().casefold() not in {"one", "un", "une"}:
            yield Form.NUMBER, *match.span(), ""


def _finer(form: Form, word: str) -> Form:
    if form is Form.DATE and YEAR.fullmatch(word):
        return Form.YEAR
    return Form.MONTH if form is Form.DATE and MONTH.fullmatch(word) else form


def _names(text: str, family: str) -> Iterator[tuple[Form, int, int, str]]:
    if family != "zh":
        for match in NAME.finditer(text):
            yield Form.NAME, *match.span(), ""
        return
    at = 0
    for word, tag in tagged_words(text):
        if len(word) > 1 and tag[:2] in {"nr", "ns", "nt", "nz"}:
            yield Form.PLACE if tag == "ns" else Form.NAME, at, at + len(word), ""
        at += len(word)


def _lead(before: str, family: str) -> tuple[int, str, str]:
    match = LEADS[family].search(before)
    if not match:
        return len(before), "", ""
    groups = [(group or "").lower() for group in match.groups()]
    if family != "fr":
        return match.start(), groups[0], groups[1]
    preposition, article = FUSED.get(groups[0], (groups[0], ""))
    return match.start(), preposition or (groups[1] and "de"), article or groups[2] or groups[3]


def _figure(word: str, family: str) -> str:
    word = word.lower()
    figure = regex.search(r"\d+", word)
    if figure:
        return figure.group()
    bare = word.removeprefix("第").strip().rstrip(MEASURES).replace("後", "后")
    if bare in ORDINALS[family]:
        return str(ORDINALS[family].index(bare) + 1)
    if bare.startswith("derni"):
        return "-1"
    return FIGURES.get(bare.rstrip("s"), "")


@cache
def _territories(family: str) -> tuple[regex.Pattern[str], dict[str, str]]:
    codes = {
        name.casefold(): code
        for locale in LOCALES[family]
        for code, name in Locale.parse(locale).territories.items()
        if code != WORLD
    }
    listed = "|".join(regex.escape(name) for name in sorted(codes, key=len, reverse=True))
    edge = "" if family == "zh" else r"\b"
    return regex.compile(rf"{edge}(?:{listed}){edge}", regex.IGNORECASE), codes
