"""What is asked must fit what is given: what the judge, fitted on public sets, sees too seldom."""

from __future__ import annotations

import re

from corpus.post_headers import label
from language.asking import kinds_of, names_holiday, states_motto
from language.instructing import instructs, tells_a_program, within_instructions
from language.lacking import lacks_value
from language.markers import is_marker
from language.post_rules import AUTHOR, DATE, OTHER, SUBJECT
from language.references import heads_another
from language.relations import asks_of_sending
from language.rules import Kind
from language.values.figures import figures as figures_in
from language.values.figures import ordinals
from language.weekdays import days_covered
from qa.reading.candidates import Sentence, of_a_row, text_of
from qa.reading.cells import UNNAMED

# Measured on articles that nothing is fitted on.  Of 31 sentences that were likeliest and stated
# other ordinals than the question 3 were right, half of what the judge said.  Of answers to
# questions for a theme or slogan 15 of 16 stand in a sentence with a word for it, of the other
# sentences of their passages 9 % have one: against that the odds rise by the root of ten only,
# for in one language shared words have told of it already.  Of 11,022 right sentences of the
# training sets 7 have no word for what is asked, of 75,758 others in their passages 4,433; of 169
# that were read as candidates none was right, though 40 of them were said to be likely.
# Of 22 that state other ordinals themselves none was right.
# Of 2,182 right sentences 3 name nobody, or no place, where who or where is asked, of 18,215 others
# 927.
# Of 14 training questions that name a day of the week none is answered where only others stand.
# What has no figure gives no number of a contract: as seldom, by guess.
YEAR = re.compile(r"(?<![\d.,])(?:1[89]|20)\d\d(?!\d|[.,]\d)")
OTHER_EDITION, UNSTATED, MOTTO_STATED = 0.5, 0.12, 10**0.5
OTHER_DAY = 0.3
WEEK = 7
HEAD = 1000  # characters within which a mail has its sender and date
HEADS = frozenset({AUTHOR, DATE, OTHER})
INSTRUCTED = 0.3  # may be an answer, to who asks what it says, and is never a sure one
RELATED = frozenset({Kind.PERSON, Kind.DATE, Kind.PLACE})


def fitted_chance(
    question: str, sentence: Sentence, judged: float, figures: float, edition: float
) -> float:
    """Return how likely a sentence answers, 0 to 1, from how likely the judge takes it to be.

    What begins as another article than the one asked about is of another matter, what speaks of
    the second forum or of 2018 seldom answers a question about the fifth or 2019, a theme is called
    one, and what has no word for a time, a number, a person or a place does not tell when, how
    many, who or where.  What is so on Sunday tells nothing of Monday.  What addresses a program is
    never a sure answer.

    Args:
        question: What is asked.
        sentence: Of a passage that was read.
        judged: What the judge says, 0 to 1.
        figures: Whether the passage so far has the question's years, numbers and ordinals, as
            :meth:`Question.agreement`; a theme of which forum is not said is not made likelier.
        edition: Whether the passage so far agrees in ordinals, as :meth:`Question.edition`.
    """
    whole = sentence.ranked.hit.record.passage.text
    likely = _fitted(question, sentence, judged, figures, edition)
    addressed = tells_a_program(question) or within_instructions(whole, sentence.span)
    return min(likely, INSTRUCTED) if addressed else likely


def _fitted(
    question: str, sentence: Sentence, judged: float, figures: float, edition: float
) -> float:
    """Return the same, whomever the text addresses."""
    text = text_of(sentence)
    likely = sentence.answer.chance(judged) * _of_another(question, sentence, text, edition)
    if is_beside_the_point(question, sentence):
        likely *= UNSTATED
    stated = states_motto(question, text)
    if stated is None:
        return likely
    if not stated:
        return likely * UNSTATED
    if figures < 0:
        return likely
    return MOTTO_STATED * likely / (1 + (MOTTO_STATED - 1) * likely)


def _of_another(question: str, sentence: Sentence, text: str, edition: float) -> float:
    """Return how much less likely a sentence is for speaking of another matter, 0 to 1."""
    less = UNNAMED if heads_another(text, question) else 1.0
    if _of_another_day(question, text):
        less *= OTHER_DAY
    if _of_another_edition(question, text):
        less *= UNSTATED
    elif edition < 0 or _of_another_year(question, sentence):
        less *= OTHER_EDITION
    return less


def is_beside_the_point(question: str, sentence: Sentence) -> bool:
    """Tell whether *sentence* has nothing of what is asked for, or tells a program what to do.

    A row of a table has its unit elsewhere; which cell of it answers is told by its column.
    """
    passage = sentence.ranked.hit.record.passage
    if of_a_row(sentence):
        return False
    text, language = text_of(sentence), passage.language
    heads = HEADS | {SUBJECT} if kinds_of(question) & RELATED else HEADS
    if _heads_a_mail(passage.text, text, heads) and not asks_of_sending(question):
        return True
    if is_marker(text):
        return True
    return lacks_value(question, text, language) or instructs(text, question, language)


def _of_another_day(question: str, text: str) -> bool:
    """Tell whether *text* has days of the week, and none that *question* has.

    What is so on Mondays tells nothing of Christmas; what is so every day does.
    """
    asked, told = days_covered(question), days_covered(text)
    if names_holiday(question) and not asked:
        return bool(told) and len(told) < WEEK and not names_holiday(text)
    return bool(asked and told) and asked.isdisjoint(told)


def _heads_a_mail(text: str, line: str, heads: frozenset[str]) -> bool:
    """Tell whether *line* of *text* says who sent it to whom, or when, and nothing of its matter.

    What has a date alone may be minutes, whose date is that of the meeting.
    """
    named = label(line.strip())
    if named is None or named[0] not in heads:
        return False
    roles = {each[0] for each in map(label, text[:HEAD].splitlines()) if each}
    return {AUTHOR, DATE} <= roles


def _of_another_edition(question: str, text: str) -> bool:
    """Tell whether *text* has ordinals, and none that *question* has."""
    asked, told = ordinals(figures_in(question)), ordinals(figures_in(text))
    return bool(asked and told) and asked.isdisjoint(told)


def _of_another_year(question: str, sentence: Sentence) -> bool:
    """Tell whether the passage up to *sentence* has years, and that of *question* is none of them.

    Nor between them: who worked from 2014 to 2019 worked in 2016.
    """
    passage = sentence.ranked.hit.record.passage
    asked = _years(question)
    told = _years(f"{passage.title}\n{passage.date}\n{passage.text[: sentence.span[1]]}")
    if not asked or not told:
        return False
    return not any(min(told) <= year <= max(told) for year in asked)


def _years(text: str) -> list[int]:
    return [int(year) for year in YEAR.findall(text)]
