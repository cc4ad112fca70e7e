"""The commands that find words for certain: is this a quote, and where is this named."""

from __future__ import annotations

import argparse
import json
import shutil
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from cli.commands import DONE
from cli.console import complain
from corpus.errors import CitedQAError
from language.phrases import language_name, phrase, place_name
from qa.settings import Settings

if TYPE_CHECKING:
    from index.passage_index import Filter
    from qa.quotes.verdict import Match
    from qa.standing import Standing, Texts


def check_quote(options: argparse.Namespace, settings: Settings) -> int:
    """Say whether a quote stands in the documents."""
    from qa.quotes.verify import verify_quote
    from qa.service import Service

    service = Service(settings)
    among = _among(service.generation, [options.document] if options.document else [])
    if service.notice:
        complain(service.notice, options.speaks)
    verdict = verify_quote(service.generation, options.quote, among)
    if options.json:
        print(json.dumps(verdict.as_json(), ensure_ascii=False))
        return DONE
    print(phrase(f"quote_{verdict.status}", options.speaks))
    for number, match in enumerate((*verdict.matches, *verdict.near), start=1):
        print("\n".join(_match(number, match, options.speaks)))
    if verdict.more:
        print(phrase("quote_more", options.speaks))
    return DONE


def _among(
    texts: Texts, paths: list[str], languages: Sequence[str] = (), since: str = "", until: str = ""
) -> Filter:
    """Return the filter that is asked for; a path that is not held is an error."""
    from index.passage_index import Filter
    from qa.standing import in_paths

    for path in paths:
        if not any(in_paths(one.path, Filter((path.strip("/"),))) for one in texts.documents()):
            raise CitedQAError("not_held", path=path)
    return Filter(tuple(path.strip("/") for path in paths), tuple(languages), since, until)


def _match(number: int, match: Match, speaks: str) -> list[str]:
    width = shutil.get_terminal_size().columns
    lines = ["", phrase("quote_near", speaks)] if match.status == "near" else []
    lines += textwrap.wrap(
        match.place.quote, width, initial_indent=f"[{number}] ", subsequent_indent="    "
    )
    lines.append(f"    {where(match.place, speaks)}")
    for piece in match.difference:
        if not piece.same:
            sides = {
                side: getattr(piece, side) or f"({phrase('left_out', speaks)})"
                for side in ("quote", "document")
            }
            lines.append(f"    {phrase('quote_instead', speaks, **sides)}")
    return lines


def where(place: Standing, speaks: str) -> str:
    """Return where a stretch stands, on one line."""
    known = [
        place.title,
        f"{place.document}:{place.start}-{place.end}",
        place_name(place.part, speaks) if place.part else "",
        place.date or "",
        language_name(place.language, speaks),
    ]
    return " · ".join(filter(None, known))
