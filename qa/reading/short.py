"""The words of a stretch of a passage that answer: whole figures, from the clause that fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.documents import Passage
from language.rules import Kind
from language.spans import Span, overlap, stripped
from language.tags import family
from language.terms import term_set
from qa.counted import counting, part_of
from qa.question import Question
from qa.reading.clauses import fitting
from qa.reading.dated import not_of_a_name
from qa.reading.reduced import is_reduced
from qa.reading.trained import Marks, Words, best_words
from qa.reading.whole import widened

# Log odds by which the words of another clause may be likelier than those of the one that fits.
LEEWAY = 6.0


def short_answer(
    question: Question, passage: Passage, marks: Sequence[Marks], within: Span
) -> Words:
    """Return the likeliest answer in a stretch of *passage*; its odds are those of the stretch."""
    text, language = passage.text, passage.language
    words = best_words(text, marks, within)
    clause = fitting(question, text, within, language)
    if clause != within:
        inside = best_words(text, marks, clause)
        if inside.odds >= words.odds - LEEWAY:
            words = replace(words, span=inside.span)
        # What is not so is seldom marked, nor is half of a price.
        elif question.kind is Kind.YES_NO or is_reduced(text[slice(*clause)]):
            words = replace(words, span=stripped(text, clause))
    counted = [
        (within[0] + start, within[0] + end)
        for start, end in counting(question.text, question.language, text[slice(*within)], language)
    ]
    if len(counted) == 1:
        part = _part(question, text[slice(*within)], counted[0], within[0], language)
        if part or not overlap(counted[0], words.span):
            return replace(words, span=part or counted[0])
    if family(language) == family(question.language):
        when = not_of_a_name(question, text, words.span, within)
        words = replace(words, span=when or words.span)
    return replace(words, span=widened(text, words.span, within, language))


def _part(question: Question, sentence: str, whole: Span, start: int, language: str) -> Span | None:
    """Return the part of a counted whole that *question* asks for by what is said of it."""
    inside = whole[0] - start, whole[1] - start
    part = part_of(sentence, inside, language)
    if part is None:
        return None
    told = term_set(sentence[max(part[1], inside[1]) :], language)
    if not question.share(told, language) > 0:
        return None
    return start + part[0], start + part[1]
