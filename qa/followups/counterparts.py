"""Which noun phrase of the question before a mere noun can stand for: a service, a tyre change."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from language.chinese import tagged_words
from language.followup_rules import Grammar, Tagged
from qa.followups.mentions import mentions
from qa.followups.predicates import first_word, without_verb
from qa.followups.topics import (
    TOKEN,
    Before,
    NounPhrase,
    Topic,
    nominal_runs,
    noun_phrases,
)

LATIN = regex.compile(r"\p{Latin}[\p{Latin}\d-]*")


def counterpart(phrase: str, before: Before, grammar: Grammar) -> Topic | None:
    """Return the noun phrase that *phrase*, which an article begins, can stand for.

    The only one without a name or a date that is as definite; else the only one.
    """
    text, taken = before.text, mentions(before.text, before.family)
    alike: dict[bool, list[Topic]] = {True: [], False: []}
    for start, end in _with_inner(text, grammar):
        named = any(one.start < end and start < one.end for one in taken)
        if named or not grammar.article.match(text, start, end):
            continue
        if grammar.did and grammar.did.search(text[:start]):
            end = without_verb(text, start, end, grammar)
        indefinite = first_word(text[start:end]) in grammar.indefinite
        alike[indefinite].append(Topic(text[start:end], start, end))
    mine = alike[first_word(phrase) in grammar.indefinite] or [*alike[True], *alike[False]]
    return mine[0] if len(mine) == 1 else None


def _with_inner(question: str, grammar: Grammar) -> Iterator[NounPhrase]:
    """Yield the noun phrases, and those inside them: the cleaning of *a carpet*."""
    for start, end in noun_phrases(question, grammar):
        yield start, end
        for link in TOKEN.finditer(question, start + 1, end):
            at = link.end() + 1
            if link.group().lower() == grammar.of and grammar.article.match(question, at):
                yield at, end


def tagged_counterpart(phrase: str, before: Before, tagged: Tagged) -> Topic | None:
    """Return what *phrase*, which names nothing, can stand for, where words have no spaces.

    The only one, without the names and the dates that begin it; if none does, one word: what else
    it is made of may be what the follow-up leaves as it is.
    """
    text, asks = before.text, before.rules.asks.search(before.text)
    taken = [(one.start, one.end) for one in mentions(text, before.family)]
    taken += [match.span() for match in LATIN.finditer(text)]
    alike = []
    for run in nominal_runs(text, tagged):
        start = run.start
        for first, end in sorted(taken):
            start = end if first <= start < end else start
        left = text[start : run.end]
        within = any(start < first < run.end for first, _ in taken)
        asked = asks and 0 < asks.start() < run.end  # 几点*关门*, 多少*钱*
        whole = start == run.start and len(tagged_words(left)) > 1
        if left and not (within or asked or whole):
            alike.append(Topic(left, start, run.end))
    if len(alike) != 1:
        return None
    start, end = alike[0].start, alike[0].end
    if start and tagged_words(phrase)[0][1].startswith(("v", "a")):  # 保养 for *更换电池*
        verb, tag = tagged_words(text[:start])[-1]
        start -= len(verb) * tag.startswith("v")
    return Topic(text[start:end], start, end)
