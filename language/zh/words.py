"""Chinese words for searching, Simplified."""

from language.rules import Words

WORDS = Words(
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
