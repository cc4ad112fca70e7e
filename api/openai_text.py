"""An answer as plain text in which every quote is marked, for programs that know only text.

A quote stands on a line of its own behind ``>``; all other lines are the program's.  So nothing
that a document says can stand for what the program says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from language.phrases import phrase
from qa.answers import Answer, Citation
from qa.presentation import UNSEEN, Presentation, flat, places, presented, said_when

MARK = "> "


@dataclass(frozen=True, slots=True)
class Quoted:
    """Where in a text a quote stands: half-open offsets in code points."""

    start: int
    end: int
    citation: Citation


@dataclass(slots=True)
class Written:
    """A text that grows, and its quotes in order."""

    blocks: list[str] = field(default_factory=list)  # the text is these, one after another
    quotes: list[Quoted] = field(default_factory=list)
    _length: int = 0

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.blocks)

    def pieces(self) -> Iterator[tuple[str, list[Quoted]]]:
        """Yield each block with the quotes in it."""
        end = 0
        for block in self.blocks:
            start, end = end, end + len(block)
            yield block, [each for each in self.quotes if start <= each.start < end]

    def say(self, line: str) -> None:
        """Add what the program says, a paragraph."""
        self._add(UNSEEN.sub("", line))

    def quote(self, citation: Citation, source: str) -> None:
        """Add a quote, and under it where it is from."""
        words = UNSEEN.sub("", flat(citation.text))
        start = self._length + (2 if self.blocks else 0) + len(MARK)
        self.quotes.append(Quoted(start, start + len(words), citation))
        self._add(f"{MARK}{words}")
        self._add(UNSEEN.sub("", f"[{len(self.quotes)}] {source}"))

    def _add(self, block: str) -> None:
        block = f"\n\n{block}" if self.blocks else block
        self.blocks.append(block)
        self._length += len(block)


def written(answer: Answer) -> Written:
    """Return *answer* as text in the language that it was asked in; a decline quotes nothing."""
    text = Written()
    _write(text, answer)
    return text


def _write(text: Written, answer: Answer) -> None:
    view, speaks = presented(answer), answer.language
    for line in _above(view):
        text.say(line)
    for part in view.parts:
        text.say(": ".join(filter(None, (flat(part.label), flat(part.answer.question)))))
        _write(text, part.answer)
    if view.parts or view.declined:
        return
    dates = [said_when(event, speaks) for event in view.events]
    for number, citation in enumerate(view.sources):
        if dates:
            text.say(dates[number])
        text.quote(citation, _source(citation, speaks))
    for citation in _of_values(view):
        text.quote(citation, _source(citation, speaks))


def _above(view: Presentation) -> Iterator[str]:
    """Yield what stands above the quotes: what was understood, is noted and said."""
    speaks = view.language
    if view.understood:
        yield phrase("understood", speaks, question=flat(view.understood))
    if view.converted:
        yield f"{flat(view.converted)} ({phrase('converted', speaks)})"
    notes = [note for note in view.notes if note != "nearest"]
    for note in (*notes, *([view.heading] if view.heading else [])):
        yield phrase(note, speaks)
    if view.counted:
        told, count = view.counted
        yield phrase("list_counted", speaks, announced=told, count=count)
    if view.reply:
        yield view.reply


def _of_values(view: Presentation) -> Iterator[Citation]:
    """Yield who states another value, beside the sources."""
    shown = {(each.document, each.start, each.end) for each in view.sources}
    for valued in view.values:
        for each in valued.citations:
            if (each.document, each.start, each.end) not in shown:
                yield each


def _source(citation: Citation, speaks: str) -> str:
    place = [f"{citation.document}:{citation.start}-{citation.end}", *places(citation, speaks)]
    told = [citation.title, *place, citation.date or ""]
    return " · ".join(flat(each) for each in told if each)
