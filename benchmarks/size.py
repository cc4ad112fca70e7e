"""What an index of 1,000 to 1,000,000 passages costs to build, to keep, to ask and to change.

    python -m benchmarks.size --data TRAIN --work DIR [--sizes 1000 10000 100000 1000000]

Texts: 20,000 made of public sentences, repeated, each repetition under a title of its own.  Vectors:
real ones of 1,000 texts, mixed in pairs by chance, with noise; so the times are true and the
recall is that of made-up neighbours.  Reading and embedding are left out; for these see
benchmarks/incremental.py.  The index is written by the program's own parts.
"""

from __future__ import annotations

import argparse
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.memory import Peak, memory
from benchmarks.texts import asked_texts, made_texts
from corpus.documents import Document, Passage
from corpus.files import Stamp
from corpus.limits import Limits
from corpus.view import View
from index.centring import means_digest
from index.dense import DenseIndex
from index.embedder import Embedder
from index.embedding_cache import EmbeddingCache
from index.generations import check_files, drafted, generations_folder, publish, read_manifest
from index.neighbours import write_neighbours
from index.opened import OpenGeneration
from index.querying import query
from index.sentence_embedder import default_embedder
from index.store import Store
from index.store_writer import StoreWriter
from index.vectors import write_vectors
from index.words import write_vocabulary, write_words
from index.workers import Here
from language.detect import detect
from language.sentences import sentence_spans
from qa.settings import Settings

if TYPE_CHECKING:
    from numpy.typing import NDArray

REAL = 20_000  # texts that are analysed; the rest repeats them
QUESTIONS = 200


class MadeUp:
    """An embedder whose rows are mixtures of real ones; quick, and spread like them."""

    def __init__(self, real: Embedder, rows: NDArray[np.float32]) -> None:
        self._real, self._rows = real, rows
        self._chance = np.random.default_rng(5)
        self.fingerprint = "made up"
        self.dimension = rows.shape[1]

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row for each text, whatever it says."""
        count, chance = len(texts), self._chance
        nearer, farther = (self._rows[chance.integers(0, len(self._rows), count)] for _ in range(2))
        share = chance.uniform(0.5, 1, (count, 1))
        mixed = share * nearer + (1 - share) * farther
        mixed += chance.normal(0, 0.015, mixed.shape)
        mixed /= np.linalg.norm(mixed, axis=1, keepdims=True)
        return mixed.astype(np.float32)

    def embed_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the real rows of questions."""
        return self._real.embed_questions(texts)


def fill(store: StoreWriter, data: Path, count: int, real: int = REAL) -> None:
    """Put *count* passages into *store*, a hundred to a document; beyond *real* texts, repeated."""
    stamp = Stamp(1, 0, 0)
    texts = list(made_texts(data, min(count, real), 3))
    for at in range(0, len(texts), 100):
        together = texts[at : at + 100]
        whole = View.of("\n".join(text for text, _ in together))
        starts = accumulate((len(text) + 1 for text, _ in together), initial=0)
        passages = [
            Passage(
                whole.part(start, start + len(text)),
                tuple(sentence_spans(text, language)),
                language,
                "",
            )
            for start, (text, language) in zip(starts, together, strict=False)
        ]
        document = Document(f"{at}.txt", "0" * 64, whole.text, "", "und")
        store.add(document, stamp, passages)
    rows = [
        (text, map_, spans, language, terms)
        for text, map_, spans, language, terms in store._settled()._shards.all_rows(
            "SELECT text, map, sentences, language, terms FROM passages ORDER BY number"
        )
    ]
    chance = np.random.default_rng(9)
    for at in range(len(texts), count, 100):
        numbers = range(at, min(at + 100, count))
        held = [rows[number % len(rows)] for number in numbers]
        told = [
            (text, map_, spans, language, f"Nr. {number}", "", "", f"{terms} x{number}")
            for number, (text, map_, spans, language, terms) in zip(numbers, held, strict=True)
        ]
        source = "\n".join(row[0] for row in held)
        document = Document(f"{at}.txt", "0" * 64, source, "", "und")
        store.put(document, stamp, told, chance.bytes(128 * len(told)))


@contextmanager
def clock(spent: dict[str, float], name: str) -> Iterator[None]:
    """Add the seconds of the block to *spent*."""
    started = time.perf_counter()
    yield
    spent[name] = time.perf_counter() - started


