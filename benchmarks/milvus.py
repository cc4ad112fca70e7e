"""Milvus beside FAISS and tantivy: what they find, how long it takes, what a change costs.

    python -m benchmarks.milvus --data TRAIN --work DIR [--passages 10000] [--questions 1000]
        [--uri http://…]

The same store, vectors and questions for both, one after the other in one process; texts and vectors
are made as in benchmarks/size.py.  Without --uri it is milvus-lite.  Three ways to take a change of
one document of a hundred passages into Milvus are measured: a layer, a copy of the collection by
ranges of numbers, and rows with the generations in which they are valid.
"""

from __future__ import annotations

import argparse
import random
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.size import MadeUp, fill
from benchmarks.texts import asked_texts, made_texts
from corpus.limits import Limits
from index.dense import DenseIndex
from index.embedder import Embedder
from index.embedding_cache import Embed, EmbeddingCache
from index.generations import (
    drafted,
    generations_folder,
    publish,
    read_manifest,
)
from index.lexical import LexicalIndex
from index.linking import linked
from index.milvus import Address
from index.milvus_backend import MilvusBackend
from index.neighbours import write_neighbours
from index.opened import OpenGeneration
from index.passage_index import Filter, Query
from index.rows import VECTORS
from index.sentence_embedder import default_embedder
from index.store import Store, store_files
from index.store_writer import StoreWriter
from index.vectors import write_vectors
from index.words import write_vocabulary
from index.workers import Here
from language.terms import question_terms
from qa.settings import Settings

FIRST = 10
COUNT = 40  # as many as the program asks for
PER_DOCUMENT = 100
FILTERS = {
    "all": None,
    "language fr": Filter(languages=("fr",)),
    "one document": Filter(paths=("0.txt",)),
}


def quiet(*_unused: object) -> None:
    """Report nothing."""


def embed_here(embedder: Embedder) -> Embed:
    """Return what embeds in this process."""
    return Here(embedder, Limits()).embed


def published(index: Path, draft: Path, embedder: MadeUp, recall: float) -> Path:
    """Publish what lies in *draft* and return its folder."""
    with closing(Store(draft)) as store:
        documents, passages, _ = store.counts()
    described = {
        "created": "", "corpus": "", "fingerprint": {"embedder": embedder.fingerprint},
        "documents": documents, "passages": passages, "recall": recall,
    }  # fmt: skip
    return generations_folder(index) / publish(index, draft, described, ())


def in_faiss(index: Path, store: StoreWriter, draft: Path, embedder: MadeUp) -> float:
    """Write vectors and words into *draft*; return the seconds, without the making of vectors."""
    with EmbeddingCache(index / "embeddings.sqlite", embedder) as cache:
        write_vectors(draft, store, None, cache, embedder, embed_here(embedder), quiet)
        shutil.rmtree(draft / VECTORS)  # now the cache has them all
        started = time.perf_counter()
        write_vectors(draft, store, None, cache, embedder, embed_here(embedder), quiet)
    write_neighbours(draft, None)
    LexicalIndex.write(draft, store.entries())
    return time.perf_counter() - started


def first_ten(
    index: OpenGeneration, kind: str, asked: Query, among: Filter | None
) -> dict[int, float]:
    """Return the first ten passages of a kind of search, with their scores."""
    own = [(term,) for term in asked.terms]
    pairs = list(zip(asked.terms, (*asked.terms[1:], asked.terms[0]), strict=True))
    if kind == "meaning":
        best = index._dense.nearest(asked.row, COUNT, among)
    else:
        best = index._lexical.best(own if kind == "words" else pairs, COUNT, among)
    return dict(list(best.items())[:FIRST])


def same(ours: dict[int, float], theirs: dict[int, float]) -> bool:
    """Tell whether the first ten are the same, where ties may be in any order."""
    a, b = sorted(ours.values(), reverse=True), sorted(theirs.values(), reverse=True)
    if len(a) != len(b) or not np.allclose(a, b, atol=1e-4):
        return False
    last = b[-1] if b else 0.0
    apart = set(ours) ^ set(theirs)
    return all(abs({**ours, **theirs}[number] - last) < 1e-4 for number in apart)


def asked_of(index: OpenGeneration, kind: str, questions: Sequence[Query], among: Filter | None) -> tuple[list[dict[int, float]], list[float]]:  # fmt: skip
    """Return the first ten of every question, and the milliseconds of each."""
    answers, spent = [], []
    for asked in questions:
        started = time.perf_counter()
        answers.append(first_ten(index, kind, asked, among))
        spent.append(1000 * (time.perf_counter() - started))
    return answers, spent


