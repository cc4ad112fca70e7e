"""Ranking and reading: the order of passages, the features of sentences, what is embedded once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pytest

from index.embedder import Embedder
from index.passage_index import Hit
from index.querying import query
from language.tags import family
from qa.question import Question
from qa.reading.candidates import Ranked, Reading
from qa.reading.features import passage_features
from qa.reading.judge import PASSAGE_FEATURES, SENTENCE_FEATURES
from qa.reading.sentences import LEADS, READ, READ_BESIDE, SentenceRanker, rank, reranked
from qa.reading.trained import SpanReader
from qa.service import Service

if TYPE_CHECKING:
    from numpy.typing import NDArray

pytestmark = pytest.mark.model

TALL = "How tall is the lighthouse of Pen-Men?"
QUESTIONS = [
    (TALL, "en"),
    ("Combien d’invités le deuxième forum a-t-il réunis ?", "fr"),
    ("海岛图书馆哪一年建成？", "zh-Hans"),
    ("老石橋全長多少？", "zh-Hant"),
]


class Counting:
    """The model, with a list of the passages that it was given."""

    def __init__(self, model: Embedder) -> None:
        self._model = model
        self.given: list[str] = []

    @property
    def fingerprint(self) -> str:
        return self._model.fingerprint

    @property
    def dimension(self) -> int:
        return self._model.dimension

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.given += texts
        return self._model.embed_passages(texts)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self._model.embed_questions(texts)


def asked(
    service: Service, ranker: SentenceRanker, text: str, tag: str
) -> tuple[Question, list[Hit]]:
    wanted = query(text, tag, ranker.embedder)
    return Question.of(wanted, service.generation), service.generation.search(wanted, 20)


def read(
    service: Service, ranker: SentenceRanker, text: str, tag: str
) -> tuple[list[Ranked], Reading]:
    question, hits = asked(service, ranker, text, tag)
    ranked = rank(ranker.judge, question, hits)
    return ranked, ranker.read(question, ranked)


def numbers(passages: Sequence[Ranked]) -> list[int]:
    return [one.hit.record.number for one in passages]


@pytest.mark.parametrize(("text", "tag"), QUESTIONS)
def test_ranking_loses_no_passage_and_puts_the_likeliest_first(
    coast_service: Service, ranker: SentenceRanker, text: str, tag: str
) -> None:
    question, hits = asked(coast_service, ranker, text, tag)

    ranked = rank(ranker.judge, question, hits)

    assert sorted(numbers(ranked)) == sorted(one.record.number for one in hits)
    assert [one.odds for one in ranked] == sorted((one.odds for one in ranked), reverse=True)


@pytest.mark.parametrize(("text", "tag"), QUESTIONS)
def test_passages_that_were_read_stand_first_and_none_is_lost(
    coast_service: Service, ranker: SentenceRanker, text: str, tag: str
) -> None:
    ranked, reading = read(coast_service, ranker, text, tag)

    was_read = {one.hit.record.number for one in reading.candidates}
    count = len(was_read)
    assert sorted(numbers(reading.passages)) == sorted(numbers(ranked))
    assert set(numbers(reading.passages[:count])) == was_read
    for own in (True, False):
        odds = [
            one.odds
            for one in reading.passages[:count]
            if (family(one.hit.record.passage.language) == family(tag)) is own
        ]
        assert odds == sorted(odds, reverse=True)
    assert numbers(reading.passages[count:]) == [n for n in numbers(ranked) if n not in was_read]


@pytest.mark.parametrize(("text", "tag"), QUESTIONS)
def test_as_many_passages_are_read_in_others_as_in_the_users_language_unless_one_there_answers(
    coast_service: Service, ranker: SentenceRanker, text: str, tag: str
) -> None:
    ranked, reading = read(coast_service, ranker, text, tag)

    likely = [one.score for one in reading.candidates if family(one.language) == family(tag)]
    beside = READ_BESIDE if max(likely, default=0) >= LEADS else READ
    for own, count in ((True, READ), (False, beside)):

        def which(passage: Ranked, own: bool = own) -> bool:
            return (family(passage.hit.record.passage.language) == family(tag)) is own

        wanted = numbers([one for one in ranked if which(one)][:count])
        seen = {c.hit.record.number for c in reading.candidates if (family(c.language) == family(tag)) is own}  # fmt: skip
        assert seen == set(wanted)


@pytest.mark.parametrize(("text", "tag"), QUESTIONS)
def test_every_sentence_of_a_passage_that_is_read_is_a_candidate(
    coast_service: Service, ranker: SentenceRanker, text: str, tag: str
) -> None:
    _, reading = read(coast_service, ranker, text, tag)

    seen = {(one.hit.record.number, one.span) for one in reading.candidates}
    passages = {one.hit.record.number: one.hit.record.passage for one in reading.candidates}
    assert seen == {(n, span) for n, passage in passages.items() for span in passage.sentences}
    scores = [one.score for one in reading.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= one <= 1 for one in scores)
    assert all(len(one.features) == len(SENTENCE_FEATURES) for one in reading.candidates)


def test_no_passage_gives_no_candidate(coast_service: Service, ranker: SentenceRanker) -> None:
    question, _ = asked(coast_service, ranker, TALL, "en")

    assert passage_features(question, []).shape == (0, len(PASSAGE_FEATURES))
    assert rank(ranker.judge, question, []) == []
    assert ranker.read(question, []).candidates == []


def test_a_sentence_is_embedded_once_for_all_questions(
    coast_service: Service, ranker: SentenceRanker, spans: SpanReader
) -> None:
    counting = Counting(ranker.embedder)
    ranker = SentenceRanker(ranker.judge, counting, spans)
    question, hits = asked(coast_service, ranker, TALL, "en")
    ranked = rank(ranker.judge, question, hits)

    first = ranker.read(question, ranked)
    given = list(counting.given)
    again = ranker.read(question, ranked)
    other, more = asked(coast_service, ranker, "When was the bell of Sainte-Foy cast?", "en")
    ranker.read(other, rank(ranker.judge, other, more))

    assert given
    assert len(counting.given) == len(set(counting.given))
    assert [(c.text, c.score) for c in again.candidates] == [
        (c.text, c.score) for c in first.candidates
    ]


def test_reading_changes_the_odds_of_a_passage_not_the_order_it_is_given_in(
    coast_service: Service, ranker: SentenceRanker
) -> None:
    question, hits = asked(coast_service, ranker, TALL, "en")
    near = rank(ranker.judge, question, hits)[:READ]
    _, features = ranker.sentences(question, near)

    again = reranked(ranker.judge, "same", near, features)

    assert numbers(again) == numbers(near)
    assert [one.odds for one in again] != [one.odds for one in near]
    best = max(again, key=lambda one: one.odds)
    assert "Pen-Men" in best.hit.record.passage.text


def column(reading: Reading, name: str) -> dict[str, float]:
    at = SENTENCE_FEATURES.index(name)
    return {one.text: one.features[at] for one in reading.candidates}


def test_a_sentence_knows_what_was_said_before_it_in_its_passage(
    coast_service: Service, ranker: SentenceRanker
) -> None:
    _, reading = read(coast_service, ranker, "老石橋全長多少？", "zh-Hant")

    context, coverage = column(reading, "context"), column(reading, "coverage")
    assert all(context[text] >= coverage[text] for text in context)
    assert context["鐵索橋全長85公尺。"] > coverage["鐵索橋全長85公尺。"]
    first = column(reading, "first")
    assert (first["跨海大橋全長36公里。"], first["老石橋全長120公尺。"]) == (1, 0)


def test_a_sentence_knows_whether_it_has_the_form_and_the_figures_that_are_asked_for(
    coast_service: Service, ranker: SentenceRanker
) -> None:
    question = "How many guests did the second forum draw?"
    _, reading = read(coast_service, ranker, question, "en")

    form, agreed = column(reading, "form"), column(reading, "figures")
    assert form["The second forum drew 6,000 guests."] == 1
    assert form["A walk along the coast."] == -1
    assert agreed["The second forum drew 6,000 guests."] == 1
    assert agreed["The first forum drew 1,500 guests."] == -1


@pytest.mark.parametrize(
    ("text", "agreement"),
    [
        ("第二届论坛2019年有6000名嘉宾。", 1),
        ("Le deuxième forum a eu lieu en 2017.", 0),
        ("The first forum met in 2017.", -1),
    ],
)
def test_a_text_agrees_with_the_figures_of_a_question_in_any_language(
    coast_service: Service, ranker: SentenceRanker, text: str, agreement: int
) -> None:
    question, _ = asked(coast_service, ranker, "Who came to the second forum in 2019?", "en")

    assert question.figures == {"#2", "2019"}
    assert question.agreement(text) == agreement


def test_a_question_without_figures_agrees_with_every_text(
    coast_service: Service, ranker: SentenceRanker
) -> None:
    question, _ = asked(coast_service, ranker, TALL, "en")

    assert question.agreement("It is 32 metres tall.") == question.agreement("") == 0


def test_in_the_users_language_no_sentence_is_embedded(
    coast_service: Service, ranker: SentenceRanker, spans: SpanReader
) -> None:
    counting = Counting(ranker.embedder)
    question, hits = asked(coast_service, ranker, TALL, "en")
    english = [
        one for one in rank(ranker.judge, question, hits) if one.hit.record.passage.language == "en"
    ]

    SentenceRanker(ranker.judge, counting, spans).read(question, english)

    assert english
    assert counting.given == []


def test_words_that_another_passage_gives_too_are_agreed_on(
    coast_service: Service, ranker: SentenceRanker
) -> None:
    _, reading = read(coast_service, ranker, TALL, "en")

    agreed = SENTENCE_FEATURES.index("agreed")
    agreeing = {
        one.hit.record.document.path: one for one in reading.candidates if one.features[agreed]
    }
    assert {"agree/guide.txt", "agree/leaflet.txt"} <= set(agreeing)
    assert "32 metres" in agreeing["agree/guide.txt"].answering
    assert not any("105 feet" in one.text and one.features[agreed] for one in reading.candidates)
