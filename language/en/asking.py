"""How English asks, and what its answers look like."""

from language.en.instructing import INSTRUCTS
from language.rules import Asking, Kind

DAYS = r"\d{1,2}(?:st|nd|rd|th)?(?:\s?(?:[-–]|and|to)\s?\d{1,2})?"
NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred thousand million billion dozen"
).replace(" ", "|")

# Whose the whole is that a part is of.
OWNED = r"(?:(?:the|these|those|our|its|their|all|\p{L}+['’]s?)\s+)*"

ASKING = Asking(
    asks={
        Kind.DATE: (
            # "How do you… when two people…" does not ask when.
            r"^(?!(?:how|why|what|which|wh(?:ere|o(?:m|se)?)(?! (?:and|or)\b))\b)"
            r"(?!when\b.*,\s(?:how|why|what|which|who|where)\b).*\bwhen\b"
            r"|\b(?:and|or|since|until) when\b|\b(?:what|which) (?:year|date|day|month|century)\b"
        ),
        Kind.NUMBER: (
            r"\bhow (?:many|much|large|big|long|tall|high|far|old|wide|deep)\b"
            r"|\bwhat (?:number|percentage|proportion|amount|share)\b"
            r"|\b(?:total|combined) (?:value|amount|number)\b"
        ),
        Kind.TITLE: r"\b(?:theme|title|motto|slogan)\b",
        Kind.PERSON: r"\bwho(?:m|se)?\b",
        Kind.PLACE: (
            r"\bwhere\b|\b(?:what|which) (?:countr(?:y|ies)|cit(?:y|ies)|place|town|state|region)\b"
            r"|\b(?:what|which) (?:continent|island)\b"
        ),
        Kind.REASON: r"\bwhy\b|\bwhat (?:caused?|causes|reasons?|motivated)\b",
        Kind.YES_NO: (
            r"^(?:did|does|do|is|are|was|were|has|have|had|can|could|will|would|should|may|must)\b"
        ),
        Kind.NAME: (
            r"\bname of\b|\bnames? (?:is|was)\b|['’]s name\b|^what (?:name|term|word)\b"
            r"|\b(?:is|was|are|were) .{2,60} (?:called|named|known as|referred to as)\b"
            r"|^what .*\bcall\b"
        ),
        Kind.LIST: (
            r"\bwhat (?:are|were) (?:the|some|two|three|all)\b|^(?:list|enumerate)\b"
            r"|\b(?:name|give) (?:the|two|three|four|some|all)\b"
            r"|\bwh(?:at|ich) (?:two|three|four|five|six|(?:other )?(?:kinds|types|sorts))\b"
            r"|\bwhich (?:(?!is|was|does|has|did|were|are|do)\p{L}+ )?"
            r"(?!(?:is|was|does|has|class|process|business|crisis|series|status|basis)\b)"
            r"\p{L}+[^s\W]s\b(?!['’])"
        ),
        Kind.DEFINITION: (
            r"^what (?:is|are|was|were) (?:an? )?(?!the\b)(?:\p{L}+ ){0,2}\p{L}+ ?\??$"
            r"|\bdefin(?:e|es|ed|ition)\b|\bwhat does .* (?:mean|stand for)\b"
        ),
    },
    dates=(
        rf"\b{DAYS}\s(?:of\s)?(?:{{months}})\b(?:,?\s{{year}}\b)?",
        rf"\b(?:{{months}})\s{DAYS}\b(?:,?\s{{year}}\b)?",
        r"\b(?:{months}),?\s{year}\b",
        r"\b\d{1,2}(?:st|nd|rd|th)\scentury\b",
    ),
    numbers=(
        rf"\b(?:{NUMBERS})(?:[-\s](?:and\s)?(?:{NUMBERS}))*\b",
        r"\bhalf[ -](?:price|fare)\b|(?<=\bpays? )half\b|\bfor free\b",
        r"\bfree of charge\b|(?<=\b(?:is|are|was|were)\s)free\b(?=\s*(?:[.,;:!?)]|$))",
    ),
    sizes=(
        r"\b(?:per\s?cent|percent|thousand|million|billion|trillion)\b(?:\s(?:dollars|euros|yuans?))?",
    ),
    titles=r"(?<=\b(?:theme|motto|slogan)(?: (?:is|was)|\s?:) )[^.;«“\"]{4,120}",
    reasons=(
        r"\b(?:because|due to|owing to|in order to|so that|thanks to|as a result|on account of"
        r"|caused? by|causes?|caused|in response to|for fear|result(?:ed|s|ing)? (?:in|from)"
        r"|led to|therefore|hence|consequently|given that|the reasons?|blam(?:e[ds]?|ing)"
        r"|attribut(?:e[ds]?|ing)|explain(?:s|ed)? by|for (?:lack|want) of|so as to)\b"
    ),
    nouns={
        Kind.DATE: r"\b(?:dates?|year|deadline|schedule)\b",
        Kind.NUMBER: (
            r"\b(?:amount|number|total|price|cost|size|population|value|revenue|budget|percentage"
            r"|share|duration|length|height|area|fees?|fare|rent|deposit|salary)\b"
        ),
        Kind.PERSON: r"\b(?:author|founder|inventor|director|president|winner|owner|chair)\b",
        Kind.PLACE: r"\b(?:venue|location|place|headquarters|address|capital|birthplace)\b",
        Kind.REASON: r"\b(?:reasons?|causes?)\b",
        Kind.NAME: r"\bnames?\b",
        Kind.LIST: r"\b(?:list|members|participants|types|kinds)\b",
    },
    numbered=(
        r"\b(?!the|total|exact|average|large|small|great|record|what|which|this|that)"
        r"\p{L}{3,} number\b"
    ),
    sources=(
        r"\baccording to (?P<source>[^,?]+)"
        r"|\b(?:did|does|do) (?P<source>[^,?]+?) (?:say|estimate|claim|put|count|report|give)\b"
    ),
    foresees=(
        r"\b(?:expect(?:s|ed|ing)?|plan(?:s|ned)?|forecasts?|anticipat\w+|foresee\w*|should|hopes?"
        r"|hoped|hoping|predict\w+|projected|scheduled)\b"
    ),
    changes=(
        r"\b(?:from now on|no longer|instead|moved to|changed? to|raised to|rose to"
        r"|(?:has|have) risen|(?:has|have) gone up|went up|as of|starting (?:from|in)|now"
        r"|extended|postponed|put off"
        r"|brought forward|cut to|dropped to|fell to)\b"
    ),
    mottos=r"\b(?:themes?|themed|mottos?|slogans?)\b",
    themes=r"\b(?:themes?|themed|mottos?|slogans?|titles?|titled|entitled)\b",
    lists=r",[^,.;:]{1,60},?\s(?:and|or|as well as)\s",
    called=(r"\b(?:called|named|known as|names?|termed|titled|nicknamed|dubbed|referred to as)\b"),
    definitions=(
        r"\b(?:is|are|was|were) (?:an?|the|one)\b"
        r"|\b(?:means?|refers? to|defined|stands? for|consists?)\b"
    ),
    counted=r"\bhow many (?P<unit>\p{L}+)",
    things=(
        r"\b(?:how many|(?:the )?number of) (?:(?:different|other|new|more|foreign|total|of the) )?"
        r"(?P<noun>\p{L}+)"
    ),
    of_whole=rf"\s+(?:\p{{L}}+\s+)?(?:out )?of\s+{OWNED}",
    whole_first=(rf"\bof\s+{OWNED}$", r"\s+[^.;]{0,40},\s*(?:only |just |some )?"),
    times=(
        r"\b(?:as soon as|after|before|until|till|by the time|during|while|when(?:ever)?|once"
        r"|upon|since|later|earlier|then|now|soon|already|recently|today|tonight|yesterday|tomorrow|daily"
        r"|weekly|monthly|yearly|annual(?:ly)?|every|each|always|never|spring|summer|autumn|fall|winter"
        r"|morning|noon|midday|afternoon|evening|night|midnight|dawn|dusk|christmas|easter|century"
        r"|centuries|decades?|years?|months?|weeks?|days?|hours?|age|era|reign|period|time|war)\b"
    ),
    amounts=(
        r"\b(?:no|none|nobody|all|every|both|half|several|many|few|some|most|dozens|hundreds|thousands"
        r"|millions|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries|once|twice|double|triple|single|pair|couple|only|any)\b"
    ),
    joins=r"\b(?:and|but|while|whereas)\b",
    places=(
        r"\b(?:in(?:to|side)?|on(?:to)?|at|near(?:by|est)?|to(?:wards?)?|from|between|along(?:side)?"
        r"|across|above|below|under(?:neath|ground)?|beneath|behind|beside|outside|around"
        r"|through(?:out)?|within|over|off|past|up|down|via|among|amid|against|here|there"
        r"|where(?:ver|as)?|home|abroad|away|out|back|elsewhere|(?:north|south|east|west)\p{L}*"
        r"|local\w*|coast\w*|inland|\p{L}+-born|left|right|upon)\b"
    ),
    persons=(
        r"\b(?:I|we|s?he|they|him|hers?|his|theirs?|them|us|our|my|you|your|who(?:m|se)?|one|others?"
        r"|(?:every|any|some|no) ?(?:one|body)|people|persons?|(?:wo)?m[ae]n|child(?:ren)?|boys?"
        r"|girls?|sons?|wi(?:fe|ves)|husbands?|kings?|queens?|princ\w+|dukes?|lords?|popes?|bishops?"
        r"|priests?|monks?|judges?|police|arm(?:y|ies)|navy|troops?|forces?|crews?|teams?|groups?"
        r"|compan(?:y|ies)|firms?|corporat\w+|agenc\w+|bod(?:y|ies)|boards?|councils?|committees?"
        r"|commissions?|courts?|states?|part(?:y|ies)|church(?:es)?|universit\w+|schools?|offices?"
        r"|ministr\w+|institut\w+|associations?|societ\w+|organi[sz]ations?|unions?|countr(?:y|ies)"
        r"|nations?|tribes?|famil\w+|friends?|public|elite|nob\w+|heirs?|chiefs?|heads?|bands?"
        r"|slaves?|knights?|chairs?|gods?|staff|enem\w+|crowds?"
        r"|\p{L}{2,}(?:er|or|ist|ian|m[ae]n|ess|ee|ant|ent|ary|eur|ic|al|an|ese|ish|ing|ite)s?)\b"
    ),
    prices=r"\b(?:how much|prices?|costs?|fees?|fares?|charges?|pay|rates?|tickets?)\b",
    costs=(
        r"\b(?:how much|what) (?:do(?:es)?|did|would|will) .*\b(?:cost|charge|pay)\b"
        r"|\bhow much (?:is|are|was|were) (?:an?|the) (?!.*\b(?:increase|rise|share|discount|more"
        r"|less|reduction|weigh\w*|population|drop|late|left)\b)"
        r"|\bwhat(?:['’]s| is| was| are) the (?:[\p{L}'’]+ ){0,3}?(?:prices?|costs?|fees?|fares?"
        r"|premiums?|rent|fines?|salary)\b"
    ),
    rises=(
        r"\b(?:ris(?:es?|en|ing)|rose|increas\w*|go(?:es)? up|went up|up by|fall|fell|drop\w*"
        r"|cut)\b"
    ),
    coins=r"\b(?:bucks?|quid|pounds?|pence|dollars?|cents?|yuan|francs?)\b",
    apiece=r"\s*(?:an?|per|each|apiece|/)\b",
    reductions=(
        r"\bhalf[ -](?:price|fare)|\bhalf(?= the (?:price|fee|fare)|\W*$)|(?<=\bpays? )half\b"
        r"|\bfree of charge\b|\bfor free\b|\b(?:is|are|enter|admitted|get in) free\b"
        r"|\bpay nothing\b"
        r"|\breduced (?:price|fee|fare|rate)s?\b|\bdiscount\w*"
    ),
    # None that is a noun too: return policy, contact email.
    wants=r"^(?:cancel|terminate|quit|join|renew|borrow|apply for|become|unsubscribe)\s(?=\p{L})",
    how_to={"en": "How do I {it}?"},
    states={"en": "What is the {it}?"},
    at_times=(r"\b(?:in|on|at|from|to|over|up|between)\s(?:the\s)?(?=\s|\d|$)|\baccording to\b"),
    identifies=(
        r"^who(?:['’]?s| is| was| are| were) (?!(?:the|an?|in|on|its?|their|our|your)\b)"
        r"(?:[\p{L}.'’-]+\s?){1,4}\??$"
    ),
    moments=r"\b(?:what|which) (?:time|hour|day)\b",
    holidays=(
        r"\b(?:christmas|xmas|boxing day|easter|good friday|new year['’]?s?|thanksgiving|halloween"
        r"|(?:bank|public|national)\s(?:holiday|day)s?|labou?r day|independence day)\b"
    ),
    instructs=INSTRUCTS,
    before_places=r"\b(?:in|at|from|near|to|of|on)\s(?:the\s)?$",
)
