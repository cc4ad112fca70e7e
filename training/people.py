"""Questions that people asked, with the sentences or the page that answer: the training halves.

CLAPnq (Rosenthal et al. 2024, Apache-2.0), the text questions of TAT-QA (Zhu et al. 2021, MIT) and
the CNIL's support desk (etalab-ia/piaf-ml, MIT).  The other half of each is for what is reported.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from language.spans import Span
from training.cases import digest
from training.items import Item

CLAPNQ, TATQA, CNIL = "clapnq.en.jsonl", "tatqa.en.jsonl", "cnil_faq.fr.jsonl"


def to_learn(key: str) -> bool:
    """Tell whether the question, or the table, with this key is for learning, not for reporting."""
    return digest(key)[0] % 2 == 0


def people_items(folder: Path) -> list[Item]:
    """Return the items of the training halves; *folder* holds the three files."""
    return [*_clapnq(folder / CLAPNQ), *_tatqa(folder / TATQA), *_cnil(folder / CNIL)]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _clapnq(path: Path) -> Iterator[Item]:
    for asked in _lines(path):
        if to_learn(asked["id"]):
            text = asked["passage"]
            places = [(text.find(one), len(one)) for one in asked["gold_sentences"]]
            spans: list[Span] = [(start, start + size) for start, size in places if start >= 0]
            yield Item(
                asked["question"], "en", text, "en", spans[0] if spans else None,
                asked["title"], path.name, tuple(spans[1:]), exact=False,
            )  # fmt: skip


def _tatqa(path: Path) -> Iterator[Item]:
    for item in _lines(path):
        key = json.dumps(item["table"])
        for asked in item["questions"] if to_learn(key) else ():
            for text in item["paragraphs"] if asked["from"] == "text" else ():
                answers = asked["answer"] if isinstance(asked["answer"], list) else []
                places = [(text.find(str(one)), len(str(one))) for one in answers]
                if places and all(start >= 0 for start, _ in places):
                    spans = [(start, start + size) for start, size in places]
                    yield Item(
                        asked["question"], "en", text, "en", spans[0], key[:40], path.name,
                        tuple(spans[1:]),
                    )  # fmt: skip


def _cnil(path: Path) -> Iterator[Item]:
    for asked in _lines(path):
        if to_learn(asked["id"]):
            text = asked["page"]
            yield Item(
                asked["question"], "fr", text, "fr", (0, len(text)), asked["id"], path.name,
                exact=False,
            )  # fmt: skip
