"""How English says who wrote what follows, and when."""

from language.post_rules import AUTHOR, DATE, NAME, OTHER, SUBJECT, TEXT, PostRules

WROTE = r"(?:wrote|writes|said|says|posted|replied|commented|added)"

POSTS = PostRules(
    wrote=(
        rf"{{author}} {WROTE}(?: this)?(?: on| at|,)? {{when}}",
        rf"(?:on )?{{when}},? {{author}} {WROTE}",
        r"(?:re: .{1,60} )?(?:posted |written |sent )?by:? {author}(?: on|,| »| at)? {when}",
        r"(?:posted|written|sent)(?: on)? {when},? by:? {author}",
    ),
    labels={
        AUTHOR: r"from|author|posted by|written by|sent by|poster|user(?:name)?",
        DATE: r"date|sent|posted(?: on| at)?|written on|time",
        SUBJECT: r"subject|topic|re",
        OTHER: r"to|cc|bcc|reply[- ]to|message[- ]id|in[- ]reply[- ]to|forum|thread|list",
    },
    fields={
        AUTHOR: (
            r"(?:post(?:ed)? by|written by|sent by|created by|author|user|sender|poster|from"
            r"|member|speaker|by)(?: (?:user ?)?name| display name| screen name| full name| login"
            r"| nick(?:name)?)?|user ?name|screen ?name|display name|nick(?:name)?|handle"
        ),
        DATE: (
            r"(?:created|posted|published|sent|written|submitted)(?: (?:at|on|date|time|utc))?"
            r"|(?:post |message |creation )?(?:date ?time|date|time ?stamp|time)(?: utc| unix"
            r"| unixtime)?|ts"
        ),
        NAME: r"(?:full )?name",
        SUBJECT: r"title|subject|headline|topic",
        TEXT: (
            r"(?:full |raw |message |post |comment )?(?:text|body|content|message|msg|comment)"
            r"(?: raw| text)?|post|selftext|tweet"
        ),
    },
    joins=r"at",
    half=r"[ap]\.?\s?m\b\.?",
    notices=(
        r"messages(?: and calls)?.{0,40}end-to-end encrypted.*|.*\bnow end-to-end encrypted\b.*"
        r"|only people in this chat can read.*|(?:no one|not even \w+,?"
        r"|nobody) outside of this chat.*|(?:tap|click|learn) .{0,30}\bmore"
        r"|.{1,60}? (?:created (?:this |the )?(?:group|chat|channel|community)\b.*|added .{1,80}"
        r"|(?:has )?(?:joined|left)(?: (?:the|this) (?:group|chat|channel|conversation|server).*"
        r"| using (?:this|a).*| via .*| from the community.*)?|was (?:added|removed"
        r"|invited)\b.*|removed .{1,60}"
        r"|(?:changed|set|turned (?:on|off)|updated|deleted|pinned|unpinned|reset)"
        r" (?:the|this|their|his|her|to|a) .{0,20}(?:subject|name|topic|description|icon|photo"
        r"|picture|number|settings?|messages?|timer|phone|invite|pins?|link)\b.*"
        r"|changed to .{1,30}|started a (?:video |voice )?call|is now an? admin|pinned .{1,40})"
        r"|your security code with .*|(?:missed )?(?:voice|video|group) (?:voice |video )?call\b.*"
        r"|disappearing messages (?:were|are|have been) .*|this chat is with a business.*"
        r"|you(?:['’]re| are) now an admin.*|chat history .{0,40}|saved on:? .*"
    ),
    omitted=(
        r"(?:images?|photos?|videos?|audio|voice (?:message|note)|stickers?|gifs?|documents?"
        r"|files?|media"
        r"|attachments?|contact cards?|location)\s(?:omitted|not included|was not included)"
        r"|(?:photo|video|sticker|voice message|gif|file)|null"
        r"|(?:you deleted this message|this message was (?:deleted|edited)|message deleted)\.?"
    ),
)
