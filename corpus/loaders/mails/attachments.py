"""Files inside a file: read by their own loaders, within the limits of one file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import PurePosixPath

from corpus.errors import UnreadableFileError
from corpus.limits import Limits
from corpus.loaders import MODULES, load
from corpus.loaders.loaded import Draft


def add_attachment(draft: Draft, name: str, content: bytes) -> None:
    """Add the text of the file *name* as a part; one that cannot be read is noted."""
    suffix = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if suffix in MODULES:
        with suppress(UnreadableFileError):
            loaded = load(suffix, content, Limits())
            if loaded.text:  # a scan has none, and OCR reads files only
                draft.part("attachment", name)
                draft.include(loaded)
                return
    draft.note("note_attachment", name=name)
