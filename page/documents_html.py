"""The table of documents and the state of the index as HTML; names and reasons are escaped."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

from corpus.errors import CitedQAError
from index.build import BuildReport
from index.status import Holding
from language.phrases import listing, moment, phrase
from page.answer_html import error
from page.sources_html import phrased
from serving.rebuilding import Outcome, Step


def held(holding: Holding, language: str) -> str:
    """Return what the index holds, in a sentence."""
    text = phrased(
        "held",
        language,
        documents=holding.manifest.documents,
        passages=holding.manifest.passages,
        when=moment(holding.manifest.created, language),
    )
    return f'<p class="cq-held">{text} {phrased("table_hint", language)}</p>'


def empty(language: str) -> str:
    """Return that there is nothing to ask yet."""
    return f'<p class="cq-held">{phrased("no_documents", language)}</p>'


def stirred(holding: Holding, language: str) -> str:
    """Return the notice that documents are not what they were when the index was built."""
    changes = holding.changes
    counts = _counts(
        (("added", changes.added), ("changed", changes.updated), ("removed", changes.removed)),
        language,
    )
    text = phrased("documents_changed", language, changes=counts)
    return f'<p class="cq-notice cq-stirred" role="status">{text}</p>'


def going_on(step: Step, language: str, *, first: bool = False) -> str:
    """Return how far a rebuild is: what is being done, how much of it, and how long it takes.

    Args:
        step: How far it is.
        language: Of the page.
        first: Whether nothing can be asked until it is done.
    """
    meanwhile = "rebuilding_first" if first else "rebuilding"
    stage = phrased(f"stage_{step.stage}" if step.stage else "starting", language)
    known = f' value="{step.done}" max="{max(step.total, 1)}"' if step.total else ""
    return (
        f'<div class="cq-notice" role="status"><p>{phrased(meanwhile, language)}</p>'
        f'<label>{stage} <progress class="cq-progress"{known}></progress> '
        f"{_pace(step, language) if step.total else ''}</label></div>"
    )


def _pace(step: Step, language: str) -> str:
    counted: dict[str, float] = {"done": step.done, "total": step.total}
    if step.left is None:
        return phrased("pace", language, **counted)
    rate, seconds = step.left
    left = f"{seconds // 60}:{seconds % 60:02d}"
    return phrased("pace_left", language, rate=round(rate, 1), left=left, **counted)


def ended(outcome: Outcome, language: str) -> str:
    """Return what a rebuild did, or why it did not."""
    if isinstance(outcome, CitedQAError):
        return error(*outcome.briefly(language), language)
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
    verdict = phrase("rebuilt" if report.changed else "up_to_date", language)
    seconds = phrase("seconds", language, seconds=round(report.seconds, 1))
    return phrase("summary", language, verdict=verdict, counts=counts, seconds=seconds)


def _counts(changes: Sequence[tuple[str, Collection[object]]], language: str) -> str:
    counts = [phrase(f"count_{key}", language, count=len(paths)) for key, paths in changes]
    return listing(counts, language)
