"""What kinds of documents are called in Chinese, Simplified, and in pinyin as files are named."""

KINDS = {
    "news": r"新闻(?:报道|稿)?|报[道导]|快讯|通讯|本报讯?|\bxinwen\b|\bbaodao\b",
    "report": r"报告|审计|\bbaogao\b",
    "minutes": r"会议[记纪][录要]|[记纪]要|\bhuiyi(?:jilu)?\b",
    "rules": r"规[则定章]|章程|条例|须知|守则|办法|法规|\bguize\b|\bguiding\b",
    "chat": r"聊天(?:[记纪]录)?|群聊|群组|微信|对话记录|\bliaotian\b|\bqun\b",
    "letter": r"信件|来信|邮件|书信|\bxin\b|\byoujian\b",
    "posts": r"帖子?|贴文|评论|留言|发文|\btiezi\b",
    "history": r"简史|历史|大事[记年]表?|年表|沿革|\blishi\b",
    "interview": r"采访|访谈|专访|\bcaifang\b",
    "notes": r"笔记|备忘录?|\bbiji\b",
}
