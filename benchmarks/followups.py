"""Measure the rules for follow-ups: on CAsT, on our own dialogues, on complete questions.

    python -m benchmarks.followups --data ../shared [--show 40]

CAsT (Dalton et al. 2020): English dialogues with each turn written out by a person, in
``eval/followups_cast.en.jsonl``.  ``tests/dialogues.py``: how each turn should be understood.
``train``: the questions of a paragraph asked one after another; written for the paragraph, almost
all stand on their own and should come back unchanged.  Those with a pronoun are counted apart:
"When did it end?" is rightly altered; whether with the right topic, only reading tells (``--show``).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

import regex

from language.detect import detect
from language.languages import LANGUAGES
from language.tags import family
from language.terms import question_terms
from qa.evaluation.question_sets import read_set
from qa.followups.implied import with_topic
from qa.followups.resolving import REMEMBERED, resolve
from tests import dialogues

SETS = {
    "squad2.en.json": "en",
    "xquad.en.json": "en",
    "piaf.fr.json": "fr",
    "cmrc.zh-Hans.json": "zh-Hans",
    "xquad.zh.json": "zh-Hans",
    "drcd.zh-Hant.json": "zh-Hant",
    "xquad.de.json": "de",
    "xquad.es.json": "es",
}
PRONOUN = {
    "en": regex.compile(r"(?i)\b(?:it|its|they|them|their|he|him|his|she|her|this|these)\b"),
    "fr": regex.compile(r"(?i)\b(?:il|elle|ils|elles|son|sa|ses|leurs?|y)\b|l['’]a"),
    "zh": regex.compile(r"[它他她牠其该該此这這]"),
}
# Whether the turns before are as they should be, and how many are known: the page knows REMEMBERED.
WAYS = ((False, 1), (True, 1), (False, REMEMBERED), (True, REMEMBERED))
OUTCOMES = ("exact", "same terms", "nearer", "as asked", "no nearer", "worse")


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of a dialogue after its first, as asked, as understood and as it should be."""

    number: str  # topic_turn
    before: str
    asked: str
    understood: str
    complete: str

    @property
    def needs_nothing(self) -> bool:
        """Whether it says by itself all that it should."""
        return _plain(self.asked) == _plain(self.complete)

    @property
    def left_alone(self) -> bool:
        """Whether the rules returned it as it was."""
        return self.understood == self.asked

    @property
    def gain(self) -> float:
        """How much nearer its terms came to those of the complete question, in F1."""
        return overlap(self.understood, self.complete) - overlap(self.asked, self.complete)

    @property
    def outcome(self) -> str:
        """Which of OUTCOMES it is."""
        if _plain(self.understood) == _plain(self.complete):
            return "exact"
        if self.left_alone:
            return "as asked"
        if overlap(self.understood, self.complete) == 1:
            return "same terms"
        return "nearer" if self.gain > 0 else "worse" if self.gain < 0 else "no nearer"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of eval and train")
    parser.add_argument("--show", type=int, default=0, help="altered questions to print, of each")
    options = parser.parse_args()
    _cast(options.data / "eval" / "followups_cast.en.jsonl", options.show)
    _dialogues()
    print("| set | questions | altered, no pronoun | altered, with a pronoun | ms/question |")
    print("|---|---|---|---|---|")
    for name, language in SETS.items():
        _standing_alone(options.data / "train" / name, language, options.show)


def overlap(question: str, complete: str) -> float:
    """Return the F1 of the terms of *question* against those of *complete*."""
    terms, gold = set(question_terms(question, "en")), set(question_terms(complete, "en"))
    return 2 * len(terms & gold) / (len(terms) + len(gold)) if terms or gold else 1.0


def by_rule(understood: str, _readings: Sequence[str]) -> str:
    """Return a question as the rules alone understand it."""
    return understood


