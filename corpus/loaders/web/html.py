"""Web pages: the main text without menus and banners."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import regex
from lxml import etree, html

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.plain import decoded
from corpus.loaders.web.elements import local
from corpus.loaders.web.markup import add_markup
from corpus.loaders.web.page_facts import page_date, page_title, stands_in, stated_language
from corpus.loaders.web.page_words import words_of, words_of_text
from corpus.loaders.web.web_page import content as content_of

DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)
XML_DECLARATION = regex.compile(r"^\s*<\?xml[^>]*\?>")
CONTROLS = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # not XML
NAMED = regex.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,30};")


def load(content: bytes, suffix: str = ".html") -> Loaded:
    """Return the main text of a page under its title, with the date that the page states.

    Where no main text is found the whole page is taken.
    """
    page = page_of(content)
    root = xml_tree(page) if suffix == ".xhtml" else tree(page)
    body = next(root.iter("body"), root)
    main = content_of(page, body)
    draft = Draft()
    title = page_title(root, main.root)
    draft.heading(title, page_date(root))
    if title and not stands_in(title, main.root):
        draft.add(title)
    blocks = len(draft.blocks)
    add_markup(draft, main.root, main.left_out)
    if len(draft.blocks) == blocks:
        raise UnreadableFileError("file_empty_page")
    return replace(draft.loaded(), language=stated_language(root))


def visible(content: bytes, suffix: str = ".html") -> str:
    """Return what a page shows of its text, without menus, banners, comments and teasers."""
    return words_of_text(page_of(content), xml=suffix == ".xhtml")


def outline(content: bytes, suffix: str = ".html") -> list[tuple[int, str]]:
    """Return the headings of a page, the highest first: the level, from 1, and the text."""
    page = page_of(content)
    root = xml_tree(page) if suffix == ".xhtml" else tree(page)
    levels = ((level, heading) for level in range(1, 7) for heading in root.iter(f"h{level}"))
    return [(level, "".join(heading.itertext())) for level, heading in levels]


def page_of(content: bytes) -> str:
    """Return a page's text, decoded as it says itself."""
    declared = DECLARED.search(content[:4096])
    return decoded(content, declared[1].decode() if declared else "")


def tree(page: str) -> etree._Element:
    """Return *page*, or a fragment of one, as a tree.

    Nested deeper than libxml2 goes, which is 2,048 elements, it is a tree of its lines.
    """
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    page = XML_DECLARATION.sub("", page.lstrip("\ufeff"))
    root: etree._Element
    root = html.document_fromstring(page.encode("utf-8", "replace") or b"<p></p>", parser=parser)
    if any("depth" in error.message for error in parser.error_log):
        root = etree.Element("body")
        for line in words_of(page).split("\n"):
            etree.SubElement(root, "p").text = CONTROLS.sub("", line)
    return root


def xml_tree(page: str) -> etree._Element:
    """Return *page*, XHTML or SVG, as a tree without namespaces; if it is no XML, as HTML.

    No entity is expanded and nothing fetched: the page is not ours.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, encoding="utf-8"
    )
    # Names of characters are declared where we do not look.
    known = NAMED.sub(
        lambda name: unescape(name.group()), XML_DECLARATION.sub("", page.lstrip("\ufeff"))
    )
    try:
        root = etree.fromstring(known.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return tree(page)
    for element in root.iter(etree.Element):
        element.tag = local(element)
    return root
