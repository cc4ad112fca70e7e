"""What stands in a timeline, with which date, in which order; and how it is shown."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.terminal import shown
from corpus.documents import Passage
from corpus.passages import read_document
from corpus.view import View
from index.passage_index import DocumentRecord, Filter, PassageRecord
from language.languages import LANGUAGES
from language.phrases import phrase
from language.sentences import sentence_spans
from language.talk_rules import Act
from language.talking import heard
from language.values.iso import iso, order, read, said_date, within
from language.values.value import Century, Date, DateRange, Decade
from page.answer_html import rendered
from page.conversation import Turn, as_document, restored, saved
from qa.answers import Answer, Event
from qa.service import Service
from qa.timelines.events import dated
from tests.commands import Run
from tests.strategies import text_file
from tests.test_answer_html import ANSWER

EVIL = "<b>On 3 May 1911</b> the storm took the pier."
CITED = replace(ANSWER.citations[0], text=EVIL, highlight=(3, 16), own_script=None)
TIMELINE = replace(
    ANSWER, kind="timeline", said=None, reply="Dated: “<i>”", citations=(CITED, CITED), nearest=(),
    events=(Event("1911-05-03", CITED), Event("1911-05-03/1911-05-04", CITED)),
)  # fmt: skip


def record(text: str, language: str, date: str = "") -> PassageRecord:
    passage = Passage(View.of(text), tuple(sentence_spans(text, language)), language, "T", date)
    return PassageRecord(1, DocumentRecord("a.txt", "00", "A", language), passage)


def dates(text: str, language: str, date: str = "") -> list[str]:
    return [each.date for each in dated([record(text, language, date)])]


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "The harbour lamp was lit on 3 May 1911.", "1911-05-03"),
        ("en", "The pier was rebuilt stone by stone in June 1912.", "1912-06"),
        ("en", "The ferry ran between the islands from 1920 to 1935.", "1920/1935"),
        ("en", "Herring was scarce along the coast in the 1930s.", "1930/1939"),
        ("fr", "Le phare de la pointe fut allumé le 3 mai 1911.", "1911-05-03"),
        ("fr", "Le conseil du port siégea du 14 au 15 juin 1912.", "1912-06-14/1912-06-15"),
        ("zh-Hans", "渔港的灯塔于1911年5月3日首次点亮。", "1911-05-03"),
        ("zh-Hans", "渡轮公司一九二〇年开始往返两岛之间。", "1920"),
        ("zh-Hant", "漁港的燈塔於1911年5月3日首次點亮。", "1911-05-03"),
        ("zh-Hant", "港務會議於1912年6月14日至15日召開。", "1912-06-14/1912-06-15"),
        ("en", "Lamps were lit by hand in the 19th century along this coast.", "1801/1900"),
        ("fr", "Les lampes furent allumées à la main au XIXe siècle.", "1801/1900"),
        ("zh-Hans", "19世纪时，沿岸的灯都由人工点亮。", "1801/1900"),
        ("zh-Hant", "漁港的燈塔於民國三年首次點亮。", "1914"),
        ("en", "The lamp house was closed 2019–2021 while the stairs were mended.", "2019/2021"),
        ("fr", "Fondée en 1911 par deux pêcheurs, la coopérative vend des filets.", "1911"),
    ],
)
def test_an_event_has_the_date_that_its_sentence_states(
    language: str, text: str, date: str
) -> None:
    assert dates(text, language) == [date]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The 2030 Harbour Agenda brings calm water to the islands."),
        ("fr", "Le plan « Horizon 2030 » rend le port plus calme."),
        ("zh-Hans", "《2035年渔港规划》让各岛的渔船更安全。"),
        ("zh-Hant", "「2030年漁港願景」讓各島的漁船更安全。"),
    ],
)
def test_a_year_in_a_name_makes_no_event(language: str, text: str) -> None:
    assert dates(text, language) == []


def test_what_a_post_says_is_of_the_day_on_which_it_was_sent() -> None:
    source = (
        "2023-11-02 07:45 paul\nThe water at the gate stands high.\n"
        "2023-11-03 06:30 mei\nThe cellar of the mill was flooded on 1 November 2023.\n"
        "2023-11-04 08:00 paul\nThe pumps ran all night long.\n"
    )
    _, passages = read_document(text_file("log.txt", source))
    known = DocumentRecord("log.txt", "00", "log", "en")
    records = [PassageRecord(n, known, each) for n, each in enumerate(passages)]

    assert [(each.date, each.text) for each in dated(records)] == [
        ("2023-11-02", "The water at the gate stands high."),
        ("2023-11-01", "The cellar of the mill was flooded on 1 November 2023."),
        ("2023-11-04", "The pumps ran all night long."),
    ]


def test_of_several_dates_an_event_has_the_most_exact() -> None:
    text = "After the vow of 1905, the new harbour lamp was lit on 3 May 1911."

    assert dates(text, "en") == ["1911-05-03"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The harbour lamp was lit on 3 May."),
        ("fr", "Le phare de la pointe fut allumé le 3 mai."),
        ("zh-Hans", "渔港的灯塔于5月3日首次点亮。"),
        ("zh-Hant", "漁港的燈塔於5月3日首次點亮。"),
    ],
)
def test_a_day_takes_the_year_of_its_record_and_without_one_it_is_left_out(
    language: str, text: str
) -> None:
    assert dates(text, language) == []
    assert dates(text, language, "1911-06-01") == ["1911-05-03"]


def test_a_day_takes_no_year_where_the_sentence_names_another() -> None:
    text = "The lamp that was ordered in 1909 was lit on 3 May by the keeper."

    assert dates(text, "en", "1911-06-01") == ["1909"]
    assert dates("The lamp was lit on 29 February by the keeper.", "en", "1911") == []


def test_a_heading_is_no_part_of_the_event_below_it() -> None:
    text = "The net makers\n\nFounded in 1911, the cooperative sells nets and ropes."
    whole = record(text, "en")
    passage = replace(whole.passage, sentences=((0, len(text)),))

    (event,) = dated([replace(whole, passage=passage)])

    assert event.text == "Founded in 1911, the cooperative sells nets and ropes."


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        ("en", "The harbour council sold the old pump yesterday.", "1911-05-31"),
        ("en", "The pump of the mill was mended this morning.", "1911-06-01"),
        ("fr", "Le conseil du port a vendu la vieille pompe hier.", "1911-05-31"),
        ("zh-Hans", "港务会昨天卖掉了旧水泵。", "1911-05-31"),
        ("zh-Hant", "港務會昨天賣掉了舊水泵。", "1911-05-31"),
    ],
)
def test_yesterday_is_the_day_before_the_date_of_its_record(
    language: str, text: str, date: str
) -> None:
    assert dates(text, language, "1911-06-01") == [date]
    assert dates(text, language) == []


@pytest.mark.parametrize(
    ("language", "event", "state"),
    [
        ("en", "The storm broke the harbour crane.", "The harbour crane is nine metres high."),
        ("fr", "La tempête a cassé la grue du port.", "La grue du port mesure neuf mètres."),
        ("zh-Hans", "暴风吹倒了渔港的起重机。", "渔港的起重机高九米，很重。"),
        ("zh-Hant", "暴風吹倒了漁港的起重機。", "漁港的起重機高九公尺，很重。"),
    ],
)
def test_of_a_file_of_posts_an_event_without_a_date_has_that_of_its_post(
    language: str, event: str, state: str
) -> None:
    for text, expected in ((event, ["1911-06-01"]), (state, [])):
        told = list(dated([record(text, language, "1911-06-01")], posts={"a.txt"}))
        assert [each.date for each in told] == expected
        assert all(each.words == each.span for each in told)
    assert dates(event, language, "1911-06-01") == []


def test_the_head_of_a_post_and_a_year_in_an_unclear_date_are_no_events() -> None:
    head = "author: lamp_keeper_two · date: 1911-06-01"

    assert dates(head, "en", "1911-06-01") == []
    assert dates("[12/05/1911, 18:05] Piet: the lamp is lit again.", "en") == []


def test_the_date_of_a_post_is_marked_as_such_in_four_languages() -> None:
    own = replace(CITED, highlight=None, date="1911-05-03")
    posted = Event("1911-05-03", own)

    assert posted.of_record
    assert not Event("1911-05-04", own).of_record
    for language in LANGUAGES:
        answer = replace(TIMELINE, language=language, events=(posted, posted))
        said = phrase("timeline_posted", language, date=said_date("1911-05-03", language))
        assert said in rendered(answer)
        assert said in shown(answer)
    assert replace(TIMELINE, events=(posted,)).as_json()["events"][0]["of_record"] is True


@pytest.mark.parametrize(
    ("written", "period", "inside"),
    [
        ("2019-05-03", "2019", True),
        ("2018/2020", "2019", True),
        ("1911/1920", "1920/1935", True),
        ("2020-01", "2019", False),
        ("2019", "2019-05", False),
        ("1901/2000", "1911", False),
        ("1901/2000", "1901/2000", True),
        ("2019-12-31", "2019-05/2019-06", False),
    ],
)
def test_a_date_lies_in_a_period_that_it_meets(written: str, period: str, inside: bool) -> None:
    assert within(written, period) is inside


@pytest.mark.parametrize(
    ("typed", "of"),
    [
        ("history of the Petrel", "the Petrel"),
        ("What happened in 2019?", "2019"),
        ("events of March 2019", "March 2019"),
        ("when did what happen to the mill?", "the mill"),
        ("what happened to the mill and when?", "the mill"),
        ("l'histoire du moulin", "moulin"),
        ("Que s'est-il passé en 2019 ?", "2019"),
        ("événements de 2019", "2019"),
        ("2019年发生了什么？", "2019年"),
        ("2019年發生了什麼事？", "2019年"),
        ("磨坊的历史", "磨坊"),
    ],
)
def test_what_happened_when_is_asked_in_four_languages(typed: str, of: str) -> None:
    said = heard(typed)

    assert said is not None
    assert (said.act, said.target) == (Act.TIMELINE, of)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "When was the harbour lamp of 1911 lit again?"),
        ("en", "Published: 3 May 1911"),
        ("en", "Date: Wed, 3 May 1911 08:30:00 +0100"),
        ("en", "(Harbour Gazette, Brest office, 3 May 1911)"),
        ("fr", "Mis en ligne sur le site du port : 3 mai 1911 | 10:20"),
        ("zh-Hans", "（来源：渔港晚报综合报道，1911年5月3日）"),
        ("zh-Hant", "發布時間：1911年5月3日"),
    ],
)
def test_a_question_and_a_byline_are_no_events(language: str, text: str) -> None:
    assert dates(text, language) == []


DAYS = st.dates().map(lambda day: Date(day.year, day.month, day.day))
DATES = DAYS | DAYS.map(lambda day: Date(day.year, day.month)) | st.integers(-999, 2099).filter(
    bool
).map(Date)  # fmt: skip


@given(DATES, DATES)
def test_a_date_comes_back_from_iso_8601_and_is_said_in_each_language(
    date: Date, other: Date
) -> None:
    alike = [part is None for part in date.parts] == [part is None for part in other.parts]
    for value in (date, DateRange(date, other) if alike else date):
        written = iso(value)
        assert written is not None
        assert read(written) == value
    if date.year and date.year >= 1000:
        assert all(said_date(str(iso(date)), language) for language in LANGUAGES)


@given(st.text() | st.from_regex(r"-?\d{4}(-\d\d){0,2}(/\d{4})?", fullmatch=True))
def test_what_is_no_date_is_said_as_it_is(text: str) -> None:
    if read(text) is None:
        assert said_date(text, "fr") == text
    else:
        assert said_date(text, "zh-Hans")
    order(text)


def test_years_stand_before_their_months_and_those_before_christ_first() -> None:
    values = [Date(-45), Date(-44), Date(45), Date(1911), Date(1911, 5), Date(1911, 5, 3)]
    written = [str(iso(value)) for value in values]

    assert written == ["-0044", "-0043", "0045", "1911", "1911-05", "1911-05-03"]
    assert iso(Decade(1930)) == "1930/1939"
    assert iso(Century(19)) == "1801/1900"
    assert sorted(written[2:], key=order) == written[2:]
    assert order(written[0])[0] < order(written[1])[0] < order(written[2])[0]


SENTENCES = [
    "The harbour lamp was lit on 3 May 1911.",
    "Le phare de la pointe fut allumé le 3 mai 1911.",
    "渔港的灯塔于1911年5月3日首次点亮。",
    "漁港的燈塔於1911年5月3日首次點亮。",
    "The keeper walked along the shore.",
    "In\n1920 the ferry &amp; its crew left for the is-\nlands.",
    "渡轮公司 一九二〇年 开始往返两岛之间。",
]


@given(st.lists(st.sampled_from(SENTENCES), max_size=6), st.sampled_from([" ", "\n\n", "\u3000"]))
def test_an_event_and_the_words_of_its_date_are_slices_of_the_source(
    sentences: Sequence[str], between: str
) -> None:
    document, passages = read_document(text_file("a.txt", between.join(sentences) + between))
    known = DocumentRecord(document.path, document.sha256, document.title, document.language)
    records = [PassageRecord(at, known, passage) for at, passage in enumerate(passages)]

    for event in dated(records):
        start, end = event.record.passage.view.source_span(*event.span)
        a, b = event.record.passage.view.source_span(*event.words)
        assert start <= a < b <= end <= len(document.source)
        words = unicodedata.normalize("NFKC", document.source[a:b])
        assert any(each.isdecimal() for each in words) or "〇" in words
        outer = [a for a in event.record.passage.sentences if a[0] <= event.span[0] < a[1]]
        assert [each[1] for each in outer] == [event.span[1]]


def test_a_timeline_is_escaped_numbered_and_has_its_dates_in_the_readers_language() -> None:
    page = rendered(replace(TIMELINE, language="fr"), "t1")

    assert "<i>" not in page
    assert "&lt;b&gt;" in page
    assert page.count("cq-when") == 2
    assert "3 mai 1911" in page
    assert page.count('data-number="2" aria-label') == 1
    assert "cq-confidence" not in page
    assert "&lt;b&gt;<b>On 3 May 1911</b>&lt;/b&gt; the storm" in page
    assert '"cq-when">&lt;b&gt;<' in rendered(replace(TIMELINE, events=(Event("<b>", CITED),)))


def test_a_timeline_in_the_terminal_has_the_date_before_each_quote() -> None:
    text = shown(TIMELINE)

    assert "[1] 3 May 1911 — <b>On 3 May 1911" in text
    assert f"{CITED.document}:{CITED.start}-{CITED.end}" in text
    assert "[2]" in text


def test_a_timeline_is_kept_restored_and_exported() -> None:
    turns = (Turn("timeline", TIMELINE),)
    kept = json.loads(json.dumps(saved(turns)))

    assert restored(kept) == turns
    assert "**3 May 1911**" in as_document(turns, "en")
    plain = json.loads(json.dumps(TIMELINE.as_json()))
    assert [event["date"] for event in plain["events"]] == ["1911-05-03", "1911-05-03/1911-05-04"]
    assert [event["citation"] for event in plain["events"]] == plain["citations"]
    assert plain["short_answer"] is None
    kept[0]["answer"]["events"] = [{"a": 1}]
    assert restored(kept) == ()


def test_what_was_kept_before_there_were_timelines_is_restored() -> None:
    kept = json.loads(json.dumps(saved((Turn("q", ANSWER),))))
    kept[0]["answer"].pop("events", None)

    assert restored(kept) == (Turn("q", ANSWER, id=kept[0]["id"]),)


def check(answer: Answer, folder: Path) -> None:
    assert answer.kind == "timeline"
    assert answer.events
    assert answer.citations == tuple(event.citation for event in answer.events)
    assert all(order(a.date) <= order(b.date) for a, b in pairwise(answer.events))
    for cited in answer.citations:
        source = (folder / cited.document).read_bytes().decode("utf-8")
        assert source[cited.start : cited.end] == cited.quote


@pytest.mark.model
@pytest.mark.parametrize(
    ("typed", "events"),
    [
        ("timeline of the harbour forum", [("2017", "apart/2017.txt"), ("2019", "apart/2019.txt")]),
        ("chronology of guide.txt", [("1839", "agree/guide.txt")]),
        ("chronologie du document français", [("1839", "agree/phare.txt")]),
        ("海島圖書館大事記", [("1902", "copies/hant.txt")]),
        ("海岛图书馆的时间线", [("1902", "copies/hans.txt")]),
    ],
)
def test_a_timeline_is_of_what_is_meant_in_order_copies_once(
    coast_service: Service, typed: str, events: list[tuple[str, str]]
) -> None:
    answer = coast_service.engine().ask(typed)

    check(answer, Path(str(coast_service.settings.corpus)))
    assert [(event.date, event.citation.document) for event in answer.events] == events


@pytest.mark.model
def test_a_timeline_of_all_is_in_order_and_keeps_to_what_is_asked(coast_service: Service) -> None:
    engine, folder = coast_service.engine(), Path(str(coast_service.settings.corpus))

    whole = engine.ask("what happened when?")
    only = engine.ask("que s’est-il passé et quand ?", among=Filter(paths=("differ",)))
    none = engine.ask("按時間順序列出這些文件", among=Filter(paths=("bridges",)))

    check(whole, folder)
    check(only, folder)
    assert [event.date for event in only.events] == ["1512"]
    assert len({event.citation.quote for event in whole.events}) == len(whole.events)
    assert (none.kind, none.reply) == ("talk", "這些文件中沒有帶日期的句子。")


@pytest.mark.model
def test_a_subject_of_which_nothing_is_dated_is_asked_of_the_documents(
    coast_service: Service,
) -> None:
    assert coast_service.engine().ask("timeline of tungsten").kind == "declined"


@pytest.mark.model
def test_a_timeline_on_the_command_line(
    coast_service: Service, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITED_QA_INDEX", str(coast_service.settings.index))

    code, text, _ = run("ask", "timeline of the harbour forum")

    assert code == 0
    assert "[1] 2017 — The first harbour forum" in text
