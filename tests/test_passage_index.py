"""What every PassageIndex must do; a second implementation joins by adding its maker."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index import dense, layers, neighbours
from index.build import build
from index.embedder import Embedder
from index.opened import open_index
from index.passage_index import Filter, PassageIndex
from index.querying import query
from index.two_stage import TwoStage
from tests.fast import fast_embedder
from tests.milvus import milvus_backend

pytestmark = pytest.mark.model

LINE = "The harbour of Port Clement was built by forty men in the summer of {}. "
FILES = {
    "en/harbour.txt": LINE.format(1871) * 1 + "Its lamp burns whale oil, and two keepers live there.\n",
    "en/archive/copy.txt": "Its lamp burns whale oil, and two keepers live there. #lighthouse#\n",
    "en/archive/lamp.txt": "Its lamp burns whale oil, and two keepers live there.\n",
    "fr/phare.txt": "Publié le 14 mai 2017\n\nLe phare compte 152 marches et deux gardiens.\n",
    "zh/tea.txt": "发布时间：2019年4月27日\n\n茶馆每天早上六点开门，掌柜姓陆，已经七十三岁了。\n",
    "zh/hant.txt": "茶館的燈籠是紅色的，每年春節換一次，一共二十四盞。\n",
}  # fmt: skip

Maker = Callable[[Path, Path, Embedder], PassageIndex]


def exact(corpus: Path, index: Path, embedder: Embedder) -> PassageIndex:
    build(corpus, index, embedder)
    return open_index(index, embedder)[0]


def with_lists(corpus: Path, index: Path, embedder: Embedder) -> PassageIndex:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dense, "EXACT_UP_TO", 2)
        patch.setattr(neighbours, "PROBES", 4)
        return exact(corpus, index, embedder)


def two_stage(corpus: Path, index: Path, embedder: Embedder) -> PassageIndex:
    quick = fast_embedder()
    return TwoStage(exact(corpus, index, quick), quick, embedder)


def in_milvus(corpus: Path, index: Path, embedder: Embedder) -> PassageIndex:
    backend = milvus_backend(index.parent / "milvus.db")
    build(corpus, index, embedder, backend=backend)
    return open_index(index, embedder, backend)[0]


def in_layers(corpus: Path, index: Path, embedder: Embedder) -> PassageIndex:
    backend = milvus_backend(index.parent / "milvus.db")
    held = {path: path.read_bytes() for path in sorted(corpus.rglob("*.txt"))}
    for path in held:
        path.unlink()
    for path, content in held.items():  # a layer for each, and rows of what went
        path.write_bytes(content)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(layers, "RATIO", 0)
            patch.setattr(layers, "GONE", 1)
            build(corpus, index, embedder, backend=backend)
    return open_index(index, embedder, backend)[0]


@pytest.fixture(scope="module", params=[exact, with_lists, two_stage, in_milvus, in_layers])
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, embedder: Embedder
) -> PassageIndex:
    folder = tmp_path_factory.mktemp("contract")
    for path, text in FILES.items():
        (folder / "corpus" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "corpus" / path).write_text(text, "utf-8")
    maker: Maker = request.param
    return maker(folder / "corpus", folder / "index", embedder)


@pytest.fixture
def search(made: PassageIndex, embedder: Embedder) -> Callable[..., list[str]]:
    def paths(question: str, among: Filter | None = None, count: int = 10) -> list[str]:
        hits = made.search(query(question, "en", embedder), count, among)
        return [hit.record.document.path for hit in hits]

    return paths


def test_the_nearest_passages_are_found(search: Callable[..., list[str]]) -> None:
    assert search("Combien de marches compte le phare ?", count=1)[0] == "fr/phare.txt"
    assert search("茶馆几点开门？", count=1)[0] == "zh/tea.txt"


def test_a_hit_has_a_cosine_and_a_share_of_the_words(
    made: PassageIndex, embedder: Embedder
) -> None:
    hits = made.search(query("When was the harbour built?", "en", embedder), 10)

    by_path = {hit.record.document.path: hit for hit in hits}
    assert all(-1 <= hit.cosine <= 1 and 0 <= hit.overlap <= 1 for hit in hits)
    assert by_path["en/harbour.txt"].overlap > 0
    assert by_path["zh/tea.txt"].overlap == 0


def test_what_is_around_a_passage_is_of_its_document_in_order(made: PassageIndex) -> None:
    (record,) = made.around(1, 0)

    around = made.around(1, 50)

    assert record.number == 1
    assert record.number in [one.number for one in around]
    assert {one.document.path for one in around} == {record.document.path}
    assert [one.number for one in around] == sorted(one.number for one in around)


def test_no_more_is_found_than_wanted_of_each_kind(search: Callable[..., list[str]]) -> None:
    assert 1 <= len(search("Who are the keepers?", count=1)) <= 2


def test_copies_are_found_once_and_know_each_other(
    made: PassageIndex, embedder: Embedder, search: Callable[..., list[str]]
) -> None:
    copies = {"en/archive/copy.txt", "en/archive/lamp.txt"}
    hits = made.search(query("What does its lamp burn?", "en", embedder), 10)
    first = next(hit.record for hit in hits if hit.record.document.path in copies)

    others = made.copies(first.number)

    assert len(copies & set(search("What does its lamp burn?"))) == 1
    assert {first.document.path, *(one.document.path for one in others)} == copies
    assert [back.number for back in made.copies(others[0].number)] == [first.number]


@pytest.mark.parametrize(
    ("among", "paths"),
    [
        (Filter(paths=("fr",)), {"fr/phare.txt"}),
        (Filter(paths=("zh/tea.txt", "fr/phare.txt")), {"zh/tea.txt", "fr/phare.txt"}),
        (Filter(paths=("e",)), set()),
        (Filter(languages=("zh",)), {"zh/tea.txt", "zh/hant.txt"}),
        (Filter(languages=("zh-Hant",)), {"zh/hant.txt"}),
        (Filter(since="2018"), {"zh/tea.txt"}),
        (Filter(until="2017-05-14"), {"fr/phare.txt"}),
        (Filter(since="2017", until="2019", languages=("fr",)), {"fr/phare.txt"}),
        (Filter(languages=("fr",), paths=("zh",)), set()),
    ],
)
def test_a_filter_leaves_only_what_passes_it(
    search: Callable[..., list[str]], among: Filter, paths: set[str]
) -> None:
    assert set(search("茶馆 phare lamp", among)) == paths


@pytest.mark.parametrize("path", ["en/archive/copy.txt", "en/archive/lamp.txt"])
def test_a_copy_is_found_where_only_it_passes_the_filter(
    search: Callable[..., list[str]], path: str
) -> None:
    assert search("What does its lamp burn?", Filter(paths=(path,))) == [path]


def test_a_rare_term_tells_more_than_a_common_or_an_unknown_one_nothing_less(
    made: PassageIndex,
) -> None:
    weights = made.weights(["phare", "lamp", "submarine"])

    assert weights["submarine"] >= weights["phare"] > 0
    assert made.weights([]) == {}


def test_it_tells_which_terms_and_words_it_holds(made: PassageIndex) -> None:
    assert made.holds(["submarine", "lamp"])
    assert not made.holds(["submarine"])
    assert not made.holds([])
    assert list(made.similar("Keepres", 1)) == ["keepers"]
    assert made.similar("keepres", 0) == {}
    assert made.similar("Gardièns", 0) == {"gardiens": 1}


def test_it_finds_passages_by_the_characters_that_a_term_may_have(made: PassageIndex) -> None:
    assert {one.document.path for one in made.with_term("l[ai]mp", 5)} >= {"en/harbour.txt"}
    assert made.with_term("l[eo]mp", 5) == []
    assert made.with_term("l[ai]mp", 5, Filter(paths=("zh",))) == []


def test_a_source_is_the_text_of_the_file(made: PassageIndex) -> None:
    document = made.source("zh/tea.txt")

    assert document is not None
    assert document.source == FILES["zh/tea.txt"]
    assert made.source("elsewhere.txt") is None
    assert [one.path for one in made.documents()] == sorted(FILES)


def test_many_may_ask_at_once(search: Callable[..., list[str]]) -> None:
    alone = search("Who are the keepers?")

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(search, ["Who are the keepers?"] * 40))

    assert all(one == alone for one in together)
