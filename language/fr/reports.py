"""How French reports what somebody said."""

from language.report_rules import ReportRules

DONE = (
    r"(?:dit|déclaré|annoncé|affirmé|estimé|signalé|proposé|demandé|expliqué|ajouté|précisé"
    r"|indiqué|répondu|promis|averti|écrit|plainte?|opposée?|rappelé|souligné|reconnu|regretté"
    r"|raconté|confirmé|nié|jugé|assuré|soutenu|suggéré|prévenu|confié|lancé|protesté|réclamé"
    r"|souhaité|voulu|fait (?:savoir|remarquer|valoir|observer)|refusé de commenter)"
)
SAYS = (
    r"(?:dit|déclare|annonce|affirme|estime|signale|propose|demande|explique|ajoute|précise"
    r"|indique|répond|promet|avertit|écrit|pense|trouve|juge|assure|soutient|rappelle|souligne"
    r"|reconnaît|regrette|raconte|confirme|nie|craint|espère|souhaite|suggère|s['’]oppose|se plaint"
    r"|prévient|confie|proteste|réclame|veut|déclarait|disait|affirmait|pensait|voulait|trouvait"
    r"|jugeait|déclara|affirma|ajouta|répondit|expliqua|est (?:d['’]avis|pour|contre)"
    r"|était (?:d['’]avis|pour|contre))"
)
VERBS = (
    rf"(?:(?:a|ont|avait|s['’](?:est|était))(?: (?:aussi|ensuite|également|encore))? {DONE}|{SAYS})"
)
QUOTED = rf"(?:(?:a|ont|s['’]est) {DONE}|{SAYS})"
BESIDE = (
    r"(?: (?-i:\p{Lu})[\p{L}'’.-]*){0,3}(?:,[^,.;:!?\n]{1,80},| \([^()\n]{1,60}\))?"
    r"(?: (?:aussi|n['’]|ne|lui|leur|nous|qui))?"
)
TITLED = r"(?:le |la |l['’]|les |un |une |M\. |Mme )?(?:[\p{L}-]+ ){0,3}"

REPORTS = ReportRules(
    says=rf"{BESIDE} ?{VERBS}\b",
    said_by=(
        rf"(?:\b(?:selon|d['’]après|aux dires de|de l['’]avis de) |(?:^|[.!?] )pour "
        rf"|[,»\"”] ?{QUOTED} ){TITLED}$"
    ),
    goes_on=rf"[«“\"]|(?:Il|Elle|Ils|Elles)(?: (?:aussi|ensuite))? {VERBS}\b",
    inside=(
        r"\b(?:a|ajoute|déclare|explique|affirme|ont)-t-(?:il|elle|ils|elles)\b"
        r"|\b(?:dit|répond|conclut)-(?:il|elle)\b"
    ),
    unlike=(
        r"(?:\b(?:adjointe?s? (?:au |à la |du |de la )|ancien(?:ne)? |ex-|vice-|sous-|feue? ))$"
    ),
    held_by=(
        r"\b(?i:{role}),? (?P<name>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3})",
        r"(?P<name>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3})(?:, | \()"
        r"(?:(?:la|le|l['’]|un|une) ?)?(?:\p{Ll}[\p{L}-]* ){0,2}(?i:{role})\b[^,.;()]{0,40}[,.;)]",
        r"(?P<name>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3}) (?:est|était|devient) "
        r"(?:(?:la|le|l['’]|un|une) ?)?(?:\p{Ll}[\p{L}-]* ){0,2}(?i:{role})\b",
    ),
)
