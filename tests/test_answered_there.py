"""What a text asks itself, it answers next: frequent questions, interviews."""

from __future__ import annotations

import pytest

from qa.engine import Engine
from tests.conftest import built_of

pytestmark = pytest.mark.model

DOCUMENTS = {
    "ferry.md": """# Ferry to Skarholm

## Can I take my bicycle?

Bicycles travel free on every crossing but the last one of the day.

## Why was the Thursday crossing given up?

Fewer than nine passengers used it on average, and the wharf at Ness silts up.

## How early must I be at the quay?

Twenty minutes; with a car, forty.
""",
    "luthier.txt": """Rencontre avec Solène Kerbrat, luthière

Depuis quand fabriquez-vous des violons ?
J'ai ouvert mon atelier en 1998, après six ans chez un maître de Crémone.

Qu'est-ce qui vous a donné envie de ce métier ?
Un violoncelle fendu trouvé dans le grenier de ma grand-mère.

Combien d'instruments sortent de votre atelier chaque année ?
Quatre ou cinq, jamais plus.
""",
    "图书证.txt": """读者服务常见问题

读者证丢了怎么办？
请立即到总服务台挂失，补办工本费十五元。

为什么阅览室不能带饮料？
去年有两架古籍被咖啡泡坏，此后一律不准带入。

外地人可以办证吗？
凭居住证即可办理，押金一百元。
""",
    "茶園.txt": """茶園參觀問答

採茶體驗要預約嗎？
要，請於三天前以電話登記，每場以十六人為限。

為什麼七月不開放？
那時茶樹正在修剪，步道也要重鋪。
""",
}

ASKED = [
    ("why was the crossing on thursday stopped", "Fewer than nine passengers"),
    ("is it possible to bring a bike", "Bicycles travel free"),
    ("How early must I be at the quay?", "Twenty minutes"),
    ("depuis quand fait-elle des violons ?", "en 1998"),
    ("since when does Solène Kerbrat make violins?", "en 1998"),
    ("what made her want to do this job", "Un violoncelle fendu"),
    ("读者证丢了怎么办", "请立即到总服务台挂失"),
    ("阅览室为什么不准带饮料", "去年有两架古籍"),
    ("what if I lose my reader's card?", "请立即到总服务台挂失"),
    ("七月為什麼不開放", "那時茶樹正在修剪"),
    ("採茶要不要預約？", "三天前"),
]
NOT_ASKED = [
    "Who built the wharf at Ness?",
    "Qui a dirigé l'orchestre de Rennes ?",
    "图书馆是谁设计的？",
    "茶園有多大？",
]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return built_of(DOCUMENTS, tmp_path_factory.mktemp("asked")).engine()


@pytest.mark.parametrize(("question", "answer"), ASKED)
def test_who_asks_what_a_text_asks_gets_the_answer_that_follows(
    engine: Engine, question: str, answer: str
) -> None:
    given = engine.ask(question)

    assert given.answered
    assert answer in given.citations[0].text


@pytest.mark.parametrize("question", NOT_ASKED)
def test_what_a_text_does_not_ask_is_not_answered_by_its_next_sentence(
    engine: Engine, question: str
) -> None:
    assert engine.ask(question).kind in ("declined", "possible")


@pytest.mark.parametrize(("question", "_answer"), ASKED)
def test_a_question_of_a_text_answers_nothing_itself(
    engine: Engine, question: str, _answer: str
) -> None:
    assert not engine.ask(question).citations[0].text.rstrip().endswith(("?", "？"))
