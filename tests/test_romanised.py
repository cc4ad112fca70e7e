"""A Chinese name in pinyin is the same name as in characters, in whichever the documents have it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.letter_index import LetterIndex
from language.chinese import to_simplified
from qa.namesakes import Called, names_of
from qa.naming import lacking
from qa.places.naming import mentions
from qa.places.written import is_name
from qa.pronounced import in_latin
from qa.romanised import as_written_in, names_in, spelled
from qa.service import Service
from tests.conftest import built
from tests.strategies import texts

HANS = "港务局长林海燕说，潮汐表必须每年重印。她的副手是王一帆。"
HANT = "港務局長林海燕說，潮汐表必須每年重印。她的副手是王一帆。"


@pytest.mark.parametrize(
    ("question", "language", "names"),
    [
        ("What did Lin Haiyan say?", "en", ["Lin Haiyan"]),
        ("what did lin haiyan say", "en", ["lin haiyan"]),
        ("Qu'a dit Wang Yifan des marées ?", "fr", ["Wang Yifan"]),
        ("Did Ouyang meet Lin Hai-yan in Zhongguancun?", "en", ["Lin Hai-yan", "Zhongguancun"]),
        ("Can He Run?", "en", []),
        ("How long is the Long Island ferry?", "en", []),
        ("Who kept the light at Saint-Malo?", "en", []),
        ("What did Lin Hai-yen say?", "en", ["Lin Hai-yen"]),
        ("Is Hai-yen Lin here?", "en", ["Hai-yen Lin"]),
        ("Who is Haiyan Ouyang?", "en", ["Haiyan Ouyang"]),
        ("林海燕说了什么？", "zh-Hans", []),
    ],
)
def test_pinyin_is_told_from_words_of_the_language(
    question: str, language: str, names: list[str]
) -> None:
    assert [question[slice(*name.span)] for name in names_in(question, language)] == names


@pytest.mark.parametrize("text", [HANS, HANT])
def test_a_question_is_read_beside_a_text_with_the_characters_that_it_has(text: str) -> None:
    asked = as_written_in(text, "What did Lin Haiyan and Wang Yifan say?", "en")

    assert asked == "What did 林海燕 and 王一帆 say?"
    assert as_written_in("Lin Haiyan spoke.", "Who is Lin Haiyan?", "en") == "Who is Lin Haiyan?"


def test_a_text_that_names_somebody_else_lacks_the_name() -> None:
    assert lacking("What did Lin Haiyan say?", "en", HANS, "zh-Hans") == 0
    assert lacking("What did Lin Haijun say?", "en", HANS, "zh-Hans") == 1


def test_characters_of_two_words_are_no_name() -> None:
    assert as_written_in("王医生说，潮水很高。", "Who is Wang Yi?", "en") == "Who is Wang Yi?"


@given(st.lists(st.one_of(texts(), st.sampled_from([HANS, HANT, "Lin Haiyan", "王一"]))))
def test_what_is_found_is_a_piece_of_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    for name in names_in("Lin Haiyan met Wang Yi", "en"):
        for written in name.found_in(text):
            assert written in text or written in to_simplified(text)


def test_the_end_of_one_word_and_the_beginning_of_another_are_no_name() -> None:
    called = Called("王依", "pinyin")

    assert not is_name(called, "国王依据宪章作出决定。", (1, 3))
    assert is_name(called, "会长王依说话了。", (2, 4))


def test_all_places_that_name_somebody_are_found_in_either_writing() -> None:
    letters = LetterIndex([("a", HANS), ("b", HANT), ("c", "Lin Haiyan came. 林海雁")])

    assert spelled("Lin Haiyan", letters) == ["林海燕", "林海雁"]
    assert letters.spelled(["林", "海", "燕雁"]) == {"林海燕": 2, "林海雁": 1}
    assert letters.spelled(["林", "x"]) == {}
    assert spelled("the harbour", letters) == []


@pytest.mark.parametrize(
    ("name", "other"),
    [("Putin", "普京"), ("Merkel", "默克尔"), ("IMF", "国际货币基金组织"), ("Ting", None)],
)
def test_somebody_from_abroad_is_called_by_the_surname_in_chinese(
    name: str, other: str | None
) -> None:
    called = {each.name for each in names_of(name, {"zh"})}

    assert other in called if other else "丁肇中" not in called


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("許德輝", {"Xu Dehui", "Dehui Xu", "Hsu Te-hui", "Te-hui Hsu"}),
        ("欧阳建国", {"Ouyang Jianguo", "Jianguo Ouyang", "Ouyang Chien-kuo"}),
        ("司徒静", {"Situ Jing", "Ssutu Ching", "Szutu Ching"}),
        ("李伟", {"Li Wei", "Wei Li"}),
        ("Ma Ming", {"Ma Ming", "Ming Ma"}),
        ("吕布", {"Lu Bu", "Lyu Bu", "Lv Bu", "Lu Pu"}),
        ("Hsu Te-hui", {"Xu Dehui", "Hsu Te-hui"}),
        ("Ch'en T'ien-yü", {"Chen Tianyu", "Chen Tien-yu"}),
        ("Shangguan Yun", {"Shangguan Yun", "Yun Shangguan", "Shangkuan Yun"}),
    ],
)
def test_a_chinese_name_has_its_forms_in_latin_letters(name: str, written: set[str]) -> None:
    assert written <= {each.name for each in in_latin(name)}


@pytest.mark.parametrize("name", ["马上", "高雄", "意大利", "Long Island", "John Smith", "", "王"])
def test_what_is_no_chinese_name_has_none(name: str) -> None:
    assert in_latin(name) == ()


@given(st.text(max_size=12))
def test_any_text_is_a_name_in_latin_letters_or_none(text: str) -> None:
    for each in in_latin(text):
        assert each.name.replace(" ", "").replace("-", "").isascii()


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("Hsu Te-hui", True),
        ("Hsu Te Hui", True),
        ("Hsu Tehui", True),
        ("HSU Te-hui", True),
        ("Hsute Hui", False),
        ("hsu te-hui", False),
    ],
)
def test_the_family_is_parted_from_the_given_name(written: str, whole: bool) -> None:
    called = Called("Hsu Te-hui", "Wade-Giles")

    assert is_name(called, f"met {written}.", (4, 4 + len(written))) is whole


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    folder = tmp_path_factory.mktemp("pinyin")
    (folder / "corpus").mkdir()
    elected = "港务局长林海燕于2019年5月当选。副局长王一帆于2021年3月上任，他主张渡轮免费。"
    (folder / "corpus" / "港.txt").write_text(elected, "utf-8")
    (folder / "corpus" / "ferry.txt").write_text("The ferry leaves at nine. It costs two euros.\n")
    return built(folder / "corpus", folder)


@pytest.mark.model
def test_what_is_told_of_a_person_is_found_by_the_name_in_pinyin(service: Service) -> None:
    answer = service.engine().ask("When was Lin Haiyan elected?")

    assert answer.short_answer == "2019年5月"
    assert answer.understood == "When was Lin Haiyan elected?"


@pytest.mark.model
def test_another_name_in_pinyin_is_answered_nothing_about_the_first(service: Service) -> None:
    assert service.engine().ask("When was Lin Haijun elected?").declined


ROMANISED = {
    "a.txt": "建築師許德輝與詩人歐陽建國昨日抵達港口。",
    "b.txt": "The poet Chien-kuo Ouyang met Hsu Te-hui at the pier.",
    "c.txt": "Le poète Ouyang Jianguo est parti. Xu Dehui reste au port.",
}


@pytest.mark.model
@pytest.mark.parametrize(
    "asked",
    [
        "許德輝",
        "许德辉",
        "Hsu Te-hui",
        "Xu Dehui",
        "Dehui Xu",
        "欧阳建国",
        "Ouyang Jianguo",
        "Ouyang Chien-kuo",
    ],
)
def test_a_chinese_name_is_found_however_it_is_written(tmp_path: Path, asked: str) -> None:
    (tmp_path / "corpus").mkdir()
    for name, text in ROMANISED.items():
        (tmp_path / "corpus" / name).write_text(text, "utf-8")
    generation = built(tmp_path / "corpus", tmp_path).generation

    assert {each.place.document for each in mentions(generation, asked).places} == {*ROMANISED}


@pytest.mark.parametrize(
    "question", ["En quelle année fut-il signé ?", "La peine pénale est-elle levée en mangée ?"]
)
def test_a_french_word_with_accents_is_no_name_in_pinyin(question: str) -> None:
    assert names_in(question, "fr") == ()
