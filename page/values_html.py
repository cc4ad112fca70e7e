"""Who says what as HTML: values side by side, each with its sources.  All text is escaped here."""

from __future__ import annotations

from html import escape

from language.phrases import language_name, written
from page.sources_html import opens, phrased
from qa.answers import Citation, Valued

TITLE = 60  # characters of a title


def side_by_side(values: tuple[Valued, ...], speaks: str) -> str:
    """Return *values* as a table, a row for each source, which opens there."""
    rows = "".join(
        _row(cited, valued.value if first else "", len(valued.citations), speaks)
        for valued in values
        for first, cited in ((at == 0, each) for at, each in enumerate(valued.citations))
    )
    return (
        f'<table class="cq-compared cq-values"><caption class="cq-unseen">'
        f"{phrased('conflict', speaks)}</caption><tbody>{rows}</tbody></table>"
    )


def _row(cited: Citation, value: str, sources: int, speaks: str) -> str:
    head = (
        f'<th scope="row" rowspan="{sources}" lang="{escape(cited.language)}" dir="auto">'
        f"<bdi>{escape(value)}</bdi></th>"
    )
    date = written(cited.date, speaks) if cited.date else ""
    place = " · ".join(filter(None, (language_name(cited.language, speaks), date)))
    return (
        f"<tr>{head if value else ''}<td>{opens(cited, TITLE)} "
        f'<span class="cq-place">{escape(place)}</span></td></tr>'
    )
