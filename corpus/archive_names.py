"""The names of the files in a zip archive: decoded, and told whether they may be used."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from zipfile import ZipInfo

import regex

UTF_8 = 0x800  # the flag of a name that says so itself (APPNOTE 6.3.10, 4.4.4)
UNICODE_PATH = 0x7075  # the extra field of a name's second form (4.6.9)
# A way out of the folder that the archive is read as.
UNSAFE = regex.compile(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)")
UNSEEN = regex.compile(r"\p{C}")
# Chinese programs before Unicode, with the first bytes of the characters that are in daily use.
CHINESE = {"gb18030": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}
# So many of the characters must be in daily use.
DAILY = 0.7


def decoded(files: Iterable[ZipInfo]) -> list[tuple[str, ZipInfo]]:
    """Return the name of each file with "/" between folders, as its program meant it.

    Signs that are not seen, of which some would steer a terminal, are replaced.
    """
    files = list(files)
    raw = [_bytes(file) for file in files]
    encoding = _encoding(b"\n".join(name for name in raw if name is not None))
    names = (
        file.filename if name is None else _unicode_path(file, name) or name.decode(encoding)
        for file, name in zip(files, raw, strict=True)
    )
    return [
        (UNSEEN.sub("\ufffd", name.replace("\\", "/")), file)
        for name, file in zip(names, files, strict=True)
    ]


def is_hidden(name: str) -> bool:
    """Tell whether a file is left out as it would be in a folder: hidden, or made for a Mac."""
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part.strip(".") for part in parts)


def is_safe(name: str) -> bool:
    """Tell whether *name* leads nowhere but into its archive."""
    return not UNSAFE.search(name)


def _bytes(file: ZipInfo) -> bytes | None:
    """Return a name as it is written; None if it says itself how to read it."""
    if file.flag_bits & UTF_8:
        return None
    return file.orig_filename.partition("\0")[0].encode("cp437")


def _encoding(names: bytes) -> str:
    """Return what all names of an archive are written in; by the standard it is CP437."""
    if _share(names, "utf-8") is not None:
        return "utf-8"
    shares = {encoding: _share(names, encoding) or 0.0 for encoding in CHINESE}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= DAILY else "cp437"


def _share(names: bytes, encoding: str) -> float | None:
    """Return which share of the characters is in daily use; None if *encoding* cannot be."""
    try:
        foreign = [letter for letter in names.decode(encoding) if letter > "\x7f"]
    except UnicodeError:
        return None
    daily = CHINESE.get(encoding, range(0))
    return sum(letter.encode(encoding)[0] in daily for letter in foreign) / (len(foreign) or 1)


def _unicode_path(file: ZipInfo, name: bytes) -> str:
    at, extra = 0, file.extra
    while at + 9 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        (checksum,) = struct.unpack_from("<I", extra, at + 5)
        if kind == UNICODE_PATH and checksum == zlib.crc32(name):
            return bytes(extra[at + 9 : at + 4 + size]).decode("utf-8", "replace")
        at += 4 + size
    return ""
