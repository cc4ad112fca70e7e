"""Quotes of an evidence file held against the documents in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from corpus.errors import UnreadableFileError
from corpus.files import corpus_files, file_digest, read_file
from corpus.letters import letters
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.ocr.recogniser_process import installed
from language.messages import Message
from language.spans import Span
from qa.evidence.pinned import Pinned, digest

# The document has its bytes, and the quote its place; it has them and its text, and the quote
# stands elsewhere; it has them, and this program reads another text in them; it has others.  In
# all three cases: does the quote stand in it?  It cannot be read; there is none.
Verdict = Literal[
    "holds",
    "altered",
    "altered_lacks",
    "reread",
    "reread_lacks",
    "changed",
    "changed_lacks",
    "unread",
    "missing",
]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What became of a quote."""

    pinned: Pinned
    verdict: Verdict
    document: str = ""  # where its document is now, relative to the folder
    stands: Span | None = None  # where the quote stands in it now
    problem: Message | None = None  # why it could not be read

    @property
    def holds(self) -> bool:
        """Whether all is as the evidence says."""
        return self.verdict == "holds"

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        cited = self.pinned.citation
        return {
            "verdict": self.verdict,
            "holds": self.holds,
            "quote": cited.quote,
            "document": cited.document,
            "sha256": cited.sha256,
            "document_now": self.document or None,
            "start": self.stands[0] if self.stands else None,
            "end": self.stands[1] if self.stands else None,
            "problem": self.problem.told("en") if self.problem else None,
        }


Reader = Callable[[str], str]  # gives the source text of a file; raises UnreadableFileError


def replay(pins: Sequence[Pinned], folder: Path, limits: Limits) -> list[Replayed]:
    """Return for each quote whether it holds in the documents in *folder*.

    A document is known by its digest, whatever it is called now; where no file has it, the one at
    its path is looked at.

    Raises:
        CorpusError: If *folder* cannot be read.
    """
    paths = corpus_files(folder, limits)
    wanted = {pinned.citation.sha256: pinned.citation.document for pinned in pins}
    places = _by_digest(wanted, paths, lambda path: file_digest(folder, path, limits))
    with Loaders(limits) as loaders, installed(limits) as recogniser:
        texts: dict[str, str | UnreadableFileError] = {}

        def text(path: str) -> str:
            if path not in texts:
                try:
                    texts[path] = read_file(folder, path, loaders, recogniser).source
                except UnreadableFileError as error:
                    texts[path] = error
            kept = texts[path]
            if isinstance(kept, UnreadableFileError):
                raise kept
            return kept

        there = frozenset(paths)
        return [_replayed(pinned, places, there, text) for pinned in pins]


def _by_digest(
    wanted: dict[str, str], paths: Sequence[str], digest_of: Callable[[str], str]
) -> dict[str, str]:
    """Return where the files of the digests *wanted* are; the paths that were told come first."""
    told = set(wanted.values())
    places: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: path not in told):
        if len(places) == len(wanted):
            break
        for sha256 in _digests(path, digest_of):
            if sha256 in wanted:
                places.setdefault(sha256, path)
    return places


def _digests(path: str, digest_of: Callable[[str], str]) -> Iterator[str]:
    try:
        yield digest_of(path)
    except UnreadableFileError:
        return


def _replayed(
    pinned: Pinned, places: dict[str, str], there: frozenset[str], text: Reader
) -> Replayed:
    cited = pinned.citation
    same = cited.sha256 in places
    path = places.get(cited.sha256, cited.document)
    if not same and path not in there:
        return Replayed(pinned, "missing")
    try:
        source = text(path)
    except UnreadableFileError as error:
        return Replayed(pinned, "unread", path, problem=error.message)
    if same and is_there(pinned, source):
        return Replayed(pinned, "holds", path, pinned.span)
    stands = standing(pinned, source)
    return Replayed(pinned, _verdict(pinned, source, same, stands is None), path, stands)


def _verdict(pinned: Pinned, source: str, same: bool, lacks: bool) -> Verdict:
    if not same:
        return "changed_lacks" if lacks else "changed"
    if digest(source) == pinned.source_sha256:  # its text is the same too
        return "altered_lacks" if lacks else "altered"
    return "reread_lacks" if lacks else "reread"


def is_there(pinned: Pinned, source: str) -> bool:
    """Tell whether the quote stands at its offsets in *source*."""
    start, end = pinned.span
    return source[start:end] == pinned.citation.quote


def standing(pinned: Pinned, source: str) -> Span | None:
    """Return where the quote stands in *source*, nearest to its old place, set as it may be.

    White space, line ends, hyphens at them and the script of Chinese may be others.
    """
    start, quote = pinned.span[0], pinned.citation.quote
    if is_there(pinned, source):
        return pinned.span
    places = [source.rfind(quote, 0, start + len(quote)), source.find(quote, start)]
    exact = [place for place in places if place >= 0]
    if exact:
        nearest = min(exact, key=lambda place: abs(place - start))
        return nearest, nearest + len(quote)
    wanted, view = letters(quote).text, letters(source)
    at = view.text.find(wanted) if wanted else -1
    return view.source_span(at, at + len(wanted)) if at >= 0 else None
