"""How long checking a quote and listing mentions takes, and what its letters cost.

    python -m benchmarks.exact [--passages 100000] [--repeats 200]

Made text in Latin letters and in Chinese, 25 paragraphs of about 500 characters a document; no vectors, as
none are asked.  Quotes are cut out by chance: as they are, with other lines and marks, with a word
that no document has in its middle, and of words in an order that no document has.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator
from itertools import accumulate

from corpus.documents import Document, Passage, Record
from corpus.view import View
from index.letter_index import LetterIndex
from index.passage_index import DocumentRecord
from qa.places.naming import mentions
from qa.quotes.verify import verify_quote

PARAGRAPHS, SIZE = 25, 500
SYLLABLES = (
    "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu tion ment er es ing".split()
)
HAN = "灯塔桥海岛渔船规格级雾港口图书馆面包店老新东西南北山水风雨年月日人民国家城市道路车站"


class Made:
    """Documents in memory that can be searched word for word."""

    generation = "made"

    def __init__(self, sources: dict[str, str]) -> None:
        self._sources = sources
        self.letters = LetterIndex(sources.items())

    def source(self, path: str) -> Document | None:
        text = self._sources[path]
        return Document(path, "0" * 64, text, path, "en", (Record(0, path, "en", ""),))

    def document(self, path: str) -> tuple[Document, list[Passage]] | None:
        document = self.source(path)
        if document is None:
            return None
        spans = [(at, at + SIZE) for at in range(0, len(document.source) - SIZE, SIZE)]
        whole = View.of(document.source)
        return document, [Passage(whole.part(*span), ((0, SIZE),), "en", "") for span in spans]

    def documents(self) -> list[DocumentRecord]:
        return [DocumentRecord(path, "0" * 64, path, "zh-Hans") for path in self._sources]

    def passage_counts(self) -> dict[str, int]:
        return dict.fromkeys(self._sources, PARAGRAPHS)


def made_sources(passages: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield documents of words that are as frequent as words are (Zipf)."""
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(30_000)]
    weights = [*accumulate(1 / (rank + 3) for rank in range(len(words)))]
    characters = HAN + "".join(chr(0x4E00 + 7 * at) for at in range(2000))
    usual = [*accumulate(1 / (rank + 3) for rank in range(len(characters)))]
    for number in range(passages // PARAGRAPHS):
        paragraphs = []
        for _ in range(PARAGRAPHS):
            if number % 3:
                paragraphs.append(
                    " ".join(chance.choices(words, cum_weights=weights, k=SIZE // 7)) + "."
                )
            else:
                paragraphs.append(
                    "".join(chance.choices(characters, cum_weights=usual, k=SIZE // 2)) + "。"
                )
        yield f"{number:06d}.txt", "\n".join(paragraphs)


def quotes(sources: dict[str, str], kind: str, chance: random.Random) -> str:
    """Return a quote of a kind, of 30 to 300 characters; of 4 where it is short."""
    source = sources[chance.choice(list(sources))]
    size = 4 if kind.startswith("short") else chance.randint(30, 300)
    start = chance.randrange(len(source) - size)
    quote = source[start : start + size]
    if kind == "repaired":
        return quote.replace(" ", "\n  ").replace("。", "。\n").upper()
    if kind == "near":
        middle = len(quote) // 2
        return f"{quote[:middle]} xyzzy {quote[middle + 6 :]}"
    if kind == "absent":
        return "".join(chance.sample(quote, len(quote)))
    return "qxqz" if kind == "short absent" else quote


def timed(action: Callable[[], object]) -> float:
    """Return the milliseconds of processor time: others may use the machine meanwhile."""
    started = time.process_time()
    action()
    return (time.process_time() - started) * 1000


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--repeats", type=int, default=200)
    options = parser.parse_args()
    chance = random.Random(7)
    sources = dict(made_sources(options.passages, chance))
    characters = sum(map(len, sources.values())) / 1e6
    started = time.process_time()
    made = Made(sources)
    seconds = time.process_time() - started
    print(f"{options.passages} passages, {characters:.0f} M characters, letters in {seconds:.1f} s")
    print("| | median ms | p95 ms | verdicts |\n|---|--:|--:|---|")
    for kind in ("verified", "repaired", "near", "absent", "short", "short absent"):
        spent, verdicts = [], set()
        for _ in range(options.repeats):
            quote = quotes(sources, kind, chance)
            if quote.strip():
                spent.append(timed(lambda quote=quote: verify_quote(made, quote)))  # type: ignore[misc]
                verdicts.add(verify_quote(made, quote).status)
        ranked = sorted(spent)
        p95 = ranked[int(len(ranked) * 0.95)]
        print(f"| {kind} | {statistics.median(spent):.1f} | {p95:.1f} | {sorted(verdicts)} |")
    for name in ("Italy", "灯塔"):
        took = timed(lambda name=name: mentions(made, name))  # type: ignore[misc]
        places = len(mentions(made, name).places)
        print(f"| mentions of {name} | {took:.0f} | | {places} places |")


if __name__ == "__main__":
    main()
