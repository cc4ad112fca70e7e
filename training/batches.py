"""Batches of windows of like length, with the tokens where their answers begin and end."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from language.spans import Span
from qa.reading.network import attention_mask, padded
from qa.reading.windows import Window, windows
from training.items import Item

BATCH = 32
# Tokens: the time of attention grows with the square, and passages are seldom longer.
LONGEST = 256
SORTED_TOGETHER = 64  # batches; like lengths waste little on padding, whole epochs would not mix


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its targets: positions in it, 0 (``<s>``) where it holds no answer."""

    ids: tuple[int, ...]
    first: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of some examples."""

    ids: Tensor  # (batch, tokens)
    mask: Tensor  # (batch, 1, 1, tokens), for the attention
    allowed: Tensor  # (batch, tokens): where an answer may begin or end
    targets: Tensor  # (batch, 2)


def example(tokens: Tokenizer, item: Item) -> Example:
    """Return the window of *item* that holds its answer, or the first if there is none."""
    cut = list(windows(tokens, item.question, item.passage, LONGEST))
    for window in cut if item.span else ():
        places = _places(window, *item.span)  # type: ignore[misc]
        if places:
            return Example(window.ids, window.first, *places)
    return Example(cut[0].ids, cut[0].first, 0, 0)


def _places(window: Window, start: int, end: int) -> Span | None:
    """Return the positions of the first and the last token that touch the span."""
    begins, ends = window.offsets[:, 0], window.offsets[:, 1]
    inside = np.flatnonzero((begins < end) & (ends > start))
    whole = len(inside) and begins[inside[0]] <= start and ends[inside[-1]] >= end
    if not whole:
        return None
    return window.first + int(inside[0]), window.first + int(inside[-1])


def batches(examples: Sequence[Example], chance: random.Random) -> list[list[int]]:
    """Return the numbers of *examples*, each once, in batches of like length."""
    order = list(range(len(examples)))
    chance.shuffle(order)
    cut: list[list[int]] = []
    step = BATCH * SORTED_TOGETHER
    for at in range(0, len(order), step):
        near = sorted(order[at : at + step], key=lambda n: len(examples[n].ids))
        cut += [near[n : n + BATCH] for n in range(0, len(near), BATCH)]
    chance.shuffle(cut)
    return cut


def collated(examples: Sequence[Example]) -> Batch:
    """Return the tensors of *examples*."""
    ids = padded([one.ids for one in examples])
    allowed = torch.zeros(ids.shape, dtype=torch.bool)
    for row, window in enumerate(examples):
        allowed[row, window.first : len(window.ids) - 1] = True
        allowed[row, 0] = True
    targets = torch.tensor([(one.start, one.end) for one in examples])
    return Batch(ids, attention_mask(ids), allowed, targets)
