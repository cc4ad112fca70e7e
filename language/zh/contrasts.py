"""What tells one thing from others of its sort, in Chinese; patterns in Simplified characters."""

from language.contrast_rules import Contrasts

COLOURED = "[色灯旗牌票卡线桶猫狗]"

CONTRASTS = Contrasts(
    sets=(
        tuple(f"{colour}(?={COLOURED})" for colour in "红绿蓝黄白黑灰紫橙橘"),
        tuple(f"{side}(?=[侧面门区岸馆站池院]|部[的有在])" for side in "东西南北"),
        tuple(f"{season}[季天]" for season in "春夏秋冬"),
        ("上午|早上", "下午", "晚上"),
        ("日卡|日票", "周卡|周票", "月卡|月票", "季卡|季票", "年卡|年票"),
        ("前任|上任|上届", "现任|本届", "继任|下任|下届"),
        (
            "博物馆",
            "图书馆|图书室",
            "美术馆",
            "体育馆",
            "游泳馆",
            "科技馆",
            "文化馆",
            "医院",
            "学校|[小中]学",
        ),
        ("新馆", "旧馆|老馆"),
        ("成人", "儿童|小孩"),
    ),
    numbered=r"(?<![\d.])(?P<number>\d{1,4})(?P<thing>号[楼线门院]|[栋座班路楼]|单元|展厅)",
)
