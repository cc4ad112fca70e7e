"""How English greets, thanks, asks what the program can do, which documents, what is in them."""

from language.en.kinds import KINDS
from language.en.speakers import SAID, SPEAKERS
from language.talk_rules import Act, Talk

FILES = r"(?:documents?|docs?|files?|pdfs?|texts?)"
NOUNS = rf"(?:{FILES}|papers?|articles?|reports?|sources?|materials?|pages?)"
STORE = r"(?:collection|corpus|library|database|index|knowledge base|archive|folder)"
GIVE = r"(?:give|write|make|show|provide|get|create|prepare|do|send|tell)(?: (?:me|us))?"
WANT = r"(?:i (?:want|need|would like)|i'd like)"
SIZE = r"(?:(?:short|brief|quick|concise|general|simple|high[- ]level|one[- ]paragraph) )*"
POINTS = (
    r"(?:main|key|most important|essential|central|major|principal)"
    r" (?:points?|ideas?|takeaways?|messages?|statements?|facts?)"
)
DIGEST = rf"(?:summary|overview|synopsis|abstract|recap|outline|gist|digest|takeaways|{POINTS})"
EVENTS = r"(?:(?:(?:all|the|some|main|key|most|important|major|past|historical) )*(?:events|facts))"
CHRONOLOGY = (
    r"(?:time-?line|time line|chronology|chronological (?:order|list|overview|account|summary"
    r"|sequence|history)|sequence of events|(?:key|important|main) dates|list of dates)"
)
IN_ORDER = (
    r"(?:in (?:chronological|date|time) order|in (?:the )?order of (?:dates?|time)|chronologically"
    r"|(?:sorted |ordered |arranged |listed )?by (?:date|time|year))"
)
# With a word that asks before it, it is a question.
THING = r"(?P<of>(?!(?:who|whom|whose|what|when|where|why|which|how|is|was|did|does)\b).+?)"
OF_TIME = rf"(?: of {EVENTS})?(?: (?:of|from|in|on|about|for|at|during|surrounding) (?P<of>.+))?"
OF = r"(?: (?:of|from|in|on|about|for) (?P<of>.+))"
DEALS = (
    r"(?:mention|talk about|discuss|deal with|cover|speak (?:of|about)|refer to|are (?:about|on))"
)
ABOUT = (
    r"(?: (?:about|on|regarding|concerning|covering|mentioning|discussing|dealing with|related to"
    rf"|(?:that|which) {DEALS}) (?P<about>.+))"
)
HAVE = (
    r"(?: (?:do|can|did) (?:you|i|we) (?:have|know|hold|use|search|ask|read|see|consult|access)"
    r"(?: access to)?| are (?:there|available|loaded|indexed|included|you (?:using|based on))"
    rf"| are (?:in|inside) (?:here|(?:the|your|this) {STORE})| have you (?:got|read|indexed)"
    r"| you have| exist)(?: here| available| now)?"
)
# A year or a date with one, or two of them.
IN_YEARS = (
    r"(?:(?P<of>(?:after|since|before|until|up to) (?:the year )?\d{4})"
    r"|(?:in|of|during|from|between|on)(?: the (?:years?|month of))? (?P<of>"
    r"(?:the )?[\p{L}\d-]{2,14} century|"
    r"(?:[\p{L}]+ |\d{1,2} ){0,3}\d{4}(?:s|"
    r"(?:\s?[-–]\s?| (?:to|and|until) )(?:[\p{L}]+ |\d{1,2} ){0,3}\d{4})?))"
)
# What is named, at most eight words; of a clause with a verb more is asked.
NAMED = (
    r"(?:the |an? )?(?P<about>(?:(?!(?:that|which|who|whom|whose|what|when|where|why|how|is|are|was"
    r"|were|did|does|do|by|and|or|(?<!of )the)\b)\S+ ){0,7}?[^\s,;]+)"
)
ALL_OF = rf"(?: (?:in|within|across) (?:all )?(?:the |these |my |your |this )?(?:{NOUNS}|{STORE}))?"
NAMES = r"(?:mention(?:s|ed|ing)?|nam(?:es?|ed|ing)|refer(?:s|red|ring)? to|cit(?:es?|ed|ing))"
SPOTS = r"(?:mentions?|occurrences?|references?|places?|passages?|sentences?|instances?|spots?)"
SOURCES = rf"(?:(?:the|these|your|my|our|all|different|various) )*(?:{NOUNS}|witnesses|accounts)"
DIFFER = (
    r"(?:disagree|contradict (?:each other|one another|themselves)|differ|conflict|diverge"
    r"|(?:not|n't) agree|say (?:different|other) things|in (?:disagreement|conflict))"
)
OVER = r"(?: (?:about|on|over|regarding|as to|concerning) (?:the |an? )?(?P<about>.+?))"
WHAT_IS = r"(?:what is|what are|whats|what's|what're)"

