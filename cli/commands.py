"""What each command does: a thin face of the engine.  What is heavy is imported when it is used."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from corpus.errors import CitedQAError
from qa.settings import Settings

if TYPE_CHECKING:
    from index.build import BuildReport

DONE, FAILED = 0, 1


def build(options: argparse.Namespace, settings: Settings) -> int:
    """Bring the index up to the documents, once or for as long as it is watched."""
    from qa.service import Service

    service = Service(settings)
    with progress_bar(quiet=options.json) as progress:
        report = service.rebuild(progress)
    _report(report, as_json=options.json)
    if options.purge:
        for name in service.purge():
            print(f"cited-qa: {name} is still open and goes with a later build", file=sys.stderr)
    if options.watch:
        print(f"watching {report.corpus}; Ctrl+C stops", file=sys.stderr)
        service.watch(threading.Event(), partial(_heard, as_json=options.json))
    return DONE


def _report(report: BuildReport, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(report.as_json(), ensure_ascii=False), flush=True)
    else:
        _tell(report)


def _heard(news: BuildReport | CitedQAError, *, as_json: bool = False) -> None:
    """Say what came of a build that nobody asked for."""
    if isinstance(news, CitedQAError):
        print(f"cited-qa: {news}", file=sys.stderr, flush=True)
    else:
        _report(news, as_json=as_json)


def roll_back(_options: argparse.Namespace, settings: Settings) -> int:
    """Go back to the generation before the current one."""
    from qa.service import Service

    print(f"answers come from {Service(settings).roll_back()} now, until the next build")
    return DONE


def _tell(report: BuildReport) -> None:
    for one in report.skipped:
        print(f"skipped {one.path}: {one.reason}", file=sys.stderr)
    verdict = "built" if report.changed else "already up to date"
    print(
        f"{verdict}: {report.documents} documents, {report.passages} passages from {report.corpus} "
        f"({len(report.added)} added, {len(report.updated)} changed, "
        f"{len(report.removed)} removed, {len(report.skipped)} skipped; "
        f"{report.embedded} passages embedded) in {report.seconds:.1f} s",
        flush=True,
    )


class progress_bar:  # noqa: N801 - used as a function
    """Shows the stages of a build on the terminal; nothing where there is none."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: Any = None

    def __enter__(self) -> Callable[[str, int, int], None]:
        return self._show

    def _show(self, stage: str, done: int, total: int) -> None:
        from tqdm import tqdm

        from language.phrases import phrase

        label = phrase(stage, "en")
        if self._bar is None or self._bar.desc != label:
            self.__exit__()
            self._bar = tqdm(desc=label, total=total, disable=None if not self._quiet else True)
            self._bar.desc = label
        self._bar.total = total
        self._bar.update(done - self._bar.n)

    def __exit__(self, *_unused: object) -> None:
        if self._bar is not None:
            self._bar.close()


def verify_index(options: argparse.Namespace, settings: Settings) -> int:
    """Replay every passage."""
    from index.verify import verify

    report = verify(settings.index, settings.corpus, settings.limits)
    if options.json:
        print(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        for problem in report.problems:
            print(f"{problem.path}: {problem.reason}", file=sys.stderr)
        print(
            f"{report.replayed} of {report.passages} passages replayed from "
            f"{report.documents} documents of {report.generation}"
        )
    return DONE if report.replayed == report.passages else FAILED


def inspect_file(options: argparse.Namespace, settings: Settings) -> int:
    """Show a file as the program sees it."""
    from cli.terminal import inspected
    from corpus.inspection import inspect

    report = inspect(options.file, settings.limits)
    if options.json:
        print(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        print(inspected(report, shutil.get_terminal_size().columns))
    return DONE


def show_status(options: argparse.Namespace, settings: Settings) -> int:
    """Say what the index holds and what has changed."""
    from index.status import status

    holding = status(settings.index, settings.corpus, settings.limits)
    report = holding.as_json(settings.index)
    if options.json:
        print(json.dumps(report, ensure_ascii=False))
        return DONE
    for name, value in report.items():
        print(
            f"{name + ':':<12} {', '.join(map(str, value)) if isinstance(value, list) else value}"
        )
    return DONE


def serve(options: argparse.Namespace, settings: Settings) -> int:
    """Open the page; build first where there is no index."""
    from page import server
    from qa.service import Service, current_manifest

    server.check_port(settings.host, settings.port)
    if not settings.private and settings.auth is None:
        print(
            f"cited-qa: anybody who reaches {settings.host}:{settings.port} can ask these "
            "documents; --auth FILE asks for a password.",
            file=sys.stderr,
        )
    service = Service(settings)
    if current_manifest(settings) is None:
        with progress_bar(quiet=False) as progress:
            _tell(service.rebuild(progress))
    threading.Thread(target=service.warm, daemon=True).start()
    stop = threading.Event()
    if options.watch:
        threading.Thread(target=service.watch, args=(stop, _heard), daemon=True).start()
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    print(f"open http://{host}:{settings.port} — Ctrl+C stops", flush=True)
    try:
        server.serve(service)
    finally:
        stop.set()
    return DONE


def make_password(options: argparse.Namespace, _settings: Settings) -> int:
    """Print the line that lets a user sign in; the password is asked for, or read from a pipe."""
    import getpass

    from page.passwords import PasswordError, line

    if sys.stdin.isatty():
        password = getpass.getpass("password: ")
        if getpass.getpass("once more: ") != password:
            raise PasswordError("the passwords differ. Try again.")
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    print(line(options.name, password))
    return DONE


def export_model(options: argparse.Namespace, settings: Settings) -> int:
    """Write the model as a folder."""
    from index.weights import unpacked_model

    if options.folder.exists():
        raise CitedQAError(f"{options.folder} exists. Name a folder that does not.")
    shutil.copytree(unpacked_model(settings.cache), options.folder)
    print(f"written to {options.folder}")
    return DONE
