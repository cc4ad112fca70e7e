"""A timeline as HTML: a line to scale, below it dates with quotes beside them; all is escaped."""

from __future__ import annotations

from html import escape

from language.spans import Span
from page.axis_html import axis
from page.sources_html import badge, handles, laid_out
from qa.answers import Event
from qa.presentation import own_words, said_when


def timeline(events: tuple[Event, ...], turn: str, speaks: str) -> str:
    """Return *events* as a list in their order; each opens its source.

    Args:
        events: Numbered as the citations of their answer.
        turn: The id under which its sources can be opened.
        speaks: The language that dates are said in, BCP 47.
    """
    items = (_event(number, event, turn, speaks) for number, event in enumerate(events, start=1))
    line = axis([event.date for event in events], speaks)
    return f'{line}<ol class="cq-timeline">{"".join(items)}</ol>'


def _event(number: int, event: Event, turn: str, speaks: str) -> str:
    cited = event.citation
    language = speaks if cited.own_script else cited.language
    quote = _marked(cited.text, cited.highlight)
    if cited.own_script:
        quote = f"{_marked(cited.own_script, own_words(cited, speaks))} {badge(speaks)}"
    return (
        f'<li class="cq-event"><p class="cq-when">{escape(said_when(event, speaks))}</p>'
        f'<p class="cq-happened" lang="{escape(language)}" dir="auto">{quote} '
        f"{handles(number, cited, turn, speaks)}</p></li>"
    )


def _marked(text: str, words: Span | None) -> str:
    """Return the quote with the words that state the date set apart."""
    start, end = words or (0, 0)
    return f"{laid_out(text[:start])}<b>{laid_out(text[start:end])}</b>{laid_out(text[end:])}"
