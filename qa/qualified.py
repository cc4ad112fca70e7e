"""Whether two sentences state a value of different things of one kind.

Adults and children, 2019 and 2020, the upper mill and the lower one: each is called by a word or a
year beside what is asked about that the other lacks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from language.chinese import tagged_words, to_simplified
from language.languages import KNOWN
from language.opposites import opposites
from language.rules import Words
from language.spans import Span, overlap
from language.tags import family
from language.terms import STOPWORDS, passage_terms, question_terms
from language.values.prepared import forms_of, value_forms
from language.values.scan import values_in
from language.values.value import Date, DateRange, Decade, Ordinal

# What stands in the middle of a sentence between two commas is told beside.
ASIDE = regex.compile(r"[(（][^()（）]*[)）]|(?<=\S), [^,]*,(?=\s)|，[^，。；]*(?=，)")
WORD = regex.compile(r"[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*")
# jieba's tags of what says which one of several a thing is: nouns, names, what distinguishes.
TELLING = ("n", "b", "s", "f", "t", "j", "x", "eng", "i", "l")
HOLE = "\ufffc"  # stands for a value


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence, where in it the value is, and its language."""

    text: str
    value: Span
    language: str  # BCP 47


def distinct(ours: Saying, theirs: Saying, question: str, language: str) -> bool:
    """Tell whether two sentences speak of different things, as each calls its own.

    Args:
        ours: In reading view.
        theirs: Likewise.
        question: Both may answer it.
        language: Of the question, BCP 47.
    """
    dates = _dates(ours), _dates(theirs)
    if dates[0] - dates[1] and dates[1] - dates[0]:
        return True
    if family(ours.language) != family(theirs.language) or value_forms(ours.language) is None:
        return False
    if _limits(ours, theirs) or _measure_other(ours, theirs):
        return True
    return family(language) == family(ours.language) and _called_otherwise(ours, theirs, question)


def _called_otherwise(ours: Saying, theirs: Saying, question: str) -> bool:
    """Tell whether the question's words have other words beside them in each sentence."""
    if _denies(question, ours, theirs) or _denies(question, theirs, ours):
        return True
    if forms_of(ours.language).han and _kinds_of_a_word(ours, theirs, question):
        return True
    mine, others = (_called(each, question) for each in (ours, theirs))
    return any(
        mine[term] and others[term] and mine[term].isdisjoint(others[term])
        for term in mine.keys() & others.keys()
    )


@lru_cache(maxsize=2048)
def _rest(saying: Saying) -> str:
    """Return the sentence without the value, who says so, and what is told beside; as long."""
    start, end = saying.value
    text = saying.text
    kept = list(text)
    kept[start:end] = HOLE * (end - start)
    words = _words(saying)
    patterns = [ASIDE, *([regex.compile(words.attributed, regex.I)] if words.attributed else [])]
    for pattern in patterns:
        for match in pattern.finditer(text):
            if not (match.start() < end and start < match.end()):
                kept[slice(*match.span())] = " " * len(match.group())
    return "".join(kept)


def _words(saying: Saying) -> Words:
    known = KNOWN.get(family(saying.language))
    return known.words if known else Words("")


@lru_cache(maxsize=2048)
def _dates(saying: Saying) -> frozenset[int | str]:
    """Return the years and places in an order that say which one is meant, beside the value."""
    if value_forms(saying.language) is None:
        return frozenset()
    values = dict(values_in(saying.text, saying.language))
    if any(isinstance(each, Date | DateRange) and overlap(span, saying.value)
           for span, each in values.items()):  # fmt: skip
        return frozenset()
    rest = _rest(saying)
    told = (
        each for span, each in values.items() if rest[slice(*span)] == saying.text[slice(*span)]
    )
    return frozenset(key for each in told for key in _keys(each))


def _keys(value: object) -> Iterator[int | str]:
    if isinstance(value, Date) and value.year:
        yield value.year
    elif isinstance(value, DateRange):
        yield f"{value.first}-{value.last}"
    elif isinstance(value, Decade):
        yield f"{value.year}s"
    elif isinstance(value, Ordinal):
        yield f"#{value.number}"


def _limits(ours: Saying, theirs: Saying) -> bool:
    """Tell whether the same word behind each value leads to something else: for adults."""
    limiting = _words(ours).limiting
    if not limiting:
        return False
    pattern = regex.compile(
        rf"{HOLE}(?:\s\p{{L}}+)?\s(?P<by>{limiting})\s(?P<what>[^,;.]+)", regex.I
    )
    first, second = (pattern.search(_rest(each)) for each in (ours, theirs))
    if not first or not second or first["by"].casefold() != second["by"].casefold():
        return False
    ends = (set(question_terms(each["what"], ours.language)) for each in (first, second))
    mine, others = ends
    return bool(mine - others) and bool(others - mine)


