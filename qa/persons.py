"""Whom a name or a role stands for in a document: Tom is Tom Brand there, the mayor Lydia Farrow.

Two people of one first name are told apart by the documents that have their whole names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import regex

from index.passage_index import Filter
from language.chinese import simplified_in_place, tagged_words
from language.languages import KNOWN
from language.report_rules import ReportRules
from language.tags import family
from language.values.names import PERSONS
from qa.places.mentions import Mention, Mentions
from qa.places.naming import MissingNameError, mentions
from qa.pronounced import in_latin
from qa.standing import Texts

LOOKED_AT = 400  # places
SHORTEST = 3  # letters of a first or last name that is looked for alone
WHOLE = regex.compile(r"\p{Lu}\S+(?: \p{Lu}\S+){1,3}")
HAN = regex.compile(r"\p{Han}")
NEXT_NAME = regex.compile(r" (\p{Lu}[\p{L}'’-]+)")
LAST_NAME = regex.compile(r"(?<=[^\s.!?:] )(\p{Lu}[\p{L}'’-]+) $")


def others(listing: Mentions, texts: Texts, among: Filter | None) -> Iterator[Mentions]:
    """Yield the places that name the same person otherwise, in the documents that tell who it is.

    By a first or last name alone, or by the name of whoever has the role that was asked of.
    """
    persons: dict[str, dict[str, None]] = {}
    role = _is_role(listing)
    for each in listing.places[:LOOKED_AT]:
        for person in _with_role(each) if role else _named(each):
            persons.setdefault(person, {})[each.place.document] = None
    for person, paths in persons.items():
        chosen = replace(among or Filter(), paths=tuple(paths))
        for name in dict.fromkeys([*([person] if role else []), *_parts(person)]):
            try:
                named = mentions(texts, name, chosen)
            except MissingNameError:
                continue
            places = [each for each in named.places if _may_be(each, person)]
            yield replace(named, places=tuple(places))


def of_role(listing: Mentions) -> Mentions:
    """Return the places of a role without those of another one, that of a deputy; of a name all."""
    if not _is_role(listing):
        return listing
    places = (each for each in listing.places if not _of_another_role(each))
    return replace(listing, places=tuple(places))


def _of_another_role(mention: Mention) -> bool:
    rules = rules_of(mention.place.language)
    before = folded(mention.sentence)[: mention.place.start - mention.span[0]]
    return rules is not None and compiled(rules.unlike).search(before) is not None


def rules_of(language: str) -> ReportRules | None:
    """Return how a language, a BCP 47 tag, reports what people say."""
    known = KNOWN.get(family(language))
    return known.reports if known else None


def folded(text: str) -> str:
    """Return *text* as the rules have it: Chinese in Simplified characters, each in its place."""
    return simplified_in_place(text) if HAN.search(text) else text


@cache
def compiled(pattern: str) -> regex.Pattern[str]:
    """Return a rule that matches without regard to case."""
    return regex.compile(pattern, regex.IGNORECASE)


def _is_role(listing: Mentions) -> bool:
    """Tell whether what is asked of is what somebody is, and not what somebody is called."""
    asked = listing.asked
    if HAN.search(asked):
        return not in_latin(asked)
    titles = (known.words.titles for known in KNOWN.values() if known.words.titles)
    if any(compiled(title).fullmatch(asked) for title in titles):
        return True
    return asked.islower() and any(each.place.quote.islower() for each in listing.places)


def _named(mention: Mention) -> Iterator[str]:
    if WHOLE.fullmatch(mention.place.quote):
        yield mention.place.quote


def _with_role(mention: Mention) -> Iterator[str]:
    """Yield the names of who has the role that is named."""
    rules, text = rules_of(mention.place.language), folded(mention.sentence)
    role = regex.escape(folded(mention.place.quote))
    start = mention.place.start - mention.span[0]
    for form in rules.held_by if rules else ():
        for match in regex.finditer(form.replace("{role}", role), text):
            name = _in_chinese(match) if HAN.match(match["name"]) else match["name"]
            if name and match.start() <= start < match.end():
                yield name


def _in_chinese(match: regex.Match[str]) -> str:
    """Return the name in the characters beside a role; nothing where there is none."""
    beside = match["name"]
    word, tag = next(iter(tagged_words(match.string[match.start("name") :][: 2 * len(beside)])))
    if tag in PERSONS and len(word) > 1:
        return word
    ends = [beside[:3], beside[:2]] if match.start() < match.start("name") else [beside, beside[1:]]
    return next((each for each in ends if in_latin(each)), "")


def _parts(person: str) -> list[str]:
    """Return the first and the last name of *person*, in letters."""
    words = person.split()
    alone = (words[0], words[-1]) if len(words) > 1 and not HAN.search(person) else ()
    return [each for each in alone if len(each) >= SHORTEST and each != person]


def _may_be(mention: Mention, person: str) -> bool:
    """Tell whether a name is that of *person*, and not part of somebody else's."""
    text, shift = mention.sentence, mention.span[0]
    if mention.place.quote == person or HAN.search(person):
        return True
    if not mention.place.quote[:1].isupper():
        return False
    after = NEXT_NAME.match(text, mention.place.end - shift)
    before = LAST_NAME.search(text[: mention.place.start - shift])
    beside = [match[1] for match in (after, before) if match]
    names = set(person.split())
    titles = [known.words.titles for known in KNOWN.values() if known.words.titles]
    return all(
        each in names or any(compiled(title).fullmatch(each) for title in titles) for each in beside
    )
