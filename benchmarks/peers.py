"""The same work with LangChain's FAISS and RecordManager, and with txtai, side by side.

    python benchmarks/peers.py --data ../shared/train --model E5 --work DIR --engine ours|langchain|txtai

E5 is a folder that `cited-qa export-model` wrote, so all have the same weights, and compute in
single precision.  The peers are not in the project's requirements: `pip install txtai
langchain-community langchain-classic langchain-huggingface` into an environment of their own.
Printed for each, with the model in memory: seconds to index all documents, seconds after a change
of one and the removal of another, the median milliseconds of a search, peak MB of the process, and
what was left of the index after `kill -9` at random moments of such an update and half as long
after: the old documents, the new ones, a mix, or nothing that opens.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Protocol

QUESTIONS = 100
CHANGED, REMOVED = "000001.txt", "000002.txt"


class Engine(Protocol):
    """What is compared: an index in a folder, over the texts of another."""

    def warm(self) -> None:
        """Load the model and all modules, so that a kill meets the update itself."""

    def update(self, documents: dict[str, str]) -> None:
        """Make the index on disk hold exactly *documents*."""

    def search(self, question: str) -> object:
        """Find the ten nearest."""

    def held(self) -> dict[str, str]:
        """Return the documents that the index on disk holds; raise if it cannot be opened."""


class Ours:
    """cited-qa's own index."""

    def __init__(self, folder: Path, model: str) -> None:
        from index.sentence_embedder import named_embedder

        self._folder, self._embedder = folder, named_embedder(model)
        self._opened: Any = None

    def warm(self) -> None:
        import index.build
        import index.opened  # noqa: F401

        self._embedder.embed_questions(["warm"])

    def update(self, documents: dict[str, str]) -> None:
        from index.build import build

        corpus = self._folder / "corpus"
        corpus.mkdir(parents=True, exist_ok=True)
        for path in {one.name for one in corpus.iterdir()} - documents.keys():
            (corpus / path).unlink()
        for path, text in documents.items():
            file = corpus / path
            if not file.exists() or file.read_text("utf-8") != text:
                file.write_text(text, "utf-8")
        build(corpus, self._folder / "index", self._embedder)

    def search(self, question: str) -> object:
        from index.opened import open_index, query

        self._opened = self._opened or open_index(self._folder / "index", self._embedder)[0]
        return self._opened.search(query(question, "en", self._embedder), 10)

    def held(self) -> dict[str, str]:
        from index.opened import open_index

        opened, _ = open_index(self._folder / "index", self._embedder)
        documents = (opened.source(one.path) for one in opened.documents())
        return {one.path: one.source for one in documents if one}


class LangChain:
    """FAISS vector store, kept in step by index() and an SQL record manager."""

    def __init__(self, folder: Path, model: str) -> None:
        from langchain_classic.indexes import SQLRecordManager
        from langchain_huggingface import HuggingFaceEmbeddings

        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder / "faiss"
        self._embeddings = HuggingFaceEmbeddings(
            model_name=model,
            model_kwargs={"model_kwargs": {"dtype": "float32"}},
            encode_kwargs={"normalize_embeddings": True, "prompt": "passage: "},
            query_encode_kwargs={"normalize_embeddings": True, "prompt": "query: "},
        )
        self._records = SQLRecordManager("all", db_url=f"sqlite:///{folder / 'records.db'}")
        self._records.create_schema()
        self._store: Any = None

    def warm(self) -> None:
        self._embeddings.embed_query("warm")
        self._opened()

    def _opened(self) -> Any:
        from langchain_community.vectorstores import FAISS

        if (self._folder / "index.faiss").exists():
            return FAISS.load_local(
                str(self._folder), self._embeddings, allow_dangerous_deserialization=True
            )
        import faiss
        from langchain_community.docstore.in_memory import InMemoryDocstore

        return FAISS(self._embeddings, faiss.IndexFlatL2(384), InMemoryDocstore(), {})

    def update(self, documents: dict[str, str]) -> None:
        from langchain_classic.indexes import index
        from langchain_core.documents import Document

        store = self._opened()
        given = [Document(text, metadata={"source": path}) for path, text in documents.items()]
        index(
            given, self._records, store, cleanup="full", source_id_key="source",
            key_encoder="sha256",
        )  # fmt: skip
        store.save_local(str(self._folder))

    def search(self, question: str) -> object:
        self._store = self._store or self._opened()
        return self._store.similarity_search(question, 10)

    def held(self) -> dict[str, str]:
        store = self._opened()
        if set(self._records.list_keys()) != set(store.index_to_docstore_id.values()):
            raise ValueError("the record manager and the store disagree")
        return {one.metadata["source"]: one.page_content for one in store.docstore._dict.values()}


