"""What the fast profile loses and gains: both indexes over the same paragraphs, the same questions.

    python -m benchmarks.fast_profile --data ../shared/eval --work DIR [--questions 300]
        [--among CORPUS [--vectors INDEX/embeddings.sqlite]]

Every paragraph of a set is a document; a question is right if the passage that stands
first (or among the first five) once the best were read is from its paragraph.  Nothing is fitted here.  With --among all
sets stand in one index together with the files of another folder, as in a large corpus; vectors
that an earlier build of that folder made need not be made again.
"""

from __future__ import annotations

import argparse
import shutil
import time
from pathlib import Path

from benchmarks.datasets import QuestionSet, load_squad
from benchmarks.retrieval import SETS
from corpus.language import detect
from index.build import CACHE, build
from index.fast_embedder import FastEmbedder
from index.opened import PassageIndex, open_index, query
from index.sentence_embedder import default_embedder
from index.two_stage import TwoStage
from qa.assembly import reader_of
from qa.question import Question
from qa.reader import SentenceReader, rank
from qa.settings import Settings

# These are translations of each other: paragraph n says the same in both.
TWINS = {"xquad.en.json", "xquad.zh.json"}


def places(
    index: PassageIndex, reader: SentenceReader, asked: QuestionSet, count: int
) -> list[int]:
    """Return at which place the paragraph of each question was found; 99 for not at all."""
    found = []
    twins = TWINS if asked.name in TWINS else {asked.name}
    for one in asked.questions[:: max(1, len(asked.questions) // count)][:count]:
        language = detect(one.text)
        wanted = query(one.text, language, reader.embedder)
        question = Question.of(wanted, index)
        ranked = rank(reader.judge, question, index.search(wanted, 40))
        order = reader.read(question, ranked).passages
        paths = list(dict.fromkeys(each.hit.record.document.path for each in order))
        right = {f"{name}/{one.paragraph:05d}.txt" for name in twins}
        found.append(next((at for at, path in enumerate(paths, 1) if path in right), 99))
    return found


def measured(
    index: PassageIndex, reader: SentenceReader, asked: QuestionSet, count: int
) -> tuple[str, str]:
    """Return the recall at 1 and 5, and the milliseconds of a question."""
    started = time.perf_counter()
    found = places(index, reader, asked, count)
    taken = f"{(time.perf_counter() - started) / len(found) * 1e3:.0f}"
    first, five = (sum(one <= n for one in found) / len(found) for n in (1, 5))
    return f"{first:.3f} / {five:.3f}", taken


def write(corpus: Path, asked: QuestionSet) -> None:
    """Write each paragraph of a set into a file of its own."""
    (corpus / asked.name).mkdir(parents=True)
    for number, paragraph in enumerate(asked.paragraphs):
        (corpus / asked.name / f"{number:05d}.txt").write_text(paragraph.text, "utf-8")


def compared(sets: dict[str, QuestionSet], folder: Path, options: argparse.Namespace) -> None:
    """Build both indexes of *sets* in *folder* and print a row for each set."""
    settings = Settings.from_env()
    exact, quick = default_embedder(settings.cache), FastEmbedder()
    reader = reader_of(settings, exact)
    exact.embed_questions(["warm"])
    quick.embed_questions(["warm"])
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "e5").mkdir(parents=True)
    for asked in sets.values():
        write(folder / "corpus", asked)
    if options.among:
        shutil.copytree(options.among, folder / "corpus" / "among")
    if options.vectors:
        shutil.copy(options.vectors, folder / "e5" / CACHE)
    built, found = [], []
    for which, embedder in (("e5", exact), ("fast", quick)):
        report = build(folder / "corpus", folder / which, embedder)
        built.append(f"{report.seconds:.0f}")
        opened, _ = open_index(folder / which, embedder)
        index = opened if embedder is exact else TwoStage(opened, quick, exact)
        found.append([measured(index, reader, one, options.questions) for one in sets.values()])
    for name, *both in zip(sets, *found, strict=True):
        recalls, times = zip(*both, strict=True)
        cells = [str(report.passages), *built, *recalls, *times]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--among", type=Path)
    parser.add_argument("--vectors", type=Path)
    options = parser.parse_args()
    print("| set | passages | build s, e5 | build s, fast | R@1 / R@5, e5 | R@1 / R@5, fast"
          " | question ms, e5 | fast |\n|---|--:|--:|--:|--:|--:|--:|--:|")  # fmt: skip
    sets = {name: load_squad(options.data / file, tag) for name, (file, tag) in SETS.items()}
    if options.among:
        compared(sets, options.work / "all", options)
    else:
        for name, asked in sets.items():
            compared({name: asked}, options.work / asked.name, options)


if __name__ == "__main__":
    main()
