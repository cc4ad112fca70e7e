from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.ocr.bands import HIGHEST, bands


def striped(height: int, width: int, pitch: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Lines of text: half of every *pitch* rows has ink in it."""
    pixels = np.full((height, width, 3), 255, np.uint8)
    for top in range(0, height, pitch):
        pixels[top : top + pitch // 2, ::3] = 0
    return pixels


@given(st.integers(2_001, 12_000), st.integers(30, 90))
def test_a_long_picture_is_cut_between_its_lines_into_bands_that_are_seen_whole(
    height: int, pitch: int
) -> None:
    pixels = striped(height, 100, pitch)

    cut = bands(pixels)

    assert (cut[0][0], cut[-1][1]) == (0, height)
    assert all(before[1] == after[0] for before, after in pairwise(cut))
    assert all(0 < end - start <= HIGHEST for start, end in cut)
    assert all(pixels[start].min() == 255 for start, _ in cut[1:])


@pytest.mark.parametrize(("height", "width"), [(2_339, 1_654), (1_000, 10), (1, 1), (4_960, 3_508)])
def test_a_sheet_is_not_cut(height: int, width: int) -> None:
    assert bands(np.zeros((height, width, 3), np.uint8)) == [(0, height)]
