"""A build, or a look at what it left, in a process of its own: milvus-lite serves one at a time.

    python -m tests.milvus_child build|state FOLDER [AT]

With AT the build is killed at its step of that number.  Prints how many steps there were, or what
the index holds.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable, Sequence
from hashlib import blake2s
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from index import generations
from index.build import build
from index.milvus import Address, Collections
from index.milvus_backend import MilvusBackend
from index.opened import open_index
from index.querying import query

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What a build does to Milvus and to what says which generation is current.
STEPS: tuple[tuple[Any, str], ...] = (
    (Collections, "make"),
    (Collections, "add"),
    (Collections, "finish"),
    (Collections, "numbers"),
    (Collections, "point"),
    (Collections, "drop"),
    (generations, "_set_current"),
    (generations, "remove_unless_pinned"),
)


class Dictionary:
    """An embedder without a model: texts with the same words are near."""

    fingerprint = "by words"
    dimension = 32

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row for each text."""
        rows = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.split():
                seed = int.from_bytes(blake2s(word.encode(), digest_size=4).digest(), "little")
                row += np.random.default_rng(seed).normal(size=self.dimension)
        rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
        return rows

    embed_questions = embed_passages


def armed(at: int) -> list[int]:
    """Have the process killed before and after its step number *at*; count the steps."""
    seen = [0]

    def step() -> None:
        seen[0] += 1
        if seen[0] == at:
            os.kill(os.getpid(), signal.SIGKILL)

    for owner, name in STEPS:
        whole: Callable[..., Any] = getattr(owner, name)

        def part(*given: Any, _whole: Any = whole, **named: Any) -> Any:  # noqa: ANN401
            step()
            result = _whole(*given, **named)
            step()
            return result

        setattr(owner, name, part)
    return seen


def state(folder: Path, backend: MilvusBackend) -> dict[str, Any]:
    """Return what the index holds and finds, and what is in Milvus."""
    embedder = Dictionary()
    opened, notice = open_index(folder / "index", embedder, backend)
    hits = opened.search(query("lighthouse lit", "en", embedder), 20)
    collections = Collections(Address(str(folder / "milvus.db")))
    names = collections.names("cited_qa")
    prefix = names[0].rpartition("_")[0]
    return {
        "notice": str(notice or ""),
        "documents": [one.path for one in opened.documents()],
        "found": sorted(hit.record.document.path for hit in hits),
        "said": " ".join(str(hit.record.passage.text) for hit in hits if "lit" in str(hit.record.passage.text)),
        "collections": names,
        "aliases": [collections.meant(f"{prefix}_current_{at}") for at in range(4)],
        "layers": [one.collection for one in opened._dense._search.layers.layers],  # type: ignore[attr-defined]
    }  # fmt: skip


def main() -> None:
    """Do what is asked."""
    act, folder = sys.argv[1], Path(sys.argv[2])
    backend = MilvusBackend(Address(str(folder / "milvus.db")))
    if act == "state":
        sys.stdout.write(json.dumps(state(folder, backend)))
        return
    seen = armed(int(sys.argv[3]) if len(sys.argv) > 3 else 0)
    build(folder / "corpus", folder / "index", Dictionary(), backend=backend)
    sys.stdout.write(str(seen[0]))


if __name__ == "__main__":
    main()
