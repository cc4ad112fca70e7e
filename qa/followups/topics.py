"""What a question is about: its longest noun phrase, without what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from language.chinese import tagged_words
from qa.followups.mentions import NAME
from qa.followups.words import GRAMMARS, PARTS, Grammar

NounPhrase = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Topic:
    """A noun phrase: as it can be said by itself, and the span of the question it comes from."""

    text: str
    start: int
    end: int
    alone: bool = True  # no other noun phrase is beside it
    person: str = ""  # after "who is the head of the fund?": not the fund but its head


TOKEN = regex.compile(
    rf"“[^”]+”|«[^»]+»|\"[^\"]+\"|\p{{L}}{{1,2}}['’](?=\p{{L}})|(?:{NAME.pattern})|[^\s?!,;:]+|[,;:?!]"
)
# It was *held*: participles follow the noun; in "the united team" they lead it.
PARTICIPLE = regex.compile(r"\p{Ll}{2,}ed|first|originally|officially|finally|ever|also|still")
INVERTED = regex.compile(r"\S+-(?:t-)?(?:il|elle|ils|elles|on|ce)")
# Did Beyoncé *release* Lemonade.
BETWEEN_NAMES = regex.compile(r"(?<=\p{Lu}\S*)\s(?!of|and|for|the|de)\p{Ll}+\s(?=\p{Lu})")
DID = regex.compile(r"\b(?:did|does|do) $", regex.IGNORECASE)
# What is the theme of the forum: the theme is asked, the forum is the topic.
ASKS_PART = regex.compile(
    r"(?:\b(?:what|which|who|whose)(?: (?:is|are|was|were)|['’]s)"
    r"|\bquel(?:le)?s? (?:est|sont|était|étaient|fut|furent)) $",
    regex.IGNORECASE,
)
PART = regex.compile(
    r"(?:(?i:the|le|la|les) |(?i:l['’]))[\p{Ll}\s-]+?\s(?P<of>of|du|des|de|d['’])\s?"
)
# The forum*'s theme*.
POSSESSIVE = regex.compile(r"['’]s$|(?<=s)['’]$")
FIGURES = regex.compile(r"[\d\s.,年月日]+")
OWNED = regex.compile(r"(?:its|their|his|her|son|sa|ses|leurs?)\b", regex.IGNORECASE)
INDEFINITE = regex.compile(r"(?:an?|une?|des|some)\b", regex.IGNORECASE)
WHO = regex.compile(r"who|qui", regex.IGNORECASE)
FUSED = {"du": "le ", "au": "le ", "des": "les ", "aux": "les "}
FRONTED = regex.compile(r"(.{2,}?)\s?[:：]\s")
# Chinese parts of speech inside a noun phrase; quotation marks are x.
ZH_NOMINAL = tuple("n m q a j b uj vn eng x i l t s f k h".split())
ZH_ENDS = regex.compile(
    r"[是有在]|多少|[几幾多].?|.*[时時]候|[，。？?：！、；\s]|[请請][问問]|目前|[现現]在"
)
ZH_ASKING = regex.compile(r"(?:多少|[哪几幾].?|什[么麼]|[谁誰何])$")
ZH_THIS = set("这 這 该 該 此 这座 這座 这个 這個 这届 這屆 这次 這次".split())
ZH_PART = regex.compile(r"的(?=[^的”》」]{1,6}$)")


ZH_PART_AT_END = regex.compile(rf"(?<=..)(?:{PARTS['zh']})$")


def topic(question: str, family: str) -> Topic | None:
    """Return the topic of *question*, which is in *family* (en, fr, zh), or None if it has none."""
    front = FRONTED.match(question)
    if front:  # a question that was understood by putting its topic in front
        return Topic(front[1], *front.span(1))
    if family == "zh":
        return _chinese(question)
    phrases = [
        one
        for one in _phrases(question, GRAMMARS[family])
        if not FIGURES.fullmatch(question, *one) and not OWNED.match(question, *one)
    ]
    if not phrases:
        return None
    subject = [one for one in phrases if DID.search(question[: one[0]])]
    definite = [one for one in phrases if not INDEFINITE.match(question, *one)]
    start, end = max(subject or definite or phrases, key=lambda one: one[1] - one[0])
    if subject:
        end = _without_verb(question, start, end)
    asked = ASKS_PART.search(question[:start])
    bare = start == 0 and not question[end:].strip(" ?")  # the theme of the forum?
    part = PART.match(question[start:end]) if asked or bare else None
    person = question[start:end] if part and asked and WHO.match(asked.group()) else ""
    if part:
        start += part.start("of") if part["of"] in FUSED else part.end()
    return Topic(_alone(question[start:end].rstrip(".")), start, end, len(phrases) == 1, person)


def inside(topic: str) -> str:
    """Return *topic* as it is written inside a sentence."""
    first, _, rest = topic.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An", "This", "That"} else topic


def in_front(topic: str, question: str, colon: str) -> str:
    """Return *question* with *topic* in front: the forum: how many came?"""
    return topic[:1].upper() + topic[1:] + colon + question[:1].lower() + question[1:]


def _phrases(question: str, grammar: Grammar) -> Iterator[NounPhrase]:
    """Yield the spans that begin with an article, a name or a quotation and end before a verb."""
    words: list[NounPhrase] = []
    nouns, linked = 0, False
    for token in [*TOKEN.finditer(question), None]:
        word = (token.group().rstrip("'’") or token.group()) if token else ""
        low = word.lower()
        if words and token and not _ends(word, nouns, linked, grammar):
            owner = POSSESSIVE.search(token.group()) if grammar is GRAMMARS["en"] else None
            nouns += low not in grammar.articles | grammar.links
            linked = low in grammar.links
            words.append((token.start(), token.start() + owner.start() if owner else token.end()))
            if not owner:
                continue
        if nouns:
            # An article within: what stands before it is a verb, did Beyoncé *release* the song.
            verb = low in grammar.articles and nouns > 1 and not linked
            kept = words[: len(words) - (linked or verb)]
            yield kept[0][0], kept[-1][1]
        begins = bool(word) and _begins(word, grammar)
        words = [token.span()] if token and begins else []
        nouns, linked = int(begins and low not in grammar.articles), False


def _begins(word: str, grammar: Grammar) -> bool:
    low = word.lower()
    if low in grammar.articles:
        return True
    named = word[0] in '“«"' or (word[0].isalnum() and not word[0].islower())
    return named and low not in grammar.ends | grammar.links


def _ends(word: str, nouns: int, linked: bool, grammar: Grammar) -> bool:
    low = word.lower()
    if low in grammar.articles - grammar.links and nouns and not linked:
        return True
    return bool(
        low in grammar.ends
        or word in ",;:?!"
        or INVERTED.fullmatch(low)
        or (nouns and PARTICIPLE.fullmatch(word) and "of" in grammar.links)
    )


def _without_verb(question: str, start: int, end: int) -> int:
    """Take off the verb after the subject: did *the forum end*."""
    words = question[start:end].split(" ")
    ended = question[end:].lstrip().lower()
    between = BETWEEN_NAMES.search(question, start, end)
    if between:
        return between.start()
    verb_follows = regex.match(r"(?:take|happen|occur|come|go|have|do|be)\b", ended)
    few = 2 if words[0].lower() in GRAMMARS["en"].articles else 1
    if verb_follows or len(words) <= few or not words[-1].islower():
        return end
    return end - len(words[-1]) - 1


def _alone(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return FUSED[first.lower()] + rest if first.lower() in FUSED else phrase


def _chinese(question: str) -> Topic | None:
    runs: list[Topic] = []
    run, at = Topic("", 0, 0), 0
    for word, tag in [*tagged_words(question), ("", "")]:
        nominal = tag.startswith(ZH_NOMINAL) and not ZH_ENDS.fullmatch(word)
        nominal = nominal and not (run.text and tag == "t")  # 图书馆 | 星期一
        if nominal or word in ZH_THIS or (run.text in ZH_THIS and word):
            run = Topic(run.text + word, run.start if run.text else at, at + len(word))
        else:
            # 多少游客: what is counted is no topic.
            if run.text and not ZH_ASKING.search(question[: run.start]):
                runs.append(_trimmed(run, question))
            run = Topic("", 0, 0)
        at += len(word)
    runs = [one for one in runs if one.text and not FIGURES.fullmatch(one.text)]
    first = [one for one in runs if one.start == 0]  # Chinese names its topic first
    best = max(first or runs, key=lambda one: len(one.text), default=None)
    return replace(best, alone=len(runs) == 1) if best else None


def _trimmed(run: Topic, question: str) -> Topic:
    """Take off the part that is asked: 论坛*的主题*是什么."""
    text = run.text.rstrip("的 ")
    asked = ZH_PART.search(text)
    if asked and regex.match(r"是|[为為]|有|在|[叫几幾多什哪谁誰何]", question[run.end :]):
        text = text[: asked.start()]
    part = ZH_PART_AT_END.search(text)
    if part and not asked and regex.match(r"是|[为為]|多|有多|[几幾]", question[run.end :]):
        text = text[: part.start()]
    return replace(run, text=text, end=run.start + len(text))
