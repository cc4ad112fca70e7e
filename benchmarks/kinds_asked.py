"""Questions, quotes, names and drafts of every kind, drawn from the documents by chance."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.exact import quotes
from benchmarks.texts import SETS
from index.opened import OpenGeneration
from index.passage_index import Filter
from index.sentence_embedder import SentenceEmbedder
from language.values.names import name_spans
from qa.engine import Engine
from qa.evaluation.question_sets import read_set
from qa.places.naming import mentions
from qa.quotes.verify import verify_quote
from qa.reading.sentences import SentenceRanker

LANGUAGES = ("en", "fr", "zh")
# Asked in English, French and Chinese; {0} and {1} are names.
ASKED = {
    "list": ("What are the three parts of {0}?", "Quels sont les trois éléments de {0} ?", "{0}有哪三个部分？"),
    "parts": (
        "When was {0} founded and how many people live in {1}?",
        "Quand a été fondé {0} et combien d'habitants compte {1} ?",
        "{0}是什么时候成立的，{1}有多少人？",
    ),
    "comparison": ("Compare {0} and {1}", "Compare {0} et {1}", "比较{0}和{1}"),
    "how many (values)": ("How many people live in {0}?", "Combien d'habitants compte {0} ?", "{0}有多少人口？"),
    "follow-up": ("And {0}?", "Et {0} ?", "{0}呢？"),
    "overview, one document": ("Summarise this document", "Résume ce document", "总结这个文档"),
    "overview, all": ("Summarise the documents", "Résume les documents", "总结所有文档"),
    "overview, subject": ("Give me an overview of {0}", "Donne-moi un aperçu de {0}", "概述一下{0}"),
    "documents": ("Which documents are there?", "Quels documents as-tu ?", "有哪些文档？"),
    "documents about": ("Which documents are about {0}?", "Quels documents parlent de {0} ?", "有哪些关于{0}的文档？"),
    "talk": ("Hello, what can you do?", "Bonjour, que peux-tu faire ?", "你好，你能做什么？"),
    "mentions, asked": ("Where is {0} mentioned?", "Où est mentionné {0} ?", "哪里提到{0}？"),
    "timeline, all": ("Timeline of the documents", "Chronologie des documents", "所有文档的大事记"),
    "timeline, subject": ("Timeline of {0}", "Chronologie de {0}", "{0}的大事记"),
}  # fmt: skip
QUOTED = ("verified", "repaired", "a letter wrong", "near", "elided", "broken", "absent")
# Characters of a quote with every so many letters wrong; the shorter ones have 100 words or more.
MISQUOTED = {"misquote": (600, 900), "long misquote": (2_000, 5_000)}
CHECKED = 4  # sentences of a draft


class Asking:
    """One index, with what is asked of it."""

    def __init__(self, opened: OpenGeneration, ranker: SentenceRanker, real: SentenceEmbedder, data: Path) -> None:  # fmt: skip
        self.opened, self.engine = opened, Engine(opened, ranker, real, opened)
        self.sources = dict(opened.store.sources())
        self.chance = random.Random(7)
        self.texts: dict[str, list[str]] = {}  # sentences by language
        self.names: dict[str, list[str]] = {}
        self.questions = {
            language[:2]: [each.text for each in read_set(data / name, language).questions]
            for name, language in SETS.items()
        }
        for language in LANGUAGES:
            records = opened.sample(600, Filter(languages=(language,)))
            passages = [record.passage for record in records]
            self.texts[language] = [
                each.text[slice(*span)] for each in passages for span in each.sentences
            ]
            self.names[language] = [
                text[slice(*span)]
                for text in self.texts[language]
                for span in name_spans(text, language)
                if 1 < span[1] - span[0] < 30
            ]  # fmt: skip
        mentions(opened, "bridge")  # reads the dictionaries

    def answered(self, kind: str, language: str) -> Callable[[], str]:
        """Return what asks a question of a kind, and tells what came of it."""
        asked = self.chance.choice(self.questions[language])
        before, among = None, None
        if kind != "question":
            names = [self.chance.choice(self.names[language]) for _ in range(2)]
            before = asked if kind == "follow-up" else None
            path = self.chance.choice(list(self.sources))
            among = Filter(paths=(path,)) if "one document" in kind else None
            asked = ASKED[kind][LANGUAGES.index(language)].format(*names)
        ask = partial(self.engine.ask, asked, before=before, among=among)

        def told() -> str:
            answer = ask()
            return "values" if answer.values else answer.kind

        return told

    def quote(self, kind: str, language: str) -> Callable[[], str]:
        """Return what checks a quote from around a sentence of a language."""
        wanted = self.chance.choice(self.texts[language])[:12]
        path, source = self.chance.choice(
            [each for each in self.sources.items() if wanted in each[1]] or [*self.sources.items()]
        )
        at = max(0, min(source.find(wanted), len(source) - 6000))
        cut = {path: source[at : at + 6000]}
        if kind in MISQUOTED:
            size = min(self.chance.randint(*MISQUOTED[kind]), len(cut[path]) - 1)
            start = self.chance.randrange(len(cut[path]) - size)
            text = cut[path][start : start + size]
            for _ in range(size // 150):
                wrong = self.chance.randrange(size - 20)
                text = f"{text[:wrong]} xyzzy {text[wrong + 6 :]}"
        else:
            text = quotes(cut, "elided" if kind == "broken" else kind, self.chance)
            text = text.replace(" … ", " xyzzy … ") if kind == "broken" else text
        return lambda: verify_quote(self.opened, text or "x").status

    def mention(self, language: str) -> Callable[[], str]:
        """Return what lists all places of a name."""
        name = self.chance.choice(self.names[language])
        return lambda: "places" if mentions(self.opened, name).places else "none"

    def scanned(self, language: str, *, of_quote: bool) -> Callable[[], str]:
        """Return the alternative: a look at all texts in memory, for a text to the letter."""
        pool = self.texts if of_quote else self.names
        wanted = self.chance.choice(pool[language])
        pattern = re.compile(re.escape(wanted) if language == "zh" else rf"\b{re.escape(wanted)}\b", re.I)  # fmt: skip
        texts = self.sources.values()
        if of_quote:
            return lambda: "scanned" if sum(wanted in text for text in texts) else "none"
        return lambda: (
            "scanned" if sum(len([*pattern.finditer(text)]) for text in texts) else "none"
        )

    def checked(self, language: str) -> Callable[[], str]:
        """Return what checks a draft of sentences of the documents, some of them altered."""
        sentences = [self.chance.choice(self.texts[language]) for _ in range(CHECKED)]
        draft = "\n".join(each.replace("1", "7").replace("的", "") for each in sentences)
        report = partial(self.engine.checker.report, self.opened, draft)
        return lambda: "+".join(sorted({each.verdict for each in report().sentences}))
