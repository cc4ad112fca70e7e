"""What a question asks at once is told apart, completed and labelled; what is one stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.languages import KNOWN
from qa.parts.asked import MOST, parts_of
from qa.parts.splitting import clauses

ASKED = {
    "When is the fair, where, and how many stalls are there?": [
        "When is the fair?",
        "Where is the fair?",
        "The fair: how many stalls are there?",
    ],
    "How long is the tour and are children allowed?": [
        "How long is the tour?",
        "Are children allowed?",
    ],
    "Quand aura lieu le bal et où ? Et combien coûte le billet ?": [
        "Quand aura lieu le bal ?",
        "Où aura lieu le bal ?",
        "Combien coûte le billet ?",
    ],
    "Combien coûte la visite et les chiens sont-ils admis ?": [
        "Combien coûte la visite ?",
        "Les chiens sont-ils admis ?",
    ],
    "灯会什么时候、在哪里、有多少人？": ["灯会什么时候？", "灯会在哪里？", "灯会有多少人？"],
    "When was the bridge opened, how many people came and who cut the ribbon?": [
        "When was the bridge opened?",
        "The bridge: how many people came?",
        "Who cut the ribbon?",
    ],
    "When was the second fair held, how many people came and who gave the opening speech?": [
        "When was the second fair held?",
        "The second fair: how many people came?",
        "The second fair: who gave the opening speech?",
    ],
    "How long does the guarantee last and what does it cover?": [
        "How long does the guarantee last?",
        "What does the guarantee cover?",
    ],
    "When was it built? How many men built the Pen-Men lighthouse?": [
        "When was the Pen-Men lighthouse built?",
        "How many men built the Pen-Men lighthouse?",
    ],
    "What is the capital and what is the population of Norway?": [
        "What is the capital of Norway?",
        "What is the population of Norway?",
    ],
    "How many ships sank in 1871 and how many in 1902?": [
        "How many ships sank in 1871?",
        "How many ships sank in 1902?",
    ],
    "Quand le phare a-t-il été construit et combien de marches compte-t-il ?": [
        "Quand le phare a-t-il été construit ?",
        "Le phare : combien de marches compte-t-il ?",
    ],
    "Qui a fondé le journal, en quelle année est-il paru et où se trouve son siège ?": [
        "Qui a fondé le journal ?",
        "Le journal : en quelle année est-il paru ?",
        "Le journal : où se trouve son siège ?",
    ],
    "第二届书展什么时候举行、有多少人参加、主题是什么？": [
        "第二届书展什么时候举行？",
        "第二届书展有多少人参加？",
        "第二届书展的主题是什么？",
    ],
    "請問書展何時舉行？主題是什麼？": ["書展何時舉行？", "書展的主題是什麼？"],
    "Tell me when the bridge was opened, who designed it and how long it is.": [
        "When the bridge was opened?",
        "Who designed the bridge?",
        "How long the bridge is?",
    ],
    "What are the length, the width and the weight of the bridge?": [
        "What is the length of the bridge?",
        "What is the width of the bridge?",
        "What is the weight of the bridge?",
    ],
    "Qui sont le maire et la trésorière de Solten ?": [
        "Qui est le maire de Solten ?",
        "Qui est la trésorière de Solten ?",
    ],
    "灯塔的高度和造价是多少？": ["灯塔的高度是多少？", "灯塔的造价是多少？"],
    "商會的會長和秘書是誰？": ["商會的會長是誰？", "商會的秘書是誰？"],
    "大桥什么时候建的，有多宽，多重？": [
        "大桥什么时候建的？",
        "大桥有多宽？",
        "大桥多重？",
    ],
    "第一届书展有多少人参加，第二届呢？": [
        "第一届书展有多少人参加？",
        "第二届书展有多少人参加？",
    ],
}  # fmt: skip
COMPARED = {
    "How many ships sank in 1871 and in 1902?": {
        "1871": "How many ships sank in 1871?",
        "1902": "How many ships sank in 1902?",
    },
    "Compare the first and the second fair: how many guests came to each?": {
        "first fair": "The first fair: how many guests came to the first fair?",
        "second fair": "The second fair: how many guests came to the second fair?",
    },
    "Compare the populations of Norway and Sweden": {
        "Norway": "The populations of Norway?",
        "Sweden": "The populations of Sweden?",
    },
    "How many guests came to the first fair compared to the second?": {
        "first fair": "How many guests came to the first fair?",
        "second fair": "How many guests came to the second fair?",
    },
    "Comparez la première et la deuxième foire : combien de visiteurs sont venus à chacune ?": {
        "première foire": "La première foire : combien de visiteurs sont venus à la première foire ?",
        "deuxième foire": "La deuxième foire : combien de visiteurs sont venus à la deuxième foire ?",
    },
    "Quel était le thème du premier et du deuxième salon ?": {
        "premier salon": "Quel était le thème du premier salon ?",
        "deuxième salon": "Quel était le thème du deuxième salon ?",
    },
    "2017年和2019年分别有多少游客？": {
        "2017年": "2017年有多少游客？",
        "2019年": "2019年有多少游客？",
    },
    "比较第一届和第二届书展：有多少出版社参加？": {
        "第一届书展": "第一届书展：有多少出版社参加？",
        "第二届书展": "第二届书展：有多少出版社参加？",
    },
    "第一屆和第二屆書展的主題分別是什麼？": {
        "第一屆書展": "第一屆書展的主題是什麼？",
        "第二屆書展": "第二屆書展的主題是什麼？",
    },
}  # fmt: skip
COUNTED = {
    "how many cooks and how many ships of the line came in 1805?": [
        "How many cooks came in 1805?", "How many ships of the line came in 1805?",
    ],
    "Combien de marins et combien de chefs d'escale sont venus en mai ?": [
        "Combien de marins sont venus en mai ?", "Combien de chefs d'escale sont venus en mai ?",
    ],
}  # fmt: skip
WHOLE = {
    "en": (
        "When and where was the first fair held?",
        "Who founded Bell and Howell's joint venture?",
        "How many and which ships sank?",
        "What did the council decide and why?",
        "Where is the town where the poet was born and where she died?",
        "Who was the man who built the bridge and who later burnt it?",
        "Which treaty did Anna Lund, who led the talks, sign?",
        "When the tide is low, what can be seen from the pier?",
        "How many ships sank between 1871 and 1902?",
        "How many guests came to the first and second fair in total?",
        "How do I know when and how to apply?",
        "What did Norway and Sweden sign?",
        "What is the difference between a ferry and a barge?",
        "In which year and in which month was the bell cast?",
    ),
    "fr": (
        "Quand et où la foire a-t-elle eu lieu ?",
        "Quelle est la ville où il est né et où il est mort ?",
        "Qui a fondé Moulin et Fils ?",
        "Mon voisin a un chien qui aboie, quels sont mes recours ?",
        "Combien de navires ont sombré entre 1871 et 1902 ?",
        "Où se trouve la tour, et en quelle année ?",
    ),
    "zh": (
        "书展在何时何地举行？",
        "书展什么时候、在哪里举行？",
        "谁和谁签署了合同？",
        "在1902年，图书馆有多少藏书？",
        "2017年和2019年一共有多少游客？",
        "通过什么方式，读者可以续借？",
        "除了《灯塔》、《渔民的歌》，还有哪本书？",
        "哪些出版社参加了书展并签了合同？",
    ),
}


def language(question: str) -> str:
    if any("\u4e00" <= letter <= "\u9fff" for letter in question):
        return "zh-Hans"
    return "fr" if " ?" in question else "en"


@pytest.mark.parametrize("question", COUNTED)
def test_what_is_asked_of_two_numbers_is_asked_of_each(question: str) -> None:
    language = "en" if question.startswith("how") else "fr"

    assert [part.question for part in parts_of(question, language)] == COUNTED[question]


@pytest.mark.parametrize("question", ASKED)
def test_each_part_can_be_asked_by_itself(question: str) -> None:
    parts = parts_of(question, language(question))

    assert [part.question for part in parts] == ASKED[question]
    assert {part.label for part in parts} == {""}


@pytest.mark.parametrize("question", COMPARED)
def test_what_is_compared_is_asked_of_one_by_one_and_named(question: str) -> None:
    parts = parts_of(question, language(question))

    assert {part.label: part.question for part in parts} == COMPARED[question]


@pytest.mark.parametrize(
    ("spoken", "question"), [(tag, each) for tag, asked in WHOLE.items() for each in asked]
)
def test_one_question_stays_one(spoken: str, question: str) -> None:
    assert parts_of(question, spoken) == []


def test_two_things_of_which_two_questions_are_asked_are_four_parts() -> None:
    question = "Compare the first and second fair: when were they held and how many guests came?"

    labels = [part.label for part in parts_of(question, "en")]

    assert labels == ["first fair", "first fair", "second fair", "second fair"]


def test_a_question_in_a_language_that_is_not_known_is_one() -> None:
    assert parts_of("Wann endete die Messe und wer kam?", "de") == []
    assert parts_of("Wann endete die Messe und wer kam?", "und") == []


WORDS = ["when", "who", "and", "the first fair", "in 2017", ",", "?", "what", "quand", "et", "le phare",
         "combien de", "什么时候", "和", "第一届", "、", "多少人", "compare", "比较", ":", "each"]  # fmt: skip


@given(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.sampled_from(["en", "fr", "zh"])
)
def test_whatever_is_asked_there_are_a_few_parts_of_its_words_or_none(
    asked: str, spoken: str
) -> None:
    parts = parts_of(asked, spoken)

    assert len(parts) != 1
    assert len(parts) <= MOST
    assert all(part.question.strip() for part in parts)
    rules = KNOWN[spoken].parts
    assert rules
    at = 0
    for clause in clauses(asked, rules):  # slices, in order
        at = asked.index(clause, at) + len(clause)
