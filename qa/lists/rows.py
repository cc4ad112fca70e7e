"""Items that stand in a row inside a sentence: policy, trade and people; 政策、贸易和民心."""

from __future__ import annotations

import regex

from language.list_rules import ListRules
from language.spans import Span, stripped

# What parts the items, the surest first; a comma of Chinese parts clauses too.
SEPARATORS = tuple(map(regex.compile, (r"\s*[;；]\s*", r"\s*、\s*", r"\s*,\s+|,(?=\p{Han})", "，")))
CLAUSE_END = regex.compile(r"\s[-–—]\s|[.。!?！？](?:\s|$)|$")
LONGEST = 120  # characters of an item
FEWEST = 3  # items, where nothing but commas says that they are a list


def row(
    text: str, sentence: Span, answering: Span, rules: ListRules, count: int | None
) -> list[Span]:
    """Return the items of the row in a sentence that answers, or nothing.

    Args:
        text: Of a passage.
        sentence: Where in it the sentence stands.
        answering: The words that answer; empty where none do.
        rules: Of the passage's language.
        count: How many items are announced.
    """
    longest: list[Span] = []
    for region in _regions(text, sentence, answering, rules):
        for separator in SEPARATORS:
            spans = _cut(text, region, separator, rules)
            if len(spans) < 2 or any(end - start > LONGEST for start, end in spans):
                continue
            if len(spans) == count:
                return spans
            if not longest and len(spans) >= FEWEST and separator is not SEPARATORS[-1]:
                longest = spans
    return longest


def _regions(text: str, sentence: Span, answering: Span, rules: ListRules) -> list[Span]:
    """Return where the row may stand: the answering words, what follows words that lead to it."""
    leads = [match.end() for match in rules.leads.finditer(text, *sentence)]
    led = [(at, _clause_end(text, at, sentence[1])) for at in leads]
    if answering[0] == answering[1]:
        return led
    begins = max((at for at in leads if at <= answering[0]), default=answering[0])
    start = begins if _parted(text[begins : answering[0]]) else answering[0]
    # Of "five villages: A, B" what leads to the row is no part of its first item.
    inside = [at for at in leads if start < at < answering[1] and not _parted(text[start:at])]
    start = max(inside, default=start)
    goes_on = _goes_on(text, answering[1], rules)
    end = _clause_end(text, answering[1], sentence[1]) if goes_on else answering[1]
    # Words that answer and are no row were not meant to be one: "important questions".
    return [(start, end), *led] if _parted(text[slice(*answering)]) else [*led, (start, end)]


def _parted(text: str) -> bool:
    return any(separator.search(text) for separator in SEPARATORS)


def _goes_on(text: str, end: int, rules: ListRules) -> bool:
    """Tell whether the row goes on behind the answering words."""
    separator = any(one.match(text, end) for one in SEPARATORS[:3])
    return separator or rules.joins.match(text, end) is not None


def _clause_end(text: str, start: int, end: int) -> int:
    match = CLAUSE_END.search(text, start, end)
    return match.start() if match else end


def _cut(text: str, region: Span, separator: regex.Pattern[str], rules: ListRules) -> list[Span]:
    """Return the pieces of *region*, the last one cut at its "and"."""
    rest = rules.rest.search(text, *region)
    end = rest.start() if rest and rest.start() > region[0] else region[1]
    pieces = []
    start = region[0]
    for match in separator.finditer(text, region[0], end):
        pieces.append((start, match.start()))
        start = match.end()
    if not pieces:
        return []
    led = regex.compile(rf"(?:{rules.joins.pattern.strip()})", regex.I).match(text, start - 1, end)
    if led and led.end() > start:
        start = led.end()  # trade, finance, *and* people
        pieces.append((start, end))
    else:
        joints = list(rules.joins.finditer(text, start, end))
        inner = joints[-1].span() if joints and start < joints[-1].start() else (end, end)
        pieces += [(start, inner[0]), (inner[1], end)]
    spans = [stripped(text, piece) for piece in pieces if piece[0] < piece[1]]
    return [span for span in spans if regex.search(r"[\p{L}\p{N}]", text[slice(*span)])]
