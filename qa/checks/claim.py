"""A statement with what is looked for in the evidence: its words, and what each tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from index.passage_index import PassageIndex
from language.bounds import unbounded
from language.denials import without_happening
from language.tags import family
from language.terms import term_set
from language.values.stated import without_values
from qa.checks.draft import Statement
from qa.checks.roles import Role, role_of
from qa.checks.words import Word, content, has, has_meaning
from qa.dictionary import translations
from qa.naming import missing


@dataclass(frozen=True)
class Claim:
    """A statement with what is looked for in the evidence."""

    statement: Statement
    words: dict[Word, float]  # but those of values, and how much each tells
    translated: dict[tuple[str, ...], float]  # the same in other languages, for each word
    families: tuple[str, ...]  # of the documents

    @classmethod
    def of(cls, statement: Statement, index: PassageIndex, families: Sequence[str]) -> Claim:
        """Return what *statement* claims, its words weighed by *index*."""
        bare = unbounded(statement.text, statement.language)
        bare = without_values(bare, statement.language)
        bare = without_happening(bare, statement.language)
        words = content(bare, statement.language)
        others = translations(bare, statement.language, families)
        return cls(
            statement,
            {word: index.weight(sorted(word.terms)) for word in words},
            {word: index.weight(word) for word in others},
            tuple(families),
        )

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
            without = self._across(besides) if besides else frozenset()
            pairs = [pair for pair in self.translated.items() if pair[0] not in without]
            whole = sum(weight for _, weight in pairs)
            held = sum(weight for word, weight in pairs if not terms.isdisjoint(word))
        return held / whole if whole else 0.0

    def _across(self, words: str) -> frozenset[tuple[str, ...]]:
        """Return *words* as other languages have them."""
        return frozenset(translations(words, self.statement.language, self.families))

    @cached_property
    def role(self) -> Role | None:
        """The role that it gives somebody."""
        return role_of(self.statement.text, self.statement.language)

    def opens_with(self, text: str, language: str) -> bool:
        """Tell whether *text* has the first word that is no name, as far as that is known."""
        own = self.statement.text, self.statement.language
        names = [own[0][slice(*span)] for span in missing(*own, "", own[1])]
        first = next((w for w in self.words if not any(w.written in each for each in names)), None)
        if first is None:
            return True
        if family(language) == family(own[1]):
            return first not in self.unmatched(text, language)
        terms = term_set(text, language)
        across = self._across(first.written)
        return not across or any(not terms.isdisjoint(each) for each in across)

    def has_subject(self, text: str, language: str, besides: str = "") -> bool:
        """Tell whether *text* has the word that tells most of what it is about."""
        if family(language) == family(self.statement.language):
            words = {word: each for word, each in self.words.items() if word.written not in besides}
            most = max(words, key=lambda word: words[word], default=None)
            return most is None or most not in self.unmatched(text, language)
        without = self._across(besides) if besides else frozenset()
        pairs = {word: each for word, each in self.translated.items() if word not in without}
        heaviest = max(pairs, key=lambda word: pairs[word], default=None)
        return heaviest is None or not term_set(text, language).isdisjoint(heaviest)
