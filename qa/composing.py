"""One answer of several: to each part of a question its own."""

from __future__ import annotations

from collections.abc import Sequence

from qa.answers import Answer, Part


def together(
    question: str, understood: str, language: str, parts: Sequence[Part], seconds: float
) -> Answer:
    """Return the answer to *question*, which asks all *parts*; a decline where all decline.

    It is as sure as the least sure of the parts that have an answer; it cites the first quote of
    each, so that who looks at the citations only sees what answers.

    Args:
        question: As it was asked.
        understood: As it was understood.
        language: What the program speaks.
        parts: In the order in which they were asked; at least one.
        seconds: That it all took.
    """
    answers = [part.answer for part in parts]
    told = [answer for answer in answers if not answer.declined]
    likely = [answer.confidence for answer in told]
    nearest = [cited for answer in answers for cited in answer.nearest[:1]]
    return Answer(
        question=question,
        understood=understood,
        language=language,
        kind="parts" if told else "declined",
        confidence=min(likely) if told else max(answer.confidence for answer in answers),
        answer="\n".join(answer.answer or "" for answer in told) or None,
        said=None,
        citations=tuple(answer.citations[0] for answer in told),
        nearest=() if told else tuple(dict.fromkeys(nearest)),
        generation=answers[0].generation,
        seconds=round(seconds, 3),
        parts=tuple(parts) if told else (),
    )
