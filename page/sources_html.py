"""The sources of an answer as HTML.  Everything from documents or the user is escaped here."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from language.phrases import language_name, likely, phrase, written
from language.spans import Span
from qa.answers import Answer, Citation
from qa.evidence.pinned import key_of, place_key
from qa.presentation import Presentation, places
from serving.now import Now

if TYPE_CHECKING:
    from qa.standing import Standing

# A source shows so much of its quote; all of it stands in the viewer.
SNIPPET = 160
# Kinds of answers whose quotes stand among the sources only, in full.
WHOLE = ("overview", "mentions", "posts")
SPACED = re.compile(r" (?=[;:!?»])|(?<=«) ")
BLANK = re.compile(r"\n\s*\n")
PIN = "M9 3.5h6l-.8 6.2 3.3 3.1v2.2h-11v-2.2l3.3-3.1zM12 15v6"


def sources(view: Presentation, answer: Answer, turn: str, now: Now) -> str:
    """Return the numbered sources of an answer."""
    items = (
        _source(number, cited, answer, turn, now, again=at > 0)
        for _, alike in groupby(_listed(view), key=_origin)
        for at, (number, cited) in enumerate(alike)
    )
    label = phrased("sources", view.language)
    return f'<ol class="cq-sources" aria-label="{label}">{"".join(items)}</ol>'


def _listed(view: Presentation) -> list[tuple[int, Citation]]:
    """Return the sources that are listed, numbered; of a list or timeline one for each document."""
    numbered = list(enumerate(view.sources, start=1))
    if not view.items and not view.events:
        return numbered
    firsts: dict[str, tuple[int, Citation]] = {}
    for number, citation in numbered:
        firsts.setdefault(citation.document, (number, citation))
    return list(firsts.values())


def _origin(source: tuple[int, Citation]) -> tuple[str, str, str]:
    """Return what a source is called by, beside its place."""
    _, citation = source
    return citation.document, citation.title, citation.language


def _source(
    number: int, citation: Citation, answer: Answer, turn: str, now: Now, *, again: bool
) -> str:
    """Return one numbered source: its chip, title, place and language, and what it says.

    Where the source before is *again* from there, the place and the words tell enough.
    """
    speaks, told = answer.language, citation in _told_already(answer)
    quoted = "" if told else _snippet(citation, answer)
    since = now.since(answer, citation)
    changed = f'<span class="cq-badge cq-since">{phrased(since, speaks)}</span>' if since else ""
    date = written(citation.date, speaks) if citation.date else ""
    where = " · ".join(filter(None, (*places(citation, speaks), date)))
    ocr = "" if citation.recognised is None else _ocr(citation.recognised, speaks)
    place = f'<span class="cq-place">{escape(where)}</span> ' if where else ""
    about = f"{place}{changed}{ocr}"
    if told or not again:
        about = f"{_title(citation)} {about}{_spoken(citation, speaks)}"
    first, then = (about, quoted) if about else (quoted, "")
    return (
        f'<li class="cq-source">{chip(number, citation, turn, speaks)} <div>{first}</div>'
        f"{pin(number, citation, turn, speaks)}{then}</li>"
    )


def _snippet(citation: Citation, answer: Answer) -> str:
    """Return the quote, or its beginning where all of it is not what was asked for."""
    speaks, whole = answer.language, answer.kind in WHOLE
    text = (citation.own_script or citation.text) if whole else citation.text[:SNIPPET]
    more = "…" if not whole and len(citation.text) > SNIPPET else ""
    converted = f" {badge(speaks)}" if whole and citation.own_script else ""
    language = escape(citation.language)
    return (
        f'<p class="cq-snippet" lang="{language}" dir="auto">{laid_out(text + more)}{converted}</p>'
    )


def _spoken(citation: Citation, speaks: str) -> str:
    return f'<span class="cq-badge">{escape(language_name(citation.language, speaks))}</span>'


def _title(citation: Citation) -> str:
    """Return the title, and the name of the file where that is another: several may share it."""
    name, language = PurePosixPath(citation.document).name, escape(citation.language)
    file = "" if name == citation.title else f" <code><bdi>{escape(name)}</bdi></code>"
    return f'<bdi class="cq-title" lang="{language}">{escape(citation.title)}</bdi>{file}'


def _told_already(answer: Answer) -> tuple[Citation, ...]:
    """Return the quotes that stand above the sources."""
    if answer.kind in WHOLE:
        return ()
    if answer.events:
        return answer.citations
    if answer.parts:
        return tuple(cited for part in answer.parts for cited in _told_already(part.answer))
    return (*answer.citations[:1], *answer.items)


def _ocr(confidence: float, speaks: str) -> str:
    sure = phrased("recognised_sure", speaks, share=likely(confidence, speaks))
    return f'<span class="cq-badge cq-ocr" title="{sure}">{phrased("recognised", speaks)}</span>'


def chip(number: int, citation: Citation, turn: str, speaks: str) -> str:
    """Return the button that opens source *number* in the viewer."""
    name = phrased("source_number", speaks, number=number, title=citation.title)
    return (
        f'<button type="button" class="cq-chip" data-do="cite" data-turn="{escape(turn)}" '
        f'data-number="{number}" aria-label="{name}">{number}</button>'
    )


def pin(number: int, citation: Citation, turn: str, speaks: str) -> str:
    """Return the button that keeps the quote of source *number*; the script presses it if it is."""
    name = phrased("pin_source", speaks, number=number)
    return _pin(f'data-turn="{escape(turn)}" data-number="{number}"', key_of(citation), name)


def pin_place(place: Standing, language: str, span: Span | None = None) -> str:
    """Return the button that keeps what stands at a place: all of it, or another *span* there."""
    start, end = span or (place.start, place.end)
    return pin_span(place.document, place.sha256, (start, end), language)


def pin_span(document: str, sha256: str, span: Span, language: str) -> str:
    """Return the button that keeps what stands at a *span* of a document."""
    start, end = span
    where = f'data-document="{escape(document)}" data-start="{start}" data-end="{end}"'
    return _pin(where, place_key(sha256, start, end), phrased("pin_place", language))


def _pin(where: str, key: str, name: str) -> str:
    return (
        f'<button type="button" class="cq-pin" data-do="pin" {where} data-pin="{key}" '
        f'aria-pressed="false" aria-label="{name}" title="{name}">'
        f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{PIN}"/></svg></button>'
    )


def handles(number: int, citation: Citation, turn: str, speaks: str) -> str:
    """Return the buttons after a quote, which stay on one line: its source's, and its pin."""
    buttons = chip(number, citation, turn, speaks) + pin(number, citation, turn, speaks)
    return f'<span class="cq-handles">{buttons}</span>'


