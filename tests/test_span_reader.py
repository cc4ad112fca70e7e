"""The trained reader finds the answering words, in and across languages, and knows when none do."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open

from index.errors import ModelError
from index.sentence_embedder import SentenceEmbedder
from index.weights import MODEL_NAME, SHA256
from qa.reading.network import WEIGHTS, packed_network
from qa.reading.trained import SpanReader, Words, best_words

pytestmark = pytest.mark.model

EN = (
    "The lighthouse of Pen-Men was designed by Ada Brook and lit in 1839. It is 32 metres tall, "
    "and since 1987 nobody has lived there."
)
FR = (
    "Le phare de Pen-Men, dessiné par Ada Brook, fut allumé en 1839. Il mesure 32 mètres, et depuis "
    "1987 plus personne n’y habite."
)
HANS = "海岛图书馆由建筑师林岚设计，1902年由渔民捐款建成。馆内藏书约十二万册，每周一闭馆。"
HANT = "海島圖書館由建築師林嵐設計，1902年由漁民捐款建成。館內藏書約十二萬冊，每週一閉館。"


def answer(spans: SpanReader, question: str, passage: str) -> tuple[str, Words]:
    (marks,) = spans.marks(question, [passage])
    words = best_words(passage, marks, (0, len(passage)))
    return passage[slice(*words.span)], words


@pytest.mark.parametrize(
    ("question", "passage", "wanted"),
    [
        ("Who designed the lighthouse?", EN, "Ada Brook"),
        ("When was the lighthouse lit?", EN, "1839"),
        ("Qui a dessiné le phare ?", FR, "Ada Brook"),
        ("Combien mesure le phare ?", FR, "32 mètres"),
        ("图书馆是谁设计的？", HANS, "林岚"),
        ("圖書館哪一年建成？", HANT, "1902年"),
        ("Who designed the library?", HANS, "林岚"),
        ("灯塔是谁设计的？", EN, "Ada Brook"),
        ("Qui a conçu la bibliothèque ?", HANT, "林嵐"),
        ("Since when has nobody lived there?", FR, "1987"),
    ],
)
def test_the_answering_words_are_found_in_and_across_languages(
    spans: SpanReader, question: str, passage: str, wanted: str
) -> None:
    marked, words = answer(spans, question, passage)

    assert wanted in marked
    assert len(marked) <= len(wanted) + 6
    assert words.odds > 0


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("What is the capital of Peru?", EN),
        ("Qui a peint La Joconde ?", FR),
        ("奥运会在哪里举行？", HANS),
        ("誰發明了電話？", HANT),
    ],
)
def test_a_passage_on_something_else_has_no_answer(
    spans: SpanReader, question: str, passage: str
) -> None:
    assert answer(spans, question, passage)[1].odds < 0


def test_an_answer_far_down_a_long_passage_is_found_where_it_stands(spans: SpanReader) -> None:
    filler = "The market opens early and the boats come in with the tide. " * 60
    passage = f"{filler}{EN} {filler}"

    marked, words = answer(spans, "Who designed the lighthouse of Pen-Men?", passage)

    assert marked == "Ada Brook"
    assert words.span[0] == passage.index("Ada Brook")


def test_what_else_is_read_does_not_change_the_marks(spans: SpanReader) -> None:
    question = "Who designed the lighthouse?"
    (alone,) = spans.marks(question, [EN])
    together = spans.marks(question, [EN, HANS * 4, FR])[0]

    for mark, other in zip(alone, together, strict=True):
        assert np.array_equal(mark.offsets, other.offsets)
        # Sixteen bits, where the processor has them.
        assert np.allclose(mark.begin, other.begin, atol=0.5)
        assert np.allclose(mark.end, other.end, atol=0.5)


def test_no_passage_has_no_marks(spans: SpanReader) -> None:
    assert spans.marks("Who?", []) == []


def test_the_file_is_small_says_which_model_it_belongs_to_and_holds_numbers_only() -> None:
    with safe_open(WEIGHTS, "numpy") as file:
        assert file.metadata() == {"trunk": f"{MODEL_NAME} {SHA256}"}
    assert WEIGHTS.stat().st_size < 20_000_000


def test_the_lower_layers_are_the_embedders_own(embedder: SentenceEmbedder) -> None:
    network = packed_network(embedder.trunk.config)

    assert len(network.layers) + 4 == len(embedder.trunk.encoder.layer)


@pytest.mark.parametrize("content", [b"", b"not a safetensors file", b"\x08" + b"\0" * 100])
def test_a_damaged_file_is_explained(
    tmp_path: Path, embedder: SentenceEmbedder, content: bytes
) -> None:
    (tmp_path / "reader.safetensors").write_bytes(content)

    with pytest.raises(ModelError, match="Install cited-qa again"):
        packed_network(embedder.trunk.config, tmp_path / "reader.safetensors")
