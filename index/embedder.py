"""The seam behind which every embedding model stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Embedder(Protocol):
    """Turns passages and questions into vectors that are near when the meaning is."""

    @property
    def fingerprint(self) -> str:
        """Everything that decides the vectors: model, revision, prefixes, precision."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row for each text, shape ``(len(texts), dimension)``."""

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row for each question, shape ``(len(texts), dimension)``."""
