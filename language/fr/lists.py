"""How French lists."""

from language.list_rules import LAST, ListRules
from language.part_rules import pattern

NUMBERS = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
PLACES = (
    "premièrement deuxièmement troisièmement quatrièmement cinquièmement sixièmement"
    " septièmement huitièmement"
).split()

LISTS = ListRules(
    marks=(
        pattern(
            rf"(?:(?m:^)|(?<=[.;:!?]\s)|(?<=\bet\s))(?P<n>{'|'.join(PLACES)}|secondement|enfin),?\s"
        ),
        pattern(
            r"(?:(?m:^)|(?<=[.;:!?]\s)|(?<=\bet\s))(?:tout\s)?(?P<n>d['’]abord|ensuite|puis|enfin),\s"
        ),
        pattern(r"(?:(?m:^)|(?<=[.;:!?]\s))(?P<n>\d{1,2})°\s"),
    ),
    places={word: place for place, word in enumerate(PLACES, start=1)}
    | {"secondement": 2, "d'abord": 1, "d’abord": 1, "ensuite": 2, "puis": 3, "enfin": LAST},
    announces=pattern(
        rf"(?<![\d.,])\b(?P<n>\d{{1,2}}|{NUMBERS})\s(?:\p{{L}}[\p{{L}}-]*\s){{0,2}}?\p{{L}}[\p{{L}}-]*[sx]\b"
    ),
    leads=pattern(
        r"\b(?:notamment(?: sur| de| à)?|comme|tels? que|telles? que|à savoir|soit"
        r"|comprend|comprennent|sont|étaient)\s|\s?[:–—]\s|\s-\s"
    ),
    joins=pattern(r"\s(?:et|ou|ainsi que)\s"),
    rest=pattern(r"\s*(?:,?\s(?:etc\.?|entre autres))?[\s.;:]*$"),
    asking=pattern(
        r"\b(?:liste[rz]?|cite[rz]?|nomme[rz]?|énumère[rz]?|donne[rz]?|montre[rz]?|moi|tous|toutes"
        r"|quel(?:le)?s|qui|sont|est|étaient|les|la|le|des|du|de|dans|en|à|au|aux|sur|par|avec|et|y|il"
        r"|ont|a|une?)\b|\b[ldn]['’]|\bmembres?\s(?=d(?:es?|u)\b|d['’])"
    ),
    below=pattern(r"\b(?:suivante?s?|ci-dessous|ci-après)\b"),
    numbering=pattern(rf"^\s*(?:\d{{1,2}}\.?)+\s|\b(?:{NUMBERS})\b|\bsuivante?s?\b"),
    labelled=(
        (
            pattern(
                r"^(?=.*\b(?:qui|quels?|quelles?|liste[rz]?|noms?|cite[rz]?|donne[rz]?)\b).*?\K\b"
                r"(?:absente?s?|excusée?s?|(?:manquait|manquaient)|n['’](?:a|ont)"
                r" pas (?:assisté|participé)|n['’]étai(?:t|ent) pas (?:là|présente?s?))\b"
            ),
            pattern(r"(?:membres? )?(?:absente?s?(?: excusée?s?)?|excusée?s?|pouvoirs?)"),
            "absent|excus|pouvoir",
        ),
        (
            pattern(
                r"^(?=.*\b(?:qui|quels?|quelles?|liste[rz]?|noms?|cite[rz]?|donne[rz]?)\b).*?\K\b"
                r"(?:présente?s?|(?:a|ont) (?:assisté|participé) à|participante?s?"
                r"|assistai(?:t|ent) à|étai(?:t|ent) là)(?!\w)"
            ),
            pattern(
                r"(?:(?:étaient|membres?) )?(?:présente?s?|participante?s?|assistance|assistaient)"
            ),
            "present|particip|assist",
        ),
    ),
    crowd=pattern(
        r"\b(?:personnes?|gens|membres?|noms?|réunions?|séances?|comité|conseil|compte rendu"
        r"|(?:la )?liste(?: des)?|était|étaient|sont|est|ce qui|lors|durant|pendant)\b"
    ),
)
