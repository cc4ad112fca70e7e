"""What somebody asks in one post and others answer in the next ones: chats, forums."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.documents import Passage
from corpus.wraps import columns
from index.passage_index import Filter, Hit, PassageIndex, PassageRecord
from language.asking import asks_when, kind_of
from language.instructing import instructs, within_instructions
from language.rules import Kind
from language.spans import Span, stripped
from language.terms import question_terms, term_set
from qa.question import Question
from qa.reading.answered_there import FORMED, ITSELF, WORTH
from qa.reading.candidates import Candidate, Ranked, Reading
from qa.reading.sentences import SentenceRanker, situation
from qa.reading.threads import Post, asking
from qa.reading.trained import best_words

# So much of the user's question is said in the post's: who brings the drinks is not who brings
# dessert, though their vectors are near.
SHARED = 0.5
# But for the same in nearly the same words: "how much is a ticket", "how much is the ticket".
SAME = 0.9
# How likely one is that has all words of the user's and asks for the same form, by itself or going
# on from another question.
ALL, WHOLE, CONTINUED = 0.99, 0.6, 0.55
# Log odds by which a later sentence must be the likelier reply than the first.
FIRST = 3.0
LATER = 0.4  # how likely a reply is at most that is not in the next post: "possible"
# Log odds of words that are given by themselves.
MARKED = -3.0
PAUSES, SHORT = ",，;；", 24  # columns


class AnsweredNext:
    """Finds the post that asks as the user does, and what the next ones reply."""

    def __init__(self, index: PassageIndex, ranker: SentenceRanker) -> None:
        """Make it, of the posts of *index*, which *ranker* reads."""
        self._index, self._ranker = index, ranker

    def read(self, question: Question, reading: Reading, among: Filter | None) -> Reading:
        """Return *reading* with the reply to the same question raised, and that question lowered.

        What is no post, and a post that nobody answers, stays as likely as it was.

        Args:
            question: The user's.
            reading: What was found to it.
            among: Which documents to ask; all if it is not given.
        """
        posts = list(asking(self._index, reading.passages, among))
        if not posts:
            return reading
        inquiring = {(post.hit.record.number, post.span) for post in posts if _inquires(post.text)}
        candidates = [
            replace(each, score=each.score * ITSELF) if _place(each) in inquiring else each
            for each in reading.candidates
        ]
        likely = self._same(question, posts)
        own = [situation(question.language, post.language) == "same" for post in posts]
        # Across languages more is taken for the same: those in the user's own come first.
        best = max(range(len(posts)), key=lambda at: (likely[at] >= WORTH and own[at], likely[at]))
        if likely[best] >= WORTH:
            replies = self._reply(question, posts[best], likely[best])
            others = [each for each in candidates if _place(each) not in map(_place, replies)]
            candidates = [*replies, *others]
        return replace(reading, candidates=sorted(candidates, key=lambda each: -each.score))

    def _same(self, question: Question, posts: Sequence[Post]) -> list[float]:
        """Return how likely each of *posts* asks what the user does, 0 to 1.

        By itself, or as it goes on from what was asked before: "And at what time?"
        """
        alone = self._alike(question, posts, [post.text for post in posts], WHOLE)
        going_on = [f"{post.before} {post.text}".strip() for post in posts]
        likely = zip(alone, self._alike(question, posts, going_on, CONTINUED), strict=True)
        return [
            max(both) if _kind(post.text) is _kind(question.text) else 0.0
            for post, both in zip(posts, likely, strict=True)
        ]

    def _alike(
        self, question: Question, posts: Sequence[Post], texts: Sequence[str], whole: float
    ) -> list[float]:
        """Return how likely each of *texts*, what *posts* ask, is what the user does.

        At least *whole* where it has all that the user says and asks for the same form; what goes
        on from another question has no more than a word of its own.
        """
        languages = [post.language for post in posts]
        near = self._ranker.answered.same(question, texts, languages)
        return [
            max(chance, whole if share > ALL and _may_be_whole(post, text) else 0.0)
            if (share := _share(question, post, text)) >= SHARED or chance >= SAME
            else 0.0
            for post, text, chance in zip(posts, texts, near, strict=True)
        ]

    def _reply(self, question: Question, post: Post, likely: float) -> list[Candidate]:
        """Return the sentence of the replies to *post* that answers it, so *likely*, if any does.

        What tells a program what to do replies to nobody.
        """
        passages = [record.passage for record in post.replies]
        marks = self._ranker.spans.marks(post.text, [each.text for each in passages])
        read = [
            (record, span, best_words(record.passage.text, marked, span))
            for record, marked in zip(post.replies, marks, strict=True)
            for span in record.passage.sentences
            if not _instructs(record.passage, span, question.text)
        ]
        if not read:
            return []
        first, *others = read
        later = max(others, key=lambda each: each[2].odds, default=first)
        chosen = later if later[2].odds > first[2].odds + FIRST else first
        record, span, words = chosen
        # "Who has it? – I do. – Greta has broken her wrist": a later post may be on something else.
        likely = likely if record is first[0] else min(likely, LATER)
        # "I do, 24 copies" to who has them: no words of it answer, it does.
        marked = _clause(record.passage.text, words.span, span) if words.odds > MARKED else span
        return [self._candidate(question, record, span, marked, likely)]

    def _candidate(
        self, question: Question, record: PassageRecord, span: Span, words: Span, likely: float
    ) -> Candidate:
        hit = Hit(record, 0.0, 0.0)
        sentences, features = self._ranker.sentences(question, [Ranked(hit, 0.0)])
        weighed = dict(zip([each.span for each in sentences], features.tolist(), strict=True))
        which = situation(question.language, record.passage.language)
        limits = self._ranker.judge.limits(which, question.language)
        return Candidate(hit, span, words, likely, limits, tuple(weighed[span]))


def _clause(text: str, words: Span, within: Span) -> Span:
    """Return the clause that *words* stand in if it is short: "quarter to eight", not "eight"."""
    start = max(text.rfind(mark, within[0], words[0]) + 1 for mark in PAUSES)
    ends = [end for mark in PAUSES if (end := text.find(mark, words[1], within[1])) >= 0]
    clause = stripped(text, (max(start, within[0]), min(ends, default=within[1])))
    return clause if columns(text[slice(*clause)]) <= SHORT else words


def _instructs(passage: Passage, span: Span, asked: str) -> bool:
    text = passage.text[slice(*span)]
    return within_instructions(passage.text, span) or instructs(text, asked, passage.language)


def _place(candidate: Candidate) -> tuple[int, Span]:
    return candidate.hit.record.number, candidate.span


def _share(question: Question, post: Post, text: str) -> float:
    """Return the share of the question that *text* has, or the names of who replies to it."""
    by = " ".join(record.passage.author for record in post.replies)
    return question.share(term_set(f"{text} {by}", post.language), post.language)


def _may_be_whole(post: Post, text: str) -> bool:
    """Tell whether *text* asks for what has a form; with another question, little else itself."""
    alone = text == post.text or len(question_terms(post.text, post.language)) <= 1
    return alone and _kind(post.text) is not Kind.OTHER


def _inquires(text: str) -> bool:
    """Tell whether *text* asks for something: "My sister is coming, ok?" tells it."""
    return asks_when(text) or kind_of(text) is not Kind.OTHER


def _kind(text: str) -> Kind:
    """Return the kind of answer that has a form, which *text* asks for."""
    kind = Kind.DATE if asks_when(text) else kind_of(text)
    return kind if kind in FORMED else Kind.OTHER
