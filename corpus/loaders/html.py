"""Web pages: the main text without menus and banners.  The only file that knows trafilatura."""

from __future__ import annotations

import re

from trafilatura import bare_extraction, html2txt
from trafilatura.settings import Document as Extracted

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.plain import decoded

DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
# A page whose main text is shorter than this, in characters, is read whole.
TOO_LITTLE = 200


def load(content: bytes, _suffix: str = ".html") -> Loaded:
    """Return the main text of a page under its title, with the date that the page states.

    Where no main text is found the whole page is taken.
    """
    declared = DECLARED.search(content[:4096])
    page = decoded(content, declared[1].decode() if declared else "")
    title, date, text = page_text(page)
    if not text:
        raise UnreadableFileError("file_empty_page")
    draft = Draft()
    draft.heading(title, date)
    if title and title not in text[: len(title) + 200]:
        draft.add(title)
    draft.add(text)
    return draft.loaded()


def page_text(page: str) -> tuple[str, str, str]:
    """Return title, date (ISO 8601) and text of *page*; each may be empty."""
    extracted = bare_extraction(page, include_comments=False, with_metadata=True)
    if not isinstance(extracted, Extracted):
        return "", "", whole_text(page)
    text = (extracted.text or "").strip()
    if len(text) < TOO_LITTLE:
        whole = whole_text(page)
        text = whole if len(whole) < 5 * TOO_LITTLE or not text else text
    return extracted.title or "", extracted.date or "", text


def whole_text(page: str) -> str:
    """Return all text of *page*, menus and all."""
    return str(html2txt(page) or "").strip()
