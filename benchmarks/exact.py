"""How long checking a quote and listing mentions takes, and what its letters cost.

    python -m benchmarks.exact [--passages 100000] [--paragraphs 25] [--repeats 200]

Made text in Latin letters and in Chinese, so many paragraphs of about 500 characters a document; no vectors, as
none are asked.  Quotes are cut out by chance: as they are, with other lines and capitals, with their middle left out,
with a letter or a word wrong in it, and their characters in an order that no document has.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from corpus.documents import Document, Record
from index.letter_index import LetterIndex
from index.passage_index import DocumentRecord
from language.spans import Span
from qa.places.naming import mentions
from qa.quotes.verify import verify_quote

SIZE = 500
SYLLABLES = (
    "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu tion ment er es ing".split()
)
HAN = "灯塔桥海岛渔船规格级雾港口图书馆面包店老新东西南北山水风雨年月日人民国家城市道路车站"
KINDS = (
    *("verified", "repaired", "elided", "a letter wrong", "near"),
    *("absent", "long", "long near", "short", "short absent"),
)


class Made:
    """Documents in memory that can be searched word for word."""

    generation = "made"

    def __init__(self, sources: dict[str, str], paragraphs: int) -> None:
        self._sources, self._paragraphs = sources, paragraphs
        records = (DocumentRecord(path, "0" * 64, path, "zh-Hans") for path in sources)
        self._records = tuple(records)
        self.letters = LetterIndex(sources.items())

    def source(self, path: str) -> Document | None:
        text = self._sources[path]
        return Document(path, "0" * 64, text, path, "en", (Record(0, path, "en", ""),))

    def sentences(self, path: str, _places: Sequence[int]) -> list[Span]:
        return [(at, at + SIZE) for at in range(0, len(self._sources[path]) - SIZE, SIZE)]

    def documents(self) -> list[DocumentRecord]:
        return list(self._records)

    def passage_counts(self) -> dict[str, int]:
        return dict.fromkeys(self._sources, self._paragraphs)


def made_sources(
    passages: int, paragraphs: int, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """Yield documents of words that are as frequent as words are (Zipf)."""
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(30_000)]
    weights = [*accumulate(1 / (rank + 3) for rank in range(len(words)))]
    characters = HAN + "".join(chr(0x4E00 + 7 * at) for at in range(2000))
    usual = [*accumulate(1 / (rank + 3) for rank in range(len(characters)))]
    for number in range(passages // paragraphs):
        made = []
        for _ in range(paragraphs):
            if number % 3:
                made.append(" ".join(chance.choices(words, cum_weights=weights, k=SIZE // 7)) + ".")
            else:
                made.append(
                    "".join(chance.choices(characters, cum_weights=usual, k=SIZE // 2)) + "。"
                )
        yield f"{number:06d}.txt", "\n".join(made)


def quotes(sources: dict[str, str], kind: str, chance: random.Random) -> str:
    """Return a quote of a kind, of 30 to 300 characters; 4 where short, thousands where long."""
    source = sources[chance.choice(list(sources))]
    sizes = {"short": (4, 4), "long": (2_000, 5_000)}
    size = chance.randint(*sizes.get(kind.split()[0], (30, 300)))
    start = chance.randrange(len(source) - size)
    quote = source[start : start + size]
    if kind == "repaired":
        return quote.replace(" ", "\n  ").replace("。", "。\n").upper()
    if kind == "elided":
        third = len(quote) // 3
        return f"{quote[:third]} … {quote[-third:]}"
    if kind == "a letter wrong":
        wrong = next(at for at in range(len(quote) // 2, len(quote)) if quote[at].isalpha())
        return f"{quote[:wrong]}{'錯' if quote[wrong] > '一' else 'q'}{quote[wrong + 1 :]}"
    if kind.endswith("near"):
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


def _told(verdicts: Counter[tuple[str, bool]]) -> str:
    return ", ".join(
        f"{count} {status}{', near shown' if near else ''}"
        for (status, near), count in sorted(verdicts.items())
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--repeats", type=int, default=200)
    parser.add_argument("--paragraphs", type=int, default=25)
    options = parser.parse_args()
    chance = random.Random(7)
    sources = dict(made_sources(options.passages, options.paragraphs, chance))
    characters = sum(map(len, sources.values())) / 1e6
    started = time.process_time()
    made = Made(sources, options.paragraphs)
    seconds = time.process_time() - started
    print(f"{options.passages} passages, {characters:.0f} M characters, letters in {seconds:.1f} s")
    print(f"{made.letters.bytes / 1e6:.0f} MB of letters")
    print("| | median ms | p95 ms | verdicts |\n|---|--:|--:|---|")
    for kind in KINDS:
        spent, verdicts = [], Counter[tuple[str, bool]]()
        for _ in range(options.repeats):
            quote = quotes(sources, kind, chance)
            if quote.strip():
                spent.append(timed(lambda quote=quote: verify_quote(made, quote)))  # type: ignore[misc]
                verdict = verify_quote(made, quote)
                verdicts[verdict.status, bool(verdict.near)] += 1
        ranked = sorted(spent)
        p95 = ranked[int(len(ranked) * 0.95)]
        print(f"| {kind} | {statistics.median(spent):.1f} | {p95:.1f} | {_told(verdicts)} |")
    mentions(made, "Peru")  # reads the dictionaries
    for name in ("Italy", "灯塔", "lomupe"):
        took = timed(lambda name=name: mentions(made, name))  # type: ignore[misc]
        places = len(mentions(made, name).places)
        print(f"| mentions of {name} | {took:.0f} | | {places} places |")


if __name__ == "__main__":
    main()
