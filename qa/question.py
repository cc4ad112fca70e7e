"""A question with all that is known of it before anything is retrieved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.passage_index import PassageIndex, Query
from language.asking import kind_of, kinds_of
from language.equivalents import equivalents
from language.rules import Kind
from language.tags import family
from language.values.figures import figures, ordinals
from qa.dictionary import paired
from qa.naming import lacking


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, as the later stages see it."""

    text: str  # as it was understood
    language: str  # BCP 47
    kind: Kind  # of the answer
    query: Query
    weights: dict[str, float]  # how much each of its terms tells
    translations: dict[tuple[str, ...], float]  # the same of its words in other languages
    figures: frozenset[str]  # years, numbers and ordinals that it names
    kinds: frozenset[Kind]  # all that the answer may be: a place, and a list of them
    # Terms that a text may have for one of the question's.
    instead: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, query: Query, index: PassageIndex) -> Question:
        """Return what *query* asks, its terms weighed by *index*."""
        text = query.text
        weights = index.weights(query.terms)
        words = {word: index.weight(word) for word in query.translations}
        named, kinds = figures(text), kinds_of(text)
        whether = Kind.YES_NO in kinds
        instead = equivalents(weights, query.language, denied=whether)
        for term, pairs in paired(text, query.language, family(query.language)).items():
            instead[term] = instead.get(term, frozenset()) | pairs
        return cls(
            text, query.language, kind_of(text), query, weights, words, named, kinds, instead
        )

    def share(self, terms: frozenset[str], language: str) -> float:
        """Return the share, 0 to 1, of the question's weight that *terms* of a text hold.

        Args:
            terms: Of the text.
            language: Of the text; in another than the question's, its translations count.
        """
        if family(language) == family(self.language):
            whole = sum(self.weights.values())
            held = sum(weight for term, weight in self.weights.items() if self._in(term, terms))
        else:
            whole = sum(self.translations.values())
            words = self.translations.items()
            held = sum(weight for word, weight in words if not terms.isdisjoint(word))
        return held / whole if whole else 0.0

    def _in(self, term: str, terms: frozenset[str]) -> bool:
        return term in terms or not terms.isdisjoint(self.instead.get(term, ()))

    def agreement(self, text: str) -> float:
        """Return 1 where *text* states every figure that the question names, -1 where none.

        A question without figures agrees with any text: 0.
        """
        if not self.figures:
            return 0.0
        return 2 * len(self.figures & figures(text)) / len(self.figures) - 1

    def edition(self, text: str) -> float:
        """Return 1 where *text* states every ordinal of the question, -1 where only others, else 0.

        The fourth forum is not the second.
        """
        asked, stated = ordinals(self.figures), ordinals(figures(text))
        if asked <= stated:
            return float(bool(asked))
        return -float(bool(stated))

    def lacking(self, text: str, language: str) -> float:
        """Return the share, 0 to 1, of the question's proper names that *text* has not.

        Args:
            text: The evidence.
            language: Of *text*; a name of which it is not known how it is written there is none.
        """
        return lacking(self.text, self.language, text, language)
