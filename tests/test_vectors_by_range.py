"""Vectors and lists lie in files by range: what is found is what numpy finds, whatever changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import dense, neighbours, rows
from index.dense import DenseIndex
from index.lists import KIND, LISTS, Coded, Told
from index.neighbours import write_neighbours
from index.ranges import ranges, within
from index.rows import VECTORS, Rows, RowsDraft

if TYPE_CHECKING:
    from numpy.typing import NDArray

DIMENSION, SPAN = 8, 7
# What a build takes out and puts in; numbers may come back, as a copy does whose original went.
CHANGES = st.lists(
    st.tuples(st.sets(st.integers(0, 60)), st.sets(st.integers(0, 60))), min_size=1, max_size=4
)
STARTS = st.sets(st.integers(0, 60), min_size=12)


def vector(number: int) -> NDArray[np.float32]:
    made = np.random.default_rng(number).normal(size=DIMENSION)
    return (made / np.linalg.norm(made)).astype(np.float32)


def vectors(numbers: NDArray[np.int64]) -> NDArray[np.float32]:
    return np.array([vector(number) for number in numbers.tolist()], np.float32).reshape(
        -1, DIMENSION
    )


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module in (rows, neighbours):
            patch.setattr(module, "SPAN", SPAN)
        patch.setattr(dense, "EXACT_UP_TO", 5)
        patch.setattr(neighbours, "FILES", 6)
        yield


def written(
    folder: Path, numbers: NDArray[np.int64], before: Path | None, lists: bool = True
) -> DenseIndex:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    draft = RowsDraft(folder, numbers, DIMENSION, Rows.load(before) if before else None)
    if len(draft.missing):
        backwards = draft.missing[::-1]
        draft.put(backwards.tolist(), vectors(backwards))
    draft.close()
    if lists:
        write_neighbours(folder, before)
    return DenseIndex.load(folder)


def all_lists(index: DenseIndex, patch: pytest.MonkeyPatch) -> None:
    """Let the lists propose everything, so that nothing depends on chance."""
    patch.setattr(dense, "PROPOSED", 100)
    if index._lists:
        index._lists.searched = index._lists.count


def held(numbers: NDArray[np.int64]) -> NDArray[np.float32]:
    return vectors(numbers).astype(np.float16).astype(np.float32)


def agrees(index: DenseIndex, numbers: NDArray[np.int64]) -> None:
    asked = vector(1000)
    cosines = held(numbers) @ asked
    assert index.numbers.tolist() == numbers.tolist()
    assert index.of(numbers[::-1].tolist()).tolist() == held(numbers[::-1]).tolist()
    assert np.allclose(index.cosines(asked, numbers.tolist()), cosines, atol=1e-6)
    among = np.union1d(numbers[::2], [3, 61, 100])
    for some in (numbers, np.intersect1d(numbers, among)):
        wanted = sorted((held(some) @ asked).tolist(), reverse=True)[:6]
        nearest = index.nearest(asked, 6, None if some is numbers else among)
        assert set(nearest) <= set(some.tolist())
        assert np.allclose(list(nearest.values()), wanted, atol=1e-6)


@settings(max_examples=25, deadline=None)
@given(start=STARTS, changes=CHANGES)
def test_after_any_changes_the_rows_are_those_of_numpy(
    tmp_path_factory: pytest.TempPathFactory,
    start: set[int],
    changes: list[tuple[set[int], set[int]]],
) -> None:
    folder, before, there = tmp_path_factory.mktemp("changes"), None, start
    for step, (gone, come) in enumerate([(set[int](), set[int]()), *changes]):
        there = (there - gone) | come or {5}
        numbers = np.array(sorted(there), np.int64)
        index = written(folder / str(step), numbers, before)
        with pytest.MonkeyPatch.context() as patch:
            all_lists(index, patch)
            agrees(index, numbers)
        before = folder / str(step)


def files(folder: Path) -> dict[str, Path]:
    return {file.relative_to(folder).as_posix(): file for file in folder.rglob("*.n*")} | {
        file.relative_to(folder).as_posix(): file for file in folder.rglob(f"*.{KIND}")
    }


@settings(max_examples=25, deadline=None)
@given(start=STARTS, gone=st.sets(st.integers(0, 60)), come=st.sets(st.integers(0, 60)))
def test_only_files_of_ranges_with_a_change_are_written(
    tmp_path_factory: pytest.TempPathFactory, start: set[int], gone: set[int], come: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("linked")
    numbers = np.array(sorted(start), np.int64)
    after = np.array(sorted((start - gone) | come or {5}), np.int64)
    written(folder / "before", numbers, None)
    written(folder / "after", after, folder / "before")
    span = Told.load(folder / "before").span
    lists_kept = (folder / "after" / LISTS).exists() and len(after) <= 2 * len(numbers)

    for name, file in files(folder / "after").items():
        at, own = int(file.name.split(".")[0]), span if LISTS in name else SPAN
        same = np.array_equal(within(numbers, at, own), within(after, at, own))
        if VECTORS in name or lists_kept:
            twin = folder / "before" / name
            assert (twin.exists() and twin.samefile(file)) == same


@settings(max_examples=25, deadline=None)
@given(start=STARTS, gone=st.sets(st.integers(0, 60), min_size=1))
def test_what_went_is_in_no_file(
    tmp_path_factory: pytest.TempPathFactory, start: set[int], gone: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("gone")
    written(folder / "before", np.array(sorted(start), np.int64), None)
    left = np.array(sorted(start - gone or {61}), np.int64)

    written(folder / "after", left, folder / "before")

    for file in filter(Path.is_file, (folder / "after").rglob("*")):
        content = file.read_bytes()
        for number in start - gone ^ start:
            assert vector(number).astype(np.float16).tobytes() not in content
        if file.name.endswith(KIND):
            assert set(Coded.load(file).numbers.tolist()) <= set(left.tolist())


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    numbers = np.arange(1, 200)
    written(tmp_path / "one", numbers, None)
    written(tmp_path / "two", numbers, None)

    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_list_is_the_same_whatever_was_in_it_before(tmp_path: Path) -> None:
    """A row that comes back into a range lies where it lay, not behind those that stayed."""
    numbers = np.arange(1, 200)
    written(tmp_path / "one", numbers, None)
    written(tmp_path / "less", np.delete(numbers, [3, 60, 61, 150]), tmp_path / "one")
    written(tmp_path / "again", numbers, tmp_path / "less")

    one, again = tree(tmp_path / "one"), tree(tmp_path / "again")
    told = f"{LISTS}/told.json"
    assert {**again, told: b""} == {**one, told: b""}


def test_recall_is_measured_again_when_a_tenth_of_the_rows_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[int] = []
    real = neighbours._measured

    def counted(*given: object) -> Told:
        measured.append(1)
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(neighbours, "_measured", counted)
    numbers = np.arange(1, 101)
    written(tmp_path / "0", numbers, None)
    written(tmp_path / "1", numbers[4:], tmp_path / "0")
    written(tmp_path / "2", np.append(numbers[4:], [101, 102, 103, 104]), tmp_path / "1")
    assert measured == [1]
    assert Told.load(tmp_path / "2").others == 8

    written(tmp_path / "3", np.append(numbers[6:], [101, 102, 103, 104]), tmp_path / "2")

    assert measured == [1, 1]
    assert Told.load(tmp_path / "3").others == 0


def test_whole_ranges_that_went_count_as_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbours, "ALTERED", 0.9)
    numbers = np.arange(0, 10 * SPAN)
    written(tmp_path / "0", numbers, None)
    span = Told.load(tmp_path / "0").span

    written(tmp_path / "1", numbers[2 * span :], tmp_path / "0")

    assert Told.load(tmp_path / "1").others == 2 * span


def test_centroids_are_found_anew_at_twice_the_rows_or_too_many_files(tmp_path: Path) -> None:
    numbers = np.arange(1, 41)
    written(tmp_path / "0", numbers, None)
    written(tmp_path / "1", np.arange(1, 81), tmp_path / "0")
    written(tmp_path / "2", np.arange(1, 82), tmp_path / "0")
    written(tmp_path / "3", numbers * SPAN, tmp_path / "0")

    told = [Told.load(tmp_path / name) for name in "0123"]
    assert [one.rows for one in told] == [40, 40, 81, 40]
    assert len(list((tmp_path / "3" / LISTS).glob(f"*.{KIND}"))) <= 6


def test_rows_that_are_all_the_same_have_lists_too(tmp_path: Path) -> None:
    draft = RowsDraft(tmp_path, np.arange(1, 50), DIMENSION, None)
    draft.put(range(1, 50), np.tile(vector(1), (49, 1)))
    draft.close()

    write_neighbours(tmp_path, None)

    assert len(DenseIndex.load(tmp_path).nearest(vector(1), 5)) == 5


def test_without_passages_there_are_rows_of_a_dimension(tmp_path: Path) -> None:
    index = written(tmp_path / "index", np.empty(0, np.int64), None)

    assert (len(index), index.rows.dimension) == (0, DIMENSION)
    assert index.nearest(vector(1), 5) == {}
    assert index.of([]).shape == (0, DIMENSION)
    assert written(tmp_path / "next", np.array([4]), tmp_path / "index").nearest(vector(4), 5)


@given(st.sets(st.integers(0, 10_000)), st.integers(1, 3000))
def test_ranges_hold_every_number_once(numbers: set[int], span: int) -> None:
    ordered = np.array(sorted(numbers), np.int64)

    made = list(ranges(ordered, span))

    assert [n for _, own in made for n in ordered[own].tolist()] == ordered.tolist()
    assert [at for at, _ in made] == sorted({number // span for number in numbers})
    for at, own in made:
        assert within(ordered, at, span).tolist() == ordered[own].tolist()


def test_a_cosine_of_rows_of_two_bytes_differs_by_less_than_a_thousandth(tmp_path: Path) -> None:
    chance = np.random.default_rng(3)
    made = chance.normal(size=(500, 384)).astype(np.float32)
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    draft = RowsDraft(tmp_path, np.arange(500), 384, None)
    draft.put(range(500), made)
    draft.close()
    index = DenseIndex(Rows.load(tmp_path))

    for asked in made[:20] + 0.5 * made[20:40]:
        asked /= np.linalg.norm(asked)
        exact, near = made @ asked, index.nearest(asked, 500)
        assert max(abs(near[n] - exact[n]) for n in range(500)) < 1e-3
        assert next(iter(near)) == int(exact.argmax())
