"""The web page: a thin face of the engine.  The only file that knows Gradio."""

from __future__ import annotations

import contextlib
import socket
import sys
from importlib.resources import files
from typing import Any

import gradio as gr

from corpus.errors import CitedQAError
from qa import html
from qa.assembly import Service
from qa.pace import Pace
from qa.phrases import phrase
from qa.verify import status

EXAMPLES = [
    "How many outcomes did the third forum produce?",
    "Quel est le montant du Fonds de la Route de la soie ?",
    "第二届“一带一路”国际合作高峰论坛的主题是什么？",
    "雅萬高鐵全長多少公里？",
]
WELCOME = "Ask the documents; every answer is quoted from them word for word."
# Questions answered at the same time; the model uses all cores for each.
AT_ONCE = 4
FONTS = [gr.themes.Font(name) for name in ("system-ui", "Segoe UI", "Noto Sans", "sans-serif")]
CODE_FONTS = [gr.themes.Font(name) for name in ("ui-monospace", "Consolas", "monospace")]


def build_page(service: Service) -> gr.Blocks:
    """Lay out the page around *service*.  Loads no model and starts nothing."""
    page = gr.Blocks(title="cited-qa", analytics_enabled=False)
    with page:
        gr.Markdown(f"# cited-qa\n{WELCOME}")
        _chat(service)
        _index_panel(service, page)
    return page


def _chat(service: Service) -> None:
    """Add the conversation, and its answers for programs as ``/ask``."""

    def reply(question: str, _history: list[Any]) -> gr.HTML:
        try:
            return gr.HTML(html.rendered(service.engine().ask(question)))
        except CitedQAError as error:
            return gr.HTML(html.error(str(error)))

    def ask(question: str, language: str = "auto", top_k: int = 3) -> dict[str, Any]:
        """Answer a question; the answer object of the command line."""
        try:
            return service.engine().ask(question, language=language, top_k=top_k).as_json()
        except CitedQAError as error:
            raise gr.Error(str(error)) from error

    gr.ChatInterface(
        reply,
        chatbot=gr.Chatbot(
            height="62vh",
            show_label=False,
            buttons=["copy"],
            latex_delimiters=[],
            placeholder="Ask in English, français, 简体中文 or 繁體中文.",
        ),
        textbox=gr.Textbox(
            placeholder="Your question · Votre question · 您的问题 · 您的問題",
            show_label=False,
            container=False,
            max_length=2000,
            autofocus=True,
        ),
        examples=EXAMPLES,
        cache_examples=False,
        concurrency_limit=AT_ONCE,
        api_visibility="private",
    )
    gr.api(ask, api_name="ask", concurrency_limit=AT_ONCE)  # type: ignore[attr-defined]


def _index_panel(service: Service, page: gr.Blocks) -> None:
    """Add what the index holds and the button that rebuilds it, for programs ``/rebuild``."""

    def described() -> str:
        try:
            return html.status(status(service.settings), service.notice)
        except CitedQAError as error:
            return html.error(str(error))

    def rebuild(progress: gr.Progress = gr.Progress()) -> str:  # noqa: B008 - Gradio's convention
        pace = Pace()

        def shown(stage: str, done: int, total: int) -> None:
            said = f"{phrase(stage, 'en')} {pace.said(stage, done, total)}"
            progress((done, max(total, 1)), desc=said)

        try:
            return html.built(service.rebuild(shown)) + described()
        except CitedQAError as error:
            return html.error(str(error))

    with gr.Accordion("Documents and index", open=False):
        state = gr.HTML(elem_id="index-state")
        with gr.Row():
            button = gr.Button("Rebuild index", elem_id="rebuild")
            stop = gr.Button("Stop the rebuild", elem_id="stop-rebuild")
        button.click(
            rebuild,
            outputs=state,
            concurrency_limit=1,
            concurrency_id="rebuild",
            api_name="rebuild",
        )
        stop.click(service.cancel, api_visibility="private", queue=False)
    page.load(described, outputs=state, api_visibility="private")


def serve(service: Service) -> None:
    """Serve the page until it is stopped."""
    page = build_page(service)
    page.launch(
        server_name=service.settings.host,
        server_port=service.settings.port,
        inbrowser=sys.stdout.isatty(),
        css=files("qa").joinpath("page.css").read_text(encoding="utf-8"),
        theme=gr.themes.Soft(font=FONTS, font_mono=CODE_FONTS),
        footer_links=[],
    )


def check_port(host: str, port: int) -> None:
    """Make sure that the page can listen there.

    Raises:
        CitedQAError: If it cannot.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with contextlib.closing(socket.socket(family)) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((host, port))
        except OSError as error:
            raise CitedQAError(
                f"cannot listen on {host}:{port}: {error.strerror}. "
                f"Choose another port, for example `cited-qa serve --port {port + 1}`."
            ) from error


def main() -> int:
    """Serve the page, as ``cited-qa serve`` does."""
    from qa.cli import main as command

    return command(["serve", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
