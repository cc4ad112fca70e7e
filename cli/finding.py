"""The commands that find words for certain: is this a quote, and where is this named."""

from __future__ import annotations

import argparse
import json
import shutil
import textwrap
from typing import TYPE_CHECKING

from cli.commands import DONE
from cli.console import complain
from language.phrases import language_name, phrase, place_name
from language.phrases import listing as several
from qa.filtering import among
from qa.settings import Settings

if TYPE_CHECKING:
    from qa.places.mentions import Mentions
    from qa.quotes.verdict import LeftOut, Match
    from qa.standing import Standing

SHOWN = 240  # characters of what a quote leaves out


def check_quote(options: argparse.Namespace, settings: Settings) -> int:
    """Say whether a quote stands in the documents."""
    from qa.quotes.verify import verify_quote
    from qa.service import Service

    service = Service(settings)
    paths = [options.document] if options.document else []
    wanted = among(service.generation.documents(), paths)
    if service.notice:
        complain(service.notice, options.speaks)
    verdict = verify_quote(service.generation, options.quote, wanted)
    if options.json:
        print(json.dumps(verdict.as_json(), ensure_ascii=False))
        return DONE
    print(phrase(verdict.told, options.speaks))
    for number, match in enumerate((*verdict.matches, *verdict.near), start=1):
        print("\n".join(_match(number, match, options.speaks)))
    if verdict.more:
        print(phrase("quote_more", options.speaks))
    return DONE


def every_mention(options: argparse.Namespace, settings: Settings) -> int:
    """Show every place that names a thing."""
    from qa.places.naming import mentions
    from qa.places.table import as_csv
    from qa.service import Service

    service = Service(settings)
    asked_of = options.paths, options.languages, options.since, options.until
    wanted = among(service.generation.documents(), *asked_of)
    if service.notice:
        complain(service.notice, options.speaks)
    listing = mentions(service.generation, options.name, wanted)
    if options.json:
        print(json.dumps(listing.as_json(), ensure_ascii=False))
    elif options.csv:
        print(as_csv(listing), end="")
    else:
        print("\n".join(_listed(listing, options.speaks)))
    return DONE


def _listed(listing: Mentions, speaks: str) -> list[str]:
    names = several([each.name for each in listing.names], speaks)
    counts = {"places": len(listing.places), "copies": listing.copies}
    lines = [
        phrase("mentions_names", speaks, names=names),
        phrase("mentions_count", speaks, documents=len(listing.by_document), **counts),
        phrase("mentions_looked", speaks, passages=listing.passages, all=listing.all_passages),
    ]
    width = shutil.get_terminal_size().columns
    for number, mention in enumerate(listing.places, start=1):
        lines += ["", *_wrapped(number, mention.sentence, width)]
        lines.append(f"    {where(mention.place, speaks)}")
        lines += [
            f"    {phrase('also_in', speaks)} {each.document}:{each.start}-{each.end}"
            for each in mention.also_in
        ]
    return lines


def _wrapped(number: int, text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=f"[{number}] ", subsequent_indent="    ")


def _match(number: int, match: Match, speaks: str) -> list[str]:
    width = shutil.get_terminal_size().columns
    lines = ["", phrase("quote_near", speaks)] if match.status == "near" else []
    lines += _wrapped(number, match.place.quote, width)
    lines.append(f"    {where(match.place, speaks)}")
    for each in match.left_out:
        lines.append(f"    {left_out(each, speaks)}")
    for piece in match.difference:
        if piece.marks:
            lines.append(f"    {phrase('quote_marks', speaks)}")
        elif not piece.same:
            sides = {
                side: getattr(piece, side) or f"({phrase('left_out', speaks)})"
                for side in ("quote", "document")
            }
            lines.append(f"    {phrase('quote_instead', speaks, **sides)}")
    return lines


def left_out(between: LeftOut, speaks: str) -> str:
    """Return what stands between two pieces of a quote, on one line."""
    text = " ".join(between.quote.split())
    shown = text if len(text) <= SHOWN else f"{text[: SHOWN // 2]} […] {text[-SHOWN // 2 :]}"
    told = phrase("quote_left_out", speaks, characters=between.end - between.start)
    return f"{told} {shown}"


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
