"""Chinese words for searching, Simplified."""

from language.rules import Words

WORDS = Words(
    # Characters that deny stand in words that do not: 不仅, 未来, 无论, 非常.
    denials=(
        r"没有?|(?<!从)未(?![来婚必])|(?<!毫)无(?![论限数疑比私线锡人穷不])|毫无|从未|(?<![南北西东])非(?![常洲典凡])"
        r"|不(?![仅断同久少但管论只过错懈凡朽丹妨由禁辞停已惜足等愧]|可或缺|谋而合)|拒绝|否认|否决|取消"
    ),
    happening="[举舉][行办辦]|召[开開]",
    empty=(
        "谁 何 何时 何地 何处 何种 哪 哪里 哪儿 哪个 哪些 哪年 哪一年 哪一 哪一天 哪位 多少 几 几个"
        " 多少个 多少名 多少次 什么 为什么 为何 怎么 怎样 如何 吗 呢 是 的 了 在 有 和 与 于"
        " 请问 是什么 是谁 时候 什么时候 什么样 已有"
    ),
    divisions={
        "article": "[条條]",
        "chapter": "章",
        "section": "[节節]",
        "paragraph": "款",
        "item": "[项項]",
    },
)
