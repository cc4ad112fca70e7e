"""What somebody does who does not ask what the documents say: greets, thanks, asks for a summary.

By patterns of the whole text, so that a question that merely holds such a word stays one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex
from babel import Locale

from language.chinese import to_simplified
from language.languages import KNOWN
from language.letters import plain
from language.spans import Span
from language.tags import family
from language.talk_rules import Act, Talk

# Longer than that nobody greets; what is summarised may have a long title.
LONGEST, LONGEST_WHOLE = 120, 300
CLOSING = r"[\s\p{P}\p{S}\p{Cf}\p{M}--[+%#]]"
# What stands around what is typed, a smile among it.
AROUND = regex.compile(rf"^{CLOSING}+|(?:{CLOSING}+|\s[:;x8=]-?[dp])+$", regex.V1)
HAN = regex.compile(r"\p{Han}")
BETWEEN = regex.compile(r"[[\p{P}\p{S}\p{Cf}]--['+&-]\s]+", regex.V1)
QUOTED = ' "“”‘’«»「」『』《》'  # what may stand around a name
QUOTES = str.maketrans("’‘ʼ`‐‑‒–", "''''----")
OF_PEOPLE = frozenset({Act.SAID, Act.SPEAKERS})
GROUPS = ("of", "about"), ("by",), ("how",)
WITHIN = ("posts", "reports", "wrote")
# Before and after all years of documents.
NEAR, FAR = "0001", "9999"
COMMA = r"\s*[,，、:：!！.。;；~～…]+\s*|\s+[—–-]\s+"


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody does, in which language, and of what."""

    act: Act
    family: str  # of the language that it is said in
    target: str = ""  # of which documents, or about what; as it was typed
    by: str = ""  # of whom it is asked, as it was typed
    how: str = ""  # by a verb that says more than that it was said: propose, 报告
    within: str = ""  # only "posts", only "reports" of others, or what somebody "wrote"


@dataclass(frozen=True, slots=True)
class Target:
    """What of a text is said to be shown: documents in a language, called so, or a subject."""

    words: str  # what is left without the words that only say "document", as it was typed
    tongues: frozenset[str]  # BCP 47 tags of the languages that it names
    documents: bool  # whether it speaks of documents at all


@dataclass(frozen=True, slots=True)
class _Patterns:
    small: regex.Pattern[str]
    whole: tuple[tuple[Act, regex.Pattern[str]], ...]
    polite_after: regex.Pattern[str]
    opening: regex.Pattern[str]
    begins: regex.Pattern[str]
    leaning: regex.Pattern[str]
    noun: regex.Pattern[str]
    aside: regex.Pattern[str]
    beside: regex.Pattern[str]


def alike(text: str) -> str:
    """Return *text* as the patterns have it, each character in its place.

    Lower case without accents, in Simplified characters, with straight apostrophes.
    """
    small = "".join(c if len(p := plain(c)) != 1 else p for c in text).translate(QUOTES)
    simplified = small if small.isascii() else to_simplified(small)
    return simplified if len(simplified) == len(small) else small


def heard(text: str, follows: bool = False, likely: str = "") -> Said | None:
    """Return what is done with *text*, or None where it is a question to the documents.

    Args:
        text: As it was typed.
        follows: Whether something was asked before; then "how does it work?" goes on from there.
        likely: The family of the language that is spoken, where words of several are the same.
    """
    typed, read = _read(text)
    if not read or len(read) > LONGEST_WHOLE:
        return None
    for known in _in_order(read, likely):
        patterns = _patterns(known)
        if follows and patterns.leaning.fullmatch(read):
            return None
        act = _small(patterns, read)
        if act:
            return Said(act, known)
        whole = _whole(known, typed, read, of_people=False)
        if whole:
            return whole
    return None


