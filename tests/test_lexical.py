"""BM25 that never finds what is not there."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.lexical import LexicalIndex

PASSAGES = [["灯塔", "1871"], ["phare", "1871", "phare"], [], ["ship"]]


def test_a_passage_without_any_of_the_terms_scores_nothing() -> None:
    scores = LexicalIndex.of(PASSAGES).scores(["phare"])

    assert scores[1] > 0
    assert scores[[0, 2, 3]].tolist() == [0, 0, 0]


def test_unknown_terms_find_nothing() -> None:
    assert LexicalIndex.of(PASSAGES).scores(["submarine"]).tolist() == [0, 0, 0, 0]


def test_terms_that_no_passage_holds_lower_the_score_of_the_others() -> None:
    index = LexicalIndex.of(PASSAGES)

    assert index.scores(["phare", "submarine"])[1] < index.scores(["phare"])[1]


def test_a_score_is_a_share() -> None:
    scores = LexicalIndex.of(PASSAGES).scores(["phare", "1871", "灯塔", "ship"])

    assert (scores >= 0).all()
    assert (scores < 1).all()


def test_a_rare_term_tells_more_than_a_common_one() -> None:
    weights = LexicalIndex.of(PASSAGES).weights(["phare", "1871"])

    assert weights["phare"] > weights["1871"]


def test_a_saved_index_scores_as_before(tmp_path: Path) -> None:
    index = LexicalIndex.of(PASSAGES)
    index.save(tmp_path)

    again = LexicalIndex.load(tmp_path)

    assert np.array_equal(again.scores(["phare", "x"]), index.scores(["phare", "x"]))
    assert again.weights(["phare", "x"]) == index.weights(["phare", "x"])


def test_nothing_is_pickled(tmp_path: Path) -> None:
    LexicalIndex.of(PASSAGES).save(tmp_path)

    kinds = {path.suffix for path in tmp_path.rglob("*") if path.is_file()}
    assert kinds <= {".npy", ".json"}
