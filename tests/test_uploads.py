"""Files that are added: where they may go, that they are whole, and what is quoted meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from corpus.errors import CitedQAError
from corpus.files import corpus_files
from index.build import BuildReport
from language.languages import LANGUAGES
from page.adding_html import added, refused
from page.adding_route import adding_route
from qa.service import Service
from qa.settings import Settings
from serving import folder, uploads
from serving.folder import FolderError
from serving.rebuilding import Rebuilds
from serving.shelf import Shelf

TEXT = b"It opened in 1932."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "kept.txt").write_bytes(TEXT)
    return replace(Settings.from_env(), corpus=corpus, index=tmp_path / "index")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    given = tmp_path / "given.txt"
    given.write_bytes(TEXT)
    return given


@pytest.mark.parametrize(
    "path", ["le pont/été.txt", "橋/說明 文件.txt", "a/b/c/👩\u200d🌾.txt", "a.zip.txt", "x" * 170 + ".txt"]
)  # fmt: skip
def test_a_file_goes_where_it_lay_in_the_folder_that_was_added(
    settings: Settings, file: Path, path: str
) -> None:
    assert uploads.add(settings, file, path) == path

    assert settings.corpus
    assert (settings.corpus / path).read_bytes() == TEXT
    assert path in corpus_files(settings.corpus)


@pytest.mark.parametrize(
    "path",
    [
        "../out.txt", "a/../../out.txt", "/tmp/out.txt", "a//b.txt", "", "a/", " ", ".", "..",  # noqa: S108
        ".git/config", "a/.hidden", "a\\b.txt", "a\nb.txt", "a\x00b.txt", "a\u202etxt.exe.txt",
        "é" * 100 + ".txt", "/".join(["folder"] * 200), "link/out.txt", "\ud800.txt",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_folder_or_hides(
    settings: Settings, tmp_path: Path, path: str
) -> None:
    assert settings.corpus
    (settings.corpus / "link").symlink_to(tmp_path)

    with pytest.raises(FolderError):
        uploads.check_place(settings, path)


def test_what_is_there_already_is_told_apart_from_what_has_only_its_name(
    settings: Settings, file: Path
) -> None:
    with pytest.raises(FolderError, match="there already"):
        uploads.add(settings, file, "kept.txt")
    file.write_bytes(b"Another text.")
    with pytest.raises(FolderError, match="of this name"):
        uploads.add(settings, file, "kept.txt")
    with pytest.raises(FolderError, match="folder would be"):
        uploads.add(settings, file, "kept.txt/inner.txt")


def test_of_two_who_add_a_file_at_once_one_is_refused_and_nothing_is_left_over(
    settings: Settings, tmp_path: Path
) -> None:
    outcomes: list[str] = []

    def person(number: int) -> None:
        given = tmp_path / f"{number}.txt"
        given.write_text(f"Text {number}. " * 20_000, "utf-8")
        try:
            outcomes.append(uploads.add(settings, given, "new/same.txt"))
        except FolderError:
            outcomes.append("")

    people = [threading.Thread(target=person, args=(number,)) for number in range(4)]
    for each in people:
        each.start()
    for each in people:
        each.join()

    assert settings.corpus
    assert sorted(outcomes) == ["", "", "", "new/same.txt"]
    assert [each.name for each in (settings.corpus / "new").iterdir()] == ["same.txt"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_is_only_shown_never_run(language: str) -> None:
    name = "<img src=x onerror=alert(1)>.txt"
    lines = added(name, language) + refused(name, FolderError("upload_exists"), language)

    assert "<img" not in lines
    assert "&lt;img" in lines


def client(settings: Settings) -> TestClient:
    service = cast("Service", SimpleNamespace(settings=settings))
    app = Starlette(routes=[adding_route(service)])
    cast("Any", app).auth = cast("Any", app).auth_dependency = None
    return TestClient(app)


def test_a_file_is_sent_and_its_fate_told_in_the_language_of_the_page(settings: Settings) -> None:
    query = {"path": "neu/橋.txt", "language": "zh-Hant", "done": "1", "total": "2", "added": "0"}

    fate = client(settings).post("/add", params=query, content=TEXT).json()
    again = client(settings).post("/add", params=query, content=TEXT).json()

    assert fate == {"told": "<li>已新增 neu/橋.txt。</li>", "count": fate["count"], "added": True}
    assert "1/2" in fate["count"]
    assert not again["added"]
    assert "已存在" in again["told"]


@pytest.mark.parametrize(
    ("query", "headers", "told"),
    [
        ({"path": "big.txt", "size": "60000000"}, {}, "more than the limit"),
        ({"path": "x.txt"}, {"sec-fetch-site": "cross-site"}, "does not allow"),
        ({"path": "../x.txt"}, {}, "cannot be used"),
        ({"path": "x.txt", "size": "²", "done": "-1"}, {}, "was added"),
    ],
)
def test_what_may_not_be_added_is_refused_with_the_reason(
    settings: Settings, query: dict[str, str], headers: dict[str, str], told: str
) -> None:
    reply = client(settings).post("/add", params=query, headers=headers, content=TEXT)

    assert told in reply.json()["told"]


class Building:
    """A service whose rebuild waits until it is let go, and notes what it saw."""

    def __init__(self, outcome: Callable[[], BuildReport]) -> None:
        self.go, self.builds, self.outcome = threading.Event(), 0, outcome

    def rebuild(self, _hear: object) -> BuildReport:
        self.builds += 1
        assert self.go.wait(20)
        return self.outcome()


def built() -> BuildReport:
    return BuildReport("g", "c", True, 1, 1, 1, (), (), (), (), 0.1)


def cancelled() -> BuildReport:
    raise CitedQAError("cancelled")


@pytest.mark.parametrize(("outcome", "builds"), [(built, 2), (cancelled, 1)])
def test_what_is_added_during_a_rebuild_is_read_too_unless_it_is_cancelled(
    outcome: Callable[[], BuildReport], builds: int
) -> None:
    service = Building(outcome)
    rebuilds = Rebuilds(cast("Service", service))
    thread = rebuilds.start()

    assert rebuilds.start(anew=True) is thread
    service.go.set()
    thread.join(20)

    assert service.builds == builds
    assert not rebuilds.going_on
    rebuilds.start(anew=True).join(20)
    assert service.builds == builds + 1


@pytest.mark.model
def test_what_was_deleted_is_not_asked_though_it_is_still_in_the_index(settings: Settings) -> None:
    assert settings.corpus
    (settings.corpus / "gone.txt").write_text("The pump drew 40 litres.\n", "utf-8")
    service = Service(settings)
    service.rebuild()
    shelf = Shelf(service)
    assert shelf.among(()) is None

    folder.delete(settings, "gone.txt", {"gone.txt": ""})
    shelf.holding(fresh=True)

    among = shelf.among(())
    assert among
    assert among.paths == ("kept.txt",)
    assert not shelf.empty
    with pytest.raises(CitedQAError, match="were deleted"):
        shelf.among(["gone.txt"])
    folder.delete(settings, "kept.txt", {"kept.txt": ""})
    shelf.holding(fresh=True)
    assert shelf.empty


def put(settings: Settings, folder: Path, words: str) -> None:
    """Add a document called well.txt."""
    file = folder / "well.txt"
    file.write_text(words, "utf-8")
    uploads.add(settings, file)


@pytest.mark.model
def test_what_was_deleted_stays_gone_when_another_file_takes_its_name(
    settings: Settings, tmp_path: Path
) -> None:
    first, second = "The well of Kiltarn gives 77 litres.\n", "Le puits de Kiltarn est à sec.\n"
    put(settings, tmp_path, first)
    service = Service(settings)
    service.rebuild()
    shelf = Shelf(service)

    folder.delete(settings, "well.txt", shelf.files())
    put(settings, tmp_path, second)

    for seen in (shelf, Shelf(Service(settings))):  # the second as another process has it
        among, holding = seen.among(()), seen.holding(fresh=True)
        assert among
        assert "well.txt" not in among.paths
        assert [row.state for row in holding.rows if row.path == "well.txt"] == ["new"]
        assert "well.txt" in holding.changes.removed
    # The same bytes again are the same document.
    folder.delete(settings, "well.txt", shelf.files())
    put(settings, tmp_path, first)
    shelf.holding(fresh=True)
    assert shelf.among(()) is None

    folder.delete(settings, "well.txt", shelf.files())
    put(settings, tmp_path, second)
    service.rebuild()
    assert Shelf(service).among(()) is None
    service.roll_back()
    among = Shelf(service).among(())
    assert among
    assert "well.txt" not in among.paths
    service.rebuild()
    service.purge()
    assert not list(settings.index.rglob("deleted"))


def test_ones_own_folder_is_made_and_left_again_for_the_sample(tmp_path: Path) -> None:
    own = tmp_path / "own"
    settings = replace(Settings.from_env(), corpus=None, documents=own, index=tmp_path / "index")
    service = Service(settings)

    assert folder.own(service) == own
    assert folder.is_own(service.settings)
    assert not folder.has_files(service.settings)
    folder.back(service)

    assert folder.is_sample(service.settings)
    with pytest.raises(FolderError):
        folder.back(service)
