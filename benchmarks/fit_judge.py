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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from benchmarks.collection import Collection, asked, holds_answer, paragraph_collection
from benchmarks.datasets import Question, QuestionSet, load_squad
from corpus.language import family
from index.opened import Hit
from index.sentence_embedder import default_embedder
from qa.judge import PASSAGE_FEATURES, SENTENCE_FEATURES, Judge, Situation
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
SAMPLE = 450
RETRIEVED = 40
# An answer that is right is worth as much as a wrong one costs.
WRONG_COSTS = 1.0
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


def passage_rows(collection: Collection, all_cases: Sequence[Case]) -> dict[Situation, Rows]:
    """Return the passage features of every hit of every case."""
    rows: dict[Situation, Rows] = {which: Rows([], [], []) for which in SITUATIONS}
    for number, case in enumerate(all_cases):
        question, hits = hits_of(collection, case)
        for hit in hits:
            which = situation(question.language, hit.record.passage.language)
            rows[which].features.append(np.array([hit.cosine, hit.overlap]))
            rows[which].right.append(collection.paragraph(hit.record.number) in case.gold)
            rows[which].case.append(number)
    return rows


def sentence_rows(
    collection: Collection, judge: Judge, all_cases: Sequence[Case]
) -> dict[Situation, Rows]:
    """Return the sentence features of the best passages of every case."""
    rows: dict[Situation, Rows] = {which: Rows([], [], []) for which in SITUATIONS}
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
            cosines = collection.sentence_rows(texts, near) @ question.query.row
            features = sentence_features(
                question, [(hit, odds) for hit, odds, _ in sentences], texts, cosines
            )
            for (hit, _, _), text, feature in zip(sentences, texts, features, strict=True):
                gold = collection.paragraph(hit.record.number) in case.gold
                answers = collection.answers(case.question, hit.record.number)
                rows[which].features.append(feature)
                rows[which].right.append(gold and holds_answer(text, answers))
                rows[which].case.append(number)
    return rows


def fitted(rows: Rows, names: Sequence[str], train: NDArray[np.bool_]) -> dict[str, float]:
    """Return the weights of a logistic regression on the training cases."""
    features, right, case = rows.arrays()
    chosen = train[case]
    scale = features[chosen].std(0) + 1e-9
    model = LogisticRegression(C=1.0, max_iter=2000).fit(features[chosen] / scale, right[chosen])
    weights = dict(zip(names, (model.coef_[0] / scale).round(4).tolist(), strict=True))
    return {**weights, "bias": round(float(model.intercept_[0]), 4)}


def best_threshold(best: NDArray[np.float64], right: NDArray[np.bool_]) -> float:
    """Return the probability above which answering gains more than it costs."""
    order = np.argsort(-best)
    gains = np.cumsum(np.where(right[order], 1.0, -WRONG_COSTS))
    return float(best[order][int(gains.argmax())])


def report(
    collection: Collection,
    judge: Judge,
    rows: dict[Situation, Rows],
    all_cases: Sequence[Case],
) -> float:
    """Print figures on the held-out cases; return the threshold chosen there."""
    best = np.full(len(all_cases), -np.inf)
    right = np.zeros(len(all_cases), bool)
    for which in SITUATIONS:
        features, answers, case = rows[which].arrays()
        for odds, answer, number in zip(judge.sentences(which, features), answers, case, strict=True):
            if odds > best[number]:
                best[number], right[number] = odds, answer
    best = 1 / (1 + np.exp(-best))
    out = np.array([one.held_out for one in all_cases])
    threshold = best_threshold(best[out], right[out])
    print(f"threshold {threshold:.3f}")
    print("| cases | n | first sentence right | AUROC right against unanswerable | answered of right | declined of unanswerable |")
    print("|---|--:|--:|--:|--:|--:|")
    for name, chosen in _groups(all_cases).items():
        chosen = chosen & out
        can = np.array([bool(one.gold) for one in all_cases]) & chosen
        cannot = chosen & ~can
        print(
            f"| {name} | {chosen.sum()} | {right[can].mean():.3f} | {_auroc(best[can], best[cannot]):.3f} |"
            f" {(best[can & right] >= threshold).mean():.3f} | {(best[cannot] < threshold).mean():.3f} |"
        )
    return threshold


def _groups(all_cases: Sequence[Case]) -> dict[str, NDArray[np.bool_]]:
    languages = np.array([one.question.language for one in all_cases])
    cross = np.array([one.hidden != frozenset() and bool(one.gold) for one in all_cases])
    none = np.array([not one.gold for one in all_cases])
    groups = {one: (languages == one) & ~cross for one in sorted(set(languages.tolist()))}
    return {**groups, "across": cross | none, "all": np.ones(len(all_cases), bool)}


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
    collection = paragraph_collection(sets, default_embedder(Settings.from_env().cache), options.work)
    all_cases = cases(sets, collection.offsets)
    train = np.array([not one.held_out for one in all_cases])
    print(len(all_cases), "cases", flush=True)
    by_passage = passage_rows(collection, all_cases)
    passage = {w: fitted(by_passage[w], PASSAGE_FEATURES, train) for w in SITUATIONS}
    judge = Judge(passage, {}, 0.0)
    by_sentence = sentence_rows(collection, judge, all_cases)
    sentence = {w: fitted(by_sentence[w], SENTENCE_FEATURES, train) for w in SITUATIONS}
    judge = Judge(passage, sentence, 0.0)
    threshold = report(collection, judge, by_sentence, all_cases)
    content = {
        "fitted_on": {name: hashlib.sha256((options.data / name).read_bytes()).hexdigest()[:12] for name in SETS},
        "fitted_by": "benchmarks/fit_judge.py",
        "passage": passage,
        "sentence": sentence,
        "threshold": round(threshold, 4),
    }
    Path("qa/judge.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