def asked_of_people(text: str, likely: str = "") -> Said | None:
    """Return how *text* asks who said what, or None; a text may be said to say something too.

    Args:
        text: As it was typed.
        likely: The family of the language that is spoken.
    """
    typed, read = _read(text)
    if not read or len(read) > LONGEST:
        return None
    asked = (_whole(known, typed, read, of_people=True) for known in _in_order(read, likely))
    return next(filter(None, asked), None)


def _read(text: str) -> tuple[str, str]:
    """Return what was typed without the marks around it, and the same as the patterns have it."""
    typed = " ".join(unicodedata.normalize("NFKC", text).split())
    read = alike(typed)
    around = AROUND.match(read)
    start = around.end() if around else 0
    read = AROUND.sub("", read[start:])
    return typed[start : start + len(read)], read


def _in_order(read: str, likely: str) -> list[str]:
    """Return the languages in which to hear a text, the likeliest first."""
    written = "zh" if HAN.search(read) else ""
    return sorted(_talks(), key=lambda known: (known != written, known != likely))


def after_greeting(text: str) -> str:
    """Return the question of *text* without the greeting or thanks before it, if there is one.

    A comma parts them, or a word that asks: "hello kitty" is a name, and "Hello, Dolly!" another.
    """
    read = alike(text)
    for known in _talks():
        patterns = _patterns(known)
        match = patterns.opening.match(read)
        rest = text[match.end() :].strip() if match else ""
        asks = rest and patterns.begins.match(alike(rest))
        if match and (asks or (rest and match["comma"] and not rest[0].isupper())):
            return rest
    return text


def target(text: str, language: str) -> Target:
    """Return what *text*, said of documents in *language*, tells of them."""
    rules = _talks().get(language)
    if rules is None:
        return Target(text, frozenset(), documents=False)
    patterns, read = _patterns(language), alike(text)
    kept, tongues = list(text), set()
    pattern, tags = _tongues(language)
    for match in pattern.finditer(read):
        tongues |= {tags[name] for name in match.groupdict() if match[name]}
        kept[slice(*match.span())] = " " * len(match.group())
    documents = patterns.noun.search(read) is not None
    for match in patterns.aside.finditer(alike("".join(kept))):
        kept[slice(*match.span())] = " " * len(match.group())
    more_exact = {tag for tag in tongues if "-" in tag}
    families = {tag.partition("-")[0] for tag in more_exact}
    words = " ".join("".join(kept).split())
    if documents:
        words = words[len(patterns.beside.match(alike(words))[0]) :]  # type: ignore[index]
    speaks = documents or bool(tongues) or not words
    return Target(words, frozenset(tongues - families), speaks)


def kinds_in(text: str) -> dict[str, list[Span]]:
    """Return the kinds of documents that *text* names, in any language, and where it does."""
    read = alike(text)
    named: dict[str, list[Span]] = {}
    for patterns in map(_kinds, _talks()):
        for kind, pattern in patterns.items():
            spans = [match.span() for match in pattern.finditer(read)]
            if spans:
                named.setdefault(kind, []).extend(spans)
    return named


@cache
def _kinds(known: str) -> Mapping[str, regex.Pattern[str]]:
    edge = "" if known == "zh" else r"\b"
    kinds = _talks()[known].kinds
    return {kind: _compiled(rf"{edge}(?:{words}){edge}") for kind, words in kinds.items()}


def open_period(text: str, language: str, year: str) -> str:
    """Return the time from *year* on, or up to it, as *text* says; nothing where it does not.

    Args:
        text: "after 2010".
        language: BCP 47, of *text*.
        year: Which *text* states, in ISO 8601.
    """
    rules = _talks().get(family(language))
    read = alike(text)
    if rules is None or not year[:4].isdigit():
        return ""
    if regex.search(rules.from_then, read):
        return f"{year[:4]}/{FAR}"
    return f"{NEAR}/{year[:4]}" if regex.search(rules.up_to_then, read) else ""


