"""Texts of any number, made of the sentences of public paragraphs; for timings, not for quality."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from language.sentences import sentence_spans
from qa.evaluation.question_sets import read_set

SETS = {
    "squad2.en.json": "en",
    "piaf.fr.json": "fr",
    "drcd.zh-Hant.json": "zh-Hant",
    "cmrc.zh-Hans.json": "zh-Hans",
}


def paragraphs(data: Path) -> list[tuple[str, str]]:
    """Return the paragraphs of the training sets in the folder *data*, with their languages."""
    return [
        (paragraph.text, language)
        for name, language in SETS.items()
        for paragraph in read_set(data / name, language).paragraphs
    ]


def asked_texts(data: Path, count: int) -> list[str]:
    """Return *count* questions of the training sets, as many of each."""
    return [
        question.text
        for name, language in SETS.items()
        for question in read_set(data / name, language).questions[: count // len(SETS)]
    ]


def made_texts(data: Path, count: int, sentences: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """Yield *count* texts of so many sentences of one language each, with that language.

    Sentences are drawn by chance, so that no two texts are copies though all are real.
    """
    chance = random.Random(seed)
    pools: dict[str, list[str]] = {}
    for text, language in paragraphs(data):
        spans = sentence_spans(text, language)
        pools.setdefault(language, []).extend(text[slice(*span)] for span in spans)
    for _ in range(count):
        language = chance.choice(list(pools))
        joint = "" if language.startswith("zh") else " "
        yield joint.join(chance.sample(pools[language], sentences)), language
