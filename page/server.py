"""The server of the page: from settings to what listens."""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
from importlib.resources import files

import gradio as gr
from starlette.middleware import Middleware

from api.app import api_app
from corpus.errors import CitedQAError
from page.adding_route import adding_route
from page.blocks import build_page
from page.compressed import Compressed
from page.context import Context
from page.doors import Doors
from page.guard import Guard
from page.labels import translations
from page.original_route import original_route, user_of
from page.passwords import read_users
from page.proxied import Proxied
from page.widget import asking, assets
from qa.service import Service
from qa.settings import believe_no_proxy_unnamed
from serving.shared import WAITING

# In this order: the others add to the first.
SCRIPTS = (
    "page.js",
    "conversations.js",
    "links.js",
    "keyboard.js",
    "adding.js",
    "windows.js",
    "pressing.js",
    "asking.js",
    "refused.js",
)
FONTS = [gr.themes.Font(name) for name in ("system-ui", "Segoe UI", "Noto Sans", "sans-serif")]
CODE_FONTS = [gr.themes.Font(name) for name in ("ui-monospace", "Consolas", "monospace")]


def serve(service: Service) -> None:
    """Serve the page until it is stopped.

    Raises:
        CitedQAError: If the file of passwords cannot be used.
    """
    settings = service.settings
    users = read_users(settings.auth) if settings.auth else None
    context = Context(service)
    threading.Thread(target=context.originals.start, daemon=True).start()
    believe_no_proxy_unnamed()
    page = build_page(context)
    doors = api_app(context, lambda request: user_of(page.app, request))
    for widget in (assets, asking):
        doors.include_router(widget.router)
    page.queue(max_size=WAITING).launch(
        server_name=settings.host,
        server_port=settings.port,
        root_path=settings.root,
        inbrowser=sys.stdout.isatty(),
        auth=users.admits if users else None,
        auth_message="cited-qa" if users else None,
        max_file_size=settings.limits.file_bytes,
        app_kwargs={
            "routes": [
                original_route(context.shelf, context.originals),
                adding_route(service),
            ],
            "middleware": [
                Middleware(Proxied, proxies=settings.proxies),
                Middleware(Guard, settings=settings),
                Middleware(Compressed),
                Middleware(Doors, doors=doors),
            ],
            "lifespan": lambda _: doors.router.lifespan_context(doors),
        },
        i18n=translations(),
        head=f"<script>{''.join(map(_file, SCRIPTS))}</script>",
        css=_file("page.css"),
        theme=gr.themes.Soft(font=FONTS, font_mono=CODE_FONTS),
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        enable_monitoring=False,
        mcp_server=False,  # ours is at /mcp
        quiet=True,
    )


def _file(name: str) -> str:
    return files("page").joinpath(name).read_text(encoding="utf-8")


def check_port(host: str, port: int) -> None:
    """Make sure that the page can listen there.

    Raises:
        CitedQAError: If it cannot.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with contextlib.closing(socket.socket(family)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            raise CitedQAError(
                "port_taken", address=f"{host}:{port}", reason=error.strerror, other=str(port + 1)
            ) from error
