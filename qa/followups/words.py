"""Closed classes of words, and nouns that are always of something."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from language.values.numbers import ordinal_words

# Nouns that are always of something, so that without it they are of the topic.
PARTS = {
    "en": (
        "themes?|title|topic|motto|slogan|name|date|dates|place|venue|location|number|size"
        "|population|capital|area|height|length|cost|costs|price|budget|value|total|purpose|goal"
        "|goals|aim|causes?|reasons?|results?|outcomes?|winners?|author|founders?|owners?|hosts?|organi[sz]er"
        "|duration|start|end|opening|headquarters|revenue|currency|language|participants|speakers"
    ),
    "fr": (
        "thèmes?|titre|sujet|devise|slogan|nom|dates?|lieu|nombre|taille|population|capitale"
        "|superficie|hauteur|longueur|coût|prix|budget|valeur|montant|total|but|objectifs?|causes?"
        "|raisons?|résultats?|vainqueur|auteur|fondateurs?|hôte|organisateurs?|siège|durée|début|fin"
        "|ouverture|monnaie|langue|participants|orateurs"
    ),
    "zh": (
        "主[题題]|[标標][题題]|口[号號]|名字|名[称稱]|日期|[时時][间間]|地[点點]|[数數]量|人[数數]|[规規]模|人口|首都"
        "|面[积積]|高度|[长長]度|[价價]格|[预預]算|[总總][额額]|金[额額]|目的|目[标標]|原因|[结結]果|成果|冠[军軍]"
        "|作者|[创創][始办辦]人|主[办辦][方国國地]|[总總]部|全[长長]|[货貨][币幣]|[语語]言|[门門]票|票[价價]|起[点點]|[终終][点點]|嘉[宾賓]"
    ),
}
ASKS = {
    "en": regex.compile(r"\b(?:who|whom|whose|what|when|where|why|which|how)\b", regex.IGNORECASE),
    "fr": regex.compile(
        r"\b(?:qui|que|quoi|quand|où|comment|combien|pourquoi|quel(?:le)?s?|lequel|laquelle)\b"
        r"|\bqu['’]",
        regex.IGNORECASE,
    ),
    "zh": regex.compile(r"[谁誰哪几幾何吗嗎]|什[么麼]|怎|多[少大长長高远遠久]"),
}


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes of words between which a noun phrase stands."""

    articles: frozenset[str]
    links: frozenset[str]  # inside a phrase: the Treaty *of* Paris
    ends: frozenset[str]  # prepositions, auxiliaries, asking words, verbs that follow subjects


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


GRAMMARS = {
    "en": Grammar(
        _words("the a an this that these those its their his her"),
        _words("of"),
        _words(
            "in on at to for from by with about as into onto over under between during before after"
            " since until within without and or but than that because if while via against among"
            " who whom whose what when where why which how is are was were be been being am do does"
            " did has have had can could will would may might must should not there it they he she"
            " him them you we i held built born made written begun take took taken happen occur"
            " come came go went led met won lost sent sold fought found called named kept"
            " seen used paid"
        ),
    ),
    "fr": Grammar(
        _words("le la les l un une du des au aux ce cet cette ces son sa ses leur leurs"),
        _words("de d du des"),
        _words(
            "à dans par pour sur avec sans en depuis pendant avant après entre vers chez sous"
            " contre et ou mais que qu qui quoi où quand comment combien pourquoi quel quelle quels"
            " quelles est sont était étaient fut furent sera seront a ont avait avaient eut eurent"
            " aura se s ne n y il elle ils elles on lequel laquelle lesquels lesquelles"
            " peut doit va compte"
        ),
    ),
}
# Words that begin a question with a capital and are no names.
FIRST = (
    "who|whom|whose|what|when|where|why|which|how|is|are|was|were|did|does|do|has|have|had|can|in|on"
    "|at|to|for|from|by|of|and|but|the|an?|qui|que|quoi|quel\\w*|quand|où|ou|comment|combien|pourquoi"
    "|en|à|de|dans|par|pour|sur|et|le|la|les|ils?|elles?|est|lequel|laquelle|lesquels|lesquelles"
)
ORDINALS = {family: ordinal_words(family) for family in ("en", "fr", "zh")}
MEASURES = "届屆次个個场場期座条條位章回集部代号號任"
