"""The words of the documents, kept exact from build to build."""

from __future__ import annotations

import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.vocabulary import Vocabulary
from index.word_counts import SCHEMA, WordCounts
from language.letters import plain, written_words
from language.slips import beside
from tests.strategies import texts

COUNTS = {
    "Railway": 3, "railway": 9, "railways": 2, "Jakarta": 4, "jakarta": 0, "été": 5, "Été": 1,
    "ete": 2, "constitution": 1, "маяк": 6, "cœur": 1,
}  # fmt: skip


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    folder = tmp_path_factory.mktemp("words")
    Vocabulary.write(folder, COUNTS.items())
    return Vocabulary.load(folder)


def test_a_word_is_found_as_it_is_mostly_written_with_all_its_passages(
    vocabulary: Vocabulary,
) -> None:
    assert vocabulary.similar("RAILWAY", 0) == {"railway": 12}
    assert vocabulary.similar("jakarta", 0) == {"Jakarta": 4}
    assert vocabulary.similar("eté", 0) == {"été": 8}
    assert vocabulary.similar("coeur", 0) == {"cœur": 1}


def test_words_near_another_are_found_most_frequent_first(vocabulary: Vocabulary) -> None:
    assert list(vocabulary.similar("railwya", 1)) == ["railway"]
    assert list(vocabulary.similar("railwayy", 1)) == ["railway", "railways"]
    assert list(vocabulary.similar("consittuiton", 2)) == ["constitution"]
    assert list(vocabulary.similar("мяак", 1)) == ["маяк"]


def test_what_nothing_is_like_finds_nothing(vocabulary: Vocabulary) -> None:
    assert vocabulary.similar("submarine", 2) == {}
    assert vocabulary.similar("", 0) == {}


def test_documents_without_such_words_have_an_empty_vocabulary(tmp_path: Path) -> None:
    assert Vocabulary.write(tmp_path, []).similar("railway", 1) == {}


@given(st.sampled_from([one for one in COUNTS if len(one) > 3]), st.data())
def test_every_slip_finds_its_word(vocabulary: Vocabulary, word: str, data: st.DataObject) -> None:
    typed = data.draw(st.sampled_from(sorted(beside(plain(word), "aeiмя"))))

    assert plain(word) in map(plain, vocabulary.similar(typed, 1))


@given(*[st.lists(texts(), max_size=4)] * 3)
def test_what_is_taken_over_and_added_counts_as_if_counted_anew(
    kept: list[str], gone: list[str], new: list[str]
) -> None:
    database = sqlite3.connect(":memory:")
    database.execute("ATTACH ':memory:' AS before")
    database.executescript(SCHEMA.replace("words", "before.words") + SCHEMA)
    counts = Counter(word for text in [*kept, *gone] for word in written_words(text))
    database.executemany("INSERT INTO before.words VALUES (?, ?)", counts.items())
    words = WordCounts(database)

    words.take_over(gone)
    words.add(new)

    expected = Counter(word for text in [*kept, *new] for word in written_words(text))
    assert dict(words.rows()) == dict(expected)


def test_words_of_scripts_that_build_them_otherwise_are_left_out() -> None:
    words = written_words("Le phare 灯塔 ประภาคาร маяк φάρος A4 l’été 2019 등대")

    assert words == {"phare", "маяк", "φάρος", "été"}
