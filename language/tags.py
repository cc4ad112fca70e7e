"""Language tags (BCP 47), without the weight of the detector."""

import re

UNKNOWN = "und"
TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_](\w+(?:[-_]\w+)*))?")
# What says that Chinese is written in Traditional characters: a script, or where.
TRADITIONAL = re.compile(r"(?:^|[-_])(?:hant|tw|hk|mo)(?:[-_]|$)", re.IGNORECASE)


def normal(tag: str) -> str:
    """Return *tag*, as files write them, as the program does: "zh_TW" is zh-Hant, "fr-CA" fr."""
    match = TAG.fullmatch(tag.strip())
    if not match:
        return UNKNOWN
    language = match[1].lower()
    if language != "zh":
        return language
    return "zh-Hant" if TRADITIONAL.search(match[2] or "") else "zh-Hans"


def family(language: str) -> str:
    """Return the language without its script: ``zh`` for both ways of writing Chinese."""
    return language.partition("-")[0]
