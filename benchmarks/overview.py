"""Measure the sentences of overviews against the first sentences of a text (the lead baseline).

    python -m benchmarks.overview --data ../shared/eval [--stories 20] [--rest 1]

NTREX-128 (Federmann et al. 2022): news stories, the same in four languages, a sentence a line.  The
first line of a story, its headline or what stands for one, is the reference; from the rest the
overview takes two sentences, and so does the baseline: the first two.  News says first what matters
most, so that the baseline is a strong one.  ROUGE-1 and ROUGE-2 (Lin 2004), F1 over the terms that
the program searches by.  A proxy: nobody wrote these references as summaries.
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import groupby
from pathlib import Path
from statistics import mean

from corpus.documents import Passage
from corpus.view import View
from index.centring import centred
from index.embedder import Embedder
from index.passage_index import DocumentRecord, PassageRecord
from index.sentence_embedder import default_embedder
from language.terms import passage_terms
from qa.overviews.key_sentences import key_sentences
from qa.settings import Settings

LANGUAGES = {"eng": "en", "fra": "fr", "zho_Hans": "zh-Hans", "zho_Hant": "zh-Hant"}
TAKEN, PER_PASSAGE = 2, 3


def rouge(text: str, reference: str, language: str, size: int) -> float:
    """Return the F1 of the runs of *size* terms that two texts have in common."""
    runs = []
    for each in (text, reference):
        terms = passage_terms(each, language)
        runs.append(Counter(tuple(terms[at : at + size]) for at in range(len(terms) - size + 1)))
    common = (runs[0] & runs[1]).total()
    return 2 * common / max(1, runs[0].total() + runs[1].total())


def overview(lines: list[str], language: str, embedder: Embedder) -> str:
    """Return the sentences that an overview of a story takes, as the index would hold it."""
    document = DocumentRecord("story", "", "", language)
    texts = [lines[at : at + PER_PASSAGE] for at in range(0, len(lines), PER_PASSAGE)]
    records = []
    for number, sentences in enumerate(texts):
        spans, at = [], 0
        for sentence in sentences:
            spans.append((at, at + len(sentence)))
            at += len(sentence) + 1
        passage = Passage(View.of("\n".join(sentences)), tuple(spans), language, "")
        records.append(PassageRecord(number, document, passage))
    raw = embedder.embed_passages([record.passage.text for record in records])
    rows = centred(raw, [language] * len(records), "passage", embedder)
    chosen = key_sentences(records, rows, TAKEN, lambda terms: dict.fromkeys(terms, 1.0))
    return "\n".join(sentence.text for sentence in chosen)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--stories", type=int, default=20)
    parser.add_argument("--rest", type=int, choices=(0, 1), help="only even or odd stories")
    options = parser.parse_args()
    embedder = default_embedder(Settings.from_env().cache)
    print("language   stories  ROUGE-1 overview / lead   ROUGE-2 overview / lead")
    for name, language in LANGUAGES.items():
        rows = (options.data / "ntrex" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        pairs = [row.split("\t", 1) for row in rows]
        stories = [[pair[1] for pair in some] for _, some in groupby(pairs, lambda pair: pair[0])]
        stories = [story for story in stories if len(story) > 2 * TAKEN]
        stories = stories if options.rest is None else stories[options.rest :: 2]
        stories = stories[: options.stories]
        scores: list[list[float]] = []
        for head, *rest in stories:
            texts = overview(rest, language, embedder), "\n".join(rest[:TAKEN])
            scores.append([rouge(text, head, language, size) for size in (1, 2) for text in texts])
        means = [mean(column) for column in zip(*scores, strict=True)]
        print(
            f"{language:<10} {len(stories):>7}  {means[0]:>16.3f} / {means[1]:.3f}"
            f"  {means[2]:>16.3f} / {means[3]:.3f}"
        )


if __name__ == "__main__":
    main()
