"""The command line: a thin face of the engine."""

from __future__ import annotations

import argparse
import json
import logging
import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import CitedQAError
from qa.phrases import LANGUAGES
from qa.settings import Settings

if TYPE_CHECKING:
    from index.build import BuildReport

DONE, FAILED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 a user's error, 2 usage."""
    logging.basicConfig(level=logging.WARNING, format="cited-qa: %(message)s")
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options, _settings(options)))
    except CitedQAError as error:
        print(f"cited-qa: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("cited-qa: stopped; the index is as it was.", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does.
        sys.stderr.close()
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cited-qa",
        description="Ask documents a question; get an answer quoted word for word, with sources.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[..., int], help_text: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help_text, description=help_text)
        made.add_argument("--index", type=Path, metavar="DIR", help="where the index is kept")
        made.set_defaults(run=run)
        return made

    one = command("build", _build, "Bring the index up to the documents.")
    one.add_argument("--corpus", type=Path, metavar="DIR", help="the folder of documents")
    one.add_argument("--watch", action="store_true", help="go on, and build at every change")
    one.add_argument(
        "--purge", action="store_true", help="remove old generations and cached vectors too"
    )
    one.add_argument("--json", action="store_true", help="print the report as JSON")

    command("rollback", _roll_back, "Go back to the index before the last build.")

    one = command("ask", _ask, "Answer a question, or every question of a file.")
    one.add_argument("question", nargs="?", metavar="QUESTION")
    one.add_argument("--file", type=Path, metavar="JSONL", help='one {"question": …} a line')
    one.add_argument("--lang", choices=("auto", *LANGUAGES), default="auto")
    one.add_argument("--top-k", type=_positive, default=3, metavar="N", help="citations at most")
    one.add_argument(
        "--in", dest="paths", action="append", default=[], metavar="PATH",
        help="ask only this document or folder of the corpus; may be repeated",
    )  # fmt: skip
    one.add_argument(
        "--written-in", dest="languages", action="append", default=[], metavar="TAG",
        help="ask only texts in this language: en, fr, zh, zh-Hant…; may be repeated",
    )  # fmt: skip
    one.add_argument("--since", type=_date, metavar="DATE", help="2017, 2017-05…")
    one.add_argument("--until", type=_date, metavar="DATE", help="inclusive")
    one.add_argument("--json", action="store_true", help="print answer objects, one a line")

    one = command("verify", _verify, "Replay every passage of the index against the documents.")
    one.add_argument("--json", action="store_true")

    one = command("inspect", _inspect, "Show what the program sees in a file.")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--json", action="store_true")

    one = command("status", _status, "Say what the index holds and whether documents changed.")
    one.add_argument("--json", action="store_true")

    one = command("serve", _serve, "Open the chat page.")
    one.add_argument("--corpus", type=Path, metavar="DIR", help="the folder of documents")
    one.add_argument("--host", help="address to listen on (default 127.0.0.1)")
    one.add_argument("--port", type=_positive, help="port to listen on (default 7860)")
    one.add_argument("--watch", action="store_true", help="rebuild when documents change")

    one = command("export-model", _export_model, "Write the embedding model as a folder.")
    one.add_argument("folder", type=Path, metavar="DIR")
    return parser


def _date(value: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value):
        raise argparse.ArgumentTypeError(
            f"{value!r} is not a date like 2017, 2017-05 or 2017-05-14"
        )
    return value


def _positive(value: str) -> int:
    if not value.isdigit() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a positive number")
    return int(value)


def _settings(options: argparse.Namespace) -> Settings:
    """Return the environment's settings with what the command line says in their place."""
    given = {
        name: value
        for name in ("corpus", "index", "host", "port")
        if (value := getattr(options, name, None)) is not None
    }
    return replace(Settings.from_env(), **given)


def _build(options: argparse.Namespace, settings: Settings) -> int:
    from qa.assembly import Service

    service = Service(settings)
    with _progress_bar(quiet=options.json) as progress:
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


def _roll_back(_options: argparse.Namespace, settings: Settings) -> int:
    from qa.assembly import Service

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


class _progress_bar:  # noqa: N801 - used as a function
    """Shows the stages of a build on the terminal; nothing where there is none."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: Any = None

    def __enter__(self) -> Callable[[str, int, int], None]:
        return self._show

    def _show(self, stage: str, done: int, total: int) -> None:
        from tqdm import tqdm

        from qa.phrases import phrase

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


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    from index.filters import Filter
    from qa.assembly import Service

    if (options.question is None) == (options.file is None):
        raise CitedQAError("give one question, or --file with a file of questions.")
    service = Service(settings)
    engine = service.engine()
    if service.notice:
        print(f"cited-qa: {service.notice}", file=sys.stderr)
    among = Filter(
        tuple(one.strip("/") for one in options.paths),
        tuple(options.languages),
        options.since or "",
        options.until or "",
    )
    asked = _questions(options.file) if options.file else [(options.question, None)]
    for question, language in asked:
        answer = engine.ask(
            question, language=language or options.lang, top_k=options.top_k, among=among
        )
        if options.json:
            print(json.dumps(answer.as_json(), ensure_ascii=False), flush=True)
        else:
            from qa.terminal import shown

            print(shown(answer, shutil.get_terminal_size().columns))
    return DONE


def _questions(file: Path) -> Iterator[tuple[str, str | None]]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CitedQAError(f"the file of questions {file} cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            content = json.loads(line)
            yield str(content["question"]), content.get("lang")
        except (ValueError, KeyError, TypeError) as error:
            raise CitedQAError(
                f'{file}, line {number}: not a JSON object with a "question"'
            ) from error


def _verify(options: argparse.Namespace, settings: Settings) -> int:
    from qa.verify import verify

    report = verify(settings)
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


def _inspect(options: argparse.Namespace, settings: Settings) -> int:
    from qa.inspection import inspect
    from qa.terminal import inspected

    report = inspect(options.file, settings.limits)
    if options.json:
        print(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        print(inspected(report, shutil.get_terminal_size().columns))
    return DONE


def _status(options: argparse.Namespace, settings: Settings) -> int:
    from qa.verify import status

    report = status(settings)
    if options.json:
        print(json.dumps(report, ensure_ascii=False))
        return DONE
    for name, value in report.items():
        print(
            f"{name + ':':<12} {', '.join(map(str, value)) if isinstance(value, list) else value}"
        )
    return DONE


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    import app
    from qa.assembly import Service, current_manifest

    app.check_port(settings.host, settings.port)
    service = Service(settings)
    if current_manifest(settings) is None:
        with _progress_bar(quiet=False) as progress:
            _tell(service.rebuild(progress))
    stop = threading.Event()
    if options.watch:
        threading.Thread(target=service.watch, args=(stop, _heard), daemon=True).start()
    try:
        app.serve(service)
    finally:
        stop.set()
    return DONE


def _export_model(options: argparse.Namespace, settings: Settings) -> int:
    from index.weights import unpacked_model

    if options.folder.exists():
        raise CitedQAError(f"{options.folder} exists. Name a folder that does not.")
    shutil.copytree(unpacked_model(settings.cache), options.folder)
    print(f"written to {options.folder}")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
