"""Sources that state different values on one matter stand side by side, whatever their language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.terminal import shown
from language.languages import LANGUAGES
from language.phrases import phrase
from page.answer_html import rendered
from page.conversation import Turn, restored, saved
from qa.answers import Answer
from qa.service import Service
from tests.conftest import built

pytestmark = pytest.mark.model

FILES = {
    # One matter in four languages.
    "fair-early.txt": "2011-05-02\n\nThe harbour fair of Lowmere drew about 1,500 visitors.\n",
    "fair-late.txt": "2016-09-10\n\nThe harbour fair of Lowmere drew nearly 5,000 visitors.\n",
    "fair.txt": "The harbour fair of Lowmere drew about 6,000 visitors.\n",
    "foire.txt": "La foire du port de Lowmere a attiré plus de 8 000 visiteurs.\n",
    "pont.txt": "Le pont de Kerlan mesure environ 240 mètres de long.\n",
    "pont-guide.txt": "Le pont de Kerlan mesure 310 mètres de long.\n",
    "灯会.txt": "青河灯会今年吸引了6000余名游客。\n",
    "灯会二.txt": "青河灯会今年吸引了近5000名游客。\n",
    "龍舟.txt": "白沙島龍舟賽共有三百餘名選手參加。\n",
    "龍舟二.txt": "白沙島龍舟賽共有約480名選手參加。\n",
    # Alike, and of other matters.
    "mill.txt": "The old mill of Ashby employs 40 workers.\n",
    "quarry.txt": "The slate quarry of Denholm employs 900 workers.\n",
    "小学.txt": "红星小学有学生三百二十人。\n",
    "小学二.txt": "育才小学有学生九百一十人。\n",
}  # fmt: skip
SAME = [
    ("How many visitors did the harbour fair of Lowmere draw?", {"1,500", "5,000", "6,000"}),
    ("Combien de mètres mesure le pont de Kerlan ?", {"240", "310"}),
    ("青河灯会今年吸引了多少名游客？", {"6000余名", "近5000名"}),
    ("白沙島龍舟賽有多少名選手參加？", {"三百餘名", "約480名"}),
]
APART = [
    "How many workers does the old mill of Ashby employ?",
    "How many workers does the slate quarry of Denholm employ?",
    "红星小学有多少学生？",
    "育才小学有多少学生？",
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("valued") / "corpus"
    folder.mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def service(corpus: Path) -> Service:
    return built(corpus, corpus.parent)


def told(answer: Answer) -> list[str]:
    return [value.value for value in answer.values]


@pytest.mark.parametrize(("question", "values"), SAME)
def test_different_values_of_one_matter_stand_side_by_side(
    service: Service, question: str, values: set[str]
) -> None:
    answer = service.engine().ask(question, top_k=1)

    assert all(any(each in worded for worded in told(answer)) for each in values), told(answer)
    assert answer.conflict
    assert len(answer.citations) == 1


@pytest.mark.parametrize("question", APART)
def test_values_of_different_matters_are_not_put_together(service: Service, question: str) -> None:
    answer = service.engine().ask(question)

    assert answer.kind == "quote"
    assert answer.values == ()
