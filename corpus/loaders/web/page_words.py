"""All words that a page shows, read in a second way: with the parser of the standard library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from corpus.loaders.web.elements import BLOCKS, NOT_SHOWN, is_unseen
from corpus.loaders.web.site_parts import are_comments, is_named_as_of_the_site

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr frame image".split()
)
# Elements that end where another of their kind, or of another named here, begins.
CLOSED_BY = {
    "li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "p": BLOCKS - {"body", "html", "tbody"},
    "td": {"td", "th", "tr", "tbody"}, "th": {"td", "th", "tr", "tbody"}, "tr": {"tr", "tbody"},
    "option": {"option", "optgroup"}, "rt": {"rt", "rp", "rb"}, "rp": {"rt", "rp", "rb"},
}  # fmt: skip
# Of the site and not of the text of a page, where they stand outside of a text.
OF_THE_SITE = frozenset({"nav", "menu", "dialog", "aside", "footer", "header", "button"})
ROLES = frozenset("navigation banner contentinfo search dialog complementary menu".split())
# Elements of drawings in HTML, which may be empty as in XML.
DRAWN = frozenset("path circle rect use g line polygon polyline ellipse image stop".split())
DEEPEST = 20  # elements of the site that one stands in


class _Line(NamedTuple):
    text: str
    site: tuple[int, ...]  # numbers of the elements of the site that it stands in
    article: int  # number of the article that it stands in, or else of the main element; or 0

    @property
    def size(self) -> int:
        return len(self.text.strip())


def words_of(page: str, *, xml: bool = False) -> str:
    """Return what *page* shows, a line for each block, without what no eye sees.

    Args:
        page: HTML, or XHTML or SVG.
        xml: Whether elements may be empty as in XML: ``<a/>``.
    """
    return "\n".join(line.text for line in _lines(_Reader(whole=True, xml=xml), page))


def words_of_text(page: str, *, xml: bool = False) -> str:
    """Return what *page* shows of its text, without what is of the site.

    That are menus, headers and footers of the page, lines that are links, readers' comments, and
    what its class or id calls a menu, a banner or teasers, unless that is half of the page.
    Where one article, or the main element, holds half of the rest, that is the text.
    """
    lines = list(_lines(_Reader(whole=False, xml=xml), page))
    sizes: Counter[int] = Counter()
    for line in lines:
        sizes.update(dict.fromkeys(line.site, line.size))
    small = {number for number, size in sizes.items() if size * 2 < sum(one.size for one in lines)}
    rest = [line for line in lines if small.isdisjoint(line.site)]
    articles: Counter[int] = Counter()
    for line in rest:
        articles[line.article] += line.size
    best, size = max(articles.items(), key=lambda item: item[1], default=(0, 0))
    if best and size * 2 >= sum(articles.values()):
        rest = [line for line in rest if line.article == best]
    return "\n".join(line.text for line in rest)


def _lines(reader: _Reader, page: str) -> Iterator[_Line]:
    reader.feed(page)
    reader.close()
    reader.end_line()
    yield from reader.lines


class _Open(NamedTuple):
    """An element that is open."""

    name: str
    hides: bool
    of_site: bool
    is_article: bool


class _Reader(HTMLParser):
    """Keeps the open elements and writes lines."""

    def __init__(self, *, whole: bool, xml: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.whole = whole
        self.xml = xml
        self.lines: list[_Line] = []
        self.run: list[str] = []
        self.linked = self.hiding = self.links = self.count = 0
        self.open: list[_Open] = []
        self.site: list[int] = []
        self.articles: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        while self.open and tag in CLOSED_BY.get(self.open[-1].name, ()):
            self._close()
        if tag in BLOCKS or tag == "br":
            self.end_line()
        if tag in VOID:
            return
        if tag == "tspan":
            self.run.append(" ")
        values = {name: value or "" for name, value in attrs}
        hides = tag in NOT_SHOWN or tag == "rt" or is_unseen(tag, values.get)
        hides = hides or (not self.whole and tag != "body" and are_comments(values.get))
        site = not self.whole and self._is_of_the_site(tag, values)
        article = tag in {"article", "main"} or values.get("role") == "main"
        self.open.append(_Open(tag, hides, site, article))
        self.count += 1
        self.hiding += hides
        self.links += tag == "a"
        if site:
            self.site.append(self.count)
        if article:
            self.articles.append(self.count)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID and (self.xml or tag in DRAWN):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        last = bool(self.open) and self.open[-1].name == tag
        if last or any(element.name == tag for element in self.open[-200:]):
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not self.hiding:
            self.run.append(data)
            self.linked += len(data.strip()) * bool(self.links)

    def end_line(self) -> None:
        """End the line that is being written."""
        text = "".join(self.run)
        shown = len(text.strip())
        if shown and (self.whole or self.linked * 2 <= shown):
            article = self.articles[-1] if self.articles else 0
            self.lines.append(_Line(text, tuple(self.site[:DEEPEST]), article))
        self.run.clear()
        self.linked = 0

    def _close(self) -> str:
        element = self.open.pop()
        if element.name in BLOCKS:
            self.end_line()
        self.hiding -= element.hides
        self.links -= element.name == "a"
        if element.of_site:
            self.site.pop()
        if element.is_article:
            self.articles.pop()
        return element.name

    def _is_of_the_site(self, tag: str, values: dict[str, str]) -> bool:
        if values.get("role") in ROLES or is_named_as_of_the_site(values.get):
            return True
        inside = self.articles and tag in {"header", "footer", "aside"}
        return tag in OF_THE_SITE and not inside
