"""How well the program answers a question set: its own build, its own index, its own engine."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from corpus.errors import CitedQAError
from index.build import build
from index.embedder import Embedder
from index.opened import open_index
from index.passage_index import Filter
from language.tags import family
from qa.answers import Answer, Citation
from qa.engine import Engine
from qa.evaluation.measures import exact, f1, holds
from qa.evaluation.outcomes import NOT_FOUND, Asked, measured
from qa.evaluation.question_sets import QuestionSet, SetQuestion
from qa.reading.sentences import SentenceRanker

Done = Callable[[int, int], None]  # questions asked, of how many


class Evaluation:
    """One question set over an index of paragraphs."""

    def __init__(
        self, folder: Path, paragraphs: QuestionSet, ranker: SentenceRanker, embedder: Embedder
    ) -> None:
        self._articles = list(dict.fromkeys(one.article for one in paragraphs.paragraphs))
        self._corpus = folder / "corpus"
        self._paths = _written(self._corpus, paragraphs, self._articles)
        self._paragraphs = paragraphs
        report = build(folder / "corpus", folder / "index", embedder)
        opened, _ = open_index(folder / "index", embedder)
        self.passages = report.passages
        self.engine = Engine(opened, ranker, embedder)
        self._answers = {one.key: one.answers for one in paragraphs.questions}

    def ask(self, question: SetQuestion, language: str | None) -> Asked:
        """Ask *question* twice: of all paragraphs, and of all but its article's.

        The set says in which *language*; where it does not, the program's guess is taken.
        In a parallel set its answers are those that the paragraphs' own language has.
        """
        wanted = self._paths[question.paragraph]
        answers = self._answers.get(question.key, ())
        answer = self.engine.ask(question.text)
        places = _places(answer)
        best = next(iter((*answer.citations, *answer.nearest)), None)
        without = self._without(question) if answers else None
        return Asked(
            places.get(wanted, NOT_FOUND),
            bool(answers),
            best is not None and best.document == wanted and holds(best.text, answers),
            answer.confidence,
            without.confidence if without else None,
            answer.kind,
            without.kind if without else None,
            language is None or family(answer.language) == family(language),
            *_short(best, answers),
            all(self._replays(one) for one in (*answer.citations, *answer.nearest)),
            answer.seconds,
        )

    def _replays(self, citation: Citation) -> bool:
        with (self._corpus / citation.document).open(encoding="utf-8", newline="") as file:
            return file.read()[citation.start : citation.end] == citation.quote

    def _without(self, question: SetQuestion) -> Answer | None:
        article = self._paragraphs.paragraphs[question.paragraph].article
        others = [_folder(n) for n, one in enumerate(self._articles) if one != article]
        among = Filter(tuple(others))
        return self.engine.ask(question.text, among=among) if others else None


def evaluate(
    questions: QuestionSet,
    paragraphs: QuestionSet,
    ranker: SentenceRanker,
    embedder: Embedder,
    report: Done,
    most: int | None = None,
) -> dict[str, Any]:
    """Return the measures of *questions* asked of *paragraphs*, as plain values.

    Args:
        questions: What is asked.
        paragraphs: What is asked of: the same set, or its parallel in another language.
        ranker: Reads the passages.
        embedder: What the index is made with.
        report: Told how far it is.
        most: Ask only so many questions, spread evenly over the set.

    Raises:
        CitedQAError: If the two sets are not parallel.
    """
    if len(questions.paragraphs) != len(paragraphs.paragraphs):
        raise CitedQAError(
            "sets_differ",
            questions=questions.name,
            asked=len(questions.paragraphs),
            paragraphs=paragraphs.name,
            held=len(paragraphs.paragraphs),
        )
    chosen = questions.questions
    if most and most < len(chosen):
        chosen = tuple(chosen[at * len(chosen) // most] for at in range(most))
    with tempfile.TemporaryDirectory() as folder:
        evaluation = Evaluation(Path(folder), paragraphs, ranker, embedder)
        asked = []
        for number, question in enumerate(chosen, start=1):
            asked.append(evaluation.ask(question, questions.language))
            report(number, len(chosen))
    return {
        "questions": questions.name,
        "paragraphs": paragraphs.name,
        "passages": evaluation.passages,
        **measured(asked),
    }


def _places(answer: Answer) -> dict[str, int]:
    """Return for each document in which place it was retrieved, from 1."""
    passages = answer.explanation.reading.passages if answer.explanation else []
    paths = dict.fromkeys(passage.hit.record.document.path for passage in passages)
    return {path: place for place, path in enumerate(paths, start=1)}


def _short(best: Citation | None, answers: Sequence[str]) -> tuple[float, float]:
    """Return exact match and F1 of the short answer, or of the sentence where there is none."""
    if best is None or not answers:
        return 0.0, 0.0
    words = best.text[slice(*best.answering)]
    return (
        exact(words, answers, best.language),
        f1(words, answers, best.language),
    )


def _folder(number: int) -> str:
    return f"{number:04d}"


def _written(corpus: Path, paragraphs: QuestionSet, articles: list[str]) -> list[str]:
    """Write each paragraph as a file, an article a folder; return their paths in order."""
    places = {title: _folder(number) for number, title in enumerate(articles)}
    paths = []
    for number, paragraph in enumerate(paragraphs.paragraphs):
        path = f"{places[paragraph.article]}/{number:05d}.txt"
        (corpus / path).parent.mkdir(parents=True, exist_ok=True)
        (corpus / path).write_text(paragraph.text + "\n", "utf-8")
        paths.append(path)
    return paths


def table(reports: Sequence[dict[str, Any]]) -> str:
    """Return the measures of question sets as a Markdown table, a line a measure."""
    names = [
        report["questions"] if report["questions"] == report["paragraphs"]
        else f"{report['questions']} of {report['paragraphs']}"
        for report in reports
    ]  # fmt: skip
    lines = [f"| | {' | '.join(names)} |", "|---|" + "--:|" * len(names)]
    for name in [key for key in reports[0] if key not in {"questions", "paragraphs"}]:
        values = [one[name] for one in reports]
        if isinstance(values[0], list):
            continue  # what is to be plotted
        if isinstance(values[0], dict) and "mean" not in values[0]:
            for part in values[0]:
                cells = [_measure(one[part]) for one in values]
                lines.append(f"| {name}: {part} | {' | '.join(cells)} |")
        else:
            lines.append(f"| {name} | {' | '.join(map(_measure, values))} |")
    return "\n".join(lines)


def _measure(value: Any) -> str:  # noqa: ANN401 - a number, a share with its interval, or none
    if value is None:
        return "–"
    if isinstance(value, dict):
        return f"{value['mean']:.3f} ({value['low']:.3f}–{value['high']:.3f})"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
