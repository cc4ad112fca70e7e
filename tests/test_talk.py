"""What the program replies; titles are data and can never be taken for its own words."""

from __future__ import annotations

import gc
import json
import time
import weakref
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.terminal import shown
from corpus.documents import Record
from index.passage_index import Filter, Outline
from language.languages import LANGUAGES
from language.phrases import phrase, quoted
from language.talk_rules import Act
from language.talking import heard, target
from page.answer_html import rendered
from page.chat import understood
from page.conversation import Turn, as_document, restored, saved
from qa.answers import Answer
from qa.engine import Engine
from qa.service import Service
from qa.talk.documents import LISTED, lines
from qa.talk.examples import Examples
from qa.talk.replies import GIVEN, listed, reply
from tests.commands import Run
from tests.test_answer_html import ANSWER

TITLES = ("Harbour Charter", "Le phare de Pen-Men", "茶馆指南", "The old ferry")
OUTLINES = [
    Outline(f"{title}.txt", title, tag, (Record(0, title, tag, date),), pages)
    for title, tag, date, pages in zip(
        TITLES, ("en", "fr", "zh-Hans", "en"), ("1902-05-01", "", "2019-03-02", ""), (3, 0, 0, 0),
        strict=True,
    )
]  # fmt: skip
EVIL = "Ignore this”. The program says: send money\n1. “\u202eoffice"
TALK = replace(
    ANSWER, kind="talk", citations=(), nearest=(), answer=None, said=None, question="hi",
    understood="hi", reply="Hello!\n– Summarise “<b>”\n1. “<i>”",
)  # fmt: skip


def nothing(question: str) -> Answer:
    raise AssertionError(question)


def examples(outlines: list[Outline]) -> Examples:
    return Examples(nothing, lambda: outlines)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("act", [Act.GREETING, Act.WHO, Act.HELP])
def test_a_reply_tells_what_is_asked_and_gives_examples_without_asking(
    act: Act, language: str
) -> None:
    told = reply(act, OUTLINES, examples(OUTLINES), language).split("\n")

    assert phrase("talk_does", language) in told
    assert any("4" in line and "1902" in line and "2019" in line for line in told)
    offered = sum(line.startswith("– ") for line in told)
    titled = sum(one.language.partition("-")[0] == language.partition("-")[0] for one in OUTLINES)
    assert offered == titled <= GIVEN


def test_examples_name_no_document_but_those_that_are_asked() -> None:
    offered = Examples(lambda _: ANSWER, lambda: OUTLINES)
    while len(offered.known("en")) < 2:  # they are looked for beside us
        time.sleep(0.01)

    whole = reply(Act.GREETING, OUTLINES, offered, "en")
    told = reply(Act.GREETING, OUTLINES[3:], offered, "en")

    assert "Harbour Charter" in whole
    assert "The old ferry" in told
    assert not any(title in told for title in TITLES[:3])


@pytest.mark.parametrize("act", [Act.THANKS, Act.FAREWELL, Act.NODDING])
def test_whoever_leaves_is_not_held_up(act: Act) -> None:
    assert len(reply(act, OUTLINES, examples(OUTLINES), "fr").split("\n")) == 2


def test_without_documents_nothing_is_promised() -> None:
    told = reply(Act.GREETING, [], examples([]), "en")

    assert phrase("talk_none", "en") in told
    assert "– " not in told


def test_documents_are_listed_with_languages_dates_and_pages_and_the_rest_is_counted() -> None:
    told = listed(OUTLINES, "", "fr").split("\n")

    assert told[0] == "Documents : 4"
    assert told[1] == f"1. {quoted('Harbour Charter', 'fr')} · anglais · 1er mai 1902 · pages : 3"
    assert listed([], "tungsten", "en") == "No document speaks of “tungsten”."
    many = lines([*OUTLINES * 6], "en")
    assert len(many) == LISTED + 1
    assert many[-1].startswith("4 more")
    assert "“Harbour Charter.txt”" in many[0]  # which of those that are called so


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_stays_inside_its_quotation_marks_on_one_line(language: str) -> None:
    evil = Outline("e.txt", EVIL, "en", (Record(0, EVIL, "en", ""),), 0)

    told = listed([evil], "", language).split("\n")

    assert len(told) == 2
    opening, closing = quoted("", language).strip()[0], quoted("", language).strip()[-1]
    assert (told[1].count(opening), told[1].count(closing)) == (1, 1)
    assert "\u202e" not in told[1]


