"""How Chinese asks for rows of a table; both scripts."""

from language.part_rules import pattern
from language.table_rules import TableRules

TABLES = TableRules(
    most=pattern(r"最(?:多|高|大|[长長]|久|重|[贵貴]|新|晚|深|后|後|遠|远)"),
    least=pattern(r"最(?:少|低|矮|小|短|[轻輕]|便宜|早|先|近|古?老|[旧舊]|[浅淺])"),
    after=pattern(r"(?P<strictly>晚[于於])\s?#|自\s?#|#\s?(?P<strictly>[以之]?[后後])|#\s?起"),
    before=pattern(r"(?P<strictly>早[于於])\s?#|#\s?(?P<strictly>[以之]?前)"),
    than=pattern(r"比\s?#.{0,3}(?:(?P<more>高|多|大|[长長]|重|[贵貴]|深)|低|少|小|短|[轻輕]|便宜)"),
    measures={
        "height": (r"高|低|矮", r"高"),
        "length": (r"[长長短]", r"[长長]"),
        "weight": (r"[重轻輕]", r"重"),
        "price": (r"[贵貴]|便宜", r"[价價]|[费費]"),
        "size": (r"[大小]", r"面[积積]|人口|容量|大小"),
        "age": (r"[早旧舊老古新晚]", r"[建开開]|年|成立"),
        "depth": (r"[深浅淺]", r"深"),
    },
    counting=pattern(r"(?:一共|[总總]共|共)?有?(?:多少|[几幾])(?:[个個座家条條名位只艘件]|)"),
    affirms=pattern(r"是|有|可|可以|能|✓|✔|√"),
    denies=pattern(r"否|不|不是|[无無]|没有|沒有|不可|不可以|不能|✗|✘|×|-|–|—"),
)
