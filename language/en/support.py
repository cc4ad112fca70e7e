"""What a sentence must have to be a sure answer, in English."""

from language.support_rules import SupportRules

BE = "is|are|was|were"
AT = "(?:of|at|in|on|to|for|from|with|by)"
SUBJECT = r"(?:it|he|she|they)"
# Behind these "it" may stand for nothing, or for what the question says.
EMPTY = (
    r"(?! (?:possible|necessary|safe|legal|true|important|allowed|called|like|that|to|hot|cold"
    r"|raining)\b)(?!.*\b(?:that|to|if|when|who|and)\b)"
)

# Of what takes place one may be taken for another: the summer fair, the winter fair.
EVENT = (
    r"(?:fairs?|f[eê]tes?|festivals?|markets?|races?|regattas?|concerts?|meetings?|part(?:y|ies)"
    r"|picnics?|barbecues?|shows?|exhibitions?|contests?|tournaments?|match(?:es)?|walks?|tours?"
    r"|conferences?|forums?|summits?|sales?|auctions?|dinners?|lunch(?:es)?|dances?|balls?"
    r"|parades?|elections?|courses?|class(?:es)?|workshops?|lectures?|talks?|performances?"
    r"|ceremon(?:y|ies)|weddings?|assembl(?:y|ies)|sessions?|galas?|carnivals?|bazaars?"
    r"|quiz(?:zes)?|marathons?|trips?|camps?|drills?|inspections?|exams?)\b"
)

SUPPORT = SupportRules(
    untold=(
        rf"^(?:when|where|why|how(?: \p{{L}}+)?|what|who|since when) (?:did|does|do|{BE}|has|had"
        rf"|have|will|would|can|could) {SUBJECT}\b(?!['’]){EMPTY}(?: \p{{L}}+){{0,2}}\s*\??$"
    ),
    pronoun=r"^\W*(?:it|he|she|they|this|its|his|her|their)\b",
    whether=(
        rf"^(?:{BE}) (?P<thing>(?:(?!\b{AT}\b).)+) (?<!\b(?:the|an?|per"
        r"|and|or|my|your|our|their) )(?P<said>(?!(?:there|here|open|closed)\b)(?-i:\p{Ll}{3,}))"
        r"\s*\??$"
    ),
    event=(
        rf"^(?:when|where|what day|at what time) (?:{BE}|does|do|did|will) "
        r"(?:the |this (?:year['’]s )?|our )?(?P<thing>(?:(?-i:\p{Ll}+) ){1,2}"
        rf"(?P<head>{EVENT}))(?: (?:be(?: held)?|held|being held"
        r"|taking place|take place|start|begin|happen|going to be.*))?\s*\??$"
    ),
    price=(
        r"\b(?:how much|what|prices?|costs?|fees?|fares?|charges?|pay|paid|is|are|was|were|do|does"
        r"|did|for|per|sum|amount|money)\b"
    ),
    attends=(
        rf"^(?:{BE}|did|has) (?=.*\b(?:present|absent|in attendance|attend(?:ing)?|missing"
        r"|excused|(?:at|come to|go to|miss|take part in) (?:the |this |that )?(?:[\p{L}’']+ ){0,2}"
        r"(?:meeting|session|assembly|council|committee))\b)"
    ),
    attended=r"\b(?:present|absent|attend\w*|apolog\w+|excused|missing|took part|could not come)\b",
    minutes=r"^[^.!?\n]{0,60}\bminutes (?:of|for|from)\b",
    meeting=r"\b(?:minutes|meetings?|met|committee|council|session)\b",
    attribute=r"\b(?:the|old|former|previous) \d{4} (?!to\b|and\b)\p{L}+",
    parts=r"[,;:]|\b(?:and|while|but|whereas)\b",
    joined=r"^and ",
)
