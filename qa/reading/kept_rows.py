"""Rows of sentences and questions that were met before: none is embedded twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from index.centring import Kind, centred

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder

KEPT = 20_000  # for the next questions: 30 MB


class KeptRows:
    """Embeds texts and remembers their rows."""

    def __init__(self, embedder: Embedder, kind: Kind = "passage") -> None:
        """Make it, of texts that are read or of questions."""
        self._embedder, self._kind = embedder, kind
        self._rows: dict[tuple[str, str], NDArray[np.float32]] = {}

    def of(self, texts: Sequence[str], languages: Sequence[str]) -> NDArray[np.float32]:
        """Return the rows of *texts*, less the mean of their languages, of length one.

        Shape ``(len(texts), dimension)``.
        """
        keys = list(zip(texts, languages, strict=True))
        rows = self._rows  # replaced, never changed: other threads may be reading it
        new = list(dict.fromkeys(key for key in keys if key not in rows))
        if new:
            embed = self._embedder.embed_passages
            if self._kind == "question":
                embed = self._embedder.embed_questions
            raw = embed([text for text, _ in new])
            made = centred(raw, [tag for _, tag in new], self._kind, self._embedder)
            kept = rows if len(rows) < KEPT else {key: rows[key] for key in keys if key in rows}
            self._rows = rows = {**kept, **dict(zip(new, made, strict=True))}
        empty = np.empty((0, self._embedder.dimension), np.float32)
        return np.stack([rows[key] for key in keys]) if keys else empty
