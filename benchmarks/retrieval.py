"""Recall of the right paragraph on the public test sets, stage by stage.

    python -m benchmarks.retrieval --data EVAL --work FOLDER

All paragraphs of a set are the index.  Columns: the vectors as the model gives them, the same
centred by language, BM25, what retrieval makes of both, and the order after the best passages
were read.  NTREX: find the same sentence of a news story in another language.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.sentence_embedder import default_embedder
from qa.answering import RETRIEVED
from qa.evaluation.measures import interval
from qa.evaluation.question_sets import Paragraph, QuestionSet, SetQuestion, read_set
from qa.reading.sentences import SentenceRanker, rank
from qa.service import ranker_of
from qa.settings import Settings
from training.collection import Collection, asked, paragraph_collection

SETS = {
    "XQuAD en": ("xquad.en.json", "en"),
    "XQuAD zh": ("xquad.zh.json", "zh-Hans"),
    "DRCD zh-Hant": ("drcd.zh-Hant.json", "zh-Hant"),
    "CMRC zh-Hans": ("cmrc.zh-Hans.json", "zh-Hans"),
    "PIAF fr": ("piaf.fr.json", "fr"),
}
ACROSS = {"XQuAD en → zh": ("XQuAD en", "XQuAD zh"), "XQuAD zh → en": ("XQuAD zh", "XQuAD en")}
NTREX = {"en": "eng", "fr": "fra", "zh-Hans": "zho_Hans", "zh-Hant": "zho_Hant"}
PAIRS = (
    ("fr", "zh-Hans"),
    ("zh-Hans", "fr"),
    ("en", "zh-Hans"),
    ("zh-Hans", "en"),
    ("zh-Hant", "en"),
)
COLUMNS = ("vectors", "centred", "BM25", "retrieved", "read")
EVERYTHING = 10**6


@dataclass(frozen=True)
class Searched:
    """A set of passages with the vectors as the model gives them."""

    collection: Collection
    raw: NDArray[np.float32]
    ranker: SentenceRanker

    @classmethod
    def of(cls, among: QuestionSet, work: Path) -> Searched:
        """Index the paragraphs of a set."""
        settings = Settings.from_env()
        made = paragraph_collection([among], default_embedder(settings.cache), work)
        raw = made.embedder.embed_passages([one.text for one in among.paragraphs])
        return cls(made, raw, ranker_of(settings, made.embedder))

    def places(self, posed: SetQuestion, raw_row: NDArray[np.float32]) -> list[int]:
        """Return at which place each column has the question's paragraph; ties are against it."""
        collection, wanted = self.collection, posed.paragraph
        question = collection.questions[posed.text]
        words = question.query.translations or [(one,) for one in question.query.terms]
        overlaps = collection.overlaps(words)
        scores = (self.raw @ raw_row, collection.dense @ question.query.row, overlaps)
        known = [int((column >= column[wanted]).sum()) for column in scores]
        known[2] = known[2] if overlaps[wanted] > 0 else EVERYTHING
        ranked = rank(self.ranker.judge, question, collection.search(question.query, RETRIEVED))
        for order in (ranked, self.ranker.read(question, ranked).passages):
            numbers = [each.hit.record.number for each in order]
            known.append(numbers.index(wanted) + 1 if wanted in numbers else EVERYTHING)
        return known


def recall(questions: QuestionSet, among: Searched) -> str:
    """Return the cells of one line: recall at 1 with its interval, and at 5, of each column."""
    asked(among.collection, [one.text for one in questions.questions])
    rows = among.collection.embedder.embed_questions([one.text for one in questions.questions])
    places = np.array(
        [among.places(one, row) for one, row in zip(questions.questions, rows, strict=True)]
    )
    cells = []
    for column in range(len(COLUMNS)):
        first = (places[:, column] <= 1).astype(float)
        low, high = interval(first.tolist())
        five = (places[:, column] <= 5).mean()
        cells.append(f"{first.mean():.3f} ({low:.3f}–{high:.3f}) / {five:.3f}")
    return " | ".join(cells)


def news(folder: Path, asked_in: str, told_in: str) -> tuple[QuestionSet, QuestionSet]:
    """Return NTREX's sentences in one language as questions, in another as paragraphs."""
    texts = {
        language: [
            line.split("\t", 1)[1]
            for line in (folder / f"{NTREX[language]}.tsv").read_text("utf-8").splitlines()
        ]
        for language in (asked_in, told_in)
    }
    questions = tuple(
        SetQuestion(str(n), text, asked_in, n, (text,)) for n, text in enumerate(texts[asked_in])
    )
    paragraphs = tuple(Paragraph(text, told_in, str(n)) for n, text in enumerate(texts[told_in]))
    return QuestionSet(asked_in, (), questions), QuestionSet(told_in, paragraphs, ())


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="folder for embeddings")
    options = parser.parse_args()
    sets = {name: read_set(options.data / file, tag) for name, (file, tag) in SETS.items()}
    searched = {name: Searched.of(each, options.work) for name, each in sets.items()}
    print("| recall at 1 / at 5 | n | " + " | ".join(COLUMNS) + " |")
    print("|---|--:|" + "--:|" * len(COLUMNS))
    pairs = {name: (name, name) for name in SETS} | ACROSS
    for name, (of, among) in pairs.items():
        cells = recall(sets[of], searched[among])
        print(f"| {name} | {len(sets[of].questions)} | {cells} |", flush=True)
    for asked_in, told_in in PAIRS:
        questions, paragraphs = news(options.data / "ntrex", asked_in, told_in)
        cells = recall(questions, Searched.of(paragraphs, options.work))
        name = f"NTREX {asked_in} → {told_in}"
        print(f"| {name} | {len(questions.questions)} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
