"""How English asks what somebody wrote, and who wrote of a thing."""

POSTS = r"(?:posts?|messages?|comments?|e?-?mails?|replies|words|statements?|remarks?)"
BY = (
    r"(?:the )?(?:user |member |author |poster )?@?"
    r"(?P<by>(?!(?:who|what|which|any(?:one|body)|some(?:one|body)|it|he|she|they|you|i|we)\b)"
    r"\S+(?: \S+){0,4}?)"
)
ON = r"(?:about|on|of|regarding|concerning|to)"
# Where: in a chat, or as others report it.
IN = (
    r"(?: (?:in|on|at|to|from)(?: the| this| our| his| her| their)? ?(?:"
    r"(?P<posts>(?:[\p{L}-]+ )?(?:chats?|groups?|forum|whatsapp|telegram|wechat|slack|discord"
    r"|signal|messages?|posts?|thread|conversation|e?-?mails?))"
    r"|(?P<reports>(?:[\p{L}-]+ )?(?:minutes|meetings?|article|newspaper|press|interview|report"
    r"|news|protocol))))"
)
# Of what comes behind "and" with a word that asks, more is asked.
NAMED = r"(?P<about>(?:(?!,? (?:and|or|but) (?:who|what|when|where|why|which|how|did|does)\b).)+?)"
ABOUT = rf"{IN}?(?: {ON} (?:the |an? )?{NAMED})?{IN}?"
THING = rf"(?:the |an? )?{NAMED}"
WROTE = (
    r"(?:say|(?P<wrote>write|post)|tell (?:us|them|everyone|everybody|the group)|think|mention|add"
    r"|(?P<how>report|comment|reply|answer|suggest|complain|claim|ask|remark|recommend|warn|propose"
    r"|announce|promise|deny|explain|admit|predict|object|insist|confirm|argue|demand|declare))"
)
WRITTEN = (
    r"(?:said|(?P<wrote>written|posted)|told us|mentioned|added|talked|spoken|(?P<how>reported"
    r"|commented|replied|answered|suggested|complained|claimed|asked|remarked|recommended|warned"
    r"|proposed|announced|promised|denied|explained|admitted))"
)
SOMETHING = r"(?: (?:something|anything|a (?:message|post|comment|word)|posts|messages|comments))?"

SAID = (
    rf"what(?: all| else)? (?:did|does|do) {BY} {WROTE}{ABOUT}",
    rf"what (?:has|have|had) {BY} {WRITTEN}{ABOUT}",
    rf"what (?:is|was) {BY} (?:saying|writing|complaining|talking|posting){ABOUT}",
    rf"what(?: is|'s| was| are| were) {BY}(?:'s|') (?:opinion|view|comment|take|{POSTS}){ABOUT}",
    rf"(?:did|has|does) {BY} (?:{WROTE}|{WRITTEN}|talk|speak){SOMETHING}{ABOUT}",
    rf"(?:(?:show|list|find|give|get|see)(?: (?:me|us))? )?(?:(?:all|every|each|the|of) )*{POSTS}"
    rf" (?:(?:written |posted |sent )?by|from) {BY}{ABOUT}",
    rf"(?:show|list|find|give|get|see)(?: (?:me|us))? (?:(?:all|every|of) )*{BY}(?:'s|') {POSTS}"
    rf"{ABOUT}",
)
SPEAKERS = (
    rf"who(?: all| else)? (?:has |have )?(?:{WRITTEN}|wrote|spoke|speaks|talks|writes|posts)"
    rf"{SOMETHING} (?:about|of|on|regarding|concerning) {THING}",
    rf"who(?: all| else)? (?:has |have )?(?:ever )?(?:mentioned|mentions|brought up) {THING}",
    rf"(?:which|what) (?:people|persons|users?|members?|authors?|posters?) (?:has |have )?(?:"
    rf"(?:{WRITTEN}|wrote|spoke){SOMETHING} (?:about|of|on)|mentioned|mention|brought up) {THING}",
    rf"(?:did|has) (?:any(?:one|body)|some(?:one|body)) (?:(?:{WROTE}|{WRITTEN}|talk|speak)"
    rf"{SOMETHING} (?:about|of|on)|mention(?:ed)?) {THING}",
)
