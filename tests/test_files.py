from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import files
from corpus.errors import CitedQAError, CorpusError, UnreadableFileError
from corpus.files import SourceFile, corpus_files
from corpus.limits import Limits
from corpus.loader_process import Loaders

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def read_file(folder: Path, path: str, limits: Limits | None = None) -> SourceFile:
    with Loaders(limits) as loaders:
        return files.read_file(folder, path, loaders)


def write(folder: Path, path: str, content: str | bytes = "Le phare est rouge.") -> Path:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return place


def test_files_of_all_folders_are_listed_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt")
    write(tmp_path, "a/c.md")
    write(tmp_path, "灯塔/海 岛.txt")

    assert corpus_files(tmp_path) == ["a/c.md", "b.txt", "灯塔/海 岛.txt"]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, ".a.txt")
    write(tmp_path, ".git/b.txt")
    write(tmp_path, "c.txt")

    assert corpus_files(tmp_path) == ["c.txt"]


def test_files_of_unknown_types_are_listed_so_that_they_can_be_explained(tmp_path: Path) -> None:
    write(tmp_path, "a.xyz")

    assert corpus_files(tmp_path) == ["a.xyz"]


def test_an_empty_folder_has_no_files(tmp_path: Path) -> None:
    assert corpus_files(tmp_path) == []


def test_a_hidden_corpus_folder_has_files(tmp_path: Path) -> None:
    write(tmp_path, ".corpus/a.txt")

    assert corpus_files(tmp_path / ".corpus") == ["a.txt"]


def test_a_missing_folder_is_explained(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"no corpus folder .*nowhere\. Create it"):
        corpus_files(tmp_path / "nowhere")


def test_a_file_is_no_corpus_folder(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no corpus folder"):
        corpus_files(write(tmp_path, "a.txt"))


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "outside/a.txt")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "link").symlink_to(tmp_path / "outside", target_is_directory=True)

    assert corpus_files(tmp_path / "corpus") == []


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)

    assert corpus_files(tmp_path) == ["a.txt"]


def test_a_link_to_nothing_is_listed_and_explained(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere.txt")

    assert corpus_files(tmp_path) == ["a.txt"]
    with pytest.raises(UnreadableFileError, match="cannot be opened: No such file"):
        read_file(tmp_path, "a.txt")


def test_a_pipe_is_listed_and_explained_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")

    assert corpus_files(tmp_path) == ["a.txt"]
    with pytest.raises(UnreadableFileError, match="a pipe, a socket or a device"):
        read_file(tmp_path, "a.txt")


@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_an_unreadable_folder_is_explained(tmp_path: Path) -> None:
    write(tmp_path, "closed/a.txt")
    (tmp_path / "closed").chmod(0)

    try:
        with pytest.raises(CorpusError, match="cannot be read"):
            corpus_files(tmp_path)
    finally:
        (tmp_path / "closed").chmod(0o700)


@pytest.mark.parametrize(
    "source",
    [
        "Le port.\r\nLe phare.\r\n",
        "\ufeffLe port.\n",
        "灯塔\r海岛\n\r\n漁船",
        "  cafe\u0301 👩\u200d👧 \u2028המגדלור\n\n",
    ],
)
def test_a_source_is_kept_exactly(tmp_path: Path, source: str) -> None:
    place = write(tmp_path, "a.txt", source)

    with place.open(encoding="utf-8", newline="") as file:
        assert read_file(tmp_path, "a.txt").source == source == file.read()


@given(
    source=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)
)
def test_any_text_is_kept_exactly(tmp_path_factory: pytest.TempPathFactory, source: str) -> None:
    folder = tmp_path_factory.mktemp("corpus")
    write(folder, "a.txt", f"Phare{source}")

    assert read_file(folder, "a.txt").source == f"Phare{source}"


def test_a_digest_is_of_the_bytes(tmp_path: Path) -> None:
    content = "\ufeffLe port.\r\n".encode()
    write(tmp_path, "port/a.txt", content)

    file = read_file(tmp_path, "port/a.txt")

    assert file.path == "port/a.txt"
    assert file.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")]
)
def test_utf_16_with_its_mark_is_read(tmp_path: Path, mark: bytes, encoding: str) -> None:
    write(tmp_path, "a.txt", mark + "灯塔 phare 🙂".encode(encoding))

    assert read_file(tmp_path, "a.txt").source == "\ufeff灯塔 phare 🙂"


