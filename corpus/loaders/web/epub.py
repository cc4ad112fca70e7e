"""E-books: the chapters in reading order (EPUB 3.3)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from lxml import etree

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.plain import decoded
from corpus.loaders.web.html import xml_tree
from corpus.loaders.web.markup import add_markup
from corpus.loaders.web.page_words import words_of
from language.tags import normal

# No entity is expanded and nothing fetched: the book is not ours.
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
LONGEST = 120  # characters of the title of a chapter


def load(content: bytes, _suffix: str = ".epub") -> Loaded:
    """Return the text of all chapters, each a part and a record under its title and the book's.

    Drawings in which a page's text stands are read; the table of contents is not.
    """
    archive = zipfile.ZipFile(io.BytesIO(content))
    package, paths = _spine(archive)
    draft = Draft()
    book = " ".join(str(package.xpath("string(//*[local-name()='title'])")).split())
    draft.heading(book, str(package.xpath("string(//*[local-name()='date'])")))
    for number, path in enumerate(paths, start=1):
        try:
            page = decoded(archive.read(path))
        except KeyError:
            draft.note("note_chapter", chapter=str(number))
            continue
        root = xml_tree(page)
        draft.part("chapter", str(number))
        title = _title(root)
        if title and draft.blocks:
            draft.heading(f"{book} – {title}" if book and book != title else title)
        add_markup(draft, root)
    language = normal(str(package.xpath("string(//*[local-name()='language'])")))
    return replace(draft.loaded(), language=language)


def visible(content: bytes, _suffix: str = ".epub") -> str:
    """Return what the chapters show."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    _, paths = _spine(archive)
    there = set(archive.namelist())
    pages = (decoded(archive.read(path)) for path in paths if path in there)
    return "\n".join(words_of(page, xml=True) for page in pages)


def _spine(archive: zipfile.ZipFile) -> tuple[etree._Element, list[str]]:
    try:
        path = str(_xml(archive, "META-INF/container.xml").xpath("string(//@full-path)"))
        package = _xml(archive, path)
    except (KeyError, etree.XMLSyntaxError):
        raise UnreadableFileError("file_no_chapters") from None
    return package, list(_chapters(package, posixpath.dirname(path)))


def _xml(archive: zipfile.ZipFile, path: str) -> etree._Element:
    return etree.fromstring(archive.read(path), PARSER)


def _chapters(package: etree._Element, folder: str) -> Iterator[str]:
    """Yield the paths of the spine's items (section 5.7), without the table of contents."""
    places = {
        item.get("id"): item.get("href", "")
        for item in package.iter("{*}item")
        if item.get("id") and "nav" not in item.get("properties", "").split()
    }
    for reference in package.iter("{*}itemref"):
        href = places.get(reference.get("idref"), "")
        if href:
            yield posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _title(root: etree._Element) -> str:
    """Return the first heading of a chapter; empty where it begins with none."""
    heading = next(root.iter("h1", "h2", "h3"), None)
    text = " ".join("".join(heading.itertext()).split()) if heading is not None else ""
    return text if len(text) <= LONGEST else ""
