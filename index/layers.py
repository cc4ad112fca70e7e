"""Which collections hold a generation's rows: layers, each written once, as in an LSM tree.

A build writes a layer of what came (O'Neil et al. 1996).  What went stays in the older layers and
is not asked for any more, until they are written anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LAYERS, NUMBERS, PLACED = "milvus.json", "milvus.numbers.npy", "milvus.layers.npy"
# A layer is so many times as large as the next, or both are written anew as one: there are few
# to search, and a row is written few times.
RATIO = 4
# Of a layer's rows that may be of passages that are gone.
GONE = 0.25


@dataclass(frozen=True, slots=True)
class Layer:
    """A collection as it was written."""

    collection: str
    rows: int
    digest: str  # of the numbers of its rows


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """The layers of a generation, the oldest first, and which of them each passage is in."""

    layers: tuple[Layer, ...]
    numbers: NDArray[np.int64]  # of the passages that are no copies, ascending
    placed: NDArray[np.uint8]  # for each the layer, by place
    average: float  # terms of a passage when the layers were written
    recall: float  # share of the sampled rows that their own vectors find

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Return what the generation in *folder* says.

        Raises:
            OSError, ValueError, KeyError, TypeError: If it is not what :meth:`save` wrote.
        """
        told = json.loads((folder / LAYERS).read_text("utf-8"))
        return cls(
            tuple(Layer(**one) for one in told["layers"]),
            np.load(folder / NUMBERS, allow_pickle=False),
            np.load(folder / PLACED, allow_pickle=False),
            float(told["average"]),
            float(told["recall"]),
        )

    def save(self, folder: Path) -> None:
        """Write it into the *folder* of a generation."""
        told = {
            "layers": [asdict(one) for one in self.layers],
            "average": self.average, "recall": self.recall,
        }  # fmt: skip
        (folder / LAYERS).write_text(json.dumps(told, indent=1), "utf-8")
        np.save(folder / NUMBERS, self.numbers, allow_pickle=False)
        np.save(folder / PLACED, self.placed, allow_pickle=False)

    def alive(self) -> list[int]:
        """Return how many rows of each layer are of passages that are still there."""
        alive: list[int] = np.bincount(self.placed, minlength=len(self.layers)).tolist()
        return alive

    @property
    def clean(self) -> bool:
        """Whether no layer holds anything of a passage that is gone."""
        return self.alive() == [layer.rows for layer in self.layers]

    def within(self, at: int, numbers: Sequence[int]) -> NDArray[np.bool_]:
        """Tell of each of *numbers* whether layer *at* holds what is true of it."""
        wanted = np.array(numbers, np.int64)
        places = np.searchsorted(self.numbers, wanted)
        known = places < len(self.numbers)
        places[~known] = 0
        true: NDArray[np.bool_] = known & (self.numbers[places] == wanted)
        true &= self.placed[places] == at
        return true


def kept(before: Layers, numbers: NDArray[np.int64], altered: NDArray[np.int64]) -> Layers:
    """Return the layers of *before* that stay, with the passages that need not be written.

    Args:
        before: What the generation before has.
        numbers: Of the passages that are no copies now, ascending.
        altered: Those whose rows say what is no longer true; also of passages that are gone.
    """
    true = np.isin(before.numbers, numbers)
    true &= ~np.isin(before.numbers, altered)
    alive = np.bincount(before.placed[true], minlength=len(before.layers)).tolist()
    fresh = len(numbers) - int(true.sum())
    stay = next(
        (at for at, layer in enumerate(before.layers) if alive[at] < (1 - GONE) * layer.rows),
        len(alive),
    )
    fresh += sum(alive[stay:])
    while stay and alive[stay - 1] < RATIO * fresh:
        stay -= 1
        fresh += alive[stay]
    true &= before.placed < stay
    placed = before.numbers[true], before.placed[true]
    return Layers(before.layers[:stay], *placed, before.average, before.recall)


def digest(numbers: NDArray[np.int64]) -> str:
    """Return what a layer's numbers are known by."""
    return hashlib.sha256(numbers.astype("<i8").tobytes()).hexdigest()
