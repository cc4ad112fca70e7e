"""An answer as lines of plain text."""

from __future__ import annotations

import textwrap

from corpus.tags import family
from qa.answers import Answer, Citation
from qa.phrases import language_name, phrase


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


def _citation(number: int, citation: Citation, speaks: str, width: int) -> list[str]:
    quote = textwrap.fill(
        citation.text, width, initial_indent=f"[{number}] ", subsequent_indent="    "
    )
    place = (
        f"    {citation.title} · {citation.document}:{citation.start}-{citation.end}"
        f" · {language_name(citation.language, speaks)}"
    )
    also = [
        f"    {phrase('also in', speaks)} {p.document}:{p.start}-{p.end}" for p in citation.also_in
    ]
    return [quote, place, *also, ""]
