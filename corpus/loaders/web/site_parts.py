"""What of a web page is of its site and not of its text: menus, banners, comments, teasers."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import regex
from lxml import etree

from corpus.loaders.web.elements import local
from corpus.loaders.web.page_amounts import Amount

OF_THE_SITE = frozenset({"nav", "menu", "dialog"})
# Headers, footers and buttons inside of these are of the text.
OF_A_TEXT = frozenset({"article", "main", "section", "blockquote"})
NAMED_BY_BUTTONS = frozenset("h1 h2 h3 h4 h5 h6 dt summary legend label".split())
ROLES = frozenset(
    "navigation banner contentinfo search dialog alertdialog menu menubar toolbar".split()
)
# Blocks that are a menu where more than this share of their text is links.
GROUPS = frozenset({"ul", "ol", "dl", "div", "section", "aside", "footer", "table"})
LINKS = 0.6
# Fields of a form of the site: it looks for something or lets somebody in.
ASKED = frozenset({"search", "password"})
# What a link to a document ends with; a list of these is of the text.
FILE = regex.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|epub|zip)(?:$|[?#])", regex.IGNORECASE
)
# The share of main text from which an element is part of it, and up to which it is not.
PART, NO_PART = 0.3, 0.1
# Names of what is of the site, as a class or id has them.
NAMES = regex.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|box|igation)?|menus?|breadcrumbs?|cookies?|consent|gdpr|share|sharing|"
    r"social|related|recommend(?:ed|ations?)?|comments?|disqus|respond|sidebar|newsletters?|promo|"
    r"advert(?:isement)?s?|ads?|banner|popup|modal|pagination|pager|masthead|footer|sign-?in|login|"
    r"sign-?up|subscribe|paywall|outbrain|taboola|teasers?|skip-link|catlinks|toolbar|toc)"
    r"(?:$|[\s_-])",
    regex.IGNORECASE,
)
COMMENTS = regex.compile(
    r"(?:^|\s)(?:comments?|commentaires?|comentarios|kommentare|disqus\S*|respond|divforum|"
    r"comments?-?(?:list|area|section|wrapper))(?:$|\s)",
    regex.IGNORECASE,
)
CAMEL = regex.compile(r"(?<=[a-z])(?=[A-Z])")


def is_named_as_of_the_site(get: Callable[[str], str | None]) -> bool:
    """Tell whether its class or id, which *get* gives, calls an element a menu, a banner or so."""
    return _named(get("class"), NAMES) or _named(get("id"), NAMES)


def are_comments(get: Callable[[str], str | None]) -> bool:
    """Tell whether its class or id calls an element what readers wrote below a text."""
    return _named(get("class"), COMMENTS) or _named(get("id"), COMMENTS)


@lru_cache(maxsize=10_000)
def _named(names: str | None, pattern: regex.Pattern[str]) -> bool:
    return names is not None and pattern.search(CAMEL.sub("-", names)) is not None


def left_out_of(
    body: etree._Element, amounts: dict[etree._Element, Amount], *, links: bool
) -> set[etree._Element]:
    """Return what of *body* is of the site: by its names or, with *links*, as it is but links."""
    left_out: set[etree._Element] = set()
    events = etree.iterwalk(body, events=("start",))
    for _, element in events:
        amount = amounts.get(element)
        if amount is None:
            continue
        kept = amount.main > PART * amount.text
        if not kept and element is not body and _is_of_the_site(element, amount, links=links):
            left_out.add(element)
            events.skip_subtree()
    return left_out


def _is_of_the_site(element: etree._Element, amount: Amount, *, links: bool) -> bool:
    tag = local(element)
    if tag in OF_THE_SITE or element.get("role") in ROLES:
        return True
    if tag in {"header", "footer"} and not _is_inside(OF_A_TEXT, element):
        return tag == "footer" or not any(local(inner) == "h1" for inner in element.iter())
    if tag == "button":
        return not _is_inside(NAMED_BY_BUTTONS, element)
    if amount.main > NO_PART * amount.text:
        return False
    asks = tag == "form" and any(field.get("type") in ASKED for field in element.iter("input"))
    dense = links and amount.linked > LINKS * amount.text and amount.links > 1
    menu = dense and tag in GROUPS and not _leads_to_files(element)
    return asks or menu or is_named_as_of_the_site(element.get)


def _leads_to_files(element: etree._Element) -> bool:
    links = [link.get("href", "") for link in element.iter("a")]
    return sum(FILE.search(link) is not None for link in links) * 2 >= len(links)


def _is_inside(tags: frozenset[str], element: etree._Element) -> bool:
    return any(local(outer) in tags for outer in element.iterancestors())
