"""Who asks in the chat for every place that names a thing gets all of them, counted."""

from __future__ import annotations

import json

import pytest

from cli.terminal import shown
from language.phrases import phrase
from language.talk_rules import Act
from language.talking import heard
from page.answer_html import rendered
from page.conversation import Turn, restored, saved
from qa.service import Service
from tests.commands import Run


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("where is Italy mentioned?", "Italy"),
        ("Where is the Harbour Charter mentioned in the documents?", "Harbour Charter"),
        ("every mention of Pen-Men", "Pen-Men"),
        ("Please show me all mentions of the University of the Arts.", "University of the Arts"),
        ("find all places that name Brest", "Brest"),
        ("List every place where Ada Lund is mentioned", "Ada Lund"),
        ("How often is Italy mentioned?", "Italy"),
        ('mentions "Captain Rask"', "Captain Rask"),
        ("mentions of Captain Rask", "Captain Rask"),
        ("mentions du capitaine Rask", "capitaine Rask"),
        ("提及意大利", "意大利"),
        ("Où est mentionnée l'Italie ?", "Italie"),
        ("Où l’Italie est-elle mentionnée ?", "Italie"),
        ("toutes les mentions de Brest", "Brest"),
        ("Montre-moi tous les passages qui citent le maire", "maire"),
        ("哪里提到了意大利？", "意大利"),
        ("所有提到意大利的地方", "意大利"),
        ("意大利的所有提及", "意大利"),
        ("意大利的全部出處", "意大利"),
        ("意大利在哪些地方被提到？", "意大利"),
        ("哪裡提到了義大利？", "義大利"),
        ("列出所有提到義大利的地方", "義大利"),
    ],
)
def test_all_mentions_are_asked_for_in_four_languages(asked: str, name: str) -> None:
    said = heard(asked)

    assert said is not None
    assert (said.act, said.target) == (Act.MENTIONS, name)


@pytest.mark.parametrize(
    "asked",
    [
        "Where was Italy mentioned in the treaty of 2017 by the minister?",
        "Where is the bridge that the minister mentioned?",
        "Where is the bridge the minister mentioned?",
        "Who mentioned Italy?",
        "Where is Italy?",
        "Why was Italy mentioned?",
        "Où est l'Italie ?",
        "Où le ministre qui a cité l'Italie est-il né ?",
        "Qui a mentionné l'Italie ?",
        "谁提到了意大利？",
        "意大利在哪里？",
        "意大利在哪里举办了论坛？",
        "誰提到了義大利？",
    ],
)
def test_a_question_with_more_to_it_stays_one(asked: str) -> None:
    said = heard(asked)

    assert said is None or said.act is not Act.MENTIONS


@pytest.mark.model
def test_every_place_is_counted_and_the_first_sentences_are_cited(coast_service: Service) -> None:
    answer = coast_service.engine().ask("where is Sainte-Foy mentioned?", top_k=1)

    assert (answer.kind, answer.language, answer.follows_up) == ("mentions", "en", False)
    assert answer.mentions is not None
    assert answer.mentions["places"] == len(answer.mentions["mentions"]) == 3
    assert "3" in (answer.reply or "").split("\n")[1]
    assert phrase("mentions_first", "en", places=3) in (answer.reply or "")
    assert len(answer.citations) == 2
    for citation in answer.citations:
        assert citation.text[slice(*(citation.highlight or (0, 0)))] == "Sainte-Foy"
        document = coast_service.generation.source(citation.document)
        assert document is not None
        assert document.source[citation.start : citation.end] == citation.quote
    assert answer.short_answer is None


@pytest.mark.model
def test_the_answer_object_has_what_the_command_gives(
    coast_service: Service, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITED_QA_INDEX", str(coast_service.settings.index))
    _, asked, _ = run("ask", "--json", "所有提到Pen-Men的地方")
    _, told, _ = run("mentions", "--json", "Pen-Men")

    answer = json.loads(asked)
    assert (answer["kind"], answer["declined"], answer["language"]) == (
        "mentions",
        False,
        "zh-Hans",
    )
    assert answer["mentions"] == json.loads(told)


@pytest.mark.model
def test_of_a_name_that_is_nowhere_it_is_said_how_much_was_looked_at(
    coast_service: Service,
) -> None:
    answer = coast_service.engine().ask("toutes les mentions de <b>Samarcande</b>")
    total = sum(coast_service.generation.passage_counts().values())
    looked = phrase("mentions_looked", "fr", passages=total, all=total)

    assert (answer.kind, answer.citations) == ("mentions", ())
    assert looked in (answer.reply or "").split("\n")
    assert "<b>" not in rendered(answer)
    assert looked in shown(answer)


@pytest.mark.model
def test_the_page_shows_the_sentences_and_the_browser_keeps_the_counts_only(
    coast_service: Service,
) -> None:
    answer = coast_service.engine().ask("哪裡提到了Brest？")
    page = rendered(answer, "turn")

    assert "The first harbour forum met in Brest in 2017." in page
    assert 'data-turn="turn" data-number="2"' in page
    kept = restored(json.loads(json.dumps(saved([Turn("哪裡提到了Brest？", answer)]))))
    assert kept[0].answer is not None
    assert (kept[0].answer.reply, kept[0].answer.mentions) == (answer.reply, None)
    assert kept[0].answer.citations == answer.citations
