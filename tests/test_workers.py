"""Reading and embedding on other processes: the same index to the byte, whatever becomes of them."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from index import ray_workers, vectors
from index.generations import current_name, generations_folder, read_manifest
from index.verify import verify
from qa.service import Service
from qa.settings import Settings

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


def service(corpus: Path, index: Path, workers: str | None) -> Service:
    return Service(replace(Settings.from_env(), corpus=corpus, index=index, workers=workers))


def contents(index: Path) -> tuple[object, ...]:
    """Return what a generation holds: digests of its vectors, all rows of its text, the skipped."""
    manifest = read_manifest(index, current_name(index))
    rows = sqlite3.connect(generations_folder(index) / manifest.name / "passages.sqlite")
    documents = "SELECT id, path, sha256, title, language, source, records, notes FROM documents"
    passages = "SELECT * FROM passages ORDER BY number"
    held = rows.execute(documents).fetchall(), rows.execute(passages).fetchall()
    rows.close()
    vectors = {name: manifest.files[name] for name in manifest.files if "vectors" in name}
    return vectors, *held, manifest.skipped


@pytest.fixture(scope="module")
def quick() -> Iterator[None]:
    """Let small portions and few files be several batches."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(vectors, "TOGETHER", 4)
        patched.setattr(ray_workers, "FILES", 6)
        yield


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
    assert not list(Path(tempfile.gettempdir()).glob("cited-qa-*/session_latest"))
