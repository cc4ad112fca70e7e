"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from cli.main import main
from index.embedder import Embedder
from index.sentence_embedder import SentenceEmbedder, default_embedder
from qa.reading.judge import fitted_judge
from qa.reading.sentences import SentenceRanker
from qa.reading.trained import SpanReader, trained_reader
from qa.service import Service
from qa.settings import Settings, sample_corpus
from tests.coast import FILES
from tests.commands import Run

# The same examples in every run; `pytest --hypothesis-profile=search` looks for new ones.
QUIET = [HealthCheck.too_slow]
settings.register_profile(
    "suite", max_examples=60, deadline=None, derandomize=True, suppress_health_check=QUIET
)
settings.register_profile("search", max_examples=1000, deadline=None, suppress_health_check=QUIET)
settings.load_profile("suite")

# Where the model is unpacked, once for all runs.
CACHE = Settings.from_env().cache


@pytest.fixture(autouse=True)
def clean_environ(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Run each test without the settings of whoever runs it, and with an index of its own."""
    for name in [name for name in os.environ if name.startswith("CITED_QA_")]:  # noqa: TID251
        monkeypatch.delenv(name)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("CITED_QA_CACHE", str(CACHE))
    monkeypatch.setenv("CITED_QA_INDEX", str(tmp_path / "index"))


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """Return the real model, loaded once."""
    return default_embedder(CACHE)


@pytest.fixture(scope="session")
def spans(embedder: Embedder) -> SpanReader:
    """Return the trained reader, which shares the model with the embedder."""
    assert isinstance(embedder, SentenceEmbedder)
    return trained_reader(CACHE, embedder)


@pytest.fixture(scope="session")
def ranker(embedder: Embedder, spans: SpanReader) -> SentenceRanker:
    """Return the ranker of sentences."""
    return SentenceRanker(fitted_judge(), embedder, spans)


@pytest.fixture(scope="session")
def sample_service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    """Return the service over an index of the sample documents."""
    return built(sample_corpus(), tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def coast_service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    """Return the service over an index of the documents in tests/coast.py."""
    return built_of(FILES, tmp_path_factory.mktemp("coast"))


def built(corpus: Path, folder: Path) -> Service:
    """Return the service over an index of *corpus* that is made in *folder*."""
    settings = replace(
        Settings.from_env(), corpus=corpus, index=folder / "index", cache=CACHE, model=None
    )
    service = Service(settings)
    service.rebuild()
    return service


def built_of(files: Mapping[str, str], folder: Path) -> Service:
    """Return the service over documents with these texts by their paths; all of it in *folder*."""
    for path, text in files.items():
        place = folder / "corpus" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="")
    return built(folder / "corpus", folder)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command in this process: exit code, output, error output."""

    def run_command(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run_command
