"""How Chinese lists; both scripts."""

from language.list_rules import LAST, ListRules
from language.part_rules import pattern

PLACE = "[一二三四五六七八九十]{1,3}"
STARTS = r"(?:(?m:^)|(?<=[。；;：:，,！？\n]\s*))"

LISTS = ListRules(
    marks=(
        pattern(rf"{STARTS}(?P<n>{PLACE})是(?!否)"),
        pattern(rf"{STARTS}其(?P<n>{PLACE})[，,、：:是]?"),
        pattern(rf"{STARTS}第(?P<n>{PLACE})[，,、：:是]"),
        pattern(rf"{STARTS}(?P<n>首先|其次|再次|再者|然[后後]|最[后後])[，,]?"),
        pattern(rf"{STARTS}[（(](?P<n>{PLACE})[）)]"),
        pattern(rf"{STARTS}(?P<n>{PLACE})、"),
    ),
    places={
        "首先": 1,
        "其次": 2,
        "再次": 3,
        "再者": 3,
        "然后": 3,
        "然後": 3,
        "最后": LAST,
        "最後": LAST,
    },
    announces=pattern(
        r"(?<![第\d.十百千万萬])(?P<n>[两兩二三四五六七八九十]{1,2}|\d{1,2})\s?"
        r"(?:大(?![学學会會家])|[个個项項点點条條种種类類件]|方面)(?![月])"
    ),
    leads=pattern(
        r"即|包括|包含|包括了|分[别別](?:是|[为為])|例如|比如|[涵覆][盖蓋](?:了)?|主要(?:是|有|[为為])|[围圍][绕繞]"
        r"|[：:]|——"
    ),
    joins=pattern(r"以及|和|及|[与與]"),
    # 等; 政策、设施和民心三大类，共76项.
    rest=pattern(
        r"(?:等+(?!级|級|于|於|待).*"
        r"|等?[这這]?(?:\d{1,2}|[两兩二三四五六七八九十]{1,2})\s?(?:[大个個](?:[类類项項点點]|方面|领域|領域|部分)"
        r"|[类類]|方面).*)?[\s。；;：:，,]*$"
    ),
    asking=pattern(
        r"请问|[請]問|[請请]|列出|列[舉举]|告[訴诉]我|[給给]我|所有|全部|有|哪些|哪[幾几][個个]|什[麼么]|都|是|在|的|里|裡|中|呢|[嗎吗]"
        r"|[這这那]些|位于|位於|[屬属]于|[屬属]於|[誰谁]|哪一[座條条個个家隻只艘名位棵道本間间]"
    ),
    below=pattern(r"以下|如下|下列"),
    numbering=pattern(
        rf"^\s*(?:第?[（(]?(?:{PLACE}|\d{{1,2}})[)）、.．章节節条條])+|以下|如下|下列|包括|方面|分[别別]"
        r"|哪?(?:[几幾两兩二三四五六七八九十]{1,2}|\d{1,2})\s?[大个個项項点點条條种種类類件位名]?"
    ),
)
