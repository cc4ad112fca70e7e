"""The file behind a stored text: shown page by page and given as a download while it is the same."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from corpus.documents import Document, Part, Recognised
from corpus.files import SourceFile, read_file
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.loaders.loaded import Loaded
from corpus.passages import read_document
from language.languages import LANGUAGES
from page.guard import Guard
from page.leaf_html import leaf_note, leaf_picture, leaf_turner
from page.original_route import PATH, address, original_route
from qa.service import Service
from qa.settings import Settings
from serving.originals import Leaf, Originals, page_at, page_span
from serving.shelf import Shelf
from tests.makers import ENGLISH, HANS, HANT, docx_file, html_file, pdf_file
from tests.pdfs import Page, pdf
from tests.scans import png
from tests.test_images import grey


@dataclass
class Library:
    """A folder whose files are read, as an index would hold them."""

    folder: Path
    documents: dict[str, Document]
    service: Service
    originals: Originals

    def add(self, path: str, content: bytes) -> Document:
        """Write a file and read it."""
        file = self.folder / path
        file.write_bytes(content)
        with Loaders() as loaders:
            document, _ = read_document(read_file(self.folder, path, loaders))
        self.documents[path] = document
        return document

    def client(self, **auth: object) -> TestClient:
        """Return who fetches, from a server that asks for a password if *auth* says so."""
        route = original_route(Shelf(self.service), self.originals)
        guard = Middleware(Guard, settings=Settings.from_env())
        app = cast("Any", Starlette(routes=[route], middleware=[guard]))
        app.auth = app.auth_dependency = None
        app.cookie_id, app.tokens = "x", {}
        for name, value in auth.items():
            setattr(app, name, value)
        return TestClient(app, base_url="http://localhost")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "corpus"
    folder.mkdir()
    documents: dict[str, Document] = {}
    store = SimpleNamespace(source=documents.get)
    service = cast(
        "Service",
        SimpleNamespace(
            settings=replace(Settings.from_env(), corpus=folder),
            generation=SimpleNamespace(store=store, documents=documents.values),
        ),
    )
    originals = Originals(service)
    yield Library(folder, documents, service, originals)
    originals.close()


def leaf_of(library: Library, document: Document, quote: str, number: int = 0) -> Leaf:
    start = document.source.index(quote)
    leaf = library.originals.seen(document, number, (start, start + len(quote))).leaf
    assert leaf
    return leaf


@pytest.mark.parametrize(("font", "text"), [("F", ENGLISH), ("Z", HANS), ("T", HANT)])
def test_a_pdf_opens_at_the_page_of_the_quote_which_is_boxed(
    library: Library, font: str, text: str
) -> None:
    first, second = Page(), Page()
    first.text(60, 80, "A first page about nothing else.")
    second.text(60, 80, text, 12, font)
    document = library.add("tower.pdf", pdf(first, second))

    leaf = leaf_of(library, document, text)

    assert (leaf.number, leaf.home, leaf.quoted, len(leaf.boxes)) == (2, 2, True, 1)
    other = leaf_of(library, document, text, 1)
    assert (other.number, other.home, other.quoted, other.boxes) == (1, 2, False, ())


def test_a_quote_over_the_end_of_a_page_is_boxed_on_both(library: Library) -> None:
    document = library.add("two.pdf", pdf_file(("The weir was mended",), ("by two masons.",)))

    assert [
        (leaf.quoted, len(leaf.boxes))
        for leaf in (leaf_of(library, document, document.source, number) for number in (1, 2))
    ] == [(True, 1), (True, 1)]


def test_on_a_scan_the_words_that_were_recognised_are_boxed(library: Library) -> None:
    content = png(grey(600, 400))
    (library.folder / "scan.png").write_bytes(content)
    words = (Recognised(0, 4, (10, 10, 40, 20), 0.9), Recognised(5, 10, (44, 10, 80, 20), 0.9))
    document = Document(
        "scan.png", hashlib.sha256(content).hexdigest(), "Mill closed", "Mill", "en",
        parts=(Part(0, "page", "1"),), recognised=words,
    )  # fmt: skip

    leaf = library.originals.seen(document, 0, (0, 4)).leaf
    whole = library.originals.seen(document, 0, (0, 11)).leaf

    assert leaf
    assert whole
    assert leaf.boxes == (words[0].box,)
    assert whole.boxes == ((10, 10, 80, 20),)


def test_a_quote_whose_place_on_the_page_is_not_known_is_said_to_have_no_box(
    library: Library,
) -> None:
    content = png(grey(600, 400))
    (library.folder / "scan.png").write_bytes(content)
    digest, parts = hashlib.sha256(content).hexdigest(), (Part(0, "page", "1"),)
    document = Document("scan.png", digest, "Mill closed", "Mill", "en", parts=parts)

    leaf = leaf_of(library, document, "Mill")

    assert leaf.image
    assert "not boxed" in leaf_note(leaf, "en")


@pytest.mark.parametrize("path", ["a.pdf", "a.docx", "a.txt"])
@pytest.mark.parametrize("gone", [False, True])
def test_of_a_file_that_changed_or_is_gone_nothing_but_its_stored_text_is_shown(
    library: Library, path: str, gone: bool
) -> None:
    content = {"a.pdf": pdf_file((ENGLISH,)), "a.docx": docx_file(ENGLISH)}
    document = library.add(path, content.get(path, ENGLISH.encode()))
    if gone:
        (library.folder / path).unlink()
    else:
        (library.folder / path).write_bytes(b"Another text.")

    original = library.originals.seen(document, 0, (0, 5))

    assert not original.same
    assert original.leaf is None
    assert original.problem
    assert original.problem.code == ("original_gone" if gone else "original_changed")
    assert "stored" in original.problem.told("en")


def test_a_page_once_drawn_is_not_shown_when_the_file_has_changed(library: Library) -> None:
    document = library.add("a.pdf", pdf_file((ENGLISH,)))
    assert leaf_of(library, document, ENGLISH).image

    (library.folder / "a.pdf").write_bytes(pdf_file(("The lighthouse was never lit.",)))

    assert library.originals.seen(document, 1, (0, 5)).leaf is None


def test_a_page_is_drawn_once_for_the_same_quote(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = library.add("a.pdf", pdf_file((ENGLISH,)))
    first = leaf_of(library, document, ENGLISH)
    monkeypatch.setattr(Loaders, "page_image", None)

    assert leaf_of(library, document, ENGLISH) == first


def test_a_page_that_cannot_be_drawn_is_one_line_beside_the_text(library: Library) -> None:
    document = library.add("a.pdf", pdf_file((ENGLISH,)))
    object.__setattr__(library.originals, "_loaders", Loaders(Limits(shown_seconds=0.001)))

    leaf = leaf_of(library, document, ENGLISH)

    assert leaf.image is None
    assert leaf.problem
    assert leaf_picture(leaf, "a", "en") == ""
    for language in LANGUAGES:
        note = leaf_note(leaf, language)
        assert "1" in note
        assert "Traceback" not in note


def test_the_process_that_draws_is_started_ahead_only_where_there_are_pages(
    library: Library,
) -> None:
    library.add("a.txt", ENGLISH.encode())
    library.originals.start()
    assert library.originals.drawing_pid == 0

    library.add("a.pdf", pdf_file((ENGLISH,)))
    library.originals.start()

    assert library.originals.drawing_pid


def test_a_document_is_read_once_for_whoever_turns_its_pages_and_anew_after_a_rebuild() -> None:
    document, passages = read_document(SourceFile("a.txt", "0" * 64, Loaded(ENGLISH)))
    asked: list[str] = []

    def read(path: str) -> Any:  # noqa: ANN401
        asked.append(path)
        return (document, passages) if path == "a.txt" else None

    opened = SimpleNamespace(store=SimpleNamespace(document=read), generation="1")
    shelf = Shelf(cast("Service", SimpleNamespace(generation=opened)))

    assert [shelf.document("a.txt"), shelf.document("a.txt")] == [(document, passages)] * 2
    assert shelf.document("b.txt") is None
    assert asked == ["a.txt", "b.txt"]
    opened.generation = "2"
    shelf.document("a.txt")
    assert asked == ["a.txt", "b.txt", "a.txt"]


def test_only_a_file_that_says_so_has_headings_and_each_stands_where_it_is(
    library: Library,
) -> None:
    page = html_file("Mills", "The mill ground rye.").replace(
        b"</article>",
        "<h2>Les roues</h2><p>Deux roues.</p><h2>水閘</h2><p>兩座。</p></article>".encode(),
    )
    document = library.add("mills.html", page)

    outline = library.originals.seen(document, 0, (0, 0)).outline

    assert [(document.source[start:end], level) for start, end, level in outline] == [
        ("Mills", 1), ("Les roues", 2), ("水閘", 2),
    ]  # fmt: skip
    text = library.add("mills.txt", b"Les roues\n\nDeux roues.")
    assert library.originals.seen(text, 0, (0, 0)).outline == ()


def test_the_pages_of_a_source_are_told_by_its_parts() -> None:
    source = "First page.\nThird page, of two lines.\nAgain.\n"
    document, _ = read_document(SourceFile("a.pdf", "0" * 64, Loaded(source)))
    document = replace(document, parts=(Part(0, "page", "1"), Part(12, "page", "3")))

    assert [page_at(document, at) for at in (0, 11, 12, 40)] == [1, 1, 3, 3]
    assert page_span(document, 1) == (0, 12)
    assert page_span(document, 2) == (12, 12)
    assert page_span(document, 3) == (12, len(source))
    assert page_span(document, 9) == (len(source), len(source))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_and_the_way_to_others_is_text_of_the_program_and_escaped(
    library: Library, language: str
) -> None:
    document = library.add("a.pdf", pdf_file((ENGLISH,), ("Two.",), ("Three.",)))
    leaf = leaf_of(library, document, ENGLISH, 2)

    picture = leaf_picture(leaf, '"><script>', language)
    turner = leaf_turner(leaf, 'data-do="cite"', language)

    assert "<script" not in picture
    assert picture.count("<image") == 1
    assert 'data-page="1"' in turner
    assert 'data-page="3"' in turner
    assert turner.count("<button") == 3  # and the way back to the quote


def test_a_document_is_given_as_a_download_that_no_browser_runs(library: Library) -> None:
    content = html_file("塔", "<script>alert(1)</script>")
    library.add("塔 & co.html", content)

    answer = library.client().get("/" + address("塔 & co.html"))

    assert answer.status_code == 200
    assert answer.content == content
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == (
        "attachment; filename*=UTF-8''%E5%A1%94%20%26%20co.html"
    )
    assert answer.headers.get_list("x-content-type-options") == ["nosniff"]
    assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path", ["", "../secret.txt", "corpus/../../secret.txt", "/etc/passwd", "hidden.txt", "a.txt/"]
)
def test_nothing_but_a_document_of_the_index_is_given(library: Library, path: str) -> None:
    library.add("a.txt", ENGLISH.encode())
    (library.folder.parent / "secret.txt").write_text("secret", encoding="utf-8")
    (library.folder / "hidden.txt").write_text("not in the index", encoding="utf-8")

    answer = library.client().get(PATH, params={"document": path})

    assert answer.status_code == 404
    assert "index" in answer.json()["detail"]


def test_a_link_out_of_the_folder_is_not_followed(library: Library) -> None:
    document = library.add("a.txt", ENGLISH.encode())
    secret = library.folder.parent / "secret.txt"
    secret.write_bytes(ENGLISH.encode())
    (library.folder / "a.txt").unlink()
    (library.folder / "a.txt").symlink_to(secret)

    answer = library.client().get(PATH, params={"document": document.path})

    assert answer.status_code == 409


@pytest.mark.parametrize("language", ["en", "fr", "zh-CN", "zh-TW"])
def test_a_file_that_changed_is_not_given_and_it_is_said_why(
    library: Library, language: str
) -> None:
    library.add("a.txt", ENGLISH.encode())
    (library.folder / "a.txt").write_bytes(b"Another text.")

    answer = library.client().get(
        PATH, params={"document": "a.txt"}, headers={"accept-language": language}
    )

    assert answer.status_code == 409
    assert ("index" in answer.json()["detail"]) == (language in ("en", "fr"))


def test_who_has_not_signed_in_gets_no_file(library: Library) -> None:
    library.add("a.txt", ENGLISH.encode())
    client = library.client(auth=lambda name, word: False, tokens={"right": "anna"})

    assert client.get(PATH, params={"document": "a.txt"}).status_code == 401
    client.cookies.set("access-token-x", "guessed")
    assert client.get(PATH, params={"document": "a.txt"}).status_code == 401
    client.cookies.set("access-token-x", "right")
    assert client.get(PATH, params={"document": "a.txt"}).content == ENGLISH.encode()


def test_a_document_in_an_archive_is_given_by_itself(library: Library) -> None:
    with zipfile.ZipFile(library.folder / "a.zip", "w") as archive:
        archive.writestr("inner.txt", ENGLISH)
    with Loaders() as loaders:
        document, _ = read_document(read_file(library.folder, "a.zip/inner.txt", loaders))
    library.documents[document.path] = document

    answer = library.client().get(PATH, params={"document": "a.zip/inner.txt"})

    assert answer.content == ENGLISH.encode()
    assert answer.headers["content-disposition"].endswith("inner.txt")
