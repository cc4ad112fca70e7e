"""The words of a generation, of which only what changed is written."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.lexical import LexicalIndex
from index.store_writer import StoreWriter
from index.vocabulary import Vocabulary


def write_words(draft: Path, store: StoreWriter, before: Path | None) -> None:
    """Write the terms of *store* into *draft*; files in which none changed are links.

    *before* is the folder of the generation that was taken over, if its terms lie there.
    """
    changed = store.changed() if before else None
    if before is None or changed is None:
        LexicalIndex.write(draft, store.entries())
    else:
        altered = np.union1d(changed.gone, changed.fresh)
        LexicalIndex.follow(draft, before, altered, store.originals(), store.entries)


def write_vocabulary(draft: Path, store: StoreWriter, before: Path | None) -> None:
    """Write the words of *store* as they are written; *before* was taken over, if anything was."""
    Vocabulary.write(draft, store.words, before).close()
