"""What a stretch of a document says of a statement: meaning, words, names and values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.passage_index import Hit
from language.bounds import unbounded
from language.poles import goes_on
from language.spans import Span, overlap
from language.tags import family
from language.values.stated import stated
from language.values.value import Date, DateRange
from qa.checks.called import present
from qa.checks.claim import Claim
from qa.checks.comparing import Compared, Difference, compared
from qa.checks.draft import Statement
from qa.checks.exchanged import opposed, other_name, other_word
from qa.checks.placed import Misplaced, misplaced, mixed, rightly
from qa.checks.polarity import Stand, stand
from qa.checks.predicates import unsaid
from qa.checks.roles import held as holding
from qa.checks.roles import of_another
from qa.checks.rows import Told, told
from qa.checks.turned import turned
from qa.naming import missing
from qa.reading.judge import Situation
from qa.reading.sentences import situation

# Where one of two sentences has so much of a statement by itself, the other does not complete it:
# it says the same with another name or word.
SAYS_IT = 0.75


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """One or two sentences of a passage, and what they say of a claim."""

    hit: Hit
    span: Span  # in the passage's reading view
    which: Situation
    share: float  # of the claim's words
    names: tuple[bool | None, ...]  # whether each name is there; None where that is not known
    compared: Compared
    stand: Stand  # by what denies, and by what lies at two ends
    opposing: float  # the share of the claim's words but for that of which it has the opposite
    subject: bool  # whether it has the word that tells most of what the claim is about
    begun: bool  # whether it has the first word of the claim that is no name
    held: bool | Difference | None  # whether the role of the claim is that name's, or another's
    tied: bool  # whether what it says is said of the names of the claim
    unmatched: tuple[str, ...]  # words of the claim that it lacks, in one language
    alone: float  # of two sentences, the larger share that one of them has
    at_odds: bool  # whether one of two sentences has another value or name in a place of the claim
    otherwise: bool  # whether it has another word in a place of the claim, or what denies one
    renamed: Difference | None  # the one name that is another, all else as the claim has it
    besides: float  # the share of the claim's words without that name
    row: Told | None  # what a row of a table says
    misplaced: Misplaced | None = None  # what it has of another thing, and of this one
    unsaid: bool = False  # whether it lacks what the claim says of its subject
    cosine: float = 0.0  # of the nearest of its sentences to the statement

    @property
    def text(self) -> str:
        """Its words in reading view."""
        return self.hit.record.passage.text[slice(*self.span)]

    @property
    def language(self) -> str:
        """The language of its passage."""
        return self.hit.record.passage.language

    @property
    def sentences(self) -> int:
        """How many sentences it is."""
        spans = self.hit.record.passage.sentences
        return sum(self.span[0] <= start and end <= self.span[1] for start, end in spans)

    @property
    def agrees(self) -> bool:
        """Whether it has all of the statement's values, and has any, said of the same."""
        return bool(self.compared.values) and self.compared.borne_out and not self.misplaced

    @property
    def shared(self) -> int:
        """How much its values that agree tell, in one language with its names; 0 without values."""
        values = self.compared.shared
        return values + self.names.count(True) if values and self.which == "same" else values

    @property
    def completed(self) -> bool:
        """Whether one of two sentences says nearly all, so that the other may speak of another."""
        return self.alone >= SAYS_IT

    @property
    def differing(self) -> tuple[Difference, ...]:
        """What it says in another way, by values, names or cells."""
        if self.row:
            return (self.row.difference,) if self.row.difference else ()
        if self.stand.kind == "opposed":
            return (self.stand.difference,) if self.stand.difference else ()
        if self.misplaced:
            return (self.misplaced.difference,)
        if isinstance(self.held, Difference):
            return (self.held,)
        return self.compared.differing or ((self.renamed,) if self.renamed else ())

    @property
    def names_stand(self) -> bool:
        """Whether no name is known to be missing."""
        return False not in self.names

    @property
    def denies(self) -> bool:
        """Whether it says by other means than a value that the claim is not so."""
        return self.stand.kind == "opposed" or isinstance(self.held, Difference)

    @property
    def goes_on(self) -> bool:
        """Whether the last of its sentences begins with what stands for what was named before."""
        return goes_on(self._last, self.language)

    @property
    def refers_back(self) -> bool:
        """Whether the last of its sentences has what stands for something that was named before."""
        return goes_on(self._last, self.language, anywhere=True)

    @property
    def _last(self) -> str:
        passage = self.hit.record.passage
        span = [span for span in passage.sentences if span[1] <= self.span[1]][-1]
        return passage.text[slice(*span)]

    @property
    def dated(self) -> bool:
        """Whether the clause that speaks of the matter has a date that the statement has not."""
        values = stated(self.text, self.language)
        return not self.compared.values and any(
            isinstance(each.value, Date | DateRange) and overlap(each.span, self.stand.clause)
            for each in values
        )

    @property
    def promise(self) -> float:
        """How much it is worth to be looked at closely, without its meaning."""
        values = self.compared.values
        open_values = len(self.compared.open) / values if values else 0.0
        missing = self.names.count(False) / len(self.names) if self.names else 0.0
        return self.share - 0.3 * open_values - 0.3 * missing + 0.5 * self.hit.cosine

    def near(self, cosine: float) -> Evidence:
        """Return the same with what its meaning has in common with the statement's."""
        return replace(self, cosine=cosine)


