"""Sentence boundaries as offsets, in the languages that we read.

sentencex finds them; what it does not know about French abbreviations and about quotation marks
that a conversion turned into question marks is mended here.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex
import sentencex

from language.spans import Span, stripped

# A piece that ends so goes on: abbreviations, initials, and dots before a small letter.
ABBREVIATION = regex.compile(
    r"(?:^|[\s(«'’])(?:MM?|Mmes?|Mlles?|Mgr|Drs?|Prs?|Me|St|al|chap|éd|env|p|pp|s|t|vol|n[o°]|ex|cf|fig|\p{Lu})\.\s*$"
)
# "art. 5" of a law goes on; "l'art." alone is a word that may end a sentence.
ARTICLE = regex.compile(r"(?:^|[\s(«'’])art\.\s*$")
ITS_NUMBER = regex.compile(r"\d|[LRD]\.|Ier\b|[IVX]{2,}\b|[VX]\b")
SMALL_LETTER = regex.compile(r"\p{Ll}")
# « … » that became ? … ?: the closing one stands before a mark of its own.
BROKEN_QUOTE = regex.compile(r"\?[.,;]\s*$")
OPENED_QUOTE = regex.compile(r"\s\?\s*$")
# sentencex leaves these at the beginning of the next sentence.
CLOSING = regex.compile(r"[』】〉〗）]")
# sentencex sees a decimal point where a full stop of Chinese stands before a figure; and a
# headline in 【】 is a sentence of its own.
END = regex.compile(r"(?<=[。！？][\p{Pe}\p{Pf}”’]{0,4})(?=\d)|(?<=^[】〗]\s*)(?=[^\s】〗])")
# sentencex takes quadratic time on a long line of Chinese: it gets parts of whole sentences.
PART = regex.compile(r"(?s).{4000}[^。！？]*+[。！？]*+[\p{Pe}\p{Pf}”’]*+|.+")
# A Chinese sentence of several statements is quoted by the statement where it is long; so many
# characters make a sentence long, and a statement of its own.
CLAUSE_END = regex.compile(r"(?<=；)(?!\s*$)")
LONG_SENTENCE, SHORTEST_CLAUSE = 80, 15
# Where a sentence that is too long may be cut, best first.
CUTS = tuple(regex.compile(one) for one in (r"[；;]\s*", r"(?:[，：、]|[,:](?=\D))\s*", r"\s+"))


def sentence_spans(text: str, language: str, longest: int = 600) -> Iterator[Span]:
    """Yield the half-open spans of the sentences of *text*, without the space around them.

    A line feed always ends a sentence.  One that is longer than *longest* characters is cut at
    its last semicolon, comma or space before that, in this order.
    """
    at = 0
    for line in text.splitlines(keepends=True):
        for start, end in _line_spans(line, language):
            for piece in _short_pieces(line, start, end, longest):
                first, last = stripped(line, piece)
                if first < last:
                    yield at + first, at + last
        at += len(line)


def _line_spans(line: str, language: str) -> list[Span]:
    spans: list[Span] = []
    at = 0
    for piece in _pieces(line, language):
        if spans and _goes_on(line[slice(*spans[-1])], piece):
            spans[-1] = (spans[-1][0], at + len(piece))
        else:
            spans.append((at, at + len(piece)))
        at += len(piece)
    if at != len(line):
        # Not expected of the library; a line in one piece is better than wrong offsets.
        return [(0, len(line))]
    return spans


def _pieces(line: str, language: str) -> Iterator[str]:
    for part in PART.findall(line):
        for piece in sentencex.segment(language.partition("-")[0], part):
            for sentence in END.split(piece):
                yield from _clauses(sentence)


def _clauses(sentence: str) -> list[str]:
    clauses = CLAUSE_END.split(sentence) if len(sentence) > LONG_SENTENCE else [sentence]
    return clauses if min(map(len, clauses)) >= SHORTEST_CLAUSE else [sentence]


def _goes_on(piece: str, after: str) -> bool:
    if ABBREVIATION.search(piece) or CLOSING.match(after):
        return True
    if ARTICLE.search(piece) and ITS_NUMBER.match(after):
        return True
    if OPENED_QUOTE.search(piece) and BROKEN_QUOTE.search(after):
        return True
    return piece.rstrip().endswith((".", "…")) and bool(SMALL_LETTER.match(after))


def _short_pieces(line: str, start: int, end: int, longest: int) -> Iterator[Span]:
    while end - start > longest:
        cut = _last_cut(line, start, start + longest)
        yield start, cut
        start = cut
    yield start, end


def _last_cut(line: str, start: int, end: int) -> int:
    for cuts in CUTS:
        ends = [found.end() for found in cuts.finditer(line, start + (end - start) // 3, end)]
        if ends:
            return ends[-1]
    return end
