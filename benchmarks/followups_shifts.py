"""Is a question that may leave out its topic understood with the right one, and no other with one?

    python -m benchmarks.followups_shifts --data ../shared --work FOLDER [--most 200]

Questions of the training sets, each after the one before it of the same paragraph, and after one
of another article.  Those were written for a paragraph: after a question about another article they
are complete, and altering them is wrong; after one about the same they may well lean on it.  What
counts is whether their own paragraph is found first.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.followups_found import chosen, first
from index.sentence_embedder import default_embedder
from qa.evaluation.question_sets import QuestionSet, SetQuestion, read_set
from qa.followups.implied import with_topic
from qa.followups.resolving import resolve
from qa.settings import Settings
from training.collection import Collection, asked, paragraph_collection

SETS = {
    "squad2.en.json": "en",
    "piaf.fr.json": "fr",
    "cmrc.zh-Hans.json": "zh-Hans",
    "drcd.zh-Hant.json": "zh-Hant",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question after another, as it was understood."""

    question: SetQuestion
    understood: str
    by_rule: bool

    @property
    def altered(self) -> bool:
        """Whether it was understood otherwise than it was asked."""
        return self.understood != self.question.text


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of train")
    parser.add_argument("--work", type=Path, required=True, help="folder for embeddings")
    parser.add_argument("--most", type=int, default=200, help="questions of each set and kind")
    parser.add_argument("--show", type=int, default=0, help="altered questions to print")
    options = parser.parse_args()
    embedder = default_embedder(Settings.from_env().cache)
    print("| set | after | n | by rule | by passages | found first as asked | as understood |")
    print("|---|---|--:|--:|--:|--:|--:|")
    for name, language in SETS.items():
        read = read_set(options.data / "train" / name, language)
        collection = paragraph_collection([read], embedder, options.work)
        for kind, pairs in _pairs(read, options.most):
            every = [_after(collection, language, *pair) for pair in pairs]
            print(_line(collection, f"{name} | {kind}", every), flush=True)
            for altered in [one for one in every if one.altered][: options.show]:
                print(f"  {altered.question.text}\n    {altered.understood}")


def _pairs(
    read: QuestionSet, most: int
) -> Iterator[tuple[str, list[tuple[SetQuestion, SetQuestion]]]]:
    """Yield pairs of a question before and the one after it that has an answer."""
    chance = random.Random(0)
    answered = [one for one in read.questions if one.answers]
    same = [(a, b) for a, b in pairwise(answered) if a.paragraph == b.paragraph]
    yield "the same paragraph", chance.sample(same, min(most, len(same)))
    article = [paragraph.article for paragraph in read.paragraphs]
    others = ((chance.choice(answered), one) for one in chance.sample(answered, len(answered)))
    other = [(a, b) for a, b in others if article[a.paragraph] != article[b.paragraph]]
    yield "another article", other[:most]


def _after(
    collection: Collection, language: str, before: SetQuestion, question: SetQuestion
) -> Asked:
    understood = resolve(question.text, language, before.text)
    if understood != question.text:
        return Asked(question, understood, by_rule=True)
    readings = with_topic(question.text, language, before.text)
    asked(collection, [question.text, *readings])
    return Asked(question, chosen(collection, question.text, readings), by_rule=False)


def _line(collection: Collection, label: str, every: Sequence[Asked]) -> str:
    count = len(every)
    ruled = sum(one.altered and one.by_rule for one in every) / count
    borne_out = sum(one.altered and not one.by_rule for one in every) / count
    plain, now = (
        sum(first(collection, text) == one.question.paragraph for one, text in texts) / count
        for texts in (
            [(one, one.question.text) for one in every],
            [(one, one.understood) for one in every],
        )
    )
    return f"| {label} | {count} | {ruled:.3f} | {borne_out:.3f} | {plain:.3f} | {now:.3f} |"


if __name__ == "__main__":
    main()
