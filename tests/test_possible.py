"""A possible answer is shown as one wherever answers are shown, and is neither yes nor no."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cli.terminal import shown
from language.languages import LANGUAGES
from language.phrases import phrase
from page import answer_html
from page.conversation import Turn, as_document, as_json, restored, saved
from page.feedback import Feedback
from qa.answers import AnswerKind
from qa.service import Service
from tests.commands import Run
from tests.test_answer_html import ANSWER, CITATION
from tests.unsure import unsure_judge

POSSIBLE = replace(ANSWER, kind="possible", confidence=0.22)
RAILWAY = "How long is the Jakarta–Bandung railway?"
LABELS = {"en": "Possibly:", "fr": "Peut-être\u00a0:", "zh-Hans": "可能是：", "zh-Hant": "可能是："}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_label_stands_right_above_the_quote_in_the_users_language(language: str) -> None:
    answer = replace(POSSIBLE, language=language)
    label = LABELS[language]

    printed = shown(answer).split("\n")
    html = answer_html.rendered(answer)
    exported = as_document((Turn("When?", answer),), language)

    assert printed[printed.index(label) + 2].startswith("[1] It opened")
    assert f'<p class="cq-possibly">{label}</p><blockquote' in html
    assert f"**{label}**\n\n> It opened" in exported


def test_its_confidence_is_shown_and_nothing_says_that_the_documents_answer_or_do_not() -> None:
    answer = replace(POSSIBLE, citations=(replace(CITATION, language="fr"),))

    for text in (shown(answer), answer_html.rendered(answer)):
        assert "22%" in text
        for key in ("declined", "nearest", "other_language"):
            assert phrase(key, "en") not in text
        assert phrase("possibly_other_language", "en") in text


def test_a_program_gets_its_kind_with_the_citations_of_an_answer_and_no_decline() -> None:
    content = POSSIBLE.as_json()

    assert (content["kind"], content["declined"]) == ("possible", False)
    assert content["citations"][0]["quote"] == CITATION.quote
    assert (content["nearest"], content["answer"]) == ((), CITATION.text)
    assert (ANSWER.as_json()["kind"], ANSWER.as_json()["declined"]) == ("quote", False)
    assert replace(ANSWER, kind="declined").as_json()["declined"] is True


def test_it_comes_back_from_the_browser_and_is_exported_as_what_it_is() -> None:
    turns = (Turn("When?", POSSIBLE),)

    assert restored(json.loads(json.dumps(saved(turns)))) == turns
    assert json.loads(as_json(turns))[0]["answer"]["kind"] == "possible"


@pytest.mark.parametrize(("declined", "kind"), [(True, "declined"), (False, "quote")])
def test_an_answer_that_was_kept_before_there_were_kinds_is_what_it_was(
    declined: bool,
    kind: AnswerKind,
) -> None:
    kept = json.loads(json.dumps(saved((Turn("When?", ANSWER),))))
    del kept[0]["answer"]["kind"]
    kept[0]["answer"]["declined"] = declined

    assert [turn.answer for turn in restored(kept)] == [replace(ANSWER, kind=kind)]


def test_an_answer_of_a_kind_that_is_not_known_is_left_out() -> None:
    kept = json.loads(json.dumps(saved((Turn("When?", ANSWER), Turn("Why?", POSSIBLE)))))
    kept[0]["answer"]["kind"] = ["guess"]

    assert [turn.question for turn in restored(kept)] == ["Why?"]


def test_a_rating_says_what_was_rated(tmp_path: Path) -> None:
    Feedback(tmp_path / "ratings.jsonl").note(Turn("When?", POSSIBLE), liked=True)

    rating = json.loads((tmp_path / "ratings.jsonl").read_text("utf-8"))
    assert (rating["kind"], rating["declined"]) == ("possible", False)
    assert rating["citations"][0]["document"] == "a.txt"


@pytest.mark.model
def test_the_command_line_shows_it_and_explains_why(
    run: Run, sample_service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.service.fitted_judge", unsure_judge)
    index = ("--index", str(sample_service.settings.index), "--explain")

    _, printed, _ = run("ask", RAILWAY, *index)
    _, out, _ = run("ask", "中老鐵路全長多少公里?", "--json", *index)

    answer = json.loads(out)
    assert printed.startswith("Possibly:\n\n[1] It is 142 kilometres long")
    assert phrase("possible", "en") in printed
    assert (answer["kind"], answer["declined"]) == ("possible", False)
    assert "1035" in answer["short_answer"]
    assert answer["explanation"]["verdict"] == answer["explanation"]["candidates"][0]["outcome"]


@pytest.mark.model
def test_of_what_only_may_answer_no_value_is_said_as_if_it_did(
    coast_service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa.service.fitted_judge", unsure_judge)
    engine = Service(coast_service.settings).engine()

    answer = engine.ask("Quel est le poids de la cloche de Sainte-Foy ?")

    assert answer.kind == "possible"
    assert "kilo" in answer.citations[0].quote
    assert answer.said is None
    assert not answer.conflict
