"""A file of which something is missing is said to be read in part, with what is missing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from corpus.documents import Document, Kept
from corpus.files import Stamp
from corpus.kept import kept
from corpus.passages import read_document
from index.changes import Changes
from index.status import Row, _rows
from index.store import Store
from index.store_writer import StoreWriter
from language.languages import LANGUAGES
from language.phrases import phrase
from page.documents_table_html import table
from page.looking import Look
from tests.strategies import text_file

SHOWN = "Le phare fut allumé en 1887. Contrat KX-2291.\n灯塔高三十二米，由三名看守人照看。"
STAMP = Stamp(1, 2, 3)


def test_what_is_shown_and_not_read_is_counted_and_named() -> None:
    counted = kept("灯塔高三十二米，由三名看守人照看。\n\nLe phare fut allumé en 1887.", SHOWN)

    assert counted.missing == ("Contrat KX-2291",)
    assert counted.visible - counted.characters == len("ContratKX2291")
    assert counted.in_part


def test_order_and_width_of_characters_are_no_loss() -> None:
    read = "ＫＸ－２２９１ Contrat 照看 看守人三名由 米三十二高灯塔 1887 en fut Le phare allumé."

    assert kept(read, SHOWN).share == 1


def test_what_is_shown_twice_must_be_read_twice() -> None:
    assert kept("Total 42", "Total 42\nTotal 42").share == 0.5


def rows_of(folder: Path, counted: Kept) -> list[Row]:
    _, passages = read_document(text_file("a.txt", "Le phare fut allumé en 1887."))
    document = Document("a.txt", "0", "Le phare fut allumé en 1887.", "Phare", "fr", kept=counted)
    with closing(StoreWriter(folder)) as writer:
        writer.add(document, STAMP, passages)
    with closing(Store(folder)) as store:
        return list(_rows(store, Changes(kept={"a.txt": STAMP})))


@pytest.mark.parametrize("language", LANGUAGES)
def test_status_and_page_say_how_much_was_read_and_what_was_not(
    tmp_path: Path, language: str
) -> None:
    rows = rows_of(tmp_path, Kept(90, 100, ("Contrat <KX-2291>",)))

    assert rows[0].state == "indexed"
    assert rows[0].problem is not None
    told = rows[0].problem.told(language)
    assert "90" in told
    assert "Contrat <KX-2291>" in told
    page = table(rows, (), Look(), language, deletes=False)
    assert phrase("state_in_part", language) in page
    assert "Contrat &lt;KX-2291&gt;" in page


def test_a_file_that_was_read_whole_is_indexed_without_a_word(tmp_path: Path) -> None:
    row = rows_of(tmp_path, Kept(98, 100))[0]

    assert (row.state, row.problem) == ("indexed", None)
