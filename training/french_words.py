"""Make the French words that the program ships, from WikDict's dictionaries in Debian.

    apt-get download dict-freedict-{fra,eng}-{jpn,bul,fin} dict-freedict-{fra-ell,fra-pol} \
        dict-freedict-{ell,fin,pol}-eng
    python -m training.french_words --packages FOLDER

**French–Chinese**: Japanese writes many words as Chinese does.  What is written in kanji alone is
turned into Simplified characters and kept if CC-CEDICT has it.

**French–English**: no dictionary of the two is free enough to be shipped here.  A French word is
carried over five other languages; what at least two of them lead to is kept, which drops what
one of them has two meanings for (Tanaka and Umemura 1994 carry words over a third language).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import opencc
import regex

from language.terms import content_words
from qa.dictionary import entries as cedict
from qa.wikdict import FOLDER
from training.wikdict import entries

# Another language with its dictionaries from or to English.
BETWEEN = {
    "jpn": ("eng-jpn",),
    "bul": ("eng-bul",),
    "fin": ("eng-fin", "fin-eng"),
    "ell": ("ell-eng",),
    "pol": ("pol-eng",),
}
AGREE = 2  # languages that must lead to a word
MOST = 4  # translations of a word
LONGEST = 3  # words of a headword, of a translation one less
ENGLISH = regex.compile(r"[a-z][a-z' -]*")
KANJI = regex.compile(r"\p{Han}{2,}")
# What makes a Chinese word a Japanese verb, adjective or adverb.
ENDING = regex.compile(r"(?:する|な|の|に|だ)$")

Table = Mapping[str, list[str]]


def french_chinese(packages: Path) -> Table:
    """Return Chinese words, Simplified, for French ones."""
    known = {word for word, _ in cedict()}
    kanji, simplified = opencc.OpenCC("jp2t"), opencc.OpenCC("t2s")
    table: dict[str, dict[str, None]] = defaultdict(dict)
    for word, below in entries(packages, "fra-jpn"):
        for japanese in (ENDING.sub("", one) for one in below):
            if KANJI.fullmatch(japanese):
                chinese = str(simplified.convert(kanji.convert(japanese)))
                if chinese in known:
                    table[word][chinese] = None
    return {word: list(others) for word, others in table.items() if _short(word)}


def french_english(packages: Path) -> Table:
    """Return English words for French ones, the surest first."""
    led: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for language, pairs in BETWEEN.items():
        english: dict[str, set[str]] = defaultdict(set)
        for pair in pairs:
            for foreign, meaning in _into_english(packages, pair):
                english[foreign].add(meaning)
        for word, below in entries(packages, f"fra-{language}"):
            sure: dict[str, float] = defaultdict(float)
            for foreign in below:
                for meaning in english.get(foreign, ()):
                    sure[meaning] += 1 / len(english[foreign])
            for meaning, chance in sure.items():
                led[word][meaning].append(min(chance, 1.0))
    agreed = {
        word: {meaning: sum(votes) for meaning, votes in led[word].items() if len(votes) >= AGREE}
        for word in led
        if _short(word)
    }
    return {word: _surest(others) for word, others in agreed.items() if others}


def _surest(sums: Mapping[str, float]) -> list[str]:
    return sorted(sums, key=lambda one: (-sums[one], one))[:MOST]


def _into_english(packages: Path, pair: str) -> Iterator[tuple[str, str]]:
    """Yield words of a dictionary from or to English with an English meaning of each."""
    for word, below in entries(packages, pair):
        for other in below:
            foreign, meaning = (other, word) if pair.startswith("eng") else (word, other)
            meaning = meaning.casefold()
            if ENGLISH.fullmatch(meaning) and len(content_words(meaning, "en")) in range(
                1, LONGEST
            ):
                yield foreign, meaning


def _short(word: str) -> bool:
    return len(content_words(word, "fr")) in range(1, LONGEST + 1)


def write(table: Table, file: Path) -> None:
    """Write a word and its translations a line, with tabs between."""
    lines = ["\t".join([word, *table[word]]) for word in sorted(table)]
    file.write_text("\n".join(lines) + "\n", "utf-8")
    count = sum(map(len, table.values()))
    print(f"{file.name}: {len(table)} words, {count} pairs, {file.stat().st_size} bytes")


def main() -> None:
    """Write both tables where the program reads them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--packages", type=Path, required=True, help="folder with the .deb files")
    options = parser.parse_args()
    write(french_chinese(options.packages), FOLDER / "french_chinese.tsv")
    write(french_english(options.packages), FOLDER / "french_english.tsv")


if __name__ == "__main__":
    main()
