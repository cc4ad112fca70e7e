"""What the fast profile loses and gains: both indexes over the same paragraphs, the same questions.

    python -m benchmarks.fast_profile --data ../shared/eval --work DIR [--questions 300]

Every paragraph of a set is a document; a question is right if the passage that the judge ranks
first (or among the first five) is from its paragraph.  Nothing is fitted here.
"""

from __future__ import annotations

import argparse
import shutil
import time
from pathlib import Path

from benchmarks.datasets import QuestionSet, load_squad
from benchmarks.retrieval import SETS
from corpus.language import detect
from index.build import build
from index.embedder import Embedder
from index.fast_embedder import FastEmbedder
from index.opened import PassageIndex, open_index, query
from index.sentence_embedder import default_embedder
from index.two_stage import TwoStage
from qa.judge import fitted_judge
from qa.question import Question
from qa.reader import rank
from qa.settings import Settings


def places(index: PassageIndex, exact: Embedder, asked: QuestionSet, count: int) -> list[int]:
    """Return at which place the paragraph of each question was found; 99 for not at all."""
    found = []
    for one in asked.questions[:: max(1, len(asked.questions) // count)][:count]:
        language = detect(one.text)
        wanted = query(one.text, language, exact)
        question = Question.of(wanted, index)
        ranked = rank(fitted_judge(), question, index.search(wanted, 40))
        paths = list(dict.fromkeys(each.hit.record.document.path for each in ranked))
        path = f"{one.paragraph:05d}.txt"
        found.append(paths.index(path) + 1 if path in paths else 99)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=300)
    options = parser.parse_args()
    exact, quick = default_embedder(Settings.from_env().cache), FastEmbedder()
    exact.embed_questions(["warm"])
    quick.embed_questions(["warm"])
    print("| set | passages | build s, e5 | build s, fast | R@1 / R@5, e5 | R@1 / R@5, fast"
          " | question ms, e5 | fast |\n|---|--:|--:|--:|--:|--:|--:|--:|")  # fmt: skip
    for name, (file, language) in SETS.items():
        asked = load_squad(options.data / file, language)
        folder = options.work / language / file
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "corpus").mkdir(parents=True)
        for number, paragraph in enumerate(asked.paragraphs):
            path = folder / "corpus" / f"{number:05d}.txt"
            path.write_text(paragraph.text, "utf-8")
        built, recalls, times = [], [], []
        for which, embedder in (("e5", exact), ("fast", quick)):
            report = build(folder / "corpus", folder / which, embedder)
            built.append(f"{report.seconds:.0f}")
            opened, _ = open_index(folder / which, embedder)
            index = opened if embedder is exact else TwoStage(opened, quick, exact)
            started = time.perf_counter()
            found = places(index, exact, asked, options.questions)
            times.append(f"{(time.perf_counter() - started) / len(found) * 1e3:.0f}")
            first, five = (sum(one <= n for one in found) / len(found) for n in (1, 5))
            recalls.append(f"{first:.3f} / {five:.3f}")
        cells = [str(report.passages), *built, *recalls, *times]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
