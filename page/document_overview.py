"""The overview of a document: its main sentences, each held against the source that it is from."""

from __future__ import annotations

from corpus.errors import UnreadableFileError
from page import overview_html
from page.context import Context
from qa.overviews.overview import document_sentences

SENTENCES = 6


def overview_of(context: Context, path: str, language: str) -> str:
    """Return the overview of the document at *path* as HTML.

    Raises:
        LookupError: If there is no such document.
        CitedQAError: If there is no index that can be opened.
    """
    row = next((row for row in context.shelf.holding().rows if row.path == path), None)
    there = context.shelf.document(path)
    if row is None or there is None:
        raise LookupError(path)
    generation = context.service.generation
    places = document_sentences(generation, there[0], language, SENTENCES)
    try:
        context.originals.content(there[0])
        same = True
    except UnreadableFileError:
        same = False
    return overview_html.overview(row, places, same, language)
