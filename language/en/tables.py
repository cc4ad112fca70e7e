"""How English asks for rows of a table."""

from language.part_rules import pattern
from language.table_rules import ColumnRules, TableRules

TABLES = TableRules(
    most=pattern(
        r"\b(?:the\s)?(?:most|highest|largest|biggest|greatest|longest|tallest|heaviest|latest"
        r"|deepest|widest|fastest|newest|youngest|most recent|maximum|last)\b(?:\sexpensive\b)?"
    ),
    least=pattern(
        r"\b(?:the\s)?(?:least|fewest|lowest|smallest|shortest|lightest|cheapest|earliest|oldest"
        r"|shallowest|narrowest|slowest|minimum|first)\b(?:\sexpensive\b)?"
    ),
    after=pattern(r"\b(?:(?P<strictly>after|later than)|since|from)\s#"),
    before=pattern(r"\b(?:(?P<strictly>before|earlier than)|until|up to)\s#"),
    than=pattern(
        r"\b(?:(?P<more>(?:tall|high|long|larg|bigg|heavi|deep|wid|fast|old|lat)er|more expensive)"
        r"|(?:short|low|small|light|cheap|shallow|narrow|slow|young|earli)er)\sthan\s#"
    ),
    measures={
        "height": (r"tall\w*|high\w*|low\w*", r"height|altitude|elevation"),
        "length": (r"long\w*|short\w*", r"length|duration|height"),
        "weight": (r"heav\w+|light\w*", r"weight|mass"),
        "price": (r"expensive|cheap\w*", r"price|cost|fee|fare|rent"),
        "size": (r"large\w*|bigg\w+|small\w*", r"size|area|population|capacity|berths|seats"),
        "age": (
            r"old\w*|new\w*|young\w*|recent|earli\w+|latest",
            r"built|open|founded|year|established|lit\b|since",
        ),
        "speed": (r"fast\w*|slow\w*", r"speed"),
        "depth": (r"deep\w*|shallow\w*", r"depth"),
        "width": (r"wid\w+|narrow\w*", r"width"),
    },
    columns={
        "price": ColumnRules(
            asks=pattern(
                r"\bhow much (?:is|are|was|were|do|does|did)\b|\b(?:price|cost) of\b"
                r"|\bwhat (?:do|does|did) .+ cost\b"
            ),
            beside=pattern(r"\b(?:costs?|prices?|pay|each|apiece|buy)\b"),
            called=pattern(r"\b(?:unit )?(?:prices?|costs?|fees?|fares?|rents?|rates?)\b"),
        ),
        "count": ColumnRules(
            asks=pattern(r"\bhow many\b|\bnumber of\b"),
            beside=pattern(
                r"\b(?:people|persons|pieces|units|copies|stock|left|remain(?:ing)?|live|lives"
                r"|own|total|altogether|available|pairs?)\b"
            ),
            called=pattern(
                r"\b(?:quantity|quantities|qty|stock|numbers?|count|pieces|units|copies|members"
                r"|inhabitants|population|pupils|students|people|persons|participants|visitors"
                r"|in store|available)\b(?! (?:price|cost))"
            ),
        ),
        "place": ColumnRules(
            asks=pattern(r"\bwhere\b"),
            beside=pattern(r"\b(?:find|kept|keep|stored|stand|meets?|located|held|place|lie)\b"),
            called=pattern(
                r"\b(?:shel(?:f|ves)|rooms?|places?|locations?|venues?|aisles?|addresse?s?"
                r"|buildings?|stores?|racks?|where|site|city|town)\b"
            ),
        ),
        "person": ColumnRules(
            asks=pattern(r"\bwho(?:se)?\b"),
            beside=pattern(r"\b(?:person|man|woman)\b"),
            called=pattern(
                r"\b(?:sellers?|owners?|clerks?|keepers?|teachers?|names?|persons?|managers?"
                r"|authors?|members?|contacts?|salesperson|staff|employees?|tenants?|drivers?"
                r"|customers?|clients?|leaders?|mayors?|winners?|players?|responsible)\b"
            ),
        ),
        "time": ColumnRules(
            asks=pattern(r"\b(?:since )?when\b|\bwhat (?:year|date|day)\b"),
            beside=pattern(r"\b(?:since|founded|built|opened|bought|started|date|year)\b"),
            called=pattern(r"\b(?:date|day|year|since|founded|built|opened|bought|when)\b"),
        ),
    },
    total=pattern(r"\b(?:in total|altogether|in all|all together|(?:grand )?total(?! of\b))\b"),
    both=pattern(r"\b(?:and|with) (?:all )?(?:their|its|the|his|her)\b"),
    counting=pattern(r"\bhow many\b|\b(?:total |what )?number of\b|\bhow much\b"),
    affirms=pattern(r"yes|y|true|✓|✔|x"),
    denies=pattern(r"no|n|false|✗|✘|-|–|—|none"),
)
