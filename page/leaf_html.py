"""A page of a document as HTML: its picture with the quote boxed, and the way to other pages."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from language.messages import Message
from language.phrases import phrase
from page.sources_html import phrased
from serving.originals import Leaf


def leaf_picture(leaf: Leaf, title: str, language: str) -> str:
    """Return the picture of a page, the quote boxed; nothing where it could not be drawn."""
    image = leaf.image
    if image is None:
        return ""
    boxes = "".join(
        f'<rect class="cq-box" x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" '
        f'height="{bottom - top:.1f}" rx="1.5"/>'
        for left, top, right, bottom in leaf.boxes
    )
    key = "leaf_boxed" if boxes else "leaf_of"
    name = phrased(key, language, page=leaf.number, pages=image.pages, title=title)
    content = b64encode(image.picture).decode()
    size = f'width="{image.width:.1f}" height="{image.height:.1f}"'
    return (
        f'<svg class="cq-sheet" viewBox="0 0 {image.width:.1f} {image.height:.1f}" role="img" '
        f'aria-label="{name}"><image href="data:image/jpeg;base64,{content}" {size} '
        f'preserveAspectRatio="none"/>{boxes}</svg>'
    )


def leaf_turner(leaf: Leaf, opens: str, language: str) -> str:
    """Return the buttons that lead to other pages, and how large this one is shown.

    Args:
        leaf: The page that is shown.
        opens: The attributes of a button that opens the same source again.
        language: Of the page of the program.
    """
    pages = leaf.image.pages if leaf.image else leaf.number
    steps = [_number(leaf.number, pages, language) if leaf.image else ""]
    if pages > 1:
        before, after = leaf.number - 1, leaf.number + 1
        steps.insert(
            0, _step("page_before", "‹", before if before <= pages else 0, opens, language)
        )
        steps.append(_step("page_after", "›", after if after <= pages else 0, opens, language))
    if leaf.home and not leaf.quoted:
        steps.append(_back(leaf.home, opens, language))
    name = phrased("pages", language)
    zoom = _zoom(language) if leaf.image else ""
    return f'<nav class="cq-leaves" aria-label="{name}">{"".join(steps)}{zoom}</nav>'


def leaf_note(leaf: Leaf, language: str) -> str:
    """Return what a reader must know of the page: why it is not shown, or the quote not boxed."""
    if leaf.problem:
        values = {"page": str(leaf.number), "reason": leaf.problem}
        return escape(Message("page_undrawn", values).told(language))
    return phrase("page_unboxed", language) if leaf.quoted and not leaf.boxes else ""


def _number(page: int, pages: int, language: str) -> str:
    told = phrased("page_of", language, page=page, pages=pages)
    return f'<span class="cq-page-number">{told}</span>'


def _step(key: str, sign: str, number: int, opens: str, language: str) -> str:
    """Return a button; one that leads nowhere keeps its place, so that the others keep theirs."""
    to = f'data-page="{number}" {opens}' if number > 0 else "disabled"
    name = phrased(key, language)
    return (
        f'<button type="button" class="cq-button cq-step" aria-label="{name}" title="{name}" '
        f"{to}>{sign}</button>"
    )


def _back(number: int, opens: str, language: str) -> str:
    return (
        f'<button type="button" class="cq-button" data-page="{number}" {opens}>'
        f"{phrased('page_of_quote', language, page=number)}</button>"
    )


def _zoom(language: str) -> str:
    """Return the choice of how large the page is; the style sheet follows it."""
    options = "".join(
        f'<label><input type="radio" name="cq-zoom" value="{value}"{checked}> '
        f"{phrased(key, language)}</label>"
        for value, key, checked in (("fit", "zoom_fit", " checked"), ("twice", "zoom_twice", ""))
    )
    legend = f'<legend class="cq-unseen">{phrased("zoom", language)}</legend>'
    return f'<fieldset class="cq-form cq-zoom">{legend}{options}</fieldset>'
