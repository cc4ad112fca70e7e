"""An answer as HTML.  Everything that comes from documents or from the user is escaped here."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from corpus.tags import family
from index.build import BuildReport
from qa.answers import Answer, Citation
from qa.phrases import language_name, phrase, place_name

BLANK_LINES = re.compile(r"\s*\n\s*")


def rendered(answer: Answer) -> str:
    """Return *answer* as one HTML element: quotes with their sources, or a decline."""
    speaks = answer.language
    cited = answer.citations or answer.nearest
    parts: list[str] = []
    if answer.declined:
        parts.append(f'<p class="cq-declined">{_said("declined", speaks)}</p>')
        if cited:
            parts.append(f'<p class="cq-note">{_said("nearest", speaks)}</p>')
    else:
        first = cited[0]
        if family(first.language) != family(speaks):
            parts.append(f'<p class="cq-note">{_said("other language", speaks)}</p>')
        parts.append(
            f'<blockquote class="cq-quote" lang="{escape(first.language)}" dir="auto">'
            f"{_marked(first)}</blockquote>"
        )
        parts.append(f'<p class="cq-note">{_said("sources", speaks)}</p>')
    parts += [_source(number, one, speaks) for number, one in enumerate(cited, start=1)]
    if not answer.declined:
        share = round(answer.confidence * 100)
        parts.append(
            f'<p class="cq-confidence">{_said("confidence", speaks)} '
            f'<meter min="0" max="100" value="{share}"></meter> {share} %</p>'
        )
    kind = "cq-answer cq-no" if answer.declined else "cq-answer"
    return f'<div class="{kind}" lang="{escape(speaks)}">{"".join(parts)}</div>'


def error(message: str) -> str:
    """Return a message about what went wrong as HTML."""
    return f'<div class="cq-answer cq-error" role="alert">{escape(message)}</div>'


def _said(key: str, language: str) -> str:
    return escape(phrase(key, language))


def _marked(citation: Citation) -> str:
    """Return the quote with the words that answer marked; all of it where no words stand out."""
    text = citation.text
    start, end = citation.highlight or (0, len(text))
    return f"{escape(text[:start])}<mark>{escape(text[start:end])}</mark>{escape(text[end:])}"


def _beside(text: str) -> str:
    """Return what stands beside a quote, without empty lines."""
    return BLANK_LINES.sub("\n", escape(text))


def _source(number: int, citation: Citation, speaks: str) -> str:
    """Return one numbered source, which opens to show the quote in its passage."""
    language = escape(citation.language)
    also = "".join(
        f"<li>{_said('also in', speaks)} <code>{escape(place.document)}</code></li>"
        for place in citation.also_in
    )
    return (
        f'<details class="cq-source">'
        f'<summary><span class="cq-number">{number}</span> '
        f'<span class="cq-title" lang="{language}" dir="auto">{escape(citation.title)}</span> '
        f'<span class="cq-language">{escape(language_name(citation.language, speaks))}</span>'
        f"</summary>"
        f'<p class="cq-context" lang="{language}" dir="auto">{_beside(citation.before)}'
        f"<b>{_marked(citation)}</b>{_beside(citation.after)}</p>"
        f'<ul class="cq-place"><li><code>{escape(citation.document)}</code> '
        f"{_where(citation, speaks)}{citation.start:,}–{citation.end:,}</li>{also}</ul></details>"
    )


def _where(citation: Citation, speaks: str) -> str:
    """Return the page, slide… and the date of a quote, as far as its document has them."""
    known = (place_name(citation.part, speaks), citation.date or "")
    return "".join(f"<span>{escape(one)}</span> · " for one in known if one)


def status(state: dict[str, Any], notice: str) -> str:
    """Return what ``cited-qa status`` says, for the page."""
    changed = sum(len(state[key]) for key in ("added", "changed", "removed"))
    lines = [
        f"{state['documents']} documents, {state['passages']} passages, built {state['created']}",
        f"from {state['corpus']}",
        *([f"{changed} documents have changed since: rebuild to ask them"] if changed else []),
        *(f"skipped {one}" for one in state["skipped"]),
    ]
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'{error(notice) if notice else ""}<div class="cq-status"><ul>{items}</ul></div>'


def built(report: BuildReport) -> str:
    """Return what a build did, for the page."""
    verdict = "Rebuilt" if report.changed else "Already up to date"
    text = (
        f"{verdict}: {len(report.added)} added, {len(report.updated)} changed, "
        f"{len(report.removed)} removed, {len(report.skipped)} skipped ({report.seconds:.1f} s)."
    )
    return f'<p class="cq-declined" role="status">{escape(text)}</p>'
