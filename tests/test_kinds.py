"""What a question asks for, and the words of a sentence that have that form."""

from __future__ import annotations

import pytest

from language.asking import forms, kind_of
from language.detect import detect
from language.rules import Kind


def language_of(sentence: str) -> str:
    return detect(sentence, expected=("en", "fr"))


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When was the forum held?", Kind.DATE),
        ("In which year did it open?", Kind.DATE),
        ("Quand le pont a-t-il ouvert ?", Kind.DATE),
        ("En quelle année fut-il bâti ?", Kind.DATE),
        ("大桥是何时通车的？", Kind.DATE),
        ("這座橋是哪一年建成的？", Kind.DATE),
        ("How many ships sank?", Kind.NUMBER),
        ("Combien de navires ont coulé ?", Kind.NUMBER),
        ("有多少艘船沉没？", Kind.NUMBER),
        ("基金的规模是多少？", Kind.NUMBER),
        ("論壇的主題是什麼？", Kind.TITLE),
        ("Quel était le thème de la réunion ?", Kind.TITLE),
        ("Who designed the bridge?", Kind.PERSON),
        ("Qui a dessiné le pont ?", Kind.PERSON),
        ("谁设计了这座桥？", Kind.PERSON),
        ("這座橋是誰設計的？", Kind.PERSON),
        ("Where does the line end?", Kind.PLACE),
        ("Dans quelle ville se tient la foire ?", Kind.PLACE),
        ("联盟在哪里成立？", Kind.PLACE),
        ("Why was the pier closed?", Kind.REASON),
        ("Pourquoi la jetée est-elle fermée ?", Kind.REASON),
        ("碼頭為什麼關閉？", Kind.REASON),
        ("What does the alliance do?", Kind.OTHER),
        ("How many people who signed came?", Kind.NUMBER),
    ],
)
def test_the_kind_is_read_off_the_question_in_every_language(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind


@pytest.mark.parametrize(
    ("kind", "sentence", "answer"),
    [
        (Kind.DATE, "The bridge opened on 3 May 1932, at noon.", "3 May 1932"),
        (Kind.DATE, "It met in Lyon on May 14-15, 2017.", "May 14-15, 2017"),
        (Kind.DATE, "Le pont ouvrit les 14 et 15 mai 2017.", "14 et 15 mai 2017"),
        (Kind.DATE, "大桥于2017年5月14日至15日试通车。", "2017年5月14日至15日"),
        (Kind.DATE, "In 1887, the town had a tram.", "1887"),
        (Kind.NUMBER, "Il compte 1 500 élèves.", "1 500"),
        (Kind.NUMBER, "There were twenty-nine ships.", "twenty-nine"),
        (Kind.NUMBER, "共有4000余名记者到场。", "4000余名"),
        (Kind.NUMBER, "總額達640多億美元。", "640多億美元"),
        (Kind.NUMBER, "La part atteint 12,5 % du total.", "12,5 %"),
        (Kind.NUMBER, "申请人应当在十五日内补正。", "十五日"),
        (Kind.NUMBER, "會議共進行三小時。", "三小時"),
        (Kind.NUMBER, "两周内答复。", "两周"),
        (Kind.TITLE, "论坛主题为“共饮一江水”，为期两天。", "“共饮一江水”"),
        (Kind.PERSON, "The pier was built by Ada Brook.", "Ada Brook"),
        (Kind.PERSON, "Le pont fut dessiné par Jean de La Salle en 1902.", "Jean de La Salle"),
        (Kind.PLACE, "联盟在西安成立。", "西安"),
        (Kind.PLACE, "聯盟在西安成立。", "西安"),
        (Kind.REASON, "The pier was closed because a storm broke it.", "because a storm broke it"),
        (Kind.REASON, "La jetée ferma en raison d’une tempête.", "en raison d’une tempête"),
        (Kind.REASON, "由于风暴，码头关闭了。", "由于风暴，码头关闭了"),
        (Kind.TITLE, "Le thème était « Une seule rivière » cette année.", "« Une seule rivière »"),
    ],
)
def test_the_words_of_the_asked_form_are_found(kind: Kind, sentence: str, answer: str) -> None:
    spans = forms(kind, sentence, language_of(sentence), "")

    assert answer in [sentence[slice(*span)] for span in spans]


def test_may_the_verb_is_not_a_month() -> None:
    assert not forms(Kind.DATE, "Visitors may enter.", "en", "")


def test_a_year_is_not_the_number_that_is_asked_for() -> None:
    sentence = "In 2017 the club had 29 members."

    spans = forms(Kind.NUMBER, sentence, "en", "")

    assert [sentence[slice(*span)] for span in spans] == ["29"]


def test_a_day_of_the_month_or_the_week_is_no_number_of_days() -> None:
    assert not forms(Kind.NUMBER, "五月七日是星期日。", "zh-Hans", "")


def test_what_the_question_says_itself_is_not_the_answer() -> None:
    question = "How many of the 12 boats came back?"
    sentence = "Of the 12 boats only 7 came back."

    spans = forms(Kind.NUMBER, sentence, "en", question)

    assert [sentence[slice(*span)] for span in spans] == ["7"]


def test_a_question_without_a_form_finds_no_words_of_it() -> None:
    assert not forms(Kind.OTHER, "Paul built it in 1900.", "en", "")
