"""A question beside a passage as token ids, and the way back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.weights import unpacked_model
from qa.reading.windows import BEGIN, END, LONGEST, LONGEST_QUESTION, tokenizer, windows
from tests.conftest import CACHE

pytestmark = pytest.mark.model

PIECES = (
    "The lighthouse of Pen-Men is 24 metres tall. ",
    "Le phare fut allumé en 1839 ; l’île comptait 312 habitants. ",
    "海岛图书馆于1987年建成，藏书四万册。",
    "海島圖書館於1987年建成，藏書四萬冊。",
    "ﬁn  de\u00a0ligne\nＡＢＣ　１２３ ",
    "👩‍🚀 नमस्ते ",
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=120).map("".join) | st.text(max_size=200)


@given(TEXTS, TEXTS)
def test_no_window_is_too_long_and_each_token_of_the_passage_is_in_one(
    question: str, passage: str
) -> None:
    tokens = tokenizer(unpacked_model(CACHE))
    whole = tokens.encode(passage, add_special_tokens=False)

    cut = list(windows(tokens, question, passage))

    assert all(len(one.ids) <= LONGEST for one in cut)
    covered = {tuple(offset) for one in cut for offset in one.offsets.tolist()}
    assert covered == {tuple(offset) for offset in whole.offsets}


@given(TEXTS, TEXTS)
def test_a_window_has_the_question_then_a_run_of_the_passage(question: str, passage: str) -> None:
    tokens = tokenizer(unpacked_model(CACHE))
    asked = tokens.encode(question, add_special_tokens=False).ids[:LONGEST_QUESTION]
    read = tokens.encode(passage, add_special_tokens=False)

    for window in windows(tokens, question, passage):
        assert window.ids[: window.first] == (BEGIN, *asked, END, END)
        assert window.ids[-1] == END
        mine = list(window.ids[window.first : -1])
        assert len(mine) == len(window.offsets)
        start = read.offsets.index(tuple(window.offsets[0].tolist())) if mine else 0
        assert any(read.ids[n : n + len(mine)] == mine for n in range(start, len(read.ids) + 1))


@given(TEXTS)
def test_offsets_stay_in_the_passage_and_never_go_back(passage: str) -> None:
    for window in windows(tokenizer(unpacked_model(CACHE)), "Où ?", passage):
        starts, ends = window.offsets[:, 0].tolist(), window.offsets[:, 1].tolist()
        assert starts == sorted(starts)
        assert ends == sorted(ends)
        assert all(0 <= a <= b <= len(passage) for a, b in zip(starts, ends, strict=True))
