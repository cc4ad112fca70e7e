"""Dates, numbers, units and names in French."""

from language import value_rules as rules
from language.fr.asking import NUMBERS

DAY, YEAR = r"(?P<d>\d\d?)(?:er)?", r"(?P<y>\d{4})"


def _endings(place: int) -> tuple[str, ...]:
    if place == 1:
        return ("er", "re", "ère")
    return ("e", "ème", "nd", "nde") if place == 2 else ("e", "ème")


VALUES = rules.ValueForms(
    dates=rules.DateForms(
        forms=(rf"{DAY} {{month}}(?:,? {YEAR})?", rf"{{month}}(?:,? {YEAR})?", DAY, YEAR),
        era=(
            r"(?P<y>\d{1,4}) (?:(?P<bc>av(?:\.|ant))|ap(?:r?\.|rès)) (?:j\.-c\.|jésus-christ)"
        ),
        decade=r"années (?P<y>\d{4})",
        century=r"(?:(?P<n>\d\d?)|(?P<roman>[ivx]+))(?:er|e|ᵉ|ème) siècle",
        join=r"(?P<pair> et )|–|-| à | au | jusqu'au ",
        opens=r"du |de |des |les |le |entre (?:le |les )?",
        before="(?:en |dans |au )?(?:le |les )?",
        relative={
            r"\b(?:hier(?: soir)?|cette nuit)\b": -1,
            r"\b(?:aujourd['’]hui|ce (?:matin|soir|midi)|cet après-midi)\b": 0,
            r"\bdemain\b": 1,
        },
        happened=(
            r"\b(?:fut|furent|(?:a|ont|est|sont|avait|avaient|était|étaient)(?: été)?"
            r" (?:\p{L}+ )?\p{L}+(?:é|i|u|is|it|ert)e?s?|\p{L}{3,}(?:èrent|irent))\b"
        ),
        named_before=(
            r"\b(?:Agenda|Vision|Horizon|Plan|Stratégie|Programme|Projet|Objectifs?|Cap|Expo|Euro"
            r"|Europe|France)\s$|\b(?:stratégie|agenda|vision)\s$"
        ),
        months={"sep": 9, "juill": 7},
    ),
    numbers=rules.NumberForms(
        # 1,500 and 1.500 are a thousand to English eyes; 78.7 stands in French texts too.
        figures=(
            r"(?!0\d|[1-9]\d{0,2}[,.]\d{3}$)(?:"
            r"(?P<whole>\d{1,3}(?: \d{3})+|\d{1,3}(?:\.\d{3}){2,}|\d{1,18})"
            r"(?:,(?P<part>\d{1,9}))?|(?P<whole>\d{1,18})\.(?P<part>\d{1,2}|\d{4,9}))"
        ),
        sizes={"billions": 12, "billion": 12, "milliards": 9, "milliard": 9, "mds": 9, "md": 9,
               "millions": 6, "million": 6, "mille": 3, "milliers": 3},
        words=f"{NUMBERS}|zéro|une?|et|billions?",
        ordinals=rules.places(
            "premier|première deuxième|second|seconde troisième quatrième cinquième sixième"
            " septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième"
            " seizième dix_septième dix_huitième dix_neuvième"
            " vingtième vingt_et_unième vingt_deuxième vingt_troisième vingt_quatrième"
            " vingt_cinquième vingt_sixième vingt_septième vingt_huitième vingt_neuvième trentième"
            " trente_et_unième"
        ),
        roman=r"(?<![\p{L}\p{N}])(?P<n>[IVX]+)(?:er|re|ère|e|ème)\b",
        plurals={"premiers": 1, "premières": 1},
        ordinal=r"(?:la |le |l')?(?P<n>\d{1,18})(?P<end>er|re|ère|nde?|e|ème)",
        numbered=r"(?:n[°ºo]\.? ?|numéro )(?P<n>\d{1,18})",
        endings=_endings,
        before_ordinal="la |le |les ",
        alone=frozenset(("mille",)),
        articles=frozenset(("un", "une")),
    ),
    quantities=rules.QuantityForms(
        bounds={
            "over": "plus de|plus d'",
            "nearly": "près de|près d'|presque",
            "about": "environ|quelque|à peu près|autour de",
            "under": "moins de|moins d'",
            "at least": "au moins|au minimum|pas moins de|pas moins d'",
            "at most": "au plus|au maximum|jusqu'à",
        },
        bounds_after={" ou plus": "at least"},
        join=r" à |(?<=^entre .*) et |–|(?<!\p{L})-(?!\p{L})",
        opens=r"de |entre ",
        measures={"an": "duration-year", "année": "duration-year", "années": "duration-year",
                  "m": "length-meter"},
        currencies={
            "dollars": "$", "dollar": "$", "dollars américains": "USD", "dollar américain": "USD",
            "dollars us": "USD", "yuans": "CNY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
            "yens": "JPY", "yen": "JPY", "roubles": "RUB",
        },
        counted="personnes participants délégués invités représentants",
        noun_ends=r"\s(?:de|du|des)\s|\sd['’]",
        percents=("%", "pour cent", "pourcent"),
        of=r"(?<=\p{L})(?: de | d')",
        changed_before=(
            r"\b(?:quelques|demi|moins|avant|après)(?: le)?[\s-]|[\d\p{L}]\sou\s"
        ),
        changed_after=(
            r"(?:à|ou)\s*\d|(?:et demie?|milli(?:er|ard|on)s?|fois|tiers|quarts?|cinquièmes?"
            r"|dixièmes?)\b"
        ),
    ),
    names=rules.NameForms(
        short="USA=US Grande-Bretagne=GB Hong_Kong=HK Macao=MO Palestine=PS Birmanie=MM Myanmar=MM"
        " République_tchèque=CZ UE=EU RDC=CD République_démocratique_du_Congo=CD Vietnam=VN",
        unclear=frozenset(("géorgie",)),
        peoples="américain=US britannique=GB anglais=GB écossais=GB néerlandais=NL hollandais=NL"
        " espagnol=ES grec=GR turc=TR émirien=AE émirati=AE philippin=PH saoudien=SA allemand=DE"
        " tchèque=CZ kazakh=KZ chilien=CL chinois=CN russe=RU suédois=SE soviétique=RU gallois=GB",
        small=True,
    ),
    frames={
        "fr": rules.Frames(
            range="{} à {}",
            numbered="n° {number}",
            decade="années {number}",
            century="{roman}{ending} siècle",
            era="{year} {era}",
            territories={"HK": "Hong Kong", "MO": "Macao", "PS": "Palestine", "MM": "Myanmar"},
            gap="\N{NO-BREAK SPACE}",
            of=(" de ", " d’"),
        )
    },
    particles="en dans au aux le la les l du de des d entre et à jusqu ou plus siècle années"
    " av avant ap apr après j c jésus christ n no numéro",
    locales=("fr",),
)  # fmt: skip
