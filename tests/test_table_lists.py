"""The rows of a table that a question asks for, each by its cell; in four languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.answers import Answer
from qa.service import Service
from tests.conftest import built, built_of
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
    "ferries.csv": "Ferry,Built,Berths,Cars,Wheelchairs\nGull,1990,120,40,yes\nTern,2004,300,90,no\n"
    "Heron,2011,300,25,yes\nPlover,2019,80,12,yes\n",
    "quais.csv": "Quai,Longueur,Ouvert\nQuai Nord,120 m,oui\nQuai Sud,80 m,non\nQuai Est,310 m,oui\n",
    "船队.csv": "渡轮,载客量,建造\n海燕号,120,1990\n银鸥号,300,2004\n白鹭号,80,2019\n",
    "lights.csv": "Name,Height (m),First lit,Warden\nNorth Light,41,1868,Ida Vale\n"
    "Grey Light,53,1847,none\nPell Light,19,1921,Dora Finch\nOld Light,33,1812,none\n",
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


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("Which ferries take wheelchairs?", ["Gull", "Heron", "Plover"]),
        ("Which ferries do not take wheelchairs?", []),
        ("Which ferries have more than 100 berths?", ["Gull", "Tern", "Heron"]),
        ("Which ferries were built after 2004?", ["Heron", "Plover"]),
        ("Which ferries were built since 2004?", ["Tern", "Heron", "Plover"]),
        ("Which ferry has the most berths?", ["Tern", "Heron"]),
        ("Which lights have no warden?", ["Grey Light", "Old Light"]),
        ("List the wardens of the lights", ["Ida Vale", "Dora Finch"]),
        ("Which lights are taller than 30 m?", ["North Light", "Grey Light", "Old Light"]),
        ("Quels quais sont ouverts ?", ["Quai Nord", "Quai Est"]),
        ("Quels quais ont une longueur de plus de 100 m ?", ["Quai Nord", "Quai Est"]),
        ("2000年以后建造的渡轮有哪些？", ["银鸥号", "白鹭号"]),
        ("載客量超過100的渡輪有哪些？", ["海燕号", "银鸥号"]),
    ],
)
def test_rows_are_chosen_by_limits_by_yes_and_no_and_by_the_largest_value(
    service: Service, question: str, items: list[str]
) -> None:
    answer = service.engine().ask(question)

    assert listed(answer) == items
    if not items:
        assert [c.table and c.table.cells[0][1] for c in answer.citations[:1]] == ["Tern"]


@pytest.mark.parametrize(
    ("question", "count", "items"),
    [
        ("How many ferries are there?", "4", ["Gull", "Tern", "Heron", "Plover"]),
        ("How many ferries take wheelchairs?", "3", ["Gull", "Heron", "Plover"]),
        ("How many stations are in Zone 1?", "1", ["Chapel"]),
        ("How many buoys are red?", "60", []),
        ("Combien y a-t-il de quais ?", "3", ["Quai Nord", "Quai Sud", "Quai Est"]),
        ("有多少艘渡轮？", "3", ["海燕号", "银鸥号", "白鹭号"]),
    ],
)
def test_rows_that_are_asked_for_by_number_are_counted_and_quoted(
    service: Service, question: str, count: str, items: list[str]
) -> None:
    answer = service.engine().ask(question)

    assert answer.kind == "list"
    assert (answer.reply or "").startswith(count)
    assert (answer.short_answer is None) is (len(items) != 1)  # no row is the number
    assert not items or [item.text for item in answer.items] == items


@pytest.mark.parametrize(
    ("question", "cell", "row"),
    [
        ("Which ferry carries the most cars?", "Tern", 3),
        ("Which ferry has the fewest berths?", "Plover", 5),
        ("Which ferry was built first?", "Gull", 2),
        ("tallest light", "Grey Light", 3),
        ("What is the oldest light?", "Old Light", 5),
        ("Quel quai a la plus grande longueur ?", "Quai Est", 4),
        ("Quel est le quai le plus long ?", "Quai Est", 4),
        ("哪艘渡轮建造最早？", "海燕号", 2),
        ("载客量最多的渡轮是哪艘？", "银鸥号", 3),
    ],
)
def test_the_row_with_the_most_or_least_of_a_column_answers(
    service: Service, question: str, cell: str, row: int
) -> None:
    answer = service.engine().ask(question)

    first = answer.citations[0]
    assert answer.kind == "quote"
    assert answer.short_answer == cell
    assert first.table is not None
    assert first.table.row == row


@pytest.mark.parametrize(
    "question",
    [
        "How many sailors are there?",
        "Which ferry has the most lifeboats?",
        "Who built the Gull?",
    ],
)
def test_no_row_answers_for_sure_what_the_table_does_not_tell(
    service: Service, question: str
) -> None:
    answer = service.engine().ask(question)

    assert answer.kind in ("declined", "possible")


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


def test_rows_that_are_called_alike_and_tell_of_something_else_are_counted_each(
    tmp_path: Path,
) -> None:
    rows = "Item,Size,Season\nOar,long,all year\nOar,short,all year\nSail,small,summer\nAnchor,,all year\n"
    engine = built_of({"store.csv": rows}, tmp_path).engine()

    answer = engine.ask("How many items are available all year?")

    assert [item.quote for item in answer.items] == ["Oar", "Oar", "Anchor"]
