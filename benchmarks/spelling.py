"""What misspelt questions find as they are and as they are understood, and which right ones change.

    python -m benchmarks.spelling --data TRAIN --work DIR [--show 40] [--most 300]

Questions on articles that the reader does not see, asked of all paragraphs of their set: as they
are, and with a seeded slip or two (``training.misspelling``).  Altered: questions as they are of
which more than accents is changed; also where the index has no paragraph of their article, so that
their words are new to it.  The sets hold slips of their own: ``--show`` prints what was altered.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.lexical import Entry, LexicalIndex
from index.sentence_embedder import default_embedder
from index.vocabulary import Vocabulary
from index.word_counts import WordCounts
from language.letters import plain
from language.spelling import mended
from language.terms import passage_terms
from qa.answering import RETRIEVED
from qa.evaluation.question_sets import Paragraph, QuestionSet, SetQuestion, read_set
from qa.reading.judge import fitted_judge
from qa.reading.sentences import rank
from qa.settings import Settings
from training.collection import Collection, asked, paragraph_collection
from training.items import held_out
from training.misspelling import misspelt

SETS = {"squad2.en": "en", "piaf.fr": "fr"}
SEED = 16
FIRST = 5


class Words:
    """The words of some paragraphs, as an index holds them."""

    def __init__(self, paragraphs: Iterable[Paragraph]) -> None:
        some = list(paragraphs)
        folder = Path(tempfile.mkdtemp())
        words = WordCounts(folder)
        words.add(one.text for one in some)
        entries = (
            Entry(number, " ".join(passage_terms(each.text, each.language)), (), (), ())
            for number, each in enumerate(some)
        )
        self.similar = Vocabulary.write(folder, words).similar
        self.holds = LexicalIndex.write(folder, entries).holds


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was asked, as it was typed, and what became of both."""

    question: SetQuestion
    typed: str
    understood: str  # of what was typed
    altered: str  # the question itself as it is understood
    elsewhere: str  # the same where the index lacks its article

    @property
    def restored(self) -> bool:
        """Whether what was typed was understood as what was meant."""
        return plain(self.understood) == plain(self.question.text)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the training sets")
    parser.add_argument("--work", type=Path, required=True, help="folder for embeddings")
    parser.add_argument("--show", type=int, default=0, help="altered questions to print, of each")
    parser.add_argument("--most", type=int, default=300, help="questions that are searched for")
    options = parser.parse_args()
    print(
        "| set | n | altered | altered, article absent | restored | ms | recall@5 | misspelt | mended |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for name, language in SETS.items():
        among = read_set(options.data / f"{name}.json", language)
        all_asked, took = understood(among, language)
        drawn = random.Random(SEED).sample(all_asked, min(options.most, len(all_asked)))
        cells = recalls(among, drawn, options.work) if drawn else ["–"] * 3
        altered = [one.altered for one in all_asked]
        elsewhere = [one.elsewhere for one in all_asked]
        rights = [one.question.text for one in all_asked]
        restored = sum(one.restored for one in all_asked) / len(all_asked)
        print(
            f"| {name} | {len(all_asked)} | {_share(rights, altered)} | {_share(rights, elsewhere)}"
            f" | {restored:.3f} | {took:.2f} | {' | '.join(cells)} |",
            flush=True,
        )
        for texts in (altered, elsewhere):
            _show(rights, texts, options.show)


def understood(among: QuestionSet, language: str) -> tuple[list[Asked], float]:
    """Return the questions on held-out articles, and the milliseconds of a misspelt one."""
    chance = random.Random(SEED)
    kept = {one.article for one in among.paragraphs if held_out(one.article)}
    everything = Words(among.paragraphs)
    others = Words(one for one in among.paragraphs if one.article not in kept)
    questions = [
        each
        for each in among.questions
        if each.answers and among.paragraphs[each.paragraph].article in kept
    ]
    typed = [misspelt(one.text, chance) for one in questions]
    mended("xqzyxq", language, everything)  # the word lists are read once
    started = time.process_time()
    better = [mended(one, language, everything) for one in typed]
    took = 1000 * (time.process_time() - started) / len(typed)
    rows = [
        Asked(
            asks, wrong, right, mended(asks.text, language, everything),
            mended(asks.text, language, others),
        )
        for asks, wrong, right in zip(questions, typed, better, strict=True)
    ]  # fmt: skip
    return rows, took


def recalls(among: QuestionSet, all_asked: Sequence[Asked], work: Path) -> list[str]:
    """Return the recall of the right paragraph at five as meant, as typed and as understood."""
    collection = paragraph_collection([among], default_embedder(Settings.from_env().cache), work)
    cells = []
    for texts in (
        [one.question.text for one in all_asked],
        [one.typed for one in all_asked],
        [one.understood for one in all_asked],
    ):
        asked(collection, texts)
        wanted = [one.question.paragraph for one in all_asked]
        places = [_first(collection, text) for text in texts]
        hits = [number in some for number, some in zip(wanted, places, strict=True)]
        cells.append(f"{sum(hits) / len(hits):.3f}")
    return cells


def _first(collection: Collection, text: str) -> list[int]:
    question = collection.questions[text]
    hits = collection.search(question.query, RETRIEVED)
    return [one.hit.record.number for one in rank(fitted_judge(), question, hits)[:FIRST]]


def _share(rights: Sequence[str], texts: Sequence[str]) -> str:
    count = sum(plain(one) != plain(text) for one, text in zip(rights, texts, strict=True))
    return f"{count} ({count / len(rights):.1%})"


def _show(rights: Sequence[str], texts: Sequence[str], most: int) -> None:
    altered = [pair for pair in zip(rights, texts, strict=True) if plain(pair[0]) != plain(pair[1])]
    for right, text in altered[:most]:
        words = set(text.split()) - set(right.split())
        print(f"  {' '.join(sorted(words))} < {right}")


if __name__ == "__main__":
    main()
