"""The quotes that a reader keeps, as HTML; all text of documents and readers is escaped here."""

from __future__ import annotations

from html import escape

from language.phrases import language_name, written
from page.basket import Basket
from page.basket_forms import FORMS
from page.citation_forms import place
from page.sources_html import phrased, with_button
from qa.evidence.pinned import LONGEST_NOTE, Pinned
from serving.now import Now

ICONS = {
    "raise": "M12 19V5M6 11l6-6 6 6",
    "lower": "M12 5v14M6 13l6 6 6-6",
    "unpin": "M6 6l12 12M18 6L6 18",
}


def marks(basket: Basket) -> str:
    """Return which quotes are kept, for the script that presses the pins beside sources."""
    keys = " ".join(pinned.key for pinned in basket.quotes)
    return f'<span hidden data-keys="{escape(keys)}"></span>'


def basket_page(basket: Basket, now: Now, language: str, *, server: bool = False) -> str:
    """Return the basket: its quotes in order, how they can be taken along, what was taken out.

    Args:
        basket: The quotes.
        now: What the index holds now.
        language: Of the page.
        server: Whether they are kept on the server.
    """
    taken = len(basket.before) - len(basket.quotes)
    undo = _undo(taken, language) if basket.before and taken > 0 else ""
    if not basket.quotes:
        empty = f"<h2>{phrased('basket_empty', language)}</h2>"
        hint = f"<p>{phrased('basket_hint', language)}</p>"
        return f'{undo}<div class="cq-welcome">{empty}{hint}</div>'
    last = len(basket.quotes) - 1
    items = "".join(
        _quote(pinned, at, last, now, language) for at, pinned in enumerate(basket.quotes)
    )
    return (
        f"{undo}{_head(basket, language, server)}"
        f'<ol class="cq-basket" aria-label="{phrased("basket", language)}">{items}</ol>'
    )


def _undo(count: int, language: str) -> str:
    told = phrased("basket_taken", language, count=count)
    return f'<p class="cq-asked" role="status">{with_button(told, "refill", "undo", language)}</p>'


def _head(basket: Basket, language: str, server: bool) -> str:
    forms = "".join(
        f'<button type="button" class="cq-button" data-do="export" data-form="{key}" '
        f'aria-label="{phrased("save_as", language, form=form.shown(language))}">'
        f"{escape(form.shown(language))}</button>"
        for key, form in FORMS.items()
    )
    key = "basket_count_server" if server else "basket_count"
    counted = phrased(key, language, count=len(basket.quotes))
    return (
        f'<div class="cq-kept-head"><p class="cq-held">{counted}</p>'
        f'<button type="button" class="cq-button" data-do="empty">'
        f"{phrased('basket_clear', language)}</button></div>"
        f'<div class="cq-forms" role="group" aria-label="{phrased("save_quotes", language)}">'
        f"<span>{phrased('save_quotes', language)}</span>{forms}</div>"
    )


def _quote(pinned: Pinned, at: int, last: int, now: Now, language: str) -> str:
    cited = pinned.citation
    question = phrased("basket_asked", language, question=pinned.question)
    asked = f'<p class="cq-note"><bdi>{question}</bdi></p>' if pinned.question else ""
    return (
        f'<li class="cq-kept-quote">'
        f'<blockquote class="cq-quote" lang="{escape(cited.language)}" dir="auto">'
        f"{escape(cited.text)}</blockquote>"
        f"<p>{_title(pinned, now, language)}</p>"
        f"{asked}{_note(pinned, at, language)}{_tools(pinned, at, last, language)}</li>"
    )


def _title(pinned: Pinned, now: Now, language: str) -> str:
    """Return the title, which opens the document, its place, and what became of it since."""
    cited = pinned.citation
    title = f'<bdi lang="{escape(cited.language)}">{escape(cited.title)}</bdi>'
    digest = now.digests.get(cited.document)
    shown = f'<span class="cq-title">{title}</span>'
    if digest is not None:
        shown = (
            f'<button type="button" class="cq-link" data-do="preview" '
            f'data-document="{escape(cited.document)}" data-start="{cited.start}" '
            f'data-end="{cited.end}">{title}</button>'
        )
    key = "" if digest == cited.sha256 else "changed_since" if digest else "removed_since"
    since = f' <span class="cq-badge cq-since">{phrased(key, language)}</span>' if key else ""
    accessed = phrased("accessed", language, date=written(pinned.accessed, language))
    tag = escape(language_name(cited.language, language))
    return (
        f'{shown} <span class="cq-place">{escape(place(cited, language))} · {accessed}</span> '
        f'<span class="cq-badge">{tag}</span>{since}'
    )


def _note(pinned: Pinned, at: int, language: str) -> str:
    label = phrased("note", language)
    return (
        f'<textarea class="cq-note-field" rows="1" data-note="{pinned.key}" '
        f'maxlength="{LONGEST_NOTE}" aria-label="{label} {at + 1}" placeholder="{label}" '
        f'dir="auto">{escape(pinned.note)}</textarea>'
    )


def _tools(pinned: Pinned, at: int, last: int, language: str) -> str:
    tools = (("raise", at == 0), ("lower", at == last), ("unpin", False))
    buttons = "".join(_tool(key, pinned, at, language, off) for key, off in tools)
    return f'<div class="cq-tools">{buttons}</div>'


def _tool(key: str, pinned: Pinned, at: int, language: str, off: bool) -> str:
    name = phrased(f"basket_{key}", language)
    return (
        f'<button type="button" class="cq-tool" data-do="{key}" data-key="{pinned.key}" '
        f'aria-label="{name} ({at + 1})" title="{name}"{" disabled" if off else ""}>'
        f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{ICONS[key]}"/></svg></button>'
    )
