"""An archive in the folder of documents is a folder of its own, within limits."""

from __future__ import annotations

import io
import os
import random
import stat
import struct
import warnings
import zipfile
import zlib
from pathlib import Path

import pytest

from corpus import archives
from corpus.archive_names import decoded
from corpus.errors import CitedQAError, UnreadableFileError
from corpus.files import (
    archive_of,
    check_file,
    corpus_files,
    file_digest,
    file_stamp,
    read_file,
)
from corpus.inspection import inspect
from corpus.limits import Limits
from corpus.loader_process import Loaders
from index.build import build
from index.changes import find_changes
from index.embedder import Embedder
from index.status import status
from index.verify import verify
from tests.fuzz import mutated
from tests.makers import ENGLISH, FRENCH, HANS, HANT, docx_file, with_password, zip_file


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    return folder


def put(corpus: Path, members: dict[str, str] | bytes, name: str = "a.zip") -> Path:
    place = corpus / name
    place.write_bytes(members if isinstance(members, bytes) else zip_file(members))
    return place


def source(corpus: Path, path: str, limits: Limits | None = None) -> str:
    with Loaders(limits) as loaders:
        return read_file(corpus, path, loaders).source


def refused(corpus: Path, path: str, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableFileError) as raised:
        source(corpus, path, limits)
    return str(raised.value)


def test_the_files_of_an_archive_are_listed_as_those_of_a_folder(corpus: Path) -> None:
    put(corpus, {"port/b.txt": HANS, "a.md": FRENCH, "港/灯塔.txt": HANS}, "Archive.ZIP")
    put(corpus, {"c.txt": HANT}, "zz.zip")
    (corpus / "b.zip").mkdir()
    (corpus / "b.zip" / "d.txt").write_text(ENGLISH)

    assert corpus_files(corpus) == [
        *("Archive.ZIP/a.md", "Archive.ZIP/port/b.txt", "Archive.ZIP/港/灯塔.txt"),
        *("b.zip/d.txt", "zz.zip/c.txt"),
    ]
    assert source(corpus, "Archive.ZIP/港/灯塔.txt") == HANS
    assert source(corpus, "b.zip/d.txt") == ENGLISH


def test_a_file_of_an_archive_has_the_digest_of_its_own_bytes_and_looks_like_the_archive(
    corpus: Path,
) -> None:
    place = put(corpus, {"a.txt": HANS})
    (corpus / "a.txt").write_bytes(HANS.encode())

    assert file_digest(corpus, "a.zip/a.txt", Limits()) == file_digest(corpus, "a.txt", Limits())
    assert file_stamp(corpus, "a.zip/a.txt")[:2] == (
        place.stat().st_size,
        place.stat().st_mtime_ns,
    )


