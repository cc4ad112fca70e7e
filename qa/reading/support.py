"""What no sure answer lacks: the thing that is priced, a word on who was there, what it is about.

A sentence without it may still answer, in other words than those of the question: it is shown as
a possible answer at most.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from language.asking import kind_of, kinds_of
from language.lacking import asks_for_a_sum
from language.opposites import opposites
from language.poles import whole
from language.relations import without_acts
from language.rules import Kind
from language.supporting import Support, as_matched, support
from language.tags import family
from language.terms import question_terms, term_set
from qa.dictionary import translations
from qa.naming import named
from qa.question import Question
from qa.reading.candidates import Sentence, of_a_row, text_of

# Below what answers in any language, above what is worth showing (``judge.json``).
UNSURE = 0.4
HALF = 0.5
MOSTLY = 0.6  # of a question, by what its words tell: more than the act alone
LINE = regex.compile(r"(?<=[.!?。！？])\s*|\n")
STATED = regex.compile(r"[.!。！]\W*$")
PLACED = frozenset({Kind.DATE, Kind.PLACE})


def at_most(question: Question, sentence: Sentence) -> float:
    """Return how likely *sentence* can be to answer *question*: all, or what is only possible."""
    rules = support(family(question.language))
    if rules is None:
        return 1.0
    asked = as_matched(question.text.strip(), question.language)
    if rules.untold.search(asked):
        return UNSURE
    passage = sentence.ranked.hit.record.passage
    if family(passage.language) != family(question.language):
        return UNSURE if _of_another_price(question, sentence, rules) else 1.0
    lacks = (
        _of_no_such_price(question, sentence, rules)
        or _says_no_such_thing(question, sentence, rules)
        or _tells_no_presence(question, asked, sentence, rules)
        or _is_no_such_event(question, asked, sentence, rules)
        or _dates_minutes(asked, sentence, rules)
        or _of_what_stands_before(question, sentence, rules)
        or _of_what_stands_elsewhere(question, sentence)
    )
    return UNSURE if lacks else 1.0


@lru_cache(maxsize=256)
def _priced(question: str, language: str, rules: Support) -> str:
    """Return what *question* asks the price of; empty where it asks for none."""
    if not asks_for_a_sum(question):
        return ""
    return rules.price.sub(" ", as_matched(question, language))


def _of_no_such_price(question: Question, sentence: Sentence, rules: Support) -> bool:
    """Tell whether neither *sentence* nor its heading has a word for what the price is of."""
    thing = question_terms(_priced(question.text, question.language, rules), question.language)
    return bool(thing) and not _has_any(question, thing, _near(sentence, rules))


def _of_another_price(question: Question, sentence: Sentence, rules: Support) -> bool:
    """Tell the same of a sentence in another language, by the words that the dictionary has."""
    language = sentence.ranked.hit.record.passage.language
    thing = _priced(question.text, question.language, rules)
    groups = translations(thing, question.language, (family(language),)) if thing else ()
    near = term_set(_near(sentence, rules), language)
    there = [not near.isdisjoint(group) for group in groups]
    return bool(there) and sum(there) <= HALF * len(there)


def _says_no_such_thing(question: Question, sentence: Sentence, rules: Support) -> bool:
    """Tell whether nothing in *sentence* bears on whether a thing is what is said of it."""
    asked = rules.whether.search(as_matched(question.text.strip(), question.language))
    if asked is None or Kind.YES_NO not in question.kinds or of_a_row(sentence):
        return False
    if whole(question.text, question.language).axes:  # allowed, open: said in many ways
        return False
    predicate, text = asked["said"], _near(sentence, rules)
    if family(question.language) == "zh":
        told = as_matched(text, question.language)
        return not any(each in told for each in rules.particles.sub("", predicate))
    against = opposites(predicate, question.language)
    if any(each in text.casefold() for each in against):
        return False
    return not _has_any(question, question_terms(predicate, question.language), text)


def _tells_no_presence(question: Question, asked: str, sentence: Sentence, rules: Support) -> bool:
    """Tell whether *asked* is whether somebody was there, and *sentence* says it not of them."""
    if not rules.attends.search(asked):
        return False
    text, language = text_of(sentence), sentence.ranked.hit.record.passage.language
    if not rules.attended.search(as_matched(text, language)):
        return True
    there = named(question.text, question.language, text, language)
    return bool(there) and not any(there)


def _is_no_such_event(question: Question, asked: str, sentence: Sentence, rules: Support) -> bool:
    """Tell whether *sentence* has what says which event is meant, but no event of that sort."""
    event = rules.event.search(asked)
    if event is None or question.kinds.isdisjoint(PLACED):
        return False
    text, language = _near(sentence, rules), question.language
    head = question_terms(event["head"], language)
    return bool(head) and not _has_any(question, head, text)


def _dates_minutes(asked: str, sentence: Sentence, rules: Support) -> bool:
    """Tell whether *sentence* says of which day minutes are, and *asked* is for another."""
    if kind_of(asked) is not Kind.DATE or rules.meeting.search(asked):
        return False
    language = sentence.ranked.hit.record.passage.language
    return rules.minutes.search(as_matched(text_of(sentence), language)) is not None


def _of_what_stands_before(question: Question, sentence: Sentence, rules: Support) -> bool:
    """Tell whether a pronoun begins *sentence*, and the passage has the thing further up only.

    "The pool opened in 1976.  The school opened in 1980.  It was built by Ann Lee."
    """
    passage = sentence.ranked.hit.record.passage
    if kinds_of(question.text).isdisjoint(PLACED | {Kind.PERSON}) or of_a_row(sentence):
        return False
    if not rules.pronoun.search(as_matched(text_of(sentence), passage.language)):
        return False
    terms = list(question.weights)
    named = [_has_any(question, terms, each) for each in _above(sentence)]
    own = _has_any(question, terms, text_of(sentence))
    return not own and bool(named) and not named[-1] and any(named)


def _of_what_stands_elsewhere(question: Question, sentence: Sentence) -> bool:
    """Tell whether the passage has what something was done to, but neither here nor right before.

    Who built the pool is not told by "The bridge was built by Ann Lee".
    """
    if kinds_of(question.text).isdisjoint(PLACED | {Kind.PERSON}) or of_a_row(sentence):
        return False
    if question.share(term_set(text_of(sentence), question.language), question.language) >= MOSTLY:
        return False
    thing = without_acts(question.text, question.language)
    terms = question_terms(thing, question.language) if thing else []
    passage = sentence.ranked.hit.record.passage
    above = _above(sentence)
    near = "\n".join([passage.title, *_headings(above), *above[-1:], text_of(sentence)])
    return (
        bool(terms)
        and not _has_any(question, terms, near)
        and _has_any(question, terms, passage.text)
    )


def _has_any(question: Question, terms: list[str], text: str) -> bool:
    """Tell whether *text*, in the language of *question*, has one of *terms* or its like."""
    have = term_set(text, question.language)
    return any(
        term in have or not have.isdisjoint(question.instead.get(term, ())) for term in terms
    )


def _near(sentence: Sentence, rules: Support) -> str:
    """Return *sentence* with its headings, and what it goes on with."""
    passage = sentence.ranked.hit.record.passage
    if of_a_row(sentence):
        return f"{passage.title}\n{passage.text}"
    above = _above(sentence)
    goes_on = rules.pronoun.search(as_matched(text_of(sentence), passage.language))
    told = (above[-1:] or [""]) if goes_on else _headings(above)
    return "\n".join([passage.title, *told, text_of(sentence)])


def _above(sentence: Sentence) -> list[str]:
    """Return the sentences and headings before *sentence* in its passage."""
    above = sentence.ranked.hit.record.passage.text[: sentence.span[0]]
    return [each for each in LINE.split(above) if each.strip()]


def _headings(above: list[str]) -> list[str]:
    return [each for each in above if not STATED.search(each)]
