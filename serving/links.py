"""Links to a quote: on this page, on the web page that it was copied from, to its page of a PDF."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote, urlencode, urlsplit

# A text fragment names its first and last words where it is longer; a page that breaks a line
# between them is found all the same.
LONGEST = 60
ENDS = 24  # characters of its beginning and of its end
DIGEST = 16  # characters of the quote's digest


def source_link(document: str, start: int, end: int, words: str) -> str:
    """Return the link, relative to the page, to ``source[start:end]`` of a document.

    Args:
        document: Its path.
        start: Half-open offsets into its source text.
        end: Likewise.
        words: What stands there; the link can tell when something else does.
    """
    place = urlencode({"start": start, "end": end, "quote": digest(words)})
    return f"#/doc/{quote(document)}?{place}"


def digest(words: str) -> str:
    """Return what a link keeps of a quote."""
    return hashlib.sha256(words.encode()).hexdigest()[:DIGEST]


def text_fragment(address: str, words: str) -> str:
    """Return *address* with a text fragment that a browser scrolls to and marks (WICG, 2023).

    Args:
        address: Of a page on the web.
        words: A quote as it is read there.
    """
    text = " ".join(words.split())
    ends = [text] if len(text) <= LONGEST else [_first(text), _first(text[::-1])[::-1]]
    directive = ",".join(quote(end, safe="").replace("-", "%2D") for end in ends)
    return f"{address}{'' if urlsplit(address).fragment else '#'}:~:text={directive}"


def _first(text: str) -> str:
    """Return the first words of *text*: whole ones, where white space tells where they end."""
    cut = re.match(rf".{{1,{ENDS}}}(?=\s)", text)
    # Of Chinese any letters are words.
    return cut[0].rstrip() if cut and len(cut[0]) > ENDS // 2 else text[:ENDS]
