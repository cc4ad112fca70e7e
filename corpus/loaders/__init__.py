"""From bytes to source text: one module for each family of formats, none imported before needed.

A loader is a pure function ``load(content: bytes, suffix: str) -> Loaded``.  It raises
:class:`~corpus.errors.UnreadableFileError` with a reason for a reader; anything else that it
raises means that the file is damaged.  Beside it stands ``visible(content, suffix) -> str``: all
text that the file shows, read in another way, with which what was loaded is compared.  Where the
text is the file itself there is none.

Where pages may be pictures, ``load`` takes a third argument, what OCR has made of them, and leaves
in ``scans`` the numbers of those that it still needs; ``picture(content, suffix, number) -> bytes``
gives one of these as a PNG file that says its resolution.  Where there are pages to look at,
``shown(content, suffix, number, sought) -> PageImage`` draws one for the screen; where the format
knows headings, ``outline(content, suffix)`` gives their levels and texts.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from types import ModuleType

from corpus.errors import UnreadableFileError
from corpus.kept import kept
from corpus.limits import Limits
from corpus.loaders.loaded import Loaded
from corpus.loaders.zipped import check_archive
from corpus.ocr.recognition import Pages
from corpus.outline import Outline
from corpus.page_image import PageImage, Sought
from language.messages import Message

MODULES = {
    ".txt": "plain", ".text": "plain", ".md": "plain", ".markdown": "plain",
    ".html": "web.html", ".htm": "web.html", ".xhtml": "web.html", ".epub": "web.epub",
    ".pdf": "pdf.loader",
    ".docx": "office.docx", ".pptx": "office.pptx", ".xlsx": "office.xlsx",
    ".xls": "office.xls", ".xlsb": "office.xls", ".rtf": "rich_text.loader",
    **dict.fromkeys((".odt", ".ods", ".odp"), "open_document.loader"),
    ".csv": "csv", ".tsv": "csv", ".json": "json", ".jsonl": "json", ".ndjson": "json",
    ".srt": "subtitles", ".vtt": "subtitles", ".ipynb": "notebook",
    ".eml": "mails.mail", ".mbox": "mails.mail", ".msg": "mails.outlook",
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp"), "images"),
}  # fmt: skip
# What another program turns into a format that is read here, where it is installed.
CONVERTED = {".doc": ".docx", ".ppt": ".pptx", ".xls": ".xlsx", ".xlsb": ".xlsx"}
KNOWN = MODULES.keys() | CONVERTED.keys()
# Where lines may be cut to a width; in the other formats who wrote the text ended each line.
LAID_OUT = frozenset(
    suffix
    for suffix, module in MODULES.items()
    if module in {"plain", "pdf.loader", "mails.mail", "mails.outlook", "subtitles", "images"}
)
ZIPPED = frozenset({".docx", ".pptx", ".xlsx", ".xlsb", ".epub", ".odt", ".ods", ".odp"})
# Compound files that are no office file.
COMPOUND = frozenset({".msg"})
# What is read in our own process: nothing but a decoder touches it.
PLAIN = frozenset(suffix for suffix, module in MODULES.items() if module == "plain")
PICTURES = frozenset(suffix for suffix, module in MODULES.items() if module == "images")
# What can be looked at page by page.
HAS_PAGES = PICTURES | {".pdf"}
# What says itself which of its lines are headings.
HAS_OUTLINE = frozenset({".docx", ".html", ".htm", ".xhtml"})
OLD_OFFICE, RICH_TEXT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf"
# What an office file with a password holds, in an old one (MS-OFFCRYPTO, 1.3.2).
LOCKED = "EncryptedPackage".encode("utf-16-le")
# How files of other kinds begin, and what to call them.
SIGNATURES = {
    b"%PDF-": (Message("kind_pdf"), frozenset({".pdf"})),
    b"PK\x03\x04": (Message("kind_zip"), ZIPPED),
    OLD_OFFICE: (Message("kind_old_office"), frozenset({".doc", ".ppt", ".xls"}) | COMPOUND),
    b"\x89PNG": (Message("kind_picture"), PICTURES),
    b"\xff\xd8\xff": (Message("kind_picture"), PICTURES),
    b"GIF8": (Message("kind_picture"), frozenset()),
    b"\x1f\x8b": (Message("kind_compressed"), frozenset()),
    b"\x7fELF": (Message("kind_program"), frozenset()),
    b"MZ\x90": (Message("kind_program"), frozenset()),
    RICH_TEXT: (Message("kind_rtf"), frozenset({".rtf", ".doc"})),
}


def load(suffix: str, content: bytes, limits: Limits, pages: Pages | None = None) -> Loaded:
    """Return the source text of a file whose name ends in *suffix* (with the dot, any case).

    It may be empty as long as there are ``scans`` to be read; *pages* are those that were.

    Raises:
        UnreadableFileError: If there is no loader for it, its content is of another kind or
            beyond the limits, or the loader says so.
    """
    suffix = suffix.lower()
    check(suffix, content, limits)
    loader = _loader(suffix)
    rest = (pages or {},) if hasattr(loader, "picture") else ()
    loaded: Loaded = loader.load(content, suffix, *rest).in_unicode()
    if not loaded.scans and not loaded.text.replace("\ufeff", "").strip():
        raise UnreadableFileError("file_no_text")
    if len(loaded.text) > limits.characters:
        size, limit = len(loaded.text), limits.characters
        raise UnreadableFileError("file_long", characters=size, limit=limit)
    if hasattr(loader, "visible"):
        loaded = replace(loaded, kept=kept(loaded.text, loader.visible(content, suffix)))
    return loaded


def picture(suffix: str, content: bytes, number: int, limits: Limits) -> bytes:
    """Return page *number*, one of the ``scans`` of a file, as a PNG file.

    Raises:
        UnreadableFileError: As :func:`load` does.
    """
    suffix = suffix.lower()
    check(suffix, content, limits)
    drawn: bytes = _loader(suffix).picture(content, suffix, number)
    return drawn


def shown(suffix: str, content: bytes, number: int, sought: Sought, limits: Limits) -> PageImage:
    """Return page *number* of a file that :data:`HAS_PAGES`, and where on it a quote stands.

    Raises:
        UnreadableFileError: As :func:`load` does, or if there is no such page.
    """
    suffix = suffix.lower()
    check(suffix, content, limits)
    drawn: PageImage = _loader(suffix).shown(content, suffix, number, sought)
    return drawn


def outline(suffix: str, content: bytes, limits: Limits) -> Outline:
    """Return the headings of a file that :data:`HAS_OUTLINE`.

    Raises:
        UnreadableFileError: As :func:`load` does.
    """
    suffix = suffix.lower()
    check(suffix, content, limits)
    headings: Outline = _loader(suffix).outline(content, suffix)
    return headings


def _loader(suffix: str) -> ModuleType:
    return import_module(f"corpus.loaders.{MODULES[suffix]}")


def check(suffix: str, content: bytes, limits: Limits) -> None:
    """See that *content* may be a file whose name ends in *suffix*, in lower case.

    Raises:
        UnreadableFileError: If it is not.
    """
    if suffix not in KNOWN:
        raise UnreadableFileError("file_type", suffix=suffix or "(none)")
    if not content.strip():
        raise UnreadableFileError("file_empty")
    if content.startswith(OLD_OFFICE) and LOCKED in content:
        raise UnreadableFileError("file_encrypted")
    for signature, (kind, suffixes) in SIGNATURES.items():
        if content.startswith(signature) and suffix not in suffixes:
            raise _of_another_kind(kind, suffix, suffixes)
    if suffix in ZIPPED:
        check_archive(content, limits.unpacked_bytes)


def _of_another_kind(kind: Message, suffix: str, right: frozenset[str]) -> UnreadableFileError:
    if not right:
        return UnreadableFileError("file_kind", kind=kind, suffix=suffix)
    suffixes = " / ".join(sorted(right))
    return UnreadableFileError("file_kind_named", kind=kind, suffix=suffix, suffixes=suffixes)
