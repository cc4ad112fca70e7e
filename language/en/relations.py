"""What somebody does or is, in English: patterns by names that all languages share."""

from language.relation_rules import Relations

RELATIONS = Relations(
    acts={
        "appoint": (
            r"appoint\w*|elect(?:ed|s|ion)?|named as|nominat\w+|hir(?:ed?|es|ing)"
            r"|succeed\w*"
        ),
        "approve": (
            r"subscri\w+|approv\w+|accept\w*|authori[sz]\w+|adopt\w*|ratif\w+|pass(?:ed|es)"
            r"|carried"
        ),
        "audit": r"audit\w*",
        "begin": (
            r"beg[aiu]n\w*|start\w*|launch\w*|commenc\w+|found(?:ed|ing)|establish\w*"
            r"|creat\w+|open\w*"
            r"|inaugurat\w+|introduc\w+|since|origin\w*|first"
        ),
        "birth": r"born|births?|birthday|native of|b\.|\d{4}\s?[-–—]\s?\d{4}",
        "break ground": (
            r"ground-?breaking|foundation stones?|construct\w+|buil[dt]\w*|works? (?:began"
            r"|begins?|start\w*)|dig\w*"
            r"|dug|begun|began"
        ),
        "build": (
            r"buil[dt]\w*|construct\w*|erect\w*|found(?:ed|er|ers|ing)|creat\w+"
            r"|establish\w*|rebuil[dt]"
            r"|install\w*|complet\w+|finish\w*"
        ),
        "burn": r"burn\w*|fires?|blazes?|destroy\w*|destruct\w+|raz(?:ed|es)|ablaze",
        "buy": (
            r"b[ou](?:y|ys|ying|ught)|buyers?|purchas\w+|acquir\w+|acquisition|took over"
            r"|takeover|sold"
        ),
        "clean": r"clean\w*",
        "close": (
            r"clos(?:ed?|es|ing|ure)|shut\w*|ceas\w+|end(?:ed|s)?|stopp?\w*|abolish\w*"
            r"|dissol\w+"
        ),
        "conduct": r"conduct\w*",
        "cook": r"cook\w*|chefs?|cater\w*",
        "coach": r"coach\w*|train(?:ed|er|ers|s)",
        "design": (
            r"design\w*|architects?|drawn|drew|plann\w+|plans|devis\w+|engineers?"
            r"|conceiv\w+|created?"
        ),
        "destroy": (
            r"destroy\w*|destruct\w+|demolish\w*|demolition|raz(?:ed|es)|wreck\w*|burn\w*"
            r"|torn down|ruin\w*"
        ),
        "die": (
            r"\d{4}\s?[-–—]\s?\d{4}|die[sd]?|dying|dea(?:d|th)\w*|kill\w*|assassin\w+"
            r"|pass(?:ed|es) away|murder\w*|execut\w+|drown\w*"
        ),
        "discover": r"discover\w*|found|identif\w+|detect\w*|spott\w+",
        "donate": (
            r"donat\w+|donors?|g[ai]ven?|giv(?:es|ing)|gifts?|bequeath\w*|present(?:ed|s)"
            r"|rais(?:ed|es|ing)"
        ),
        "drive": r"driv\w+|drove",
        "end": (
            r"end(?:ed|s|ing)?|finish\w*|stopp?\w*|clos\w+|complet\w+|ceas\w+|cancel\w*"
            r"|until|last\w*"
        ),
        "found": (
            r"found(?:ed|er|ers|ing|ation)|establish\w*|creat\w+|start(?:ed|s)|set up|began"
            r"|instituted?"
            r"|origin\w*|form(?:ed|s|ation)|launch\w*|buil[dt]|co-?founded|theor\w+"
        ),
        "inspect": (
            r"inspect\w*|surveyors?|survey(?:ed|s)|check\w*|examin\w+|audit\w*"
            r"|control(?:led|s)"
        ),
        "invent": r"invent\w*|devis\w+|develop\w*|creat\w+|patent\w*|discover\w*",
        "invite": r"invit\w+",
        "join": r"subscri\w+|join\w*|enter\w*|member\w*|accession|acced\w+",
        "lead": (
            r"le(?:a?d|ads|ading|aders?)|head(?:ed|s)?|direct(?:ed|ors?|s)|chair\w*"
            r"|presid\w+|command\w*"
            r"|captains?|rul(?:ed|ers?)|chiefs?|manag\w+|kings?|emperors?"
        ),
        "leave": (
            r"le(?:ft|ave|aves|aving)|resign\w*|retir\w+|depart\w*|quit\w*|step(?:ped"
            r"|s)? down|until"
        ),
        "lend": r"len(?:d|t|ds|ding)|loan\w*|borrow\w*|rent\w*|hir(?:ed?|es|ing)",
        "marry": r"marr\w+|wedd\w+|wi(?:fe|ves)|husbands?|spouses?",
        "move": r"mov(?:ed?|es|ing)|transfer\w*|relocat\w+|reloc\w+|evacuat\w+",
        "open": r"open\w*|inaugurat\w+|launch\w*|cut the ribbon|unveil\w*|start(?:ed|s)|ribbon",
        "organise": r"organi[sz]\w+|arrang\w+|hosts?|hosted|held|r[au]n",
        "oppose": r"oppos\w+|against|disagree\w*|object(?:ed|ions?)|reject\w*|refus\w+|voted? no",
        "own": (
            r"own(?:ed|er|ers|s|ing)?|belong\w*|property of|b[ou](?:ys?|ught)|acquir\w+"
            r"|sold|proprietors?"
        ),
        "paint": r"paint\w*|portrait\w*",
        "pay": (
            r"pa(?:y|ys|id|ying|yment|yments)|fund(?:ed|ing|s)?|financ\w+|sponsor\w*"
            r"|cost\w*|rais(?:ed|es|ing)|subsid\w+"
        ),
        "perform": (
            r"perform\w*|s[aiu]ng|sings?|singers?|play(?:ed|s|ing|ers?)?|act(?:ed|ors?"
            r"|ress)|danc\w+"
        ),
        "photograph": r"photo\w*|pictures?",
        "propose": r"propos\w+|suggest\w*|recommend\w*|idea|moved",
        "publish": r"publish\w*|issu\w+|releas\w+|print\w*|appear\w*",
        "repair": r"repair\w*|fix(?:ed|es|ing)?|mend\w*|restor\w+|renovat\w+|rebuil[dt]|plumbers?",
        "return": r"return\w*|back|until|came home",
        "sell": r"s(?:ell\w*|old)|sales?|vendors?|bought|buyers?",
        "sign": r"sign(?:ed|s|ing|atory|atories|ature)?",
        "steal": r"st(?:eal\w*|ole|olen)|thie(?:f|ves)|theft|robb\w+|burglar\w*|broke in",
        "teach": r"t(?:each\w*|aught)|teachers?|instruct\w+|lectur\w+|professors?|tutor\w*",
        "translate": r"translat\w+",
        "win": (
            r"w[io]n(?:s|ning|ner|ners)?|victor\w*|champions?|prizes?|awards?|awarded"
            r"|first place|beat\w*|defeat\w*|gold"
        ),
        "write": (
            r"draft\w*|writ\w+|wrote|authors?|poets?|pen(?:ned)|compos\w+|novelists?"
            r"|published|editors?|letters?"
        ),
    },
    roles={
        "captain": r"captains?|skippers?",
        "caretaker": r"caretakers?|janitors?|custodians?|keepers?",
        "chair": (
            r"chair(?:s|man|woman|person|ed)?|presidents?|presid\w+|heads?|leaders?|led"
            r"|elected"
        ),
        "clerk": r"clerks?|secretar(?:y|ies)|registrars?",
        "doctor": r"doctors?|dr|physicians?|surgeons?|medics?",
        "director": (
            r"directors?|directed|manag\w+|heads?|headed|chiefs?|ran|runs?|curators?|led"
            r"|leads?|boss"
        ),
        "editor": r"edit\w+|journalists?|correspondents?",
        "engineer": r"engineer\w*|builders?",
        "governor": r"governors?|govern\w*",
        "judge": r"judges?|magistrates?",
        "librarian": r"librarians?",
        "mayor": r"mayor\w*",
        "minister": r"minist\w+|secretary of state",
        "monarch": (
            r"kings?|queens?|monarchs?|emperors?|empress|rulers?|rul(?:ed|es)|reign\w*"
            r"|crown\w*|thrones?"
        ),
        "musician": (
            r"musicians?|pianists?|piano|violin\w*|organists?|accompan\w+|drummers?|play\w*"
        ),
        "nurse": r"nurs\w+|midwi\w+",
        "police": r"police\w*|officers?|constables?|sheriffs?",
        "principal": r"head ?(?:teachers?|masters?|mistress)|principals?|heads?|rectors?",
        "speaker": r"spoke\w*|speakers?|press officers?",
        "treasurer": r"treasurers?|cashiers?|financ\w+|accountants?",
    },
    second=(
        r"(?:assistant|associate|acting|vice)[- ](?=\w)|deput(?:y|ies)\b|(?:sub|co|vice)-"
        r"|under-?(?=secretar)"
    ),
    owns=r"['’]s?\b",
    sending=(
        r"\b(?:sen[dt]|written|wrote|write|post(?:ed)?|mail(?:ed)?|messages?|letters?"
        r"|e-?mails?|dated|receive\w*|repl\w+|publish\w*)\b"
    ),
)
