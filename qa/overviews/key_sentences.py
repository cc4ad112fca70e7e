"""Which sentences of passages say most of what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import regex
from numpy.typing import NDArray

from corpus.documents import Passage
from index.passage_index import PassageRecord
from language.instructing import within_instructions
from language.spans import Span, below_heading
from language.tags import UNKNOWN, family
from language.terms import passage_terms, term_set
from qa.overviews.centrality import Matrix, centrality, diverse

# Passages whose sentences are looked at.
LOOKED_AT = 32
# Terms of a sentence: with fewer it says little.  Columns: wider it is no sentence to be shown.
FEWEST, WIDEST = 8, 480
LEAST = 3  # where there are too few of the others
# Texts say early what they are about: the sentence n of a record is worth n to this.
FADES = -0.5
# Two sentences with so much in common are not both shown.  Vectors of passages tell less of their
# sentences.
SAME, NEAR = 0.7, 0.8
MANY = 5  # documents: of so many each has one sentence
OWN_LANGUAGE = 2.0  # what one in the user's language is worth beside others
ENDS = regex.compile(r"[.。!！…；;][\p{Pe}\p{Pf}\"'”’»」』]*$")
# Questions; what a page says about itself or where to click; tags, addresses, lists of links; a
# heading or a caption and what follows it; the end of a sentence whose quotation marks were lost.
NO_STATEMENT = regex.compile(
    r"\n\s*\n|[?？!！]\s?[,，]|"
    r"[?？][\p{Pe}\p{Pf}\"'”’»」』]*$|https?://|www\.|^\s*[@#>|]|[|>›»/]\s.*[|>›»/]\s|[_=*~-]{4,}|@\w+"
)
HAN = regex.compile(r"\p{Han}")
WORDY = 0.6  # the least share of a sentence's characters that are letters

Weights = Callable[[Sequence[str]], dict[str, float]]


@dataclass(frozen=True, slots=True, eq=False)
class KeySentence:
    """A sentence of a passage, and how central it is: 1 is the most central."""

    record: PassageRecord
    span: Span  # in the passage's reading view
    score: float
    place: int  # of its passage among those that were given

    @property
    def text(self) -> str:
        """The sentence in reading view."""
        return self.record.passage.text[slice(*self.span)]


def key_sentences(
    records: Sequence[PassageRecord],
    rows: NDArray[np.float32],
    count: int,
    weights: Weights,
    speaks: str = UNKNOWN,
    near: Matrix | None = None,
) -> list[KeySentence]:
    """Return at most *count* sentences that say most of what *records* say, in their order.

    The most central passages are found by their vectors, across languages; in these the sentences
    that are central by their words and stand early: biased LexRank (Otterbacher, Erkan and Radev
    2009), weighed by position; of those that say the same, the first.

    Args:
        records: Passages, those of a document together and in order.
        rows: Their vectors, of length one.
        count: How many at most.
        weights: How much terms tell.
        speaks: The user's language, BCP 47; what is said in it goes before the same in another.
        near: How near each passage is to a subject, where there is one.
    """
    if not records:
        return []
    vectors = rows.astype(np.float64)
    alike: Matrix = vectors @ vectors.T
    central = centrality(alike, near)
    documents = [record.document.path for record in records]
    each = max(2, -(-LOOKED_AT // len(set(documents))))
    said_before = _said_before(records)
    looked = sorted(diverse(central, alike, LOOKED_AT, documents, each))
    # Of rules and short notes short sentences too, of a table or a list of names what there is.
    for fits in (_is_statement, _is_short_statement, _is_text):
        candidates = [
            KeySentence(
                records[at],
                span,
                float(central[at]) * _worth(records[at], said_before[at] + number, speaks),
                at,
            )
            for at in looked
            for number, span in enumerate(_sentences(records[at].passage), start=1)
            if fits(records[at].passage.text[slice(*span)], records[at].passage.language)
            and not within_instructions(records[at].passage.text, span)
        ]
        if len(candidates) >= count or (candidates and fits is not _is_statement):
            break
    return _chosen(candidates, alike, count, weights)


def _chosen(
    sentences: Sequence[KeySentence], alike: Matrix, count: int, weights: Weights
) -> list[KeySentence]:
    words = _cosines(sentences, weights)
    prior = np.array([sentence.score for sentence in sentences])
    scores = centrality(words, prior) * prior
    places = [sentence.place for sentence in sentences]
    # Vectors tell what says the same in two languages; within a passage only words can.
    apart = np.not_equal.outer(places, places)
    same = np.maximum(words, np.where(apart, NEAR * alike[np.ix_(places, places)], 0))
    documents = [sentence.record.document.path for sentence in sentences]
    most = max(1, -(-count // len(set(documents))))
    if len(set(documents)) >= MANY:
        most = 1
    elif len(set(documents)) > 1:
        most = min(most + 1, count - 1) or 1
    order = diverse(scores, same, count, documents, most, SAME)
    best = scores.max(initial=0) or 1
    return [
        KeySentence(
            sentences[at].record, sentences[at].span, float(scores[at] / best), sentences[at].place
        )
        for at in sorted(order)
    ]


def _sentences(passage: Passage) -> list[Span]:
    return [below_heading(passage.text, span) for span in passage.sentences]


def _is_text(text: str, _language: str) -> bool:
    return bool(text.strip())


def _is_statement(text: str, language: str) -> bool:
    """Tell whether *text* is a whole sentence that states something, and much."""
    return len(term_set(text, language)) >= FEWEST and _is_short_statement(text, language)


def _is_short_statement(text: str, language: str) -> bool:
    """Tell whether *text* is a whole sentence that states something."""
    wide = len(text) + len(HAN.findall(text))
    if wide > WIDEST or len(term_set(text, language)) < LEAST:
        return False
    if not ENDS.search(text) or NO_STATEMENT.search(text):
        return False
    letters = len(regex.findall(r"[\p{L}\p{N}]", text))
    return letters >= WORDY * len("".join(text.split()))


def _worth(record: PassageRecord, number: int, speaks: str) -> float:
    """Return what its language, and its *number* in what it is part of, make a sentence worth."""
    own = OWN_LANGUAGE if family(record.passage.language) == family(speaks) else 1.0
    return own * float(number**FADES)


def _said_before(records: Sequence[PassageRecord]) -> list[int]:
    """Return of each passage how many sentences of the same post or article stand before it."""
    before: list[int] = []
    for at, record in enumerate(records):
        last = records[at - 1] if at else None
        goes_on = (
            last is not None
            and last.document.path == record.document.path
            and last.passage.title == record.passage.title
        )
        before.append(before[-1] + len(last.passage.sentences) if last and goes_on else 0)
    return before


def _cosines(sentences: Sequence[KeySentence], weights: Weights) -> Matrix:
    """Return how alike sentences are by their words, weighed by how much each tells (tf-idf)."""
    counted = [Counter(passage_terms(one.text, one.record.passage.language)) for one in sentences]
    terms = sorted({term for counts in counted for term in counts})
    column = {term: at for at, term in enumerate(terms)}
    told = weights(terms)
    matrix = np.zeros((len(counted), len(terms)))
    for row, counts in enumerate(counted):
        for term, number in counts.items():
            matrix[row, column[term]] = number * told.get(term, 0.0)
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit = matrix / np.where(norms > 0, norms, 1)
    cosines: Matrix = unit @ unit.T
    return cosines
