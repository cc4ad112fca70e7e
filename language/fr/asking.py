"""How French asks, and what its answers look like."""

from language.rules import Asking, Kind

DAYS = r"\d{1,2}(?:er)?(?:\s?(?:[-–]|et|au)\s?\d{1,2})?"
NUMBERS = (
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt"
    " trente quarante cinquante soixante cent cents mille millions? milliards? dizaines?"
).replace(" ", "|")

ASKING = Asking(
    asks={
        Kind.DATE: r"\bquand\b|\bquel(?:le)?s? (?:année|date|jour|mois|siècle|époque)\b",
        Kind.NUMBER: (
            r"\bcombien\b"
            r"|\bquel(?:le)?s? (?:nombre|pourcentage|montant|somme|part|proportion|taille)\b"
            r"|\bquel(?:le)?s? (?:superficie|longueur|hauteur|population|âge)\b"
            r"|\bquel(?:le)?s? (?:est|était) (?:le nombre|la longueur|le montant|la part)\b"
        ),
        Kind.TITLE: r"\b(?:thème|titre|devise|slogan|intitulé)\b",
        Kind.PERSON: (
            r"^(?:(?:par|à|de|avec|pour|chez) )?qui\b"
            r"|\bqui (?:est|sont|était|étaient|a|ont|fut)\b"
        ),
        Kind.PLACE: (
            r"\boù\b|\bquel(?:le)?s? "
            r"(?:pays|villes?|lieux?|régions?|endroit|continent|départements?|îles?)\b"
        ),
        Kind.REASON: r"\bpourquoi\b|\bquelles? (?:est|sont) (?:la|les) (?:raisons?|causes?)\b",
    },
    dates=(
        rf"\b{DAYS}\s(?:{{months}})\b(?:,?\s{{year}}\b)?",
        r"\b(?:{months}),?\s{year}\b",
        r"\b[IVX]+e\ssiècle\b",
    ),
    numbers=(rf"\b(?:{NUMBERS})(?:[-\s](?:et\s)?(?:{NUMBERS}))*\b",),
    sizes=(r"\b(?:mille|millions?|milliards?)\b(?:\s(?:d['’]\s?euros|de dollars))?",),
    titles=r"(?<=\b(?:thème|devise|slogan)(?: (?:est|était)|\s?:) )[^.;«“\"]{4,120}",
    reasons=(
        r"\b(?:parce qu|car\b|puisqu|en raison d|à cause d|grâce à|afin d"
        r"|pour (?:que|\p{L}+[eio]r)\b)"
    ),
)
