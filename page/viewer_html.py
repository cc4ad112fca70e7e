"""The source viewer as HTML: a document at a quote, in reading view or untouched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from language.phrases import language_name, number, phrase, place_name
from language.spans import Span
from page.citation_forms import as_bibtex, as_markdown, as_text, place
from page.leaf_html import leaf_note, leaf_picture, leaf_turner
from page.links_html import link_button, on_the_web
from page.original_route import address
from page.reading import Block
from page.source import BESIDE, Shown
from page.sources_html import phrased, pin, pin_span
from page.table_html import marked, table_of
from qa.answers import Citation
from serving.links import source_link
from serving.originals import Leaf, Original

HEADINGS = 2  # levels above the document's own: the page's, and that of the source


@dataclass(frozen=True, slots=True)
class Quoted:
    """The citation that is shown, and of which generation it is."""

    citation: Citation
    generation: str
    turn: str
    number: int
    also: int = 0  # which of the other places of the same words; 0 is its own
    note: str = ""  # a key of the phrases: what became of the source since


def viewer(
    shown: Shown, quoted: Quoted | None, original: Original, language: str, note: str = ""
) -> str:
    """Return the viewer of *shown*, at what is *quoted* of it or at its beginning.

    Args:
        shown: The stored text.
        quoted: The citation that was opened; None where a document was.
        original: The file, and a page of it where it has pages.
        language: Of the page.
        note: A key of the phrases: what became of the source that a link was to.
    """
    note = note or (quoted.note if quoted else "")
    leaf = original.leaf
    row = quoted.citation.table if quoted else None
    column = (row.column or "") if row else ""
    parts = [
        head(shown.title, shown.language, language),
        _about(shown, quoted, original, language),
        _notice(note, original, language),
        _choice(leaf, language),
        leaf_turner(leaf, _opens(shown, quoted), language) if leaf else "",
        '<div class="cq-pages" tabindex="0">',
        leaf_picture(leaf, shown.title, language) if leaf else "",
        _turner("earlier_text", shown, quoted, _earlier(shown.window), language),
        f'<div class="cq-reading">{reading(shown.reading, column, language)}</div>',
        f'<div class="cq-text" lang="{escape(shown.language)}" dir="auto">'
        f"{marked(shown.source)}</div>",
        _turner("later_text", shown, quoted, shown.window[1], language),
        "</div>",
        _copies(shown, quoted, language),
        _elsewhere(quoted, language) if quoted and quoted.citation.also_in else "",
    ]
    name = phrased("source", language)
    return f'<section class="cq-view" tabindex="-1" aria-label="{name}">{"".join(parts)}</section>'


def failed(told: str, language: str) -> str:
    """Return the viewer where there is nothing to show, with what is *told* of it as HTML."""
    name = phrased("source", language)
    heading = f"<header><h2>{name}</h2>{_close(language)}</header>"
    return f'<section class="cq-view" tabindex="-1" aria-label="{name}">{heading}{told}</section>'


def head(title: str, tag: str, language: str) -> str:
    """Return the title of a source, which is in the language *tag*, beside what closes it."""
    titled = f'<h2 lang="{escape(tag)}"><bdi>{escape(title)}</bdi></h2>'
    return f"<header>{titled}{_close(language)}</header>"


def _close(language: str) -> str:
    close = phrased("close", language)
    return (
        f'<button type="button" class="cq-close" data-do="close" aria-label="{close}" '
        f'title="{close}">×</button>'
    )


def _notice(note: str, original: Original, language: str) -> str:
    """Return what became of the source, and what of it cannot be shown; nothing if nothing."""
    notes = [
        phrased(note, language) if note else "",
        escape(original.problem.told(language)) if original.problem else "",
        leaf_note(original.leaf, language) if original.leaf else "",
    ]
    text = " ".join(filter(None, notes))
    return f'<p class="cq-notice">{text}</p>' if text else ""


def _about(shown: Shown, quoted: Quoted | None, original: Original, language: str) -> str:
    file = ""
    if original.same:
        number = original.leaf.number if original.leaf and shown.path.endswith(".pdf") else 0
        file = (
            f' <a class="cq-original" href="{escape(address(shown.path, number))}" download>'
            f"{phrased('original_file', language)}</a>"
        )
    if original.address:
        file += f" {on_the_web(original.address, _words(shown, quoted), language)}"
    tag = quoted.citation.language if quoted else _marked_language(shown)
    where = f" · {escape(place(quoted.citation, language))}" if quoted else ""
    return (
        f'<p class="cq-about"><code><bdi>{escape(shown.path)}</bdi></code>{where} '
        f'<span class="cq-badge">{escape(language_name(tag, language))}</span>{file}</p>'
    )


def _marked_language(shown: Shown) -> str:
    """Return the language of what is marked; that of the document where nothing is."""
    marked_in = (
        block.language for block in shown.reading if any(piece.quoted for piece in block.pieces)
    )
    return next(marked_in, shown.language)


def _choice(leaf: Leaf | None, language: str) -> str:
    """Return the switch between the forms; the style sheet shows the one that is chosen."""
    drawn = leaf is not None and leaf.image is not None
    forms = [("page", "source_page")] if drawn else []
    forms += [("reading", "reading_view"), ("text", "source_text")]
    options = "".join(
        f'<label><input type="radio" name="cq-form" value="{value}"'
        f"{'' if at else ' checked'}> {phrased(key, language)}</label>"
        for at, (value, key) in enumerate(forms)
    )
    legend = f"<legend>{phrased('view', language)}</legend>"
    return f'<fieldset class="cq-form">{legend}{options}</fieldset>'


def reading(blocks: Sequence[Block], column: str, language: str) -> str:
    """Return the reading view of a document; the *column* of the answering words is marked."""
    parts = []
    for block in blocks:
        tag = escape(block.language)
        if block.title:
            parts.append(f'<h3 lang="{tag}" dir="auto">{escape(block.title)}</h3>')
        if block.part:
            parts.append(f'<p class="cq-part">{escape(place_name(block.part, language))}</p>')
        if block.table:
            parts.append(table_of(block.table, column, block.language))
            continue
        element = f"h{min(HEADINGS + block.level, 6)}" if block.level else "p"
        parts.append(f'<{element} lang="{tag}" dir="auto">{marked(block.pieces)}</{element}>')
    return "".join(parts)


def _earlier(window: Span) -> int:
    """Return where the window before *window* begins; -1 if there is none."""
    return max(0, window[0] - 2 * BESIDE) if window[0] else -1


def _turner(key: str, shown: Shown, quoted: Quoted | None, at: int, language: str) -> str:
    """Return the button that goes on to other parts of a long document; nothing at its ends."""
    if not 0 <= at < shown.length or (quoted and quoted.note == "gone"):
        return ""
    return (
        f'<button type="button" class="cq-button cq-turner" data-at="{at}" '
        f"{_opens(shown, quoted)}>{phrased(key, language)}</button>"
    )


def _opens(shown: Shown, quoted: Quoted | None) -> str:
    """Return the attributes of a button that opens the same source again."""
    if quoted is None:
        start, end = shown.quote
        place = f'data-start="{start}" data-end="{end}"'
        return f'data-do="preview" data-document="{escape(shown.path)}" {place}'
    return (
        f'data-do="cite" data-turn="{escape(quoted.turn)}" data-number="{quoted.number}" '
        f'data-also="{quoted.also}"'
    )


def _copies(shown: Shown, quoted: Quoted | None, language: str) -> str:
    """Return the buttons that copy a citation or a link; nothing where nothing is marked."""
    if not _words(shown, quoted):
        return ""
    forms = []
    if quoted:
        citation = quoted.citation
        forms = [
            (phrase("copy_text", language), as_text(citation, language)),
            ("Markdown", as_markdown(citation, language)),
            ("BibTeX", as_bibtex(citation, quoted.generation)),
        ]
    done = phrased("copied", language)
    buttons = "".join(
        f'<button type="button" class="cq-button" data-do="copy" data-done="{done}" '
        f'data-text="{escape(text)}">{escape(name)}</button>'
        for name, text in forms
    )
    start, end = (quoted.citation.start, quoted.citation.end) if quoted else shown.quote
    words = quoted.citation.quote if quoted else _words(shown, None)
    buttons += link_button(source_link(shown.path, start, end, words), language)
    label = phrased("copy_citation", language)
    return (
        f'<div class="cq-copies" role="group" aria-label="{label}">'
        f"{_pin(shown, quoted, language)}<span>{label}</span>"
        f'{buttons}<span role="status"></span></div>'
    )


def _pin(shown: Shown, quoted: Quoted | None, language: str) -> str:
    """Return the button that keeps the quote that is open."""
    if quoted and not quoted.also:
        return pin(quoted.number, quoted.citation, quoted.turn, language)
    if quoted:
        cited = quoted.citation
        return pin_span(cited.document, cited.sha256, (cited.start, cited.end), language)
    return pin_span(shown.path, shown.sha256, shown.quote, language)


def _words(shown: Shown, quoted: Quoted | None) -> str:
    """Return what is marked, as it is read where it is quoted; nothing where nothing is."""
    marked_words = "".join(piece.text for piece in shown.source if piece.quoted)
    return quoted.citation.text if quoted else marked_words


def _elsewhere(quoted: Quoted, language: str) -> str:
    places = "".join(
        f'<li><button type="button" class="cq-link" data-do="cite" '
        f'data-turn="{escape(quoted.turn)}" data-number="{quoted.number}" data-also="{at}">'
        f"<bdi>{escape(there.document)}</bdi> {number(there.start, language)}–"
        f"{number(there.end, language)}</button></li>"
        for at, there in enumerate(quoted.citation.also_in, start=1)
    )
    return f'<div class="cq-also"><h3>{phrased("also_here", language)}</h3><ul>{places}</ul></div>'
