"""The command that replays quotes of an evidence file, or else all passages of the index."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from cli.commands import DONE, FAILED, verify_index
from language.phrases import phrase, quotable, quoted
from qa.settings import Settings

if TYPE_CHECKING:
    from qa.evidence.replaying import Replayed

SHOWN = 100  # characters of a quote


def verify(options: argparse.Namespace, settings: Settings) -> int:
    """Replay the quotes of a file against the documents; without one the whole index."""
    if options.evidence is None:
        return verify_index(options, settings)
    from qa.evidence.evidence_file import read
    from qa.evidence.replaying import replay
    from qa.service import corpus_of

    pins = read(options.evidence)
    folder = corpus_of(settings)
    replayed = replay(pins, folder, settings.limits)
    if options.json:
        print(json.dumps([each.as_json() for each in replayed], ensure_ascii=False))
    else:
        for number, each in enumerate(replayed, start=1):
            print("\n".join(_told(number, each, options.speaks)))
        counts = {"holds": sum(each.holds for each in replayed), "quotes": len(replayed)}
        print(phrase("evidence_counts", options.speaks, corpus=folder, **counts))
    return DONE if all(each.holds for each in replayed) else FAILED


def _told(number: int, replayed: Replayed, speaks: str) -> list[str]:
    """Return a quote and what became of it, as lines in which nothing of the file is unseen."""
    cited = replayed.pinned.citation
    start, end = replayed.stands or (0, 0)
    verdict = phrase(
        f"evidence_{replayed.verdict}",
        speaks,
        document=quotable(replayed.document or cited.document, speaks),
        start=start,
        end=end,
        reason=replayed.problem.told(speaks) if replayed.problem else "",
    )
    return [f"[{number}] {quoted(cited.quote, speaks, SHOWN)}", f"    {verdict}"]
