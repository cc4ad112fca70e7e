"""Watched questions: whether the answer is another, whatever else changed, and what is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.languages import LANGUAGES
from page.watch_html import asking, changes, listed, watch_marks
from page.watched import Seen, Watched, keeping, restored, seen_in
from tests.test_answer_html import ANSWER, CITATION, HOSTILE, parsed

OLD = Seen("It opened in 1932.", "The bridge", "a.txt", "en", 4, 22)
NEW = Seen("It opened in 1933.", "The bridge", "a.txt", "en", 4, 22)
WATCHED = Watched("When did the bridge open?", ("a.txt",), "000001-0", OLD)


@pytest.mark.parametrize(
    ("known", "seen", "change"),
    [
        (OLD, OLD, "watch_same"),
        (OLD, replace(OLD, start=90, end=108, title="Bridges"), "watch_same"),
        (OLD, NEW, "watch_changed"),
        (OLD, replace(OLD, document="b.txt"), "watch_changed"),
        (OLD, Seen(), "watch_gone"),
        (Seen(), NEW, "watch_answered"),
        (Seen(), Seen(), "watch_same"),
    ],
)
def test_an_answer_is_another_where_its_words_or_its_document_are(
    known: Seen, seen: Seen, change: str
) -> None:
    again = replace(WATCHED, known=known).asked_again(seen, "000002-0")

    assert again.change == change
    assert again.generation == "000002-0"
    assert again.taken_note_of().change == "watch_same"
    assert again.asked_again(known, "000003-0").change == "watch_same"


def test_a_decline_has_no_quote_and_what_is_nearest_is_none() -> None:
    declined = replace(ANSWER, kind="declined", citations=(), nearest=(CITATION,))

    assert seen_in(ANSWER).quote == CITATION.text
    assert seen_in(declined) == Seen()


def test_watched_questions_come_back_as_they_were_and_are_of_their_user_only() -> None:
    watched = (WATCHED, replace(WATCHED, question="Why?", now=NEW, paths=()))
    kept = json.loads(json.dumps(keeping(watched, "anna")))

    assert restored(kept, "anna") == watched
    assert restored(kept, "ben") == ()


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda one: (
            st.lists(one) | st.dictionaries(st.sampled_from(["watched", "known", "paths"]), one)
        ),
    )
)
def test_whatever_the_browser_holds_is_taken_or_left_out(kept: Any) -> None:  # noqa: ANN401
    content = {"user": "", **kept} if isinstance(kept, dict) else kept

    assert restored(content, "") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_and_quotes_are_text(language: str) -> None:
    hostile = Seen(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    watched = (Watched(HOSTILE, (), "1", hostile, replace(hostile, quote=HOSTILE + "2")),)

    shown = changes(watched, language) + listed(watched, language) + watch_marks(watched)

    assert not parsed(shown + asking(1, 2, language)).tags & {"script", "img"}
    assert changes((WATCHED,), language) == ""
