"""What the reader learns from: the sets, and what can be made of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from corpus.files import SourceFile
from corpus.loaders.loaded import Loaded
from corpus.passages import reading_view
from index.embedder import Embedder
from language.chinese import in_script
from language.tags import family
from qa.evaluation.measures import holds
from qa.evaluation.question_sets import Paragraph, QuestionSet, SetQuestion
from training.cases import digest
from training.collection import Collection, asked, paragraph_collection
from training.items import PARALLEL, SETS, SHIFTS_NAME, TAGS, Item, held_out, read_items
from training.made import SOURCE as MADE_BY_RULE
from training.made import made_items
from training.misspelling import misspelt
from training.people import people_items
from training.translating import Translator
from training.varied import (
    asked_in_english,
    keywords,
    of_other_names,
    read_in_english,
    under_heading,
)

# Pairs of languages that each parallel question is asked in, beside its own eleven others.
CROSSINGS = (("en", "zh"), ("zh", "en"), ("en", "zh"), ("zh", "en"))
OTHER_CROSSINGS = 6
NEAREST = 6  # passages, by meaning and by words each, that a wrong one is drawn from
# Share of the questions that are also asked of a passage that is wrong; of SQuADShifts, which are
# many, fewer.
ASKED_OF_WRONG, SHIFTS_OF_WRONG = 0.4, 0.15
SHIFTS_LEFT = 4  # one in so many of its articles
MADE = 300  # questions of each rule and language at most
OTHER_NAMES = 3000  # questions that are asked of another name, too
# Shares of the items whose question is in keywords or misspelt, whose passage has a heading.
TYPED, MISSPELT, HEADED = 0.08, 0.04, 0.06
WRAPPED = 0.1  # share of the items that get their passage as PDF text, repaired
COLUMNS = {"zh": 32}
OTHER_COLUMNS = 68


def native_items(data: Path) -> list[Item]:
    """Return the questions of the sets in one language each."""
    return [item for name, tag in SETS.items() for _, item in read_items(data / name, tag)]


def parallel_items(data: Path, chance: random.Random) -> list[Item]:
    """Return XQuAD's questions in each of its languages, and across pairs of them."""
    questions: dict[str, dict[str, Item]] = {}
    for language in PARALLEL:
        for key, item in read_items(data / f"xquad.{language}.json", TAGS.get(language, language)):
            questions.setdefault(key, {})[language] = item
    return [item for twins in questions.values() for item in _twins(twins, chance)]


def _twins(twins: dict[str, Item], chance: random.Random) -> Iterator[Item]:
    yield from twins.values()
    others = [(a, b) for a in twins for b in twins if a != b]
    for a, b in (*CROSSINGS, *chance.sample(others, OTHER_CROSSINGS)):
        if a in twins and b in twins:
            asks = twins[a]
            yield replace(twins[b], question=asks.question, asked_in=asks.asked_in)


def beside_another(items: Sequence[Item], chance: random.Random) -> list[Item]:
    """Return a share of parallel *items* beside another paragraph of their article.

    The retriever would bring their own paragraph in another language.
    """
    paragraphs: dict[tuple[str, str], dict[str, None]] = {}
    for item in items:
        paragraphs.setdefault((item.article, item.language), {})[item.passage] = None
    beside = []
    for item in items:
        others = [text for text in paragraphs[item.article, item.language] if text != item.passage]
        if others and chance.random() < ASKED_OF_WRONG:
            beside.append(without_answer(item, chance.choice(others), item.language))
    return beside


def without_answer(item: Item, passage: str, language: str) -> Item:
    """Return *item* beside a passage that does not answer it."""
    return replace(item, passage=passage, language=language, span=None, more=(), exact=True)


def in_other_script(item: Item) -> Item:
    """Return a Chinese item with its passage in the other script, and its question in either.

    Conversion keeps the number of characters or the item stays as it is.
    """
    tag = "zh-Hant" if item.language == "zh-Hans" else "zh-Hans"
    passage = in_script(item.passage, tag)
    if len(passage) != len(item.passage):
        return item
    return replace(item, passage=passage, language=tag, question=in_script(item.question, tag))


def repaired(item: Item) -> Item:
    """Return the item with its passage hard-wrapped, then repaired as a PDF's text would be.

    What the repair leaves is what the reader will meet.  The item stays as it is where the answer
    does not survive, once.
    """
    width = COLUMNS.get(family(item.language), OTHER_COLUMNS)
    text = _wrapped(item.passage, width)
    view = reading_view(SourceFile("wrapped.txt", "", Loaded(text))).text
    place = view.find(item.answer)
    if not item.exact or item.more or not item.answer or place < 0 or view.count(item.answer) > 1:
        return item
    return replace(item, passage=view, span=(place, place + len(item.answer)))


