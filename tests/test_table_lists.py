"""The rows of a table that a question asks for, each by its cell; in four languages."""

from __future__ import annotations

import pytest

from qa.answers import Answer
from qa.service import Service
from tests.conftest import built
from tests.makers import xlsx_file

pytestmark = pytest.mark.model

STATIONS = "Station,Zone,Opened\nQuay,2,1902\nChapel,1,1911\nLantern,2,1938\nMill,2,1950\n"
FILES = {
    "stations.csv": STATIONS,
    "produits.html": "<html lang=fr><body><h1>Boutique du port</h1><table><tr><th>Produit</th><th>Prix</th></tr>"
    "<tr><td>Carte marine</td><td>5 €</td></tr><tr><td>Lanterne</td><td>12 €</td></tr>"
    "<tr><td>Corde</td><td>5 €</td></tr></table></body></html>",
    "码头.csv": "码头,区域,建成\n东港,南区,1902\n西港,北区,1911\n石桥港,南区,1938\n",
    "燈塔.csv": "燈塔,顏色,高度\n北岬燈塔,紅色,32 公尺\n白沙燈塔,白色,18 公尺\n雙子燈塔,紅色,25 公尺\n",
    "many.csv": "Buoy,Colour\n"
    + "".join(f"Buoy N{n},{'red' if n % 2 else 'green'}\n" for n in range(120)),
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    folder = tmp_path_factory.mktemp("rows")
    (folder / "corpus").mkdir()
    for name, text in FILES.items():
        (folder / "corpus" / name).write_text(text, "utf-8", newline="")
    rows: list[list[object]] = [
        ["Member", "Role", "Berth"],
        ["Ada Lund", "keeper", 11],
        ["Jean Marec", "pilot", 14],
        ["Rose Tan", "keeper", 17],
    ]
    (folder / "corpus" / "crew.xlsx").write_bytes(xlsx_file(crew=rows))
    return built(folder / "corpus", folder)


def listed(answer: Answer) -> list[str]:
    return [item.text for item in answer.items] if answer.kind == "list" else []


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Which stations are in Zone 2?", ["Quay", "Lantern", "Mill"]),
        ("List the stations", ["Quay", "Chapel", "Lantern", "Mill"]),
        ("List the members", ["Ada Lund", "Jean Marec", "Rose Tan"]),
        ("Quels produits coûtent 5 € ?", ["Carte marine", "Corde"]),
        ("Quels sont les produits ?", ["Carte marine", "Lanterne", "Corde"]),
        ("南区有哪些码头？", ["东港", "石桥港"]),
        ("有哪些码头？", ["东港", "西港", "石桥港"]),
        ("紅色的燈塔有哪些？", ["北岬燈塔", "雙子燈塔"]),
    ],
)
def test_each_row_that_is_asked_for_is_an_item_with_its_own_quote_and_row(
    service: Service, question: str, items: list[str]
) -> None:
    answer = service.engine().ask(question)

    assert listed(answer) == items
    for item in answer.items:
        document = service.generation.source(item.document)
        assert document is not None
        assert document.source[item.start : item.end] == item.quote == item.text
        assert item.table is not None
        assert item.table.column
    rows = [item.table.row for item in answer.items if item.table]
    assert rows == sorted(set(rows))


def test_of_more_than_fifty_rows_the_first_are_shown_and_all_are_counted(service: Service) -> None:
    answer = service.engine().ask("Which buoys are red?")

    assert (len(answer.items), answer.announced) == (50, 60)
    assert answer.items[0].text == "Buoy N1"


@pytest.mark.parametrize(
    "question",
    [
        "Which stations are in Zone 9?",
        "Which stations are accessible by wheelchair?",
        "Which stations in Zone 2 closed after the storm?",
        "Quels produits viennent d'Italie ?",
        "Which keepers left?",
    ],
)
def test_what_the_table_does_not_say_is_no_list_of_its_rows(
    service: Service, question: str
) -> None:
    assert not any(item.table for item in service.engine().ask(question).items)
