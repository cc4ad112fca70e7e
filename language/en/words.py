"""English words for searching, and for telling English from other languages."""

from language.rules import Words

WORDS = Words(
    empty=(
        # articles, pronouns
        "a an the this that these those such it its they them their he him his she her we us our"
        " you your i my who whom whose which what"
        # prepositions, conjunctions
        " of to in into on at by for from with about as and or but if then"
        # auxiliaries
        " am is are was were be been do does did has have had can will"
        # what else asks or fills
        " how when where why many much any some no not there"
    ),
    denials=(
        r"\b(?:not|no(?!\.)|never|neither|nor|none|nobody|nothing|without|cannot|hardly"
        r"|fail(?:s|ed)? to|refus(?:e|es|ed|ing)|reject\w*|den(?:y|ies|ied)|fals(?:e|ely))\b"
        r"|\bcancel\w*|n['’]t\b"
    ),
    happening=(
        r"\bt(?:akes?|ook|aken|aking) (?:place|part)\b|\bheld\b|\b(?:happen|occurr?)(?:s|ed)?\b"
    ),
    joining=(
        r"\b(?:ha(?:s|d|ve)|counts?|counted|measure[sd]?|reache[sd]|amount(?:s|ed)? to"
        r"|total(?:s|led)?|in total)\b"
    ),
    acts=r"\b(?:held|met|born|built|made|took place|taken place|led|won|given|\p{L}{3,}ed) $",
    place=r"\b(?:in|at) (?:the )?$",
    doer=r"\bby (?:the )?$",
    of=r"\s*['’]s\b",
    opposites=(
        "increase/decrease increased/decreased rose/fell rise/fall grew/shrank gain/loss"
        " gained/lost won/lost win/lose accept/reject accepted/rejected adopted/rejected"
        " approved/rejected"
        " support/oppose supported/opposed joined/left join/leave founded/dissolved"
        " established/dissolved opened/closed built/demolished allowed/banned allow/ban"
        " legal/illegal bought/sold import/export imports/exports imported/exported"
        " before/after above/below more/less most/least highest/lowest largest/smallest"
        " first/last oldest/newest north/south northern/southern east/west eastern/western"
        " began/ended success/failure succeeded/failed married/divorced born/died"
        " appointed/dismissed majority/minority"
    ),
    equivalents=(
        "cancel=end=terminate=leave=quit=resign price=cost=fee=fare=charge=pay"
        " elderly=seniors=pensioners=retired children=kids=child hours=open=opening"
        " begin=start buy=purchase rent=hire=borrow=lend repair=fix=mend"
        " forbidden=prohibited=banned allowed=permitted=admitted admission=entry=entrance"
        " finish=end doctor=physician"
    ),
    attributed=(
        r"\b(?:according to|as per|in the words of|per) [^,;.]*?(?=[,;.]|\bthe\b(?!.*\bthe\b)|$)"
        r"|, (?:as )?(?:\p{L}+ ){0,6}?(?:says?|said|tells?|told|writes?|wrote|reports?|reported"
        r"|states?|stated|claims?|claimed|notes?|noted)\b[^.]*"
        r"|^(?:[\p{L}'’.-]+ ){1,6}?(?:says?|said|tells? us|writes?|wrote|reports?|reported|states?"
        r"|stated|claims?|claimed|notes?|noted|thinks?)(?: that)?\b"
    ),
    limiting=r"(?:for|in|during|on|per|from|after|before|with|without)",
    between=r"(?:the|of the|a|an)",
    modified="before",
    titles=(
        r"captain|capt|doctor|dr|mister|mr|mrs|ms|miss|mx|sir|lady|lord|dame|professor|prof"
        r"|president|minister|secretary|senator|governor|mayor|general|colonel|major|lieutenant"
        r"|sergeant|admiral|commander|inspector|father|brother|sister|mother|saint|reverend|rev"
        r"|king|queen|prince|princess|judge|ambassador|chairman|director"
    ),
    articles=r"\b(?:a|an|the)\b",
    opening=r"(?:who|whose|what|when|where|why|how|which)\b",
    divisions={
        "article": r"article|art\.?",
        "chapter": r"chapter|chap\.",
        "section": r"section|sect\.|sec\.",
        "paragraph": r"paragraph|para\.|clause",
    },
    # British, as the list is American
    variants={
        r"our": "or",
        r"re(s|d)?$": r"er\1",
        r"is(e[srd]?|ers|ing|able|ations?|ational)$": r"iz\1",
        r"ys(e[sd]?|ing)$": r"yz\1",
        r"ence(s?)$": r"ense\1",
        r"ae|oe": "e",
        r"mme(s?)$": r"m\1",
        r"ium(s?)$": r"um\1",
        r"que(s?)$": r"ck\1",
        r"ould": "old",
        r"^sce": "ske",
    },
)
