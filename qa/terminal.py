"""An answer as lines of plain text."""

from __future__ import annotations

import textwrap

from corpus.tags import family
from qa.answers import Answer, Citation
from qa.inspection import Inspection
from qa.phrases import language_name, phrase, place_name


def shown(answer: Answer, width: int = 80) -> str:
    """Return *answer* for a terminal of *width* columns."""
    speaks = answer.language
    lines: list[str] = []
    if answer.declined:
        lines += [phrase("declined", speaks), "", phrase("nearest", speaks) + ":"]
    elif family(answer.citations[0].language) != family(speaks):
        lines += [phrase("other language", speaks), ""]
    for number, citation in enumerate(answer.citations or answer.nearest, start=1):
        lines += _citation(number, citation, speaks, width)
    if not answer.declined:
        lines.append(f"{phrase('confidence', speaks)}: {answer.confidence:.0%}")
    return "\n".join(lines)


def inspected(report: Inspection, width: int = 80) -> str:
    """Return what was found in a file for a terminal of *width* columns."""
    parts = [f"{count} {kind}s" for kind, count in report.parts.items()]
    lines = [
        report.title,
        " · ".join([report.path, report.language, f"{report.characters} characters", *parts]),
        *(f"note: {note}" for note in report.notes),
        "",
        f"{len(report.records)} records",
        *(
            f"  {one['start']}-{one['end']}  {one['language']}  {one['date']}  {one['title']}"
            for one in report.records
        ),
        "",
        "repairs",
    ]
    for name, count in report.repairs.items():
        lines.append(f"  {count:>6} {name.replace('_', ' ')}")
        lines += [f"           {example}" for example in report.examples.get(name, [])]
    lines += ["", f"{len(report.passages)} passages"]
    for number, one in enumerate(report.passages, start=1):
        place = filter(None, [f"{one['start']}-{one['end']}", one["part"], one["language"]])
        lines += ["", f"  [{number}] {' · '.join(place)}"]
        for line in one["text"].split("\n"):
            lines += textwrap.wrap(line, width, initial_indent="    ", subsequent_indent="    ")
    return "\n".join(lines)


def _citation(number: int, citation: Citation, speaks: str, width: int) -> list[str]:
    quote = textwrap.fill(
        citation.text, width, initial_indent=f"[{number}] ", subsequent_indent="    "
    )
    place = [
        citation.title,
        f"{citation.document}:{citation.start}-{citation.end}",
        place_name(citation.part, speaks),
        citation.date or "",
        language_name(citation.language, speaks),
    ]
    also = [
        f"    {phrase('also in', speaks)} {p.document}:{p.start}-{p.end}" for p in citation.also_in
    ]
    return [quote, "    " + " · ".join(filter(None, place)), *also, ""]
