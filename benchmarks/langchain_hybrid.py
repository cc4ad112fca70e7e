"""Recall of the right paragraph by a plain LangChain hybrid: the sets of `retrieval.py`.

    python -m benchmarks.langchain_hybrid --data EVAL --model E5 [--words]

E5 is a folder that `cited-qa export-model` wrote: the program's own weights.  Needs `pip install
langchain-community langchain-classic langchain-huggingface rank_bm25` beside the project, in an
environment of their own.  Every paragraph of a set is one Document.  Columns: BM25Retriever; FAISS
over HuggingFaceEmbeddings; EnsembleRetriever of both (weights 0.5 and 0.5, its default c).  Equal
scores count against the system; the ensemble breaks them by the order of its retrievers, so its
column takes the worse place of both orders, and the last two columns show each order alone.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from math import inf
from pathlib import Path
from typing import Any

import jieba
import numpy as np
import torch
from langchain_classic.retrievers import EnsembleRetriever
from langchain_community.retrievers import BM25Retriever
from langchain_community.retrievers.bm25 import default_preprocessing_func
from langchain_community.vectorstores import FAISS
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_huggingface import HuggingFaceEmbeddings

from benchmarks.retrieval import ACROSS, SETS
from qa.evaluation.question_sets import QuestionSet, read_set

COLUMNS = ("BM25", "e5", "hybrid", "BM25 first", "e5 first")
PACKAGES = (
    *("langchain-core", "langchain-community", "langchain-classic", "langchain-huggingface"),
    *("rank-bm25", "sentence-transformers", "faiss-cpu", "torch"),
)
NUMBER = "paragraph"  # the metadata that says which paragraph a Document is


class Batched(Embeddings):
    """HuggingFaceEmbeddings of E5 that has embedded the questions beforehand, many at a time."""

    def __init__(self, model: str, questions: Sequence[str]) -> None:
        encode = {"normalize_embeddings": True, "batch_size": 16}
        self._passages = HuggingFaceEmbeddings(
            model_name=model,
            # The file holds halves; the program computes in single precision too.
            model_kwargs={"device": "cpu", "model_kwargs": {"dtype": torch.float32}},
            encode_kwargs={**encode, "prompt": "passage: "},
        )
        as_query = {"encode_kwargs": {**encode, "prompt": "query: "}}
        rows = self._passages.model_copy(update=as_query).embed_documents(list(questions))
        self._questions: dict[str, list[float]] = dict(zip(questions, rows, strict=True))

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._passages.embed_documents(texts)  # type: ignore[no-any-return]

    def embed_query(self, text: str) -> list[float]:
        return self._questions[text]


def words(text: str) -> list[str]:
    """Return lower-case words, Chinese ones by jieba: what a careful user would pass to BM25."""
    runs = re.findall(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+", text.lower())
    cut = (jieba.cut_for_search(run) if "\u3400" <= run[0] <= "\u9fff" else [run] for run in runs)
    return [word for each in cut for word in each]


@dataclass(frozen=True, slots=True)
class Peer:
    """The retrievers over one set."""

    bm25: Any
    store: Any
    ensembles: Sequence[Any]
    depth: int

    def places(self, question: str, gold: int) -> tuple[float, ...]:
        """Return the place of paragraph *gold* by each column, 1 the first, inf if not found."""
        bm25, e5 = self._by_bm25(question, gold), self._by_e5(question, gold)
        orders = [_place(one.invoke(question), gold) for one in self.ensembles]
        return bm25, e5, max(orders), *orders

    def _by_bm25(self, question: str, gold: int) -> float:
        scores = self.bm25.vectorizer.get_scores(self.bm25.preprocess_func(question))
        ranked = scores[gold] > 0 and _place(self.bm25.invoke(question), gold) < inf
        return int((scores >= scores[gold]).sum()) if ranked else inf

    def _by_e5(self, question: str, gold: int) -> float:
        nearest = self.store.similarity_search_with_score(question, k=self.depth)
        distances = {document.metadata[NUMBER]: distance for document, distance in nearest}
        return sum(one <= distances.get(gold, -inf) for one in distances.values()) or inf


def _place(ranked: list[Document], gold: int) -> float:
    numbers = [document.metadata[NUMBER] for document in ranked]
    return numbers.index(gold) + 1 if gold in numbers else inf


def peer(among: QuestionSet, embeddings: Embeddings, preprocess: Any, depth: int) -> Peer:
    """Return LangChain's retrievers over the paragraphs of *among*."""
    documents = [Document(one.text, metadata={NUMBER: n}) for n, one in enumerate(among.paragraphs)]
    bm25 = BM25Retriever.from_documents(documents, preprocess_func=preprocess, k=depth)
    store = FAISS.from_documents(documents, embeddings)
    both = [bm25, store.as_retriever(search_kwargs={"k": depth})]
    fused = partial(EnsembleRetriever, weights=[0.5, 0.5], id_key=NUMBER)
    ensembles = [fused(retrievers=order) for order in (both, both[::-1])]
    return Peer(bm25, store, ensembles, depth)


def line(name: str, questions: QuestionSet, over: Peer, count: int | None) -> str:
    """Return a line of the table."""
    asked = questions.questions[:count]
    places = np.array([over.places(one.text, one.paragraph) for one in asked])
    at_1, at_5 = (places <= 1).mean(axis=0), (places <= 5).mean(axis=0)
    cells = (f"{one:.3f} / {five:.3f}" for one, five in zip(at_1, at_5, strict=True))
    return f"| {name} | {len(asked)} | {' | '.join(cells)} |"


def main() -> None:
    """Print the versions and the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--questions", type=int, help="so many of each set; all without it")
    parser.add_argument("--depth", type=int, default=10, help="k of each retriever")
    parser.add_argument("--words", action="store_true", help="BM25 by words, not by white space")
    options = parser.parse_args()
    print(", ".join(f"{name} {version(name)}" for name in PACKAGES), end="\n\n")
    sets = {name: read_set(options.data / file, of) for name, (file, of) in SETS.items()}
    asked = [one.text for each in sets.values() for one in each.questions[: options.questions]]
    embeddings = Batched(options.model, asked)
    preprocess = words if options.words else default_preprocessing_func
    peers = {name: peer(one, embeddings, preprocess, options.depth) for name, one in sets.items()}
    print(f"| recall at 1 / at 5 | n | {' | '.join(COLUMNS)} |")
    print("|---|--:|" + "--:|" * len(COLUMNS))
    for name, (of, among) in ({name: (name, name) for name in SETS} | ACROSS).items():
        print(line(name, sets[of], peers[among], options.questions), flush=True)


if __name__ == "__main__":
    main()
