"""Which part of a sentence says what of a value or name: income was £6,412 and expenses £5,977.

Of two values of one kind, or two names, with what parts clauses between them, each has the words on
its own side.  What a statement says of the one is held against the words of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from language.chinese import tagged_words, to_simplified
from language.languages import KNOWN
from language.spans import Span
from language.tags import family
from language.terms import STOPWORDS
from qa.checks.words import Word, content, has, has_meaning

SENTENCE = r"[.!?](?=\s+\P{Ll})|[。！？\n]"
LETTER = regex.compile(r"[\p{L}\p{N}]")
STRONG = regex.compile(rf"{SENTENCE}|[;；]")
COMMA = regex.compile(r"\s*[,，;；]\s*")
HAN = regex.compile(r"\p{Han}")
# So many words, in Chinese characters, of its own has what says something by itself: not "and Y 5".
ENOUGH = (2, 4)
EMPTY_TAGS = ("u", "p", "c", "y", "d", "r", "q", "w", "x")  # of jieba: what says nothing by itself


@dataclass(frozen=True, slots=True)
class Placed:
    """A text, and where in it all values or names of one kind stand."""

    text: str
    language: str  # BCP 47
    items: tuple[Span, ...]  # in order

    def segment(self, item: Span, *, loosely: bool) -> Span:
        """Return what is said of an item: up to what parts it from the items on either side."""
        start, end = 0, len(self.text)
        for first, second in zip(self.items, self.items[1:], strict=False):
            at = _parted(self, first, second, loosely=loosely)
            if at is not None and second[0] <= item[0]:
                start = at
            elif at is not None and first[0] >= item[0]:
                end = at
                break
        return start, end


@dataclass(frozen=True, slots=True)
class Placing:
    """Whose a value or name is, as the words beside it tell."""

    own: float  # the share of the words of its own segment, those of both aside
    other: float  # of the other's
    headed: bool  # whether the statement has the word next to the other
    wholly: bool = False  # whether all that the statement says is of the other, which says enough

    @property
    def misplaced(self) -> bool:
        """Whether the statement says it of what the other is of: by all its words, or no own."""
        if self.wholly and not self.own:
            return True
        return self.headed and self.other > self.own and (self.other == 1 or not self.own)

    @property
    def mixed(self) -> bool:
        """Whether the statement has all words of both."""
        return self.own == self.other == 1


def placing(
    statement: Placed, ours: Span, evidence: Placed, own: Span, other: Span, *, loosely: bool = True
) -> Placing | None:
    """Return of which of two items of *evidence* a statement speaks, in the same language.

    None where they stand in one segment, or one has no words of its own.

    Args:
        statement: With the item that it has.
        ours: That item.
        evidence: With both.
        own: The item of the evidence that is the same.
        other: One that is another.
        loosely: Whether a comma parts two segments in languages that have words for it.
    """
    spans = [evidence.segment(each, loosely=loosely) for each in (own, other)]
    if spans[0] == spans[1]:
        return None
    language = evidence.language
    first, second = (_bare(evidence, span) for span in spans)
    mine, theirs = _apart(first, second, language), _apart(second, first, language)
    if not mine or not theirs:
        return None
    said_of = _bare(statement, statement.segment(ours, loosely=loosely))
    text, start = evidence.text, spans[1][0]
    before = text[start : other[0]], text[other[1] : spans[1][1]]
    return Placing(
        _covered(mine, said_of, language),
        _covered(theirs, said_of, language),
        _headed(before, theirs, said_of, language),
        len(mine) >= ENOUGH[family(language) == "zh"] and _all_in(said_of, second, language),
    )


def _all_in(said_of: str, text: str, language: str) -> bool:
    """Tell whether *text* has each word of what is said."""
    words = _words(said_of, language)
    return bool(words) and _covered(words, text, language) == 1


@cache
def _between(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    """Return what parts two segments: any mark or word; not a comma alone."""
    known = KNOWN.get(language)
    rules = known.poles.clauses if known and known.poles else r"(?!)"
    comma = r"(?<!\p{N}),(?!\p{N})|" if language != "zh" else ""
    every = regex.compile(rf"{SENTENCE}|{comma}{rules}", regex.I)
    joined = rules if language == "zh" else rules.replace("[,;:]", "[;]")
    return every, regex.compile(rf"{SENTENCE}|{joined}", regex.I)


def _parted(placed: Placed, first: Span, second: Span, *, loosely: bool) -> int | None:
    """Return where a segment ends between two items; None where nothing parts them."""
    between = placed.text[first[1] : second[0]]
    every, joined = _between(family(placed.language))
    ends = [match.span() for match in (every if loosely else joined).finditer(between)]
    if not ends:
        return None
    if not LETTER.search(every.sub(" ", between)):
        # 2,650 people, 430 of them in research; not: on 12, 15 and 19 May.
        listed = not COMMA.fullmatch(between) or every.match(placed.text[second[1] :].lstrip())
        return None if listed or not loosely else second[0]
    telling = [end for _, end in ends if LETTER.search(between[end:])]
    # A semicolon parts more than a word does: asks 4 and needs 5; the other asks 6 but needs 7.
    if strong := [match.end() for match in STRONG.finditer(between)]:
        return first[1] + strong[-1]
    return first[1] + (telling[-1] if telling else ends[0][1])


def _bare(placed: Placed, span: Span) -> str:
    """Return a segment without the items in it."""
    kept = list(placed.text)
    for start, end in placed.items:
        kept[start:end] = " " * (end - start)
    return "".join(kept[slice(*span)])


@lru_cache(maxsize=4096)
def _words(text: str, language: str) -> tuple[Word, ...] | tuple[str, ...]:
    """Return what a segment says, in Chinese by characters: 总经费 and 经费总额 are alike."""
    if family(language) != "zh":
        return content(text, language)
    return tuple(dict.fromkeys(_characters(text)))


def _characters(text: str) -> Iterator[str]:
    ignored = STOPWORDS.get("zh", ())
    for word, tag in tagged_words(to_simplified(text)):
        if word not in ignored and not tag.startswith(EMPTY_TAGS):
            yield from HAN.findall(word)


def _apart(words: str, others: str, language: str) -> tuple[Word, ...] | tuple[str, ...]:
    """Return the words of one segment that the other lacks."""
    mine, theirs = _words(words, language), _words(others, language)
    if family(language) == "zh":
        return tuple(each for each in mine if isinstance(each, str) and each not in theirs)
    return tuple(
        each for each in mine if isinstance(each, Word) and not has(others, language, each)
    )


def _covered(words: Sequence[Word] | Sequence[str], text: str, language: str) -> float:
    return sum(_has(text, each, language) for each in words) / len(words)


def _has(text: str, word: Word | str, language: str) -> bool:
    if isinstance(word, str):
        return word in to_simplified(text)
    return has(text, language, word) or has_meaning(text, language, word)


def _headed(
    around: tuple[str, str], words: Sequence[Word] | Sequence[str], text: str, language: str
) -> bool:
    """Tell whether *text* has a word of *words* that stands next to an item, on either side."""
    before, after = (_words(each, language) for each in around)
    heads = (*[each for each in before if each in words][-1:],
             *[each for each in after if each in words][:1])  # fmt: skip
    return any(_has(text, each, language) for each in heads)
