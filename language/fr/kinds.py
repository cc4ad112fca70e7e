"""What kinds of documents are called in French, without accents."""

KINDS = {
    "news": r"nouvelles?|actualites?|presse|articles?|journal|journaux|communiques?(?: de presse)?",
    "report": r"rapports?|audits?",
    "minutes": r"comptes?[- ]rendus?|proces[- ]verb\w+|pv",
    "rules": r"reglements?(?: interieur)?|regles|statuts|loi|arrete",
    "chat": r"discussions?|conversations?|chats?|messagerie|groupe whatsapp|whatsapp",
    "letter": r"lettres?|courriers?|courriels?|mails?|e-?mails?",
    "posts": r"avis|posts?|publications?|commentaires?|forum",
    "history": r"histoire|historique|chronologie|chronique",
    "interview": r"entretiens?|interviews?",
    "notes": r"notes?|memo\w*",
}
