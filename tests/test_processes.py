"""Two processes over one index, behind the nginx that docs/running.md describes."""

from __future__ import annotations

import http.client
import json
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlencode

import pytest

from page.passwords import line
from qa.service import Service
from qa.settings import Settings
from serving import folder, uploads
from serving.shelf import Shelf
from tests.conftest import CACHE, built_of
from tests.servers import ROOT, free_port, served

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/local/bin:/usr/bin")
needs_nginx = pytest.mark.skipif(not NGINX, reason="nginx is not installed (nginx-light)")
PASSWORD = "a-long-word"  # noqa: S105 - of the test's own user
FILES = {
    "mill.txt": "The mill of Dunmore was sold in 1912 to the weaver Ada Finch.",
    "moulin.txt": "Le moulin de Vaugine a cessé de moudre en 1954.",
    "tower.txt": "钟楼高四十二米，1931年建成。",
}
LAMP = "The lamp of Varn island burns 9 litres of oil a night."


@dataclass
class Visitor:
    """Somebody who asks one address, and keeps the cookies that it gives."""

    port: int
    root: str = ""
    source: str = "127.0.0.1"
    cookies: dict[str, str] = field(default_factory=dict)

    def send(
        self, method: str, path: str, body: bytes | None = None, kind: str = ""
    ) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=120, source_address=(self.source, 0)
        )
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"host": "qa.example", "cookie": kept, "content-type": kind}
        connection.request(method, self.root + path, body, headers)
        reply = connection.getresponse()
        for header in reply.headers.get_all("set-cookie", []):
            name, _, value = header.partition(";")[0].partition("=")
            self.cookies[name] = value
        return reply

    def signed_in(self) -> Visitor:
        form = urlencode({"username": "mei", "password": PASSWORD}).encode()
        reply = self.send("POST", "/login", form, "application/x-www-form-urlencoded")
        assert reply.status == 200, reply.read()
        return self

    def call(self, name: str, *values: object) -> tuple[str, object]:
        """Call an endpoint of the page; return its last event and what that says."""
        place = f"/gradio_api/call/{name}"
        joined = self.send("POST", place, json.dumps({"data": values}).encode(), "application/json")
        event = json.load(joined)["event_id"]
        told = self.send("GET", f"{place}/{event}").read().decode().strip()
        kind, data = re.findall(r"event: (\w+)\ndata: (.*)", told)[-1]
        return kind, json.loads(data)

    def answer(self, question: str) -> dict[str, str]:
        kind, values = self.call("ask", question, "auto", 1, None, None)
        assert kind == "complete"
        assert isinstance(values, list)
        answer: dict[str, str] = values[0]
        return answer

    def add(self, path: str, content: bytes) -> bool:
        asked = urlencode({"language": "en", "path": path, "size": len(content), "total": 1})
        return bool(json.load(self.send("POST", f"/add?{asked}", content))["added"])


@dataclass(frozen=True)
class Place:
    """Where the two processes listen, and the nginx before them; what they are over."""

    ports: tuple[int, int]
    nginx: int
    corpus: Path
    index: Path

    def both(self) -> tuple[Visitor, Visitor]:
        first, second = (Visitor(port).signed_in() for port in self.ports)
        return first, second


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Return two servers over one index."""
    home = tmp_path_factory.mktemp("processes")
    settings = built_of(FILES, home).settings
    assert settings.corpus
    (home / "users").write_text(line("mei", PASSWORD))
    shared = {
        "CITED_QA_CACHE": str(CACHE),
        "CITED_QA_AUTH": str(home / "users"),
        "CITED_QA_PROXIES": "127.0.0.1",
        "CITED_QA_ROOT": "/answers",
        "CITED_QA_UPLOADS": "on",
    }
    with (
        served(settings.corpus, settings.index, **shared) as first,
        served(settings.corpus, settings.index, **shared) as second,
        proxied(home, first, second) as nginx,
    ):
        yield Place((first, second), nginx, settings.corpus, settings.index)


@contextmanager
def proxied(home: Path, first: int, second: int) -> Iterator[int]:
    """Run nginx with the project's own configuration; yield its port, 0 without nginx."""
    if not NGINX:
        yield 0
        return
    port = free_port()
    text = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    text = re.sub(r"^ *ssl_.*\n", "", text, flags=re.M).replace("$scheme", "https")
    for there, here in (("443 ssl", f"127.0.0.1:{port}"), ("7860;", f"{first};"), ("7861;", f"{second};")):  # fmt: skip
        assert text.count(there) == 1
        text = text.replace(there, here)
    kept = "".join(
        f"{name}_temp_path {home}/{name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (home / "nginx.conf").write_text(
        f"daemon off;\nuser root;\npid {home}/nginx.pid;\nerror_log {home}/nginx.log;\n"
        f"events {{}}\nhttp {{\naccess_log off;\n{kept}{text}}}\n"
    )
    nginx = subprocess.Popen([NGINX, "-c", str(home / "nginx.conf"), "-e", str(home / "nginx.log")])
    try:
        await_port(port)
        yield port
    finally:
        nginx.terminate()
        nginx.wait(20)


