"""The endpoints for programs: /ask, /verify_quote, /mentions…  Errors are messages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from index.passage_index import Filter
from index.status import Row
from language.languages import LANGUAGES, accepted
from page.context import ASKING, Context, person
from qa.filtering import among
from qa.places.naming import mentions
from qa.quotes.verify import verify_quote
from serving.shared import AT_ONCE


def add_endpoints(context: Context) -> None:
    """Add the endpoints to the page that is being laid out; docs/api.md describes them."""

    def ask(
        question: str,
        language: str = "auto",
        top_k: int = 3,
        paths: list[str] | None = None,
        before: str | None = None,
        request: gr.Request = None,  # type: ignore[assignment]
    ) -> dict[str, Any]:
        """Answer a question; the answer object of the command line."""
        with messages(request, language):
            _admit(context, request)
            _check(language, top_k)
            return context.ask(
                question,
                language=language,
                top_k=top_k,
                among=_among(context, paths),
                before=before,
            ).as_json()

    def check_quote(
        quote: str,
        paths: list[str] | None = None,
        request: gr.Request = None,  # type: ignore[assignment]
    ) -> dict[str, Any]:
        """Tell whether a quote stands in the documents; what `cited-qa verify-quote` prints."""
        with messages(request):
            _admit(context, request)
            return verify_quote(context.service.generation, quote, _among(context, paths)).as_json()

    def check_text(
        text: str,
        paths: list[str] | None = None,
        request: gr.Request = None,  # type: ignore[assignment]
    ) -> dict[str, Any]:
        """Check a draft sentence by sentence; what `cited-qa check-text --json` prints."""
        with messages(request):
            _admit(context, request)
            return context.service.check(text, _among(context, paths)).as_json()

    def every_mention(
        name: str,
        paths: list[str] | None = None,
        request: gr.Request = None,  # type: ignore[assignment]
    ) -> dict[str, Any]:
        """Return every place that names a thing; what `cited-qa mentions --json` prints."""
        with messages(request):
            _admit(context, request)
            return mentions(context.service.generation, name, _among(context, paths)).as_json()

    def documents(request: gr.Request = None) -> dict[str, Any]:  # type: ignore[assignment]
        """List the documents, and what changed in their folder since the index was built."""
        with messages(request):
            holding = context.shelf.holding(fresh=True)
            return {
                "generation": holding.manifest.name,
                "created": holding.manifest.created,
                "passages": holding.manifest.passages,
                "documents": [_renamed(_plain(row, request)) for row in holding.rows],
            }

    def rebuild(request: gr.Request = None) -> dict[str, Any]:  # type: ignore[assignment]
        """Bring the index up to the documents and report what was done."""
        with messages(request):
            _admit(context, request)
            report = context.rebuilds.wait().as_json()
            return {**report, "skipped": [_renamed(file) for file in report["skipped"]]}

    asking = {"concurrency_limit": AT_ONCE, "concurrency_id": ASKING}
    gr.api(ask, api_name="ask", **asking)  # type: ignore[attr-defined]
    gr.api(check_quote, api_name="verify_quote")  # type: ignore[attr-defined]
    gr.api(check_text, api_name="check_text", **asking)  # type: ignore[attr-defined]
    gr.api(every_mention, api_name="mentions")  # type: ignore[attr-defined]
    gr.api(documents, api_name="documents")  # type: ignore[attr-defined]
    gr.api(rebuild, api_name="rebuild", concurrency_limit=None)  # type: ignore[attr-defined]


def _renamed(content: dict[str, Any]) -> dict[str, Any]:
    """Return *content* with its path called the document.

    Gradio's client takes whatever has a ``path`` for a file that it must fetch.
    """
    return {"document": content["path"], **{k: v for k, v in content.items() if k != "path"}}


def _plain(row: Row, request: gr.Request | None) -> dict[str, Any]:
    problem = row.problem.told(_language(request)) if row.problem else ""
    return {**asdict(row), "problem": problem}


def _language(request: gr.Request | None) -> str:
    """Return the language of whoever asks: what the program that asks says that it accepts."""
    return accepted(request.headers.get("accept-language", "") if request else "")


def _among(context: Context, paths: list[str] | None) -> Filter | None:
    """Return which documents are asked: all where no *paths* are given; none that was deleted."""
    wanted = among(context.service.generation.documents(), paths).paths if paths else ()
    return context.shelf.among(wanted)


def _check(language: str, top_k: int) -> None:
    """Raise CitedQAError for what the command line does not take either."""
    if top_k < 1:
        raise CitedQAError("no_top_k", value=str(top_k))
    if language not in ("auto", *LANGUAGES):
        raise CitedQAError("no_language", value=language, known=LANGUAGES)


def _admit(context: Context, request: gr.Request | None) -> None:
    if request:
        context.limiter.admit(person(request))


@contextmanager
def messages(request: gr.Request | None, language: str = "auto") -> Iterator[None]:
    """Give what is a user's error to the program as a message, in *language* if it is one."""
    try:
        yield
    except CitedQAError as error:
        told = error.told(language if language in LANGUAGES else _language(request))
        raise gr.Error(told, print_exception=False) from error
