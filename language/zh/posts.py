"""How Chinese says who wrote what follows, and when; both scripts."""

from language.post_rules import AUTHOR, DATE, NAME, OTHER, SUBJECT, TEXT, PostRules

WROTE = r"(?:写道|寫道|写|寫|说|說|发表|發表|发布|發布|回复|回覆|回復|留言|发帖|發帖|發文|发文)"

POSTS = PostRules(
    wrote=(
        rf"{{author}} ?[于於在] ?{{when}} ?{WROTE}",
        rf"(?:[于於在] ?)?{{when}}[,，]? ?{{author}} ?{WROTE}",
        rf"{{author}} ?{WROTE}[于於] ?[:：]? ?{{when}}",
        r"(?:作者|发帖人|發帖人|楼主|樓主)[:：] ?{author} ?(?:[于於]|[,，])? ?{when}",
    ),
    labels={
        AUTHOR: (
            r"发件人|寄件者|寄件人|發件人|发信人|發信人|作者|发帖人|發帖人|发布者|發布者|楼主|樓主"
            r"|用户|用戶"
        ),
        DATE: r"日期|时间|時間|(?:发送|傳送|寄件|发帖|發帖|发布|發布|发信|發信)(?:时间|時間|日期)",
        SUBJECT: r"主题|主題|主旨|标题|標題",
        OTHER: r"收件人|收件者|抄送|副本|密送|密件副本|信区|看板|论坛|論壇",
    },
    fields={
        AUTHOR: (
            r"作者|发帖人|發帖人|发布者|發布者|发言人|發言人|发送者|發送者|发件人|寄件者|寄件人|用户名?|用戶名?"
            r"|使用者|昵称|暱稱|楼主|樓主"
        ),
        DATE: r"(?:发布|發布|发帖|發帖|发表|發表|发送|發送|创建|建立)?(?:时间|時間|日期)(?:戳)?",
        NAME: r"姓名|名字|名称|名稱",
        SUBJECT: r"标题|標題|主题|主題|主旨",
        TEXT: r"内容|內容|正文|文本|消息|訊息|留言|评论|評論|帖子",
    },
    joins=r"(?!)",
    half=r"[上下中]午|凌晨|早上|晚上|傍晚",
)
