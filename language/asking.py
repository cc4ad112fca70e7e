"""What kind of answer a question asks for, and where such words stand in a sentence."""

from __future__ import annotations

from enum import Enum

import regex

from language.names import name_spans

Span = tuple[int, int]


class Kind(Enum):
    """The kinds of answer that have a form of their own."""

    DATE = "date"
    NUMBER = "number"
    TITLE = "title"
    PERSON = "person"
    PLACE = "place"
    REASON = "reason"
    OTHER = "other"


# Asked in English | French | Chinese, both scripts.
ASKS_DATE = regex.compile(
    r"\bwhen\b|\b(?:what|which) (?:year|date|day|month|century)\b"
    r"|\bquand\b|\bquel(?:le)?s? (?:année|date|jour|mois|siècle|époque)\b"
    r"|何[时時]|什[么麼][时時]候|[哪何]一?[年天日月]|[几幾][年月]"
)
ASKS_NUMBER = regex.compile(
    r"\bhow (?:many|much|large|big|long|tall|high|far|old|wide|deep)\b"
    r"|\bwhat (?:number|percentage|proportion|amount|share)\b"
    r"|\b(?:total|combined) (?:value|amount|number)\b"
    r"|\bcombien\b|\bquel(?:le)?s? (?:nombre|pourcentage|montant|somme|part|proportion|taille)\b"
    r"|\bquel(?:le)?s? (?:superficie|longueur|hauteur|population|âge)\b"
    r"|\bquel(?:le)?s? (?:est|était) (?:le nombre|la longueur|le montant|la part)\b"
    r"|多少|[几幾](?![年月乎])|多[大长長高远遠深宽寬久]|第几|哪一?[号號]|[规規]模|金[额額]|[总總]数"
)
ASKS_TITLE = regex.compile(
    r"\b(?:theme|title|motto|slogan)\b|\b(?:thème|titre|devise|slogan|intitulé)\b|主[题題]|[标標][题題]|口[号號]"
)

ASKS_PERSON = regex.compile(
    r"\bwho(?:m|se)?\b|^(?:(?:par|à|de|avec|pour|chez) )?qui\b"
    r"|\bqui (?:est|sont|était|étaient|a|ont|fut)\b"
    r"|[谁誰]|哪[一几幾]?位|何人|[哪什][个個么麼]人|[叫名][什甚][么麼]"
)
ASKS_PLACE = regex.compile(
    r"\bwhere\b|\b(?:what|which) (?:countr(?:y|ies)|cit(?:y|ies)|place|town|state|region)\b"
    r"|\b(?:what|which) (?:continent|island)\b|\boù\b"
    r"|\bquel(?:le)?s? (?:pays|villes?|lieux?|régions?|endroit|continent|départements?|îles?)\b"
    r"|哪[里裡儿兒]|何[地处處]|什[么麼]地方"
    r"|哪[一几幾]?[个個座]?(?:国|國|城|地|省|州|市|县|縣|区|區|岛|島)"
)
ASKS_REASON = regex.compile(
    r"\bwhy\b|\bwhat (?:caused?|causes|reasons?|motivated)\b|\bpourquoi\b"
    r"|\bquelles? (?:est|sont) (?:la|les) (?:raisons?|causes?)\b"
    r"|[为為]什[么麼]|[为為]何|原因|[怎][么麼][会會]"
)

ZH_DIGITS = "〇零一二三四五六七八九十百千"
WORDS_EN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred thousand million billion dozen"
).replace(" ", "|")
WORDS_FR = (
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt"
    " trente quarante cinquante soixante cent cents mille millions? milliards? dizaines?"
).replace(" ", "|")
MONTHS = (
    "january february march april may june july august september october november december"
    " janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
).replace(" ", "|")
YEAR = r"(?:1\d{3}|20\d\d)"
DAYS = r"\d{1,2}(?:st|nd|rd|th|er)?(?:\s?(?:[-–]|et|and|au|to)\s?\d{1,2})?"

