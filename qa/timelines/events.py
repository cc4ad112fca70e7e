"""Which sentences of passages state a date, and which date each has in a timeline."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from corpus.post_headers import label
from corpus.view import OWN
from index.passage_index import PassageRecord
from language.instructing import within_instructions
from language.spans import Span, below_heading
from language.terms import term_set
from language.values.iso import iso, later
from language.values.named_years import in_a_name
from language.values.prepared import value_forms
from language.values.scan import values_in
from language.values.value import Century, Date, DateRange, Decade, Value
from qa.overviews.key_sentences import ENDS as ENDED
from qa.overviews.key_sentences import NO_STATEMENT, WIDEST, WORDY

# Terms of a sentence beside its dates: with fewer it is a caption, a byline or a page's foot.
FEWEST = 3
# What says when and by whom a text was published: all of it stands in brackets, or the date alone
# behind a label.
NOTE = regex.compile(r"\s*[\p{Ps}][^\p{Ps}\p{Pe}]*[\p{Pe}][\p{P}\s]*")
LABEL = regex.compile(r"[^:：]{0,40}[:：]\s*(?:\p{L}{2,10}\.?,\s*)?")  # a weekday
ENDS = regex.compile(r"\s*(?:$|\d{1,2}[:：]\d\d|[|·/—–-])")
# Without any of these a sentence has no date, and is not read for one.
NUMBERED = regex.compile(r"[\p{N}〇零一二三四五六七八九十]|\b[IVX]")
HAN = regex.compile(r"\p{Han}")
# The one in which one lives dates nothing.
LAST_CENTURY = 20
# Of 12/05/2024 the order is not clear, and 2024 alone says too little.
FIGURES_BEFORE = regex.compile(r"\d[/.]$")
# A post's author and date, as the fields of a record.
FIELDS, FEW = " · ", 2
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
    records: Iterable[PassageRecord],
    spans: Sequence[Span] | None = None,
    posts: Collection[str] = (),
) -> Iterator[DatedSentence]:
    """Yield the sentences of *records* that state something and a date.

    Each has the most exact of its dates, the first of those: "After the vow of 2013 it was opened
    on 14 May 2017" is of that day.  A day without its year takes the year of its record's date, if
    the record has one and the sentence names no other year; else it is left out.  Yesterday is the
    day before its record's.  What a post says without a date is of the day on which it was sent, as
    is what another record tells that came about, where its document has records of several dates.

    Args:
        records: Passages.
        spans: The sentences that are looked at; all of them if they are not given.
        posts: The paths of documents that have records of several dates.
    """
    for record in records:
        for span in record.passage.sentences if spans is None else spans:
            sentence = _dated(record, below_heading(record.passage.text, span), posts)
            if sentence:
                yield sentence


def _dated(record: PassageRecord, span: Span, posts: Collection[str]) -> DatedSentence | None:
    """Return the sentence at *span* of a passage if it states something and a date."""
    passage = record.passage
    text = passage.text[slice(*span)]
    sent = passage.date if passage.author else ""
    if (sent and label(text)) or within_instructions(passage.text, span):
        return None  # of a mail's head; what a program is told to say did not happen
    dates = _dates(text, passage.language) if NUMBERED.search(text) else []
    told = _most_exact(dates, passage.date) or _relative(text, passage.language, passage.date)
    whole = (0, len(text))
    if not told and (sent or (not dates and _tells(record, text, posts))):
        told = whole, passage.date
    if not told or not _states(own_text(record, span), dates, passage.language):
        return None
    (start, end), date = told
    if (start, end) != whole and _is_head(text, date, passage.date):
        return None
    return DatedSentence(record, span, (span[0] + start, span[0] + end), date)


def _is_head(text: str, date: str, of_record: str) -> bool:
    """Tell whether a text is when and by whom its record was written, and nothing else."""
    fields = text.split(FIELDS)
    return date == of_record and 1 < len(fields) <= FEW and not ENDED.search(text)


def own_text(record: PassageRecord, span: Span) -> str:
    """Return a sentence without the columns' names that a row of a table shows; as long."""
    view = record.passage.view
    text = view.text[slice(*span)]
    if view.origins is None:
        return text
    kept = (view.borrowed == OWN).tolist()[slice(*span)]
    return "".join(sign if own else " " for sign, own in zip(text, kept, strict=True))


def _relative(text: str, language: str, of_record: str) -> tuple[Span, str] | None:
    """Return the day that *text* tells from that of its record: yesterday."""
    forms = value_forms(language)
    if not forms or len(of_record) < len("2024-01-01"):
        return None
    for pattern, days in forms.dates.relative.items():
        if match := regex.search(pattern, text, regex.IGNORECASE):
            return match.span(), later(of_record, days)
    return None


def _tells(record: PassageRecord, text: str, posts: Collection[str]) -> bool:
    """Tell whether a sentence of a record with a date says that something came about."""
    forms = value_forms(record.passage.language)
    if not forms or record.document.path not in posts or not record.passage.date:
        return False
    return regex.search(forms.dates.happened, text, regex.IGNORECASE) is not None


def _dates(text: str, language: str) -> list[Stated]:
    """Return the dates in *text*, without the years that are part of a name."""
    return [
        (span, value)
        for span, value in values_in(text, language)
        if isinstance(value, Date | DateRange | Decade | Century)
        and not in_a_name(text, span, value, language)
        and not (isinstance(value, Century) and value.number > LAST_CENTURY)
        and not FIGURES_BEFORE.search(text, 0, span[0])
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
    terms = term_set(beside, language)
    return wordy and len(terms) >= FEWEST and any(term.isalpha() for term in terms)


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
