"""Count what each repair does to the files of a folder, and what is left in their passages.

    python -m benchmarks.repairs --data DIR [--examples 50]

With examples it prints as many of each repair, drawn with a fixed seed, to be read by eye.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import regex

from benchmarks.read_files import readable
from corpus.passages import read_document, repaired
from language.chinese import crosses_word

WORD = "word cut by a line break"
SPACED = regex.compile(r"(?<!\p{Han})(?:\p{Han}[ \u00a0]){3,}\p{Han}(?!\p{Han})")
LEFT = {
    "spaced-out run": SPACED,
    WORD: regex.compile(r"(?<=\p{Han})\s*\n\s*(?=\p{Han})|(?<=\p{Ll})-?\n(?=\p{Ll})"),
    # Headings above their text are counted too: what ends there is for the eye to tell.
    "line break between characters": regex.compile(r"(?<=[\p{Han}，、”’])\s*\n\s*(?=[\p{Han}“])"),
    "entity": regex.compile(r"&(?:#\d+|#x[\da-f]+|[a-zA-Z]{2,8});"),
    "pinyin": regex.compile(r"\p{Han}[(（][a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*[)）]"),
    "scraping residue": regex.compile(r"网页链接|的微博视频|>>"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--examples", type=int, default=0)
    options = parser.parse_args()
    done: dict[str, Counter[str]] = defaultdict(Counter)
    left: dict[str, Counter[str]] = defaultdict(Counter)
    shown: dict[str, list[str]] = defaultdict(list)
    for file in readable(options.data):
        for name, view, edits in repaired(file):
            text = view.text
            done[file.path][name] += len(edits)
            shown[name] += [
                f"{text[max(0, e.start - 12) : e.start]}[{text[e.start : e.end]}→"
                f"{e.replacement}]{text[e.end : e.end + 12]}".replace("\n", "⏎")
                for e in edits
            ]
        for passage in read_document(file)[1]:
            for name, around in _left(passage.text):
                left[f"{file.path} {passage.language}"][name] += 1
                shown[f"left: {name}"].append(around)
    _table("repaired", done)
    _table("left in the passages", left)
    for name, lines in shown.items() if options.examples else ():
        chosen = random.Random(1).sample(lines, min(options.examples, len(lines)))
        print("\n".join([name, *(f"    {one}" for one in chosen)]))


def _left(text: str) -> Iterator[tuple[str, str]]:
    """Yield what a repair should have found in *text*, with what stands around it."""
    for name, pattern in LEFT.items():
        for match in pattern.finditer(text):
            if name != WORD or _cut(text, *match.span()):
                around = text[max(0, match.start() - 12) : match.end() + 12]
                yield name, around.replace("\n", "⏎")


def _cut(text: str, start: int, end: int) -> bool:
    """Tell whether a word runs across a line break: one of Chinese, or any in small letters."""
    return not regex.match(r"\p{Han}", text, pos=end) or crosses_word(text[:start], text[end:])


def _table(title: str, counts: dict[str, Counter[str]]) -> None:
    names = sorted({name for counter in counts.values() for name in counter})
    print(f"| {title} | {' | '.join(names)} |")
    print(f"|---|{'--:|' * len(names)}")
    for path, counter in counts.items():
        print(f"| {path} | {' | '.join(str(counter[name]) for name in names)} |")
    print()


if __name__ == "__main__":
    main()
