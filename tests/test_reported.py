"""Who is asked what they said is quoted, and so is who reports it, in four languages."""

from __future__ import annotations

import pytest

from language.languages import KNOWN
from language.talking import asked_of_people
from qa.answers import Answer
from qa.persons import compiled, folded
from qa.service import Service
from tests.conftest import built_of

FILES = {
    "guild.md": (
        "# Bakers' guild, 3 May 2024\n\nPresent: Edda Lorne (warden), Piet Oster (treasurer).\n\n"
        "1. Oven. Edda said that the large oven smokes. Piet reported a loss of 90 crowns. "
        "According to Edda, the chimney is blocked.\n\n"
        "2. Fair. Piet Oster asked whether the fair could be held in June.\n"
    ),
    "chat.txt": (
        "[12/05/2024, 18:02] Edda: The oven is cold today.\n"
        "[13/05/2024, 07:41] Piet Vaal: I sold the old scales.\n"
        "[14/05/2024, 08:00] Edda: Bring flour.\n"
        "[15/05/2024, 09:00] Piet Vaal: The flour is here.\n"
    ),
    "talk.txt": (
        "A talk with the keeper, 2019\n\nReporter: Is it cold?\nOdo Brill: In winter, yes. I burn peat.\n"
        "Reporter: And in summer?\nOdo Brill: I swim.\n"
    ),
    "gazette.txt": (
        "The Sandwick Gazette. The mayor, Ilse Thorn, told us that the pier would close. "
        "“It leans,” she said. The baker laughed. Later Thorn promised a new one.\n"
    ),
    "seance.md": (
        "Présents : Maude Quéré (maire), Yves Lagadec.\n\nMaude Quéré a déclaré que la digue tiendrait. "
        "Selon Yves Lagadec, elle fuit déjà. Il a ajouté que l'eau monte.\n"
    ),
    "entretien.md": (
        "**Question :** Depuis quand ?\n**Luce Abadie :** Depuis 1990. J'avais dix ans.\n"
        "**Question :** Où ?\n**Luce Abadie :** À Brest.\n"
    ),
    "会议.txt": "出席：村长史国安、会计袁小梅。\n\n史国安说，水井要加深。袁小梅认为费用太高。她还建议先修路。\n",
    "會議.txt": "副里長高文表示，里民很多。里長簡玉蘭表示，公園需要新的路燈。居民柯大年抱怨路燈太暗。\n",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return built_of(FILES, tmp_path_factory.mktemp("reported"))


def asked(service: Service, question: str) -> Answer:
    return service.engine().ask(question)


@pytest.mark.model
@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        (
            "What did Edda say about the oven?",
            ["Edda said that the large oven smokes.", "The oven is cold today."],
        ),
        ("What did Edda write about the oven?", ["The oven is cold today."]),
        ("What did Edda say in the chat?", ["The oven is cold today.", "Bring flour."]),
        (
            "What did Edda say at the meeting?",
            ["Edda said that the large oven smokes.", "According to Edda, the chimney is blocked."],
        ),
        (
            "What did Piet Oster say?",
            [
                "Piet reported a loss of 90 crowns.",
                "Piet Oster asked whether the fair could be held in June.",
            ],
        ),
        ("What did Piet Vaal say?", ["I sold the old scales.", "The flour is here."]),
        (
            "What did Odo Brill say?",
            ["Odo Brill: In winter, yes. I burn peat.", "Odo Brill: I swim."],
        ),
        (
            "What did the mayor say?",
            [
                "The mayor, Ilse Thorn, told us that the pier would close. “It leans,” she said.",
                "Later Thorn promised a new one.",
            ],
        ),
        (
            "Qu'a dit Yves Lagadec ?",
            ["Selon Yves Lagadec, elle fuit déjà. Il a ajouté que l'eau monte."],
        ),
        (
            "Qu'a dit Luce Abadie ?",
            ["Luce Abadie :** Depuis 1990. J'avais dix ans.", "Luce Abadie :** À Brest."],
        ),
        (
            "what did odo brill say",
            ["Odo Brill: In winter, yes. I burn peat.", "Odo Brill: I swim."],
        ),
        (
            "What did Ilse Thorn say?",
            [
                "The mayor, Ilse Thorn, told us that the pier would close. “It leans,” she said.",
                "Later Thorn promised a new one.",
            ],
        ),
        ("里長說了什麼？", ["里長簡玉蘭表示，公園需要新的路燈。"]),
        ("村长说了什么？", ["史国安说，水井要加深。"]),
        ("袁小梅说了什么？", ["袁小梅认为费用太高。她还建议先修路。"]),
        ("簡玉蘭說了什麼？", ["里長簡玉蘭表示，公園需要新的路燈。"]),
    ],
)
def test_what_somebody_posted_and_what_others_report_is_quoted(
    service: Service, question: str, quotes: list[str]
) -> None:
    answer = asked(service, question)

    assert answer.kind == "posts"
    assert sorted(each.quote for each in answer.citations) == sorted(quotes)
    for citation in answer.citations:
        document = service.generation.source(citation.document)
        assert document is not None
        assert document.source[citation.start : citation.end] == citation.quote


