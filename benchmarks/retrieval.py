"""Recall of the right paragraph on the public test sets, part by part.

    python -m benchmarks.retrieval --data ../shared/eval --work FOLDER

All paragraphs of a set are the index.  Columns: the vectors as the model gives them, the same
centred by language, BM25, and what the program does with both.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.collection import Collection, asked, paragraph_collection
from benchmarks.datasets import QuestionSet, load_squad
from index.sentence_embedder import default_embedder
from qa.judge import fitted_judge
from qa.reader import situation
from qa.settings import Settings

SETS = {
    "XQuAD en": ("xquad.en.json", "en"),
    "XQuAD zh": ("xquad.zh.json", "zh-Hans"),
    "DRCD zh-Hant": ("drcd.zh-Hant.json", "zh-Hant"),
    "CMRC zh-Hans": ("cmrc.zh-Hans.json", "zh-Hans"),
    "PIAF fr": ("piaf.fr.json", "fr"),
}
ACROSS = {"XQuAD en → zh": ("XQuAD en", "XQuAD zh"), "XQuAD zh → en": ("XQuAD zh", "XQuAD en")}
COLUMNS = ("vectors", "centred", "BM25", "both")


def scores(
    collection: Collection, raw: NDArray[np.float32], text: str, raw_row: NDArray[np.float32]
) -> dict[str, NDArray[np.float64]]:
    """Return the score of every paragraph by each column's way."""
    question = asked(collection, text)
    cosines = collection.dense @ question.query.row
    overlaps = collection.overlaps(question.query)
    which = situation(question.language, collection.passages[0].language)
    rows = np.column_stack([cosines, overlaps]).astype(np.float64)
    values = (raw @ raw_row, cosines, overlaps, fitted_judge().passages(which, rows))
    return {name: np.asarray(one, np.float64) for name, one in zip(COLUMNS, values, strict=True)}


def recall(questions: QuestionSet, collection: Collection, raw: NDArray[np.float32]) -> str:
    """Return the cells of one line: recall at 1 and at 5 of each column."""
    rows = collection.embedder.embed_questions([one.text for one in questions.questions])
    places: dict[str, list[int]] = {name: [] for name in COLUMNS}
    for one, row in zip(questions.questions, rows, strict=True):
        for name, found in scores(collection, raw, one.text, row).items():
            # Equal scores count against the system.
            places[name].append(int((found >= found[one.paragraph]).sum()))
    cells = []
    for name in COLUMNS:
        place = np.array(places[name])
        cells.append(f"{(place <= 1).mean():.3f} / {(place <= 5).mean():.3f}")
    return " | ".join(cells)


def collections(
    sets: Sequence[QuestionSet], work: Path
) -> list[tuple[QuestionSet, Collection, NDArray[np.float32]]]:
    """Return each set with its index and the vectors as the model gives them."""
    embedder = default_embedder(Settings.from_env().cache)
    found = []
    for each in sets:
        collection = paragraph_collection([each], embedder, work, sentences=False)
        raw = embedder.embed_passages([one.text for one in each.paragraphs])
        found.append((each, collection, raw))
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="folder for embeddings")
    options = parser.parse_args()
    sets = [load_squad(options.data / name, language) for name, language in SETS.values()]
    loaded = dict(zip(SETS, collections(sets, options.work), strict=True))
    print("| recall at 1 / at 5 | n | " + " | ".join(COLUMNS) + " |")
    print("|---|--:|" + "--:|" * len(COLUMNS))
    pairs = {name: (name, name) for name in SETS} | ACROSS
    for name, (of, among) in pairs.items():
        questions = loaded[of][0]
        cells = recall(questions, *loaded[among][1:])
        print(f"| {name} | {len(questions.questions)} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
