"""From a file to a document and its passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

import regex

from corpus.documents import Document, Passage, Span
from corpus.files import SourceFile
from corpus.language import detect
from corpus.markdown import markup, soft_breaks
from corpus.repairs import entities, invisibles, line_ends, pinyin, spaced_characters
from corpus.sentences import sentence_spans
from corpus.tags import UNKNOWN, family
from corpus.view import View
from corpus.wraps import columns, wraps

# Raised with every change that gives other passages for the same file.
PIPELINE = 2
# Columns of a passage: about 230 tokens of the embedder at most, in Chinese as in English.
LONGEST = 720
# Paragraphs shorter than this join their neighbours: headings, lists, lines of dialogue.
SHORTEST = 160
# A heading is short and does not end like a sentence.
HEADING = 80

# Entities stand for line ends and invisible characters too; in Markdown, never for markup.
REPAIRS_OF_TEXT = (entities, line_ends, invisibles, pinyin, spaced_characters, wraps)
REPAIRS_OF_MARKDOWN = (
    *(line_ends, invisibles, soft_breaks, markup),
    *(entities, line_ends, invisibles, pinyin),
)
# Breadcrumbs, dates and sources that a web page puts above its text.
NOT_A_TITLE = regex.compile(r"[>»|]|[:：]\s*\d{4}|https?:|^\W*$")
ENDS_SENTENCE = regex.compile(r"[.。．!！?？…;；:：,，、][\p{Pe}\p{Pf}\"'”’]*$")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One line of the reading view."""

    start: int
    end: int
    language: str
    width: int


def reading_view(file: SourceFile) -> View:
    """Return the repaired text of *file*, with its way back to the source."""
    view = View.of(file.source)
    for repair in REPAIRS_OF_MARKDOWN if file.is_markdown else REPAIRS_OF_TEXT:
        view = view.edited(repair(view.text))
    return view


def read_document(file: SourceFile) -> tuple[Document, list[Passage]]:
    """Return the document that *file* holds and its passages in reading order.

    A passage ends with a paragraph, or with a sentence where a paragraph is too long; it never
    cuts a sentence unless that one alone is too long.
    """
    view = reading_view(file)
    paragraphs = list(_paragraphs(view.text))
    title = _title(view.text, paragraphs) or PurePosixPath(file.path).stem
    language = _main_language(paragraphs)
    passages = [
        _passage(view, spans, _main_language(group), title)
        for group in _groups(view.text, paragraphs)
        for spans in _packed(view.text, _sentences(view.text, group))
    ]
    return Document(file.path, file.sha256, file.source, title, language), passages


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    language = UNKNOWN
    for found in regex.finditer(r"\S[^\n]*", text):
        language = detect(found.group(), default=language)
        yield _Paragraph(*found.span(), language, columns(found.group()))


def _main_language(paragraphs: list[_Paragraph]) -> str:
    widths: dict[str, int] = {}
    for one in paragraphs:
        widths[one.language] = widths.get(one.language, 0) + one.width
    return max(widths, key=lambda language: widths[language], default=UNKNOWN)


def _title(text: str, paragraphs: list[_Paragraph]) -> str:
    """Return the first line that reads like a heading, else the beginning of the first sentence."""
    for one in paragraphs[:6]:
        line = text[one.start : one.end].strip()
        if one.width <= HEADING and not NOT_A_TITLE.search(line) and not ENDS_SENTENCE.search(line):
            return line
    for one in paragraphs:
        line = text[one.start : one.end].strip()
        if not NOT_A_TITLE.search(line[:HEADING]):
            return line if len(line) <= HEADING else line[: HEADING // 2].rstrip() + "…"
    return ""


def _groups(text: str, paragraphs: list[_Paragraph]) -> Iterator[list[_Paragraph]]:
    """Yield runs of paragraphs that read together: in one language, short ones not alone."""
    group: list[_Paragraph] = []
    for one in paragraphs:
        if group and _apart(group, one):
            headings = _headings_at_end(text, group)
            if headings == len(group) and sum(each.width for each in group) > LONGEST // 2:
                headings = 0  # A list of short lines; nothing can be above so much.
            if headings < len(group):
                yield group[: len(group) - headings]
                group = group[len(group) - headings :]
        group.append(one)
    if group:
        yield group


def _apart(group: list[_Paragraph], one: _Paragraph) -> bool:
    language = _main_language(group)
    if one.language != language:
        # A short line is easily taken for another language: names, figures, hashtags.
        return family(one.language) != family(language) and one.width > SHORTEST // 4
    width = sum(each.width for each in group)
    return width >= SHORTEST and (one.width >= SHORTEST or width + one.width > LONGEST)


def _headings_at_end(text: str, group: list[_Paragraph]) -> int:
    """Return how many paragraphs at the end of *group* are headings of what follows."""
    count = 0
    for one in reversed(group):
        if one.width > HEADING or ENDS_SENTENCE.search(text[one.start : one.end].rstrip()):
            break
        count += 1
    return count


def _sentences(text: str, group: list[_Paragraph]) -> list[Span]:
    spans = []
    for one in group:
        longest = LONGEST // (2 if family(one.language) == "zh" else 1)
        spans += [
            (one.start + start, one.start + end)
            for start, end in sentence_spans(text[one.start : one.end], one.language, longest)
        ]
    return spans


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


def _passage(view: View, spans: list[Span], language: str, title: str) -> Passage:
    first, last = spans[0][0], spans[-1][1]
    sentences = tuple((start - first, end - first) for start, end in spans)
    return Passage(view.part(first, last), sentences, language, title)
