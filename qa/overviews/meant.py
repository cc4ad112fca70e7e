"""Which documents are meant: the French one, that of 2019, one by words of its title, all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

import regex

from corpus.near_duplicates import essence
from index.passage_index import Filter, Outline
from language.tags import family
from language.talk_rules import Act
from language.talking import Said, kinds_in, target
from language.terms import question_terms, term_set
from language.values.scan import values_in
from language.values.value import Date
from qa.overviews.described import of_a_kind

# The share of a title's terms that must be named where nothing says that a document is meant.
MOST_OF_TITLE = 0.6
NAME_PARTS = regex.compile(r"[_\W]+")


@dataclass(frozen=True, slots=True)
class Meant:
    """What an overview or timeline is of: documents that pass a filter, or a subject in them."""

    among: Filter | None
    topic: str = ""
    none: bool = False  # documents are meant of which there is none


def meant(utterance: Said, outlines: Sequence[Outline], among: Filter | None) -> Meant | None:
    """Return what an overview or timeline is of; None where the documents are asked a question.

    Args:
        utterance: What was asked; of a subject too, but the contents only of documents.
        outlines: The documents that are asked.
        among: By what they were chosen.
    """
    named = target(utterance.target, utterance.family)
    exactly = [one.path for one in outlines if utterance.target and _is(one, utterance.target)]
    if exactly:
        return Meant(_only(among, exactly))
    if named.tongues:
        asked = among.languages if among else ()
        if asked and not {family(tag) for tag in named.tongues} & set(map(family, asked)):
            return Meant(among, none=True)
        among = replace(among or Filter(), languages=tuple(sorted(named.tongues)))
    words = named.words
    if named.documents:
        words, among = _dated(words, utterance.family, among)
    if not question_terms(words, utterance.family):
        return Meant(among) if named.documents else None
    # The regulations, 借阅规定, are a document too.
    is_document = named.documents or bool(kinds_in(utterance.target))
    if utterance.act is Act.CONTENTS and not is_document:
        return None
    return _chosen(utterance, words, outlines, among, is_document)


def _chosen(
    utterance: Said,
    words: str,
    outlines: Sequence[Outline],
    among: Filter | None,
    is_document: bool,
) -> Meant | None:
    """Return what is meant by *words*: documents called so, of that kind, or a subject."""
    titled = [one.path for one in outlines if _called(one, words, is_document)]
    if titled:
        return Meant(_only(among, titled))
    of_kind, rest = _described(utterance, outlines)
    if of_kind:
        return Meant(_only(among, of_kind), rest)
    topic = words if is_document else utterance.target
    topic = topic if utterance.act in (Act.OVERVIEW, Act.TIMELINE) else ""
    return Meant(among, topic) if topic else None


def _described(utterance: Said, outlines: Sequence[Outline]) -> tuple[list[str], str]:
    """Return documents of a kind that is named, and on which subject."""
    if utterance.act not in (Act.OVERVIEW, Act.CONTENTS):
        return [], ""
    return of_a_kind(utterance.target, utterance.family, outlines)


def _is(outline: Outline, text: str) -> bool:
    """Tell whether *text* is the title of a document, its path or the name of its file."""
    names = outline.path, PurePosixPath(outline.path).name, outline.title
    return essence(text) in {essence(name) for name in names if essence(name)}


def _only(among: Filter | None, paths: Sequence[str]) -> Filter:
    return replace(among or Filter(), paths=tuple(paths))


def _dated(words: str, language: str, among: Filter | None) -> tuple[str, Filter | None]:
    """Return *words* without the date that they state, and *among* with it."""
    for (start, end), value in values_in(words, language):
        if isinstance(value, Date) and value.year and value.year > 0:
            parts = (f"{value.year:04}", *(f"{n:02}" for n in (value.month, value.day) if n))
            day = "-".join(parts)
            rest = f"{words[:start]} {words[end:]}"
            return " ".join(rest.split()), replace(among or Filter(), since=day, until=day)
    return words, among


def _called(outline: Outline, words: str, is_document: bool) -> bool:
    """Tell whether the title or the file's name of a document has all of *words*."""
    terms = frozenset(question_terms(words, outline.language))
    title = term_set(outline.title, outline.language)
    name = term_set(NAME_PARTS.sub(" ", PurePosixPath(outline.path).stem), outline.language)
    if not terms <= title | name:
        return False
    return is_document or len(terms & title) >= MOST_OF_TITLE * len(title) or terms >= name > set()
