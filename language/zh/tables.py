"""How Chinese asks for rows of a table; both scripts."""

from language.part_rules import pattern
from language.table_rules import ColumnRules, TableRules

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
    columns={
        "price": ColumnRules(
            asks=pattern(r"多少[钱錢元]|[几幾]多?[钱錢元]|[价價](?:格|[钱錢])是?"),
            beside=pattern(r"[一每][个個件顶頂只隻条條本张張台臺套把]|[卖賣]|[单單][价價]"),
            called=pattern(r"[价價]|[费費]用?|[租金]金|成本|收[费費]"),
        ),
        "count": ColumnRules(
            asks=pattern(r"多少(?![钱錢元])|[几幾](?![年月日点點时時])|[数數]量|人[数數]"),
            beside=pattern(
                r"[还還]|[现現]在?|一共|[总總]共|共|有|剩下?|[库庫]存|人口?|住"
                r"|[个個件顶頂只隻条條本张張台臺套把座家名位艘间間棵盏盞双雙支枝]"
            ),
            called=pattern(
                r"[数數]量|人[数數]|件[数數]|[库庫]存|[个個][数數]|[数數]目|人口|[会會][员員][数數]|[总總]?[数數]$"
            ),
        ),
        "place": ColumnRules(
            asks=pattern(r"哪[里裡儿兒]|何[处處]|什[么麼]地方|哪[个個][间間]?"),
            beside=pattern(r"在|放|位[于於]|[个個间間]|[举舉舉]行|上[课課]"),
            called=pattern(
                r"地[点點址]|位置|[货貨]架|教室|房[间間]|[库庫]位|[场場][所地]|[楼樓][层層]"
            ),
        ),
        "person": ColumnRules(
            asks=pattern(r"[谁誰]|哪[个個位]人?"),
            beside=pattern(r"[卖賣]了?|出了?|收了?|付了?"),
            called=pattern(
                r"姓名|名字|[负負][责責]人|老[师師]|[销銷]售[员員]|[卖賣]家|[业業]主|[摊攤]主"
                r"|店[员員]|[经經]手人?|班主任|[会會][员員](?![数數])|[员員]工|[镇鎮市][长長]"
            ),
        ),
        "time": ColumnRules(
            asks=pattern(r"什[么麼][时時]候|何[时時]|哪一?[年天日]"),
            beside=pattern(r"[开開]始|起|成立|建成|[从從]|是|在"),
            called=pattern(r"日期|[时時][间間]|年份?|日子|成立|[开開][业業始]"),
        ),
    },
    total=pattern(r"一共|[总總]共|合[计計]|[总總][数數计計]"),
    both=pattern(r"[和与與及跟]|以及|[连連]同|各自"),
    counting=pattern(r"(?:一共|[总總]共|共)?有?(?:多少|[几幾])(?:[个個座家条條名位只艘件]|)"),
    affirms=pattern(r"是|有|可|可以|能|✓|✔|√"),
    denies=pattern(r"否|不|不是|[无無]|没有|沒有|不可|不可以|不能|✗|✘|×|-|–|—"),
)