def _measure_other(ours: Saying, theirs: Saying) -> bool:
    """Tell whether the words before the values say that they are of two dimensions."""
    return len({_dimension(ours), _dimension(theirs)} - {""}) > 1


def _dimension(saying: Saying) -> str:
    """Return what the value measures, where a word right before it says that: depth, width."""
    measured = _words(saying).dimensions
    pattern = regex.compile(rf"(?P<of>{measured})\p{{Han}}{{0,2}}$") if measured else None
    match = pattern.search(saying.text, 0, saying.value[0]) if pattern else None
    return to_simplified(match["of"]) if match else ""


def _denies(question: str, ours: Saying, theirs: Saying) -> bool:
    """Tell whether *theirs* has the opposite of a word of the question that *ours* has: closed."""
    mine, others = (_all_words(each.text, each.language) for each in (ours, theirs))
    asked = _all_words(question, ours.language) & mine - others
    return any(opposites(word, ours.language) & others for word in asked) or any(
        opposites(word, ours.language) & others - mine for word in mine - others
    )


@lru_cache(maxsize=2048)
def _all_words(text: str, language: str) -> frozenset[str]:
    if forms_of(language).han:
        return frozenset(to_simplified(word) for word, _ in tagged_words(text))
    return frozenset(word.casefold() for word in WORD.findall(text))


def _kinds_of_a_word(ours: Saying, theirs: Saying, question: str) -> bool:
    """Tell whether for a word of the question two sentences have two kinds: 成人票, 儿童票."""
    texts = [to_simplified(_rest(each)) for each in (ours, theirs)]
    for word, tag in tagged_words(to_simplified(question)):
        noun = tag.startswith("n") and len(word) > 1 and word[-1] not in _words(ours).dimensions
        if noun and not any(word in text for text in texts):
            kinds = [set(regex.findall(rf"\p{{Han}}{{2}}(?={word[-1]})", text)) for text in texts]
            if kinds[0] - kinds[1] and kinds[1] - kinds[0]:
                return True
    return False


def _called(saying: Saying, question: str) -> dict[str, frozenset[str]]:
    """Return for the words of a sentence what stands beside each, as it is called."""
    asked = frozenset(question_terms(question, saying.language))
    if forms_of(saying.language).han:
        return _called_in_chinese(saying, asked)
    words = _words(saying)
    ignored = STOPWORDS.get(family(saying.language), set())
    rest = _rest(saying)
    called: dict[str, set[str]] = {}
    tokens = list(WORD.finditer(rest))
    for at, token in enumerate(tokens):
        if token.group().casefold() in ignored:
            continue
        near = [word for word in _beside(rest, tokens, at, words) if word.casefold() not in ignored]
        nearby = {term for word in near for term in passage_terms(word, saying.language)}
        for term in passage_terms(token.group(), saying.language):
            # Of "men's" the s says nothing.
            called.setdefault(term, set()).update(each for each in nearby - asked if len(each) > 1)
    return {term: frozenset(each) for term, each in called.items()}


def _beside(text: str, tokens: list[regex.Match[str]], at: int, words: Words) -> Iterator[str]:
    """Yield the words that say which thing the word at a place is: before or after it, names."""
    here = tokens[at]
    if at and _only_space(text[tokens[at - 1].end() : here.start()]):
        before = tokens[at - 1].group()
        if "before" in words.modified and not ADVERB.search(before):
            yield before
    if at + 1 < len(tokens) and _only_space(text[here.end() : tokens[at + 1].start()]):
        after = tokens[at + 1].group()
        named = after[0].isupper()
        if named or ("after" in words.modified and not ADVERB.search(after)):
            yield after


ADVERB = regex.compile(r"(?:ly|ment)$")


def _only_space(text: str) -> bool:
    return text in (" ", "-")


def _called_in_chinese(saying: Saying, asked: frozenset[str]) -> dict[str, frozenset[str]]:
    """Return the same of Chinese: the words right before and behind, 的 aside."""
    between = regex.compile(_words(saying).between)
    parts = [(to_simplified(word), tag) for word, tag in tagged_words(_rest(saying))
             if not between.fullmatch(word)]  # fmt: skip
    ignored = f"{_words(saying).dimensions}{HOLE} ，。、；：！？"
    called: dict[str, set[str]] = {}
    for at, (word, _) in enumerate(parts):
        if word in asked:
            near = parts[max(0, at - 1) : at] + parts[at + 1 : at + 2]
            mine = called.setdefault(word, set())
            mine |= {
                each for each, tag in near
                if tag.startswith(TELLING) and each not in asked and each[-1] not in ignored
            }  # fmt: skip
    return {term: frozenset(each) for term, each in called.items()}
