"""Question sets in SQuAD's layout (Rajpurkar et al. 2016)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import CitedQAError
from language.tags import UNKNOWN

LAYOUT = (
    '{"data": [{"title": …, "paragraphs": [{"context": …, "qas": [{"id", "question", '
    '"answers": [{"text", "answer_start"}]}]}]}]}'
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a set."""

    text: str
    language: str  # BCP 47; ``und`` where nobody says it
    article: str

    @property
    def subject(self) -> str:
        """Its article's title as all sets can be compared: SQuAD and XQuAD write it differently."""
        return self.article.replace("_", " ").lower()


@dataclass(frozen=True, slots=True)
class SetQuestion:
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
    questions: tuple[SetQuestion, ...]
    language: str | None = None  # BCP 47, if the file says it


def read_set(path: Path, language: str | None = None) -> QuestionSet:
    """Return the set in the file *path*, which is in *language* where the file does not say it.

    Raises:
        CitedQAError: If it is not in SQuAD's layout or asks nothing.
    """
    paragraphs: list[Paragraph] = []
    questions: list[SetQuestion] = []
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        language = content.get("language") or language
        tag = language or UNKNOWN
        for number, article in enumerate(content["data"]):
            title = str(article.get("title") or number)
            for paragraph in article["paragraphs"]:
                questions += [
                    SetQuestion(
                        str(asked["id"]), str(asked["question"]), tag, len(paragraphs),
                        tuple(str(answer["text"]) for answer in asked["answers"]),
                    )
                    for asked in paragraph["qas"]
                ]  # fmt: skip
                text = str(paragraph["context"]).lstrip("\ufeff")
                paragraphs.append(Paragraph(text, tag, title))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        kind, why = type(error).__name__, str(error)
        raise CitedQAError("set_unread", path=path, kind=kind, error=why, layout=LAYOUT) from error
    if not questions:
        raise CitedQAError("set_empty", path=path)
    return QuestionSet(path.name, tuple(paragraphs), tuple(questions), language)
