"""The sentences of a quote that stand in the documents, though not together as it has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import regex

from corpus.letters import letters
from qa.quotes.differences import Piece
from qa.quotes.verdict import Match

SENTENCE = regex.compile(
    r".+?(?:[.!?]+[\"'”’»)]*(?=\s|$|\p{Han})|[。！？]+[”’」』）]*|$)", regex.DOTALL
)
# Letters of a sentence that is told from others by its words; of Chinese a half of that.
LEAST = 16
HAN = regex.compile(r"\p{Han}")


def apart(quote: str, standing: Callable[[str], list[Match]]) -> list[Match]:
    """Return where each sentence of *quote* stands; nothing unless each stands somewhere.

    Two documents glued together, a sentence moved: each sentence is a match of its own, with the
    rest of the quote as what is not there.

    Args:
        quote: As it was given.
        standing: Returns where a text stands to the letter or set in another way.
    """
    matches: list[Match] = []
    sentences = list(_sentences(quote))
    if len(sentences) < 2:
        return []
    for text in sentences:
        there = standing(text) if _telling(text) else []
        if not there:
            return []
        matches.append(_of(quote, text, there[0]))
    return matches


def _sentences(quote: str) -> Iterator[str]:
    yield from (text for match in SENTENCE.finditer(quote) if (text := match.group().strip()))


def _telling(text: str) -> bool:
    wanted = letters(text).text
    return len(wanted) * (2 if HAN.search(wanted) else 1) >= LEAST


def _of(quote: str, text: str, there: Match) -> Match:
    """Return a match of one sentence as one that is near the quote."""
    at = quote.find(text)
    pieces = (
        Piece(quote[:at].strip(), "", same=False),
        Piece(text, there.place.quote, same=True),
        Piece(quote[at + len(text) :].strip(), "", same=False),
    )
    share = len(letters(text).text) / (len(letters(quote).text) or 1)
    told = tuple(each for each in pieces if each.quote)
    return replace(there, status="near", pieces=(), difference=told, share=share)
