"""Building: only what changed, all or nothing, and nothing that is gone."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.limits import Limits
from index.build import BuildReport, build, clear
from index.embedder import Embedder
from index.errors import (
    IndexDamagedError,
    IndexFolderError,
    IndexMismatchError,
    IndexNotBuiltError,
    NothingToIndexError,
)
from index.generations import current_name, generations_folder, names
from index.opened import OpenGeneration, open_index
from index.passage_index import Filter
from index.querying import query
from index.sentence_embedder import SentenceEmbedder
from index.status import status
from index.store_writer import StoreWriter

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[1]
LIGHTHOUSE = "The lighthouse of Port Clement was lit first in 1871.\n"
PHARE = "Le phare de Port-Clément compte 152 marches et deux gardiens.\n"
ADMIRAL = "Admiral Quillfeather buried the brass sextant under the third oak.\n"
TEA = "茶馆每天早上六点开门，掌柜姓陆，已经七十三岁了。\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "sub").mkdir(parents=True)
    (folder / "lighthouse.txt").write_text(LIGHTHOUSE, "utf-8")
    (folder / "sub" / "tea.md").write_text("# 茶馆\n\n" + TEA, "utf-8")
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def paths_found(index: Path, embedder: Embedder, question: str) -> list[str]:
    opened, _ = open_index(index, embedder)
    return paths(opened, embedder, question)


def paths(opened: OpenGeneration, embedder: Embedder, question: str) -> list[str]:
    hits = opened.search(query(question, "en", embedder), 10)
    return [hit.record.document.path for hit in hits]


def built(corpus: Path, index: Path, embedder: Embedder) -> BuildReport:
    return build(corpus, index, embedder)


def test_a_first_build_adds_every_document(corpus: Path, index: Path, embedder: Embedder) -> None:
    report = built(corpus, index, embedder)

    assert report.added == ("lighthouse.txt", "sub/tea.md")
    assert report.embedded == report.passages


def test_a_build_without_a_change_writes_nothing(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    first = built(corpus, index, embedder)

    second = built(corpus, index, embedder)

    assert not second.changed
    assert second.generation == first.generation
    assert names(index) == [first.generation]


def test_only_new_text_is_embedded(corpus: Path, index: Path, embedder: Embedder) -> None:
    built(corpus, index, embedder)
    (corpus / "phare.txt").write_text(PHARE, "utf-8")

    report = built(corpus, index, embedder)

    assert report.added == ("phare.txt",)
    assert report.embedded == 1


def test_a_moved_document_costs_no_embedding(corpus: Path, index: Path, embedder: Embedder) -> None:
    built(corpus, index, embedder)
    (corpus / "lighthouse.txt").rename(corpus / "sub" / "lighthouse.txt")

    report = built(corpus, index, embedder)

    assert (report.added, report.removed) == (("sub/lighthouse.txt",), ("lighthouse.txt",))
    assert report.embedded == 0


def test_a_changed_document_answers_with_its_new_text(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    built(corpus, index, embedder)
    (corpus / "lighthouse.txt").write_text(LIGHTHOUSE.replace("1871", "1902"), "utf-8")

    report = built(corpus, index, embedder)

    opened, _ = open_index(index, embedder)
    assert report.updated == ("lighthouse.txt",)
    assert "1902" in str(opened.source("lighthouse.txt"))


def test_a_deleted_document_is_found_by_no_search_and_in_no_file_of_the_generation(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    (corpus / "secret.txt").write_text(ADMIRAL, "utf-8")
    built(corpus, index, embedder)
    assert "secret.txt" in paths_found(index, embedder, "Where is the brass sextant?")
    (corpus / "secret.txt").unlink()

    report = built(corpus, index, embedder)

    assert report.removed == ("secret.txt",)
    opened, _ = open_index(index, embedder)
    assert [one.path for one in opened.documents()] == ["lighthouse.txt", "sub/tea.md"]
    assert opened.source("secret.txt") is None
    asked = query(ADMIRAL, "en", embedder)
    for among in (None, Filter(paths=("secret.txt",)), Filter(languages=("en",))):
        hits = opened.search(asked, 10, among)
        assert "secret.txt" not in {hit.record.document.path for hit in hits}
        assert all(hit.overlap < 0.3 for hit in hits)
    folder = generations_folder(index) / report.generation
    contents = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    assert not any(
        word in content
        for word in (b"sextant", b"Quillfeather", b"quillfeath", b"secret.txt")
        for content in contents
    )


def test_words_are_those_of_the_documents_after_every_change(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    (corpus / "secret.txt").write_text(ADMIRAL, "utf-8")
    built(corpus, index, embedder)
    (corpus / "secret.txt").unlink()
    (corpus / "lighthouse.txt").write_text(LIGHTHOUSE.replace("first", "again"), "utf-8")
    (corpus / "phare.txt").write_text(PHARE, "utf-8")
    built(corpus, index, embedder)

    opened, _ = open_index(index, embedder)

    assert opened.similar("sextnat", 1) == opened.similar("first", 0) == {}
    assert opened.similar("agian", 1) == {"again": 1}
    assert opened.similar("clement", 0) == {"Clement": 2}  # of two as frequent the first
    assert opened.holds(["1871"])
    assert not opened.holds(["sextant"])


def test_a_file_that_cannot_be_read_is_listed_and_the_rest_indexed(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    (corpus / "broken.txt").write_bytes(bytes(range(256)) * 8)
    (corpus / "picture.png").write_bytes(b"\x89PNG")

    report = built(corpus, index, embedder)

    assert {one.path for one in report.skipped} == {"broken.txt", "picture.png"}
    assert report.documents == 2


def test_an_empty_folder_is_refused_and_the_index_kept(
    corpus: Path, index: Path, embedder: Embedder, tmp_path: Path
) -> None:
    first = built(corpus, index, embedder)
    (tmp_path / "empty").mkdir()

    with pytest.raises(NothingToIndexError, match="is empty"):
        built(tmp_path / "empty", index, embedder)

    assert current_name(index) == first.generation


def test_an_index_that_is_cleared_holds_nothing_of_what_was_there(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    words = [line for file in corpus.rglob("*.*") for line in file.read_text("utf-8").split("\n")]
    built(corpus, index, embedder)

    assert clear(index) == []

    held = b"".join(file.read_bytes() for file in index.rglob("*") if file.is_file())
    assert not any(line.encode() in held for line in words if len(line) > 8)
    with pytest.raises(IndexNotBuiltError):
        open_index(index, embedder)
    assert built(corpus, index, embedder).changed


@pytest.mark.parametrize("name", ["index", ".", "a/b"])
def test_an_index_among_the_documents_is_refused(
    corpus: Path, embedder: Embedder, name: str
) -> None:
    with pytest.raises(CorpusError, match="CITED_QA_INDEX"):
        built(corpus, corpus / name, embedder)
    assert not (corpus / "index").exists()
    assert built(corpus, corpus / ".index", embedder).documents


def test_a_store_whose_disk_is_full_says_so_and_nothing_else(
    corpus: Path, index: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = built(corpus, index, embedder)
    (corpus / "phare.txt").write_text(PHARE, "utf-8")

    def full(*_unused: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    def malformed(_: object) -> None:
        raise sqlite3.DatabaseError("database disk image is malformed")

    monkeypatch.setattr(StoreWriter, "take_over", full)
    monkeypatch.setattr(StoreWriter, "_settled", malformed)
    with pytest.raises(IndexFolderError, match="full"):
        built(corpus, index, embedder)
    assert current_name(index) == first.generation


@pytest.mark.parametrize("pattern", ["copies.npy", "documents.sqlite", "000001.sqlite"])
def test_the_status_of_a_damaged_index_names_the_repair(
    corpus: Path, index: Path, embedder: Embedder, pattern: str
) -> None:
    built(corpus, index, embedder)
    for content in (b"", file_of(index, pattern).read_bytes()[:100]):
        file_of(index, pattern).write_bytes(content)
        with pytest.raises(IndexDamagedError, match="cited-qa build"):
            status(index, None, Limits())


def test_the_same_documents_give_the_same_words_whatever_the_order_of_sets(
    corpus: Path, tmp_path: Path
) -> None:
    (corpus / "words.txt").write_text(" ".join(f"bell{n} tower{n}a" for n in range(99)), "utf-8")
    made = []
    for seed in ("1", "2"):
        code = (
            "import sys; from pathlib import Path; from index.word_counts import WordCounts\n"
            "counts = WordCounts(Path(sys.argv[1])); counts.add(Path(sys.argv[2]).read_text().split('.'))\n"
            "counts.close()"
        )
        folder = tmp_path / seed
        folder.mkdir()
        subprocess.run(
            [sys.executable, "-c", code, str(folder), str(corpus / "words.txt")],
            check=True, env={"PYTHONHASHSEED": seed}, cwd=ROOT,
        )  # fmt: skip
        made.append((folder / "words.sqlite").read_bytes())
    assert made[0] == made[1]


def test_a_file_of_nothing_but_markup_is_skipped(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    (corpus / "rule.md").write_text("---\n", "utf-8")

    report = built(corpus, index, embedder)

    assert [one.path for one in report.skipped] == ["rule.md"]


def test_a_missing_folder_is_refused(index: Path, embedder: Embedder, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="--corpus DIR"):
        built(tmp_path / "nowhere", index, embedder)


def test_only_the_generation_before_is_kept(corpus: Path, index: Path, embedder: Embedder) -> None:
    for year in ("1900", "1901", "1902"):
        (corpus / "lighthouse.txt").write_text(LIGHTHOUSE.replace("1871", year), "utf-8")
        built(corpus, index, embedder)

    assert len(names(index)) == 2


def test_a_reader_keeps_its_generation_through_two_rebuilds(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    built(corpus, index, embedder)
    reader, _ = open_index(index, embedder)
    for year in ("1900", "1901"):
        (corpus / "lighthouse.txt").write_text(LIGHTHOUSE.replace("1871", year), "utf-8")
        built(corpus, index, embedder)

    assert "1871" in str(reader.source("lighthouse.txt"))
    assert "lighthouse.txt" in paths(reader, embedder, "When was the lighthouse lit?")


def test_an_index_of_another_model_is_not_opened(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    built(corpus, index, embedder)
    other = SentenceEmbedder(lambda: "elsewhere", "another-model", ("", ""))

    with pytest.raises(IndexMismatchError, match="cited-qa build"):
        open_index(index, other)


def test_without_a_build_there_is_nothing_to_open(index: Path, embedder: Embedder) -> None:
    with pytest.raises(IndexNotBuiltError, match="Run `cited-qa build`"):
        open_index(index, embedder)


def file_of(index: Path, pattern: str) -> Path:
    return next((generations_folder(index) / current_name(index)).rglob(pattern))


@pytest.mark.parametrize(
    "pattern",
    [
        *("manifest.json", "documents.sqlite", "000001.sqlite", "000001.buckets.npy"),
        *("copies.npy", "000000.npy", "000000.numbers.npy", "meta.json"),
        *("words.sqlite", "*.idx", "*.term", "*.store", "*.fast", "*.fieldnorm", "*.pos"),
    ],
)
def test_a_damaged_file_is_recognised_and_the_generation_before_opened(
    corpus: Path, index: Path, embedder: Embedder, pattern: str
) -> None:
    first = built(corpus, index, embedder)
    (corpus / "phare.txt").write_text(PHARE, "utf-8")
    built(corpus, index, embedder)
    damaged = file_of(index, pattern)
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 0xFF
    damaged.write_bytes(content)

    opened, notice = open_index(index, embedder)

    assert opened.generation == first.generation
    assert notice
    assert damaged.name in notice.told("en")
    assert "cited-qa build" in notice.told("en")


@pytest.mark.parametrize("damage", ["missing", "truncated"])
def test_damage_without_a_generation_before_is_an_error_that_names_the_repair(
    corpus: Path, index: Path, embedder: Embedder, damage: str
) -> None:
    built(corpus, index, embedder)
    store = file_of(index, "000001.sqlite")
    if damage == "missing":
        store.unlink()
    else:
        store.write_bytes(store.read_bytes()[:100])

    with pytest.raises(IndexDamagedError, match="Run `cited-qa build`"):
        open_index(index, embedder)
    assert built(corpus, index, embedder).changed
    assert open_index(index, embedder)[1] is None


def test_builds_by_two_processes_do_not_mix(corpus: Path, index: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "cli.main",
        "build",
        "--corpus",
        str(corpus),
        "--index",
        str(index),
    ]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    deadline = time.monotonic() + 120
    outcomes = [one.wait(deadline - time.monotonic()) for one in both]
    complaints = [one.communicate()[1] for one in both]

    assert 0 in outcomes
    assert all(
        code == 0 or "another process" in complaint
        for code, complaint in zip(outcomes, complaints, strict=True)
    )
    assert os.path.isdir(generations_folder(index) / current_name(index))  # noqa: PTH112


@pytest.mark.skipif(sys.platform != "linux", reason="other systems store names as Unicode")
def test_a_file_whose_name_is_not_utf8_is_listed_and_the_rest_indexed(
    corpus: Path, index: Path, embedder: Embedder
) -> None:
    Path(os.fsdecode(os.fsencode(corpus) + b"/phare\xff.txt")).write_text(PHARE, "utf-8")

    report = built(corpus, index, embedder)

    assert [file.path for file in report.skipped] == ["phare\\xff.txt"]
    assert report.documents == 2
    assert not built(corpus, index, embedder).changed
