"""Reading and embedding on other processes: the same index to the byte, whatever becomes of them."""

from __future__ import annotations

import os
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image

from corpus.limits import Limits
from corpus.ocr.recognition import Line, Word
from index import ray_cluster, ray_workers, vectors
from index.embedding_cache import EmbeddingCache
from index.errors import BuildCancelledError, WorkersError
from index.generations import current_name, generations_folder, read_manifest
from index.remote_worker import Page, RemoteWorker
from index.shards import shard_file
from index.verify import verify
from index.workers import Opened, Read
from language.languages import LANGUAGES
from qa.service import Service
from qa.settings import Settings, SettingsError
from tests.scans import png

RAY = pytest.mark.skipif(
    not find_spec("ray"),
    reason="Ray is not installed: pip install 'cited-qa[ray]'",
)
SENTENCES = (
    "Pier {n} of Port Clement was rebuilt in {year} after the great storm.",
    "Le quai {n} de Port-Clément fut reconstruit en {year} par deux gardiens.",
    "第{n}号码头于{year}年由掌柜陆先生出资重建。",
    "第{n}號碼頭於{year}年由掌櫃陸先生出資重建。",
)
STAGES = ("reading", "embedding", "words")


def a_worker() -> int:
    """Return the number of a process that works for this one by way of Ray."""
    table = subprocess.run(
        ["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True
    )
    rows = [line.split(None, 2) for line in table.stdout.splitlines()[1:]]
    ours = {str(os.getpid())}
    ours |= {pid for pid, parent, _ in rows if parent in ours}
    return next(int(pid) for pid, parent, name in rows if parent in ours and "ray::Worker" in name)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of 40 files in four languages, three of which cannot be read."""
    folder = tmp_path_factory.mktemp("corpus")
    for n in range(40):
        lines = [SENTENCES[(n + k) % 4].format(n=n, year=1800 + n + k) for k in range(8)]
        (folder / f"{n:02d}.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
    (folder / "broken.docx").write_bytes(b"PK\3\4 no document")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "strange.xyz").write_bytes(b"\0\1\2")
    return folder


class Embedding:
    """An embedder that is there at once."""

    fingerprint, dimension = "made up", 2

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([[len(text), ord(text[0])] for text in texts], np.float32)

    embed_questions = embed_passages


class Reader:
    """Reads the same on every page."""

    fingerprint = "reader 1"

    def recognise(self, _image: bytes) -> tuple[Line, ...]:
        box = (50.0, 50.0, 200.0, 80.0)
        return (Line("Pier 7", box, 0.9, (Word(0, 4, box, 0.9), Word(5, 6, box, 0.9))),)


def service(corpus: Path, index: Path, workers: str | None) -> Service:
    return Service(replace(Settings.from_env(), corpus=corpus, index=index, workers=workers))


def contents(index: Path) -> tuple[object, ...]:
    """Return what a generation holds: digests of its vectors, all rows of its text, the skipped."""
    manifest = read_manifest(index, current_name(index))
    rows = sqlite3.connect(shard_file(generations_folder(index) / manifest.name, 1))
    documents = "SELECT * FROM documents JOIN sources ON document = id"
    passages = "SELECT * FROM passages ORDER BY number"
    held = rows.execute(documents).fetchall(), rows.execute(passages).fetchall()
    rows.close()
    vectors = {name: manifest.files[name] for name in manifest.files if "vectors" in name}
    return vectors, *held, manifest.skipped


@pytest.fixture(scope="module")
def quick() -> Iterator[None]:
    """Let small portions and few files be several batches, and one thread compute, as in a worker.

    Two threads add the parts of a small product up in another order.
    """
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(vectors, "TOGETHER", 4)
        patched.setattr(ray_workers, "FILES", 6)
        yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def local(
    corpus: Path, quick: None, tmp_path_factory: pytest.TempPathFactory
) -> tuple[object, ...]:
    """Return what an index holds that this process has built."""
    index = tmp_path_factory.mktemp("local") / "index"
    report = service(corpus, index, None).rebuild()
    assert (report.documents, len(report.skipped)) == (40, 3)
    return contents(index)


@RAY
def test_two_workers_build_the_same_index_to_the_byte_though_one_is_killed(
    corpus: Path, local: tuple[object, ...], tmp_path: Path
) -> None:
    killed: list[int] = []
    steps: list[tuple[str, int, int]] = []

    def kill(stage: str, done: int, total: int) -> None:
        steps.append((stage, done, total))
        if len(killed) < 2 and (stage, done > total // 3) == (
            ("reading", "embedding")[len(killed)],
            True,
        ):
            killed.append(a_worker())
            os.kill(killed[-1], signal.SIGKILL)

    service(corpus, tmp_path / "index", "").rebuild(kill)

    assert len(set(killed)) == 2
    assert contents(tmp_path / "index") == local
    assert steps == sorted(steps, key=lambda step: (STAGES.index(step[0]), step[1]))
    assert {step for step in steps if step[1] == step[2]} >= {("reading", 43, 43), ("words", 1, 1)}
    assert steps[-3][1] == steps[-3][2]
    verified = verify(tmp_path / "index", corpus, Settings.from_env().limits)
    assert verified.replayed == verified.passages > 40
    assert not list(Path(tempfile.gettempdir()).glob("cited-qa-ray-*"))


@RAY
def test_a_build_that_is_cancelled_ends_its_workers_and_leaves_no_index(
    corpus: Path, quick: None, tmp_path: Path
) -> None:
    building = service(corpus, tmp_path / "index", "")

    def stop(stage: str, done: int, _total: int) -> None:
        if (stage, done) == ("embedding", 4):
            building.cancel()

    with pytest.raises(BuildCancelledError):
        building.rebuild(stop)

    assert not (tmp_path / "index" / "CURRENT").exists()
    with pytest.raises(StopIteration):
        a_worker()


@RAY
@pytest.mark.parametrize("listens", [False, True])
def test_a_cluster_that_is_not_there_is_an_error_that_says_what_to_do(
    corpus: Path, quick: None, tmp_path: Path, listens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ray_cluster, "HEALTH", 4.0)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        if listens:
            taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(WorkersError) as raised:
            service(corpus, tmp_path / "index", address).rebuild()

    told = [raised.value.told(language) for language in LANGUAGES]
    assert all(address in text and "CITED_QA_WORKERS" in text for text in told)
    assert len(set(told)) == len(LANGUAGES)


def test_without_ray_the_command_that_installs_it_is_told(
    corpus: Path, quick: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)

    with pytest.raises(WorkersError, match=r"pip install 'cited-qa\[ray\]'"):
        service(corpus, tmp_path / "index", "").rebuild()


@pytest.mark.parametrize(
    ("value", "workers"),
    [("", None), ("ray", ""), ("ray:10.0.0.1:6379", "10.0.0.1:6379"), ("ray:[::1]:1", "[::1]:1")],
)
def test_workers_are_named_by_a_setting(
    value: str, workers: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITED_QA_WORKERS", value)

    assert Settings.from_env().workers == workers


@pytest.mark.parametrize("value", ["dask", "ray:", "ray:host", "ray://host:10001", "ray:a b:1"])
def test_what_names_no_workers_is_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITED_QA_WORKERS", value)

    with pytest.raises(SettingsError, match="Example: CITED_QA_WORKERS=ray:"):
        Settings.from_env()


def test_what_workers_take_ahead_is_embedded_in_the_same_company(tmp_path: Path) -> None:
    portions = [["pier", "phare"], ["灯塔", "pier"], ["phare", "pier"], ["燈塔"]]
    made: list[list[list[str]]] = []
    rows = []
    for name, ahead in (("now", 1), ("ahead", 3)):
        batches: list[list[str]] = []

        def embed(
            given: Iterator[Sequence[str]], batches: list[list[str]] = batches, ahead: int = ahead
        ) -> Iterator[NDArray[np.float32]]:
            while some := [list(batch) for batch in islice(given, ahead)]:
                batches += some
                yield from map(Embedding().embed_passages, some)

        with EmbeddingCache(tmp_path / name, Embedding()) as cache:
            rows.append([made.tolist() for made, _ in cache.rows(portions, embed)])
        made.append(batches)

    assert made[0] == made[1] == [["pier", "phare"], ["灯塔"], [], ["燈塔"]]
    assert rows[0] == rows[1]


def test_a_worker_is_told_the_pages_that_are_known_and_tells_those_it_reads() -> None:
    worker = RemoteWorker(Embedding, Limits(), ocr=False)
    worker._recogniser = Reader()  # type: ignore[assignment]
    file = Opened("pier.png", png(Image.new("L", (800, 600), 200)))

    first = list(worker.read([(file, {})]))
    known = {each.key: each.lines for each in first if isinstance(each, Page) and each.lines}
    second = list(worker.read([(file, known)]))

    assert len(known) == 1
    assert [type(each).__name__ for each in first] == [
        *("PagesRead", "Page", "Page", "PagesRead", "Read")
    ]
    assert len(second) == len(first) - 1
    read_twice = [each.held for each in (*first, *second) if isinstance(each, Read)]
    assert [held[0].source for held in read_twice if isinstance(held, tuple)] == ["Pier 7"] * 2
