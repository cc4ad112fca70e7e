"""What documents report that somebody said: minutes, articles, interviews.

Found by how a language says so around the name, as rules for finding who is quoted do (Pouliquen,
Steinberger and Best 2007, "Automatic detection of quotations in multilingual news"), not by what
is likely; what is quoted is whole sentences.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import regex

from index.passage_index import Filter, PassageIndex, PassageRecord, Query
from language.chinese import to_simplified
from language.spans import Span
from language.tags import family
from language.terms import stem, term_set
from qa.persons import compiled, folded, of_role, others, rules_of
from qa.places.mentions import Mention, Mentions
from qa.places.naming import MissingNameError, mentions
from qa.places.sentences import Naming, sentences_naming
from qa.question import Question
from qa.reading.candidates import Candidate, unjudged
from qa.speakers import HELD
from qa.standing import Texts

# Places that are looked at, and sentences that may go on with what was said.
LOOKED_AT, LONGEST = 400, 4
LABEL = regex.compile(
    r"(?: \p{Lu}[\p{L}'’.-]*){0,3}(?: ?[(（][^()（）\n]{1,60}[)）])?[*_]*\s?[:：][*_]*\s?\S"
)
NOTHING_BEFORE = regex.compile(r"(?:^|[.!?。！？]\s)[^\p{L}]*$")
OTHER_LABEL = regex.compile(r"[\W_]*\p{L}[\p{L} .'’-]{0,40}[*_]*\s?[:：]")


def reported(
    name: str, wanted: Query | None, how: str, index: PassageIndex, texts: Texts,
    among: Filter | None,
) -> list[Candidate]:  # fmt: skip
    """Return the sentences in which documents report that *name* says something, in their order.

    Args:
        name: Of somebody, or a role that somebody has.
        wanted: A subject that they must speak of, if any.
        how: A verb: sentences that have it are taken before others.
        index: Of the documents.
        texts: The same word for word.
        among: Which documents are asked.
    """
    try:
        listing = of_role(mentions(texts, name, among))
    except MissingNameError:
        return []
    listings = [listing, *others(listing, texts, among)]
    spans: dict[tuple[int, Span], PassageRecord] = {}
    for each in listings:
        for naming in sentences_naming(_saying(each), index):
            spans.setdefault((naming.record.number, _whole(naming)), naming.record)
    own = [unjudged(record, span) for (_, span), record in spans.items()]
    own = _apart(own) if wanted is None else _on(Question.of(wanted, index), _apart(own))
    return _by_verb(own, how)


def _apart(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return of the stretches of a passage those that lie in no other, in order."""
    kept: list[Candidate] = []
    for each in sorted(candidates, key=_place):
        last = kept[-1] if kept else None
        if last is None or _place(last)[:2] != _place(each)[:2] or each.span[0] >= last.span[1]:
            kept.append(each)
    return kept


def _place(candidate: Candidate) -> tuple[str, int, int, int]:
    record = candidate.hit.record
    start, end = candidate.span
    return record.document.path, record.number, start, -end


def _on(asked: Question, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return what speaks of a subject: itself, or else the paragraph that it stands in."""
    listed = list(candidates)
    for text_of in (_itself, _paragraph):
        fitting = [
            each
            for each in listed
            if asked.share(term_set(text_of(each), each.language), each.language) >= HELD
        ]
        if fitting:
            return fitting
    return []


def _itself(candidate: Candidate) -> str:
    return candidate.text


def _paragraph(candidate: Candidate) -> str:
    text, (start, end) = candidate.hit.record.passage.text, candidate.span
    stop = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : len(text) if stop < 0 else stop]


def _by_verb(candidates: list[Candidate], how: str) -> list[Candidate]:
    """Return those with the verb of the question, of any form; all, where none has it."""
    if not how:
        return candidates
    simplified = to_simplified(how)

    def has(candidate: Candidate) -> bool:
        if family(candidate.language) == "zh":
            return simplified in to_simplified(candidate.text)
        language = candidate.language
        return stem(how.lower(), language) in term_set(candidate.text, language)

    return [each for each in candidates if has(each)] or candidates


def _saying(listing: Mentions) -> Mentions:
    """Return the places of *listing* at which what is named says something."""
    places = [each for each in listing.places if _says(each)][:LOOKED_AT]
    return replace(listing, places=tuple(places))


def _says(mention: Mention) -> bool:
    rules = rules_of(mention.place.language)
    if rules is None:
        return False
    text, shift = folded(mention.sentence), mention.span[0]
    start, end = mention.place.start - shift, mention.place.end - shift
    if LABEL.match(text, end) and NOTHING_BEFORE.search(text[:start]):
        return True
    if text[:start].endswith(", ") and text[end : end + 1] == ",":
        end += 1  # the former mayor, Gus Ott, said
    before = compiled(rules.said_by).search(text[:start])
    return before is not None or compiled(rules.says).match(text, end) is not None


def _whole(naming: Naming) -> Span:
    """Return the sentence with those behind it that go on with what was said."""
    passage = naming.record.passage
    rules = rules_of(passage.language)
    start, end = naming.sentence
    labelled = LABEL.match(passage.text, naming.name[1]) is not None
    if labelled and passage.text[start : naming.name[0]].strip():
        start = naming.name[0]  # a question before it is somebody else's
    after = [each for each in passage.sentences if each[0] >= end][: LONGEST - 1]
    for span in after:
        text = folded(passage.text[slice(*span)])
        same_line = "\n" not in passage.text[end : span[0]]
        goes_on = rules and (
            compiled(rules.goes_on).match(text) or compiled(rules.inside).search(text)
        )
        if not same_line or OTHER_LABEL.match(text) or not (labelled or goes_on):
            break
        end = span[1]
    return start, end
