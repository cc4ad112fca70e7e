"""Questions asked of somebody or something else, which their passage says nothing about."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from language.chinese import tagged_words
from language.tags import family

NAME = re.compile(r"(?<=[a-zé,'] )[A-ZÉ][\w'-]+(?: (?:of |de |du )?[A-ZÉ][\w'-]+)*")
CHINESE_NAMES = ("nr", "ns", "nt", "nz")


def names(text: str, language: str) -> list[str]:
    """Return what looks like proper names in a question."""
    if family(language) == "zh":
        tagged = tagged_words(text)
        return [word for word, tag in tagged if tag in CHINESE_NAMES and len(word) > 1]
    return NAME.findall(text)


def of_another_name(
    question: str, language: str, passage: str, others: Sequence[str], chance: random.Random
) -> str:
    """Return *question* with one of its names exchanged for one of *others* not in *passage*.

    The question as it is where it has no name, or where what was drawn is in the passage.
    """
    mine = names(question, language)
    if not mine or not others:
        return question
    name, other = chance.choice(mine), chance.choice(others)
    return question if other in passage or other in question else question.replace(name, other)
