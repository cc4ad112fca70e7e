"""How likely a passage that is found holds an answer, where nothing is read for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from qa.question import Question
from qa.reading.candidates import Ranked
from qa.reading.judge import Judge
from qa.reading.sentences import situation_of

if TYPE_CHECKING:
    from numpy.typing import NDArray


def found_features(question: Question, ranked: Sequence[Ranked]) -> NDArray[np.float64]:
    """Return FOUND_FEATURES of passages in their order.

    Args:
        question: What they were found for.
        ranked: All that were, the likeliest first.
    """
    best: dict[str, float] = {}
    rows = []
    for each in ranked:
        first = best.setdefault(situation_of(question, each.hit), each.odds)
        rows.append((each.odds, first - each.odds))
    return np.array(rows).reshape(len(rows), 2)


def likeliest(judge: Judge, question: Question, ranked: Sequence[Ranked]) -> list[Ranked]:
    """Return passages of all languages in one order, each with its log odds to hold an answer.

    Args:
        judge: Knows what the odds of ranking are worth, in the question's language and in others.
        question: What they were found for.
        ranked: All that were, the likeliest of each situation first.
    """
    rows = found_features(question, ranked)[:, None]
    made = [
        replace(each, odds=float(judge.found_odds(situation_of(question, each.hit), row)[0]))
        for each, row in zip(ranked, rows, strict=True)
    ]
    return sorted(made, key=lambda one: -one.odds)
