from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.view import Edit, View
from tests.strategies import edits, texts


def is_sound(view: View) -> bool:
    """Tell whether the map is monotone and no character stands for nothing."""
    return bool(
        (np.diff(view.starts) >= 0).all()
        and (np.diff(view.ends) >= 0).all()
        and (view.starts < view.ends).all()
    )


def same(one: View, other: View) -> bool:
    """Tell whether two views show the same characters of the same places."""
    return (
        one.text == other.text
        and np.array_equal(one.starts, other.starts)
        and np.array_equal(one.ends, other.ends)
    )


@st.composite
def edited_views(draw: st.DrawFn) -> tuple[str, View]:
    """A text and a view of it after one, two or three rounds of edits."""
    source = draw(texts())
    view = View.of(source)
    for _ in range(draw(st.integers(1, 3))):
        view = view.edited(draw(edits(view.text)))
    return source, view


@given(edited_views())
def test_the_map_stays_monotone_through_rounds_of_edits(pair: tuple[str, View]) -> None:
    _, view = pair

    assert is_sound(view)


@given(edited_views())
def test_the_map_never_leaves_the_source(pair: tuple[str, View]) -> None:
    source, view = pair

    assert not view.text or (view.starts[0] >= 0 and view.ends[-1] <= len(source))


@given(edited_views())
def test_a_map_survives_packing(pair: tuple[str, View]) -> None:
    _, view = pair

    unpacked = View.unpacked(view.text, view.packed_map())

    assert same(unpacked, view)
    assert not view.text or View.packed_start(view.packed_map()) == view.starts[0]
    assert unpacked.starts.dtype == unpacked.ends.dtype == np.int32


@given(texts(), st.data())
def test_edits_at_once_are_edits_one_by_one(source: str, data: st.DataObject) -> None:
    view = View.of(source)
    wanted = data.draw(edits(source))

    one_by_one = view
    for edit in reversed(wanted):
        one_by_one = one_by_one.edited([edit])

    assert same(view.edited(wanted), one_by_one)


@given(texts(), st.data())
def test_a_part_leads_to_where_the_whole_leads(source: str, data: st.DataObject) -> None:
    view = View.of("<" + source).edited(data.draw(edits(source))).edited([])
    start = data.draw(st.integers(0, max(len(view.text) - 1, 0)))
    end = data.draw(st.integers(start, len(view.text)))

    part = view.part(start, end)

    assert part.text == view.text[start:end]
    assert not part.text or part.source_span(0, end - start) == view.source_span(start, end)


@given(texts())
def test_an_unedited_view_is_borne_out_by_its_source(source: str) -> None:
    assert View.of(source).borne_out_by(source)


def test_a_replacement_stands_for_all_that_it_replaced() -> None:
    view = View.of("Tom &amp; Léa").edited([Edit(4, 9, "&")])

    assert view.text == "Tom & Léa"
    assert view.source_span(4, 5) == (4, 9)


def test_every_character_of_a_longer_replacement_stands_for_all_that_it_replaced() -> None:
    view = View.of("10 ½ km").edited([Edit(3, 4, "1/2")])

    assert view.text == "10 1/2 km"
    assert view.source_span(3, 4) == view.source_span(5, 6) == (3, 4)


def test_a_span_across_a_removal_contains_what_was_removed() -> None:
    view = View.of("規(guī)格").edited([Edit(1, 6)])

    assert view.text == "規格"
    assert view.source_span(0, 2) == (0, 7)


def test_a_span_beside_a_removal_does_not_contain_it() -> None:
    view = View.of("規(guī)格").edited([Edit(1, 6)])

    assert view.source_span(0, 1) == (0, 1)
    assert view.source_span(1, 2) == (6, 7)


def test_a_second_edit_finds_its_way_through_the_first() -> None:
    view = View.of("a\r\nb c").edited([Edit(1, 3, "\n")]).edited([Edit(1, 2, " "), Edit(3, 4)])

    assert view.text == "a bc"
    assert view.source_span(1, 2) == (1, 3)
    assert view.source_span(3, 4) == (5, 6)


def test_everything_may_be_removed() -> None:
    view = View.of("abc").edited([Edit(0, 3)])

    assert view.text == ""
    assert view.borne_out_by("")


def test_no_edits_leave_the_view_as_it_is() -> None:
    view = View.of("abc")

    assert view.edited([]) is view


def test_an_empty_view_survives_packing() -> None:
    assert View.unpacked("", View.of("").packed_map()).text == ""


@pytest.mark.parametrize(
    "wrong",
    [
        [Edit(1, 1, "x")],
        [Edit(2, 1)],
        [Edit(-1, 1)],
        [Edit(2, 4)],
        [Edit(1, 2), Edit(0, 1)],
        [Edit(0, 2), Edit(1, 3)],
    ],
    ids=["empty", "backwards", "before", "behind", "out of order", "overlapping"],
)
def test_a_wrong_edit_is_refused(wrong: list[Edit]) -> None:
    with pytest.raises(ValueError, match=r"edit .* in 3"):
        View.of("abc").edited(wrong)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 1), (0, 4)])
def test_a_span_outside_the_view_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not inside a view of 3"):
        View.of("abc").source_span(start, end)


def test_a_map_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="a view of 2 characters with 1 starts and 1 ends"):
        View("ab", np.array([0], np.int32), np.array([1], np.int32))


@pytest.mark.parametrize("changed", ["le phore", "le phar", "lephare ", ""])
def test_a_changed_source_does_not_bear_out_the_view(changed: str) -> None:
    assert not View.of("le phare").borne_out_by(changed)


def test_one_kind_of_space_bears_out_another() -> None:
    view = View.of("le\u00a0phare").edited([Edit(2, 3, " ")])

    assert view.borne_out_by("le\u00a0phare")
