"""What an answer shows, decided once; terminal, HTML and Markdown only say it in their way."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from language.letters import plain
from language.phrases import phrase, place_name
from language.spans import Span
from language.tags import family
from language.values.iso import said_date
from qa.answers import Answer, AnswerKind, Citation, Event, Part, Valued

# What a terminal obeys or does not show: escapes, other controls, what turns the writing.
UNSEEN = regex.compile(r"[[\p{Cc}\p{Bidi_Control}]--\n]", regex.V1)


def flat(text: str) -> str:
    """Return text of a document on one line, so that it cannot begin a line of the program's."""
    return " ".join(text.split())


def said_when(event: Event, speaks: str) -> str:
    """Return the date of an event in a language; of a post or article, that it is its own."""
    date = said_date(event.date, speaks)
    return phrase("timeline_posted", speaks, date=date) if event.of_record else date


@dataclass(frozen=True, slots=True)
class Presentation:
    """What a person is shown of an answer, in this order; the program's own words are phrases."""

    language: str  # BCP 47, of the program's own words
    understood: str | None  # the question as it was understood, where that is another
    kind: AnswerKind
    converted: str | None  # the value of the answer in the user's language: no quote
    rewritten: str | None  # the leading quote in the user's script: no quote either
    foreign: bool  # the leading quote is in a language that is not the user's
    conflict: bool  # the sources state different values
    apart: bool  # nothing that is told of things compared can be set side by side
    sources: tuple[Citation, ...]  # best first; in a decline what came nearest
    confidence: float | None  # 0 to 1; None where nothing is said to answer
    items: tuple[Citation, ...] = ()  # of a list, in order
    # How many items are announced and how many are shown, where that is not the same.
    counted: tuple[int, int] | None = None
    parts: tuple[Part, ...] = ()  # of a question that asks several things, in order
    reply: str | None = None  # what the program says itself, in lines
    values: tuple[Valued, ...] = ()  # that sources state and that differ, the newest first
    events: tuple[Event, ...] = ()  # of a timeline, by date; the sources are theirs

    @property
    def declined(self) -> bool:
        """Whether the documents are said not to answer."""
        return self.kind == "declined"

    @property
    def heading(self) -> str | None:
        """The phrase right above a quote that only may answer, after the notes; by its key."""
        return "possibly" if self.kind == "possible" else None

    @property
    def notes(self) -> list[str]:
        """The phrases that say how the quotes are meant, by their keys, in order."""
        listed = {
            "declined": self.declined,
            "nearest": self.declined and bool(self.sources),
            "other_language": self.foreign and self.kind in ("quote", "list"),
            "possibly_other_language": self.foreign and self.kind == "possible",
            "conflict": self.conflict,
            "not_alike": self.apart,
        }
        return [key for key, shown in listed.items() if shown]


def presented(answer: Answer) -> Presentation:
    """Return what is shown of *answer*."""
    # A question that was only tidied, or given its accents, was not understood as another.
    same = plain(answer.understood).split() == plain(answer.question).split()
    first = answer.citations[0] if answer.citations else None
    return Presentation(
        language=answer.language,
        understood=None if same else answer.understood,
        kind=answer.kind,
        converted=answer.said,
        rewritten=first.own_script if first and answer.kind not in ("list", "parts") else None,
        foreign=first is not None
        and not answer.parts
        and family(first.language) != family(answer.language),
        conflict=answer.conflict and not answer.parts,  # each part says so itself
        apart=answer.apart,
        sources=answer.shown,
        confidence=None
        if answer.declined or (answer.reply and not answer.items)
        else answer.confidence,
        items=answer.items,
        counted=_counted(answer),
        parts=answer.parts,
        reply=answer.reply,
        values=answer.values,
        events=answer.events,
    )


def own_words(citation: Citation, speaks: str) -> Span | None:
    """Return where the answering words stand in a quote that is shown in the user's script.

    Args:
        citation: With ``own_script``.
        speaks: The language of the user, which tells the script.
    """
    from language.chinese import in_script  # loads what converts Chinese: only where it is shown

    whole, at = citation.own_script, citation.highlight
    if not whole or not at:
        return None
    cut = citation.text[: at[0]], citation.text[slice(*at)], citation.text[at[1] :]
    before, words, after = (in_script(text, speaks) for text in cut)
    if before + words + after == whole:
        return len(before), len(before) + len(words)
    return at if len(whole) == len(citation.text) else None


def _counted(answer: Answer) -> tuple[int, int] | None:
    count = len(answer.items)
    if answer.announced is None or answer.announced == count or not count:
        return None
    return answer.announced, count


def places(citation: Citation, language: str) -> list[str]:
    """Return what is to be said of where a quote stands: its page or sheet, its table and row."""
    row = citation.table
    part = place_name(citation.part, language)
    if row is None:
        return [part] if part else []
    known = (citation.title, *(citation.part or ()))
    table = "" if any(row.table in name for name in known) else row.table
    number = place_name(("row", str(row.row)), language)
    number = number if number != part else ""
    column = phrase("column_of", language, name=row.column) if row.column else ""
    return [place for place in (part, table, number, column) if place]
