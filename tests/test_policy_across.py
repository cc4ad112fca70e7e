"""Sources in two languages contradict each other only where both speak of what is asked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answers import Citation
from qa.citing import Citer
from qa.policy import CONTEXT, SPEAKS_OF, stated, with_stances
from qa.reading.candidates import Candidate
from qa.service import Service
from tests.commands import why
from tests.conftest import built_of

pytestmark = pytest.mark.model

FILES = {
    "law.txt": "海港保护法\n\n违反本法，在港口倾倒垃圾的船舶，处以五万元罚款。\n",
    "company.txt": "Shares of Brightsail fell on Friday after it was fined 300 yuan in Lisbon.\n",
    "treaty.txt": "The port treaty was signed by both kings in 1871, and nobody was there.\n",
    "traite.txt": "Le traité du port fut signé par les deux rois en 1874.\n",
    "条约.txt": "港口条约由两位国王于1873年签署。\n",
}
LAW = "What fine does a ship pay for dumping garbage in a harbour?"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return built_of(FILES, tmp_path_factory.mktemp("across"))


def cited(service: Service, question: str, *words: str) -> list[tuple[Candidate, Citation]]:
    """Return the sentences that hold *words* as citations, as likely as each other."""
    read = why(service.engine().ask(question)).reading.candidates
    chosen = [next(one for one in read if each in one.text) for each in words]
    citer = Citer(service.generation, service.engine().language(question), None)
    pairs = [citer.cited([replace(one, score=0.9)], 1)[0] for one in chosen]
    assert None not in [stated(one) for _, one in pairs]
    return pairs


def stances(pairs: list[tuple[Candidate, Citation]], language: str) -> list[str | None]:
    return [one.stance for one in with_stances(pairs, "quote", language)]


def test_a_sentence_that_mentions_a_fine_does_not_differ_from_another_language_s_law_on_fines(
    service: Service,
) -> None:
    pairs = cited(service, LAW, "300 yuan", "五万元")

    assert pairs[0][0].features[CONTEXT] < SPEAKS_OF
    assert stances(pairs, "en") == [None, None]
    assert stances(pairs[::-1], "en") == [None, None]


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("In which year was the port treaty signed by the kings?", "1871", "1873"),
        ("港口条约是国王哪一年签署的？", "1873", "1871"),
        ("En quelle année le traité du port fut-il signé par les rois ?", "1874", "1873"),
        ("In which year was the port treaty signed by the kings?", "1871", "1874"),
    ],
)
def test_sources_in_two_languages_on_what_is_asked_differ_where_their_values_do(
    service: Service, question: str, first: str, second: str
) -> None:
    language = service.engine().language(question)
    assert stances(cited(service, question, first, second), language) == [None, "differs"]