@pytest.mark.parametrize("name", ["a.txt", "a.text", "A.TXT", "a.md", "a.markdown", "A.Md"])
def test_text_and_markdown_are_read(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)

    assert read_file(tmp_path, name).source == "Le phare est rouge."


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.md", True), ("A.MARKDOWN", True), ("a.txt", False), ("md.txt", False)],
)
def test_markdown_is_told_by_the_name(tmp_path: Path, name: str, expected: bool) -> None:
    write(tmp_path, name)

    assert read_file(tmp_path, name).is_markdown is expected


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.xyz", b"Le phare", r"type \.xyz are not read"),
        ("README", b"Le phare", r"type \(none\) are not read"),
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \t\r\n", "is empty"),
        ("a.txt", b"\xef\xbb\xbf\r\n", "holds no text"),
        ("a.txt", "\u3000\u00a0\u2028".encode(), "holds no text"),
        ("a.txt", b"\xff\xfe", "holds no text"),
        ("a.txt", b"\xff\xfe\0\0\xff\xff\xff\xff", "not text in utf-32-le"),
        ("a.txt", b"\xff\xfep", r"not text in utf-16-le; save it as UTF-8"),
        ("a.txt", bytes(range(256)) * 8, "not text in a known encoding; save it as UTF-8"),
    ],
)
def test_a_file_that_cannot_become_a_document_is_explained(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    write(tmp_path, name, content)

    with pytest.raises(UnreadableFileError, match=reason):
        read_file(tmp_path, name)


def test_a_file_that_is_gone_is_explained(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="cannot be opened: No such file"):
        read_file(tmp_path, "a.txt")


def test_a_folder_with_the_name_of_a_file_is_explained(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()

    with pytest.raises(UnreadableFileError, match="cannot be opened: Is a directory"):
        read_file(tmp_path, "a.txt")


@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_explained(tmp_path: Path) -> None:
    write(tmp_path, "a.txt").chmod(0)

    with pytest.raises(UnreadableFileError, match="cannot be opened: Permission denied"):
        read_file(tmp_path, "a.txt")


def test_a_file_that_is_too_large_is_explained(
    tmp_path: Path,
) -> None:
    write(tmp_path, "a.txt", "a" * 1001)

    with pytest.raises(UnreadableFileError, match="1,001 bytes are more than the limit of 1,000"):
        read_file(tmp_path, "a.txt", Limits(file_bytes=1000))


def test_a_link_out_of_the_corpus_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "secret.txt")
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").symlink_to(tmp_path / "secret.txt")

    with pytest.raises(UnreadableFileError, match="leads out of the corpus folder"):
        read_file(tmp_path / "corpus", "a.txt")


@pytest.mark.parametrize("path", ["../secret.txt", "a/../../secret.txt"])
def test_a_path_out_of_the_corpus_is_not_followed(tmp_path: Path, path: str) -> None:
    write(tmp_path, "secret.txt")
    (tmp_path / "corpus" / "a").mkdir(parents=True)

    with pytest.raises(UnreadableFileError, match="leads out of the corpus folder"):
        read_file(tmp_path / "corpus", path)


def test_a_link_inside_the_corpus_is_followed(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")

    assert read_file(tmp_path, "b.txt").source == "Le phare est rouge."


def test_a_corpus_folder_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, "real/a.txt")
    (tmp_path / "corpus").symlink_to(tmp_path / "real", target_is_directory=True)

    assert corpus_files(tmp_path / "corpus") == ["a.txt"]
    assert read_file(tmp_path / "corpus", "a.txt").source == "Le phare est rouge."


def test_a_name_that_is_not_utf_8_is_explained(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="its name is not UTF-8"):
        read_file(tmp_path, "caf\udce9.txt")


@pytest.mark.parametrize("error", [CorpusError, UnreadableFileError])
def test_every_error_is_one_that_the_faces_show(error: type[Exception]) -> None:
    assert issubclass(error, CitedQAError)
