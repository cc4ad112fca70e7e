"""Questions that leave their topic to a pronoun, or out: "When did it end?", “主题是什么？”.

Conservative: a question that could name what its pronoun stands for is left as it is.
"""

from __future__ import annotations

import regex

from corpus.chinese import tagged_words
from qa.mentions import Form, mentions
from qa.topics import Topic

# Nouns that are always of something, so that without it they are of the topic.
PARTS = {
    "en": (
        "themes?|title|topic|motto|slogan|name|date|dates|place|venue|location|number|size"
        "|population|capital|area|height|length|cost|costs|price|budget|value|total|purpose|goal"
        "|goals|aim|causes?|reasons?|results?|outcomes?|winners?|author|director|host|hosts|organi[sz]er"
        "|president|chair|leader|duration|start|end|opening|participants|speakers"
    ),
    "fr": (
        "thèmes?|titre|sujet|devise|slogan|nom|dates?|lieu|nombre|taille|population|capitale"
        "|superficie|hauteur|longueur|coût|prix|budget|valeur|montant|total|but|objectifs?|causes?"
        "|raisons?|résultats?|vainqueur|auteur|directeur|hôte|organisateurs?|président|durée|début|fin"
        "|ouverture|participants|orateurs"
    ),
    "zh": (
        "主[题題]|[标標][题題]|口[号號]|名字|名[称稱]|日期|[时時][间間]|地[点點]|[数數]量|人[数數]|[规規]模|人口|首都"
        "|面[积積]|高度|[长長]度|[价價]格|[预預]算|[总總][额額]|金[额額]|目的|目[标標]|原因|[结結]果|成果|冠[军軍]"
        "|作者|[导導]演|主[办辦][方国國地]|主席|[领領][导導]人|起[点點]|[终終][点點]|嘉[宾賓]"
    ),
}
ASKS = {
    "en": regex.compile(r"\b(?:who|whom|whose|what|when|where|why|which|how)\b", regex.IGNORECASE),
    "fr": regex.compile(
        r"\b(?:qui|que|quoi|quand|où|comment|combien|pourquoi|quel(?:le)?s?|lequel|laquelle)\b|\bqu['’]",
        regex.IGNORECASE,
    ),
    "zh": regex.compile(r"[谁誰哪几幾何吗嗎]|什[么麼]|怎|多[少大长長高远遠久]"),
}
EN_PRONOUN = regex.compile(
    r"\b(?P<word>it|they|them|he|him|she|its|their|his|her)\b(?!['’])", regex.IGNORECASE
)
PERSONS = {"he", "him", "his", "she", "her"}
OF = {"its", "their", "his", "her"}
# What may stand before the pronoun: nothing it could mean.
EN_BEFORE = regex.compile(
    r"(?:(?:in|on|at|for|from|to|by|with|of) )?(?:(?:who|whom|what|when|where|why|which|how)\b)?"
    r"(?: ?(?!that|because|if|while|as|before|after|when|the|an?|this|these)\p{Ll}+){0,4} ?",
)
EN_BEFORE_OF = regex.compile(
    r"(?:(?:who|what|when|where|why|which|how)(?: \p{Ll}+)?(?: (?:is|are|was|were|did|does|has|had))? )?"
)
# Who moved *his* court: whoever did.
EN_WHO_SAID_HE = regex.compile(
    r"who (?!is|are|was|were|did|does)\p{Ll}+ (?:he|she|they|its|his|her|their)\b", regex.IGNORECASE
)
# Who is *it* in "what is it called when", "does it take to", "is it important that"?
EN_EMPTY = regex.compile(
    r"\bit (?!\p{Ll}+ed\b|held|built|sold|given|taken|brought|sent|moved)(?:\p{Ll}+ ){1,3}"
    r"(?:to|that|when|if|who|whether|how|for)\s|\bit to\b|\b(?:does|did|would|will) it (?:take|cost)\b"
    r"|\bit (?:rain|snow|mean|matter)|\bis it (?:like|called)\b",
    regex.IGNORECASE,
)
EN_SHORT = regex.compile(
    r"(?:(?:(?i:how (?:many|much))(?: \p{Ll}+){0,2}|(?i:who))(?: (?:was|were|has|have|had))?"
    r" (?:\p{Ll}+ed|came|went|won|lost|spoke|took part|were there|there)(?: there)?"
    rf"|(?i:what|which|who) (?:is|are|was|were) the (?:{PARTS['en']})"
    r"|(?i:who|when|where|why|how|how (?:many|much|long|far|old|big))"
    r"|(?:(?i:in) )?(?i:what|which) (?:year|place|city|country))(?: exactly)?\s*\??"
)
FR_IMPERSONAL = regex.compile(
    r"\by (?:a-t|avait|eut)-il|faut-il|s['’]agit-il|passe-t-il|s['’](?:est|était)-il passé|existe-t-il"
    r"|reste-t-il|restait-il|arrivé|mis fin|\by a t|fait-il|convient-il|suffit-il|vaut-il|\bil (?:y a|faut|s['’]agit|fait|existe)\b",
    regex.IGNORECASE,
)
FR_ASKS = (
    r"(?i:(?:(?:en|à|a|de|dans|par|pour|sur|avec|depuis) )?"
    r"(?:qui|que|quoi|quand|où|comment|pourquoi|quel(?:le)?s?(?: \p{Ll}+){1,2}|combien(?: d(?:e |['’])\p{Ll}+)?))"
)
# When *was it* built? Who *has built it*? How many *took part in it*? What is *its* name?
FR_PRONOUN = regex.compile(
    rf"(?:{FR_ASKS} |(?i:qu['’])|(?=\p{{Lu}}))(?:ne |n['’]|y |se |s['’])?\p{{L}}+[- ](?:t-)?(?:ils?|elles?)\b"
    rf"|{FR_ASKS} (?:est-ce )?(?:qu['’])?(?:ils?|elles?)\b"
    rf"|{FR_ASKS} l['’](?:a|ont|avait|avaient)\b"
    rf"|{FR_ASKS} y (?:a(?! pas)|ont|avait|avaient|était|étaient|participe)\b"
    r"|(?i:quel(?:le)?s? (?:est|sont|était|étaient|fut|furent) )(?:son|sa|ses|leurs?)\s"
    r"|(?i:son|sa|ses|leurs?)\s(?=\p{Ll}+$)"
)
FR_NAMED = regex.compile(
    r"(?<=[\s'’])\p{Lu}|\d|[\"“«]|\b(?:le|la|les|un|une|au|aux|ce|cet|cette|ces)\s"
    r"|\bl['’](?!(?:a|ont|avait|avaient|on)\b)"
)
FR_SHORT = regex.compile(
    r"(?:(?i:combien|qui)(?: (?:de |d['’])\p{Ll}+)?(?: (?:ont|a|sont|est|était|étaient))?"
    r"(?: participé| venus?| venues| présente?s?| gagné| assisté)?"
    r"|(?i:quel(?:le)?s?) (?:est|sont|était|étaient|fut|furent) (?:le |la |les |l['’])"
    rf"(?:{PARTS['fr']})|(?i:quand|où|pourquoi|comment|(?:en )?quelle année))\s*\??"
)
ZH_PRONOUN = regex.compile(
    r"(?:[它他她牠祂][们們]?|[该該此](?=\p{Han})|[这這][届屆次个個座场場](?=\p{Han})?|其(?![中他它实實余餘次]))"
)
ZH_LEADS = regex.compile(
    r"(?:[那在于於对對从從是由与與和跟]|[请請][问問]|其中|[时時]候|什[么麼]|[谁誰哪几幾何]|[么麼])*"
)
ZH_TAIL = regex.compile(r"[吗嗎呢了的？?\s]*")
ZH_PART = regex.compile(rf"(?:{PARTS['zh']})(?:是|[为為]|有|在|\s*[？?]|$)")
ZH_SHORT = regex.compile(
    r"(?:在|于|於|是)?(?:哪[里裡儿兒年天国國]|何[时時地处處年]|什[么麼]([时時]候|地方)|[谁誰]|有?多少\p{Han}?|有?[几幾][个個位名]?\p{Han}?)?"
    r"(?:[举舉]行|[举舉][办辦]|召[开開]|[结結]束|[开開]始|[开開]幕|[闭閉]幕|[参參]加|出席|[参參][与與]|主持|[发發]言|成立|落成|通[车車])?"
    r"(?:了|的|过|過)*[？?\s]*"
)


