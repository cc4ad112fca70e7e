"""Questions about events that passages are made to state, for the reader to learn from."""

from __future__ import annotations

import random

import pytest

from language.tags import family
from training.items import Item
from training.stated import Event, stated_items

PASSAGES = {
    "en": ("The harbour was dredged in 1911 by the Ardent company. A chapel stood on the quay.", "the Ardent company"),
    "fr": ("Le port fut dragué en 1911 par la société Ardente. Une chapelle se dressait là.", "la société Ardente"),
    "zh-Hans": ("港口于1911年由炽热疏浚公司疏浚。码头上曾有一座小教堂。", "炽热疏浚公司"),
    "zh-Hant": ("港口於1911年由熾熱疏浚公司疏浚。碼頭上曾有一座小教堂。", "熾熱疏浚公司"),
}  # fmt: skip


def known() -> list[Item]:
    items = []
    for tag, (text, answer) in PASSAGES.items():
        start = text.index(answer)
        span = (start, start + len(answer))
        for number in range(8):
            passage = f"{text}{number}."
            items.append(Item("?", tag, passage, tag, span, "harbour", "test"))
    # Values are drawn from answers of the language: three different ones at least.
    for tag, (text, _) in PASSAGES.items():
        for part in (text[:8], text[9:17], text[2:12]):
            start = text.index(part)
            span = (start, start + len(part))
            items.append(Item("?", tag, text, tag, span, "harbour", "test"))
    return items


def test_what_answers_is_stated_in_the_passage_word_for_word() -> None:
    made = stated_items(known(), random.Random(1), 10)

    assert len(made) == 30
    for item in made:
        if item.span:
            assert item.answer
            assert item.answer == item.passage[slice(*item.span)]
    assert any(item.span is None for item in made)


def test_traditional_passages_state_what_answers_in_their_script_as_often_as_others() -> None:
    traditional = [item for item in known() if item.language == "zh-Hant"]
    made = stated_items([*known() * 4, *traditional * 20], random.Random(1), 40)

    mine = [item for item in made if item.language == "zh-Hant"]
    assert len(mine) > 30
    assert sum(item.span is None for item in mine) < len(mine) / 2
    # In Simplified characters the answers would be others: 炽热疏浚公司.
    assert not any(character in item.passage for item in mine for character in "炽热码头")


def test_some_are_asked_in_another_language_than_the_passage() -> None:
    made = stated_items(known(), random.Random(1), 10)

    across = [item for item in made if family(item.asked_in) != family(item.language)]
    assert 0 < len(across) < len(made)


@pytest.mark.parametrize(
    ("event", "tag", "called"),
    [
        (Event({"fr": "la exposition"}, number=0), "fr", "la première exposition"),
        (Event({"fr": "la exposition"}, year=2012), "fr", "l'exposition de 2012"),
        (Event({"fr": "le forum"}, number=0), "fr", "le premier forum"),
        (Event({"en": "forum"}, number=1), "en", "the second forum"),
        (Event({"zh": "论坛"}, number=2), "zh", "第三届论坛"),
        (Event({"zh": "论坛"}, year=2012), "zh", "2012年论坛"),
    ],
)
def test_an_event_is_called_by_its_number_or_its_year(event: Event, tag: str, called: str) -> None:
    assert event.called(tag) == called


def test_french_prepositions_melt_with_the_article() -> None:
    forum, show = Event({"fr": "le forum"}), Event({"fr": "la exposition"})

    assert forum.filled("le thème {of} ?", "fr") == "Le thème du forum ?"
    assert show.filled("le thème {of} ?", "fr") == "Le thème de l'exposition ?"
