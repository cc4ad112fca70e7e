"""What stands in a document where the letters of a quote do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from corpus.documents import Document
from corpus.letters import as_set
from corpus.view import View
from index.letter_index import Found
from language.spans import Span
from qa.quotes.differences import nearest
from qa.quotes.joining import left_out
from qa.quotes.verdict import Match
from qa.standing import Opened, standing

# Pieces of one quote stand so near each other, in letters.
APART = 2_000
# Marks at the ends of a quote are looked for so far.
BESIDE = 80


def match_at(opened: Opened, quote: str, view: View, hit: Found) -> Match | None:
    """Return what stands at *hit*: the quote, the quote set in another way, or nearly it.

    None if other letters do.

    Args:
        opened: The documents.
        quote: As it was given.
        view: Its letters.
        hit: Where they were found.
    """
    size = len(view.text)
    around, document = opened.letters(hit, 1, size + 1), opened.document(hit.path)
    if around is None or document is None:
        return None
    (there, at), source = around, document.source
    if there.text[at : at + size] != view.text:
        return None
    start, end = there.source_span(at, at + size)
    first, last = view.source_span(0, size)
    begin = start - first
    if begin >= 0 and source[begin : begin + len(quote)] == quote:
        return Match(standing(document, (begin, begin + len(quote))), "verified")
    before = int(there.ends[at - 1]) if at else 0
    following = at + size
    after = int(there.starts[following]) if following < len(there.text) else len(source)
    wanted = as_set(quote[first:last])
    if any(as_set(form) == wanted for form in opened.forms(document, (start, end))):
        ahead = source[max(before, start - BESIDE) : start]
        start -= _beside(ahead, quote[:first], before=True)
        end += _beside(source[end : min(after, end + BESIDE)], quote[last:])
        return Match(standing(document, (start, end)), "repaired")
    return near_match(document, quote, (start, min(after, end + BESIDE)))


def near_match(document: Document, quote: str, around: Span) -> Match | None:
    """Return what of *document* around a span is most like *quote*; None if too little is."""
    near = nearest(quote, document.source, around)
    if near is None:
        return None
    return Match(standing(document, near.span), "near", (), near.difference, near.share)


def _beside(source: str, marks: str, *, before: bool = False) -> int:
    """Return how many characters of *source* next to a quote are the *marks* next to it.

    0 where others are; *before* it, the last of *source* and of the marks stand next to it.
    """
    wanted = as_set(marks)
    if not wanted:
        return 0
    sizes = range(1, len(source) + 1)
    return next((n for n in sizes if as_set(source[-n:] if before else source[:n]) == wanted), 0)


def pieces_at(
    opened: Opened, pieces: Sequence[tuple[str, View]], known: int, hit: Found
) -> Match | None:
    """Return where *pieces* of a quote stand in order, near each other, one of them at *hit*.

    Args:
        opened: The documents.
        pieces: Each with its letters.
        known: Which of them was found.
        hit: Where.
    """
    wanted = [view.text for _, view in pieces]
    reach = APART * known, APART * (len(pieces) - known) + len("".join(wanted[known:]))
    around, document = opened.letters(hit, *reach), opened.document(hit.path)
    if around is None or document is None:
        return None
    there, at = around
    starts = _around(wanted, known, at, there.text)
    if starts is None:
        return None
    spans: list[Span] = []
    verified = True
    for (piece, view), start in zip(pieces, starts, strict=True):
        part = match_at(opened, piece, view, hit._replace(at=hit.at + start - at))
        if part is None or part.status == "near":
            return None
        verified &= part.status == "verified"
        spans.append((part.place.start, part.place.end))
    place = standing(document, (spans[0][0], spans[-1][1]))
    status: Literal["verified", "repaired"] = "verified" if verified else "repaired"
    return Match(place, status, tuple(spans), left_out=tuple(left_out(document, spans)))


def _around(wanted: Sequence[str], known: int, at: int, text: str) -> list[int] | None:
    """Return where each of *wanted* stands in *text*, in order, if the *known* one is at *at*."""
    starts = [0] * len(wanted)
    starts[known] = at
    for number in range(known - 1, -1, -1):
        end = starts[number + 1]
        starts[number] = text.rfind(wanted[number], max(0, end - APART), end)
    for number in range(known + 1, len(wanted)):
        begin = max(0, starts[number - 1]) + len(wanted[number - 1])
        starts[number] = text.find(wanted[number], begin, begin + APART + len(wanted[number]))
    return starts if min(starts) >= 0 else None
