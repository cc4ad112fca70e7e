"""The recipes for other frameworks: what they retrieve stands where their metadata says."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import api_app
from qa.service import Service
from serving.shared import Shared
from tests.conftest import built_of

pytestmark = pytest.mark.model

RECIPES = Path(__file__).parents[1] / "docs" / "recipes"
TEXTS = {
    "en/weir.txt": "The weir at Hollin was mended in 1911 by two masons. 👩‍🌾 It holds back the Ash.",
    "fr/écluse.txt": "L’écluse de Vell mesure 38 mètres de long. Elle date de 1894.",
    "zh/水闸.txt": "青溪水闸建成于1956年，共有七孔。",
    "zh/水閘.txt": "北埔水閘於1931年完工,由水利會管理。",
}
QUESTIONS = [
    ("When was the weir at Hollin mended?", "1911"),
    ("Combien mesure l’écluse de Vell ?", "38 mètres"),
    ("青溪水闸有几孔？", "七孔"),
    ("北埔水閘由誰管理？", "水利會"),
]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    service: Service = built_of(TEXTS, tmp_path_factory.mktemp("recipes"))
    return TestClient(api_app(Shared(service), lambda _: ""))


def recipe(name: str, package: str) -> ModuleType:
    """Return the recipe *name*, if what it is for is installed; it is for the ones who use it."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("HAYSTACK_TELEMETRY_ENABLED", "False")  # read when it is imported
        reason = f"{package} is not installed: pip install it to try this"
        pytest.importorskip(package, reason=reason)
    spec = spec_from_file_location(name, RECIPES / f"{name}.py")
    assert spec
    assert spec.loader
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def check(client: TestClient, text: str, words: str, place: dict[str, Any]) -> None:
    """Hold what was retrieved against the source text."""
    assert words in text
    reply = client.get(f"/v1/source/{place['document']}")
    source = reply.json()["text"]
    exact, position = place["selector"]
    assert source[place["start"] : place["end"]] == place["quote"] == exact["exact"]
    assert (position["start"], position["end"]) == (place["start"], place["end"])
    assert place["link"].startswith("http://testserver/#/doc/")


@pytest.mark.parametrize(("question", "words"), QUESTIONS)
def test_haystack_retrieves_passages_with_their_places(
    client: TestClient, question: str, words: str
) -> None:
    module = recipe("haystack_retriever", "haystack")
    from haystack import Pipeline

    pipeline = Pipeline()
    pipeline.add_component("retriever", module.CitedQARetriever(client))
    retrieved = pipeline.run({"retriever": {"query": question}})["retriever"]["documents"][0]

    check(client, retrieved.content, words, retrieved.meta)
    assert 0 <= retrieved.score <= 1


@pytest.mark.parametrize(("question", "words"), QUESTIONS)
def test_langchain_retrieves_passages_with_their_places(
    client: TestClient, question: str, words: str
) -> None:
    module = recipe("langchain_retriever", "langchain_core")

    retriever = module.CitedQARetriever.model_construct(client=client)  # not httpx's own
    retrieved = retriever.invoke(question)[0]

    check(client, retrieved.page_content, words, retrieved.metadata)


def test_a_model_in_langchain_can_check_what_it_quotes(client: TestClient) -> None:
    tool = recipe("langchain_retriever", "langchain_core").verify_quote(client)

    assert tool.invoke({"quote": "mended in 1911 by two masons"})["status"] == "verified"
    wrong = tool.invoke({"quote": "mended in 1912 by two masons"})
    assert wrong["status"] == "absent"
    assert "1911" in wrong["near"][0]["quote"]


@pytest.mark.parametrize(("question", "words"), QUESTIONS)
def test_llamaindex_retrieves_passages_with_their_places(
    client: TestClient, question: str, words: str
) -> None:
    module = recipe("llamaindex_retriever", "llama_index.core")

    retrieved = module.CitedQARetriever(client).retrieve(question)[0]

    check(client, retrieved.node.text, words, retrieved.node.metadata)
    assert "sha256" not in retrieved.node.get_content(metadata_mode="llm")
