"""What tells one thing from others of its sort, in English."""

from language.contrast_rules import Contrasts

CONTRASTS = Contrasts(
    sets=(
        ("red", "green", "blue", "yellow", "white", "black", "brown", "gr[ae]y", "purple", "pink"),
        ("north(?:ern)?", "south(?:ern)?", "east(?:ern)?", "west(?:ern)?"),
        ("upper", "lower", "middle"),
        ("left", "right"),
        ("inner", "outer"),
        ("spring", "summer", "autumn", "winter"),
        ("morning", "afternoon", "evening"),
        (
            "(?:daily|day(?= (?:pass|ticket|card|rate|rental)))",
            "(?:weekly|week(?= (?:pass|ticket|card|rate|rental)))",
            "(?:monthly|month(?= (?:pass|ticket|card|rate|rental)))",
            "(?:annual|yearly|year(?= (?:pass|ticket|card)))",
        ),
        ("museum", "library", "school", "hospital", "theatre"),
        ("adults?", "(?:child(?:ren)?|juniors?|kids)"),
    ),
    numbered=r"\b(?P<thing>\p{L}{3,})\s(?:no\.?\s)?(?P<number>\d{1,4})(?![\d.,:]*\d|\s?%|\s?°)",
    whose=(
        r"\W*(?i:his|hers?|their|its) (?P<what>\p{L}+),? "
        r"(?:\p{Lu}|(?:was|is|has|had|went|left|retired)\b)"
    ),
    begins=(
        r"\W*(?:\d+\.\s)?(?:The [^,.]{3,50}, )?"
        r"(?:(?:Mrs?|Ms|Dr)\.? )?"
        r"(?P<name>\p{Lu}[\p{L}-]+(?![\p{L}’'])(?: \p{Lu}[\p{L}-]+)?|\p{Lu}[\p{L}-]+(?=[’']s?\b))"
    ),
)
