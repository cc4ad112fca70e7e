"""Statements about public paragraphs, made by rule: true ones, changed ones, foreign ones."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import regex

from benchmarks.asked_drafts import asked_and_answered
from benchmarks.texts import SETS
from language.sentences import sentence_spans
from language.tags import family
from language.terms import question_terms
from language.values.names import name_spans
from qa.evaluation.question_sets import Paragraph, read_set

SEED, FOREIGN = 17, 8
# What is made, and what should become of it: a sentence with less said, a question with its answer
# put in, one with the answer of another, …
KINDS = {
    "true": "supported", "asked": "supported", "figure": "contradicted", "answer": "contradicted",
    "name": "contradicted", "denied": "nothing", "word": "nothing", "absent": "nothing",
    "other": "nothing",
}  # fmt: skip
FIGURE = regex.compile(r"(?<![\d.,/-])\d{1,4}(?![\d.,/:-])")
BESIDE = regex.compile(r"\s*\([^()]*\)|（[^（）]*）")
ADVERBIAL = {
    "en": regex.compile(r"^((?:In|On|At|By|During|After|Since) [^,.]{4,40}), (\p{L}[^.]*)\.$"),
    "fr": regex.compile(r"^((?:En|Au|Le|À|Dans|Depuis|Pendant) [^,.]{4,40}), (\p{L}[^.]*)\.$"),
}
DENIED = {
    "en": (r"\b(is|was|were|are|had|has|can|will)\b(?! not)", r"\1 not"),
    "fr": (r"(?<!n['’])(?<!ne )\b(est|était|étaient)\b(?! pas)", r"n’\1 pas"),
    "zh": (r"(?<![不没但而也还总只就于凡若])(是|在|有)(?![于关])", r"并不\1"),
}
VERB = {"en": regex.compile(r"\b\p{Ll}{3,}ed\b"), "fr": regex.compile(r"\b\p{Ll}{4,}(?:é|és|ée|ées|er)\b"),
        "zh": regex.compile(r"(?:增加|减少|成立|建立|获得|失去|支持|反对|参加|离开|增加|減少|獲得|支持|反對|參加|離開)")}  # fmt: skip
OPPOSITE = dict(zip("增加 减少 成立 建立 获得 失去 支持 反对 参加 离开 減少 獲得 反對 參加 離開".split(),
                    "减少 增加 解散 拆除 失去 获得 反对 支持 离开 参加 增加 失去 支持 離開 參加".split(), strict=True))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A statement, and what must become of it."""

    text: str
    language: str
    kind: str
    before: str  # what it was made of
    chooses: bool  # whether it helps to choose limits

    @property
    def expected(self) -> str:
        """The verdict."""
        return KINDS[self.kind]


def fit(text: str, language: str) -> bool:
    """Tell whether a sentence says something by itself."""
    least, most = (15, 90) if family(language) == "zh" else (45, 220)
    return least <= len(text) <= most and len(question_terms(text, language)) >= 5


def paraphrased(text: str, language: str, chance: random.Random) -> str:
    """Return the same in other words: brackets left out, an adverbial moved, marks changed."""
    text = BESIDE.sub("", text)
    moved = ADVERBIAL.get(family(language))
    if moved and (match := moved.match(text)):
        first, rest = match.groups()
        small = first[0].lower() + first[1:]
        return f"{rest[0].upper()}{rest[1:]} {small}."
    if family(language) == "zh":
        parts = text.rstrip("。").split("，")
        if len(parts) > 2:  # some of it is not said
            parts.pop(chance.randrange(1, len(parts)))
        return "，".join(parts) + "。"
    parts = text.rstrip(".").split(", ")
    return ", ".join(parts[:-1] if len(parts) > 2 else parts) + "."


def other_figure(text: str, chance: random.Random) -> str | None:
    """Return *text* with one of its figures changed."""
    places = list(FIGURE.finditer(text))
    if not places:
        return None
    match = chance.choice(places)
    number = int(match.group())
    other = (
        number + chance.choice((-1, 1)) * chance.randint(2, 9)
        if number > 999
        else number + chance.randint(1, 9)
    )
    return f"{text[: match.start()]}{other}{text[match.end() :]}"


def other_name(text: str, language: str, names: Sequence[str], chance: random.Random) -> str | None:
    """Return *text* with one of its names changed to one of *names*."""
    spans = [span for span in name_spans(text, language) if span[0] > 0]
    fitting = [name for name in names if name not in text]
    if not spans or not fitting:
        return None
    start, end = chance.choice(spans)
    return text[:start] + chance.choice(fitting) + text[end:]


def denied(text: str, language: str) -> str | None:
    """Return *text* denied."""
    pattern, instead = DENIED[family(language)]
    other = regex.sub(pattern, instead, text, count=1)
    return other if other != text else None


def other_word(text: str, language: str, words: Sequence[str], chance: random.Random) -> str | None:
    """Return *text* with a verb changed."""
    match = VERB[family(language)].search(text)
    if not match:
        return None
    word = OPPOSITE.get(match.group()) or chance.choice([w for w in words if w != match.group()])
    return text[: match.start()] + word + text[match.end() :]


