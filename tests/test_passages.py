from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.documents import Document, Passage
from corpus.files import SourceFile
from corpus.loaders.loaded import Loaded
from corpus.passages import LONGEST, read_document, reading_view
from corpus.view import View
from corpus.wraps import columns
from language.spans import Span
from tests.strategies import source_files

PARAGRAPH = (
    "The harbour of the island was built in four summers by men who had never seen a crane. "
    "They cut the granite on the north side, let it slide down to the beach at low water and "
    "floated it across the bay under empty barrels. "
)


def read(text: str, path: str = "notes.txt") -> tuple[Document, list[Passage]]:
    return read_document(SourceFile(path, "0" * 64, Loaded(text)))


def texts_of(text: str, path: str = "notes.txt") -> list[str]:
    return [passage.text for passage in read(text, path)[1]]


def sentences_of(passage: Passage) -> list[str]:
    return [passage.text[start:end] for start, end in passage.sentences]


@given(
    st.one_of(
        source_files(),
        st.builds(SourceFile, st.just("a.md"), st.just("0"), st.builds(Loaded, st.text())),
    )
)
def test_every_text_can_be_read(file: SourceFile) -> None:
    document, _ = read_document(file)

    assert document.source == file.source


@given(source_files())
def test_passages_are_in_order_and_do_not_overlap(file: SourceFile) -> None:
    _, passages = read_document(file)

    spans = [passage.source_span for passage in passages]
    assert all(start < end for start, end in spans)
    assert all(before <= after for (_, before), (after, _) in pairwise(spans))


@given(source_files())
def test_every_character_but_space_is_in_exactly_one_passage(file: SourceFile) -> None:
    _, passages = read_document(file)

    together = "".join(passage.text for passage in passages)
    assert "".join(together.split()) == "".join(reading_view(file).text.split())


@given(source_files())
def test_every_character_but_space_is_in_exactly_one_sentence(file: SourceFile) -> None:
    _, passages = read_document(file)

    together = "".join(one for passage in passages for one in sentences_of(passage))
    assert "".join(together.split()) == "".join(reading_view(file).text.split())


@given(source_files())
def test_no_passage_is_too_wide_unless_it_is_one_sentence(file: SourceFile) -> None:
    _, passages = read_document(file)

    assert all(
        len(passage.sentences) == 1 or sum(map(columns, sentences_of(passage))) <= LONGEST
        for passage in passages
    )


@given(source_files())
def test_a_passage_is_borne_out_by_its_source(file: SourceFile) -> None:
    _, passages = read_document(file)

    assert all(passage.view.borne_out_by(file.source) for passage in passages)


@given(source_files())
def test_a_passage_begins_and_ends_with_a_sentence(file: SourceFile) -> None:
    _, passages = read_document(file)

    assert all(passage.sentences[0][0] == 0 for passage in passages)
    assert all(passage.sentences[-1][1] == len(passage.text) for passage in passages)


@given(source_files())
def test_the_same_file_gives_the_same_passages(file: SourceFile) -> None:
    once, again = read_document(file), read_document(file)

    assert once[0] == again[0]
    assert [one.source_span for one in once[1]] == [one.source_span for one in again[1]]


def test_a_document_keeps_its_path_digest_and_source() -> None:
    document, _ = read_document(
        SourceFile("port/phare.txt", "ab12", Loaded("\ufeffLe phare est rouge.\r\n"))
    )

    assert document.path == "port/phare.txt"
    assert document.sha256 == "ab12"
    assert document.source == "\ufeffLe phare est rouge.\r\n"


def test_a_text_without_letters_has_a_name_and_no_language() -> None:
    document, passages = read("\u3000\n\n", "port/phare.txt")

    assert (document.title, document.language, passages) == ("phare", "und", [])


def test_a_long_paragraph_is_divided_between_sentences() -> None:
    _, passages = read(PARAGRAPH * 4)

    assert len(passages) == 2
    assert all(passage.text.endswith(".") for passage in passages)


def test_a_sentence_is_kept_whole() -> None:
    sentence = "灯塔守人每天傍晚提着油灯走上一百一十二级台阶，" * 12 + "一直到天亮。"

    _, passages = read("海上有雾。" + sentence)

    assert sentence in {one for passage in passages for one in sentences_of(passage)}


