"""What the program sees in one file: records, languages, repairs, passages, what it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus.documents import Document, Passage, Table
from corpus.errors import CitedQAError, UnreadableFileError
from corpus.files import SourceFile, exists, placed, read_file
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.ocr.recogniser_process import installed
from corpus.passages import read_document, repaired
from corpus.view import Edit

EXAMPLES = 5  # repairs of one kind that are shown
BESIDE = 8  # characters around a repair
SHOWN = 60  # characters of what a repair replaces


@dataclass(frozen=True, slots=True)
class Inspection:
    """A file as the program sees it."""

    path: str
    sha256: str
    title: str
    language: str
    characters: int  # of the source text
    parts: dict[str, int]  # how many pages, slides, rows…
    records: list[dict[str, Any]]
    repairs: dict[str, int]
    examples: dict[str, list[str]]  # of each repair: before → after
    passages: list[dict[str, Any]]
    tables: list[dict[str, Any]]
    kept: dict[str, Any]
    notes: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)


def inspect(path: Path, limits: Limits) -> Inspection:
    """Read the file at *path* as a build would and return what was found in it.

    Raises:
        CitedQAError: If it cannot be read.
    """
    folder, name = placed(path)
    if not exists(folder, name):
        raise CitedQAError("no_file", path=path)
    with Loaders(limits) as loaders, installed(limits) as recogniser:
        try:
            file = read_file(folder, name, loaders, recogniser)
        except UnreadableFileError as problem:
            raise CitedQAError("not_inspected", path=path, reason=problem.message) from problem
    document, passages = read_document(file)
    counts, examples = _repairs(file)
    return Inspection(
        path=str(path),
        sha256=file.sha256,
        title=document.title,
        language=document.language,
        characters=len(file.source),
        parts=dict(Counter(part.kind for part in document.parts)),
        records=list(_records(document)),
        repairs=counts,
        examples=examples,
        passages=[_passage(document, one) for one in passages],
        tables=[_table(document, table) for table in document.tables],
        kept={**document.kept._asdict(), "share": round(document.kept.share, 4)},
        notes=tuple(note.told("en") for note in document.notes),
    )


def _repairs(file: SourceFile) -> tuple[dict[str, int], dict[str, list[str]]]:
    counts: dict[str, int] = {}
    examples: dict[str, list[str]] = {}
    for name, view, edits in repaired(file):
        counts[name] = counts.get(name, 0) + len(edits)
        if name != "line_ends":
            shown = [_example(view.text, edit) for edit in edits[:EXAMPLES]]
            examples.setdefault(name, []).extend(shown)
    return counts, {name: found for name, found in examples.items() if found}


def _example(text: str, edit: Edit) -> str:
    before, after = text[max(0, edit.start - BESIDE) : edit.start], text[edit.end :][:BESIDE]
    removed = text[edit.start : edit.end]
    removed = removed if len(removed) <= SHOWN else removed[:SHOWN] + "…"
    shown = f"{before}[{removed}→{edit.replacement}]{after}"
    return shown.replace("\n", "⏎")


def _records(document: Document) -> Iterator[dict[str, Any]]:
    ends = [*(record.start for record in document.records[1:]), len(document.source)]
    for record, end in zip(document.records, ends, strict=True):
        yield {**record._asdict(), "end": end}


def _table(document: Document, table: Table) -> dict[str, Any]:
    names = [[document.source[slice(*span)] for span in spans] for spans in table.columns]
    columns = [" / ".join(column) for column in names]
    place = {"start": table.start, "end": table.end, "name": table.name}
    return {**place, "columns": columns, "rows": len(table.rows)}


def _passage(document: Document, passage: Passage) -> dict[str, Any]:
    start, end = passage.source_span
    part = document.part_at(start)
    return {
        "start": start,
        "end": end,
        "part": f"{part.kind} {part.name}" if part else "",
        "language": passage.language,
        "title": passage.title,
        "sentences": len(passage.sentences),
        "text": passage.text,
    }
