"""How French asks what somebody wrote, and who wrote of a thing."""

POSTS = r"(?:messages?|posts?|commentaires?|mails?|courriels?|publications?|propos)"
BY = (
    r"(?:l'utilisat(?:eur|rice) |le membre |le |la |les |l')?@?"
    r"(?P<by>(?!(?:qui|que|quoi|quel(?:le)?s?|quelqu'un|on|ce|il|elle|ils|elles)\b)"
    r"\S+(?: \S+){0,4}?)"
)
DE = r"(?:de la |de l'|du |des |d'un |d'une |d'|de )"
THE = r"(?:la |le |les |l')?"
OF = rf"(?:{DE}|sur {THE}|(?:a propos|au sujet) {DE}|concernant {THE})"
# Of what comes behind "et" with a word that asks, more is asked.
NAMED = r"(?P<about>(?:(?!,? (?:et|ou) (?:qui|que|qu'|quand|ou|pourquoi|comment|combien|quel)).)+?)"
# Where: in a chat, or as others report it.
IN = (
    r"(?: (?:dans|sur|en|a|lors de|au cours de)(?: la| le| les| l'| ses| son| sa| cette| ce)? ?(?:"
    r"(?P<posts>groupe(?: \p{L}+)?|chat|discussion|conversation|forum|whatsapp|telegram|wechat"
    r"|messages?|mails?|courriels?|fil)"
    r"|(?P<reports>reunion|seance|compte[- ]rendu|proces[- ]verbal|article|journal|presse|entretien"
    r"|interview)))"
)
ABOUT = rf"{IN}?(?: {OF}{NAMED})?{IN}?"
THING = rf"{OF}{NAMED}"
DIRECT = rf"(?:la |le |les |l'|un |une |des )?{NAMED}"
WRITTEN = (
    r"(?:dit|(?P<wrote>ecrit|poste|publie)|raconte|repondu|commente|pense"
    r"|(?P<how>signale|propose|demande|annonce|declare|affirme|explique|promis|suggere|estime|ajoute"
    r"|precise|averti|denonce|regrette|souligne))"
)
SPOKE = (
    r"(?:parle|cause|discute|s'est plainte?|se sont plaint(?:e?s)|rale|ecrit|poste"
    r"|dit (?:quelque chose|un mot))"
)

SAID = (
    rf"qu'(?:a|ont)(?:-t-(?:il|elle|ils|elles))? {WRITTEN} {BY}{ABOUT}",
    rf"qu'est-ce qu[e'] ?{BY} (?:a|ont) {WRITTEN}{ABOUT}",
    rf"(?:que|qu') ?{BY} (?:a|ont)-t-(?:il|elle|ils|elles) {WRITTEN}{ABOUT}",
    rf"(?:que|qu') ?(?:dit|(?P<wrote>ecrit)|pense|raconte|disait"
    rf"|(?P<how>propose|demande|annonce|declare|affirme|explique|estime)) {BY}{ABOUT}",
    rf"{BY} (?:a|ont) (?:dit|ecrit|poste) quoi{ABOUT}",
    rf"(?:de quoi) (?:a parle|parle|s'est plaint|se plaint) {BY}",
    rf"(?:est-ce qu[e'] ?)?{BY} a(?:-t-(?:il|elle))? (?:parle|dit quelque chose|ecrit) {THING}",
    rf"quel(?:le)?s? (?:est|sont|etait|etaient) (?:l'avis|l'opinion|les {POSTS}|le {POSTS})"
    rf" (?:de |d'){BY}(?: (?:sur|a propos)(?: de| du| des)? (?:la |le |les |l')?(?P<about>.+))?",
    rf"(?:(?:montre|liste|donne|trouve)[rz]?(?:-(?:moi|nous))? )?(?:tous )?les {POSTS}"
    rf" (?:de |d'|ecrits par |envoyes par ){BY}"
    r"(?: (?:sur|a propos de|a propos du) (?:la |le |les |l')?(?P<about>.+))?",
)
SPEAKERS = (
    rf"qui(?: d'autre)? (?:(?:a|ont) )?(?:deja )?{SPOKE} {THING}",
    rf"qui(?: d'autre)? (?:a |ont )?(?:deja )?(?:mentionne|evoque|cite) {DIRECT}",
    rf"qui(?: est-ce qui)? (?:parle|se plaint|discute) {THING}",
    r"(?:quels|quelles) (?:personnes|gens|membres|utilisateurs|auteurs)"
    rf" (?:ont |a )?{SPOKE} {THING}",
    rf"(?:est-ce que )?quelqu'un a(?:-t-il)? {SPOKE} {THING}",
)
