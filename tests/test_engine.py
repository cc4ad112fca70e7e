"""The engine on the sample documents, with the real model and the real index."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from qa.service import Service
from qa.settings import sample_corpus
from qa.understanding import QuestionError

pytestmark = pytest.mark.model

QUESTIONS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "sample_questions.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


def bare(text: str) -> str:
    return "".join(text.split())


def right(asked: dict[str, Any], quotes: list[str]) -> bool:
    return any(bare(one) in bare(quote) for one in asked["answers"] for quote in quotes)


@pytest.mark.parametrize(
    ("question", "words", "language"),
    [
        ("How long is the Jakarta–Bandung railway?", "142 kilometres", "en"),
        ("Quand le Fonds de la Route de la soie a-t-il été créé ?", "29 décembre 2014", "fr"),
        ("阿联酋有多少所公立学校开设中文课？", "158所", "zh-Hans"),
        ("中老鐵路全長多少公里?", "1035公里", "zh-Hant"),
    ],
)
def test_a_question_is_answered_from_documents_in_its_language(
    sample_service: Service, question: str, words: str, language: str
) -> None:
    answer = sample_service.engine().ask(question)

    assert not answer.declined
    assert answer.language == language
    assert words in answer.citations[0].quote


def test_every_citation_is_a_slice_of_its_file(sample_service: Service) -> None:
    for asked in QUESTIONS:
        answer = sample_service.engine().ask(asked["question"])
        for citation in (*answer.citations, *answer.nearest):
            path = sample_corpus() / citation.document
            with path.open(encoding="utf-8", newline="") as file:
                assert file.read()[citation.start : citation.end] == citation.quote


def test_what_the_program_says_is_in_the_language_of_the_question(sample_service: Service) -> None:
    spoken = [sample_service.engine().ask(asked["question"]).language for asked in QUESTIONS]

    assert spoken == [asked["lang"] for asked in QUESTIONS]


def test_most_sample_questions_have_their_answer_among_the_citations(
    sample_service: Service,
) -> None:
    answerable = [asked for asked in QUESTIONS if asked["kind"] == "mono"]
    found = sum(
        right(asked, [c.quote for c in sample_service.engine().ask(asked["question"]).citations])
        for asked in answerable
    )

    assert found >= 0.85 * len(answerable)


@pytest.mark.parametrize(
    "question",
    ["Qui a peint La Joconde ?", "What is the boiling point of tungsten?", "红楼梦的作者是谁？"],
)
def test_what_the_documents_do_not_say_is_declined(sample_service: Service, question: str) -> None:
    answer = sample_service.engine().ask(question)

    assert answer.declined
    assert answer.answer is None
    assert answer.citations == ()
    assert answer.nearest


@pytest.mark.parametrize(
    ("typed", "meant", "words"),
    [
        (
            "How lnog is the Jakatra–Bandung railwy?",
            "How long is the Jakarta–Bandung railway?",
            "142 kilometres",
        ),
        (
            "Quadn le Fonds de la Route de la soei a-t-il été creé ?",
            "Quand le Fonds de la Route de la soie a-t-il été créé ?",
            "29 décembre 2014",
        ),
    ],
)
def test_a_question_that_is_typed_wrong_is_answered_as_it_was_meant(
    sample_service: Service, typed: str, meant: str, words: str
) -> None:
    answer = sample_service.engine().ask(typed)

    assert (answer.question, answer.understood) == (typed, meant)
    assert not answer.declined
    assert words in answer.citations[0].quote


def test_simplified_characters_find_what_is_written_in_traditional_ones(
    sample_service: Service,
) -> None:
    answer = sample_service.engine().ask("中老铁路全长多少公里?")

    assert "1035公里" in "".join(bare(citation.quote) for citation in answer.citations)


def test_the_language_can_be_overridden(sample_service: Service) -> None:
    answer = sample_service.engine().ask("Qui a peint La Joconde ?", language="zh-Hant")

    assert answer.language == "zh-Hant"


def test_a_repost_is_cited_once_with_both_places(sample_service: Service) -> None:
    answer = sample_service.engine().ask("第三届高峰论坛达成多少项成果？")

    texts = [bare(citation.text) for citation in answer.citations]
    assert len(set(texts)) == len(texts)


def test_no_more_citations_are_given_than_asked_for(sample_service: Service) -> None:
    answer = sample_service.engine().ask("When was the third forum held?", top_k=1)

    assert len(answer.citations) == 1


@pytest.mark.parametrize("question", ["", "  \n ", "why " * 30_000])
def test_what_is_not_a_question_is_refused_in_one_line(
    sample_service: Service, question: str
) -> None:
    with pytest.raises(QuestionError) as caught:
        sample_service.engine().ask(question)

    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250
