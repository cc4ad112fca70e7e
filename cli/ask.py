"""The commands that ask: one question, a file of them, or a set whose answers are known."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli.commands import DONE, FAILED
from cli.console import complain, progress_bar
from corpus.errors import CitedQAError
from language.languages import LANGUAGES
from qa.filtering import among
from qa.settings import Settings

if TYPE_CHECKING:
    from qa.answers import Answer


def ask(options: argparse.Namespace, settings: Settings) -> int:
    """Answer one question or a file of them."""
    from qa.service import Service
    from qa.understanding import QuestionError

    if (options.question is None) == (options.file is None):
        raise CitedQAError("question_or_file")
    service = Service(settings)
    engine = service.engine()
    if service.notice:
        complain(service.notice, options.speaks)
    asked_of = options.paths, options.languages, options.since, options.until
    wanted = among(service.generation.documents(), *asked_of)
    asked = _questions(options.file) if options.file else [(options.question, None)]
    done = DONE
    for question, language in asked:
        try:
            answer = engine.ask(
                question,
                language=language or options.lang,
                top_k=options.top_k,
                among=wanted,
                before=options.after,
            )
        except QuestionError as error:
            if not options.file:
                raise
            _refused(question, error, options)
            done = FAILED
        else:
            _show(answer, explain=options.explain, as_json=options.json)
    return done


def _refused(question: str, error: CitedQAError, options: argparse.Namespace) -> None:
    """Say why a question of a file has no answer; those after it are asked all the same."""
    complain(error, options.speaks)
    if options.json:
        nothing: dict[str, Any] = {"declined": True, "answer": None, "citations": []}
        told = {"question": question, **nothing, "error": error.told(options.speaks)}
        print(json.dumps(told, ensure_ascii=False), flush=True)


def _show(answer: Answer, *, explain: bool, as_json: bool) -> None:
    from cli.terminal import explained, shown

    answers = [part.answer for part in answer.parts] or [answer]
    whys = [each.explanation for each in answers if explain and each.explanation]
    if as_json:
        told = [why.as_json() for why in whys]
        more: dict[str, Any] = {"explanation": told if answer.parts else told[0]} if told else {}
        print(json.dumps({**answer.as_json(), **more}, ensure_ascii=False), flush=True)
        return
    width = shutil.get_terminal_size().columns
    print(shown(answer, width))
    for why in whys:
        print(explained(why, answer.language, width))


def _questions(file: Path) -> Iterator[tuple[str, str | None]]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CitedQAError("questions_unread", file=file, error=str(error)) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            content = json.loads(line)
            question, language = str(content["question"]), content.get("lang")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise CitedQAError("questions_line", file=file, line=number) from error
        if language not in (None, "auto", *LANGUAGES):
            where = {"file": file, "line": number, "language": str(language)}
            raise CitedQAError("questions_language", spoken=", ".join(LANGUAGES), **where)
        yield question, language


def evaluate_sets(options: argparse.Namespace, settings: Settings) -> int:
    """Measure the program on question sets; each is indexed in a temporary place."""
    from qa.evaluation.evaluate import evaluate, table
    from qa.evaluation.question_sets import read_set
    from qa.service import embedder_of, ranker_of

    embedder = embedder_of(settings)
    ranker = ranker_of(settings, embedder)
    reports: list[dict[str, Any]] = []
    across = read_set(options.across) if options.across else None
    for questions in [read_set(file) for file in options.files]:
        with progress_bar(options.speaks, quiet=options.json) as progress:

            def told(done: int, total: int, show: Any = progress) -> None:  # noqa: ANN401
                show("asking", done, total)

            report = evaluate(
                questions, across or questions, ranker, embedder, told, options.questions
            )
        reports.append(report)
        if options.json:
            print(json.dumps(report, ensure_ascii=False), flush=True)
    if not options.json:
        print(table(reports))
    return DONE
