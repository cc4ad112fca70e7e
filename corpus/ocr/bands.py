"""Where to cut a picture that is much higher than wide, like the screenshot of a whole web page."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

HIGHEST = 2_000  # pixels: what OCR sees without making it smaller
SLIM = 2.5  # times as high as wide; a sheet of paper is 1.4 or less
SMOOTHED = 9  # rows


def bands(pixels: NDArray[np.uint8]) -> list[tuple[int, int]]:
    """Return the first row of each band and the row after its last; cuts run between the lines.

    Args:
        pixels: Shape ``(height, width, colours)``.
    """
    height, width = pixels.shape[:2]
    if height <= max(HIGHEST, SLIM * width):
        return [(0, height)]
    contrast = np.ptp(pixels[:, :, 1], axis=1).astype(np.float64)
    contrast = np.convolve(contrast, np.ones(SMOOTHED) / SMOOTHED, "same")
    cuts = [0]
    while height - cuts[-1] > HIGHEST:
        latest = cuts[-1] + HIGHEST
        window = contrast[latest - HIGHEST // 4 : latest]
        cuts.append(latest - 1 - int(np.argmin(window[::-1])))
    return list(zip(cuts, [*cuts[1:], height], strict=True))