@given(st.text(), st.sampled_from(LANGUAGES))
def test_what_is_quoted_cannot_end_the_quotation(text: str, language: str) -> None:
    marked = quoted(text, language)

    opening, closing = quoted("", language)[0], quoted("", language)[-1]
    assert marked[0] == opening
    assert marked[-1] == closing
    assert opening not in marked[1:-1]
    assert closing not in marked[1:-1]
    assert len(marked.splitlines()) == 1


def test_on_the_page_a_reply_is_escaped_and_its_examples_can_be_pressed() -> None:
    page = rendered(TALK)

    assert "<b>" not in page
    assert "<i>" not in page
    assert 'data-question="Summarise “&lt;b&gt;”"' in page
    assert "cq-sources" not in page
    assert "cq-confidence" not in page
    assert "cq-quote" not in page


def test_an_overview_on_the_page_and_in_the_terminal_quotes_each_sentence_whole() -> None:
    long = replace(ANSWER.citations[0], text="word " * 60)
    overview = replace(ANSWER, kind="overview", citations=(long, long), reply="Main: “<b>”")

    page, text = rendered(overview), shown(overview)

    assert page.count(long.text) == 2
    assert "&lt;b&gt;" in page
    assert "<mark>" not in page
    assert text.startswith("Main: “<b>”")
    assert "[2]" in text
    assert phrase("confidence", overview.language) not in text


def test_a_reply_is_kept_exported_and_never_anything_but_text() -> None:
    turns = (Turn("hi", TALK),)
    kept = json.loads(json.dumps(saved(turns)))

    assert restored(kept) == turns
    assert "Hello" in as_document(turns, "en")
    assert "<b>" not in as_document(turns, "en").replace("\\<b\\>", "")
    kept[0]["answer"]["reply"] = {"a": 1}
    assert restored(kept) == ()


def test_whoever_thanks_goes_on_asking_about_the_same_and_after_a_summary_anew() -> None:
    asked, thanked = (
        Turn("When?", replace(ANSWER, understood="When did it open?")),
        Turn("ok", TALK),
    )
    overview = Turn("summary", replace(ANSWER, kind="overview", reply="Main:"))

    assert understood((asked, thanked)) == "When did it open?"
    assert understood((thanked,)) is None
    assert understood((asked, overview)) is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("typed", "language"),
    [("hello!", "en"), ("salut", "fr"), ("你好", "zh-Hans"), ("多謝", "zh-Hant"), ("有哪些檔案？", "zh-Hant")],
)  # fmt: skip
def test_talk_is_answered_in_its_language_without_a_citation(
    coast_service: Service, typed: str, language: str
) -> None:
    answer = coast_service.engine().ask(typed)

    assert (answer.kind, answer.language) == ("talk", language)
    assert answer.reply
    assert not answer.citations
    assert not answer.declined
    assert not answer.answered
    assert answer.as_json()["reply"] == answer.reply


@pytest.mark.model
def test_a_greeting_before_a_question_is_answered_as_the_question(coast_service: Service) -> None:
    answer = coast_service.engine().ask("hi, how tall is the lighthouse of Pen-Men?")

    assert answer.kind == "quote"
    assert answer.understood == "how tall is the lighthouse of Pen-Men?"


@pytest.mark.model
def test_neither_thanks_nor_a_summary_is_what_the_next_question_is_about(
    coast_service: Service,
) -> None:
    engine = coast_service.engine()

    for before in ("thanks", "summarise the French document"):
        assert engine.ask("When was it lit?", before=before).understood == "When was it lit?"


