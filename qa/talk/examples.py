"""Questions to begin with, made from the titles in the documents; nothing is invented."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence

from corpus.errors import CitedQAError
from corpus.near_duplicates import essence
from index.passage_index import Outline
from language.chinese import HAN, in_script, script, to_simplified, words
from language.languages import LANGUAGES
from language.phrases import language_name, phrase, quotable
from language.tags import UNKNOWN, family
from language.terms import STOPWORDS
from qa.answers import Answer

log = logging.getLogger(__name__)

SHOWN = 4
# Titles that are tried; each costs a question.
TRIED = 10
LONGEST = 64  # characters of a title that reads well in a question


class Examples:
    """For each language of the program, questions that the documents answer.

    They are asked before they are shown: a question that is not answered, or with the title
    itself, is no example.  That happens once for each language, in the background.
    """

    def __init__(
        self, ask: Callable[[str], Answer], outlines: Callable[[], Sequence[Outline]]
    ) -> None:
        """Make examples.

        Args:
            ask: Answers a question with one citation.
            outlines: The documents that are asked.
        """
        self._ask, self._outlines = ask, outlines
        self._lock = threading.Lock()
        self._known: dict[str, list[str]] = {}

    def known(self, language: str) -> list[str]:
        """Return what has been found so far for *language*; the first call begins to look."""
        with self._lock:
            if language not in self._known:
                self._known[language] = []
                threading.Thread(target=self._look, args=(language,), daemon=True).start()
            return list(self._known[language])

    def at_once(
        self, language: str, count: int, asked: Sequence[Outline] | None = None
    ) -> list[str]:
        """Return at most *count* without asking anything: what is known, and summaries.

        A summary of a document can be had in any case.

        Args:
            language: BCP 47.
            count: The most.
            asked: The documents that are asked, of which alone titles are told; by default all.
        """
        outlines = self._outlines() if asked is None else asked
        with self._lock:
            known = list(self._known.get(language, ()))
        if len(outlines) < len(self._outlines()):
            told = {_of_title(each.title, language) for one in outlines for each in one.records}
            known = [question for question in known if question in told]
        held = [(outline.title, outline.language) for outline in outlines]
        of = [_named(title, language) for title in titles(held, language)]
        summaries = [phrase("suggested_overview", language, title=title) for title in of]
        own = self._own(language, outlines)
        if own:  # rather than titles that the user may not read
            summaries = [one for one in own if one not in known]
        return [*known[: count - 1], *summaries[:1], *known[count - 1 :], *summaries[1:]][:count]

    def to_begin(self, language: str) -> list[str]:
        """Return questions for a page that just opened, at once; others are looked for meanwhile.

        Those of titles first, then a summary of what is in each language, and the list.
        """
        self.known(language)
        tags = sorted({tag for outline in self._outlines() for tag in outline.languages})
        tags.sort(key=lambda tag: not _alike(tag, language))
        spoken = [tag for tag in tags if any(_alike(tag, each) for each in LANGUAGES)]
        rest = [
            phrase("suggested_in", language, language=language_name(tag, language))
            for tag in spoken
        ]
        own = self._own(language, self._outlines())
        begin = [*self.at_once(language, SHOWN), *own]
        rest = [] if own and len(spoken) == 1 else rest
        whole = [*begin, *(rest if len(rest) > 1 else ()), phrase("suggested_list", language)]
        return list(dict.fromkeys(whole))[:SHOWN]

    @staticmethod
    def _own(language: str, outlines: Sequence[Outline]) -> list[str]:
        """Return the overview of what is in *language*, where no title in it reads well."""
        spoken = any(_alike(tag, language) for one in outlines for tag in one.languages)
        held = [(one.title, one.language) for one in outlines]
        titled = any(_alike(tag, language) for _, tag in _usable(held))
        return [phrase("suggested_own", language)] if spoken and not titled else []

    def _look(self, language: str) -> None:
        try:
            for question in self._answered(language):
                with self._lock:
                    self._known[language].append(question)
        except CitedQAError as error:
            log.warning("no examples: %s", error)
        except ReferenceError:  # nobody asks this engine any more
            log.debug("no examples: another generation is asked")

    def _answered(self, language: str) -> Iterator[str]:
        count = 0
        held = [(each.title, each.language) for one in self._outlines() for each in one.records]
        own = self._own(language, self._outlines())
        if own:
            held = [each for each in _usable(held) if _alike(each[1], language)]
        for title in titles(held, language)[:TRIED]:
            question = _of_title(title, language)
            answer = self._ask(question)
            if answer.answered and essence(answer.answer or "") != essence(title):
                count += 1
                yield question
            if count == SHOWN:
                return
        yield from own


def titles(known: Sequence[tuple[str, str]], language: str) -> list[str]:
    """Return titles that make a question: in *language*, in any only where none is.

    Args:
        known: Titles with their languages.
        language: BCP 47.
    """
    usable = _usable(known)
    own = [each for each in usable if _alike(each[1], language)]
    ordered = sorted(own or usable, key=lambda each: each[1] != language)
    return [title for title, _ in ordered]


def _usable(known: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the titles that read well, each with the language that it can be in itself."""
    return [
        (title, tag if bool(HAN.search(title)) == (family(tag) == "zh") else UNKNOWN)
        for title, tag in dict.fromkeys(known)
        if 0 < len(title) <= LONGEST
        and not title.endswith(("…", "。"))
        and "\n" not in title
        and not _cut(title, tag)
    ]


def _cut(title: str, tag: str) -> bool:
    """Tell whether a title ends with a word that something must follow: it was cut there."""
    last = words(to_simplified(title)) if family(tag) == "zh" else title.lower().split()
    return bool(last) and last[-1] in STOPWORDS.get(family(tag), ())


def _of_title(title: str, language: str) -> str:
    """Return the question of what a title names."""
    return phrase("suggested", language, title=_named(title, language))


def _named(title: str, language: str) -> str:
    """Return a title as its reader writes, as it may stand in a question."""
    written = script(title) if family(language) == "zh" else None
    own = in_script(title, language) if written and not language.endswith(written) else title
    return quotable(own, language)


def _alike(tag: str, language: str) -> bool:
    return family(tag) == family(language)
