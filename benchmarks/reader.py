"""The trained reader alone: the paragraph is given, which words of it answer?

    python -m benchmarks.reader --data EVAL [--train TRAIN] [--questions 300]

Exact match and F1 as SQuAD and CMRC 2018 count them, with 95 % intervals; whether the words are
in the sentence that holds the answer; and, where the set has questions that its paragraphs do not
answer, how well these are told apart.  With ``--train``, SQuAD 2's articles that the reader was
not trained on are asked too.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.retrieval import ACROSS, SETS
from index.sentence_embedder import default_embedder
from language.sentences import sentence_spans
from qa.evaluation import measures
from qa.evaluation.question_sets import QuestionSet, SetQuestion, read_set
from qa.reading.trained import SpanReader, Words, best_words, trained_reader
from qa.settings import Settings
from training.items import held_out

TOGETHER = 5  # passages of a question, for the latency
UNANSWERABLE = "unanswerable.zh-Hans.json"


@dataclass(frozen=True)
class Read:
    """What the reader made of one question."""

    answerable: bool
    exact: float
    f1: float
    in_sentence: bool
    odds: float

    @property
    def chance(self) -> float:
        """That the paragraph answers, as the reader sees it."""
        return float(1 / (1 + np.exp(-self.odds)))


def read(reader: SpanReader, questions: QuestionSet, among: QuestionSet, most: int) -> list[Read]:
    """Ask questions of their own paragraphs in *among*, the same set or its parallel."""
    answers = {one.key: one.answers for one in among.questions}
    outcomes = []
    for question in questions.questions[:: max(1, len(questions.questions) // most)]:
        paragraph = among.paragraphs[question.paragraph]
        text, known = paragraph.text, answers.get(question.key, ())
        (marks,) = reader.marks(question.text, [text])
        words = best_words(text, marks, (0, len(text)))
        answer = text[slice(*words.span)]
        outcomes.append(
            Read(
                bool(known),
                measures.exact(answer, known, paragraph.language),
                measures.f1(answer, known, paragraph.language),
                measures.holds(_sentence(text, words, paragraph.language), known),
                words.odds,
            )
        )
    return outcomes


def _sentence(text: str, words: Words, language: str) -> str:
    """Return the sentence that the answer begins in."""
    spans = sentence_spans(text, language)
    return next((text[a:b] for a, b in spans if a <= words.span[0] < b), "")


def cells(outcomes: Sequence[Read]) -> str:
    """Return the cells of a row: of the answerable, and of what is told apart."""
    can = [one for one in outcomes if one.answerable]
    shares = []
    for values in ([one.exact for one in can], [one.f1 for one in can]):
        low, high = measures.interval(values)
        shares.append(f"{np.mean(values):.3f} ({low:.3f}–{high:.3f})")
    hit = np.mean([one.in_sentence for one in can])
    return f"{len(can)} | {' | '.join(shares)} | {hit:.3f} | {_told_apart(outcomes)}"


def _told_apart(outcomes: Sequence[Read]) -> str:
    can = [one for one in outcomes if one.answerable]
    none = [one for one in outcomes if not one.answerable]
    if not none:
        return "| | | "
    declined = [one.odds < 0 for one in outcomes]
    truly = sum(one.odds < 0 for one in none)
    f1 = 2 * truly / (sum(declined) + len(none))
    overall = (sum(one.f1 for one in can if one.odds >= 0) + truly) / len(outcomes)
    area = measures.auroc([one.odds for one in can], [one.odds for one in none])
    error = measures.calibration_error(
        [one.chance for one in outcomes], [one.answerable for one in outcomes]
    )
    return f"{len(none)} | {area:.3f} | {f1:.3f} / {overall:.3f} | {error:.3f}"


def latency(reader: SpanReader, asked: QuestionSet, count: int = 60) -> tuple[float, float]:
    """Return the p50 and p95 of reading five paragraphs for a question, milliseconds."""
    taken = []
    texts = [paragraph.text for paragraph in asked.paragraphs]
    for number, question in enumerate(asked.questions[:count]):
        some = [texts[(number + n) % len(texts)] for n in range(TOGETHER)]
        started = time.perf_counter()
        reader.marks(question.text, some)
        taken.append((time.perf_counter() - started) * 1e3)
    return float(np.percentile(taken, 50)), float(np.percentile(taken, 95))


def unseen(path: Path) -> QuestionSet:
    """Return SQuAD 2's questions on the articles that the reader was not trained on."""
    squad = read_set(path, "en")

    def kept(question: SetQuestion) -> bool:
        return held_out(squad.paragraphs[question.paragraph].subject)

    return QuestionSet(squad.name, squad.paragraphs, tuple(filter(kept, squad.questions)))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--train", type=Path)
    parser.add_argument("--questions", type=int, default=10**6, help="at most of each set")
    options = parser.parse_args()
    cache = Settings.from_env().cache
    reader = trained_reader(cache, default_embedder(cache))
    sets = {name: read_set(options.data / file, tag) for name, (file, tag) in SETS.items()}
    asked = [(n, sets[a], sets[b]) for n, (a, b) in ({s: (s, s) for s in SETS} | ACROSS).items()]
    if options.train:
        squad = unseen(options.train / "squad2.en.json")
        asked.append(("SQuAD 2, held out", squad, squad))
    none = read_set(options.data / UNANSWERABLE, "zh-Hans")
    asked.append(("SQuAD 2 in Chinese", none, none))
    print(
        "| set | n | exact | F1 | in the right sentence | none | AUROC | none F1 / all F1 | ECE |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for name, questions, among in asked:
        print(
            f"| {name} | {cells(read(reader, questions, among, options.questions))} |", flush=True
        )
    for name, questions in sets.items():
        middle, high = latency(reader, questions)
        print(f"{name}: {TOGETHER} paragraphs in {middle:.0f} ms p50, {high:.0f} ms p95")


if __name__ == "__main__":
    main()
