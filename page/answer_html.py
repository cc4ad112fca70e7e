"""An answer as HTML.  Everything that comes from documents or from the user is escaped here."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby

import regex

from language.phrases import language_name, likely, moment, phrase
from page.sources_html import badge, chip, handles, laid_out, phrased, sources, spaced
from page.timeline_html import timeline
from page.values_html import side_by_side
from qa.answers import Answer, Citation, Part
from qa.presentation import Presentation, own_words, presented
from serving.now import Now

LISTED = re.compile(r"– |\d+\. ")  # how a line begins that is one of a list
HAN = regex.compile(r"\p{Han}")
ARTICLE = 4  # letters of the longest article
CLASSES = {
    "quote": "cq-answer",
    "possible": "cq-answer cq-possible",
    "declined": "cq-answer cq-no",
    "list": "cq-answer",
    "parts": "cq-answer",
    "overview": "cq-answer cq-overview",
    "mentions": "cq-answer cq-overview",
    "posts": "cq-answer cq-overview",
    "timeline": "cq-answer",
    "talk": "cq-answer cq-talk",
}


def rendered(answer: Answer, turn: str = "", now: Now | None = None, created: str = "") -> str:
    """Return *answer* as one HTML element: quotes with their sources, possibly, or a decline.

    Args:
        answer: What the engine returned.
        turn: The id under which its sources can be opened.
        now: What the index holds now.
        created: When the generation that answered was built; ISO 8601.
    """
    view, now = presented(answer), now or Now()
    speaks = view.language
    earlier = now.generation not in ("", answer.generation)
    parts = [
        _note("understood", speaks, question=view.understood) if view.understood else "",
        _stale(created, speaks) if earlier else "",
        _converted(view) if view.converted else "",
        *(_noted(key, speaks) for key in view.notes),
        _heading(view.heading, speaks) if view.heading else "",
        _counted(view) if view.counted else "",
        _said(view.reply) if view.reply else "",
        _parts(view, turn) if view.parts else _told(view, turn),
        "" if view.kind == "talk" else sources(view, answer, turn, now),
        "" if view.confidence is None else _confidence(view.confidence, speaks),
    ]
    return f'<div class="{CLASSES[view.kind]}" lang="{escape(speaks)}">{"".join(parts)}</div>'


def _said(reply: str) -> str:
    """Return the lines that the program says; those that list something as a list."""
    parts: list[str] = []
    for listed, lines in groupby(reply.split("\n"), key=lambda line: bool(LISTED.match(line))):
        if listed:
            items = "".join(f'<li dir="auto">{_item(line)}</li>' for line in lines)
            parts.append(f'<ul class="cq-listed">{items}</ul>')
        else:
            parts += [f"<p>{spaced(line)}</p>" for line in lines if line]
    return "".join(parts)


def _item(line: str) -> str:
    """Return a line of a list; a question that can be asked is a button that asks it."""
    question = line.removeprefix("– ")
    if question == line:
        return escape(line)
    return (
        f'<button type="button" class="cq-suggestion" data-do="suggest" dir="auto" '
        f'data-question="{escape(question)}">{escape(question)}</button>'
    )


def error(message: str, details: str = "", language: str = "en") -> str:
    """Return a message about what went wrong as HTML; its technical details open on demand."""
    more = (
        f"<details><summary>{escape(phrase('details', language))}</summary>"
        f"<p>{escape(details)}</p></details>"
    )
    return (
        f'<div class="cq-answer cq-error" role="alert"><p>{escape(message)}</p>'
        f"{more if details else ''}</div>"
    )


def _note(key: str, language: str, **values: object) -> str:
    return f'<p class="cq-note">{phrased(key, language, **values)}</p>'


def _stale(created: str, speaks: str) -> str:
    text = phrased("earlier_answer", speaks, when=moment(created, speaks))
    return f'<p class="cq-note cq-earlier">{text}</p>'


def _noted(key: str, speaks: str) -> str:
    kind = "cq-declined" if key == "declined" else "cq-note"
    return f'<p class="{kind}">{phrased(key, speaks)}</p>'


def _heading(key: str, speaks: str) -> str:
    return f'<p class="cq-possibly">{phrased(key, speaks)}</p>'


def _converted(view: Presentation) -> str:
    return f'<p class="cq-said">{escape(view.converted or "")} {badge(view.language)}</p>'


def _counted(view: Presentation) -> str:
    told, count = view.counted or (0, 0)
    return _note("list_counted", view.language, announced=told, count=count)


def _told(view: Presentation, turn: str, first: int = 1) -> str:
    """Return what answers: the quote, events, or the items of a list; nothing in a decline."""
    if view.events:
        return timeline(view.events, turn, view.language)
    if view.declined or (view.reply and not view.items):
        return ""
    if not view.items:
        table = side_by_side(view.values, view.language) if view.values else ""
        return _quoted(view, turn, first) + table
    whole = "" if view.sources[0] in view.items else _quoted(view, turn, first)
    items = "".join(
        _listed(number, item, turn, view.language)
        for number, item in enumerate(view.sources, start=first)
        if item in view.items
    )
    return f'{whole}<ol class="cq-items">{items}</ol>'


def _listed(number: int, item: Citation, turn: str, speaks: str) -> str:
    """Return an item of a list, in the reader's script where it is another."""
    tag = speaks if item.own_script else item.language
    converted = f" {badge(speaks)}" if item.own_script else ""
    return (
        f'<li lang="{escape(tag)}" dir="auto">{laid_out(item.own_script or item.text)}{converted} '
        f"{handles(number, item, turn, speaks)}</li>"
    )


