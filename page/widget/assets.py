"""What other sites load of the widget, and what the page in its frame loads."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Request, Response

from api.access import Door
from api.problems import language_of
from language.languages import LANGUAGES, preferred
from language.phrases import phrase
from page.widget import frame_html

router = APIRouter(include_in_schema=False)

LABELS = {"ask": "widget_ask", "close": "widget_close", "blocked": "widget_blocked",
          "apart": "widget_apart"}  # fmt: skip
# Of any site, whatever that demands of what it loads (COEP).
ANYWHERE = {
    "cross-origin-resource-policy": "cross-origin",
    "cross-origin-embedder-policy": "require-corp",
}
FRESH = {"cache-control": "public, max-age=300"}
# No script or style but ours; nothing of another machine; no form that leads away.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)


@router.get("/widget.js")
def script() -> Response:
    """Give the script that puts the button on a page, with its words in all languages."""
    return Response(_script(), media_type="text/javascript", headers=ANYWHERE | FRESH)


@cache
def _script() -> str:
    words = {
        language: {name: phrase(key, language) for name, key in LABELS.items()}
        for language in LANGUAGES
    }
    return _file("embed.js").replace("WORDS", json.dumps(words, ensure_ascii=False), 1)


@router.get("/widget")
def frame(request: Request, door: Door, language: str = "", scheme: str = "") -> Response:
    """Give the page in the frame; it holds nothing that not everybody may see."""
    spoken = preferred([language]) if language else None
    spoken = spoken or language_of(request)
    policy = " ".join((POLICY, *door.shared.service.settings.origins))
    headers = ANYWHERE | {"content-security-policy": policy, "cache-control": "no-cache"}
    content = frame_html.frame(spoken, scheme)
    return Response(content, media_type="text/html", headers=headers)


@router.get("/widget/frame.css")
def style() -> Response:
    """Give the style sheet of the page in the frame."""
    return Response(_file("frame.css"), media_type="text/css", headers=ANYWHERE | FRESH)


@router.get("/widget/frame.js")
def frame_script() -> Response:
    """Give the script of the page in the frame."""
    return Response(_file("frame.js"), media_type="text/javascript", headers=ANYWHERE | FRESH)


@cache
def _file(name: str) -> str:
    return files("page.widget").joinpath(name).read_text(encoding="utf-8")
