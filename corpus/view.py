"""A reading view: repaired text in which every character knows its place in the source."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

from language.spans import Span

if TYPE_CHECKING:
    from numpy.typing import NDArray


# Where a character of a view comes from that is borrowed from nowhere: what it stands for, and
# what stands between the names and values of a table's row.
OWN, GLUE = -1, -2
GLUES = frozenset(" ·:/\n")


class Edit(NamedTuple):
    """Put *replacement* where ``text[start:end]`` stands."""

    start: int
    end: int
    replacement: str = ""
    # For each character of it the place in the source that it was borrowed from, or OWN or GLUE.
    origins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """Text for reading and matching, with a monotone map back to the source text.

    Character ``n`` stands for ``source[starts[n]:ends[n]]``.  Both arrays are int32 of shape
    ``(len(text),)``, never decrease, and ``starts[n] < ends[n]``.  Where the name of a column is
    put before a value, its characters stand for what the first of the value stands for, and
    ``origins[n]`` says where in the source the name is written; it is OWN for all others.
    """

    text: str
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    origins: NDArray[np.int32] | None = None  # None: nothing is borrowed

    def __post_init__(self) -> None:
        sizes = {len(self.text), len(self.starts), len(self.ends)}
        if len(sizes | ({len(self.origins)} if self.origins is not None else set())) != 1:
            raise ValueError(
                f"a view of {len(self.text)} characters with {len(self.starts)} starts "
                f"and {len(self.ends)} ends"
            )

    @classmethod
    def of(cls, source: str) -> Self:
        """Return the view that shows *source* as it is."""
        places = np.arange(len(source) + 1, dtype=np.int32)
        return cls(source, places[:-1], places[1:])

    def edited(self, edits: Iterable[Edit]) -> View:
        """Return the view after *edits*, which are in order and do not overlap.

        Every character of a replacement stands for all that it replaced.

        Raises:
            ValueError: If an edit is empty, out of order or outside the text.
        """
        text: list[str] = []
        starts: list[NDArray[np.int32]] = []
        ends: list[NDArray[np.int32]] = []
        edits = list(edits)
        at = 0
        for edit in edits:
            if not at <= edit.start < edit.end <= len(self.text):
                raise ValueError(f"edit {edit.start}:{edit.end} after {at} in {len(self.text)}")
            size = len(edit.replacement)
            text += [self.text[at : edit.start], edit.replacement]
            starts += [self.starts[at : edit.start], self.starts[[edit.start] * size]]
            ends += [self.ends[at : edit.start], self.ends[[edit.end - 1] * size]]
            at = edit.end
        if not at:
            return self
        text.append(self.text[at:])
        return View(
            "".join(text),
            np.concatenate([*starts, self.starts[at:]]),
            np.concatenate([*ends, self.ends[at:]]),
            self._origins_after(edits),
        )

    def _origins_after(self, edits: list[Edit]) -> NDArray[np.int32] | None:
        if self.origins is None and not any(edit.origins for edit in edits):
            return None
        before = self.borrowed
        pieces: list[NDArray[np.int32]] = []
        at = 0
        for edit in edits:
            given = edit.origins or (OWN,) * len(edit.replacement)
            pieces += [before[at : edit.start], np.array(given, np.int32)]
            at = edit.end
        return np.concatenate([*pieces, before[at:]])

    @property
    def borrowed(self) -> NDArray[np.int32]:
        """Where each character was borrowed from: a place in the source, GLUE or OWN."""
        if self.origins is not None:
            return self.origins
        return np.full(len(self.text), OWN, np.int32)

    def part(self, start: int, end: int) -> View:
        """Return the view of ``text[start:end]``; its offsets still lead into the whole source."""
        origins = self.origins[start:end] if self.origins is not None else None
        return View(self.text[start:end], self.starts[start:end], self.ends[start:end], origins)

    def source_span(self, start: int, end: int) -> Span:
        """Return the half-open span of the source that ``text[start:end]`` stands for.

        Raises:
            ValueError: If the span is empty or not inside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"span {start}:{end} is not inside a view of {len(self.text)}")
        return int(self.starts[start]), int(self.ends[end - 1])

    def borne_out_by(self, source: str) -> bool:
        """Tell whether *source* says what this view shows.

        A character that stands for one character of the source is that character, or both are
        space; one that stands for several (an entity, a line break) lies inside the source; a
        borrowed one is written where it was borrowed.
        """
        if len(self.ends) and int(self.ends[-1]) > len(source):
            return False
        own = all(
            end - start > 1 or shown == source[start] or (shown + source[start]).isspace()
            for shown, start, end, origin in zip(
                self.text,
                self.starts.tolist(),
                self.ends.tolist(),
                self.borrowed.tolist(),
                strict=True,
            )
            if origin == OWN
        )
        return own and (self.origins is None or self._borrowed_from(source))

    def _borrowed_from(self, source: str) -> bool:
        for shown, origin in zip(self.text, self.borrowed.tolist(), strict=True):
            if origin == GLUE and shown not in GLUES:
                return False
            if origin >= len(source):
                return False
            if origin >= 0 and shown != source[origin] and not (shown + source[origin]).isspace():
                return False
        return True

    def packed_map(self) -> bytes:
        """Return the map as compressed bytes, int32: steps between starts, lengths, origins."""
        steps = np.diff(self.starts, prepend=np.int32(0))
        rows = [steps, self.ends - self.starts]
        if self.origins is not None:
            rows.append(self.origins)
        return zlib.compress(np.concatenate(rows).astype("<i4").tobytes(), 6)

    @staticmethod
    def packed_start(packed: bytes) -> int:
        """Return where in the source a view begins, by the beginning of its :meth:`packed_map`."""
        begin = zlib.decompressobj().decompress(packed, 4)
        return int.from_bytes(begin, "little", signed=True)

    @classmethod
    def unpacked(cls, text: str, packed: bytes) -> Self:
        """Return the view that *text* and its :meth:`packed_map` describe."""
        numbers = np.frombuffer(zlib.decompress(packed), "<i4").astype(np.int32)
        if not text:
            return cls.of(text)
        steps, lengths, *origins = numbers.reshape(-1, len(text))
        starts = np.cumsum(steps, dtype=np.int32)
        return cls(text, starts, starts + lengths, *origins)
