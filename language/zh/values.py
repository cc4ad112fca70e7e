"""Dates, numbers, units and names in Chinese; read in Simplified characters, said in both."""

from dataclasses import replace

from language import value_rules as rules
from language.zh.numerals import FIGURES, SIZES, integer, number

HAN = "〇零一二三四五六七八九十"

HANS = rules.Frames(
    range="{}至{}",
    numbered="第{number}号",
    decade="{number}年代",
    ordinal="第{number}",
    century="{number}世纪",
    era="{era}{year}年",
    territories={"HK": "香港", "MO": "澳门", "PS": "巴勒斯坦"},
    shortest=10**4,
    width="short",
    gap="",
    dollars=(),
    years=False,
)  # fmt: skip
VALUES = rules.ValueForms(
    dates=rules.DateForms(
        forms=(
            rf"(?!$)(?:(?P<y>\d{{4}}|[{HAN}]{{4}})年)?(?:(?P<m>\d\d?|[{HAN}]{{1,2}})月)?"
            rf"(?:(?P<d>\d\d?|[{HAN}]{{1,3}})[日号])?",
        ),
        era=rf"(?:公元|西元)(?P<bc>前)?(?P<y>\d{{1,4}}|[{HAN}百千]+)年",
        decade=(
            rf"(?P<y>\d{{3}}0)年代|(?P<c>\d\d?|[{HAN}]+)世纪(?P<t>\d0|[二三四五六七八九]?十)年代"
        ),
        century=rf"(?:公元|西元)?(?P<n>\d\d?|[{HAN}]{{1,3}})世纪",
        join=r"(?P<pair>[和、])|–|-|至|到",
        opens=r"从|自",
        cut=rf"[\d{HAN}]$",  # 14至15日, 2014–2016年
        integer=integer,
        relative={"昨[天日晚夜]": -1, "前天": -2, "今[天日早晚晨]": 0, "明[天日]": 1},
        happened="[了过過]|[于於被已]|完工|竣工|成立",
        reigns={
            rf"民国(?P<y>\d{{1,3}}|[{HAN}百]{{1,5}})年(?:(?P<m>\d\d?|[{HAN}]{{1,2}})月"
            rf"(?:(?P<d>\d\d?|[{HAN}]{{1,3}})[日号])?)?": 1911
        },
        named_before=r"(?:愿景|願景|[议議]程|[远遠]景|中[国國]制造|中[国國]製造)$",
        named_after=(
            r"年?(?:可持[续續][发發]展|[远遠]景|[发發]展|[减減]排|[气氣]候|[长長]期)*"
            r"(?:[议議]程|愿景|願景|[远遠]景|目[标標]|[规規][划劃]|[纲綱]要|[战戰]略|[计計][划劃]|[蓝藍][图圖])"
            r"|世博"
        ),
    ),
    numbers=rules.NumberForms(
        figures=FIGURES,
        sizes=SIZES,
        words=r"(?<=[唯惟])一|[零〇一二两三四五六七八九十百千万亿兩萬億兆]+"
        r"(?:[点點][零〇一二三四五六七八九]+)?",
        ordinals=rules.places("一 二 三 四 五 六 七 八 九 十 十一 十二"),
        ordinal=r"第(?P<n>[^第]+?)[届次个位名]?(?P<end>)",
        ordinal_inside=r"第\s?(?P<n>\d{1,4}|[一二三四五六七八九十]{1,3}+(?![百千万萬]))"
        r"|首(?=[届屆次个個座场場部家批])",
        plurals={"首": 1},
        # 14号 is a day as well.
        numbered=r"第(?P<n>\d{1,18})号|(?P<n>0*(?:3[2-9]|[4-9]\d|[1-9]\d{2,17}))号",
        endings=lambda _: ("",),
        seldom=r"\p{Han}",  # 一带一路
        read=number,
    ),
    quantities=rules.QuantityForms(
        bounds={
            "over": "超过|逾|多于|高于",
            "nearly": "近|将近|接近",
            "about": "约|大约|约为|大概",
            "under": "不到|不足|少于|低于|不满|未满",
            "at least": "至少|不少于|不低于",
            "at most": "至多|最多|不超过|不多于",
        },
        bounds_after={"以上": "at least", "左右": "about", "上下": "about"},
        join=r"至|到|–|-",
        opens=r"从",
        measures={
            "千米": "length-kilometer", "平方千米": "area-square-kilometer", "吨": "mass-tonne",
            "个小时": "duration-hour", "年": "duration-year", "个星期": "duration-week",
            "星期": "duration-week",
        },
        currencies={
            "美金": "USD", "元人民币": "CNY", "人民币元": "CNY", "卢布": "RUB", "元": "CNY",
            "澳元": "AUD", "加元": "CAD",
        },
        counted="人 名 位 人次 名代表 位代表 名嘉宾 位嘉宾 个 所 项 家 座 条 种 届 场 次 件 艘"
        " 架 辆 部 台 册 篇 间 栋 幢 支 只 棵 张 份 户 枚 颗 套 把 本 顶 盏 桶 瓶 箱 匹",
        percents=("%",),
        percent_before="百分之",
        noun_ends="的",
        more=r"(.*[\d十百千万亿])[多余]([万亿]?)",  # 640多亿, 十余万, 4000余
        unclear_years=r"\d{2,3}|[12]\d{3}",  # 17年, 618年; not 十七年, 3年, 5000年
        lately="(?:(?<!光)年|[月周天日届次时]|星期)$",
        changed_before=r"[数數几幾上成半负負前下]|分之|[早晚][于於]|\d\s?[或、]",
        changed_after=(
            r"[十百千万萬亿億多余餘几幾成倍]|(?<=[\d十百千万萬亿億])[来來]|[个個]?半|分之|[以之]?[前后後]|[至到或、]\s*\d"
        ),
    ),
    names=rules.NameForms(
        short="香港=HK 澳门=MO 巴勒斯坦=PS 阿联酋=AE 欧洲联盟=EU 美利坚合众国=US"
        " 捷克共和国=CZ 刚果民主共和国=CD 刚果共和国=CG 沙乌地阿拉伯=SA 俄国=RU",
        # 中老铁路 is China's and Laos's; 巴 may be Pakistan or Brazil.
        single=(
            "中=CN 美=US 英=GB 法=FR 德=DE 俄=RU 日=JP 韩=KR 朝=KP 越=VN 老=LA 泰=TH 缅=MM 柬=KH"
            " 印=IN 蒙=MN 哈=KZ 埃=EG 意=IT 西=ES 葡=PT 加=CA 澳=AU 匈=HU 塞=RS 波=PL 土=TR 希=GR"
        ),
        between=(
            "铁路|高铁|公路|[路管航专]?线|边[境界]|国[境界]|关系|两国|双[方边]|战争|贸易|友好|合作"
            "|联合|口岸|条约|协[定议]|会谈|建交|峰会"
        ),
        unclear=frozenset(("乔治亚",)),  # in Simplified text the country is 格鲁吉亚
        least=2,
        languages=True,
        other_places=r"[洋海湾灣河]|海[峡峽]|支那|[群半][岛島]",  # 印度洋
        of_a_country="人语文籍军队裔",
    ),
    frames={
        "zh-Hans": HANS,
        "zh-Hant": replace(
            HANS,
            bounds={"over": "超過", "about": "約"},
            numbered="第{number}號",
            century="{number}世紀",
            territories=HANS.territories | {"MO": "澳門"},
        ),
    },
    particles="民 国 自 从 哩 第"
    " 号 年 月 日 代 世 纪 公 西 元 前 之 分 点 多 余 以 左 右 上 下 百分之",
    locales=("zh_Hans", "zh_Hant"),
    han=True,
    borrowed="en",
    # In Taiwan 兆 is a million millions, elsewhere it may be one million; 元 may be the money of
    # the mainland or of Taiwan.
    rewritten={"zh-Hant": ("兆(?!瓦|字|赫)", "万亿")},
    unclear={"zh-Hant": ("CNY", r"(?<![美欧日港澳加韩])元(?<!人民.*)(?!.*人民)")},
)  # fmt: skip
