"""The command that a language model's program starts: what it says goes through MCP."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cli.commands import DONE
from cli.console import complain, progress_bar
from corpus.errors import CitedQAError
from qa.settings import Settings

if TYPE_CHECKING:
    from serving.shared import Shared

LOOK = 0.5  # seconds


def speak_mcp(options: argparse.Namespace, settings: Settings) -> int:
    """Speak MCP on standard input and output until the input ends; all else is on stderr.

    A folder that is named is read again at the start; what was read of it before answers meanwhile.
    """
    from api.mcp_stdio import Opening, speak
    from qa.service import Service, current_manifest
    from serving.shared import Shared

    manifest = current_manifest(settings)
    current = manifest is not None and settings.corpus in (None, Path(manifest.corpus))
    shared = Shared(Service(settings))

    def prepare() -> None:
        if not current or options.corpus:
            _build(shared, options.speaks)

    speak(shared, Opening(shared, prepare, waits=not current), options.speaks)
    return DONE


def _build(shared: Shared, language: str) -> None:
    """Bring the index up to the documents, and say on stderr how far it is."""
    building = shared.rebuilds.start()
    with progress_bar(language, quiet=not sys.stderr.isatty()) as progress:
        while building.is_alive():
            step = shared.rebuilds.step
            if step.stage:
                progress(step.stage, step.done, step.total)
            building.join(LOOK)
    outcome = shared.rebuilds.outcome
    if isinstance(outcome, CitedQAError):
        complain(outcome, language)
