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
)
