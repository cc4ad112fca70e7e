"""What a PDF is called: by its metadata where they are good, else by its largest type."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from statistics import median

import regex

from corpus.loaders.pdf.heads import is_page_number
from corpus.loaders.pdf.layout import Line

SHORTEST, LONGEST = 2, 200  # letters, characters
LARGER = 1.15  # than the usual type of the page
ALIKE = 0.93  # of the largest: lines of one title
LETTER = regex.compile(r"\p{L}")
ADDRESS = regex.compile(r"www\.|://|@\w|\w\.\p{L}{2,4}/")
WORD = regex.compile(r"\p{Han}|[\p{L}\p{N}--\p{Han}]+", regex.VERSION1)
# What programs put there, and names of files.
NO_TITLE = regex.compile(
    r"(?i)(?:untitled|sans titre|无标题|無標題|未命名|microsoft (?:word|powerpoint|excel)\b"
    r"|(?:new |nouveau )?(?:microsoft word )?document ?\d*$|powerpoint[ -]pr[eé]sentation"
    r"|pr[eé]sentation ?\d*$|slide ?\d|scan|img|page ?\d).*"
    r"|.*\.(?:docx?|pdf|indd|tex|dvi|pptx?|xlsx?|rtf|od[tps]|qxd|fm|book|wpd|ps|html?)"
    r"|[^\p{L}]*|[^\s\p{Han}]*[\d_.][^\s\p{Han}]*"
)


def title(stated: str, page: Sequence[Line], text: Sequence[Line]) -> str:
    """Return the title of a PDF, or nothing where none is sure.

    Args:
        stated: What its metadata say.
        page: The lines of its first page that has any, running heads left out.
        text: Lines of this page and others.
    """
    stated = " ".join(stated.split())
    if stated and not NO_TITLE.fullmatch(stated) and _is_title(stated) and _stands_in(stated, page):
        return stated
    return _largest(page, _usual(text))


def _is_title(text: str) -> bool:
    letters = len(LETTER.findall(text))
    return letters >= SHORTEST and len(text) <= LONGEST and not ADDRESS.search(text)


def _stands_in(stated: str, page: Sequence[Line]) -> bool:
    """Tell whether most words of a title stand on the page: it may be of a template."""
    here = set(WORD.findall(" ".join(line.text for line in page).lower()))
    words = set(WORD.findall(stated.lower()))
    return len(words & here) * 2 > len(words)


def _usual(text: Sequence[Line]) -> float:
    """Return the height of most of the type."""
    heights = [
        line.box[3] - line.box[1]
        for line in text
        if line.box
        for _ in range(1 + len(line.text) // 10)
    ]
    return median(heights) if heights else 0.0


def _largest(page: Sequence[Line], usual: float) -> str:
    heights = {at: line.box[3] - line.box[1] for at, line in enumerate(page) if line.box}
    may = [at for at in heights if _is_title(page[at].text) and not is_page_number(page[at].text)]
    first = max(may, key=lambda at: (heights[at], -at), default=0)
    largest = heights.get(first, 0.0)
    if largest < LARGER * usual:
        return ""
    while first - 1 in may and heights[first - 1] >= ALIKE * largest:
        first -= 1
    lines = takewhile(
        lambda at: at in may and heights[at] >= ALIKE * largest, range(first, len(page))
    )
    text = " ".join(page[at].text for at in lines)
    return text if len(text) <= LONGEST else ""
