"""Which language an answer is to speak, where a page has one of its own."""

from __future__ import annotations

from language.chinese import HAN, script
from language.detect import detect
from language.tags import family


def spoken_to(question: str, language: str) -> str:
    """Return what an answer is to speak: the question's language, ``auto``.

    Chinese that is written alike in both scripts is answered in that of the page.
    """
    told = family(language) != "zh" or not HAN.search(question) or script(question)
    return "auto" if told or detect(question, language) != language else language
