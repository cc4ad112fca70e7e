"""The doors for programs: what they ask is answered as on the page, to whom may ask it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from api.app import api_app
from corpus.errors import CitedQAError
from index.build import BuildReport
from index.generations import Skipped
from language.messages import Message
from qa.citing import DROPPED
from qa.service import Service
from serving.shared import Shared
from tests.conftest import built_of
from tests.doors import QUESTIONS, TEXTS, bearer, quotes_of

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    return built_of(TEXTS, tmp_path_factory.mktemp("api"))


@pytest.fixture
def shared(service: Service) -> Shared:
    return Shared(service)


@pytest.fixture
def client(shared: Shared) -> TestClient:
    return TestClient(api_app(shared, lambda _: ""), raise_server_exceptions=False)


@pytest.fixture
def closed(shared: Shared) -> TestClient:
    """Return a client of a server whose page asks for a password."""
    return TestClient(api_app(shared, lambda _: None), raise_server_exceptions=False)


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_an_answer_is_quoted_with_selectors_by_which_others_find_it(
    client: TestClient, question: str, answer: str
) -> None:
    reply = client.post("/v1/ask", json={"question": question})

    assert reply.status_code == 200, reply.text
    content = reply.json()
    assert content["kind"] == "quote"
    assert answer in content["citations"][0]["quote"]
    for cited in quotes_of(content):
        source = TEXTS[cited["document"]]
        exact, position = cited["selector"]
        assert source[position["start"] : position["end"]] == cited["quote"] == exact["exact"]
        assert exact["prefix"] + exact["exact"] + exact["suffix"] in source
        assert cited["link"].startswith("http://testserver/#/doc/")


def test_a_decline_is_an_answer(client: TestClient) -> None:
    content = client.post("/v1/ask", json={"question": "Who won the chess final?"}).json()

    assert content["declined"]
    assert content["citations"] == []


def test_passages_are_found_and_are_slices_of_their_sources(client: TestClient) -> None:
    found = client.post("/v1/search", json={"query": "moulin", "count": 3}).json()["passages"]

    assert found[0]["document"] == "fr/moulin.txt"
    assert [each["score"] for each in found] == sorted((e["score"] for e in found), reverse=True)
    for each in found:
        assert each["quote"] == TEXTS[each["document"]][each["start"] : each["end"]]


@pytest.mark.parametrize(
    ("quote", "status"),
    [("It has 12 sails.", "verified"), ("It has  12 SAILS", "repaired"), ("14 sails", "absent")],
)
def test_quotes_are_verified(client: TestClient, quote: str, status: str) -> None:
    assert client.post("/v1/verify-quote", json={"quote": quote}).json()["status"] == status


def test_mentions_and_drafts_carry_selectors_too(client: TestClient) -> None:
    mentions = client.post("/v1/mentions", json={"name": "Harrow Bend"}).json()
    checked = client.post("/v1/check-text", json={"text": "The old mill was rebuilt in 1847."})

    assert {each["document"] for each in mentions["mentions"]} == {"en/mill.txt", "secret/plan.txt"}
    assert len(list(quotes_of(mentions))) == mentions["places"]
    assert checked.json()["sentences"][0]["verdict"] == "contradicted"
    assert list(quotes_of(checked.json()))


def test_a_draft_of_which_nothing_is_like_anything_is_checked_all_the_same(
    client: TestClient,
) -> None:
    asked = {"text": "Qwzx plorf 0000.", "languages": ["ja"]}
    reply = client.post("/v1/check-text", json=asked)

    assert reply.json()["sentences"][0]["verdict"] == "nothing"


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_of_passages_in_all_languages_the_one_that_answers_is_the_first_and_the_likeliest(
    client: TestClient, question: str, answer: str
) -> None:
    first, *others = client.post("/v1/search", json={"query": question}).json()["passages"]

    assert answer in first["text"]
    assert 0.5 < first["score"] <= 1
    assert all(other["score"] < 0.5 for other in others)


def test_only_what_is_asked_for_is_searched(client: TestClient) -> None:
    asked = {"query": "mill", "paths": ["en/"], "languages": ["en"]}
    found = client.post("/v1/search", json=asked).json()["passages"]

    assert {each["document"] for each in found} == {"en/mill.txt"}


def test_a_token_is_kept_among_its_folders_whatever_it_asks(
    shared: Shared, closed: TestClient
) -> None:
    mine = bearer(shared, "reader", read_only=True, among=("en", "fr"))

    def post(path: str, **asked: object) -> Any:  # noqa: ANN401
        return closed.post(f"/v1/{path}", json=asked, headers=mine).json()

    told = [
        post("ask", question="When will the council sell the mill?"),
        post("ask", question="Every mention of Harrow Bend"),
        post("ask", question="Which documents are there?"),
        post("search", query="council sells mill 2031"),
        post("mentions", name="Harrow Bend"),
        post("verify-quote", quote="The council will sell the old mill of Harrow Bend in 2031."),
        post("check-text", text="The council will sell the old mill in 2031."),
        closed.get("/v1/documents", headers=mine).json(),
    ]

    assert "secret" not in json.dumps(told)
    assert told[5]["status"] == "absent"
    for path in ("secret", "secret/plan.txt", "zh"):
        asked = {"question": "When?", "paths": [path]}
        assert closed.post("/v1/ask", json=asked, headers=mine).status_code == 404
    assert closed.get("/v1/source/secret/plan.txt", headers=mine).status_code == 404


@pytest.mark.parametrize("header", ["Bearer cqa_wrong", "Bearer", "Basic YTpi", "", "cqa_x"])
def test_who_shows_a_wrong_token_is_told_so_even_where_none_is_needed(
    client: TestClient, header: str
) -> None:
    reply = client.get("/v1/documents", headers={"authorization": header})

    assert reply.status_code == 401
    assert reply.headers["www-authenticate"] == "Bearer"
    assert reply.headers["content-type"] == "application/problem+json"


def test_a_page_with_passwords_answers_programs_only_with_a_token(
    shared: Shared, closed: TestClient
) -> None:
    asked = {"question": QUESTIONS[0][0]}
    assert closed.post("/v1/ask", json=asked).status_code == 401
    assert closed.get("/metrics").status_code == 401
    assert closed.get("/healthz").status_code == 200
    mine = bearer(shared, "desk")
    assert closed.post("/v1/ask", json=asked, headers=mine).status_code == 200
    assert closed.get("/metrics", headers=mine).status_code == 200

    shared.tokens.revoke("desk")

    assert closed.post("/v1/ask", json=asked, headers=mine).status_code == 401


def test_what_only_reads_and_another_sites_page_cannot_write(
    shared: Shared, client: TestClient
) -> None:
    other = {"sec-fetch-site": "cross-site"}
    for headers in (bearer(shared, "reader", read_only=True), other):
        for method, path in (
            ("PUT", "documents/en/new.txt"), ("DELETE", "documents/en/mill.txt"),
            ("POST", "rebuild"), ("DELETE", "rebuild"),
        ):  # fmt: skip
            reply = client.request(method, f"/v1/{path}", headers=headers)
            assert reply.status_code == 403, (method, path)


def test_a_token_of_a_folder_writes_nowhere_else(shared: Shared, client: TestClient) -> None:
    mine = bearer(shared, "fr", among=("fr",))
    for path in ("en/new.txt", "new.txt", "fr/../en/new.txt", "fr"):
        reply = client.put(f"/v1/documents/{path}", content=b"text", headers=mine)
        assert reply.status_code in (403, 409, 422), path
    assert client.delete("/v1/documents/en/mill.txt", headers=mine).status_code == 403


def test_a_token_of_a_folder_learns_of_no_other_from_figures_and_rebuilds(
    shared: Shared, client: TestClient
) -> None:
    secret = Skipped("secret/plan.pdf", Message("file_empty"), "0" * 64)
    own = Skipped("fr/vide.txt", Message("file_empty"), "1" * 64)
    paths = ("fr/moulin.txt", "secret/plan.txt")
    report = BuildReport(
        "g", "/srv/all", changed=True, documents=5, passages=9, embedded=4, added=paths,
        updated=paths, removed=paths, skipped=(secret, own), seconds=1.0,
    )  # fmt: skip
    mine = bearer(shared, "fr", among=("fr",))
    rebuilds = shared.rebuilds
    for outcome in (report, CitedQAError("rebuild_failed", kind="secret/plan.txt")):
        rebuilds.outcome = outcome
        for path in ("rebuild", "rebuild/events"):
            told = client.get(f"/v1/{path}", headers=mine).text
            assert "secret" not in told, told
            assert "/srv/all" not in told
            assert '"passages"' not in told
            assert ("fr/moulin.txt" in told) is (outcome is report)
    rebuilds.outcome = None
    assert client.get("/metrics", headers=mine).status_code == 403
    named = client.post("/v1/mentions", json={"name": "Aubrac"}, headers=mine).json()
    assert named["places"]
    assert named["looked_at"]["of"] == named["looked_at"]["passages"]


@pytest.mark.parametrize(
    ("tag", "asked", "held"),
    [("EN", 0, True), ("en-GB", 0, True), ("fr-CA", 1, True), ("zh-TW", 3, True), ("zh", 2, True),
     ("zh-CN", 2, True), ("zh-TW", 2, False), ("fr", 0, False)],
)  # fmt: skip
def test_languages_are_named_as_bcp_47_names_them(
    client: TestClient, tag: str, asked: int, held: bool
) -> None:
    question, words = QUESTIONS[asked]
    answer = client.post("/v1/ask", json={"question": question, "languages": [tag]}).json()

    assert any(words in each["quote"] for each in answer["citations"]) is held


@pytest.mark.parametrize(
    "wrong", [{"languages": [""]}, {"languages": ["english!"]}, {"since": "2017-02-30"}]
)
def test_what_is_no_language_and_no_day_is_refused(
    client: TestClient, wrong: dict[str, object]
) -> None:
    refused = client.post("/v1/ask", json={"question": QUESTIONS[0][0], **wrong})

    assert refused.status_code in (400, 422)
    assert refused.json()["detail"]


def test_a_file_is_added_rebuilt_asked_and_deleted(tmp_path: Path) -> None:
    service = built_of({"a.txt": "The bell of Ulm rings at noon."}, tmp_path)
    client = TestClient(api_app(Shared(service), lambda _: ""))
    text = "Der Brunnen. The fountain of Bree was paid for by the bakers."
    asked = {"question": "Who paid for the fountain of Bree?"}

    added = client.put("/v1/documents/new/brée.txt", content=text.encode())
    assert (added.status_code, added.json()) == (201, {"path": "new/brée.txt"})
    assert client.put("/v1/documents/new/brée.txt", content=b"other").status_code == 409
    refused = client.put("/v1/documents/empty.txt", content=b"")
    assert (refused.status_code, refused.headers["content-type"]) == (
        422,
        "application/problem+json",
    )
    assert client.post("/v1/ask", json=asked).json()["declined"]
    assert client.post("/v1/rebuild").status_code == 202
    with client.stream("GET", "/v1/rebuild/events") as stream:
        events = [line for line in stream.iter_lines() if line.startswith("event:")]
    assert events[-1] == "event: done"
    assert client.get("/v1/rebuild").json()["report"]["added"] == ["new/brée.txt"]
    answer = client.post("/v1/ask", json=asked).json()
    assert answer["citations"][0]["document"] == "new/brée.txt"

    assert client.delete("/v1/documents/new/brée.txt").status_code == 204

    assert client.post("/v1/ask", json=asked).json()["declined"]  # at once, before a rebuild
    assert client.get("/v1/source/new/brée.txt").status_code == 404
    assert client.delete("/v1/documents/new/none.txt").status_code == 404


def test_source_text_is_sliced_by_code_points(client: TestClient) -> None:
    whole = client.get("/v1/source/zh/水车.txt").json()
    part = client.get("/v1/source/zh/水车.txt?start=2&end=10").json()

    assert whole["text"] == TEXTS["zh/水车.txt"]
    assert (part["text"], part["length"]) == (whole["text"][2:10], len(whole["text"]))
    assert client.get("/v1/source/zh/水车.txt?start=99999").json()["text"] == ""
    assert client.get("/v1/source/zh/水车.txt?page=1").status_code == 404
    assert client.get("/v1/source/zh/水车.txt?image=true").status_code in (404, 409)


def test_errors_are_told_in_the_language_that_is_accepted(client: TestClient) -> None:
    asked = {"question": "…", "paths": ["nowhere"]}
    for accepted, word in (("fr-FR", "index"), ("zh-TW", "索引"), ("de", "index")):
        reply = client.post("/v1/ask", json=asked, headers={"accept-language": accepted})
        problem = reply.json()
        assert (reply.status_code, problem["status"]) == (404, 404)
        assert problem["type"] == "urn:cited-qa:problem:not_held"
        assert word in problem["detail"]
        assert "nowhere" in problem["detail"]


@pytest.mark.parametrize(
    "sent",
    [b"", b"{", b"[]", b'{"question": 5}', b'{"question": ""}', b'{"question": "a", "other": 1}',
     b'{"question": "a", "top_k": 0}', b'{"question": "a", "since": "2017-13"}', b"\xff\xfe"],
)  # fmt: skip
def test_what_is_not_well_formed_is_a_problem_with_the_place_of_it(
    client: TestClient, sent: bytes
) -> None:
    reply = client.post("/v1/ask", content=sent, headers={"content-type": "application/json"})

    assert reply.status_code == 400
    assert reply.json()["errors"][0]["pointer"].startswith("/body")


@pytest.mark.parametrize(("accepted", "missing", "least"), [
    ("fr", "manque", "au moins 1"), ("zh-Hans", "缺失", "不得小于 1"),
    ("zh-Hant", "缺少", "不得小於 1"), ("en", "is missing", "at least 1"),
])  # fmt: skip
def test_what_is_wrong_with_a_field_is_told_in_the_language_that_is_accepted(
    client: TestClient, accepted: str, missing: str, least: str
) -> None:
    languages = {"accept-language": accepted}
    reply = client.post("/v1/ask", json={"top_k": 0}, headers=languages).json()

    told = {each["pointer"]: each["detail"] for each in reply["errors"]}
    assert missing in told["/body/question"]
    assert least in told["/body/top_k"]
    assert missing in reply["detail"]
    absent = client.get("/v1/nothing", headers=languages).json()
    refused = client.get("/v1/ask", headers=languages).json()
    for problem, english in ((absent, "nothing at"), (refused, "does not take")):
        assert (english in problem["detail"]) is (accepted == "en")
        assert "/v1/" in problem["detail"]


def test_who_asks_too_often_is_told_when_again(service: Service) -> None:
    shared = Shared(service)
    shared.__dict__["limiter"] = type(shared.limiter)(2)
    client = TestClient(api_app(shared, lambda _: ""))
    statuses = [client.post("/v1/verify-quote", json={"quote": "sails"}) for _ in range(3)]

    assert [each.status_code for each in statuses] == [200, 200, 429]
    assert int(statuses[-1].headers["retry-after"]) > 0
    headers = bearer(shared, "program")  # counted by itself
    again = client.post("/v1/verify-quote", json={"quote": "sails"}, headers=headers)
    assert again.status_code == 200


def test_figures_count_questions_declines_and_replay_failures(client: TestClient) -> None:
    for question in (QUESTIONS[0][0], "Who won the chess final?"):
        client.post("/v1/ask", json={"question": question})
    text = client.get("/metrics").text
    values = {
        (sample.name, sample.labels.get("kind")): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }

    assert values["cited_qa_questions_total", "quote"] == 1
    assert values["cited_qa_declines_total", None] == 1
    assert values["cited_qa_answer_seconds_count", None] == 2
    assert values["cited_qa_documents", None] == len(TEXTS)
    assert values["cited_qa_replay_failures_total", None] == DROPPED.total()
    assert 0 <= values["cited_qa_generation_age_seconds", None] < 3600
    assert "Harrow" not in text


def test_without_an_index_the_server_says_so_and_is_not_healthy(tmp_path: Path) -> None:
    service = built_of({"a.txt": "The bell rings at noon."}, tmp_path)
    shutil.rmtree(service.settings.index)
    client = TestClient(api_app(Shared(Service(service.settings)), lambda _: ""))

    for reply in (client.get("/healthz"), client.post("/v1/search", json={"query": "bell"})):
        assert reply.status_code == 503
        assert reply.headers["content-type"] == "application/problem+json"


def test_a_fault_of_ours_is_told_without_a_trace(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object, **__: object) -> None:
        raise ZeroDivisionError("/etc/secret")

    monkeypatch.setattr(Shared, "ask", lost)

    reply = client.post("/v1/ask", json={"question": "When?"})

    assert reply.status_code == 500
    assert "secret" not in reply.text
    assert "Traceback" not in reply.text