PRONOUN = {
    "en": EN_PRONOUN,
    "fr": regex.compile(r"\b(?:ils?|elles?|son|sa|ses|leurs?)\b", regex.IGNORECASE),
    "zh": ZH_PRONOUN,
}


def completed(question: str, language: str, topic: Topic, other: str) -> str | None:
    """Return *question* with *topic* for its pronoun, or None if it stands on its own.

    Args:
        question: What was asked.
        language: Its family: en, fr, zh.
        topic: Of the question before.
        other: The family of the question before.
    """
    make = {"en": _english, "fr": _french, "zh": _chinese}[language]
    return make(question, topic, other)


def refers(phrase: str, language: str) -> bool:
    """Tell whether *phrase* asks something or has a pronoun: it is not a mere noun."""
    return bool(ASKS[language].search(phrase) or PRONOUN[language].search(phrase))


def in_front(topic: str, question: str, language: str) -> str:
    """Return *question* with its topic in front, as it is read in *language*."""
    if language == "zh":
        return f"{topic}：{question}"
    colon = " : " if language == "fr" else ": "
    return topic[:1].upper() + topic[1:] + colon + question[:1].lower() + question[1:]


def _english(question: str, topic: Topic, other: str) -> str | None:
    if EN_SHORT.fullmatch(question):
        return in_front(topic.text, question, "en")
    pronoun = EN_PRONOUN.search(question)
    if not pronoun or EN_EMPTY.search(question) or EN_WHO_SAID_HE.match(question):
        return None
    before, after = question[: pronoun.start()], question[pronoun.end() :]
    whose = pronoun["word"].lower() in OF and bool(regex.match(r"\s\p{L}", after))
    allowed = EN_BEFORE_OF if whose else EN_BEFORE
    if not allowed.fullmatch(before[:1].lower() + before[1:]) or regex.match(r"\s\p{Lu}", after):
        return None
    person = pronoun["word"].lower() in PERSONS
    if person and not topic.person and not _names(topic.text, other):
        # Who built the bridge? When was he born? – of him nothing is known but that.
        return in_front(topic.text, question, "en")
    said = (person and topic.person) or topic.text
    return _put(before, said, after, whose)


