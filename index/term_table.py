"""In how many passages each term is, and BM25 over it; a table in the generation's folder."""

from __future__ import annotations

import math
import re
import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2s
from pathlib import Path

import numpy as np

from index.contents import Contents
from index.lexical import SCALE, Words
from index.sqlite_files import opened, published, to_write

FILE = "terms.sqlite"
SCHEMA = """
CREATE TABLE terms (term TEXT PRIMARY KEY, passages INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE totals (passages INTEGER NOT NULL, terms INTEGER NOT NULL);
"""
# Robertson and Zaragoza 2009, as in Lucene and tantivy.
K1, B = 1.2, 0.75
# Milvus takes numbers below this for terms.
HASHES = 2**32 - 1


def hashed(term: str) -> int:
    """Return the number that a term goes by; two may share one: it proposes, the terms decide."""
    return int.from_bytes(blake2s(term.encode(), digest_size=8).digest(), "little") % HASHES


def saturations(terms: Sequence[str], average: float) -> dict[str, float]:
    """Return how much of its weight each term of a passage earns it, 0 to 1.

    Args:
        terms: All terms of the passage.
        average: The number of terms of a passage on average.
    """
    norm = K1 * (1 - B + B * _length(len(terms)) / average)
    return {term: count / (count + norm) for term, count in Counter(terms).items()}


def _length(terms: int) -> int:
    """Return a passage's length as Lucene and tantivy keep it, in a byte: with four bits."""
    over = terms - 24
    if over < 16:
        return terms
    shift = over.bit_length() - 4
    return 24 + (over >> shift << shift)


class TermTable:
    """Reads what :func:`write_terms` wrote; safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self._database = opened(folder / FILE)
        self._database.create_function("matched", 2, _matched, deterministic=True)
        self._lock = threading.Lock()
        query = "SELECT passages, terms FROM totals"
        self.passages, terms = self._database.execute(query).fetchone()
        self.average = max(terms / max(self.passages, 1), 1e-9)

    def held(self, terms: Iterable[str]) -> dict[str, int]:
        """Return the number of passages of each of *terms* that any has."""
        wanted = list(dict.fromkeys(terms))
        marks = ", ".join("?" * len(wanted))
        query = f"SELECT term, passages FROM terms WHERE term IN ({marks})"  # noqa: S608
        with self._lock:
            return dict(self._database.execute(query, wanted).fetchall())

    def matching(self, pattern: str) -> list[str]:
        """Return the terms that *pattern* is all of; every one is looked at."""
        query = "SELECT term FROM terms WHERE matched(?, term)"
        with self._lock:
            return [term for (term,) in self._database.execute(query, (pattern,))]

    def weights(self, terms: Sequence[str]) -> dict[str, float]:
        """Return the inverse document frequency of each term, as Lucene computes it."""
        held = self.held(terms)
        return {
            term: math.log1p((self.passages - count + 0.5) / (count + 0.5))
            for term, count in ((term, held.get(term, 0)) for term in terms)
        }

    def weight(self, word: Sequence[str]) -> float:
        """Return how much a word tells: the weight of its surest term that any passage holds."""
        held = self.held(word)
        term = next((term for term in word if term in held), word[0])
        return self.weights([term])[term]

    def worth(self, words: Words) -> dict[tuple[str, ...], float]:
        """Return the weight of each of *words*."""
        return {word: self.weight(word) for word in words}


def score(worth: Mapping[tuple[str, ...], float], terms: Sequence[str], average: float) -> float:
    """Return the share, 0 to 1, of the weight of words that a passage with *terms* reaches.

    Of a word that several terms may stand for any counts alike, as often as it may be there.
    """
    has = saturations(terms, average)
    reached = 0.0
    for word, weight in worth.items():
        alternatives = dict.fromkeys(word)
        if len(alternatives) == 1:
            reached += weight * has.get(word[0], 0.0)
        elif any(term in has for term in alternatives):
            reached += weight / SCALE
    return reached / (sum(worth.values()) or 1.0)


def write_terms(draft: Path, before: Path | None) -> float:
    """Count the terms of the passages in the store of *draft*; return how many one has.

    *before* is the folder of a generation that counted its own: only what came and went since
    is counted.
    """
    database = to_write(draft / FILE, SCHEMA)
    run = database.execute
    contents = Contents.of_folder(draft)
    came = contents.originals()
    passages, total = 0, 0
    counted: Counter[str] = Counter()
    if before is not None:
        run("ATTACH ? AS counted", (published(before / FILE),))
        run("INSERT INTO main.terms SELECT term, passages FROM counted.terms")
        passages, total = run("SELECT passages, terms FROM counted.totals").fetchone()
        past = Contents.of_folder(before)
        for text in past.terms(np.setdiff1d(past.originals(), came)):
            terms = text.split()
            counted.subtract(dict.fromkeys(terms, 1))
            passages, total = passages - 1, total - len(terms)
        came = np.setdiff1d(came, past.originals())
        past.close()
    for text in contents.terms(came):
        terms = text.split()
        counted.update(set(terms))
        passages, total = passages + 1, total + len(terms)
    contents.close()
    database.executemany(
        "INSERT INTO main.terms VALUES (?, ?)"
        " ON CONFLICT (term) DO UPDATE SET passages = passages + excluded.passages",
        sorted(counted.items()),
    )
    # Nothing is left of a term that no passage has any more.
    run("DELETE FROM main.terms WHERE passages < 1")
    run("INSERT INTO main.totals VALUES (?, ?)", (passages, total))
    database.commit()
    if before is not None:
        run("VACUUM main")
    database.close()
    return max(total / max(passages, 1), 1e-9)


def _matched(pattern: str, term: str) -> bool:
    return re.fullmatch(pattern, term) is not None
