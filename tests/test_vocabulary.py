"""The words of the documents, kept exact from build to build."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import vocabulary as vocabulary_module
from index.tantivy_files import META, rooms_in
from index.vocabulary import FOLDER, Vocabulary
from index.word_counts import WordCounts
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
    words = WordCounts(folder)
    words.count(COUNTS)
    Vocabulary.write(folder, words).close()
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
    assert Vocabulary.write(tmp_path, WordCounts(tmp_path)).similar("railway", 1) == {}


@given(st.sampled_from([one for one in COUNTS if len(one) > 3]), st.data())
def test_every_slip_finds_its_word(vocabulary: Vocabulary, word: str, data: st.DataObject) -> None:
    typed = data.draw(st.sampled_from(sorted(beside(plain(word), "aeiмя"))))

    assert plain(word) in map(plain, vocabulary.similar(typed, 1))


def counted(folder: Path, kept: list[str], before: Path | None, gone: list[str]) -> WordCounts:
    """Return the words of a draft in *folder*: those *before* less *gone*, and those of *kept*."""
    folder.mkdir()
    words = WordCounts(folder)
    if before:
        words.take_over(before, gone)
    words.add(kept)
    return words


# Short words that are often the same, near each other or written otherwise.
WORDS = st.lists(st.text("abÀ", min_size=3, max_size=4) | texts(), max_size=5).map(" ".join)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.lists(WORDS, max_size=4), st.sets(st.integers(0, 9))), max_size=5))
def test_words_that_are_carried_on_are_those_of_an_index_written_anew(
    steps: list[tuple[list[str], set[int]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary_module, "ROOM", 4)
        there: list[str] = []
        before: Path | None = None
        for number, (new, leave) in enumerate(steps):
            gone = [text for at, text in enumerate(there) if at in leave]
            there = [text for at, text in enumerate(there) if at not in leave] + new
            draft = Path(folder, str(number))
            words = counted(draft, new, before, gone)
            vocabulary = Vocabulary.write(draft, words, before)

            expected = Counter(word for text in there for word in written_words(text))
            assert dict(words.rows()) == dict(expected)
            plains = {plain(word) for word in expected}
            assert {word for _, word in words.plains()} == plains
            assert sum(room.count for room in rooms_in(draft / FOLDER)) == len(plains)
            anew = Path(folder, f"{number} anew")
            other = counted(anew, there, None, [])
            fresh = Vocabulary.write(anew, other)
            for word in sorted(plains)[:5]:
                for edits in range(3):
                    found = list(vocabulary.similar(word, edits).items())
                    assert found == list(fresh.similar(word, edits).items())
            for each in (words, other, vocabulary, fresh):
                each.close()
            before = draft


def test_a_word_that_is_gone_is_in_no_byte_of_the_next_files(tmp_path: Path) -> None:
    chance = random.Random(4)
    made = iter({"".join(chance.choices("abcdefghij", k=9)) for _ in range(9_000)})
    documents = [" ".join(islice(made, 300)) for _ in range(20)]
    before: Path | None = None
    gone: list[str] = []
    for number in range(6):
        new = documents[number * 3 : number * 3 + 3]
        leaves = documents[number * 3 - 2 : number * 3 - 1] if number else []
        draft = tmp_path / str(number)
        words = counted(draft, new, before, leaves)
        Vocabulary.write(draft, words, before).close()
        words.close()
        gone += [word for text in leaves for word in text.split()]
        held = b"".join(file.read_bytes() for file in draft.rglob("*") if file.is_file())
        assert all(word.encode() in held for word in new[0].split()[:1])
        assert not [word for word in gone if word.encode() in held]
        before = draft


def test_words_that_only_change_their_counts_leave_all_files_of_the_automaton(
    tmp_path: Path,
) -> None:
    first = counted(tmp_path / "1", ["a lighthouse", "the Lighthouse and the pier"], None, [])
    Vocabulary.write(tmp_path / "1", first).close()
    first.close()

    second = counted(tmp_path / "2", ["lighthouse"], tmp_path / "1", ["a lighthouse"])
    Vocabulary.write(tmp_path / "2", second, tmp_path / "1").close()
    second.close()

    assert inodes(tmp_path / "1" / FOLDER) == inodes(tmp_path / "2" / FOLDER)


def inodes(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_ino for file in folder.iterdir() if file.name != META}


def test_words_of_scripts_that_build_them_otherwise_are_left_out() -> None:
    words = written_words("Le phare 灯塔 ประภาคาร маяк φάρος A4 l’été 2019 등대")

    assert words == {"phare", "маяк", "φάρος", "été"}
