"""How well the program answers a question set: its own build, its own index, its own engine."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.tags import family
from index.build import build
from index.embedder import Embedder
from index.filters import Filter
from index.opened import open_index
from qa import metrics
from qa.answers import Citation
from qa.engine import Engine
from qa.judge import Judge
from qa.question_sets import QuestionSet, SetQuestion

Report = Callable[[int, int], None]  # questions asked, of how many

NOT_FOUND = 10**6  # the place of a paragraph that was not retrieved


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of one question."""

    place: int  # of its paragraph among those retrieved, from 1; NOT_FOUND if it is not there
    answerable: bool
    right: bool  # the best sentence is from its paragraph and holds an answer
    confidence: float
    without: float | None  # the confidence once the whole article is out of the index
    declined: bool
    language: bool  # the program spoke the question's language
    exact: float  # of the short answer
    f1: float
    seconds: float


class Evaluation:
    """One question set over an index of paragraphs."""

    def __init__(
        self, folder: Path, paragraphs: QuestionSet, embedder: Embedder, judge: Judge
    ) -> None:
        self._articles = list(dict.fromkeys(one.article for one in paragraphs.paragraphs))
        self._paths = _written(folder / "corpus", paragraphs, self._articles)
        self._paragraphs = paragraphs
        report = build(folder / "corpus", folder / "index", embedder)
        opened, _ = open_index(folder / "index", embedder)
        self.passages = report.passages
        self.engine = Engine(opened, embedder, judge)
        self._answers = {one.key: one.answers for one in paragraphs.questions}

    def ask(self, question: SetQuestion, language: str) -> Asked:
        """Ask *question* twice: of all paragraphs, and of all but its article's.

        In a parallel set its answers are those that the paragraphs' own language has.
        """
        wanted = self._paths[question.paragraph]
        answers = self._answers.get(question.key, ())
        answer, why = self.engine.explained(question.text)
        found = dict.fromkeys(one.hit.record.document.path for one in why.reading.passages)
        places = {path: place for place, path in enumerate(found, start=1)}
        best = next(iter((*answer.citations, *answer.nearest)), None)
        return Asked(
            places.get(wanted, NOT_FOUND),
            bool(answers),
            best is not None and best.document == wanted and metrics.holds(best.text, answers),
            answer.confidence,
            self._without(question) if answers else None,
            answer.declined,
            family(answer.language) == family(language),
            *_short(best, answers),
            answer.seconds,
        )

    def _without(self, question: SetQuestion) -> float:
        article = self._paragraphs.paragraphs[question.paragraph].article
        others = [_folder(n) for n, one in enumerate(self._articles) if one != article]
        return self.engine.ask(question.text, among=Filter(tuple(others))).confidence


def evaluate(
    questions: QuestionSet,
    paragraphs: QuestionSet,
    embedder: Embedder,
    judge: Judge,
    report: Report,
    most: int | None = None,
) -> dict[str, Any]:
    """Return the measures of *questions* asked of *paragraphs*, as plain values.

    Args:
        questions: What is asked.
        paragraphs: What is asked of: the same set, or its parallel in another language.
        embedder: The model.
        judge: The weights.
        report: Told how far it is.
        most: Ask only so many questions, spread evenly over the set.
    """
    chosen = questions.questions
    if most and most < len(chosen):
        chosen = tuple(chosen[at * len(chosen) // most] for at in range(most))
    with tempfile.TemporaryDirectory() as folder:
        evaluation = Evaluation(Path(folder), paragraphs, embedder, judge)
        asked = []
        for number, one in enumerate(chosen, start=1):
            language = evaluation.engine.language(one.text)
            asked.append(evaluation.ask(one, language))
            report(number, len(chosen))
    return {
        "questions": questions.name,
        "paragraphs": paragraphs.name,
        "passages": evaluation.passages,
        **measured(asked),
    }


def measured(asked: Sequence[Asked]) -> dict[str, Any]:
    """Return the measures of DESIGN's section 8; shares have their 95 % interval beside them."""
    can = [one for one in asked if one.answerable]
    seconds = [one.seconds for one in asked]
    right = [one for one in can if one.right]
    gone = [one.without for one in can if one.without is not None]
    beside = [one.confidence for one in asked if not one.answerable]
    answered = [one for one in can if not one.declined]
    shares = {
        "recall@1": [float(one.place <= 1) for one in can],
        "recall@5": [float(one.place <= 5) for one in can],
        "recall@10": [float(one.place <= 10) for one in can],
        "mrr@10": [1 / one.place if one.place <= 10 else 0.0 for one in can],
        "first sentence right": [float(one.right) for one in can],
        "short answer exact": [one.exact for one in can],
        "short answer f1": [one.f1 for one in can],
        "answered": [float(not one.declined) for one in can],
        "right of answered": [float(one.right) for one in answered],
        "language matches": [float(one.language) for one in asked],
    }
    return {
        "n": len(asked),
        "unanswerable": len(beside),
        **{name: _share(values) for name, values in shares.items()},
        "decline auroc": {
            "article taken out": metrics.auroc([one.confidence for one in can], gone),
            "right answers, article taken out": metrics.auroc(
                [one.confidence for one in right], gone
            ),
            "beside the paragraph": metrics.auroc([one.confidence for one in can], beside),
        },
        "calibration error": metrics.calibration_error(
            [one.confidence for one in can] + gone,
            [one.right for one in can] + [False] * len(gone),
        ),
        "seconds p50": statistics.median(seconds),
        "seconds p95": sorted(seconds)[int(0.95 * len(seconds))],
    }


def _share(values: list[float]) -> dict[str, float]:
    low, high = metrics.interval(values)
    mean = statistics.fmean(values) if values else float("nan")
    return {"mean": round(mean, 4), "low": round(low, 4), "high": round(high, 4)}


def _short(best: Citation | None, answers: Sequence[str]) -> tuple[float, float]:
    """Return exact match and F1 of the short answer, or of the sentence where there is none."""
    if best is None or not answers:
        return 0.0, 0.0
    words = best.text[slice(*best.highlight)] if best.highlight else best.text
    return (
        metrics.exact(words, answers, best.language),
        metrics.f1(words, answers, best.language),
    )


def _folder(number: int) -> str:
    return f"{number:04d}"


def _written(corpus: Path, paragraphs: QuestionSet, articles: list[str]) -> list[str]:
    """Write each paragraph as a file, an article a folder; return their paths in order."""
    places = {title: _folder(number) for number, title in enumerate(articles)}
    paths = []
    for number, one in enumerate(paragraphs.paragraphs):
        path = f"{places[one.article]}/{number:05d}.txt"
        (corpus / path).parent.mkdir(parents=True, exist_ok=True)
        (corpus / path).write_text(one.text + "\n", "utf-8")
        paths.append(path)
    return paths
