"""A noun of the question before gives way to another: the tyre change to a service."""

from __future__ import annotations

import regex

from language.chinese import script, tagged_words
from language.followup_rules import FollowUps, Grammar, Tagged
from qa.followups.counterparts import LATIN, counterpart, tagged_counterpart
from qa.followups.mentions import FollowUp, Form, mentions
from qa.followups.predicates import first_word
from qa.followups.topics import Before, Topic, contracted, topic

# ICTCLAS: nouns, and what is tagged so inside a longer one; what follows-ups name is no noun.
COUNTED = frozenset({"n", "vn", "ns"})
COMMON = COUNTED | {"v"}
Edit = tuple[int, int, str]
LONGEST_ASKED = 4  # characters that are one thing asked of


def whole(phrase: str, before: Before, about: Topic) -> Edit:
    """Return the edit that puts *phrase* in the place of all that *before* is about."""
    first, grammar = before.text[about.start : about.end].partition(" ")[0], before.rules.phrases
    if isinstance(grammar, Grammar) and first.lower() in grammar.fused:
        phrase = contracted(f"{grammar.fused[first.lower()][0]} {phrase}", grammar)
    return about.start, about.end, phrase


def noun_for_noun(after: FollowUp, before: Before) -> list[Edit]:
    """The *tunnel* for the *bridge*; or the *venue* for the *theme* of the forum."""
    about, rules, phrase = before.about, before.rules, after.phrase
    if after.family != before.family or about is None:
        return []
    asked = rules.part_asked.search(before.text)
    part = rules.names_part.fullmatch(phrase)
    if isinstance(rules.phrases, Tagged):
        if part:
            return _other_part(part, asked, rules)
        return _tagged_noun(phrase, before, about, rules.phrases)
    if not part and asked and asked["part"].split()[-1] == phrase.split()[-1]:
        part = rules.phrases.same_part.fullmatch(phrase)  # the freezing point
    if part:
        return _other_part(part, asked, rules)
    if after.goes_on:
        return _led(phrase, before.text, rules.phrases.leading)
    return _head_for_head(phrase, before, about, rules.phrases)


def all_for_all(after: FollowUp, before: Before) -> list[Edit]:
    """Cleaning for *check-up*, verbs both, where 复诊多少 asks of nothing else."""
    tagged, asks = before.rules.phrases, before.rules.asks.search(before.text)
    if after.family != before.family or not isinstance(tagged, Tagged):
        return []
    if topic(before.text, before.family):
        return []
    if asks is None or not 0 < asks.start() <= LONGEST_ASKED:
        return []
    return [(0, asks.start(), after.phrase)]


def _counted(phrase: str, before: Before, tagged: Tagged) -> list[Edit]:
    """International bodies for *countries* of which it was asked how many there are."""
    words = tagged_words(phrase)
    if tagged.roles.search(phrase) or not words or words[-1][1] not in COMMON:
        return []
    asked = tagged.how_many.search(before.text)
    at = 0
    for word, tag in tagged_words(before.text):
        if asked and at == asked.end():
            return [(at, at + len(word), phrase)] if tag in COUNTED else []
        at += len(word)
    return []


def _tagged_noun(phrase: str, before: Before, about: Topic, tagged: Tagged) -> list[Edit]:
    if tagged.roles.search(phrase) and not tagged.roles.search(about.text):
        who = tagged.who[script(before.text + phrase)]
        return [
            (about.end, len(before.text), f"{tagged.of}{phrase}{who}{before.rules.question_mark}")
        ]
    counted = _counted(phrase, before, tagged)
    if counted and about.text[-1] != phrase[-1]:  # else it is of another of its kind
        return counted
    other = tagged_counterpart(phrase, before, tagged)
    if other and (other.end == about.end or LATIN.fullmatch(about.text)):
        return [whole(phrase, before, other)]
    named = mentions(about.text, before.family)
    thing = all(one.form in {Form.NAME, Form.PLACE} and not one.value for one in named)
    alike = about.text[-1] == phrase[-1] or (about.alone and thing)
    return [whole(phrase, before, about)] if alike else []


def _other_part(
    part: regex.Match[str], asked: regex.Match[str] | None, rules: FollowUps
) -> list[Edit]:
    grammar = rules.phrases
    if not asked or asked["asks"] is None:
        return []
    if isinstance(grammar, Tagged):
        same = [bool(grammar.measured.search(one)) for one in (asked["part"], part["noun"])]
        return [(*asked.span("part"), part["noun"])] if same[0] == same[1] else []  # 是多少, 是什么
    article = (part.groupdict().get("article") or "").lower()
    asks = grammar.agreeing.get(article, asked["asks"])
    return [(*asked.span("asks"), asks), (*asked.span("part"), grammar.the + part["noun"])]


def _head_for_head(phrase: str, before: Before, about: Topic, grammar: Grammar) -> list[Edit]:
    """Hospitals for *schools*, the tunnel for the *bridge*, air quality for *water quality*."""
    counted, noun = grammar.counted.match(before.text), grammar.plain.fullmatch(phrase)
    alike = first_word(phrase) in grammar.articles and first_word(phrase) == first_word(about.text)
    if counted and noun and not alike:  # how many days have *the* members: and *the* guests?
        return [(*counted.span("noun"), contracted(grammar.partitive + noun["noun"], grammar))]
    article = grammar.article.match(phrase)
    if bool(article) == bool(grammar.article.match(about.text)) and about.alone:
        return [] if mentions(about.text, before.family) else [whole(phrase, before, about)]
    if article:
        other = counterpart(phrase, before, grammar)
        return [whole(phrase, before, other)] if other else []
    modifiers, _, head = phrase.rpartition(" ")
    if not modifiers:
        return []
    lower = r"\p{Ll}+ " * len(modifiers.split())
    old = regex.search(rf"\b{lower}{regex.escape(head)}\b", before.text)
    return [(*old.span(), phrase)] if old else []


def _led(phrase: str, before: str, leading: str) -> list[Edit]:
    """For *children*, for *adults*: what the same preposition leads."""
    word = regex.escape(phrase.partition(" ")[0])
    led = list(regex.finditer(rf"\b{word}\s[^\s?]+(?:\s(?!(?:{leading})\b)[^\s?]+)*", before))
    return [(*led[0].span(), phrase)] if len(led) == 1 else []
