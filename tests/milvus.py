"""Milvus as the tests use it: milvus-lite, which is installed by `pip install "cited-qa[milvus]"`."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from index.milvus import Address
from index.milvus_backend import MilvusBackend


def milvus_backend(file: Path) -> MilvusBackend:
    """Return what holds vectors and words in *file*; the test is skipped where it cannot."""
    if not (find_spec("pymilvus") and find_spec("milvus_lite")):
        pytest.skip('needs `pip install "cited-qa[milvus]"`')
    return MilvusBackend(Address(str(file)))
