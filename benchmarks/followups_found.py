"""Do follow-ups find what their complete questions find?

    python -m benchmarks.followups_found --data ../shared --work FOLDER [--show 40]

A turn of CAsT counts as resolved where it is understood in the words of the complete question, or
where both retrieve the same first passage.  CAsT has no passages here: those of CLAPnq and the
paragraphs of SQuAD 2's training half are searched, few of which are about CAsT's topics; that two
different questions meet in one of them by chance is the line "as asked".
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.followups import WAYS, Turn, cast_turns
from index.sentence_embedder import default_embedder
from qa.answering import RETRIEVED
from qa.evaluation.measures import interval
from qa.evaluation.question_sets import Paragraph, QuestionSet, read_set
from qa.reading.judge import fitted_judge
from qa.reading.preferring import Retrieved, preferred
from qa.reading.sentences import rank
from qa.settings import Settings
from training.collection import Collection, asked, paragraph_collection


def pool(data: Path, work: Path) -> Collection:
    """Return the English passages that are searched."""
    rows = (data / "eval" / "clapnq.en.jsonl").read_text("utf-8").splitlines()
    passages = dict.fromkeys(json.loads(row)["passage"] for row in rows)
    clapnq = QuestionSet("clapnq", tuple(Paragraph(one, "en", "") for one in passages), ())
    sets = [clapnq, read_set(data / "train" / "squad2.en.json", "en")]
    return paragraph_collection(sets, default_embedder(Settings.from_env().cache), work)


def retrieved(collection: Collection, text: str) -> Retrieved:
    """Return what *text* retrieves, best first."""
    asked(collection, [text])
    question = collection.questions[text]
    hits = collection.search(question.query, RETRIEVED)
    return Retrieved(question, rank(fitted_judge(), question, hits))


def first(collection: Collection, text: str) -> int:
    """Return the number of the passage that *text* retrieves first."""
    return retrieved(collection, text).ranked[0].hit.record.number


def chosen(collection: Collection, text: str, readings: Sequence[str]) -> str:
    """Return which of *text* and its *readings* the passages bear out."""
    every = (text, *readings)
    plain, *others = (retrieved(collection, one) for one in every)
    return every[preferred(plain, others)]


def resolved(collection: Collection, turn: Turn, text: str) -> bool:
    """Tell whether *text* is the complete question of *turn*, or finds the same passage first."""
    same = turn.outcome == "exact" and text == turn.understood
    return same or first(collection, text) == first(collection, turn.complete)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of eval and train")
    parser.add_argument("--work", type=Path, required=True, help="folder for embeddings")
    parser.add_argument("--show", type=int, default=0, help="unresolved turns to print, of even")
    options = parser.parse_args()
    collection = pool(options.data, options.work)
    print("| before | turns | topics | n | as asked | understood | 95 % | complete: altered |")
    print("|---|--:|---|--:|--:|--:|---|--:|")
    file = options.data / "eval" / "followups_cast.en.jsonl"
    for gold, last in WAYS:
        every = list(cast_turns(file, gold, last, partial(chosen, collection)))
        for name, rest in (("even", (0,)), ("odd", (1,)), ("all", (0, 1))):
            turns = [one for one in every if int(one.number.partition("_")[0]) % 2 in rest]
            way = f"{'gold' if gold else 'understood'} | {last}"
            print(_line(collection, way, name, turns), flush=True)
            if name == "even":
                _shown(collection, turns, options.show)


def _line(collection: Collection, way: str, topics: str, every: Sequence[Turn]) -> str:
    complete = [one for one in every if one.needs_nothing]
    altered = sum(not one.left_alone for one in complete)
    turns = [one for one in every if not one.needs_nothing]
    plain = sum(resolved(collection, one, one.asked) for one in turns) / len(turns)
    met = [float(resolved(collection, one, one.understood)) for one in turns]
    low, high = interval(met)
    share = sum(met) / len(met)
    return (
        f"| {way} | {topics} | {len(met)} | {plain:.3f} | {share:.3f} | {low:.2f}–{high:.2f} "
        f"| {altered} of {len(complete)} |"
    )


def _shown(collection: Collection, turns: Sequence[Turn], most: int) -> None:
    needy = [one for one in turns if not one.needs_nothing]
    missed = [one for one in needy if not resolved(collection, one, one.understood)]
    for turn in missed[:most]:
        print(f"  {turn.number} {turn.outcome}: {turn.before}\n    {turn.asked}")
        print(f"    {turn.understood}\n    {turn.complete}")


if __name__ == "__main__":
    main()
