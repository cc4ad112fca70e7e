"""Items as people would type them, and as documents would mislead: made of those of the sets."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace

from language.sentences import sentence_spans
from language.tags import family
from training.cases import of_another
from training.items import Item
from training.naming import names, of_another_name
from training.translating import Translator

ASKING = {
    "en": re.compile(
        r"\b(?:what|which|who|whom|whose|when|where|why|how|many|much|is|are|was|were|did|does|do|"
        r"the|an?|of|in|on|at|to|for|by|with|from|that|it|its|be|been|has|have|had|kind|type)\b|\?",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:qu(?:e|el|elle|els|elles|i|oi|and)|où|comment|combien|pourquoi|est|sont|était|a|ont|"
        r"l[ea]s?|d[eu]s?|un|une|à|au|aux|en|dans|par|pour|sur|il|elle|ce|se)\b|qu'|d'|l'|-t-|-|\?",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        "什么|什麼|哪[一个個些裡里儿兒年位种種座家]+|谁|誰|何[时時处處]|为何|為何|多少|如何|怎么|怎麼|"
        "是|的|在|了|被|由|于|於|有|吗|嗎|呢|？|\\?"
    ),
}


def keywords(item: Item) -> Item | None:
    """Return *item* asked in keywords, as people ask a search engine."""
    tag = family(item.asked_in)
    if tag not in ASKING:
        return None
    words = " ".join(ASKING[tag].sub(" ", item.question).split())
    return replace(item, question=words.lower()) if len(words) > 3 else None


def of_other_names(items: Sequence[Item], chance: random.Random) -> list[Item]:
    """Return *items* asked of another name, number or ordinal, which their passage does not answer."""
    known: dict[str, list[str]] = {}
    for item in items:
        known.setdefault(item.asked_in, []).extend(names(item.question, item.asked_in))
    made = []
    for item in items:
        others = known[item.asked_in]
        question = of_another_name(item.question, item.asked_in, item.passage, others, chance)
        question = of_another(item.question) if question == item.question else question
        if question != item.question:
            made.append(replace(item, question=question, span=None, more=(), exact=True))
    return made


def under_heading(item: Item, chance: random.Random) -> Item:
    """Return *item* with its passage under a heading: its article's title, or the question itself."""
    asks = chance.random() < 0.5
    heading = f"{item.question if asks else item.article.replace('_', ' ')}\n"
    moved = len(heading)
    spans = [(a + moved, b + moved) for a, b in (*filter(None, [item.span]), *item.more)]
    return replace(
        item, passage=heading + item.passage,
        span=spans[0] if spans else None, more=tuple(spans[1:]),
    )  # fmt: skip


def asked_in_english(items: Sequence[Item], translator: Translator) -> list[Item]:
    """Return Chinese *items* with their questions in English."""
    questions = translator.english([one.question for one in items])
    return [
        replace(item, question=question, asked_in="en")
        for item, question in zip(items, questions, strict=True)
    ]


def read_in_english(items: Sequence[Item], translator: Translator) -> list[Item]:
    """Return Chinese *items* with their passages in English, sentence by sentence.

    Where the answer stands in its sentence is not known then.
    """
    passages = {one.passage: one.language for one in items}
    cut = {text: list(sentence_spans(text, tag)) for text, tag in passages.items()}
    sentences = [text[a:b] for text, spans in cut.items() for a, b in spans]
    english = iter(translator.english(sentences))
    lines = {text: [next(english) for _ in spans] for text, spans in cut.items()}
    made = (_read_in(item, cut[item.passage], lines[item.passage]) for item in items)
    return [item for item in made if item.passage.strip()]


def _read_in(item: Item, spans: Sequence[tuple[int, int]], lines: Sequence[str]) -> Item:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    passage = " ".join(lines)
    if item.span is None:
        return replace(item, passage=passage, language="en")
    held = [n for n, (a, b) in enumerate(spans) if a < item.span[1] and item.span[0] < b]
    span = (starts[held[0]], starts[held[-1]] + len(lines[held[-1]])) if held else None
    return replace(item, passage=passage, language="en", span=span, exact=False)
