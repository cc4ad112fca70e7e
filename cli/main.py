"""The command line: a thin face of the engine."""

from __future__ import annotations

import argparse
import logging
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from cli import ask as asking
from cli import commands
from cli.commands import FAILED
from corpus.errors import CitedQAError
from language.languages import LANGUAGES
from qa.settings import Settings


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
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[..., int], help_text: str) -> argparse.ArgumentParser:
        made = subparsers.add_parser(name, help=help_text, description=help_text)
        made.add_argument("--index", type=Path, metavar="DIR", help="where the index is kept")
        made.set_defaults(run=run)
        return made

    one = command("build", commands.build, "Bring the index up to the documents.")
    one.add_argument("--corpus", type=Path, metavar="DIR", help="the folder of documents")
    one.add_argument("--watch", action="store_true", help="go on, and build at every change")
    one.add_argument(
        "--purge", action="store_true", help="remove old generations and cached vectors too"
    )
    one.add_argument("--json", action="store_true", help="print the report as JSON")

    command("rollback", commands.roll_back, "Go back to the index before the last build.")

    one = command("ask", asking.ask, "Answer a question, or every question of a file.")
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
    one.add_argument("--after", metavar="QUESTION", help="the question that this one follows up")
    one.add_argument("--explain", action="store_true", help="show what each stage found, and why")
    one.add_argument("--json", action="store_true", help="print answer objects, one a line")

    one = command(
        "evaluate", asking.evaluate_sets, "Measure answers on question sets (SQuAD JSON)."
    )
    one.add_argument("files", nargs="+", type=Path, metavar="FILE")
    one.add_argument(
        "--across", type=Path, metavar="FILE",
        help="ask of this set's paragraphs: the same set in another language",
    )  # fmt: skip
    one.add_argument("--questions", type=_positive, metavar="N", help="ask only so many of a set")
    one.add_argument("--json", action="store_true", help="print the measures as JSON, a set a line")

    one = command("verify", commands.verify_index, "Replay every passage against the documents.")
    one.add_argument("--json", action="store_true")

    one = command("inspect", commands.inspect_file, "Show what the program sees in a file.")
    one.add_argument("file", type=Path, metavar="FILE")
    one.add_argument("--json", action="store_true")

    one = command("status", commands.show_status, "Say what the index holds and what has changed.")
    one.add_argument("--json", action="store_true")

    one = command("serve", commands.serve, "Open the chat page.")
    one.add_argument("--corpus", type=Path, metavar="DIR", help="the folder of documents")
    one.add_argument("--host", help="address to listen on (default 127.0.0.1)")
    one.add_argument("--port", type=_positive, help="port to listen on (default 7860)")
    one.add_argument("--watch", action="store_true", help="rebuild when documents change")

    one.add_argument("--auth", type=Path, metavar="FILE", help="who may sign in; see `password`")

    one = command("password", commands.make_password, "Make a user's line for `serve --auth FILE`.")
    one.add_argument("name", metavar="NAME")

    one = command("export-model", commands.export_model, "Write the embedding model as a folder.")
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
        for name in ("corpus", "index", "host", "port", "auth")
        if (value := getattr(options, name, None)) is not None
    }
    return replace(Settings.from_env(), **given)


if __name__ == "__main__":
    sys.exit(main())
