"""The overview of a document as HTML: what is known of it, and its main sentences, quoted."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from index.status import Row
from page.documents_table_html import facts_of
from page.original_route import address
from page.sources_html import phrased, pin_place
from page.viewer_html import head
from qa.standing import Standing


def overview(row: Row, sentences: Sequence[Standing], same: bool, language: str) -> str:
    """Return the overview of the document in *row*.

    Args:
        row: The document.
        sentences: Its main sentences, in order.
        same: Whether its file is that of the index, and can be saved.
        language: Of the page.
    """
    path = escape(row.path)
    file = (
        f' · <a class="cq-original" href="{escape(address(row.path))}" download>'
        f"{phrased('original_file', language)}</a>"
        if same
        else ""
    )
    problem = row.problem.told(language) if row.problem else ""
    notice = f'<p class="cq-notice">{escape(problem)}</p>' if problem else ""
    items = "".join(_sentence(at, each, language) for at, each in enumerate(sentences, start=1))
    told = f'<ol class="cq-sources">{items}</ol>' if items else ""
    heading = phrased("overview_main" if items else "overview_none", language)
    parts = [
        head(row.title, row.language, language),
        f'<p class="cq-about"><code><bdi>{path}</bdi></code></p>',
        f'<p class="cq-about">{facts_of(row, language)}{file}</p>',
        notice,
        f'<div class="cq-pages" tabindex="0"><h3>{heading}</h3>{told}</div>',
        f'<div class="cq-copies"><button type="button" class="cq-button" data-do="preview" '
        f'data-document="{path}">{phrased("read_whole", language)}</button></div>',
    ]
    name = phrased("source", language)
    return f'<section class="cq-view" tabindex="-1" aria-label="{name}">{"".join(parts)}</section>'


def _sentence(number: int, place: Standing, language: str) -> str:
    tag = escape(place.language)
    text = escape(" ".join(place.quote.split()))
    return (
        f'<li class="cq-source"><button type="button" class="cq-chip" data-do="preview" '
        f'data-document="{escape(place.document)}" data-start="{place.start}" '
        f'data-end="{place.end}" aria-label="{phrased("at_quote", language, number=number)}">'
        f'{number}</button> <span lang="{tag}" dir="auto">{text}</span>'
        f"{pin_place(place, language)}</li>"
    )