DATE = regex.compile(
    rf"(?:{YEAR}\s?年)?\s?\d{{1,2}}\s?月(?:\s?\d{{1,2}}\s?日)?(?:\s?[至到—–-]\s?(?:\d{{1,2}}\s?月)?\s?\d{{1,2}}\s?日)?"
    rf"|{YEAR}\s?(?:[-–至]\s?{YEAR}\s?)?年(?:[初底末])?|公元前?\s?\d+\s?年|\d{{1,2}}\s?世[纪紀]|(?:[{ZH_DIGITS}]+世[纪紀])"
    rf"|\b{DAYS}\s(?:of\s)?(?:{MONTHS})\b(?:,?\s{YEAR}\b)?|\b(?:{MONTHS})\s{DAYS}\b(?:,?\s{YEAR}\b)?"
    rf"|\b(?:{MONTHS}),?\s{YEAR}\b"
    rf"|(?<![\d.,])\b{YEAR}s?\b(?!,?\d)|\b\d{{1,2}}(?:st|nd|rd|th)\scentury\b|\b[IVX]+e\ssiècle\b",
    flags=regex.IGNORECASE,
)
UNIT = (
    r"(?:\s?(?:%|％|€|\$|£|¥|(?:多|余|餘)?\s?[万萬亿億千百]+(?:多|余|餘)?\s?(?:[美欧歐日港]?元|人民[币幣]|[个個]|人|名)?"
    r"|(?:多|余|餘)?\s?[个個名位人次所项項家座条條种種号號届屆场場年天岁歲米吨噸]"
    r"|(?:多|余|餘)\b|\b(?:per\s?cent|percent|thousand|million|billion|trillion|mille|millions?|milliards?)\b"
    r"(?:\s(?:d['’]\s?euros|de dollars|dollars|euros|yuans?))?|\b(?:km|kg|m|cm|mm|ha)\b[²³]?))?"
)
NUMBER = regex.compile(
    rf"(?:US)?[$€£¥]?\s?(?<![\d.,])\d{{1,3}}(?:[,\u00a0\u202f ]\d{{3}})+(?:[.,]\d+)?{UNIT}"
    rf"|(?:US)?[$€£¥]?(?<![\d.,])\d+(?:[.,]\d+)?{UNIT}"
    rf"|\b(?:{WORDS_EN})(?:[-\s](?:and\s)?(?:{WORDS_EN}))*\b"
    rf"|\b(?:{WORDS_FR})(?:[-\s](?:et\s)?(?:{WORDS_FR}))*\b"
    rf"|[{ZH_DIGITS}两兩][{ZH_DIGITS}万萬亿億多余餘]*\s?[个個名位人次所项項家座条條种種万萬亿億元年天岁歲]",
    flags=regex.IGNORECASE,
)
TITLE = regex.compile(
    r"“[^”]{2,80}”|「[^」]{2,80}」|《[^》]{2,80}》|«\s?[^»]{2,120}»|\"[^\"]{2,120}\""
    # What a theme is said to be, without quotation marks.
    r"|(?<=(?:主[题題]|口[号號])(?:是|[为為：:]))[^。；“「《][^。；]{3,60}"
    r"|(?<=\b(?:theme|thème|motto|devise|slogan)(?: (?:is|was|est|était)|\s?:) )[^.;«“\"]{4,120}",
    flags=regex.IGNORECASE,
)
REASON = regex.compile(
    r"\b(?:because|since|due to|owing to|in order to|so that|thanks to|as a result)\b"
    r"|\b(?:parce qu|car\b|puisqu|en raison d|à cause d|grâce à|afin d|pour (?:que|\p{L}+[eio]r)\b)"
    r"|因[为為]|由[于於]|因此|因而|所以|[为為]了|以便|以免|[导導]致|使得|[鉴鑒][于於]|出[于於]",
    flags=regex.IGNORECASE,
)
# The clause that gives a reason: from its first word to where it ends.
CLAUSE = regex.compile(rf"(?:{REASON.pattern})[^.;。；！？!?]*", flags=regex.IGNORECASE)
FORMS = {Kind.DATE: DATE, Kind.NUMBER: NUMBER, Kind.TITLE: TITLE, Kind.REASON: CLAUSE}
NAMED = {Kind.PERSON, Kind.PLACE}


# In this order: "how many people" asks for a number, "in which year did who" for a date.
ASKED = {
    Kind.DATE: ASKS_DATE,
    Kind.NUMBER: ASKS_NUMBER,
    Kind.TITLE: ASKS_TITLE,
    Kind.REASON: ASKS_REASON,
    Kind.PERSON: ASKS_PERSON,
    Kind.PLACE: ASKS_PLACE,
}


def kind_of(question: str) -> Kind:
    """Return the kind of answer that *question* asks for."""
    folded = question.casefold()
    return next((kind for kind, asks in ASKED.items() if asks.search(folded)), Kind.OTHER)


def holds(kind: Kind, sentence: str, language: str, question: str) -> bool:
    """Tell whether *sentence* has words of this *kind* that *question* has not."""
    return bool(forms(kind, sentence, language, question))


def forms(kind: Kind, sentence: str, language: str, question: str) -> list[Span]:
    """Return where *sentence* has words of this *kind* that *question* has not."""
    if kind in NAMED:
        found = name_spans(sentence, language)
    elif kind in FORMS:
        found = [_stripped(sentence, match.span()) for match in FORMS[kind].finditer(sentence)]
    else:
        found = []
    if kind is Kind.NUMBER:
        dates = [match.span() for match in DATE.finditer(sentence)]
        found = [one for one in found if not any(a <= one[0] and one[1] <= b for a, b in dates)]
    return [one for one in found if sentence[slice(*one)] not in question]


def _stripped(text: str, span: Span) -> Span:
    piece = text[slice(*span)]
    return span[0] + len(piece) - len(piece.lstrip()), span[1] - len(piece) + len(piece.rstrip())
