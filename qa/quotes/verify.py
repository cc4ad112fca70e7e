"""Whether a quote stands in the documents: to the letter, as it is set there, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import regex

from corpus.errors import CitedQAError
from corpus.letters import letters, letters_as_written
from corpus.view import View
from index.letter_index import LONG, Found
from index.passage_index import Filter
from qa.quotes.apart import apart, reordered
from qa.quotes.matching import match_at, near_match, pieces_at
from qa.quotes.verdict import Match, Verdict
from qa.standing import Opened, Texts, in_paths, passes, standing

LONGEST_QUOTE = 20_000  # characters
# Places that are looked at, and that are listed.
LOOKED_AT, LISTED = 2_000, 50
NEAR = 3
# What stands for words that were left out, with what brackets it; what only says that it stands so.
LEFT_OUT = regex.compile(
    r"\s*(?:[\[(（【［〔]\s*(?:\.{3,6}|…{1,2}|[上中下]?略|[节節]略|snip|sic\s?!?|原文如此)\s*[\])）】］〕]"
    r"|…{1,2}|\.{3,6})\s*"
)
MARKS = "\"'“”„‟«»「」『』‘’‚‹›＂＇"


class QuoteError(CitedQAError):
    """The quote cannot be looked for as it is."""

    short = "error_quote"


def verify_quote(
    texts: Texts,
    quote: str,
    among: Filter | None = None,
    *,
    opened: Opened | None = None,
    like: bool = True,
) -> Verdict:
    """Return whether *quote* stands in the documents, and where.

    ``verified``: the source text has it to the letter.  ``repaired``: the source has its letters
    and marks in the same order, set in another way: with line wraps, hyphens, spaces, entities,
    pinyin, in the other script of Chinese, another width, other quotation marks or capitals, with
    another mark at an end; ``quote`` of a match is the source's own slice.  ``absent``: neither;
    ``near`` has what is most like it.  Of a quote with "…" each piece stands there, in order; it is
    told what was left out between them, and whether it joins different sentences.

    Args:
        texts: What is searched.
        quote: As somebody gives it.
        among: Which documents to look in; all if it is not given.
        opened: Documents of *texts* that are open already, where many quotes are looked for.
        like: Whether to look for what is like an absent quote.

    Raises:
        QuoteError: If there is no quote, or it is too long to be one.
    """
    if not quote.strip():
        raise QuoteError("quote_empty", limit=LONGEST_QUOTE)
    if len(quote) > LONGEST_QUOTE:
        raise QuoteError("quote_long", characters=len(quote), limit=LONGEST_QUOTE)
    return _Checking(texts, among, opened or Opened(texts), like).verdict(quote)


class _Checking:
    """One quote being looked for."""

    def __init__(self, texts: Texts, among: Filter | None, opened: Opened, like: bool) -> None:
        self._texts, self._among, self._opened, self._like_too = texts, among, opened, like
        # Where the letters stand and the marks between them are others.
        self._unlike: list[Match] = []

    def verdict(self, quote: str) -> Verdict:
        matches = sorted(
            self._found(quote), key=lambda each: (each.joins, each.status != "verified")
        )
        pieces = [] if matches or not self._like_too else self._apart(_bare(quote))
        near = pieces[:NEAR] or ([] if matches or not self._like_too else self._near(_bare(quote)))
        paths = [record.path for record in self._texts.documents()]
        return Verdict(
            quote=quote,
            status=matches[0].status if matches else "absent",  # type: ignore[arg-type]
            matches=tuple(matches[:LISTED]),
            near=tuple(near),
            more=len(matches) > LISTED,
            generation=self._texts.generation,
            documents=sum(in_paths(path, self._among) for path in paths),
            reordered=reordered(pieces),
        )

    def _apart(self, quote: str) -> list[Match]:
        """Return where the pieces or sentences of an absent quote stand, if all do."""
        cut = [piece for piece in LEFT_OUT.split(quote) if letters(piece).text]
        return apart(quote, self._whole, cut if len(cut) > 1 else ())

    def _found(self, quote: str) -> list[Match]:
        """Return where the quote stands as it is; else without its own marks, or in pieces."""
        for form in dict.fromkeys((quote, quote.strip(), _bare(quote))):
            if matches := self._whole(form):
                return matches
        cut = [(piece, letters(piece)) for piece in LEFT_OUT.split(_bare(quote))]
        pieces = [(piece, view) for piece, view in cut if view.text]
        if len(pieces) == 1 != len(cut):  # [sic] at an end
            return self._whole(pieces[0][0])
        return self._in_pieces(pieces) if len(pieces) > 1 else []

    def _whole(self, quote: str) -> list[Match]:
        view = letters(quote)
        if not view.text:
            return list(self._by_sight(quote))
        matches = self._standing(quote, view)
        written = None if matches else letters_as_written(quote)
        return matches if written is None else self._standing(quote, written)

    def _standing(self, quote: str, view: View) -> list[Match]:
        """Return each place where the letters of *quote* and its marks stand."""
        matches: dict[tuple[str, int], Match] = {}
        hits = list(islice(self._allowed(view.text), LOOKED_AT + 1))
        for hit in hits[:LOOKED_AT]:
            match = match_at(self._opened, quote, view, hit)
            if match is None or not passes(match.place, self._among):
                continue
            if match.status == "near":
                self._unlike.append(match)
            else:
                matches.setdefault((match.place.document, match.place.start), match)
            if len(matches) > LISTED and any(
                each.status == "verified" for each in matches.values()
            ):
                return list(matches.values())
        if len(hits) > LOOKED_AT and all(each.status != "verified" for each in matches.values()):
            exact = (each for each in self._by_sight(quote) if passes(each.place, self._among))
            matches |= {(each.place.document, each.place.start): each for each in exact}
        return list(matches.values())

    def _allowed(self, wanted: str) -> Iterator[Found]:
        for hit in self._texts.letters.find(wanted):
            if in_paths(hit.path, self._among):
                yield hit

    def _by_sight(self, quote: str) -> Iterator[Match]:
        """Yield where *quote* stands to the letter, once a document: by a look at each.

        For marks that are no letters, and for letters that are nearly everywhere.
        """
        for record in self._texts.documents():
            if in_paths(record.path, self._among):
                document = self._opened.document(record.path)
                at = document.source.find(quote) if document else -1
                if document and at >= 0:
                    yield Match(standing(document, (at, at + len(quote))), "verified")

    def _in_pieces(self, pieces: list[tuple[str, View]]) -> list[Match]:
        """Return where all pieces stand in order in one document, near each other."""
        longest = max(range(len(pieces)), key=lambda at: len(pieces[at][1].text))
        matches: dict[tuple[str, int], Match] = {}
        for hit in islice(self._allowed(pieces[longest][1].text), LOOKED_AT):
            match = pieces_at(self._opened, pieces, longest, hit)
            if match and passes(match.place, self._among):
                matches.setdefault((match.place.document, match.place.start), match)
        return list(matches.values())

    def _near(self, quote: str) -> list[Match]:
        """Return what is most like a quote that is nowhere, best first."""
        matches = list(self._unlike)  # of the whole quote, not of its sentences
        wanted = letters(quote).text
        # The places of a long one are told apart by all of its letters, and cost more to compare.
        count = 4 * NEAR if len(wanted) < LONG else NEAR + 1
        for hit in self._texts.letters.near(wanted, count):
            match = self._like(quote, len(wanted), hit)
            if match and passes(match.place, self._among):
                matches.append(match)
        matches.sort(key=lambda each: -each.share)
        distinct: dict[tuple[str, int], Match] = {}
        for match in matches:
            distinct.setdefault((match.place.document, match.place.start), match)
        return list(distinct.values())[:NEAR]

    def _like(self, quote: str, size: int, hit: Found) -> Match | None:
        slack = 12 + size // 4
        letters_there = self._opened.letters(hit, slack, size + slack)
        document = self._opened.document(hit.path)
        if letters_there is None or document is None:
            return None
        there, at = letters_there
        first = max(0, at - slack)
        if first >= len(there.text):
            return None
        around = there.source_span(first, min(len(there.text), at + size + slack))
        return near_match(document, quote, around)


def _bare(quote: str) -> str:
    """Return *quote* without white space and quotation marks around it."""
    text = quote.strip()
    while len(text) > 2 and text[0] in MARKS and text[-1] in MARKS:
        text = text[1:-1].strip()
    return text
