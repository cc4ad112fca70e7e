"""Opposites in English."""

from language.pole_rules import BoundRules, PoleRules

POLES = PoleRules(
    axes={
        "permission": (
            r"allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|authori[sz]ed?|welcome|(?-i:may|can)",
            r"forbid(?:s|den)?|forbade|bans?|banned|prohibit(?:s|ed)?|(?-i:cannot|can['’]t)",
        ),
        "opening": (
            r"(?:re)?open(?:s|ed|ing)?|inaugurated",
            r"clos(?:es?|ed|ing)|shuts?|shut down",
        ),
        "stance": (
            r"propos(?:es?|ed|ing)|suggest(?:s|ed)?|support(?:s|ed|ing)?|favou?r(?:s|ed)?"
            r"|(?:in favou?r of|vot(?:e[sd]?|ing) (?:for|in favou?r of)|approv(?:es?|ed) of)"
            r"|back(?:s|ed)|welcomed|agree[sd]?|demand(?:s|ed)?|call(?:s|ed) for",
            r"oppos(?:es?|ed|ing)|object(?:s|ed)? to|against|disagree[sd]?|critici[sz](?:es?|ed)",
        ),
        "verdict": (
            r"carried|adopted|approved|passed|accept(?:s|ed)?|granted",
            r"reject(?:s|ed)?|defeated|turned down|refus(?:es?|ed)|voted down|dismissed",
        ),
        "direction": (
            r"r[io]se[sn]?|rising|increas(?:es?|ed|ing)|grow(?:s|n|ing)?|grew|rais(?:es?|ed|ing)"
            r"|climb(?:s|ed)?|gain(?:s|ed)?|went up",
            r"f[ae]lls?|fallen|falling|decreas(?:es?|ed|ing)|drop(?:s|ped)?|lower(?:s|ed|ing)"
            r"|declin(?:es?|ed)|sank|shrank|reduc(?:es?|ed)|cut|went down",
        ),
        "trade": (r"b(?:uys?|ought|uying)|purchas(?:es?|ed)|acquired", r"s(?:ells?|old|elling)"),
        "contest": (r"w[io]ns?|winning|victory", r"los(?:es?|t|ing)|defeat"),
        "time": (r"before", r"after"),
        "company": (r"with", r"without"),
        "escort": (r"accompanied", r"alone|on (?:his|her|their|its) own|unaccompanied"),
        "presence": (r"present|attend(?:s|ed)", r"absent|apologies|missing"),
        "safety": (r"safe(?:ly)?|harmless", r"unsafe|dangerous"),
        "duty": (r"compulsory|obligatory|mandatory|required|must", r"optional|voluntary"),
        "order": (r"first", r"last"),
        "rank": (r"highest|largest|biggest|longest|most", r"lowest|smallest|shortest|least"),
        "fate": (
            r"surviv(?:es?|ed)|spared|saved|rescued",
            r"killed|drowned|destroy(?:s|ed)|demolish(?:es|ed)|perished",
        ),
        "birth": (r"(?:was |were )?born", r"die[sd]?"),
        "course": (
            r"beg[aiu]ns?|start(?:s|ed)?|launched|founded|joined",
            r"end(?:s|ed)|stop(?:s|ped)?|ceased|dissolved|left",
        ),
        "truth": (r"true|right|correct", r"untrue|wrong|false|mistaken"),
        "amount": (r"more than|over|at least", r"less than|fewer than|under|at most"),
        "kept": (r"kept|stays?|stayed|remain(?:s|ed)?", r"resign(?:s|ed)|stepped down|withdrawn"),
        "rate": tuple(
            rf"(?:an?|per|every|each) {unit}|{word}"
            for unit, word in (
                ("hour", "hourly"), ("day", "daily"), ("week", "weekly"),
                ("month", "monthly"), ("(?:year|annum)", "(?:annual(?:ly)?|yearly)"),
            )
        ),
    },
    exceptions=(
        r"\b(?:except(?:ing)?(?: for)?|apart from|other than|excluding|but not|save for)\b"
        r"(?P<out>[^,;.]*)"
    ),
    against=r"votes?\s+(?:to|against)|to|against|[-–:]",
    passive=r"\bby\b",
    mutual=r"\b(?:me[et]t?s?|marr(?:y|ies|ied)|talks?|talked|spoke|speaks?|agreed|signed|jointly|together)\b",
    part=r"\s*of\b",
    clauses=r"[,;:]|\b(?:and|but|while|whereas|although|though)\b",
    through=r"to|until|through|till",
    daily=r"every day|daily|all week|seven days a week",
    lesser=r"(?:deputy|vice|assistant|former|acting|sub|co|ex|junior|honorary)[\s-]",
    pronouns=r"(?:he|she|it|they|this|these|that|both|his|her|its|their)\b",
    being=r"(?:is|was|are|were|becomes?|became|remains?|remained)(?: (?:the|an?|now|our|its))*",
    heads=(
        r"(?:is|are|was|were|been|be|has|have|had|will|would|can|could|may|must|should|did|does|do)"
        r" (?:not |never |all |also |\p{L}+ly )*(?:been |be )?(?P<head>\p{L}+)"
        r"|(?P<head>\p{L}+ed)(?!\p{L})"
        r"|(?P<head>\p{L}+)(?: of \p{L}+)? (?:is|was|were|are|reached|totall?ed|came to)"
        r" \P{L}*\p{N}"
    ),
    planned=(
        r"(?:due|planned|scheduled|expected|intended|supposed|meant|set|going) to(?: be)?"
        r"|(?:plans?|intends?|hopes?) to|will(?: not| be)?|shall(?: be)?"
        r"|(?:is|are|was|were) to(?: be)?"
    ),
    done=r"(?:has|have|had|was|were)\b|\p{L}+ed\b",
    speaking=r"(?:and|but|while|;|,) (?:I|we|you)\b",
    bounds=BoundRules(
        times=(
            (
                r"by|(?:until|till|up to|before|prior to)(?: and including)?"
                r"|(?:no|not) later than|(?:no|not) after"
                r"|(?P<mark>not|never)(?: \p{L}+){1,4} (?P<mark>after|later than)",
                r"at the latest|or (?:earlier|before)",
            ),
            (
                r"(?:as )?from|after|since|as of|starting(?: on)?|beginning(?: on)?"
                r"|(?:no|not) (?:earlier|sooner) than|not (?:before|until)"
                r"|(?P<mark>not|never)(?: \p{L}+){1,4} (?P<mark>before|until|earlier than)",
                r"at the earliest|onwards?|on(?=[.,;]|$)|or (?:later|after)",
            ),
        ),
        amounts=(
            (
                r"up to|under|below|less than|fewer than|(?:no|not) (?:more|longer|older) than"
                r"|at (?:the )?most|a maximum of|not exceed(?:ing)?|(?:no|not) over|within",
                r"(?:\p{L}+ )?(?:at (?:the )?most|or (?:less|fewer|younger|under)|maximum)",
            ),
            (
                r"over|above|more than|at least|(?:no|not) (?:less|fewer|younger|under) than"
                r"|a minimum of|longer than|older than|not under",
                r"(?:\p{L}+ )?(?:at least|(?:or|and) (?:more|older|over|above|up)|minimum)",
            ),
        ),
        between=r"\s*(?:the |the end of |on )?",
        clock=r"(?::\d\d)?\s?(?:[ap]\.?m\b\.?|o['’]clock|noon)",
    ),
)  # fmt: skip