def _small(patterns: _Patterns, read: str) -> Act | None:
    if len(read) > LONGEST:
        return None
    match = patterns.small.fullmatch(BETWEEN.sub(" ", read).strip())
    if not match:
        return None
    return next((act for act in Act if match.groupdict().get(act.value) is not None), None)


def _whole(known: str, typed: str, read: str, *, of_people: bool) -> Said | None:
    patterns = _patterns(known)
    read = patterns.polite_after.sub("", read)
    for act, pattern in patterns.whole:
        match = pattern.fullmatch(read) if (act in OF_PEOPLE) is of_people else None
        if match:
            target, by, how = (_part(match, typed, names) for names in GROUPS)
            groups = match.groupdict()
            within = next((name for name in WITHIN if groups.get(name)), "")
            return Said(act, known, target, by, how, within)
    return None


def _part(match: regex.Match[str], typed: str, names: Sequence[str]) -> str:
    """Return what was typed where the first group of *names* is."""
    held = match.groupdict()
    named = next((name for name in names if held.get(name)), None)
    return typed[slice(*match.span(named))].strip(QUOTED) if named else ""


@cache
def _talks() -> Mapping[str, Talk]:
    return {tag: known.talk for tag, known in KNOWN.items() if known.talk}


@cache
def _patterns(known: str) -> _Patterns:
    rules = _talks()[known]
    units = "|".join(f"(?P<{act.value}>{unit})" for act, unit in rules.small.items())
    edge = r"(?![\p{L}--\p{Han}])" if rules.apart == r"\s*" else ""
    parted = rf"(?:(?:{units}|{rules.filler}){edge}(?:{rules.apart}|$))+"
    beside = rf"(?:{rules.apart}(?:{rules.filler}))*"
    polite = rf"(?:(?:{rules.polite})(?:[\s,，]+|(?<=')|(?<=\p{{Han}})))*"
    aside = rf"{rules.nouns}|{rules.aside}"
    if rules.apart == r"\s*":  # in the middle they may be parts of words
        aside = rf"^(?:\s|{rules.aside})+|(?:\s|{aside})+$"
    greets, thanks = (rules.small[act] for act in (Act.GREETING, Act.THANKS))
    opening = (
        rf"(?:{greets}|{thanks}){beside}(?P<comma>{COMMA})"
        rf"|(?:{greets}){beside}{rules.apart}(?={rules.begins})"
    )
    whole = tuple(
        (act, _compiled(rf"{polite}(?:{form})"))
        for act, forms in rules.whole.items()
        for form in forms
    )
    return _Patterns(
        _compiled(parted),
        whole,
        _compiled(rf"[\s,，]*(?:{rules.polite_after})+$"),
        _compiled(opening),
        _compiled(rules.begins),
        _compiled(rules.leaning),
        _compiled(rules.nouns),
        _compiled(aside),
        _compiled(rf"(?:(?:{rules.beside}){edge}(?:{rules.apart}|(?<=')|$))*"),
    )


def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.V1)


@cache
def _tongues(known: str) -> tuple[regex.Pattern[str], dict[str, str]]:
    """Return what names a language beside a document, in the language *known*, by group."""
    rules = _talks()[known]
    names = Locale.parse(KNOWN[known].spoken[0].locale).languages
    forms = {tag: rules.tongue.format(name=regex.escape(alike(name)))
             for tag, name in names.items() if len(tag) == 2}  # fmt: skip
    # What is more exact comes first: traditional Chinese.
    forms = {tag: form for tag, form in rules.tongues.items() if tag not in forms} | {
        tag: "|".join(filter(None, (rules.tongues.get(tag), form))) for tag, form in forms.items()
    }
    groups = {f"t{at}": tag for at, tag in enumerate(forms)}
    tongue = "|".join(f"(?P<{name}>{forms[tag]})" for name, tag in groups.items())
    form = rules.in_tongue.replace("{tongue}", tongue).replace("{noun}", rules.nouns)
    return _compiled(form), groups