def test_a_sentence_wider_than_a_passage_is_cut_and_nothing_of_it_is_lost() -> None:
    sentence = "灯塔守人每天傍晚提着油灯走上一百一十二级台阶，" * 40 + "一直到天亮。"

    cut = texts_of(sentence)

    assert "".join(cut) == sentence
    assert all(columns(one) <= LONGEST for one in cut)


def test_short_paragraphs_stand_together() -> None:
    assert texts_of("Le port.\n\nLe phare.\n\nLe quai.") == ["Le port.\n\nLe phare.\n\nLe quai."]


def test_a_heading_stands_with_what_follows_it() -> None:
    cut = texts_of(f"{PARAGRAPH}\n\nThe winter of 1887\n\n{PARAGRAPH}")

    assert len(cut) == 2
    assert cut[1].startswith("The winter of 1887")


def test_paragraphs_of_two_languages_stand_apart() -> None:
    chinese = "灯塔建在海岛的最高处，四周没有树木，守塔人要走两个小时的山路才能到达那里。"

    _, passages = read(f"{PARAGRAPH}\n\n{chinese}")

    assert [passage.language for passage in passages] == ["en", "zh-Hans"]


def test_a_short_line_in_another_language_stays_where_it_is() -> None:
    _, passages = read("海岛上的居民把新灯塔叫作\n\nPhare Neuf\n\n旧灯塔已经改成了一座博物馆。")

    assert [passage.language for passage in passages] == ["zh-Hans"]


def test_a_document_is_in_the_language_of_most_of_its_text() -> None:
    document, _ = read(f"{PARAGRAPH}\n\nLe phare de l'île est ouvert en été aux visiteurs du port.")

    assert document.language == "en"


def test_a_long_list_of_short_lines_is_divided() -> None:
    _, passages = read("\n".join(f"Berth number {number}" for number in range(3000)))

    assert len(passages) > 60
    assert all(len(passage.sentences) < 60 for passage in passages)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The winter of 1887\n\nIt was cold.", "The winter of 1887"),
        ("1887年的冬天\n\n海岛下了三天三夜的大雪。", "1887年的冬天"),
        ("Accueil > Îles > Phares\nLe vieux phare\nIl est rouge.", "Le vieux phare"),
        ("时间：2019-04-02\n旧灯塔改建\n工程已经开始。", "旧灯塔改建"),
        ("It was cold.\n\nIt snowed.", "It was cold."),
        ("雪" * 90 + "。\n\n冷。", "雪" * 40 + "…"),
        ("It was cold. It snowed.", "guide"),  # a line that is all of it is no title
        ("* * *", "guide"),
    ],
)
def test_a_title_is_the_first_line_that_reads_like_one(text: str, title: str) -> None:
    name = "guide.txt" if ">" in text or "：20" in text else "guide.md"

    assert read(text, name)[0].title == title


def test_a_passage_stands_under_the_title_of_its_document() -> None:
    document, passages = read(f"The harbour\n\n{PARAGRAPH * 4}")

    assert {passage.title for passage in passages} == {document.title} == {"The harbour"}


def test_a_passage_of_a_windows_file_leads_to_its_source() -> None:
    source = "\ufeffLe port est &agrave; l'est.\r\nLe phare est rouge."

    _, passages = read(source)

    assert passages[0].text == "Le port est à l'est.\nLe phare est rouge."
    assert passages[0].source_span == (1, len(source))


@pytest.mark.parametrize(
    ("sentences", "reason"),
    [
        ((), "without a sentence"),
        (((0, 9),), "in a passage of 8"),
        (((3, 3),), "sentence 3:3"),
        (((3, 8), (0, 3)), "sentence 0:3 after 8"),
        (((0, 4), (3, 8)), "sentence 3:8 after 4"),
        (((-1, 3),), "sentence -1:3"),
    ],
)
def test_a_passage_refuses_wrong_sentences(sentences: tuple[Span, ...], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Passage(View.of("Le port."), sentences, "fr", "")


def test_a_passage_may_lie_in_the_middle_of_its_source() -> None:
    view = View("port", np.array([3, 4, 5, 6], np.int32), np.array([4, 5, 6, 7], np.int32))

    assert Passage(view, ((0, 4),), "fr", "").source_span == (3, 7)
