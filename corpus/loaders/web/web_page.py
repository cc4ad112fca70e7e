"""Which part of a web page is its text, and which menus, banners and teasers around it.

The only file that knows trafilatura.  What it takes for the main text says where on the page that
stands; all that stands there is kept, of the things that trafilatura drops too, without what is
plainly of the site and not of the text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document as Extracted

from corpus.loaders.web.elements import local
from corpus.loaders.web.page_amounts import Amount, amounts_of
from corpus.loaders.web.site_parts import PART, left_out_of

# Characters of the main text that a page has at least; a shorter one is read whole.
TOO_LITTLE = 200
# A shorter main text may be but a teaser: trafilatura tries more.
SHORT = 1000
# The share of the main text that its element holds; the share and number of characters that the
# element around it may hold besides to be the text too.
HELD, WIDER, WIDEST = 0.95, 0.2, 2500
# How many elements around it are looked at: for being the text too, for others of its kind.
NEAR, NEXT = 40, 4


@dataclass(slots=True)
class Content:
    """The element that holds a page's text, and what in it is not of the text."""

    root: etree._Element
    left_out: set[etree._Element] = field(default_factory=set)


def content(page: str, body: etree._Element) -> Content:
    """Return what of *body*, parsed from *page*, is the text of the page."""
    text = _main_text(page)
    amounts = amounts_of(body, text)
    whole = amounts[body]
    if len(text) < TOO_LITTLE or not whole.main:
        mains = [element for element in amounts if _is(element, "main")]
        root = mains[0] if len(mains) == 1 and amounts[mains[0]].text else body
        return Content(root, left_out_of(body, amounts, links=False) if text else set())
    left_out = left_out_of(body, amounts, links=True)
    if not left_out:  # a document with nothing around it
        return Content(body)
    root = _held(body, amounts)
    return Content(_widened(root, body, amounts, left_out), left_out)


def _main_text(page: str) -> str:
    """Return the main text as trafilatura finds it, in its slower ways too where that is short."""
    text = ""
    for fast in (True, False):
        try:
            extracted = bare_extraction(
                page, include_comments=False, with_metadata=False, fast=fast
            )
        except RecursionError:
            break
        text = max(
            text, (extracted.text or "") if isinstance(extracted, Extracted) else "", key=len
        )
        if len(text) > SHORT:
            break
    return text


def _held(body: etree._Element, amounts: dict[etree._Element, Amount]) -> etree._Element:
    """Return the smallest element that holds nearly all of the main text."""
    root, whole = body, amounts[body].main
    while True:
        inner = [child for child in root if child in amounts]
        best = max(inner, key=lambda child: amounts[child].main, default=None)
        if best is None or amounts[best].main < HELD * whole:
            return root
        root = best


def _widened(
    root: etree._Element,
    body: etree._Element,
    amounts: dict[etree._Element, Amount],
    left_out: set[etree._Element],
) -> etree._Element:
    """Return the article around *root*, if there is one, and what holds little more than that."""
    around = [root, *(one for one in root.iterancestors() if one in amounts)]
    texts = (one for tag in ("article", "main") for one in around if _is(one, tag))
    root = next(texts, root)
    size = _own(root, amounts, left_out)
    for element in around[around.index(root) + 1 : NEAR]:
        if _own(element, amounts, left_out) > size + min(WIDER * size + TOO_LITTLE, WIDEST):
            break
        root = element
    return _series(root, body, amounts)


def _is(element: etree._Element, tag: str) -> bool:
    return local(element) == tag or element.get("role") == tag


def _series(
    root: etree._Element, body: etree._Element, amounts: dict[etree._Element, Amount]
) -> etree._Element:
    """Return what holds *root* and others of its kind, where it is a part of a series."""
    element = root
    for _ in range(NEXT):
        parent = element.getparent()
        if element is body or parent is None or parent not in amounts:
            break
        alike = (one for one in parent if one is not element and one.tag == element.tag)
        if any(_is_prose(one, element, amounts) for one in alike):
            return parent
        element = parent
    return root


def _is_prose(
    element: etree._Element, like: etree._Element, amounts: dict[etree._Element, Amount]
) -> bool:
    amount = amounts.get(element)
    if amount is None or element.get("class") != like.get("class"):
        return False
    return amount.text > TOO_LITTLE and amount.linked < PART * amount.text


def _own(
    root: etree._Element, amounts: dict[etree._Element, Amount], left_out: set[etree._Element]
) -> int:
    """Return how many characters of *root* are neither links nor left out."""
    own = amounts[root].text - amounts[root].linked
    events = etree.iterwalk(root, events=("start",))
    for _, element in events:
        if element in left_out:
            own -= amounts[element].text - amounts[element].linked
            events.skip_subtree()
    return own
