"""What each command does: a thin face of the engine.  What is heavy is imported when it is used."""

from __future__ import annotations

import argparse
import json
import logging
import os
import shutil
import sys
import threading
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from cli.console import complain, progress_bar
from corpus.errors import CitedQAError
from language.messages import Message
from language.phrases import phrase
from qa.settings import Settings

if TYPE_CHECKING:
    from index.build import BuildReport
    from qa.service import Service

DONE, FAILED = 0, 1


def build(options: argparse.Namespace, settings: Settings) -> int:
    """Bring the index up to the documents, once or for as long as it is watched."""
    from index.errors import NothingToIndexError
    from qa.service import Service

    service = Service(settings)
    with progress_bar(options.speaks, quiet=options.json) as progress:
        try:
            report = service.rebuild(progress)
        except NothingToIndexError as error:
            if not options.purge or error.message.code != "corpus_empty":
                raise
            return _clear(service, options)
    heard = partial(_heard, language=options.speaks, as_json=options.json)
    heard(report)
    if options.purge:
        for name in service.purge():
            complain(Message("still_open", {"generation": name}), options.speaks)
    if options.watch:
        print(phrase("watching", options.speaks, corpus=report.corpus), file=sys.stderr)
        service.watch(threading.Event(), heard)
    return DONE


def _clear(service: Service, options: argparse.Namespace) -> int:
    """Take all out of the index: nothing is left of the documents that were there."""
    for name in service.clear():
        complain(Message("still_open", {"generation": name}), options.speaks)
    if options.json:
        print(json.dumps({"changed": True, "documents": 0, "passages": 0}))
    else:
        print(phrase("index_cleared", options.speaks))
    return DONE


def _heard(news: BuildReport | CitedQAError, *, language: str, as_json: bool = False) -> None:
    """Say what came of a build."""
    if isinstance(news, CitedQAError):
        complain(news, language)
    elif as_json:
        print(json.dumps(news.as_json(), ensure_ascii=False), flush=True)
    else:
        _tell(news, language)


def roll_back(options: argparse.Namespace, settings: Settings) -> int:
    """Go back to the generation before the current one."""
    from qa.service import Service

    name = Service(settings).roll_back()
    print(phrase("rolled_back", options.speaks, generation=name))
    return DONE


def _tell(report: BuildReport, language: str) -> None:
    for file in report.skipped:
        reason = file.reason.told(language)
        print(phrase("file_skipped", language, path=file.path, reason=reason), file=sys.stderr)
    counts = {
        "added": len(report.added), "changed": len(report.updated),
        "removed": len(report.removed), "skipped": len(report.skipped),
        "documents": report.documents, "passages": report.passages,
        "embedded": report.embedded, "seconds": round(report.seconds, 1),
    }  # fmt: skip
    verdict = phrase("built" if report.changed else "built_before", language)
    line = phrase("build_done", language, verdict=verdict, corpus=report.corpus, **counts)
    print(line, flush=True)


def verify_index(options: argparse.Namespace, settings: Settings) -> int:
    """Replay every passage."""
    from index.verify import verify
    from qa.service import backend_of

    report = verify(settings.index, settings.corpus, settings.limits, backend_of(settings))
    if options.json:
        print(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        for problem in report.problems:
            print(f"{problem.path}: {problem.reason.told(options.speaks)}", file=sys.stderr)
        counts = {name: getattr(report, name) for name in ("replayed", "passages", "documents")}
        print(phrase("replayed", options.speaks, generation=report.generation, **counts))
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
    report = holding.as_json(settings.index, "en" if options.json else options.speaks)
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
        address = f"{settings.host}:{settings.port}"
        complain(Message("open_to_all", {"address": address}), options.speaks)
    service = Service(settings)
    if current_manifest(settings) is None:
        _begin(service, options.speaks)
    threading.Thread(target=service.warm, daemon=True).start()
    stop = threading.Event()
    if options.watch:
        heard = partial(_heard, language=options.speaks)
        threading.Thread(target=service.watch, args=(stop, heard), daemon=True).start()
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    address = f"http://{host}:{settings.port}"
    print(phrase("opened_at", options.speaks, address=address), flush=True)
    try:
        server.serve(service)
    finally:
        stop.set()
    _end()


def _end() -> NoReturn:
    """End the process at once, in order: nobody waits for what threads still do.

    A library that is at work in a thread when Python ends aborts the process (SIGABRT), and a
    service manager takes that for a failure.  An index that is being built may be left so.
    """
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(DONE)


def _begin(service: Service, language: str) -> None:
    """Build the first index; where nothing is there to be read yet, the page asks for documents."""
    from index.errors import NothingToIndexError

    try:
        with progress_bar(language, quiet=False) as progress:
            _tell(service.rebuild(progress), language)
    except NothingToIndexError as error:
        complain(error, language)


def make_password(options: argparse.Namespace, _settings: Settings) -> int:
    """Print the line that lets a user sign in; the password is asked for, or read from a pipe."""
    import getpass

    from page.passwords import PasswordError, line

    if sys.stdin.isatty():
        password = getpass.getpass(phrase("password", options.speaks))
        if getpass.getpass(phrase("password_again", options.speaks)) != password:
            raise PasswordError("passwords_differ")
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    print(line(options.name, password))
    return DONE


def make_token(options: argparse.Namespace, settings: Settings) -> int:
    """Make a token and print its secret, once; or show the tokens, or take one back."""
    from serving.tokens import Tokens

    tokens = Tokens(settings.token_file)
    if options.revoke:
        tokens.revoke(options.revoke)
        print(phrase("token_revoked", options.speaks, name=options.revoke))
    elif options.list or not options.name:
        for token in tokens.all():
            may = phrase("token_reads" if token.read_only else "token_writes", options.speaks)
            print(f"{token.name}\t{may}\t{' '.join(token.among) or '*'}\t{token.created}")
    else:
        print(tokens.made(options.name, read_only=options.read_only, among=tuple(options.among)))
    return DONE


def export_model(options: argparse.Namespace, settings: Settings) -> int:
    """Write the model as a folder."""
    from index.weights import unpacked_model

    if options.folder.exists():
        raise CitedQAError("folder_exists", folder=options.folder)
    model = unpacked_model(settings.cache)
    try:
        shutil.copytree(model, options.folder)
    except OSError as error:
        shutil.rmtree(options.folder, ignore_errors=True)
        reason = error.strerror or error
        raise CitedQAError("folder_unwritable", folder=options.folder, reason=reason) from error
    print(phrase("written_to", options.speaks, folder=options.folder))
    return DONE
