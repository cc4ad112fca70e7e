"""The seam for what holds the vectors and words of a generation elsewhere than in its folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from index.lexical import Words
from index.passage_index import Filter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from index.embedder import Embedder
    from index.embedding_cache import Embed
    from index.store import Store

Progress = Callable[[str, int, int], None]  # stage, passages done, of how many


class RowsHeld(Protocol):
    """The vectors of a generation's passages that are no copies."""

    @property
    def numbers(self) -> NDArray[np.int64]:
        """The numbers of these passages, ascending."""

    def __len__(self) -> int: ...

    def nearest(
        self, row: NDArray[np.float32], count: int, among: Filter | None = None
    ) -> dict[int, float]:
        """Return the numbers of the *count* nearest passages with their cosines, best first."""

    def cosines(self, row: NDArray[np.float32], numbers: list[int]) -> NDArray[np.float32]:
        """Return the cosine of *row* to each of the passages *numbers*."""

    def of(self, numbers: Sequence[int]) -> NDArray[np.float32]:
        """Return the rows of the passages *numbers*, in this order."""


class WordsHeld(Protocol):
    """The words of the same passages; see :class:`index.lexical.LexicalIndex`."""

    def __len__(self) -> int: ...

    def best(self, words: Words, count: int, among: Filter | None = None) -> dict[int, float]:
        """Return the *count* best passages by number, with their scores, best first."""

    def scores(self, words: Words, numbers: Sequence[int]) -> dict[int, float]:
        """Return the scores of the passages *numbers*; those with none of the words have none."""

    def weights(self, terms: Sequence[str]) -> dict[str, float]:
        """Return the inverse document frequency of each term."""

    def weight(self, word: Sequence[str]) -> float:
        """Return how much a word tells that any of several terms may stand for."""

    def holds(self, terms: Sequence[str]) -> bool:
        """Tell whether any passage has one of *terms*."""

    def with_term(self, pattern: str, count: int, among: Filter | None = None) -> list[int]:
        """Return at most *count* passages, by number, with a term that *pattern* is all of."""


class Backend(Protocol):
    """Writes, opens and removes them; a generation's folder says which are its own."""

    @property
    def fingerprint(self) -> str:
        """What decides how they are held; another one has them written anew."""

    def write(
        self,
        index: Path,
        draft: Path,
        before: Path | None,
        embedder: Embedder,
        embed: Embed,
        report: Progress,
    ) -> int:
        """Write what the store in *draft* needs and *before* has not; return how many are new.

        That is the number of passages that were embedded, by *embed*.  *before* is the folder of a
        generation whose vectors and words are still true of the passages that keep their numbers.
        """

    def recall(self, draft: Path) -> float:
        """Return the share of the sampled passages that are found by their own vectors."""

    def opened(self, folder: Path, store: Store) -> tuple[RowsHeld, WordsHeld]:
        """Return what the generation in *folder* holds.

        Raises:
            IndexDamagedError: If it is not what its folder says.
            BackendError: If it cannot be asked.
        """

    def settle(self, index: Path) -> None:
        """Point to what is current, and drop what no generation on disk names.

        Only for who holds the writer's lock.
        """

    def point(self, index: Path) -> None:
        """Point to what is current."""

    def cleaned(self, index: Path, embedder: Embedder) -> None:
        """Publish the current generation without what it holds of passages that are gone."""