def test_every_format_is_read_from_an_archive(corpus: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("deep/a.docx", docx_file(HANT))
    put(corpus, target.getvalue())

    assert source(corpus, "a.zip/deep/a.docx") == HANT


def test_hidden_files_and_those_made_for_a_mac_are_left_out(corpus: Path) -> None:
    put(corpus, {"__MACOSX/._a.txt": "x", ".git/b.txt": "x", "c/.d.txt": "x", "e.txt": HANS})

    assert corpus_files(corpus) == ["a.zip/e.txt"]


LISTED = {
    "../up.txt": "leads out of the archive",
    "/etc/passwd.txt": "leads out of the archive",
    "C:/a.txt": "leads out of the archive",
    "a/../../b.txt": "leads out of the archive",
    "..\\up.txt": "leads out of the archive",
    "inner.zip": "an archive in an archive",
    "a.exe": r"type \.exe are not read",
    "empty.txt": "is empty",
}


@pytest.mark.parametrize(("name", "reason"), LISTED.items())
def test_what_is_not_read_of_an_archive_is_listed_and_explained(
    corpus: Path, name: str, reason: str
) -> None:
    put(corpus, {name: "" if "empty" in name else "x", "good.txt": HANS})
    (corpus.parent / "up.txt").write_text("secret")
    path = "a.zip/" + name.replace("\\", "/")

    assert sorted(corpus_files(corpus)) == sorted(["a.zip/good.txt", path])
    with pytest.raises(UnreadableFileError, match=reason):
        source(corpus, path)
    assert source(corpus, "a.zip/good.txt") == HANS


def test_a_link_in_an_archive_is_not_followed(corpus: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    put(corpus, target.getvalue())

    assert "is a link" in refused(corpus, "a.zip/link.txt")


def test_a_file_with_a_password_is_explained_and_costs_only_itself(corpus: Path) -> None:
    content = bytearray(zip_file({"a.txt": ENGLISH, "b.txt": HANS}))
    content[content.find(b"PK\x01\x02") + 8] |= 1
    put(corpus, bytes(content))

    assert "is encrypted" in refused(corpus, "a.zip/a.txt")
    assert source(corpus, "a.zip/b.txt") == HANS


def test_a_file_that_is_packed_in_a_rare_way_is_explained(corpus: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.txt", ENGLISH)
    put(corpus, target.getvalue())

    assert "method 14" in refused(corpus, "a.zip/a.txt")


def test_an_archive_of_too_many_files_is_read_in_part_and_says_so(corpus: Path) -> None:
    put(corpus, {f"{n}.txt": HANS for n in range(5)})
    limits = Limits(members=3)

    listed = corpus_files(corpus, limits)

    assert listed == ["a.zip", "a.zip/0.txt", "a.zip/1.txt", "a.zip/2.txt"]
    assert "holds 5 files; the first 3 were read" in refused(corpus, "a.zip", limits)
    assert len(corpus_files(corpus, Limits(members=5))) == 5


def test_what_unpacks_to_too_much_is_not_unpacked(corpus: Path) -> None:
    put(corpus, {"a.txt": "0" * 2_000_000, "b.txt": "1" * 2_000_000})

    assert corpus_files(corpus, Limits(unpacked_bytes=3_000_000)) == ["a.zip"]
    assert "unpacks to 4,000,000 bytes" in refused(
        corpus, "a.zip", Limits(unpacked_bytes=3_000_000)
    )
    assert "2,000,000 bytes are more" in refused(
        corpus, "a.zip/a.txt", Limits(file_bytes=1_000_000)
    )


def test_a_file_that_unpacks_to_more_than_it_says_is_not_read_on(corpus: Path) -> None:
    content = zip_file({"a.txt": "0" * 2_000_000}).replace(
        struct.pack("<I", 2_000_000), struct.pack("<I", 1000)
    )
    put(corpus, content)

    assert "is damaged" in refused(corpus, "a.zip/a.txt")


def test_files_that_lie_over_each_other_count_each(corpus: Path) -> None:
    content = bytearray(zip_file({"a.txt": "0" * 900_000}))
    at = content.find(b"PK\x01\x02")
    end = content.find(b"PK\x05\x06")
    entry = bytes(content[at:end])
    entries = b"".join(entry.replace(b"a.txt", b"%05d" % n) for n in range(2000))
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 2000, 2000, len(entries), at, 0)
    put(corpus, bytes(content[:at]) + entries + tail)

    assert "unpacks to 1,800,000,000 bytes" in refused(corpus, "a.zip")


def test_a_list_of_files_that_is_longer_than_any_is_not_read(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "LISTING", 70_000)
    put(corpus, {f"{'n' * 200}{n}.txt": "" for n in range(400)})

    assert "not a complete zip archive" in refused(corpus, "a.zip")


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "not a complete"), (b"PK\x03\x04", "not a complete"), (zip_file({"a.txt": HANS})[:-9], "not a complete"),
     (zip_file({}), "without files"), (zip_file({"__MACOSX/a": ""}), "without files")],
)  # fmt: skip
def test_an_archive_that_cannot_be_listed_is_listed_itself(
    corpus: Path, content: bytes, reason: str
) -> None:
    put(corpus, content)

    assert corpus_files(corpus) == ["a.zip"]
    assert reason in refused(corpus, "a.zip")


def test_an_archive_outside_of_the_folder_is_not_followed(corpus: Path) -> None:
    put(corpus.parent, {"a.txt": "secret"}, "outer.zip")
    (corpus / "a.zip").symlink_to(corpus.parent / "outer.zip")

    assert corpus_files(corpus) == ["a.zip"]
    assert "link that leads out" in refused(corpus, "a.zip")
    assert "link that leads out" in refused(corpus, "a.zip/a.txt")


CHINESE = "第一章 灯塔的历史/说明文件.txt"
TRADITIONAL = "第一章 燈塔的歷史/說明檔案.txt"


def raw_names(*names: bytes, flag: int = 0, extra: bytes = b"") -> list[str]:
    infos = []
    for name in names:
        info = zipfile.ZipInfo(name.decode("cp437"))
        info.orig_filename, info.flag_bits, info.extra = name.decode("cp437"), flag, extra
        infos.append(info)
    return [name for name, _ in decoded(infos)]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [(CHINESE, "gb18030"), (TRADITIONAL, "big5"), (CHINESE, "utf-8"), ("été/Le café.txt", "cp437"),
     ("plain.txt", "ascii"), ("Größe.txt", "cp437"), ("许功盖.txt", "gb18030"), ("許功蓋.txt", "big5")],
)  # fmt: skip
def test_names_are_decoded_as_their_program_meant_them(name: str, encoding: str) -> None:
    assert raw_names(name.encode(encoding)) == [name]


