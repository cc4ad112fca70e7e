"""How English asks several things at once."""

from language.followup_rules import words
from language.part_rules import Choice, PartRules, pattern

ASKING = "who(?:m|se)?|what|when|where|why|which|how"
DETERMINER = "(?:the|a|an|my|our|your|their|any|all|these|those)\\s"
LEADING = "in|on|at|to|from|by|for|with|of|about|under|since|during"

WORDS = {  # what is compared, and how it is asked of one
    "tall|high|low|short": "How high is {it}?",
    "long": "How long is {it}?",
    "deep|shallow": "How deep is {it}?",
    "wide?|narrow": "How wide is {it}?",
    "heav(?:y|i)|light": "How much does {it} weigh?",
    "bigg?|larg|small": "How big is {it}?",
    "old|young|new": "When was {it} built?",
    "cheap": "How much does {it} cost?",
}
OR = r"(?P<a>[^,:?]+?),? or (?P<b>[^,:?]+)"
WHICH = r"(?:which|who|what)(?: one| of them| (?P<of>\p{L}+))?"
CHOICES = (
    *(
        Choice(pattern(form), alone)
        for word, alone in WORDS.items()
        for form in (
            rf"{WHICH} (?:is|are|was|were) (?:the )?(?:{word})e(?:r|st)(?: one)?"
            rf"(?:[,:]|(?= the ))\s?{OR}",
            rf"{OR}[,:] {WHICH} (?:is|are|was|were) (?:the )?(?:{word})e(?:r|st)",
            rf"(?:is|are|was|were) (?P<a>.+?) (?:{word})er than (?P<b>.+)",
        )
    ),
    Choice(pattern(rf"{WHICH} (?:is|are) (?:more|less) expensive[,:]? {OR}"), "How much is {it}?"),
    Choice(pattern(rf"{OR}[,:] {WHICH} (?:is|are) (?:more|less) expensive"), "How much is {it}?"),
    *(
        Choice(pattern(form), "How many {noun} {did} {it} have?")
        for form in (
            rf"{WHICH} (?P<had>has|have|had) (?:the )?(?:more|most|fewer|fewest)"
            rf" (?P<noun>[^,:?]+?)[,:] {OR}",
            r"(?P<had>did|does|do) (?P<a>.+?) have (?:more|fewer) (?P<noun>[^,:?]+?) than"
            r" (?P<b>.+)",
        )
    ),
)

PARTS = PartRules(
    choices=CHOICES,
    joint=pattern(
        r"\s*(?:(?P<strong>[.;?!]\s*(?:and\s|also\s)*"
        r"|,?\s+(?:and|as well as|plus|&)\s+(?:also\s|then\s)?)|,\s*)"
        rf"(?=(?:(?:{LEADING})\s)?(?P<word>{ASKING})\b"
        # And did it end? And list the members.
        r"|(?P<word>did|does|do|will|can)\s(?:it|they|he|she|there|the|\p{Lu}\p{Ll})"
        r"|(?P<word>is|are|was|were|has|have|had)\s(?:it|they|he|she|there)\b"
        # And are dogs allowed? Not: and are lent, and is the owner of it.
        rf"|(?P<word>is|are|was|were)\s(?:{DETERMINER})?(?!\p{{L}}+ed\b)(?:\p{{L}}+\s){{1,3}}?"
        r"(?:allowed|permitted|forbidden|open|closed|free|available|needed|required|included)\b"
        rf"|(?P<word>can|may|must|do|does|did|will)\s(?:{DETERMINER}|i\s|we\s|you\s|\p{{L}}+s\s)"
        r"|(?P<word>list|name|give|describe|explain|tell me)\s(?:me|the|all|its|their)\b)"
    ),
    asks=pattern(rf"\b(?:{ASKING})\b|^(?:did|does|do|is|are|was|were|has|have|list|name|give)\b"),
    bare=pattern(
        rf"(?:(?:{LEADING})\s)?(?:{ASKING}|how (?:many|much|long)"
        r"|(?:what|which) (?:year|date|day|month|time|place|city|country|purpose|reason))"
        r"(?: exactly| else)?"
    ),
    adverbs=pattern(rf"(?:{ASKING}|how (?:many|much|long))"),
    relative=words("who whom whose which where when"),
    polite=pattern(
        r"^(?:please |and |so |ok |okay )*(?:(?:can|could|would) you (?:please )?)?"
        r"(?:tell me|do you know|say|explain|describe|find out"
        r"|i(?: would|['’]d)? (?:like|want) to know)\s"
    ),
    subordinate=pattern(
        r"^(?:when|where)(?:ver)?\s(?!(?:is|are|was|were|did|do|does|has|have|had|will|can|would)\b)"
    ),
    compares=pattern(
        r"^(?:please |can you |could you )*(?:compare|contrast)\s"
        r"|^(?:a )?comparison (?:of|between)\s"
    ),
    differs=pattern(
        r"^(?:what(?: is| are|['’]s|['’]re) )?(?:the )?(?:main )?differences? between\s"
        r"|^how (?:do|does|did|are) (?=.{3,80} (?:compare|differ|different)\b)"
        r"|\s(?:compare|differ|different)(?=\s*[?.]?$)"
    ),
    distributes=pattern(r",?\s(?:respectively|in each case)\b|\brespective\s"),
    each=pattern(
        r"\b(?:(?P<prep>in|at|of|for|to|by|during) )?"
        r"(?:each of (?:them|these|those|the two)|each one|each|both of them)(?!\s\p{Ll}+s\b)\b"
    ),
    joins=pattern(
        r"(?:,\s?|,?\s(?:and|as well as|versus|vs\.?|compared(?: to| with)?"
        r"|as opposed(?: to)?|(?:and )?then)\s)"
    ),
    together=pattern(
        r"\b(?:in total|altogether|together|combined|both|between|from|neither|either)\b"
        r"|\d{4},?\s?(?:to|[-–—])\s?(?=\d{4})"
    ),
    shared=pattern(
        r"(?P<front>(?:what|who|which|when|where|how \p{L}+) (?:is|are|was|were) )"
        r"(?P<items>the [\p{L}' -]{2,40}?(?:, the [\p{L}' -]{2,40}?)*,? (?:and|as well as)"
        r" the [\p{L}'-]+(?: [\p{L}'-]+){0,2}?)(?P<rest> (?:of|in|at|for) .+)"
    ),
    counts=pattern(
        r"(?P<asks>how (?:many|much) )(?P<first>\p{L}+(?: of (?:the )?\p{L}+)?),?"
        r" and how (?:many|much) (?P<second>\p{L}+(?: of (?:the )?\p{L}+)?)(?P<rest> .+)"
    ),
    apart=pattern(r",? (?:and|as well as) (?=the )|, (?=the )"),
    singular=pattern(r"\b(?:are) $"),
    of_one="is ",
)
