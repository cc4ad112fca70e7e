"""How French asks for rows of a table."""

from language.part_rules import pattern
from language.table_rules import TableRules

TABLES = TableRules(
    most=pattern(
        r"\b(?:l[ae]s?\s)?plus\s(?:d['’]|de\b|grande?s?|élevée?s?|haute?s?|longue?s?|long|lourde?s?"
        r"|chère?s?|cher|récente?s?|profonde?s?|rapides?|larges?)|\bmaximum\b|\b(?:le|la)\sdernière?\b|\bdernière?\b"
    ),
    least=pattern(
        r"\b(?:l[ae]s?\s)?(?:plus\s(?:petite?s?|basse?s?|bas|courte?s?|légère?s?|léger|anciens?"
        r"|anciennes?|vieux|vieilles?)|moins\s(?:d['’]|de\b|chère?s?|cher|élevée?s?))|\bminimum\b"
        r"|\b(?:le|la)\spremière?\b|\bpremière?\b"
    ),
    after=pattern(r"\b(?:(?P<strictly>après)|depuis|à partir de)\s#"),
    before=pattern(r"\b(?:(?P<strictly>avant)|jusqu['’]en)\s#"),
    than=pattern(
        r"\b(?:(?P<more>plus\s(?:haut|grand|long|lourd|cher|profond|large|récent)\p{L}*)"
        r"|plus\s(?:petit|bas|court|léger|ancien)\p{L}*|moins\s(?:haut|cher|long|lourd)\p{L}*)\sque?\s#"
    ),
    measures={
        "height": (r"haut\w*|bas\w*", r"hauteur|altitude"),
        "length": (r"long\w*|court\w*", r"longueur|durée"),
        "weight": (r"lourd\w*|lég\w+", r"poids|masse"),
        "price": (r"ch[eè]r\w*", r"prix|coût|tarif|loyer"),
        "size": (r"grand\w*|petit\w*", r"taille|superficie|surface|hauteur|population|places"),
        "age": (
            r"ancien\w*|vieux|vieille\w*|récent\w*",
            r"constru|année|ouver|fond|mise en|depuis",
        ),
        "speed": (r"rapide\w*|lent\w*", r"vitesse"),
        "depth": (r"profond\w*", r"profondeur"),
        "width": (r"large\w*|étroit\w*", r"largeur"),
    },
    counting=pattern(r"\bcombien\b|\b(?:quel est )?le nombre d(?:e\b|['’])|\bcompte-t-on\b"),
    affirms=pattern(r"oui|o|vrai|✓|✔|x"),
    denies=pattern(r"non|n|faux|✗|✘|-|–|—|aucune?"),
)