def test_a_name_may_be_repeated_in_unicode_and_signs_that_are_not_seen_are_replaced() -> None:
    name = "café.txt".encode("latin-1")
    second = struct.pack("<BI", 1, zlib.crc32(name)) + "café.txt".encode()
    extra = struct.pack("<HH", 0x5455, 1) + b"x" + struct.pack("<HH", 0x7075, len(second)) + second

    assert raw_names(name, extra=extra) == ["café.txt"]
    assert raw_names(b"a\x1b[2Jb.txt\0.exe") == ["a\ufffd[2Jb.txt"]


def test_of_two_files_of_one_name_the_last_is_read(corpus: Path) -> None:
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("a.txt", ENGLISH)
        archive.writestr("a.txt", FRENCH)
    put(corpus, target.getvalue())

    assert corpus_files(corpus) == ["a.zip/a.txt"]
    assert source(corpus, "a.zip/a.txt") == FRENCH


def test_an_archive_that_is_replaced_is_read_anew(corpus: Path) -> None:
    put(corpus, {"a.txt": ENGLISH})
    assert source(corpus, "a.zip/a.txt") == ENGLISH

    put(corpus, {"b.txt": FRENCH})

    assert corpus_files(corpus) == ["a.zip/b.txt"]
    assert "is not in the archive" in refused(corpus, "a.zip/a.txt")


def test_an_archive_that_looks_as_it_did_is_not_unpacked(corpus: Path) -> None:
    place = put(corpus, {"a.txt": ENGLISH, "b.txt": FRENCH})
    os.utime(place, (1_500_000_000, 1_500_000_000))
    stamp = file_stamp(corpus, "a.zip/a.txt")
    known = {"a.zip/a.txt": (stamp, "the digest of then"), "a.zip/b.txt": (stamp, "another")}

    changes = find_changes(corpus, known, (), Limits())

    assert sorted(changes.kept) == ["a.zip/a.txt", "a.zip/b.txt"]


def test_what_of_an_archive_changed_is_told_by_digest(corpus: Path) -> None:
    put(corpus, {"a.txt": ENGLISH, "b.txt": FRENCH})
    known = {
        path: (file_stamp(corpus, path), file_digest(corpus, path, Limits()))
        for path in corpus_files(corpus)
    }
    put(corpus, {"a.txt": ENGLISH, "b.txt": HANS, "c.txt": HANT})

    changes = find_changes(corpus, known, (), Limits())

    assert list(changes.kept) == ["a.zip/a.txt"]
    assert list(changes.updated) == ["a.zip/b.txt"]
    assert list(changes.added) == ["a.zip/c.txt"]


@pytest.mark.model
def test_files_of_an_archive_are_built_replayed_and_those_that_were_not_read_are_listed(
    corpus: Path, tmp_path: Path, embedder: Embedder
) -> None:
    put(corpus, {"a.txt": ENGLISH, "picture.exe": "x"})
    index = tmp_path / "index"

    report = build(corpus, index, embedder)
    checked = verify(index, None, Limits())

    assert report.added == ("a.zip/a.txt",)
    assert [skipped.path for skipped in report.skipped] == ["a.zip/picture.exe"]
    assert checked.replayed == checked.passages == 1
    assert not checked.problems
    assert not build(corpus, index, embedder).changed
    assert not status(index, None, Limits()).stirred


def test_a_file_of_an_archive_is_inspected_by_its_path(corpus: Path) -> None:
    place = put(corpus, {"b/a.txt": FRENCH})

    assert inspect(place / "b" / "a.txt", Limits()).characters == len(FRENCH)
    with pytest.raises(
        CitedQAError, match=r"is an archive; name one of its files, for example b/a\.txt"
    ):
        inspect(place, Limits())
    with pytest.raises(CitedQAError, match="there is no file"):
        inspect(corpus / "none.zip" / "a.txt", Limits())


def test_an_archive_may_be_added_if_any_of_its_files_can_be_read(corpus: Path) -> None:
    put(corpus, {"a.exe": "x", "b.txt": FRENCH}, "good.zip")
    put(corpus, with_password(zip_file({"a.txt": ENGLISH})), "bad.zip")

    with Loaders() as loaders:
        check_file(corpus, "good.zip", loaders, ocr=False)
        with pytest.raises(UnreadableFileError, match="is encrypted"):
            check_file(corpus, "bad.zip", loaders, ocr=False)
    assert archive_of(corpus, "good.zip/b.txt") == "good.zip"


def said_of(corpus: Path, path: str) -> str:
    """What a file says, or why it is not read."""
    try:
        return source(corpus, path)
    except UnreadableFileError as error:
        return str(error)


@pytest.mark.parametrize("seed", range(3))
def test_damaged_archives_are_read_or_explained(corpus: Path, seed: int) -> None:
    chance = random.Random(seed)
    whole = zip_file({"a.txt": ENGLISH, "b/c.txt": FRENCH, "灯塔.txt": HANS * 50})

    for _ in range(150):
        put(corpus, mutated(whole, chance))
        for path in corpus_files(corpus):
            assert said_of(corpus, path)
