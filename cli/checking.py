"""The command that checks a draft against the documents."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from cli.commands import DONE
from cli.console import complain
from cli.finding import where
from corpus.errors import CitedQAError
from language.phrases import listing, phrase, quoted
from qa.filtering import among
from qa.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qa.checks.comparing import Difference
    from qa.checks.report import Checked, Quotation, Report, Source


def check(options: argparse.Namespace, settings: Settings) -> int:
    """Say of each sentence of a draft what the documents do."""
    from qa.checks.table import as_csv
    from qa.service import Service

    draft = _draft(options.file)
    service = Service(settings)
    wanted = among(service.generation.documents(), options.paths)
    if service.notice:
        complain(service.notice, options.speaks)
    report = service.check(draft, wanted)
    if options.json:
        print(json.dumps(report.as_json(), ensure_ascii=False))
    elif options.csv:
        print(as_csv(report), end="")
    else:
        print("\n".join(_told(report, options.speaks)))
    return DONE


def _draft(file: str) -> str:
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return content.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CitedQAError("draft_unread", file=file, error=str(error)) from error


def _told(report: Report, speaks: str) -> list[str]:
    lines = [phrase("check_counts", speaks, **report.counts)]
    for number, checked in enumerate(report.sentences, start=1):
        lines += ["", *_wrapped(f"[{number}] ", checked.text)]
        lines += [f"    {line}" for line in _lines(checked, speaks)]
    return lines


def _lines(checked: Checked, speaks: str) -> list[str]:
    lines = [phrase(checked.told, speaks)]
    lines += _differing(checked.differences, speaks)
    if checked.source:
        lines += _source(checked.source, speaks)
    if checked.unmatched:
        lines.append(phrase("check_unmatched", speaks, words=listing(checked.unmatched, speaks)))
    for other in checked.contrary:
        lines += [phrase("check_contrary", speaks), *_differing(other.differences, speaks)]
        lines += _source(other.source, speaks)
    if checked.nearest:
        lines += [phrase("check_nearest", speaks), *_source(checked.nearest, speaks)]
    for quotation in checked.quotations:
        lines += _quotation(quotation, speaks)
    return lines


def _differing(differences: Sequence[Difference], speaks: str) -> list[str]:
    nothing = f"({phrase('left_out', speaks)})"
    pairs = ((each.draft or nothing, each.source or nothing) for each in differences)
    return [phrase("quote_instead", speaks, quote=ours, document=theirs) for ours, theirs in pairs]


def _source(source: Source, speaks: str) -> list[str]:
    caution = [phrase("check_instructs", speaks)] if source.instructs else []
    lines = [*caution, *_wrapped("  > ", source.text), f"    {where(source.place, speaks)}"]
    also = (f"{each.document}:{each.start}-{each.end}" for each in source.also_in)
    return [*lines, *(f"    {phrase('also_in', speaks)} {place}" for place in also)]


def _quotation(quotation: Quotation, speaks: str) -> list[str]:
    lines = _wrapped(
        "", f"{phrase('check_quotation', speaks)} {quoted(quotation.text, speaks, 200)}"
    )
    lines.append(phrase(f"quote_{quotation.status}", speaks))
    if quotation.match is None:
        return lines
    place = quotation.match.place
    return [*lines, *_wrapped("  > ", place.quote), f"    {where(place, speaks)}"]


def _wrapped(mark: str, text: str) -> list[str]:
    width = max(shutil.get_terminal_size().columns - 4, 20)
    return textwrap.wrap(text, width, initial_indent=mark, subsequent_indent=" " * len(mark))
