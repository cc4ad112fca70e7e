"""From a file to a document and its passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import PurePosixPath

import numpy as np
import regex

from corpus.documents import Document, Heading, Passage, Record, Table
from corpus.files import SourceFile
from corpus.markdown import markup, soft_breaks
from corpus.notices import is_notice
from corpus.paragraphs import Paragraph, main_language, paragraphs
from corpus.records import RecordText, opening, records
from corpus.repairs import (
    Repair,
    entities,
    hyphen_marks,
    invisibles,
    line_ends,
    pinyin,
    spaced_characters,
    spaced_labels,
    superscripts,
)
from corpus.residue import residue
from corpus.table_view import WIDEST, table_edits
from corpus.units import units
from corpus.view import OWN, Edit, View
from corpus.wraps import columns, wraps
from language.sentences import sentence_spans
from language.spans import Span
from language.tags import family

# Raised with every change that gives other passages for the same file.
PIPELINE = 17
ENDED = regex.compile(r"[.。!！?？…]\W*$")
# Columns of a passage: about 230 tokens of the embedder at most, in Chinese as in English.
LONGEST = 720
# Paragraphs shorter than this join their neighbours: headings, lists, lines of dialogue.
SHORTEST = 160

# Entities stand for line ends and invisible characters too; in Markdown, never for markup.
REPAIRS_OF_TEXT: tuple[Repair, ...] = (
    *(entities, line_ends, invisibles, pinyin, residue, superscripts),
    *(spaced_characters, spaced_labels, wraps, hyphen_marks),
)
REPAIRS_OF_MARKDOWN: tuple[Repair, ...] = (
    *(line_ends, invisibles, soft_breaks, markup),
    *(entities, line_ends, invisibles, hyphen_marks, pinyin, spaced_labels),
)
# Where lines were cut to a width.
REPAIRS_OF_LINES = frozenset({superscripts, wraps})


def reading_view(file: SourceFile) -> View:
    """Return the repaired text of *file*, with its way back to the source."""
    *_, (_, view, edits) = repaired(file)
    return view.edited(edits)


def repaired(file: SourceFile) -> Iterator[tuple[str, View, list[Edit]]]:
    """Yield each repair of *file* in turn: its name, the view before it, its edits of that."""
    view = View.of(file.source)
    tables = file.loaded.tables
    edits = [Edit(*span) for span in file.loaded.residue]
    edits = sorted([*edits, *table_edits(file.source, tables)])
    yield "layout", view, edits
    for repair in REPAIRS_OF_MARKDOWN if file.is_markdown else REPAIRS_OF_TEXT:
        if repair in REPAIRS_OF_LINES and not file.is_laid_out:
            continue
        view = view.edited(edits)
        joins = repair in {*REPAIRS_OF_LINES, soft_breaks}
        edits = list(_apart_from_tables(view, tables, repair(view.text), joins))
        yield repair.__name__, view, edits


def _apart_from_tables(
    view: View, tables: Sequence[Table], edits: Iterable[Edit], rows_too: bool
) -> Iterator[Edit]:
    """Yield the *edits* that leave borrowed names alone, or all of a table's rows too."""
    if not tables:
        yield from edits
        return
    spared = view.borrowed != OWN
    if rows_too:
        bounds = np.array([(table.start, table.end) for table in tables])
        number = np.searchsorted(bounds[:, 0], view.starts, "right") - 1
        spared |= (number >= 0) & (view.starts < bounds[number, 1])
    for edit in edits:
        # What joins lines must not join one to the row that follows either.
        if not spared[edit.start : edit.end + rows_too].any():
            yield edit


def read_document(file: SourceFile) -> tuple[Document, list[Passage]]:
    """Return the document that *file* holds and its passages in reading order.

    A passage ends with a record, a paragraph, or with a sentence where a paragraph is too long;
    it never cuts a sentence unless that one alone is too long.
    """
    view = reading_view(file)
    loaded = file.loaded
    lines = list(paragraphs(view, file.source, loaded.tables, loaded.language))
    headings = _in_view(view, loaded.headings)
    record_texts = [record for record in records(lines, headings) if record.paragraphs]
    passages = [
        _passage(view, spans, main_language(group), title, record)
        for record in record_texts
        for title, group in _titled(record, loaded.tables)
        for spans in _packed(view.text, _stated(record, view.text, group, title))
    ]
    title, language = _named(file, record_texts, lines), main_language(lines)
    given = zip(reversed(headings), reversed(loaded.headings), strict=True)
    starts = {heading.start: itself.start for heading, itself in given}
    held = tuple(_record(view, one, starts) for one in record_texts)
    document = Document(
        *(file.path, file.sha256, file.source, title, language, held),
        *(loaded.parts, loaded.tables, loaded.recognised, loaded.kept, loaded.notes),
    )
    return document, passages


def _named(file: SourceFile, held: Sequence[RecordText], lines: Sequence[Paragraph]) -> str:
    """Return the title of a document; an export of posts is called as its file is."""
    first = held[0].title if held else ""
    by = held[0].author if held else ""
    listed = len(held) > 1 and len(file.loaded.headings) > 1
    # What the first of many is called by is not what all are: who wrote it, or how it begins.
    own = bool(by) and first.startswith(by)
    posted = bool(held) and (held[0].posted or (listed and (own or not first)))
    # A text of one line is not called by all of itself.
    begins = opening(lines) if len(lines) > 1 or not ENDED.search(opening(lines)) else ""
    named = "" if posted else first or begins
    return named or PurePosixPath(file.path).stem


