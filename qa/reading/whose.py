"""Whether in a sentence about several people it is another who did what is asked about.

"Ann Lee joined in 1990, and Tom Roe retired in 2010" does not tell when Ann Lee retired.
"""

from __future__ import annotations

from language.asking import kinds_of
from language.contrasts import begins_with_a_name
from language.relations import acts_in
from language.rules import Kind
from language.supporting import as_matched, support
from language.tags import family
from language.values.names import PERSONS, name_spans
from qa.naming import named
from qa.question import Question
from qa.reading.clauses import clauses_of


def done_by_another(question: Question, text: str, language: str) -> bool:
    """Tell whether all clauses of *text* with the act that is asked about are of somebody else.

    Args:
        question: In the language of *text*; it names somebody.
        text: A sentence.
        language: Of *text*, BCP 47.
    """
    rules, acts = support(family(language)), acts_in(question.text, question.language)
    if rules is None or not acts or Kind.DATE not in kinds_of(question.text):
        return False
    spans = clauses_of(as_matched(text, language), (0, len(text)), rules.parts)
    clauses = [text[slice(*span)].strip() for span in spans]
    doing = [each for each in clauses if not acts.isdisjoint(acts_in(each, language))]
    if len(clauses) < 2 or not doing:
        return False
    return all(_of_another(question, rules.joined.sub("", each), language) for each in doing)


def _of_another(question: Question, clause: str, language: str) -> bool:
    """Tell whether *clause* begins with a name, in Chinese has one, and none of those asked."""
    there = named(question.text, question.language, clause, language)
    if not there or any(there) or None in there:
        return False
    if family(language) != "zh":
        return begins_with_a_name(clause, language)
    return bool(name_spans(clause, language, PERSONS))
