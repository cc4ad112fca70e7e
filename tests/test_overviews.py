"""Which documents an overview is of, which sentences are main ones; without any model."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Passage, Record
from corpus.view import View
from index.passage_index import DocumentRecord, Filter, Outline, PassageRecord
from language.sentences import sentence_spans
from language.talking import heard
from language.values.figures import figures, ordinals
from qa.overviews.centrality import centrality, diverse
from qa.overviews.key_sentences import _is_statement, key_sentences
from qa.overviews.meant import Meant, meant
from qa.overviews.overview import of_edition

OUTLINES = [
    Outline("en/charter.txt", "Harbour Charter", "en", (Record(0, "Harbour Charter", "en", "1902-05-01"),), 3),
    Outline("fr/phare.txt", "Le phare de Pen-Men", "fr", (Record(0, "Le phare", "fr", ""),), 0),
    Outline("zh/lamps.txt", "南山灯会参观须知", "zh-Hans", (Record(0, "灯会", "zh-Hans", ""),), 0),
    Outline("zh/tea.txt", "茶馆指南", "zh-Hans", (Record(0, "茶馆指南", "zh-Hans", "2019-03-02"),), 0),
]  # fmt: skip


def asked(question: str, among: Filter | None = None) -> Meant | None:
    said = heard(question)
    assert said is not None
    return meant(said, OUTLINES, among)


@pytest.mark.parametrize(
    ("question", "among"),
    [
        ("summarise the documents", None),
        ("what is this about?", None),
        ("总结一下", None),
        ("de quoi parlent ces documents ?", None),
        ("summarise the French document", Filter(languages=("fr",))),
        ("résume le document français", Filter(languages=("fr",))),
        ("總結法文文件", Filter(languages=("fr",))),
        ("what are the texts in Chinese about?", Filter(languages=("zh",))),
        ("summarise charter.txt", Filter(paths=("en/charter.txt",))),
        ("summarise the charter document", Filter(paths=("en/charter.txt",))),
        ("Summarise “Harbour Charter”", Filter(paths=("en/charter.txt",))),
        ("résume « Le phare de Pen-Men »", Filter(paths=("fr/phare.txt",))),
        # Regulations are a document, though nothing else says so.
        ("灯会须知讲了什么？", Filter(paths=("zh/lamps.txt",))),
        ("燈會須知在說什麼？", Filter(paths=("zh/lamps.txt",))),
        ("总结“茶馆指南”", Filter(paths=("zh/tea.txt",))),
        ("summarise the documents from 2019", Filter(since="2019", until="2019")),
        ("résume les documents de mai 1902", Filter(since="1902-05", until="1902-05")),
    ],
)
def test_documents_are_meant_by_language_title_file_or_date(
    question: str, among: Filter | None
) -> None:
    assert asked(question) == Meant(among)


def test_a_subject_is_meant_where_no_document_is() -> None:
    assert asked("summarise the storm of 1911") == Meant(None, "the storm of 1911")
    assert asked("总结一下中国的灯塔") == Meant(None, "中国的灯塔")


@pytest.mark.parametrize("question", ["What is the storm about?", "习近平讲了什么？"])
def test_what_something_else_is_about_is_a_question_to_the_documents(question: str) -> None:
    assert asked(question) is None


def test_a_language_outside_of_what_is_asked_is_none() -> None:
    only = Filter(languages=("fr",))

    assert asked("summarise the English document", only) == Meant(only, none=True)
    assert asked("summarise the charter document", Filter(paths=("en",))) == Meant(
        Filter(paths=("en/charter.txt",))
    )


def passages(*texts: str, path: str = "a.txt") -> list[PassageRecord]:
    document = DocumentRecord(path, "00", path, "en")
    return [
        PassageRecord(at, document, Passage(View.of(text), tuple(sentence_spans(text, "en")), "en", "T"))
        for at, text in enumerate(texts)
    ]  # fmt: skip


def alike_rows(count: int) -> np.ndarray:
    return np.full((count, 4), 0.5, np.float32)


def even(terms: object) -> dict[str, float]:
    return dict.fromkeys(list(terms), 1.0)  # type: ignore[call-overload]


def test_headings_questions_addresses_and_scraps_are_no_main_sentences() -> None:
    records = passages(
        "Opening hours of the harbour office and of the old town library",
        "Who would rather open the harbour office before nine in the morning? The harbour office"
        " opens at nine in the morning on every working day.",
        "See https://example.org/harbour for the opening hours of the harbour office today.",
        "Menu | Home » News » Harbour office » Opening hours » Contact the office here.",
        "It opens.",
    )

    chosen = key_sentences(records, alike_rows(5), 6, even)

    assert [one.text for one in chosen] == [
        "The harbour office opens at nine in the morning on every working day."
    ]


def test_what_says_the_same_is_said_once_and_in_the_order_of_the_text() -> None:
    first = "The old bridge over the river was closed after the flood of that winter."
    again = "After the flood of that winter the old bridge over the river was closed."
    other = "The ferry has carried passengers and small cars across the river ever since."
    records = passages(f"{other} {first}", again)

    chosen = key_sentences(records, np.eye(2, 4, dtype=np.float32), 2, even)

    texts = [one.text for one in chosen]
    assert texts[0] == other
    assert texts[1:] in ([first], [again])


@pytest.mark.parametrize(
    ("topic", "kept"),
    [
        ("the second fair", ["The second fair met at the quay.", "Ninety boats came."]),
        ("the first fair", ["The first fair met in the hall.", "Forty boats came."]),
        ("la deuxième foire", ["The second fair met at the quay.", "Ninety boats came."]),
        ("the fifth fair", []),
    ],
)
def test_of_an_edition_only_what_stands_where_it_was_spoken_of_last(
    topic: str, kept: list[str]
) -> None:
    text = (
        "Fairs are held at Orle. The first fair met in the hall. Forty boats came. "
        "The second fair met at the quay. Ninety boats came."
    )
    (record,) = passages(text)
    spans = of_edition(record.passage, ordinals(figures(topic)))

    assert [record.passage.text[slice(*span)].strip() for span in spans] == kept


def test_short_rules_under_headings_are_summarised_sentence_by_sentence() -> None:
    text = "Fees\n\nThe fee is 120 euros.\n\nBoats\n\nThe club has 14 boats. Dogs stay ashore."
    records = passages(text)
    chosen = key_sentences(records, alike_rows(1), 3, even)

    assert [one.text.strip() for one in chosen] == [
        "The fee is 120 euros.",
        "The club has 14 boats.",
        "Dogs stay ashore.",
    ]


def test_a_table_without_a_sentence_is_summarised_by_its_rows() -> None:
    assert (
        len(
            key_sentences(
                passages("Berths: 12", "Cranes: 3"), np.eye(2, 4, dtype=np.float32), 6, even
            )
        )
        == 2
    )
    assert key_sentences([], alike_rows(0), 6, even) == []


def test_the_text_that_others_are_like_is_central() -> None:
    alike = np.array([[1.0, 0.8, 0.8], [0.8, 1.0, 0.1], [0.8, 0.1, 1.0]])

    assert int(np.argmax(centrality(alike))) == 0
    assert centrality(np.zeros((3, 3))) == pytest.approx([1 / 3] * 3)
    assert centrality(alike, np.array([0.0, 0.0, 1.0]))[2] > centrality(alike)[2]


def test_no_more_of_a_group_is_chosen_than_may_be() -> None:
    alike = np.eye(4)

    chosen = diverse(np.array([4.0, 3.0, 2.0, 1.0]), alike, 3, ["a", "a", "a", "b"], 2)

    assert chosen == [0, 1, 3]


@given(st.lists(st.lists(st.floats(-1, 1), min_size=3, max_size=3), max_size=6), st.integers(0, 8))
def test_shares_sum_to_one_and_places_are_distinct(rows: list[list[float]], count: int) -> None:
    matrix = np.array(rows).reshape(-1, 3)
    alike = matrix @ matrix.T

    shares = centrality(alike)
    chosen = diverse(shares, alike, count)

    assert (shares >= -1e-9).all()
    assert not len(rows) or shares.sum() == pytest.approx(1)
    assert len(chosen) == len(set(chosen)) == min(count, len(rows))


def test_a_caption_and_a_sentence_that_lost_its_quotation_marks_are_no_statements() -> None:
    caption = (
        "Delegates in the hall\n\nThe conference of the seven towns opened in May on the coast."
    )
    lost = "Build the harbour ?, in which he asked all seven towns to pay for the new lighthouse."

    assert not _is_statement(caption, "en")
    assert not _is_statement(lost, "en")
    assert _is_statement(caption.partition("\n\n")[2], "en")
