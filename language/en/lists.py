"""How English lists."""

from language.list_rules import LAST, ListRules
from language.part_rules import pattern

NUMBERS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

LISTS = ListRules(
    marks=(
        pattern(
            rf"(?:(?m:^)|(?<=[.;:!?]\s)|(?<=\band\s))(?P<n>{'|'.join(PLACES)}|finally|lastly)(?:ly)?,\s"
        ),
    ),
    places={word: place for place, word in enumerate(PLACES, start=1)}
    | {"finally": LAST, "lastly": LAST},
    announces=pattern(
        rf"(?<![\d.,])\b(?P<n>\d{{1,2}}|{NUMBERS})\s(?:\p{{L}}[\p{{L}}-]*\s){{0,2}}?\p{{L}}[\p{{L}}-]*s\b"
    ),
    leads=pattern(
        r"\b(?:including|includes?|such as|namely|i\.e\.,?|e\.g\.,?|viz\.,?|comprises?|consists? of"
        r"|covers?|covering|are|were)\s|[:–—]\s|\s-\s"
    ),
    joins=pattern(r"\s(?:and|or|as well as|&)\s"),
    rest=pattern(r"\s*(?:,?\s(?:and so on|etc\.?|among others|and (?:others|more)))?[\s.;:]*$"),
    asking=pattern(
        r"\b(?:list|name|enumerate|show|give|tell|me|us|all|every|each|which|what|who|are|is|were|was"
        r"|there|the|of|in|on|at|a|an|to|for|from|by|with|and|do|does|did|have|has|please)\b"
        r"|\bmembers? of\b"
    ),
    below=pattern(r"\b(?:following|below|as follows)\b"),
    numbering=pattern(rf"^\s*(?:\d{{1,2}}\.?)+\s|\b(?:{NUMBERS})\b|\bfollowing\b"),
)
