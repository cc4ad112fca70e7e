"""How French asks on after a question."""

from functools import partial

import regex

from language.followup_rules import Doing, FollowUps, Fronting, Grammar, words
from language.fr.values import VALUES

_any_case = partial(regex.compile, flags=regex.IGNORECASE)

RANKS = VALUES.numbers.ordinals
PARTS = (
    "thèmes?|titre|sujet|devise|slogan|nom|dates?|lieu|nombre|taille|population|capitale"
    "|superficie|hauteur|longueur|coût|prix|budget|valeur|montant|total|but|objectifs?|causes?"
    "|raisons?|résultats?|vainqueur|auteur|fondateurs?|hôte|organisateurs?|siège|durée|début|fin"
    "|ouverture|monnaie|langue|participants|orateurs|types?|sortes?|formes?|effets?|symptômes?"
    "|signes?|traitements?|risques?|avantages?|inconvénients?|bienfaits?|usages?|exemples?|étapes?"
    "|conséquences?|caractéristiques?|histoire|importance|conditions?|limites?"
)
# What may stand before and after them and says no more about what they are of.
USUAL = (
    "(?:principa(?:l|le|les|ux)|différente?s|autres|premi(?:er|ère)s?|possibles?|grande?s|vraie?s"
    "|meilleure?s?)"
)
AFTER = r"(?: (?:secondaires|possibles|connue?s|principa(?:l|le|les|ux)))?"
BE = r"(?:est|sont|était|étaient|fut|furent)"
HAVE = r"(?:a|ont|avait|avaient)"
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
WEEK = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
# In which year, how many countries.
ASKS = (
    r"(?i:(?:(?:en|à|a|de|dans|par|pour|sur|avec|depuis) )?"
    r"(?:qui|que|quoi|quand|où|comment|pourquoi|quel(?:le)?s?(?: \p{Ll}+){1,2}"
    r"|combien(?: d(?:e |['’])\p{Ll}+)?))"
)

