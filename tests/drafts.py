"""Documents about small things, and drafts about them: true, changed and invented sentences."""

from __future__ import annotations

from typing import NamedTuple

DOCUMENTS = {
    "en/mill.txt": (
        "The paper mill of Larkwell was founded in 1764 by the printer Agnes Dunmore. "
        "The mill employed 340 workers in its best years and sold its paper to Bristol. "
        "A flood destroyed the water wheel on 3 March 1891, and steam took its place. "
        "It is not true that Dunmore owned the ruined castle above the town. "
        "“Good paper outlives the hand that made it,” Dunmore told her apprentices.\n"
    ),
    "fr/musee.txt": (
        "Le musée des horloges de Valbrune fut ouvert en 1923 par l'horloger Émile Castagne. "
        "Le musée conserve 1 250 montres et reçoit des visiteurs venus de Belgique. "
        "Un incendie détruisit la grande salle le 9 juin 1958. "
        "« Une montre arrêtée dit encore l'heure deux fois par jour », aimait à dire Castagne.\n"
    ),
    "zh/桥.txt": (
        "青石桥建成于1688年，由石匠陈广德主持修建。青石桥全长86米，桥面铺有花岗岩。"
        "1931年7月15日，洪水冲毁了桥的两个桥墩。陈广德说：“修桥的人不留名，过桥的人要记路。”\n"
    ),
    "en/fair.txt": (
        "The third wool fair of Larkwell was held in Oxford on 6 May 1903. "
        "It drew 5,600 buyers from 14 counties, more than any fair before it. "
        "The fair's prize ram, led by Tobias Wren, was sold to a farmer for 84 pounds.\n"
    ),
    "fr/foire.txt": (
        "La quatrième foire aux cloches de Valbrune s'est tenue à Lyon le 12 août 1931. "
        "Elle attira 7 300 acheteurs venus de neuf cantons.\n"
    ),
    "en/lines.csv": (
        "Line,Stations,Length,Opened\nHarbour Line,14,28 km,1909\nForest Line,23,41 km,1927\n"
    ),
    "fr/villages.csv": (
        "Village,Habitants,Maire\nCombreval,2 140,Odile Tessier\nMontlivaux,3 870,Bruno Castel\n"
    ),
    "zh/园.csv": "果园,面积（公顷）,产量（吨）\n松林果园,38,96\n石泉果园,52,140\n",
    "zh/茶.txt": (
        "雲嶺茶園創立於1902年，創辦人是茶商林阿水。茶園佔地45公頃，每年生產綠茶和烏龍茶。"
        "1974年9月3日，颱風吹毀了茶園的烘焙廠。林阿水說：「好茶不怕等，急火出苦味。」\n"
    ),
}


class Drafted(NamedTuple):
    """A sentence of a draft and what must become of it."""

    text: str
    verdict: str
    document: str = ""  # of the source
    difference: tuple[str, str] = ("", "")  # what the draft and the source say: parts of both


DRAFTS: dict[str, tuple[Drafted, ...]] = {
    "en": (
        Drafted("The paper mill of Larkwell was founded in 1764.", "quoted", "en/mill.txt"),
        Drafted("In 1764 Agnes Dunmore founded the paper mill of Larkwell.", "supported", "en/mill.txt"),
        Drafted(
            "The paper mill of Larkwell was founded in 1746 by the printer Agnes Dunmore.",
            "contradicted",
            "en/mill.txt",
            ("1746", "1764"),
        ),
        Drafted("The paper mill of Harcombe was founded in 1764.", "nothing"),
        Drafted("The mill was sold to a family of bankers after a long quarrel.", "nothing"),
        Drafted(
            "The mill employed 340 workers in its best years and sold its paper to Bristol.",
            "quoted",
            "en/mill.txt",
        ),
        Drafted("The paper mill of Larkwell was not founded in 1764.", "contradicted", "en/mill.txt"),
        Drafted("A flood destroyed the water wheel in March 1891.", "supported", "en/mill.txt"),
        Drafted("Dunmore owned the ruined castle above the town.", "contradicted", "en/mill.txt"),
    ),
    "fr": (
        Drafted("En 1923, Émile Castagne ouvrit le musée des horloges de Valbrune.", "supported", "fr/musee.txt"),
        Drafted(
            "Le musée des horloges de Valbrune fut ouvert en 1932 par l'horloger Émile Castagne.",
            "contradicted",
            "fr/musee.txt",
            ("1932", "1923"),
        ),
        Drafted("Le musée des horloges de Monteval fut ouvert en 1923.", "nothing"),
        Drafted("Le maire a vendu les tableaux du château à un banquier suisse.", "nothing"),
        Drafted(
            "Le musée conserve 1 250 montres et reçoit des visiteurs venus de Belgique.",
            "quoted",
            "fr/musee.txt",
        ),
        Drafted("Le musée des horloges de Valbrune ne fut pas ouvert en 1923.", "contradicted", "fr/musee.txt"),
    ),
    "zh-Hans": (
        Drafted("青石桥在1688年建成，由石匠陈广德主持修建。", "supported", "zh/桥.txt"),
        Drafted("青石桥建成于1668年，由石匠陈广德主持修建。", "contradicted", "zh/桥.txt", ("1668", "1688")),
        Drafted("青石桥由石匠王树林在1688年主持修建。", "contradicted", "zh/桥.txt", ("王树林", "陈广德")),
        Drafted("县长用卖粮的钱买下了隔壁的戏院。", "nothing"),
        Drafted("青石桥全长86米，桥面铺有花岗岩。", "quoted", "zh/桥.txt"),
        Drafted("青石桥并没有在1688年建成。", "contradicted", "zh/桥.txt"),
    ),
    "zh-Hant": (
        Drafted("雲嶺茶園在1902年創立，創辦人是茶商林阿水。", "supported", "zh/茶.txt"),
        Drafted("雲嶺茶園創立於1920年，創辦人是茶商林阿水。", "contradicted", "zh/茶.txt", ("1920", "1902")),
        Drafted("雲嶺茶園創立於1902年，創辦人是茶商黃金土。", "nothing"),
        Drafted("縣長用賣糧的錢買下了隔壁的戲院。", "nothing"),
        Drafted("茶園佔地45公頃，每年生產綠茶和烏龍茶。", "quoted", "zh/茶.txt"),
        Drafted("雲嶺茶園並沒有在1902年創立。", "contradicted", "zh/茶.txt"),
    ),
}  # fmt: skip
