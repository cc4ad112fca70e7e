"""Damage real files at random and load them: each becomes text or an explained skip.

    python -m tests.fuzz --data DIR --count 2000 --seed 1

It fails if anything but UnreadableFileError leaves the loaders, if a passage does not replay, or
if a file takes longer than its limit.  It counts how often the loaders' process had to be killed.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from pathlib import Path, PurePosixPath

from corpus.errors import UnreadableFileError
from corpus.files import SourceFile, corpus_files
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.loaders import MODULES
from corpus.passages import read_document

SECONDS = 20.0
LARGEST = 400_000  # bytes; larger files would be most of the time


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return *content* after one to eight random damages."""
    damaged = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(damaged) + 1)
        size = chance.choice([1, 2, 16, 256, 4096])
        kind = chance.randrange(5)
        if kind == 0:
            damaged[at : at + size] = chance.randbytes(size)
        elif kind == 1:
            del damaged[at : at + size]
        elif kind == 2:
            damaged[at:at] = damaged[:size] * chance.randint(1, 4)
        elif kind == 3 and at < len(damaged):
            damaged[at] ^= 1 << chance.randrange(8)
        elif kind == 4:
            del damaged[at:]
    return bytes(damaged)


def attempt(suffix: str, content: bytes, loaders: Loaders) -> str:
    """Load one file and read its passages; return what became of it."""
    started = time.perf_counter()
    try:
        loaded = loaders.load(suffix, content)
    except UnreadableFileError as error:
        outcome = str(error)
    else:
        file = SourceFile(f"a{suffix}", "0", loaded)
        _, passages = read_document(file)
        assert all(passage.view.borne_out_by(file.source) for passage in passages)
        outcome = "read"
    assert time.perf_counter() - started < 2 * SECONDS
    return outcome


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    files = [
        (PurePosixPath(path).suffix.lower(), (options.data / path).read_bytes())
        for path in corpus_files(options.data)
    ]
    files = [one for one in files if one[0] in MODULES and 0 < len(one[1]) < LARGEST]
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    with Loaders(Limits(seconds=SECONDS)) as loaders:
        for _ in range(options.count):
            suffix, content = chance.choice(files)
            started = time.perf_counter()
            outcome = attempt(suffix, mutated(content, chance), loaders)
            slowest = max(slowest, time.perf_counter() - started)
            outcomes[f"{suffix} {outcome[:48]}"] += 1
    for outcome, count in outcomes.most_common():
        print(f"{count:>6} {outcome}")
    print(f"{options.count} files, slowest {slowest:.2f} s")


if __name__ == "__main__":
    main()
