"""Which words of a table a question has: its own, or in another language their translations."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from language.alike import alike, has_word
from language.languages import KNOWN
from language.table_rules import TableRules
from language.tags import family
from language.terms import content_words, question_terms, term_set
from qa.dictionary import translations
from qa.lists.listed import rules_of
from qa.question import Question


class TableWords:
    """A question beside the words of a table in *language*, a BCP 47 tag."""

    def __init__(self, question: Question, language: str) -> None:
        self._asked_in, self._language = question.language, language
        self._question = question
        self.text = alike(question.text)
        self.translated = family(question.language) != family(language)
        known = KNOWN.get(family(question.language))
        self.rules: TableRules | None = known.tables if known else None
        groups = question.translations if self.translated else ()
        own = [] if self.translated else question_terms(self.text, language)
        self._terms = frozenset(own).union(*groups)

    def says(self, name: str) -> bool:
        """Tell whether the question has all words of *name*."""
        if family(self._language) == "zh" and not self.translated:
            return bool(name) and alike(name) in self.text
        terms = term_set(name, self._language)
        return bool(terms) and terms <= self._terms

    def shared(self, name: str) -> frozenset[str]:
        """Return the words of *name* that the question has too."""
        return self._terms & term_set(name, self._language)

    def measures(self, name: str) -> bool:
        """Tell whether a column is of what a word of the question compares: taller, a height."""
        theirs = KNOWN.get(family(self._language))
        columns = theirs.tables.measures if theirs and theirs.tables else {}
        compared = self.rules.measures.items() if self.rules else ()
        return any(
            self._has(word)
            and what in columns
            and regex.search(columns[what][1], name, regex.IGNORECASE)
            for what, (word, _) in compared
        )

    def _has(self, pattern: str) -> bool:
        whole = pattern if family(self._asked_in) == "zh" else rf"\b(?:{pattern})\b"
        return regex.search(whole, self.text) is not None

    def states(self, value: str, without: Sequence[str]) -> bool:
        """Tell whether the question has *value* as a word, not in the words *without*."""
        return has_word(self._besides(without), value)

    def beside(self, number: str, name: str, without: Sequence[str]) -> bool:
        """Tell whether the question has a *number* beside the *name* of its column."""
        near = regex.escape(name)
        form = rf"{near}\s*{number}(?![\d.,])|(?<![\d.,]){number}\s*{near}"
        return regex.search(form, self._besides(without)) is not None

    def _besides(self, without: Sequence[str]) -> str:
        text = self.text
        for words in without:
            text = text.replace(alike(words), " ")
        return text

    def left(self, used: Sequence[str], *, counts: bool) -> int:
        """Return how many words of the question are neither in *used* nor ask for rows."""
        text, listing = self._question.text, rules_of(self._asked_in)
        if counts and self.rules:
            text = self.rules.counting.sub(" ", text)
        text = listing.asking.sub(" ", text) if listing else text
        if self.translated:
            return self._untranslated(text, used)
        if family(self._language) == "zh":
            left = alike(text)
            for each in sorted(map(alike, used), key=len, reverse=True):
                left = left.replace(each, " ")
            return len(regex.findall(r"[\p{L}\p{N}]", left)) // 2
        known = frozenset[str]().union(*(term_set(each, self._language) for each in used))
        return len(set(question_terms(text, self._language)) - known - set(used))

    def _untranslated(self, text: str, used: Sequence[str]) -> int:
        """Return how many words of *text* are translated by none of *used*."""
        for words in used:
            text = text.replace(words, " ")
        known = frozenset[str]().union(*(term_set(each, self._language) for each in used))
        into = [family(self._language)]
        # What is translated by none of them is something else that is asked.
        return sum(
            not any(known & set(group) for group in translations(word, self._asked_in, into))
            for word in content_words(text, self._asked_in)
        )
