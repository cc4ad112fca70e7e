"""BM25 that never finds what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.lexical import Entry, LexicalIndex
from index.passage_index import Filter

ENTRIES = [
    Entry(3, "灯塔 1871", ("zh/tower.txt",), ("zh-Hans",), ("2017-05-14",)),
    Entry(4, "phare 1871 phare", ("fr/phare.pdf", "copies/p.txt"), ("fr",), ("2019-04", "")),
    Entry(7, "", ("empty.txt",), ("und",), ("",)),
    Entry(9, "ship 1.5", ("en/ships/one.txt",), ("en",), ("",)),
]


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    return LexicalIndex.write(tmp_path, ENTRIES)


def test_a_passage_without_any_of_the_terms_is_not_found(index: LexicalIndex) -> None:
    assert list(index.best([("phare",)], 10)) == [4]
    assert index.scores([("phare",)], [3, 4, 7, 9]).keys() == {4}


def test_unknown_terms_find_nothing(index: LexicalIndex) -> None:
    assert index.best([("submarine",)], 10) == {}
    assert index.best([], 10) == {}


def test_terms_that_no_passage_holds_lower_the_score_of_the_others(index: LexicalIndex) -> None:
    assert index.best([("phare",), ("submarine",)], 1)[4] < index.best([("phare",)], 1)[4]


def test_a_score_is_a_share(index: LexicalIndex) -> None:
    scores = index.best([("phare",), ("1871",), ("灯塔",), ("ship",)], 10)

    assert all(0 < score < 1 for score in scores.values())
    assert list(scores.values()) == sorted(scores.values(), reverse=True)


def test_a_rare_term_tells_more_than_a_common_one(index: LexicalIndex) -> None:
    weights = index.weights(["phare", "1871"])

    assert weights["phare"] > weights["1871"]


def test_scores_of_given_passages_are_those_of_the_search(index: LexicalIndex) -> None:
    words = [("phare",), ("1871",), ("1.5",), ("lamp", "灯塔")]

    assert index.scores(words, [3, 4, 9]) == pytest.approx(index.best(words, 10))


@pytest.mark.parametrize(
    ("among", "numbers"),
    [
        (Filter(paths=("zh",)), {3}),
        (Filter(paths=("copies",)), {4}),
        (Filter(paths=("en/ships", "fr/phare.pdf")), {4, 9}),
        (Filter(paths=("en/ship",)), set()),
        (Filter(languages=("zh",)), {3}),
        (Filter(languages=("zh-Hant",)), set()),
        (Filter(since="2017"), {3, 4}),
        (Filter(until="2017"), {3}),
        (Filter(since="2017-05-15"), {4}),
        (Filter(languages=("fr", "en"), until="2020"), {4}),
    ],
)
def test_a_filter_leaves_only_what_passes_it(
    index: LexicalIndex, among: Filter, numbers: set[int]
) -> None:
    assert set(index.best([("phare",), ("1871",), ("ship",)], 10, among)) == numbers


def test_a_loaded_index_scores_as_the_written_one(tmp_path: Path, index: LexicalIndex) -> None:
    again = LexicalIndex.load(tmp_path)

    assert again.best([("phare",), ("x",)], 5) == index.best([("phare",), ("x",)], 5)
    assert again.weights(["phare", "x"]) == index.weights(["phare", "x"])
    assert len(again) == len(ENTRIES)
