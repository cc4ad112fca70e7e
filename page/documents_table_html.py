"""The table of documents, what it is narrowed to, and folders to ask; all names are escaped."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from index.status import Row
from language.phrases import language_name, listing, phrase, size, written
from page.looking import SORTS, STATES, Look, families, fitting, states
from page.sources_html import phrased
from serving.choosing import asked_of, folders

# Rows in the page; a search shows others.
ROWS = 200
COLUMNS = ("ask", "title", "state", "actions")
FOLDERS = 24  # that are offered
NAMED = 4  # languages of a document


def table(
    rows: Sequence[Row], chosen: Sequence[str], look: Look, language: str, *, deletes: bool
) -> str:
    """Return the documents that *look* is for as a table, under what narrows it.

    Args:
        rows: All documents.
        chosen: The paths of documents and folders that are asked; all if there is none.
        look: Which are shown, in which order.
        language: Of the page.
        deletes: Whether they may be deleted.
    """
    shown = fitting(rows, look)
    asked = frozenset(asked_of(chosen, [row.path for row in rows])) if chosen else frozenset()
    heads = "".join(_head(name, language) for name in COLUMNS)
    body = "".join(_row(row, row.path in asked, language, deletes) for row in shown[:ROWS])
    rest = len(shown) - ROWS
    more = phrased("more_rows", language, count=rest) if rest > 0 else ""
    return (
        f"{_folders(rows, chosen, language)}{_toolbar(rows, look, language)}"
        f'<div class="cq-scroll" tabindex="0" role="region" '
        f'aria-label="{phrased("table", language)}"><table class="cq-table">'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
        f"<p>{more if shown else phrased('no_rows', language)}</p>"
    )


def _head(name: str, language: str) -> str:
    """Return the head of a column; that of the boxes is wider than they are, and only heard."""
    told = phrased("column_" + name, language)
    return (
        f'<th scope="col">{f"<span class=cq-unseen>{told}</span>" if name == "ask" else told}</th>'
    )


def _folders(rows: Sequence[Row], chosen: Sequence[str], language: str) -> str:
    """Return the folders as collections to ask; nothing where all documents are in one."""
    counts = folders([row.path for row in rows if row.passages is not None])
    boxes = "".join(
        f"<li>{_check(path, path, path in chosen, language)} <bdi>{escape(path)}</bdi> "
        f'<span class="cq-note">{phrased("folder_count", language, count=count)}</span></li>'
        for path, count in list(counts.items())[:FOLDERS]
    )
    if not boxes:
        return ""
    name = phrased("folders", language)
    return f'<div class="cq-folders"><span>{name}</span><ul aria-label="{name}">{boxes}</ul></div>'


def _toolbar(rows: Sequence[Row], look: Look, language: str) -> str:
    spoken = sorted({tag for row in rows for tag in families(row)})
    there = {state for row in rows for state in states(row)}
    sorts = [(name, phrase(f"sort_{name}", language)) for name in SORTS]
    tongues = [(tag, language_name(tag, language)) for tag in spoken]
    named = [(state, phrase(_state_key(state), language)) for state in STATES if state in there]
    choices = [_select("sort", sorts, look.sort, language)]
    if len(tongues) > 1:
        choices.append(_select("language", [("", ""), *tongues], look.language, language))
    if len(named) > 1:
        choices.append(_select("state", [("", ""), *named], look.state, language))
    return f'<div class="cq-looks">{"".join(choices)}</div>'


def _select(name: str, options: Sequence[tuple[str, str]], now: str, language: str) -> str:
    """Return a choice; what has no name is all of them."""
    items = "".join(
        f'<option value="{escape(value)}"{" selected" if value == now else ""}>'
        f"{escape(shown) or phrased('look_all', language)}</option>"
        for value, shown in options
    )
    return (
        f"<label>{phrased('look_' + name, language)} "
        f'<select class="cq-select" data-arrange="{name}">{items}</select></label>'
    )


def _state_key(state: str) -> str:
    return state if state == "recognised" else f"state_{state}"


def _check(path: str, title: str, checked: bool, language: str) -> str:
    name = phrased("ask_only_of", language, title=title)
    return (
        f'<button type="button" role="checkbox" class="cq-check" data-do="among" '
        f'data-document="{escape(path)}" aria-checked="{str(checked).lower()}" '
        f'aria-label="{name}"></button>'
    )


def _row(row: Row, asked: bool, language: str, deletes: bool) -> str:
    indexed = row.passages is not None
    path, title = escape(row.path), escape(row.title)
    named = f'<bdi lang="{escape(row.language)}">{title}</bdi>'
    if indexed:
        named = (
            f'<button type="button" class="cq-link cq-name" data-do="overview" '
            f'data-overview="{path}">{named}</button>'
        )
    actions = _action("preview", row, language) if indexed else ""
    if deletes and row.state != "removed":
        actions += _action("remove", row, language)
    below = f"<code><bdi>{path}</bdi></code>" if row.path != row.title else ""
    facts = f'<p class="cq-facts">{facts_of(row, language)}</p>' if indexed else ""
    return (
        f'<tr class="cq-{row.state}">'
        f"<td>{_check(row.path, row.title, asked, language) if indexed else ''}</td>"
        f'<th scope="row">{named} {below}{facts}</th>'
        f"<td>{_state(row, language)}</td>"
        f'<td><div class="cq-actions">{actions}</div></td></tr>'
    )


def facts_of(row: Row, language: str) -> str:
    """Return what is known of a document, in a line: languages, pages, passages, size, dates."""
    tags = (row.languages or (row.language,))[:NAMED]
    names = [language_name(tag, language) for tag in tags if tag]
    dates = [written(date, language) for date in dict.fromkeys((*row.dates[:1], *row.dates[-1:]))]
    facts = [
        listing(names, language) if names else "",
        phrase("page_count", language, count=row.pages) if row.pages else "",
        phrase("passage_count", language, count=row.passages or 0),
        size(row.size, language) if row.size else "",
        " – ".join(dates),
    ]
    return escape(" · ".join(filter(None, facts)))


def _state(row: Row, language: str) -> str:
    problem = row.problem.told(language) if row.problem else ""
    shown = f'<p class="cq-problem">{escape(problem)}</p>' if problem else ""
    key = "in_part" if row.state == "indexed" and problem else row.state
    ocr = f'<span class="cq-badge cq-ocr">{phrased("recognised", language)}</span>'
    return f"{phrased('state_' + key, language)} {ocr if row.recognised else ''}{shown}"


def _action(key: str, row: Row, language: str) -> str:
    sure = (
        f' data-sure="{phrased("remove_sure", language, path=row.path)}"' if key == "remove" else ""
    )
    return (
        f'<button type="button" class="cq-button" data-do="{key}" '
        f'data-document="{escape(row.path)}"{sure} '
        f'aria-label="{phrased(key + "_of", language, title=row.title)}">'
        f"{phrased(key, language)}</button> "
    )