def made(data: Path, count: int) -> tuple[list[Item], dict[str, str]]:
    """Return items of the training sets, and the texts that they are checked against, by path."""
    items: list[Item] = []
    corpus: dict[str, str] = {}
    for name, language in SETS.items():
        whole = read_set(data / name, language)
        paragraphs = [paragraph for paragraph in whole.paragraphs if len(paragraph.text) > 200]
        chosen = list({p.text: p for p in paragraphs}.values())
        random.Random(SEED).shuffle(chosen)
        sources, foreign = chosen[: 2 * count], chosen[2 * count : 3 * count]
        pairs = [(paragraph, paragraph, language) for paragraph in sources]
        fresh, texts = _items(
            pairs, [(paragraph, language) for paragraph in foreign], language, count
        )
        items += fresh
        corpus |= {f"{language}/{number}.txt": text for number, text in enumerate(texts)}
        asked = [(each.text, each.answers[0], each.paragraph) for each in whole.questions
                 if each.answers]  # fmt: skip
        used = {paragraph.text for paragraph in chosen[: 3 * count]}
        for item, at in _asked(asked, language, count):
            text = whole.paragraphs[at].text
            if text not in used:  # a sentence may have been taken from it, or it is foreign
                items.append(item)
                corpus[f"{language}/asked{at}.txt"] = text
    return items, corpus


def _asked(
    questions: list[tuple[str, str, int]], language: str, count: int
) -> Iterator[tuple[Item, int]]:
    """Yield items made of questions, with the places of their texts; every second one chooses."""
    random.Random(SEED).shuffle(questions)
    for kind, text, at, before in asked_and_answered(questions, language, count):
        yield Item(text, language, kind, before, bool(at % 2)), at


def across(data: Path, count: int) -> tuple[list[Item], dict[str, str]]:
    """Return the same with statements in the other language than the texts: English and Chinese."""
    whole = {tag: read_set(data / f"xquad.{tag[:2]}.json", tag) for tag in ("en", "zh-Hans")}
    sets = {tag: each.paragraphs for tag, each in whole.items()}
    items: list[Item] = []
    corpus: dict[str, str] = {}
    for asked, of, keep in (("en", "zh-Hans", 0), ("zh-Hans", "en", 1)):
        pairs = [(ours, theirs, of) for number, (ours, theirs) in enumerate(zip(sets[asked], sets[of], strict=True))
                 if number % 2 == keep]  # fmt: skip
        random.Random(SEED).shuffle(pairs)
        foreign = [(ours, asked) for ours, _, _ in pairs[-FOREIGN:]]
        fresh, texts = _items(pairs[:-FOREIGN], foreign, asked, count)
        items += fresh
        corpus |= {f"{of}/{number}.txt": text for number, text in enumerate(texts)}
        asked_of = [(each.text, each.answers[0], each.paragraph)
                    for each in whole[asked].questions
                    if each.answers and _whole(sets[of][each.paragraph], of) in texts]  # fmt: skip
        items += [item for item, _ in _asked(asked_of, asked, count)]
    return items, corpus


def _items(
    pairs: Sequence[tuple[Paragraph, Paragraph, str]],
    foreign: Sequence[tuple[Paragraph, str]],
    language: str,
    count: int,
) -> tuple[list[Item], list[str]]:
    """Return *count* items of each kind in *language*, and the texts."""
    chance = random.Random(SEED)
    every = [_cut(ours, language) for ours, _, _ in pairs]
    names = sorted(
        {
            text[a:b]
            for texts in every
            for text in texts
            for a, b in name_spans(text, language)
            if a > 0 and question_terms(text[a:b], language)
        }
    )
    words = sorted(
        {
            match.group()
            for texts in every
            for text in texts
            for match in VERB[family(language)].finditer(text)
        }
    )
    makers: dict[str, Callable[[str], str | None]] = {
        "true": lambda text: paraphrased(text, language, chance),
        "figure": lambda text: other_figure(text, chance),
        "name": lambda text: other_name(text, language, names, chance),
        "denied": lambda text: denied(text, language),
        "word": lambda text: other_word(text, language, words, chance),
        "absent": lambda text: text,
    }
    items: list[Item] = []
    texts: list[str] = []
    left = dict.fromkeys(makers, count)
    for ours, theirs, of in pairs:
        mine, source = _cut(ours, language), _cut(theirs, of)
        fitting = [at for at, text in enumerate(mine) if fit(text, language)]
        removed = -1
        if len(mine) == len(source):
            chance.shuffle(fitting)
            for at, kind in _spread(fitting, makers, left, mine):
                text = makers[kind](mine[at])
                if (text and text != mine[at]) or (text and kind in ("absent", "true")):
                    left[kind] -= 1
                    items.append(Item(text, language, kind, mine[at], bool(len(texts) % 2)))
                    removed = at if kind == "absent" else removed
        texts.append(_joined([text for at, text in enumerate(source) if at != removed], of))
    others = [text for one, tag in foreign for text in _cut(one, tag)[:3] if fit(text, tag)]
    items += [
        Item(text, language, "other", text, bool(n % 2)) for n, text in enumerate(others[:count])
    ]
    return items, texts


def _spread(
    fitting: list[int],
    makers: dict[str, Callable[[str], str | None]],
    left: dict[str, int],
    mine: list[str],
) -> Iterator[tuple[int, str]]:
    """Yield for some sentences of a paragraph the rarest kind that can be made of it."""
    kinds: set[str] = set()
    for at in fitting[:4]:
        for kind in sorted(left, key=lambda one: -left[one]):
            if left[kind] > 0 and kind not in kinds and makers[kind](mine[at]):
                kinds.add(kind)
                yield at, kind
                break


def _whole(paragraph: Paragraph, language: str) -> str:
    """Return a paragraph as its sentences."""
    return _joined(_cut(paragraph, language), language)


def _joined(sentences: Sequence[str], language: str) -> str:
    return ("" if family(language) == "zh" else " ").join(sentences)


def _cut(paragraph: Paragraph, language: str) -> list[str]:
    """Return the sentences of a paragraph."""
    text = " ".join(paragraph.text.split())
    return [text[slice(*span)] for span in sentence_spans(text, language)]
