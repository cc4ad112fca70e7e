"""What a build notices, what it does again, and what it leaves nothing of."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
import time
from pathlib import Path

import pytest

from corpus import files, passages
from corpus.files import Stamp
from corpus.fingerprint import pipeline
from corpus.limits import Limits
from index import build as building
from index import store_writer, workers
from index.build import CACHE, build, purge
from index.centring import centred
from index.changes import find_changes
from index.dense import DenseIndex
from index.embedder import Embedder
from index.generations import generations_folder, names
from index.opened import open_index
from index.shards import embedding_text
from index.store import Store
from index.watch import stirrings
from language.terms import passage_terms
from serving.rebuilding import Pace
from tests.fast import fast_embedder

pytestmark = pytest.mark.model

LONG_AGO = 1_500_000_000


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "lighthouse.txt").write_text("The lighthouse was lit first in 1871.\n", "utf-8")
    (folder / "tea.txt").write_text("茶馆每天早上六点开门。\n", "utf-8")
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def aged(file: Path) -> Stamp:
    os.utime(file, (LONG_AGO, LONG_AGO))
    return Stamp(file.stat().st_size, LONG_AGO * 10**9, time.time_ns())


def test_a_file_that_looks_as_it_did_is_not_read(corpus: Path) -> None:
    known = {"tea.txt": (aged(corpus / "tea.txt"), "the digest of then")}

    assert "tea.txt" in find_changes(corpus, known, (), Limits()).kept


def test_a_file_written_just_before_it_was_read_is_read_again(corpus: Path) -> None:
    file = corpus / "tea.txt"
    seen = file.stat().st_mtime_ns + 10**9
    known = {"tea.txt": (Stamp(file.stat().st_size, file.stat().st_mtime_ns, seen), "another")}

    assert "tea.txt" in find_changes(corpus, known, (), Limits()).updated


def test_a_touched_file_with_the_same_bytes_is_kept(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    build(corpus, index, embedder)
    os.utime(corpus / "tea.txt", (LONG_AGO, LONG_AGO))

    assert not build(corpus, index, embedder).changed


def test_a_skipped_file_is_listed_again_without_being_read_again(
    corpus: Path, index: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    (corpus / "broken.docx").write_bytes(b"not a zip")
    first = build(corpus, index, embedder)
    monkeypatch.setattr(workers, "read_content", None)  # to be called is to fail

    second = build(corpus, index, embedder)

    assert [one.path for one in second.skipped] == ["broken.docx"]
    assert (second.changed, second.skipped) == (False, first.skipped)


def test_other_limits_give_a_skipped_file_another_chance(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    (corpus / "long.txt").write_text("The pier is long. " * 20, "utf-8")
    assert build(corpus, index, embedder, limits=Limits(file_bytes=100)).skipped

    assert build(corpus, index, embedder).added == ("long.txt",)


@pytest.mark.parametrize("layer", ["pipeline", "analysis", "embedder"])
def test_another_version_of_a_layer_redoes_only_what_it_decides(
    corpus: Path, index: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch, layer: str
) -> None:
    first = build(corpus, index, embedder)
    read: list[str] = []
    analysed: list[str] = []
    whole_read, whole_terms = files.read_content, passage_terms

    def reading(path: str, *rest: object) -> object:
        read.append(path)
        return whole_read(path, *rest)  # type: ignore[arg-type]

    def analysing(text: str, language: str) -> list[str]:
        analysed.append(text)
        return whole_terms(text, language)

    monkeypatch.setattr(workers, "read_content", reading)
    monkeypatch.setattr(store_writer, "passage_terms", analysing)
    if layer == "pipeline":
        monkeypatch.setattr(passages, "PIPELINE", 99)
        monkeypatch.setattr(building, "pipeline", lambda: pipeline() + " 99")
    elif layer == "analysis":
        monkeypatch.setattr(building, "ANALYSIS", 99)

    second = build(corpus, index, fast_embedder() if layer == "embedder" else embedder)

    assert second.generation != first.generation
    assert second.embedded == (2 if layer == "embedder" else 0)
    assert len(analysed) == (0 if layer == "embedder" else 2)
    assert sorted(read) == (["lighthouse.txt", "tea.txt"] if layer == "pipeline" else [])


def test_every_passage_has_its_own_vector_whatever_was_changed_before_it(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    """Numbers are not given twice: the vector of a passage that is gone is not found again."""
    (corpus / "lighthouse.txt").unlink()
    build(corpus, index, embedder)
    steps = [
        ("tea.txt", "Nine ships came.\n"),
        ("a.txt", "A tower.\n"),
        ("tea.txt", "The bell weighs a ton.\n"),
        ("a.txt", "Whales were hunted.\n"),
    ]
    for path, text in steps:
        (corpus / path).write_text(text, "utf-8")
        build(corpus, index, embedder)
        folder = generations_folder(index) / names(index)[0]
        dense, stored = DenseIndex.load(folder), Store(folder)
        for number in dense.numbers.tolist():
            passage = stored.matching(number)[0].passage
            texts = [embedding_text(passage.text, passage.title)]
            row = centred(embedder.embed_passages(texts), [passage.language], "passage", embedder)
            assert dense.cosines(row[0], [number])[0] == pytest.approx(1, abs=1e-4)
        stored.close()


def test_a_document_of_which_a_copy_stays_is_found_by_the_copy(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    (corpus / "zz-copy.txt").write_text("The lighthouse was lit first in 1871.\n", "utf-8")
    build(corpus, index, embedder)
    (corpus / "lighthouse.txt").unlink()

    report = build(corpus, index, embedder)

    opened, _ = open_index(index, embedder)
    record = opened.store.matching(next(n for n in range(1, 9) if opened.store.matching(n)), None)[
        0
    ]
    assert report.embedded == 0
    assert {one.path for one in opened.documents()} == {"tea.txt", "zz-copy.txt"}
    assert record.document.path in {"tea.txt", "zz-copy.txt"}
    assert opened.store.counts() == (2, 2, 2)


def test_purge_leaves_nothing_of_a_deleted_document(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    (corpus / "secret.txt").write_text("Admiral Quillfeather hid the brass sextant.\n", "utf-8")
    first = build(corpus, index, embedder)
    assert first.embedded == 3
    (corpus / "secret.txt").unlink()
    build(corpus, index, embedder)

    assert purge(index, embedder) == []

    assert len(names(index)) == 1
    contents = [path.read_bytes() for path in index.rglob("*") if path.is_file()]
    words = (b"Quillfeather", b"quillfeath", b"sextant", b"secret.txt")
    assert not any(word in content for word in words for content in contents)
    (corpus / "secret.txt").write_text("Admiral Quillfeather hid the brass sextant.\n", "utf-8")
    assert build(corpus, index, embedder).embedded == 1  # its vector was forgotten too


def test_a_generation_that_is_open_is_named_by_purge(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    first = build(corpus, index, embedder).generation
    reader, _ = open_index(index, embedder)
    (corpus / "tea.txt").unlink()
    build(corpus, index, embedder)

    assert purge(index, embedder) == [first]
    reader.close()
    assert purge(index, embedder) == []


@pytest.mark.parametrize("damage", ["zeroed", "one bit", "cut short", "empty"])
def test_a_damaged_row_of_the_cache_is_embedded_again(
    corpus: Path, index: Path, embedder: Embedder, damage: str
) -> None:
    build(corpus, index, embedder)
    shutil.rmtree(generations_folder(index))
    with sqlite3.connect(index / CACHE) as cache:
        (row,) = cache.execute("SELECT row FROM rows WHERE rowid = 1").fetchone()
        flipped = row[:3] + bytes([row[3] ^ 0x80]) + row[4:]  # a sign: the length stays one
        damaged = {"zeroed": bytes(len(row)), "one bit": flipped, "cut short": row[:101]}
        content = damaged.get(damage, b"")
        cache.execute("UPDATE rows SET row = ? WHERE rowid = 1", (content,))

    assert build(corpus, index, embedder).embedded == 1


def test_watching_notices_what_is_created_changed_moved_and_deleted(corpus: Path) -> None:
    stop, noticed = threading.Event(), threading.Semaphore(0)

    def watch() -> None:
        for _ in stirrings(corpus, stop):
            noticed.release()

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    time.sleep(0.5)
    try:
        for act in (
            lambda: (corpus / "new.txt").write_text("A new pier.\n", "utf-8"),
            lambda: (corpus / "new.txt").write_text("An old pier.\n", "utf-8"),
            lambda: (corpus / "new.txt").rename(corpus / "moved.txt"),
            lambda: (corpus / "moved.txt").unlink(),
        ):
            act()
            assert noticed.acquire(timeout=10)
    finally:
        stop.set()
        thread.join(10)
    assert not thread.is_alive()


def test_watching_looks_now_and_then_though_nothing_is_told(corpus: Path) -> None:
    stop = threading.Event()

    for _ in stirrings(corpus, stop, every_ms=50):
        stop.set()

    assert stop.is_set()


def test_the_pace_tells_the_rate_and_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    pace = Pace()

    assert pace.left("embedding", 0, 600) is None
    now[0] += 10
    assert pace.left("embedding", 100, 600) == (10.0, 50)
    assert pace.left("words", 0, 1) is None
