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
    notices=(
        r"les messages.{0,40}chiffrés de bout en bout.*|.*\bchiffrés de bout en bout\b.*"
        r"|.{1,60}? (?:a créé (?:le |ce |la )?(?:groupe|discussion|canal)\b.*|a ajouté .{1,80}"
        r"|(?:a rejoint|a quitté|est parti|a intégré)(?: (?:le|la|ce|cette) (?:groupe"
        r"|discussion|conversation|canal).*| en utilisant .*| via .*)?"
        r"|a été (?:ajoutée?|retirée?|exclue?|invitée?)\b.*|a (?:retiré|exclu|supprimé) .{1,60}"
        r"|a (?:changé|modifié|mis à jour|activé|désactivé|épinglé) .{0,25}(?:sujet|objet|nom"
        r"|description|icône|photo|image|numéro|paramètres?|messages?|lien)\b.*"
        r"|est maintenant administrat\w+)"
        r"|votre code de sécurité .*|appels? (?:vocal|vidéo|audio).{0,20}manqués?.*"
        r"|les messages éphémères .*"
    ),
    omitted=(
        r"(?:image|photo|vidéo|audio|message vocal|sticker|autocollant|gif|document|fichier"
        r"|médias?|contact|pièce jointe)\s"
        r"(?:omise?|absente?|non inclus\w*|omis\w*)|médias? omis|null"
        r"|(?:vous avez supprimé ce message|ce message a été supprimé)\.?"
    ),
)
