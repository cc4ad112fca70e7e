"""How French asks for rows of a table."""

from language.part_rules import pattern
from language.table_rules import TableRules

TABLES = TableRules(
    most=pattern(
        r"\b(?:l[ae]s?\s)?plus\s(?:d['’]|de\b|grande?s?|élevée?s?|haute?s?|longue?s?|long|lourde?s?"
        r"|chère?s?|cher|récente?s?)|\bmaximum\b|\b(?:le|la)\sdernière?\b|\bdernière?\b"
    ),
    least=pattern(
        r"\b(?:l[ae]s?\s)?(?:plus\s(?:petite?s?|basse?s?|bas|courte?s?|légère?s?|léger|anciens?"
        r"|anciennes?)|moins\s(?:d['’]|de\b|chère?s?|cher|élevée?s?))|\bminimum\b"
        r"|\b(?:le|la)\spremière?\b|\bpremière?\b"
    ),
    after=pattern(r"\b(?:(?P<strictly>après)|depuis|à partir de)\s#"),
    before=pattern(r"\b(?:(?P<strictly>avant)|jusqu['’]en)\s#"),
    counting=pattern(r"\bcombien\b|\b(?:quel est )?le nombre d(?:e\b|['’])|\bcompte-t-on\b"),
    affirms=pattern(r"oui|o|vrai|✓|✔|x"),
    denies=pattern(r"non|n|faux|✗|✘|-|–|—|aucune?"),
)