def published(
    index: Path, store: StoreWriter, draft: Path, embedder: MadeUp, before: Path | None
) -> tuple[Path, dict[str, float]]:
    """Write and publish what a build writes once all is in *store*; return the folder, seconds."""
    spent: dict[str, float] = {}
    with clock(spent, "copies"):
        store.mark_copies()
    with (
        clock(spent, "vectors"),
        EmbeddingCache(index / "embeddings.sqlite", embedder) as cache,
    ):
        known = DenseIndex.load(before) if before else None
        embed = Here(embedder, Limits()).embed
        write_vectors(draft, store, known, cache, embedder, embed, lambda *_: None)
    with clock(spent, "lists"):
        write_neighbours(draft, before)
    with clock(spent, "words"):
        write_words(draft, store, before)
        write_vocabulary(draft, store, before)
    documents, passages = store.counts()
    store.close()
    described = {
        "created": "", "corpus": "", "documents": documents, "passages": passages,
        "fingerprint": {"embedder": "made up", "centring": means_digest(embedder)},
        "recall": DenseIndex.load(draft).recall,
    }  # fmt: skip
    with clock(spent, "publish"):
        name = publish(index, draft, described, ())
    return generations_folder(index) / name, spent


def milliseconds(taken: list[float]) -> str:
    """Return the median and the 95th percentile."""
    return f"{np.percentile(taken, 50) * 1e3:.1f} / {np.percentile(taken, 95) * 1e3:.1f}"


def asked(opened: OpenGeneration, embedder: Embedder, questions: list[str]) -> list[str]:
    """Return the times of dense, lexical and whole searches, as cells."""
    kinds: tuple[list[float], ...] = ([], [], [])
    for text in questions:
        wanted = query(text, detect(text), embedder)
        searches: tuple[Callable[[], object], ...] = (
            partial(opened._dense.nearest, wanted.row, 40),
            partial(opened._lexical.best, [(term,) for term in wanted.terms], 40),
            partial(opened.search, wanted, 40),
        )
        for taken, search in zip(kinds, searches, strict=True):
            started = time.perf_counter()
            search()
            taken.append(time.perf_counter() - started)
    return [milliseconds(taken) for taken in kinds]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000, 1_000_000])
    options = parser.parse_args()
    real = default_embedder(Settings.from_env().cache)
    rows = real.embed_passages([text for text, _ in made_texts(options.data, 1000, 1)])
    questions = asked_texts(options.data, QUESTIONS)
    steps = ("store", "copies", "vectors", "lists", "words", "publish")
    print(f"| passages | step | {' | '.join(steps)} | MB on disk | own MB, at rest / peak | recall | open s"
          " | dense ms p50 / p95 | words ms | whole ms |")  # fmt: skip
    print("|--:|---|" + "--:|" * 13, flush=True)
    for size in options.sizes:
        index = options.work / str(size)
        shutil.rmtree(index, ignore_errors=True)
        index.mkdir(parents=True)
        embedder = MadeUp(real, rows)
        before: Path | None = None
        for step in ("all", "one removed, one added"):
            at_rest = memory()["RssAnon"]
            with Peak() as peak, drafted(index) as draft:
                store = StoreWriter(draft)
                started = time.perf_counter()
                if before is None:
                    fill(store, options.data, size)
                else:
                    with closing(Store(before)) as old:
                        paths = list(old.passage_counts())
                    store.take_over(before, dict.fromkeys(paths[1:], Stamp(1, 0, 0)))
                    passage = Passage(View.of("A new pier."), ((0, 11),), "en", "")
                    new = Document("new.txt", "0" * 64, "A new pier.", "", "en")
                    store.add(new, Stamp(1, 0, 0), [passage])
                in_store = time.perf_counter() - started
                before, spent = published(index, store, draft, embedder, before)
            spent["store"] = in_store
            manifest = read_manifest(index, before.name)
            disk = sum(file.stat().st_size for file in before.rglob("*") if file.is_file())
            started = time.perf_counter()
            check_files(index, manifest)
            opened = OpenGeneration(before, manifest)
            took = time.perf_counter() - started
            cells = [f"{spent[name]:.1f}" for name in steps]
            cells += [f"{disk / 1e6:.0f}", f"{at_rest:.0f} / {peak.most['RssAnon']:.0f}",
                      f"{manifest.recall:.3f}", f"{took:.1f}"]  # fmt: skip
            cells += asked(opened, real, questions)
            opened.close()
            print(f"| {size} | {step} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
