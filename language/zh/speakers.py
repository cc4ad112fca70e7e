"""How Chinese asks what somebody wrote, and who wrote of a thing; in Simplified characters."""

BY = r"(?:用户|网友|楼主)?@?(?P<by>(?:(?!谁|什么|哪|关于|有关|对于|针对|[，,。；;]).){1,40}?)"
THING = r"(?P<about>(?:(?!谁|什么|哪).){1,30}?)"
WROTE = r"(?:说|讲|写|发|提|谈|聊|抱怨|回复|评论|留言|表示|提出)(?:到|及)?(?:了|过)?"
POSTS = r"(?:帖子|消息|留言|发言|话|评论|信息|邮件|回复|说法|看法|意见)"
SPOKE = (
    r"(?:提到|提及|谈到|说到|讲到|谈及|聊到|谈论|讨论|抱怨|投诉|说起|提起|写到)(?:了|过)?"
    r"(?:关于|有关)?"
)
ON = r"(?:关于|有关|对于?|就|针对)"
EVER = r"(?:都|究竟|到底|曾经|曾)?"
WHAT = r"(?:些|一些)?(?:什么|啥)"
SHOW = r"(?:列出|显示|查找|找出|给我看)"
ALL = r"(?:所有|全部)"
WHO = r"(?:都)?(?:有)?(?:谁|哪些人|哪个人|哪位|什么人)"
SOFT = r"(?:的)?(?:呢|吗|嘛|啊|呀|吧)*"

SAID = (
    rf"(?:{ON}{THING}[，,]? ?)?{BY} ?{EVER}{WROTE}{WHAT}{SOFT}",
    rf"{BY} ?{ON}{THING} ?{EVER}(?:{WROTE}|有){WHAT}(?:{POSTS})?{SOFT}",
    rf"{BY} ?{EVER}{WROTE}{WHAT}{ON}{THING}{SOFT}",
    rf"{BY} ?(?:是)?(?:怎么|如何)(?:说|评价|看待?|讲)(?:{THING})?(?:的)?{SOFT}",
    rf"{BY} ?(?:有没有|是否|有)(?:{SPOKE}|说过|写过){THING}{SOFT}",
    rf"(?:{SHOW})?{ALL}?{BY} ?(?:的|发的|写的|发布的){ALL}{POSTS}",
    rf"{SHOW}{ALL}?{BY} ?(?:的|发的|写的|发布的){POSTS}",
)
SPEAKERS = (
    rf"{WHO}{EVER}{SPOKE} ?{THING}{SOFT}",
    rf"{WHO}{EVER}(?:说|写|发)(?:了|过){ON}{THING}(?:的)?(?:{POSTS}|事)?{SOFT}",
    rf"有(?:没有)?人{SPOKE} ?{THING}{SOFT}",
)
