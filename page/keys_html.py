"""The keys that the page knows, and the dialog that tells them."""

from __future__ import annotations

from page.sources_html import phrased

KEYS = (
    ("/", "key_ask"),
    ("Enter", "key_enter"),
    ("Shift+Enter", "key_line"),
    ("j", "key_next"),
    ("k", "key_before"),
    ("Esc", "key_escape"),
    ("?", "key_help"),
)


def keys(language: str) -> str:
    """Return the button that opens the dialog, and the dialog; keyboard.js shows it."""
    name, close = phrased("keys_help", language), phrased("close_help", language)
    rows = "".join(
        f"<div><dt>{_pressed(pressed)}</dt><dd>{phrased(key, language)}</dd></div>"
        for pressed, key in KEYS
    )
    return (
        f'<button type="button" class="cq-tool" data-do="keys" aria-label="{name}" title="{name}">'
        f'<kbd aria-hidden="true">?</kbd></button>'
        f'<dialog aria-labelledby="cq-keys-name"><header><h2 id="cq-keys-name">{name}</h2>'
        f'<button type="button" class="cq-close" data-do="unkeys" aria-label="{close}" '
        f'title="{close}">×</button></header><dl>{rows}</dl>'
        f'<label><input type="checkbox" checked> {phrased("keys_on", language)}</label>'
        f'<p class="cq-note">{phrased("keys_never", language)}</p></dialog>'
    )


def _pressed(keys: str) -> str:
    return "+".join(f"<kbd>{key}</kbd>" for key in keys.split("+"))
