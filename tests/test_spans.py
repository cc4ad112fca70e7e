"""From marks to words: the likeliest answer within a stretch of a passage."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.spans import Span
from qa.reading.trained import LONGEST, NONE, Marks, best_words, evidence

TEXTS = (
    "The lighthouse of Pen-Men is 24 metres tall. It was lit in 1839.",
    "Le phare de Pen-Men mesure 24 mètres. Il fut allumé en 1839.",
    "海岛图书馆于1987年建成，藏书四万册。馆长是林岚。",
    "海島圖書館於1987年建成，藏書四萬冊。館長是林嵐。",
)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, Marks, Span]:
    """Return a text, cut anywhere into tokens with any odds, and a stretch of it."""
    text = draw(st.sampled_from(TEXTS))
    cuts = draw(st.sets(st.integers(1, len(text) - 1), max_size=30))
    offsets = np.array(list(pairwise([0, *sorted(cuts), len(text)])), np.int32)
    odds = st.lists(st.floats(-20, 20, width=32), min_size=len(offsets), max_size=len(offsets)).map(
        lambda values: np.array(values, np.float32)
    )
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return text, Marks(offsets, draw(odds), draw(odds), draw(odds)), (start, end)


@given(marked())
def test_the_words_lie_within_the_stretch_and_begin_and_end_with_no_space(
    example: tuple[str, Marks, Span],
) -> None:
    text, marks, (start, end) = example

    first, last = best_words(text, [marks], (start, end)).span

    assert start <= first <= last <= end
    assert text[first:last] == text[first:last].strip()


@given(marked())
def test_no_other_pair_of_tokens_within_the_stretch_is_likelier(
    example: tuple[str, Marks, Span],
) -> None:
    text, marks, (start, end) = example

    chosen = best_words(text, [marks], (start, end))

    inside = [n for n, (_, last) in enumerate(marks.offsets) if start < last <= end]
    pairs = [(a, b) for a in inside for b in inside if a <= b < a + LONGEST]
    best = max((float(marks.begin[a] + marks.end[b]) for a, b in pairs), default=NONE)
    assert chosen.odds == np.float32(max(best, NONE)) or chosen.odds == best


@given(marked(), st.floats(-5, 5, width=32))
def test_of_two_windows_the_surer_is_believed(
    example: tuple[str, Marks, Span], more: float
) -> None:
    text, marks, within = example
    other = Marks(marks.offsets, marks.begin + np.float32(more), marks.end, marks.evidence)

    both = best_words(text, [marks, other], within)

    alone = [best_words(text, [one], within).odds for one in (marks, other)]
    assert both.odds == max(alone)


@given(marked())
def test_what_a_stretch_has_as_evidence_is_the_mean_of_its_tokens(
    example: tuple[str, Marks, Span],
) -> None:
    _, marks, (start, end) = example

    odds = evidence([marks], (start, end))

    inside = [n for n, (_, last) in enumerate(marks.offsets) if start < last <= end]
    expected = marks.evidence[inside].mean() if inside else NONE
    assert odds == pytest.approx(float(expected), abs=1e-4)


def test_an_answer_does_not_reach_into_the_next_sentence() -> None:
    text = "Lit in 1839. Closed in 1911."
    offsets = np.array([(0, 3), (4, 6), (7, 11), (11, 12), (13, 19), (20, 22), (23, 27), (27, 28)])
    begin = np.array([0, 0, 9, 0, 0, 0, 5, 0], np.float32)
    end = np.array([0, 0, 4, 0, 0, 0, 9, 0], np.float32)
    marks = Marks(offsets.astype(np.int32), begin, end, begin)

    first, second = (best_words(text, [marks], span) for span in ((0, 12), (13, 28)))

    assert text[slice(*first.span)] == "1839"
    assert text[slice(*second.span)] == "1911"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La 2e édition aura lieu en 2019.", "2019"),
        ("圖書館建於1902年。", "1902年"),
        ("She lives in the U.S. now.", "U.S."),
    ],
)
def test_the_stop_that_ends_a_sentence_is_not_part_of_the_answer(text: str, words: str) -> None:
    start = text.index(words)
    end = len(text) if start + len(words) == len(text) - 1 else start + len(words)
    offsets = np.array([(0, start), (start, end), (end, len(text))], np.int32)
    odds = np.array([0, 9, 0], np.float32)

    chosen = best_words(text, [Marks(offsets, odds, odds, odds)], (0, len(text)))

    assert text[slice(*chosen.span)] == words
