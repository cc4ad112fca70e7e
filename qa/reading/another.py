"""Whether a sentence tells of somebody or something else of the sort that a question names.

When Qiao retired is not told by "Gu, who retired in 2019", who Ma Ying is not by Gu Ying; what the
white lamp means says nothing of the red one.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from language.asking import kinds_of
from language.chinese import to_simplified
from language.contrasts import begins_with_a_name, begins_with_whose, tells_of_another
from language.languages import KNOWN
from language.letters import plain
from language.rules import Kind
from language.supporting import of_another_role
from language.tags import family
from language.terms import question_terms, term_set
from language.values.names import PERSONS, name_spans
from qa.naming import named
from qa.question import Question
from qa.reading.candidates import Sentence, of_a_row, text_of
from qa.reading.clauses import clauses_of
from qa.reading.whose import done_by_another

HAN = "zh"
TWO_WORDS = regex.compile(r"\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}-]+)+")
BETWEEN = r"\W+(?:[\w.]+\W+)?"  # words of a name, with a middle one
FIRST_NAME = 4  # characters of a Chinese sentence within which a name is its subject's
LINE = regex.compile(r"(?<=[.!?。！？])\s+|\n")
# What may be said of somebody whom the sentence does not name.
FACTS = frozenset({Kind.DATE, Kind.NUMBER, Kind.PLACE})


def speaks_of_another(question: Question, sentence: Sentence) -> bool:
    """Tell whether *sentence*, in the language of *question*, tells of another one of its sort.

    What stands before it, and a heading, may say of whom it speaks.  In another language less is
    known of what people and things are called.
    """
    passage = sentence.ranked.hit.record.passage
    if family(passage.language) != family(question.language):
        return False
    text = text_of(sentence)
    around = f"{passage.title}\n{passage.text}"
    texts = (text, _clause(passage.text, sentence))
    if of_another_role(question.text, text, passage.language) or any(
        tells_of_another(question.text, each, around, passage.language) for each in texts
    ):
        return True
    if of_a_row(sentence):  # of whom a row tells, its other cells say
        return False
    if done_by_another(question, text, passage.language):
        return True
    if family(question.language) == HAN:
        return _another_in_chinese(question.text, text, around, passage.language)
    return _another_name(question, text, around) or _beside_it(question, passage.text, sentence)


def _clause(text: str, sentence: Sentence) -> str:
    """Return what semicolons part in *sentence* that has its answer."""
    at = sentence.answer.words.span[0]
    clauses = clauses_of(text, sentence.span)
    return next((text[a:b] for a, b in clauses if a <= at < b), "")


def _another_name(question: Question, text: str, around: str) -> bool:
    """Tell whether *text* names another with a word of a name, or begins with another."""
    names = _names(question.text)
    folded = plain(around)
    for name in names:
        if regex.search(BETWEEN.join(map(regex.escape, name)), folded):
            continue
        others = (plain(match.group()).split() for match in TWO_WORDS.finditer(text))
        if any(_namesakes(name, other) for other in others):
            return True
    if Kind.PERSON in kinds_of(question.text):  # the name may be what is asked for
        return False
    there = named(question.text, question.language, text, question.language)
    if not there or any(there) or None in there:
        return False
    if begins_with_a_name(text, question.language):
        return True
    whose = begins_with_whose(text, question.language)
    facts = kinds_of(question.text) & FACTS
    return bool(whose and facts) and whose not in question.text.casefold()


def _namesakes(name: list[str], other: list[str]) -> bool:
    """Tell whether two names of two words share just one of them."""
    return len(name) == len(other) == 2 and sum(map(str.__eq__, name, other)) == 1


@lru_cache(maxsize=256)
def _names(question: str) -> list[list[str]]:
    """Return the names of two words or more, folded; the first word of all asks."""
    inside = question[:1].lower() + question[1:]
    return [plain(match.group()).split() for match in TWO_WORDS.finditer(inside)]


def _another_in_chinese(question: str, text: str, around: str, language: str) -> bool:
    """Tell whether *text* begins with somebody's name, or has one, and none of those asked about.

    Nor may what stands around have one where the name is not at the beginning.
    """
    if Kind.PERSON in kinds_of(question):
        return False
    asked = {to_simplified(question[slice(*span)]) for span in _people(question, language)}
    simplified = to_simplified(text)
    if not asked or any(name[0] in simplified or name[-2:] in simplified for name in asked):
        return False
    others = [span for span in _people(text, language) if text[slice(*span)] not in question]
    if not others:
        return False
    whole = to_simplified(around)
    return min(others)[0] <= FIRST_NAME or not any(name[:2] in whole for name in asked)


def _people(text: str, language: str) -> list[tuple[int, int]]:
    return name_spans(text, language, PERSONS)


def _beside_it(question: Question, text: str, sentence: Sentence) -> bool:
    """Tell whether the passage has words of the question, but none of them near *sentence*.

    Where a text calls a thing as the question does, it tells of it where it does so.
    """
    if not kinds_of(question.text) & (FACTS | {Kind.PERSON}):
        return False
    asked = frozenset(question_terms(question.text, question.language))
    start, end = sentence.span
    before = LINE.split(text[:start].rstrip())[-1]
    near = term_set(f"{before} {text[start:end]}", question.language)
    known = KNOWN[family(question.language)]
    if asked & near or regex.search(known.asking.persons, text[start:end], regex.I):
        return False
    if question.share(near, question.language) > 0:
        return False
    return not asked.isdisjoint(term_set(text, question.language))
