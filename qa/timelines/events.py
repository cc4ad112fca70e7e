"""Which sentences of passages state a date, and which date each has in a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from corpus.post_headers import label
from index.passage_index import PassageRecord
from language.spans import Span
from language.terms import term_set
from language.values.iso import iso
from language.values.named_years import in_a_name
from language.values.scan import values_in
from language.values.value import Date, DateRange, Decade, Value
from qa.overviews.key_sentences import NO_STATEMENT, WIDEST, WORDY

# Terms of a sentence beside its dates: with fewer it is a caption, a byline or a page's foot.
FEWEST = 3
# What says when and by whom a text was published: all of it stands in brackets, or the date alone
# behind a label.
NOTE = regex.compile(r"\s*[\p{Ps}][^\p{Ps}\p{Pe}]*[\p{Pe}][\p{P}\s]*")
LABEL = regex.compile(r"[^:：]{0,40}[:：]\s*")
ENDS = regex.compile(r"\s*(?:$|\d{1,2}[:：]\d\d|[|·/—–-])")
# Without any of these a sentence has no date, and is not read for one.
NUMBERED = regex.compile(r"[\p{N}〇零一二三四五六七八九十]")
HAN = regex.compile(r"\p{Han}")
LETTERS = regex.compile(r"[\p{L}\p{N}]")

Stated = tuple[Span, Value]


@dataclass(frozen=True, slots=True, eq=False)
class DatedSentence:
    """A sentence of a passage with a date that it states."""

    record: PassageRecord
    span: Span  # in the passage's reading view
    words: Span  # that state the date, there too
    date: str  # ISO 8601, as far as it is told; see language/values/iso.py

    @property
    def exactness(self) -> int:
        """1 for a year, 2 for a month, 3 for a day."""
        return _exactness(self.date)

    @property
    def text(self) -> str:
        """The sentence in reading view."""
        return self.record.passage.text[slice(*self.span)]


def dated(
    records: Iterable[PassageRecord], spans: Sequence[Span] | None = None
) -> Iterator[DatedSentence]:
    """Yield the sentences of *records* that state something and a date.

    Each has the most exact of its dates, the first of those: "After the vow of 2013 it was opened
    on 14 May 2017" is of that day.  A day without its year takes the year of its record's date, if
    the record has one and the sentence names no other year; else it is left out, as are centuries.
    What a post says without a date is of the day on which it was sent.

    Args:
        records: Passages.
        spans: The sentences that are looked at; all of them if they are not given.
    """
    for record in records:
        for span in record.passage.sentences if spans is None else spans:
            sentence = _dated(record, span)
            if sentence:
                yield sentence


def _dated(record: PassageRecord, span: Span) -> DatedSentence | None:
    """Return the sentence at *span* of a passage if it states something and a date."""
    passage = record.passage
    text = passage.text[slice(*span)]
    sent = passage.date if passage.author else ""
    if sent and label(text):
        return None  # of a mail's head
    dates = _dates(text, passage.language) if NUMBERED.search(text) else []
    if not (dates or sent) or not _states(text, dates, passage.language):
        return None
    exact = _most_exact(dates, passage.date)
    if exact:
        (start, end), date = exact
        return DatedSentence(record, span, (span[0] + start, span[0] + end), date)
    return DatedSentence(record, span, span, sent) if sent else None


def _dates(text: str, language: str) -> list[Stated]:
    """Return the dates in *text*, without the years that are part of a name."""
    return [
        (span, value)
        for span, value in values_in(text, language)
        if isinstance(value, Date | DateRange | Decade)
        and not in_a_name(text, span, value, language)
    ]


def _states(text: str, dates: list[Stated], language: str) -> bool:
    """Tell whether *text* says something beside its *dates*."""
    if len(text) + len(HAN.findall(text)) > 2 * WIDEST or NO_STATEMENT.search(text):
        return False
    start, end = dates[0][0] if dates else (0, 0)
    if NOTE.fullmatch(text) or (
        dates and LABEL.fullmatch(text, 0, start) and ENDS.match(text, end)
    ):
        return False
    rest = list(text)
    for (start, end), _ in dates:
        rest[start:end] = " " * (end - start)
    beside = "".join(rest)
    letters = len(LETTERS.findall(text))
    wordy = letters >= WORDY * len("".join(text.split()))
    return wordy and len(term_set(beside, language)) >= FEWEST


def _most_exact(dates: list[Stated], of_record: str) -> tuple[Span, str] | None:
    """Return the most exact of *dates* as ISO 8601, the first of those, with its span."""
    named = any(_has_year(value) for _, value in dates)
    year = int(of_record[:4]) if of_record[:4].isdecimal() and not named else None
    written = [(span, date) for span, value in dates if (date := iso(value, year))]
    return max(written, key=lambda each: _exactness(each[1]), default=None)


def _has_year(value: Value) -> bool:
    if isinstance(value, DateRange):
        return value.first.year is not None
    return not isinstance(value, Date) or value.year is not None


def _exactness(date: str) -> int:
    return 1 + date.partition("/")[0].lstrip("-").count("-")
