"""What a language asks in everyday words, and how texts write the same; its folder fills it in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rewording:
    """A pattern of a question, and templates of the module ``regex`` that say the same."""

    pattern: str
    templates: tuple[str, ...]  # the likeliest first
