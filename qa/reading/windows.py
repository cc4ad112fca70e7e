"""A question beside a passage, as token ids that fit the reader, with their way back to the text.

The passage is cut into windows that overlap, so that an answer near a cut is whole in one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Tokens.  A passage has about 230 at most (corpus/passages.py), with an unusual text more.
LONGEST = 384
LONGEST_QUESTION = 64
OVERLAP = 96
BEGIN, PAD, END = 0, 1, 2  # XLM-RoBERTa's vocabulary (Conneau et al. 2020)


@dataclass(frozen=True, slots=True, eq=False)
class Window:
    """``<s> question </s></s> piece of the passage </s>``."""

    ids: tuple[int, ...]
    first: int  # position of the first token of the passage
    offsets: NDArray[np.int32]  # (n, 2): from and to which character of the passage each goes


@cache
def tokenizer(folder: Path) -> Tokenizer:
    """Return the tokenizer of the model in *folder*, which cuts nothing off."""
    tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokens.no_truncation()
    tokens.no_padding()
    return tokens


def windows(
    tokens: Tokenizer, question: str, passage: str, longest: int = LONGEST
) -> Iterator[Window]:
    """Yield the windows of *passage*, at least one, of at most *longest* tokens."""
    asked = tokens.encode(question, add_special_tokens=False).ids[:LONGEST_QUESTION]
    head = (BEGIN, *asked, END, END)
    read = tokens.encode(passage, add_special_tokens=False)
    offsets = np.array(read.offsets, np.int32).reshape(-1, 2)
    room = longest - len(head) - 1
    start = 0
    while True:
        stop = min(start + room, len(read.ids))
        yield Window((*head, *read.ids[start:stop], END), len(head), offsets[start:stop])
        if stop == len(read.ids):
            return
        start += room - OVERLAP
