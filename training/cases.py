"""Training questions, each against an index that holds its answer and against one that does not."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from qa.evaluation.question_sets import QuestionSet, SetQuestion
from training.naming import names, of_another_name


@dataclass(frozen=True, slots=True)
class Case:
    """One question against the index less some of its paragraphs."""

    question: SetQuestion
    hidden: frozenset[int]  # paragraphs that are not in the index
    gold: frozenset[int]  # paragraphs that answer, of those that are
    held_out: bool
    half: int  # of the articles, 0 or 1: what is fitted on one is measured on the other

    @property
    def beside(self) -> bool:
        """Whether the paragraph is there and does not answer: SQuAD 2's own unanswerables."""
        return not self.gold and not self.hidden


def digest(article: str) -> bytes:
    """Return what articles are split by."""
    return hashlib.md5(article.encode(), usedforsecurity=False).digest()


def held_out(article: str) -> bool:
    """Split by article, alike in all languages of a parallel set."""
    return digest(article)[0] % 3 == 0


def without(larger: QuestionSet, smaller: QuestionSet) -> QuestionSet:
    """Return *larger* less the paragraphs that *smaller* has too: XQuAD is a part of SQuAD."""
    known = {one.text[:60] for one in smaller.paragraphs}
    kept = [n for n, one in enumerate(larger.paragraphs) if one.text[:60] not in known]
    places = {old: new for new, old in enumerate(kept)}
    return QuestionSet(
        larger.name,
        tuple(larger.paragraphs[n] for n in kept),
        tuple(
            replace(question, paragraph=places[question.paragraph])
            for question in larger.questions
            if question.paragraph in places
        ),
    )


def half_of(article: str) -> int:
    """Cut the articles in halves, alike in all languages of a parallel set."""
    return digest(article)[2] % 2


def cases(
    sets: Sequence[QuestionSet], offsets: Sequence[int], wanted: Callable[[str], bool], most: int
) -> list[Case]:
    """Return questions on the articles that are *wanted*, with what is hidden from each.

    At most so many of each set.
    """
    made: list[Case] = []
    articles: dict[str, set[int]] = {}
    for questions, offset in zip(sets, offsets, strict=True):
        for number, paragraph in enumerate(questions.paragraphs):
            articles.setdefault(paragraph.subject, set()).add(offset + number)
    parallel = {each.name: offset for each, offset in zip(sets, offsets, strict=True)}
    for questions, offset in zip(sets, offsets, strict=True):
        subjects = [paragraph.subject for paragraph in questions.paragraphs]
        there = [one for one in questions.questions if wanted(subjects[one.paragraph])]
        for question in random.Random(1).sample(there, min(most, len(there))):
            article = subjects[question.paragraph]
            here = offset + question.paragraph
            made += _cases_of(question, here, articles[article], article, questions, parallel)
        made += _of_others(there, questions, most)
    return made


def _cases_of(
    question: SetQuestion,
    here: int,
    article: set[int],
    title: str,
    questions: QuestionSet,
    parallel: dict[str, int],
) -> list[Case]:
    split = (held_out(title), half_of(title))
    everything = frozenset(article)
    gold = frozenset({here}) if question.answers else frozenset()
    if not questions.name.startswith("xquad"):
        made = [Case(question, frozenset(), gold, *split)]
        # Unanswerable questions beside their paragraph are hard enough once.
        if question.answers:
            made.append(Case(question, everything, frozenset(), *split))
            other = replace(question, text=of_another(question.text), answers=())
            if other.text != question.text:
                made.append(Case(other, frozenset(), frozenset(), *split))
        return made
    twins = {
        "xquad.en.json": "xquad.zh.json",
        "xquad.zh.json": "xquad.en.json",
    }
    twin = parallel[twins[questions.name]] + question.paragraph
    first = here - question.paragraph
    own = frozenset(range(first, first + len(questions.paragraphs)))
    return [
        Case(question, own, frozenset({twin}), *split),
        Case(question, everything, frozenset(), *split),
        Case(question, frozenset(), frozenset({here, twin}), *split),
    ]


def _of_others(there: Sequence[SetQuestion], questions: QuestionSet, most: int) -> list[Case]:
    """Return questions asked of another name: what is the capital of Peru, of a text on Chile?"""
    chance = random.Random(3)
    known: dict[str, list[str]] = {}
    for question in there:
        known.setdefault(question.language, []).extend(names(question.text, question.language))
    made = []
    for question in chance.sample(there, min(most, len(there))):
        paragraph = questions.paragraphs[question.paragraph]
        text = of_another_name(
            question.text, question.language, paragraph.text, known[question.language], chance
        )
        if text != question.text:
            split = (held_out(paragraph.subject), half_of(paragraph.subject))
            other = replace(question, text=text, answers=())
            made.append(Case(other, frozenset(), frozenset(), *split))
    return made


ORDINALS = {
    "first": "fifth", "second": "sixth", "third": "seventh", "fourth": "ninth",
    "premier": "cinquième", "première": "cinquième", "deuxième": "sixième",
    "troisième": "septième", "第一": "第五", "第二": "第六", "第三": "第七", "第四": "第九",
}  # fmt: skip
FIGURE = re.compile(rf"{'|'.join(rf'{one}' for one in ORDINALS)}|\d+", re.IGNORECASE)


def of_another(question: str) -> str:
    """Return *question* asked of another year, number or ordinal, which no text answers."""

    def other(match: re.Match[str]) -> str:
        word = match.group()
        return str(int(word) + 13) if word.isdigit() else ORDINALS[word.lower()]

    return FIGURE.sub(other, question)
