"""Who a statement says has a role, and who has it in a text: the captain is Ines Halloran."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from language.chinese import tagged_words, to_simplified
from language.languages import KNOWN
from language.letters import plain
from language.spans import Span
from language.tags import family
from language.values.names import PERSONS, name_spans
from language.values.surnames import with_surname
from qa.checks.comparing import Difference

NAME = (
    r"(?P<name>\p{Lu}[\p{L}\p{M}'’-]*(?:[ \u00a0](?:(?:de|du|des|la|le|van|von|der|den|al)[ ])?"
    r"\p{Lu}[\p{L}\p{M}'’-]*){0,4})"
)
ARTICLE = r"(?i:the |an? |our |le |la |les |un |une |l['’]|d['’])?"
OF = r"(?:\s(?i:of|de|du|des|d['’]|for)[^,;:.()]{1,50}?)?"
WORD = r"\p{L}[\p{L}\p{M}-]+"
HAN = regex.compile(r"\p{Han}")
PARTS = regex.compile(r"[\p{L}\p{M}]+")
# What stands between a role and a Chinese name, on either side of it.
BEHIND = regex.compile(r"[：:由\s]?|[是为]\p{Han}{0,4}")
AHEAD = regex.compile(r"[（(][^，、）)]*|[^，、。]{0,8}[是任为][^，、。]{0,12}")

# A name that the dictionary does not know: behind 是, or before a role in brackets.
LISTED = regex.compile(
    r"[是为](?P<name>\p{Han}{2,3})(?=[，。、；]|$)|(?<=^|[、：，])(?P<name>\p{Han}{2,3})(?=[（(])"
)


IS = regex.compile(r"(?P<what>\p{Han}{2,})(?P<being>[是为])(?P<is>\p{Han}{2,8})(?=$|[，。；])")


@dataclass(frozen=True, slots=True)
class Role:
    """A role and the name of who has it."""

    head: str  # the word or words for the role, as they are compared
    name: str
    lesser: bool  # whether it is only a part of a higher one: deputy
    outright: bool  # whether the statement says nothing else


@dataclass(frozen=True, slots=True)
class Holder:
    """A name that a text gives a role."""

    name: str
    span: Span


@lru_cache(maxsize=1024)
def role_of(statement: str, language: str) -> Role | None:
    """Return the role that a *statement* gives somebody; None where it gives none."""
    known = KNOWN.get(family(language))
    if known is None or known.poles is None:
        return None
    return (_in_chinese if family(language) == "zh" else _in_letters)(statement, language)


def _in_letters(statement: str, language: str) -> Role | None:
    being, lesser = _being(family(language)), _lesser(family(language))
    text = statement.strip(" .!\n")
    for pattern in (
        rf"{ARTICLE}(?P<head>(?:{WORD}[ -]){{0,3}}?{WORD}){OF}\s(?i:{being})\s*{NAME}",
        rf"{NAME}\s(?i:{being})\s*{ARTICLE}(?P<head>(?:{WORD}[ -]){{0,3}}?{WORD}){OF}",
    ):
        match = regex.fullmatch(pattern, text)
        if match and match["head"][-1].islower():
            head = match["head"].casefold()
            bare = regex.sub(rf"^(?:{lesser})", "", head, flags=regex.I)
            return Role(bare, match["name"], bare != head, outright=True)
    match = regex.search(
        rf"(?:^|\b(?i:the|by|par|le|la|les|l['’])\s?)(?P<head>(?<!\p{{L}}){WORD}) {NAME}", text
    )
    if match and (" " in match["name"]) and (match["head"].islower() or match.start("head") == 0):
        before = text[: match.start("head")]
        deputy = bool(regex.search(rf"(?:{lesser})$", before, regex.I))
        return Role(match["head"].casefold(), match["name"], deputy, outright=False)
    return None


def _in_chinese(statement: str, language: str) -> Role | None:
    text = statement.strip(" 。！\n")
    simple = to_simplified(text)
    if len(simple) != len(text):
        return None
    known = KNOWN["zh"].poles
    being = known.being if known else ""
    head, name = r"(?P<head>[^，。；]{2,24}?)", r"(?P<name>\p{Han}{2,4}?)"
    for first, last in ((head, name), (name, head)):
        match = regex.search(rf"(?<=^|[，；]){first}(?:{being}){last}(?=$|[，；])", simple)
        if match and _is_person(match["name"]):
            return _chinese(match["head"], text[slice(*match.span("name"))], outright=True)
    for span in name_spans(text, language, PERSONS):
        start, end = with_surname(text, span)
        words = [word for word, tag in tagged_words(text[:start]) if tag.startswith("n")]
        if words and text[:start].endswith(words[-1]) and end - start > 1 and len(words[-1]) > 1:
            return _chinese(text[:start], text[start:end], outright=False)
    return None


def _chinese(head: str, name: str, *, outright: bool) -> Role | None:
    simple = to_simplified(head)
    words = [word for word, _ in tagged_words(simple.rpartition("的")[2])]
    last = words[-1] if words else ""
    lesser = regex.compile(rf"(?:{_lesser('zh')})")
    deputy = lesser.match(last) or (len(words) > 1 and lesser.fullmatch(words[-2]))
    bare = lesser.sub("", last, count=1) if lesser.match(last) and len(last) > 2 else last
    if len(bare) < 2:
        return None
    return Role(bare, name, bool(deputy), outright=outright)


def _is_person(name: str) -> bool:
    """Tell whether a name may be somebody's: as the dictionary has it, or its first character."""
    tags = [(word, tag) for word, tag in tagged_words(name)]
    return any(tag in PERSONS for _, tag in tags) or (len(name) == 3 and len(tags) > 1)


