"""A document is meant by what it is and what about; what a chat's program says is no content."""

from __future__ import annotations

import pytest

from corpus.documents import Record
from corpus.notices import is_notice
from index.passage_index import Outline
from language.talking import kinds_in
from language.values.parsing import parse
from language.values.value import Date
from qa.overviews.described import kinds_of, of_a_kind

NOTICES = [
    "Messages and calls are end-to-end encrypted.",
    "Ada created group “Orchard”",
    "Bo left",
    "Ada changed the subject from “A” to “B”",
    "Les messages et les appels sont chiffrés de bout en bout.",
    "Inès a rejoint le groupe via un lien",
    "消息和通话已进行端到端加密。",
    "小馬已退出群組",
]
OMITTED = ["<Media omitted>", "\u200eimage omitted", "‎vidéo omise", "[貼圖]", "<省略多媒体文件>"]
WRITTEN = ["Bo left", "photo", "I left the group of tourists", "我加入了群组", "图片"]


@pytest.mark.parametrize("text", NOTICES)
def test_what_a_chats_program_says_is_no_content(text: str) -> None:
    assert is_notice(text, "")


@pytest.mark.parametrize("text", OMITTED)
def test_what_stands_for_a_picture_is_none_either(text: str) -> None:
    assert is_notice(text, "Ada")


@pytest.mark.parametrize("text", WRITTEN)
def test_what_somebody_wrote_is(text: str) -> None:
    assert not is_notice(text, "Ada")


def outline(path: str, title: str, language: str, *authors: str) -> Outline:
    records = tuple(Record(0, "", language, "", author) for author in authors)
    return Outline(path, title, language, records, 0)


HELD = [
    outline("weir-news-zh.txt", "水堰重开", "zh-Hans"),
    outline("council.md", "Council minutes on the weir", "en"),
    outline("weir.txt", "The weir: a report", "en"),
    outline("whatsapp-fair.txt", "whatsapp-fair", "en", "Ada", "Bo"),
    outline("avis.jsonl", "avis", "fr", "Luc", "Inès"),
    outline("reglement.txt", "Règlement du lavoir", "fr"),
    outline("rules.txt", "Rules of the laundry", "en"),
]


@pytest.mark.parametrize(
    ("words", "asked_in", "path"),
    [
        ("水堰的新闻", "zh", "weir-news-zh.txt"),
        ("the news about the weir", "en", "weir-news-zh.txt"),
        ("the minutes about the weir", "en", "council.md"),
        ("the whatsapp chat", "en", "whatsapp-fair.txt"),
        ("群聊", "zh", "whatsapp-fair.txt"),
        ("les avis", "fr", "avis.jsonl"),
        ("le règlement", "fr", "reglement.txt"),
        ("the rules", "en", "rules.txt"),
    ],
)
def test_a_document_is_meant_by_its_kind_its_subject_and_the_language_asked(
    words: str, asked_in: str, path: str
) -> None:
    assert of_a_kind(words, asked_in, HELD) == ([path], "")


def test_of_a_chat_about_something_its_title_does_not_say_the_rest_is_the_subject() -> None:
    assert of_a_kind("the chat about tents", "en", HELD) == (
        ["whatsapp-fair.txt"],
        "the about tents",
    )


def test_where_no_kind_is_named_nothing_is_chosen_by_it() -> None:
    assert of_a_kind("the weir", "en", HELD) == ([], "")
    assert kinds_in("le pressoir") == {}
    assert kinds_of(HELD[0]) == {"news"}


@pytest.mark.parametrize("text", ["民國110年5月8日", "民国一百一十年五月八日"])
def test_a_day_may_be_told_in_years_of_the_republic(text: str) -> None:
    assert parse(text, "zh-Hant") == Date(2021, 5, 8)
