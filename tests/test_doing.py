"""Who did it, and when: a follow-up asks when that was done, not only of what it was done to."""

from __future__ import annotations

import pytest

from language.detect import asked_in
from language.languages import LANGUAGES
from qa.followups.resolving import resolve

DONE = [
    ("Who founded the bakery?", "and when?", "When was the bakery founded?"),
    ("who built the two quays?", "when?", "When were the two quays built?"),
    ("Who set up the choir?", "and where?", "Where was the choir set up?"),
    ("Who mended the clock?", "when was that?", "When was the clock mended?"),
    ("When was the bakery founded?", "and by whom?", "By whom was the bakery founded?"),
    ("Qui a fondé la boulangerie ?", "et quand ?", "Quand a-t-on fondé la boulangerie ?"),
    ("Qui fonda le chœur ?", "c'était quand ?", "Quand fonda-t-on le chœur ?"),
    (
        "Quand la tour a-t-elle été bâtie ?",
        "et par qui ?",
        "Par qui la tour a-t-elle été bâtie ?",
    ),
    ("谁建了码头？", "什么时候？", "什么时候建了码头？"),
    ("码头是谁建的？", "哪一年？", "码头是哪一年建的？"),
    ("碼頭是由誰建造的？", "在哪裡？", "碼頭是在哪裡建造的？"),
    ("誰創辦了合唱團？", "那是什麼時候呢？", "什麼時候創辦了合唱團？"),
]
NOTHING_DONE = [
    ("Who is the mayor of Elmbury?", "when?"),
    ("Who came to the market?", "when?"),
    ("Qui a été élu maire ?", "quand ?"),
    ("馆长是谁？", "什么时候？"),
    ("誰是館長？", "哪一年？"),
]


@pytest.mark.parametrize(("before", "asked", "understood"), DONE)
def test_who_did_something_is_asked_on_with_what_was_done(
    before: str, asked: str, understood: str
) -> None:
    assert resolve(asked, asked_in(asked, LANGUAGES), before) == understood


@pytest.mark.parametrize(("before", "asked"), NOTHING_DONE)
def test_where_nothing_was_done_to_anything_no_act_is_put_in(before: str, asked: str) -> None:
    understood = resolve(asked, asked_in(asked, LANGUAGES), before)
    assert "was" not in understood.split()
    assert "-t-on" not in understood
    assert "是" not in understood
