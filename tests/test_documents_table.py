"""The table of documents: narrowed, sorted, and chosen by folders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.status import Row
from language.languages import LANGUAGES
from language.messages import Message
from language.phrases import size
from page.documents_table_html import facts_of, table
from page.looking import Look, fitting, look_of
from qa.service import Service
from serving.choosing import asked_of, folders, toggled
from tests.test_answer_html import HOSTILE, parsed

ROWS = (
    Row("a/dyke.pdf", "The dyke", "en", 9, "indexed", None, ("en", "fr"), ("1887-05-01",), 12, 3_400_000),
    Row("a/deep/mill.txt", "Le moulin", "fr", 2, "indexed", Message("not_read", {"reasons": ()}), ("fr",), ("2001",), 0, 900),
    Row("port.png", "港口", "zh-Hans", 1, "indexed", None, ("zh-Hans",), (), 1, 50_000, recognised=True),
    Row("new.txt", "new.txt", "", None, "new"),
)  # fmt: skip
PATHS = [row.path for row in ROWS]


@pytest.mark.parametrize(
    ("look", "paths"),
    [
        (Look(), ["a/deep/mill.txt", "new.txt", "a/dyke.pdf", "port.png"]),
        (Look(sort="date"), ["a/deep/mill.txt", "a/dyke.pdf", "new.txt", "port.png"]),
        (Look(sort="size"), ["a/dyke.pdf", "port.png", "a/deep/mill.txt", "new.txt"]),
        (Look(language="fr"), ["a/deep/mill.txt", "a/dyke.pdf"]),
        (Look(words="DEEP"), ["a/deep/mill.txt"]),
        (Look(state="in_part"), ["a/deep/mill.txt"]),
        (Look(state="recognised"), ["port.png"]),
        (Look(state="new", language="fr"), []),
    ],
)
def test_documents_are_narrowed_and_sorted(look: Look, paths: list[str]) -> None:
    assert [row.path for row in fitting(ROWS, look)] == paths
    assert look_of(look.kept()) == look


def test_what_is_no_choice_of_the_table_changes_nothing() -> None:
    look = Look(words="x")

    assert look.arranged("sort", "price") == look
    assert look.arranged("words", "y") == look
    assert look.arranged("state", "<b>") == look
    assert look.arranged("sort", "date").arranged("state", "new") == Look("x", "date", "", "new")


def test_a_folder_is_asked_as_a_whole_and_a_document_is_taken_out_of_it() -> None:
    assert folders(PATHS) == {"a": 2, "a/deep": 1}
    whole = toggled(["a/dyke.pdf"], "a", PATHS)
    assert whole == ["a"]
    assert asked_of(whole, PATHS) == ["a/dyke.pdf", "a/deep/mill.txt"]
    assert toggled(whole, "a/dyke.pdf", PATHS) == ["a/deep/mill.txt"]
    assert toggled(whole, "a", PATHS) == []
    assert asked_of([], PATHS) == PATHS


@given(st.lists(st.sampled_from([*PATHS, "a", "a/deep"]), max_size=8), st.sampled_from(PATHS))
def test_pressing_a_document_changes_whether_it_is_asked_and_no_other(
    pressed: list[str], last: str
) -> None:
    chosen: list[str] = []
    for path in pressed:
        chosen = toggled(chosen, path, PATHS)
    before = set(asked_of(chosen, PATHS)) if chosen else set()

    after = toggled(chosen, last, PATHS)

    assert (set(asked_of(after, PATHS)) if after else set()) == before ^ {last}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "English and French · pages: 12 · passages: 9 · 3.4 MB · 1 May 1887"),
        ("fr", "anglais et français · pages : 12 · passages : 9 · 3,4 Mo · 1er mai 1887"),
        ("zh-Hans", "英语和法语 · 12 页 · 9 个段落 · 3.4 MB · 1887年5月1日"),
        ("zh-Hant", "英文和法文 · 12 頁 · 9 個段落 · 3.4 MB · 1887年5月1日"),
    ],
)
def test_what_is_known_of_a_document_is_told_in_a_line(language: str, told: str) -> None:
    assert facts_of(ROWS[0], language).replace("\u00a0", " ").replace("\u202f", " ") == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_documents_and_folders_are_text(language: str) -> None:
    rows = [Row(f"{HOSTILE}/x", HOSTILE, HOSTILE, 1, "indexed", None, (HOSTILE,), (HOSTILE,))]

    tags = parsed(table(rows, [HOSTILE], Look(HOSTILE, language=HOSTILE), language, deletes=True))

    assert not tags.tags & {"script", "img"}
    assert "onerror" not in tags.attributes


def test_a_size_is_never_nothing() -> None:
    assert size(1, "en") == "1 kB"


@pytest.mark.model
def test_the_holding_tells_size_pages_and_languages(coast_service: Service) -> None:
    from index.status import status

    settings = coast_service.settings
    rows = status(settings.index, settings.corpus, settings.limits).rows

    assert all(row.size > 0 and row.languages for row in rows if row.passages)
    assert not any(row.recognised for row in rows)
