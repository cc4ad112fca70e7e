"""Quotes that are kept: another machine checks them against its documents, by digest and place."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.limits import Limits
from language.languages import LANGUAGES
from qa.answers import Citation, TableRow
from qa.evidence.evidence_file import LARGEST, EvidenceError, parsed, read, written
from qa.evidence.pinned import Origin, Pinned, as_json, digest, fingerprint_of, from_json
from qa.evidence.replaying import Replayed, replay, standing
from tests.commands import Run

TEXTS = {
    "en.txt": "The dyke of Orvel was raised in 1887. It is nine metres high.\n",
    "fr.txt": "La digue d’Orvel fut rehaussée en 1887. Elle mesure neuf mètres.\n",
    "hans.txt": "奥维尔堤坝于1887年加高。堤高九米。\n",
    "hant.txt": "奧維爾堤壩於1887年加高。堤高九米。\n",
}


def pinned(path: str, text: str, quote: str, **fields: Any) -> Pinned:  # noqa: ANN401
    start = text.index(quote)
    citation = Citation(
        document=path, title=f"Title of {path}", sha256=hashlib.sha256(text.encode()).hexdigest(),
        start=start, end=start + len(quote), quote=quote, text=quote, language="en",
        page=None, part=("line", "1"), date="1887-05-01", passage=0, score=0.0,
    )  # fmt: skip
    origin = Origin("000001-0", "2026-01-02T03:04:05+00:00", fingerprint_of({"a": "b"}))
    made = Pinned(citation, digest(text), "When?", origin, "2026-11-28", "a note")
    return replace(made, **fields)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "documents"
    place.mkdir()
    for name, text in TEXTS.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def quotes() -> list[Pinned]:
    return [pinned(name, text, text[4:18]) for name, text in TEXTS.items()]


def replayed(pins: list[Pinned], folder: Path) -> list[Replayed]:
    return replay(parsed(written(pins).encode(), "x"), folder, Limits())


def test_quotes_come_back_from_the_file_as_they_were() -> None:
    row = TableRow("Fees", 3, "Fee", ())
    citation = replace(quotes()[0].citation, table=row, page=7, part=("page", "7"), recognised=0.5)
    pins = [*quotes(), replace(quotes()[0], citation=citation, source_sha256="")]

    assert parsed(written(pins).encode(), "x") == pins


def test_quotes_hold_in_the_documents_that_they_are_from_also_where_these_are_renamed(
    folder: Path,
) -> None:
    (folder / "deep").mkdir()
    (folder / "en.txt").rename(folder / "deep" / "renamed.txt")

    outcomes = replayed(quotes(), folder)

    assert [each.verdict for each in outcomes] == ["holds"] * 4
    assert outcomes[0].document == "deep/renamed.txt"
    assert outcomes[1].document == "fr.txt"


def test_of_a_document_that_changed_it_is_told_whether_the_quote_still_stands_and_where(
    folder: Path,
) -> None:
    text = TEXTS["en.txt"]
    pins = [pinned("en.txt", text, "raised in 1887"), pinned("en.txt", text, "nine metres")]
    changed = "A new line.\n" + text.replace("raised in 1887", "raised\nin 1887").replace(
        "nine", "ten"
    )
    (folder / "en.txt").write_text(changed, encoding="utf-8")

    stands, lacks = replayed(pins, folder)

    assert (stands.verdict, lacks.verdict) == ("changed", "changed_lacks")
    assert stands.stands
    assert changed[slice(*stands.stands)] == "raised\nin 1887"
    assert lacks.stands is None


def test_of_a_document_that_is_missing_or_cannot_be_read_it_is_told(folder: Path) -> None:
    (folder / "en.txt").unlink()
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    broken = pinned("broken.pdf", "Il n’y a rien.", "rien")

    outcomes = replayed([quotes()[0], broken], folder)

    assert [each.verdict for each in outcomes] == ["missing", "unread"]
    assert outcomes[1].problem is not None


def test_a_quote_at_other_offsets_does_not_hold(folder: Path) -> None:
    right = quotes()[2]
    moved = replace(right.citation, start=right.citation.start + 1, end=right.citation.end + 1)

    other = replace(right.citation, quote="x" * len(right.citation.quote))
    told = replace(right, citation=moved)
    reread = replace(told, source_sha256=digest("another text"))

    outcomes = replayed([told, replace(right, citation=other), reread], folder)

    assert [each.verdict for each in outcomes] == ["altered", "altered_lacks", "reread"]
    assert outcomes[0].stands == outcomes[2].stands == right.span


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60),
    st.integers(0, 59),
    st.integers(1, 60),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
)
def test_a_quote_is_found_by_code_points_after_anything_was_put_before_it(
    text: str, first: int, length: int, before: str
) -> None:
    start = min(first, len(text) - 1)
    quote = text[start : start + length]
    made = pinned("a.txt", text, quote)
    cited = replace(made.citation, start=start, end=start + len(quote))
    made = replace(made, citation=cited)

    back = parsed(written([made]).encode(), "x")[0]

    assert back == made
    assert text[slice(*back.span)] == quote
    assert standing(back, text) == back.span
    place = standing(back, before + text)
    assert place is not None
    assert (before + text)[slice(*place)] == quote


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.sampled_from(sorted(as_json(quotes()[0]))), JSON)
def test_whatever_stands_in_a_field_is_taken_or_refused_in_one_line(field: str, value: Any) -> None:  # noqa: ANN401
    content = json.loads(written(quotes()[:1]))
    content["quotes"][0][field] = value

    try:
        cited = parsed(json.dumps(content).encode(), "x.json")[0].citation
        lines = 0 if len(cited.quote) == cited.end - cited.start else 1
    except EvidenceError as error:
        lines = sum(error.told(language).count("\n") for language in LANGUAGES)

    assert lines == 0


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("path", "../secret.txt"),
        ("path", "/etc/passwd"),
        ("path", "C:\\boot.ini"),
        ("path", "a\u202etxt.exe"),
        ("path", "\x1b[2J"),
        ("path", ""),
        ("path", 7),
        ("sha256", "F" * 64),
        ("sha256", None),
        ("title", ["a"]),
        ("title", "\ud800"),
    ],
)
def test_a_field_of_a_document_that_is_not_what_it_must_be_is_named(field: str, value: Any) -> None:  # noqa: ANN401
    content = json.loads(written(quotes()[:1]))
    content["quotes"][0]["document"][field] = value

    with pytest.raises(EvidenceError, match=f"“{field}” of quote 1"):
        parsed(json.dumps(content).encode(), "x.json")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"version": NaN}', "not JSON"),
        (b'{"version": ' + b"9" * 5000 + b"}", "not JSON"),
        (b"[]", "format"),
        (b'{"format": "cited-qa evidence", "version": 2, "quotes": []}', "another version"),
        (b'{"format": "cited-qa evidence", "version": true, "quotes": [1]}', "another version"),
        (b'{"format": "cited-qa evidence", "version": 1, "quotes": []}', "no list of quotes"),
        (b'{"format": "cited-qa evidence", "version": 1, "quotes": [1]}', "quote 1"),
    ],
)
def test_what_is_no_evidence_file_is_refused_with_the_reason(content: bytes, told: str) -> None:
    with pytest.raises(EvidenceError, match=told):
        parsed(content, "x.json")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.json"
    with file.open("wb") as out:
        out.truncate(LARGEST + 1)

    with pytest.raises(EvidenceError, match="bytes"):
        read(file)


def test_the_command_says_of_each_quote_whether_it_holds_and_fails_if_one_does_not(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "evidence.json"
    file.write_text(written(quotes()), encoding="utf-8")
    command = ("verify", "--evidence", str(file), "--corpus", str(folder))

    code, told, _ = run(*command)
    (folder / "hant.txt").unlink()
    failed, _, _ = run(*command)
    _, printed, _ = run(*command, "--json")

    assert code == 0
    assert told.count("holds: ") == 4
    assert "4 of 4 quotes hold" in told
    assert failed == 1
    assert [each["verdict"] for each in json.loads(printed)] == ["holds"] * 3 + ["missing"]


def test_the_command_refuses_what_is_no_evidence_in_one_line(run: Run, tmp_path: Path) -> None:
    code, _, refused = run("verify", "--evidence", str(tmp_path / "nowhere.json"))

    assert code == 1
    assert refused.count("\n") == 1
    assert "nowhere.json" in refused


def test_the_schema_in_the_documentation_names_every_field() -> None:
    page = Path(__file__).parents[1] / "docs" / "evidence.md"
    told = page.read_text(encoding="utf-8")
    entry = as_json(quotes()[0])

    for field in (*entry, *entry["document"], *entry["generation"], "table", "column"):
        assert f"`{field}`" in told, field
    example = json.loads(told.split("```json\n")[1].split("```")[0])
    assert from_json(example["quotes"][0]).citation.quote
