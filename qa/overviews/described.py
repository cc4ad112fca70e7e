"""Which documents are meant by what they are and what about: the news of the bridge, the chat."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

import regex

from index.passage_index import Outline
from language.spans import Span
from language.tags import family
from language.talking import kinds_in
from language.terms import question_terms, term_set
from qa.dictionary import translations

NAME_PARTS = regex.compile(r"[_\W]+")
# What posts are kept in where it is no chat that was exported.
DATA = frozenset({".jsonl", ".json", ".csv", ".tsv", ".xlsx", ".html"})
LETTERS = frozenset({".eml", ".msg", ".mbox"})
# Of what a document is about, its title and the name of its file must have this share.
HALF = 0.5
WRITTEN_TO = frozenset({"chat", "letter", "posts"})


def of_a_kind(words: str, asked_in: str, outlines: Sequence[Outline]) -> tuple[list[str], str]:
    """Return the paths of documents of the kind that *words* name, and what else these say.

    Those about what is said besides, in the language that is asked in where there are any; of
    none such, letters and chats with the rest as their subject.

    Args:
        words: "the news of the bridge".
        asked_in: The family of its language.
        outlines: The documents that are asked.
    """
    named = kinds_in(words)
    if not named:
        return [], ""
    of_kind = [one for one in outlines if named.keys() & kinds_of(one)]
    rest = _without(words, [span for spans in named.values() for span in spans])
    if not question_terms(rest, asked_in):
        return [one.path for one in _own(of_kind, asked_in)], ""
    about = [one for one in of_kind if _is_about(one, rest, asked_in)]
    if about:
        return [one.path for one in _own(about, asked_in)], ""
    # What people write to each other is seldom called after what it is about.
    if named.keys().isdisjoint(WRITTEN_TO):
        return [], ""
    return [one.path for one in of_kind], rest


def kinds_of(outline: Outline) -> set[str]:
    """Return of which kinds a document is: by its title, its file's name and its posts."""
    kinds = set(kinds_in(f"{outline.title}\n{_name(outline)}"))
    suffix = PurePosixPath(outline.path).suffix.casefold()
    if suffix in LETTERS:
        kinds.add("letter")
    elif len({record.author for record in outline.records} - {""}) > 1:
        kinds.add("posts" if suffix in DATA else "chat")
    return kinds


def _name(outline: Outline) -> str:
    return NAME_PARTS.sub(" ", PurePosixPath(outline.path).stem)


def _without(words: str, spans: Sequence[Span]) -> str:
    kept = list(words)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return " ".join("".join(kept).split()).strip(" 的")


def _own(outlines: Sequence[Outline], asked_in: str) -> Sequence[Outline]:
    return [one for one in outlines if family(one.language) == asked_in] or outlines


def _is_about(outline: Outline, words: str, asked_in: str) -> bool:
    """Tell whether a document is called by half of *words* at least, in its language."""
    tag = family(outline.language)
    called = term_set(outline.title, outline.language) | term_set(_name(outline), "en")
    called |= term_set(_name(outline), outline.language)
    terms = question_terms(words, asked_in)
    met = len(called.intersection(terms))
    groups = translations(words, asked_in, sorted({tag, "en"} - {asked_in}))
    met = max(met, sum(1 for group in groups if called.intersection(group)))
    return met >= HALF * len(terms)
