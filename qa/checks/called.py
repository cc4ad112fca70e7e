"""Names of a statement that a text in another language has as it calls them."""

from __future__ import annotations

from language.alike import alike, has_word
from language.tags import family
from qa.namesakes import names_of
from qa.naming import missing, named


def present(statement: str, language: str, text: str, of: str) -> tuple[bool | None, ...]:
    """Return for each name in *statement* whether *text* has it; None where that is not known.

    What dictionaries and CLDR call it counts too: Pékin is in a text that has Beijing.
    """
    there = named(statement, language, text, of)
    if False not in there or family(language) == family(of):
        return there
    every = (statement[slice(*span)] for span in missing(statement, language, text, of))
    known = all(_called(name, text, of) for name in every)
    # None stays: what is not known is not told.
    return tuple(True if each is False else each for each in there) if known else there


def _called(name: str, text: str, of: str) -> bool:
    plain = alike(text)
    return any(has_word(plain, alike(called.name)) for called in names_of(name, {"en", family(of)}))
