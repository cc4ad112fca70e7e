"""What kinds of documents are called in English, without accents."""

KINDS = {
    "news": r"news\w*|press(?: (?:articles?|releases?))?|articles?|stor(?:y|ies)|courier|gazette",
    "report": r"reports?|audit\w*",
    "minutes": r"minutes|protocols?|meeting (?:notes|records?)",
    "rules": r"rules?|regulations?|laws?|statutes?|bylaws?|policy|code of conduct|terms",
    "chat": r"chats?|whatsapp|telegram|wechat|messenger|discord|slack|conversations?|group chat",
    "letter": r"letters?|e-?mails?|mails?|correspondence",
    "posts": r"posts?|comments?|reviews?|forum|thread|tweets?",
    "history": r"history|chronicle|chronology|annals",
    "interview": r"interviews?",
    "notes": r"notes?|memos?",
}
