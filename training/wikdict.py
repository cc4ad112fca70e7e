"""The dictionaries of FreeDict and WikDict, from Debian's packages, as words with translations."""

from __future__ import annotations

import base64
import gzip
import io
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

import regex

HEAD = regex.compile(r"^(?P<word>.+?)(?: (?=[/<])|$)")
SENSE = regex.compile(r"^\s*\d+\.\s*")
BETWEEN = regex.compile(r"[,、;]\s*|\s+\d+\.(?:\s+|$)")
REMARK = regex.compile(r"[(（][^)）]*[)）]|\[[^]]*\]|<[^>]*>")


def entries(folder: Path, pair: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the entries of a dictionary, as :func:`parsed` does.

    Args:
        folder: With the packages, as ``apt-get download`` leaves them.
        pair: The two languages as FreeDict writes them: ``fra-jpn``.
    """
    return parsed(*_files(folder, pair))


def parsed(text: bytes, index: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each headword with what stands below it, cut at its commas.

    Translations and explanations in the headword's language stand there alike.

    Args:
        text: Of a dictionary in dictd's format.
        index: Where its entries are.
    """
    rows = [line.split("\t") for line in index.splitlines()]
    # Several words may lead to one entry; what describes the dictionary itself is none.
    places = dict.fromkeys((row[1], row[2]) for row in rows if not row[0].startswith("00database"))
    for start, length in places:
        at = _number(start)
        head, *lines = text[at : at + _number(length)].decode().split("\n")
        if match := HEAD.match(head):
            parts = (part for line in lines for part in BETWEEN.split(SENSE.sub("", line)))
            below = [REMARK.sub("", part).strip() for part in parts]
            yield match["word"], [one for one in below if one]


def _files(folder: Path, pair: str) -> tuple[bytes, str]:
    """Return the text of a dictionary and its index, in dictd's format."""
    deb = next(folder.glob(f"dict-freedict-{pair}_*.deb"))
    command = ["dpkg-deb", "--fsys-tarfile", str(deb)]
    packed = subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603
    base = f"./usr/share/dictd/freedict-{pair}"
    with tarfile.open(fileobj=io.BytesIO(packed)) as files:
        text, index = (files.extractfile(base + end) for end in (".dict.dz", ".index"))
        assert text
        assert index
        return gzip.decompress(text.read()), index.read().decode()


def _number(written: str) -> int:
    """Return a number of dictd's index: the alphabet of base 64, the highest digit first."""
    digits = base64.b64decode("A" * (-len(written) % 4) + written)
    return int.from_bytes(digits, "big")
