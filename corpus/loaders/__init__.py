"""From bytes to source text: one module for each family of formats, none imported before needed.

A loader is a pure function ``load(content: bytes, suffix: str) -> Loaded``.  It raises
:class:`~corpus.errors.UnreadableFileError` with a reason for a reader; anything else that it
raises means that the file is damaged.
"""

from __future__ import annotations

from importlib import import_module

from corpus.errors import UnreadableFileError
from corpus.limits import Limits
from corpus.loaders.loaded import Loaded
from corpus.loaders.zipped import check_archive

MODULES = {
    ".txt": "plain", ".text": "plain", ".md": "plain", ".markdown": "plain",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "docx", ".pptx": "pptx", ".xlsx": "xlsx", ".epub": "epub",
    ".csv": "csv", ".tsv": "csv", ".json": "json", ".jsonl": "json", ".ndjson": "json",
    ".srt": "subtitles", ".vtt": "subtitles", ".eml": "mail",
}  # fmt: skip
MARKDOWN = frozenset({".md", ".markdown"})
# Where lines may be cut to a width; in the other formats who wrote the text ended each line.
LAID_OUT = frozenset(
    suffix for suffix, module in MODULES.items() if module in {"plain", "pdf", "mail", "subtitles"}
)
ZIPPED = frozenset({".docx", ".pptx", ".xlsx", ".epub"})
# What is read in our own process: nothing but a decoder touches it.
PLAIN = frozenset(suffix for suffix, module in MODULES.items() if module == "plain")
# How files of other kinds begin, and what to call them.
SIGNATURES = {
    b"%PDF-": ("a PDF", frozenset({".pdf"})),
    b"PK\x03\x04": ("a zip archive or an office file", ZIPPED),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("an old or an encrypted office file", frozenset()),
    b"\x89PNG": ("a picture", frozenset()),
    b"\xff\xd8\xff": ("a picture", frozenset()),
    b"GIF8": ("a picture", frozenset()),
    b"\x1f\x8b": ("a compressed file", frozenset()),
    b"\x7fELF": ("a program", frozenset()),
    b"MZ\x90": ("a program", frozenset()),
    b"{\\rtf": ("an RTF document", frozenset()),
}


def load(suffix: str, content: bytes, limits: Limits) -> Loaded:
    """Return the source text of a file whose name ends in *suffix* (with the dot, any case).

    Raises:
        UnreadableFileError: If there is no loader for it, its content is of another kind or
            beyond the limits, or the loader says so.
    """
    suffix = suffix.lower()
    if suffix not in MODULES:
        raise UnreadableFileError(f"files of type {suffix or '(none)'} are not read")
    if not content.strip():
        raise UnreadableFileError("is empty")
    for signature, (kind, suffixes) in SIGNATURES.items():
        if content.startswith(signature) and suffix not in suffixes:
            advice = f"; name it {' or '.join(sorted(suffixes))}" if suffixes else ""
            raise UnreadableFileError(f"is {kind}, not a {suffix} file{advice}")
    if suffix in ZIPPED:
        check_archive(content, limits.unpacked_bytes)
    loaded: Loaded = import_module(f"corpus.loaders.{MODULES[suffix]}").load(content, suffix)
    if not loaded.text.replace("\ufeff", "").strip():
        raise UnreadableFileError("holds no text")
    if len(loaded.text) > limits.characters:
        raise UnreadableFileError(
            f"holds {len(loaded.text):,} characters, the limit is {limits.characters:,}"
        )
    return loaded
