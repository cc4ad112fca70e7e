"""What a question is about: its longest noun phrase, without what is asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from language.chinese import tagged_words
from language.followup_rules import FollowUps, Grammar, Tagged
from qa.followups.mentions import DAY, MONTH, NAME, RULES
from qa.followups.predicates import first_word, without_act, without_predicate, without_verb

NounPhrase = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Topic:
    """A noun phrase: as it can be said by itself, and the span of the question it comes from."""

    text: str
    start: int
    end: int
    alone: bool = True  # no other noun phrase is beside it
    person: str = ""  # after "who is the head of the fund?": not the fund but its head
    beside: tuple[str, ...] = ()  # the other noun phrases, which *they* may be


@dataclass(frozen=True, slots=True)
class Before:
    """The question before, the family of its language, and what it is about."""

    text: str
    family: str
    about: Topic | None
    earlier: tuple[Topic, ...] = ()  # what the questions before it were about, the latest first

    @property
    def rules(self) -> FollowUps:
        """The rules of its language."""
        return RULES[self.family]


TOKEN = regex.compile(
    rf"“[^”]+”|«[^»]+»|\"[^\"]+\"|\p{{L}}{{1,2}}['’](?=\p{{L}})|(?:{NAME.pattern})|[^\s?!,;:]+|[,;:?!]"
)
TIME = regex.compile(rf"(?:l[ea]s? |the )?(?:{DAY.pattern}|{MONTH.pattern})", regex.IGNORECASE)
STOP = regex.compile(r"(?<!\.\p{Lu})\.+$")  # but not that of D.C.
FIGURES = regex.compile(r"[\d\s.,年月日]+")
FRONTED = regex.compile(r"(.{2,}?)(?:\s?:\s|：)")


def topic(question: str, family: str) -> Topic | None:
    """Return the topic of *question*, which is in *family*, one of RULES; None if it has none."""
    front = FRONTED.match(question)
    if front and TIME.fullmatch(front[1]):  # 周末：图书馆几点开门？
        inner = topic(question[front.end() :], family)
        moved = front.end()
        return replace(inner, start=inner.start + moved, end=inner.end + moved) if inner else None
    if front:  # a question that was understood by putting its topic in front
        return Topic(front[1], *front.span(1))
    rules = RULES[family]
    if isinstance(rules.phrases, Tagged):
        return _tagged(question, rules, rules.phrases)
    return _spaced(question, rules, rules.phrases)


def inside(topic: str) -> str:
    """Return *topic* as it is written inside a sentence."""
    first, _, rest = topic.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An", "This", "That"} else topic


def in_front(topic: str, question: str, colon: str) -> str:
    """Return *question* with *topic* in front: the forum: how many came?"""
    return topic[:1].upper() + topic[1:] + colon + question[:1].lower() + question[1:]


def contracted(phrase: str, grammar: Grammar) -> str:
    """Return *phrase* as it is written: in French, de le is du, de Autriche is d’Autriche."""
    for apart, fused in grammar.contractions:
        phrase = regex.sub(apart, fused, phrase, flags=regex.IGNORECASE)
    return phrase


def _spaced(question: str, rules: FollowUps, grammar: Grammar) -> Topic | None:
    spans = noun_phrases(question, grammar)
    every = [one for one in spans if not FIGURES.fullmatch(question, *one)]
    every = [one for one in every if not TIME.fullmatch(question, *one)] or every
    leading = {one: first_word(question[slice(*one)]) for one in every}
    phrases = [one for one in every if leading[one] not in grammar.owned]
    if not phrases:
        return _introduced(question, rules, grammar)
    in_clause = grammar.clause.search if grammar.clause else lambda _before: None
    subject = [one for one in phrases if grammar.did and grammar.did.search(question[: one[0]])]
    main = [one for one in phrases if not in_clause(question[: one[0]])] or phrases
    definite = [one for one in main if leading[one] not in grammar.indefinite]
    start, end = max(subject or definite or main, key=lambda one: one[1] - one[0])
    last, clause = end, in_clause(question[:start])
    cut = without_verb if subject else without_act if clause else without_predicate
    end = cut(question, start, end, grammar)
    asked, person = rules.part_asked.search(question), ""
    bare = start == 0 and not question[end:].strip(" ?")  # the theme of the forum?
    whole = asked and start == asked.start("part") and asked.end() < end
    if asked and whole and (asked.start() < start or bare):
        person = question[start:end] if asked.groupdict().get("who") else ""
        start = asked.start("of") if asked["of"] in grammar.fused else asked.end()
    text = STOP.sub("", question[start:end])
    if first_word(text) in grammar.fused:
        text = f"{grammar.fused[first_word(text)][1]} {text.partition(' ')[2]}"
    beside = [question[slice(*one)] for one in phrases if one[1] <= start or last <= one[0]]
    beside.append(question[end:last].lstrip().partition(" ")[2])  # help *Lewis and Clark*
    return Topic(text, start, end, len(phrases) == 1, person, tuple(beside))


def _introduced(question: str, rules: FollowUps, grammar: Grammar) -> Topic | None:
    """Return the topic of "what is throat cancer?", which no article and no name begins."""
    matches = grammar.introduced.finditer(question, overlapped=True) if grammar.introduced else ()
    none = (grammar.ends | grammar.articles | grammar.predicates) - grammar.joins
    for match in matches:
        words = match["topic"].split()
        if none.isdisjoint(words) and not rules.names_part.fullmatch(words[-1]):
            return Topic(match["topic"], *match.span("topic"))
    return None


def noun_phrases(question: str, grammar: Grammar) -> Iterator[NounPhrase]:
    """Yield the spans that begin with an article, a name or a quotation and end before a verb."""
    words: list[NounPhrase] = []
    nouns, linked = 0, False
    for token in [*TOKEN.finditer(question), None]:
        word = (token.group().rstrip("'’") or token.group()) if token else ""
        low = word.lower()
        joined = words and token and _goes_on(question, token.start(), grammar)
        led = bool(words) and not nouns and _leads_noun(question[slice(*words[-1])], word, grammar)
        if words and token and (joined or led or not _ends(word, nouns, linked, grammar)):
            if not nouns and _begins_again(question[slice(*words[0])], word, grammar):
                words = []
            owner = grammar.possessive.search(token.group()) if grammar.possessive else None
            nouns += low not in grammar.articles | grammar.links
            linked = bool(joined) or low in grammar.links
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


def _goes_on(question: str, at: int, grammar: Grammar) -> bool:
    return bool(grammar.compound and grammar.compound.match(question, at))


def _begins_again(first: str, word: str, grammar: Grammar) -> bool:
    """Tell whether *word* begins the phrase that *first* seemed to: that *the* group found."""
    pointing = first.lower() in grammar.pointing
    return pointing and (word.lower() in grammar.articles or not word[0].islower())


def _leads_noun(before: str, word: str, grammar: Grammar) -> bool:
    """Tell whether *word* after an article is said of the noun that follows: a *lost* key."""
    plain = before.lower() in grammar.articles - grammar.pointing - grammar.links
    return plain and before.lower() not in grammar.fused and word.lower() in grammar.participles


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
    ended = low in grammar.ends or word in ",;:?!"
    return ended or bool(nouns and grammar.verbs.fullmatch(word))


def _tagged(question: str, rules: FollowUps, tagged: Tagged) -> Topic | None:
    defined = tagged.introduced.search(question)
    if defined and not tagged.part.search(defined["topic"]):
        return Topic(defined["topic"], *defined.span("topic"))
    runs = [_trimmed(run, question, tagged) for run in nominal_runs(question, tagged)]
    runs = [one for one in runs if one.text and not FIGURES.fullmatch(one.text)]
    runs = [one for one in runs if not rules.asks.match(one.text)]  # *几*本书
    runs = [one for one in runs if not tagged.counted.search(question[: one.start])]
    first = [one for one in runs if one.start == 0]  # Chinese names its topic first
    best = max(first or runs, key=lambda one: len(one.text), default=None)
    return replace(best, alone=len(runs) == 1) if best else None


def nominal_runs(question: str, tagged: Tagged) -> Iterator[Topic]:
    """Yield the runs of words that a noun phrase is made of."""
    run, at = Topic("", 0, 0), 0
    for word, tag in [*tagged_words(question), ("", "")]:
        nominal = tag.startswith(tagged.nominal) and not tagged.ends.fullmatch(word)
        nominal = nominal and not (run.text and tag == "t")  # 图书馆 | 星期一
        if nominal or word in tagged.these or (run.text in tagged.these and word):
            run = Topic(run.text + word, run.start if run.text else at, at + len(word))
        else:
            if run.text:
                yield run
            run = Topic("", 0, 0)
        at += len(word)


def _trimmed(run: Topic, question: str, tagged: Tagged) -> Topic:
    """Take off the part that is asked: 论坛*的主题*是什么."""
    text = run.text.rstrip(f"{tagged.of} ")
    asked = tagged.part.search(text)
    if asked and tagged.part_follows.match(question[run.end :]):
        text = text[: asked.start()]
    return replace(run, text=text, end=run.start + len(text))