def cast_turns(
    file: Path, gold: bool, last: int = 1, chosen: Callable[[str, Sequence[str]], str] = by_rule
) -> Iterator[Turn]:
    """Yield the turns of *file*, each after the *last* before as understood, or as they should be.

    Args:
        file: Of rows.
        gold: Whether they are as they should be.
        last: How many turns before are known.
        chosen: Which reading of a question is taken, where it may be meant in several ways.
    """
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    for _, topic in groupby(rows, key=lambda row: row["id"].partition("_")[0]):
        first, *later = topic
        lines = [first["complete"]]
        for row in later:
            asked, before = row["asked"].strip(), "\n".join(lines[-last:])
            understood = resolve(asked, "en", before)
            if understood == asked:
                understood = chosen(asked, with_topic(asked, "en", before))
            yield Turn(row["id"], before, asked, understood, row["complete"])
            lines.append(row["complete"] if gold else understood)


def _plain(question: str) -> str:
    return regex.sub(r"[\W_]+", " ", question.replace("’", "'")).strip().casefold()


def _cast(file: Path, show: int) -> None:
    print(
        "| before | turns | topics | need nothing: altered |",
        " | ".join(OUTCOMES),
        "| F1 asked | F1 |",
    )
    print("|---" * (6 + len(OUTCOMES)) + "|")
    for gold, last in WAYS:
        every = list(cast_turns(file, gold, last))
        for topics, rest in (("even", (0,)), ("odd", (1,)), ("all", (0, 1))):
            turns = [one for one in every if int(one.number.partition("_")[0]) % 2 in rest]
            _report(f"{'gold' if gold else 'understood'} | {last}", topics, turns)
        shown = [one for one in every if not one.left_alone or not one.needs_nothing]
        for turn in random.Random(0).sample(shown, min(show, len(shown))):
            label = "needs nothing" if turn.needs_nothing else turn.outcome
            print(f"  {turn.number} {label}: {turn.before}\n    {turn.asked}")
            print(f"    {turn.understood}\n    {turn.complete}")


def _report(before: str, topics: str, turns: list[Turn]) -> None:
    complete = [one for one in turns if one.needs_nothing]
    needy = [one for one in turns if not one.needs_nothing]
    altered = sum(not one.left_alone for one in complete)
    outcomes = Counter(one.outcome for one in needy)
    asked = sum(overlap(one.asked, one.complete) for one in needy) / len(needy)
    after = sum(overlap(one.understood, one.complete) for one in needy) / len(needy)
    counts = " | ".join(str(outcomes[name]) for name in OUTCOMES)
    print(
        f"| {before} | {topics} | {altered} of {len(complete)} | {counts}"
        f" | {asked:.3f} | {after:.3f} |"
    )


def _dialogues() -> None:
    print("| dialogues | turns | understood as written |\n|---|---|---|")
    for name in ("ENGLISH", "FRENCH", "SIMPLIFIED", "TRADITIONAL", "ACROSS"):
        turns = dialogues.turns(getattr(dialogues, name))
        right = sum(
            resolve(asked, detect(asked, expected=LANGUAGES), before) == wanted
            for before, asked, wanted in turns
        )
        print(f"| {name.lower()} | {len(turns)} | {right} |")


def _standing_alone(file: Path, language: str, show: int) -> None:
    questions = read_set(file, language).questions
    pairs = [(a, b) for a, b in pairwise(questions) if a.paragraph == b.paragraph]
    started = time.perf_counter()
    understood = [(a, b, resolve(b.text, language, a.text)) for a, b in pairs]
    took = 1000 * (time.perf_counter() - started) / len(pairs)
    altered = [(a.text, b.text, got) for a, b, got in understood if got != b.text]
    pronoun = PRONOUN.get(family(language))
    apart = [one for one in altered if pronoun and pronoun.search(one[1])]
    plain = [one for one in altered if one not in apart]
    share, share_apart = (f"{len(x)} ({len(x) / len(pairs):.2%})" for x in (plain, apart))
    print(f"| {file.stem} | {len(pairs)} | {share} | {share_apart} | {took:.2f} |")
    for label, some in (("no pronoun", plain), ("pronoun", apart)):
        for before, asked, got in random.Random(0).sample(some, min(show, len(some))):
            print(f"  {label}: {before}\n    {asked}\n    {got}")


if __name__ == "__main__":
    main()
