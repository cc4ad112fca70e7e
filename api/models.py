"""What programs send and get: the shapes that the OpenAPI description tells."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from index.passage_index import Filter
from qa.answers import AnswerKind

LONGEST_PATH = 1000


Path = Annotated[str, Field(max_length=LONGEST_PATH)]
Date = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
        examples=["2017", "2017-05"],
    ),
]
Language = Literal["auto", "en", "fr", "zh-Hans", "zh-Hant"]


class Among(BaseModel):
    """Which documents are asked; what is empty asks for nothing."""

    model_config = ConfigDict(extra="forbid")
    paths: list[Path] = Field(
        default=[], max_length=100, description="Documents or folders, any of them."
    )
    languages: list[str] = Field(
        default=[], max_length=20, description='BCP 47; "zh" is both scripts.', examples=[["fr"]]
    )
    since: Date | None = Field(default=None, description="Records of this date or later; ISO 8601.")
    until: Date | None = Field(default=None, description="Records of this date or earlier.")

    @property
    def filter(self) -> Filter:
        """The same as the index takes it."""
        return Filter(tuple(self.paths), tuple(self.languages), self.since or "", self.until or "")


class Question(Among):
    """A question, and of what it is asked."""

    question: str = Field(
        min_length=1, max_length=1000, examples=["How long is the Jakarta–Bandung railway?"]
    )
    language: Language = Field(
        default="auto", description="What the program speaks; auto: the question's."
    )
    top_k: int = Field(default=3, ge=1, le=50, description="Citations at most.")
    before: str | None = Field(
        default=None, max_length=10_000,
        description="The question before as it was understood, which this one may follow up.",
    )  # fmt: skip


class Search(Among):
    """What is searched for, by meaning and by words."""

    query: str = Field(min_length=1, max_length=1000, examples=["railways in Southeast Asia"])
    count: int = Field(default=10, ge=1, le=40, description="Passages at most.")


class Quote(Among):
    """A quote that is looked for word for word."""

    quote: str = Field(min_length=1, max_length=20_000, examples=["142 kilometres"])


class Draft(Among):
    """A text that is checked sentence by sentence."""

    text: str = Field(min_length=1, max_length=20_000)


class Name(Among):
    """A name of which every mention is wanted."""

    name: str = Field(min_length=1, max_length=200, examples=["Jakarta"])


class Selector(BaseModel):
    """A selector of the W3C's Web Annotation Data Model, in code points of the source text."""

    model_config = ConfigDict(extra="allow")
    type: Literal["TextQuoteSelector", "TextPositionSelector"]


class Citation(BaseModel):
    """A quote and where it stands: ``quote == source[start:end]``, in code points."""

    model_config = ConfigDict(extra="allow")
    document: str
    title: str
    sha256: str
    start: int
    end: int
    quote: str
    language: str
    page: int | None
    date: str | None
    link: str = Field(description="Opens the document at the quote on the page.")
    selector: list[Selector]


class CitedSentence(Citation):
    """A citation of an answer."""

    text: str = Field(description="The quote in reading view: without wraps and residue.")
    score: float = Field(description="The probability that it answers, 0 to 1.")
    highlight: list[int] | None = Field(description="The answering words, offsets into ``text``.")


class AnswerObject(BaseModel):
    """The answer object of `cited-qa ask --json`, with selectors and links."""

    model_config = ConfigDict(extra="allow")
    question: str
    understood: str
    language: str
    kind: AnswerKind
    declined: bool
    confidence: float
    answer: str | None
    short_answer: str | None
    citations: list[CitedSentence]
    nearest: list[CitedSentence]
    generation: str


class PassageFound(Citation):
    """A passage with the probability that it holds an answer."""

    text: str
    score: float


class Passages(BaseModel):
    """Passages, the likeliest first."""

    passages: list[PassageFound]
    generation: str


class QuoteVerdict(BaseModel):
    """The object of `cited-qa verify-quote --json`, with selectors and links."""

    model_config = ConfigDict(extra="allow")
    quote: str
    status: Literal["verified", "repaired", "absent"]
    matches: list[Citation]
    near: list[Citation]


class MentionsFound(BaseModel):
    """The object of `cited-qa mentions --json`, with selectors and links."""

    model_config = ConfigDict(extra="allow")
    asked: str
    places: int
    mentions: list[Citation]
    generation: str


class TextChecked(BaseModel):
    """The object of `cited-qa check-text --json`, with selectors and links."""

    model_config = ConfigDict(extra="allow")
    counts: dict[str, int]
    sentences: list[dict[str, Any]]
