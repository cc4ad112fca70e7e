"""What the program says: all of it in every language, and by code, not by its English text."""

from __future__ import annotations

import ast
import json
import string
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import gradio as gr
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import CitedQAError, UnreadableFileError
from index.errors import IndexDamagedError
from index.generations import Skipped
from index.status import Row
from language import phrases
from language.languages import LANGUAGES, accepted, preferred
from language.messages import Message
from language.phrases import catalogue, language_name, listing
from page.answer_html import error
from page.api import messages
from page.documents_html import ended
from page.documents_table_html import table
from page.looking import Look
from qa.understanding import QuestionError
from tests.commands import Run

ROOT = Path(__file__).parents[1]
FLOORS = ("cli", "page", "api", "serving", "qa", "index", "corpus", "language")


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def nodes() -> Iterator[ast.AST]:
    """Yield all of the product's syntax."""
    for floor in FLOORS:
        for file in (ROOT / floor).rglob("*.py"):
            yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def codes() -> Iterator[tuple[str, set[str] | None]]:
    """Yield the code of each error and message that is made, with its values where they show."""
    for node in nodes():
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name, first = getattr(node.func, "id", ""), node.args[0]
        if not name.endswith(("Error", "Message")) or not isinstance(first, ast.Constant):
            continue
        if not isinstance(first.value, str) or " " in first.value:
            continue  # a programmer's error
        given_values = node.args[1] if len(node.args) > 1 else ast.Dict([], [])
        keywords = {keyword.arg for keyword in node.keywords}
        if None in keywords or not isinstance(given_values, ast.Dict):
            yield first.value, None
        else:
            keys = {str(getattr(key, "value", "")) for key in given_values.keys}
            yield first.value, {str(name) for name in keywords} | keys


CODES = list(codes())
SHORT = [
    str(node.value.value)
    for node in nodes()
    if isinstance(node, ast.Assign)
    and getattr(node.targets[0], "id", "") == "short"
    and isinstance(node.value, ast.Constant)
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_everything_with_the_same_values(language: str) -> None:
    english, here = catalogue("en"), catalogue(language)

    assert here.keys() == english.keys()
    for key, text in here.items():
        assert fields(text) == fields(english[key]), key


@pytest.mark.parametrize("code", sorted({code for code, _ in CODES}))
def test_every_error_is_said_with_values_that_it_has(code: str) -> None:
    placed = fields(catalogue("en")[code])

    for name, values in CODES:
        assert name != code or values is None or placed <= values


@pytest.mark.parametrize("file", sorted((ROOT / "language").rglob("*.json")), ids=str)
def test_no_key_stands_in_a_file_twice(file: Path) -> None:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        assert len(dict(pairs)) == len(pairs)
        return dict(pairs)

    json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=once)


def test_the_short_texts_of_errors_exist() -> None:
    assert len(SHORT) > 8
    assert set(SHORT) - {""} <= catalogue("en").keys()
    assert len(CODES) > 80


def test_no_text_is_kept_that_nothing_says() -> None:
    literals = {node.value for node in nodes() if isinstance(node, ast.Constant)} - {None}
    texts = {one for one in literals if isinstance(one, str)}
    beginnings = tuple(one for one in texts if one.endswith("_") and len(one) > 4)
    endings = tuple(one for one in texts if one.startswith(("_of", "_about")))

    assert [
        key
        for key in catalogue("en")
        if key not in texts and not key.startswith(beginnings) and not key.endswith(endings)
    ] == []


@pytest.fixture
def reworded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say everything in other English words."""
    english = {key: f"Reworded {text}" for key, text in catalogue("en").items()}
    whole = phrases.catalogue
    monkeypatch.setattr(
        phrases, "catalogue", lambda language: english if language == "en" else whole(language)
    )


def french() -> list[str]:
    damaged = IndexDamagedError("index_damaged", file="a", problem=Message("damage_missing"))
    unreadable = UnreadableFileError("file_kind", kind=Message("kind_picture"), suffix=".txt")
    skipped = Skipped("a.txt", unreadable.message)
    kept = Skipped.from_json(json.loads(json.dumps(skipped.as_json())))
    row = Row("a.txt", "a.txt", "", None, "skipped", kept.reason)
    return [
        damaged.told("fr"),
        kept.reason.told("fr"),
        error(*damaged.briefly("fr"), "fr"),
        ended(QuestionError("question_long", characters=9999, limit=2000), "fr"),
        table([row], (), Look(), "fr", deletes=True),
    ]


def test_a_reworded_english_message_changes_nothing_that_a_french_user_sees(
    request: pytest.FixtureRequest,
) -> None:
    before = french()
    request.getfixturevalue("reworded")

    assert str(CitedQAError("file_empty")) == "Reworded is empty"
    assert french() == before
    assert "est une image, pas un fichier .txt" in before[1]
    assert "2\u202f000 caractères" in before[3]


VALUES = st.recursive(
    st.text() | st.integers() | st.floats(allow_nan=False),
    lambda inner: (
        st.lists(inner).map(tuple)
        | st.builds(Message, st.text(), st.dictionaries(st.text(), inner))
    ),
)


@given(st.text(), st.dictionaries(st.text(), VALUES))
def test_a_message_comes_through_json_as_it_was(code: str, values: dict[str, object]) -> None:
    message = Message(code, values)

    assert Message.from_json(json.loads(json.dumps(message.as_json()))) == message


def test_what_an_earlier_program_wrote_of_a_skipped_file_can_be_read() -> None:
    kept = Skipped.from_json({"path": "a.txt", "reason": "is empty", "sha256": "00"})

    assert kept.reason.told("fr") == "is empty"


def test_lists_and_languages_are_said_as_the_language_does() -> None:
    assert [listing(["A", "B", "C"], language) for language in LANGUAGES] == [
        "A, B and C",
        "A, B et C",
        "A、B和C",
        "A、B和C",
    ]
    assert language_name("zh-Hant", "fr") == "chinois traditionnel"
    assert language_name("de", "en") == "German"


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("fr-CA,fr;q=0.9,en;q=0.8", "fr"),
        ("en;q=0.2, zh-TW;q=0.9", "zh-Hant"),
        ("zh", "zh-Hans"),
        ("de, *;q=0.5", "en"),
        ("", "en"),
        (";;q=2,é", "en"),
    ],
)
def test_a_program_is_told_in_a_language_that_it_accepts(header: str, language: str) -> None:
    assert accepted(header) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("fr_FR.UTF-8", "fr"),
        ("zh_HK", "zh-Hant"),
        ("C.UTF-8", "en"),
        ("", "en"),
        ("de_DE@euro", "en"),
    ],
)
def test_a_terminal_is_told_in_the_language_of_its_locale(name: str, language: str) -> None:
    assert preferred([name]) == language


def test_a_french_terminal_is_told_in_french(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    (tmp_path / "corpus").mkdir()

    _, _, refused = run("build", "--corpus", str(tmp_path / "corpus"))
    _, _, asked = run("ask", "When?", "--lang", "zh-Hans")

    assert f"le dossier de documents {tmp_path / 'corpus'} est vide" in refused
    assert "中没有索引" in asked


def test_a_program_is_refused_in_the_language_that_it_accepts() -> None:
    request = SimpleNamespace(headers={"accept-language": "fr"})

    for language, text in (("auto", "la question est vide"), ("zh-Hant", "問題是空的")):
        with (
            pytest.raises(gr.Error, match=text),
            messages(request, language),  # type: ignore[arg-type]
        ):
            raise QuestionError("question_empty", limit=2000)
