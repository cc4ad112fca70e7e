"""Quotes are slices of the source, also where a reader sees repaired text."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.near_duplicates import essence
from language.languages import LANGUAGES
from qa.answers import Citation
from qa.citing import WORTH_CITING, Citer
from qa.reading.candidates import Candidate
from qa.service import Service
from tests.commands import why
from tests.conftest import built
from tests.strategies import sentences, texts

pytestmark = pytest.mark.model

# What scrapers, converters and narrow columns leave of a text, beside text that is clean.
SOURCES = {
    "pinyin.txt": "燈塔建(jiàn)於1887年，高三十二公尺。漁民（yúmín）說(shuō)：「今晚有霧，別出海！」\r\n"
    "圖書館藏書約十二萬冊；週一閉館。總預(yù)算為3.5億元。\r\n",
    "spaced.txt": " 灯 塔 建 于 1 8 8 7 年 ， 高 三 十 二 米 。\n\n渔 民 说 ： “ 今 晚 有 雾 ， 别 出 海 ！ ”\n"
    "新 桥 两 侧 各 有 四 条 车 道 ； 旧 桥 已 经 拆 除 。\n",
    "wrapped.txt": "灯塔建于1887年，高三十二\n米。《海岛志》记载了这\n场风暴……面包店几点开\n门？新桥两侧各有四条车\n道；旧桥已经拆除。\n",
    "lines.txt": "Le phare, haut de 32\nmètres, fut allumé en\n1887. L’été dernier, 4,5 %\ndes bateaux n’ont pas\nnavi\u00adgué. Selon l'art. 12,\nle port ferme à minuit…\n",
    "entities.html.txt": "The lighthouse, 32&nbsp;metres tall, was lit in 1887. &quot;Don&#39;t go out tonight!&quot; "
    "said Mr.&#32;Tregear.\ufeff Prices rose by 4.5% last summer;\u200b nobody was surprised.\n",
}


@pytest.fixture(scope="module")
def repaired(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Service]:
    folder = tmp_path_factory.mktemp("repaired")
    (folder / "corpus").mkdir()
    for name, source in SOURCES.items():
        (folder / "corpus" / name).write_bytes(source.encode("utf-8"))
    return folder / "corpus", built(folder / "corpus", folder)


def checked(corpus: Path, citations: Sequence[Citation]) -> None:
    for citation in citations:
        source = (corpus / citation.document).read_bytes().decode("utf-8")
        assert citation.quote == source[citation.start : citation.end]
        assert citation.quote.strip()
        assert not citation.highlight or citation.text[slice(*citation.highlight)].strip()
        for place in citation.also_in:
            other = (corpus / place.document).read_bytes().decode("utf-8")
            assert essence(other[place.start : place.end])


def words() -> st.SearchStrategy[str]:
    asks = st.sampled_from(["When was {}", "Quand : {} ?", "{}多少？", "{} 是什麼？", "{}"])
    about = st.one_of(sentences(), texts().filter(str.strip).map(lambda one: one[:200]))
    return st.builds(lambda frame, text: frame.format(text), asks, about)


@given(words(), st.sampled_from(["auto", *LANGUAGES]), st.integers(1, 5))
def test_every_quote_and_everything_near_is_a_slice_of_its_source(
    repaired: tuple[Path, Service], question: str, language: str, count: int
) -> None:
    corpus, service = repaired

    answer = service.engine().ask(question, language=language, top_k=count)

    assert len(answer.citations) + len(answer.nearest) <= count
    checked(corpus, (*answer.citations, *answer.nearest))


@pytest.mark.parametrize(
    ("question", "text", "document"),
    [
        ("燈塔高多少？", "燈塔建於1887年，高三十二公尺。", "pinyin.txt"),
        ("旧桥拆除了吗？", "新桥两侧各有四条车道；旧桥已经拆除。", "spaced.txt"),
        ("Combien de bateaux n’ont pas navigué ?",
         "L’été dernier, 4,5 % des bateaux n’ont pas navigué.", "lines.txt"),
        ("How tall is the lighthouse?",
         "The lighthouse, 32 metres tall, was lit in 1887.", "entities.html.txt"),
    ],
)  # fmt: skip
def test_a_reader_sees_the_repaired_sentence_and_the_quote_stays_as_it_was(
    repaired: tuple[Path, Service], question: str, text: str, document: str
) -> None:
    corpus, service = repaired

    answer = service.engine().ask(question, top_k=10)
    cited = (*answer.citations, *answer.nearest)

    places = {place.document for one in cited for place in one.also_in}
    assert document in {one.document for one in cited} | places
    seen = {" ".join(one.text.split()) for one in cited}
    assert text in seen or document in places
    assert all(one.quote != one.text for one in cited if one.document == "spaced.txt")
    checked(corpus, cited)


@pytest.fixture
def candidates(coast_service: Service) -> list[Candidate]:
    return why(coast_service.engine().ask("How tall is the lighthouse?")).reading.candidates


@pytest.fixture
def citer(coast_service: Service) -> Citer:
    return Citer(coast_service.generation, "en", None)


def test_what_the_source_does_not_bear_out_is_dropped_and_logged(
    candidates: list[Candidate], citer: Citer, caplog: pytest.LogCaptureFixture
) -> None:
    right = candidates[0]
    record = right.hit.record
    elsewhere = next(
        one.hit.record.document for one in candidates if one.hit.record.document != record.document
    )
    forged = replace(right, hit=replace(right.hit, record=replace(record, document=elsewhere)))
    nowhere = replace(elsewhere, path="no/such.txt")
    lost = replace(right, hit=replace(right.hit, record=replace(record, document=nowhere)))

    with caplog.at_level(logging.ERROR):
        assert citer.cited([forged], 3) == []
        assert citer.cited([lost], 3) == []

    assert [one.message.startswith("citation dropped: ") for one in caplog.records] == [True, True]


def test_one_sentence_is_cited_once_and_what_is_unlikely_not_at_all(
    candidates: list[Candidate], citer: Citer
) -> None:
    likely = [replace(one, score=0.9) for one in candidates]
    unlikely = replace(candidates[-1], score=0.9 * WORTH_CITING - 0.01)

    cited = citer.cited([*likely[:2], likely[0], *likely[2:4], unlikely], 10)

    texts_cited = [essence(citation.text) for _, citation in cited]
    assert (
        len(texts_cited) == len(set(texts_cited)) == len({essence(one.text) for one in likely[:4]})
    )
    assert essence(unlikely.text) not in texts_cited
    assert len(citer.cited(likely, 2)) == 2


def test_what_stands_around_a_quote_completes_its_passage(
    candidates: list[Candidate], citer: Citer
) -> None:
    for candidate, citation in citer.cited([replace(one, score=1.0) for one in candidates], 20):
        if citation.document == candidate.hit.record.document.path:
            passage = candidate.hit.record.passage.text
            assert citation.before + citation.text + citation.after == passage
