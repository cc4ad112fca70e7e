"""Follow-ups made complete by rule: "and the second one?" after "When did the first forum end?".

No model: what is put in comes from the question before; only ordinals and countries are translated
where the two are in different languages.  A question that stands on its own should come back as it
is: ``benchmarks/followups.py`` counts those that do not.
"""

from __future__ import annotations

from language.chinese import script, tagged_words
from language.detect import asked_in
from language.followup_rules import FollowUps, Grammar, Tagged
from language.languages import LANGUAGES
from language.tags import family
from qa.followups.abbreviations import spelt_out
from qa.followups.doing import done_anew
from qa.followups.mentions import RULES, FollowUp, Form, mentions
from qa.followups.pronouns import completed, refers
from qa.followups.substitution import substituted
from qa.followups.topics import Before, contracted, in_front, inside, topic

REMEMBERED = 6  # questions of a conversation that a pronoun may reach back to
SHORT = 30  # characters; the language of so few is uncertain
# These tell a follow-up without "and": "In 2019?", "The second one?".
BARE = {Form.ORDINAL, Form.YEAR, Form.MONTH, Form.DAY, Form.DATE, Form.PLACE}
SHORT_NAME = 2  # characters: so few are taken for a name by mistake
CLOSING = "?？ \u00a0\u202f."


def resolve(question: str, language: str, before: str | None) -> str:
    """Return *question* as it is understood after the question *before*.

    Args:
        question: What was asked.
        language: Its BCP 47 tag, or ``und``: "Et en 2019 ?" alone tells little.
        before: The question before as it was understood, in any language; None if it is the first.
            Those before it may stand above it, a line each: "they" may be of an older one.

    Returns:
        A complete question; *question* itself where it stands on its own, or where *before* has
        nothing to complete it with.
    """
    last = previous(before)
    if last is None:
        return question
    for spoken in _spoken(question, family(language), last.family):
        understood = _understood(question.strip(), spoken, last)
        if understood:
            return understood
    if not isinstance(last.rules.phrases, Grammar):
        return question
    topics = [one for one in (last.about, *last.earlier) if one]
    return spelt_out(question, topics, last.rules.phrases)


def previous(before: str | None) -> Before | None:
    """Return the last line of *before*, with what those above it in its language are about."""
    *earlier, last = (before or "").splitlines() or [""]
    other = family(asked_in(last, LANGUAGES))
    if len(last) < 2 or other not in RULES:
        return None
    alike = (one for one in reversed(earlier) if family(asked_in(one, LANGUAGES)) == other)
    topics = tuple(filter(None, (topic(one, other) for one in alike)))
    return Before(last, other, topic(last, other) or next(iter(topics), None), topics)


def _spoken(question: str, language: str, other: str) -> list[str]:
    """Return the languages to try: few words are easily taken for another language's."""
    tried = [language, other, *RULES] if len(question) <= SHORT else [language]
    if language in RULES:
        tried = tried[:2]
    return [one for one in dict.fromkeys(tried) if one in RULES]


def _understood(question: str, spoken: str, before: Before) -> str | None:
    opened = _opened(question, RULES[spoken])
    bare = opened if opened is not None else question.rstrip(CLOSING)
    anew = _anew(bare, spoken, before) or done_anew(bare, spoken, before)
    if anew:
        return anew
    conditional = _conditional(opened, spoken, before)
    if conditional:
        return conditional
    if opened is None and _is_fragment(bare, spoken):
        if mentions(bare, spoken)[0].start > 0:
            bare = bare[:1].lower() + bare[1:]  # *I*n 2019?
        return _joined(FollowUp(bare, spoken), before)
    if opened is not None and not refers(bare, spoken):
        return _joined(FollowUp(bare, spoken), before)
    if before.about is None:
        return None
    if opened is not None:  # and *when did it end?*
        question = bare[:1].upper() + bare[1:] + question[len(question.rstrip(CLOSING)) :]
    return completed(question, spoken, before)


