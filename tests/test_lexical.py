"""BM25 that never finds what is not there."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import lexical
from index.lexical import FOLDER, Entry, LexicalIndex
from index.passage_index import Filter
from index.tantivy_files import META, rooms_in

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


def entry(number: int, terms: list[str], path: str) -> Entry:
    return Entry(number, " ".join(terms), (path,), ("en",), ("2019",))


TERMS = st.lists(st.sampled_from("abcdefgh"), max_size=12)
# What goes by place, what comes, and which get another path.
STEPS = st.lists(
    st.tuples(
        st.sets(st.integers(0, 30)), st.lists(TERMS, max_size=9), st.sets(st.integers(0, 30))
    ),
    min_size=1,
    max_size=5,
)


def followed(
    folder: Path, before: Path, was: dict[int, Entry], there: dict[int, Entry]
) -> LexicalIndex:
    """Return the index of *there*, which follows that in *before* of what *was*."""
    folder.mkdir()
    altered = [n for n in was.keys() | there.keys() if was.get(n) != there.get(n)]
    return LexicalIndex.follow(
        folder,
        before,
        np.array(altered, np.int64),
        np.array(sorted(there), np.int64),
        lambda numbers: (there[n] for n in numbers.tolist()),
    )


@settings(max_examples=25)
@given(STEPS)
def test_scores_after_any_changes_are_those_of_an_index_written_anew(
    steps: list[tuple[set[int], list[list[str]], set[int]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexical, "ROOM", 6)
        there: dict[int, Entry] = {}
        before, last = Path(folder, "first"), 0
        before.mkdir()
        LexicalIndex.write(before, [])
        for step, (gone, new, other) in enumerate(steps):
            was = dict(there)
            kept = [n for at, n in enumerate(was) if at not in gone]
            there = {n: was[n] for n in kept}
            there |= {
                n: replace(was[n], paths=("moved",)) for at, n in enumerate(kept) if at in other
            }
            for terms in new:
                last += 1
                there[last] = entry(last, terms, f"of/{step}.txt")
            files = digests(before)
            index = followed(Path(folder, str(step)), before, was, there)
            assert digests(before) == files  # nothing that is linked is written to
            before = Path(folder, str(step))
            Path(folder, f"{step} anew").mkdir()
            anew = LexicalIndex.write(Path(folder, f"{step} anew"), there.values())
            assert len(index) == len(anew) == len(there)
            assert index.weights("abcdefghx") == anew.weights("abcdefghx")
            for words in ([("a",)], [("b",), ("c", "d"), ("x",)], [(t,) for t in "efgh"]):
                for among in (None, Filter(paths=("moved",))):
                    best = index.best(words, 40, among)
                    assert best == pytest.approx(anew.best(words, 40, among), abs=1e-6)
                    assert list(best) == list(anew.best(words, 40, among))


def digests(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_only_the_room_of_what_changed_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexical, "ROOM", 10)
    was = {n: entry(n, ["lamp", f"gone{n}"], "a.txt") for n in range(1, 51)}
    (tmp_path / "before").mkdir()
    LexicalIndex.write(tmp_path / "before", was.values())
    there = {n: each for n, each in was.items() if n != 25} | {51: entry(51, ["pier"], "b.txt")}

    index = followed(tmp_path / "after", tmp_path / "before", was, there)

    old, new = (inodes(tmp_path / name / FOLDER) for name in ("before", "after"))
    altered = {int(name[:16], 16) for name, inode in new.items() if old.get(name) != inode}
    assert altered == {21, 51}
    assert {int(name[:16], 16) for name in new} == {1, 11, 21, 31, 41, 51}
    held = b"".join(file.read_bytes() for file in (tmp_path / "after").rglob("*.term"))
    assert b"gone25" not in held
    assert not index.holds(["gone25"])


def inodes(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_ino for file in folder.iterdir() if file.name != META}


def test_an_index_that_is_changed_often_has_few_segments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexical, "ROOM", 16)
    there: dict[int, Entry] = {}
    before = tmp_path / "0"
    before.mkdir()
    LexicalIndex.write(before, [])
    for step in range(1, 61):
        was = dict(there)
        there[step] = entry(step, ["lamp"], "a.txt")
        there.pop(step - 20, None)
        followed(tmp_path / str(step), before, was, there)
        before = tmp_path / str(step)

    assert len(rooms_in(before / FOLDER)) <= 4 * 20 / 16 + 6


def test_a_folder_that_cannot_be_written_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="exists"):
        LexicalIndex.write(tmp_path, ENTRIES) and LexicalIndex.write(tmp_path, ENTRIES)
