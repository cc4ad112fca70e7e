"""An answer as HTML.  Everything that comes from documents or from the user is escaped here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from language.phrases import language_name, moment, percent, phrase, written
from qa.answers import Answer, Citation
from qa.presentation import Presentation, places, presented

# A source shows so much of its quote; all of it stands in the viewer.
SNIPPET = 160
LISTED = re.compile(r"– |\d+\. ")  # how a line begins that is one of a list
CLASSES = {
    "quote": "cq-answer",
    "possible": "cq-answer cq-possible",
    "declined": "cq-answer cq-no",
    "list": "cq-answer",
    "parts": "cq-answer",
    "overview": "cq-answer cq-overview",
    "talk": "cq-answer cq-talk",
}


@dataclass(frozen=True, slots=True)
class Now:
    """What the index holds now; an answer of an earlier generation says how it differs."""

    generation: str = ""
    digests: Mapping[str, str] = field(default_factory=dict)  # of each document's file, by path

    def since(self, answer: Answer, citation: Citation) -> str:
        """Return the phrase for what became of a cited document; empty if nothing did."""
        if not self.generation or answer.generation == self.generation:
            return ""
        digest = self.digests.get(citation.document)
        if digest is None:
            return "removed_since"
        return "" if digest == citation.sha256 else "changed_since"


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
        "" if view.kind == "talk" else _sources(view, answer, turn, now),
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
            parts += [f"<p>{escape(line)}</p>" for line in lines if line]
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


def _sources(view: Presentation, answer: Answer, turn: str, now: Now) -> str:
    items = (_source(at, cited, answer, turn, now) for at, cited in _listed(view))
    label = _phrase("sources", view.language)
    return f'<ol class="cq-sources" aria-label="{label}">{"".join(items)}</ol>'


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


def _phrase(key: str, language: str, /, **values: object) -> str:
    return escape(phrase(key, language, **values))


def _note(key: str, language: str, **values: object) -> str:
    return f'<p class="cq-note">{_phrase(key, language, **values)}</p>'


def _stale(created: str, speaks: str) -> str:
    text = _phrase("earlier_answer", speaks, when=moment(created, speaks))
    return f'<p class="cq-note cq-earlier">{text}</p>'


def _noted(key: str, speaks: str) -> str:
    kind = "cq-declined" if key == "declined" else "cq-note"
    return f'<p class="{kind}">{_phrase(key, speaks)}</p>'


def _heading(key: str, speaks: str) -> str:
    return f'<p class="cq-possibly">{_phrase(key, speaks)}</p>'


def _converted(view: Presentation) -> str:
    return f'<p class="cq-said">{escape(view.converted or "")} {_badge(view.language)}</p>'


def _badge(speaks: str) -> str:
    return f'<span class="cq-badge">{_phrase("converted", speaks)}</span>'


def _counted(view: Presentation) -> str:
    told, count = view.counted or (0, 0)
    return _note("list_counted", view.language, announced=told, count=count)


def _listed(view: Presentation) -> list[tuple[int, Citation]]:
    """Return the sources that are listed, numbered; of a list one for each document."""
    numbered = list(enumerate(view.sources, start=1))
    if not view.items:
        return numbered
    firsts: dict[str, tuple[int, Citation]] = {}
    for number, citation in numbered:
        firsts.setdefault(citation.document, (number, citation))
    return list(firsts.values())


def _told(view: Presentation, turn: str, first: int = 1) -> str:
    """Return what answers: the quote, or the items of a list; nothing in a decline."""
    if view.declined or view.reply:
        return ""
    if not view.items:
        return _quoted(view, turn, first)
    whole = "" if view.sources[0] in view.items else _quoted(view, turn, first)
    items = "".join(
        f'<li lang="{escape(item.language)}" dir="auto">{escape(item.text)} '
        f"{_chip(number, item, turn, view.language)}</li>"
        for number, item in enumerate(view.sources, start=first)
        if item in view.items
    )
    return f'{whole}<ol class="cq-items">{items}</ol>'


def _parts(view: Presentation, turn: str) -> str:
    """Return the answers to the parts of a question; of what is compared a table."""
    number, rows = 1, []
    for part in view.parts:
        inner = presented(part.answer)
        asked = f'<p class="cq-asked-part">{escape(part.answer.question)}</p>'
        notes = "".join(_noted(key, view.language) for key in inner.notes if key != "nearest")
        heading = _heading(inner.heading, view.language) if inner.heading else ""
        counted = _counted(inner) if inner.counted else ""
        told = f"{asked}{notes}{heading}{counted}{_told(inner, turn, number)}"
        rows.append((part.label, told))
        number += len(part.answer.citations)
    if not any(label for label, _ in rows):
        return "".join(f'<section class="cq-part">{told}</section>' for _, told in rows)
    cells = "".join(
        f'<tr><th scope="row">{escape(label)}</th><td>{told}</td></tr>' for label, told in rows
    )
    return f'<div class="cq-scroll"><table class="cq-compared"><tbody>{cells}</tbody></table></div>'


def _quoted(view: Presentation, turn: str, number: int = 1) -> str:
    """Return the best quote with its answering words marked, under itself in another script."""
    first, speaks = view.sources[0], view.language
    shown = _row(first) if first.table and first.table.cells else _marked(first)
    quote = (
        f'<blockquote class="cq-quote" lang="{escape(first.language)}" dir="auto">'
        f"{shown} {_chip(number, first, turn, speaks)}</blockquote>"
    )
    original = _phrase("original", speaks, language=language_name(first.language, speaks))
    if view.rewritten:
        return (
            f'<blockquote class="cq-quote cq-converted" lang="{escape(speaks)}" dir="auto">'
            f"{escape(view.rewritten)} {_badge(speaks)}</blockquote>{_note('own_script', speaks)}"
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
    return f"{escape(text[:start])}<mark>{escape(text[start:end])}</mark>{escape(text[end:])}"


def _chip(number: int, citation: Citation, turn: str, speaks: str) -> str:
    """Return the button that opens source *number* in the viewer."""
    name = _phrase("source_number", speaks, number=number, title=citation.title)
    return (
        f'<button type="button" class="cq-chip" data-do="cite" data-turn="{escape(turn)}" '
        f'data-number="{number}" aria-label="{name}">{number}</button>'
    )


def _source(number: int, citation: Citation, answer: Answer, turn: str, now: Now) -> str:
    """Return one numbered source: its chip, title, place and language, and what it says."""
    speaks, language = answer.language, escape(citation.language)
    told = citation in _told_already(answer)
    since = now.since(answer, citation)
    badge = f'<span class="cq-badge cq-since">{_phrase(since, speaks)}</span>' if since else ""
    date = written(citation.date, speaks) if citation.date else ""
    where = " · ".join(filter(None, (*places(citation, speaks), date)))
    ocr = "" if citation.recognised is None else _ocr(citation.recognised, speaks)
    whole = answer.kind == "overview"
    text = (citation.own_script or citation.text) if whole else citation.text[:SNIPPET]
    snippet = text + ("…" if not whole and len(citation.text) > SNIPPET else "")
    converted = f" {_badge(speaks)}" if whole and citation.own_script else ""
    shown = f"{escape(snippet)}{converted}"
    quoted = f'<p class="cq-snippet" lang="{language}" dir="auto">{shown}</p>'
    return (
        f'<li class="cq-source">{_chip(number, citation, turn, speaks)} '
        f'<bdi class="cq-title" lang="{language}">{escape(citation.title)}</bdi> '
        f'<span class="cq-place">{escape(where)}</span> {badge}{ocr}'
        f'<span class="cq-badge">{escape(language_name(citation.language, speaks))}</span>'
        f"{'' if told else quoted}</li>"
    )


def _told_already(answer: Answer) -> tuple[Citation, ...]:
    """Return the quotes that stand above the sources."""
    if answer.kind == "overview":
        return ()
    if answer.parts:
        return tuple(cited for part in answer.parts for cited in _told_already(part.answer))
    return (*answer.citations[:1], *answer.items)


def _ocr(confidence: float, speaks: str) -> str:
    sure = _phrase("recognised_sure", speaks, share=percent(confidence, speaks))
    return f'<span class="cq-badge cq-ocr" title="{sure}">{_phrase("recognised", speaks)}</span>'


def _confidence(share: float, speaks: str) -> str:
    return (
        f'<p class="cq-confidence">{_phrase("confidence", speaks)} '
        f'<meter min="0" max="1" value="{share}" aria-label="{_phrase("confidence", speaks)}">'
        f"</meter> {percent(share, speaks)}</p>"
    )
