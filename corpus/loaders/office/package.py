"""Packages of office files: their parts and how these belong together (ISO/IEC 29500-2).

Names of elements and attributes are taken without their namespaces, since the strict and the
transitional form of the standard have different ones.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import IO, NamedTuple

from lxml import etree

from corpus.errors import UnreadableFileError

# What the program puts before what stands beside the text: a sign, so that it is in no language.
COMMENT, PICTURE = "💬 ", "🖼 "
# Old programs find a second copy of a drawing's text here.
FALLBACK = "Fallback"


class Related(NamedTuple):
    """A part that another one refers to."""

    key: str  # by which the other one calls it
    kind: str  # the last word of the relationship's type: header, chart, comments
    name: str  # of the part


class Package:
    """The parts of an office file, by name."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._names = {name.replace("\\", "/").lower(): name for name in self._archive.namelist()}

        self._related: dict[str, list[Related]] = {}

    def open(self, name: str) -> IO[bytes]:
        """Return a part's bytes.

        Raises:
            UnreadableFileError: If there is no such part.
        """
        member = self._names.get(name.lower())
        if member is None:
            raise UnreadableFileError("file_damaged", error=name or "officeDocument")
        return self._archive.open(member)

    def xml(self, name: str) -> etree._Element:
        """Return a part's root; :class:`UnreadableFileError` if there is no such part."""
        with self.open(name) as stream:
            return etree.parse(stream, parser()).getroot()

    def related(self, name: str) -> list[Related]:
        """Return the parts that the part *name* refers to, those that are there; "" is the file."""
        if name not in self._related:
            self._related[name] = self._relations(name)
        return self._related[name]

    def _relations(self, name: str) -> list[Related]:
        folder, base = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path.lower() not in self._names:
            return []
        relations = []
        for relation in self.xml(path).iter("{*}Relationship"):
            target = relation.get("Target", "")
            part = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if relation.get("TargetMode") != "External" and part.lower() in self._names:
                kind = relation.get("Type", "").rpartition("/")[2]
                relations.append(Related(relation.get("Id", ""), kind, part))
        return relations

    def of_kind(self, name: str, *kinds: str) -> Iterator[etree._Element]:
        """Yield the roots of the parts of these kinds that the part *name* refers to."""
        for related in self.related(name):
            if related.kind in kinds:
                yield self.xml(related.name)

    @property
    def main(self) -> str:
        """The name of the part that everything starts from; empty if there is none."""
        mains = (part.name for part in self.related("") if part.kind == "officeDocument")
        return next(mains, "")

    @property
    def title(self) -> str:
        """What the file's properties call it; may be empty."""
        for root in self.of_kind("", "core-properties"):
            return str(root.findtext("{*}title") or "").strip()
        return ""


def parser() -> etree.XMLParser:
    """Return a parser that expands no entity and fetches nothing: the file is not ours."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(element: etree._Element | None, name: str = "val", default: str = "") -> str:
    """Return an attribute by its name without a namespace; *default* if it is not there."""
    if element is not None:
        for key, content in element.items():
            if str(key).rpartition("}")[2] == name:
                return str(content)
    return default


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a property that is on or off is on (ECMA-376, 17.17.4)."""
    return element is not None and value(element, default="1") not in {"0", "false", "off"}
