"""The people that stand behind a label which a question asks for: Present: A, B; 出席：甲、乙."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from index.passage_index import Filter, Hit, PassageIndex, PassageRecord
from language.languages import KNOWN
from language.spans import Span, stripped
from language.tags import family
from language.terms import question_terms, term_set
from qa.lists.listed import MOST, Item, Listing, rules_of
from qa.question import Question
from qa.reading.candidates import Candidate, Ranked
from qa.reading.cells import NAMED
from qa.reading.judge import Thresholds

LOOKED_AT = 200  # passages with the terms of a label
NEAR = 300  # characters above the label that say of what meeting it is
SEPARATOR = regex.compile(r"\s*[、,;；，]\s*(?![^()（）\n]*[)）])")
COLON = r"[*_]*\s?[:：][*_]*\s*"

Fits = tuple[bool, bool, bool]


@dataclass(frozen=True, slots=True)
class _Place:
    """A line that begins with a label."""

    ranked: Ranked
    line: Span  # in the passage's reading view
    names: Span  # what stands behind the label
    since: int  # where what is above it begins: the meeting before has its own

    @property
    def record(self) -> PassageRecord:
        return self.ranked.hit.record


def labelled(
    question: Question,
    ranked: Sequence[Ranked],
    index: PassageIndex,
    limits: Thresholds,
    among: Filter | None,
) -> tuple[Candidate, Listing] | None:
    """Return the list of those who were present, or absent, if that is asked; None else.

    Of several meetings the one that the question tells, by what stands above the label; the lines
    of all of them where it tells none.

    Args:
        question: What is asked.
        ranked: Passages that were retrieved, the best first.
        index: Where they are from; what has a label is looked for there too.
        limits: Of an answer.
        among: Which documents are asked.
    """
    fitting: dict[Fits, list[_Place]] = {}
    for at, rest in _asked(question):
        wanted = frozenset(question_terms(rest, question.language))
        every = {each.hit.record.number: each for each in ranked}
        for record in index.with_term(_terms(at), LOOKED_AT, among):
            every.setdefault(record.number, Ranked(Hit(record, 0.0, 0.0), 0.0))
        for place in (place for each in every.values() for place in _places(each, at)):
            fits = _fits(question, wanted, place)
            if fits:
                fitting.setdefault(fits, []).append(place)
    if not fitting:
        return None
    best = fitting[max(fitting)]
    first = best[0]
    items = [Item(each.record, each.line) for each in best]
    if len(best) == 1:
        items = [Item(first.record, span) for span in _cut(first.record, first.names)]
    candidate = Candidate(first.ranked.hit, first.line, first.line, NAMED, limits)
    return candidate, Listing(items[:MOST], certain=True, lone=len(items) == 1)


def _asked(question: Question) -> Iterator[tuple[int, str]]:
    """Yield which label is asked for, by its place in the rules, and what else is said."""
    rules = rules_of(question.language)
    for at, (asks, *_) in enumerate(rules.labelled if rules else ()):
        match = asks.search(question.text)
        if match and rules:
            rest = question.text[: match.start()] + " " + question.text[match.end() :]
            yield at, rules.asking.sub(" ", rules.crowd.sub(" ", rest))
            return


def _places(ranked: Ranked, at: int) -> Iterator[_Place]:
    """Yield the lines of a passage that begin with a label of any language."""
    passage, since = ranked.hit.record.passage, 0
    for match in _label(at).finditer(passage.text):
        stop = passage.text.find("\n", match.end())
        ends = [each[1] for each in passage.sentences if each[0] <= match.end() < each[1]]
        end = min([*ends, len(passage.text) if stop < 0 else stop])
        if passage.text[match.end() : end].strip():
            line = stripped(passage.text, (match.start(), end))
            yield _Place(ranked, line, (match.end(), end), max(since, line[0] - NEAR))
            since = end


@cache
def _label(at: int) -> regex.Pattern[str]:
    """Return what matches a label of the place *at* in the rules, of all languages."""
    every = [known.lists.labelled for known in KNOWN.values() if known.lists]
    forms = "|".join(rules[at][1].pattern for rules in every)
    begins = r"(?:^[^\w\n]*\d?[^\w\n]*|(?<=[.。;；]\s*))"
    return regex.compile(rf"{begins}(?:{forms}){COLON}", regex.I | regex.M)


@cache
def _terms(at: int) -> str:
    """Return what matches the terms of such a label."""
    return "|".join(known.lists.labelled[at][2] for known in KNOWN.values() if known.lists)


def _fits(question: Question, wanted: frozenset[str], place: _Place) -> Fits | None:
    """Return how well a meeting is the one that is asked about; None where it is another."""
    passage, title = place.record.passage, place.record.document.title
    own = family(passage.language) == family(question.language)
    above = passage.text[place.since : place.line[0]]
    titled = f"{passage.title}\n{title}\n{above}"
    whole = term_set(f"{titled}\n{passage.text}", passage.language)
    if wanted and not (own and wanted <= whole):
        return None
    near, named = (term_set(text, passage.language) for text in (above, titled))
    return own, wanted <= near, wanted <= named


def _cut(record: PassageRecord, names: Span) -> list[Span]:
    """Return the names of a row, each with what stands in brackets behind it."""
    text, rules = record.passage.text, rules_of(record.passage.language)
    pieces, start = [], names[0]
    for match in SEPARATOR.finditer(text, *names):
        pieces.append((start, match.start()))
        start = match.end()
    joint = rules.joins.search(text, start, names[1]) if rules and pieces else None
    if joint:
        pieces.append((start, joint.start()))
        start = joint.end()
    ends = len(text[start : names[1]].rstrip().rstrip(".。"))
    pieces.append((start, start + ends))
    spans = (stripped(text, piece) for piece in pieces if piece[0] < piece[1])
    return [span for span in spans if regex.search(r"\p{L}", text[slice(*span)])][:MOST]
