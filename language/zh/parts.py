"""How Chinese asks several things at once; both scripts."""

from language.part_rules import Choice, PartRules, pattern

WHEN = (
    r"什[么麼][时時]候|何[时時]|哪一?[年天]|[几幾][月日点點]"
    r"|(?<![未来來近过過前这這那好十])[几幾]年(?![前后後来來])"
)
WHERE = r"(?:在|于|於)?(?:哪[里裡儿兒]|何[地处處]|什[么麼]地方)"
ADVERBS = rf"{WHEN}|{WHERE}|如何|怎[么麼樣样]*|[为為]什[么麼]|[为為]何|多久"
ASKING = (
    rf"{ADVERBS}|[谁誰]|哪|(?<![任几幾])何|[什甚][么麼]|多[少大长長高远遠久宽寬深厚快]|多重(?=[，、,？?。！!]|$)|[吗嗎]|是否|是不是|有[没沒]有"
    r"|(?<![十好])[几幾](?![十百千万萬年何])|列[举舉]|呢"
)
MARKS = "，、；;,？?。！!"
JOINS = "以及|[还還]有|[并並]且?|而且|同[时時]|另外|然[后後]|和|[与與]"

OR = (
    r"(?P<a>[\p{Han}\p{Latin}\d]{1,14}?)(?:和|[与與]|跟|、|[还還]是)"
    r"(?P<b>[\p{Han}\p{Latin}\d]{1,14}?)(?:相比)?[，,]?"
)
WHICH = r"(?:哪一?[个個座家种種条條本届屆所]|[谁誰])(?:的)?"
MORE = r"(?:更|比[较較]|最)?"
CHOICES = (
    Choice(
        pattern(
            rf"{OR}{WHICH}(?P<noun>\p{{Han}}{{1,5}}[数數量积積度格费費])(?:要)?{MORE}[多少大小高低长長]"
        ),
        "{it}的{noun}是多少？",
    ),
    Choice(
        pattern(
            rf"{OR}{WHICH}的?(?P<noun>(?:人[数數]|面[积積]|[价價]格))(?:要)?{MORE}[多少大小高低]"
        ),
        "{it}的{noun}是多少？",
    ),
    Choice(pattern(rf"{OR}{WHICH}(?P<noun>\p{{Han}}{{1,4}}?){MORE}[多少]"), "{it}有多少{noun}？"),
    Choice(pattern(rf"{OR}{WHICH}{MORE}[高矮低]"), "{it}有多高？"),
    Choice(pattern(rf"{OR}{WHICH}{MORE}[深浅淺]"), "{it}有多深？"),
    Choice(pattern(rf"{OR}{WHICH}{MORE}[长長短]"), "{it}有多长？"),
    Choice(pattern(rf"{OR}{WHICH}{MORE}[大小]"), "{it}有多大？"),
    Choice(pattern(rf"{OR}{WHICH}{MORE}(?:[贵貴]|便宜)"), "{it}多少钱？"),
    Choice(pattern(rf"{OR}{WHICH}{MORE}(?:早|晚|古老|[旧舊])"), "{it}建于哪一年？"),
    Choice(pattern(r"(?P<a>\p{Han}{2,14}?)比(?P<b>\p{Han}{2,14}?)更?高[吗嗎]"), "{it}有多高？"),
)

PARTS = PartRules(
    choices=CHOICES,
    joint=pattern(
        rf"(?P<strong>\s*[{MARKS}]+\s*(?:{JOINS})?|\s+|(?:{JOINS}))"
        rf"(?=[^{MARKS}\s和]*?(?P<word>{ASKING}))"
    ),
    asks=pattern(ASKING),
    bare=pattern(
        rf"(?:[请請][问問])?[是在于於]?(?:{ADVERBS}|[谁誰]|多少|什[么麼])(?:的)?"
        # 通过什么方式，… 在什么情况下，…: no clause without what follows.
        rf"|(?:[通透][过過]|用|以|[从從]|因|[经經][过過])(?:什[么麼]|何种|何種|哪[种種些]?)\p{{Han}}{{0,6}}"
        r"|.*在(?:什[么麼]|何种|何種|哪[种種些])(?:[样樣]的)?(?:情[况況]|[条條]件|前提|背景|[时時]候)之?[下时時中]?"
    ),
    adverbs=pattern(rf"(?:{ADVERBS}|[谁誰])"),
    relative=frozenset(),
    polite=pattern(r"^(?:[请請][问問]?|告[诉訴]我|我想知道)*"),
    subordinate=pattern(r"(?!)"),
    compares=pattern(
        r"^[请請]?(?:比[较較]|[对對]比|比一比|比[较較]一?下|[对對]比一?下)(?:一下)?[，：]?\s?"
    ),
    differs=pattern(
        r"(?:之[间間])?(?:有(?:什[么麼]|何|哪些)(?:主要的?)?(?:不同|[区區][别別]|差[别別异異])(?:之[处處])?"
        r"|的(?:主要)?(?:不同|[区區][别別]|差[别別异異])(?:之[处處])?(?:在哪[里裡儿兒]?|是什[么麼])?)(?=[？?。]?$)"
    ),
    distributes=pattern(
        # Before what is asked; not before a list: 分别是A、B.
        r"分[别別](?=[^、]*$)|各自|各(?=有|是|[为為])|相比(?:之下|[较較])?[，,]?"
    ),
    each=pattern(r"(?P<prep>)(?:[它他][们們]|两者|兩者|二者|每[届屆个個次场場])(?:各|都)?"),
    joins=pattern(r"(?:[、，]?(?:和|[与與]|[跟同及]|以及|[对對]比|相比|vs\.?)|、|，)"),
    together=pattern(
        r"一共|[总總]共|合[计計]|共同|之[间間]|[从從]|都|\d{4}\s?年?[至到—–-]\s?(?=\d{4})"
    ),
    # 桥的长度和宽度是多少; not 关系, 区别, which are of both.
    shared=pattern(
        r"(?P<front>[^，。？?]{1,30}的)(?P<items>\p{Han}{2,6}?(?:、\p{Han}{2,6}?)*"
        r"(?:和|[与與及]|以及)\p{Han}{2,6}?)"
        r"(?P<rest>(?:分[别別]|各)?(?:自)?(?:是|[为為]|有|在|[叫于於])?"
        r"(?:多少|[谁誰]|什[么麼]|哪|何|[几幾]).*)"
    ),
    apart=pattern(r"、|以及|和|[与與及]"),
    singular=pattern(r"(?!)"),
    of_one="",
)
