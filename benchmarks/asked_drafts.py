"""Statements in other words than the texts': questions that people asked of them, with an answer put in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from language.tags import family

YEAR = regex.compile(r"(?:in |en )?\d{3,4}\b", regex.IGNORECASE)
FIGURE = regex.compile(r"\d")
EN_WHEN = regex.compile(
    r"^(?:When|In (?:what|which) year|What year) (was|were) (.+?) (\p{L}+ed|born|built|held|made|won|written|given|sent)\b([^?]*)\?$"
)
EN_MANY = regex.compile(
    r"^How many (\p{L}+(?: \p{L}+)? (?!are|is|was|were|do|does|did|has|have|had|can|will)\p{L}+ [^?]+)\?$"
)
EN_WHO = regex.compile(
    r"^(?:Who|(?:What|Which) (?!year|date|day|time|type|kind|is|are|was|were|do|does|did|would|can|could|has|have|had)\p{L}+) (?!do\b|does\b|did\b|would\b|of\b|can\b|could\b)(\p{L}+ [^?]+)\?$"
)
FR_WHO = regex.compile(
    r"^(?:Qui|Quel(?:le)? (?!est|était|fut|année|date|jour)\p{L}+) ((?:a|est|fut|était|\p{L}+[ea]) (?!-)[^?]+?)\s*\?$"
)
FR_MANY = regex.compile(r"^Combien (?:de |d['’])(\p{L}+ (?:\p{L}+ent|sont|ont) [^?-]+?)\s*\?$")
ZH_ASKED = regex.compile(
    r"(?:在?(?:哪一?年|哪一?天|什[么麼]时候|什[么麼]時候|什[么麼]時間|什[么麼]时间|何时|何時|[哪什][么麼]?年份)|"
    r"哪个国家|哪個國家|哪一?[个個](?:城市|地方)|哪[里裡]|何地|何处|何處|谁|誰|何人|哪位|"
    r"(?:多少|几|幾)(?:公里|米|公尺|人|名|年|[个個]|次|座|位|元|歲|岁|平方公里|公頃|公顷)?)"
)
ZH_OTHER = regex.compile(r"为什|為什|为何|為何|怎|如何|[吗嗎]|多久|多大|多長|多长")


def asserted(question: str, language: str, answer: str) -> str | None:
    """Return a question as the statement that *answer* makes of it; None where no rule does."""
    answer = answer.strip(" .。")
    if not 0 < len(answer) <= 40:
        return None
    question = " ".join(question.split())
    made = {"en": _english, "fr": _french, "zh": _chinese}[family(language)](question, answer)
    return made[0].upper() + made[1:] if made else None


def _english(question: str, answer: str) -> str | None:
    if match := EN_WHEN.match(question):
        was, subject, verb, rest = match.groups()
        if not YEAR.fullmatch(answer):
            return None
        year = answer if answer.lower().startswith("in ") else f"in {answer}"
        return f"{subject} {was} {verb}{rest} {year}."
    if (match := EN_MANY.match(question)) and FIGURE.search(answer):
        return f"{answer} {match[1]}."
    if (match := EN_WHO.match(question)) and answer[:1].isupper():
        return f"{answer} {match[1]}."
    return None


def _french(question: str, answer: str) -> str | None:
    if (match := FR_MANY.match(question)) and FIGURE.search(answer):
        return f"{answer} {match[1]}."
    if (match := FR_WHO.match(question)) and answer[:1].isupper():
        return f"{answer} {match[1]}."
    return None


def _chinese(question: str, answer: str) -> str | None:
    if ZH_OTHER.search(question) or len(ZH_ASKED.findall(question)) != 1 or len(answer) > 15:
        return None
    match = ZH_ASKED.search(question)
    assert match
    wanted = match.group()
    figure = wanted[0] in "多几幾" or "年" in wanted or "时" in wanted or "時" in wanted
    if figure is not bool(FIGURE.search(answer)):
        return None
    if wanted[0] in "多几幾" and not answer.endswith(wanted.lstrip("多少几幾")):
        return None
    lead = "在" if wanted.startswith("在") else ""
    text = f"{question[: match.start()]}{lead}{answer}{question[match.end() :]}"
    return text.rstrip("？?呢").strip() + "。"


def asked_and_answered(
    questions: Sequence[tuple[str, str, int]], language: str, count: int
) -> Iterator[tuple[str, str, int, str]]:
    """Yield kind, statement, place of its text and what it was made of.

    ``asked`` is true; ``answer`` has the answer of another question of the same rule, which is no
    part of the right one.

    Args:
        questions: Texts with their answers and the place of their text.
        language: Theirs, BCP 47.
        count: How many of each are wanted.
    """
    fitting = [(text, answer, at, made) for text, answer, at in questions
               if (made := asserted(text, language, answer))]  # fmt: skip
    for text, _, at, made in fitting[:count]:
        yield "asked", made, at, text
    for number, (text, answer, at, _) in enumerate(fitting[count : 2 * count]):
        for _, other, _, _ in fitting[number:] + fitting[:number]:
            small, ours = other.lower(), answer.lower()
            alike = bool(FIGURE.search(other)) is bool(FIGURE.search(answer))
            distinct = alike and small not in ours and ours not in small
            if distinct and (made := asserted(text, language, other)):
                yield "answer", made, at, f"{text} {answer}"
                break
