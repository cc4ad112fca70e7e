"""Vectors and words in Milvus: old or new whatever dies, deleted when it should be, well explained.

That it finds what FAISS finds is in tests/test_passage_index.py.
"""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from corpus.limits import Limits
from index import layers as layered
from index.build import build, clear, purge
from index.errors import BackendError, IndexDamagedError, IndexMismatchError, IndexNotBuiltError
from index.generations import current_name, generations_folder
from index.layer_search import expression
from index.layers import Layer, Layers, kept
from index.lexical import Entry, LexicalIndex
from index.milvus import Address, Collections
from index.milvus_backend import MilvusBackend
from index.opened import open_index
from index.passage_index import Filter
from index.querying import query
from index.term_table import hashed, saturations, score
from index.verify import verify
from qa.service import Service
from qa.settings import Settings, SettingsError
from tests.milvus import milvus_backend
from tests.milvus_child import Dictionary

ROOT = Path(__file__).parents[1]
NONE = np.zeros(0, np.int64)
TEXTS = {
    "lighthouse.txt": "The lighthouse was lit 1 times.\n",
    "en/pier.txt": "The pier has a red lamp and forty planks.\n",
    "fr/phare.txt": "Le phare compte 152 marches et deux gardiens.\n",
    "zh/tea.txt": "茶馆每天早上六点开门，掌柜姓陆。\n",
    "zh/hant.txt": "茶館的燈籠是紅色的，每年春節換一次。\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in TEXTS.items():
        put(tmp_path, path, text)
    return tmp_path


def put(folder: Path, path: str, text: str) -> None:
    place = folder / "corpus" / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")


def made(folder: Path, backend: MilvusBackend) -> str:
    return build(folder / "corpus", folder / "index", Dictionary(), backend=backend).generation


def paths(
    folder: Path, backend: MilvusBackend, asked: str, among: Filter | None = None
) -> list[str]:
    opened, notice = open_index(folder / "index", Dictionary(), backend)
    hits = opened.search(query(asked, "en", Dictionary()), 20, among)
    opened.close()
    assert notice is None
    hits.sort(key=lambda hit: -hit.overlap)
    return [hit.record.document.path for hit in hits]


def child(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.milvus_child", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def held(folder: Path) -> dict[str, Any]:
    seen = child("state", str(folder))
    assert seen.returncode == 0, seen.stderr
    state: dict[str, Any] = json.loads(seen.stdout)
    return state


def test_a_build_that_is_killed_leaves_old_or_new_and_the_next_leaves_nothing_of_it(
    folder: Path,
) -> None:
    milvus_backend(folder / "milvus.db")  # or the test is skipped
    steps = int(child("build", str(folder)).stdout)
    assert steps >= 12
    ends = []
    for version, at in enumerate(range(1, steps + 8, 4), start=2):
        put(folder, "lighthouse.txt", f"The lighthouse was lit {version} times.\n")
        put(folder, f"new-{version}.txt", f"Ship {version} came in.\n")
        (folder / "corpus" / f"new-{version - 1}.txt").unlink(missing_ok=True)
        if child("build", str(folder), str(at)).returncode != -signal.SIGKILL:
            break

        left = held(folder)

        assert left["notice"] == ""
        ends.append("new" if f"new-{version}.txt" in left["documents"] else "old")
        lit = version - (ends[-1] == "old")
        assert (f"new-{lit}.txt" in left["documents"]) == (lit > 1)
        assert f"lit {lit} times" in left["said"]
        assert set(left["found"]) <= set(left["documents"])
        assert left["aliases"][: len(left["layers"])] == left["layers"]
        assert child("build", str(folder)).returncode == 0
        after = held(folder)
        assert f"lit {version} times" in after["said"]
        assert len(after["collections"]) <= 2 * len(after["layers"]) + 2  # of two generations

    assert {"old", "new"} == set(ends)


def test_rollback_goes_back_and_the_aliases_follow(folder: Path) -> None:
    backend = milvus_backend(folder / "milvus.db")
    first = made(folder, backend)
    put(folder, "lighthouse.txt", "The lighthouse was torn down.\n")
    made(folder, backend)
    settings = replace(
        Settings.from_env(), index=folder / "index", engine=Address(str(folder / "milvus.db"))
    )

    assert Service(settings).roll_back() == first

    names = [
        one.collection for one in Layers.load(generations_folder(folder / "index") / first).layers
    ]
    prefix = names[0].rpartition("_")[0]
    collections = Collections(Address(str(folder / "milvus.db")))
    assert [collections.meant(f"{prefix}_current_{at}") for at in range(2)] == [names[0], ""]
    assert "lighthouse.txt" in paths(folder, backend, "lighthouse lit 1 times.")


def test_an_alias_that_means_something_else_is_set_right(folder: Path) -> None:
    backend = milvus_backend(folder / "milvus.db")
    made(folder, backend)
    collections = Collections(Address(str(folder / "milvus.db")))
    (name,) = collections.names("cited_qa")
    alias = f"{name.rpartition('_')[0]}_current_0"
    collections.make("elsewhere", 32, 1)
    collections.point(alias, "elsewhere")

    opened, _ = open_index(folder / "index", Dictionary(), backend)

    assert collections.meant(alias) == name
    opened.close()


def test_only_what_changed_is_written(folder: Path) -> None:
    backend = milvus_backend(folder / "milvus.db")
    for number in range(20):
        put(folder, f"many/{number}.txt", f"Boat {number} carries {number + 3} nets of cod.\n")
    made(folder, backend)
    put(folder, "many/7.txt", "Boat 7 was sold to Norway.\n")
    (folder / "corpus" / "many" / "8.txt").unlink()

    name = made(folder, backend)

    first, second = Layers.load(generations_folder(folder / "index") / name).layers
    assert (first.rows, second.rows) == (25, 1)
    assert paths(folder, backend, "sold Norway")[0] == "many/7.txt"
    assert "many/8.txt" not in paths(folder, backend, "Boat 8 carries 11 nets")


def test_a_passage_that_gains_a_copy_is_found_in_the_folder_of_the_copy(folder: Path) -> None:
    backend = milvus_backend(folder / "milvus.db")
    made(folder, backend)
    put(folder, "copies/pier.txt", TEXTS["en/pier.txt"])
    made(folder, backend)
    assert paths(folder, backend, "red lamp", Filter(paths=("copies",))) == ["copies/pier.txt"]
    (folder / "corpus" / "en" / "pier.txt").unlink()

    made(folder, backend)

    assert paths(folder, backend, "red lamp", Filter(paths=("copies",))) == ["copies/pier.txt"]
    assert paths(folder, backend, "red lamp", Filter(paths=("en",))) == []


@pytest.mark.parametrize(
    "name",
    ['say "aye"', "back\\slash", "100%", "_", "a' or 1 == 1", "|", "港口", '") or (number > 0'],
)
def test_a_folder_with_any_name_is_a_filter_and_nothing_more(folder: Path, name: str) -> None:
    backend = milvus_backend(folder / "milvus.db")
    put(folder, f"{name}/mole.txt", "The mole of the port is of granite.\n")
    made(folder, backend)

    assert paths(folder, backend, "mole granite", Filter(paths=(name,))) == [f"{name}/mole.txt"]
    assert paths(folder, backend, "mole granite", Filter(languages=(name,))) == []
    assert name not in expression(Filter(paths=(name,))) or len(name) < 2


def vectors_and_terms(collection: Path) -> tuple[bytes, set[int], bytes]:
    """Return all vectors, all hashes of terms and all else that lies in a folder of milvus-lite."""
    import pyarrow.parquet

    rows, terms, rest = b"", set(), b""
    for file in sorted(collection.rglob("*")):
        if file.suffix == ".parquet":
            table = pyarrow.parquet.read_table(file)
            for column in table.column_names:
                for value in table.column(column).to_pylist():
                    if column == "row":
                        rows += np.array(value, "<f4").tobytes()
                    elif column == "terms":
                        terms |= set(np.frombuffer(value, "<u4")[::2].tolist())
                        terms |= set(np.frombuffer(value, "<u4")[1::2].tolist())
                        terms |= set(np.frombuffer(value, "<u4").tolist())
                    else:
                        rest += str(value).encode()
        elif file.is_file():
            rest += file.read_bytes()
    return rows, terms, rest


def test_after_a_purge_nothing_of_what_was_deleted_is_in_the_folder_of_milvus_lite(
    folder: Path,
) -> None:
    backend = milvus_backend(folder / "milvus.db")
    text = "Captain Zwierzyniecki owes eleven ducats.\n"
    put(folder, "secret/ducats.txt", text)
    made(folder, backend)
    held = Dictionary().embed_passages([text.strip()])[0].astype(np.float16)  # as rows are kept
    row = held.astype("<f4").tobytes()[:24]
    term = hashed("ducat")
    (place,) = expression(Filter(paths=("secret",))).split("%|")[1:]
    place_hash = place.split("|%")[0].encode()

    def left() -> tuple[bool, bool, bool, bool]:
        rows, terms, rest = vectors_and_terms(folder / "milvus.db")
        everywhere = rows + rest
        return row in everywhere, term in terms, place_hash in rest, b"Zwierzyniecki" in everywhere

    assert left() == (True, True, True, False)  # it would be seen; no text is ever there
    (folder / "corpus" / "secret" / "ducats.txt").unlink()
    made(folder, backend)
    assert left()[:3] == (True, True, True)  # for a rollback

    assert purge(folder / "index", Dictionary(), backend) == []

    assert left() == (False, False, False, False)
    everything = b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())
    assert term.to_bytes(4, "little") not in everything
    assert b"ducat" not in everything
    assert "en/pier.txt" in paths(folder, backend, "red lamp")
    assert len(backend._collections.names("cited_qa")) == 1


def test_collections_go_with_their_generations_and_strangers_stay(folder: Path) -> None:
    backend = milvus_backend(folder / "milvus.db")
    backend._collections.make("of_somebody_else", 32, 1)
    for version in range(4):
        put(folder, "lighthouse.txt", f"The lighthouse was painted {version} times over.\n")
        made(folder, backend)

    named = {
        one.collection
        for generation in generations_folder(folder / "index").iterdir()
        for one in Layers.load(generation).layers
    }
    assert set(backend._collections.names("cited_qa")) == named
    assert backend._collections.names("of_") == ["of_somebody_else"]


def test_a_collection_that_was_dropped_is_damage_and_a_build_repairs_it(folder: Path) -> None:
    backend = milvus_backend(folder / "milvus.db")
    made(folder, backend)
    put(folder, "lighthouse.txt", "The lighthouse is closed.\n")
    second = made(folder, backend)
    new = Layers.load(generations_folder(folder / "index") / second).layers[-1]
    backend._collections.drop([new.collection])

    opened, notice = open_index(folder / "index", Dictionary(), backend)

    assert "in Milvus holds 0 rows" in str(notice and notice.told("en"))
    assert opened.generation != second
    opened.close()
    with pytest.raises(IndexDamagedError, match="cited-qa build"):
        verify(folder / "index", None, Limits(), backend)
    # Though no document has changed.
    assert made(folder, backend) != second
    assert paths(folder, backend, "lighthouse closed.")[0] == "lighthouse.txt"
    verified = verify(folder / "index", None, Limits(), backend)
    assert verified.replayed == verified.passages
    assert made(folder, backend) == verified.generation


def test_the_last_document_is_purged_with_its_rows(folder: Path) -> None:
    backend = milvus_backend(folder / "milvus.db")
    made(folder, backend)
    clear(folder / "index", backend)

    assert not backend._collections.names("cited_qa")
    with pytest.raises(IndexNotBuiltError):
        open_index(folder / "index", Dictionary(), backend)
    made(folder, backend)
    assert paths(folder, backend, "lighthouse lit")[0] == "lighthouse.txt"


def test_an_index_goes_from_faiss_to_milvus_and_back_without_embedding_anew(folder: Path) -> None:
    backend = milvus_backend(folder / "milvus.db")
    build(folder / "corpus", folder / "index", Dictionary())

    there = build(folder / "corpus", folder / "index", Dictionary(), backend=backend)
    with pytest.raises(IndexMismatchError, match="CITED_QA_ENGINE"):
        open_index(folder / "index", Dictionary())
    back = build(folder / "corpus", folder / "index", Dictionary())

    assert (there.changed, there.embedded, back.changed, back.embedded) == (True, 0, True, 0)
    opened, notice = open_index(folder / "index", Dictionary())
    assert (notice, len(opened.documents())) == (None, len(TEXTS))
    opened.close()


def test_a_second_process_is_told_that_milvus_lite_serves_one(folder: Path) -> None:
    backend = milvus_backend(folder / "milvus.db")
    made(folder, backend)

    other = child("state", str(folder))

    assert other.returncode == 1
    assert "serves one process at a time" in other.stderr


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    milvus_backend(tmp_path / "unused.db")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command = [sys.executable, "-m", "milvus_lite", "server", "--data-dir", str(tmp_path / "served"), "--host", "127.0.0.1", "--port", str(port)]  # fmt: skip
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(150):
        with socket.socket() as tried:
            if not tried.connect_ex(("127.0.0.1", port)):
                break
        time.sleep(0.2)
    yield f"http://127.0.0.1:{port}"
    process.kill()
    process.wait()


def test_a_server_is_spoken_to_with_the_same_code(folder: Path, server: str) -> None:
    backend, reader = MilvusBackend(Address(server)), MilvusBackend(Address(server))
    made(folder, backend)
    put(folder, "lighthouse.txt", "The lighthouse has a fog horn.\n")
    made(folder, backend)

    assert paths(folder, reader, "fog horn.")[0] == "lighthouse.txt"
    assert paths(folder, reader, "marches", Filter(languages=("fr",))) == ["fr/phare.txt"]


def test_a_server_that_is_not_there_is_one_clear_error_and_the_index_stays(folder: Path) -> None:
    milvus_backend(folder / "unused.db")
    build(folder / "corpus", folder / "index", Dictionary())
    name = current_name(folder / "index")

    with pytest.raises(BackendError, match="does not do what was asked"):
        made(folder, MilvusBackend(Address("http://127.0.0.1:9")))

    assert current_name(folder / "index") == name


def test_without_the_package_the_error_says_how_to_install_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pymilvus", None)

    with pytest.raises(BackendError, match=r'pip install "cited-qa\[milvus\]"'):
        made(folder, MilvusBackend(Address(str(folder / "milvus.db"))))


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("", None),
        ("faiss", None),
        ("milvus:/data/a.db", ("/data/a.db", "")),
        ("milvus:http://host:19530", ("http://host:19530", "")),
        ("milvus:https://root:pass%20word@host:19530", ("https://host:19530", "root:pass word")),
    ],
)
def test_the_setting_names_the_engine(
    monkeypatch: pytest.MonkeyPatch, value: str, address: tuple[str, str] | None
) -> None:
    monkeypatch.setenv("CITED_QA_ENGINE", value)

    milvus = Settings.from_env().engine

    assert (milvus and (milvus.uri, milvus.token)) == address
    assert "pass" not in repr(milvus)


