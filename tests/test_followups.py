"""Follow-ups: what is understood after which question, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.detect import detect
from language.languages import LANGUAGES
from language.terms import passage_terms, question_terms
from qa.followups.resolving import resolve
from tests import conversations
from tests.dialogues import ACROSS, ENGLISH, FRENCH, SIMPLIFIED, TRADITIONAL, turns


@pytest.mark.parametrize(
    ("before", "asked", "understood"),
    [one for each in (ENGLISH, FRENCH, SIMPLIFIED, TRADITIONAL, ACROSS) for one in turns(each)],
)
def test_a_follow_up_is_completed_from_the_question_before(
    before: str, asked: str, understood: str
) -> None:
    assert resolve(asked, detect(asked, expected=LANGUAGES), before) == understood


@pytest.mark.parametrize(
    ("before", "asked", "understood"),
    [
        one
        for each in (
            conversations.ENGLISH,
            conversations.FRENCH,
            conversations.SIMPLIFIED,
            conversations.TRADITIONAL,
        )
        for one in conversations.turns(each)
    ],
)
def test_a_follow_up_reaches_back_over_the_conversation(
    before: str, asked: str, understood: str
) -> None:
    assert resolve(asked, detect(asked, expected=LANGUAGES), before) == understood


STANDALONE = {
    "en": (
        "When did the Treaty of Paris end the war?",
        "What is photosynthesis?",
        "Who moved his court from Kraków to Warsaw?",
        "How long does it take to build a bridge?",
        "What is it called when the moon hides the sun?",
        "Why is it important that bees survive?",
        "How many Khitan tumens were there?",
        "What did Marie Curie say about her daughter?",
        "What force acts on bodies to retard their velocity?",
        "Where is the Andean bear found?",
        "And when was the Treaty of Paris signed?",
    ),
    "fr": (
        "Où le forum de Davos a-t-il eu lieu ?",
        "Qu'est-ce que la photosynthèse ?",
        "Combien y a-t-il de musées à Lyon ?",
        "Que faut-il pour entrer au musée ?",
        "Pourquoi Paul ne purge-t-il pas sa peine ?",
        "Quand l'assemblée élit-elle son président ?",
        "Et où le traité de Paris fut-il signé ?",
    ),
    "zh-Hans": (
        "爱因斯坦是在哪里发表他的论文的？",
        "为什么天空是蓝色的呢？",
        "那不勒斯在哪里？",
        "谁是美国第一任总统呢？",
        "其中哪座城市最大，人口是多少？",
        "中国获得了多少金牌？",
        "第一次世界大战是什么时候结束的？",
    ),
    "zh-Hant": (
        "愛因斯坦是在哪裡發表他的論文的？",
        "為什麼天空是藍色的呢？",
        "中國獲得了多少金牌？",
        "第一次世界大戰是什麼時候結束的？",
    ),
    "de": ("Wann endete der Krieg?", "Und wie viele Menschen leben in Frankreich?"),
}
QUESTIONS = [(one, tag) for tag, some in STANDALONE.items() for one in some]
BEFORE = [
    before for each in (ENGLISH, FRENCH, SIMPLIFIED, TRADITIONAL) for before, _, _ in turns(each)
]
OPENERS = ["", "And ", "What about ", "Et ", "Qu'en est-il de ", "那", "它", "其", "该", "in "]


@pytest.mark.parametrize(("question", "language"), QUESTIONS)
def test_these_questions_that_stand_on_their_own_are_left_alone(
    question: str, language: str
) -> None:
    assert {resolve(question, language, before) for before in [None, "", *BEFORE]} == {question}


def test_without_a_question_before_nothing_is_made_up() -> None:
    assert resolve("And the second one?", "en", None) == "And the second one?"


def test_a_question_before_in_a_language_without_rules_leaves_the_follow_up_alone() -> None:
    assert resolve("And in 2019?", "en", "Когда закончилась война?") == "And in 2019?"


def test_an_unknown_language_is_no_obstacle_to_few_words() -> None:
    before = "Combien de visiteurs sont venus en 2017 ?"

    assert resolve("Et en 2019 ?", "und", before) == "Combien de visiteurs sont venus en 2019 ?"


PIECES = st.lists(
    st.sampled_from(
        [*"？?！.,，«»“”\"'’-", " ", "the ", "it ", "second ", "第", "届", "2019", "Paris "]
    )
    | st.text(max_size=5),
    max_size=8,
).map("".join)


@given(opener=st.sampled_from(OPENERS), text=PIECES, before=PIECES | st.sampled_from(BEFORE))
def test_no_text_is_too_odd_to_ask_after_another(opener: str, text: str, before: str) -> None:
    for language in (*LANGUAGES, "und"):
        assert isinstance(resolve(opener + text, language, before), str)


WORDS = {
    "en": "museum museums children Siemens Marie Curie 2019 Norway price water second third the in".split(),
    "fr": "musée enfants Siemens Marie Curie 2019 Norvège prix eau deuxième troisième le en la".split(),
}


@given(st.data())
def test_whatever_takes_another_place_all_its_words_are_in_the_result(data: st.DataObject) -> None:
    language, opener = data.draw(st.sampled_from([("en", "And"), ("fr", "Et")]))
    dialogues = ENGLISH if language == "en" else FRENCH
    before = data.draw(st.sampled_from([one for one, _, _ in turns(dialogues)]))
    said = " ".join(data.draw(st.lists(st.sampled_from(WORDS[language]), min_size=1, max_size=4)))

    understood = resolve(f"{opener} {said}?", language, before)

    assert set(question_terms(said, language)) <= set(passage_terms(understood, language))


@pytest.mark.parametrize(
    ("before", "follow_up", "language", "understood"),
    [
        ("What time are we meeting?", "and where?", "en", "Where are we meeting?"),
        ("When do the judges arrive?", "why?", "en", "Why do the judges arrive?"),
        ("À quelle heure on se retrouve ?", "et où ?", "fr", "Où on se retrouve ?"),
        ("几点集合？", "在哪？", "zh-Hans", "在哪集合？"),
        ("幾點集合？", "那在哪裡呢？", "zh-Hant", "在哪裡集合？"),
        # Cleaning for a check-up, of which nothing else is asked; a key that is lost.
        ("複診多少？", "那洗牙呢？", "zh-Hant", "洗牙多少？"),
        ("How much is a lost key?", "and a family ticket?", "en", "How much is a family ticket?"),
    ],
)
def test_what_asks_of_the_same_in_another_way_takes_its_place(
    before: str, follow_up: str, language: str, understood: str
) -> None:
    assert resolve(follow_up, language, before) == understood


def test_a_clause_does_not_give_way_to_where() -> None:
    understood = resolve("and where?", "en", "Who knows when it begins?")
    assert "where" in understood
    assert not understood.lower().startswith("where knows")
