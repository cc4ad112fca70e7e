"""What the words of an index cost when one document changes, against writing all of them anew.

    python -m benchmarks.changed_words --work DIR [--passages 1000000]

Passages, a hundred to a document, are made of made-up words: most drawn by Zipf's law, some in one
document only, so that there are about as many different words as passages.  Nothing is read or
embedded.  The document in the middle goes and another comes.  The alternative is a large room for
all, as tantivy writes by itself.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from unittest.mock import patch

import numpy as np

from benchmarks.size import clock, milliseconds
from corpus.documents import Document, Passage
from corpus.files import Stamp
from corpus.near_duplicates import BANDS
from corpus.view import View
from index import lexical, vocabulary
from index.generations import check_files, drafted, generations_folder, publish, read_manifest
from index.lexical import LexicalIndex
from index.store import Store
from index.store_writer import StoreWriter
from index.vocabulary import Vocabulary
from index.words import write_vocabulary, write_words

TOGETHER = 100  # passages of a document
OWN = 50  # words that only one document has
QUESTIONS = 300
STAMP = Stamp(1, 0, 0)
LETTERS = "etaoinshrdlucmfwypvbgkjqx"


def word(rank: int) -> str:
    """Return a made-up word of four letters or more, of which those beside it tell nothing."""
    mixed = rank * 2_654_435_761 % (1 << 32)
    letters: list[str] = []
    while mixed or len(letters) < 4:
        mixed, letter = divmod(mixed, len(LETTERS))
        letters.append(LETTERS[letter])
    return "".join(letters)


@cache
def words_of(different: int) -> list[str]:
    """Return so many words by rank."""
    return [word(rank) for rank in range(different)]


def drawn(chance: np.random.Generator, count: int, different: int) -> list[str]:
    """Return words, of which the one of rank r is drawn about 1/r as often as the first."""
    ranks = np.exp(chance.random(count) * np.log(different)).astype(np.int64)
    words = words_of(different)
    return [words[rank] for rank in ranks.tolist()]


def document_texts(number: int, different: int) -> list[str]:
    """Return the texts of the passages of a document."""
    chance = np.random.default_rng(number)
    texts = [drawn(chance, int(chance.integers(40, 120)), different) for _ in range(TOGETHER)]
    for own in range(OWN):
        texts[own].append(word(different + number * OWN + own))
    return [" ".join(words) for words in texts]


def passages(number: int, different: int) -> tuple[Document, list[Passage]]:
    """Return a document with its passages."""
    texts = document_texts(number, different)
    held = [Passage(View.of(text), ((0, len(text)),), "en", "") for text in texts]
    path = f"{number // 100:04d}/{number:06d}.txt"
    return Document(path, "0" * 64, "\n".join(texts), "", "en"), held


def fill(store: StoreWriter, documents: int, different: int) -> None:
    """Put so many documents into *store*."""
    for number in range(documents):
        document, held = passages(number, different)
        texts = [str(passage.text) for passage in held]
        store.words.add(texts)
        told = [(text, b"", b"", "en", "", "", "", text) for text in texts]
        store.put(document, Stamp(1, 0, 0), told, bytes(8 * BANDS * len(told)))


def paths(folder: Path) -> list[str]:
    """Return the paths of the documents of a generation."""
    with closing(Store(folder)) as store:
        return sorted(store.passage_counts())


def step(
    index: Path, fills: Callable[[StoreWriter], None], before: Path | None
) -> tuple[Path, dict[str, float]]:
    """Write and publish a generation whose documents *fills* gives; return it, and the seconds."""
    spent: dict[str, float] = {}
    with drafted(index) as draft:
        store = StoreWriter(draft)
        with clock(spent, "store"):
            fills(store)
        with clock(spent, "changed"):
            store.changed()
        with clock(spent, "terms"):
            write_words(draft, store, before)
        with clock(spent, "vocabulary"):
            write_vocabulary(draft, store, before)
        count, held = store.counts()
        store.close()
        described = {
            "created": "", "corpus": "", "fingerprint": {}, "documents": count, "passages": held,
            "recall": 1.0,
        }  # fmt: skip
        # The store's one file, which is not of interest here, and takes a second for a gigabyte.
        (draft / "passages.sqlite").replace(index / "passages.sqlite")
        with clock(spent, "publish"):
            name = publish(index, draft, described, ())
    with clock(spent, "check"):
        check_files(index, read_manifest(index, name))
    folder = generations_folder(index) / name
    (index / "passages.sqlite").replace(folder / "passages.sqlite")
    return folder, spent


@contextmanager
def one_room() -> Iterator[None]:
    """Let all words lie in one room."""
    with patch.object(lexical, "ROOM", 1 << 40), patch.object(vocabulary, "ROOM", 1 << 40):
        yield


def asked(folder: Path, different: int) -> tuple[str, str]:
    """Return how long the searches of words take, and those of words that are near one, in ms."""
    index, near = LexicalIndex.load(folder), Vocabulary.load(folder)
    chance = np.random.default_rng(7)
    questions = [drawn(chance, 7, different) for _ in range(QUESTIONS)]
    searches: list[float] = []
    likes: list[float] = []
    for words in questions:
        started = time.perf_counter()
        index.best([(one,) for one in words], 40)
        searches.append(time.perf_counter() - started)
        started = time.perf_counter()
        near.similar(words[0][1:] + "t", 1 + (len(words[0]) > 7))
        likes.append(time.perf_counter() - started)
    near.close()
    return milliseconds(searches), milliseconds(likes)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--passages", type=int, default=1_000_000)
    options = parser.parse_args()
    documents = options.passages // TOGETHER
    different = options.passages * 6 // 10

    def changes(store: StoreWriter, before: Path, number: int) -> None:
        there = paths(before)
        kept = [path for path in there if path != there[documents // 2]]
        store.take_over(before, dict.fromkeys(kept, STAMP))
        document, held = passages(documents + number, different)
        store.add(document, STAMP, held)

    shutil.rmtree(options.work, ignore_errors=True)
    options.work.mkdir(parents=True)
    parts = ("changed", "terms", "vocabulary", "publish", "check")
    print(f"| {options.passages} passages | {' | '.join(parts)} | together s | files | peak MB"
          " | terms ms p50 / p95 | similar ms |")  # fmt: skip
    print("|---|" + "--:|" * (len(parts) + 5), flush=True)

    def row(name: str, folder: Path, spent: dict[str, float]) -> float:
        together = sum(spent[part] for part in parts)
        files = sum(file.is_file() for file in folder.rglob("*"))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
        cells = [*(f"{spent[part]:.2f}" for part in parts), f"{together:.2f}", files, peak]
        print(f"| {name} |", *cells, *asked(folder, different), "", sep=" | ", flush=True)
        return together

    rooms, whole = options.work / "rooms", options.work / "whole"
    first, spent = step(rooms, lambda store: fill(store, documents, different), None)
    row("rooms, all", first, spent)
    second, spent = step(rooms, lambda store: changes(store, first, 0), first)
    changed = row("rooms, one changed", second, spent)
    third, spent = step(rooms, lambda store: changes(store, second, 1), second)
    again = row("rooms, another changed", third, spent)
    with one_room():
        last, spent = step(whole, lambda store: changes(store, third, 2), None)
        anew = row("one room, another changed", last, spent)
    print(f"one changed: {anew / changed:.0f} and {anew / again:.0f} times quicker than all anew")


if __name__ == "__main__":
    main()
