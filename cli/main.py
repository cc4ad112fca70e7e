"""The command line: a thin face of the engine."""

from __future__ import annotations

import argparse
import logging
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from cli import ask as asking
from cli import checking, commands, evidence, finding, speaking
from cli.commands import FAILED
from cli.console import complain
from corpus.errors import CitedQAError
from language.languages import LANGUAGES
from language.messages import Message
from qa.filtering import is_date
from qa.settings import Settings, terminal_language


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 a user's error, 2 usage."""
    logging.basicConfig(level=logging.WARNING, format="cited-qa: %(message)s")
    options = _parser().parse_args(arguments)
    options.speaks = getattr(options, "lang", "auto")
    if options.speaks == "auto":
        options.speaks = terminal_language()
    try:
        return int(options.run(options, _settings(options)))
    except CitedQAError as error:
        complain(error, options.speaks)
        return FAILED
    except KeyboardInterrupt:
        complain(Message("stopped"), options.speaks)
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
    parser.add_argument("--version", action="version", version=f"%(prog)s {version('cited-qa')}")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[..., int], help_text: str) -> argparse.ArgumentParser:
        parser = subparsers.add_parser(name, help=help_text, description=help_text)
        parser.add_argument("--index", type=Path, metavar="DIR", help="where the index is kept")
        parser.set_defaults(run=run)
        return parser

    sub = command("build", commands.build, "Bring the index up to the documents.")
    sub.add_argument("--corpus", type=Path, metavar="DIR", help="the folder of documents")
    sub.add_argument("--watch", action="store_true", help="go on, and build at every change")
    sub.add_argument(
        "--purge", action="store_true", help="remove old generations and cached vectors too"
    )
    sub.add_argument("--json", action="store_true", help="print the report as JSON")

    command("rollback", commands.roll_back, "Go back to the index before the last build.")

    sub = command("ask", asking.ask, "Answer a question, or every question of a file.")
    sub.add_argument("question", nargs="?", metavar="QUESTION")
    sub.add_argument("--file", type=Path, metavar="JSONL", help='one {"question": …} a line')
    sub.add_argument("--lang", choices=("auto", *LANGUAGES), default="auto")
    sub.add_argument("--top-k", type=_positive, default=3, metavar="N", help="citations at most")
    _filters(sub)
    sub.add_argument("--after", metavar="QUESTION", help="the question that this one follows up")
    sub.add_argument("--explain", action="store_true", help="show what each stage found, and why")
    sub.add_argument("--json", action="store_true", help="print answer objects, one a line")

    sub = command(
        "evaluate", asking.evaluate_sets, "Measure answers on question sets (SQuAD JSON)."
    )
    sub.add_argument("files", nargs="+", type=Path, metavar="FILE")
    sub.add_argument(
        "--across", type=Path, metavar="FILE",
        help="ask of this set's paragraphs: the same set in another language",
    )  # fmt: skip
    sub.add_argument("--questions", type=_positive, metavar="N", help="ask only so many of a set")
    sub.add_argument("--json", action="store_true", help="print the measures as JSON, a set a line")

    sub = command(
        "verify",
        evidence.verify,
        "Replay every passage, or the quotes of an evidence file, against the documents.",
    )
    sub.add_argument("--evidence", type=Path, metavar="FILE", help="quotes saved from the page")
    sub.add_argument("--corpus", type=Path, metavar="DIR", help="the folder of documents")
    sub.add_argument("--json", action="store_true")

    _exact(command)

    sub = command("inspect", commands.inspect_file, "Show what the program sees in a file.")
    sub.add_argument("file", type=Path, metavar="FILE")
    sub.add_argument("--json", action="store_true")

    sub = command("status", commands.show_status, "Say what the index holds and what has changed.")
    sub.add_argument("--json", action="store_true")

    sub = command("serve", commands.serve, "Open the chat page.")
    sub.add_argument("--corpus", type=Path, metavar="DIR", help="the folder of documents")
    sub.add_argument("--host", help="address to listen on (default 127.0.0.1)")
    sub.add_argument("--port", type=_port, help="port to listen on (default 7860)")
    sub.add_argument("--watch", action="store_true", help="rebuild when documents change")

    sub.add_argument("--auth", type=Path, metavar="FILE", help="who may sign in; see `password`")

    sub = command("mcp", speaking.speak_mcp, "Be asked by a language model's program (MCP).")
    sub.add_argument("--corpus", type=Path, metavar="DIR", help="the folder of documents")

    _keys(command)

    sub = command("export-model", commands.export_model, "Write the embedding model as a folder.")
    sub.add_argument("folder", type=Path, metavar="DIR")
    return parser