FOLLOWUPS = FollowUps(
    openers=_any_case(
        r"(?:et\s)?(?:qu['’]en (?:est|était)-il|quid)\s"
        r"(?:d['’]|de\s|(?P<fused>du|des)\s)(?P<phrase>.+)"
        r"|(?:et|mais)\b,?\s"
        r"(?:(?:celui|celles?|ceux)\s(?:d['’]|de\s|(?P<fused>du|des)\s))?(?P<phrase>.+)"
    ),
    asks=_any_case(
        r"\b(?:qui|que|quoi|quand|où|comment|combien|pourquoi|quel(?:le)?s?|lequel|laquelle)\b"
        r"|\bqu['’]"
    ),
    refers=_any_case(r"\b(?:ils?|elles?|son|sa|ses|leurs?)\b"),
    part_asked=_any_case(
        rf"(?:^|\b(?P<asks>quel(?:le)?s?) {BE} )"
        r"(?P<part>(?:les? |la |l['’])[\p{Ll}\s-]+?)\s(?P<of>du|des|de|d['’])\s?"
    ),
    names_part=_any_case(rf"(?P<noun>(?:(?P<article>le|la|les)\s|l['’])?(?:{PARTS}))"),
    defines=_any_case(r"(?:c['’]est quoi|qu['’]est[- ]ce (?:que|qu['’])|que signifie|définis)\b"),
    ordinal=_any_case(
        rf"\b(?:(?P<rank>{'|'.join(RANKS)}|derni(?:er|ère))s?"
        r"|\d+(?:ère|er|re|nde?|ième|ème|eme|e))\b(?! siècle)"
    ),
    ranks=RANKS,
    days=rf"(?:{WEEK})s?|week-ends?|semaine",
    leads=_any_case(
        r"(?:\b(?P<preposition>en|à|dans|depuis|pour|par|sur|de|avec|après|avant|chez|du|des|au|aux)\s"
        r"|\b(?P<preposition>d)['’])?(?:\b(?P<article>le|la|les)\s|\b(?P<article>l)['’])?$"
    ),
    colon=" : ",
    question_mark=" ?",
    condition=_any_case(r"(?P<state>en cas d(?:e\s|['’]|u\s).+|s(?:i\s|['’]ils?\s).+|en retard)"),
    on_condition="et {}",
    anew=_any_case(
        r"(?:à )?quelle heure|quel jour|(?:en )?quelle année|(?:jusqu['’]à |depuis )?quand|où"
        r"|pourquoi|par qui"
    ),
    done=Doing(
        asks=_any_case(
            r"(?:(?:et )?c['’]était )?(?P<asks>quand|où|pourquoi|comment|(?:pour |à )combien"
            r"|(?:en )?quelle année|quel jour)(?: (?:était|est)-ce|(?: est-ce que)? c['’]était)?"
        ),
        who=_any_case(
            r"qui(?: est-ce qui)? (?:(?P<aux>a|avait) (?!été\b)(?P<act>\p{L}+[éiutsé]e?s?)"
            r"|(?P<past>(?!(?:sera|aura|fera|ira|va)\b)\p{L}{2,}a)) (?P<thing>.+?)[?\s]*"
        ),
        framed="{asks} {aux}{past}-t-on {act} {thing} ?",
    ),
    first=(
        r"qui|que|quoi|quel\w*|quand|où|ou|comment|combien|pourquoi|en|à|de|dans|par|pour|sur|et"
        "|le|la|les|ils?|elles?|est|lequel|laquelle|lesquels|lesquelles"
    ),
    linking="de|de la|du|des|et",
    phrases=Grammar(
        articles=words("le la les l un une du des au aux ce cet cette ces son sa ses leur leurs"),
        indefinite=words("un une des"),
        owned=words("son sa ses leur leurs"),
        links=words("de d du des"),
        ends=words(
            "à dans par pour sur avec sans en depuis pendant avant après entre vers chez sous"
            " contre et ou mais que qu qui quoi où quand comment combien pourquoi quel quelle quels"
            " quelles est sont était étaient fut furent sera seront a ont avait avaient eut eurent"
            " aura se s ne n y il elle ils elles on lequel laquelle lesquels lesquelles"
            " peut doit va compte"
        ),
        verbs=regex.compile(r"\S+-(?:t-)?(?:il|elle|ils|elles|on|ce)"),
        article=_any_case(r"(?:le|la|une?|du|au)\s|l['’]"),
        same_part=regex.compile(
            r"(?P<noun>(?:(?P<article>le|la|les)\s|l['’])?\p{Ll}+(?:\s\p{Ll}+)*)"
        ),
        agreeing={"le": "Quel", "la": "Quelle"},
        counted=_any_case(r"combien (?P<noun>d(?:e |['’])\p{Ll}+)"),
        plain=regex.compile(r"(?:les |de |d['’])(?P<noun>\p{Ll}+)"),
        the="",
        of="de",
        partitive="de ",
        leading="en|à|au|aux|dans|depuis|pour|avec",
        leading_nouns=rf"le (?:{WEEK}|matin|soir)",
        # Une pompe *à chaleur*, une éolienne *en mer*, but not what begins *à partir* de, serves *à
        # chauffer* or opens *en juin*.
        compound=regex.compile(
            r"(?:à|en) (?!(?:la|les?|une?|ce\p{Ll}*|s(?:a|on|es)|qu\p{Ll}+|partir|propos"
            r"|condition|cause|travers|côté|cours|train|moyenne|plus|général|effet|vigueur|vertu|hiver|été|automne"
            rf"|{MONTHS}|\p{{Ll}}{{2,}}(?:er|oir|ant))\b)\p{{Ll}}{{3,}}"
        ),
        fused={
            "du": ("de", "le"),
            "des": ("de", "les"),
            "au": ("à", "le"),
            "aux": ("à", "les"),
            "d": ("de", ""),
        },
        contractions=(
            (r"^de le ", "du "),
            (r"^de les ", "des "),
            (r"^à le ", "au "),
            (r"^à les ", "aux "),
            (r"^de (?=[aeiouyhàâéèêëîïôœ])", "d’"),
        ),
        in_country={"": "en ", "la": "en ", "l": "en ", "le": "au ", "les": "aux "},
        said_in=words("en à"),
    ),
    completing=Fronting(
        short=regex.compile(
            r"(?:(?i:combien|qui)(?: (?:de |d['’])\p{Ll}+)?(?: (?:ont|a|sont|est|était|étaient))?"
            r"(?: participé| venus?| venues| gagné| assisté)?"
            rf"|(?i:quel(?:le)?s?) {BE} (?:le |la |les |l['’])(?:{USUAL} )?(?:{PARTS}){AFTER}"
            # Are there side effects? Which type is best for beginners? Which is the best?
            r"|(?i:y a-t-il|il y a) (?:d['’]|d(?:e|es|u) |une? )\p{Ll}+(?: \p{Ll}+)?"
            r"|(?i:quel(?:le)?s?) (?:types?|sortes?|formes?|modèles?|variétés?)"
            rf" {BE} (?:le |la |les )?\p{{Ll}}+(?: pour(?: \p{{Ll}}+){{1,2}})?"
            rf"|(?i:quel(?:le)?s?|lequel|laquelle) {BE} (?:le|la|les) meilleure?s?"
            r"(?: (?:type|sorte|forme|modèle|choix))?(?: pour(?: \p{Ll}+){1,2})?"
            r"|(?i:lesquel(?:le)?s|laquelle|lequel|(?:depuis )?quand|où|pourquoi|comment))\s*\??"
        ),
        # When *was it* built? Who *has built it*? How many *took part in it*? What is *its* name?
        pronoun=regex.compile(
            rf"(?:{ASKS} )(?:ne |n['’]|y |se |s['’]|l[ea]s? )?\p{{L}}+[- ](?:t-)?(?:ils?|elles?)\b"
            rf"|{ASKS} (?:est-ce )?(?:qu['’])?(?:ils?|elles?)\b"
            rf"|{ASKS} l['’]{HAVE}\b|{ASKS} y (?:{HAVE}|était|étaient|participe)\b"
            # Is it open? Does that take long? Can one eat there? Is it free?
            r"|^(?i:\p{L}+-(?:t-)?(?:ils?|elles?))\b"
            rf"|^(?:{ASKS} )?(?:(?i:cela|ça)\b|(?i:\p{{L}}+-(?:t-)?on y)\b)"
            r"|^(?i:(?:c['’]est|est-ce) (?!qu|ce\b|une?\b|l[ea]s?\b|l['’]|à\b|en\b|p(?:ou|a)r\b)"
            r"\p{L}+)\s*\??$"
            rf"|(?i:quel(?:le)?s? en) {BE}\b|(?i:quel(?:le)?s? {BE} )(?:son|sa|ses|leurs?)\s"
        ),
        empty=_any_case(
            r"\by (?:a-t|a t|avait|eut)"
            r"|(?:faut|s['’]agit|passe-t|existe-t|reste-t|restait|fait|convient)-il"
            r"|s['’](?:est|était)-il passé|est-il (?:arrivé|mis fin)"
            r"|\bil (?:y a|faut|s['’]agit|fait|existe)\b"
        ),
        named=regex.compile(r"(?<=[\s'’])\p{Lu}"),
    ),
)
