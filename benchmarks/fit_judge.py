"""Fit the weights of qa/judge.json on the training sets.

    python -m benchmarks.fit_judge --data ../shared/train [--rows FILE.npz]

All paragraphs of English, French and Chinese training sets share one index, as documents of one
collection do.  Each question is asked twice: with the articles of its answer in the index and
with them taken out, so that the weights learn when to decline.  The parallel paragraphs of XQuAD
give questions whose only evidence is in another language.  Articles are split: weights are
fitted on two thirds of them, the threshold is chosen and the figures are printed on the rest.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.collection import Collection, asked, holds_answer, paragraph_collection
from benchmarks.datasets import Question, QuestionSet, load_squad
from index.opened import Hit
from index.sentence_embedder import default_embedder
from qa.judge import (
    CONFIDENCE_FEATURES,
    PASSAGE_FEATURES,
    SENTENCE_FEATURES,
    Judge,
    Situation,
    Weights,
    confidence_features,
)
from qa.reader import READ, rank, sentence_features, situation
from qa.settings import Settings

SETS = {
    "squad2.en.json": "en",
    "piaf.fr.json": "fr",
    "cmrc.zh-Hans.json": "zh-Hans",
    "drcd.zh-Hant.json": "zh-Hant",
    "xquad.en.json": "en",
    "xquad.zh.json": "zh-Hans",
}
# Questions from each set; more do not move the weights.
SAMPLE = 300
RETRIEVED = 40
SITUATIONS: tuple[Situation, ...] = ("same", "cross")


@dataclass(frozen=True, slots=True)
class Case:
    """One question against the index less some of its paragraphs."""

    question: Question
    hidden: frozenset[int]  # paragraphs that are not in the index
    gold: frozenset[int]  # paragraphs that answer, of those that are
    held_out: bool


def held_out(article: str) -> bool:
    """Split by article, alike in all languages of a parallel set."""
    return hashlib.md5(article.encode(), usedforsecurity=False).digest()[0] % 3 == 0


def without(larger: QuestionSet, smaller: QuestionSet) -> QuestionSet:
    """Return *larger* less the paragraphs that *smaller* has too: XQuAD is a part of SQuAD."""
    known = {one.text[:60] for one in smaller.paragraphs}
    kept = [n for n, one in enumerate(larger.paragraphs) if one.text[:60] not in known]
    places = {old: new for new, old in enumerate(kept)}
    return QuestionSet(
        larger.name,
        tuple(larger.paragraphs[n] for n in kept),
        tuple(
            replace(one, paragraph=places[one.paragraph])
            for one in larger.questions
            if one.paragraph in places
        ),
    )


def cases(sets: Sequence[QuestionSet], offsets: Sequence[int]) -> list[Case]:
    """Return the questions with what is hidden from each."""
    found: list[Case] = []
    articles: dict[str, set[int]] = {}
    for each, offset in zip(sets, offsets, strict=True):
        for number, paragraph in enumerate(each.paragraphs):
            articles.setdefault(paragraph.article, set()).add(offset + number)
    parallel = {each.name: offset for each, offset in zip(sets, offsets, strict=True)}
    for each, offset in zip(sets, offsets, strict=True):
        sample = random.Random(1).sample(each.questions, min(SAMPLE, len(each.questions)))
        for question in sample:
            article = each.paragraphs[question.paragraph].article
            here = offset + question.paragraph
            found += _cases_of(question, here, articles[article], held_out(article), each, parallel)
    return found


def _cases_of(
    question: Question,
    here: int,
    article: set[int],
    out: bool,
    each: QuestionSet,
    parallel: dict[str, int],
) -> list[Case]:
    everything = frozenset(article)
    gold = frozenset({here}) if question.answers else frozenset()
    if not each.name.startswith("xquad"):
        made = [Case(question, frozenset(), gold, out)]
        # Unanswerable questions beside their paragraph are hard enough once.
        return [*made, Case(question, everything, frozenset(), out)] if question.answers else made
    twins = {
        "xquad.en.json": "xquad.zh.json",
        "xquad.zh.json": "xquad.en.json",
    }
    twin = parallel[twins[each.name]] + question.paragraph
    first = here - question.paragraph
    own = frozenset(range(first, first + len(each.paragraphs)))
    return [
        Case(question, own, frozenset({twin}), out),
        Case(question, everything, frozenset(), out),
        Case(question, frozenset(), frozenset({here, twin}), out),
    ]


@dataclass
class Rows:
    """Features of candidates with whether each answers, and whose they are."""

    features: list[NDArray[np.float64]]
    right: list[bool]
    case: list[int]

    def arrays(self) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.int64]]:
        return np.array(self.features), np.array(self.right), np.array(self.case)


def hits_of(collection: Collection, case: Case) -> tuple[Any, list[Hit]]:
    """Return the question as the reader sees it, and the hits that are not hidden."""
    question = asked(collection, case.question.text)
    hits = collection.search(question.query, RETRIEVED, case.hidden)
    return question, hits


def passage_rows(collection: Collection, all_cases: Sequence[Case]) -> dict[str, Rows]:
    """Return the passage features of every hit of every case."""
    rows: dict[str, Rows] = {which: Rows([], [], []) for which in SITUATIONS}
    for number, case in enumerate(all_cases):
        question, hits = hits_of(collection, case)
        for hit in hits:
            which = situation(question.language, hit.record.passage.language)
            rows[which].features.append(np.array([hit.cosine, hit.overlap]))
            rows[which].right.append(hit.record.number in case.gold)
            rows[which].case.append(number)
    return rows


def sentence_rows(
    collection: Collection, judge: Judge, all_cases: Sequence[Case]
) -> dict[str, Rows]:
    """Return the sentence features of the best passages of every case."""
    rows: dict[str, Rows] = {which: Rows([], [], []) for which in SITUATIONS}
    for number, case in enumerate(all_cases):
        question, hits = hits_of(collection, case)
        ranked = rank(judge, question, hits)
        for which in SITUATIONS:
            near = [
                one
                for one in ranked
                if situation(question.language, one[0].record.passage.language) == which
            ][:READ]
            sentences = [
                (hit, odds, span) for hit, odds in near for span in hit.record.passage.sentences
            ]
            if not sentences:
                continue
            texts = [hit.record.passage.text[slice(*span)] for hit, _, span in sentences]
            cosines = collection.sentence_rows(texts) @ question.query.row
            features = sentence_features(
                question, [(hit, odds) for hit, odds, _ in sentences], texts, cosines
            )
            for (hit, _, _), text, feature in zip(sentences, texts, features, strict=True):
                number_of = hit.record.number
                right = number_of in case.gold and holds_answer(
                    text, collection.answers(case.question, number_of)
                )
                rows[which].features.append(feature)
                rows[which].right.append(right)
                rows[which].case.append(number)
    return rows


def fitted(
    features: NDArray[np.float64], right: NDArray[np.bool_], names: Sequence[str], *, bias: bool
) -> dict[str, float]:
    """Return the weights of a logistic regression."""
    scale = features.std(0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=2000, fit_intercept=bias)
    model.fit(features / scale, right)
    weights = dict(zip(names, (model.coef_[0] / scale).round(4).tolist(), strict=True))
    return {**weights, "bias": round(float(model.intercept_[0]), 4)} if bias else weights


def fitted_passages(rows: Rows, train: NDArray[np.bool_]) -> dict[str, float]:
    """Return weights for the odds that a passage holds the answer."""
    features, right, case = rows.arrays()
    chosen = train[case]
    return fitted(features[chosen], right[chosen], PASSAGE_FEATURES, bias=True)


def fitted_choice(rows: Rows, train: NDArray[np.bool_]) -> dict[str, float]:
    """Return weights that put right sentences before wrong ones of the same question.

    A logistic regression on the differences of pairs (RankNet with a linear scorer; Burges et
    al. 2005).
    """
    features, right, case = rows.arrays()
    pairs: list[NDArray[np.float64]] = []
    for number in np.unique(case[right]):
        if train[number]:
            mine = case == number
            for good in features[mine & right]:
                pairs.append(good - features[mine & ~right])
    better = np.vstack(pairs)
    both = np.vstack([better, -better])
    truth = np.r_[np.ones(len(better), bool), np.zeros(len(better), bool)]
    return fitted(both, truth, SENTENCE_FEATURES, bias=False)


def fitted_confidence(
    rows: Rows, choice: dict[str, float], train: NDArray[np.bool_]
) -> dict[str, float]:
    """Return weights for the odds that the chosen sentence is right."""
    features, right, case = rows.arrays()
    chosen, truth = [], []
    for number in np.unique(case):
        if train[number]:
            mine = np.flatnonzero(case == number)
            confidence = confidence_features(choice, features[mine])
            top = int(confidence[:, 0].argmax())
            chosen.append(confidence[top])
            truth.append(right[mine[top]])
    return fitted(np.array(chosen), np.array(truth), CONFIDENCE_FEATURES, bias=True)


def best_threshold(
    best: NDArray[np.float64], right: NDArray[np.bool_], none: NDArray[np.bool_]
) -> float:
    """Return the probability that keeps most right answers and declines most unanswerable ones.

    Both shares count alike (Youden's J), whatever the mix of questions is.
    """
    tried = np.linspace(0.02, 0.9, 89)
    kept = [(best[right] >= one).mean() + (best[none] < one).mean() for one in tried]
    return float(tried[int(np.argmax(kept))])


def report(
    judge: Judge,
    rows: dict[str, Rows],
    all_cases: Sequence[Case],
) -> float:
    """Print figures on the held-out cases; return the threshold chosen there."""
    best = np.full(len(all_cases), -np.inf)
    right = np.zeros(len(all_cases), bool)
    for which in SITUATIONS:
        features, answers, case = rows[which].arrays()
        for number in np.unique(case):
            mine = np.flatnonzero(case == number)
            odds = judge.sentences(which, features[mine])
            top = int(odds.argmax())
            if odds[top] > best[number]:
                best[number], right[number] = odds[top], answers[mine[top]]
    best = 1 / (1 + np.exp(-best))
    out = np.array([one.held_out for one in all_cases])
    can = np.array([bool(one.gold) for one in all_cases])
    # SQuAD's own unanswerable questions stand beside their paragraph: a matter for a reader.
    beside = np.array([not one.gold and not one.hidden for one in all_cases])
    threshold = best_threshold(
        best[out & ~beside], (right & can)[out & ~beside], ~can[out & ~beside]
    )
    print(
        f"threshold {threshold:.3f}; declined of SQuAD 2's own: {(best[out & beside] < threshold).mean():.3f}"
    )
    print(
        "| cases | n | first sentence right | AUROC answerable | AUROC right answer | answered of right | wrong of answered | declined of unanswerable |"
    )
    print("|---|--:|--:|--:|--:|--:|--:|--:|")
    for name, group in _groups(all_cases).items():
        chosen = group & out & ~beside
        good, bad = chosen & can & right, chosen & ~can
        answered = chosen & can & (best >= threshold)
        print(
            f"| {name} | {(chosen & can).sum()} | {right[chosen & can].mean():.3f} |"
            f" {_auroc(best[chosen & can], best[bad]):.3f} | {_auroc(best[good], best[bad]):.3f} |"
            f" {(best[good] >= threshold).mean():.3f} | {(~right[answered]).mean():.3f} |"
            f" {(best[bad] < threshold).mean():.3f} |"
        )
    return threshold


def _groups(all_cases: Sequence[Case]) -> dict[str, NDArray[np.bool_]]:
    languages = np.array([one.question.language for one in all_cases])
    cross = np.array([bool(one.hidden and one.gold) for one in all_cases])
    none = np.array([not one.gold for one in all_cases])
    groups = {one: (languages == one) & ~cross for one in sorted(set(languages.tolist()))}
    return {**groups, "only across": cross | none, "all": np.ones(len(all_cases), bool)}


def _auroc(positive: NDArray[np.float64], negative: NDArray[np.float64]) -> float:
    from sklearn.metrics import roc_auc_score

    truth = np.r_[np.ones(len(positive)), np.zeros(len(negative))]
    return float(roc_auc_score(truth, np.r_[positive, negative]))


def main() -> None:
    """Fit, report and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="folder for embeddings")
    options = parser.parse_args()
    sets = [load_squad(options.data / name, language) for name, language in SETS.items()]
    sets[0] = without(sets[0], sets[-2])
    collection = paragraph_collection(
        sets, default_embedder(Settings.from_env().cache), options.work
    )
    all_cases = cases(sets, collection.offsets)
    train = np.array([not one.held_out for one in all_cases])
    print(len(all_cases), "cases", flush=True)
    by_passage = passage_rows(collection, all_cases)
    passage: Weights = {w: fitted_passages(by_passage[w], train) for w in SITUATIONS}
    rows = sentence_rows(collection, Judge(passage, {}, {}, 0.0), all_cases)
    choice: Weights = {w: fitted_choice(rows[w], train) for w in SITUATIONS}
    confidence: Weights = {w: fitted_confidence(rows[w], choice[w], train) for w in SITUATIONS}
    threshold = report(Judge(passage, choice, confidence, 0.0), rows, all_cases)
    content = {
        "fitted_on": {
            name: hashlib.sha256((options.data / name).read_bytes()).hexdigest()[:12]
            for name in SETS
        },
        "fitted_by": "benchmarks/fit_judge.py",
        "passage": passage,
        "choice": choice,
        "confidence": confidence,
        "threshold": round(threshold, 4),
    }
    Path("qa/judge.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
