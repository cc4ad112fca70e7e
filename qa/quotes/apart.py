"""The sentences of a quote that stand in the documents, though not together as it has them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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


def apart(
    quote: str, standing: Callable[[str], list[Match]], pieces: Sequence[str] = ()
) -> list[Match]:
    """Return where each sentence of *quote* stands; nothing unless each stands somewhere.

    Two documents glued together, a sentence moved: each sentence is a match of its own, with the
    rest of the quote as what is not there; all of one document where one has them all.

    Args:
        quote: As it was given.
        standing: Returns where a text stands to the letter or set in another way.
        pieces: What is looked for instead of sentences: what stands around "…".
    """
    texts = list(pieces or _sentences(quote))
    if len(texts) < 2 or not all(map(_telling, texts)):
        return []
    places: list[list[Match]] = []
    for text in texts:
        places.append(standing(text))
        if not places[-1]:
            return []
    documents = [{each.place.document for each in there} for there in places]
    both = set.intersection(*documents)
    chosen = (
        next(each for each in there if not both or each.place.document == min(both))
        for there in places
    )
    return [_of(quote, text, there) for text, there in zip(texts, chosen, strict=True)]


def reordered(matches: Sequence[Match]) -> bool:
    """Tell whether the pieces of a quote all stand in one document, and not in its order."""
    starts = [each.place.start for each in matches]
    return len({each.place.document for each in matches}) == 1 and starts != sorted(starts)


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
