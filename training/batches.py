"""Batches of windows of like length, with the tokens where their answers begin and end."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from language.sentences import sentence_spans
from language.spans import Span
from qa.reading.network import attention_mask, padded
from qa.reading.windows import Window, windows
from training.items import Item

BATCH = 32
# Tokens: the time of attention grows with the square, and passages are seldom longer.
LONGEST = 256
HIDDEN = 0.06  # share of the tokens
MASK, UNKNOWN = 250001, 3  # ids of XLM-R's vocabulary; what is below that are marks
SORTED_TOGETHER = 64  # batches; like lengths waste little on padding, whole epochs would not mix


@dataclass(frozen=True, slots=True)
class Example:
    """A window with its targets: positions in it, 0 (``<s>``) where it holds no answer."""

    ids: tuple[int, ...]
    first: int
    begin: Span  # from and to which token the answer may begin
    end: Span  # the same for its last token
    evidence: tuple[Span, ...] = ()  # tokens of the sentences that hold it


@dataclass(frozen=True, slots=True)
class Batch:
    """Tensors of some examples."""

    ids: Tensor  # (batch, tokens)
    mask: Tensor  # (batch, 1, 1, tokens), for the attention
    passage: Tensor  # (batch, tokens): True for the tokens of the passage
    targets: Tensor  # (batch, tokens, 2): True where the answer may begin, and may end
    evidence: Tensor  # (batch, tokens): 1 in the sentences that hold the answer


def example(tokens: Tokenizer, item: Item) -> Example:
    """Return the window of *item* that holds its answer, or the first if there is none."""
    cut = list(windows(tokens, item.question, item.passage, LONGEST))
    for window in cut if item.span else ():
        answer = _places(window, *item.span)  # type: ignore[misc]
        if answer:
            (start, end), exact = answer, item.exact
            return Example(
                window.ids,
                window.first,
                (start, start + 1) if exact else (start, end),
                (end - 1, end) if exact else (start, end),
                tuple(filter(None, (_places(window, *one) for one in _evidence(item)))),
            )
    return Example(cut[0].ids, cut[0].first, (0, 1), (0, 1))


@lru_cache(maxsize=4096)
def _sentences(passage: str, language: str) -> tuple[Span, ...]:
    """Return the sentences of a passage, which several questions share."""
    return tuple(sentence_spans(passage, language))


def _evidence(item: Item) -> list[Span]:
    """Return the sentences of the passage that hold some of the answer."""
    spans = [one for one in (item.span, *item.more) if one]
    return [
        (start, end)
        for start, end in _sentences(item.passage, item.language)
        if any(start < last and first < end for first, last in spans)
    ]


def _places(window: Window, start: int, end: int) -> Span | None:
    """Return from and to which token the span goes; None if the window cuts it."""
    begins, ends = window.offsets[:, 0], window.offsets[:, 1]
    inside = np.flatnonzero((begins < end) & (ends > start))
    whole = len(inside) and begins[inside[0]] <= start and ends[inside[-1]] >= end
    if not whole:
        return None
    return window.first + int(inside[0]), window.first + int(inside[-1]) + 1


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


def collated(examples: Sequence[Example], hidden: np.random.Generator) -> Batch:
    """Return the tensors of *examples*, with some of their tokens *hidden*.

    What is not there cannot be learnt by heart: neither the words that answer nor marks are hidden.
    """
    ids = padded([one.ids for one in examples])
    drawn = torch.from_numpy(hidden.random(ids.shape) < HIDDEN)
    for row, window in enumerate(examples):
        drawn[row, window.begin[0] : window.end[1]] = False
    ids = torch.where(drawn & (ids > UNKNOWN), MASK, ids)
    passage = torch.zeros(ids.shape, dtype=torch.bool)
    targets = torch.zeros((*ids.shape, 2), dtype=torch.bool)
    evidence = torch.zeros(ids.shape)
    for row, window in enumerate(examples):
        passage[row, window.first : len(window.ids) - 1] = True
        targets[row, slice(*window.begin), 0] = True
        targets[row, slice(*window.end), 1] = True
        for span in window.evidence:
            evidence[row, slice(*span)] = 1.0
    return Batch(ids, attention_mask(ids), passage, targets, evidence)
