"""The blocks are difflib's, found sooner; and what cannot be alike is told before."""

from __future__ import annotations

import random
import time
from difflib import SequenceMatcher

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.letter_index import _fullest
from qa.quotes import alignment
from qa.quotes.alignment import can_share, common_blocks
from qa.quotes.differences import nearest

WORDS = {
    "en": "the keeper lit a lamp and of in tower sea every night when ships came near rocks".split(),
    "fr": "le gardien allume la lampe et de dans tour mer chaque nuit quand les navires".split(),
    "zh-Hans": list("灯塔的看守人每天晚上点亮海边的灯，船只靠近礁石时。"),
    "zh-Hant": list("燈塔的看守人每天晚上點亮海邊的燈，船隻靠近礁石時。"),
}
few = st.lists(st.sampled_from(["a", "b", "cc", "灯", "塔", ","]), max_size=60)


def difflib_blocks(words: list[str], others: list[str]) -> list[tuple[int, int, int]]:
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    return [(a, b, size) for a, b, size in matcher.get_matching_blocks()[:-1]]


def misquoted(words: list[str], edits: int, chance: random.Random) -> list[str]:
    changed = list(words)
    for _ in range(edits):
        at = chance.randrange(len(changed))
        changed[at : at + chance.randint(0, 9)] = chance.choices(words, k=chance.randint(0, 9))
    return changed


@given(few, few, st.integers(1, 4), st.sampled_from([0, 4, 100]))
def test_blocks_are_those_of_difflib(
    words: list[str], others: list[str], least: int, pairs: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alignment, "LEAST", least)
        patch.setattr(alignment, "FEW", pairs)
        assert common_blocks(words, others) == difflib_blocks(words, others)


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("edits", [0, 1, 4, 20, 80])
def test_blocks_of_a_long_misquote_are_those_of_difflib(language: str, edits: int) -> None:
    chance = random.Random(edits)
    words = chance.choices(WORDS[language], k=700)
    others = chance.choices(WORDS[language], k=90) + misquoted(words, edits, chance)
    assert common_blocks(words, others) == difflib_blocks(words, others)


@given(few, few)
def test_what_difflib_finds_is_never_more_than_can_be_shared(
    words: list[str], others: list[str]
) -> None:
    blocks = common_blocks(words, others)
    assert can_share(words, others, sum(len("".join(words[a : a + n])) for a, _, n in blocks))


def test_texts_of_a_few_words_in_another_order_cannot_share_much() -> None:
    words = [f"w{number}" for number in range(100)]
    assert can_share(words, words, 290)
    assert not can_share(words, words[::-1], 4)
    assert not can_share(words, ["other"] * 100, 1)


def test_a_text_of_one_character_is_aligned_in_no_time() -> None:
    started = time.process_time()
    blocks = common_blocks(["的"] * 8_000, ["的"] * 12_000)
    assert [tuple(each) for each in blocks] == [(0, 0, 8_000)]
    assert time.process_time() - started < 5


@given(st.text(alphabet="ab 灯塔,.", min_size=1), st.text(alphabet="ab 灯塔,.", min_size=1))
def test_pieces_of_a_difference_are_the_whole_quote_and_the_whole_span(
    quote: str, source: str
) -> None:
    near = nearest(quote, source, (0, len(source)))
    if near is None:
        return
    for whole, side in ((quote, "quote"), (source[slice(*near.span)], "document")):
        joint = "".join(getattr(piece, side) for piece in near.difference)
        assert "".join(joint.split()) == "".join(whole.split())


@given(st.lists(st.integers(-9, 40), min_size=1, max_size=300), st.integers(1, 60))
def test_the_fullest_windows_are_those_that_occur_most_often_the_lowest_first(
    listed: list[int], count: int
) -> None:
    windows = np.array(listed, np.int64)
    _, places, counts = np.unique(windows, return_index=True, return_counts=True)
    best = places[np.argsort(-counts, kind="stable")[:count]]
    assert _fullest(windows, count).tolist() == best.tolist()
