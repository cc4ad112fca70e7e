"""The proper names of a question, and which of them a text lacks.

A text that has nothing of the Lakers says nothing about them, however much else it has in common
with the question.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from language.chinese import tagged_words, to_simplified
from language.lexicon import is_word, listed
from language.spans import Span
from language.tags import family
from language.terms import STOPWORDS
from language.values.dates import named_months
from language.values.names import TAGS, name_spans, named_spans, peoples, table
from language.values.pairs import in_pairs
from language.values.prepared import forms_of, value_forms
from language.values.translation import translated_names
from language.values.value import Name, NameKind
from language.weekdays import weekdays
from qa.dictionary import chinese_names, english_names, is_common, is_proper
from qa.romanised import names_in

# A word of a name; what an apostrophe cuts off, or adds, is none: l'Europe, Ada's.
WORD = regex.compile(r"(?<![\p{Latin}\p{N}])(?=\p{N}*\p{Latin})[\p{Latin}\p{M}\p{N}]{2,}")
INNER = regex.compile(r"\p{Ll}\p{Lu}|\p{N}")
HAN = regex.compile(r"\p{Han}{2,}")
MARKS = regex.compile(r"\p{M}")
APART = regex.compile(r"[\s-]+")
SHORTEST_STEM, STEM = 4, 60
MONTHS = frozenset(named_months())

# A name as texts of one language may write it; None where that is not known.
Forms = regex.Pattern[str] | None


def lacking(question: str, language: str, text: str, of: str) -> float:
    """Return the share, 0 to 1, of the names in *question* that *text* has not.

    0 where the question has no names, and for names of which it is not known what they are called
    in the language of the text.

    Args:
        question: What is asked.
        language: Its BCP 47 tag.
        text: The evidence.
        of: The language of *text*.
    """
    missing = [present is False for present in named(question, language, text, of)]
    return sum(missing) / len(missing) if missing else 0.0


def named(question: str, language: str, text: str, of: str) -> tuple[bool | None, ...]:
    """Return for each name in *question* whether *text* has it; None where that is not known."""
    return tuple(there for _, there in _present(question, language, text, of))


def missing(question: str, language: str, text: str, of: str) -> list[Span]:
    """Return where *question* has names that *text* is known not to have; words together as one.

    Chinese names are written together as they are.
    """
    spans: list[Span] = []
    places = sorted(
        span for span, there in _present(question, language, text, of) if there is False
    )
    for start, end in places:
        between = question[spans[-1][1] : start] if spans else ""
        if between and not between.strip(" -·•."):
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
    return spans


def _present(question: str, language: str, text: str, of: str) -> list[tuple[Span, bool | None]]:
    known = _known(question, language, family(of))
    folded = _folded(text) if known else ""
    return [(span, bool(forms.search(folded)) if forms else None) for span, forms in known]


def all_known(question: str, language: str, of: str) -> bool:
    """Tell whether it is known how texts in the language *of* write every name in *question*."""
    return all(forms for _, forms in _known(question, language, family(of)))


@lru_cache(maxsize=256)
def _known(question: str, language: str, target: str) -> tuple[tuple[Span, Forms], ...]:
    """Return where *question* has names, and how texts in the *target* family may write them."""
    if value_forms(language) is None or value_forms(target) is None:
        return ()
    spans = _territories(question, language)
    # "French" may be a nation, of which CLDR knows no names; "Yuan" is a dynasty too.
    known = [
        (span, _meant(named, target) if named.kind is NameKind.TERRITORY else None)
        for span, named in spans
    ]
    in_pinyin = names_in(question, language) if target == "zh" else ()
    known += [(name.span, name.whole) for name in in_pinyin]
    # A day is no name: texts write "Tuesday to Sunday" and mean Friday too.
    taken = [span for span, _ in (*weekdays(question), *known)]
    for start, end in _words(question, language, taken):
        written = _written(_folded(question[start:end]), family(language), target)
        known.append(((start, end), _any(written)))
    return tuple(known)


def _territories(question: str, language: str) -> list[tuple[Span, Name]]:
    """Return the names of CLDR in *question*, the longest at each place."""
    written = set(translated_names(question, language))
    spans = named_spans(question, family(language)).items()
    done, kept = 0, []
    for (start, end), named in sorted(spans, key=lambda item: (item[0][0], -item[0][1])):
        if start >= done and question[start:end] in written:
            kept.append(((start, end), named))
            done = end
    return kept


@lru_cache(maxsize=256)
def _called(named: Name, target: str) -> tuple[str, ...]:
    names = [written for written, other in table(target).items() if other == named]
    return (*names, *peoples(named, target))


@lru_cache(maxsize=256)
def _meant(named: Name, target: str) -> Forms:
    """Return what matches a territory, and no other whose name has a name of it in itself.

    Equatorial Guinea is not Guinea, nor Nigeria Niger, nor 印度尼西亚 印度.
    """
    forms = _any(_called(named, target))
    if forms is None:
        return None
    names = {_folded(written): other for written, other in table(target).items()}
    whole = [
        (_whole(written) + ("" if other == named else "(*SKIP)(*FAIL)"))
        for written, other in sorted(names.items(), key=lambda item: -len(item[0]))
        if other.kind is NameKind.TERRITORY and forms.search(written)
    ]
    return regex.compile("|".join([*whole, forms.pattern, in_pairs(named, target)]))


def _whole(word: str) -> str:
    """Return what matches all of a folded name, and what is derived from it."""
    return regex.escape(word) if regex.search(r"\p{Han}", word) else rf"{_spaced(word)}\p{{Latin}}*"


def _words(question: str, language: str, without: list[Span]) -> Iterator[Span]:
    """Yield where the words of the other names in *question* stand."""
    if forms_of(language).han:
        words = [*_tagged(question), *(match.span() for match in WORD.finditer(question))]
    else:
        words = [*_capital(question, language)]
    for start, end in words:
        if not any(a < end and start < b for a, b in without):
            yield start, end


def _tagged(question: str) -> Iterator[Span]:
    at = 0
    for word, tag in tagged_words(question):
        simplified = to_simplified(word)
        named = is_proper(simplified) or (tag in TAGS and not is_common(simplified))
        if named and HAN.fullmatch(word):
            yield at, at + len(word)
        at += len(word)


def _capital(question: str, language: str) -> Iterator[Span]:
    names = name_spans(question, language)
    for match in WORD.finditer(question):
        start, end = match.span()
        if question[:start].strip("«“\"' "):
            named = match.group()[0].isupper() and any(a <= start and end <= b for a, b in names)
        else:
            named = _begins(match.group(), language)
        if (named or INNER.search(match.group())) and not _empty(match.group(), language):
            yield start, end


def _begins(word: str, language: str) -> bool:
    """Tell whether the first word of a question is a name: no word begins so."""
    return word[0].isupper() and listed(language) and not is_word(word, language)


def _empty(word: str, language: str) -> bool:
    """Tell whether a word with a capital or a figure is no name: The, May, 21st."""
    ignored = STOPWORDS.get(family(language), ())
    return word[0].isdigit() or _folded(word) in ignored or word.casefold() in MONTHS


def _written(word: str, source: str, target: str) -> list[str]:
    """Return how texts in *target* may write a folded name; nothing where that is not known."""
    han = bool(HAN.fullmatch(word))
    if han:
        # Where a name begins and ends is not always seen: 和三芹, 潜江市.
        cut = [word[1:], word[:-1]] if len(word) > 2 else []
        return [word, *cut] if target == "zh" else [*english_names(word)]
    if target == "zh" and source != "zh":
        others = chinese_names(word)
        return [word, *(one[: min(3, max(2, len(one) - 1))] for one in others)] if others else []
    return [word]


def _any(written: Sequence[str]) -> Forms:
    forms = [_pattern(_folded(one)) for one in written]
    return regex.compile("|".join(forms)) if forms else None


def _pattern(word: str) -> str:
    """Return what matches the name, and in other than Han characters what is derived from it."""
    if regex.search(r"\p{Han}", word):
        return regex.escape(word)
    return _spaced(word[: max(SHORTEST_STEM, len(word) * STEM // 100)])


def _spaced(word: str) -> str:
    written = r"[\s-]".join(regex.escape(part) for part in APART.split(word))
    return rf"(?<![\p{{Latin}}\p{{N}}]){written}"


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """Return *text* in lower case without accents, Chinese in Simplified characters."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    return to_simplified(MARKS.sub("", apart.replace("œ", "oe").replace("’", "'")))
