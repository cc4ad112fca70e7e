"""A question as an index is asked it."""

from __future__ import annotations

from index.centring import centred
from index.embedder import Embedder
from index.passage_index import Query
from language.terms import question_terms


def query(
    question: str,
    language: str,
    embedder: Embedder,
    translations: tuple[tuple[str, ...], ...] = (),
) -> Query:
    """Return *question* as the index sees it."""
    rows = embedder.embed_questions([question])
    row = centred(rows, [language], "question", embedder)[0]
    terms = tuple(question_terms(question, language))
    return Query(question, language, row, terms, translations)
