from __future__ import annotations

import pytest

from corpus.documents import Document, Heading, Passage
from corpus.files import SourceFile
from corpus.loaders.loaded import Loaded
from corpus.passages import read_document, reading_view
from corpus.record_dates import first_date, stated_date

ENGLISH = "The lighthouse on the island is 32 metres tall and was lit for the first time in 1887. "
FRENCH = "Le phare de l’île, haut de 32 mètres, fut allumé pour la première fois en 1887. "
HANS = "灯塔高三十二米，建于一八八七年，由三名看守人轮流照看，每晚点亮，为来往的渔船指路。"
HANT = "燈塔高三十二公尺，建於一八八七年，由三名看守人輪流照看，每晚點亮，為來往的漁船指路。"


def read(source: str, *headings: Heading) -> tuple[Document, list[Passage]]:
    return read_document(SourceFile("a.txt", "0", Loaded(source, headings=headings)))


def test_posts_one_a_line_are_records_with_their_own_titles() -> None:
    posts = [f"【灯塔新闻第{n}号】{HANS} #海岛# " for n in range(10)]

    document, passages = read("\n".join(["微博内容", *posts]))

    assert len(document.records) == 11
    assert document.records[4].title == "灯塔新闻第3号"
    assert [passage.title for passage in passages[1:]] == [f"灯塔新闻第{n}号" for n in range(10)]
    assert all(passage.text.count("【") <= 1 for passage in passages)


def test_paragraphs_of_an_article_are_no_posts() -> None:
    document, _ = read("\n".join(f"{n}. {HANS}" for n in range(12)))

    assert len(document.records) == 1


@pytest.mark.parametrize(
    "line",
    [
        "-----------------------------------",
        "===================================",
        "___________________________________",
        "---------- Forwarded message ---------",
        "-----Original Message-----",
        "--verbose  say more",
        "—————————————",
    ],
)
def test_a_rule_or_an_option_begins_no_article(line: str) -> None:
    block = f"Harbour shop\n44.98\n{line}\n{ENGLISH}\n{HANS}"

    assert len(read(f"{block}\n{block}")[0].records) == 1


def test_a_list_with_dashes_is_no_list_of_articles() -> None:
    items = "\n".join(f"——第{n}部分：灯塔与渔船" for n in range(1, 9))

    document, _ = read(f"海岛标准\n前 言\n{items}\n4 代码表\n{HANS}\n基本功能\n{items}\n{HANS}")

    assert [record.title for record in document.records] == ["海岛标准"]


def test_who_a_saying_is_from_is_no_subtitle() -> None:
    source = f"{HANS}\n1 引言\n——选自海岛志\n{HANS}\n结束语。\n——海岛灯塔管理处。\n{HANS}"

    assert len(read(source)[0].records) == 1


def test_a_mail_with_many_addresses_and_links_is_no_feed() -> None:
    head = "From: Ann <ann@harbour.example>\nTo: keeper@island.example\nSubject: Your account"
    body = [
        f"If you did not ask for this, see https://harbour.example/help/{n}" for n in range(6)
    ] + ["Write to help@harbour.example or to port@harbour.example if the boat is late."] * 4

    document, _ = read("\n".join([head, *body]))

    assert len(document.records) == 1
    assert not document.records[0].title.startswith(("From", "To"))


def test_notes_with_links_are_no_feed() -> None:
    notes = [f"[{n}] Kervella, A. Le phare #{n}. https://example.org/{n}" for n in range(30)]

    assert len(read("\n".join([FRENCH, *notes]))[0].records) == 1


def test_sections_in_brackets_are_no_posts() -> None:
    labels = ["药品名称", "成份", "适应症", "用法用量", "不良反应", "禁忌", "注意事项", "贮藏"]

    assert len(read("\n".join(f"【{label}】{HANS}" for label in labels))[0].records) == 1


def test_an_abstract_in_another_language_is_no_version() -> None:
    document, _ = read(f"灯塔史\n{HANS * 3}\n\nAbstract. {ENGLISH * 2}\n\n{HANS * 9}")

    assert len(document.records) == 1


def test_sources_in_a_list_end_no_articles() -> None:
    sources = [f"[{n}] 《海岛建成新灯塔》（新华社海岛4月{n}日电）" for n in range(1, 9)]

    assert len(read("\n".join([HANS, *sources]))[0].records) == 1


@pytest.mark.parametrize(("first", "second"), [(HANS, ENGLISH), (FRENCH, HANT), (ENGLISH, FRENCH)])
def test_language_versions_are_records(first: str, second: str) -> None:
    source = f"{first * 3}\n\nOther version\n\n{second * 3}"

    document, passages = read(source)

    assert [record.language for record in document.records] == [
        passage.language for passage in (passages[0], passages[-1])
    ]
    assert len({record.language for record in document.records}) == 2


def test_a_quotation_in_another_language_is_no_version() -> None:
    document, _ = read(f"{HANS * 4}\n\n“To the lighthouse”\n\n{HANS * 4}")

    assert len(document.records) == 1


