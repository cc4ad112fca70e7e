"""Asked on of another case, a question asks for what is so then, not the same once more."""

from __future__ import annotations

import pytest

from qa.followups.resolving import resolve

ASKED_ON = [
    ("and if I'm late?", "en", "how long may I keep the bike?", "late?"),
    ("and lost?", "en", "How much is a key?", "lost?"),
    ("et en cas de perte ?", "fr", "combien coûte la clé ?", "en cas de perte ?"),
    ("et s'il pleut ?", "fr", "où se tient le marché ?", "s'il pleut ?"),
    ("那逾期呢", "zh-Hans", "帐篷可以租几天？", "逾期呢？"),
    ("那沒帶證件呢？", "zh-Hant", "門票多少錢？", "沒帶證件呢？"),
]
OF_THE_SAME = [
    ("and in 2019?", "en", "how many members were there in 2018?"),
    ("那不丹呢？", "zh-Hans", "尼泊尔的首都是哪里？"),
]


@pytest.mark.parametrize(("question", "language", "before", "case"), ASKED_ON)
def test_another_case_is_asked_about_by_itself(
    question: str, language: str, before: str, case: str
) -> None:
    understood = resolve(question, language, before)

    assert understood.endswith(case)
    assert before.rstrip("?？ ") not in understood


@pytest.mark.parametrize(("question", "language", "before"), OF_THE_SAME)
def test_another_year_or_place_is_asked_the_same(question: str, language: str, before: str) -> None:
    assert resolve(question, language, before)[-6:] == before[-6:] or "2019" in resolve(
        question, language, before
    )


def test_a_question_before_is_no_topic_of_a_case() -> None:
    assert resolve("那迟到呢？", "zh-Hans", "考试多长时间？") == "迟到呢？"
