"""The parts of a question that another can take the place of: ordinals, dates, places, names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

import regex
from babel import Locale

from language import asking as kinds
from language.chinese import script, tagged_words
from language.followup_rules import FollowUps, Grammar, Tagged
from language.languages import KNOWN


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


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What a follow-up says without its opening words, and the family of its language."""

    phrase: str
    family: str

    @property
    def goes_on(self) -> bool:
        """Whether it goes on with the question before: in 2019."""
        grammar = RULES[self.family].phrases
        if not isinstance(grammar, Grammar):
            return False
        led = "|".join(filter(None, (grammar.leading, grammar.leading_nouns)))
        return bool(regex.match(rf"(?:{led})(?:\s|$)", self.phrase, regex.IGNORECASE))

    def besides(self, parts: Sequence[Mention]) -> str:
        """Return what it says besides the *parts* that it mentions."""
        text = self.phrase
        for part in reversed(parts):
            text = f"{text[: part.lead]} {text[part.end :]}"
        return LITTLE.sub(" ", text).strip()


# The languages in which follow-ups are understood, by family.
RULES: dict[str, FollowUps] = {
    tag: rules.followups for tag, rules in KNOWN.items() if rules.followups is not None
}
QUOTED = regex.compile(r"“[^”]+”|「[^」]+」|《[^》]+》|«[^»]+»|\"[^\"]+\"")
YEAR = regex.compile(rf"{kinds.YEAR}\s?年?")
MONTH = regex.compile(rf"\b(?:{kinds.MONTHS})\b|\d{{1,2}}\s?月", regex.IGNORECASE)
DAY = regex.compile(
    "|".join(
        rf"\b(?:{rules.days})\b" if isinstance(rules.phrases, Grammar) else rules.days
        for rules in RULES.values()
    ),
    regex.IGNORECASE,
)
FIRST = "|".join(filter(None, (one.first for one in RULES.values())))
LINKING = "|".join(filter(None, (one.linking for one in RULES.values())))
# A run of capitalised words: Treaty of Paris, Belt and Road Forum, Jean de La Fontaine.
NAME = regex.compile(
    rf"\b(?!(?i:{FIRST})\b)(?:\p{{Lu}}[\w.’'-]*\w|\p{{Lu}})"
    rf"(?:(?:\s(?:{LINKING}))?\s(?:[ld]['’])?\p{{Lu}}[\w-]*)*(?<!['’]s)"
)
WORLD = "001"  # the World Cup
LITTLE = regex.compile(
    r"(?:\b(?:ones?|celles?|celui|ceux|une?|the|les?|la|of|for|d[eu]|pour|in|en)\b"
    r"|[的个個那\s,，、'’?？])+",
    regex.IGNORECASE,
)
ONE = {"one", "un", "une"}  # the second *one*


def mentions(text: str, family: str) -> list[Mention]:
    """Return the typed parts of *text*, a question in *family*, one of RULES, in order."""
    kept: list[Mention] = []
    for form, start, end, value in _candidates(text, family):
        if not any(one.start < end and start < one.end for one in kept):
            kept.append(Mention(form, start, end, value, *_lead(text[:start], RULES[family])))
    return sorted(kept, key=lambda one: one.start)


def territory(code: str, before: str, family: str) -> str:
    """Return what the territory *code* is called, after CLDR, in the language of *before*."""
    spoken = KNOWN[family].spoken
    written = [one.locale for one in spoken if one.tag.endswith(script(before) or "-")]
    return str(Locale.parse([*written, spoken[0].locale][0]).territories[code])


def dated(text: str, part: Mention, old: str, target: Mention) -> str:
    """Return *text* of *part* as it takes the place of *old*, the text of *target*: June 2017."""
    year = regex.search(kinds.YEAR, old)
    if part.form is Form.MONTH and target.form is Form.DATE and year and MONTH.search(old):
        return f"{year.group()}年{text}" if "月" in text else f"{text} {year.group()}"
    return text + "年" if old.endswith("年") and text.isdigit() else text


def names(text: str, family: str) -> bool:
    """Tell whether *text* names something besides an ordinal."""
    return any(one.form is not Form.ORDINAL for one in mentions(text, family))


def _candidates(text: str, family: str) -> Iterator[tuple[Form, int, int, str]]:
    """Yield all that looks like a part, the surest first."""
    places, codes = _territories(family)
    yield from ((Form.QUOTED, *match.span(), "") for match in QUOTED.finditer(text))
    for match in RULES[family].ordinal.finditer(text):
        yield Form.ORDINAL, *match.span(), _figure(match, RULES[family])
    for form, pattern in ((Form.DATE, kinds.DATE), (Form.MONTH, MONTH), (Form.DAY, DAY)):
        yield from ((_finer(form, one.group()), *one.span(), "") for one in pattern.finditer(text))
    for match in places.finditer(text):
        yield Form.PLACE, *match.span(), codes.get(match.group().casefold(), "")
    yield from _names(text, isinstance(RULES[family].phrases, Tagged))
    for match in kinds.NUMBER.finditer(text):
        if match.group().casefold() not in ONE:
            yield Form.NUMBER, *match.span(), ""


def _finer(form: Form, word: str) -> Form:
    if form is Form.DATE and YEAR.fullmatch(word):
        return Form.YEAR
    return Form.MONTH if form is Form.DATE and MONTH.fullmatch(word) else form


def _names(text: str, tagged: bool) -> Iterator[tuple[Form, int, int, str]]:
    if not tagged:
        yield from ((Form.NAME, *match.span(), "") for match in NAME.finditer(text))
        return
    at = 0
    for word, tag in tagged_words(text):
        if len(word) > 1 and tag[:2] in {"nr", "ns", "nt", "nz"}:
            yield Form.PLACE if tag == "ns" else Form.NAME, at, at + len(word), ""
        at += len(word)


def _lead(before: str, rules: FollowUps) -> tuple[int, str, str]:
    match = next(rules.leads.finditer(before))
    preposition, article = ((match[one] or "").lower() for one in ("preposition", "article"))
    if isinstance(rules.phrases, Grammar) and preposition in rules.phrases.fused:
        preposition, fused = rules.phrases.fused[preposition]
        article = article or fused
    return match.start(), preposition, article


def _figure(ordinal: regex.Match[str], rules: FollowUps) -> str:
    digits = regex.search(r"\d+", ordinal.group())
    return digits.group() if digits else str(rules.ranks.get((ordinal["rank"] or "").lower(), ""))


@cache
def _territories(family: str) -> tuple[regex.Pattern[str], dict[str, str]]:
    codes = {
        name.casefold(): code
        for spoken in KNOWN[family].spoken
        for code, name in Locale.parse(spoken.locale).territories.items()
        if code != WORLD
    }
    listed = "|".join(regex.escape(name) for name in sorted(codes, key=len, reverse=True))
    edge = r"\b" if isinstance(RULES[family].phrases, Grammar) else ""
    return regex.compile(rf"{edge}(?:{listed}){edge}", regex.IGNORECASE), codes
