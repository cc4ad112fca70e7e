"""Of two things that a question chooses between: the value of each, and which is the larger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from language.phrases import phrase
from language.tags import family
from language.values.value import Date, Quantity, Unit
from qa.answers import Answer, Citation, Part
from qa.naming import lacking
from qa.policy import stated

SURE = 0.6  # nothing is said of values that are less sure
Size = tuple[Decimal, Unit | None]  # without a unit: a year


def each_its_own(parts: Sequence[Part]) -> list[Part]:
    """Return *parts* without evidence that is the other's: one sentence is of one of two things.

    What two parts quote alike is kept by the one that it names; without that by neither.
    """
    first = [part.answer.citations[0] if part.answer.citations else None for part in parts]
    if len(parts) != 2 or first[0] is None or first[1] is None:
        return list(parts)
    if not _one_place(first[0], first[1]):
        return list(parts)
    named = [_names(part, first[0]) for part in parts]
    return [part if name and not all(named) else _without(part, first[0], all(named))
            for part, name in zip(parts, named, strict=True)]  # fmt: skip


def which_is_larger(parts: Sequence[Part], speaks: str) -> str | None:
    """Return which of two quoted values is the larger, as the program says it.

    None where they are not both certain, or are not numbers of one unit, or two years.

    Args:
        parts: With the answer to the same question of each thing.
        speaks: The user's language, BCP 47.
    """
    if len({_column(part.answer) for part in parts}) > 1:
        return None  # a bare number of one table is no measure of another's
    sizes = [_size(part.answer) for part in parts]
    if len(sizes) != 2 or sizes[0] is None or sizes[1] is None or sizes[0][1] != sizes[1][1]:
        return None
    dated = sizes[0][1] is None
    if sizes[0][0] == sizes[1][0]:
        return phrase("same_of_two", speaks)
    first = (sizes[0][0] < sizes[1][0]) if dated else (sizes[0][0] > sizes[1][0])
    name = "earlier_of_two" if dated else "larger_of_two"
    return phrase(name, speaks, thing=parts[0 if first else 1].label)


def _size(answer: Answer) -> Size | None:
    if answer.kind != "quote" or answer.conflict or answer.confidence < SURE:
        return None
    value = stated(answer.citations[0])
    if isinstance(value, Quantity):
        return value.number, value.unit
    if isinstance(value, Date) and value.year is not None:
        return Decimal(value.year), None
    return None


def _column(answer: Answer) -> tuple[str, str | None] | None:
    """Return in which column of which document an answer stands; None outside tables."""
    first = answer.citations[0] if answer.citations else None
    return (first.document, first.table.column) if first and first.table else None


def _one_place(ours: Citation, theirs: Citation) -> bool:
    return (ours.document, ours.start, ours.end) == (theirs.document, theirs.start, theirs.end)


def _names(part: Part, quote: Citation) -> bool:
    language = part.answer.language
    same = family(language) == family(quote.language)
    return not lacking(part.label, language, quote.text, quote.language) and (
        not same or part.label.casefold().split()[-1] in quote.text.casefold()
    )


def _without(part: Part, quote: Citation, shared: bool) -> Part:
    """Return *part* without an answer, where the *quote* is not of it, nor *shared*."""
    if shared:
        return part
    answer = part.answer
    declined = replace(
        answer, kind="declined", answer=None, said=None, citations=(), values=(), nearest=(quote,)
    )
    return replace(part, answer=declined)
