"""The seam for OCR, its process and its memory; the engine itself: test_ocr.py."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.confined import ConfinedProcess
from corpus.errors import UnreadableFileError
from corpus.ocr.recognition import Line, Word, lines_as_json, lines_from_json
from corpus.ocr.separators import separators
from index.errors import IndexDamagedError
from index.recognition_cache import FILE, RecognitionCache
from tests import misbehaving
from tests.scans import png
from tests.test_images import LINES, Reader, grey

PAGE, OTHER = png(grey()), png(grey(61, 41))


def read(cache: RecognitionCache, image: bytes, sha256: str = "a") -> tuple[Line, ...]:
    recogniser = cache.of_file(sha256)
    assert recogniser is not None
    return recogniser.recognise(image)


def boxes() -> st.SearchStrategy[tuple[float, float, float, float]]:
    number = st.floats(-1e6, 1e6)
    return st.tuples(number, number, number, number)


words = st.builds(Word, st.integers(0, 99), st.integers(0, 99), boxes(), st.floats(0, 1))
lines = st.builds(
    Line, st.text(), boxes(), st.floats(0, 1), st.lists(words, max_size=4).map(tuple), st.text()
)


@given(st.lists(lines, max_size=4).map(tuple))
def test_lines_pass_through_json_unchanged(recognised: tuple[Line, ...]) -> None:
    assert lines_from_json(json.loads(json.dumps(lines_as_json(recognised)))) == recognised


def test_a_page_is_recognised_once_across_builds(tmp_path: Path) -> None:
    first, second = Reader(LINES), Reader()

    with RecognitionCache(tmp_path, first) as cache:
        assert read(cache, PAGE) == read(cache, PAGE) == LINES
    with RecognitionCache(tmp_path, second) as cache:
        assert read(cache, PAGE, "copy of the file") == LINES

    assert (len(first.images), len(second.images)) == (1, 0)


def test_an_empty_page_is_not_recognised_again_either(tmp_path: Path) -> None:
    with RecognitionCache(tmp_path, Reader(())) as cache:
        assert read(cache, PAGE) == read(cache, PAGE) == ()


def test_another_page_and_another_engine_are_asked_anew(tmp_path: Path) -> None:
    better = Reader(LINES[1:])
    better.fingerprint = "reader 2"

    with RecognitionCache(tmp_path, Reader(LINES, ())) as cache:
        assert read(cache, PAGE) == LINES
        assert read(cache, OTHER) == ()
    with RecognitionCache(tmp_path, better) as cache:
        assert read(cache, PAGE) == LINES[1:]


def test_a_page_that_failed_is_tried_again(tmp_path: Path) -> None:
    with RecognitionCache(tmp_path, Reader(UnreadableFileError("file_crash"), LINES)) as cache:
        with pytest.raises(UnreadableFileError):
            read(cache, PAGE)
        assert read(cache, PAGE) == LINES


def test_pages_of_files_that_are_gone_are_forgotten_on_disk_too(tmp_path: Path) -> None:
    with RecognitionCache(tmp_path, Reader(LINES, LINES[1:])) as cache:
        read(cache, PAGE, "kept")
        read(cache, PAGE, "gone")
        read(cache, OTHER, "gone")
        cache.keep_only(["kept"])

    with RecognitionCache(tmp_path, Reader(())) as cache:
        assert read(cache, PAGE, "kept") == LINES
        assert read(cache, OTHER, "gone") == ()


def test_a_row_that_a_disk_damaged_is_read_again(tmp_path: Path) -> None:
    with RecognitionCache(tmp_path, Reader(LINES)) as cache:
        read(cache, PAGE)
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE pages SET lines = substr(lines, 1, 20)")
    database.close()

    with RecognitionCache(tmp_path, Reader(LINES)) as cache:
        assert read(cache, PAGE) == LINES


def test_a_cache_that_is_no_database_is_explained(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 500)

    with (
        RecognitionCache(tmp_path, Reader(LINES)) as cache,
        pytest.raises(IndexDamagedError, match=FILE),
    ):
        read(cache, PAGE)


def test_where_nothing_can_be_kept_pages_are_still_read(tmp_path: Path) -> None:
    with RecognitionCache(tmp_path / "nowhere", Reader(LINES, LINES)) as cache:
        assert read(cache, PAGE) == read(cache, PAGE) == LINES


def test_without_ocr_there_is_no_recogniser(tmp_path: Path) -> None:
    with RecognitionCache(tmp_path, None) as cache:
        assert cache.of_file("a") is None
        cache.keep_only([])

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("deed", "reason"),
    [("crash", "crash"), ("hang", "longer than the limit of 1 s"), ("swell", "memory"),
     ("fail", "damaged"), ("write", "damaged"), ("connect", "damaged.*PermissionError"), ("complain", "is encrypted")],
)  # fmt: skip
def test_what_a_confined_process_does_wrong_is_explained_and_the_next_one_works(
    tmp_path: Path, deed: str, reason: str
) -> None:
    process = ConfinedProcess(misbehaving.__name__, {"folder": str(tmp_path)})
    try:
        assert process.ask({"deed": ""}, b"ab", 20) == 2
        with pytest.raises(UnreadableFileError, match=reason):
            process.ask({"deed": deed}, b"", 1 if deed == "hang" else 20)
        assert process.ask({"deed": ""}, b"abc", 20) == 3
    finally:
        process.close()

    assert not any(file.stat().st_size for file in tmp_path.iterdir())


PROSE = [(50.0, 100.0 + 14 * at, 350.0, 110.0 + 14 * at) for at in range(4)]


def test_lines_of_a_paragraph_follow_each_other_and_paragraphs_stand_apart() -> None:
    below = [(left, top + 70, right, bottom + 70) for left, top, right, bottom in PROSE]

    assert separators([*PROSE, *below]) == ["\n"] * 3 + ["\n\n"] + ["\n"] * 3 + [""]


def test_a_heading_is_no_line_of_the_paragraph_below() -> None:
    heading = (50.0, 76.0, 200.0, 94.0)

    assert separators([heading, *PROSE])[:2] == ["\n\n", "\n"]


def test_cells_of_a_row_are_on_one_line_and_further_apart_than_words() -> None:
    row = [(50.0, 100.0, 90.0, 110.0), (94.0, 101.0, 130.0, 111.0), (200.0, 100.0, 240.0, 110.0)]

    assert separators(row) == [" ", "   ", ""]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    beside = [(left + 320, top, right + 320, bottom) for left, top, right, bottom in PROSE]

    assert separators([*PROSE, *beside])[3] == "\n"
