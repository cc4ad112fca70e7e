"""What tells one thing from others of its sort; the folders of the languages fill it in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contrasts:
    """Patterns of words that stand in each other's place: who asks of the red one means no white.

    Chinese patterns are in Simplified characters, those of other languages whole words.
    """

    sets: tuple[tuple[str, ...], ...]
    # A thing that has a number, with the groups *thing* and *number*: bus 14, 3号楼.
    numbered: str
    # Begins a sentence about somebody else than who is spoken of: his successor, the group *what*.
    whose: str = r"(?!)"
    # Begins a sentence with the *name* of somebody, of two words.
    begins: str = r"(?!)"
