"""A checked draft is shown escaped, in the user's language, with what supports each sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.languages import LANGUAGES
from language.phrases import phrase
from page.checking_html import reported
from qa.checks.comparing import Difference
from qa.checks.report import VERDICTS, Checked, Quotation, Report, Source
from qa.quotes.verify import verify_quote
from tests.test_finding_html import HOSTILE, PORT, Elements

OURS = {"div", "p", "strong", "ol", "ul", "li", "bdi", "span", "blockquote", "mark", "button",
        "code", "del", "ins", "details", "summary", "q", "svg", "path"}  # fmt: skip


def report(text: str, other: str) -> Report:
    """Return a report in which what others wrote stands wherever it may."""
    match = verify_quote(PORT, "harbour lamp burns").matches[0]
    near = verify_quote(PORT, "The harbour lamp burns gas.").near[0]
    source = Source(match.place, other, (0, min(1, len(other))))
    quoted = (
        Quotation(text, (0, 1), "verified", match),
        Quotation(text, (0, 1), "absent", near),
        Quotation(text, (0, 1), "absent", None),
    )
    difference = (Difference(text, other), Difference(text, ""))
    every = tuple(
        Checked(text, (0, 1), "en", verdict, source, source, difference, (text,), quoted)
        for verdict in VERDICTS
    )
    return Report(every, 1, "000001-made")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verdict_is_said_in_the_user_s_language(language: str) -> None:
    shown = Elements(reported(report("A lamp.", "A light."), language))

    for verdict in VERDICTS:
        assert phrase(f"check_{verdict}", language) in shown.text
    assert phrase("check_nearest", language) in shown.text
    assert phrase("quote_absent", language) in shown.text


def test_what_differs_stands_side_by_side() -> None:
    html = reported(report("1746", "1764"), "en")

    assert "<del>1746</del> → <ins>1764</ins>" in html


@given(st.one_of(st.just(HOSTILE), st.text(min_size=1, max_size=40)), st.sampled_from(LANGUAGES))
def test_no_text_of_a_draft_or_a_document_becomes_an_element(text: str, language: str) -> None:
    assert Elements(reported(report(text, text), language)).tags <= OURS
