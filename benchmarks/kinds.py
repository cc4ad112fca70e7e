"""What every kind of reply costs, in three languages, over the seeds and over 100,000 passages.

    python -m benchmarks.kinds --data SHARED --work DIR [--sizes 100000] [--each 12] [--only mentions …]

Processor milliseconds of the whole process, median and 95th percentile, once dictionaries and models are loaded; what came
of it beside them.  The large index is made as size.py makes it, each text another: sentences drawn by chance from public
paragraphs, so that a sentence stands in many texts; its vectors are made up, so that what is found seldom answers.  Names
are drawn from the documents by chance, a place a name: frequent ones come often.  Both indexes are kept in DIR.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks.exact import timed
from benchmarks.kinds_asked import ASKED, CHECKED, LANGUAGES, MISQUOTED, QUOTED, Asking
from benchmarks.size import MadeUp, fill, published
from benchmarks.texts import made_texts
from index.build import build
from index.generations import current_name, drafted, generations_folder, read_manifest
from index.opened import OpenGeneration
from index.sentence_embedder import SentenceEmbedder, default_embedder
from index.store_writer import StoreWriter
from qa.reading.judge import fitted_judge
from qa.reading.sentences import SentenceRanker
from qa.reading.trained import trained_reader
from qa.settings import Settings

Action = Callable[[], str]  # asks, and tells what came of it


def made(folder: Path, data: Path, size: int, real: SentenceEmbedder) -> None:
    """Write an index of *size* made texts into *folder*."""
    rows = real.embed_passages([text for text, _ in made_texts(data, 500, 1)])
    folder.mkdir(parents=True)
    with drafted(folder) as draft:
        store = StoreWriter(draft)
        fill(store, data, size, size)
        published(folder, store, draft, MadeUp(real, rows), None)


def all_kinds(asking: Asking) -> Iterator[tuple[str, Callable[[str], Action], int]]:
    """Yield each kind, what makes one to be timed, and how many share its time."""
    for kind in ("question", *ASKED):
        yield kind, partial(asking.answered, kind), 1
    for kind in (*QUOTED, *MISQUOTED):
        yield f"quote: {kind}", partial(asking.quote, kind), 1
    yield "quote: a scan of all texts instead", partial(asking.scanned, of_quote=True), 1
    yield "mentions", asking.mention, 1
    yield "mentions: a scan of all texts instead", partial(asking.scanned, of_quote=False), 1
    yield "check-text, a sentence", asking.checked, CHECKED


def taken(maker: Callable[[str], Action], language: str, count: int) -> dict[str, list[float]]:
    """Return the milliseconds of *count* actions by what came of them."""
    maker(language)()  # loads what is loaded once
    spent: dict[str, list[float]] = {}
    for _ in range(count):
        action = maker(language)
        came: list[str] = []
        milliseconds = timed(lambda action=action, came=came: came.append(action()))  # type: ignore[misc]
        spent.setdefault(came[0], []).append(milliseconds)
    return spent


def measure(name: str, asking: Asking, each: int, only: Sequence[str]) -> None:
    """Print a row for each kind and language; of questions one for each that came of them."""
    for kind, maker, shared in all_kinds(asking):
        if only and not any(kind.startswith(wanted) for wanted in only):
            continue
        question = kind == "question"
        for language in LANGUAGES:
            spent = taken(maker, language, each * (4 if question else 1))
            outcomes = ", ".join(f"{len(times)} {came}" for came, times in sorted(spent.items()))
            every = {outcomes: [one for times in spent.values() for one in times]}
            for came, times in (spent if question else every).items():
                p50, p95 = np.percentile(times, [50, 95]) / shared
                cells = kind, language, name, len(times), f"{p50:.0f}", f"{p95:.0f}", came
                print(f"| {' | '.join(map(str, cells))} |", flush=True)


def opened(folder: Path) -> OpenGeneration:
    """Return the current generation of the index in *folder*, with its letters made."""
    name = current_name(folder)
    generation = OpenGeneration(generations_folder(folder) / name, read_manifest(folder, name))
    print(f"{folder.name}: letters in {timed(lambda: generation.letters):.0f} ms", flush=True)
    return generation


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--sizes", type=int, nargs="*", default=[100_000])
    parser.add_argument("--each", type=int, default=12)
    parser.add_argument("--only", nargs="*", default=[], help="beginnings of kinds")
    options = parser.parse_args()
    settings = Settings.from_env()
    real = default_embedder(settings.cache)
    ranker = SentenceRanker(fitted_judge(), real, trained_reader(settings.cache, real))
    train = options.data / "train"
    folders = {"seeds": options.work / "seeds"}
    folders |= {f"{size:,}": options.work / f"kinds-{size}" for size in options.sizes}
    for size, folder in zip((0, *options.sizes), folders.values(), strict=True):
        if not folder.exists() and size:
            made(folder, train, size, real)
        elif not folder.exists():
            build(options.data / "seeds", folder, real)
    print("| kind | language | index | n | p50 ms | p95 ms | what came of it |")
    print("|---|---|---|--:|--:|--:|---|", flush=True)
    for name, folder in folders.items():
        measure(name, Asking(opened(folder), ranker, real, train), options.each, options.only)


if __name__ == "__main__":
    main()
