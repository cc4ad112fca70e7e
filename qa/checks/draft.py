"""A draft as the statements that can be checked one by one."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from corpus.documents import Passage
from corpus.errors import CitedQAError
from corpus.files import SourceFile
from corpus.loaders.loaded import Loaded
from corpus.passages import read_document
from language.detect import detect
from language.languages import KNOWN
from language.spans import Span

LONGEST = 20_000  # characters
MOST = 200  # sentences
LIMITS = {"limit": LONGEST, "most": MOST}
# What a chat program's answer has and an article has not.
MARKDOWN = regex.compile(r"(?m)^\s{0,3}(?:#{1,6} |[-*+] |\d+\. |> |\|.+\|$)|\*\*\S")
LETTER = regex.compile(r"\p{L}")


class DraftError(CitedQAError):
    """The draft cannot be checked as it is."""

    short = "error_draft"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a draft, with what its setting left in it mended."""

    text: str
    span: Span  # half-open, in the draft
    language: str  # BCP 47


def statements(draft: str) -> list[Statement]:
    """Return the sentences of *draft* in order, each with its language.

    A draft is read as a document is: cut lines, hyphens and Markdown do not count.

    Raises:
        DraftError: If there is nothing to check, or too much.
    """
    if not LETTER.search(draft):
        raise DraftError("draft_empty", **LIMITS)
    if len(draft) > LONGEST:
        raise DraftError("draft_long", characters=len(draft), **LIMITS)
    path = "draft.md" if MARKDOWN.search(draft) else "draft.txt"
    _, passages = read_document(SourceFile(path, "", Loaded(draft)))
    listing = [each for passage in passages for each in _of(passage)]
    if len(listing) > MOST:
        raise DraftError("draft_many", sentences=len(listing), **LIMITS)
    return listing


def _of(passage: Passage) -> list[Statement]:
    """Return the sentences of a *passage* that have letters."""
    texts = [(passage.text[slice(*span)], span) for span in passage.sentences]
    return [
        Statement(
            " ".join(text.split()),
            passage.view.source_span(*span),
            detect(text, passage.language, {passage.language}.intersection(KNOWN)),
        )
        for text, span in texts
        if LETTER.search(text)
    ]
