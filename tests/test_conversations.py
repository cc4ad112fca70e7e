"""Conversations that are kept: none is lost without a word, none is another user's to see."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from corpus.errors import CitedQAError
from page.browser_store import InBrowser
from page.context import Context
from page.conversation import Turn, restored, saved
from page.conversation_acts import (
    BROUGHT_BACK,
    bring_back,
    delete,
    keep_shown,
    purge,
    readable,
    rename,
)  # fmt: skip
from page.conversation_events import Events, Given
from page.conversation_store import ConversationStore
from page.conversations import Conversation, Conversations, Room, folded, moment, written
from page.conversations_html import Listed, panel
from page.keeping import keeping
from tests.test_answer_html import ANSWER

ROOM = Room(number=100, size=10_000_000)
QUESTIONS = {
    "en": "When was the weir at Hollin mended?",
    "fr": "Quand l’écluse de Hollin a-t-elle été réparée ?",
    "zh-Hans": "霍林的水闸何时修好？",
    "zh-Hant": "霍林的水閘何時修好？",
}


def conversation(name: str, *questions: str, **more: Any) -> Conversation:  # noqa: ANN401
    turns = tuple(Turn(question, replace(ANSWER, question=question)) for question in questions)
    return Conversation(name, tuple(json.loads(json.dumps(saved(turns)))), **more)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "conversations.sqlite3"


@pytest.fixture
def on_server(file: Path) -> Conversations:
    return ConversationStore(file).of("anna")


@pytest.fixture(params=["server", "browser"])
def store(request: pytest.FixtureRequest) -> Conversations:
    return request.getfixturevalue("on_server") if request.param == "server" else InBrowser.told({})


def names(store: Conversations) -> list[str]:
    return [summary.name for summary in store.summaries() if not summary.deleted]


def test_a_conversation_is_kept_with_its_documents_and_the_generation_of_its_answers(
    store: Conversations,
) -> None:
    for at, (_, question) in enumerate(QUESTIONS.items()):
        keep_shown(store, conversation(f"c{at}", question, documents=("a.md", "b.pdf")), (), ROOM)

    kept = store.get("c2")

    assert kept
    assert kept.documents == ("a.md", "b.pdf")
    (turn,) = restored(list(kept.turns))
    assert turn.question == QUESTIONS["zh-Hans"]
    assert turn.answer
    assert turn.answer.generation == ANSWER.generation
    assert turn.answer.citations == ANSWER.citations
    assert [each.count for each in store.summaries()] == [1, 1, 1, 1]
    assert set(names(store)) == set(QUESTIONS.values())


def test_the_latest_comes_first_and_one_that_is_only_opened_stays_where_it_is(
    store: Conversations,
) -> None:
    first = conversation("a", "First?")
    for each in (first, conversation("b", "Second?")):
        keep_shown(store, replace(each, changed=moment()), (), ROOM)
        threading.Event().wait(0.005)
    assert names(store) == ["Second?", "First?"]

    keep_shown(store, first, (), ROOM)
    keep_shown(store, replace(first, documents=("a.md",)), (), ROOM)
    assert names(store) == ["Second?", "First?"]
    opened = store.get("a")
    assert opened
    assert opened.documents == ("a.md",)

    keep_shown(store, conversation("a", "First?", "And then?"), first.ids, ROOM)
    assert names(store) == ["First?", "Second?"]


def test_a_title_outlives_further_questions_and_an_empty_one_gives_the_question_back(
    store: Conversations,
) -> None:
    before = conversation("a", QUESTIONS["fr"])
    keep_shown(store, before, (), ROOM)
    rename(store, "a", "  L’écluse\n de Hollin ")
    assert names(store) == ["L’écluse de Hollin"]

    keep_shown(store, replace(before, turns=(*before.turns, *before.turns)), (), ROOM)
    assert names(store) == ["L’écluse de Hollin"]

    rename(store, "a", " ")
    assert names(store) == [QUESTIONS["fr"]]


def test_a_long_question_is_cut_to_a_name_on_one_line() -> None:
    name = conversation("a", "水\n闸 " * 200).name

    assert len(name) == 80
    assert "\n" not in name
    assert name.endswith("…")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("HOLLIN mended", {"en"}),
        ("écluse", {"fr"}),
        ("ECLUSE reparee", {"fr"}),  # without accents too
        ("水闸", {"zh-Hans", "zh-Hant"}),  # in both scripts
        ("水閘　霍林", {"zh-Hans", "zh-Hant"}),
    ],
)
def test_words_are_searched_in_questions_and_answers(
    on_server: Conversations, words: str, expected: set[str]
) -> None:
    for tag, question in QUESTIONS.items():
        on_server.put(conversation(tag, question))

    matching = {each.id for each in on_server.summaries(folded(words).split()) if each.matches}

    assert matching == expected
    answered = folded(ANSWER.citations[0].text).split()
    assert all(each.matches for each in on_server.summaries(answered))


def test_what_is_deleted_is_brought_back_and_is_gone_an_hour_later(
    store: Conversations, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_shown(store, conversation("a", "First?"), (), ROOM)
    delete(store, "a")
    assert names(store) == []
    assert readable(store, "a")[0] is None
    bring_back(store, "a")
    assert names(store) == ["First?"]
    assert readable(store, "a")[0]

    delete(store, "a")
    purge(store)
    assert store.get("a")
    monkeypatch.setattr(
        "page.conversation_acts.moment", lambda ago=timedelta(): moment(ago - 2 * BROUGHT_BACK)
    )
    purge(store)
    assert store.get("a") is None


def test_of_several_that_are_deleted_the_last_can_be_brought_back(store: Conversations) -> None:
    for name in ("a", "b"):
        keep_shown(store, conversation(name, f"{name}?"), (), ROOM)
        delete(store, name)

    assert [each.id for each in store.summaries()] == ["b"]


@pytest.mark.parametrize("room", [Room(2, 10_000_000), Room(100, 4_000)])
def test_the_oldest_makes_room_and_is_named(store: Conversations, room: Room) -> None:
    told: list[str] = []
    for at in range(6):
        told += keep_shown(store, conversation(f"c{at}", f"Question {at}?"), (), room).dropped
        threading.Event().wait(0.003)

    left = names(store)
    assert told == [f"Question {at}?" for at in range(6 - len(left))]
    assert left[0] == "Question 5?"
    assert 0 < len(left) < 6


def test_what_was_deleted_makes_room_before_anything_else(store: Conversations) -> None:
    for name in ("a", "b"):
        keep_shown(store, conversation(name, f"{name}?"), (), ROOM)
    delete(store, "b")

    told = keep_shown(store, conversation("c", "c?"), (), Room(2, 10_000_000))

    assert told.dropped == []
    assert set(names(store)) == {"a?", "c?"}


def test_what_another_window_went_on_with_becomes_a_conversation_of_its_own(
    store: Conversations,
) -> None:
    begun = conversation("a", "First?")
    keep_shown(store, begun, (), ROOM)
    here = replace(begun, turns=(*begun.turns, *conversation("", "Here?").turns))
    there = replace(begun, turns=(*begun.turns, *conversation("", "There?").turns))

    keep_shown(store, here, (), ROOM)
    keep_shown(store, there, (), ROOM)

    kept = {
        tuple(turn["question"] for turn in _turns(store, each.id)) for each in store.summaries()
    }
    assert kept == {("First?", "Here?"), ("First?", "There?")}


def test_what_an_edited_question_replaced_is_no_conversation_of_its_own(
    store: Conversations,
) -> None:
    begun = conversation("a", "First?", "Second?")
    keep_shown(store, begun, (), ROOM)

    edited = replace(begun, turns=conversation("", "Better?").turns)
    keep_shown(store, edited, begun.ids, ROOM)

    assert names(store) == ["Better?"]


def _turns(store: Conversations, name: str) -> tuple[dict[str, Any], ...]:
    kept = store.get(name)
    return kept.turns if kept else ()


def test_a_turn_that_cannot_be_read_is_set_aside_and_told(store: Conversations) -> None:
    whole = conversation("a", "First?", "Second?")
    damaged = replace(whole, turns=({"question": "?", "answer": 7}, whole.turns[1]))

    told = keep_shown(store, damaged, (), ROOM)

    assert told.unread == 1
    assert store.aside == 1
    assert [turn["question"] for turn in _turns(store, "a")] == ["Second?"]
    if isinstance(store, InBrowser):
        actions = [(change[0], change[1]) for change in store.changes]
        assert actions[:3] == [("put", "a"), ("aside", "a"), ("put", "a")]


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"version": 99, "id": "a"}', '{"version": 1, "id": "a", "turns": 3}']
)
def test_what_is_damaged_or_of_a_later_version_is_set_aside_as_it_is(
    file: Path, on_server: Conversations, content: str
) -> None:
    on_server.put(conversation("a", "First?"))
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE conversations SET content = ?", (content,))

    assert readable(on_server, "a")[1].missing
    assert on_server.aside == 1
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT content FROM aside").fetchone() == (content,)
    browser = InBrowser.told({"wanted": "a", "record": {"version": 99, "id": "a"}})
    assert readable(browser, "a")[1].missing
    assert browser.changes[0] == ["aside", "a"]


@pytest.mark.parametrize("mine", [None, 3, {"all": 3}, {"all": [3, {}], "record": [], "find": 3}])
def test_nothing_that_a_browser_says_is_an_error(mine: object) -> None:
    store = InBrowser.told(mine)

    assert readable(store, "a")[0] is None
    panel(Listed(store.summaries()), "fr")


def test_two_programs_write_the_same_file(file: Path) -> None:
    stores = [ConversationStore(file).of(user) for user in ("anna", "ben")]

    def write(store: Conversations) -> None:
        for at in range(20):
            keep_shown(store, conversation(f"c{at}", f"Question {at}?"), (), ROOM)

    threads = [threading.Thread(target=write, args=(store,)) for store in stores * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [len(store.summaries()) >= 20 for store in stores] == [True, True]
    assert file.stat().st_mode & 0o077 == 0


def test_a_file_that_cannot_be_used_is_an_error_that_says_what_repairs_it(tmp_path: Path) -> None:
    (tmp_path / "bad").write_bytes(b"this is no database, and never was one" * 40)

    with pytest.raises(CitedQAError) as told:
        ConversationStore(tmp_path / "bad").of("anna").summaries()

    assert "CITED_QA_CONVERSATIONS" in str(told.value)


def test_nobody_has_conversations_on_the_server_without_a_name(file: Path) -> None:
    with pytest.raises(ValueError, match="nobody"):
        ConversationStore(file).of("")


ANNAS = "0123456789abcdef"


@pytest.fixture
def events(file: Path) -> Events:
    context = SimpleNamespace(conversations=ConversationStore(file))
    log = SimpleNamespace(shown=lambda turns, language: f"{len(turns)} {language}")
    return Events(context, log)  # type: ignore[arg-type]


def given(user: str, name: str = "", kept: object = None, **pressed: str) -> Given:
    request: Any = SimpleNamespace(username=user)
    return Given(None, "", kept, ["a.md"], "en", {"conversation": name, **pressed}, request)


def annas(events: Events) -> None:
    request: Any = SimpleNamespace(username="anna")
    turns = (Turn("What does Anna ask?", ANSWER),)
    events.kept(given("anna", kept=keeping(turns, {"user": "anna", "id": ANNAS}, request)))


ENDPOINTS: list[Callable[[Events, Given], tuple[Any, ...]]] = [
    Events.listed, Events.kept, Events.opened, Events.arrived, Events.renamed, Events.deleted,
    Events.brought_back,
]  # fmt: skip


@pytest.mark.parametrize("endpoint", ENDPOINTS)
@pytest.mark.parametrize("forged", ["", "turn"])
def test_another_users_conversation_is_not_seen_or_touched_at_any_endpoint(
    events: Events, endpoint: Callable[[Events, Given], tuple[Any, ...]], forged: str
) -> None:
    annas(events)
    before = events.context.conversations.of("anna").get(ANNAS)
    kept = {
        "user": "ben", "id": ANNAS, "turns": saved((Turn("What does Ben ask?"),) if forged else ()),
    }  # fmt: skip

    told = endpoint(events, given("ben", ANNAS, kept, title="Ben's"))

    assert "Anna" not in repr(told)
    assert events.context.conversations.of("anna").get(ANNAS) == before
    assert "Anna" in events.listed(given("anna"))[0]


def test_all_of_the_file_is_asked_for_one_user_only() -> None:
    source = Path("page/conversation_store.py").read_text(encoding="utf-8")

    for statement in ("SELECT", "DELETE", "UPDATE"):
        for part in source.split(f'"{statement} ')[1:]:
            assert "user = ?" in part[:200]


def test_a_signed_in_user_sees_what_another_device_went_on_with(events: Events) -> None:
    annas(events)
    mine = events.context.conversations.of("anna")
    stored = mine.get(ANNAS)
    assert stored
    request: Any = SimpleNamespace(username="anna")
    here = keeping(restored(list(stored.turns)), {"user": "anna", "id": ANNAS}, request)
    mine.put(replace(stored, turns=(*stored.turns, *conversation("", "And later?").turns)))

    told = events.arrived(given("anna", kept=here))

    assert [turn["question"] for turn in told[2]["turns"]] == ["What does Anna ask?", "And later?"]


def test_titles_are_text(store: Conversations) -> None:
    store.put(conversation("a", '<img src=x onerror="alert(1)">'))
    delete(store, "a")
    store.put(conversation("b", "<script>alert(2)</script>", title='"><b>'))

    for language in QUESTIONS:
        html = panel(Listed(store.summaries(), server=True, dropped=["<i>"]), language)
        assert not any(tag in html for tag in ("<img", "<script", "<b>", "<i>"))


def test_a_conversation_is_read_as_it_was_written() -> None:
    kept = conversation("a", *QUESTIONS.values(), documents=("a.md",), title="水闸", changed="x")

    assert Conversation.read(json.loads(written(kept))) == kept


def test_the_store_is_beside_the_index_unless_named(tmp_path: Path) -> None:
    settings = SimpleNamespace(index=tmp_path / "index", conversations=None)
    context = Context(SimpleNamespace(settings=settings))  # type: ignore[arg-type]

    context.conversations.of("anna").put(conversation("a", "First?"))

    assert (tmp_path / "conversations.sqlite3").exists()