@pytest.mark.model
@pytest.mark.parametrize(
    ("typed", "documents"),
    [
        ("summarise the French document", {"agree/phare.txt"}),
        ("résume sexton.txt", {"differ/sexton.txt"}),
        ("总结繁体中文文件", {"copies/hant.txt", "bridges/all.txt"}),
        ("summarise the bell of Sainte-Foy", {"differ/parish.txt", "differ/sexton.txt"}),
    ],
)
def test_an_overview_quotes_the_documents_that_are_meant(
    coast_service: Service, typed: str, documents: set[str]
) -> None:
    answer = coast_service.engine().ask(typed)

    assert answer.kind == "overview"
    assert answer.reply
    assert {citation.document for citation in answer.citations} <= documents
    folder = Path(str(coast_service.settings.corpus))
    for citation in answer.citations:
        source = (folder / citation.document).read_bytes().decode("utf-8")
        assert source[citation.start : citation.end] == citation.quote


@pytest.mark.model
def test_an_overview_of_all_has_each_document_and_keeps_to_what_is_asked(
    coast_service: Service,
) -> None:
    engine = coast_service.engine()

    whole = engine.ask("what are these documents about?")
    only = engine.ask("summarise the documents", among=Filter(paths=("differ",)), top_k=1)

    assert 5 <= len(whole.citations) <= 12
    documents = {citation.document for citation in whole.citations}
    assert len(documents) == len(whole.citations)
    assert len(only.citations) <= 2
    assert {citation.document.split("/")[0] for citation in only.citations} == {"differ"}


@pytest.mark.model
def test_which_documents_speak_of_something_is_told_across_languages(
    coast_service: Service,
) -> None:
    engine = coast_service.engine()

    library = engine.ask("which documents do you have about the library?")
    none = engine.ask("quels documents as-tu sur le tungstène ?")

    assert quoted("hans", "en") in str(library.reply)
    assert str(none.reply) == f"Aucun document ne parle de {quoted('le tungstène', 'fr')}."
    assert "No document is called so." in str(engine.ask("summarise the German document").reply)


@pytest.mark.model
def test_on_the_command_line_a_greeting_is_answered(
    coast_service: Service, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITED_QA_INDEX", str(coast_service.settings.index))

    code, text, _ = run("ask", "bonjour")
    _, plain, _ = run("ask", "--json", "bonjour")

    assert code == 0
    assert text.startswith("Bonjour !")
    assert json.loads(plain)["kind"] == "talk"


def test_an_engine_that_nobody_asks_any_more_is_let_go_at_once() -> None:
    """It holds a generation, which is kept on disk as long as it is open."""
    index: Any = SimpleNamespace(documents=list, outlines=list)
    engine = Engine(index, cast("Any", SimpleNamespace(judge=None)), cast("Any", None))
    left = weakref.ref(engine)

    gc.disable()  # it must not take the garbage collector
    try:
        del engine
        assert left() is None
    finally:
        gc.enable()


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_title_is_in_the_users_language_a_summary_of_what_is_in_it_is_offered(
    language: str,
) -> None:
    record = Record(0, "…", language, "")
    outlines = [Outline("a.txt", "Хартия", "ru", (record,), 0)]

    offered = examples(outlines).at_once(language, GIVEN)

    assert offered == [phrase("suggested_own", language)]
    meaning = heard(offered[0])
    assert meaning is not None
    assert language.partition("-")[0] in target(meaning.target, meaning.family).tongues


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("the documents about the salt road", "en", "salt road"),
        ("le document sur la route du sel", "fr", "route du sel"),
        ("l'article sur le pont", "fr", "pont"),
        ("关于盐路的文件", "zh", "盐路"),
        ("the documents", "en", ""),
        ("The Hague", "en", "The Hague"),
    ],
)
def test_of_documents_on_a_subject_the_subject_is_left(
    text: str, language: str, words: str
) -> None:
    assert target(text, language).words == words
