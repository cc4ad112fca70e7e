"""What somebody does or is, in French: patterns by names that all languages share."""

from language.relation_rules import Relations

RELATIONS = Relations(
    acts={
        "appoint": r"nomm\w+|élu\w*|élection\w*|désign\w+|embauch\w+|recrut\w+|succéd\w+",
        "approve": r"approuv\w+|accept\w+|autoris\w+|adopt\w+|ratifi\w+|vot(?:é|er|a|ent)\w*",
        "audit": r"audit\w*|vérifi\w+",
        "begin": (
            r"commenc\w+|début\w*|lanc\w+|fond(?:é|a|er|ation)\w*|cré\w+|ouv\w+|inaugur\w+"
            r"|démarr\w+"
            r"|depuis|origine\w*|introdui\w+|premi\w+"
        ),
        "birth": (
            r"né|née|nés|nées|naissance|naît|naquit|natif|native|anniversaire"
            r"|\d{4}\s?[-–—]\s?\d{4}"
        ),
        "break ground": r"première pierre|travaux|chantier\w*|constru\w+|bâti\w*|fouill\w+",
        "build": (
            r"constru\w+|bâti\w*|érig\w+|élev(?:é|a|er)\w*|édifi\w+|fond(?:é|a|er|ation"
            r"|ateur)\w*|cré\w+"
            r"|reconstru\w+|install\w+|achev\w+|termin\w+"
        ),
        "burn": r"brûl\w+|incendi\w+|feu|détru\w+|flammes?",
        "buy": r"ach(?:è|e)t\w+|acquis\w*|acquér\w+|rach(?:è|e)t\w+|repris\w*|repreneur\w*|vend\w+",
        "clean": r"nett\w+|ménage",
        "close": r"ferm\w+|cess\w+|supprim\w+|dissou\w+|arrêt\w+",
        "conduct": r"chef\w* d['’]orchestre|dirig\w+|direction",
        "cook": r"cuisin\w+|traiteur\w*|chefs?",
        "coach": r"entraîn\w+|coach\w*",
        "design": (
            r"dessin\w+|con(?:ç|c)\w+|architecte\w*|plans?|imagin\w+|ingénieur\w*|cré(?:é|a"
            r"|er)\w*"
        ),
        "destroy": (
            r"détru\w+|démol\w+|ras(?:é|er|a)\w*|dynamit\w+|brûl\w+|emport\w+|ruin\w+"
            r"|endommag\w+"
        ),
        "die": (
            r"\d{4}\s?[-–—]\s?\d{4}|mort\w*|mour\w+|décéd\w+|décès|tu(?:é|er|a)\w*"
            r"|assassin\w+|exécut\w+|péri\w*|disparu\w*"
        ),
        "discover": r"découv\w+|trouv\w+|identifi\w+|repér\w+",
        "donate": r"don(?:s|né|ner|na|ateurs?|nent)?|offr\w+|offert\w*|légu\w+|legs|remis\w*",
        "drive": r"condui\w+|chauffeur\w*|pilot\w+",
        "end": r"fin|fini\w*|termin\w+|achev\w+|arrêt\w+|cess\w+|annul\w+|jusqu\w+|dernier\w*",
        "found": (
            r"fond(?:é|a|er|ent|ation|ateur|atrice|ateurs)\w*|cré\w+|établi\w*|institu\w+|lanc\w+"
            r"|origine\w*|constru\w+|bâti\w*|naissance|commenc\w+"
        ),
        "inspect": r"inspect\w+|contrôl\w+|vérifi\w+|examin\w+|expert\w*",
        "invent": r"invent\w+|mis\w* au point|cré\w+|développ\w+|brevet\w*|découv\w+",
        "invite": r"invit\w+|convi\w+",
        "join": r"rejoi\w+|adhér\w+|adhés\w+|entr(?:é|er|a)\w*|membre\w*|intégr\w+",
        "lead": (
            r"dirig\w+|direct\w+|chef\w*|mené\w*|meneur\w*|command\w+|présid\w+|roi\w*|empereur\w*"
            r"|responsable\w*|à la tête"
        ),
        "leave": r"quitt\w+|démission\w*|retrait\w*|parti\w*|part|départ\w*|jusqu\w+",
        "lend": r"prêt\w*|lou(?:é|er|e|ent)\w*|emprunt\w+",
        "marry": r"mari(?:é|er|age|a|s)\w*|épou\w+|femme|noces",
        "move": r"déplac\w+|transfér\w+|déménag\w+|install\w+|évacu\w+",
        "open": r"ouv\w+|inaugur\w+|lanc\w+|dévoil\w+|ruban|rouv\w+|mis\w* en service",
        "organise": r"organis\w+|accueill\w+|tient|tenu\w*|lieu",
        "oppose": r"oppos\w+|contre|refus\w+|rejet\w+|désaccord|hostile\w*",
        "own": r"propriét\w+|poss(?:è|é)d\w+|appart\w+|détien\w+|ach(?:è|e)t\w+|patron\w*",
        "paint": r"pein\w+|portrait\w*",
        "pay": (
            r"pa(?:y|i)\w+|financ\w+|subvention\w*|sponsor\w*|coût\w*|mécèn\w+|don(?:s"
            r"|ateurs?)?"
        ),
        "perform": (
            r"chant\w+|jou(?:é|er|e|a|ent|eur)\w*|interprét\w+|acteur\w*|actrice\w*"
            r"|dans(?:é|eu)\w*|musicien\w*"
        ),
        "photograph": r"photo\w*",
        "propose": r"propos\w+|suggér\w+|recommand\w+|idée\w*",
        "publish": r"publi\w+|paru\w*|paraî\w+|édit\w+|sorti\w*|imprim\w+",
        "repair": r"répar\w+|rénov\w+|restaur\w+|reconstru\w+|réfection|plombi\w+",
        "return": r"reven\w+|revien\w+|retour\w*|rentr\w+|jusqu\w+",
        "sell": r"vend\w+|vent(?:e|es)|ach(?:è|e)t\w+",
        "sign": r"adopt\w+|ratif\w+|sign(?:é|er|a|ature|ataire|ent)\w*",
        "steal": r"vol(?:é|er|eur|s)\w*|cambriol\w+|dérob\w+",
        "teach": r"enseign\w+|profess\w+|institut(?:eur|rice)\w*|maître\w*|cours",
        "translate": r"tradu\w+",
        "win": (
            r"gagn\w+|remport\w+|vainqueur\w*|victoire\w*|champion\w*|prix|lauréat\w*"
            r"|batt\w+|médaille\w*"
        ),
        "write": (
            r"écri\w+|auteur\w*|autrice\w*|poète\w*|rédig\w+|compos\w+|roman\w*|publié\w*"
            r"|lettre\w*"
        ),
    },
    roles={
        "captain": r"capitaine\w*",
        "caretaker": r"gardien\w*|concierge\w*",
        "chair": r"président\w*|présid\w+|élu\w*|dirig\w+|chef\w*",
        "clerk": r"secrétaire\w*|greffi\w+",
        "doctor": r"docteur\w*|dr|médecin\w*|chirurgien\w*",
        "director": (
            r"direct(?:eur|rice)\w*|dirig\w+|responsable\w*|chef\w*|patron\w*|gérant\w*"
            r"|conservat\w+|tête"
        ),
        "editor": r"rédact\w+|édit\w+|journaliste\w*|correspondant\w*",
        "engineer": r"ingénieur\w*",
        "governor": r"gouverneur\w*|gouvern\w+|préfet\w*|préfète\w*",
        "judge": r"juge\w*|magistrat\w*",
        "librarian": r"bibliothécaire\w*",
        "mayor": r"maire\w*|municip\w+",
        "minister": r"ministre\w*|secrétaire d['’]état",
        "monarch": (
            r"rois?|reines?|monarque\w*|empereurs?|impératrice\w*|règn\w+|souverain\w*"
            r"|trône|couronn\w+"
        ),
        "musician": (
            r"musicien\w*|pianiste\w*|piano|violon\w*|organiste\w*|accompagn\w+|jou(?:e|é"
            r"|er)\w*"
        ),
        "nurse": r"infirmi\w+|sages?-femmes?",
        "police": r"polic\w+|gendarme\w*|agent\w*",
        "principal": r"direct(?:eur|rice)\w*|proviseur\w*|principal\w*|recteur\w*",
        "speaker": r"porte-parole",
        "treasurer": r"trésori\w+|comptable\w*|finances?",
    },
    second=(
        r"(?:vice|sous|co)-|(?:adjoint|assistant)e?s?\b(?: (?:au|à la|du|de la)\b)?"
        r"|par intérim\b"
    ),
    sending=(
        r"\b(?:envoy\w+|écri\w+|post\w+|publi\w+|messages?|lettres?|courriels?|e-?mails?"
        r"|dat[ée]\w*|reçu\w*|répon\w+)\b"
    ),
)