@pytest.mark.model
def test_reports_by_the_verb_of_the_question_stand_before_posts(service: Service) -> None:
    answer = asked(service, "What did Piet report?")

    assert answer.citations[0].quote == "Piet reported a loss of 90 crowns."


@pytest.mark.model
@pytest.mark.parametrize(
    "question",
    ["What did Edda say about the railway?", "What did Edda say in the chat about the moon?"],
)
def test_only_where_neither_speaks_of_it_the_answer_is_no(service: Service, question: str) -> None:
    answer = asked(service, question)

    assert answer.declined
    assert answer.reply


@pytest.mark.parametrize(
    ("question", "by", "about", "how", "within"),
    [
        ("What did Edda propose?", "Edda", "", "propose", ""),
        ("What did the warden write?", "warden", "", "", "wrote"),
        ("What did Edda post in the group about the fair?", "Edda", "fair", "", "posts"),
        ("What did Edda say about the fair in the minutes?", "Edda", "fair", "", "reports"),
        ("Qu'a dit la maire de la digue ?", "maire", "digue", "", ""),
        ("Qu'a écrit Maude dans le groupe ?", "Maude", "", "", "posts"),
        ("村长在会议上说了什么？", "村长", "", "", "reports"),
        ("史國安對水井說了什麼？", "史國安", "水井", "", ""),
        ("史国安在群里说了什么？", "史国安", "", "", "posts"),
    ],
)
def test_a_question_tells_whom_what_how_and_where(
    question: str, by: str, about: str, how: str, within: str
) -> None:
    told = asked_of_people(question)

    assert told is not None
    assert (told.by, told.target, told.how, told.within) == (by, about, how, within)


@pytest.mark.parametrize(
    ("language", "name", "sentence", "says"),
    [
        ("en", "Edda", "Edda, who bakes, later said no.", True),
        ("en", "Edda", "“No,” said the old baker Edda.", True),
        ("en", "Edda", "Piet told Edda that it rained.", False),
        ("en", "Edda", "Edda bakes bread.", False),
        ("fr", "Yves", "Yves s'est plaint du bruit.", True),
        ("fr", "Yves", "« Non », a répondu Yves.", True),
        ("fr", "Yves", "Yves habite ici.", False),
        ("zh", "袁小梅", "会计袁小梅在会上强调，钱不够。", True),
        ("zh", "柯大年", "居民柯大年抱怨路燈太暗。", True),
        ("zh", "袁小梅", "袁小梅住在河边。", False),
    ],
)
def test_a_language_says_how_it_reports(
    language: str, name: str, sentence: str, says: bool
) -> None:
    rules = KNOWN[language].reports
    assert rules is not None
    text = folded(sentence)
    start = sentence.index(name)
    behind = compiled(rules.says).match(text, start + len(name))
    before = compiled(rules.said_by).search(text[:start])

    assert (bool(behind) or bool(before)) is says