def test_the_token_may_be_a_setting_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITED_QA_ENGINE", "milvus:http://host:19530")
    monkeypatch.setenv("CITED_QA_ENGINE_TOKEN", "root:Milvus")

    assert Settings.from_env().engine == Address("http://host:19530", "root:Milvus")


@pytest.mark.parametrize(
    "value", ["lucene", "milvus", "milvus:", "milvus:a.sqlite", "milvus:ftp://x:secret@h/a.db"]
)
def test_another_engine_is_an_error_that_names_what_is_right(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("CITED_QA_ENGINE", value)

    with pytest.raises(SettingsError, match=r"CITED_QA_ENGINE=milvus:/data/passages\.db") as raised:
        Settings.from_env()

    for language in ("en", "fr", "zh-Hans", "zh-Hant"):
        assert "milvus:http://" in raised.value.told(language)
        assert "secret" not in raised.value.told(language)


def test_scores_are_those_of_tantivy(tmp_path: Path) -> None:
    terms = [["lamp"] * (n % 3 + 1) + ["oil"] * (n % 2) + ["pad"] * (n * 7 % 90) for n in range(40)]
    entries = [
        Entry(n + 1, " ".join(own), ("a.txt",), ("en",), ("",)) for n, own in enumerate(terms)
    ]
    index = LexicalIndex.write(tmp_path, entries)
    words = [("lamp",), ("oil", "whale"), ("sea",)]
    average = sum(map(len, terms)) / len(terms)

    theirs = index.best(words, 40)
    worth = {word: index.weight(word) for word in words}

    assert len(theirs) == 40
    for number, value in theirs.items():
        assert score(worth, terms[number - 1], average) == pytest.approx(value, abs=1e-5)
    assert saturations([], 1.0) == {}


def test_small_layers_are_joined_and_large_ones_stay() -> None:
    numbers = np.arange(1, 2206)
    placed = np.repeat([0, 1, 2], [2000, 200, 5]).astype(np.uint8)
    before = Layers(tuple(Layer(n, r, "") for n, r in (("a", 2000), ("b", 200), ("c", 5))), numbers, placed, 9.0, 1.0)  # fmt: skip

    few = kept(before, np.arange(1, 2208), NONE)
    many = kept(before, np.arange(1, 2307), NONE)
    gone = kept(before, np.arange(600, 2206), NONE)

    assert [one.collection for one in few.layers] == ["a", "b"]  # c is written with the two new
    assert [one.collection for one in many.layers] == ["a"]
    assert gone.layers == ()
    assert layered.RATIO > 1
