"""What a draft has between quotation marks, to be looked for word for word."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from corpus.letters import letters
from language.spans import Span

# A quotation ends in its paragraph; straight marks open and close on one line.
MARKED = regex.compile(
    r"“(?P<q>[^“”\n]+)”|«\s*(?P<q>[^«»\n]+?)\s*»|「(?P<q>[^「」\n]+)」|『(?P<q>[^『』\n]+)』"
    r"|(?<![\p{L}\p{N}])\"(?P<q>[^\"\n]+)\"(?![\p{L}\p{N}])|＂(?P<q>[^＂\n]+)＂"
)
HAN = regex.compile(r"\p{Han}")
# Letters of a quotation; what is shorter is a name, or a word that is held at a distance.
LEAST, LEAST_HAN = 16, 7


def quotations(draft: str) -> Iterator[tuple[str, Span]]:
    """Yield what *draft* quotes, with its span there, without the marks."""
    for match in MARKED.finditer(draft):
        if long_enough(match["q"]):
            yield match["q"], match.span("q")


def long_enough(text: str) -> bool:
    """Tell whether *text* has so many letters that it is a quote, wherever it stands."""
    there = letters(text).text
    return len(there) >= (LEAST_HAN if len(HAN.findall(there)) * 2 > len(there) else LEAST)
