"""OCR by RapidOCR: PP-OCRv6 models that lie in its package, run by OpenVINO or ONNX Runtime.

The only file that knows RapidOCR.  Its classifier of angles stays off: it turns whole lines of
French upside down.  Which way up a page was laid in is told by the page as a whole instead.
"""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from io import BytesIO
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from corpus.ocr.bands import bands
from corpus.ocr.ocr_lines import Placed, Reading, lines_of
from corpus.ocr.recognition import Line

Pixels = NDArray[np.uint8]

PACKAGES = "rapidocr", "openvino", "onnxruntime", "opencv-python-headless"
VERSION = 1  # of what this file makes of the engine's answer
POINTS_AN_INCH = 72
# Upright pages, noisy ones too, have a mean of .95 and more, upside down it is .5 to .65.
UPRIGHT = 0.8
SLIMMEST = 1 / 12  # of an image's longer side; the engine enlarges what is slimmer beyond measure


def fingerprint() -> str:
    """Return what decides the text that a page has, without loading any of it; "" without OCR."""
    versions = {name: _version(name) for name in PACKAGES}
    if not (versions["rapidocr"] and (versions["openvino"] or versions["onnxruntime"])):
        return ""
    if versions["openvino"]:
        del versions["onnxruntime"]
    return " ".join([f"{name} {number}" for name, number in versions.items()] + [str(VERSION)])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


class RapidRecogniser:
    """A recogniser in this process; it loads its models when it is made."""

    def __init__(self) -> None:
        # OpenVINO reports to Google Analytics as soon as it is imported, unless this is missing.
        sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]
        from rapidocr import EngineType, RapidOCR

        engine = EngineType.OPENVINO if _version("openvino") else EngineType.ONNXRUNTIME
        self.fingerprint = fingerprint()
        self._engine: Any = RapidOCR(
            params={
                "Global.use_cls": False,
                "Global.text_score": 0.0,
                "Global.return_word_box": True,
                "Global.log_level": "critical",
                "Det.engine_type": engine,
                "Rec.engine_type": engine,
            }
        )

    def recognise(self, image: bytes) -> tuple[Line, ...]:
        """Return the lines of a page in reading order, whichever way up it was laid in."""
        with Image.open(BytesIO(image)) as page:
            dpi = page.info.get("dpi", (POINTS_AN_INCH,))[0]
            pixels = np.asarray(page.convert("RGB"))[:, :, ::-1]
        reading = self._righted(pixels)
        height, width = pixels.shape[:2]
        return lines_of(reading, width, height, POINTS_AN_INCH / dpi)

    def _righted(self, pixels: Pixels) -> Reading:
        """Return the best reading; an upright page is read once, a turned one up to thrice."""
        best = self._read(pixels, 0)
        if best.texts and best.is_sideways:
            turned = self._read(pixels, 1)
            best = max(turned, best, key=_confidence_upright)
        if best.texts and best.confidence < UPRIGHT:
            turned = self._read(pixels, (best.turn + 2) % 4)
            best = max(best, turned, key=_confidence_upright)
        return best

    def _read(self, pixels: Pixels, turn: int) -> Reading:
        turned = np.rot90(pixels, -turn)
        parts = [self._read_band(turned[start:end], start) for start, end in bands(turned)]
        return Reading(
            turn,
            tuple(text for part in parts for text in part.texts),
            np.concatenate([part.corners for part in parts]),
            np.concatenate([part.scores for part in parts]),
            [placed for part in parts for placed in part.placed],
        )

    def _read_band(self, pixels: Pixels, top: int) -> Reading:
        result = self._engine(_padded(pixels))
        if result.txts is None or result.boxes is None:
            return Reading(0, (), np.empty((0, 4, 2)), np.empty(0), [])
        below = np.array([0.0, top])
        corners = np.asarray(result.boxes, np.float64) + below
        words = result.word_results or ()
        if len(words) != len(result.txts):  # the engine leaves out lines without any
            words = ((),) * len(result.txts)
        placed = [
            [Placed(text, sure, np.array(box, np.float64) + below) for text, sure, box in line]
            for line in words
        ]
        return Reading(0, result.txts, corners, np.asarray(result.scores, np.float64), placed)


def _confidence_upright(reading: Reading) -> float:
    return reading.confidence * (0.5 if reading.texts and reading.is_sideways else 1)


def _padded(pixels: Pixels) -> Pixels:
    """Return an image with white to the right or below where it is a mere strip."""
    height, width = pixels.shape[:2]
    least = int(max(height, width) * SLIMMEST) + 1
    below, right = max(0, least - height), max(0, least - width)
    if not below and not right:
        return np.ascontiguousarray(pixels)
    return np.pad(pixels, ((0, below), (0, right), (0, 0)), constant_values=255)