def compared(faiss: OpenGeneration, milvus: OpenGeneration, questions: list[Query]) -> None:
    """Print how often the first ten are the same, and the times."""
    print(
        "\n| search | among | same first ten | FAISS/tantivy ms p50 / p95 | Milvus ms p50 / p95 | ratio |"
    )
    print("|---|---|--:|--:|--:|--:|")
    for name, among in FILTERS.items():
        some = questions if among is None else questions[:200]
        for kind in ("meaning", "words", "words, any of two"):
            first_ten(milvus, kind, some[0], among)  # milvus-lite makes its lists when first asked
            theirs, quick = asked_of(faiss, kind, some, among)
            ours, slow = asked_of(milvus, kind, some, among)
            share = np.mean([same(*pair) for pair in zip(ours, theirs, strict=True)])
            p, q = np.percentile(quick, (50, 95)), np.percentile(slow, (50, 95))
            print(f"| {kind} | {name} | {share:.1%} of {len(some)} | {p[0]:.1f} / {p[1]:.1f} |"
                  f" {q[0]:.1f} / {q[1]:.1f} | {q[0] / p[0]:.0f} |", flush=True)  # fmt: skip
    spent = {}
    for name, index in (("FAISS", faiss), ("Milvus", milvus)):
        started = time.perf_counter()
        for asked in questions[:200]:
            index.search(asked, COUNT)
        spent[name] = round(5 * (time.perf_counter() - started), 1)
    print(f"\nsearch() with 40 of each, mean ms: {spent}", flush=True)


def clocked(name: str, act: Callable[[], Any]) -> Any:
    """Do *act*, print its seconds and return what it gave."""
    started = time.perf_counter()
    result = act()
    print(f"| {name} | {time.perf_counter() - started:.2f} |", flush=True)
    return result


def changed(work: Path, backend: MilvusBackend, folder: Path, embedder: MadeUp, questions: list[Query]) -> None:  # fmt: skip
    """Print what a change of one document costs: a layer, a copy, valid rows."""
    index = work / "milvus"
    print("\n| a change of one document | seconds |\n|---|--:|")
    with drafted(index) as draft:
        with closing(Store(folder)) as held:
            kept = {path: stamp for path, (stamp, _) in held.stamps().items()}
            path = next(iter(held.passage_counts()))
            read = held.document(path)
        assert read is not None
        stamp = kept.pop(path)
        with closing(StoreWriter(draft)) as store:
            store.take_over(folder, kept)
            store.add(read[0], stamp, read[1])
            store.mark_copies()
        clocked("a layer: build's part, checks included", lambda: backend.write(
            index, draft, folder, embedder, embed_here(embedder), quiet
        ))  # fmt: skip
        layers = (draft / "milvus.json").read_text()
        added = layers.count('"collection"') - 1
        print(f"| (layers added: {added}) | |")
    collections, client = backend._collections, backend._collections._client
    base = max(collections.names("cited_qa"), key=lambda name: collections.count(name) or 0)
    total = collections.count(base)

    def copied(name: str, batch: int = 1000) -> None:
        collections.make(name, embedder.dimension, total or 0)
        numbers = collections.numbers(base)
        for at in range(0, len(numbers), batch):
            first, last = int(numbers[at]), int(numbers[min(at + batch, len(numbers)) - 1])
            rows = client.query(base, filter=f"number >= {first} and number <= {last}", limit=batch,
                                output_fields=["number", "row", "terms", "places", "first_day", "last_day"])  # fmt: skip
            client.insert(name, [dict(row) for row in rows])
        collections.finish(name)

    clocked("a copy by ranges of numbers", lambda: copied("cited_qa_copy"))
    collections.drop(["cited_qa_copy"])
    versioned(collections, client, base, embedder, questions)