def _keys(command: Callable[[str, Callable[..., int], str], argparse.ArgumentParser]) -> None:
    """Add the commands that let people and programs in."""
    sub = command("password", commands.make_password, "Make a user's line for `serve --auth FILE`.")
    sub.add_argument("name", metavar="NAME")

    sub = command("token", commands.make_token, "Make what a program comes in with.")
    sub.add_argument("name", nargs="?", metavar="NAME", help="whose it is")
    sub.add_argument("--read-only", action="store_true", help="it may ask, not add or delete")
    sub.add_argument(
        "--among", action="append", default=[], metavar="FOLDER",
        help="it may ask only this document or folder of the corpus; may be repeated",
    )  # fmt: skip
    sub.add_argument("--list", action="store_true", help="show which there are, not the secrets")
    sub.add_argument("--revoke", metavar="NAME", help="let nobody in with it any more")


def _exact(command: Callable[[str, Callable[..., int], str], argparse.ArgumentParser]) -> None:
    """Add the commands that find words for certain."""
    sub = command(
        "verify-quote",
        finding.check_quote,
        "Say whether a quote stands in the documents, and where.",
    )
    sub.add_argument("quote", metavar="QUOTE")
    sub.add_argument("--document", metavar="PATH", help="look only in this document or folder")
    sub.add_argument("--json", action="store_true")

    sub = command("check-text", checking.check, "Check a draft sentence by sentence.")
    sub.add_argument("file", metavar="FILE", help="the draft, in UTF-8; - for standard input")
    sub.add_argument("paths", nargs="*", metavar="PATH", help="ask only these documents or folders")
    sub.add_argument("--csv", action="store_true", help="print a table for a spreadsheet")
    sub.add_argument("--json", action="store_true")

    sub = command("mentions", finding.every_mention, "Show every place that names a thing.")
    sub.add_argument("name", metavar="NAME")
    _filters(sub)
    sub.add_argument("--csv", action="store_true", help="print a table for a spreadsheet")
    sub.add_argument("--json", action="store_true")


def _filters(sub: argparse.ArgumentParser) -> None:
    """Add the options that say which documents are meant."""
    sub.add_argument(
        "--in", dest="paths", action="append", default=[], metavar="PATH",
        help="only this document or folder of the corpus; may be repeated",
    )  # fmt: skip
    sub.add_argument(
        "--written-in", dest="languages", action="append", default=[], metavar="TAG",
        help="only texts in this language: en, fr, zh, zh-Hant…; may be repeated",
    )  # fmt: skip
    sub.add_argument("--since", type=_date, metavar="DATE", help="2017, 2017-05…")
    sub.add_argument("--until", type=_date, metavar="DATE", help="inclusive")


def _date(value: str) -> str:
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value) or not is_date(value):
        raise argparse.ArgumentTypeError(
            f"{value!r} is not a date like 2017, 2017-05 or 2017-05-14"
        )
    return value


def _port(value: str) -> int:
    if not value.isdigit() or not 0 < int(value) < 65536:
        raise argparse.ArgumentTypeError(f"{value!r} is not a port, a number from 1 to 65535")
    return int(value)


def _positive(value: str) -> int:
    if not value.isdigit() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a positive number")
    return int(value)


def _settings(options: argparse.Namespace) -> Settings:
    """Return the environment's settings with what the command line says in their place."""
    given = {
        name: value
        for name in ("corpus", "index", "host", "port", "auth")
        if (value := getattr(options, name, None)) is not None
    }
    return replace(Settings.from_env(), **given)


if __name__ == "__main__":
    sys.exit(main())
