"""A build that dies, cannot write or is not alone harms nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import filelock
import pytest

from index import vectors
from index.build import build
from index.embedder import Embedder
from index.errors import (
    BuildCancelledError,
    IndexFolderError,
    IndexLockedError,
    IndexNotBuiltError,
)
from index.generations import (
    current_name,
    generations_folder,
    names,
    roll_back,
)
from index.lock import LOCK, writer
from index.opened import open_index
from index.querying import query
from qa.service import Service
from qa.settings import Settings

pytestmark = pytest.mark.model
ROOT = Path(__file__).parents[1]


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


def lit(corpus: Path, year: int) -> None:
    text = f"The lighthouse was lit first in {year}.\n"
    (corpus / "lighthouse.txt").write_text(text, "utf-8")


def test_a_build_that_is_killed_leaves_the_old_generation_or_the_new_one() -> None:
    command = [sys.executable, "-m", "tests.crash", "--random", "15", "--every", "8"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "killed at a step: {'" in done.stdout


def test_a_second_writer_is_told_who_is_building(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    with writer(index), pytest.raises(IndexLockedError, match=f"process {os.getpid()} on .+since"):
        build(corpus, index, embedder)


def test_what_a_dead_writer_left_does_not_stop_the_next(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    killed = "import os, sys; from pathlib import Path; from index.lock import writer\n"
    killed += "with writer(Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", killed, str(index)], check=False, cwd=ROOT)
    assert (index / "build.owner").exists()

    assert build(corpus, index, embedder).changed
    assert not (index / "build.owner").exists()


def test_a_lock_without_an_owner_still_locks(corpus: Path, index: Path, embedder: Embedder) -> None:
    index.mkdir()
    with filelock.FileLock(index / LOCK), pytest.raises(IndexLockedError, match="another process"):
        build(corpus, index, embedder)


@pytest.mark.parametrize("stage", ["reading", "embedding", "words"])
def test_a_build_that_is_cancelled_leaves_the_index_as_it_was(
    corpus: Path, index: Path, embedder: Embedder, stage: str
) -> None:
    first = build(corpus, index, embedder)
    lit(corpus, 1902)

    def stop(now: str, _done: int, _total: int) -> None:
        if now == stage:
            raise BuildCancelledError("stopped")

    with pytest.raises(BuildCancelledError):
        build(corpus, index, embedder, stop)

    assert current_name(index) == first.generation
    assert len(list(generations_folder(index).iterdir())) == 1
    assert build(corpus, index, embedder).updated == ("lighthouse.txt",)


def test_a_build_that_was_stopped_goes_on_where_it_was(
    corpus: Path, index: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "TOGETHER", 1)

    def stop(stage: str, done: int, _total: int) -> None:
        if (stage, done) == ("embedding", 1):
            raise BuildCancelledError("stopped")

    with pytest.raises(BuildCancelledError):
        build(corpus, index, embedder, stop)

    report = build(corpus, index, embedder)
    assert (report.passages, report.embedded) == (2, 1)


SMALL_DISK = 2 << 20  # bytes


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(place)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_one_clear_error_and_the_index_stays(
    corpus: Path, small_disk: Path, embedder: Embedder
) -> None:
    index = small_disk / "index"
    first = build(corpus, index, embedder)
    used = shutil.disk_usage(small_disk).used
    filler = small_disk / "filler"
    refused: list[str] = []
    for left in range(2_000, 400_000, 30_000):
        lit(corpus, 1000 + left // 1000)
        filler.write_bytes(b"x" * max(0, SMALL_DISK - used - left))
        try:
            build(corpus, index, embedder)
        except IndexFolderError as error:
            refused.append(str(error))
            opened, notice = open_index(index, embedder)
            opened.close()
            assert (opened.generation, notice) == (first.generation, None)
        else:
            break
    filler.unlink()

    assert refused
    assert all("The index is as it was" in one for one in refused)
    assert build(corpus, index, embedder).generation != first.generation


def test_an_index_that_cannot_be_written_says_so_and_still_answers(
    corpus: Path, small_disk: Path, embedder: Embedder
) -> None:
    index = small_disk / "index"
    build(corpus, index, embedder)
    lit(corpus, 1902)
    second = build(corpus, index, embedder)
    lit(corpus, 1903)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    service = Service(replace(Settings.from_env(), corpus=corpus, index=index))

    for act in (service.rebuild, service.purge, service.roll_back):
        with pytest.raises(IndexFolderError, match="cannot be written: Read-only file system"):
            act()

    answer = service.engine().ask("When was the lighthouse lit first?")
    assert "1902" in answer.citations[0].quote
    assert (answer.generation, service.notice) == (second.generation, None)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write_is_one_clear_error(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    build(corpus, index, embedder)
    lit(corpus, 1902)
    for folder in (index, generations_folder(index)):
        folder.chmod(0o500)

    with pytest.raises(IndexFolderError, match="cannot be written"):
        build(corpus, index, embedder)

    assert open_index(index, embedder)[1] is None


def test_readers_go_on_through_fifty_builds(corpus: Path, index: Path, embedder: Embedder) -> None:
    build(corpus, index, embedder)
    asked = query("When was the lighthouse lit?", "en", embedder)
    over = threading.Event()

    def read() -> int:
        count = 0
        while not over.is_set():
            opened, notice = open_index(index, embedder)
            assert notice is None
            for _ in range(3):
                hits = opened.search(asked, 5)
                years = {
                    hit.record.passage.text
                    for hit in hits
                    if "lit first" in str(hit.record.passage.text)
                }
                source = opened.source("lighthouse.txt")
                assert source is not None
                assert years == {source.source.strip()}  # never of two generations
            opened.close()
            count += 1
        return count

    with ThreadPoolExecutor(8) as pool:
        readers = [pool.submit(read) for _ in range(8)]
        try:
            for year in range(1900, 1950):
                lit(corpus, year)
                build(corpus, index, embedder)
        finally:
            over.set()
        counts = [one.result() for one in readers]

    assert min(counts) > 0
    assert len(names(index)) >= 2


def test_a_generation_that_a_reader_has_open_stays_until_it_is_closed(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    first = build(corpus, index, embedder).generation
    reader, _ = open_index(index, embedder)
    for year in (1900, 1901, 1902):
        lit(corpus, year)
        build(corpus, index, embedder)
    assert first in names(index)
    reader.close()

    lit(corpus, 1903)
    build(corpus, index, embedder)

    assert first not in names(index)
    assert len(names(index)) == 2


def test_rollback_returns_to_the_generation_before(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    first = build(corpus, index, embedder).generation
    lit(corpus, 1902)
    build(corpus, index, embedder)

    with writer(index):
        assert roll_back(index) == first

    opened, notice = open_index(index, embedder)
    assert (opened.generation, notice) == (first, None)
    assert "1871" in str(opened.source("lighthouse.txt"))
    with writer(index), pytest.raises(IndexNotBuiltError, match="no earlier generation"):
        roll_back(index)
    assert build(corpus, index, embedder).updated == ("lighthouse.txt",)
