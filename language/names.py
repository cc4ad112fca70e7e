"""Where proper names stand in a sentence: by capitals, in Chinese by the dictionary's tags."""

from __future__ import annotations

import regex

from language.chinese import tagged_words
from language.tags import family
from language.terms import STOPWORDS

Span = tuple[int, int]

# A capital at the beginning of a sentence says nothing.
CAPITALS = regex.compile(
    r"(?<=[\p{L}\p{N},;:()«“\"'’–-]\s?)\p{Lu}(?:[\p{L}\p{M}'’-]+|\.)?"
    r"(?:\s(?:(?:of|the|de|du|des|la|le|van|von|der|al|bin|and|et)\s)*\p{Lu}(?:[\p{L}\p{M}'’-]+|\.)?)*"
)
# jieba's tags of persons, also in transcription, of places and of bodies.
TAGS = {"nr", "nrt", "nrfg", "ns", "nt"}


def name_spans(sentence: str, language: str) -> list[Span]:
    """Return the half-open spans of proper names in *sentence*, in order."""
    if family(language) != "zh":
        found = [match.span() for match in CAPITALS.finditer(sentence)]
        return [_begun(sentence, one, family(language)) for one in found[:1]] + found[1:]
    spans: list[Span] = []
    at = 0
    for word, tag in tagged_words(sentence):
        if tag in TAGS and len(word) > 1:
            spans.append((at, at + len(word)))
        at += len(word)
    return spans


def _begun(sentence: str, span: Span, language: str) -> Span:
    """Return the first name with the word that begins the sentence, if that belongs to it."""
    first = sentence[: span[0]].rstrip()
    alone = first[:1].isupper() and first.isalpha()
    return (0, span[1]) if alone and first.lower() not in STOPWORDS.get(language, ()) else span
