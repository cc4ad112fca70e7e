"""How Chinese reports what somebody said; in Simplified characters."""

from language.report_rules import ReportRules

VERBS = (
    r"(?:[说讲](?!服)|表示(?!感[谢激]|祝贺|敬意|慰问|哀悼|歉意)|认为|觉得|指出|报告|汇报|提议|建议|告诉|回答|答道|答复|强调|宣布"
    r"|称(?!为|呼|号|职|赞)|批评|抱怨|主张|(?:不)?同意|反对|透露|解释|补充|承诺|警告|呼吁|写道|坦言|感叹"
    r"|希望|要求|问(?!题)|提出|担心|相信|预计|证实|否认|拒绝置评|反驳|提醒|质疑|叹)(?!的)"
)
BESIDE = r"(?:[（(][^（()）]{1,20}[)）])?[^，,。；;：:！!？?、\n]{0,10}?"

REPORTS = ReportRules(
    says=rf"{BESIDE}{VERBS}",
    said_by=r"(?!)",
    goes_on=rf"[“「『\"]|[他她](?:们)?(?:还|也|又|并|接着|随后|同时)?{VERBS}",
    inside=rf"[”」』\"][，,]?[他她](?:们)?{VERBS}",
    unlike="[副前原代]$",
    held_by=(
        r"{role}(?P<name>\p{Han}{2,4})",
        r"(?P<name>\p{Han}{2,4})[（(]\p{Han}{0,6}{role}\p{Han}{0,4}[)）]",
        r"(?P<name>\p{Han}{2,4})[，,]?(?:是|任|担任|出任)\p{Han}{0,8}{role}",
    ),
)
