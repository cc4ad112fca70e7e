"""Plain text and Markdown: bytes that only need decoding.  The only file that guesses encodings."""

from __future__ import annotations

import codecs

import regex
from charset_normalizer import from_bytes

from corpus.documents import Heading
from corpus.errors import UnreadableFileError
from corpus.loaders.front_matter import FrontMatter, front_matter
from corpus.loaders.loaded import Loaded
from corpus.loaders.pipe_tables import pipe_tables

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # begins like the next one
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
# Tried in turn where the bytes are not UTF-8; a wider choice finds rare ones where there are none.
LEGACY = ["gb18030", "big5", "cp1252", "utf_16_le", "utf_16_be"]
NO_FRONT_MATTER = FrontMatter(0)
SAMPLE = 200_000  # bytes that decide
# Encodings that contain those which pages and mails name.
WIDER = {
    "gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "shift_jis": "cp932",
    "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
# What tells encodings of Japanese and Korean: the share of these among letters that are not Latin,
# and letters that the bytes of other encodings give.
HIRAGANA = regex.compile(r"\p{Hiragana}")
HANGUL = regex.compile(r"\p{Hangul}")
OTHERS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]")
HALF_WIDTH = regex.compile(r"[\uff61-\uff9f]")
ENOUGH, HIRAGANA_SHARE, HANGUL_SHARE, HALF_SHARE = 8, 0.2, 0.95, 0.1


def load(content: bytes, suffix: str = ".txt") -> Loaded:
    """Return the decoded text as it is, of Markdown with the places of its tables.

    The front matter of Markdown is about it, not of it.
    """
    text = decoded(content)
    is_markdown = suffix.startswith(".m")
    about = front_matter(text) if is_markdown else NO_FRONT_MATTER
    tables = pipe_tables(text) if is_markdown else ()
    if not text[about.end :].strip():
        return Loaded(text)
    heading = Heading(about.end, about.title, about.date)
    return Loaded(
        text,
        headings=(heading,) if about.end else (),
        residue=((0, about.end),) if about.end else (),
        tables=tables,
        language=about.language,
    )


def decoded(content: bytes, declared: str = "") -> str:
    """Return *content* as text: by its byte-order mark, as UTF-8, as *declared*, or as detected.

    Raises:
        UnreadableFileError: If it is no text in any encoding that we know.
    """
    marked = [name for mark, name in BYTE_ORDER_MARKS.items() if content.startswith(mark)]
    text = None
    if b"\x1b$" in content:  # how ISO-2022 begins, which is ASCII in all bytes
        marked = [name for name in ("iso2022_jp_ext", "iso2022_kr") if _strictly(content, name)]
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
    return WIDER.get(encoding, encoding)


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):  # there are codecs that are none of text
        return None


def _detected(content: bytes) -> str | None:
    if b"\0" in content:
        wide = (_strictly(content, name) for name in ("utf-32-le", "utf-32-be"))
        return next((text for text in wide if text), None) or _by_frequency(content)
    return _japanese_or_korean(content) or _by_frequency(content)


def _japanese_or_korean(content: bytes) -> str | None:
    for encoding, letters, share in (
        ("euc_jp", HIRAGANA, HIRAGANA_SHARE),
        ("cp932", HIRAGANA, HIRAGANA_SHARE),
        ("cp949", HANGUL, HANGUL_SHARE),
    ):
        text = _strictly(content, encoding) or ""
        sample = text[:SAMPLE]
        count = len(letters.findall(sample))
        others = len(OTHERS.findall(sample))
        strange = len(HALF_WIDTH.findall(sample))
        if count >= ENOUGH and count >= share * others and strange <= HALF_SHARE * others:
            return text
    return None


def _by_frequency(content: bytes) -> str | None:
    best = from_bytes(content[:SAMPLE], cp_isolation=LEGACY).best()
    return _strictly(content, best.encoding) if best else None