def opens(place: Standing | Citation, longest: int, more: str = "") -> str:
    """Return the button that opens a document at *place*: its title, cut, and *more* HTML."""
    title = place.title if len(place.title) <= longest else place.title[:longest] + "…"
    return (
        f'<button type="button" class="cq-link" data-do="preview" '
        f'data-document="{escape(place.document)}" data-start="{place.start}" '
        f'data-end="{place.end}"><bdi>{escape(title)}</bdi>{more}</button>'
    )


def with_button(told: str, action: str, key: str, language: str) -> str:
    """Return *told*, which is HTML, and a button beside it that does something about it."""
    return (
        f'{told} <button type="button" class="cq-button" data-do="{action}">'
        f"{phrased(key, language)}</button>"
    )


def badge(speaks: str) -> str:
    """Return the badge of what was converted."""
    return f'<span class="cq-badge">{phrased("converted", speaks)}</span>'


def phrased(key: str, language: str, /, **values: object) -> str:
    """Return what the program says, escaped; no line begins with a French mark alone."""
    return spaced(phrase(key, language, **values))


def spaced(text: str) -> str:
    """Return what the program says, escaped, with its French marks held to the words."""
    return escape(SPACED.sub("\u00a0", text))


def laid_out(text: str) -> str:
    """Return a quote escaped, with its lines and without blank ones between them."""
    return escape(BLANK.sub("\n", text))
