"""How long a reader waits for a page of a long PDF, and what it weighs.

    python -m benchmarks.pages [--pages 600] [--looks 40]

A PDF of our own, each page full of text.  A look is what the viewer does when a source is opened:
the file is read, its digest taken, the page drawn in the confined process, a quote of two lines
looked for on it, and the HTML made.
"""

from __future__ import annotations

import argparse
import hashlib
import time
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from corpus.files import file_content
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.page_image import Sought
from page.leaf_html import leaf_picture
from serving.originals import Leaf
from tests.makers import pdf_file

LINES = 50
FILE = "daybook.pdf"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--pages", type=int, default=600)
    options.add_argument("--looks", type=int, default=40)
    chosen = options.parse_args()
    content = pdf_file(*map(lines_of, range(1, chosen.pages + 1)))
    with TemporaryDirectory() as folder, Loaders() as loaders:
        (Path(folder) / FILE).write_bytes(content)
        numbers = Random(7).choices(range(1, chosen.pages + 1), k=chosen.looks)
        looks = [looked_at(folder, loaders, number) for number in numbers]
    first, *rest = sorted((seconds for seconds, _ in looks[1:]), reverse=True)
    print(f"{chosen.pages} pages, {len(content) / 1e6:.1f} MB, {chosen.looks} looks, in ms:")
    print(f"the first, which starts the process {1000 * looks[0][0]:.0f}")
    print(f"the others: median {1000 * median([first, *rest]):.0f}, longest {1000 * first:.0f}")
    print(f"HTML of a page: {median(size for _, size in looks) / 1000:.0f} kB")


def lines_of(page: int) -> tuple[str, ...]:
    return tuple(
        f"On day {page} at {line} past nine the keeper read {page * 3 + line} millibars."
        for line in range(LINES)
    )


def looked_at(folder: str, loaders: Loaders, number: int) -> tuple[float, int]:
    """Return how long a look at a page takes, in seconds, and how large its HTML is."""
    text = "\n".join(lines_of(number))
    quote = text.index("\n"), text.index("\n", text.index("\n", text.index("\n") + 1) + 1)
    begun = time.perf_counter()
    content = file_content(Path(folder), FILE, Limits())
    hashlib.sha256(content).hexdigest()
    image = loaders.page_image(".pdf", content, number, Sought(text, quote))
    html = leaf_picture(Leaf(number, image, image.quoted, True), "Day book", "en")
    seconds = time.perf_counter() - begun
    assert len(image.quoted) == 2
    return seconds, len(html)


if __name__ == "__main__":
    main()
