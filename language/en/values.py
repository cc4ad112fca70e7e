"""Dates, numbers, units and names in English."""

from language import value_rules as rules
from language.en.asking import NUMBERS

PLAN = (
    "Agenda|Vision|Horizon|Plan|Strategy|Roadmap|Blueprint|Framework|Programme|Program|Initiative"
    "|Outlook|Goals?|Targets?|Objectives?"
)
DAY, YEAR = r"(?P<d>\d\d?)(?:st|nd|rd|th)?", r"(?P<y>\d{4})"


def _endings(place: int) -> tuple[str, ...]:
    if place % 100 in (11, 12, 13):
        return ("th",)
    return ({1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th"),)


VALUES = rules.ValueForms(
    dates=rules.DateForms(
        forms=(
            rf"{DAY} (?:of )?{{month}}(?:,? {YEAR})?",
            rf"{{month}}(?:,? {YEAR})?",
            DAY,
            YEAR,
            rf"{{month}} {DAY}(?:,? {YEAR})?",
            rf"{DAY},? {YEAR}",
        ),
        era=(
            r"(?P<bc>)(?P<y>\d{1,4}) (?:b\.?c\.?(?:e\.?)?)|(?:a\.?d\.? )(?P<y>\d{1,4})"
            r"|(?P<y>\d{1,4}) (?:a\.?d\.?|c\.?e\.?)"
        ),
        decade=r"(?P<y>\d{4})'?s",
        century=r"(?P<n>\d\d?)(?:st|nd|rd|th) century",
        join=r"(?P<pair> and )|–|-| to | until | through ",
        opens=r"from (?:the )?|between (?:the )?|on |the ",
        before="(?:in |on )?(?:the )?",
        relative={
            r"\b(?:yesterday|last night)\b": -1,
            r"\b(?:today|this (?:morning|afternoon|evening)|tonight)\b": 0,
            r"\btomorrow\b": 1,
        },
        happened=(
            r"\b(?:was|were|has been|have been|has|have|had|did|began|came|went|took|made|gave|got"
            r"|fell|rose|won|lost|broke|left|sold|bought|built|held|met|found|sank|died|finished"
            r"|\p{L}{2,}[^e\W]ed|\p{L}{3,}ed)\b"
        ),
        named_before=(
            rf"\b(?:{PLAN}|Expo|Project|Euro|Europe|Made in \p{{Lu}}\p{{L}}+)[\s-]$"
        ),
        named_after=(
            rf"[\s-](?:\p{{Lu}}[\p{{L}}'’-]+\s(?:(?:for|of|on|and)\s)?){{0,4}}?(?:{PLAN}|Expo)\b"
            r"|[\s-](?:agenda|vision|targets?|goals?)\b"
        ),
    ),
    numbers=rules.NumberForms(
        figures=(
            r"(?!0\d)(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d{1,18})"
            r"(?:\.(?P<part>\d{1,9}))?"
        ),
        sizes={"trillion": 12, "tn": 12, "billion": 9, "bn": 9, "million": 6, "mn": 6,
               "thousand": 3, "hundred": 2},
        words=f"{NUMBERS}|zero|trillion|and",
        ordinals=rules.places(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
            " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
            " twenty_first twenty_second twenty_third twenty_fourth twenty_fifth twenty_sixth"
            " twenty_seventh twenty_eighth twenty_ninth thirtieth thirty_first"
        ),
        ordinal=r"(?:the )?(?P<n>\d{1,18})(?P<end>st|nd|rd|th)",
        numbered=r"(?:no\.? ?|number |#)(?P<n>\d{1,18})",
        endings=_endings,
        plurals={"inaugural": 1},
        before_ordinal="the ",
        article=("a ", "one "),
        seldom="one",
    ),
    quantities=rules.QuantityForms(
        bounds={
            "over": "more than|over|above|upwards of|in excess of|exceeding",
            "nearly": "nearly|almost|close to",
            "about": "about|around|some|approximately|roughly|an estimated|estimated",
            "under": "less than|fewer than|under|below",
            "at least": "at least|no fewer than|no less than|not less than",
            "at most": "at most|up to|no more than|not more than|as many as",
        },
        bounds_after={" or more": "at least", " or so": "about", "+": "over"},
        join=r" to |(?<=^between .*) and |–|(?<!\p{L})-(?!\p{L})",
        opens=r"from |between ",
        measures={"m": "length-meter", "sq km": "area-square-kilometer"},
        currencies={
            "dollars": "$", "dollar": "$", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY",
            "yen": "JPY", "pounds sterling": "GBP", "roubles": "RUB", "rubles": "RUB",
            "american dollars": "USD", "u.s. dollars": "USD",
        },
        counted="people persons individuals participants delegates attendees guests"
        " representatives",
        percents=("%", "percent", "per cent"),
        of=r"(?<=\p{L}) of ",
        noun_ends=r"\sof\s",
        apart="m",
        # half a million, before 2017, 14 or 15 May; two and a half, two thirds
        changed_before=(
            r"\b(?:half(?: an?)?|minus|several|few|dozens of|hundreds of|thousands of|before|after)"
            r"(?: the)?[\s-]|[\d\p{L}]\sor\s"
        ),
        changed_after=(
            r"(?:to|or)\s*\d|(?:and an? (?:half|quarter)|(?:of )?an hour|hundred|thousand"
            r"|(?:m|b|tr)illions?|dozen|times|half|halves|thirds?|quarters?|fifths?|tenths?"
            r"|years? ago)\b"
        ),
    ),
    names=rules.NameForms(
        short="US=US USA=US U.S.=US U.S.A.=US United_States_of_America=US UK=GB U.K.=GB"
        " Britain=GB Great_Britain=GB EU=EU Hong_Kong=HK Macao=MO Macau=MO Palestine=PS Burma=MM"
        " Myanmar=MM Ivory_Coast=CI Czech_Republic=CZ Turkey=TR UAE=AE"
        " East_Timor=TL Swaziland=SZ DR_Congo=CD Democratic_Republic_of_the_Congo=CD"
        " Republic_of_the_Congo=CG Russian_Federation=RU Viet_Nam=VN",
        unclear=frozenset(("georgia",)),  # a country and a state of the USA
        peoples="American=US British=GB English=GB Scottish=GB French=FR Welsh=GB Irish=IE"
        " Spanish=ES Dutch=NL Swiss=CH Polish=PL Danish=DK Turkish=TR Greek=GR Chinese=CN"
        " Emirati=AE Filipino=PH Philippine=PH Saudi=SA Czech=CZ Greenlandic=GL Soviet=RU",
    ),
    frames={
        "en": rules.Frames(
            range="{} to {}",
            numbered="No. {number}",
            century="{number}{ending} century",
            era="{year} {era}",
            territories={"HK": "Hong Kong", "MO": "Macao", "PS": "Palestine", "MM": "Myanmar"},
            signs_first=True,
        )
    },
    particles="in on the of from to between and until through or more a century ad bc bce ce"
    " b c d e no number s",
    locales=("en_GB", "en"),
)  # fmt: skip
