"""A timeline as HTML: dates in the margin, quotes beside them.  All text is escaped here."""

from __future__ import annotations

from html import escape

from page.sources_html import badge, chip, pin
from qa.answers import Event
from qa.presentation import said_when


def timeline(events: tuple[Event, ...], turn: str, speaks: str) -> str:
    """Return *events* as a list in their order; each opens its source.

    Args:
        events: Numbered as the citations of their answer.
        turn: The id under which its sources can be opened.
        speaks: The language that dates are said in, BCP 47.
    """
    items = (_event(number, event, turn, speaks) for number, event in enumerate(events, start=1))
    return f'<ol class="cq-timeline">{"".join(items)}</ol>'


def _event(number: int, event: Event, turn: str, speaks: str) -> str:
    cited = event.citation
    language = speaks if cited.own_script else cited.language
    quote = f"{escape(cited.own_script)} {badge(speaks)}" if cited.own_script else _marked(event)
    return (
        f'<li class="cq-event"><p class="cq-when">{escape(said_when(event, speaks))}</p>'
        f'<p class="cq-happened" lang="{escape(language)}" dir="auto">{quote} '
        f"{chip(number, cited, turn, speaks)}{pin(number, cited, turn, speaks)}</p></li>"
    )


def _marked(event: Event) -> str:
    """Return the quote with the words that state the date set apart."""
    text = event.citation.text
    start, end = event.citation.highlight or (0, 0)
    return f"{escape(text[:start])}<b>{escape(text[start:end])}</b>{escape(text[end:])}"