def versioned(collections: Any, client: Any, base: str, embedder: MadeUp, questions: list[Query]) -> None:  # fmt: skip
    """Print what rows with their first and last generation cost, to change and to ask."""
    from pymilvus import DataType

    name = "cited_qa_versions"
    schema = client.create_schema(auto_id=False)
    schema.add_field("id", DataType.INT64, is_primary=True)
    schema.add_field("row", DataType.FLOAT_VECTOR, dim=embedder.dimension)
    schema.add_field("terms", DataType.SPARSE_FLOAT_VECTOR)
    for field in ("number", "first", "last"):
        schema.add_field(field, DataType.INT64)
    indexes = client.prepare_index_params()
    indexes.add_index("row", index_type="FLAT", metric_type="IP")
    indexes.add_index("terms", index_type="SPARSE_INVERTED_INDEX", metric_type="IP")
    client.create_collection(name, schema=schema, index_params=indexes)
    numbers = collections.numbers(base).tolist()
    held: list[dict[str, Any]] = []
    for at in range(0, len(numbers), 1000):
        rows = client.get(base, numbers[at : at + 1000], output_fields=["number", "row", "terms"])
        held = [{"id": r["number"], "row": r["row"], "terms": dict(r["terms"]), "number": r["number"],
                 "first": 1, "last": 2**40} for r in rows]  # fmt: skip
        client.insert(name, held)
    collections.finish(name)

    def change() -> None:
        gone = [{**row, "last": 1} for row in held[:PER_DOCUMENT]]
        client.upsert(name, gone)
        client.insert(name, [{**r, "id": r["id"] + 10**7, "first": 2, "last": 2**40} for r in gone])
        collections.finish(name)

    clocked("rows with generations: 100 closed, 100 added", change)
    for label, condition in (("", ""), (", valid in 2", "first <= 2 and last >= 2")):
        for field, wanted in (
            ("row", questions[0].row.tolist()),
            ("terms", dict(held[0]["terms"])),
        ):
            times = []
            for _ in range(20):
                started = time.perf_counter()
                client.search(name, [wanted], anns_field=field, filter=condition, limit=10,
                              output_fields=["number"], search_params={"metric_type": "IP"})  # fmt: skip
                times.append(1000 * (time.perf_counter() - started))
            print(f"| ms a search by {field}{label} (p50) | {np.median(times):.1f} |", flush=True)
    collections.drop([name])


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--questions", type=int, default=1_000)
    parser.add_argument("--real", type=int, default=300, help="texts with real vectors")
    parser.add_argument("--uri", default="")
    options = parser.parse_args()
    shutil.rmtree(options.work, ignore_errors=True)
    real = default_embedder(Settings.from_env().cache)
    some = [text for text, _ in made_texts(options.data, options.real, 3)]
    embedder = MadeUp(real, real.embed_passages(some))
    texts = asked_texts(options.data, options.questions)
    random.Random(1).shuffle(texts)
    rows = real.embed_questions(texts)
    tags = ["zh" if any("一" <= c <= "鿿" for c in text) else "en" for text in texts]
    questions = [
        Query(text, tag, row, tuple(question_terms(text, tag)))
        for text, tag, row in zip(texts, tags, rows, strict=True)
    ]
    print(f"{options.passages:,} passages, {len(questions):,} questions embedded", flush=True)
    faiss_index, milvus_index = options.work / "faiss", options.work / "milvus"
    for folder in (faiss_index, milvus_index):
        folder.mkdir(parents=True)
    with drafted(faiss_index) as draft:
        with closing(StoreWriter(draft)) as store:
            fill(store, options.data, options.passages)
            store.mark_copies()
            seconds = in_faiss(faiss_index, store, draft, embedder)
            write_vocabulary(draft, store, None)
        folder = published(faiss_index, draft, embedder, DenseIndex.load(draft).recall)
    faiss = OpenGeneration(folder, read_manifest(faiss_index, folder.name))
    shutil.copy(faiss_index / "embeddings.sqlite", milvus_index)
    address_ = Address(options.uri or str(options.work / "milvus.db"))
    backend = MilvusBackend(address_)
    with drafted(milvus_index) as draft:
        for part in store_files(folder):
            linked(folder / part, draft / part)
        shutil.copytree(folder / "vocabulary", draft / "vocabulary")
        started = time.perf_counter()
        backend.write(milvus_index, draft, None, embedder, embed_here(embedder), quiet)
        written = time.perf_counter() - started
        held = published(milvus_index, draft, embedder, backend.recall(draft))
    milvus = OpenGeneration(held, read_manifest(milvus_index, held.name), backend)
    print(f"\nvectors and words written: FAISS and tantivy {seconds:.1f} s, Milvus {written:.1f} s")
    compared(faiss, milvus, questions)
    changed(options.work, backend, held, embedder, questions)


if __name__ == "__main__":
    main()
