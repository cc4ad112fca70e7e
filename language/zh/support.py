"""What a sentence must have to be a sure answer, in Chinese; patterns in Simplified characters."""

from language.support_rules import SupportRules

ROLE = "经理|主任|队长|馆长|局长|处长|科长|所长|站长|院长|主管|总监|秘书|委员|代表|老师|教练|书记"

SUPPORT = SupportRules(
    untold=r"^(?:[它他她]们?)(?!.{0,6}的)|^什么时候(?:结束|开始|关闭|关门|停止)的?[？?]?$",
    pronoun=r"^\W*(?:[它他她]们?|其|该[馆楼桥校厂])",
    whether=r"^(?P<thing>\p{Han}{2,12}?)(?P<said>有毒|有害|危险|安全|好吃|好喝|昂贵|便宜)的?吗[？?]?$",
    price=r"多少|几元|[钱元]|价格|费用|要|是|的|每[张次个本份]?",
    attends=r"(?:出席|到场|参加|列席|缺席|请假|到会|与会).{0,8}吗|有没有(?:出席|参加|到场|缺席)",
    attended=r"出席|到场|参加|列席|缺席|请假|到会|与会|在场|未到",
    minutes=r"^.{0,20}(?:会议?记录|会议?纪要|会议?纪录)",
    meeting=r"会议|记录|纪要|纪录|开会|委员会",
    parts=r"[，,；;。、]",
    particles="[有是的]",
    role=rf"(?:^|谁是)(?P<of>(?!副|前|现|新|老|总|原)\p{{Han}}{{2}})(?P<role>{ROLE})(?=是|[？?]?$|叫)",
    attribute=r"年(?:\d+月)?(?:\d+日)?的",
)
