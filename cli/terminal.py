"""An answer as lines of plain text."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from language.phrases import language_name, likely, phrase
from qa.answers import Answer, Citation, Explanation, Part
from qa.presentation import UNSEEN, Presentation, flat, places, presented, said_when

if TYPE_CHECKING:
    from corpus.inspection import Inspection


def shown(answer: Answer, width: int = 80, first: int = 1) -> str:
    """Return *answer* for a terminal of *width* columns, its quotes numbered from *first* on.

    What documents say stands behind a number or is indented, on lines of its own, and without what
    a terminal would obey.
    """
    view, speaks = presented(answer), answer.language
    lines = _above(view, width)
    for part in view.parts:
        lines += [*_heading(part, width), shown(part.answer, width, first), ""]
        first += len(part.answer.citations)
    dates = [f"{said_when(event, speaks)} — " for event in view.events]
    for number, citation in enumerate(() if view.parts else view.sources, start=first):
        date = dates[number - first] if dates else ""
        lines += _citation(number, citation, speaks, width, date)
    lines += _values(view)
    if view.confidence is not None and not view.parts:
        lines.append(f"{phrase('confidence', speaks)}: {likely(view.confidence, speaks)}")
    return UNSEEN.sub("", "\n".join(lines)).rstrip("\n")


def _values(view: Presentation) -> list[str]:
    """Return who says what, where sources differ: a line for each source."""
    lines = [
        " · ".join(
            filter(
                None,
                (
                    flat(valued.value),
                    flat(each.title),
                    f"{flat(each.document)}:{each.start}-{each.end}",
                    language_name(each.language, view.language),
                    each.date,
                ),
            )
        )
        for valued in view.values
        for each in valued.citations
    ]
    return [*(f"– {line}" for line in lines), ""] if lines else []


def _above(view: Presentation, width: int) -> list[str]:
    """Return what stands above the quotes: what was understood, is noted and said."""
    speaks = view.language
    lines: list[str] = []
    if view.understood:
        lines += [phrase("understood", speaks, question=view.understood), ""]
    if view.converted:
        lines += [f"{view.converted}  ({phrase('converted', speaks)})", ""]
    for note in (*view.notes, *([view.heading] if view.heading else [])):
        lines += [phrase(note, speaks), ""]
    if view.counted:
        told, count = view.counted
        lines += [phrase("list_counted", speaks, announced=told, count=count), ""]
    if view.reply:
        lines += [*(_wrapped(line, width) for line in view.reply.split("\n")), ""]
    return lines


def _heading(part: Part, width: int) -> list[str]:
    """Return what a part asks, under the name of what is compared."""
    asked = textwrap.fill(part.answer.question, width, initial_indent="– ", subsequent_indent="  ")
    return [part.label, asked, ""] if part.label else [asked, ""]


def _wrapped(line: str, width: int) -> str:
    return textwrap.fill(line, width, subsequent_indent="  " if line[:1] in "–0123456789" else "")


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
            "  {start}-{end}  {language}  {date}  {title}".format(**record)
            for record in report.records
        ),
        "",
        "repairs",
    ]
    for name, count in report.repairs.items():
        lines.append(f"  {count:>6} {name.replace('_', ' ')}")
        lines += [f"           {example}" for example in report.examples.get(name, [])]
    lines += ["", f"{len(report.passages)} passages"]
    for number, passage in enumerate(report.passages, start=1):
        place = filter(
            None, [f"{passage['start']}-{passage['end']}", passage["part"], passage["language"]]
        )
        lines += ["", f"  [{number}] {' · '.join(place)}"]
        for line in passage["text"].split("\n"):
            lines += textwrap.wrap(line, width, initial_indent="    ", subsequent_indent="    ")
    return "\n".join(lines)


def _citation(
    number: int, citation: Citation, speaks: str, width: int, date: str = ""
) -> list[str]:
    quote = textwrap.fill(
        date + (citation.own_script or citation.text),
        width,
        initial_indent=f"[{number}] ",
        subsequent_indent="    ",
    )
    place = [
        flat(citation.title),
        f"{flat(citation.document)}:{citation.start}-{citation.end}",
        *map(flat, places(citation, speaks)),
        citation.date or "",
        language_name(citation.language, speaks),
    ]
    also = [
        f"    {phrase('also_in', speaks)} {flat(p.document)}:{p.start}-{p.end}"
        for p in citation.also_in
    ]
    if citation.recognised is not None:
        place.append(phrase("recognised", speaks))
    if citation.own_script:
        place.append(phrase("own_script", speaks))
    return [quote, "    " + " · ".join(filter(None, place)), *also, ""]


def explained(why: Explanation, speaks: str, width: int = 80) -> str:
    """Return what the stages found for a terminal of *width* columns."""
    content = why.as_json()
    taken = " · ".join(f"{stage} {ms * 1e3:.0f} ms" for stage, ms in content["seconds"].items())
    lines = [
        "",
        phrase(why.verdict.value, speaks),
        f"threshold {why.limits.answer:.0%} · possible {why.limits.possible:.0%} · {taken}",
        "",
        "passages",
    ]
    lines += [
        "  {log odds:>7.2f}  cosine {cosine:.2f}  words {words:.2f}"
        "  {document} #{passage} {language}".format(**passage)
        for passage in content["passages"]
    ]
    lines += ["", "sentences"]
    for candidate in content["candidates"]:
        features = " ".join(f"{name} {value:g}" for name, value in candidate["features"].items())
        head = f"  {candidate['probability']:>7.0%}  "
        text = f"{candidate['text']} · {candidate['document']} #{candidate['passage']} · {features}"
        lines += textwrap.wrap(text, width, initial_indent=head, subsequent_indent=" " * 11)
    return UNSEEN.sub("", "\n".join(lines))
