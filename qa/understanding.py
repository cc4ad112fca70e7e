"""What a question asks: its language, its right spelling, what it leaves to the one before."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import CitedQAError
from index.passage_index import PassageIndex
from language.asking import as_question, asking_for
from language.detect import asked_in
from language.languages import LANGUAGES, nearest_spoken
from language.spelling import mended
from language.tags import UNKNOWN, family
from language.talk_rules import Act
from language.talking import Said, after_greeting, asked_of_people, heard
from qa.followups.implied import with_topic
from qa.followups.resolving import resolve

LONGEST_QUESTION = 1000  # characters


class QuestionError(CitedQAError):
    """The question cannot be asked as it is."""

    short = "error_question"


@dataclass(frozen=True, slots=True)
class Understood:
    """A question as it is understood."""

    text: str  # complete and mended
    language: str  # of the text: a BCP 47 tag, or "und"
    asked_in: str  # the same of what was typed
    aside: Said | None  # what is said to the program itself; None where the documents are asked
    replies: str  # the language to reply in to that
    of_people: Said | None = None  # who said what, if that is asked and posts tell it
    readings: tuple[str, ...] = ()  # as it may be meant too, if the documents bear that out


class Understanding:
    """Understands what is asked of one open index; holds nothing that a question changes."""

    def __init__(self, index: PassageIndex) -> None:
        self._index = index
        self._expected = {*LANGUAGES, *(document.language for document in index.documents())}

    def of(self, question: str, before: str | None) -> Understood:
        """Return what *question* asks after *before*, the question before as it was understood.

        Those before that may stand above it in *before*, a line each.

        Raises:
            QuestionError: If there is no question or it is too long to be one.
        """
        asked_of = [line for line in (before or "").splitlines() if not _only_said(line)]
        before, last = "\n".join(asked_of), asked_of[-1] if asked_of else None
        typed = after_greeting(_checked(question))
        asked = mended(typed, self._language(typed, last), self._index)
        asked_in = self._language(asked, last)
        text = resolve(asked, asked_in, before)
        language = asked_in if text == question else self.language(text)
        follows, likely = last is not None, family(asked_in)
        forms = dict.fromkeys((question, text))
        aside = next(filter(None, (heard(form, follows, likely) for form in forms)), None)
        people = next(filter(None, (asked_of_people(form, likely) for form in forms)), None)
        told = people or aside
        replies = self._replying(told, asked_in, last) if told else asked_in
        if aside and aside.act is Act.DISAGREE and aside.target:
            text, aside = asking_for(aside.target, language), None
        alone = aside is None and text == asked
        text = as_question(text, language) if alone else text
        readings = with_topic(text, language, before) if alone else ()
        return Understood(text, language, asked_in, aside, replies, people, readings)

    def language(self, text: str) -> str:
        """Return the language that *text* is asked in: a BCP 47 tag, or ``und``."""
        return asked_in(text, self._expected)

    def _language(self, text: str, before: str | None) -> str:
        language = self.language(text)
        if language == UNKNOWN and before is not None:
            return self.language(before)  # a follow-up of few words: what was spoken goes on
        return language

    def _replying(self, aside: Said, asked_in: str, before: str | None) -> str:
        """Return the language to reply in: that in which it was understood."""
        spoken = (asked_in, self.language(before) if before else UNKNOWN)
        own = (language for language in spoken if family(language) == aside.family)
        return next(own, nearest_spoken(aside.family))


def _only_said(line: str) -> bool:
    """Tell whether *line* is said to the program: thanks, but not "what is the theme of it"."""
    speaks = heard(line)
    return speaks is not None and not (speaks.act is Act.CONTENTS and speaks.target)


def _checked(question: str) -> str:
    understood = " ".join(question.split())
    if not understood:
        raise QuestionError("question_empty", limit=LONGEST_QUESTION)
    if len(understood) > LONGEST_QUESTION:
        size = len(understood)
        raise QuestionError("question_long", characters=size, limit=LONGEST_QUESTION)
    return understood
