"""Posts in data: their fields say in many ways who wrote them and when."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import loaders
from corpus.documents import Document, Passage
from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loaders.post_fields import role
from corpus.passages import read_document


def read(name: str, content: str) -> tuple[Document, list[Passage]]:
    loaded = loaders.load(name[name.index(".") :], content.encode(), Limits())
    return read_document(SourceFile(name, "0", loaded))


@pytest.mark.parametrize(
    ("post", "author", "date", "text"),
    [
        ({"author": "kit", "date": "2021-06-02", "text": "The dam leaks."}, "kit", "2021-06-02", "The dam leaks."),
        ({"user": {"name": "Ravi"}, "ts": "1715530931.0002", "text": "No toner."}, "Ravi", "2024-05-12", "No toner."),
        ({"posted_by": "moss", "createdAt": 1715530931123, "body": "Pears."}, "moss", "2024-05-12", "Pears."),
        ({"auteur": "Lise", "publié le": "15/04/2023", "texte": "Fermé."}, "Lise", "2023-04-15", "Fermé."),
        ({"发帖人": "风车", "发布时间": "2022-07-01 10:00", "内容": "渡轮停航。"}, "风车", "2022-07-01", "渡轮停航。"),
        ({"作者": "陳海", "時間": "2022年7月1日", "內容": "渡輪停航。"}, "陳海", "2022-07-01", "渡輪停航。"),
        ({"name": "Ann", "date": "2022-07-01", "message": "Hello."}, "Ann", "2022-07-01", "Hello."),
    ],
)  # fmt: skip
def test_who_wrote_a_post_when_stands_in_fields_of_many_names(
    post: dict[str, object], author: str, date: str, text: str
) -> None:
    document, passages = read("feed.jsonl", json.dumps(post, ensure_ascii=False) * 1 + "\n")

    record = document.records[0]
    assert (record.author, record.date) == (author, date)
    assert record.title == f"{author} · {date}"
    assert [each.text for each in passages] == [text]


def test_posts_are_called_by_author_and_date_not_all_by_the_first_one_s_text() -> None:
    lines = [
        {"author": "kit", "date": "2021-06-02", "text": "The dam is high."},
        {"author": "moss", "date": "2021-06-03", "text": "The dam is old."},
    ]
    document, passages = read("dam.jsonl", "\n".join(map(json.dumps, lines)))

    assert document.title == "dam"
    assert [each.title for each in passages] == ["kit · 2021-06-02", "moss · 2021-06-03"]


def test_a_title_that_posts_share_is_told_with_the_author() -> None:
    posts = [
        {"title": "Slugs", "user": "kit", "text": "Beer traps work."},
        {"title": "Slugs", "user": "moss", "text": "Copper does not."},
        {"title": "Pears", "user": "moss", "text": "Canker."},
    ]

    titles = [each.title for each in read("a.json", json.dumps(posts))[0].records]
    assert titles == ["Slugs · kit", "Slugs · moss", "Pears"]


def test_a_date_of_unclear_order_is_decided_by_the_other_posts_or_not_claimed() -> None:
    def dates(*days: str) -> list[str]:
        posts = [{"author": "kit", "date": day, "text": "Pears."} for day in days]
        return [each.date for each in read("a.json", json.dumps(posts))[0].records]

    assert dates("03/04/2023", "15/04/2023") == ["2023-04-03", "2023-04-15"]
    assert dates("03/04/2023", "04/04/2023") == ["", "2023-04-04"]


def test_what_is_no_post_keeps_all_its_fields() -> None:
    things = [{"name": "Bell", "city": "Ulm"}, {"name": "Clock", "city": "Bern"}]
    document, passages = read("a.json", json.dumps(things))

    assert [(each.title, each.author) for each in document.records] == [("Bell", ""), ("Clock", "")]
    assert passages[0].text == "name: Bell · city: Ulm"


def test_rows_of_posts_are_records_and_still_rows_of_their_table() -> None:
    document, passages = read(
        "orchard.csv",
        "author,created_at,message\nkit,2024-02-01,Canker on the pears.\nmoss,2024-02-02,I cut them.\n",
    )

    assert [(each.author, each.date) for each in document.records] == [
        ("kit", "2024-02-01"),
        ("moss", "2024-02-02"),
    ]
    assert len(document.tables) == 1
    assert passages[1].title == "moss · 2024-02-02"


def test_a_table_of_names_and_days_is_no_export() -> None:
    document, _ = read("staff.csv", "name,born\nAnn,1990-01-02\nBo,1991-02-03\nCy,1992-03-04\n")

    assert [each.author for each in document.records] == [""]


def test_who_sent_a_mail_is_its_author() -> None:
    mail = "From: Ann Lee <ann@example.org>\nSubject: Boiler\nDate: Tue, 6 Feb 2024 08:30:00 +0100\n\nIt is off.\n"

    assert read("a.eml", mail)[0].records[0].author == "Ann Lee"


@pytest.mark.parametrize("name", ["id", "author_id", "channel.name", "textile", "dated", "价格"])
def test_other_fields_have_no_role(name: str) -> None:
    assert role(name) == ""


FIELDS = st.sampled_from(["author", "date", "text", "title", "likes", "内容", "作者"])


@given(
    st.lists(st.dictionaries(FIELDS, st.text("ab 1-é林\n", max_size=90), max_size=5), max_size=4)
)
def test_what_is_quoted_of_a_post_stands_in_the_source(posts: list[dict[str, str]]) -> None:
    content = json.dumps([{"k": "v"}, *posts])
    document, passages = read("a.json", content)

    for passage in passages:
        start, end = passage.source_span
        assert passage.view.part(0, len(passage.text)).borne_out_by(document.source)
        assert 0 <= start < end <= len(document.source)
    starts = [each.start for each in document.records]
    assert starts == sorted(starts)
