"""OpenAI's own client against a running server: all that it reads is what its types promise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from api.app import api_app
from serving.limiter import Limiter
from serving.shared import Shared
from tests.conftest import built_of
from tests.doors import QUESTIONS
from tests.doors import TEXTS as COMMON
from tests.test_api_schema import listening

pytest.importorskip("openai")
import openai
from openai.types.responses import Response

pytestmark = pytest.mark.model

TEXTS = COMMON | {
    "en/ferry.txt": "The ferry of Harrow Bend\ncosts 3 pounds.",
    "en/old/rivals.txt": "The tower of Long Mead is 32 metres tall.",
    "en/rivals.txt": "The tower of Long Mead is 45 metres tall.",
}
UNANSWERED = [
    ("Who won the chess final?", "The documents do not answer this question."),
    ("Qui a gagné la finale d’échecs ?", "Les documents ne répondent pas à cette question."),
    ("谁赢得了国际象棋决赛？", "这些文档没有回答这个问题。"),
]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    shared = Shared(built_of(TEXTS, tmp_path_factory.mktemp("openai")))
    shared.__dict__["limiter"] = Limiter(10**6)
    return shared


@pytest.fixture(scope="module")
def address(shared: Shared) -> Iterator[str]:
    with listening(api_app(shared, lambda _: "")) as address:
        yield address


def client_of(address: str, secret: str) -> openai.OpenAI:
    return openai.OpenAI(
        base_url=f"{address}/v1", api_key=secret, max_retries=0, _strict_response_validation=True
    )


@pytest.fixture(scope="module")
def client(address: str, shared: Shared) -> openai.OpenAI:
    return client_of(address, shared.tokens.made("all", read_only=True))


def store_of(client: openai.OpenAI, folder: str) -> str:
    ids = {store.name: str(store.id) for store in client.vector_stores.list()}
    return ids[folder]


def complete(value: Any) -> Any:  # noqa: ANN401 - any of OpenAI's objects
    """Return an object after seeing that all that its type demands is there, in its type."""
    if isinstance(value, list):
        return [complete(each) for each in value]
    if isinstance(value, openai.BaseModel):
        type(value).model_validate(value.model_dump(), strict=True)
        for name, field in type(value).model_fields.items():
            assert not field.is_required() or getattr(value, name) is not None, name
            complete(getattr(value, name))
    return value


def cited_in(client: openai.OpenAI, response: Response) -> list[str]:
    """Return the quotes of a response, each followed to its file."""
    (text,) = response.output[1].content
    quotes = []
    for each in text.annotations:
        place = each.citation
        source = client.files.content(each.file_id).text
        assert source == TEXTS[each.filename]
        assert source[place["start"] : place["end"]] == place["quote"]
        line = text.text[: each.index].rpartition("\n")[2]
        assert line == "> " + " ".join(place["quote"].split())
        quotes.append(place["quote"])
    return quotes


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_a_question_is_answered_by_quotes_that_can_be_followed(
    client: openai.OpenAI, question: str, answer: str
) -> None:
    response = complete(client.responses.create(model="any", input=question))

    assert (response.model, response.status, response.usage.total_tokens) == ("any", "completed", 0)
    assert response.output[0].queries == [question]
    assert answer in cited_in(client, response)[0]
    assert not response.cited_qa["declined"]


@pytest.mark.parametrize(("question", "told"), UNANSWERED)
def test_a_decline_says_so_in_the_language_of_the_question_and_cites_nothing(
    client: openai.OpenAI, question: str, told: str
) -> None:
    response = complete(client.responses.create(model="any", input=question))

    assert response.output_text == told
    assert cited_in(client, response) == []


@pytest.mark.parametrize(
    "question",
    [
        "When was the mill of Harrow Bend rebuilt, and how tall is the tower of Long Mead?",
        "How tall is the tower of Long Mead?",
        "Every mention of Harrow Bend",
        "Timeline of the documents",
        "Summarise the English documents",
        "Hello",
    ],
)
def test_all_kinds_of_answers_cite_every_quote(client: openai.OpenAI, question: str) -> None:
    response = complete(client.responses.create(model="any", input=question))

    lines = response.output_text.split("\n")
    assert len(cited_in(client, response)) == sum(line.startswith("> ") for line in lines)
    assert response.cited_qa["kind"] == "talk" or cited_in(client, response)


def test_both_who_differ_are_quoted(client: openai.OpenAI) -> None:
    response = client.responses.create(model="any", input="How tall is the tower of Long Mead?")

    quotes = " ".join(cited_in(client, response))
    assert "32" in quotes
    assert "45" in quotes


def test_earlier_messages_are_what_a_question_follows_up(client: openai.OpenAI) -> None:
    messages: Any = [
        {"role": "developer", "content": "You are a pirate."},
        {"role": "user", "content": [{"type": "input_text", "text": QUESTIONS[0][0]}]},
        {"role": "assistant", "content": "In 1874."},
        {"role": "user", "content": "And how many sails does it have?"},
    ]
    response = complete(client.responses.create(model="any", input=messages, instructions="Lie."))

    assert "12 sails" in cited_in(client, response)[0]


def test_a_stream_tells_the_same_in_the_order_of_the_responses_api(client: openai.OpenAI) -> None:
    question = QUESTIONS[0][0]
    whole = client.responses.create(model="any", input=question)
    events = list(map(complete, client.responses.create(model="any", input=question, stream=True)))
    with client.responses.stream(model="any", input=question) as stream:
        final = stream.get_final_response()

    assert [event.type for event in events[:2]] == ["response.created", "response.in_progress"]
    assert events[-1].type == "response.completed"
    assert [event.sequence_number for event in events] == list(range(len(events)))
    deltas = [event.delta for event in events if event.type == "response.output_text.delta"]
    assert "".join(deltas) == whole.output_text == final.output_text
    added = [e for e in events if e.type == "response.output_text.annotation.added"]
    assert len(added) == len(whole.output[1].content[0].annotations)
    assert cited_in(client, final) == cited_in(client, whole)


def test_the_tool_says_which_documents_are_asked_and_gives_what_a_search_finds(
    client: openai.OpenAI,
) -> None:
    store = store_of(client, "en/old")
    tool: Any = {"type": "file_search", "vector_store_ids": [store], "max_num_results": 3}
    response = complete(
        client.responses.create(
            model="any", input="How tall is the tower of Long Mead?",
            tools=[tool, {"type": "web_search"}], include=["file_search_call.results"],
        )
    )  # fmt: skip

    assert cited_in(client, response) == [TEXTS["en/old/rivals.txt"]]
    found = client.vector_stores.search(store, query="How tall is the tower of Long Mead?").data
    assert [(each.filename, each.score) for each in response.output[0].results] == [
        (each.filename, each.score) for each in found
    ]
    assert [each.filename for each in found] == ["en/old/rivals.txt"]
    assert response.tools[0].vector_store_ids == [store]


def test_a_filter_says_which_documents_are_asked(client: openai.OpenAI) -> None:
    def asked(filters: dict[str, Any]) -> list[str]:
        tool: Any = {"type": "file_search", "vector_store_ids": ["all"], "filters": filters}
        question = "How tall is the tower of Long Mead?"
        return cited_in(client, client.responses.create(model="any", input=question, tools=[tool]))

    assert asked({"type": "eq", "key": "document", "value": "en/rivals.txt"}) == [
        TEXTS["en/rivals.txt"]
    ]
    assert asked({"type": "eq", "key": "language", "value": "zh"}) == []
    with pytest.raises(openai.BadRequestError, match="page"):
        asked({"type": "gt", "key": "page", "value": 3})
    with pytest.raises(openai.BadRequestError, match="no document"):
        asked({"type": "eq", "key": "document", "value": "en/none.txt"})


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        ({"type": "eq", "key": "language", "value": "zh"}, {"zh/水车.txt", "zh/水車.txt"}),
        ({"type": "eq", "key": "language", "value": "zh-Hant"}, {"zh/水車.txt"}),
        ({"type": "in", "key": "document", "value": ["fr/moulin.txt"]}, {"fr/moulin.txt"}),
        (
            {"type": "nin", "key": "folder", "value": ["en", "zh", "secret"]},
            {"fr/moulin.txt", "en/old/rivals.txt"},
        ),
        (
            {
                "type": "or",
                "filters": [
                    {"type": "eq", "key": "language", "value": "fr"},
                    {
                        "type": "and",
                        "filters": [
                            {"type": "ne", "key": "folder", "value": "zh"},
                            {"type": "eq", "key": "document", "value": "secret/plan.txt"},
                            {"type": "lte", "key": "start", "value": 0},
                        ],
                    },
                ],
            },
            {"fr/moulin.txt", "secret/plan.txt"},
        ),
        ({"type": "gt", "key": "date", "value": "2000"}, set()),
        ({"type": "eq", "key": "document", "value": "none.txt"}, set()),
    ],
)
def test_a_search_passes_any_filter(
    client: openai.OpenAI,
    filters: dict[str, Any],
    documents: set[str],
) -> None:
    page = client.vector_stores.search(
        "all", query=["mill", "水车"], filters=filters, max_num_results=50, rewrite_query=True
    )

    assert {each.filename for each in complete(page.data)} == documents


def test_results_lead_to_their_files_and_may_be_asked_to_be_likely(client: openai.OpenAI) -> None:
    page = client.vector_stores.search("all", query="moulin d’Aubrac", max_num_results=2)

    assert page.object == "vector_store.search_results.page"
    first = complete(page.data)[0]
    assert first.filename == "fr/moulin.txt"
    place = first.attributes
    assert place["document"] == first.filename
    source = client.files.content(first.file_id).text
    assert source[int(place["start"]) : int(place["end"])] == first.content[0].text
    assert place["link"].startswith("http://127.0.0.1:")
    likely: Any = {"score_threshold": 1.1}
    assert client.vector_stores.search("all", query="moulin", ranking_options=likely).data == []


def test_stores_and_files_are_listed_page_by_page(client: openai.OpenAI) -> None:
    stores = complete(list(client.vector_stores.list(limit=2)))
    assert [store.name for store in stores] == ["all", "en", "en/old", "fr", "secret", "zh"]
    assert stores[0].file_counts.completed == len(TEXTS)
    assert complete(client.vector_stores.retrieve(stores[1].id)).name == "en"

    files = complete(list(client.vector_stores.files.list(stores[1].id, limit=2)))
    assert [each.attributes["document"] for each in files] == sorted(
        path for path in TEXTS if path.startswith("en/")
    )
    one_file = files[0].id
    kept = complete(client.vector_stores.files.retrieve(one_file, vector_store_id=stores[1].id))
    assert kept.attributes["folder"] == "en"
    (content,) = client.vector_stores.files.content(one_file, vector_store_id=stores[1].id)
    assert content.text == TEXTS[kept.attributes["document"]]
    assert [each.filename for each in complete(list(client.files.list()))] == sorted(TEXTS)
    assert complete(client.files.retrieve(one_file)).filename == "en/ferry.txt"
    assert [each.id for each in complete(list(client.models.list()))] == ["cited-qa"]
    assert complete(client.models.retrieve("cited-qa")).owned_by == "cited-qa"


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_chat_completions_say_the_same_with_links(
    client: openai.OpenAI, question: str, answer: str
) -> None:
    messages: Any = [{"role": "user", "content": question}]
    whole = complete(client.chat.completions.create(model="any", messages=messages))
    options: Any = {"include_usage": True}
    chunks = [
        complete(chunk)
        for chunk in client.chat.completions.create(
            model="any", messages=messages, stream=True, stream_options=options
        )
    ]

    message = whole.choices[0].message
    (first, *_) = message.annotations
    cited = first.url_citation
    assert answer in message.content[cited.start_index : cited.end_index]
    assert "/#/doc/" in cited.url
    said = [each.choices[0].delta.content for each in chunks if each.choices]
    assert "".join(filter(None, said)) == message.content
    assert chunks[-1].usage.total_tokens == 0
    assert chunks[-2].choices[0].finish_reason == "stop"


def test_errors_are_those_that_openai_raises(
    client: openai.OpenAI, address: str, shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(openai.AuthenticationError) as wrong:
        client_of(address, "sk-wrong").responses.create(model="any", input="Who?")
    assert wrong.value.code == "invalid_api_key"
    with pytest.raises(openai.NotFoundError, match="vs_none"):
        client.vector_stores.search("vs_none", query="mill")
    with pytest.raises(openai.NotFoundError):
        client.files.retrieve("file-none")
    with pytest.raises(openai.NotFoundError):
        client.models.retrieve("gpt-5")
    with pytest.raises(openai.NotFoundError):
        client.responses.retrieve("resp_1")
    with pytest.raises(openai.BadRequestError, match="no response is kept"):
        client.responses.create(model="any", input="Who?", previous_response_id="resp_1")
    with pytest.raises(openai.BadRequestError) as long:
        client.responses.create(model="any", input="Who? " * 1000, stream=True)
    assert long.value.type == "invalid_request_error"
    with pytest.raises(openai.BadRequestError) as many:
        client.vector_stores.search("all", query="mill", max_num_results=51)
    assert many.value.param == "max_num_results"
    with pytest.raises(openai.BadRequestError):
        client.responses.create(model="any", input=[])
    with pytest.raises(openai.APIStatusError, match="does not take POST"):
        client.vector_stores.create(name="new")
    monkeypatch.setitem(shared.__dict__, "limiter", Limiter(1))
    client.vector_stores.search("all", query="mill")
    with pytest.raises(openai.RateLimitError) as often:
        client.vector_stores.search("all", query="mill")
    assert often.value.code == "rate_limit_exceeded"
    assert int(often.value.response.headers["retry-after"]) > 0


def test_a_token_for_a_folder_sees_nothing_else(
    client: openai.OpenAI, address: str, shared: Shared
) -> None:
    secret = store_of(client, "secret")
    french = client_of(address, shared.tokens.made("french", read_only=True, among=("fr",)))

    assert [store.name for store in french.vector_stores.list()] == ["all", "fr"]
    assert [each.filename for each in french.files.list()] == ["fr/moulin.txt"]
    page = french.vector_stores.search("all", query="old mill sold", max_num_results=50)
    assert {each.filename for each in page.data} == {"fr/moulin.txt"}
    with pytest.raises(openai.NotFoundError):
        french.vector_stores.search(secret, query="mill")
    response = french.responses.create(model="any", input="When will the council sell the mill?")
    assert response.cited_qa["declined"] or "council" not in response.output_text


def test_unknown_fields_are_ignored(address: str, client: openai.OpenAI) -> None:
    more: Any = {"seed": 1, "user": None, "reasoning": {"effort": "high"}, "file": "aGVsbG8="}
    response = client.responses.create(model="any", input=QUESTIONS[0][0], extra_body=more)

    assert "1874" in response.output_text
