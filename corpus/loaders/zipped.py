"""A check of zipped formats before a library unpacks them."""

from __future__ import annotations

import io
import zipfile

from corpus.errors import UnreadableFileError

ENCRYPTED = 0x1


def check_archive(content: bytes, limit: int) -> None:
    """See that *content* is a whole and open archive that says it unpacks to *limit* bytes at most.

    Raises:
        UnreadableFileError: If it is not.
    """
    try:
        members = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except zipfile.BadZipFile:
        raise UnreadableFileError("file_not_zip") from None
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise UnreadableFileError("file_encrypted")
    size = sum(member.file_size for member in members)
    if size > limit:
        raise UnreadableFileError("file_unpacks", size=size, limit=limit)
