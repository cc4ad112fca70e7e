"""What is no question to the documents: talk with the program, overviews, timelines, mentions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from index.passage_index import Filter, Hit, Outline, PassageIndex, Query
from language.phrases import listing, phrase, quoted
from language.talk_rules import Act
from language.talking import OF_PEOPLE, Said, open_period, target
from language.terms import question_terms
from language.values.iso import iso
from language.values.parsing import parse
from language.values.prepared import value_forms
from language.values.stated import stated, without_values
from qa import speakers
from qa.answers import Answer, AnswerKind, Citation, Event
from qa.citing import Citer
from qa.overviews import overview
from qa.overviews.meant import Meant, meant
from qa.places.naming import MissingNameError, mentions
from qa.places.sentences import sentences_naming
from qa.pronounced import in_latin
from qa.reading.candidates import unjudged
from qa.standing import Texts
from qa.statements import statements
from qa.talk import posts
from qa.talk.examples import Examples
from qa.talk.replies import counted, listed, reply
from qa.timelines import timeline

# An overview has so many sentences for each citation of an answer, and at most so many.
SENTENCES, MOST = 2, 8
OF_ALL = 12  # of many documents one each, so many at most
# So many sentences of places are cited for each citation of an answer, where they are distinct.
FIRST = 2
ENDS = ("first", "last")  # of a period
OF_DOCUMENTS = (Act.OVERVIEW, Act.TIMELINE, Act.CONTENTS)


def _period(topic: str, language: str) -> str:
    """Return the date or dates that *topic* is and nothing else, in ISO 8601; else nothing."""
    if not topic or not value_forms(language):
        return ""
    value = parse(topic, language)
    if value:
        return iso(value) or ""
    # "1930 and 1935", of what happened between them.
    years = [iso(each.value) or "" for each in stated(topic, language)]
    if len(years) == 1 and years[0]:
        return open_period(topic, language, years[0])
    rest = question_terms(without_values(topic, language), language)
    return "/".join(years) if len(years) == len(ENDS) and all(years) and not rest else ""


class Asides:
    """Answers what is said to the program itself."""

    def __init__(
        self,
        index: PassageIndex,
        examples: Examples,
        query: Callable[[str, str], Query],
        texts: Texts | None = None,
    ) -> None:
        """Make it.

        Args:
            index: Of the documents.
            examples: Questions that they answer.
            query: Makes a query of a subject and its language.
            texts: The same documents word for word, where names are looked for.
        """
        self._index, self._examples, self._query = index, examples, query
        self._texts = texts

    def answered(
        self, question: str, utterance: Said, speaks: str, among: Filter | None, top_k: int,
        late: bool = False,
    ) -> Answer | None:  # fmt: skip
        """Return the answer to *utterance*; None where it is better asked of the documents.

        Args:
            question: As it was typed.
            utterance: What was understood.
            speaks: The language that the program speaks, BCP 47.
            among: Which documents are asked.
            top_k: The most citations of an answer.
            late: Whether the documents were asked, and do not answer.
        """
        outlines = self._index.outlines(among)
        if utterance.act in OF_DOCUMENTS:
            wanted = meant(utterance, outlines, among)
            if wanted is None:
                return None
            return self._of(question, wanted, utterance, speaks, top_k, among)
        if utterance.act in OF_PEOPLE:
            return self._of_people(question, utterance, speaks, among, late)
        if utterance.act is Act.MENTIONS:
            return self._mentions(question, utterance.target, speaks, top_k, among)
        if utterance.act is Act.DOCUMENTS:
            told = self._listed(utterance, outlines, speaks, among)
        else:
            told = reply(utterance.act, outlines, self._examples, speaks)
        return self._answer(question, speaks, "talk", told)

    def _listed(
        self, utterance: Said, outlines: list[Outline], speaks: str, among: Filter | None
    ) -> str:
        """Return the documents that *utterance* asks for: in a language, about something, all."""
        named = target(utterance.target, utterance.family)
        if named.tongues and not question_terms(named.words, utterance.family):
            chosen = replace(among or Filter(), languages=tuple(sorted(named.tongues)))
            written = self._index.outlines(chosen)
            told = listed(written or outlines, "", speaks)
            return told if written else f"{phrase('no_rows', speaks)}\n{told}"
        return listed(self._about(utterance, outlines, among), utterance.target, speaks)

    def _about(
        self, utterance: Said, outlines: list[Outline], among: Filter | None
    ) -> list[Outline]:
        """Return the documents that speak of what *utterance* asks about, the best first."""
        if not utterance.target:
            return outlines
        by_path = {outline.path: outline for outline in outlines}
        named = self._naming(utterance.target, among)
        if named is not None:
            return [by_path[path] for path in named if path in by_path]
        hits = self._hits(utterance.target, utterance.family, among)
        copies = [
            copy
            for hit in hits
            for copy in (hit.record, *self._index.copies(hit.record.number, among))
        ]
        paths = dict.fromkeys(record.document.path for record in copies)
        return [by_path[path] for path in paths if path in by_path]

    def _naming(self, name: str, among: Filter | None) -> list[str] | None:
        """Return the documents that have a *name*; None of what is none, or is not in them.

        Somebody's name in Chinese is one, though no document has it.
        """
        chinese = bool(in_latin(name))
        if self._texts is None or not (chinese or name[:1].isupper()):
            return None
        try:
            paths = [*mentions(self._texts, name, among).by_document]
        except MissingNameError:
            return None
        return paths if paths or chinese else None

    def _hits(self, topic: str, language: str, among: Filter | None) -> list[Hit]:
        return overview.speaking_of(self._query(topic, language), self._index, among)

    def _of(
        self,
        question: str,
        wanted: Meant,
        utterance: Said,
        speaks: str,
        top_k: int,
        among: Filter | None,
    ) -> Answer | None:
        """Return the overview or timeline of what is meant, or which documents there are."""
        outlines = [] if wanted.none else self._index.outlines(wanted.among)
        if not outlines:
            held = listed(self._index.outlines(among), "", speaks)
            return self._answer(question, speaks, "talk", f"{phrase('no_rows', speaks)}\n{held}")
        if utterance.act is Act.TIMELINE:
            return self._timeline(question, wanted, outlines, utterance.family, speaks)
        count = min(SENTENCES * top_k, MOST)
        if wanted.topic:
            hits = self._hits(wanted.topic, utterance.family, wanted.among)
            chosen = overview.on_subject(hits, wanted.topic, self._index, speaks, count)
        else:
            count = max(count, min(len(outlines), OF_ALL))
            chosen = overview.of_documents(self._index, wanted.among, speaks, count)
        cited = Citer(self._index, speaks, wanted.among).cited(
            [unjudged(sentence.record, sentence.span) for sentence in chosen], count
        )
        if not cited:
            return None
        told = overview.heading(outlines, wanted.topic, speaks)
        citations = tuple(citation for _, citation in cited)
        return self._answer(question, speaks, "overview", told, citations)

    def _mentions(
        self, question: str, name: str, speaks: str, top_k: int, among: Filter | None
    ) -> Answer | None:
        """Return every place that names *name*, the first ones cited.

        None where that is no name, or the index cannot be searched word for word.
        """
        if self._texts is None:
            return None
        try:
            listing = mentions(self._texts, name, among)
        except MissingNameError:
            return None
        count = FIRST * top_k
        chosen = [
            unjudged(record, sentence, words)
            for record, sentence, words in islice(
                sentences_naming(listing, self._index), count * FIRST
            )
        ]
        cited = Citer(self._index, speaks, among).cited(chosen, count)
        citations = tuple(citation for _, citation in cited)
        told = counted(listing, len(citations), speaks)
        answer = self._answer(question, speaks, "mentions", told, citations)
        return replace(answer, mentions=listing.as_json())

    def _of_people(
        self, question: str, asked: Said, speaks: str, among: Filter | None, late: bool
    ) -> Answer | None:
        """Return who said what, or that nothing of it is said by whom it is asked of.

        None where no post is by them, or speaks of it: then the documents are asked first, and
        what they report, *late*, where they do not answer.
        """
        wanted = self._query(asked.target, asked.family) if asked.target else None
        if asked.act is Act.SPEAKERS:
            return self._speakers(question, asked, wanted, speaks, among)
        of_them = statements(asked, wanted, self._index, self._texts, among)
        if not of_them.authors and not late and (asked.target or asked.how):
            return None
        citer = Citer(self._index, speaks, among)
        cited = [
            citation
            for each in (of_them.reports, of_them.posts.posts)
            for _, citation in citer.cited(each, speakers.MOST)
        ]
        told = posts.stated(of_them, asked, len(cited), speaks)
        if cited:
            return self._answer(question, speaks, "posts", told, tuple(cited))
        declined = self._answer(question, speaks, "declined", told)
        return replace(declined, confidence=0.0) if of_them.authors else None

    def _speakers(
        self, question: str, asked: Said, wanted: Query | None, speaks: str, among: Filter | None
    ) -> Answer | None:
        """Return who wrote of a thing; None where no post speaks of it."""
        spoken = speakers.spoken_of(wanted, self._index, among) if wanted else speakers.NOTHING
        cited = Citer(self._index, speaks, among).cited(spoken.posts, speakers.MOST)
        citations = tuple(citation for _, citation in cited)
        told = posts.told(spoken.authors, asked, spoken.count, len(citations), speaks)
        return self._answer(question, speaks, "posts", told, citations) if citations else None

    def _timeline(
        self, question: str, wanted: Meant, outlines: list[Outline], family: str, speaks: str
    ) -> Answer | None:
        """Return the timeline of what is meant; None of a subject of which nothing is dated."""
        among, topic = wanted.among, wanted.topic
        period = _period(topic, family)
        if period:
            made = timeline.during(self._index, among, period, speaks)
        elif topic:
            query = self._query(topic, family)
            made = timeline.on_subject(query, self._index, self._texts, among, speaks)
        else:
            made = timeline.of_documents(self._index, among, speaks)
        if not made.events:
            none = phrase("timeline_none", speaks)
            return None if topic else self._answer(question, speaks, "talk", none)
        told = overview.heading(outlines, topic, speaks, "timeline_")
        if made.without:
            words = listing([quoted(word, speaks) for word in made.without], speaks)
            told = f"{told}\n{phrase('timeline_without', speaks, words=words)}"
        count = len(made.events)
        if made.all_events > count:
            more = phrase("timeline_chosen", speaks, count=count, all=made.all_events)
            told = f"{told}\n{more}"
        citations = tuple(event.citation for event in made.events)
        return self._answer(question, speaks, "timeline", told, citations, made.events)

    def _answer(
        self, question: str, speaks: str, kind: AnswerKind, told: str,
        citations: tuple[Citation, ...] = (), events: tuple[Event, ...] = (),
    ) -> Answer:  # fmt: skip
        return Answer(
            question=question,
            understood=question,
            language=speaks,
            kind=kind,
            confidence=1.0,
            answer=citations[0].text if citations else None,
            said=None,
            citations=citations,
            nearest=(),
            generation=self._index.generation,
            seconds=0.0,
            reply=told,
            events=events,
        )
