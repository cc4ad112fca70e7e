"""Whether evidence has what a statement says of its subject, and not only the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from language.chinese import tagged_words, to_simplified
from language.languages import KNOWN
from language.poles import goes_on, whole
from language.tags import family
from language.values.stated import stated, without_values
from qa.checks.words import Word, content, has, has_meaning

NEVER = r"(?!)"


def unsaid(statement: str, pieces: Sequence[str], language: str, unmatched: Sequence[str]) -> bool:
    """Tell whether sentences lack what *statement*, in their *language*, says.

    They lack its verb or what its value is of, only plan what it says was done, or one has the
    subject and the other, of another subject, what is said of it.

    Args:
        statement: What is checked.
        pieces: One sentence, or two that stand beside each other.
        language: BCP 47.
        unmatched: The words of the statement that the sentences have in no form.
    """
    return (
        _lacks_head(statement, language, _unsaid_by_side(statement, pieces, language, unmatched))
        or any(_only_planned(statement, each, language) for each in pieces)
        or (len(pieces) > 1 and _patched(statement, pieces[0], pieces[-1], language))
        or (len(pieces) == 1 and _of_speaker(statement, pieces[0], language))
    )


@cache
def _pattern(language: str, name: str) -> regex.Pattern[str]:
    known = KNOWN.get(language)
    pattern: str = getattr(known.poles, name) if known and known.poles else NEVER
    if language != "zh":
        pattern = rf"(?<!\p{{L}})(?:{pattern})"
    return regex.compile(pattern, regex.I)


def _lacks_head(statement: str, language: str, unmatched: Sequence[str]) -> bool:
    """Tell whether a word that is *unmatched* is the verb, or what a value is given of."""
    if not unmatched:
        return False
    chinese = family(language) == "zh"
    text = to_simplified(statement) if chinese else statement
    words = {to_simplified(each) if chinese else each for each in unmatched}
    verbs = {word for word, tag in tagged_words(text) if tag.startswith("v")} if chinese else set()
    heads = (match["head"] for match in _pattern(family(language), "heads").finditer(text))
    return bool(words & verbs) or any(
        head.endswith(word) if chinese else head == word for head in heads for word in words
    )


def _unsaid_by_side(
    statement: str, pieces: Sequence[str], language: str, unmatched: Sequence[str]
) -> list[str]:
    """Return the *unmatched* words but those that say one way what the sentences say too."""
    mine = whole(statement, language)
    theirs = [whole(each, language) for each in pieces]
    alike = [
        statement[slice(*pole.span)] for pole in mine.poles
        if any(mine.sides(pole.axis) == each.sides(pole.axis) for each in theirs)
    ]  # fmt: skip
    return [word for word in unmatched if not any(word in each for each in alike)]


def _only_planned(statement: str, text: str, language: str) -> bool:
    """Tell whether *text* plans or expects what *statement* says was done."""
    planned, done = (_pattern(family(language), name) for name in ("planned", "done"))
    if planned.search(_simplified(statement, language)):
        return False
    if not done.search(_simplified(statement, language)):
        return False
    simple = _simplified(text, language)
    return any(
        (verb := _next(simple[match.end() :], language)) and _shares(statement, verb, language)
        for match in planned.finditer(simple)
    )


def _simplified(text: str, language: str) -> str:
    return to_simplified(text) if family(language) == "zh" else text


def _next(text: str, language: str) -> Word | None:
    """Return the first word of *text* that says what it is about."""
    return next(iter(content(without_values(text, language), language)), None)


def _shares(text: str, word: Word, language: str) -> bool:
    return has(text, language, word) or has_meaning(text, language, word)


def _patched(statement: str, first: str, second: str, language: str) -> bool:
    """Tell whether a statement is put together from two sentences that speak of two things.

    What goes on names what stood before it by a word for it; or else it begins with a word of the
    statement, and has its values and how it ends.
    """
    if goes_on(second, language, anywhere=True):
        return False
    words = content(without_values(statement, language), language)
    opening = _next(second, language)
    if opening is None or not words or not _shares(statement, opening, language):
        return True
    if not _shares(second, words[-1], language):
        return True
    values = [each.value for each in stated(second, language)]
    return any(each.value not in values for each in stated(statement, language))


def _of_speaker(statement: str, text: str, language: str) -> bool:
    """Tell whether a statement is put together from two clauses, the second of who speaks."""
    parted = _pattern(family(language), "speaking").search(text)
    if not parted or family(language) == "zh":
        return False
    words = content(without_values(statement, language), language)
    first, second = text[: parted.start()], text[parted.end() :]
    held = [(_shares(first, each, language), _shares(second, each, language)) for each in words]
    return any(a and not b for a, b in held) and any(b and not a for a, b in held)
