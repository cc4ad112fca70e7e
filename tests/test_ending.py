"""A server that is stopped while it works ends in order, as a service manager wants it."""

from __future__ import annotations

import signal
import time
from pathlib import Path

from tests.servers import running


def test_a_server_that_is_interrupted_while_it_loads_the_model_ends_with_nought(
    tmp_path: Path,
) -> None:
    (tmp_path / "corpus").mkdir()  # without documents the page is there before the model
    # Where the tests run in a shell's background interrupts are ignored, and so in the server.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with running(tmp_path / "corpus", tmp_path / "index") as (_, server):
        time.sleep(2)  # from here on Gradio waits for the interrupt
        server.send_signal(signal.SIGINT)

        assert server.wait(120) == 0