def _parts(view: Presentation, turn: str) -> str:
    """Return the answers to the parts of a question; what is compared stands side by side."""
    number, sections = 1, []
    for part in view.parts:
        inner = presented(part.answer)
        asked = f'<p class="cq-asked-part">{escape(part.answer.question)}</p>'
        notes = "".join(_noted(key, view.language) for key in inner.notes if key != "nearest")
        heading = _heading(inner.heading, view.language) if inner.heading else ""
        counted = _counted(inner) if inner.counted else ""
        head = f"<h3>{escape(part.label)}</h3>" if part.label else ""
        told = f"{notes}{heading}{counted}{_told(inner, turn, number)}"
        kind = "cq-part cq-possible" if inner.kind == "possible" else "cq-part"
        asked = "" if _says_no_more(part) else asked
        sections.append(f'<section class="{kind}">{head}{asked}{told}</section>')
        number += len(part.answer.citations)
    if not any(part.label for part in view.parts):
        return "".join(sections)
    return f'<div class="cq-things">{"".join(sections)}</div>'


def _says_no_more(part: Part) -> bool:
    """Tell whether the question of a part is its label, with no more than an article before it."""
    asked, label = part.answer.question.strip("?？ \u00a0").lower(), part.label.lower()
    article = asked.removesuffix(label).strip()
    return bool(label) and article != asked and len(article) <= ARTICLE and not HAN.search(article)


def _quoted(view: Presentation, turn: str, number: int = 1) -> str:
    """Return the best quote with its answering words marked, under itself in another script."""
    first, speaks = view.sources[0], view.language
    shown = _row(first) if first.table and first.table.cells else _marked(first)
    quote = (
        f'<blockquote class="cq-quote" lang="{escape(first.language)}" dir="auto">'
        f"{shown} {chip(number, first, turn, speaks)}</blockquote>"
    )
    original = phrased("original", speaks, language=language_name(first.language, speaks))
    if view.rewritten:
        start, end = own_words(first, speaks) or (0, len(view.rewritten))
        return (
            f'<blockquote class="cq-quote cq-converted" lang="{escape(speaks)}" dir="auto">'
            f"{_mark(view.rewritten, start, end)} {badge(speaks)} "
            f"{chip(number, first, turn, speaks)}</blockquote>{_note('own_script', speaks)}"
            f"<details><summary>{original}</summary>{quote}</details>"
        )
    return (f'<p class="cq-note">{original}</p>' if view.converted else "") + quote


def _row(citation: Citation) -> str:
    """Return the row of a table that is quoted under its header, the answering cell marked."""
    names, values = [], []
    assert citation.table is not None  # noqa: S101 - the caller asked
    answer = citation.text[slice(*citation.highlight)] if citation.highlight else ""
    for name, value in citation.table.cells:
        names.append(f'<th scope="col">{escape(name)}</th>')
        marked = name == (citation.table.column or "") and answer and answer in value
        before, _, after = value.partition(answer) if marked else (value, "", "")
        inside = f"<mark>{escape(answer)}</mark>" if marked else ""
        values.append(f"<td>{escape(before)}{inside}{escape(after)}</td>")
    name = escape(citation.table.table or citation.title)
    return (
        f'<div class="cq-scroll" tabindex="0" role="region" aria-label="{name}">'
        f'<table class="cq-row"><caption>{name}</caption>'
        f"<thead><tr>{''.join(names)}</tr></thead>"
        f"<tbody><tr>{''.join(values)}</tr></tbody></table></div>"
    )


def _marked(citation: Citation) -> str:
    """Return the quote with the words that answer marked; all of it where no words stand out."""
    text = citation.text
    start, end = citation.highlight or (0, len(text))
    return _mark(text, start, end)


def _mark(text: str, start: int, end: int) -> str:
    return f"{laid_out(text[:start])}<mark>{laid_out(text[start:end])}</mark>{laid_out(text[end:])}"


def _confidence(share: float, speaks: str) -> str:
    return (
        f'<p class="cq-confidence">{phrased("confidence", speaks)} '
        f'<meter min="0" max="1" value="{share}" aria-label="{phrased("confidence", speaks)}">'
        f"</meter> {likely(share, speaks)}</p>"
    )
