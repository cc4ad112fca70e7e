"""How French asks, and what its answers look like."""

from language.fr.instructing import INSTRUCTS
from language.rules import Asking, Kind

DAYS = r"\d{1,2}(?:er)?(?:\s?(?:[-–]|et|au)\s?\d{1,2})?"
NUMBERS = (
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt"
    " trente quarante cinquante soixante cent cents mille millions? milliards? dizaines?"
).replace(" ", "|")

ASKING_WORDS = (
    r"\b(?:quel(?:le)?s?|quand|où|qui|que|quoi|comment|combien|pourquoi|(?:le|la|les)quel(?:le)?s?)\b"
    r"|\bqu['’]"
)

ASKING = Asking(
    asks={
        Kind.DATE: (
            # « que faire quand… » does not ask when.
            r"(?:^|\b(?:et|ou|de|depuis|jusqu['’]à) )quand\b|\bquand\s*(?:\?|$)"
            r"|\bquel(?:le)?s? (?:année|date|jour|mois|siècle|époque)\b"
        ),
        Kind.NUMBER: (
            r"\bcombien\b"
            r"|\bquel(?:le)?s? (?:nombre|pourcentage|montant|somme|part|proportion|taille)\b"
            r"|\bquel(?:le)?s? (?:superficie|longueur|hauteur|population|âge)\b"
            r"|\bquel(?:le)?s? (?:est|était) (?:le nombre|la longueur|le montant|la part)\b"
        ),
        Kind.TITLE: r"\b(?:thème|titre|devise|slogan|intitulé)\b",
        Kind.PERSON: (
            r"^(?:(?:par|à|de|avec|pour|chez) )?qui\b"
            r"|\bqui (?:est|sont|était|étaient|a|ont|fut)\b"
        ),
        Kind.PLACE: (
            r"\boù\b|\bquel(?:le)?s? "
            r"(?:pays|villes?|lieux?|régions?|endroit|continent|départements?|îles?)\b"
        ),
        Kind.REASON: r"\bpourquoi\b|\bquelles? (?:est|sont) (?:la|les) (?:raisons?|causes?)\b",
        Kind.YES_NO: (
            rf"^est-ce qu|^(?!.*(?:{ASKING_WORDS})).*-(?:t-)?(?:il|elle|ils|elles|on|ce)\b"
        ),
        Kind.NAME: (r"\bnom\b|s['’]appel|(?:appelle|nomme)-t-|\bsurnom|\b(?:nomm|appel)ée?s?\b"),
        Kind.LIST: (
            r"\bquel(?:le)?s\b|\bcite[rz]\b|\blesquel(?:le)?s\b|\bénumér|^(?:liste[rz]?|cite)\b"
        ),
    },
    dates=(
        rf"\b{DAYS}\s(?:{{months}})\b(?:,?\s{{year}}\b)?",
        r"\b(?:{months}),?\s{year}\b",
        r"\b[IVX]+e\ssiècle\b",
    ),
    numbers=(
        rf"\b(?:{NUMBERS})(?:[-\s](?:et\s)?(?:{NUMBERS}))*\b",
        r"\b(?:gratuite?s?|demi-tarif)\b",
    ),
    sizes=(r"\b(?:mille|millions?|milliards?)\b(?:\s(?:d['’]\s?euros|de dollars))?",),
    titles=r"(?<=\b(?:thème|devise|slogan)(?: (?:est|était)|\s?:) )[^.;«“\"]{4,120}",
    reasons=(
        r"\b(?:parce qu|car\b|puisqu|en raison d|à cause d|grâce à|afin (?:d|qu)"
        r"|pour (?:que|\p{L}+[eio]r)\b|donc\b|causes?\b|provoqu|suite à|dus? à|dues? à"
        r"|étant donné|du fait (?:d|qu)|faute d|c['’]est pourquoi|raisons?\b|de peur|de crainte"
        r"|visant à|manque d|invoqu|imput|attribu|s['’]expliqu|pour éviter)"
    ),
    nouns={
        Kind.DATE: r"\b(?:dates?|année|calendrier|échéance)\b",
        Kind.NUMBER: (
            r"\b(?:montant|nombre|total|prix|coût|taille|population|superficie|valeur|budget|durée"
            r"|part|pourcentage|longueur|hauteur)\b"
        ),
        Kind.PERSON: (
            r"\b(?:auteure?|fondat(?:eur|rice)|invent(?:eur|rice)|direct(?:eur|rice)|présidente?"
            r"|lauréate?|vainqueur)\b"
        ),
        Kind.PLACE: r"\b(?:lieu|adresse|siège|capitale|emplacement|endroit)\b",
        Kind.REASON: r"\b(?:raisons?|causes?|motifs?)\b",
        Kind.NAME: r"\bnoms?\b",
        Kind.LIST: r"\b(?:liste|membres|participants|types|sortes)\b",
    },
    asking=ASKING_WORDS,
    numbered=r"\bnuméro\b",
    sources=(
        r"\b(?:selon|d['’]après|pour) (?P<source>[^,?]+)"
        r"|(?P<source>\b(?:l['’]|l[ea]s? )?[\p{L}-]+)"
        r" (?:estim|évalu|chiffr|compt|avanc|annonc)\p{L}+-t-"
    ),
    foresees=(
        r"\b(?:attend(?:ons|ent|ait|aient|us?|ues?)?|prév(?:u|ue|us|ues|oit|oient|oyait|oyaient|isions?)"
        r"|espèr\w+|espér\w+|devrait|devraient|envisag\w+|programmée?s?)\b"
    ),
    changes=(
        r"\b(?:à partir d[eu']|désormais|dorénavant|passe(?:nt|ra|ront)? (?:de .{1,20} )?à|restera"
        r"|reportée?s?|avancée?s?|prolongée?s?|augment\w+|n['’]est plus|au lieu d[eu'])"
    ),
    mottos=r"\b(?:thèmes?|devises?|slogans?)\b",
    themes=r"\b(?:thèmes?|devises?|slogans?|titres?|intitulée?s?|titrée?s?)\b",
    lists=r",[^,.;:]{1,60}\s(?:et|ou|ainsi que)\s",
    called=(
        r"\b(?:appel\p{L}+|nomm\p{L}+|connue?s? sous|noms?|dite?s?|surnomm\p{L}+|baptis\p{L}+)\b"
    ),
    counted=r"\bcombien d(?:e |['’])(?P<unit>\p{L}+)",
    things=(
        r"\b(?:combien|nombre) d(?:e |['’])(?:(?:différente?s|autres|nouve\p{L}+) )?"
        r"(?P<noun>\p{L}+)"
    ),
    of_whole=(
        r"\s+(?:\p{L}+\s+)?"
        r"(?:des|sur|d['’]entre les|(?:de|parmi|sur) (?:les|ses|nos|leurs|ces))\s+"
    ),
    whole_first=(
        r"\b(?:sur|parmi)\s+(?:(?:les|ses|nos|leurs|ces)\s+)?$",
        r"\s+[^.;]{0,40},\s*(?:seuls? )?",
    ),
    times=(
        r"\b(?:dès|après|avant|pendant|durant|lorsqu|quand|depuis|jusqu|une fois|ensuite|puis|alors"
        r"|maintenant|bientôt|déjà|récemment|aujourd|hier|demain|chaque|tou(?:te)?s les|toujours"
        r"|jamais|printemps|été|automne|hiver|matin|midi|soir(?:ée)?|nuit|minuit|aube|noël|pâques|siècles?"
        r"|décennies?|an(?:née)?s?|mois|semaines?|jours?|heures?|époque|ère|règne|période|temps|moment"
        r"|guerre)\b"
    ),
    amounts=(
        r"\b(?:aucune?|tou(?:te)?s|les deux|moitié|plusieurs|quelques|beaucoup|peu|certaine?s"
        r"|secondes?|minutes?|heures?|jours?|semaines?|mois|années?|ans?|siècles?|dizaines?|douzaines?|centaines?|milliers?|double|triple|seule?s?|une?)\b"
    ),
    joins=r"\b(?:et|mais|tandis qu(?:e\b|[’'])|alors qu(?:e\b|[’']))",
    places=(
        r"\b(?:à|aux?|en|dans|sur|sous|chez|vers|près|entre|devant|derrière|depuis|jusqu|par|hors"
        r"|parmi|autour|contre|travers|dessus|dessous|dehors|loin|long|face|ici|là|où|y|ailleurs"
        r"|nord|sud|ouest|(?<=['’]|nord[- ]|sud[- ])est\b(?!-ce)|local\p{L}*|de|des|du|d)\b"
    ),
    persons=(
        r"\b(?:je|nous|ils?|elles?|on|lui|leurs?|eux|son|sa|ses|qui|ce(?:lui|lle|ux)|autres?|tous"
        r"|chacune?|personnes?|gens|hommes?|femmes?|enfants?|fils|filles?|p[eè]res?|m[eè]res?|mari"
        r"|époux|épouse|fr[eè]res?|sœurs?|rois?|reines?|prince\p{L}*|ducs?|papes?|évêques?|moines?"
        r"|juges?|police|armées?|troupes?|équip\p{L}+|groupes?|sociétés?|compagnies?|entreprises?"
        r"|agences?|conseils?|comités?|commissions?|cours?|états?|partis?|églises?|universités?"
        r"|écoles?|instituts?|associations?|organisations?|unions?|pays|nations?|peuples?|familles?"
        r"|amie?s?|membres?|public|nobles?|chefs?|dieux?|élèves?"
        r"|\p{L}{2,}(?:eur|euse|trice|iste|ienne|ien|ière|ier|ante?|ent|aire|é|ois|ais|aine?|esse|er|al"
        r"|aux|if|ard)s?)\b"
    ),
    prices=(
        r"\b(?:combien (?!d[e’'])|(?:prix|tarifs?|coût\p{L}*|cotisations?|pa[iy]\p{L}*|billets?"
        r"|entrée)\b)"
    ),
    costs=(
        r"\bcombien (?:co[uû]t\p{L}*|va(?:ut|lent)|pa[iy]\p{L}*)"
        r"|\bcombien .*\bco[uû]t(?:e|ent|ait)\b"
        r"|\bà combien (?:est|sont|revient)\b"
        r"|\bquel(?:le)?s? (?:est|sont|était) (?:le|la|les|l[’'])\s?(?:montant |somme )?"
        r"(?:(?:du|de la|de l[’']|des|de)\s?)?"
        r"(?:prix|tarifs?|coûts?|loyer|prime|amende|cotisation|salaire)\b"
    ),
    rises=r"\b(?:augment\w+|hausses?|baiss\w+|diminu\w+|réduction|monte(?:ra)?)\b",
    coins=r"\b(?:balles?|francs?|centimes?|dollars?|yuans?|livres sterling)\b",
    apiece=r"\s*(?:par|chacune?|l[’']|la|le|pièce)\b",
    reductions=(
        r"\bdemi-tarif|\b(?:à )?moitié prix|\bla moitié\b|\bgratuite?(?:ment|s)?\b"
        r"|\bpa[iy]e(?:nt)? rien\b|\btarifs? réduits?\b|\bréductions?\b|\bremises?\b"
    ),
    wants=(
        r"^(?:résilier|annuler|quitter|adhérer|s['’]inscrire|réserver|louer|emprunter|rendre"
        r"|renouveler|contacter|changer|signaler|devenir|arrêter)\s(?=\p{L})"
    ),
    how_to={"fr": "Comment {it} ?"},
    states={"fr": "Quel est {it} ?"},
    at_times=r"\b(?:en|à|aux?|d[eu]|depuis|entre)\s(?:les?\s|la\s)?(?=\s|\d|$)",
    identifies=(
        r"^qui (?:est|était|sont|étaient|fut) (?!(?:les?|la|une?|son|sa|ses|leurs?|l['’])\b)"
        r"(?:[\p{L}.'’-]+\s?){1,4}\??$"
    ),
    moments=r"\bquelle heure\b|\bquel jour\b",
    holidays=(
        r"\b(?:noël|pâques|ascension|pentecôte|toussaint|armistice|nouvel an|réveillon"
        r"|jours? de l['’]an|saint-sylvestre|jours? fériés?|fête nationale|fête du travail)\b"
    ),
    instructs=INSTRUCTS,
    before_places=r"\b(?:(?:à|aux?|en|dans|de|du|vers|chez)\s(?:la\s|le\s|les\s)?|d['’]|l['’])$",
)
