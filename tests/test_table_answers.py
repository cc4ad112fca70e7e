"""A question on a table is answered by the cell of its row and column, cited with both."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest

from page.answer_html import rendered
from page.conversation import _answer
from qa.presentation import places
from qa.service import Service
from tests.conftest import built, built_of

pytestmark = pytest.mark.model

TABLES = {
    "fares.csv": "Line,Season,Adult,Bicycle\nOuessant,summer,12 €,5 €\nOuessant,winter,8 €,3 €\n"
    "Molène,summer,11 €,6 €\nMolène,winter,7 €,2 €\n",
    "dépenses.csv": ";2022;2023\nPersonnel;1 240;1 310\nEntretien du phare;85;92\nTotal;1 325;1 402\n",
    "staff.csv": "Name,Role,Phone\nAda Le Goff,keeper,4471\nJean Marec,pilot,4470\n",
    "收费.csv": "代码,收费项目,单价\n21,船票,35 元\n22,行李寄存,8 元\n23,自行车托运,12 元\n",
}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return built_of(TABLES, tmp_path_factory.mktemp("tables"))


@pytest.mark.parametrize(
    ("question", "quote", "short", "column"),
    [
        (
            "What does a bicycle cost to Molène in winter?",
            "Molène,winter,7 €,2 €",
            "2 €",
            "Bicycle",
        ),
        (
            "What does an adult pay to Ouessant in summer?",
            "Ouessant,summer,12 €,5 €",
            "12 €",
            "Adult",
        ),
        (
            "Quel était le montant de l’entretien du phare en 2023 ?",
            "Entretien du phare;85;92",
            "92",
            "2023",
        ),
        ("行李寄存的单价是多少？", "22,行李寄存,8 元", "8 元", "单价"),
        ("What is Jean Marec's phone number?", "Jean Marec,pilot,4470", "4470", "Phone"),
    ],
)
def test_the_cell_of_the_named_row_and_column_answers(
    service: Service, question: str, quote: str, short: str, column: str
) -> None:
    answer = service.engine().ask(question)

    assert not answer.declined
    first = answer.citations[0]
    assert (first.quote, answer.short_answer) == (quote, short)
    assert first.table is not None
    assert first.table.column == column
    assert TABLES[first.document][first.start : first.end] == quote


@pytest.mark.parametrize(
    "question",
    [
        "What does a bicycle cost to Sein in winter?",
        "What is Yann Kerbrat's phone number?",
        "Quel était le montant de l’entretien du phare en 2019 ?",
    ],
)
def test_what_no_row_or_column_is_called_is_not_answered_by_another(
    service: Service, question: str
) -> None:
    assert not service.engine().ask(question).answered


def test_a_row_is_shown_under_its_header_and_placed_by_row_and_column(service: Service) -> None:
    answer = service.engine().ask("What does a bicycle cost to Molène in winter?")

    page = rendered(answer)
    assert '<th scope="col">Bicycle</th>' in page
    assert "<td><mark>2 €</mark></td>" in page
    assert places(answer.citations[0], "fr") == ["ligne 5", "colonne « Bicycle »"]


def test_a_kept_answer_from_a_table_is_the_same_again(service: Service) -> None:
    answer = replace(service.engine().ask("行李寄存的单价是多少？"), explanation=None)

    again = _answer(answer.kept())

    assert asdict(again) == asdict(answer)


def test_what_one_row_shows_of_hostile_names_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    text = 'Port,<img src=x onerror=alert(1)>\n"<script>Brest</script>",37\n'
    (tmp_path / "corpus" / "a.csv").write_text(text, "utf-8", newline="")

    answer = built(tmp_path / "corpus", tmp_path).engine().ask("Port Brest img src alert?")

    assert "<script>" not in rendered(answer)
    assert "<img" not in rendered(answer)
