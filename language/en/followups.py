"""How English asks on after a question."""

from functools import partial

import regex

from language.en.values import VALUES
from language.followup_rules import Doing, FollowUps, Grammar, Replacing, words

_any_case = partial(regex.compile, flags=regex.IGNORECASE)

RANKS = VALUES.numbers.ordinals
# Nouns that are always of something, so that without it they are of the topic.
PARTS = (
    "themes?|title|topic|motto|slogan|name|date|dates|place|venue|location|number|size|population"
    "|capital|area|height|length|cost|costs|price|budget|value|total|purpose|goal|goals|aim|causes?"
    "|reasons?|results?|outcomes?|winners?|author|founders?|owners?|hosts?|organi[sz]er|duration"
    "|start|end|opening|headquarters|revenue|currency|language|participants|speakers|types?|kinds?"
    "|forms?|effects?|symptoms?|signs?|treatments?|risks?|benefits?|uses?|advantages?|disadvantages?"
    "|characteristics|features?|objectives?|implications?|importance|impact|examples?|history"
)
# What may stand before them and says no more about what they are of.
USUAL = "(?:(?:most )?(?:main|common|important|famous)|other|different|known|possible|side|health)"
KINDS = r"(?:types?|kinds?|sorts?|variet(?:y|ies)|forms?|brands?|models?)"
BE = r"(?:is|are|was|were)"
LEADING = "in|on|at|since|by|during|for|to|from|with"
AUXILIARY = "is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must"
# Verbs that people ask with, as they stand after a subject.
ACTS = (
    "affect|appear|be|become|begin|cause|change|choose|close|come|contain|cost|create|decide|die"
    "|differ|do|end|feel|get|give|go(?:es)?|happen|have|help|include|increase|keep|kill|know|last|lead|leave"
    "|live|look|lose|make|mean|need|offer|open|play|prevent|produce|reduce|require|run|say|see"
    "|sell|show|spread|start|stop|take|treat|use|want|win|work|write"
)
# Past tenses that do not end as "founded" does, with their participles.
DID = dict(
    pair.split("=")
    for pair in (
        "built=built began=begun bought=bought broke=broken brought=brought caught=caught"
        " chose=chosen cut=cut drew=drawn drove=driven fought=fought found=found gave=given"
        " held=held hit=hit kept=kept laid=laid led=led left=left lent=lent lost=lost made=made"
        " met=met paid=paid put=put ran=run rebuilt=rebuilt sang=sung saw=seen sent=sent set=set"
        " shot=shot sold=sold spent=spent stole=stolen taught=taught took=taken won=won"
        " wrote=written"
    ).split()
)
OFF = " (?:up|down|over|out|off|away|back|together)"
# What is said of a subject: in "is the method legal?" the method is asked of.
PREDICATES = (
    "available bad best better big called cheap common contagious curable dangerous different"
    " difficult easy effective expensive famous fast free good harmful hard healthy high important"
    " known large legal like long necessary old open popular possible reliable safe similar small"
    " tall treatable used useful valid worth worse"
)
DO = r"(?:did|do|does|can|could|will|would|should|has|have|had)"
CLAUSE = r"(?:that|because|if|while|when|where|who|what|how|before|after|as)\b"  # begins another
BARE = r"\p{Ll}[\p{Ll}-]*"  # a word of a topic that no article begins

# What goes otherwise than it should, said alone: and late?
MISHAPS = (
    "late|overdue|lost|stolen|broken|damaged|missing|absent|sick|ill|delayed|cancel+ed|expired"
    "|refused|wet|dirty"
)

