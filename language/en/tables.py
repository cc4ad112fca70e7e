"""How English asks for rows of a table."""

from language.part_rules import pattern
from language.table_rules import TableRules

TABLES = TableRules(
    most=pattern(
        r"\b(?:the\s)?(?:most|highest|largest|biggest|greatest|longest|tallest|heaviest|latest"
        r"|maximum|last)\b(?:\sexpensive\b)?"
    ),
    least=pattern(
        r"\b(?:the\s)?(?:least|fewest|lowest|smallest|shortest|lightest|cheapest|earliest|minimum"
        r"|first)\b(?:\sexpensive\b)?"
    ),
    after=pattern(r"\b(?:(?P<strictly>after|later than)|since|from)\s#"),
    before=pattern(r"\b(?:(?P<strictly>before|earlier than)|until|up to)\s#"),
    counting=pattern(r"\bhow many\b|\b(?:total |what )?number of\b|\bhow much\b"),
    affirms=pattern(r"yes|y|true|✓|✔|x"),
    denies=pattern(r"no|n|false|✗|✘|-|–|—|none"),
)
