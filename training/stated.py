"""Questions about events that passages are made to state: a theme, a slogan, who held it, where, why.

The public sets hardly ask for them, and people do.  A statement of another edition, or of another
thing about the same one, stands beside it or in its place, so that what is learnt is which of them
was asked for.  Statement and question may be in different languages.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from language.chinese import in_script
from language.sentences import sentence_spans
from language.tags import family
from training.items import Item

SOURCE = "stated"
ACROSS = 0.4  # share of the questions that are asked in another language
MISSING = 0.3  # share of the passages that do not state what is asked for
OTHER_EDITION, OTHER_THING = 0.6, 0.5  # shares of those that state these too
APART = 0.4  # share of the statements that name the edition in a sentence before
IN_A_ROW = 0.3  # share of the values that are two in a row
AROUND = 4  # sentences of the passage that are kept
VALUE_HERE = "\ue000"  # a character of private use, which no conversion changes
VALUE = {"en": (8, 60), "fr": (8, 60), "zh": (4, 24)}  # characters of what is stated


@dataclass(frozen=True, slots=True)
class Thing:
    """What may be stated about an event: by language, forms of sentences and of questions."""

    says: dict[str, tuple[str, ...]]  # {event}, {of}: with the preposition, {value}
    asks: dict[str, tuple[str, ...]]


THINGS = (
    Thing(
        {
            "en": ("The theme {of} was “{value}”.", "{event} had the theme “{value}”.", "Under the theme “{value}”, {event} opened its doors.", "The theme {of} is {value}."),
            "fr": ("Le thème {of} était « {value} ».", "{event} a eu pour thème « {value} ».", "{event} portait sur le thème : {value}.", "Ayant pour thème « {value} », {event} a attiré du monde."),
            "zh": ("{event}的主题是“{value}”。", "{event}以“{value}”为主题。", "{event}主题为{value}。", "主题为“{value}”的{event}受到关注。", "{event}的主题是{value}。"),
        },
        {
            "en": ("What was the theme {of}?", "theme {event}", "Under which theme was {event} held?", "what's the theme {of}"),
            "fr": ("Quel était le thème {of} ?", "thème {event}", "Sur quel thème portait {event} ?", "quel thème pour {event}"),
            "zh": ("{event}的主题是什么？", "{event} 主题", "{event}以什么为主题？", "{event}的主题", "{event}主题是啥"),
        },
    ),
    Thing(
        {
            "en": ("The slogan {of} was “{value}”.", "{event} chose the slogan “{value}”."),
            "fr": ("Le slogan {of} était « {value} ».", "{event} avait pour slogan « {value} »."),
            "zh": ("{event}的口号是“{value}”。", "{event}提出了“{value}”的口号。"),
        },
        {
            "en": ("What was the slogan {of}?", "slogan {event}"),
            "fr": ("Quel était le slogan {of} ?", "slogan {event}"),
            "zh": ("{event}的口号是什么？", "{event} 口号", "{event}提出了什么口号？"),
        },
    ),
    Thing(
        {
            "en": ("{event} was organised by {value}.", "The organiser {of} was {value}."),
            "fr": ("L'organisateur {of} était {value}.", "{event} a eu pour organisateur {value}."),
            "zh": ("{event}由{value}主办。", "{event}的主办方是{value}。"),
        },
        {
            "en": ("Who organised {event}?", "organiser {of}", "Who was behind {event}?"),
            "fr": ("Qui a organisé {event} ?", "organisateur {of}"),
            "zh": ("{event}由谁主办？", "谁主办了{event}", "{event} 主办方"),
        },
    ),
    Thing(
        {
            "en": ("{event} took place in {value}.", "{event} was held in {value}."),
            "fr": ("{event} a eu lieu à {value}.", "{event} s'est déroulé à {value}."),
            "zh": ("{event}在{value}举行。", "{event}的举办地是{value}。"),
        },
        {
            "en": ("Where was {event} held?", "venue {of}", "In which place did {event} take place?"),
            "fr": ("Où a eu lieu {event} ?", "lieu {of}"),
            "zh": ("{event}在哪里举行？", "{event}在哪办的", "{event} 地点"),
        },
    ),
    Thing(
        {
            "en": ("{event} was put off because of {value}.", "{event} was cancelled owing to {value}."),
            "fr": ("{event} a été reporté en raison de {value}.", "{event} a dû être annulé à cause de {value}."),
            "zh": ("由于{value}，{event}被推迟。", "{event}因{value}而取消。"),
        },
        {
            "en": ("Why was {event} not held as planned?", "why was {event} put off"),
            "fr": ("Pourquoi {event} n'a pas eu lieu comme prévu ?", "pourquoi {event} a été reporté"),
            "zh": ("{event}为什么没有如期举行？", "为何推迟{event}", "{event}取消的原因是什么？"),
        },
    ),
)  # fmt: skip
EVENTS = (
    {"en": "forum", "fr": "le forum", "zh": "论坛"},
    {"en": "summit", "fr": "le sommet", "zh": "峰会"},
    {"en": "conference", "fr": "la conférence", "zh": "会议"},
    {"en": "exhibition", "fr": "la exposition", "zh": "展览"},
    {"en": "festival", "fr": "le festival", "zh": "艺术节"},
    {"en": "congress", "fr": "le congrès", "zh": "大会"},
    {"en": "fair", "fr": "la foire", "zh": "博览会"},
    {"en": "symposium", "fr": "le colloque", "zh": "研讨会"},
    {"en": "competition", "fr": "le concours", "zh": "比赛"},
)
FIRST = {
    "en": ("first", "second", "third", "fourth", "fifth", "sixth"),
    "fr": ("premi", "deuxième", "troisième", "quatrième", "cinquième", "sixième"),
    "zh": ("一", "二", "三", "四", "五", "六"),
}
HELD = {
    "en": ("{event} drew many guests.", "{event} is over.", "{event} opened yesterday."),
    "fr": ("{event} a réuni de nombreux invités.", "{event} vient de se terminer."),
    "zh": ("{event}圆满结束。", "{event}吸引了许多嘉宾。", "{event}昨日开幕。"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """One of a series: told by its number, by its year, or by neither."""

    names: dict[str, str]
    number: int | None = None
    year: int | None = None

    def called(self, tag: str) -> str:
        """Return what it is called in the language with this *tag*, with its article."""
        if tag == "zh":
            year = f"{self.year}年" if self.year else ""
            number = f"第{FIRST[tag][self.number]}届" if self.number is not None else ""
            return f"{year}{number}{self.names[tag]}"
        if tag == "en":
            parts = [str(self.year)] if self.year else []
            parts += [FIRST[tag][self.number]] if self.number is not None else []
            return " ".join(["the", *parts, self.names[tag]])
        article, noun = self.names[tag].split()
        if self.number is not None:
            nth = FIRST[tag][self.number]
            nth += {"le": "er", "la": "ère"}[article] if self.number == 0 else ""
            noun = f"{nth} {noun}"
        name = f"l'{noun}" if noun.startswith("e") else f"{article} {noun}"
        return f"{name} de {self.year}" if self.year else name

    def filled(self, form: str, tag: str, value: str = "") -> str:
        """Return *form*, a sentence or a question, with the event in it."""
        called = self.called(tag)
        of = f"of {called}" if tag == "en" else f"de {called}".replace("de le ", "du ")
        text = form.format(event=called, of=of, value=value)
        return text[0].upper() + text[1:] if text[-1] in ".?" else text


def stated_items(items: Sequence[Item], chance: random.Random, each: int) -> list[Item]:
    """Return *each* so many questions for English, French and Chinese passages of *items*."""
    made = []
    for tag in ("en", "fr", "zh"):
        mine = [one for one in items if family(one.language) == tag and one.span and one.exact]
        least, most = VALUE[tag]
        values = sorted({one.answer for one in mine if least <= len(one.answer) <= most})
        for item in chance.sample(mine, each):
            drawn = [_in_script_of(item, _value(values, tag, chance)) for _ in range(3)]
            made.append(_stated(item, tag, drawn, chance))
    return made


def _value(values: Sequence[str], tag: str, chance: random.Random) -> str:
    """Return one of *values*, or two in a row, as themes have commas."""
    count = 2 if chance.random() < IN_A_ROW else 1
    return ("，" if tag == "zh" else ", ").join(chance.sample(values, count))


def _stated(item: Item, tag: str, values: Sequence[str], chance: random.Random) -> Item:
    """Return a question about an event on the passage of *item*, which is made to state things."""
    asked, other = _two_editions(chance)
    thing, another = chance.sample(THINGS, 2)
    missing = chance.random() < MISSING
    # None: the statement that answers, if it is there.
    says: list[tuple[Event, Thing, str]] = [] if missing else [(asked, thing, values[0])]
    if other and (missing or chance.random() < OTHER_EDITION):
        says.append((other, thing, values[1]))
    if missing or chance.random() < OTHER_THING:
        says.append((asked, another, values[2]))
    chance.shuffle(says)
    passage, span = _passage(item, tag, says, None if missing else values[0], chance)
    language = item.language
    asked_in = language
    if chance.random() < ACROSS:
        asked_in = chance.choice([one for one in ("en", "fr", "zh-Hans") if family(one) != tag])
    form = chance.choice(thing.asks[family(asked_in)])
    question = in_script(asked.filled(form, family(asked_in)), asked_in)
    return replace(
        item, question=question, asked_in=asked_in, passage=passage, span=span, more=(),
        source=SOURCE,
    )  # fmt: skip


def _two_editions(chance: random.Random) -> tuple[Event, Event | None]:
    """Return an event and, unless it is the only one, another of its series."""
    names = chance.choice(EVENTS)
    number, other = chance.sample(range(len(FIRST["en"])), 2)
    year = 2026 - chance.randrange(1, 40)
    told = chance.random()
    if told < 0.4:
        return Event(names, number=number), Event(names, number=other)
    if told < 0.7:
        return Event(names, year=year), Event(names, year=year - chance.randrange(1, 8))
    return Event(names), None


def _passage(
    item: Item,
    tag: str,
    says: Sequence[tuple[Event, Thing, str]],
    wanted: str | None,
    chance: random.Random,
) -> tuple[str, tuple[int, int] | None]:
    """Return some sentences of the passage with the statements among them, and *wanted*'s place."""
    cut = sentence_spans(item.passage, item.language)
    kept = [item.passage[a:b].strip() for a, b in cut][:AROUND]
    at = chance.randrange(len(kept) + 1)
    # What is stated is put in last: converted with what is around it, it might read otherwise.
    statements = [
        _in_script_of(item, _statement(event, thing, tag, chance)).replace(VALUE_HERE, value)
        for event, thing, value in says
    ]
    between = "" if tag == "zh" else " "
    passage = between.join([*kept[:at], *statements, *kept[at:]])
    if wanted is None:
        return passage, None
    number = [value for _, _, value in says].index(wanted)
    start = len(between.join([*kept[:at], *statements[:number]])) if at + number else 0
    place = passage.index(wanted, start)
    return passage, (place, place + len(wanted))


def _in_script_of(item: Item, text: str) -> str:
    return in_script(text, item.language) if item.language == "zh-Hant" else text


def _statement(event: Event, thing: Thing, tag: str, chance: random.Random) -> str:
    """Return what states a *thing* of an *event*, with VALUE_HERE for it."""
    form = chance.choice(thing.says[tag])
    if (event.number is None and event.year is None) or chance.random() > APART:
        return event.filled(form, tag, VALUE_HERE)
    short = Event(event.names).filled(form, tag, VALUE_HERE)
    first = event.filled(chance.choice(HELD[tag]), tag)
    return f"{first}{short}" if tag == "zh" else f"{first} {short}"