FOLLOWUPS = FollowUps(
    openers=_any_case(
        r"(?:(?:and|but|so|ok|okay|then)\b,?\s)?(?:what|how) about\s(?P<phrase>.+)"
        r"|(?:and|but)\b,?\s(?P<phrase>.+)"
    ),
    asks=_any_case(r"\b(?:who|whom|whose|what|when|where|why|which|how)\b"),
    refers=_any_case(r"\b(?:it|they|them|he|him|she|its|their|his|her)\b(?!['’])"),
    part_asked=_any_case(
        rf"(?:^(?:tell me about (?=the [\p{{Ll}} ]*\b(?:{PARTS}) of))?"
        rf"|\b(?P<asks>what|which|(?P<who>whose|who))(?: {BE}|['’]s)(?: some of)? )"
        r"(?P<part>the [\p{Ll}\s-]+?) (?P<of>of) "
    ),
    names_part=_any_case(rf"(?:(?:the|its|their)\s)?(?P<noun>{PARTS})"),
    defines=_any_case(
        rf"(?:(?:what|who)(?: {BE}|['’]s)|define|tell me about)(?: an?)?"
        r"(?: (?!the\b)\p{L}[\p{L}-]*){1,3}[?.\s]*$"
    ),
    ordinal=_any_case(
        rf"\b(?:(?P<rank>{'|'.join(RANKS)}|last)|\d+(?:st|nd|rd|th))\b(?! century)",
    ),
    ranks=RANKS,
    days="(?:mon|tues|wednes|thurs|fri|satur|sun|week)days?|weekends?",
    leads=_any_case(
        rf"(?:\b(?P<preposition>{LEADING}|of|after|before)\s)?(?:\b(?P<article>the|a|an)\s)?$"
    ),
    colon=": ",
    question_mark="?",
    anew=_any_case(
        r"(?:at |on )?(?:what time|(?:what|which) day)|(?:in )?(?:what|which) year|when|where|why"
        r"|(?:for )?how long|by whom"
    ),
    done=Doing(
        asks=_any_case(
            r"(?P<asks>when|where|why|how|for how much|(?:in |on )?(?:what|which) (?:year|day))"
            r"(?: (?:was|did) (?:that|it|this)(?: (?:be|happen))?)?"
        ),
        who=_any_case(
            rf"who(?: has| had| have)? (?P<act>\p{{L}}{{2,}}ed|{'|'.join(DID)})(?P<off>{OFF})? "
            r"(?P<thing>(?:(?:the|an?|this|these|that|those|our|your|my|all|his|her|its|their)\b"
            r"|(?-i:\p{Lu})).*?)[?\s]*"
        ),
        framed="{asks} {was} {thing} {act}{off}?",
        acts=DID,
        was=("was", "were"),
        many=regex.compile(
            r"(?:the |these |those |all |our |your |my |his |her |its |their )?"
            r"(?:\p{Ll}+ ){0,2}\p{Ll}+(?<![isu])s|.* and .*"
        ),
    ),
    condition=_any_case(
        rf"(?:if|when|in case)\s(?:\p{{L}}+(?:['’](?:m|s|re)|\s(?:am|is|are|gets?))\s)?"
        rf"(?P<state>(?:too\s|very\s|never\s)?(?:{MISHAPS}))"
        rf"|(?P<state>(?:if|in case)\s.+|(?:{MISHAPS}))"
    ),
    first=(
        "who|whom|whose|what|when|where|why|which|how|is|are|was|were|did|does|do|has|have|had|can|tell|describe|give"
        "|in|on|at|to|for|from|by|of|and|but|the|an?"
    ),
    linking="of|of the|and|for",
    phrases=Grammar(
        articles=words("the a an this that these those its their his her"),
        indefinite=words("a an some"),
        owned=words("its their his her"),
        links=words("of"),
        ends=words(
            "in on at to for from by with about as into onto over under between during before after"
            " since until within without and or but than that because if while via against among"
            " who whom whose what when where why which how is are was were be been being am do does"
            " did has have had can could will would may might must should not there it they he she"
            " him them you we i me out tell describe give held built born made written begun take"
            " took"
            " taken happen occur come came go went led met won lost sent sold fought found called"
            " named kept seen used paid chosen known grown drawn spoken understood"
            " don't doesn't didn't isn't aren't wasn't weren't can't won't don’t doesn’t didn’t"
            " isn’t aren’t wasn’t weren’t can’t won’t"
        ),
        participles=words(
            "held built born made written taken lost sold sent used paid known called"
        ),
        # It was *held*: participles follow the noun; in "the united team" they lead it.
        verbs=regex.compile(r"\p{Ll}{2,}ed|first|originally|officially|finally|ever|also|still"),
        article=_any_case(r"(?:the|an?)\s"),
        same_part=regex.compile(r"(?:the\s)?(?P<noun>\p{Ll}+(?:\s\p{Ll}+)*)"),
        agreeing={"": "What"},
        counted=_any_case(rf"how (?:many|much) (?!(?:{AUXILIARY})\b)(?P<noun>\p{{Ll}}+)"),
        plain=_any_case(r"(?P<noun>(?:\p{Ll}+ (?=\p{Ll}+s$))?\p{Ll}+)"),
        the="the ",
        of="of",
        partitive="",
        leading=LEADING,
        leading_nouns="",
        possessive=regex.compile(r"['’]s$|(?<=s)['’]$|^['’]$"),
        introduced=regex.compile(
            r"(?:(?i:tell me about|what(?: (?:is|are|was|were)|['’]s)) )"
            r"(?P<topic>(?:\p{Ll}[\p{Ll}-]* ){0,2}\p{Ll}[\p{Ll}-]*)[?.\s]*$"
            rf"|\b(?i:{AUXILIARY}) (?P<topic>(?:{BARE} ){{0,5}}?{BARE}) (?:\p{{Ll}}+ly )?"
            rf"(?:(?:{ACTS}|{PREDICATES.replace(' ', '|')}|\p{{Ll}}{{2,}}ed)\b|\p{{Ll}}+[?.\s]*$)"
            r"|^(?i:(?:(?:how|why|when|where) )?(?:is|are|was|were|do|does|did|can|could)) "
            r"(?P<topic>(?:\p{Ll}[\p{Ll}-]* )?\p{Ll}+) \p{Ll}+"
            rf"\s(?:{LEADING}|of)\b"
            rf"|\b(?:of|for|about) (?P<topic>(?:{BARE} ){{0,2}}?{BARE})"
            rf"(?:[?.\s]*$|\s(?:{BE}|{LEADING})\b)"
        ),
        pointing=words("that"),
        joins=words("and"),
        acts=regex.compile(rf"(?:{ACTS})\b"),
        predicates=words(PREDICATES),
        did=_any_case(r"\b(?:did|does|do|can|could|will|would|should) $"),
        clause=_any_case(r"\b(?:if|when|because|after|before|while|why|how) $"),
    ),
    completing=Replacing(
        short=regex.compile(
            r"(?:(?:(?i:how (?:many|much))(?: \p{Ll}+){0,2}|(?i:who))"
            r"(?: (?:was|were|has|have|had))? (?:\p{Ll}+ed|came|went|won|lost|spoke"
            r"|took part|were there|there)"
            rf"|(?i:what|which|who) {BE} (?:the|some(?: of the)?)(?: {USUAL})* (?:{PARTS})"
            rf"|(?i:what|which) {BE}(?: {USUAL})+ (?:{PARTS})"
            r"|(?i:who|(?:since )?when|where|why|how(?: (?:many|much|long|far|old|big))?)"
            # Are there any side effects? Which type is best? How is a container different?
            r"|(?i:(?:are|is) there any)(?: \p{Ll}+){1,2}"
            rf"|(?i:how) {BE} (?:an? )?\p{{Ll}}+ different)\s*\??"
        ),
        pronoun=_any_case(r"\b(?P<word>it|they|them|he|him|she|its|their|his|her)\b(?!['’])"),
        # Who is *it* in "what is it called when", "is it important that"?
        # Who moved *his* court: whoever did.
        empty=_any_case(
            r"\bit (?!\p{Ll}+ed\b|held|built|sold|given|taken|brought|sent|moved)(?:\p{Ll}+ ){1,3}"
            r"(?:to|that|when|if|who|whether|how|for)\s|\bit (?:to|\p{Ll}+ that)\b"
            r"|\bis it (?:like|called)\b"
            rf"|^who (?!{BE}|did|does)\p{{Ll}}+"
            r" (?:he|she|they|its|his|her|their|it (?:is|was|has|had|would))\b"
        ),
        reach=regex.compile(
            r"(?:(?:who|whom|what|when|where|why|which|how)\b)?"
            r"(?: ?(?!(?:that|because|if|while|as|before|after|when|the|an?|this|these)\b)"
            r"\p{Ll}+){0,4} ?"
            # What happens if it is not treated?
            r"|what (?:happens|happened|would happen|will happen|changes|changed)"
            r" (?:if|when|after|before) ",
        ),
        reach_owned=regex.compile(
            r"(?:(?:who|what|when|where|why|which|how)(?: \p{Ll}+)?"
            rf"(?: (?:{BE}|did|does|has|had))? |tell me about |describe )?"
            rf"|(?:(?:what|which|who) {BE} (?:the|some)|describe|tell me about|name|list|explain)"
            r"(?: \p{Ll}+){1,3} of "
        ),
        # Bare "this" and "that" follow a verb that has no other subject, and "there" ends the
        # question or its clause; after "is", "there" points at nothing.
        pointing=_any_case(
            rf"^(?:(?:wh\w+|how)(?: \p{{Ll}}+){{0,2}} )?(?:{AUXILIARY})"
            r" (?P<word>this|that|these|those)"
            rf"(?: (?:{ACTS}|(?:al)?ways|still|also|\p{{Ll}}+(?:ed|able|ible|ful|ous|al|ive))\b.*"
            r"| \p{Ll}+)?\s*\??$"
            rf"|(?<!\b(?:be|been|where|{AUXILIARY}|\p{{L}}+n['’]t) )\b(?P<word>there)"
            r"(?:\s*\??$| (?:in|on|at|for|with|by)\b)"
        ),
        # "That" also begins clauses: only after a verb or a preposition does it point.
        same=_any_case(
            r"\b(?:(?:this|these)"
            rf"|(?<=\b(?:{AUXILIARY}|of|in|at|about|for|to|with|by|from) )(?:that|those))"
            r"\s(?P<noun>\p{Ll}+)\b"
        ),
        resumed=_any_case(
            r"\bthe\s(?P<noun>\p{L}+)(?=\s*[?.]*$|[,’']|,? "
            rf"(?:{AUXILIARY}|be|been|{LEADING}|and|or|(?:{ACTS})s?|\p{{Ll}}{{2,}}ed)\b)"
        ),
        reach_object=_any_case(
            rf"(?:(?:who|what|when|where|why|how)(?: \p{{Ll}}+)? )?{DO}"
            rf"(?: (?!{CLAUSE}|{LEADING}|of|and)[^\s,;:]+){{1,4}} \p{{Ll}}+ "
        ),
        tail_object=_any_case(
            r"\s*[?.]*|\s(?:in|on|at|to|for|from|by|with|as|so|an?|the|during|into|over)\s.*"
        ),
        reach_clause=_any_case(
            rf"(?:what|which|who) {BE}(?: (?!{CLAUSE})[\p{{L}}-]+)+ (?:(?:that|which|whom) )?"
        ),
        tail_clause=_any_case(
            r" (?:(?:had|have|has) )?(?:\p{Ll}{2,}ed|built|found|met|saw|made|wrote|held|won|lost"
            r"|sold|bought|took|left|gave|used)\s*\??"
        ),
        part_last=_any_case(
            rf"(?P<asks>(?:what|which|who) {BE}(?: some of)? (?:the|some)(?: {USUAL})* (?:{PARTS}))"
            r"\s*\??"
            rf"|(?P<asks>(?:what|which) {KINDS})(?P<rest> {BE} (?:the )?\p{{Ll}}+"
            r"(?: for(?: \p{Ll}+){1,2})?)\s*\??"
        ),
        compared=_any_case(
            r"\b(?:in common|differ(?:s|ed|ences?|ent)?|compared?|similar|alike|related"
            r"|each other)\b"
        ),
        also=" and ",
        plurals=(
            (r"^an? (.*[^aeiou])y$", r"\1ies"),
            (r"^an? (.*(?:s|x|z|ch|sh))$", r"\1es"),
            (r"^an? (.*)$", r"\1s"),
        ),
        persons=words("he him his she her"),
        many=words("they them their"),
        owning=words("its their his her"),
    ),
)
