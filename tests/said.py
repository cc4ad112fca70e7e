"""Documents and drafts about them in ``data/said``: what they bear out, deny and leave open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from qa.checks.report import Checked, CheckVerdict

FOLDER = Path(__file__).parent / "data" / "said"
KINDS = {"+": "true", "-": "false", "?": "open"}


class Drafted(NamedTuple):
    """A sentence of a draft, whether it is true, and which file it is about."""

    text: str
    kind: str
    about: str


class Half(NamedTuple):
    """Documents by path, and sentences about them."""

    documents: dict[str, str]
    drafted: tuple[Drafted, ...]


def half(name: str) -> Half:
    """Return the half that was seen, ``develop``, or the one that was ``kept`` apart."""
    documents: dict[str, list[str]] = {}
    drafted, about = [], ""
    for line in (FOLDER / f"{name}.txt").read_text("utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "##":
            about = text
        elif mark == "=":
            documents.setdefault(about, []).append(text)
        else:
            drafted.append(Drafted(text, KINDS[mark], about))
    return Half(
        {path: "\n".join(lines) + "\n" for path, lines in documents.items()}, tuple(drafted)
    )


def told(
    drafted: tuple[Drafted, ...], check: Callable[[str], tuple[Checked, ...]]
) -> Iterator[tuple[Drafted, Checked]]:
    """Yield each sentence with what became of it."""
    for each in drafted:
        yield each, check(each.text)[0]


def counted(pairs: list[tuple[Drafted, Checked]]) -> Counter[tuple[str, CheckVerdict]]:
    """Return how often sentences of each kind have each verdict; word for word is borne out."""
    return Counter(
        (each.kind, "supported" if checked.verdict == "quoted" else checked.verdict)
        for each, checked in pairs
    )