def _wrapped(text: str, width: int) -> str:
    """Return *text* with a line break every *width* characters, inside words where it comes."""
    lines = [
        line[at : at + width] for line in text.split("\n") for at in range(0, len(line), width)
    ]
    return "\n".join(lines)


def beside_wrong(
    items: Sequence[Item], embedder: Embedder, work: Path, chance: random.Random
) -> list[Item]:
    """Return a share of *items* beside a passage that the retriever takes for theirs.

    Passages of any language, near by meaning or by words, that do not hold the answer.
    """
    paragraphs = list(dict.fromkeys((one.passage, one.language, one.article) for one in items))
    sets = [
        QuestionSet(
            "training",
            tuple(Paragraph(*one) for one in paragraphs),
            tuple(SetQuestion("", one.question, one.asked_in, 0, ()) for one in items),
        )
    ]
    chosen = [one for one in items if one.span and chance.random() < _share(one)]
    collection = paragraph_collection(sets, embedder, work)
    asked(collection, [one.question for one in chosen])
    beside = []
    for item in chosen:
        near = [paragraphs[number] for number in _nearest(collection, item.question)]
        answers = [item.answer] if item.exact else []
        wrong = [
            paragraph for paragraph in near
            if _may_differ(item, paragraph) and not holds(paragraph[0], answers)
        ]  # fmt: skip
        if wrong:
            passage, language, _ = chance.choice(wrong)
            beside.append(without_answer(item, passage, language))
    return beside


def _may_differ(item: Item, paragraph: tuple[str, str, str]) -> bool:
    """Tell whether a paragraph may say another thing than *item*'s: not if it may be its translation."""
    _, language, article = paragraph
    return article != item.article or (item.exact and language == item.language)


def _share(item: Item) -> float:
    return SHIFTS_OF_WRONG if item.source == SHIFTS_NAME else ASKED_OF_WRONG


def _nearest(collection: Collection, question: str) -> list[int]:
    """Return the passages nearest by meaning and by words."""
    wanted = collection.questions[question].query
    by_meaning = np.argpartition(-(collection.dense @ wanted.row), NEAREST)[:NEAREST]
    by_words = collection.lexical.best([(term,) for term in wanted.terms], NEAREST)
    return list(dict.fromkeys([*by_meaning.tolist(), *by_words]))


@dataclass(frozen=True, slots=True)
class Sources:
    """What a mixture is made of."""

    data: Path  # folder of the training sets
    people: Path  # folder of the sets of questions that people asked
    shifts: Sequence[Item]
    translator: Translator


def mixture(sources: Sources, embedder: Embedder, work: Path) -> list[Item]:
    """Return one epoch, in random order; articles that are held out are not in it.

    The sets in other languages than English, which are small, come twice: as they are, and in the
    other script if they are Chinese.  A part of SQuADShifts' articles is enough beside them.
    """
    chance = random.Random(1)
    native = [one for one in native_items(sources.data) if not held_out(one.article)]
    shifts = [one for one in sources.shifts if digest(one.article)[1] % SHIFTS_LEFT == 0]
    parallel = [one for one in parallel_items(sources.data, chance) if not held_out(one.article)]
    chinese = [one for one in native if family(one.language) == "zh"]
    across = [
        *asked_in_english(chinese, sources.translator),
        *read_in_english([one for one in chinese if _translated(one)], sources.translator),
    ]
    made = made_items([*native, *shifts], chance, MADE)
    people = people_items(sources.people)
    wrong = beside_wrong([*native, *shifts, *across, *people], embedder, work, chance)
    again = [in_other_script(one) if family(one.language) == "zh" else one for one in native]
    french = [one for one in native if one.language == "fr"]
    items = [
        *native, *again, *french, *shifts, *parallel, *across, *made, *people, *people, *wrong,
        *beside_another(parallel, chance),
        *of_other_names(chance.sample(native, OTHER_NAMES), chance),
    ]  # fmt: skip
    items = [_as_met(one, chance) for one in items]
    chance.shuffle(items)
    return items


def _translated(item: Item) -> bool:
    """Tell whether the passage is one of those that are translated: that takes a second each."""
    return item.language == "zh-Hans" and digest(item.article)[1] % 2 == 0


def _as_met(item: Item, chance: random.Random) -> Item:
    """Return *item* as people might type its question and documents hold its passage."""
    if chance.random() < TYPED and item.source != MADE_BY_RULE:
        item = keywords(item) or item
    if chance.random() < MISSPELT:
        item = replace(item, question=misspelt(item.question, chance))
    drawn = chance.random()
    if drawn < WRAPPED:
        return repaired(item)
    return under_heading(item, chance) if drawn < WRAPPED + HEADED else item
