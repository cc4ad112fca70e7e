"""E-books: the chapters in reading order."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from corpus.errors import UnreadableFileError
from corpus.loaders.html import whole_text
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.plain import decoded

# No entity is expanded and nothing fetched: the book is not ours.
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def load(content: bytes, _suffix: str = ".epub") -> Loaded:
    """Return the text of all chapters, each a part, under the title of the book."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    try:
        package_path = str(_xml(archive, "META-INF/container.xml").xpath("string(//@full-path)"))
        package = _xml(archive, package_path)
    except (KeyError, etree.XMLSyntaxError):
        raise UnreadableFileError("file_no_chapters") from None
    draft = Draft()
    draft.heading(str(package.xpath("string(//*[local-name()='title'])")))
    for number, path in enumerate(_chapters(package, posixpath.dirname(package_path)), start=1):
        try:
            page = decoded(archive.read(path))
        except KeyError:
            draft.note("note_chapter", chapter=str(number))
            continue
        draft.part("chapter", str(number))
        draft.add(whole_text(page))
    return draft.loaded()


def _xml(archive: zipfile.ZipFile, path: str) -> etree._Element:
    return etree.fromstring(archive.read(path), PARSER)


def _chapters(package: etree._Element, folder: str) -> Iterator[str]:
    """Yield the paths of the spine's items (EPUB 3.3, section 5.7)."""
    places = {
        item.get("id"): item.get("href", "") for item in package.iter("{*}item") if item.get("id")
    }
    for reference in package.iter("{*}itemref"):
        href = places.get(reference.get("idref"), "")
        if href:
            yield posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))
