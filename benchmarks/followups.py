"""Count the questions that stand on their own and are altered all the same.

    python -m benchmarks.followups --data ../shared/train [--show 40]

The questions of each paragraph are asked one after another, each after the one before it: written
for the paragraph, almost all stand on their own, and those should come back unchanged.  Altered
questions that have a pronoun are counted apart: "When did it end?" is rightly altered, but whether
each of them is, and with the right topic, only reading tells: ``--show`` prints them.
"""

from __future__ import annotations

import argparse
import random
import time
from itertools import pairwise
from pathlib import Path

import regex

from language.tags import family
from qa.evaluation.question_sets import read_set
from qa.followups import resolve

SETS = {
    "squad2.en.json": "en",
    "xquad.en.json": "en",
    "piaf.fr.json": "fr",
    "cmrc.zh-Hans.json": "zh-Hans",
    "xquad.zh.json": "zh-Hans",
    "drcd.zh-Hant.json": "zh-Hant",
    "xquad.de.json": "de",
    "xquad.es.json": "es",
}
PRONOUN = {
    "en": regex.compile(r"(?i)\b(?:it|its|they|them|their|he|him|his|she|her)\b"),
    "fr": regex.compile(r"(?i)\b(?:il|elle|ils|elles|son|sa|ses|leurs?|y)\b|l['’]a"),
    "zh": regex.compile(r"[它他她牠其该該此这這]"),
}


def main() -> None:
    """Print a line for each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", type=int, default=0, help="altered questions to print, of each")
    options = parser.parse_args()
    print("| set | questions | altered, no pronoun | altered, with a pronoun | ms/question |")
    print("|---|---|---|---|---|")
    for name, language in SETS.items():
        _measure(options.data / name, language, options.show)


def _measure(file: Path, language: str, show: int) -> None:
    questions = read_set(file, language).questions
    pairs = [(a, b) for a, b in pairwise(questions) if a.paragraph == b.paragraph]
    started = time.perf_counter()
    understood = [(a, b, resolve(b.text, language, a.text)) for a, b in pairs]
    took = 1000 * (time.perf_counter() - started) / len(pairs)
    altered = [(a.text, b.text, got) for a, b, got in understood if got != b.text]
    pronoun = PRONOUN.get(family(language))
    apart = [one for one in altered if pronoun and pronoun.search(one[1])]
    plain = [one for one in altered if one not in apart]
    share, share_apart = (f"{len(x)} ({len(x) / len(pairs):.2%})" for x in (plain, apart))
    print(f"| {file.stem} | {len(pairs)} | {share} | {share_apart} | {took:.2f} |")
    for label, some in (("no pronoun", plain), ("pronoun", apart)):
        for before, asked, got in random.Random(0).sample(some, min(show, len(some))):
            print(f"  {label}: {before}\n    {asked}\n    {got}")


if __name__ == "__main__":
    main()
