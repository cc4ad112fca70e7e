"""What a web page says about itself: its title and its date.  Nothing is guessed from its prose."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import regex
from lxml import etree

from language.tags import normal

# Names of metadata that hold a date of publication, then those of a change; the first one counts.
PUBLISHED = (
    "article:published_time og:published_time og:article:published_time datepublished"
    " dc.date.issued dcterms.issued dc.date.created dcterms.created dc.date dcterms.date pubdate"
    " publishdate publish_date publish-date publication_date parsely-pub-date sailthru.date"
    " citation_publication_date citation_date date created"
).split()
CHANGED = (
    "article:modified_time og:updated_time datemodified dcterms.modified last-modified".split()
)
DATE = regex.compile(r"\s*((?:19|20)\d\d)[-/.]?(1[0-2]|0?[1-9])[-/.]?(3[01]|[12]\d|0?[1-9])(?!\d)")
ARTICLE = regex.compile(r"Article|Posting|WebPage|Report|Book|CreativeWork|Event|Product|Recipe")
OF_A_BYLINE = regex.compile(r"publi|posted|entry-date|dateline|byline|created", regex.IGNORECASE)
SEPARATORS = regex.compile(r"\s+[|–—·•»:-]\s+|\s*[|｜_]\s*|(?<=\p{Han})\s*[-–—]+\s*(?=\p{Han})")
NOT_A_LETTER = regex.compile(r"[\W_]+")
LONGEST = 120  # characters of a heading that is a title
JSON_SIZE = 500_000  # characters


def page_title(root: etree._Element, main: etree._Element) -> str:
    """Return what a page is called, without the name of its site; empty if it does not say."""
    metas = _metas(root)
    given = metas.get("og:title") or _text(next(root.iter("title"), None)) or metas.get("title", "")
    headings = [_text(one) for one in main.iter("h1")] or [_text(one) for one in root.iter("h1")]
    headings = [one for one in headings if one]
    key = _key(given)
    begins = len(headings) == 1 and key and _key(headings[0]).startswith(key)
    if begins and len(headings[0]) <= LONGEST:
        return headings[0]
    for heading in headings:
        if key and _key(heading) and _key(heading) in key and len(_key(heading)) * 3 >= len(key):
            return heading if _key(heading) != _key(metas.get("og:site_name", "")) else given
    site = _key(metas.get("og:site_name", ""))
    pieces = SEPARATORS.split(given)
    if len(pieces) > 1 and site and _key(pieces[-1]) == site:
        return given[: given.rindex(pieces[-1])].rstrip(" |–—·•»:-_｜")
    return given or (headings[0] if headings else "")


def stands_in(title: str, main: etree._Element) -> bool:
    """Tell whether *title* is a heading of *main*."""
    return any(_key(_text(one)) == _key(title) for one in main.iter("h1", "h2", "h3"))


def stated_language(root: etree._Element) -> str:
    """Return the language that a page says it is in, as a tag of BCP 47."""
    return normal(root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "")


def page_date(root: etree._Element) -> str:
    """Return the date that a page gives itself, ISO 8601; empty if it gives none.

    From its metadata, JSON-LD (schema.org) or the ``time`` element of its byline.
    """
    metas = _metas(root)
    dates = [
        *(metas.get(name, "") for name in PUBLISHED),
        *_linked_data(root, "datePublished"),
        *_bylines(root),
        *(metas.get(name, "") for name in CHANGED),
        *_linked_data(root, "dateModified"),
    ]
    return next(filter(None, map(_iso, dates)), "")


def _iso(text: str) -> str:
    match = DATE.match(text)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""


def _metas(root: etree._Element) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        for kind in ("property", "name", "itemprop"):
            name = meta.get(kind, "").lower()
            if name:
                metas.setdefault(name, " ".join(meta.get("content", "").split()))
    return metas


def _bylines(root: etree._Element) -> Iterator[str]:
    for element in root.iter("time"):
        names = " ".join(element.get(name, "") for name in ("class", "itemprop"))
        heads = any(outer.tag == "header" for outer in element.iterancestors())
        if heads or element.get("pubdate") is not None or OF_A_BYLINE.search(names):
            yield element.get("datetime", "")


def _linked_data(root: etree._Element, key: str) -> Iterator[str]:
    for script in root.iter("script"):
        if script.get("type", "").lower() == "application/ld+json":
            try:
                yield from _dates(json.loads((script.text or "")[:JSON_SIZE], strict=False), key)
            except (ValueError, RecursionError):
                continue


def _dates(value: Any, key: str) -> Iterator[str]:  # noqa: ANN401
    """Yield the dates of the things that a page describes, not of what these mention."""
    for thing in value if isinstance(value, list) else [value]:
        if not isinstance(thing, dict):
            continue
        if ARTICLE.search(str(thing.get("@type", ""))) and isinstance(thing.get(key), str):
            yield thing[key]
        yield from _dates(thing.get("@graph", []), key)


def _text(element: etree._Element | None) -> str:
    if element is None:
        return ""
    pieces = element.xpath(".//text()[not(ancestor::rt or ancestor::rp or ancestor::script)]")
    return " ".join("".join(map(str, pieces)).split())


def _key(text: str) -> str:
    return NOT_A_LETTER.sub("", text).casefold()
