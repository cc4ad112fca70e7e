"""The OpenAPI description is true: what it allows is answered, what it forbids refused."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI

from api.app import api_app
from serving.limiter import Limiter
from serving.shared import Shared
from tests.conftest import built_of

pytest.importorskip("schemathesis")

pytestmark = pytest.mark.model

# Well-formed and yet nothing that can be done (a quote without letters, a picture called .txt) is
# 422; what is not well-formed is 400.
CONFIG = """
[checks]
positive_data_acceptance.expected-statuses = ["2xx", "401", "403", "404", "409", "422", "429"]
"""


@contextmanager
def listening(app: FastAPI) -> Iterator[str]:
    """Serve *app* on a free port and yield its address."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def test_schemathesis_finds_no_fault_in_what_is_described(tmp_path: Path) -> None:
    texts = {"forum.txt": "The mill was rebuilt in 1874.", "zh/水车.txt": "兰溪水车建于1561年。"}
    shared = Shared(built_of(texts, tmp_path))
    shared.service.engine().ask("When?")  # loads the model
    shared.__dict__["limiter"] = Limiter(10**6)
    config = tmp_path / "schemathesis.toml"
    config.write_text(CONFIG)
    secret = shared.tokens.made("tester")
    app = api_app(shared, lambda _: "")
    described = sum(len(operations) for operations in app.openapi()["paths"].values())
    with listening(app) as address:
        command = [
            sys.executable, "-m", "schemathesis.cli", "--config-file", str(config), "run",
            f"{address}/v1/openapi.json", "--header", f"Authorization: Bearer {secret}",
            "--max-examples", "8", "--checks", "all", "--generation-deterministic", "--no-color",
            "--request-timeout", "60",
        ]  # fmt: skip
        ran = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)

    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
    tested = re.search(r"Tested: +(\d+)", ran.stdout)
    assert tested
    assert int(tested[1]) == described