def test_both_scripts_of_chinese_are_one_language_for_records() -> None:
    document, _ = read(f"{HANS * 4}\n\n{HANT * 4}")

    assert len(document.records) == 1


def test_articles_of_an_agency_on_one_page_are_records() -> None:
    source = (
        f"新华社海岛4月28日电（记者灯明）{HANS}\n{HANS}\n"
        f"岛上新貌\n——灯塔修缮完成\n{HANS}\n"
        f"LIGHTHOUSE BAY, May 3 (Reuters) - {ENGLISH}\n{ENGLISH}"
    )

    document, _ = read(source)

    starts = [source[record.start :][:4] for record in document.records]
    assert starts == ["新华社海", "岛上新貌", "LIGH"]


def test_what_the_format_calls_a_record_is_one_and_keeps_its_date() -> None:
    source = f"{HANS}\n\n{FRENCH}"
    second = source.index(FRENCH)

    document, passages = read(
        source, Heading(0, "灯塔", ""), Heading(second, "Phare", "3 mai 2019")
    )

    assert [(one.start, one.title, one.date) for one in document.records] == [
        (0, "灯塔", ""),
        (second, "Phare", "2019-05-03"),
    ]
    assert [(one.title, one.date) for one in passages] == [("灯塔", ""), ("Phare", "2019-05-03")]


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.docx", "a.html", "a.xlsx"])
def test_rows_and_paragraphs_of_like_width_are_not_joined(name: str) -> None:
    lines = [f"Lighthouse of {name}, {n} metres, lit in {1800 + n}" for n in range(30, 60)]
    source = "\n\n".join(lines)

    view = reading_view(SourceFile(name, "0", Loaded(source)))

    assert view.text == source


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2019年4月25日", "2019-04-25"),
        ("2019-04-25 09:00", "2019-04-25"),
        ("le 1er mai 2017", "2017-05-01"),
        ("14 August 2023", "2023-08-14"),
        ("August 14, 2023", "2023-08-14"),
        ("Aug. 14, 2023", "2023-08-14"),
        ("25 décembre 1999", "1999-12-25"),
        ("2019-13-45", ""),
        ("2019年", ""),
        ("April 25", ""),
        ("12019-04-25", ""),
    ],
)
def test_dates_of_four_languages_become_iso(text: str, date: str) -> None:
    assert first_date(text) == date


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("发布时间:2020-01-19 | 来源:中国网", "2020-01-19"),
        ("Published: 14 May 2017", "2017-05-14"),
        ("Publié le 14 mai 2017", "2017-05-14"),
        ("14 mai 2017", "2017-05-14"),
        ("October 17, 2023 - The minister met the delegation of the island on its arrival.", "2023-10-17"),
        ("灯塔于2017年5月14日至15日举行了开放日活动，吸引了许多来自岛外的游客。", ""),
        ("The first forum was held on May 14, 2017 in the harbour hall of the island.", ""),
        ("By Ann Lee, 3 May 2019", "2019-05-03"),
        ("Par Ève Le Goff, le 3 mai 2019 à 14h30", "2019-05-03"),
        ("作者：林大明 2019年4月25日", "2019-04-25"),
        ("2019-04-25 09:00:12 来源：海岛日报", "2019-04-25"),
        ("2019年4月25日，新桥通车。", ""),
        ("14 mai 2017, ouverture du port", ""),
        ("Date limite : 3 mai 2024", ""),
        ("Born on 3 May 1950", ""),
        ("时间：2019年4月25日\n地点：海岛图书馆", ""),
        ("The keeper has lived here since 1998.", ""),
    ],
)  # fmt: skip
def test_only_a_date_that_a_text_gives_itself_is_its_date(head: str, date: str) -> None:
    assert stated_date(head) == date


@pytest.mark.parametrize(
    ("source", "view"),
    [
        ("您的位置: 首页 > 新时代外交\n\n灯塔", "\n\n灯塔"),
        ("Accueil > Phares > Île\nLe phare", "\nLe phare"),
        ("灯塔建成。网页链接 海岛电视台的微博视频", "灯塔建成。 "),
        ("灯塔建成。海岛电视台的微博视频 \n渔船", "灯塔建成。\n渔船"),
        ("灯塔&gt;&gt;网页链接", "灯塔"),
        ("灯塔建成。相关稿件阅读↓↓渔港开放&gt;&gt;网页链接渔船出海&gt;&gt;网页链接", "灯塔建成。"),
        ("灯塔的微博视频拍得很好。", "灯塔的微博视频拍得很好。"),
        ("灯塔建成。海岛电视台的微博视频网页链接", "灯塔建成。"),
        ("灯塔建成。展开全文c\n灯塔建成… 展开", "灯塔建成。\n灯塔建成… "),
        ("灯塔修缮全面展开\n渔网收起", "灯塔修缮全面展开\n渔网收起"),
        ("home is where the heart is", "home is where the heart is"),
        ("a >> 2 is a shift", "a >> 2 is a shift"),
    ],
)
def test_residue_is_left_out_and_nothing_else(source: str, view: str) -> None:
    assert reading_view(SourceFile("a.txt", "0", Loaded(source))).text.strip() == view.strip()
