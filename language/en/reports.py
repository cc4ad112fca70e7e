"""How English reports what somebody said."""

from language.report_rules import ReportRules

VERBS = (
    r"(?:says?|said|tells?|told|thinks?|thought|believe[sd]?|report(?:s|ed)|propose[sd]?"
    r"|ask(?:s|ed)|suggest(?:s|ed)|claim(?:s|ed)|argue[sd]?|add(?:s|ed)|announce[sd]?|warn(?:s|ed)"
    r"|complain(?:s|ed)|den(?:ies|ied)|explain(?:s|ed)|insist(?:s|ed)|state[sd]|note[sd]|wrote"
    r"|writes|repl(?:y|ies|ied)|answer(?:s|ed)|(?:dis)?agree[sd]?|object(?:s|ed)|promise[sd]?"
    r"|recommend(?:s|ed)|admit(?:s|ted)|confirm(?:s|ed)|remark(?:s|ed)|mention(?:s|ed)"
    r"|point(?:s|ed) out|express(?:es|ed)|stress(?:es|ed)|urge[sd]?|predict(?:s|ed)|fear(?:s|ed)"
    r"|hope[sd]?|doubt(?:s|ed)|oppose[sd]?|wonder(?:s|ed)|comment(?:s|ed)|declare[sd]?"
    r"|declined to comment|call(?:s|ed) (?:for|it|them)|critici[sz]e[sd]?|demand(?:s|ed)"
    r"|want(?:s|ed)|would (?:rather|prefer|like|not)|is (?:against|for|of the opinion|in favour)"
    r"|was (?:against|for|of the opinion|in favour))"
)
QUOTING = (
    r"(?:says?|said|adds?|added|explain(?:s|ed)|wrote|writes|asks?|asked|warn(?:s|ed)"
    r"|insist(?:s|ed))"
)
BESIDE = (
    r"(?:(?: and| &)? (?-i:\p{Lu})[\p{L}'’.-]*){0,3}"
    r"(?:,[^,.;:!?\n]{1,80},| \([^()\n]{1,60}\))?"
    r"(?: (?:also|then|later|again|has|have|had|who|yesterday|recently|once|too|still|both"
    r"|\p{L}+ly)){0,3}"
)
# Who it is: "the engineer Paula", "Mr Brand".
TITLED = r"(?:(?:the|our|an?|its|their) )?(?:[\p{L}-]+\.? ){0,3}"

REPORTS = ReportRules(
    says=rf"{BESIDE} {VERBS}\b",
    said_by=(
        rf"(?:\b(?:according to|in the (?:words|opinion|view) of) |[,!?][”\"'’]? {QUOTING} "
        rf"|[”\"] {QUOTING} ){TITLED}$"
    ),
    goes_on=rf"[“\"«]|(?:He|She|They)(?: (?:also|then|later|again|has|had|\p{{L}}+ly))? {VERBS}\b",
    inside=rf"[,!?][”\"'’]? ?(?:(?:he|she|they) {QUOTING}|{QUOTING} (?:he|she|they))\b",
    unlike=r"\b(?:deputy|vice|former|assistant|acting|ex|sub|co|late)[ -]$",
    held_by=(
        r"\b(?i:{role}),? (?P<name>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3})",
        r"(?P<name>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3})(?:, | \()"
        r"(?:(?:the|an?|our|its) )?(?:\p{Ll}[\p{L}-]* ){0,2}(?i:{role})\b[^,.;()]{0,40}[,.;)]",
        r"(?P<name>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3}) (?:is|was|becomes?|became) "
        r"(?:(?:the|an?|our|its) )?(?:\p{Ll}[\p{L}-]* ){0,2}(?i:{role})\b",
    ),
)
