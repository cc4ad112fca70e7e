"""How French says who wrote what follows, and when."""

from language.post_rules import AUTHOR, DATE, NAME, OTHER, SUBJECT, TEXT, PostRules

WROTE = r"(?:(?:a|à) (?:écrit|ecrit|dit|posté|publié|répondu|commenté|ajouté)|écrit)"

POSTS = PostRules(
    wrote=(
        rf"(?:le )?{{when}},? {{author}} {WROTE}",
        rf"{{author}} {WROTE}(?: ceci)?(?: le|,)? {{when}}",
        r"(?:(?:posté|publié|écrit|envoyé|message) )?(?:par|de) {author},?(?: le| »)? {when}",
        r"(?:posté|publié|écrit|envoyé)(?: le)? {when},? par {author}",
    ),
    labels={
        AUTHOR: r"de|auteur|autrice|auteure|posté par|publié par|écrit par|expéditeur|pseudo",
        DATE: r"date|envoyé(?: le)?|posté(?: le)?|publié(?: le)?|le|heure",
        SUBJECT: r"objet|sujet|titre",
        OTHER: r"à|cc|cci|copie|répondre à|forum|fil",
    },
    fields={
        AUTHOR: (
            r"(?:posté par|publié par|écrit par|poste par|publie par|ecrit par)|auteure?|autrice"
            r"|(?:nom |nom d )?utilisateur|utilisatrice|pseudo|expéditeur|expediteur|membre|de"
        ),
        DATE: (
            r"(?:date|heure|horodatage)(?: (?:de|du|d) (?:publication|création|creation|envoi"
            r"|message))?|date heure|(?:posté|publié|créé|envoyé|poste|publie|cree|envoye)(?: le)?"
        ),
        NAME: r"nom|prénom",
        SUBJECT: r"titre|sujet|objet",
        TEXT: r"texte|corps|contenu|message|commentaire",
    },
    joins=r"à|a",
    half=r"(?!)",
)
