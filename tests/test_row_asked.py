"""A quantity, a price, a place or an owner is asked of a row by its name; in four languages."""

from __future__ import annotations

import pytest

from language.phrases import phrase
from qa.service import Service
from tests.conftest import built_of

pytestmark = pytest.mark.model

FILES = {
    "shed.csv": "thing,shelf,quantity,price (EUR),maker\nSpades,K1,14,22.50,Holm\n"
    "Hose 25 m,K2,5,31.00,Brandt\nBuckets,K7,40,4.10,Holm\n",
    "chat.txt": "03/04/2024, 10:00 - Ida: I saw one red spade behind the hut\n"
    "03/04/2024, 10:04 - Per: ok\n03/04/2024, 10:09 - Ida: it is mine\n",
    "cave.csv": "article;rayon;quantité;prix (EUR);fournisseur\nVerres à pied;B4;120;3,20;Lenoir\n"
    "Carafes;B2;9;17,00;Maison Roy\n",
    "仓库.csv": "物品,货架,数量,单价（元）\n水桶,东三,26,18\n雨伞,西一,75,32\n",
    "倉庫.csv": "器材,地點,件數,負責人\n投影機,三樓,8,康雅婷\n麥克風,地下室,31,石文彬\n",
    "till.csv": "date,shop,seller,amount\n2024-05-01,Quay,Ada Brink,615.20\n"
    "2024-05-02,Mill,Olaf Reed,1320.00\n",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return built_of(FILES, tmp_path_factory.mktemp("asked"))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How many spades are there?", "14"),
        ("How many hoses do we have?", "5"),
        ("how much does a bucket cost?", "4.10"),
        ("Where are the buckets kept?", "K7"),
        ("Who sold for 1320?", "Olaf Reed"),
        ("Combien de carafes y a-t-il ?", "9"),
        ("où sont les carafes ?", "B2"),
        ("雨伞有多少？", "75"),
        ("水桶多少钱", "18"),
        ("麥克風有幾件？", "31"),
        ("投影機在哪裡？", "三樓"),
    ],
)
def test_the_row_that_is_named_answers_with_the_column_of_what_is_asked(
    service: Service, question: str, answer: str
) -> None:
    assert service.engine().ask(question).short_answer == answer


@pytest.mark.parametrize(
    ("question", "speaks"),
    [("How many things are there in total?", "en"), ("一共有多少件物品？", "zh-Hans")],
)
def test_a_total_that_no_row_states_is_said_not_to_be_stated(
    service: Service, question: str, speaks: str
) -> None:
    answer = service.engine().ask(question)
    assert (answer.kind, answer.reply) == ("list", phrase("no_total", speaks))


def test_two_columns_that_are_asked_for_are_shown_as_whole_rows(service: Service) -> None:
    answer = service.engine().ask("List the things and their makers")
    assert [item.quote.split(",")[0] for item in answer.items] == ["Spades", "Hose 25 m", "Buckets"]


@pytest.mark.parametrize(
    "question", ["How many spades are there in Norway?", "How many goats are there?"]
)
def test_a_row_answers_nothing_that_the_table_does_not_say(service: Service, question: str) -> None:
    answer = service.engine().ask(question)
    assert answer.kind != "quote" or answer.short_answer != "14"


def test_the_date_in_the_first_row_is_no_date_of_the_file(service: Service) -> None:
    answer = service.engine().ask("How much did Olaf Reed sell?")
    assert [quote.date for quote in answer.citations if quote.document == "till.csv"] == [None]