def _titled(record: RecordText, tables: Sequence[Table]) -> Iterator[tuple[str, list[Paragraph]]]:
    """Yield what reads together with the title that it stands under: of rows, the table's."""
    title = context = _context(record)
    before = 0
    last = ""
    for group in _groups(record.paragraphs):
        number = group[0].table
        if number and number != before:
            names = context, tables[number - 1].name or last
            title = " – ".join(dict.fromkeys(filter(None, names)))
        yield (title if number else context), group
        before = number
        last = group[-1].text.strip() if group[-1].may_be_title else ""


def _in_view(view: View, headings: tuple[Heading, ...]) -> list[Heading]:
    offsets = np.searchsorted(view.starts, [heading.start for heading in headings])
    return [one._replace(start=int(at)) for one, at in zip(headings, offsets, strict=True)]


def _context(record: RecordText) -> str:
    """Return the title that a record's passages stand under; a short one needs none."""
    wide = sum(line.width for line in record.paragraphs) > LONGEST
    return record.title or (opening(record.paragraphs) if wide else "")


def _record(view: View, record: RecordText, starts: Mapping[int, int]) -> Record:
    """Return a record as it is stored; it begins with its heading, be that read or not."""
    start, _ = view.source_span(record.start, record.paragraphs[0].end)
    title = record.title or opening(record.paragraphs)
    start = min(start, starts.get(record.start, start))
    return Record(start, title, record.language, record.date, record.author)


def _groups(lines: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield runs of paragraphs that read together: in one language, short ones not alone."""
    group: list[Paragraph] = []
    for paragraph in lines:
        if group and _apart(group, paragraph):
            # Headings and questions at the end of a group are of what follows.
            headings = len([*takewhile(_is_of_next, reversed(group))])
            width = sum(line.width for line in group)
            if paragraph.table or (headings == len(group) and width > LONGEST // 2):
                # A table stands for itself; above a list of short lines nothing can be.
                headings = 0
            if headings < len(group):
                yield group[: len(group) - headings]
                group = group[len(group) - headings :]
        group.append(paragraph)
    if group:
        yield group


def _is_of_next(line: Paragraph) -> bool:
    return line.is_heading or line.asks


def _apart(group: list[Paragraph], paragraph: Paragraph) -> bool:
    if group[-1].table or paragraph.table:
        # A row is a passage, with what of it goes on in lines of their own.
        same = (group[-1].table, group[-1].row) == (paragraph.table, paragraph.row)
        return not same or sum(line.width for line in group) + paragraph.width > LONGEST
    language = main_language(group)
    if paragraph.language != language:
        # A short line is easily taken for another language: names, figures, hashtags.
        return family(paragraph.language) != family(language) and paragraph.width > SHORTEST // 4
    width = sum(line.width for line in group)
    if paragraph.asks and width >= SHORTEST and not _is_of_next(group[-1]):
        return True  # A question and its answer stand for themselves.
    return width >= SHORTEST and (paragraph.width >= SHORTEST or width + paragraph.width > LONGEST)


def _sentences(text: str, group: list[Paragraph], title: str) -> list[Span]:
    """Return what of *group* is quoted: sentences, and what makes sense only together as one."""
    cut = []
    for paragraph in group:
        if paragraph.table and paragraph.width <= WIDEST:
            cut.append([(paragraph.start, paragraph.end)])  # A row is quoted whole.
            continue
        longest = LONGEST // (2 if family(paragraph.language) == "zh" else 1)
        first = paragraph.start
        inside = sentence_spans(text[first : paragraph.end], paragraph.language, longest)
        cut.append([(first + start, first + end) for start, end in inside])
    return list(units(text, group, cut, title, LONGEST))


def _stated(record: RecordText, text: str, group: list[Paragraph], title: str) -> list[Span]:
    """Return what of *group* is quoted; of a post not what nobody wrote: that it is encrypted."""
    spans = _sentences(text, group, title)
    if not record.posted:
        return spans
    return [span for span in spans if not is_notice(text[slice(*span)], record.author)]


def _packed(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    """Yield runs of sentences of about equal width, none wider than LONGEST if it can be."""
    widths = [columns(text[start:end]) for start, end in spans]
    parts = -(-sum(widths) // LONGEST)
    room = sum(widths) / max(parts, 1)
    run: list[Span] = []
    filled = 0
    for span, width in zip(spans, widths, strict=True):
        if run and (filled + width > LONGEST or filled + width / 2 > room):
            yield run
            run, filled = [], 0
        run.append(span)
        filled += width
    if run:
        yield run


def _passage(
    view: View, spans: list[Span], language: str, title: str, record: RecordText
) -> Passage:
    first, last = spans[0][0], spans[-1][1]
    sentences = tuple((start - first, end - first) for start, end in spans)
    part = view.part(first, last)
    return Passage(part, sentences, language, title, record.date, record.author)
