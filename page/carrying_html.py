"""The offer of what a browser keeps without sign-in, as HTML: how much it is, and nothing of it."""

from __future__ import annotations

from collections.abc import Sequence

from language.phrases import phrase
from page.sources_html import phrased

KINDS = ("carry_conversations", "carry_quotes", "carry_questions")


def offer(counts: Sequence[int], key: str, language: str) -> str:
    """Return the offer of so many conversations, quotes and watched questions.

    Args:
        counts: How many there are of each.
        key: What the browser keeps where its user leaves them, so as not to ask again.
        language: Of the page.
    """
    told = [
        phrase(kind, language, count=count)
        for kind, count in zip(KINDS, counts, strict=True)
        if count
    ]
    text = phrased("carry_offer", language, things=phrase("comma", language).join(told))
    buttons = "".join(
        f'<button type="button" class="cq-button" data-do="{action}" data-left="{key}">'
        f"{phrased('carry_' + action, language)}</button> "
        for action in ("bring", "leave")
    )
    return f'<p class="cq-notice" role="status">{text} {buttons}</p>'
