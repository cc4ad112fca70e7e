"""Embedding through sentence-transformers.  The only file that knows it."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from index.arithmetic import quick_in_sixteen_bits
from index.errors import ModelError
from index.weights import MODEL_NAME, SHA256, unpacked_model

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

# Texts of one length at a time: padding costs more than a small batch.
BATCH = 16
# The prefixes that the E5 models were trained with (Wang et al. 2024, arXiv 2402.05672).
E5_PREFIXES = ("query: ", "passage: ")
Arithmetic = Literal["float32", "bfloat16", "fastest"]


class SentenceEmbedder:
    """Any sentence-transformers model; nothing is loaded before the first text."""

    def __init__(
        self,
        load: Callable[[], Path | str],
        name: str,
        prefixes: tuple[str, str],
        arithmetic: Arithmetic = "float32",
    ) -> None:
        """Make an embedder.

        Args:
            load: Returns the model's folder, or its name on a hub.
            name: Part of the fingerprint.
            prefixes: What stands before a question, and before a passage.
            arithmetic: In which matrices of passages are multiplied; "fastest" is what suits the
                processor.  A question alone is no faster in sixteen bits.
        """
        self._load, self._arithmetic = load, arithmetic
        self._loaded: SentenceTransformer | None = None
        self._loading = threading.Lock()
        self._prefixes = prefixes
        # Says "fp32" for sixteen bits too: their vectors agree to .9999, so an index opens, and the
        # vectors in its cache serve, on either kind of processor (docs/decisions/0002).
        self.fingerprint = f"{name} fp32 {prefixes}"

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        return int(self._model.get_embedding_dimension() or 0)

    @property
    def trunk(self) -> Any:  # noqa: ANN401 - no types
        """The transformer under the pooling."""
        return self._model[0].model

    @property
    def _model(self) -> SentenceTransformer:
        with self._loading:  # several questions may come before the model is there
            if self._loaded is None:
                self._loaded = _open_model(self._load())
            return self._loaded

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row for each passage, shape ``(len(texts), dimension)``."""
        import torch

        with torch.autocast("cpu", torch.bfloat16, enabled=_sixteen_bits(self._arithmetic)):
            return self._embed(texts, self._prefixes[1])

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row for each question, shape ``(len(texts), dimension)``."""
        return self._embed(texts, self._prefixes[0])

    def _embed(self, texts: Sequence[str], prefix: str) -> NDArray[np.float32]:
        rows = self._model.encode(
            [prefix + text for text in texts],
            batch_size=BATCH,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(rows, np.float32)


def default_embedder(cache: Path) -> SentenceEmbedder:
    """Return multilingual-e5-small from the installed package, unpacked into *cache*."""
    name = f"{MODEL_NAME} {SHA256[:12]}"
    return SentenceEmbedder(lambda: unpacked_model(cache), name, E5_PREFIXES, "fastest")


def named_embedder(name: str) -> SentenceEmbedder:
    """Return the sentence-transformers model in the folder *name*, or of that name on a hub."""
    prefixes = E5_PREFIXES if "e5" in Path(name).name.lower() else ("", "")
    folder = Path(name).expanduser()
    if folder.is_dir():
        return SentenceEmbedder(lambda: folder, f"{folder.name} {_digest(folder)}", prefixes)
    return SentenceEmbedder(lambda: name, name, prefixes)


def _digest(folder: Path) -> str:
    """Return a digest of the weights, so that an exchanged model is not taken for the old one."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.safetensors")) or sorted(folder.rglob("*.bin")):
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]


def _sixteen_bits(arithmetic: Arithmetic) -> bool:
    return arithmetic == "bfloat16" or (arithmetic == "fastest" and quick_in_sixteen_bits())


def _open_model(place: Path | str) -> SentenceTransformer:
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    try:
        return SentenceTransformer(str(place), device="cpu", model_kwargs={"dtype": torch.float32})
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise ModelError("model_unloaded", model=place, error=reason) from error
