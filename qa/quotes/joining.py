"""What a quote leaves out between its pieces, and whether it joins different sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import regex

from corpus.documents import Document
from language.sentences import sentence_spans
from language.spans import Span
from qa.quotes.verdict import LeftOut

# A line so long was wrapped by whoever set the text: its end ends no sentence.
WRAPPED = regex.compile(r"(?<=[^\n]{60})(?<![.!?。！？:：])\n(?=\p{Ll}|\p{Han})")


def left_out(document: Document, pieces: Sequence[Span]) -> Iterator[LeftOut]:
    """Yield what stands in *document* between *pieces* of a quote, in order."""
    first, last = pieces[0][0], pieces[-1][1]
    text = WRAPPED.sub(" ", document.source[first:last])
    starts = [first + start for start, _ in sentence_spans(text, document.language)]
    starts += [record.start for record in document.records if first < record.start < last]
    starts.sort()
    for (_, end), (start, _) in pairwise(pieces):
        of_two = bisect_right(starts, max(first, end - 1)) != bisect_right(starts, start)
        yield LeftOut(end, start, document.source[end:start], of_two)
