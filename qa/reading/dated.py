"""Which of the dates of a sentence tells when what is asked about was done.

"Published in 2010, repealed in 2021"; "the 2016 rules are repealed on 1 May 2022".
"""

from __future__ import annotations

from language.asking import forms, holds
from language.relations import acts_in
from language.rules import Kind
from language.spans import Span, overlap
from language.supporting import as_matched, support
from language.tags import family
from qa.question import Question


def with_act(question: Question, clauses: list[str], language: str) -> int | None:
    """Return which of *clauses* has a date and alone has the act that *question* asks when it was.

    None where no other has a date, or no act is asked about.
    """
    if question.kind is not Kind.DATE or family(language) != family(question.language):
        return None
    acts = acts_in(question.text, question.language)
    dated = [holds(Kind.DATE, each, language, question.text) for each in clauses]
    done = [not acts.isdisjoint(acts_in(each, language)) for each in clauses]
    if done.count(True) != 1 or dated.count(True) <= 1:
        return None
    at = done.index(True)
    return at if dated[at] else None


def not_of_a_name(question: Question, text: str, words: Span, within: Span) -> Span | None:
    """Return the other date of a sentence where that in *words* only says which thing is meant.

    None where there is not just one other, or *words* tell when.

    Args:
        question: What is asked.
        text: Of a passage, in the language of the question.
        words: Where the answer seems to be.
        within: The sentence.
    """
    rules = support(family(question.language))
    if rules is None or question.kind is not Kind.DATE:
        return None
    sentence, start = text[slice(*within)], within[0]
    naming = [match.span() for match in rules.attribute.finditer(
        as_matched(sentence, question.language))]  # fmt: skip
    dates = forms(Kind.DATE, sentence, question.language, question.text)
    told = [date for date in dates if not any(overlap(date, each) for each in naming)]
    own = words[0] - start, words[1] - start
    named = any(overlap(own, each) for each in naming)
    if not named or len(told) != 1 or overlap(own, told[0]):
        return None
    return start + told[0][0], start + told[0][1]
