"""What a stretch of a document says of a statement: meaning, words, names and values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from index.passage_index import Hit, PassageIndex
from language.denials import denials, without_happening
from language.spans import Span
from language.tags import family
from language.terms import term_set
from language.values.stated import without_values
from qa.checks.called import present
from qa.checks.comparing import Compared, Difference, compared
from qa.checks.draft import Statement
from qa.checks.exchanged import opposed, other_name, other_word
from qa.checks.rows import Told, told
from qa.checks.words import Word, content, has, has_meaning
from qa.dictionary import translations
from qa.naming import missing
from qa.reading.judge import Situation
from qa.reading.sentences import situation

# Where one of two sentences has so much of a statement by itself, the other does not complete it:
# it says the same with another name or word.
SAYS_IT = 0.75


@dataclass(frozen=True)
class Claim:
    """A statement with what is looked for in the evidence."""

    statement: Statement
    words: dict[Word, float]  # but those of values, and how much each tells
    translated: dict[tuple[str, ...], float]  # the same in other languages, for each word

    @classmethod
    def of(cls, statement: Statement, index: PassageIndex, families: Sequence[str]) -> Claim:
        """Return what *statement* claims, its words weighed by *index*."""
        bare = without_values(statement.text, statement.language)
        bare = without_happening(bare, statement.language)
        words = content(bare, statement.language)
        others = translations(bare, statement.language, families)
        return cls(
            statement,
            {word: index.weight(sorted(word.terms)) for word in words},
            {word: index.weight(word) for word in others},
        )

    @cached_property
    def denials(self) -> int:
        """How many of its words deny."""
        return denials(self.statement.text, self.statement.language)

    def unmatched(self, text: str, language: str) -> list[Word]:
        """Return its words that *text*, in its own language, has in no form and by no other."""
        lacking = [word for word in self.words if not has(text, language, word)]
        return [word for word in lacking if not has_meaning(text, language, word)]

    def share(self, text: str, language: str, besides: str = "") -> float:
        """Return the share, 0 to 1, of its words' weight that *text* has, *besides* some words."""
        if family(language) == family(self.statement.language):
            words = {word: each for word, each in self.words.items() if word.written not in besides}
            whole = sum(words.values())
            lacking = self.unmatched(text, language)
            held = whole - sum(words[word] for word in lacking if word in words)
        else:
            terms = term_set(text, language)
            whole = sum(self.translated.values())
            pairs = self.translated.items()
            held = sum(weight for word, weight in pairs if not terms.isdisjoint(word))
        return held / whole if whole else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One or two sentences of a passage, and what they say of a claim."""

    hit: Hit
    span: Span  # in the passage's reading view
    which: Situation
    share: float  # of the claim's words
    names: tuple[bool | None, ...]  # whether each name is there; None where that is not known
    compared: Compared
    denies_alike: bool
    unmatched: tuple[str, ...]  # words of the claim that it lacks, in one language
    alone: float  # of two sentences, the larger share that one of them has
    at_odds: bool  # whether one of two sentences has another value or name in a place of the claim
    otherwise: bool  # whether it has another word in a place of the claim, or what denies one
    renamed: Difference | None  # the one name that is another, all else as the claim has it
    besides: float  # the share of the claim's words without that name
    row: Told | None  # what a row of a table says
    cosine: float = 0.0  # of the nearest of its sentences to the statement

    @property
    def text(self) -> str:
        """Its words in reading view."""
        return self.hit.record.passage.text[slice(*self.span)]

    @property
    def language(self) -> str:
        """The language of its passage."""
        return self.hit.record.passage.language

    @property
    def sentences(self) -> int:
        """How many sentences it is."""
        spans = self.hit.record.passage.sentences
        return sum(self.span[0] <= start and end <= self.span[1] for start, end in spans)

    @property
    def agrees(self) -> bool:
        """Whether it has all of the statement's values, and has any."""
        return bool(self.compared.values) and self.compared.borne_out

    @property
    def shared(self) -> int:
        """How much its values that agree tell, in one language with its names; 0 without values."""
        values = self.compared.shared
        return values + self.names.count(True) if values and self.which == "same" else values

    @property
    def completed(self) -> bool:
        """Whether one of two sentences says nearly all, so that the other may speak of another."""
        return self.alone >= SAYS_IT

    @property
    def differing(self) -> tuple[Difference, ...]:
        """What it says in another way, by values, names or cells."""
        if self.row:
            return (self.row.difference,) if self.row.difference else ()
        return self.compared.differing or ((self.renamed,) if self.renamed else ())

    @property
    def names_stand(self) -> bool:
        """Whether no name is known to be missing."""
        return False not in self.names

    @property
    def promise(self) -> float:
        """How much it is worth to be looked at closely, without its meaning."""
        values = self.compared.values
        open_values = len(self.compared.open) / values if values else 0.0
        missing = self.names.count(False) / len(self.names) if self.names else 0.0
        return self.share - 0.3 * open_values - 0.3 * missing + 0.5 * self.hit.cosine

    def near(self, cosine: float) -> Evidence:
        """Return the same with what its meaning has in common with the statement's."""
        return replace(self, cosine=cosine)


def evidence(claim: Claim, hit: Hit, span: Span) -> Evidence:
    """Return what *span* of a passage says of *claim*, but for its meaning.

    Words and names may stand in the title that the passage is under, values may not.
    """
    passage, ours = hit.record.passage, claim.statement
    text, of = passage.text[slice(*span)], passage.language
    inside = [each for each in passage.sentences if span[0] <= each[0] and each[1] <= span[1]]
    titled = f"{text} {passage.title}"
    pieces = [passage.text[slice(*each)] for each in inside]
    alone = [claim.share(each, of) for each in pieces if len(pieces) > 1]
    own = ours.text, ours.language
    renamed = None if len(pieces) > 1 else other_name(ours.text, ours.language, text, of)
    one_language = family(of) == family(ours.language)
    lacks = claim.unmatched(titled, of) if one_language else []
    values = compared(
        *(ours.text, ours.language, text, of, f"{passage.date} {passage.title}"),
        before=passage.text[: span[0]],
    )
    return Evidence(
        hit,
        span,
        situation(ours.language, of),
        claim.share(titled, of),
        present(*own, titled, of),
        values,
        claim.denials == denials(text, of) if one_language else not claim.denials,
        tuple(word.written for word in lacks),
        max(alone, default=0.0),
        len(pieces) > 1 and any(_at_odds(ours, each, of) for each in pieces),
        (one_language and any(other_word(*own, each, renamed) for each in pieces))
        or opposed(lacks if one_language else list(claim.words), ours.language, text, of),
        renamed,
        claim.share(titled, of, renamed.draft) if renamed else 0.0,
        told(ours.text, ours.language, passage, span) if len(pieces) == 1 else None,
    )


def _at_odds(claim: Statement, text: str, of: str) -> bool:
    """Tell whether *text* has a value or a name that is not the claim's where it lacks one."""
    ours = claim.text, claim.language
    if compared(*ours, text, of).differing:
        return True
    return bool(missing(*ours, text, of) and missing(text, of, *ours))
