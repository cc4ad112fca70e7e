"""How English asks for rows of a table."""

from language.part_rules import pattern
from language.table_rules import TableRules

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
    counting=pattern(r"\bhow many\b|\b(?:total |what )?number of\b|\bhow much\b"),
    affirms=pattern(r"yes|y|true|✓|✔|x"),
    denies=pattern(r"no|n|false|✗|✘|-|–|—|none"),
)
