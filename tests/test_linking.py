"""What did not change between two generations is one file, read and flushed once."""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path
from typing import IO, Any

import pytest

from index import generations
from index.digests import Digests
from index.errors import IndexDamagedError
from index.generations import (
    check_files,
    current_name,
    drafted,
    generations_folder,
    publish,
    read_manifest,
    roll_back,
)
from index.linking import linked

DESCRIBED: dict[str, Any] = {
    "created": "", "corpus": "", "fingerprint": {}, "documents": 1, "passages": 1, "recall": 1.0,
}  # fmt: skip
OLD = 1_000_000_000_000_000_000  # nanoseconds; long ago


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """Return an index of one generation with two files, written long ago."""
    index = tmp_path / "index"
    with drafted(index) as draft:
        (draft / "rooms").mkdir()
        for name in ("rooms/1", "rooms/2"):
            (draft / name).write_text(f"what {name} holds")
            os.utime(draft / name, ns=(OLD, OLD))
        publish(index, draft, DESCRIBED, ())
    return index


def folder(index: Path) -> Path:
    return generations_folder(index) / current_name(index)


def follow(index: Path) -> None:
    """Publish a generation in which rooms/1 is as it was and rooms/3 is new."""
    with drafted(index) as draft:
        linked(folder(index) / "rooms/1", draft / "rooms/1")
        (draft / "rooms/3").write_text("what is new")
        publish(index, draft, DESCRIBED, ())


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of files whose bytes are read from now on by who knows none."""
    names: list[str] = []
    whole = hashlib.file_digest

    def watched(file: IO[bytes], kind: str) -> object:
        names.append(Path(file.name).name)
        return whole(file, kind)  # type: ignore[arg-type]

    monkeypatch.setattr(hashlib, "file_digest", watched)
    monkeypatch.setattr(generations, "DIGESTS", Digests())
    return names


def test_a_linked_file_is_neither_read_nor_flushed_when_published(
    index: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[str] = []
    sync = generations._sync

    def watched(path: Path) -> None:
        flushed.append(path.name)
        sync(path)

    monkeypatch.setattr(generations, "_sync", watched)
    first = read_manifest(index, current_name(index))

    follow(index)

    manifest = read_manifest(index, current_name(index))
    assert sorted(read) == ["3", "pin"]
    assert {"3", "pin", "manifest.json", "rooms"} < set(flushed)
    assert "1" not in flushed
    assert flushed.index("rooms") > flushed.index("3")
    assert manifest.files["rooms/1"] == first.files["rooms/1"]
    assert manifest.files.keys() == {"pin", "rooms/1", "rooms/3"}
    check_files(index, manifest)


def test_a_copy_is_read_as_any_other_file(
    index: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EXDEV, "no links here")

    monkeypatch.setattr(os, "link", refused)
    follow(index)

    assert sorted(read) == ["1", "3", "pin"]
    check_files(index, read_manifest(index, current_name(index)))


def test_nothing_is_linked_over_a_file_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    (tmp_path / "b").write_text("b")

    with pytest.raises(FileExistsError):
        linked(tmp_path / "a", tmp_path / "b")

    assert (tmp_path / "b").read_text() == "b"


def test_what_was_checked_is_not_read_again_unless_asked(index: Path, read: list[str]) -> None:
    manifest = read_manifest(index, current_name(index))
    check_files(index, manifest)
    assert {"1", "2"} <= set(read)
    read.clear()

    check_files(index, manifest)
    assert not {"1", "2"} & set(read)

    check_files(index, manifest, again=True)
    assert {"1", "2"} <= set(read)


def test_a_link_more_or_less_does_not_make_a_file_another(index: Path, read: list[str]) -> None:
    manifest = read_manifest(index, current_name(index))
    check_files(index, manifest)
    read.clear()

    follow(index)
    check_files(index, manifest)

    assert not {"1", "2"} & set(read)


@pytest.mark.parametrize("name", ["rooms/1", "rooms/2"])
def test_what_is_altered_in_place_is_found_in_every_generation_that_holds_it(
    index: Path, name: str
) -> None:
    first = read_manifest(index, current_name(index))
    follow(index)
    second = read_manifest(index, current_name(index))
    check_files(index, first)

    file = generations_folder(index) / first.name / name
    file.write_text(file.read_text().replace("holds", "HOLDS"))  # as long as it was

    for manifest in (first, second):
        if name in manifest.files:
            with pytest.raises(IndexDamagedError, match=r"altered|another|not the one"):
                check_files(index, manifest)


def test_what_was_just_written_is_not_taken_as_known(index: Path, read: list[str]) -> None:
    follow(index)
    read.clear()

    check_files(index, read_manifest(index, current_name(index)))

    assert "3" in read


def test_the_generation_before_is_whole_when_the_one_after_is_gone(index: Path) -> None:
    first = current_name(index)
    follow(index)
    second = folder(index)

    assert roll_back(index) == first
    for file in sorted(second.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()

    check_files(index, read_manifest(index, first), again=True)
