"""OpenDocument texts, sheets and slides (OpenDocument 1.3, part 3)."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable, Iterator

import regex
from lxml import etree

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.office.xlsx import add_tables
from corpus.loaders.open_document.styles import Styles, get, local
from corpus.loaders.open_document.text import LEFT_OUT, Block, Walk
from corpus.loaders.tables import Grid

# No entity is expanded and nothing fetched: the file is not ours.
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
DC = "{http://purl.org/dc/elements/1.1/}"
DECLARED = ("{*}header-decl", "{*}footer-decl", "{*}date-time-decl")
# Who wrote a comment and when; what lies under a merged cell.
UNSHOWN = (f"{DC}creator", f"{DC}date", "{*}date-string", "{*}covered-table-cell", "hidden")
# Lengths in millimetres.
LENGTH = regex.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)(mm|cm|in|pt|pc|px)")
MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4, "pt": 0.353, "pc": 4.233, "px": 0.265}
LINE = 8  # what stands so near, in millimetres, stands side by side


class _Package:
    """The XML files in one archive."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._seen: set[str] = set()
        # Searched for in its bytes: what says nothing of a password may be no XML.
        manifest, names = "META-INF/manifest.xml", self._archive.namelist()
        if manifest in names and b"encryption-data" in self._archive.read(manifest):
            raise UnreadableFileError("file_encrypted")

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of a file in the archive; None if there is no such file."""
        try:
            return etree.fromstring(self._archive.read(name), PARSER)
        except KeyError:
            return None

    def body(self) -> etree._Element:
        """Return the text, sheets or slides."""
        root = self.xml("content.xml")
        body = None if root is None else root.find("{*}body/*")
        if body is None:
            raise UnreadableFileError("file_no_body")
        return body

    def pages(self) -> list[etree._Element]:
        """Return the master pages: heads and feet, and what stands on every slide.

        What asks for a title or an outline there is no text.
        """
        root = self.xml("styles.xml")
        pages = [] if root is None else list(root.iter("{*}master-page"))
        for page in pages:
            for shape in list(page):
                if get(shape, "class") or local(shape) == "notes":
                    page.remove(shape)
        return pages

    def styles(self, body: etree._Element) -> Styles:
        """Return the styles of a document."""
        common = self.xml("styles.xml")
        roots = [body.getroottree().getroot()]
        return Styles(*([] if common is None else [common]), *roots)

    def embedded(self, place: str) -> etree._Element | None:
        """Return a chart or formula that the document shows; each once."""
        name = posixpath.normpath(f"{place}/content.xml")
        if place in self._seen:
            return None
        self._seen.add(place)
        return self.xml(name)

    def title(self) -> str:
        """Return the title that the document has of itself; may be empty."""
        meta = self.xml("meta.xml")
        return "" if meta is None else meta.findtext(".//{*}title") or ""


def load(content: bytes, _suffix: str = ".odt") -> Loaded:
    """Return the text with its list numbers, tables row by row, notes, text boxes and comments.

    Sheets and slides are parts, a sheet a record too.  Heads and feet stand once, at the end; on
    slides first.  What was deleted or is hidden is left out, as is a table of contents.
    """
    package = _Package(content)
    body = package.body()
    sheets = local(body) == "spreadsheet"
    walk = Walk(package.styles(body), package.embedded, sheets=sheets)
    draft = Draft()
    draft.heading(package.title())
    pages = list(dict.fromkeys(line for page in package.pages() for line in walk.lines(page)))
    if sheets:
        _sheets(draft, body, walk)
    elif local(body) in {"presentation", "drawing"}:
        pages += [" ".join("".join(each.itertext()).split()) for each in body.iter(*DECLARED)]
        _add(draft, pages)
        _slides(draft, body, walk)
        return draft.loaded()
    else:
        _add(draft, walk.blocks(body))
    _add(draft, pages)
    return draft.loaded()


def _sheets(draft: Draft, body: etree._Element, walk: Walk) -> None:
    for table in body.iterchildren("{*}table"):
        name = get(table, "name")
        draft.heading(name)
        draft.part("sheet", name)
        sheet, beside = walk.sheet(table)
        add_tables(draft, sheet, name)
        _add(draft, beside)


def _slides(draft: Draft, body: etree._Element, walk: Walk) -> None:
    pages = [page for page in body if local(page) == "page"]
    for number, page in enumerate(pages, start=1):
        draft.part("slide", str(number))
        shapes = sorted(page, key=_place)
        _add(draft, (block for shape in shapes for block in walk.block(shape)))
        for notes in page.iterchildren("{*}notes"):
            _add(draft, walk.blocks(notes))


def _place(shape: etree._Element) -> tuple[bool, int, float]:
    """Return where a shape stands in the order of reading: the title, then by line."""
    across, down = (_length(get(shape, name)) for name in ("x", "y"))
    return get(shape, "class") != "title", int(down // LINE), across


def _length(text: str) -> float:
    match = LENGTH.fullmatch(text)
    return float(match[1]) * MILLIMETRES[match[2]] if match else 0.0


def _add(draft: Draft, blocks: Iterable[Block]) -> None:
    for block in blocks:
        if isinstance(block, Grid):
            draft.table(block)
        else:
            draft.add(block)


def visible(content: bytes, _suffix: str = ".odt") -> str:
    """Return all characters in the paragraphs of the document and of its heads and feet.

    Numbers of lists and pages are no characters of the file.
    """
    package = _Package(content)
    body = package.body()
    styles = package.styles(body)
    heads = [line for page in package.pages() for line in _shown(page, styles)]
    return "\n".join([*_shown(body, styles), *dict.fromkeys(heads)])  # heads are read once


def _shown(root: etree._Element, styles: Styles) -> Iterator[str]:
    for element in list(root.iter("{*}*")):
        if styles.hides(element):
            element.tag = "hidden"
    gone = [f"{{*}}{name}" for name in LEFT_OUT - {"notes"}]
    etree.strip_elements(root, *UNSHOWN, *gone, with_tail=False)
    for element in root.iter("{*}p", "{*}h", "{*}title", "{*}desc"):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    for element in root.iter("{*}s", "{*}tab", "{*}line-break", "{*}ruby-base"):
        element.tail = " " + (element.tail or "")
    yield from "".join(map(str, root.itertext())).split("\n")
