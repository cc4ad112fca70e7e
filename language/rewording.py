"""Questions in everyday words as texts write the same: may I bring my dog, are dogs admitted."""

from __future__ import annotations

from functools import cache

import regex

from language.chinese import in_script, to_simplified
from language.languages import KNOWN
from language.tags import family


def reworded(question: str, language: str) -> tuple[str, ...]:
    """Return other wordings of *question*, the likeliest first; none where no rule is for it.

    Args:
        question: As it was understood.
        language: Its BCP 47 tag; Chinese comes back in its script.
    """
    han = family(language) == "zh"
    asked = " ".join((to_simplified(question) if han else question).split())
    for pattern, templates in _rules(family(language)):
        match = pattern.match(asked)
        if match:
            texts = map(match.expand, templates)
            return tuple(in_script(text, language) if han else text for text in texts)
    return ()


@cache
def _rules(language: str) -> tuple[tuple[regex.Pattern[str], tuple[str, ...]], ...]:
    known = KNOWN.get(language)
    rules = known.rewordings if known else ()
    return tuple((regex.compile(each.pattern, regex.I), each.templates) for each in rules)
