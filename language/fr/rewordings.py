"""Everyday French for what rules and notices write."""

from language.rewording_rules import Rewording

MAY = (
    r"^(?:est-ce (?:que |qu['’])(?:je peux|on peut|nous pouvons|j['’]ai le droit de?)"
    r"|(?:puis-je|peut-on|pouvons-nous|je peux|on peut|ai-je le droit de|a-t-on le droit de))"
)
TAKE = (
    r"(?:venir avec|entrer avec|amener|emmener|apporter|prendre|rentrer avec|garder"
    r"|(?:me |se )?promener)"
)
MY = r"(?:mon|ma|mes|notre|nos|une?|des|les?|la|l['’])\s?"
PLACE = r"(?P<where>(?:à|au|aux|dans|sur|en|chez) .+?)"

REWORDINGS = (
    Rewording(
        rf"{MAY} {TAKE} {MY}(?P<what>[\p{{L}}-]+?)(?P<s>s?)(?: avec moi)? {PLACE}\s*\??$",
        (
            r"Les \g<what>s sont-ils admis \g<where> ?",
            r"Les \g<what>s sont-ils interdits ?",
            r"Quelle est la règle pour les \g<what>s ?",
        ),
    ),
    Rewording(
        rf"{MAY} {TAKE} {MY}(?P<what>[\p{{L}}-]+?)(?P<s>s?)(?: avec moi)?\s*\??$",
        (r"Les \g<what>s sont-ils admis ?", r"Quelle est la règle pour les \g<what>s ?"),
    ),
    Rewording(
        r"^(?:est-ce que )?les (?P<what>[\p{L} -]+?) sont(?:-ils|-elles)? "
        r"(?:autorisé|admis|permis|accepté|toléré|bienvenu)e?s?(?: (?P<where>.+?))?\s*\??$",
        (r"Quelle est la règle pour les \g<what> ?",),
    ),
    Rewording(
        r"^(?:c['’]est combien|combien ça coûte|combien (?:faut-il|il faut|on doit) payer)"
        r"(?:,? (?:pour (?:entrer|visiter)))(?P<what>.*?)\s*\??$",
        (r"Quel est le prix de l'entrée\g<what> ?",),
    ),
    Rewording(
        r"^(?P<what>.+?),? (?:c['’]est (?:ouvert|fermé)) quand\s*\??$",
        (r"Quels jours \g<what> est-il fermé ou ouvert ?",),
    ),
    Rewording(
        r"^(?P<what>.+?),? (?:c['’]est|ça se trouve|ça se passe) où\s*\??$",
        (r"Où se trouve \g<what> ?", r"Où a lieu \g<what> ?"),
    ),
)
