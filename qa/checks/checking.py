"""Checks a draft against the documents, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from index.passage_index import Filter, PassageIndex
from language.chinese import to_simplified
from language.denials import denials
from language.instructing import beside_instructions
from language.tags import family
from language.values.stated import stated
from qa.answers import Place
from qa.checks.comparing import Difference, tidied
from qa.checks.deciding import NEAREST, contrary, findings, worth_showing
from qa.checks.draft import Statement, statements
from qa.checks.quotations import long_enough, quotations
from qa.checks.rated import Evidence
from qa.checks.report import Checked, Contrary, Quotation, Report, Source
from qa.checks.searching import Searching
from qa.citing import Citer
from qa.quotes.verdict import Match, Verdict
from qa.quotes.verify import verify_quote
from qa.reading.candidates import Candidate
from qa.reading.judge import Thresholds
from qa.reading.sentences import SentenceRanker
from qa.standing import Opened, Texts, in_paths, standing

# What belongs to a sentence stands so near, in characters, before a mark that ends one.
BESIDE = 200
HAN = regex.compile(r"\p{Han}")
ENDS = regex.compile(r"[.!?。！？\n]")
NO_LIMITS = Thresholds(0, 0)  # of a candidate that is decided on already


class Checker:
    """Checks drafts against one open index; holds nothing of them."""

    def __init__(
        self, index: PassageIndex, ranker: SentenceRanker, families: Sequence[str]
    ) -> None:
        self._index = index
        self._searching = Searching(index, ranker, families)

    def report(self, texts: Texts, draft: str, among: Filter | None = None) -> Report:
        """Return what the documents say of each sentence of *draft*.

        Args:
            texts: The same generation, to be searched word for word.
            draft: In any language that the embedder knows, or several.
            among: Which documents to ask; all if it is not given.

        Raises:
            DraftError: If there is nothing to check, or too much.
        """
        listing = statements(draft)
        word_for_word = _WordForWord(texts, among, Opened(texts))
        checked = [word_for_word.checked(each) for each in listing]
        asked = [
            known is None or bool(stated(each.text, each.language))
            for each, known in zip(listing, checked, strict=True)
        ]  # of what stands word for word, what has a value: others may have another
        rest = [each for each, wanted in zip(listing, asked, strict=True) if wanted]
        evidence = iter(self._searching.evidence(rest, among))
        judged = [
            self._judged(each, next(evidence) if wanted else (), among, known)
            for each, known, wanted in zip(listing, checked, asked, strict=True)
        ]
        quoted = [word_for_word.quotation(*each) for each in quotations(draft)]
        documents = sum(in_paths(each.path, among) for each in texts.documents())
        every = tuple(_with_quotations(each, quoted) for each in judged)
        return Report(every, documents, texts.generation)

    def _judged(
        self,
        statement: Statement,
        rated: Sequence[Evidence],
        among: Filter | None,
        known: Checked | None,
    ) -> Checked:
        """Return what the evidence *rated* for a statement makes of it, if it is not *known*."""
        citer = Citer(self._index, statement.language, among)
        checked = known or self._found(statement, rated, citer)
        if checked.verdict not in ("quoted", "supported") or not checked.source:
            return checked
        own = {checked.source.place.document, *(e.document for e in checked.source.also_in)}
        others = [each for each in contrary(rated) if each.hit.record.document.path not in own]
        pairs = [(self._source(each, citer), tidied(each.differing)) for each in others]
        return replace(
            checked,
            contrary=tuple(
                Contrary(source, by) for source, by in pairs if source and not source.instructs
            ),
        )

    def _found(self, statement: Statement, rated: Sequence[Evidence], citer: Citer) -> Checked:
        """Return what the evidence *rated* for a statement makes of it."""
        nothing = Checked(statement.text, statement.span, statement.language, "nothing")
        for verdict, each in findings(rated):
            source = self._source(each, citer)
            if source and not source.instructs:
                return replace(
                    nothing,
                    verdict=verdict,
                    source=source,
                    differences=tidied(each.differing) if verdict == "contradicted" else (),
                    unmatched=each.unmatched if verdict == "supported" else (),
                )
        nearest = max(rated, key=worth_showing, default=None)
        if nearest is None or nearest.cosine < NEAREST:
            return nothing
        return replace(nothing, nearest=self._source(nearest, citer))

    def _source(self, evidence: Evidence, citer: Citer) -> Source | None:
        """Return what *evidence* quotes, or None if its source does not bear it out."""
        begin = evidence.span[0]
        differing = [each.span for each in evidence.differing if each.span]
        words = differing[0] if differing else (0, 0)
        candidate = Candidate(
            evidence.hit,
            evidence.span,
            (begin + words[0], begin + words[1]),
            max(evidence.cosine, 0.0),
            NO_LIMITS,
        )
        for _, citation in citer.cited([candidate], 1):
            document = self._index.source(citation.document)
            if document:
                place = standing(document, (citation.start, citation.end))
                told = beside_instructions(document.source, (citation.start, citation.end))
                return Source(place, citation.text, citation.highlight, citation.also_in, told)
        return None


@dataclass(frozen=True, slots=True)
class _WordForWord:
    """Looks for sentences and quotations as they are."""

    texts: Texts
    among: Filter | None
    opened: Opened

    def checked(self, statement: Statement) -> Checked | None:
        """Return a statement that the documents have word for word; None where they do not."""
        if not long_enough(statement.text):
            return None
        verdict = verify_quote(
            self.texts, statement.text, self.among, opened=self.opened, like=False
        )
        outright = [each for each in verdict.matches if self._outright(each, statement)]
        if not outright:
            return None
        # To the letter comes before another setting, and that before another script; what tells a
        # program what to say comes last.
        outright.sort(
            key=lambda each: (self._instructs(each), _converted(statement.text, each.place.quote))
        )
        converted = _converted(statement.text, outright[0].place.quote)
        given = statement.text, statement.span, statement.language
        return Checked(*given, "quoted", self._source(outright), other_script=converted)

    def _source(self, matches: Sequence[Match]) -> Source:
        """Return the first place of a quote, with the others."""
        first, *rest = [each.place for each in matches]
        also = tuple(Place(each.document, each.start, each.end) for each in rest)
        return Source(first, first.quote, None, also, self._instructs(matches[0]))

    def _instructs(self, match: Match) -> bool:
        """Tell whether the text around a place tells a program what to say."""
        place, document = match.place, self.opened.document(match.place.document)
        return document is not None and beside_instructions(
            document.source, (place.start, place.end)
        )

    def _outright(self, match: Match, statement: Statement) -> bool:
        """Tell whether no words around a place, in its sentence, deny what stands there."""
        place, document = match.place, self.opened.document(match.place.document)
        if document is None:
            return False
        before = ENDS.split(document.source[max(0, place.start - BESIDE) : place.start])[-1]
        after = ENDS.split(document.source[place.end : place.end + BESIDE])[0]
        ended = bool(ENDS.search(place.quote[-1:]))
        around = before + ("" if ended else after)
        return not denials(around, statement.language)

    def quotation(self, text: str, span: tuple[int, int]) -> Quotation:
        """Return what became of a quotation of the draft."""
        verdict: Verdict = verify_quote(self.texts, text, self.among, opened=self.opened)
        matches = verdict.matches or verdict.near
        return Quotation(text, span, verdict.status, matches[0] if matches else None)


def _converted(text: str, quote: str) -> bool:
    """Tell whether *quote* is the same as *text* in the other script of Chinese only."""
    ours, theirs = ("".join(HAN.findall(each)) for each in (text, quote))
    return ours != theirs and to_simplified(ours) == to_simplified(theirs)


def _with_quotations(checked: Checked, quoted: Sequence[Quotation]) -> Checked:
    """Return a sentence with what it quotes; one that misquotes is not supported."""
    start, end = checked.span
    own = tuple(each for each in quoted if start <= each.span[0] < end)
    checked = replace(checked, quotations=own)
    absent = [each for each in own if each.status == "absent"]
    if not absent or checked.verdict != "supported":
        return checked
    source = checked.source
    if source and family(source.place.language) != family(checked.language):
        return checked  # a quote that was translated stands nowhere to the letter
    near = next((each.match for each in absent if each.match), None)
    if near is None:
        nearest = replace(checked, verdict="nothing", source=None, nearest=source)
        return replace(nearest, differences=(), unmatched=())
    differing = tidied(
        [Difference(piece.quote, piece.document) for piece in near.difference if not piece.same]
    )
    shown = Source(near.place, near.place.quote)
    return replace(
        checked, verdict="contradicted", source=shown, differences=differing, unmatched=()
    )