def _put(before: str, said: str, after: str, whose: bool) -> str:
    part = regex.fullmatch(r"\s(?P<noun>\p{Ll}+)(?P<mark>\s*\??)", after) if whose else None
    if part:  # What was its theme?
        the = "the" if before else "The"
        return f"{before}{the} {part['noun']} of {_inside(said)}{part['mark']}"
    said = _inside(said) if before else said[:1].upper() + said[1:]
    if whose:
        said += "’" if said.endswith("s") else "’s"
    return before + said + after


def _inside(topic: str) -> str:
    first, _, rest = topic.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An"} else topic


def _french(question: str, topic: Topic, _other: str) -> str | None:
    if FR_SHORT.fullmatch(question):
        return in_front(topic.text, question, "fr")
    pronoun = FR_PRONOUN.match(question.rstrip(" ?"))
    if not pronoun or FR_IMPERSONAL.search(question):
        return None
    if FR_NAMED.search(question, 0, pronoun.end()):
        return None
    return in_front(topic.text, question, "fr")


def _chinese(question: str, about: Topic, other: str) -> str | None:
    topic = about.text if other == "zh" else f"{_inside(about.text)} "
    pronoun = ZH_PRONOUN.search(question)
    if pronoun is None:
        if ZH_PART.match(question) and ASKS["zh"].search(question):
            return f"{topic}的{question}"
        return topic + question if ZH_SHORT.fullmatch(question) else None
    before, after = question[: pronoun.start()], question[pronoun.end() :]
    object_of_verb = len(before) <= 5 and ASKS["zh"].search(before) and ZH_TAIL.fullmatch(after)
    if not (ZH_LEADS.fullmatch(before) or object_of_verb) or _names(after, "zh"):
        return None
    if pronoun.group()[0] in "该該此这這":
        noun = next((word for word, _ in tagged_words(after)), "")
        if noun not in topic:
            return None
        after = after.removeprefix(noun)
    of = "的" if pronoun.group() == "其" and after[:1] != "的" else ""
    return before + topic + of + after


def _names(text: str, language: str) -> bool:
    """Tell whether *text* names something besides an ordinal."""
    return any(one.form is not Form.ORDINAL for one in mentions(text, language))
