"""The noun after an ordinal, or none: the first *forum* and the second."""

from __future__ import annotations

import regex

from language.chinese import tagged_words
from language.followup_rules import Grammar
from qa.followups.mentions import RULES
from qa.followups.topics import nominal_runs, noun_phrases

LONGEST = 4  # words of such a noun
# What stands in for the noun, and gives way to it.
ONES = regex.compile(r"\sones?\b", regex.IGNORECASE)
WORD = regex.compile(r"\s*(?P<word>[\p{L}\p{N}'’-]+)")


def alone(text: str, end: int, family: str) -> bool:
    """Tell whether no noun follows what ends at *end* of *text*, a question in *family*."""
    grammar = RULES[family].phrases
    if not isinstance(grammar, Grammar):
        after = next(iter(tagged_words(text[end:])), ("", ""))
        return not after[1].startswith("n")
    word = WORD.match(text, end)
    return not word or word["word"].lower() in grammar.ends | {"one", "ones"}


def is_noun(text: str, family: str) -> bool:
    """Tell whether *text* is nothing, or a few words that a noun may be made of."""
    phrases = RULES[family].phrases
    if isinstance(phrases, Grammar):
        return len(text.split()) <= LONGEST and all(
            word.lower() not in phrases.ends and not phrases.verbs.fullmatch(word)
            for word in text.split()
        )
    tagged = tagged_words(text) if text else []
    return all(tag.startswith(phrases.nominal) for _, tag in tagged) and not regex.search(
        phrases.ends, text
    )


def phrase_end(text: str, at: int, family: str) -> int:
    """Return where the noun phrase ends in which ``text[at]`` stands; *at* if in none.

    Of "the theme of the first forum" in Chinese only what is not the theme.
    """
    phrases = RULES[family].phrases
    if isinstance(phrases, Grammar):
        spans = list(noun_phrases(text, phrases))
    else:
        spans = [(run.start, run.start + len(run.text)) for run in nominal_runs(text, phrases)]
    end = next((end for start, end in spans if start <= at < end), at)
    of = text.find(phrases.of, at, end) if not isinstance(phrases, Grammar) else -1
    return of if of >= 0 else end
