"""Plain text and Markdown: bytes that only need decoding.  The only file that guesses encodings."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from corpus.documents import Heading
from corpus.errors import UnreadableFileError
from corpus.loaders.front_matter import FrontMatter, front_matter
from corpus.loaders.loaded import Loaded

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
# Tried in turn where the bytes are not UTF-8; a wider choice finds rare ones where there are none.
LEGACY = ["gb18030", "big5", "cp1252", "utf_16_le", "utf_16_be"]
NO_FRONT_MATTER = FrontMatter(0)
SAMPLE = 200_000  # bytes that decide


def load(content: bytes, suffix: str = ".txt") -> Loaded:
    """Return the decoded text as it is; the front matter of Markdown is about it, not of it."""
    text = decoded(content)
    about = front_matter(text) if suffix.startswith(".m") else NO_FRONT_MATTER
    if not text[about.end :].strip():
        return Loaded(text)
    heading = Heading(about.end, about.title, about.date)
    return Loaded(
        text,
        headings=(heading,) if about.end else (),
        residue=((0, about.end),) if about.end else (),
        language=about.language,
    )


def decoded(content: bytes, declared: str = "") -> str:
    """Return *content* as text: by its byte-order mark, as UTF-8, as *declared*, or as detected.

    Raises:
        UnreadableFileError: If it is no text in any encoding that we know.
    """
    marked = [name for mark, name in BYTE_ORDER_MARKS.items() if content.startswith(mark)]
    text = None
    for encoding in marked or filter(None, ["utf-8", _known(declared)]):
        text = text or _strictly(content, encoding)
    if text is None or "\0" in text:
        text = None if marked else _detected(content)
    if text is None or "\0" in text:
        if marked:
            raise UnreadableFileError("file_encoding", encoding=marked[0])
        raise UnreadableFileError("file_no_encoding")
    return text


def _known(name: str) -> str:
    try:
        # A page that declares gb2312 or latin-1 is written in what contains it.
        encoding = codecs.lookup(name).name
    except LookupError:
        return ""
    return {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252"}.get(encoding, encoding)


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def _detected(content: bytes) -> str | None:
    best = from_bytes(content[:SAMPLE], cp_isolation=LEGACY).best()
    return _strictly(content, best.encoding) if best else None
