"""What the engine makes of agreement, contradiction, languages and scripts, and says why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cli.terminal import shown
from index.passage_index import Filter
from language.phrases import phrase
from language.tags import family
from qa.answers import Answer
from qa.followups.resolving import resolve
from qa.service import Service
from qa.settings import Settings
from tests.commands import why

pytestmark = pytest.mark.model


def asked(service: Service, question: str, *paths: str) -> Answer:
    return service.engine().ask(question, among=Filter(paths))


def documents(answer: Answer) -> set[str]:
    return {citation.document for citation in answer.citations}


def test_sources_that_state_different_numbers_are_both_cited_and_said_to_differ(
    coast_service: Service,
) -> None:
    answer = asked(coast_service, "How much does the bell of Sainte-Foy weigh?")

    assert documents(answer) == {"differ/parish.txt", "differ/sexton.txt"}
    assert answer.conflict
    assert answer.as_json()["conflict"] is True


def test_sources_that_state_the_same_number_agree_across_languages(coast_service: Service) -> None:
    answer = asked(coast_service, "How tall is the lighthouse of Pen-Men?", "agree")

    assert documents(answer) == {"agree/guide.txt", "agree/leaflet.txt", "agree/phare.txt"}
    assert [one.stance for one in answer.citations] == [None, "agrees", "agrees"]
    assert not answer.conflict


def test_numbers_of_different_units_are_not_said_to_differ(coast_service: Service) -> None:
    answer = asked(
        coast_service, "How tall is the lighthouse of Pen-Men?", "agree/guide.txt", "feet"
    )

    assert documents(answer) == {"agree/guide.txt", "feet/pilot.txt"}
    assert not answer.conflict


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How many guests did the second forum draw?", "6,000"),
        ("How many guests did the first forum draw?", "1,500"),
        ("Combien d’invités le deuxième forum a-t-il réunis ?", "6,000"),
        ("第二届论坛有多少嘉宾？", "6,000"),
    ],
)
def test_numbers_of_different_things_are_not_said_to_differ(
    coast_service: Service, question: str, number: str
) -> None:
    answer = asked(coast_service, question, "apart")

    assert number in (answer.citations or answer.nearest)[0].quote
    assert not answer.conflict


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quel est le poids de la cloche de Sainte-Foy ?", "840\N{NO-BREAK SPACE}kilogrammes"),
        ("How much does the bell of Sainte-Foy weigh?", None),
    ],
)
def test_a_value_is_said_in_the_users_language_only_where_the_quote_is_in_another(
    coast_service: Service, question: str, said: str | None
) -> None:
    answer = asked(coast_service, question, "differ/parish.txt")

    assert "840 kilograms" in answer.citations[0].quote
    assert answer.said == said


@pytest.mark.parametrize(
    "question",
    [
        "Combien de pays ont participé au deuxième forum ?",
        "How much did China invest in Italy in 2021?",
        "How many Chinese citizens live in the UAE?",
    ],
)
def test_of_several_figures_in_another_language_none_is_said_to_be_the_answer(
    sample_service: Service, question: str
) -> None:
    answer = sample_service.engine().ask(question)

    assert not answer.declined
    assert family(answer.citations[0].language) != family(answer.language)
    assert answer.said is None


def test_a_quote_in_another_script_is_shown_converted_beside_the_original(
    coast_service: Service,
) -> None:
    answer = asked(coast_service, "海島圖書館哪一年建成？", "copies/hans.txt")

    citation = answer.citations[0]
    assert citation.quote == "海岛图书馆于1902年由渔民捐款建成，馆内设有海图室。"
    assert citation.own_script == "海島圖書館於1902年由漁民捐款建成，館內設有海圖室。"


@pytest.mark.parametrize(
    ("question", "shown", "also"),
    [
        ("海島圖書館哪一年建成？", "copies/hant.txt", "copies/hans.txt"),
        ("海岛图书馆哪一年建成？", "copies/hans.txt", "copies/hant.txt"),
    ],
)
def test_of_copies_in_both_scripts_the_users_own_is_quoted(
    coast_service: Service, question: str, shown: str, also: str
) -> None:
    answer = asked(coast_service, question)

    first = answer.citations[0]
    assert (first.document, first.own_script) == (shown, None)
    assert [place.document for place in answer.also_in] == [also]


@pytest.mark.parametrize(
    ("question", "paths", "verdict"),
    [
        ("How tall is the lighthouse of Pen-Men?", ("agree",), "answered"),
        ("Qui a peint La Joconde ?", (), "declined: the best candidate is below the threshold"),
        ("How tall is it?", ("nowhere",), "declined: no passage was found"),
    ],
)
def test_the_verdict_says_why_it_was_answered_or_declined(
    coast_service: Service, question: str, paths: tuple[str, ...], verdict: str
) -> None:
    answer = coast_service.engine().ask(question, among=Filter(paths))

    assert phrase(why(answer).verdict.value, "en") == verdict
    assert answer.declined == verdict.startswith("declined")
    assert (answer.confidence < why(answer).limits.possible) == answer.declined


def test_an_explanation_holds_what_was_found_and_the_seconds_of_each_stage(
    coast_service: Service,
) -> None:
    answer = coast_service.engine().ask("How tall is the lighthouse of Pen-Men?")

    content = why(answer).as_json(most=2)
    assert len(content["passages"]) == len(content["candidates"]) == 2
    assert content["candidates"][0]["probability"] == answer.confidence
    assert set(content["seconds"]) == {
        "understanding", "embedding", "searching", "reading", "citing",
    }  # fmt: skip
    assert sum(content["seconds"].values()) <= answer.seconds + 0.01


def test_where_nothing_was_found_nothing_is_said_to_be_near(coast_service: Service) -> None:
    nothing = asked(coast_service, "Quelle est sa hauteur ?", "nowhere")
    near = asked(coast_service, "Qui a peint La Joconde ?")

    assert shown(nothing) == phrase("declined", "fr")
    assert phrase("nearest", "fr") in shown(near)


def test_the_stages_are_reported_as_they_begin(coast_service: Service) -> None:
    stages: list[str] = []

    coast_service.engine().ask("When was the bell cast?", report=stages.append)

    assert stages == ["searching", "reading"]


@pytest.mark.parametrize(
    ("before", "question", "understood", "words"),
    [
        ("How many foreign guests came to the first forum?", "And the second?",
         "How many foreign guests came to the second forum?", "6,000"),
        ("Quelle part du port du Pirée Cosco détient-il en 2021 ?", "Et en 2016 ?",
         "Quelle part du port du Pirée Cosco détient-il en 2016 ?", "51 %"),
        ("第三届论坛是什么时候举行的？", "第二届呢？", "第二届论坛是什么时候举行的？", "2019"),
        ("中老鐵路全長多少公里?", "蒙內鐵路呢?", "蒙內鐵路全長多少公里?", "480"),
        ("第二届论坛的主题是什么？", "那届是什么时候举行的？", "第二届论坛是什么时候举行的？", "2019"),
        ("How many foreign guests came to the first forum?\nWhen was the fund set up?",
         "How many foreign guests came to the second forum?",
         "How many foreign guests came to the second forum?", "6,000"),
    ],
)  # fmt: skip
def test_a_follow_up_is_understood_after_the_question_before_and_answered(
    sample_service: Service, before: str, question: str, understood: str, words: str
) -> None:
    answer = sample_service.engine().ask(question, before=before)

    assert (answer.question, answer.understood) == (question, understood)
    assert any(words in one.quote for one in answer.citations)


@pytest.mark.parametrize(
    ("before", "language"),
    [
        ("Quelle part du port du Pirée Cosco détient-il en 2021 ?", "fr"),
        ("中老鐵路全長多少公里?", "zh-Hant"),
    ],
)
def test_a_follow_up_of_no_language_goes_on_in_the_one_before(
    sample_service: Service, before: str, language: str
) -> None:
    answer = sample_service.engine().ask("2016?", before=before)

    assert answer.language == language


@pytest.mark.parametrize("question", ["How tall is the lighthouse of Pen-Men?", "灯塔有多高？"])
def test_a_question_that_stands_by_itself_is_not_changed_by_the_one_before(
    coast_service: Service, question: str
) -> None:
    before = "When was the bell of Sainte-Foy cast?"
    alone, after = (coast_service.engine().ask(question, before=one) for one in (None, before))

    assert resolve(question, alone.language, before) == question
    assert after.understood == question
    assert after.citations == alone.citations


def test_sources_in_two_languages_that_state_different_years_are_said_to_differ(
    tmp_path: Path,
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "en.txt").write_text("The old pier of Sainte-Foy was built in 1871.\n", "utf-8")
    (corpus / "fr.txt").write_text(
        "La vieille jetée de Sainte-Foy fut construite en 1874.\n", "utf-8"
    )
    settings = replace(Settings.from_env(), corpus=corpus, index=tmp_path / "index")
    service = Service(settings)
    service.rebuild()

    answer = service.engine().ask("When was the old pier of Sainte-Foy built?")

    assert [one.language for one in answer.citations[:2]] == ["en", "fr"]
    assert answer.conflict