def holders(role: Role, text: str, language: str) -> list[Holder]:
    """Return who has *role* in a *text* of the same language."""
    every = _chinese_holders if family(language) == "zh" else _holders
    return list(every(role, text, language))


def _holders(role: Role, text: str, language: str) -> Iterator[Holder]:
    being, lesser = _being(family(language)), _lesser(family(language))
    head = regex.escape(role.head)
    before = rf"(?<!\p{{L}})(?P<lesser>(?i:{lesser}))?(?i:{head})(?!\p{{L}})"
    link = rf"\s*(?:[,:(]|(?i:{being}))?\s*{ARTICLE}"
    for pattern in (
        rf"{before}{OF}{link}{NAME}",
        rf"{NAME}\s*(?:[,(]|(?i:{being}))\s*{ARTICLE}{before}",
    ):
        for match in regex.finditer(pattern, text):
            if bool(match["lesser"]) == role.lesser:
                yield Holder(match["name"], match.span("name"))


def _chinese_holders(role: Role, text: str, language: str) -> Iterator[Holder]:
    simple = to_simplified(text)
    if len(simple) != len(text):
        return
    lesser = regex.compile(rf"(?:{_lesser('zh')})$")
    persons = [with_surname(text, span) for span in name_spans(text, language, PERSONS)]
    own = [match.span() for match in regex.finditer(regex.escape(to_simplified(role.name)), simple)]
    listed = [match.span("name") for match in LISTED.finditer(simple)]
    for match in regex.finditer(regex.escape(role.head), simple):
        if bool(lesser.search(simple[: match.start()])) != role.lesser:
            continue
        for span in sorted({*persons, *own, *listed}):
            if _beside(simple, match.span(), span):
                yield Holder(text[slice(*span)], span)


def _beside(text: str, head: Span, name: Span) -> bool:
    """Tell whether a Chinese name stands where the one stands who has a role."""
    if head[1] <= name[0]:
        return bool(BEHIND.fullmatch(text[head[1] : name[0]]))
    return name[1] <= head[0] and bool(AHEAD.fullmatch(text[name[1] : head[0]]))


def of_another(statement: str, text: str) -> bool:
    """Tell whether two Chinese sentences say of one thing that it is something, each another."""
    ours, theirs = to_simplified(statement), to_simplified(text)
    return any(
        match["is"] not in theirs and f"{match['what'][-2:]}{match['being']}" in theirs
        for match in IS.finditer(ours)
    )


def same_person(ours: str, theirs: str) -> bool:
    """Tell whether one name may be a part of the other."""
    if HAN.search(ours):
        mine, other = to_simplified(ours), to_simplified(theirs)
        return mine in other or other in mine
    mine_parts, others = ({plain(part) for part in PARTS.findall(each)} for each in (ours, theirs))
    return mine_parts <= others or others <= mine_parts


def held(role: Role, text: str, language: str) -> bool | Difference | None:
    """Tell whether a text gives *role* to whom the statement does; to whom else it gives it.

    None where it gives it nobody.
    """
    every = holders(role, text, language)
    if any(same_person(role.name, each.name) for each in every):
        return True
    if not every:
        return None
    other = every[0]
    return Difference(role.name, other.name, other.span)


@cache
def _being(language: str) -> str:
    known = KNOWN[language].poles
    return known.being if known else r"(?!)"


@cache
def _lesser(language: str) -> str:
    known = KNOWN[language].poles
    return known.lesser if known else r"(?!)"
