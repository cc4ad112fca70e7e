"""Files in SQuAD's layout: what is read from them, and one line for what is not one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.errors import CitedQAError
from qa.evaluation.question_sets import read_set


def paragraph(text: str, *qas: tuple[str, str, list[str]]) -> dict[str, object]:
    asked = [
        {"id": key, "question": question, "answers": [{"text": one, "answer_start": text.find(one)} for one in answers]}
        for key, question, answers in qas
    ]  # fmt: skip
    return {"context": text, "qas": asked}


def test_paragraphs_questions_and_articles_keep_their_order(tmp_path: Path) -> None:
    file = tmp_path / "phares.json"
    content = {"data": [
        {"title": "Phare", "paragraphs": [
            paragraph("\ufeffLe phare fut allumé en 1887.", ("a", "Quand fut-il allumé ?", ["1887", "en 1887"])),
            paragraph("Il est haut de 32 mètres.", ("b", "Qui l’a bâti ?", [])),
        ]},
        {"paragraphs": [paragraph("灯塔高三十二米。", ("c", "灯塔有多高？", ["三十二米"]))]},
    ]}  # fmt: skip
    file.write_text(json.dumps(content, ensure_ascii=False), "utf-8")

    questions = read_set(file)

    assert questions.name == "phares.json"
    assert [(one.text, one.article) for one in questions.paragraphs] == [
        ("Le phare fut allumé en 1887.", "Phare"),
        ("Il est haut de 32 mètres.", "Phare"),
        ("灯塔高三十二米。", "1"),
    ]
    assert [(one.key, one.paragraph, one.answers) for one in questions.questions] == [
        ("a", 0, ("1887", "en 1887")),
        ("b", 1, ()),
        ("c", 2, ("三十二米",)),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not JSON",
        b"[]",
        b"5",
        b'{"questions": []}',
        b'{"data": []}',
        b'{"data": 7}',
        b'{"data": ["article"]}',
        b'{"data": [{"title": "a"}]}',
        b'{"data": [{"paragraphs": [{"qas": []}]}]}',
        b'{"data": [{"paragraphs": [{"context": "a", "qas": []}]}]}',
        b'{"data": [{"paragraphs": [{"context": "a", "qas": [{"id": 1, "question": "b?"}]}]}]}',
        b'{"data": [{"paragraphs": [{"context": "a", "qas": null}]}]}',
        "Öffnungszeiten".encode("latin-1") * 1000,
        "灯塔".encode("utf-16"),
    ],
)
def test_what_is_no_question_set_is_said_in_one_short_line(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "set.json"
    file.write_bytes(content)

    with pytest.raises(CitedQAError) as caught:
        read_set(file)

    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CitedQAError, match="No such file"):
        read_set(tmp_path / "nowhere.json")
