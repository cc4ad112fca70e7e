"""What the program says where it is greeted, thanked, or asked what it can do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.passage_index import Outline
from language.phrases import listing as several
from language.phrases import phrase, quoted
from language.talk_rules import Act
from qa.places.mentions import Mentions
from qa.talk import documents
from qa.talk.examples import Examples

GIVEN = 3  # examples
# What opens a reply; whoever says goodbye or thanks is told no more.
OPENING = {
    Act.GREETING: "talk_greeting",
    Act.THANKS: "talk_thanks",
    Act.FAREWELL: "talk_farewell",
    Act.NODDING: "talk_nodding",
    Act.WHO: "talk_who",
    Act.HELP: "talk_help",
    Act.DISAGREE: "talk_disagree",
}
SHORT = (Act.THANKS, Act.FAREWELL, Act.NODDING, Act.DISAGREE)


def reply(act: Act, outlines: Sequence[Outline], examples: Examples, language: str) -> str:
    """Return what is said to *act* in *language*: lines, of which examples begin with a dash.

    Args:
        act: What somebody does; one of :data:`OPENING`.
        outlines: The documents that are asked.
        examples: Questions that they answer.
        language: BCP 47.
    """
    told = [phrase(OPENING[act], language)]
    holds = phrase("talk_none", language)
    if outlines:
        facts = documents.about(outlines, language)
        holds = phrase("talk_holds", language, count=len(outlines), about=facts)
    if act in SHORT:
        return "\n".join([*told, holds])
    told += [phrase("talk_does", language), holds]
    questions = examples.at_once(language, GIVEN, outlines) if outlines else []
    if questions:
        told += [phrase("suggestions", language), *(f"– {question}" for question in questions)]
    return "\n".join(told)


def listed(outlines: Sequence[Outline], topic: str, language: str) -> str:
    """Return the list of documents, or of those that speak of *topic*, where there is one."""
    shown = quoted(topic, language)
    if topic and not outlines:
        return phrase("listed_none", language, topic=shown)
    if not outlines:
        return phrase("talk_none", language)
    key = "listed_about" if topic else "listed"
    values = {"topic": shown} if topic else {}
    head = phrase(key, language, count=len(outlines), **values)
    return "\n".join([head, *documents.lines(outlines, language)])


def counted(listing: Mentions, cited: int, language: str) -> str:
    """Return how many places name what was asked for, of which *cited* sentences are shown."""
    by_name = Counter(each.name for each in listing.places)
    alone = len(listing.names) == 1
    forms = [quoted(each.name, language) for each in listing.names]
    if not alone:
        by_form = (by_name[each.name] for each in listing.names)
        forms = [
            phrase("described", language, name=name, about=count)
            for name, count in zip(forms, by_form, strict=True)
        ]
    names = several(forms, language)
    places = len(listing.places)
    counts = {"places": places, "documents": len(listing.by_document), "copies": listing.copies}
    looked = {"passages": listing.passages, "all": listing.all_passages}
    lines = [
        phrase("mentions_names", language, names=names),
        phrase("mentions_count", language, **counts),
        phrase("mentions_looked", language, **looked),
    ]
    if not places:
        lines.append(phrase("mentions_none", language))
    elif places > cited:
        lines.append(phrase("mentions_first", language, places=places))
    return "\n".join(lines)
