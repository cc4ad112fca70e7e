"""Is evidence in another language read, where one index holds all languages?

    python -m benchmarks.one_pool --data EVAL --work FOLDER

All paragraphs of XQuAD in English and Chinese, PIAF, DRCD and CMRC are one index.  XQuAD's questions
are asked with the paragraph in their own language taken out, so that its twin alone answers.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from index.sentence_embedder import default_embedder
from qa.answering import RETRIEVED
from qa.evaluation.measures import interval
from qa.evaluation.question_sets import read_set
from qa.reading.judge import fitted_judge
from qa.reading.sentences import READ, READ_BESIDE, rank, situation
from qa.settings import Settings
from training.collection import Collection, asked, paragraph_collection

SETS = {
    "xquad.en.json": "en",
    "xquad.zh.json": "zh-Hans",
    "piaf.fr.json": "fr",
    "drcd.zh-Hant.json": "zh-Hant",
    "cmrc.zh-Hans.json": "zh-Hans",
}
DIRECTIONS = {"en → zh": (0, 1), "zh → en": (1, 0)}
COLUMNS = {
    "retrieved": 10**6,
    f"first {READ} across": READ,
    f"first {READ_BESIDE} across": READ_BESIDE,
}


def places(pool: Collection, asking: int, telling: int) -> list[int]:
    """Return for each question how many passages across stand before the right one."""
    questions = pool.sets[asking].questions
    asked(pool, [one.text for one in questions])
    before = []
    for posed in questions:
        question = pool.questions[posed.text]
        hidden = frozenset([pool.offsets[asking] + posed.paragraph])
        hits = pool.search(question.query, RETRIEVED, hidden)
        across = [
            ranked.hit.record.number
            for ranked in rank(fitted_judge(), question, hits)
            if situation(question.language, ranked.hit.record.passage.language) == "cross"
        ]
        wanted = pool.offsets[telling] + posed.paragraph
        before.append(across.index(wanted) if wanted in across else 10**6)
    return before


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="folder for embeddings")
    options = parser.parse_args()
    sets = [read_set(options.data / file, tag) for file, tag in SETS.items()]
    embedder = default_embedder(Settings.from_env().cache)
    pool = paragraph_collection(sets, embedder, options.work)
    print("| recall | n | " + " | ".join(COLUMNS) + " |")
    print("|---|--:|" + "--:|" * len(COLUMNS))
    for name, (asking, telling) in DIRECTIONS.items():
        before = places(pool, asking, telling)
        cells = []
        for most in COLUMNS.values():
            met = [float(one < most) for one in before]
            low, high = interval(met)
            cells.append(f"{sum(met) / len(met):.3f} ({low:.3f}–{high:.3f})")
        print(f"| {name} | {len(before)} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