def await_port(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(port)


@needs_nginx
def test_below_a_path_of_a_site_over_https_the_page_knows_where_it_stands(place: Place) -> None:
    visitor = Visitor(place.nginx, "/answers")

    page = visitor.send("GET", "/").read().decode()
    bare = Visitor(place.nginx).send("GET", "/answers")

    assert '"root":"https://qa.example/answers"' in page
    assert (bare.status, bare.headers["location"].endswith("/answers/")) == (301, True)
    assert visitor.signed_in().answer("When was the mill sold?")["citations"]


@needs_nginx
def test_what_the_page_listens_to_comes_through_the_proxy_at_once(place: Place) -> None:
    visitor = Visitor(place.nginx, "/answers").signed_in()
    started = time.monotonic()

    stream = visitor.send("GET", "/gradio_api/heartbeat/of-a-test")

    assert stream.headers["content-type"].startswith("text/event-stream")
    assert stream.readline().startswith(b"data:")
    assert time.monotonic() - started < 10


@needs_nginx
def test_a_large_file_is_added_through_the_proxy_by_who_is_signed_in(place: Place) -> None:
    visitor, content = Visitor(place.nginx, "/answers"), (LAMP + "\n").encode() * 60_000
    refused = visitor.add("lamps.txt", content)

    added = visitor.signed_in().add("lamps.txt", content)

    assert (refused, added) == (False, True)
    assert (place.corpus / "lamps.txt").read_bytes() == content
    (place.corpus / "lamps.txt").unlink()


@needs_nginx
def test_a_reader_stays_with_one_process_and_others_have_the_other(place: Place) -> None:
    cookies = set()
    for number in range(1, 17):
        visitor = Visitor(place.nginx, "/answers", source=f"127.0.{number}.{number}").signed_in()
        assert [visitor.send("GET", "/config").status for _ in range(4)] == [200] * 4
        cookies.add(min(visitor.cookies))

    assert len(cookies) == 2  # each process names its cookie itself


def test_what_one_process_builds_the_other_answers_from(place: Place) -> None:
    first, second = place.both()
    before = second.answer("钟楼有多高？")["generation"]
    (place.corpus / "varn.txt").write_text(LAMP)

    kind, _ = first.call("rebuild")
    answer = second.answer("How much oil does the lamp of Varn island burn a night?")

    assert kind == "complete"
    assert answer["citations"][0]["document"] == "varn.txt"  # type: ignore[index]
    assert answer["generation"] != before
    assert first.answer("钟楼有多高？")["generation"] == answer["generation"]


def test_of_two_that_build_at_once_one_builds_and_the_other_is_told(place: Place) -> None:
    lines = [f"Lot {n}: crate {n * 7 % 1000} holds {n % 90 + 3} jars." for n in range(300)]
    (place.corpus / "lots.txt").write_text("\n\n".join(lines))

    with ThreadPoolExecutor() as pool:
        events = list(pool.map(lambda visitor: visitor.call("rebuild"), place.both()))

    told = {kind: str(values) for kind, values in events}
    assert set(told) == {"complete", "error"}
    assert "building" in told["error"]
    assert all(visitor.answer("When was the mill sold?") for visitor in place.both())


def test_of_two_files_of_one_name_that_come_at_once_one_is_kept_whole(place: Place) -> None:
    texts = [f"The bell of {name} rings at noon.\n".encode() * 9_000 for name in ("Ayr", "Bute")]

    with ThreadPoolExecutor() as pool:
        added = list(pool.map(Visitor.add, place.both(), ["bells.txt"] * 2, texts))

    assert sorted(added) == [False, True]
    assert (place.corpus / "bells.txt").read_bytes() == texts[added.index(True)]
    assert not list(place.corpus.glob(".bells*"))


def test_where_files_cannot_be_linked_nothing_is_written_over_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_unused: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    (tmp_path / "new.txt").write_text("new")
    settings = replace(Settings.from_env(), corpus=tmp_path / "corpus", uploads=True)

    uploads.add(settings, tmp_path / "new.txt", "a.txt")
    with pytest.raises(folder.FolderError):
        uploads.add(settings, tmp_path / "new.txt", "a.txt")

    assert [path.name for path in (tmp_path / "corpus").iterdir()] == ["a.txt"]


def test_what_one_process_deletes_the_other_quotes_no_more(tmp_path: Path) -> None:
    service = built_of(FILES, tmp_path)
    elsewhere = Shelf(Service(service.settings))  # as another process has it
    assert elsewhere.among(()) is None
    elsewhere.holding()

    folder.delete(replace(service.settings, deletes=True), "mill.txt", elsewhere.files())

    left = elsewhere.among(())
    assert left is not None
    assert sorted(left.paths) == ["moulin.txt", "tower.txt"]
