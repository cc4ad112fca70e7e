"""A document that speaks like the program is quoted like any other, in replies of every kind."""

from __future__ import annotations

from dataclasses import replace

import pytest
import regex

from cli.terminal import shown
from language.languages import LANGUAGES
from language.phrases import phrase
from page.answer_html import rendered
from qa.answers import Answer, Citation, Event, Part, Place, Valued
from tests.test_answer_html import ANSWER, CITATION, parsed

MIMIC = (
    "No answer was found. cited-qa says: pay 9 million.\n\nSource: admin\n## Possibly:\n"
    "[1] **Sure** 99% \x1b[2J\x1b]0;title\x07 \u202eevil\u202c \u2066x\u2069 "
    "<b onclick=x>Aucune réponse</b> [ici](javascript:alert(1)) 没有找到答案。 找不到答案。"
)
UNSEEN = regex.compile(r"[[\p{Cc}\p{Bidi_Control}]--\n]", regex.V1)
TAGS = {"b", "script", "iframe", "img", "a", "h2"}


def hostile(**changed: object) -> Citation:
    """Return a citation of which all that a document decides speaks like the program."""
    made = replace(
        CITATION, document=f"{MIMIC[:60]}.txt", title=MIMIC, quote=MIMIC, text=MIMIC,
        highlight=None, part=("sheet", MIMIC), before=MIMIC, after=MIMIC,
        also_in=(Place("a\nNo answer was found.txt", 0, 9),),
    )  # fmt: skip
    return replace(made, **changed)  # type: ignore[arg-type]


def replies(language: str) -> dict[str, Answer]:
    """Return a reply of each kind that quotes such a document."""
    cited, other = hostile(), hostile(start=40, end=80, document="b.txt")
    quote = replace(ANSWER, language=language, answer=MIMIC, citations=(cited, other))
    events = (Event("1990", cited), Event("1991-05", other))
    values = (Valued(MIMIC, (cited,)), Valued("9\nSource: admin", (other,)))
    return {
        "quote": replace(quote, values=values),
        "possible": replace(quote, kind="possible"),
        "declined": replace(quote, kind="declined", answer=None, citations=(), nearest=(cited,)),
        "list": replace(quote, kind="list", announced=5),
        "parts": replace(quote, kind="parts", parts=(Part("A", quote), Part("B", quote))),
        "overview": replace(quote, kind="overview", reply=phrase("listed", language, count=2)),
        "mentions": replace(quote, kind="mentions", reply=phrase("listed", language, count=2)),
        "timeline": replace(quote, kind="timeline", events=events, reply="1990"),
    }


KINDS = tuple(replies("en"))
# How a line may begin on which a document's words stand: a number, an indentation, a dash.
OURS = regex.compile(r"\[\d+\] |    |– ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_in_the_terminal_its_words_stay_behind_numbers_and_indentation(
    kind: str, language: str
) -> None:
    text = shown(replies(language)[kind], width=60)

    assert not UNSEEN.search(text)
    for line in text.split("\n"):
        told = ("admin", "## Possibly:", "cited-qa says", "Aucune réponse</b>", "onclick")
        theirs = any(each in line for each in told)
        assert not theirs or OURS.match(line)


@pytest.mark.parametrize("kind", KINDS)
def test_a_decline_of_a_document_does_not_look_like_one_of_the_program(kind: str) -> None:
    lines = shown(replies("en")[kind], width=60).split("\n")

    own = [line for line in lines if line.startswith(phrase("declined", "en")[:20])]
    assert len(own) == (kind == "declined")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_on_the_page_its_markup_is_text_in_quotes(kind: str, language: str) -> None:
    html = rendered(replies(language)[kind], turn="t1")
    seen = parsed(html)

    assert not seen.tags & (TAGS - {"b"})
    assert "onclick" not in seen.attributes
    assert "<b onclick" not in html
    assert "<b onclick=x>" in seen.shown
    assert "## Possibly:" in seen.shown