def evidence(claim: Claim, hit: Hit, span: Span) -> Evidence:
    """Return what *span* of a passage says of *claim*, but for its meaning.

    Words and names may stand in the title that the passage is under, or be its author's, values may
    not.
    """
    passage, ours = hit.record.passage, claim.statement
    text, of = passage.text[slice(*span)], passage.language
    pieces = [
        (each[0] - span[0], passage.text[slice(*each)])
        for each in passage.sentences
        if span[0] <= each[0] and each[1] <= span[1]
    ]
    titled = f"{text} {passage.title} {passage.author}"
    own = ours.text, ours.language
    one_language = family(of) == family(ours.language)
    renamed = None if len(pieces) > 1 else other_name(*own, text, of)
    lacks = claim.unmatched(titled, of) if one_language else []
    stands = stand(own, pieces, of, lambda piece: claim.share(piece, of))
    share = claim.share(titled, of)
    held = holding(claim.role, text, of) if one_language and claim.role else None
    other = held if isinstance(held, Difference) else renamed
    return Evidence(
        hit,
        span,
        situation(ours.language, of),
        share,
        present(*own, titled, of),
        compared(
            *(ours.text, ours.language, text, of, f"{passage.date} {passage.title}"),
            before=passage.text[: span[0]],
        ),
        stands,
        claim.share(titled, of, stands.besides) if stands.besides else share,
        claim.has_subject(titled, of, stands.besides),
        claim.opens_with(titled, of),
        held,
        _tied(claim, [piece for _, piece in pieces], of, held),
        tuple(word.written for word in lacks),
        max((claim.share(each, of) for _, each in pieces), default=0.0) if len(pieces) > 1 else 0.0,
        len(pieces) > 1 and any(_at_odds(ours, each, of) for _, each in pieces),
        (one_language and any(_other_word(own, each, of, renamed) for _, each in pieces))
        or opposed(lacks if one_language else list(claim.words), ours.language, text, of),
        renamed,
        claim.share(titled, of, other.draft) if other else 0.0,
        told(ours.text, ours.language, passage, span) if len(pieces) == 1 else None,
    )


def _other_word(own: tuple[str, str], text: str, of: str, renamed: Difference | None) -> bool:
    """Tell whether a claim has another word than *text*, but for what makes bounds of values."""
    return other_word(unbounded(*own), own[1], unbounded(text, of), renamed)


def placed(claim: Claim, evidence: Evidence) -> Evidence:
    """Return evidence with whether it has the values and names of *claim* of the same things.

    Apart from all else, for the few stretches that promise most: it takes longer than the rest.
    """
    ours, passage = claim.statement, evidence.hit.record.passage
    if family(passage.language) != family(ours.language):
        return evidence
    start, end = evidence.span
    own, text, of = (ours.text, ours.language), evidence.text, passage.language
    pieces = [
        (each[0] - start, passage.text[slice(*each)])
        for each in passage.sentences
        if start <= each[0] and each[1] <= end
    ]
    if evidence.compared.differing and (right := rightly(own[0], text, of)):
        dated, before = f"{passage.date} {passage.title}", passage.text[:start]
        again = compared(*own, text, of, dated, before=before, rightly=right)
        evidence = replace(evidence, compared=again)
    return replace(
        evidence,
        misplaced=_misplaced(own[0], pieces, text, of),
        unsaid=mixed(own[0], text, of)
        or turned(own[0], text, of)
        or unsaid(own[0], [piece for _, piece in pieces], of, evidence.unmatched),
    )


def _misplaced(
    statement: str, pieces: Sequence[tuple[int, str]], text: str, of: str
) -> Misplaced | None:
    """Return what a sentence has of another thing; or else what both together have."""
    for start, piece in pieces:
        if other := misplaced(statement, piece, of):
            return other.behind(start)
    return misplaced(statement, text, of) if len(pieces) > 1 else None


def _tied(claim: Claim, pieces: Sequence[str], of: str, held: bool | Difference | None) -> bool:
    """Tell whether the sentence that says most says it of the names of a claim.

    Not where a name stands in the other sentence only, and this one names somebody else; a role is
    held by whom it is given to.
    """
    ours = claim.statement.text, claim.statement.language
    if claim.role and claim.role.outright and held is not True:
        if family(of) != family(ours[1]):
            there = present(*ours, " ".join(pieces), of)
            return bool(there) and all(there)
        return len(pieces) == 1 and not missing(pieces[0], of, *ours)
    if of_another(ours[0], " ".join(pieces)):
        return False
    if len(pieces) == 1:
        return True
    names = " ".join(ours[0][slice(*span)] for span in missing(*ours, "", ours[1]))
    main = max(pieces, key=lambda piece: claim.share(piece, of, names))
    if not missing(*ours, main, of) or goes_on(main, of):
        return True
    return not missing(main, of, *ours)


def _at_odds(claim: Statement, text: str, of: str) -> bool:
    """Tell whether *text* has a value or a name that is not the claim's where it lacks one."""
    ours = claim.text, claim.language
    if compared(*ours, text, of).differing:
        return True
    return bool(missing(*ours, text, of) and missing(text, of, *ours))
