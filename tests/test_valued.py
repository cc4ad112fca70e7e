"""Sources that state different values of the same thing stand side by side, and no others."""

from __future__ import annotations

import pytest

from page.answer_html import rendered
from page.conversation import Turn, restored, saved
from qa.engine import Engine
from tests.conftest import built_of

pytestmark = pytest.mark.model

# Two reports on one fair that count its visitors differently, and what else they count.
DOCUMENTS = {
    "evening.txt": "The kite fair of Port Clement drew nearly 5,000 visitors this year. "
    "Its jury had 38 members.\n",
    "morning.txt": "The kite fair of Port Clement drew more than 6,000 visitors this year. "
    "Twelve bands played.\n",
    "soir.txt": "La foire aux confitures de Saint-Malo a accueilli près de 800 exposants.\n",
    "matin.txt": "La foire aux confitures de Saint-Malo a accueilli plus de 1 200 exposants.\n",
    "甲.txt": "临江灯会今年共有近5000名游客参加。灯会评委有38位。\n",
    "乙.txt": "临江灯会今年共有6000余名游客参加。灯会有12支乐队演出。\n",
    "丙.txt": "東港書展今年吸引了約兩百位作家參加。\n",
    "丁.txt": "東港書展今年吸引了四百多位作家參加。\n",
    # The same in other words; what is alike and another matter.
    "戊.txt": "南江书展共有三千余名读者参加。\n",
    "己.txt": "南江书展共有近九百名读者到场。\n",
    "old.txt": "The old mill employs 40 workers.\n",
    "new.txt": "The new mill employs 900 workers.\n",
    "vieux.txt": "Le vieux moulin emploie 70 ouvriers.\n",
    "neuf.txt": "Le moulin neuf emploie 800 ouvriers.\n",
    "厂.txt": "奋进公司聘用了三百名工人。\n",
    "厂二.txt": "奔腾公司聘用了八百名工人。\n",
    "春.txt": "春季花展展出了三千盆蘭花。\n",
    "秋.txt": "秋季花展展出了八千盆蘭花。\n",
    # A number in figures and in words; a noun that is not counted before the one that is.
    "choir-1.txt": "57 singers joined the winter choir of Hollin.\n",
    "choir-2.txt": "Forty-two singers joined the winter choir of Hollin.\n",
    "choeur-1.txt": "Au bal d'hiver de Trémel, 57 danseurs se sont inscrits.\n",
    "choeur-2.txt": "Au bal d'hiver de Trémel, quarante-deux danseurs se sont inscrits.\n",
    "合唱一.txt": "西湾冬季合唱团共有57名歌手参加。\n",
    "合唱二.txt": "西湾冬季合唱团共有四十二名歌手参加。\n",
    # Another edition than the one that is asked about.
    "regatta-1.txt": "The first regatta of Orle drew 300 boats.\n",
    "regatta-2.txt": "The second regatta of Orle drew 700 boats.\n",
    # Years in which it was said, and one source in another language.
    "pier-1.txt": "2011-05-02\n\nThe pier of Lowmere is about 240 metres long.\n",
    "pier-2.txt": "2016-09-10\n\nThe pier of Lowmere is 310 metres long.\n",
    "pier-3.txt": "La jetée de Lowmere mesure près de 520 mètres de long.\n",
    "pier-4.txt": "2013-01-01\n\nThe pier of Lowmere is 243 metres long.\n",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return built_of(DOCUMENTS, tmp_path_factory.mktemp("valued")).engine()


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("How many visitors came to the kite fair of Port Clement?", {"5,000", "6,000"}),
        ("Combien d’exposants la foire de Saint-Malo a-t-elle accueillis ?", {"800", "1 200"}),
        ("临江灯会今年有多少游客参加？", {"5000", "6000"}),
        ("東港書展今年有多少作家參加？", {"兩百", "四百"}),
        ("南江书展有多少读者参加？", {"三千", "九百"}),
        ("How many singers joined the winter choir of Hollin?", {"57", "Forty-two"}),
        (
            "Combien de danseurs se sont inscrits au bal d'hiver de Trémel ?",
            {"57", "quarante-deux"},
        ),
        ("西湾冬季合唱团有多少歌手参加？", {"57", "四十二"}),
        ("西灣冬季合唱團有多少歌手參加？", {"57", "四十二"}),
    ],
)
def test_what_two_sources_count_differently_stands_side_by_side(
    engine: Engine, question: str, values: set[str]
) -> None:
    answer = engine.ask(question)

    assert len(answer.values) == 2
    assert all(any(value in each.value for each in answer.values) for value in values)
    for each in answer.values:
        for citation in each.citations:
            source = DOCUMENTS[citation.document]
            assert source[citation.start : citation.end] == citation.quote
    assert "cq-values" in rendered(answer, "t")


@pytest.mark.parametrize(
    "question",
    [
        "How many workers does the old mill employ?",
        "How many workers does the new mill employ?",
        "Combien d’ouvriers le vieux moulin emploie-t-il ?",
        "奋进公司聘用了多少名工人？",
        "奔腾公司聘用了多少名工人？",
        "秋季花展展出了多少盆蘭花？",
        "How many boats did the first regatta of Orle draw?",
    ],
)
def test_the_same_of_another_matter_does_not_stand_beside_it(engine: Engine, question: str) -> None:
    answer = engine.ask(question)

    assert answer.kind == "quote"
    assert answer.values == ()
    assert not answer.conflict


def test_sources_in_two_languages_stand_newest_first_and_those_that_agree_together(
    engine: Engine,
) -> None:
    answer = engine.ask("How long is the pier of Lowmere in metres?", top_k=1)

    assert [[cited.date for cited in each.citations] for each in answer.values] == [
        ["2016-09-10"],
        ["2013-01-01", "2011-05-02"],
        [None],
    ]
    assert [each.value for each in answer.values] == [
        "310 metres",
        "243 metres",
        "près de 520 mètres",
    ]
    assert answer.conflict
    assert len(answer.citations) == 1


def test_figures_of_other_things_do_not_stand_beside_it(engine: Engine) -> None:
    answer = engine.ask("How many members did the jury of the kite fair have?")

    assert answer.values == ()
    assert not answer.conflict


def test_the_conversation_keeps_who_says_what(engine: Engine) -> None:
    answer = engine.ask("临江灯会今年有多少游客参加？")

    (turn,) = restored(saved([Turn("临江灯会", answer)]))

    assert turn.answer
    assert turn.answer.values == answer.values
    assert answer.as_json()["values"][0]["citations"][0]["quote"]
