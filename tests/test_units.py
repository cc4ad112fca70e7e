"""What is quoted together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.files import SourceFile
from corpus.loaders.loaded import Loaded
from corpus.passages import LONGEST, read_document
from corpus.wraps import columns
from tests.strategies import sentences


def quotes(text: str, path: str = "notes.txt") -> list[str]:
    _, passages = read_document(SourceFile(path, "0", Loaded(text)))
    return [one.text[slice(*span)] for one in passages for span in one.sentences]


LISTS = [
    "Le cycle se divise en trois phases :\n\n* la base active ;\n* l’archivage intermédiaire ;\n* la suppression.",
    "Bring with you:\n1. a lamp\n2. a rope\n3. dry matches",
    "基本功能包括：\n——会诊预约：申请单的填写；\n——会诊管理：流程管理。",
    "论坛有三方面成果：\n一是凝聚更多共识；\n二是明确合作方向；\n三是推动项目落地。",
    "出席人員姓名：\n(一)理事：周小華、張一蘭\n(二)監事：孫四新",
    "The fee covers:\nthe berth;\nwater and light;\nthe watch at night.",
]


@pytest.mark.parametrize("announced", LISTS)
def test_a_lead_in_is_quoted_with_its_list(announced: str) -> None:
    shown = quotes(f"{announced}\n\nWhat follows is another matter.")

    assert len(shown) == 2
    assert shown[0].count("\n") >= 2
    assert "another matter" not in shown[0]


def test_a_lead_in_is_quoted_with_its_list_where_markdown_marks_it() -> None:
    shown = quotes(
        "## Phases\n\nThere are three:\n\n* to plan\n* to do\n* to check\n\nThat is all.", "a.md"
    )

    assert shown[1:] == ["There are three:\n\nto plan\nto do\nto check", "That is all."]


def test_a_list_ends_where_the_lead_in_is_an_item_of_the_same_kind() -> None:
    text = "一、时间：三月\n二、出席：\n（一）林大明\n（二）詹七茹\n三、缺席：无\n四、主席：林大明"

    assert quotes(text)[1] == "二、出席：\n（一）林大明\n（二）詹七茹"


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Article 3 : Durée", "L’association est créée pour une durée non déterminée."),
        ("2.1 Fees", "Visitors pay four pounds."),
        ("第三章 总则", "灯塔由海岛管理处管理。"),
        ("Emergency contact", "A person who is called when the member has an accident."),
    ],
)
def test_a_heading_is_quoted_with_what_it_heads_and_never_alone(heading: str, text: str) -> None:
    before = "The rules of the club were changed last year.\n\n"

    assert f"{heading}\n\n{text}" in quotes(f"{before}{heading}\n\n{text} And more of it.")


@pytest.mark.parametrize("line", ["— Anne Tregear, keeper", "port@island.example"])
def test_who_wrote_and_where_to_write_head_nothing(line: str) -> None:
    below = "It is open in summer and closed in winter."

    assert below in quotes(f"The mole is old.\n{line}\n{below}")


def test_the_title_of_a_text_is_not_quoted_with_its_first_sentence() -> None:
    assert (
        quotes("The harbour\n\nIt was built in four summers.")[1] == "It was built in four summers."
    )


def test_a_role_and_a_name_between_blank_lines_are_quoted_together() -> None:
    text = "The club has two officers.\n\nKeeper of the books\nAnn Lee\n\nKeeper of the keys\nTom Ray\n\nBoth are elected."

    assert {"Keeper of the books\nAnn Lee", "Keeper of the keys\nTom Ray"} <= set(quotes(text))


@pytest.mark.parametrize(
    ("lines", "together"),
    [
        (["Équipe", "Maire", "Jean Le Goff", "Premier adjoint", "Mme Anne Tregear"], [1, 3]),
        (["Équipe", "Jean Le Goff", "maire", "Anne de la Tour", "première adjointe"], [1, 3]),
        (["Keeper of the books", "Anne Tregear"], [0]),
        (["Kinds of credit", "Extra Home Loan"], []),
        (["理事长", "林大明", "秘书长", "王小华"], [0, 2]),
        (["Jean Le Goff", "Anne Tregear", "Tom Ray"], []),
        (["Maire", "Adjoint", "Jean Le Goff", "Anne Tregear"], []),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_roles_and_names_that_alternate_are_quoted_in_pairs(
    lines: list[str], together: list[int], gap: str
) -> None:
    shown = quotes(gap.join(["The office is on the quay and open to all.", *lines]))

    wanted = [f"{lines[at]}{gap}{lines[at + 1]}" for at in together]
    assert [one for one in shown if gap in one] == wanted


def test_lines_of_a_list_without_a_lead_in_stay_apart() -> None:
    text = "USB hub\n79.99\nHDMI cable\n44.98\nTOTAL 821.14\nVisa card"

    assert quotes(text) == text.split("\n")


def test_a_list_that_is_too_wide_is_quoted_item_by_item() -> None:
    items = [f"- item {n} of the list has some more words than the others have" for n in range(30)]

    shown = quotes("\n".join(["The list is:", *items]))

    assert len(shown) == 31


LINE = st.one_of(
    sentences(),
    st.sampled_from(["Fees:", "- one;", "- two;", "a mole;", "1. a", "（一）甲", "Article 2 : Siège", "名称：", "Role", "x" * 300]),
)  # fmt: skip


@given(st.lists(LINE, max_size=14), st.sampled_from(["\n", "\n\n"]))
def test_units_hold_every_character_in_order_and_fit_a_passage(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    _, passages = read_document(SourceFile("a.txt", "0", Loaded(text)))

    for one in passages:
        assert all(end <= start for (_, end), (start, _) in pairwise(one.sentences))
    shown = quotes(text)
    assert "".join("".join(shown).split()) == "".join("".join(p.text for p in passages).split())
    assert all(columns(one) <= LONGEST for one in shown if "\n" in one)
