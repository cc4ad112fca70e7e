"""Passages embedded in sixteen bits have the vectors that they have in thirty-two."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.build import build
from index.centring import centred
from index.opened import open_index
from index.querying import query
from index.sentence_embedder import E5_PREFIXES, Arithmetic, SentenceEmbedder
from index.weights import unpacked_model
from tests.conftest import CACHE

pytestmark = pytest.mark.model

TEXTS = {
    "en": [
        "The ferry to Groix leaves Lorient at 7.15 and takes three quarters of an hour.",
        "Nobody has lived in the lighthouse since 1987; its lamp is watched from the mainland.",
        "Rates: 12 % for residents, 18.5 % for all others (art. 4, § 2).",
        "Yes.",
    ],
    "fr": [
        "Le bac de Groix part de Lorient à 7 h 15 et met trois quarts d’heure.",
        "« L’œil de l’île » : c’est ainsi que les pêcheurs nomment le phare, allumé en 1839.",
    ],
    "zh-Hans": [
        "开往格鲁瓦岛的渡轮七点十五分从洛里昂出发，航程四十五分钟。",
        "海岛图书馆藏书约十二万册，周一闭馆。",
    ],
    "zh-Hant": ["海島圖書館由建築師林嵐設計，１９０２年由漁民捐款建成。"],
}
ALL = [text for some in TEXTS.values() for text in some]
LANGUAGES = [language for language, some in TEXTS.items() for _ in some]
AGREE = 0.9999  # docs/decisions/0002


def made(arithmetic: Arithmetic) -> SentenceEmbedder:
    return SentenceEmbedder(lambda: unpacked_model(CACHE), "e5", E5_PREFIXES, arithmetic)


@pytest.fixture(scope="module")
def exact() -> SentenceEmbedder:
    return made("float32")


@pytest.fixture(scope="module")
def quick() -> SentenceEmbedder:
    """As on a processor with AMX; others can compute it too, slowly."""
    return made("bfloat16")


def cosines(some: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray((some * others).sum(axis=1))


def test_sixteen_bits_and_thirty_two_agree(
    exact: SentenceEmbedder, quick: SentenceEmbedder
) -> None:
    rows = [one.embed_passages(ALL) for one in (exact, quick)]

    assert rows[1].dtype == np.float32
    assert np.allclose(np.linalg.norm(rows[1], axis=1), 1, atol=1e-5)
    assert cosines(*rows).min() >= AGREE
    # Also as the index compares them: what all texts of a language share is no agreement.
    moved = [centred(some, LANGUAGES, "passage", exact) for some in rows]
    assert cosines(*moved).min() >= AGREE - 0.0001


def test_a_row_in_sixteen_bits_does_not_depend_on_its_neighbours(quick: SentenceEmbedder) -> None:
    together = quick.embed_passages(ALL)
    alone = np.vstack([quick.embed_passages([text]) for text in ALL])

    assert cosines(together, alone).min() >= AGREE


@pytest.mark.parametrize("first", ["exact", "quick"])
def test_an_index_made_on_one_processor_serves_on_the_other(
    tmp_path: Path, exact: SentenceEmbedder, quick: SentenceEmbedder, first: str
) -> None:
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    (corpus / "ferry.txt").write_text(TEXTS["en"][0], "utf-8")
    (corpus / "library.txt").write_text(TEXTS["zh-Hans"][1], "utf-8")
    here, there = (exact, quick) if first == "exact" else (quick, exact)
    build(corpus, index, here)

    opened, notice = open_index(index, there)
    (best, *_) = opened.search(query("When does the boat leave?", "en", there), 2)

    assert notice is None
    assert best.record.document.path == "ferry.txt"
    assert not build(corpus, index, there).changed
    # Vectors that were paid for on one are not paid for again on the other.
    shutil.move(corpus / "ferry.txt", corpus / "boat.txt")
    assert build(corpus, index, there).embedded == 0
