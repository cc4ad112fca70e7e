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
    labelled=(
        (
            pattern(
                r"^(?=.*\b(?:who|whom|which|what|list|name|show|give|people|names)\b).*?\K\b(?:absent"
                r"|absentees|(?:did not|didn't|could not|couldn't) (?:attend|come)|missed the"
                r"|(?:sent|gave) (?:their |his |her )?apologies|apologi[sz]ed|excused"
                r"|(?:was|were) missing)\b"
            ),
            pattern(
                r"apologies(?: (?:for absence|received|from))?|absent(?:ees)?|excused|regrets"
                r"|not present|absent with apologies"
            ),
            "apolog|absent|absente|excus|regret",
        ),
        (
            pattern(
                r"^(?=.*\b(?:who|whom|which|what|list|name|show|give|people|names)\b).*?\K\b(?:present"
                r"|attend(?:ed|ing|ees?|ants?|ance)|took part|participants?|in attendance"
                r"|(?:was|were) (?=at|in)|came to)\b"
            ),
            pattern(
                r"(?:(?:also|members|those) )?(?:present|attendees|attending|in attendance"
                r"|participants|attendance|those present|members present)"
            ),
            "present|attend|attende|attendees|particip",
        ),
    ),
    crowd=pattern(
        r"\b(?:people|persons?|members?|names?|meetings?|session|committee|minutes|(?:the )?list of"
        r"|held|during|were|could|that|those|all of)\b"
    ),
)
