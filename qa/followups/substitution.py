"""A part of the question before gives way to what the follow-up says in its place."""

from __future__ import annotations

from collections.abc import Sequence

from language.followup_rules import Grammar, Tagged
from language.terms import question_terms
from qa.followups.mentions import FollowUp, Form, Mention, dated, mentions, territory
from qa.followups.nouns import Edit, all_for_all, noun_for_noun, whole
from qa.followups.topics import Before, Topic, contracted

# What may give way to what, first choice first; otherwise like to like.
INSTEAD_OF = {
    Form.YEAR: (Form.YEAR, Form.DATE),
    Form.DATE: (Form.DATE, Form.YEAR),
    Form.MONTH: (Form.MONTH, Form.DATE),
    Form.NAME: (Form.NAME, Form.PLACE),
    Form.PLACE: (Form.PLACE, Form.NAME),
}
TIMES = {Form.DATE, Form.YEAR, Form.MONTH, Form.DAY, Form.NUMBER}


def substituted(after: FollowUp, before: Before) -> str | None:
    """Return the question *before* with what the follow-up says for its part of the same form.

    None where no part has that form, or several have.
    """
    parts = mentions(after.phrase, after.family)
    edits = _edits(after, parts, before) if parts else noun_for_noun(after, before)
    if not edits and TIMES.isdisjoint(one.form for one in parts):
        edits = all_for_all(after, before)
    text = before.text
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + (new if start else new[:1].upper() + new[1:]) + text[end:]
    return text if edits else None


def _edits(after: FollowUp, parts: Sequence[Mention], before: Before) -> list[Edit]:
    about, unsaid = before.about, after.besides(parts)
    alike = after.family == before.family
    tagged = isinstance(before.rules.phrases, Tagged)
    if tagged and alike and about and about.text.endswith(after.phrase[-2:]):
        return [whole(after.phrase, before, about)]  # 青马大桥 for 港珠澳大桥
    there = mentions(before.text, before.family)
    pairs = [(part, target) for part in parts if (target := _target(part, there))]
    if [one.form for one in parts] == [Form.ORDINAL] and about and not pairs:
        return noun_for_noun(after, before) if unsaid else _numbered(after, parts[0], before, about)
    if len({target for _, target in pairs}) < len(parts):
        return []
    if set(question_terms(unsaid, after.family)) <= set(question_terms(before.text, before.family)):
        return [_replacement(after, part, before, target) for part, target in pairs]
    if alike and about and all(about.start <= t.start and t.end <= about.end for _, t in pairs):
        return [whole(after.phrase, before, about)]  # the second *conference*, the first *forum*
    return []


def _target(part: Mention, there: Sequence[Mention]) -> Mention | None:
    """Return what *part* can stand for: the only part of its form, or the only one so led."""
    for form in INSTEAD_OF.get(part.form, (part.form,)):
        if (part.form, form) == (Form.PLACE, Form.NAME) and part.value and not part.preposition:
            return None  # "what about France?" after the Belt and Road Forum
        alike = [one for one in there if one.form is form]
        for some in ([one for one in alike if one.preposition == part.preposition], alike):
            if len(some) == 1:
                return some[0]
    return None


def _replacement(after: FollowUp, part: Mention, before: Before, target: Mention) -> Edit:
    text, old = after.phrase[part.start : part.end], before.text[target.start : target.end]
    grammar = before.rules.phrases
    if part.form is Form.ORDINAL:
        return target.start, target.end, _ordinal(after, part, before, old)
    if after.family != before.family:
        place = part.value and part.form is Form.PLACE
        text = territory(part.value, before.text, before.family) if place else text
        return target.start, target.end, text
    if part.form in TIMES:
        text = dated(text, part, old, target)
    elif isinstance(grammar, Grammar) and grammar.contractions:
        return target.lead, target.end, _agreeing(after.phrase, part, target, grammar)
    if part.preposition and target.preposition:
        return target.lead, target.end, after.phrase[part.lead : part.start] + text
    if part.form in TIMES or not target.article:
        return target.start, target.end, text
    return target.start - len(target.article) - 1, target.end, f"{part.article} {text}".strip()


def _ordinal(after: FollowUp, part: Mention, before: Before, old: str) -> str:
    """Return an ordinal in the language of *before*; 第二 and 第二个 are 第二届 after 第一届."""
    text, rules = after.phrase[part.start : part.end], before.rules
    tagged = rules.phrases if isinstance(rules.phrases, Tagged) else None
    if after.family != before.family:
        word = next((one for one, rank in rules.ranks.items() if str(rank) == part.value), "")
        text = f"第{word or part.value}" if tagged and part.value else word or text
    elif not tagged or (text[-1] in tagged.measures and text[-1] not in tagged.vague):
        return text
    measured = tagged and old[-1] in tagged.measures
    return text.rstrip(tagged.vague) + old[-1] if tagged and measured else text


def _agreeing(phrase: str, part: Mention, target: Mention, grammar: Grammar) -> str:
    name = phrase[part.start : part.end]
    preposition = target.preposition if part.preposition in {"", grammar.of} else part.preposition
    if target.form is part.form is Form.PLACE and target.preposition in grammar.said_in:
        if part.preposition:
            return phrase[part.lead : part.end]
        return grammar.in_country[part.article] + name
    article = "l’" if part.article == "l" else f"{part.article} ".lstrip()
    return contracted(f"{preposition} {article}{name}".strip(), grammar)


def _numbered(after: FollowUp, part: Mention, before: Before, about: Topic) -> list[Edit]:
    """The *second* forum, where the forum had no number."""
    text, grammar = after.phrase[part.start : part.end], before.rules.phrases
    if after.family != before.family:
        return []
    if isinstance(grammar, Tagged):
        named = mentions(about.text, before.family)
        return [] if named else [(about.start, about.start, text)]
    article = grammar.article.match(before.text, about.start, about.end)
    if not article:
        return []
    fused = article.group().strip().lower() in grammar.fused
    first = article.group() if fused else f"{part.article or 'the'} "
    return [(about.start, about.end, f"{first}{text} {before.text[article.end() : about.end]}")]
