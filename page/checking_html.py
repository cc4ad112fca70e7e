"""A checked draft as HTML; its text and that of the documents are escaped."""

from __future__ import annotations

from html import escape

from language.phrases import listing
from page.finding_html import changed, where
from page.sources_html import laid_out, phrased
from qa.checks.report import Checked, Contrary, Quotation, Report, Source


def reported(report: Report, language: str) -> str:
    """Return each sentence of the draft with what the documents say of it."""
    items = "".join(_item(checked, language) for checked in report.sentences)
    return (
        f'<div class="cq-checked" role="status"><p class="cq-notice"><strong>'
        f"{phrased('check_counts', language, **report.counts)}</strong></p>"
        f'<ol class="cq-places cq-sentences" aria-label="{phrased("check_sentences", language)}">'
        f"{items}</ol></div>"
    )


def _item(checked: Checked, language: str) -> str:
    own = f'<p lang="{escape(checked.language)}" dir="auto"><bdi>{escape(checked.text)}</bdi></p>'
    badge = (
        f'<p><span class="cq-badge cq-{checked.verdict}">'
        f"{phrased(checked.told, language)}</span></p>"
    )
    pairs = [(each.draft, each.source) for each in checked.differences]
    parts = [own, badge, changed(pairs, language)]
    if checked.source:
        parts.append(_source(checked.source, language))
    if checked.unmatched:
        words = listing(checked.unmatched, language)
        parts.append(f'<p class="cq-about">{phrased("check_unmatched", language, words=words)}</p>')
    parts += [_contrary(each, language) for each in checked.contrary]
    if checked.nearest:
        near = f"<summary>{phrased('check_nearest', language)}</summary>"
        parts.append(f"<details open>{near}{_source(checked.nearest, language)}</details>")
    parts += [_quotation(each, language) for each in checked.quotations]
    return f"<li>{''.join(parts)}</li>"


def _contrary(other: Contrary, language: str) -> str:
    pairs = [(each.draft, each.source) for each in other.differences]
    head = f"<p><strong>{phrased('check_contrary', language)}</strong></p>"
    return f"{head}{changed(pairs, language)}{_source(other.source, language)}"


def _source(source: Source, language: str) -> str:
    start, end = source.highlight or (0, 0)
    text = source.text
    marked = f"<mark>{laid_out(text[start:end])}</mark>" if start < end else ""
    also = ", ".join(dict.fromkeys(each.document for each in source.also_in))
    copies = (
        f'<p class="cq-about">{phrased("also_in", language)} <bdi>{escape(also)}</bdi></p>'
        if also else ""
    )  # fmt: skip
    caution = (
        f'<p class="cq-notice">{phrased("check_instructs", language)}</p>'
        if source.instructs else ""
    )  # fmt: skip
    return (
        f'{caution}<blockquote lang="{escape(source.place.language)}" dir="auto">'
        f"{laid_out(text[:start])}{marked}{laid_out(text[end:])}</blockquote>"
        f"{where(source.place, language)}{copies}"
    )


def _quotation(quotation: Quotation, language: str) -> str:
    head = (
        f'<p>{phrased("check_quotation", language)} <q dir="auto">{escape(quotation.text)}</q> '
        f"{phrased('quote_' + quotation.status, language)}</p>"
    )
    match = quotation.match
    if match is None:
        return head
    pieces = [(each.quote, each.document) for each in match.difference if not each.same]
    tag, words = escape(match.place.language), escape(match.place.quote)
    quote = f'<blockquote lang="{tag}" dir="auto">{words}</blockquote>'
    return f"{head}{quote}{changed(pieces, language)}{where(match.place, language)}"