def _anew(asks: str, spoken: str, before: Before) -> str | None:
    """Return *before* with *asks*, where, in the place of when; None where that asks otherwise."""
    anew = before.rules.anew
    if spoken != before.family or not anew or not anew.fullmatch(asks):
        return None
    there = list(anew.finditer(before.text))
    tagged = isinstance(before.rules.phrases, Tagged)
    if len(there) != 1 or (there[0].start() and not tagged):
        return None  # who knows when it begins?
    after = before.text[there[0].end() :]
    if not tagged and after[:1].isalpha():
        return None
    if there[0].start() == 0 and before.text[0].isupper():
        asks = asks[:1].upper() + asks[1:]
    return before.text[: there[0].start()] + asks + after


def _conditional(opened: str | None, spoken: str, before: Before) -> str | None:
    """Return what is asked of another case of the topic, "and if I am late?"; None of no case.

    It asks for what is so then, not the same once more: how long a tool is lent if one is late.
    """
    rules = RULES[spoken]
    case = rules.condition.fullmatch(opened) if rules.condition and opened else None
    if case is None:
        return None
    asks = f"{rules.on_condition.format(case['state'])}{rules.question_mark}"
    about = before.about if spoken == before.family else None
    if about is None or rules.asks.search(about.text):  # "how long the test is" is no thing
        return asks
    return in_front(about.text, asks, rules.colon)


def _opened(question: str, rules: FollowUps) -> str | None:
    """Return what stands after "and", "what about"; None where the question begins otherwise."""
    match = rules.openers.fullmatch(question.rstrip(CLOSING))
    if not match:
        return None
    phrases = rules.phrases
    if isinstance(phrases, Tagged):
        if question.startswith(phrases.that):
            first, tag = tagged_words(question)[0]
            # 那不勒斯, but not the 那亚 of 那亚投行呢
            if tag.startswith("n") and (
                len(first) > SHORT_NAME or question[len(first) :][:1] in "的呢"
            ):
                return None
            if question[1] in phrases.measures:  # 那条公路
                return phrases.that + str(match["phrase"])
        return str(match["phrase"])
    _, article = phrases.fused.get((match.groupdict().get("fused") or "").lower(), ("", ""))
    return f"{article} {match['phrase']}".lstrip()


def _is_fragment(text: str, spoken: str) -> bool:
    if not text or refers(text, spoken):
        return False
    parts = mentions(text, spoken)
    told = all(one.form in BARE or (one.form is Form.NAME and one.preposition) for one in parts)
    return bool(parts) and told and not FollowUp(text, spoken).besides(parts)


def _joined(after: FollowUp, before: Before) -> str:
    return substituted(after, before) or _part_of(after, before) or _beside(after, before)


def _part_of(after: FollowUp, before: Before) -> str | None:
    """The theme of the forum, after a question that asked something else of the forum."""
    about, rules = before.about, before.rules
    part = rules.names_part.fullmatch(after.phrase) if after.family == before.family else None
    if not part or not about:
        return None
    grammar = rules.phrases
    if isinstance(grammar, Tagged):
        what = grammar.what[script(before.text + after.phrase)]
        asks = grammar.how_much if grammar.measured.search(part["noun"]) else what
        return f"{about.text}{grammar.of}{after.phrase}{asks}{rules.question_mark}"
    of = contracted(f"{grammar.of} {inside(about.text)}", grammar)
    noun = grammar.the + part["noun"]
    return f"{noun[:1].upper()}{noun[1:]} {of}{rules.question_mark}"


def _beside(after: FollowUp, before: Before) -> str:
    rules = before.rules
    if isinstance(rules.phrases, Tagged):
        return f"{after.phrase}{rules.colon}{before.text}"
    joined = " " if after.family == before.family and after.goes_on else " – "
    return before.text.rstrip("? \u00a0\u202f") + joined + after.phrase + rules.question_mark
