"""Question sets in SQuAD's layout; their folder is given with ``--data``, none is shipped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qa.question_sets import read_set


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
    found = read_set(path)
    return QuestionSet(
        path.name,
        # SQuAD and XQuAD write the same titles differently.
        tuple(
            Paragraph(one.text, language, one.article.replace("_", " ").lower())
            for one in found.paragraphs
        ),
        tuple(
            Question(one.key, one.text, language, one.paragraph, one.answers)
            for one in found.questions
        ),
    )
