"""Questions that a reader watches: what answered each then, and what does now."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from qa.answers import Answer
from qa.evidence.checked import Fields, WrongValueError
from qa.evidence.pinned import LONGEST_TEXT
from qa.understanding import LONGEST_QUESTION

MOST = 30  # questions; each is asked again after every rebuild
# Kinds of answers of which every quote tells something; of the others the first one answers.
SEVERAL = ("list", "parts", "timeline")


@dataclass(frozen=True, slots=True)
class Seen:
    """The quote of an answer, or its quotes, a line each; without one there was no answer."""

    quote: str = ""
    title: str = ""
    document: str = ""
    language: str = ""  # BCP 47, of the quote
    start: int = 0
    end: int = 0

    def same_as(self, other: Seen) -> bool:
        """Tell whether another answer is the same words of the same document, wherever in it."""
        return (self.quote, self.document) == (other.quote, other.document)


@dataclass(frozen=True, slots=True)
class Watched:
    """A question with the answer that its reader knows, and the one since, if that is another."""

    question: str  # as it was understood
    paths: tuple[str, ...]  # of the documents that are asked; all if there is none
    generation: str  # that was asked last
    known: Seen
    now: Seen | None = None

    @property
    def key(self) -> str:
        """What tells it from others."""
        return key_of(self.question)

    @property
    def change(self) -> str:
        """The phrase for what became of the answer; by its key."""
        if self.now is None:
            return "watch_same"
        if not self.now.quote:
            return "watch_gone"
        return "watch_changed" if self.known.quote else "watch_answered"

    def asked_again(self, seen: Seen, generation: str) -> Watched:
        """Return it with what *generation* answers."""
        now = None if seen.same_as(self.known) else seen
        return replace(self, generation=generation, now=now)

    def taken_note_of(self) -> Watched:
        """Return it with the new answer as the one that its reader knows."""
        return replace(self, known=self.now or self.known, now=None)


@dataclass(frozen=True, slots=True)
class Answered:
    """What came of asking a watched question again."""

    key: str
    generation: str
    seen: Seen | None  # None where it could not be asked: its last answer stays


def compared(watched: tuple[Watched, ...], answered: Sequence[Answered]) -> tuple[Watched, ...]:
    """Return the questions with what came of them; those that were not asked as they are."""
    outcome = {each.key: each for each in answered}
    return tuple(_with(each, outcome.get(each.key)) for each in watched)


def _with(watched: Watched, answered: Answered | None) -> Watched:
    if answered is None:
        return watched
    if answered.seen is None:
        return replace(watched, generation=answered.generation)
    return watched.asked_again(answered.seen, answered.generation)


def without(watched: tuple[Watched, ...], key: str) -> tuple[Watched, ...]:
    """Return the questions without the one with *key*."""
    return tuple(each for each in watched if each.key != key)


def noted(watched: tuple[Watched, ...], key: str) -> tuple[Watched, ...]:
    """Return the questions; of the one with *key* the new answer is known."""
    return tuple(each.taken_note_of() if each.key == key else each for each in watched)


def key_of(question: str) -> str:
    """Return what tells a question from others."""
    return hashlib.sha256(question.encode("utf-8", "replace")).hexdigest()[:16]


def seen_in(answer: Answer) -> Seen:
    """Return the quote that answers, of a list or of parts all of them; nothing in a decline."""
    shown = answer.shown if answer.kind not in ("declined", "talk") else ()
    if not shown:
        return Seen()
    told = shown if answer.kind in SEVERAL else shown[:1]
    words = "\n".join(dict.fromkeys(cited.text for cited in told))[:LONGEST_TEXT]
    first = shown[0]
    return Seen(words, first.title, first.document, first.language, first.start, first.end)


def keeping(watched: tuple[Watched, ...], user: str) -> dict[str, Any]:
    """Return what the browser is to keep for *user*."""
    return {"user": user, "watched": [asdict(each) for each in watched]}


def restored(kept: object, user: str) -> tuple[Watched, ...]:
    """Return what :func:`keeping` gave, if it is of *user*; what is none of it is left out."""
    if not isinstance(kept, dict) or kept.get("user") != user:
        return ()
    listed = kept.get("watched")
    watched: dict[str, Watched] = {}
    for content in (listed if isinstance(listed, list) else [])[: 5 * MOST]:
        try:
            each = _watched(Fields(content), content)
        except WrongValueError:
            continue
        watched.setdefault(each.key, each)
    return tuple(watched.values())


def _watched(fields: Fields, content: dict[str, Any]) -> Watched:
    paths = content.get("paths")
    if not isinstance(paths, list | tuple) or not all(isinstance(path, str) for path in paths):
        raise fields.wrong("paths")
    return Watched(
        fields.text("question", LONGEST_QUESTION),
        tuple(paths),
        fields.text("generation", 100),
        _seen(fields.inside("known")),
        None if fields.lacks("now") else _seen(fields.inside("now")),
    )


def _seen(fields: Fields) -> Seen:
    return Seen(
        quote=fields.text("quote", LONGEST_TEXT),
        title=fields.text("title", LONGEST_TEXT),
        document=fields.text("document", LONGEST_TEXT),
        language=fields.tag("language"),
        start=fields.count("start"),
        end=fields.count("end"),
    )
