"""Question sets in SQuAD's layout; their folder is given with ``--data``, none is shipped."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a set; a passage of the benchmarks."""

    text: str
    language: str
    article: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the number of its paragraph and the answers that stand there."""

    key: str
    text: str
    language: str
    paragraph: int
    answers: tuple[str, ...]  # empty where the paragraph does not answer


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """One file."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    questions: tuple[Question, ...]


def load_squad(path: Path, language: str) -> QuestionSet:
    """Read a file in SQuAD's layout."""
    paragraphs: list[Paragraph] = []
    questions: list[Question] = []
    for number, article in enumerate(json.loads(path.read_text(encoding="utf-8"))["data"]):
        # SQuAD and XQuAD write the same titles differently.
        title = (article.get("title") or str(number)).replace("_", " ").lower()
        for paragraph in article["paragraphs"]:
            questions += [
                Question(
                    str(one["id"]), one["question"], language, len(paragraphs),
                    tuple(answer["text"] for answer in one["answers"]),
                )
                for one in paragraph["qas"]
            ]  # fmt: skip
            context = paragraph["context"].lstrip("\ufeff")
            paragraphs.append(Paragraph(context, language, title))
    return QuestionSet(path.name, tuple(paragraphs), tuple(questions))
