"""How French asks several things at once."""

from language.followup_rules import words
from language.part_rules import Choice, PartRules, pattern

ASKING = (
    r"qui|qu['’]est|quoi|quel(?:le)?s?|quand|où|combien|comment|pourquoi"
    r"|laquelle|lequel|lesquel(?:le)?s"
)
LEADING = "en|à|de|dans|par|pour|sur|avec|depuis|contre|chez|vers"
LEAD = rf"(?:(?:{LEADING})\s|d['’])?"

WORDS = {  # what is compared, and how it is asked of one
    "haute?s?|bas(?:se)?s?": "{it} : quelle est la hauteur ?",
    "long(?:ue)?s?|courte?s?": "{it} : quelle est la longueur ?",
    "profonde?s?": "{it} : quelle est la profondeur ?",
    "lourde?s?|légère?s?|léger": "{it} : quel est le poids ?",
    "grande?s?|petite?s?": "{it} : quelle est la taille ?",
    "ancien(?:ne)?s?|vieux|vieilles?|récente?s?": "Quand a été construit {it} ?",
    "chère?s?|cher": "Combien coûte {it} ?",
    "peuplée?s?": "{it} : combien d’habitants ?",
}
OR = r"(?P<a>[^,:?]+?),? ou (?P<b>[^,:?]+?)"
WHICH = r"(?:lequel|laquelle|qui|quel(?:le)? \p{L}+)"
CHOICES = (
    *(
        Choice(pattern(form), alone)
        for word, alone in WORDS.items()
        for form in (
            rf"{WHICH} (?:est|était) (?:le |la )?(?:plus|moins) (?:{word})\s?[,:] {OR}",
            rf"{OR}\s?[,:] {WHICH} (?:est|était) (?:le |la )?(?:plus|moins) (?:{word})",
            rf"(?P<a>.+?) est-(?:il|elle) plus (?:{word}) que (?P<b>.+)",
        )
    ),
    Choice(
        pattern(rf"{WHICH} a (?:le )?(?:plus|moins) (?:de |d['’])(?P<noun>[^,:?]+?)\s?[,:] {OR}"),
        "{it} : combien de {noun} ?",
    ),
)

PARTS = PartRules(
    choices=CHOICES,
    joint=pattern(
        r"\s*(?:(?P<strong>[.;?!]\s*(?:et\s)?|,?\s+(?:et|ainsi que|puis)\s+(?:aussi\s)?)|,\s*)"
        rf"(?={LEAD}(?P<word>{ASKING})(?:\b|(?<=['’]))"
        r"|(?P<word>que) (?:s['’]|signifie|fait|dit|contient|prévoit)"
        r"|(?P<word>est-ce) qu|(?P<word>\p{L}+)-(?:t-)?(?:il|elle|ils|elles)\b"
        # Et les chiens sont-ils admis ?
        r"|(?P<word>les?|la|l['’]|un|une|des|mes|mon|ma)\s?(?:\p{L}+\s){1,3}\p{L}+-(?:t-)?(?:ils?|elles?)\b"
        r"|(?P<word>ce) qu(?:e\s|['’]|i\s)"
        r"|(?P<word>cite[rz]?|donne[rz]?|liste[rz]?|énumère[rz]?|dis-moi|dites-moi)\s)"
    ),
    asks=pattern(rf"\b(?:{ASKING})(?:\b|(?<=['’]))|\b(?:est-ce)\b|-(?:t-)?(?:ils?|elles?)\b|^cite"),
    bare=pattern(
        rf"{LEAD}(?:qui|quoi|quand|où|combien|comment|pourquoi|lequel|laquelle"
        r"|quel(?:le)? (?:année|date|jour|mois|lieu|ville|endroit|pays|but|raison))(?: exactement)?"
    ),
    adverbs=pattern(rf"{LEAD}(?:qui|quoi|quand|où|combien|comment|pourquoi)"),
    relative=words("qui où lequel laquelle lesquels lesquelles quand"),
    polite=pattern(
        r"^(?:s['’]il (?:te|vous) plaît,? |et )*(?:(?:peux-tu|pouvez-vous|sais-tu|savez-vous) )?"
        r"(?:(?:me )?dire|dis-moi|dites-moi|explique[rz]?|je (?:veux|voudrais|souhaite) savoir)?\s?"
    ),
    subordinate=pattern(
        r"^quand\s(?!.*-(?:t-)?(?:ils?|elles?|ce)\b)(?!(?:est|sont|a|ont|était|fut|aura|commence)\b)"
    ),
    compares=pattern(r"^(?:peux-tu |pouvez-vous )?compare[rz]?\s|^comparaison (?:de|entre)\s"),
    differs=pattern(
        r"^(?:quel(?:le)?s? (?:est|sont|était|étaient) )?(?:la |les )?(?:principales? )?"
        r"différences? entre\s"
    ),
    distributes=pattern(r",?\s(?:respectivement|respecti(?:f|ve)s?)\b"),
    each=pattern(
        r"(?:\b(?P<prep>à|de|dans|pour|par|lors de) )?\bchacune?"
        r"(?: (?:d['’]eux|d['’]elles|des deux))?\b"
    ),
    joins=pattern(
        r"(?:,\s?|,?\s(?:et|ainsi que|contre|face(?: à)?|par rapport(?: à)?|comparé(?: à)?"
        r"|versus|vs\.?)\s)"
    ),
    together=pattern(r"\b(?:au total|en tout|ensemble|entre|à la fois|ni)\b|\d{4} à (?=\d{4})"),
    shared=pattern(
        r"(?P<front>(?:quel(?:le)?s?|qui|où|quand) (?:est|sont|était|étaient) )"
        r"(?P<items>(?:le |la |l['’])[\p{L}’' -]{2,40}?(?:, (?:le |la |l['’])[\p{L}’' -]{2,40}?)*"
        r",? (?:et|ainsi que) (?:le |la |l['’])[\p{L}’'-]+(?: [\p{L}’'-]+){0,2}?)"
        r"(?P<rest> (?:de|du|des|à|au|dans) .+| d['’].+)"
    ),
    counts=pattern(
        r"(?P<asks>combien )(?P<first>(?:de |d['’])\p{L}+(?: (?:de |d['’])\p{L}+)?),? et combien "
        r"(?P<second>(?:de |d['’])\p{L}+(?: (?:de |d['’])\p{L}+)?)(?P<rest> .+)"
    ),
    apart=pattern(r",? (?:et|ainsi que) (?=le |la |l['’])|, (?=le |la |l['’])"),
    singular=pattern(r"\b(quel(?:le)?)s sont $|\b(qui) sont $"),
    of_one=r"\1\2 est ",
)
