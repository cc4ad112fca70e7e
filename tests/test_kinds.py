"""What a question asks for, and the words of a sentence that have that form."""

from __future__ import annotations

import pytest

from language.asking import forms, kind_of, kinds_of, marked, names_one
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
        ("Did the pier reopen?", Kind.YES_NO),
        ("Est-ce que la jetée a rouvert ?", Kind.YES_NO),
        ("La jetée a-t-elle rouvert ?", Kind.YES_NO),
        ("碼頭重新開放了嗎？", Kind.YES_NO),
        ("码头是否收费", Kind.YES_NO),
        ("What is the ferry called?", Kind.NAME),
        ("Comment s’appelle le bac ?", Kind.NAME),
        ("这艘渡轮的名称是什么？", Kind.NAME),
        ("What are the stops of the ferry?", Kind.LIST),
        ("Quels sont les arrêts du bac ?", Kind.LIST),
        ("渡輪停靠哪些碼頭？", Kind.LIST),
        ("What is a groyne?", Kind.DEFINITION),
        ("什么是丁坝？", Kind.DEFINITION),
        ("How many people who signed came?", Kind.NUMBER),
    ],
)
def test_the_kind_is_read_off_the_question_in_every_language(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind


@pytest.mark.parametrize(
    ("keywords", "kind"),
    [
        ("theme 2017 regatta", Kind.TITLE),
        ("thème deuxième régate", Kind.TITLE),
        ("第二届帆船赛 主题", Kind.TITLE),
        ("ferry ticket price", Kind.NUMBER),
        ("prix billet bac", Kind.NUMBER),
        ("渡輪 票價 價格", Kind.NUMBER),
        ("regatta venue", Kind.PLACE),
        ("帆船赛 地点", Kind.PLACE),
        ("pier closure reason", Kind.REASON),
        ("date ouverture jetée", Kind.DATE),
        ("lighthouse lamp", Kind.OTHER),
    ],
)
def test_keywords_ask_for_what_their_noun_says(keywords: str, kind: Kind) -> None:
    assert kind_of(keywords) is kind


def test_a_noun_in_a_whole_question_does_not_say_what_is_asked() -> None:
    assert kind_of("How does the president travel?") is Kind.OTHER
    assert kind_of("主席怎么去码头？") is Kind.OTHER


def test_a_question_may_ask_for_a_place_and_for_a_list_of_them() -> None:
    assert kinds_of("Which countries sent ships?") == {Kind.PLACE, Kind.LIST}
    assert kinds_of("Quels pays ont envoyé des bateaux ?") == {Kind.PLACE, Kind.LIST}


@pytest.mark.parametrize(
    ("kind", "sentence", "other"),
    [
        (Kind.TITLE, "Its theme was One River.", "It met on a theme."),
        (Kind.TITLE, "La régate eut pour thème « Une rivière ».", "La régate eut lieu."),
        (Kind.TITLE, "帆船赛以“共饮一江水”为主题。", "帆船赛的主题很多。"),
        (Kind.LIST, "It stops at Aber, Brook and Coll.", "It stops at Aber."),
        (Kind.LIST, "Il dessert Aber, Brec et Coll.", "Il dessert Aber."),
        (Kind.LIST, "渡輪停靠東岸、南灣和西島。", "渡輪停靠東岸。"),
        (Kind.NAME, "The ferry, known as Petrel, is old.", "The ferry is old."),
        (Kind.NAME, "Le bac, surnommé le Pétrel, est vieux.", "Le bac est vieux."),
        (Kind.NAME, "这艘渡轮又称海燕。", "这艘渡轮很旧。"),
        (Kind.DEFINITION, "A groyne is a wall in the sea.", "Two groynes broke."),
        (Kind.DEFINITION, "丁坝是一种伸入河中的坝。", "两座丁坝坏了。"),
    ],
)
def test_a_kind_has_marks_in_the_sentence_that_answers(
    kind: Kind, sentence: str, other: str
) -> None:
    assert marked(kind, sentence)
    assert not marked(kind, other)


@pytest.mark.parametrize(
    ("kind", "sentence", "language"),
    [
        (Kind.PLACE, "The boats sailed to Lisbon.", "en"),
        (Kind.PERSON, "The boats, said Ada Brook, were old.", "en"),
        (Kind.PLACE, "Les bateaux partirent à Lisbonne.", "fr"),
        (Kind.PERSON, "Les bateaux, dit Anne Brec, sont vieux.", "fr"),
        (Kind.PLACE, "船队驶往里斯本。", "zh-Hans"),
        (Kind.PERSON, "船队由李明率领。", "zh-Hans"),
    ],
)
def test_persons_are_told_from_places(kind: Kind, sentence: str, language: str) -> None:
    other = Kind.PLACE if kind is Kind.PERSON else Kind.PERSON

    assert names_one(kind, sentence, language, "")
    assert not names_one(other, sentence, language, "")


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
