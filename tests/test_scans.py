"""Scans in an index: read once, searchable, verified, forgotten; no model is needed for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from corpus.errors import UnreadableFileError
from corpus.limits import Limits
from corpus.ocr.recognition import Line
from index import verify as verifying
from index.build import build, purge
from index.generations import current_name, generations_folder
from index.recognition_cache import FILE
from index.store import Store
from tests.scans import png
from tests.test_images import LINES, Reader, fax, grey

if TYPE_CHECKING:
    from numpy.typing import NDArray

NOTE = "The pier was closed for repairs in 1902, and the boats tied up at the north quay.\n"


class Embedder:
    """Gives every text a vector of its own, without a meaning."""

    fingerprint, dimension = "vectors 1", 16

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        rows = [np.random.default_rng(len(text)).normal(size=16) for text in texts]
        return np.stack([row / np.linalg.norm(row) for row in rows]).astype(np.float32)

    embed_questions = embed_passages


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "note.txt").write_text(NOTE, "utf-8")
    (folder / "tower.png").write_bytes(png(grey()))
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def source(index: Path, path: str) -> str | None:
    store = Store(generations_folder(index) / current_name(index))
    try:
        document = store.source(path)
        return document.source if document else None
    finally:
        store.close()


def test_a_scan_is_a_document_and_is_recognised_once(corpus: Path, index: Path) -> None:
    first = build(corpus, index, Embedder(), recogniser=Reader(LINES))
    (corpus / "tower.png").rename(corpus / "moved.png")
    second = build(corpus, index, Embedder(), recogniser=Reader())

    assert first.added == ("note.txt", "tower.png")
    assert second.added == ("moved.png",)
    assert source(index, "moved.png") == "Der Turm · 灯塔\n\nBuilt in 1887."


def test_how_many_pages_of_a_fax_were_read_is_told(corpus: Path, index: Path) -> None:
    (corpus / "tower.png").unlink()
    (corpus / "fax.tif").write_bytes(fax(grey(), grey(50, 50)))
    told: list[tuple[str, int, int]] = []

    build(
        corpus, index, Embedder(), lambda *step: told.append(step),
        recogniser=Reader(LINES, LINES),
    )  # fmt: skip

    assert [step[1:] for step in told if step[0] == "recognising"] == [(0, 2), (1, 2), (2, 2)]


def test_who_stops_a_build_between_two_pages_keeps_those_that_were_read(
    corpus: Path, index: Path
) -> None:
    (corpus / "fax.tif").write_bytes(fax(grey(), grey(50, 50)))
    (corpus / "tower.png").unlink()

    def stop(stage: str, done: int, _total: int) -> None:
        if (stage, done) == ("recognising", 1):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        build(corpus, index, Embedder(), stop, recogniser=Reader(LINES))
    rest = Reader(LINES)
    build(corpus, index, Embedder(), recogniser=rest)

    assert len(rest.images) == 1


def test_a_scan_that_was_skipped_for_want_of_ocr_is_read_when_there_is_some(
    corpus: Path, index: Path
) -> None:
    without = build(corpus, index, Embedder())
    again = build(corpus, index, Embedder())
    with_ocr = build(corpus, index, Embedder(), recogniser=Reader(LINES))

    assert [(file.path, file.reason.code) for file in without.skipped] == [
        ("tower.png", "file_scan")
    ]
    assert not again.changed
    assert with_ocr.added == ("tower.png",)
    assert with_ocr.skipped == ()


def test_pages_that_were_left_unread_for_want_of_time_are_read_with_more_of_it(
    corpus: Path, index: Path
) -> None:
    (corpus / "tower.png").unlink()
    (corpus / "fax.tif").write_bytes(fax(grey(), grey(50, 50)))
    hurried = Limits(ocr_seconds=0.05)
    slow = Reader(LINES)
    slow.seconds = 0.1
    build(corpus, index, Embedder(), limits=hurried, recogniser=slow)
    before = source(index, "fax.tif")

    rest = Reader(LINES)
    build(corpus, index, Embedder(), recogniser=rest)

    assert len(slow.images) == len(rest.images) == 1
    assert source(index, "fax.tif") == f"{before}\n\n{before}"


def test_a_page_that_kills_the_recogniser_costs_no_other_file(corpus: Path, index: Path) -> None:
    killed = Reader(UnreadableFileError("file_crash"))

    report = build(corpus, index, Embedder(), recogniser=killed)

    assert report.added == ("note.txt",)
    assert [(file.path, file.reason.code) for file in report.skipped] == [
        ("tower.png", "file_crash")
    ]


def test_verify_replays_a_scan_without_recognising_it_again(
    corpus: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(corpus, index, Embedder(), recogniser=Reader(LINES))
    monkeypatch.setattr(verifying, "installed", lambda _limits: _Given(Reader()))

    report = verifying.verify(index, None, Limits())

    assert report.problems == ()
    assert report.replayed == report.passages >= 2


class _Given:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    def __enter__(self) -> Reader:
        return self.reader

    def __exit__(self, *_unused: object) -> None:
        return None


def test_purge_leaves_nothing_of_a_scan_that_was_deleted(corpus: Path, index: Path) -> None:
    secret = (Line("Admiral Quillfeather hid the sextant.", (0, 0, 9, 9), 1.0, ()),)
    build(corpus, index, Embedder(), recogniser=Reader(secret))
    (corpus / "tower.png").unlink()
    build(corpus, index, Embedder(), recogniser=Reader())

    purge(index, Embedder())

    assert (index / FILE).exists()
    contents = [path.read_bytes() for path in index.rglob("*") if path.is_file()]
    assert not any(b"Quillfeather" in content or b"tower" in content for content in contents)
    (corpus / "tower.png").write_bytes(png(grey()))
    asked = Reader(LINES)
    build(corpus, index, Embedder(), recogniser=asked)
    assert len(asked.images) == 1
