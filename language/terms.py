"""From text to the terms that BM25 counts.  The only file that knows Snowball."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import regex
import Stemmer

from language.chinese import search_words, to_simplified, verbs, words
from language.languages import KNOWN
from language.letters import folded
from language.references import with_references
from language.weekdays import with_weekdays

# Raised with every change that gives other terms for the same text.
ANALYSIS = 5

HAN_RUN = regex.compile(r"\p{Han}+")
TOKEN = regex.compile(
    r"(?:article|chapter|section|paragraph|item|weekday)\d+|\p{Han}+"
    r"|\d+(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
    r"|[\p{L}--\p{Han}][[\p{L}--\p{Han}]\p{M}]*(?:['’](?=[\p{L}--\p{Han}]))?",
    flags=regex.V1,
)
ELIDED = {word for one in KNOWN.values() for word in one.words.elided.split()}
GROUPED = regex.compile(r"(?<=\d)[.,\u00a0\u202f ](?=\d{3}(?!\d))")
SNOWBALL = {
    "ar": "arabic", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "fr": "french", "hi": "hindi", "id": "indonesian", "it": "italian", "nl": "dutch",
    "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish",
    "tr": "turkish",
}  # fmt: skip
STOPWORDS = {tag: set(map(folded, one.words.empty.split())) for tag, one in KNOWN.items()}


def passage_terms(text: str, language: str) -> list[str]:
    """Return the terms of *text* in order, with repeats.

    Chinese becomes Simplified words and pairs of characters; other words lose their accents and
    endings; figures lose what groups their digits: 1,500 and 1 500 are 1500; the number of an
    article and a day of the week have terms of their own, the same in all languages.
    """
    return [term for word in _tokens(text) for term in _terms(word, language)]


def stem(word: str, language: str) -> str:
    """Return the terms of one word in lower case, joined; quicker than :func:`passage_terms`."""
    return " ".join(_terms(word, language))


@lru_cache(maxsize=8192)
def term_set(text: str, language: str) -> frozenset[str]:
    """Return the distinct terms of *text*; sentences that many questions meet are kept."""
    return frozenset(passage_terms(text, language))


def question_terms(text: str, language: str) -> list[str]:
    """Return the distinct terms of a question that say what it is about."""
    ignored = STOPWORDS.get(language.partition("-")[0], set())
    distinct: dict[str, None] = {}
    for word in _tokens(text):
        if HAN_RUN.match(word):
            # Asking words end a run: the pair of characters across them says nothing.
            for part in _without_asking(word):
                distinct |= dict.fromkeys(_chinese(part))
        elif folded(word) not in ignored:
            distinct |= dict.fromkeys(_terms(word, language))
    return list(distinct)


def content_words(text: str, language: str) -> list[str]:
    """Return the distinct words of a question that say what it is about, as a dictionary has them.

    In lower case without accents, Chinese in Simplified characters.
    """
    ignored = STOPWORDS.get(language.partition("-")[0], set())
    distinct: dict[str, None] = {}
    for word in _tokens(text):
        if HAN_RUN.match(word):
            for part in _without_asking(word):
                distinct |= dict.fromkeys(search_words(part))
        elif folded(word) not in ignored:
            distinct[folded(word)] = None
    return list(distinct)


def lacks(asked: str, ours: str, theirs: str, language: str) -> bool:
    """Tell whether *theirs* lacks a word of what is asked that *ours* has: another matter.

    The old mill is not the new one, whatever else the question says.  In Chinese verbs may be
    others: some take part where others attend.

    Args:
        asked: A question.
        ours: A text.
        theirs: Another one.
        language: Of all three.
    """
    if language.partition("-")[0] == "zh":
        held, known = ({*content_words(text, language)} for text in (ours, theirs))
        return not {*content_words(asked, language)} & held - known <= verbs(asked)
    has, knows = (term_set(text, language) for text in (ours, theirs))
    return not {*question_terms(asked, language)} & has <= knows


def _tokens(text: str) -> Iterator[str]:
    days = with_weekdays(unicodedata.normalize("NFKC", text))
    small = with_references(days.casefold())
    for match in TOKEN.finditer(small):
        word = match.group()
        if word.endswith(("'", "’")):
            if word[:-1] in ELIDED:
                continue
            word = word[:-1]
        yield GROUPED.sub("", word).replace(",", ".")


def _terms(word: str, language: str) -> Iterator[str]:
    if HAN_RUN.match(word):
        yield from _chinese(word)
        return
    algorithm = SNOWBALL.get(language.partition("-")[0], "english")
    yield folded(_stemmer(algorithm).stemWord(word))


def _chinese(run: str) -> Iterator[str]:
    simplified = to_simplified(run)
    longer = [word for word in search_words(simplified) if len(word) > 1]
    yield from longer
    pairs = (simplified[at : at + 2] for at in range(len(simplified) - 1))
    yield from (pair for pair in pairs if pair not in longer)
    if len(simplified) == 1:
        yield simplified


def _without_asking(run: str) -> Iterator[str]:
    kept = ""
    for word in words(to_simplified(run)):
        if word in STOPWORDS["zh"]:
            if kept:
                yield kept
            kept = ""
        else:
            kept += word
    if kept:
        yield kept


@cache
def _stemmer(algorithm: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(algorithm)
