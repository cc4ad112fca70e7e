"""Numbers of the articles, chapters and sections of a text, however they are written.

第37条, 第三十七条, Article 37, Art. XXXVII and « article trente-sept » are one and the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import regex
from text_to_num import text2num

from language.languages import KNOWN

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
# Up to 399.  A letter alone is a name ("L. 37"), but I, V and X; "i" before a word is English.
IN_ROMAN = (
    r"(?=[ivxlc])(?![lc]\b)c{0,3}(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})(?![\p{L}\p{N}])"
    r"(?<!\bi(?=\s*\p{L}))"
)
IN_DIGITS = r"(?P<n>\d{1,4})(?:er|re|st|nd|rd|th|e)?(?![\p{L}\p{N}]|[.,]\d)"
HAN_NUMBER = r"(?P<n>\d{1,4}|[零〇一二三四五六七八九十百千]{1,7})"
# 第一条铁路, 第二款机车 are the first and the second of their kind, 第一条规定 is an article; of
# chapters, and of high numbers, there is no doubt.
NO_DOUBT, HIGH = "chapter", 10
AFTER_REFERENCE = regex.compile(
    r"\s*(?:$|[^\p{Han}\s]|[规規第中之所及和與与至或前后後内內明说說讲講是写寫要对對关關如怎为為什])|\s"
)


class _Reference(NamedTuple):
    start: int
    end: int
    kind: str
    number: int
    word: str  # in the text's own language, of those that are written in letters


class _Form(NamedTuple):
    language: str
    pattern: regex.Pattern[str]
    kinds: tuple[str, ...]  # names of groups


def with_references(folded: str) -> str:
    """Return *folded* with each such number in digits, followed by a name that all languages share.

    « L’article trente-sept » becomes « l’article 37 article37 ».

    Args:
        folded: Text in lower case and NFKC.
    """
    pieces, at = [], 0
    for reference in sorted(_references(folded)):
        if reference.start >= at:
            _, end, kind, number, word = reference
            pieces += [folded[at : reference.start], f"{word} {number} {kind}{number} "]
            at = end
    return "".join([*pieces, folded[at:]])


def heads_another(text: str, question: str) -> bool:
    """Tell whether *text* begins with the number of an article and *question* names another."""
    asked = _asked(question)
    kinds = {kind for kind, _ in asked}
    first = min(_references(text.lower()), default=None) if asked else None
    if first is None or first.start > 0 or first.kind not in kinds:
        return False
    return (first.kind, first.number) not in asked


@lru_cache(maxsize=64)
def _asked(question: str) -> frozenset[tuple[str, int]]:
    return frozenset((named.kind, named.number) for named in _references(question.lower()))


def as_written_in(texts: Sequence[str], question: str) -> str:
    """Return *question* with its references written as the first of *texts* that has them does.

    A reader of the words sees then that 第37条 is what the text calls 第三十七条.
    """
    pieces, at = [], 0
    for reference in sorted(_references(question.lower())):
        written = (
            _written(texts, (reference.kind, reference.number)) if reference.start >= at else ""
        )
        if written:
            pieces += [question[at : reference.start], written]
            at = reference.end
    return "".join([*pieces, question[at:]])


def _written(texts: Sequence[str], wanted: tuple[str, int]) -> str:
    for text in texts:
        for start, end, kind, number, _ in _references(text.lower()):
            if (kind, number) == wanted:
                return text[start:end].strip()
    return ""


def _references(folded: str) -> Iterator[_Reference]:
    for form in _forms():
        for match in form.pattern.finditer(folded):
            value = _value(match["n"], form.language)
            kind = next(kind for kind in form.kinds if match[kind])
            in_han = not match[kind][0].isascii()
            counts = in_han and kind != NO_DOUBT and value < HIGH
            if value and not (counts and not AFTER_REFERENCE.match(folded, match.end())):
                word = "" if in_han else match[kind]
                yield _Reference(*match.span(), kind, value, word)


def _value(written: str, language: str) -> int:
    """Return what *written* counts; 0 if it is no whole number."""
    if written.isdecimal():
        return int(written)
    if regex.fullmatch(IN_ROMAN, written):
        values = [ROMAN[letter] for letter in written]
        after = [*values[1:], 0]
        return sum(-one if one < then else one for one, then in zip(values, after, strict=True))
    known = KNOWN[language].values
    assert known is not None  # noqa: S101 - else there is no form
    if written in known.numbers.ordinals:
        return known.numbers.ordinals[written]  # article premier
    if known.numbers.read:
        return int(known.numbers.read(written) or 0)
    try:
        return int(text2num(regex.sub(r"[\s-]+", " ", written), language))
    except ValueError:
        return 0


@cache
def _forms() -> list[_Form]:
    forms = []
    for language, known in KNOWN.items():
        divisions, values = known.words.divisions, known.values
        if not divisions or not values:
            continue
        kinds = "|".join(f"(?P<{kind}>{words})" for kind, words in divisions.items())
        if values.han:
            form = rf"第\s?{HAN_NUMBER}\s?(?:{kinds})"
        else:
            word = rf"(?:{values.numbers.words}|{'|'.join(values.numbers.ordinals)})"
            spoken = rf"(?P<n>{word}(?:[ -]{word}){{0,3}}(?!\p{{L}}))"
            number = rf"(?:{IN_DIGITS}|(?P<n>{IN_ROMAN})|{spoken})"
            form = rf"(?<!\p{{L}})(?:{kinds})\s{{0,2}}{number}"
        forms.append(_Form(language, regex.compile(form), tuple(divisions)))
    return forms
