"""Questions made by rule from sentences that state their answer: why, what is, which, whether.

People ask for causes, themes, definitions, members and whether something is so; the public sets
ask for names and dates.  What is asked about is a part of the sentence itself, so a share of its
words is left out: else the reader would learn to look for copies.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from language.chinese import in_script
from language.sentences import sentence_spans
from language.tags import family
from training.items import Item

SOURCE = "made by rule"
DROPPED = 0.2  # share of the words of what is asked about
ELSEWHERE = 0.35  # share of the questions that are also asked of another passage of the article


@dataclass(frozen=True, slots=True)
class Rule:
    """A form of sentence, with questions that it answers; ``{what}`` is what is asked about."""

    form: re.Pattern[str]  # with the groups ``what`` and, unless all of it answers, ``answer``
    questions: tuple[str, ...]


def _rule(form: str, *questions: str) -> Rule:
    return Rule(re.compile(form), questions)


NAMES = r"(?:theme|title|name|aim|goal|purpose|capital|motto|slogan|subject|main \w+|author|role)"
NOMS = r"(?:thème|titre|nom|but|objectif|siège|capitale|devise|sujet|auteur|rôle|origine)"
MING = (
    "(?:主题|主題|名称|名稱|目的|目标|目標|首都|面积|面積|人口|作者|意思|原名|特点|特點|"
    "代表作|职业|職業|前身|核心|口号|口號|宗旨|总部|總部|作用|原因)"
)
RULES = {
    "en": (
        _rule(
            r"^(?P<what>[A-Z][^;:]{15,140}?),? because (?P<answer>[^.;:]{10,160})",
            "Why {what}?", "why {what}", "What is the reason that {what}?",
        ),
        _rule(
            r"^(?P<what>[A-Z][^;:]{15,140}?),? (?P<answer>(?:due to|as a result of|thanks to) [^.;,]{5,120})",
            "Why {what}?", "why did {what}", "For what reason {what}?",
        ),
        _rule(
            r"^(?P<what>[A-Z][^;:]{15,140}?),? (?P<answer>(?:in order to|so that) [^.;,]{5,120})",
            "Why {what}?", "For what purpose {what}?",
        ),
        _rule(
            rf"[Tt]he (?P<what>{NAMES} of [^,.;]{{3,50}}?) (?:is|was|were|are) (?P<answer>[^,.;]{{3,90}})",
            "What is the {what}?", "{what}", "What was the {what}?", "what's the {what}",
        ),
        _rule(
            r"^(?:The )?(?P<what>[A-Z][\w' -]{2,40}?)(?: \([^)]*\))? (?:is|are|was) (?P<answer>an? [^.;]{12,160})",
            "What is {what}?", "{what}", "define {what}", "what does {what} mean",
        ),
        _rule(
            r"^(?P<what>[A-Z][^.;:]{4,70}?) (?:includes?|included|consists? of|comprises?|contains?)"
            r" (?P<answer>[^.;]+, [^.;]+,? and [^.;]+)",
            "What does {what} include?", "list what {what} includes", "Which are the parts of {what}?",
        ),
        _rule(r"^(?P<what>[A-Z][^;:?]{25,130})\.$", "Is it true that {what}?", "did {what}"),
    ),
    "fr": (
        _rule(
            r"^(?P<what>[A-ZÀÉÈÎ][^;:]{15,140}?),? (?P<answer>(?:parce qu|car |puisqu|en raison d|à cause d|grâce à)[^.;:]{8,160})",
            "Pourquoi {what} ?", "pourquoi {what}", "Pour quelle raison {what} ?",
        ),
        _rule(
            r"^(?P<what>[A-ZÀÉÈÎ][^;:]{15,140}?),? (?P<answer>(?:afin d|afin qu|pour que |dans le but d)[^.;,]{5,120})",
            "Pourquoi {what} ?", "Dans quel but {what} ?",
        ),
        _rule(
            rf"[Ll](?:e |a |')(?P<what>{NOMS} d[eu'][^,.;]{{3,50}}?) (?:est|était|fut) (?P<answer>[^,.;]{{3,90}})",
            "Quel est le {what} ?", "{what}", "quel était le {what}",
        ),
        _rule(
            r"^(?:L[ea] |L'|Les )?(?P<what>[A-ZÀÉÈÎa-zé][\w' -]{2,40}?)(?: \([^)]*\))? (?:est|sont|était) (?P<answer>une? [^.;]{12,160})",
            "Qu'est-ce que {what} ?", "{what}", "c'est quoi {what}", "définition {what}",
        ),
        _rule(
            r"^(?P<what>[A-ZÀÉÈÎ][^.;:]{4,70}?) (?:comprend|comprennent|comprenait|inclut|regroupe|se compose de)"
            r" (?P<answer>[^.;]+, [^.;]+ et [^.;]+)",
            "Que comprend {what} ?", "liste de ce que comprend {what}", "Quels sont les éléments de {what} ?",
        ),
        _rule(r"^(?P<what>[A-ZÀÉÈÎ][^;:?]{25,130})\.$", "Est-ce que {what} ?", "est-il vrai que {what} ?"),
    ),
    "zh": (
        _rule(
            r"(?:因为|由于|因為|由於)(?P<answer>[^，,。；]{4,60})[，,](?P<what>[^。；]{6,60})",
            "为什么{what}？", "{what}的原因是什么？", "为何{what}", "{what} 原因",
        ),
        _rule(
            r"(?P<what>[^，。；]{6,50})[，,]?(?:是)?(?P<answer>(?:因为|因為|由于|由於)[^。；]{4,60})",
            "为什么{what}？", "{what}的原因是什么？", "{what}是因为什么",
        ),
        _rule(
            rf"(?P<what>[^，。；、的]{{2,20}}的{MING})(?:是|为|為|叫)(?P<answer>[^，。；]{{2,45}})",
            "{what}是什么？", "{what}", "{what}为何？", "{what}是啥",
        ),
        _rule(
            r"^(?P<what>[^，。；（(至对對在于於为為]{2,12})(?:[（(][^）)]*[）)])?[，,]?是(?P<answer>[^。；]{6,70})",
            "{what}是什么？", "什么是{what}？", "介绍一下{what}", "{what}",
        ),
        _rule(
            r"(?P<what>[^。；，]{2,30}?)(?:包括|包含|分为|分為)(?:了)?(?P<answer>[^。；]*、[^。；]*[^。；]+)",
            "{what}包括哪些？", "{what}有哪些？", "{what}分为哪几类？",
        ),
        _rule(r"^(?P<what>[^。；？]{10,45})。$", "{what}吗？", "{what}，是真的吗", "{what}，对不对？"),
    ),
}  # fmt: skip


def made_items(items: Sequence[Item], chance: random.Random, each: int) -> list[Item]:
    """Return questions on the passages of *items*, at most so many *each* rule and language.

    Beside them some of the questions are asked of another passage of the same article.
    """
    passages = list({one.passage: one for one in items}.values())
    articles: dict[str, list[Item]] = {}
    for item in passages:
        articles.setdefault(item.article, []).append(item)
    made = []
    for tag, rules in RULES.items():
        mine = [one for one in passages if family(one.language) == tag]
        for rule in rules:
            matched = [item for one in mine for item in _asked(rule, one, chance)]
            made += chance.sample(matched, min(each, len(matched)))
    others = (_elsewhere(one, articles[one.article], chance) for one in made)
    return made + [one for one in others if one]


def _asked(rule: Rule, item: Item, chance: random.Random) -> Iterator[Item]:
    for start, end in sentence_spans(item.passage, item.language):
        match = rule.form.search(item.passage[start:end])
        if match is None:
            continue
        exact = "answer" in rule.form.groupindex
        first, last = match.span("answer") if exact else (0, end - start)
        what = _loosened(match["what"], item.language, chance)
        question = chance.choice(rule.questions).format(what=what)
        if item.language == "zh-Hant":
            question = in_script(question, item.language)
        yield replace(
            item, question=question, asked_in=item.language, source=SOURCE, exact=exact,
            span=(start + first, start + last), more=(),
        )  # fmt: skip


def _loosened(what: str, language: str, chance: random.Random) -> str:
    """Return *what* less some of its words; Chinese, which has no spaces, as it is."""
    if family(language) == "zh":
        return what
    words = what.split()
    kept = [word for word in words if len(words) < 4 or chance.random() > DROPPED]
    return " ".join(kept)


def _elsewhere(item: Item, article: Sequence[Item], chance: random.Random) -> Item | None:
    others = [one for one in article if one.passage != item.passage]
    if not others or chance.random() > ELSEWHERE:
        return None
    return replace(item, passage=chance.choice(others).passage, span=None, exact=True)
