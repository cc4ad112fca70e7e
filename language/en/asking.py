"""How English asks, and what its answers look like."""

from language.rules import Asking, Kind

DAYS = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?(?:[-–]|and|to)\s?\d{1,2})?"
NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred thousand million billion dozen"
).replace(" ", "|")

ASKING = Asking(
    asks={
        Kind.DATE: r"\bwhen\b|\b(?:what|which) (?:year|date|day|month|century)\b",
        Kind.NUMBER: (
            r"\bhow (?:many|much|large|big|long|tall|high|far|old|wide|deep)\b"
            r"|\bwhat (?:number|percentage|proportion|amount|share)\b"
            r"|\b(?:total|combined) (?:value|amount|number)\b"
        ),
        Kind.TITLE: r"\b(?:theme|title|motto|slogan)\b",
        Kind.PERSON: r"\bwho(?:m|se)?\b",
        Kind.PLACE: (
            r"\bwhere\b|\b(?:what|which) (?:countr(?:y|ies)|cit(?:y|ies)|place|town|state|region)\b"
            r"|\b(?:what|which) (?:continent|island)\b"
        ),
        Kind.REASON: r"\bwhy\b|\bwhat (?:caused?|causes|reasons?|motivated)\b",
    },
    dates=(
        rf"\b{DAYS}\s(?:of\s)?(?:{{months}})\b(?:,?\s{{year}}\b)?",
        rf"\b(?:{{months}})\s{DAYS}\b(?:,?\s{{year}}\b)?",
        r"\b(?:{months}),?\s{year}\b",
        r"\b\d{1,2}(?:st|nd|rd|th)\scentury\b",
    ),
    numbers=(rf"\b(?:{NUMBERS})(?:[-\s](?:and\s)?(?:{NUMBERS}))*\b",),
    sizes=(
        r"\b(?:per\s?cent|percent|thousand|million|billion|trillion)\b(?:\s(?:dollars|euros|yuans?))?",
    ),
    titles=r"(?<=\b(?:theme|motto|slogan)(?: (?:is|was)|\s?:) )[^.;«“\"]{4,120}",
    reasons=(r"\b(?:because|since|due to|owing to|in order to|so that|thanks to|as a result)\b"),
)
