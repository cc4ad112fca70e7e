"""What became of a quote, and every place that names a thing, as HTML; texts are escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from language.phrases import language_name, listing, number, phrase, place_name, written
from page.sources_html import opens, phrased, pin_place
from qa.places.mentions import Mention, Mentions
from qa.quotes.verdict import Match, Verdict
from qa.standing import Standing

# Characters of a title, and of a sentence before and after the name; rows of the table.
TITLE, BESIDE, ROWS = 80, 120, 200


def intro(key: str, language: str) -> str:
    """Return what a tab is for."""
    return f"<p>{phrased(key, language)}</p>"


def busy(language: str) -> str:
    """Return that the documents are being searched: on a slow machine that takes seconds."""
    dots = '<span class="cq-dots" aria-hidden="true"></span>'
    return f'<p class="cq-busy" role="status">{dots}{phrased("searching", language)}</p>'


def checked(verdict: Verdict, language: str) -> str:
    """Return whether the quote stands in the documents, and each place, or what is said instead."""
    matches = (*verdict.matches, *verdict.near)
    items = "".join(_match(match, language) for match in matches)
    more = f"<p>{phrased('quote_more', language)}</p>" if verdict.more else ""
    absent = "" if verdict.matches else " cq-absent"
    return (
        f'<div class="cq-checked" role="status"><p class="cq-notice{absent}">'
        f"<strong>{phrased(verdict.told, language)}</strong></p>"
        f'<ol class="cq-places" aria-label="{phrased("mentions_table", language)}">{items}</ol>'
        f"{more}</div>"
    )


def listed(mentions: Mentions, language: str) -> str:
    """Return how many places there are, how many in each document, and the places."""
    names = listing([called.name for called in mentions.names], language)
    counts = {"places": len(mentions.places), "copies": mentions.copies}
    looked = {"passages": mentions.passages, "all": mentions.all_passages}
    notes = (
        phrased("mentions_names", language, names=names),
        phrased("mentions_count", language, documents=len(mentions.by_document), **counts),
        phrased("mentions_looked", language, **looked),
        "" if mentions.places else phrased("mentions_none", language),
    )
    head = "".join(f"<p>{note}</p>" for note in notes if note)
    tables = _documents(mentions, language) + _places(mentions, language)
    return f'<div role="status">{head}</div>{tables if mentions.places else ""}'


def _match(match: Match, language: str) -> str:
    place = match.place
    quoted = f'<blockquote lang="{escape(place.language)}" dir="auto">{_quote(match)}</blockquote>'
    label = f"<p>{phrased('quote_near', language)}</p>" if match.status == "near" else ""
    skipped = left_out(match, language)
    return f"<li>{label}{quoted}{changes(match, language)}{skipped}{where(place, language)}</li>"


def left_out(match: Match, language: str) -> str:
    """Return what a quote leaves out between its pieces, a line each."""
    items = "".join(
        f"<li>{phrased('quote_left_out', language, characters=each.end - each.start)} "
        f'<q dir="auto">{escape(shortened(each.quote))}</q></li>'
        for each in match.left_out
    )
    return f'<ul class="cq-changes">{items}</ul>' if items else ""


def shortened(text: str) -> str:
    """Return what was left out on one line, the middle of a long one as dots."""
    line = " ".join(text.split())
    return line if len(line) <= 2 * BESIDE else f"{line[:BESIDE]} […] {line[-BESIDE:]}"


def _quote(match: Match) -> str:
    """Return what the document says, with what is other than in the quote marked."""
    if match.pieces:
        return _pieces(match)
    if match.status != "near":
        return f"<mark>{escape(match.place.quote)}</mark>"
    text, at, parts = match.place.quote, 0, []
    for piece in match.difference:
        start = text.index(piece.document, at)
        parts.append(escape(text[at:start]))
        at = start + len(piece.document)
        shown = escape(piece.document)
        parts.append(shown if piece.same or piece.marks or not shown else f"<mark>{shown}</mark>")
    return "".join([*parts, escape(text[at:])])


def _pieces(match: Match) -> str:
    """Return what the document says, with the pieces of the quote marked."""
    start, text = match.place.start, match.place.quote
    parts, at = [], 0
    for first, last in match.pieces:
        parts.append(escape(text[at : first - start]))
        parts.append(f"<mark>{escape(text[first - start : last - start])}</mark>")
        at = last - start
    return "".join([*parts, escape(text[at:])])


def changes(match: Match, language: str) -> str:
    """Return what a quote has and the document in its place, a line each."""
    differing = [piece for piece in match.difference if not piece.same]
    words = [(piece.quote, piece.document) for piece in differing if not piece.marks]
    typography = f"<p>{phrased('quote_marks', language)}</p>" if len(words) < len(differing) else ""
    return changed(words, language) + typography


def changed(pieces: Iterable[tuple[str, str]], language: str) -> str:
    """Return words as they are given and as the document has them, a line each."""
    nothing = f"({phrase('left_out', language)})"
    items = "".join(
        f"<li><del>{escape(given or nothing)}</del> → <ins>{escape(there or nothing)}</ins></li>"
        for given, there in pieces
    )
    return f'<ul class="cq-changes">{items}</ul>' if items else ""


def where(place: Standing, language: str) -> str:
    """Return the button that opens the source at a place, and what is known of that."""
    known = (
        place_name(place.part, language) if place.part else "",
        written(place.date, language) if place.date else "",
        phrase("characters", language, start=place.start, end=place.end),
        language_name(place.language, language),
    )
    rest = " · ".join(escape(each) for each in known if each)
    return f'<p class="cq-about">{_opens(place)} · {rest}{pin_place(place, language)}</p>'


def _opens(place: Standing) -> str:
    """Return the button that opens the source at a place, with the name of its file."""
    return opens(place, TITLE, f" <code><bdi>{escape(place.document)}</bdi></code>")


def _documents(mentions: Mentions, language: str) -> str:
    first: dict[str, Standing] = {}
    for mention in mentions.places:
        first.setdefault(mention.place.document, mention.place)
    counted = mentions.by_document
    rows = (
        (
            _opens(place),
            escape(written(place.date, language)) if place.date else "",
            number(counted[path], language),
        )
        for path, place in first.items()
    )
    return _table("documents_table", ("document", "date", "places"), rows, language)


def _places(mentions: Mentions, language: str) -> str:
    rows = (_row(mention, language) for mention in mentions.places[:ROWS])
    rest = len(mentions.places) - ROWS
    more = f"<p>{phrased('mentions_more', language, count=rest)}</p>" if rest > 0 else ""
    return _table("mentions_table", ("place", "date", "sentence"), rows, language) + more


def _row(mention: Mention, language: str) -> tuple[str, str, str]:
    place, (start, _) = mention.place, mention.span
    first, last = place.start - start, place.end - start
    before, after = mention.sentence[:first], mention.sentence[last:]
    before = before if len(before) <= BESIDE else "…" + before[-BESIDE:]
    after = after if len(after) <= BESIDE else after[:BESIDE] + "…"
    marked = f"{escape(before)}<mark>{escape(place.quote)}</mark>{escape(after)}"
    also = ", ".join(each.document for each in mention.also_in)
    copies = f"<br>{phrased('also_in', language)} <bdi>{escape(also)}</bdi>" if also else ""
    date = escape(written(place.date, language)) if place.date else ""
    text = f'<span lang="{escape(place.language)}" dir="auto">{marked}</span>{copies}'
    text += pin_place(place, language, mention.span)
    return _opens(place), date, text


def _table(
    key: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], language: str
) -> str:
    heads = "".join(
        f'<th scope="col">{phrased("column_" + each, language)}</th>' for each in columns
    )
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'
        for first, *rest in rows
    )
    name = phrased(key, language)
    return (
        f'<div class="cq-scroll" tabindex="0" role="region" aria-label="{name}">'
        f'<table class="cq-table cq-found"><caption>{name}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )
