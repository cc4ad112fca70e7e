"""How Chinese asks on after a question; both scripts."""

import regex

from language.followup_rules import Doing, FollowUps, Omitting, Tagged
from language.zh.values import VALUES

MEASURES = "届屆次个個场場期座条條位章回集部代号號任"
PARTS = (
    "主[题題]|[标標][题題]|口[号號]|名字|名[称稱]|日期|[时時][间間]|地[点點]|[数數]量|人[数數]|[规規]模|人口|首都"
    "|面[积積]|高度|[长長]度|[价價]格|[预預]算|[总總][额額]|金[额額]|目的|目[标標]|原因|[结結]果|成果|冠[军軍]"
    "|作者|[创創][始办辦]人|主[办辦][方国國地]|[总總]部|全[长長]|[货貨][币幣]|[语語]言|[门門]票|票[价價]"
    "|起[点點]|[终終][点點]|嘉[宾賓]|副作用|症[状狀]|[优優缺][点點]|好[处處]|坏处|壞處|[种種][类類]|[类類]型|[风風][险險]"
    "|[历歷]史|影[响響]|特[点點]|用途|功[能效]|作用|步[骤驟]|[条條]件|例子|[后後]果|治[疗療]方法|方法"
)

THEN = "那(?![里裡儿兒边邊])[么麼]?"  # not: there

