"""Kills builds with SIGKILL and looks at what is left.

    python -m tests.crash [--random 150] [--every 1]

First at every step that touches a file of the index, as Python's audit events tell (opening,
renaming, removing, making a folder), then at random moments.  After each kill the index must open
without a notice, hold the old documents or the new ones, replay every passage against its own
sources, and take the next build.  Needs a system with fork; exits with 1 if anything is wrong.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import torch
from tqdm import tqdm

from index.build import build
from index.embedder import Embedder
from index.opened import open_index
from index.querying import query
from index.sentence_embedder import default_embedder
from qa.settings import Settings

STEPS = {
    "open",
    "os.rename",
    "os.link",
    "shutil.copyfile",
    "os.remove",
    "os.mkdir",
    "os.rmdir",
    "sqlite3.connect",
    "mmap.__new__",
}


class Trial:
    """A corpus whose one document changes with every build, and its index."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self.corpus, self.index = folder / "corpus", folder / "index"
        self.embedder = embedder
        self.version = 0
        self.corpus.mkdir(parents=True)
        for number in range(8):
            (self.corpus / f"{number}.txt").write_text(f"Pier {number} has a red lamp.\n", "utf-8")
        self.change()
        build(self.corpus, self.index, embedder)

    def change(self) -> None:
        """Write the next version of the document, and another file beside it."""
        self.version += 1
        text = f"The lighthouse was lit {self.version} times. 灯塔亮了 {self.version} 次。\n"
        (self.corpus / "lighthouse.txt").write_text(text, "utf-8")
        (self.corpus / f"new-{self.version}.txt").write_text(f"Ship {self.version}.\n", "utf-8")
        (self.corpus / f"new-{self.version - 1}.txt").unlink(missing_ok=True)

    def killed(self, arm: Callable[[], None]) -> bool:
        """Build in a process that *arm* kills; tell whether it was killed before its end."""
        child = os.fork()
        if not child:
            arm()
            build(self.corpus, self.index, self.embedder)
            os._exit(0)
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])

    def state(self) -> str:
        """Return which version the index holds, or what is wrong with it."""
        opened, notice = open_index(self.index, self.embedder)
        try:
            source = opened.source("lighthouse.txt")
            held = source.source if source else ""
            version = next((v for v in (0, 1) if f"lit {self.version - v} times" in held), None)
            if notice or version is None:
                return f"wrong: {notice or held}"
            if opened.source(f"new-{self.version - version}.txt") is None:
                return "wrong: a mix of two versions"
            for path in (one.path for one in opened.documents()):
                document = opened.store.document(path)
                if not document or not all(
                    p.view.borne_out_by(document[0].source) for p in document[1]
                ):
                    return f"wrong: {path} does not replay"
            if not opened.search(query("When was the lighthouse lit?", "en", self.embedder), 3):
                return "wrong: nothing is found"
            return "new" if version == 0 else "old"
        finally:
            opened.close()

    def outcome(self, arm: Callable[[], None]) -> str:
        """Change the corpus, kill the build, look, build again, look again."""
        self.change()
        if not self.killed(arm):
            return "not killed"
        left = self.state()
        build(self.corpus, self.index, self.embedder)
        after = self.state()
        return left if after == "new" else f"wrong after the next build: {after}"


def at_step(number: int, folder: Path) -> Callable[[], None]:
    """Return what kills the process at its step *number* in *folder*."""
    seen = [0]

    def hook(event: str, given: tuple[object, ...]) -> None:
        if event in STEPS and (event == "mmap.__new__" or str(folder) in str(given[:1])):
            seen[0] += 1
            if seen[0] == number:
                os.kill(os.getpid(), signal.SIGKILL)

    return lambda: sys.addaudithook(hook)


def after(seconds: float) -> Callable[[], None]:
    """Return what kills the process after so long."""
    return lambda: threading.Timer(
        seconds, lambda: os.kill(os.getpid(), signal.SIGKILL)
    ).start()  # fmt: skip


def main() -> int:
    """Print how each kill ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--random", type=int, default=150, help="kills at random moments")
    parser.add_argument("--every", type=int, default=1, help="take each so-manieth step only")
    options = parser.parse_args()
    torch.set_num_threads(1)  # threads do not survive a fork
    # tqdm's own lock is shared with the child, which dies without giving it back.
    tqdm.set_lock(threading.RLock())
    tqdm.monitor_interval = 0
    embedder = default_embedder(Settings.from_env().cache)
    embedder.embed_questions(["warm"])
    ends: dict[str, Counter[str]] = {"at a step": Counter(), "at a random moment": Counter()}
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(Path(folder), embedder)
        step = 1
        while (end := trial.outcome(at_step(step, trial.index))) != "not killed":
            ends["at a step"][end] += 1
            step += options.every
        print(f"{step - 1} steps", flush=True)
        started = time.perf_counter()
        trial.outcome(lambda: None)
        whole = time.perf_counter() - started
        chance = random.Random(3)
        counts = ends["at a random moment"]
        while counts.total() < options.random:
            end = trial.outcome(after(chance.uniform(0, whole)))
            if end != "not killed":  # ended before
                counts[end] += 1
    for name, counts in ends.items():
        print(f"killed {name}: {dict(counts)}")
    return int(any(one.startswith("wrong") for counts in ends.values() for one in counts))


if __name__ == "__main__":
    sys.exit(main())
