"""Which documents there are, as lines; titles and paths are theirs: in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from index.passage_index import Outline
from language.phrases import language_name, listing, phrase, quoted, written

# Documents that are listed; the rest are counted.
LISTED = 20
# Languages that are named; dates of one document.
NAMED, DATED = 6, 2


def named(outline: Outline, language: str) -> str:
    """Return the title of a document, as data."""
    return quoted(outline.title or outline.path, language)


def described(outline: Outline, language: str) -> str:
    """Return the title of a document with its language and date, as far as they are known."""
    name, facts = named(outline, language), about([outline], language)
    return phrase("described", language, name=name, about=facts) if facts else name


def about(outlines: Sequence[Outline], language: str) -> str:
    """Return in which languages documents are and of which dates, as far as that is known."""
    tags = list(dict.fromkeys(tag for outline in outlines for tag in outline.languages))
    names = [language_name(tag, language) for tag in tags[:NAMED]]
    dates = _dates(sorted({date for outline in outlines for date in outline.dates}), language)
    languages = listing(names, language) + ("…" if len(tags) > NAMED else "") if names else ""
    if languages and dates:
        return phrase("dated", language, languages=languages, dates=dates)
    return languages or dates


def lines(outlines: Sequence[Outline], language: str) -> list[str]:
    """Return a line for each document, the first :data:`LISTED` of them; then how many more."""
    titles = [outline.title for outline in outlines]
    listed = [
        f"{at}. {_line(outline, language, path=titles.count(outline.title) > 1)}"
        for at, outline in enumerate(outlines[:LISTED], start=1)
    ]
    more = len(outlines) - LISTED
    return [*listed, phrase("more_rows", language, count=more)] if more > 0 else listed


def _line(outline: Outline, language: str, *, path: bool) -> str:
    """Return what is told of one document; its path where the title does not tell which it is."""
    languages = [language_name(tag, language) for tag in outline.languages[:NAMED]]
    parts = [
        named(outline, language),
        quoted(outline.path, language) if path and outline.path != outline.title else "",
        listing(languages, language) if languages else "",
        _dates(outline.dates, language),
        phrase("page_count", language, count=outline.pages) if outline.pages else "",
    ]
    return " · ".join(filter(None, parts))


def _dates(dates: Sequence[str], language: str) -> str:
    """Return the first and the last of *dates*, in order."""
    ends = [written(date, language) for date in dict.fromkeys((*dates[:1], *dates[-1:]))]
    return " – ".join(ends)
