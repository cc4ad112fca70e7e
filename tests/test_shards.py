"""A store that builds have changed again and again is the one that is built from nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.documents import Document, Passage
from corpus.files import Stamp
from corpus.near_duplicates import BANDS, buckets, say_the_same
from corpus.view import View
from index import bucket_files, shards
from index.contents import Contents
from index.documents import Documents, Extent
from index.passage_index import Filter, PassageRecord
from index.store import Store, store_files
from index.store_writer import Changed, StoreWriter
from index.taking_over import groups
from index.term_table import FILE as TERMS
from index.term_table import TermTable, write_terms

# What says the same has one letter; each says the same as every other of its letter.
POOL = {
    "a": "Der Leuchtturm von Port Clement ist 41 Meter hoch und brennt seit dem Sommer 1871.",
    "a2": "#Leuchtturm# Der Leuchtturm von Port Clement ist 41 Meter hoch und brennt seit dem Sommer 1871!",
    "b": "Les gardiens du phare montent 152 marches chaque soir pour allumer la grande lampe.",
    "b2": "LES GARDIENS DU PHARE montent 152 marches chaque soir, pour allumer la grande lampe",
    "c": "茶馆每天早上六点开门，掌柜姓陆，已经七十三岁了，门口挂着二十四盏红灯笼，每年春节换一次。",
    "c2": "茶館每天早上六點開門，掌櫃姓陸，已經七十三歲了，門口掛著二十四盞紅燈籠，每年春節換一次。",
    "d": "The keeper writes the weather into a blue book at noon; nobody has read it for years.",
    "e": "Die Fähre fährt zweimal am Tag, außer wenn der Nebel bis an die Mole reicht.",
    "f": "A short one.",
}
LANGUAGES = {"a": "de", "b": "fr", "c": "zh-Hans", "d": "en", "e": "de", "f": "en"}
PATHS = ("alt/a.txt", "alt/b.txt", "c.txt", "de/f/d.txt", "茶/e.txt", "z.txt")
FILTERS = (
    None, Filter(paths=("alt",)), Filter(paths=("茶", "z.txt")), Filter(languages=("de",)),
    Filter(languages=("zh", "fr")), Filter(since="2019"), Filter(until="2019-05", languages=("en",)),
    Filter(paths=("nowhere",)),
)  # fmt: skip
DATES = ("", "2018-03-02", "2019-05", "2021")
AUTHORS = ("", "anna", "陆掌柜")


@dataclass(slots=True)
class Held:
    """A document as a test has it."""

    version: int  # what sets its title and stamps apart
    texts: tuple[str, ...]
    touched: int = 0

    @property
    def stamp(self) -> Stamp:
        return Stamp(self.version, self.touched, 1)

    def document(self, path: str) -> tuple[Document, list[Passage]]:
        texts = [POOL[name] for name in self.texts]
        whole = View.of("\n".join(texts))
        starts = accumulate((len(text) + 1 for text in texts), initial=0)
        passages = [
            Passage(
                whole.part(start, start + len(text)), ((0, len(text)),), LANGUAGES[name[0]],
                f"Titel{self.version}q{at}", DATES[(self.version + at) % 4],
                AUTHORS[(self.version + at) % 3],
            )
            for at, (start, text, name) in enumerate(zip(starts, texts, self.texts, strict=False))
        ]  # fmt: skip
        title = f"Buch{self.version}q"
        return Document(path, f"{self.version:064d}", whole.text, title, "de"), passages


@dataclass(slots=True)
class Corpus:
    """Documents by path, as the index has them once :meth:`build` is called."""

    files: dict[str, Held] = field(default_factory=dict)
    version: int = 0

    def act(self, kind: str, at: int, texts: tuple[str, ...]) -> None:
        path, other = PATHS[at], PATHS[at - 1]
        if kind == "write":
            self.version += 1
            self.files[path] = Held(self.version, texts)
        elif kind == "remove":
            self.files.pop(path, None)
        elif kind == "rename" and path in self.files and other not in self.files:
            self.version += 1
            self.files[other] = Held(self.version, self.files.pop(path).texts)
        elif kind == "touch" and path in self.files:
            held = self.files[path]
            self.files[path] = Held(held.version, held.texts, held.touched + 1)


def written(
    folder: Path, files: dict[str, Held], before: Path | None, known: dict[str, Held]
) -> tuple[Changed | None, dict[str, int]]:
    """Write a store; return what changed and how often each word is."""
    folder.mkdir()
    with closing(StoreWriter(folder)) as store:
        kept = {
            path: held.stamp
            for path, held in files.items()
            if path in known and known[path].version == held.version
        }
        if before:
            store.take_over(before, kept)
        for path, held in files.items():
            if path not in kept:
                document, passages = held.document(path)
                store.add(document, held.stamp, passages)
        store.mark_copies()
        return store.changed(), dict(store.words.rows())


def by_number(folder: Path) -> list[str]:
    """Return the paths of the documents in the order in which they were written."""
    with closing(Store(folder)) as store:
        return list(store.passage_counts()) + [
            record.path for record in store.documents() if record.path not in store.passage_counts()
        ]


def first_of_each(texts: dict[int, str], new: set[int], copies: dict[int, int]) -> dict[int, int]:
    """Return the copies with their originals, by a look at every pair that shares a bucket."""
    held = {number: set(buckets(text).tolist()) for number, text in texts.items()}
    found_copies = dict(copies)
    for number in sorted(new):
        found_copies.pop(number, None)
        near = (
            other
            for other in sorted(texts)
            if other < number and other not in found_copies and held[other] & held[number]
        )
        first = next((n for n in near if say_the_same(texts[n], texts[number])), None)
        if first:
            found_copies[number] = first
    return found_copies


def seen(store: Store, contents: Contents) -> Iterator[Any]:
    """Yield what a store answers to everything; numbers are counted from the first."""
    place = {number: at for at, number in enumerate(contents.numbers.tolist())}

    def told(records: list[PassageRecord]) -> list[tuple[Any, ...]]:
        return [
            (place[r.number], r.document, r.passage.text, r.passage.title, r.passage.source_span)
            for r in records
        ]

    numbers = list(place)
    originals = contents.originals()
    yield store.counts(), store.documents(), store.stamps(), store.kept(), store.passage_counts()
    yield list(store.sources()), list(store.embedded_texts()), store.read_by_ocr
    yield [(store.document(path) or ("",))[0] for path in PATHS]
    yield [store.sentences(path, range(0, 400, 30)) for path in PATHS]
    yield [place[number] for number in store.originals(numbers)] if numbers else []
    yield {place[number]: terms for number, terms in store.terms(numbers).items()}
    for among in FILTERS:
        yield store.outlines(among)
        firsts = store.firsts(originals.tolist(), among)
        yield list(zip([place[n] for n in firsts], told(list(firsts.values())), strict=True))
        yield [told(store.matching(number, among)) for number in numbers]
        yield told(store.posts(("anna", "陆掌柜"), among))
        if among:
            yield [place[number] for number in store.numbers(among).tolist()]
            yield {place[number] for number in store.passing(originals.tolist(), among)}
    yield [told(store.around(number, 1)) for number in numbers]
    yield [place[number] for number in contents.longest_first(originals)]
    yield contents.to_embed(numbers)
    for entry in contents.entries():
        yield place[entry.number], entry.terms, entry.paths, entry.languages, entry.dates


def all_seen(folder: Path) -> list[Any]:
    with closing(Store(folder)) as store, closing(Contents.of_folder(folder)) as contents:
        return list(seen(store, contents))


def held_copies(folder: Path) -> tuple[dict[int, str], dict[int, int]]:
    """Return the texts and the copies of a store, by number."""
    with closing(Contents.of_folder(folder)) as contents:
        copies = dict(
            zip(contents.copies.copies.tolist(), contents.copies.originals.tolist(), strict=True)
        )
        return {n: contents.text(n) for n in contents.numbers.tolist()}, copies


def assert_links(before: Path, after: Path) -> None:
    """Check that a shard with the same documents is the same file, and no other is."""
    held = []
    for folder in (before, after):
        rows: dict[int, list[str]] = {}
        with closing(Documents(folder)) as documents:
            for path, shard in documents.shards_of(list(PATHS)).items():
                digests = {record.path: record.sha256 for record in documents.records}
                rows.setdefault(shard, []).append(path + digests[path])
        held.append({shard: sorted(paths) for shard, paths in rows.items()})
    past = {(before / name).stat().st_ino for name in store_files(before)}
    for shard, paths in held[1].items():
        for end in ("sqlite", "buckets.npy", "owners.npy"):
            file = after / f"passages/{shard:06d}.{end}"
            assert (file.stat().st_ino in past) == (held[0].get(shard) == paths)


def assert_changed(before: Path, after: Path, changed: Changed | None) -> None:
    assert changed is not None
    (_, was), (texts, now) = held_copies(before), held_copies(after)
    with (
        closing(Contents.of_folder(before)) as past,
        closing(Contents.of_folder(after)) as present,
    ):
        ours, theirs = set(present.originals().tolist()), set(past.originals().tolist())
        gone_entries = {entry.number: entry for entry in past.entries()}
        altered = {
            e.number for e in present.entries() if e.number not in gone_entries
            or e != gone_entries[e.number]
        }  # fmt: skip
        of_fresh = [entry.number for entry in present.entries(changed.fresh)]
    sets = [
        {o: {c for c in pairs if pairs[c] == o} for o in {*ours, *theirs}} for pairs in (was, now)
    ]
    assert changed.gone.tolist() == sorted(theirs - ours)
    assert changed.fresh.tolist() == of_fresh == sorted(
        {o for o in ours if o not in theirs or sets[0][o] != sets[1][o]}
    )  # fmt: skip
    assert altered <= set(of_fresh)
    assert set(texts) >= ours


ACTIONS = st.tuples(
    st.sampled_from(["write", "write", "remove", "rename", "touch"]),
    st.integers(0, len(PATHS) - 1),
    st.lists(st.sampled_from(sorted(POOL)), max_size=4).map(tuple),
)


def test_what_says_the_same_in_the_pool_has_one_letter() -> None:
    for name, text in POOL.items():
        for other, second in POOL.items():
            near = set(buckets(text).tolist()) & set(buckets(second).tolist())
            assert (bool(near) and say_the_same(text, second)) == (name[0] == other[0])


@settings(max_examples=25)
@given(
    st.lists(st.lists(ACTIONS, min_size=1, max_size=4), min_size=2, max_size=6), st.integers(2, 5)
)
def test_builds_one_after_the_other_make_the_store_that_one_build_makes(
    steps: list[list[tuple[str, int, tuple[str, ...]]]], full: int
) -> None:
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        for module, name, value in (
            (shards, "FULL", full), (shards, "TOGETHER", 3), (shards, "OPEN", 2),
            (bucket_files, "AT_ONCE", 40),
        ):  # fmt: skip
            patch.setattr(module, name, value)
        work = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        corpus, known, before = Corpus(), dict[str, Held](), None
        for step, actions in enumerate(steps):
            for action in actions:
                corpus.act(*action)
            now, fresh = work / f"{step}", work / f"{step}-new"
            changed, words = written(now, corpus.files, before, known)
            anew = {path: corpus.files[path] for path in by_number(now)}
            assert words == written(fresh, anew, None, {})[1]
            assert all_seen(now) == all_seen(fresh)
            write_terms(now, before)
            write_terms(fresh, None)
            assert counted(now) == counted(fresh)
            if before:
                if known.keys() & corpus.files.keys() and any(
                    known[path].version == held.version
                    for path, held in corpus.files.items()
                    if path in known
                ):
                    assert_changed(before, now, changed)
                    assert_as_compared(before, now)
                else:
                    assert changed is None
                assert_links(before, now)
            assert_nothing_left(now, {held.version for held in corpus.files.values()}, corpus)
            known, before = dict(corpus.files), now


def counted(folder: Path) -> tuple[Any, ...]:
    table = TermTable(folder)
    terms = table.held(table.matching(".*"))
    assert (folder / TERMS).exists()
    return terms, table.passages, table.average


def assert_as_compared(before: Path, after: Path) -> None:
    """Check the copies against a look at every pair."""
    (texts_before, was), (texts, now) = held_copies(before), held_copies(after)
    known = {copy: first for copy, first in was.items() if copy in texts and first in texts}
    orphans = {copy for copy, first in was.items() if copy in texts and first not in texts}
    assert now == first_of_each(texts, (set(texts) - set(texts_before)) | orphans, known)


def assert_nothing_left(folder: Path, versions: set[int], corpus: Corpus) -> None:
    """Check that no file of a store has a word of a version that is gone."""
    gone = [v for v in range(1, corpus.version + 1) if v not in versions]
    words = [word.encode() for v in gone for word in (f"Buch{v}q", f"Titel{v}q", f"titel{v}q")]
    words += [path.encode() for path in PATHS if path not in corpus.files]
    for name in store_files(folder):
        content = (folder / name).read_bytes()
        assert not [word for word in words if word in content], name


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 12)), max_size=12), st.integers(1, 10))
def test_nearly_empty_shards_go_together_and_no_document_is_lost(
    left: list[tuple[int, int]], full: int
) -> None:
    held = [(documents, passages if documents else 0) for documents, passages in left]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shards, "FULL", full)
        made = list(groups(held))
    sizes = [sum(held[at][1] for at in group) for group in made]
    assert [at for group in made for at in group] == [at for at, own in enumerate(held) if own[0]]
    assert all(len(group) == 1 or size <= full for group, size in zip(made, sizes, strict=True))
    for size, other in pairwise(sizes):
        assert min(size, other) >= full // 4 or size + other > full


@given(st.lists(st.integers(1, 30), min_size=1, max_size=30), st.integers(1, 6), st.data())
def test_shared_buckets_are_those_that_a_look_at_all_gives(
    values: list[int], per_shard: int, data: st.DataObject
) -> None:
    """Values stand for buckets: of each passage there are as many as BANDS, in any number."""
    bands = BANDS
    rows = np.array([[value * 1 << (band % 3 * 20) for band in range(bands)] for value in values])
    numbers = np.arange(1, len(values) + 1)
    new = np.array(sorted(data.draw(st.sets(st.sampled_from(numbers.tolist())))), np.int64)
    parts = []
    for at in range(0, len(values), per_shard):
        some = numbers[at : at + per_shard]
        extent = Extent(1, int(some[0]), int(some[-1]), len(some))
        packed = rows[at : at + per_shard].astype("<u8").tobytes()
        parts.append(bucket_files.Buckets.of_rows(extent, some, packed))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bucket_files, "AT_ONCE", data.draw(st.integers(1, 100)))
        patch.setattr(bucket_files, "FEW", data.draw(st.sampled_from([0, 1, 8])))
        got, groups_ = bucket_files.shared(parts, new)
    of_new = {bucket for number in new for bucket in rows[number - 1].tolist()}
    all_entries = [(n, bucket) for n in numbers.tolist() for bucket in rows[n - 1].tolist()]
    times = {b: sum(other == b for _, other in all_entries) for b in of_new}
    wanted = sorted(n for n, bucket in all_entries if times.get(bucket, 0) > 1)
    assert got.tolist() == wanted
    assert len(set(groups_.tolist())) == sum(count > 1 for count in times.values())
