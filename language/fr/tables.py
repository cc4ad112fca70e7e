"""How French asks for rows of a table."""

from language.part_rules import pattern
from language.table_rules import ColumnRules, TableRules

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
    columns={
        "price": ColumnRules(
            asks=pattern(
                r"\bcombien (?:co[uû]te|vaut|valent|est-ce|pour)\w*|\b(?:prix|co[uû]t|tarif) d"
            ),
            beside=pattern(r"\b(?:prix|pièce|chacune?|l['’]unité|co[uû]t\w*)\b"),
            called=pattern(r"\b(?:prix|co[uû]t|tarif|loyer|montant)\b"),
        ),
        "count": ColumnRules(
            asks=pattern(r"\bcombien\b|\bnombre d"),
            beside=pattern(
                r"\b(?:personnes?|gens|pièces|unités|exemplaires|stock|rest\w+|habite\w*|total"
                r"|tout|disponibles?|vive?nt|compte\w*|possèd\w+)\b"
            ),
            called=pattern(
                r"\b(?:quantités?|qté|stock|nombre|nb|effectifs?|pièces|unités|exemplaires|membres"
                r"|adhérents|habitants|population|élèves|étudiants|personnes|participants|visiteurs"
                r"|disponibles?)\b"
            ),
        ),
        "place": ColumnRules(
            asks=pattern(r"\boù\b"),
            beside=pattern(r"\b(?:trouve\w*|rang\w+|réunit|réunissent|situ\w+|lieu)\b"),
            called=pattern(
                r"\b(?:rayons?|étagères?|salles?|lieux?|endroits?|emplacements?|adresses?"
                r"|bâtiments?|allées?|magasin|local|ville)\b"
            ),
        ),
        "person": ColumnRules(
            asks=pattern(r"\bqui\b|\bà qui\b"),
            beside=pattern(r"\b(?:personne|homme|femme)\b"),
            called=pattern(
                r"\b(?:vende(?:ur|use)s?|propriétaires?|noms?|gardiens?|professeurs?|enseignante?s?"
                r"|responsables?|auteure?s?|membres?|contacts?|employée?s?|locataires?|cliente?s?"
                r"|gérante?s?|maires?|exposante?s?)\b"
            ),
        ),
        "time": ColumnRules(
            asks=pattern(r"\b(?:depuis )?quand\b|\b(?:quelle|en quelle) (?:année|date)\b"),
            beside=pattern(r"\b(?:depuis|fondée?s?|construite?s?|ouverte?s?|achetée?s?|date)\b"),
            called=pattern(
                r"\b(?:dates?|jour|année|an|depuis|fondée?s?|construite?s?|ouverte?s?|achat)\b"
            ),
        ),
    },
    total=pattern(r"\b(?:au total|en tout|total)\b"),
    both=pattern(r"\b(?:et|avec) (?:(?:leurs?|ses|son|sa|les?|la)\b|l['’])"),
    counting=pattern(r"\bcombien\b|\b(?:quel est )?le nombre d(?:e\b|['’])|\bcompte-t-on\b"),
    affirms=pattern(r"oui|o|vrai|✓|✔|x"),
    denies=pattern(r"non|n|faux|✗|✘|-|–|—|aucune?"),
)
