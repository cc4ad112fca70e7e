"""What a question says where its words are typed wrong, and what is left alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.detect import detect
from language.letters import plain, written_words
from language.lexicon import full
from language.slips import beside, cost
from language.spelling import mended
from language.terms import passage_terms, question_terms
from tests.strategies import texts

LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Held:
    """The words of a few sentences, as an index would hold them."""

    def __init__(self, sentences: Iterable[tuple[str, str]]) -> None:
        self._words = Counter(word for text, _ in sentences for word in written_words(text))
        self._terms = {term for one in sentences for term in passage_terms(*one)}

    def holds(self, terms: Sequence[str]) -> bool:
        return not self._terms.isdisjoint(terms)

    def similar(self, word: str, edits: int) -> dict[str, int]:
        near = {plain(word)}
        for _ in range(edits):
            near |= {other for one in near for other in beside(one, LETTERS)}
        return {text: count for text, count in self._words.most_common() if plain(text) in near}


DOCUMENTS = Held(
    [
        ("The railway from Jakarta to Bandung was opened by the harbour authority.", "en"),
        ("Which countries signed the agreement with the constitutional committee?", "en"),
        ("Marten Vreeland keeps the lighthouse of Port Clement; Perm lies far away.", "en"),
        ("Le phare de l'île compte cent marches et deux gardiens ; la gare ferma en été.", "fr"),
        ("Les pêcheurs créèrent une société de sauvetage.", "fr"),
        ("Маяк построили рыбаки; смотритель живёт в башне.", "ru"),
    ]
)
EMPTY = Held([])


def understood(question: str) -> str:
    language = detect(question, expected=("en", "fr", "zh-Hans", "zh-Hant"))
    return mended(question, language, DOCUMENTS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("When was the railwy opened?", "When was the railway opened?"),
        ("When was the railwya opened?", "When was the railway opened?"),
        ("When was the raillway opened?", "When was the railway opened?"),
        ("Who heads the constituitonal commitee?", "Who heads the constitutional committee?"),
        ("Where does the Jakatra line end?", "Where does the Jakarta line end?"),
        ("where does the jakrta line end", "where does the Jakarta line end"),
        ("Waht did they sign?", "What did they sign?"),
        ("Wich countries signed teh agreement?", "Which countries signed the agreement?"),
        ("howmany countries signed", "how many countries signed"),
        ("Who runs the lightho use and the harb our?", "Who runs the lighthouse and the harbour?"),
        ("Combein de marches compte le phare ?", "Combien de marches compte le phare ?"),
        ("quelel est la hauteur du phrae ?", "quelle est la hauteur du phare ?"),
        ("Qui a sauvé les pécheurs ?", "Qui a sauvé les pécheurs ?"),
    ],
)
def test_a_word_that_is_typed_wrong_is_understood(typed: str, meant: str) -> None:
    assert understood(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "En quelle annee la societe fut-elle creee ?",
            "En quelle année la société fut-elle créée ?",
        ),
        ("Ou se trouve la gare ?", "Où se trouve la gare ?"),
        ("Quel est le systéme de l'ecole ?", "Quel est le système de l'école ?"),
    ],
)
def test_accents_that_are_missing_or_wrong_come_back(typed: str, meant: str) -> None:
    assert understood(typed) == meant


@pytest.mark.parametrize(
    "question",
    [
        "What is the budget of the railway?",  # a word that the documents lack
        "Who keeps the lighthouses?",  # another form of a word that they have
        "Where is Peru?",
        "Where is Pern?",  # a name of four letters, one letter from Perm
        "Who is Merten?",  # one name for another, by a letter that is no plain slip
        "Who is Okafor?",
        "What does UNSECO say?",
        "What did McDonlad say?",
        "Who said “teh railwy is opne”?",
        'Who said "teh railwy"?',
        "Qui a dit « la garre est fermé » ?",
        "Is railwy.org or folder/harbuor.txt or ab@harbuor.org there?",
        "What is COVID19 or A4x or foo_brr?",
        "Why doesn't the harbour's lamp burn, and who couldn’t see it?",
        "Aujourd'hui, qui garde le phare ?",
        "Qui a tourné The Great Dictator ?",  # another language's words
        "The third forum : où a-t-il eu lieu ?",
        "Is the neighbouring labour organisation at the centre of the theatre's programme?",
        "Which defence cheque did the sceptical paediatrician analyse, kilometres from aluminium?",
        "Кто построил маяки?",  # an ending
        "What is the liek of " + " ".join(f"glosso{one}phyte" for one in "abcdefgh") + "?",
        "灯塔有多少级台阶？",
        "",
    ],
)
def test_what_is_right_new_a_name_or_quoted_stays(question: str) -> None:
    assert understood(question) == question


def test_a_right_word_stays_whatever_the_documents_hold() -> None:
    documents = Held([("The budgets of Peruvian ports, the Perm region and the causes.", "en")])

    assert mended("What is the budget of Peru, and its cause?", "en", documents) == (
        "What is the budget of Peru, and its cause?"
    )


def test_a_language_without_a_full_word_list_is_mended_in_plain_slips_only() -> None:
    assert not full("ru")
    assert mended("Где смотиртель?", "ru", DOCUMENTS) == "Где смотритель?"
    assert mended("Где смотрителя?", "ru", DOCUMENTS) == "Где смотрителя?"


def test_without_documents_the_languages_own_words_serve() -> None:
    assert mended("Waht does the goverment say?", "en", EMPTY) == "What does the government say?"


def test_of_two_words_the_likelier_slip_is_meant() -> None:
    assert cost("teh", "the") < cost("tje", "the") < cost("tme", "the")
    assert cost("leter", "letter") == cost("lettter", "letter") < cost("leer", "letter")
    assert cost("hnife", "knife") > cost("kmife", "knife")
    assert cost("same", "same") == 0


@given(st.text("abcd", max_size=7), st.text("abcd", max_size=7))
def test_a_slip_costs_something_and_what_is_the_same_nothing(typed: str, meant: str) -> None:
    assert (cost(typed, meant) == 0) == (typed == meant)


@given(st.text("abcd", min_size=1, max_size=7))
def test_whatever_is_one_slip_away_costs_less_than_two_of_the_dearest(word: str) -> None:
    assert all(0 < cost(one, word) <= 4 for one in beside(word, "abcd"))


@given(texts(), st.sampled_from(["en", "fr", "ru", "zh-Hans", "und"]))
def test_only_words_are_altered(text: str, language: str) -> None:
    better = mended(text, language, DOCUMENTS)

    between = re.compile(r"[^\W\d_]+|\s+")
    assert between.sub("", better) == between.sub("", text)


def test_simplified_and_traditional_characters_find_the_same() -> None:
    simplified, traditional = "中老铁路全长多少公里？", "中老鐵路全長多少公里？"

    assert question_terms(simplified, "zh-Hans") == question_terms(traditional, "zh-Hant")
    assert question_terms("中老鐵路全长多少公里", "zh-Hans") == question_terms(
        simplified, "zh-Hans"
    )
    assert set(question_terms(simplified, "zh-Hans")) & set(
        passage_terms("中老鐵路全線長1035公里。", "zh-Hant")
    )
