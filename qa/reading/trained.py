"""The trained reader: where in a passage the answer may begin and end, and the likeliest words.

``qa/reading/weights`` holds what was trained, its model card says on what; the embedding table and
the lower layers are the embedder's.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from index.arithmetic import quick_in_sixteen_bits
from index.sentence_embedder import SentenceEmbedder, default_embedder
from index.weights import unpacked_model
from language.spans import Span, stripped
from qa.reading.windows import Window, tokenizer, windows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from qa.reading.network import SpanNetwork


# Tokens of an answer at most.
LONGEST = 40
STOPS = (".", "。", ";", "；")
# Log odds of what no token stands for.
NONE = -30.0


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """How likely each token of a window begins or ends the answer.

    Natural log odds against there being no answer in the window: what a span has is the sum of
    its first token's and its last one's.
    """

    offsets: NDArray[np.int32]  # (n, 2): from and to which character of the passage each goes
    begin: NDArray[np.float32]  # (n,)
    end: NDArray[np.float32]  # (n,)
    evidence: NDArray[np.float32]  # (n,): log odds that its sentence belongs to the evidence


@dataclass(frozen=True, slots=True)
class Words:
    """The likeliest answer in a stretch of text."""

    span: Span  # characters of the passage
    odds: float  # natural log odds, of this against the passage's not answering


class SpanReader(Protocol):
    """Reads passages for the words that answer."""

    def marks(self, question: str, passages: Sequence[str]) -> list[list[Marks]]:
        """Return for each passage the marks of its windows: one, or several if it is long."""


class TrainedReader:
    """The reader that comes with the program; nothing is loaded before the first passage."""

    def __init__(self, folder: Callable[[], Path], trunk: Callable[[], Any]) -> None:
        """Make a reader.

        Args:
            folder: Returns where the unpacked embedding model is, for its tokenizer.
            trunk: Returns that model, a BertModel; it may be in use elsewhere.
        """
        self._folder, self._open = folder, trunk
        self._loading = threading.Lock()
        self._loaded: tuple[Any, SpanNetwork] | None = None

    def marks(self, question: str, passages: Sequence[str]) -> list[list[Marks]]:
        """Return for each passage the marks of its windows: one, or several if it is long."""
        tokens = tokenizer(self._folder())
        cut = [list(windows(tokens, question, text)) for text in passages]
        every = [one for some in cut for one in some]
        if not every:
            return []
        marks = iter(self._marked(every))
        return [[next(marks) for _ in some] for some in cut]

    def _marked(self, some: Sequence[Window]) -> list[Marks]:
        import torch

        from qa.reading.network import attention_mask, lower, padded

        trunk, network = self._networks()
        ids = padded([one.ids for one in some])
        # Vectors must be nearly the same on every machine, these odds need not.
        quick = quick_in_sixteen_bits()
        mask = attention_mask(ids).to(torch.bfloat16 if quick else torch.float32)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=quick):
            odds = network(lower(trunk, ids, mask), mask).float().numpy()
        return [_marks(one, odds) for one, odds in zip(some, odds, strict=True)]

    def _networks(self) -> tuple[Any, SpanNetwork]:
        from qa.reading.network import packed_network

        with self._loading:  # several questions may come before it is there
            if self._loaded is None:
                trunk = self._open()
                self._loaded = trunk, packed_network(trunk.config)
            return self._loaded


def trained_reader(cache: Path, embedder: SentenceEmbedder | None = None) -> TrainedReader:
    """Return the reader that comes with the program.

    Args:
        cache: Where the embedding model is unpacked.
        embedder: The embedder of that model, if one is in use: they share its weights.
    """
    shared = embedder or default_embedder(cache)
    return TrainedReader(lambda: unpacked_model(cache), lambda: shared.trunk)


def _marks(window: Window, odds: NDArray[np.float32]) -> Marks:
    """Return the marks of *window* from its log odds, shape ``(tokens, 3)``, padded."""
    mine = odds[window.first : window.first + len(window.offsets)]
    return Marks(window.offsets, mine[:, 0] - odds[0, 0], mine[:, 1] - odds[0, 1], mine[:, 2])


def best_words(text: str, marks: Sequence[Marks], within: Span) -> Words:
    """Return the likeliest answer that lies whole *within* a stretch of the passage *text*.

    A token belongs to where its last character is; white space at the ends of an answer and the
    stop that ends the stretch are left out.  Of the windows of a long passage the surest is
    believed.
    """
    return max((_best(text, one, within) for one in marks), key=lambda one: one.odds)


def evidence(marks: Sequence[Marks], within: Span) -> float:
    """Return the log odds that a stretch of a passage belongs to the evidence: its tokens' mean.

    Of the windows of a long passage the surest is believed; NONE where none holds any of it.
    """
    held = [one.evidence[_inside(one, within)] for one in marks]
    return max((float(odds.mean()) for odds in held if len(odds)), default=NONE)


def _inside(marks: Marks, within: Span) -> slice:
    """Return which tokens lie within a stretch: a run, for tokens stand in order."""
    last = marks.offsets[:, 1] - 1
    first, end = np.searchsorted(last, within)
    return slice(int(first), int(end))


def _best(text: str, marks: Marks, within: Span) -> Words:
    mine = _inside(marks, within)
    if mine.start == mine.stop:
        return Words((within[0], within[0]), NONE)
    odds = _pairs(marks.begin[mine], marks.end[mine])
    first, final = np.unravel_index(int(odds.argmax()), odds.shape)
    start = max(within[0], int(marks.offsets[mine][first, 0]))
    end = int(marks.offsets[mine][final, 1])
    if end == within[1] and text[start:end].endswith(STOPS):
        end -= 1
    return Words(stripped(text, (start, end)), float(odds[first, final]))


def _pairs(begin: NDArray[np.float32], end: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the log odds of each pair of first and last token, NONE where it cannot be."""
    places = np.arange(len(begin))
    length = places[None, :] - places[:, None]
    return np.where((length >= 0) & (length < LONGEST), begin[:, None] + end[None, :], NONE)
