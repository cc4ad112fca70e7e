"""Which words of a table a question has: its own, or in another language their translations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from language.alike import alike, has_word
from language.languages import KNOWN
from language.table_rules import TableRules
from language.tags import family
from language.terms import content_words, question_terms, term_set
from qa.dictionary import translations
from qa.lists.listed import rules_of
from qa.question import Question

BRACKETS = regex.compile(r"[(（\[][^()（）\[\]]*[)）\]]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A word of a question that must stand in a table: any of its *forms*."""

    forms: frozenset[str]
    language: str  # of the table
    inside: bool  # whether a form may stand anywhere, as in Chinese of one's own language

    def stands_in(self, text: str) -> bool:
        """Tell whether *text*, of the table, has it."""
        if self.inside:
            return any(form in alike(text) for form in self.forms)
        return not self.forms.isdisjoint(term_set(text, self.language))


class TableWords:
    """A question beside the words of a table in *language*, a BCP 47 tag."""

    def __init__(self, question: Question, language: str) -> None:
        self.asked_in, self._language = question.language, language
        self._question = question
        self.text = alike(question.text)
        self.asked = question.text.casefold()  # with its accents: where is not or
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
        whole = pattern if family(self.asked_in) == "zh" else rf"\b(?:{pattern})\b"
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

    def wanted(self, text: str, name: str) -> list[Wanted]:
        """Return what of *text*, a part of the question, must stand in a table.

        Not the words that ask for a list, nor those of the *name* of the column that is asked for.
        """
        rules, language = rules_of(self.asked_in), self._language
        text = rules.asking.sub(" ", text) if rules else text
        if self.translated:
            into = [family(language)]
            words = content_words(text, self.asked_in)
            groups = [translations(word, self.asked_in, into) for word in words]
            # What is known by no other word is written alike: a name.
            all_forms = [frozenset().union(*known) or term_set(each, language)
                         for each, known in zip(words, groups, strict=True)]  # fmt: skip
        elif family(language) == "zh":
            all_forms = [frozenset({alike(word)}) for word in content_words(text, language)]
        else:
            terms = question_terms(text, language)
            all_forms = [self._question.instead.get(one, frozenset()) | {one} for one in terms]
        inside = family(language) == "zh" and not self.translated
        every = [Wanted(forms, language, inside) for forms in all_forms]
        return [each for each in every if not each.stands_in(name)]

    def whole(self, cell: str, wanted: Sequence[Wanted]) -> bool:
        """Tell whether *wanted* are all words of a *cell*, but for what it has in brackets."""
        bare = BRACKETS.sub(" ", cell)
        if family(self._language) == "zh" and not self.translated:
            return alike(bare) in self.text
        known = frozenset[str]().union(*(each.forms for each in wanted))
        return term_set(bare, self._language) <= known

    def left(self, used: Sequence[str], *, counts: bool) -> int:
        """Return how many words of the question are neither in *used* nor ask for rows."""
        text, listing = self._question.text, rules_of(self.asked_in)
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
            not any(known & set(group) for group in translations(word, self.asked_in, into))
            for word in content_words(text, self.asked_in)
        )