FOLLOWUPS = FollowUps(
    openers=regex.compile(
        rf"(?:{THEN}|而|[还還]有|然[后後])?，?(?P<phrase>.+?)呢"
        rf"|(?:{THEN}|[还還]有|然[后後])，?(?P<phrase>.+?)"
    ),
    asks=regex.compile(r"[谁誰哪几幾何吗嗎]|什[么麼]|怎|多[少大长長高远遠久]"),
    refers=regex.compile(
        r"(?:[它他她牠祂][们們]?|[该該此](?=\p{Han})"
        r"|(?P<bare>[那这這][届屆次场場])(?=[的有是在谁誰什怎几幾多何])|[这這][届屆次个個座场場]"
        r"|(?P<bare>[那这這][种種](?:疾?病|方法|[东東]西|[药藥]物?|情[况況]|[产產]品|技[术術]|植物|[动動]物))"
        r"|(?P<bare>[那这這][里裡儿兒邊边])(?!的?\p{Han}{0,3}是[什哪谁誰])"
        r"|^(?P<bare>[这這])(?=[有是会會能要可需怎])|其(?![中他它实實余餘次]))"
    ),
    part_asked=regex.compile(
        r"(?P<asks>)(?P<of>的)(?P<part>[^的”》」]{1,6}?)(?=[是为為](?:什[么麼]|多少)|有多)"
    ),
    names_part=regex.compile(rf"(?P<noun>{PARTS})"),
    defines=regex.compile(r"(?:什[么麼]是|何[谓謂])"),
    ordinal=regex.compile(
        rf"第\s?(?:(?P<rank>[一二三四五六七八九十百]+)|\d+)[{MEASURES}]?"
        rf"|(?:(?P<rank>首)|最[后後]一)[{MEASURES}]"
    ),
    ranks={**VALUES.numbers.ordinals, "首": 1},
    days="(?:星期|[周週]|禮拜|礼拜)[一二三四五六日天]|[周週]末|平日|工作日|[节節]?假日",
    leads=regex.compile(r"(?P<preposition>[在于於对對从從到])?(?P<article>)$"),
    colon="：",
    question_mark="？",
    anew=regex.compile(
        r"什[么麼][时時]候|何[时時年]|[几幾][点點]|哪一?[天年]|[星礼禮][期拜][几幾]|在(?:哪[里裡儿兒]?|什[么麼]地方)"
        r"|[为為]什[么麼]"
    ),
    condition=regex.compile(
        r"(?:如果|要是|万一|萬一|假如)?(?P<state>(?:书|書|东西|東西|卡|证|證|票|钥匙|鑰匙)?"
        r"(?:逾期|超[时時期]|[迟遲]到|[过過]期|延[误誤迟遲]|[丢丟遗遺][失了]|[损損][坏壞]|弄[坏壞丢丟脏髒]|[坏壞]了"
        r"|缺席|取消|[违違][规規约約]|生病|受[伤傷]|下雨|停[电電])"
        # But not Bhutan and Bremen.
        r"|[没沒][带帶有还還来來到去交]\p{Han}*?|不(?:还|還|能|想|[来來](?!梅))\p{Han}*?)"
        r"(?:了|的[话話]|的|者)*"
    ),
    on_condition="{}呢",
    done=Doing(
        asks=regex.compile(
            r"是?(?P<asks>什[么麼][时時]候|何[时時年]|哪一?[天年]|[几幾]年|[为為]什[么麼]|怎[么麼]"
            r"|在?(?:哪[里裡儿兒]?|什[么麼]地方))(?:的事情?|的)?"
        ),
        who=regex.compile(
            r"(?P<thing>[^谁誰]*?(?:是(?=由))?)(?:由|被)?(?:[谁誰]|哪[一]?位|何人|[哪什][个個么麼]人)"
            r"(?P<act>(?![的是？?])[^谁誰]{1,30}?)[？?\s]*"
        ),
        framed="{thing}{asks}{act}？",
    ),
    phrases=Tagged(
        # Inside a noun phrase; quotation marks are x.
        nominal=tuple("n m q a j b uj vn eng x i l t s f k h".split()),
        ends=regex.compile(
            r"[是有在晚早]|多[少久长長大高远遠]|[时時]候|[几幾][点點]?|[，。？?：！、；\s]|[请請][问問]|目前|[现現]在"
        ),
        these=frozenset("这 這 该 該 此 这座 這座 这个 這個 这届 這屆 这次 這次".split()),
        part=regex.compile(rf"(?:的[^的”》」]{{1,6}}|(?<=..)(?:{PARTS}))$"),
        part_follows=regex.compile(r"是|[为為]|有|在|[叫几幾多什哪谁誰何]"),
        # 多少*钱*, 哪些*人*
        counted=regex.compile(
            r"(?:[谁誰何吗嗎哪]|[哪几幾][些个個种種位年天本]?|什[么麼]|多[少大久长長])$"
        ),
        how_many=regex.compile(
            r"(?:多少|[几幾])[个個家座名位艘只隻条條件支项項種种间間]?(?![钱錢元])"
        ),
        roles=regex.compile(r"[师師长長员員任人者手官]$"),
        introduced=regex.compile(
            r"(?:什[么麼](?:是|叫)|何[谓謂])(?P<topic>\p{Han}{2,8})[？?]?$"
            r"|^(?P<topic>\p{Han}{2,8}?)(?:是(?:什[么麼]|[谁誰])"
            r"|有(?:[没沒]有)?\p{Han}{1,4}[吗嗎])[？?]?$"
        ),
        measured=regex.compile(r"[量数數模口积積度格算额額]$"),
        how_much="是多少",
        what={"Hant": "是什麼", "Hans": "是什么", None: "是什么"},
        who={"Hant": "是誰", "Hans": "是谁", None: "是谁"},
        measures=MEASURES,
        vague="个個",
        that="那",
        of="的",
    ),
    completing=Omitting(
        leads=regex.compile(
            r"(?:\p{Han}{1,2}[了过過])?(?:怎[么麼]?[去到]|需?要|[那在有于於对對从從是由与與和跟]|[请請][问問]|其中|[时時]候"
            r"|什[么麼]|[谁誰哪几幾何]|[么麼])*"
        ),
        tail=regex.compile(r"[吗嗎呢了的？?\s]*"),
        # What are (the main) side effects? Which kind is best?
        part=regex.compile(
            rf"(?:(?:主要|常[见見]|其他|其它|可能)的?)?(?:{PARTS})(?:是|[为為]|有|在|多|如何|怎)"
        ),
        # Questions without a subject, which only lack what was spoken of: are there guides, which
        # papers does it take, for how long at most, which kind is best?
        short=regex.compile(
            r"(?:有(?:[没沒]有)?|[会會能]|可以|需要)\p{Han}{1,4}[吗嗎][？?]?$"
            r"|(?:哪些人|[谁誰])(?:可以|能)\p{Han}{1,2}[？?]?$"
            r"|(?:需?要|有|包括|包含)(?:哪些|什[么麼])\p{Han}{0,4}[？?]?$"
            r"|最[多少长長早晚快迟遲](?:可以|能)?\p{Han}{0,3}(?:多[久少长長]|[几幾]|什[么麼][时時]候)"
            r"\p{Han}{0,3}[？?]?$"
            r"|(?:[几幾][点點]|什[么麼][时時]候)(?:[开開关關][门門]|[开開]始|[结結]束)[？?]?$"
            r"|哪一?[种種个個款](?:比[较較]|更|最)"
        ),
        these="该該此这這",
        whose="其",
        verbal=tuple("r v a p u d y x c m q".split()),
        counted=regex.compile(r"(?:多[少长長久]|[几幾]|什[么麼])$"),
        longest=12,
    ),
)
