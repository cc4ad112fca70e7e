"""Opposites in French."""

from language.pole_rules import BoundRules, PoleRules

POLES = PoleRules(
    axes={
        "permission": (
            r"autoris(?:e|ent|ée?s?|ait)|perm(?:is(?:es?)?|et(?:tent)?)|admis(?:es?)?|peu(?:t|vent)"
            r"|accept(?:ée?s?)",
            r"interdi(?:t(?:es?)?|sent)|défend(?:ue?s?|u)|prohib(?:e|ée?s?)|proscrit(?:es?)?",
        ),
        "opening": (
            r"(?:r[eé]?)?ouv(?:ert(?:es?)?|re|rent|rit|rira|rait|rir)|ouverture|inaugur(?:e|ée?s?|a)",
            r"ferm(?:e|ent|ée?s?|er|era|a|ait|eture)",
        ),
        "stance": (
            r"propos(?:e|ent|ée?s?|ait|a|er)|soutien(?:t|nent|s)|souten(?:ue?s?|ir)|favorables?"
            r"|demand(?:e|ée?s?|a)|vot(?:e|é|era|a|er|ent|ant) pour|approuv(?:e|é|ait|a)|pour que"
            r"|s['’]est (?:prononcée?|dite?) (?:pour|favorable)|plaid(?:e|é)|réclam(?:e|é)",
            r"(?:s['’](?:y )?(?:est )?)?oppos(?:e|ée?s?|a|ent|er|ition)|contre"
            r"|défavorables?|désapprouv(?:e|é)|critiqu(?:e|é|a)|hostiles?",
        ),
        "verdict": (
            r"adopt(?:ée?s?|e)|approuvée?s?|accept(?:ée?s?|e)|vot(?:ée)s?|acquise?",
            r"rejet(?:ée?s?|te)|refus(?:ée?s?|e)|repouss(?:ée?s?|e)",
        ),
        "direction": (
            r"augment(?:e|ée?s?|a|ent|er|ation)|hausse|mont(?:e|ée?s?|a)|progress(?:e|é|a)"
            r"|accr(?:ue?s?|oît)|gagn(?:e|é|a)",
            r"diminu(?:e|ée?s?|a|ent|er|tion)|baiss(?:e|é|a|er|ent)|recul(?:e|é|a)|chut(?:e|é|a)"
            r"|rédui(?:t(?:es?)?|re)|descend(?:ue?s?)?",
        ),
        "trade": (r"achet(?:ée?s?|a|er)|achète|acquis(?:es?)?|acquit", r"vend(?:ue?s?|it|re)?"),
        "contest": (
            r"gagn(?:e|ée?s?|a)|remport(?:e|ée?s?|a)|victoire", r"perd(?:ue?s?|it)?|défaite",
        ),
        "time": (r"avant", r"après"),
        "company": (r"avec", r"sans"),
        "escort": (r"accompagnée?s?", r"seule?s?|non accompagnée?s?"),
        "presence": (r"présente?s?", r"absente?s?|excusée?s?"),
        "safety": (r"sûre?s?|sans danger|sécurisée?s?", r"dangereu(?:x|ses?)"),
        "duty": (r"obligatoires?", r"facultati(?:f|ve)s?"),
        "order": (r"premi(?:er|ère)s?", r"derni(?:er|ère)s?"),
        "rank": (r"(?:le|la|les) plus", r"(?:le|la|les) moins"),
        "fate": (
            r"épargn(?:e|ée?s?|a)|surv[eé]cu?t?|sauv(?:e|ée?s?|a)|secourue?s?|construi(?:t(?:es?)?|sit)",
            r"tuée?s?|noyée?s?|péri(?:t|rent|e?s?)?|détrui(?:t(?:es?)?|sit|re)|démoli(?:e?s?|t)|ravag(?:e|ée?s?|a)|emport(?:e|ée?s?|a)",
        ),
        "birth": (r"n(?:ée?s?|aquit|aît)|naissance", r"m(?:orte?s?|ourut|eurt)|décéd(?:ée?s?|a)"),
        "course": (
            r"commenc(?:e|é|a|ent|era)|début(?:e|é|a|era)|rejoint|fond(?:ée?s?|a)|créée?s?",
            r"termin(?:e|ée?s?|a|era)|fini(?:t|e?s?)|cess(?:e|é|a)|arrêt(?:e|ée?s?|a)|quitt(?:e|é|a)"
            r"|dissoute?s?|supprimée?s?",
        ),
        "truth": (r"vraie?s?|exacte?s?", r"fau(?:x|sses?)|inexacte?s?"),
        "amount": (r"plus d['’e]|au moins", r"moins d['’e]|au plus"),
        "fee": (r"payante?s?", r"gratuit(?:e?s?|ement)"),
        "kept": (r"reste(?:nt|ra)?|resté", r"démissionn(?:e|é|a|er)"),
        "rate": tuple(
            rf"(?:par|chaque|tou(?:s|tes) les|l['’]|la|le) ?{unit}|{word}"
            for unit, word in (
                ("heures?", "horaires?"), ("(?:jours?|journée)", "quotidien(?:ne)?s?"),
                ("semaines?", "hebdomadaires?"), ("mois", "mensuel(?:le)?s?"),
                ("(?:an(?:née|s)?|année)", "annuel(?:le)?s?"),
            )
        ),
    },
    exceptions=(
        r"\b(?:sauf|excepté|hormis|hors|à l['’]exception d[eu]s?|à part|mais pas)\b(?P<out>[^,;.]*)"
    ),
    against=r"voix\s+(?:contre|à)|à|contre|[-–:]",
    passive=r"\bpar\b",
    mutual=r"\b(?:rencontr\w+|épous\w+|entreten\w+|entretien\w*|sign\w+|ensemble)\b",
    part=r"\s*(?:des?\b|d['’]|du\b)",
    clauses=r"[,;:]|\b(?:et|mais|tandis que|alors que|bien que)\b",
    through=r"au|à|jusqu['’]au",
    daily=r"tous les jours|chaque jour|quotidiennement|toute la semaine",
    lesser=r"(?:vice|adjointe?|sous|ex|ancien(?:ne)?|co)[\s-]",
    pronouns=r"(?:ils?|elles?|ce(?:lui|lle)?(?:-ci)?|ceux|son|sa|ses|leurs?|cela|c['’]|on)\b",
    being=r"(?:est|était|fut|sont|étaient|devient|devint|reste|s['’]appelle|se nomme)"
    r"(?: (?:le|la|les|un|une|notre)\b| l['’])*",
    heads=(
        r"(?:a|ont|est|sont|été|avait|avaient|était|étaient|sera|seront|fut|furent|doit|doivent"
        r"|devait|peut|peuvent|va|vont)"
        r" (?:pas |jamais |tous |toutes |aussi |bien |\p{L}+ment )*(?:été |être )?(?P<head>\p{L}+)"
        r"|(?:puni|frappé|sanctionné)e?s? d['’e] ?(?:un|une)?.{0,12} (?P<head>\p{L}+)"
        r"|(?P<head>\p{L}+)(?: nette?s?)? (?:est|était|sont|étaient|a été|s['’]élève|s['’]élevait)"
        r"(?: à| de| d['’])? \P{L}*\p{N}"
    ),
    planned=(
        r"(?:doi(?:t|vent)|devrai(?:t|ent)|devai(?:t|ent)|va|vont|allai(?:t|ent)|compten?t?)"
        r"(?: être)?|(?:prévu|censé|appelé)(?:e?s?) (?:de|pour|à)?"
        r"|(?:prévoi(?:t|ent)|envisagen?t?) de"
    ),
    done=(
        r"(?:a|ont|est|sont|avait|avaient|était|étaient|fut|furent)"
        r" (?:été |déjà |bien )*\p{L}+(?:é|i|u|t|s)e?s?\b|depuis\b"
    ),
    speaking=r"(?:et|mais|tandis que|;|,) (?:moi,? )?(?:je|nous|vous)\b",
    bounds=BoundRules(
        times=(
            (
                r"(?:au )?plus tard|avant|jusqu['’](?:à|aux?|en)|d['’]ici(?: à| au)?|pas après"
                r"|(?P<mark>ne|n['’])\s?(?:\p{L}+ ){1,4}(?P<mark>pas après)",
                r"(?:au )?plus tard|dernier délai",
            ),
            (
                r"(?:au )?plus tôt|à (?:partir|compter) d(?:u|e|es)|dès|depuis|après|pas avant"
                r"|(?P<mark>ne|n['’])\s?(?:\p{L}+ ){1,4}(?P<mark>pas avant)",
                r"(?:au )?plus tôt|inclus et au-delà",
            ),
        ),
        amounts=(
            (
                r"au (?:plus|maximum)|maximum|moins d['’e]|pas plus d['’e]|jusqu['’]à"
                r"|(?:ne|sans) (?:\p{L}+ ){0,2}dépasser|dans un délai d['’e]",
                r"(?:\p{L}+ )?(?:au (?:plus|maximum)|maximum|ou moins)",
            ),
            (
                r"au (?:moins|minimum)|minimum|plus d['’e]|pas moins d['’e]",
                r"(?:\p{L}+ )?(?:au (?:moins|minimum)|minimum|(?:ou|et) plus)",
            ),
        ),
        between=r"\s*(?:le |la |les |l['’]|en )?",
        clock=r"\s?h(?:eures?)?\b(?:\s?\d\d)?|:\d\d",
    ),
)  # fmt: skip
