"""What the program says itself, in the languages it speaks; nothing about the documents."""

from __future__ import annotations

from language.languages import LANGUAGES, nearest_spoken

PHRASES = {
    "declined": (
        "The documents do not answer this question.",
        "Les documents ne répondent pas à cette question.",
        "这些文档没有回答这个问题。",
        "這些文件沒有回答這個問題。",
    ),
    "nearest": (
        "Nearest passages – not an answer",
        "Passages les plus proches – pas une réponse",
        "最接近的段落（不是答案）",
        "最接近的段落（不是答案）",
    ),
    "sources": ("Sources", "Sources", "来源", "來源"),
    "also in": ("also in", "aussi dans", "另见", "另見"),
    "confidence": ("confidence", "confiance", "置信度", "信賴度"),
    "context": ("In context", "Dans le contexte", "上下文", "上下文"),
    "other language": (
        "The documents answer in another language; the quote is the original.",
        "Les documents répondent dans une autre langue ; la citation est l’original.",
        "文档以另一种语言作答；引文为原文。",
        "文件以另一種語言作答；引文為原文。",
    ),
    "understood": (
        "Understood as: {}",
        "Compris comme : {}",
        "理解为：{}",
        "理解為：{}",
    ),
    "converted": ("converted", "converti", "已转换", "已轉換"),
    "original": ("Original ({})", "Texte original ({})", "原文（{}）", "原文（{}）"),
    "own script": (
        "Shown in your script; the quote is the original.",
        "Affiché dans votre écriture ; la citation est l’original.",
        "已转换为简体显示；引文以原文为准。",
        "已轉換為繁體顯示；引文以原文為準。",
    ),
    "conflict": (
        "The sources do not state the same; each is quoted.",
        "Les sources ne disent pas la même chose ; chacune est citée.",
        "各出处说法不一；均已列出。",
        "各出處說法不一；均已列出。",
    ),
    "answered": ("answered", "répondu", "已作答", "已作答"),
    "answered_own_language": (
        "answered: evidence in the user's language goes before likelier evidence in another",
        "répondu : une source dans la langue de l’utilisateur passe avant une autre, plus probable",
        "已作答：用户语言的证据优先于另一语言中更可能的证据。",
        "已作答：使用者語言的證據優先於另一語言中更可能的證據。",
    ),
    "declined_not_found": (
        "declined: no passage was found",
        "décliné : aucun passage n’a été trouvé",
        "未作答：没有找到任何段落。",
        "未作答：沒有找到任何段落。",
    ),
    "declined_unlikely": (
        "declined: the best candidate is below the threshold",
        "décliné : le meilleur candidat est sous le seuil",
        "未作答：最佳候选低于阈值。",
        "未作答：最佳候選低於門檻。",
    ),
    "declined_not_replayed": (
        "declined: no citation could be replayed against its source",
        "décliné : aucune citation n’a pu être vérifiée dans sa source",
        "未作答：没有引文能在其来源中核实。",
        "未作答：沒有引文能在其來源中核實。",
    ),
    "changed since": ("changed since", "modifié depuis", "此后已更改", "此後已更改"),
    "removed since": ("deleted since", "supprimé depuis", "此后已删除", "此後已刪除"),
    "asking": ("Asking", "Questions", "正在提问", "正在提問"),
    "page": ("p. {}", "p. {}", "第 {} 页", "第 {} 頁"),
    "slide": ("slide {}", "diapo {}", "第 {} 张幻灯片", "第 {} 張投影片"),
    "sheet": ("sheet {}", "feuille {}", "工作表 {}", "工作表 {}"),
    "row": ("row {}", "ligne {}", "第 {} 行", "第 {} 列"),
    "line": ("line {}", "ligne {}", "第 {} 行", "第 {} 行"),
    "record": ("record {}", "fiche {}", "第 {} 条", "第 {} 筆"),
    "chapter": ("chapter {}", "chapitre {}", "第 {} 章", "第 {} 章"),
    "time": ("at {}", "à {}", "{}", "{}"),
    "reading": ("Reading documents", "Lecture des documents", "正在读取文档", "正在讀取文件"),
    "embedding": (
        "Embedding passages",
        "Vectorisation des passages",
        "正在计算向量",
        "正在計算向量",
    ),
    "words": ("Indexing words", "Indexation des mots", "正在索引词语", "正在索引詞語"),
}

LANGUAGE_NAMES = {
    "en": ("English", "anglais", "英语", "英語"),
    "fr": ("French", "français", "法语", "法語"),
    "zh-Hans": ("Chinese, simplified", "chinois simplifié", "简体中文", "簡體中文"),
    "zh-Hant": ("Chinese, traditional", "chinois traditionnel", "繁体中文", "繁體中文"),
}


def phrase(key: str, language: str) -> str:
    """Return the phrase *key* in *language*, or in English where it is not spoken."""
    return PHRASES[key][_column(language)]


def place_name(part: tuple[str, str] | None, language: str) -> str:
    """Return what a part of a document is called: "p. 3"; nothing where there is none."""
    return phrase(part[0], language).format(part[1]) if part else ""


def language_name(tag: str, language: str) -> str:
    """Return the name of the language *tag* in *language*, or the tag itself."""
    names = LANGUAGE_NAMES.get(tag)
    return names[_column(language)] if names else tag


def _column(language: str) -> int:
    return LANGUAGES.index(nearest_spoken(language))
