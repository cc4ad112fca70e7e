"""Words that were cut at the end of a line.

Whether the hyphen is of the word ("real-time", "Anne-Marie") or of the line is told by the
document, which may write the word elsewhere, and else by a list of words.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from corpus.view import Edit
from language.detect import detect
from language.languages import KNOWN
from language.lexicon import is_word, listed
from language.tags import UNKNOWN

# How a hyphen at the end of a line is written: as one, as a soft one (U+00AD), as PDFium does
# (U+FFFE, mostly without the line feed).  A blank line may be between where each line has one.
BROKEN = regex.compile(
    r"(?<![\p{L}\p{N}]|[\p{L}\p{N}]['’-])(?P<head>[\p{L}\p{N}]++(?:['’-][\p{L}\p{N}]++)*+)"
    r"(?:(?P<mark>[-\u00ad\u2010])[ \t]*\n(?:[ \t]*\n(?=[ \t]*\p{Ll}))?[ \t]*"
    r"|(?P<mark>\ufffe)[ \t]*\n?[ \t]*)"
    r"(?=(?P<tail>[\p{L}\p{N}]++))"
)
WORD = regex.compile(r"[\p{L}\p{N}]++(?:-[\p{L}\p{N}]++)*+")
# "two- and three-bedroom": the hyphen stands for what follows later.
JOINS = frozenset("and or to et ou à und oder bis y o e i ni nor".split())
AROUND = 300  # characters that tell the language


def hyphens(text: str) -> Iterator[Edit]:
    """Yield the edits that make words whole that were cut at line ends, with a hyphen of theirs."""
    elsewhere: frozenset[str] | None = None
    for match in BROKEN.finditer(text):
        mark, tail = match["mark"], match["tail"]
        seam = match.end("head"), match.start("tail")
        if mark != "\ufffe" and tail in JOINS:
            continue
        if elsewhere is None:
            elsewhere = _whole_words(text)
        around = text[max(0, seam[0] - AROUND) : seam[1] + AROUND]
        if not _keeps(match["head"], tail, elsewhere, around):
            yield Edit(*seam)
        elif mark == "-":
            yield Edit(seam[0] + 1, seam[1])
        elif seam[1] - seam[0] > 1:
            yield Edit(*seam, "-")
        else:
            # What stands for a single character must be that character.
            yield Edit(seam[0], seam[1] + 1, f"-{tail[0]}")


def _whole_words(text: str) -> frozenset[str]:
    """Return the words of *text* in small letters, and of those with hyphens all neighbours too."""
    words: set[str] = set()
    for match in WORD.finditer(BROKEN.sub(" ", text).lower()):
        parts = match.group().split("-")
        words |= {match.group(), *map("-".join, pairwise(parts))}
    return frozenset(words)


def _keeps(head: str, tail: str, elsewhere: frozenset[str], around: str) -> bool:
    """Tell whether the hyphen between *head* and *tail* is of the word."""
    last = regex.split(r"['’-]", head)[-1]
    capitals = len(last) > 1 and len(tail) > 1 and (last + tail).isupper()
    if not (last.isalpha() and tail[0].isalpha()) or (not tail[0].islower() and not capitals):
        return True  # A figure, or a name: Anne-Marie.
    last, tail = last.lower(), tail.lower()
    written = f"{last}-{tail}" in elsewhere, last + tail in elsewhere
    if written[0] != written[1]:
        return written[0]
    if len(last) == 1:
        return True  # e-mail, y a-t-il
    spoken = detect(around, expected=KNOWN)
    # Where too little stands around it, one of those that the program speaks.
    languages = [one for one in (KNOWN if spoken == UNKNOWN else [spoken]) if listed(one)]
    if any(is_word(last + tail, one) for one in languages):
        return False
    if head[-len(last) :].isupper() and not capitals:
        return True  # FAA-approved
    return any(is_word(last, one) and is_word(tail, one) for one in languages)
