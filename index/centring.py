"""Vectors without what all texts of their language share.

The vectors of E5 lie in a narrow cone, and each language has its own corner of it: texts in one
language are near each other whatever they say.  Subtracting the mean of the language brings a
question and its answer in another language together (docs/decisions/0003).  The
means come with the program, so that a passage's vector never depends on its neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import numpy as np
from safetensors.numpy import load

from language.tags import UNKNOWN

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embedder import Embedder

FILE = "language_means.safetensors"
# What the file was measured with, by training/fit_means.py; other models stay as they are.
MEASURED_WITH = "intfloat/multilingual-e5-small 1571fc982750"

Kind = Literal["passage", "question"]


def centred(
    rows: NDArray[np.float32], languages: Sequence[str], kind: Kind, embedder: Embedder
) -> NDArray[np.float32]:
    """Return unit *rows* less the mean of their language, of length one again.

    Args:
        rows: Shape ``(texts, dimension)``.
        languages: The BCP 47 tag of each text; one without a mean gets that of all.
        kind: Passages and questions have means of their own.
        embedder: The model that made the rows.
    """
    if not embedder.fingerprint.startswith(MEASURED_WITH):
        return rows
    means = _means()
    other = means[f"{kind}.{UNKNOWN}"]
    moved = rows - np.stack([means.get(f"{kind}.{language}", other) for language in languages])
    moved /= np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-12)
    return moved


def means_digest(embedder: Embedder) -> str:
    """Return what an index must record of the means: nothing for a model without any."""
    if not embedder.fingerprint.startswith(MEASURED_WITH):
        return "none"
    return f"{sum(float(np.abs(mean).sum()) for mean in _means().values()):.6f}"


@cache
def _means() -> dict[str, NDArray[np.float32]]:
    return load(files("index").joinpath(FILE).read_bytes())