class Txtai:
    """Embeddings with content and a keyword index, saved after every change."""

    def __init__(self, folder: Path, model: str) -> None:
        self._folder, self._model = folder / "txtai", model
        self._loaded: Any = None
        self._models: dict[str, Any] = {}  # loaded once

    def warm(self) -> None:
        self._opened().close()

    def _opened(self) -> Any:
        from txtai import Embeddings

        made = Embeddings(
            path=self._model, content=True, hybrid=True, models=self._models,
            instructions={"query": "query: ", "data": "passage: "}, vectors={"dtype": "float32"},
        )  # fmt: skip
        if (self._folder / "config.json").exists() or (self._folder / "config").exists():
            made.load(str(self._folder))
        return made

    def update(self, documents: dict[str, str]) -> None:
        opened = self._opened()
        before = self._texts(opened) if opened.config and opened.database else {}
        if not before:
            opened.index([(path, text, None) for path, text in documents.items()])
        else:
            new = [(p, text, None) for p, text in documents.items() if before.get(p) != text]
            opened.upsert(new)
            opened.delete([path for path in before if path not in documents])
        opened.save(str(self._folder))
        opened.close()  # or its database stays locked

    def search(self, question: str) -> object:
        self._loaded = self._loaded or self._opened()
        return self._loaded.search(question, 10)

    def held(self) -> dict[str, str]:
        opened = self._opened()
        held, count = self._texts(opened), opened.count()
        opened.close()
        if count != len(held):
            raise ValueError("vectors and texts disagree")
        return held

    def _texts(self, opened: Any) -> dict[str, str]:
        rows = opened.search("select id, text from txtai limit 1000000")
        return {row["id"]: row["text"] for row in rows}


ENGINES: dict[str, Callable[[Path, str], Engine]] = {
    "ours": Ours,
    "langchain": LangChain,
    "txtai": Txtai,
}


def later(documents: dict[str, str], version: int) -> dict[str, str]:
    """Return the documents with one changed and one there or not."""
    changed = {**documents, CHANGED: f"The lighthouse was lit {version} times.\n"}
    if version % 2:
        del changed[REMOVED]
    return changed


def fate(engine: Engine, before: dict[str, str], after: dict[str, str]) -> str:
    """Return what an interrupted update has left."""
    try:
        held = engine.held()
    except Exception as error:  # noqa: BLE001 - whatever it is, it does not open
        return f"broken ({type(error).__name__}: {str(error)[:60]})"
    return "old" if held == before else "new" if held == after else "a mix"


def fates(
    open_engine: Callable[[], Engine], documents: dict[str, str], kills: int, seconds: float
) -> Counter[str]:
    """Interrupt so many updates that take *seconds*, at random moments; count what was left."""
    chance, found = random.Random(4), Counter[str]()
    for version in range(1, kills + 1):
        command = [sys.executable, *sys.argv, "--update", str(version + 1)]
        child = subprocess.Popen(  # noqa: S603 - this very script
            command, stdout=subprocess.PIPE, text=True
        )
        while child.stdout and child.stdout.readline().strip() != "ready":
            pass
        time.sleep(chance.uniform(0, 1.5 * seconds))
        child.send_signal(signal.SIGKILL)
        child.wait()
        left = open_engine()
        what = fate(left, later(documents, version), later(documents, version + 1))
        found[what] += 1
        if what not in {"old", "new"}:
            break  # there is nothing left to go on with
        left.update(later(documents, version + 1))
    return found


def measured(engine: Engine, documents: dict[str, str]) -> tuple[float, float, float]:
    """Return the seconds of a build and of an update, and the median seconds of a search."""
    taken: list[float] = []
    engine.warm()
    for version in (0, 1):
        started = time.perf_counter()
        engine.update(later(documents, version))
        taken.append(time.perf_counter() - started)
    searches = []
    for at in range(QUESTIONS):
        started = time.perf_counter()
        engine.search(documents[f"{at + 10:06d}.txt"][:60])
        searches.append(time.perf_counter() - started)
    return taken[0], taken[1], sorted(searches)[QUESTIONS // 2]


def main() -> None:
    """Measure one engine, or do one update for the parent process to interrupt."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--engine", choices=ENGINES, required=True)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--kills", type=int, default=12)
    parser.add_argument("--update", type=int, help="only bring the index to this version")
    options = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).parents[1]))
    folder = options.work / options.engine
    texts = folder / "texts.json"
    open_engine = partial(ENGINES[options.engine], folder, options.model)
    if options.update is not None:
        engine = open_engine()
        engine.warm()
        print("ready", flush=True)
        engine.update(later(json.loads(texts.read_text("utf-8")), options.update))
        return
    from benchmarks.texts import made_texts

    folder.mkdir(parents=True)
    made = made_texts(options.data, options.documents, 3)
    documents = {f"{n:06d}.txt": text + "\n" for n, (text, _) in enumerate(made)}
    texts.write_text(json.dumps(documents), "utf-8")
    built, updated, search = measured(open_engine(), documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    left = fates(open_engine, documents, options.kills, updated)
    print(
        f"| {options.engine} | {built:.1f} | {updated:.2f} | {search * 1e3:.0f} | {peak:.0f} "
        f"| {dict(left)} |"
    )


if __name__ == "__main__":
    main()
