"""The table of documents and the state of the index as HTML; names and reasons are escaped."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

from corpus.errors import CitedQAError
from index.build import BuildReport
from index.status import Holding, Row
from language.phrases import language_name, phrase
from page.answer_html import error
from page.errors import explained, reason
from page.rebuilding import Outcome, Step
from page.words import moment, number, word

# Rows in the page; a search shows others.
ROWS = 200
COLUMNS = ("ask", "title", "language", "passages", "state", "actions")


def held(holding: Holding, language: str) -> str:
    """Return what the index holds, in a sentence."""
    said = word(
        "held",
        language,
        documents=number(holding.manifest.documents, language),
        passages=number(holding.manifest.passages, language),
        when=moment(holding.manifest.created, language),
    )
    return f'<p class="cq-held">{escape(said)} {_word("table_hint", language)}</p>'


def table(
    rows: Sequence[Row], chosen: Collection[str], find: str, language: str, *, deletes: bool
) -> str:
    """Return the documents as a table, those only whose title or path holds *find*."""
    wanted = find.casefold().strip()
    found = [one for one in rows if wanted in f"{one.title}\n{one.path}".casefold()]
    heads = "".join(f'<th scope="col">{_word("column_" + one, language)}</th>' for one in COLUMNS)
    body = "".join(_row(one, one.path in chosen, language, deletes) for one in found[:ROWS])
    rest = len(found) - ROWS
    more = _word("more_rows", language, count=number(rest, language)) if rest > 0 else ""
    return (
        f'<div class="cq-scroll" tabindex="0" role="region" '
        f'aria-label="{_word("table", language)}"><table class="cq-table">'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
        f"<p>{more if found else _word('no_rows', language)}</p>"
    )


def _word(key: str, language: str, **values: object) -> str:
    return escape(word(key, language, **values))


def _row(row: Row, chosen: bool, language: str, deletes: bool) -> str:
    indexed = row.passages is not None
    counted = number(row.passages, language) if row.passages is not None else ""
    path, title = escape(row.path), escape(row.title)
    name = _word("ask_only_of", language, title=row.title)
    ask = (
        f'<button type="button" role="checkbox" class="cq-check" data-do="among" '
        f'data-document="{path}" aria-checked="{str(chosen).lower()}" aria-label="{name}"></button>'
    )
    actions = _action("preview", row, language) if indexed else ""
    if deletes and row.state != "removed":
        actions += _action("remove", row, language)
    written = escape(language_name(row.language, language)) if row.language else ""
    problem = f'<p class="cq-problem">{escape(reason(row.problem, language))}</p>'
    state = f"{_word('state_' + row.state, language)}{problem if row.problem else ''}"
    below = f"<br><code><bdi>{path}</bdi></code>" if row.path != row.title else ""
    return (
        f'<tr class="cq-{row.state}"><td>{ask if indexed else ""}</td>'
        f'<th scope="row"><bdi lang="{escape(row.language)}">{title}</bdi>{below}</th>'
        f"<td>{written}</td>"
        f'<td class="cq-count" data-label="{_word("column_passages", language)}">{counted}'
        f"</td><td>{state}</td><td>{actions}</td></tr>"
    )


def _action(key: str, row: Row, language: str) -> str:
    sure = (
        f' data-sure="{_word("remove_sure", language, path=row.path)}"' if key == "remove" else ""
    )
    return (
        f'<button type="button" class="cq-button" data-do="{key}" '
        f'data-document="{escape(row.path)}"{sure} '
        f'aria-label="{_word(key + "_of", language, title=row.title)}">'
        f"{_word(key, language)}</button> "
    )


def stirred(holding: Holding, language: str) -> str:
    """Return the notice that documents are not what they were when the index was built."""
    changes = holding.changes
    counts = _counts(
        (("added", changes.added), ("changed", changes.updated), ("removed", changes.removed)),
        language,
    )
    said = word("documents_changed", language, changes=counts)
    return f'<p class="cq-notice cq-stirred" role="status">{escape(said)}</p>'


def going_on(step: Step, language: str) -> str:
    """Return how far a rebuild is: what is being done, how much of it, and how long it takes."""
    stage = phrase(step.stage, language) if step.stage else word("starting", language)
    known = f' value="{step.done}" max="{max(step.total, 1)}"' if step.total else ""
    return (
        f'<div class="cq-notice" role="status"><p>{_word("rebuilding", language)}</p>'
        f'<label>{escape(stage)} <progress class="cq-progress"{known}></progress> '
        f"{_pace(step, language) if step.total else ''}</label></div>"
    )


def _pace(step: Step, language: str) -> str:
    counted = {"done": number(step.done, language), "total": number(step.total, language)}
    if step.left is None:
        return _word("pace", language, **counted)
    rate, seconds = step.left
    left = f"{seconds // 60}:{seconds % 60:02d}"
    return _word("pace_left", language, rate=f"{rate:.1f}", left=left, **counted)


def ended(outcome: Outcome, language: str) -> str:
    """Return what a rebuild did, or why it did not."""
    if isinstance(outcome, CitedQAError):
        return error(*explained(outcome, language), language)
    return f'<p class="cq-notice" role="status">{escape(summary(outcome, language))}</p>'


def summary(report: BuildReport, language: str) -> str:
    """Return a finished build in a sentence."""
    counts = _counts(
        (
            ("added", report.added),
            ("changed", report.updated),
            ("removed", report.removed),
            ("skipped", report.skipped),
        ),
        language,
    )
    verdict = word("rebuilt" if report.changed else "up_to_date", language)
    seconds = word("seconds", language, seconds=f"{report.seconds:.1f}")
    return f"{verdict}: {counts} ({seconds})"


def _counts(changes: Sequence[tuple[str, Collection[object]]], language: str) -> str:
    return ", ".join(
        word(f"count_{key}", language, count=number(len(some), language)) for key, some in changes
    )