TALK = Talk(
    small={
        Act.GREETING: (
            r"h[ie]+|hiya|he+l+o+|ha+l+o+|hullo|he+y+|howdy|yo+|greetings|salutations|hola"
            r"|good (?:morning|afternoon|evening|day)|g'day|morning|evening|nice to meet you"
            r"|how (?:are|r) (?:you|u|ya)(?: doing| going)?|how (?:is it|are things|'?s it) going"
            r"|how do you do|how have you been|what'?s up|what is up|sup|are you (?:there|ok)"
            r"|(?:is )?any(?:one|body)(?: is)? (?:there|here|home)|can you hear me|you there"
            r"|test(?:ing)?(?: test)*|ping"
        ),
        Act.THANKS: (
            r"(?:many |much |a thousand |ok )?(?:thanks|thx|tnx|thnx|thank(?: you| u)|tysm|ty"
            r"|cheers)"
            r"(?: (?:a (?:lot|bunch|million|ton)|(?:very|so) much|again|anyway))?"
            r"(?: for (?:your|the|all(?: your)?|that|this|everything|helping)"
            r"(?: (?:help|answers?|time|information|info|support|reply|me|assistance))?)?"
            r"|(?:much |very much )?appreciated|i appreciate (?:it|that|your help)"
            r"|(?:that (?:is|was|'s)|that's|this (?:is|was)|it was|you(?: a|')re|you were)"
            r" (?:very |really |so |quite |all |most |just )?(?:helpful|great|perfect|useful|good"
            r"|nice"
            r"|all|it|kind|awesome|clear|right|what i (?:needed|wanted))(?: i (?:need|needed"
            r"|wanted))?"
            r"|(?:very |really |so |super )?helpful|that helps|that helped|great"
            r"|perfect|cool|nice|awesome|good|excellent|wonderful|brilliant|super"
            r"|well done|good (?:job|work|answer|bot)|nice (?:job|work|one|answer)|no (?:thanks"
            r"|thank you)"
        ),
        Act.FAREWELL: (
            r"(?:good ?)?bye+(?:[- ]bye+)?|see (?:you|ya|u)(?: (?:later|soon|tomorrow|around"
            r"|again))?"
            r"|c(?:ya| u)|good ?night|farewell|take care|so long|until next time|talk to you later"
            r"|have a (?:nice|good|great|lovely) (?:day|evening|night|weekend|one)|ciao|later"
            r"|i (?:have to|must|gotta) go|quit|exit"
        ),
        Act.NODDING: (
            r"ok(?:ay|i)?|k+|fine|alright|all right|got it|i see|understood|i understand|right|sure"
            r"|noted|i got (?:it|that)|makes sense|fair enough|very well"
        ),
        Act.WHO: (
            r"(?:tell|sing|write|make up|give|know)(?: (?:me|us))? (?:an? |another |some |any "
            r"|the )?(?:good "
            r"|funny |new )?(?:jokes?|songs?|poems?|riddles?|haikus?|limericks?|lullaby)"
            r"|(?:can|could|will|would|do) you (?:tell|sing|write|make up|know)(?: (?:me"
            r"|us))? (?:an? "
            r"|some |any )?(?:jokes?|songs?|poems?|riddles?)|make me laugh|i am bored|i'm bored"
            r"|(?:and )?(?:who|what) (?:are|r) (?:you|u)(?: exactly)?|who is this|whats? your name"
            r"|what(?: is|'s) your name|do you have a name|introduce yourself"
            r"|tell (?:me|us) (?:something |more |a bit )?about (?:yourself|you)"
            r"|are you (?:an? )?(?:real |language )?(?:bot|chat ?bot|robot|human(?: being)?"
            r"|person|ai"
            r"|real|machine|computer|program|chat ?gpt|llm|model|search engine|assistant)"
            r"|who (?:made|built|created|wrote|developed|programmed) (?:you|this)"
            r"|(?:what is|what's|whats) (?:this(?: (?:app|tool|site|website|program|page|bot|thing"
            r"|chat ?bot|software|application|service|system|chat|place))?|it|cited-qa)"
            r"|what (?:kind|sort|type) of (?:bot|program|tool|app|ai|system|assistant) (?:is this"
            r"|are you)"
        ),
        Act.HELP: (
            r"help(?: me)?(?: out)?|i (?:need|want) (?:some )?help|(?:can|could|will"
            r"|would) you help(?: me)?"
            r"|how (?:can|could|do|may) you help(?: me| us)?|who can help(?: me)?"
            r"|what (?:can|could|do|will|are) (?:you|u) (?:do|able to do|capable of|good (?:at"
            r"|for)|know"
            r"|answer|tell(?: me)?|help(?: me)?(?: with)?|offer|for|doing)(?: for (?:me|us)| here)?"
            r"|what (?:else )?can (?:i|we|one) (?:do|ask)(?: (?:you|here|with (?:this|it|you)"
            r"|about))*"
            r"|(?:what|which)(?: (?:kinds?|sorts?|types?) of)? (?:questions|things|stuff) (?:can"
            r"|could|should|may)"
            r" (?:i|we|you) (?:ask|answer|do)(?: (?:you|here))?"
            r"|what (?:should|may|do|could) i (?:ask|do|type|write|say)(?: (?:you|here|now|first))?"
            r"|how (?:does|do) (?:this|it|you|that|cited-qa|the (?:chat|program|app|site|page"
            r"|tool|system))"
            r"(?: (?:app|tool|site|website|program|page|bot|thing|chat ?bot|software|service"
            r"|system|chat))? work"
            r"|how (?:do|can|should|would|to)(?: (?:i|we|you|one))? (?:use|ask|search|work with"
            r"|start|begin"
            r"|get started|query)(?: (?:you|this|it|here|questions?|a question|with (?:this|you)))*"
            r"(?: (?:app|tool|site|website|program|page|bot|thing|software|service|system|chat))?"
            r"|what is (?:this|it) for|what do(?:es)? (?:this|it) do|what is the purpose of this"
            r"(?: \w+)?"
            r"|what are your (?:capabilities|features|functions|skills|abilities|limits"
            r"|limitations)"
            r"|(?:(?:give|show) me |any |some |do you have )*(?:an? )?(?:some )?"
            r"(?:examples?|example questions?|sample questions?|suggestions?|instructions|usage"
            r"|manual|menu|commands|options)"
            r"|(?:do|can) you (?:speak|understand|know|read|answer in) (?:english|french|chinese"
            r"|mandarin)"
            r"|(?:what|which) languages? (?:do|can) you (?:speak|understand|know|read|support)"
            r"|get(?:ting)? started|start|where do i (?:start|begin)"
        ),
    },
    filler=(
        r"there|all|everyone|everybody|guys|team|friend|my friend|buddy|mate|bot|chat ?bot|robot"
        r"|assistant"
        r"|sir|madam|dear|again|today|please|pls|plz|oh|well|so|and|then|now|um+|hmm+|just|really"
        r"|you"
        r"|cited-qa|computer|to you|lol|haha+|for (?:me|now|today)|i'?m (?:new|fine|good|ok)"
        r"(?: here)?"
    ),
    apart=r"\s+",
    whole={
        Act.SAID: SAID,
        Act.SPEAKERS: SPEAKERS,
        Act.MENTIONS: (
            rf"where(?:ver)? (?:is|are|was|were) {NAMED} (?:ever )?(?:mentioned|named|referred"
            rf" to|cited)"
            rf"{ALL_OF}",
            rf"where (?:do|does) {NAMED} (?:appear|occur|come up|get mentioned){ALL_OF}",
            rf"where (?:do|does) (?:the |these |my |your )?(?:{NOUNS}) (?:mention|name|refer"
            rf" to|cite) {NAMED}",
            rf"(?:in |on )?(?:which|what) (?:{SPOTS}) (?:{NAMES}) {NAMED}{ALL_OF}",
            rf"in (?:which|what) (?:{SPOTS}) (?:is|are|was|were) {NAMED} (?:mentioned|named|cited)",
            rf"(?:(?:find|show|list|give|get|see|count)(?: me| us)? )?(?:(?:all|every|each)(?:"
            rf" of)?(?: the)?"
            rf"|any) (?:{SPOTS})(?: (?:of|to)|,? (?:(?:that|which|where) )?(?:{NAMES}))"
            rf" {NAMED}{ALL_OF}",
            rf"(?:(?:find|show|list|give|get|see|count)(?: me| us)? )?(?:(?:all|every|each)(?:"
            rf" of)?(?: the)?"
            rf"|any) (?:{SPOTS}) where {NAMED} (?:is|are|was|were) (?:mentioned|named"
            rf"|cited){ALL_OF}",
            rf"(?:(?:find|show|list|give|get|see|count)(?: me| us)? )?(?:the )?"
            rf"mentions?(?: of)? (?!d(?:[eu]|es)\b|d')[\"“«'‘]?{NAMED}",
            rf"how (?:often|many times) (?:is|are|was|were) {NAMED} (?:mentioned|named"
            rf"|cited){ALL_OF}",
        ),
        Act.DISAGREE: (
            rf"(?:where|how|(?:on|about|in) (?:what|which)(?: points?| things?| respects?)?|what)"
            rf" (?:do|are) {SOURCES} {DIFFER}{OVER}?(?: (?:about|on|over))?",
            rf"do {SOURCES} (?:{DIFFER}|agree){OVER}?",
            r"(?:what|which|where|(?:are|is) there(?: any)?|find|show(?: me)?|list)"
            r"(?: (?:are|is|the|any|all|some))* (?:contradictions?|disagreements?"
            rf"|discrepanc(?:y|ies)|inconsistenc(?:y|ies)|conflicts?)(?: (?:are|is) there)?"
            rf"(?: (?:between|among|in|across|of) {SOURCES})?{OVER}?",
        ),
        Act.DOCUMENTS: (
            rf"(?:what|which)(?: (?:kinds?|sorts?|types?) of)? {NOUNS}{HAVE}{ABOUT}?",
            rf"(?:what|which) {FILES}(?: {DEALS} (?P<about>.+))?",
            rf"(?:what|which) (?P<about>{FILES} (?:are|is) (?:written )?in .+)",
            rf"(?:do you have|have you(?: got)?|is there) (?:anything|something){ABOUT}",
            r"(?:list|show|display|enumerate|give|see|view|name)(?: (?:me|us))?(?: (?:a"
            r"|the) list of)?"
            rf"(?: (?:all|of|the|your|my|available|existing|indexed|every))* (?:{FILES}|sources)"
            rf"(?: (?:that )?(?:you have|there are|available|here|you know)| (?:in|of) (?:here|"
            rf"(?:the|your|this) {STORE}))?"
            rf"{ABOUT}?",
            rf"(?:(?:a|the) )?list of(?: (?:all|the|your|available|indexed))* {FILES}{ABOUT}?",
            r"(?:(?:the|your|all|all the|available) )?(?:documents|docs|files|sources)(?: list)?",
            rf"how many {FILES}{HAVE}{ABOUT}?",
            rf"(?:what|which) {FILES}{HAVE}[?,.!]+ (?:please,? )?(?:list|show|name"
            rf"|give)(?: (?:me|us|them"
            r"|it|all|the list|a list)){1,3}",
            rf"{WHAT_IS} (?:in|inside|there in) (?:the|your|this) {STORE}",
            r"what do you have(?: here| in (?:store|stock|there))?(?: (?:about|on) (?P<about>.+))?",
            rf"(?:do you have|have you(?: got)?)(?: (?:any|some|an?|other|more))* {NOUNS}{ABOUT}?",
            rf"(?:are|is) there(?: (?:any|some|an?|other|more))* {FILES}{ABOUT}?",
            rf"{WHAT_IS} (?:your|the|these|my) (?:sources?|documents|files|docs)(?: called"
            rf"| based on)?",
            r"(?:where|what) (?:does|do) (?:your|this|the|these) (?:answers?|information"
            r"|knowledge|data)"
            r" come from",
            r"what are (?:you|your answers) based on",
        ),
        Act.TIMELINE: (
            rf"(?:(?:{GIVE}|{WANT}|draw|build) )?(?:(?:an?|the|some|your) )?"
            rf"(?:(?:complete|full|detailed|historical) )?{SIZE}{CHRONOLOGY}{OF_TIME}",
            rf"{WHAT_IS} the {CHRONOLOGY}(?: of {EVENTS})?(?: (?:of|in) (?P<of>.+))?",
            r"what happened,? (?:and )?when"
            r"(?:,? (?:in|at|to|with|during|according to) (?P<of>.+))?",
            r"what (?:events )?(?:has |have )?happened"
            rf"(?: (?:in|at|to|with|during) (?P<of>.+?))?,? {IN_ORDER}",
            r"(?:(?:list|show|order|sort|arrange|put|give|tell)(?: (?:me|us))? )?"
            rf"(?:what happened|{EVENTS})(?: (?:of|in|at|to|from|about|with) (?P<of>.+?))?"
            rf",? {IN_ORDER}",
            rf"{THING} (?:time-?line|chronology|{IN_ORDER})",
            rf"(?:{GIVE} )?(?:the |an? )?{SIZE}history of (?P<of>.+)",
            r"when did what happen(?:,? (?:to|in|at|with|during) (?P<of>.+))?",
            r"what happened (?:to|with|at) (?P<of>.+?),? (?:and )?when(?: did it happen)?",
            r"what (?:events |else |all )*(?:has |have )?(?:happened|occurred|took place)"
            rf" {IN_YEARS}",
            rf"(?:(?:list|show|give|tell)(?: (?:me|us))? )?{EVENTS} {IN_YEARS}",
        ),
        Act.OVERVIEW: (
            r"(?:summari[sz]e|sum up|recap|condense|boil down)(?: (?:for me|me|us))?(?: "
            r"(?P<of>.+))?",
            rf"(?:(?:{GIVE}|{WANT}) )?(?:(?:an?|the|some|your) )?{SIZE}{DIGEST}{OF}?",
            rf"{WHAT_IS} (?:the|its|their|some) {SIZE}(?:gist|essence|summary|{POINTS}){OF}?",
            r"tl ?;? ?dr(?: (?:of )?(?P<of>.+))?",
            r"(?P<of>.+?),? (?:in (?:short|brief|a nutshell|a few (?:words|sentences))|summary)",
        ),
        Act.CONTENTS: (
            rf"{WHAT_IS} (?P<of>.+?)(?: all)? about",
            r"(?:tell (?:me|us)|explain(?: to me)?|say) what (?P<of>.+?) (?:is|are)(?: all)? about",
            r"what (?:does|do|did) (?P<of>.+?) (?:say|contain|cover|discuss|deal with|talk about"
            r"|tell(?: us)?"
            r"|describe|include)(?: in (?:general|short|brief))?",
            rf"(?:{WHAT_IS}|what stands) (?:written |said )?in (?P<of>.+)",
            r"(?:describe|present|introduce|tell (?:me|us) (?:more )?about) (?P<of>.+)",
            rf"{WHAT_IS} the (?:contents?|subjects?|topics?|subject matter) of (?P<of>.+)",
        ),
    },
    polite=(
        r"please|pls|plz|kindly|(?:can|could|would|will) (?:you|u)(?: please)?|i (?:want"
        r"|need) you to"
        r"|i'd like(?: you)? to|i would like(?: you)? to|i want to|let me|so|ok|okay|now|just|and"
        r"|help me"
        r"|would you mind|quickly|briefly"
    ),
    polite_after=(
        r"(?:,? ?(?:please|pls|plz|for me|thanks|thank you|briefly|quickly|shortly|now|in general))"
        r"|(?:,? in (?:(?:a few|two|three|four|five|six|some|\d+) (?:words|sentences|lines"
        r"|points)|brief|short))"
    ),
    begins=(
        r"(?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|did|does|do|can|could"
        r"|would|please"
        r"|has|have|had|tell|list|show|give|summari[sz]e|find|compare|i (?:want|need|would)|i'd)\b"
    ),
    nouns=rf"\b(?:{NOUNS}|{STORE})\b",
    beside=r"the|a|an|any|some|about|on|of|for|from|concerning|regarding|in",
    aside=(
        r"\b(?:all|whole|entire|every|everything|each|complete|full|these|those|them|it|this|that"
        r"|here|one|ones"
        r"|version|versions|content|contents|available|uploaded|of|together|both|text of|you have"
        r"|there are|called|named|titled|entitled|dated|written|published|from|in|about)\b"
    ),
    tongue=r"{name}(?:[- ]language)?",
    in_tongue=(
        r"\b(?:{tongue}) (?:{noun}|ones?|versions?|parts?)\b|\b(?:{noun}|ones?|versions?) (?:"
        r"(?:are |is )?(?:written )?in )(?:{tongue})\b"
    ),
    tongues={"zh-Hans": "simplified chinese", "zh-Hant": "traditional chinese", "zh": "mandarin"},
    leaning=(
        r"how (?:does|do) (?:it|that|this) work|what is (?:it|this)(?: for)?|what's (?:it|this)"
        r"|what does it do"
        r"|what (?:is|are|'s) (?:it|they|this) about"
    ),
    from_then=r"\b(?:after|since|from)\b",
    up_to_then=r"\b(?:before|until|up to)\b",
    kinds=KINDS,
)
