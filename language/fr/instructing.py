"""How French tells a program that reads a text what to do."""

PROGRAM = (
    r"(?:I\.?A\.?|intelligences? artificielles?|(?:grands? )?modèles? de lang(?:ue|age)|LLMs?"
    r"|chat ?-?bots?|agents? conversationnels?|assistante?s? (?:IA|virtuel\w*"
    r"|intelligente?s?)|GPT[\w-]*)"
)
REPLIES = r"(?:répon\p{L}+|di(?:s|tes|re)|affirm\p{L}+|écri(?:s|vez|re)|affich\p{L}+|résum\p{L}+)"

INSTRUCTS = (
    r"\b(?:ignore|oublie)[zr]? (?:toutes? )?(?:[lct]es|vos) .{0,20}\b(?:consig|instruc|direct)"
    r"|\b(?:ignore|oublie)[zr]? (?:tout )?ce qui (?:précède|est écrit|a été dit)"
    r"|\b(?:assistants?|IA|modèles? de langue)\b\s?[,:].{0,30}\b(?:répon\p{L}+|di(?:s|tes)"
    r"|résum\p{L}+|ignor\p{L}+|supprim\p{L}+)\b"
    r"|\brépon(?:ds|dez|dre) (?:toujours )?à (?:toutes? (?:les )?|chaque |n['’]importe quelle )"
    r"questions?\s*(?:[:“\"«]|par\b|que\b|avec\b)"
    r"|\b(?:à|pour) (?:toutes? les|chaque|toute) questions?\b[^.]{0,30}\b"
    rf"{REPLIES}\b"
    r"|\bla (?:\p{L}+ )?réponse à (?:toutes? (?:les )?|chaque )questions?\b"
    r"|\b(?:quoi (?:qu|que)|quelle que soit la question)[^.]{0,30}\b"
    rf"{REPLIES}\b"
    rf"|\b(?:tu es|vous êtes) (?:une? |l['’]?)?(?:\p{{L}}+ )?{PROGRAM}(?!\w)"
    r"|\b(?:tu es|vous êtes) (?:maintenant|désormais)"
    r"(?=[^.]{0,60}\b(?:bot|robot|assistant|modèle|IA|mode|répon\p{L}+)\b)"
    rf"|\b(?:si (?:tu es|vous êtes)|note (?:à|pour)|à l['’]attention|instructions? (?:à|pour))"
    rf"[^.]{{0,15}}\b{PROGRAM}(?!\w)"
    rf"|\b{PROGRAM}(?!\w)[^.]{{0,20}}\bdoi(?:t|vent|s)\b[^.]{{0,20}}\b(?:{REPLIES}|ignor\p{{L}}+)\b"
    r"|\b(?:système|system|administrateur)\s?[:>\]][^.]{0,60}\b(?:"
    rf"{REPLIES}|ignor\p{{L}}+|réponse|tu dois|vous devez)\b"
    r"|\b(?:révèle|révélez|affiche|affichez) (?:ton|ta|tes|votre|vos)"
    r" (?:mot de passe|consignes|instructions?|invite)\b"
)
