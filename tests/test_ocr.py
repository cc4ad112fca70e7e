"""OCR with the real engine, on pages that are drawn and spoilt like scans."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from PIL import Image, ImageDraw

from corpus.ocr.recogniser_process import ConfinedRecogniser, has_ocr
from corpus.ocr.recognition import Line
from corpus.reading_order import Box
from tests.scans import (
    A4,
    MARGIN,
    PITCH,
    TEXTS,
    Scanner,
    character_error,
    drawn,
    has_fonts,
    lines_of,
    page,
    png,
)

pytestmark = [
    pytest.mark.ocr,
    pytest.mark.skipif(not has_ocr(), reason="OCR is not installed"),
]
languages = pytest.mark.parametrize("language", TEXTS)
# Quotation marks are read straight or curly.
ALIKE = str.maketrans("“”‘’", "\"\"''")


@pytest.fixture(scope="module")
def recogniser() -> Iterator[ConfinedRecogniser]:
    with ConfinedRecogniser() as running:
        yield running


def text_of(lines: tuple[Line, ...]) -> str:
    return "".join(line.text + line.end for line in lines)


def error(lines: tuple[Line, ...], written: list[str]) -> float:
    read = text_of(lines).translate(ALIKE)
    return character_error(read, "".join(written).translate(ALIKE))


def scan(language: str, scanner: Scanner) -> tuple[bytes, list[str]]:
    if not has_fonts(language):
        pytest.skip(f"no font for {language}")
    image, written = page(language, scanner.dpi)
    return png(scanner.scanned(image), scanner.dpi), written


@languages
def test_a_tilted_noisy_scan_is_read_with_hardly_an_error(
    recogniser: ConfinedRecogniser, language: str
) -> None:
    image, written = scan(language, Scanner())

    lines = recogniser.recognise(image)

    assert error(lines, written) <= 0.003
    assert min(line.confidence for line in lines) > 0.9


@pytest.mark.parametrize(
    ("language", "turn"), [("en", 90), ("fr", 180), ("zh-Hans", 270), ("zh-Hant", 180)]
)
def test_a_page_that_was_laid_in_sideways_or_upside_down_is_righted(
    recogniser: ConfinedRecogniser, language: str, turn: int
) -> None:
    image, written = scan(language, Scanner(dpi=150, turn=turn))

    assert error(recogniser.recognise(image), written) <= 0.003


@pytest.mark.parametrize("turn", [0, 270])
def test_a_word_has_the_box_where_it_stands_on_the_page(
    recogniser: ConfinedRecogniser, turn: int
) -> None:
    image, _ = scan("en", Scanner(skew=0, turn=turn))

    lines = recogniser.recognise(image)

    text, word = lines[0].text, lines[0].words[1]
    assert text[word.start : word.end] == "harbour"
    height = A4[1] if turn == 0 else A4[0]
    expected = turned((MARGIN + 22, MARGIN, MARGIN + 60, MARGIN + 13), turn, height)
    assert word.box == pytest.approx(expected, abs=6)


def turned(box: Box, turn: int, height: float) -> Box:
    left, top, right, bottom = box
    return (top, height - right, bottom, height - left) if turn == 270 else box


def test_two_columns_are_read_one_after_the_other(recogniser: ConfinedRecogniser) -> None:
    if not has_fonts("fr"):
        pytest.skip("no font for fr")
    column = (A4[0] - 2 * MARGIN - 24) / 2
    lines = lines_of("fr", column)
    half = len(lines) // 2
    places = [
        (MARGIN + (at >= half) * (column + 24), MARGIN + 40 + PITCH * (at % half), line)
        for at, line in enumerate(lines[: 2 * half])
    ]
    heading = "Nouvelles du port et du phare, ce que le conseil a décidé cette année"
    image = drawn([(MARGIN, MARGIN, heading), *places], "fr")

    read = recogniser.recognise(png(Scanner().scanned(image), 200))

    assert error(read, [heading, *lines[: 2 * half]]) <= 0.005


def test_the_screenshot_of_a_whole_web_page_is_read_at_its_own_size(
    recogniser: ConfinedRecogniser,
) -> None:
    if not has_fonts("zh-Hans"):
        pytest.skip("no font for zh-Hans")
    upper, written = page("zh-Hans", 150)
    sheet = upper.crop((0, 100, upper.width, 700))
    roll = Image.new("L", (sheet.width, 8 * sheet.height), 255)
    for at in range(8):
        roll.paste(sheet, (0, at * sheet.height))

    lines = recogniser.recognise(png(roll, 150))

    assert error(lines, written * 8) <= 0.003
    assert lines[-1].words[0].box[1] > lines[0].words[0].box[1] + 7 * 600 * 72 / 150


def test_paragraphs_and_rows_keep_their_shape(recogniser: ConfinedRecogniser) -> None:
    if not has_fonts("en"):
        pytest.skip("no font for en")
    rows = [("Berth", "Length", "Fee"), ("North quay", "9 metres", "12.50"), ("Pier", "6", "8.00")]
    places = [
        (MARGIN + 130 * at, MARGIN + PITCH * row, cell)
        for row, cells in enumerate(rows)
        for at, cell in enumerate(cells)
    ]
    below = (MARGIN, MARGIN + PITCH * 6, "Fees are due on arrival.")

    read = text_of(recogniser.recognise(png(drawn([*places, below], "en"), 200)))

    assert read.splitlines() == [
        "Berth   Length   Fee",
        "North quay   9 metres   12.50",
        "Pier   6   8.00",
        "",
        "Fees are due on arrival.",
    ]


@pytest.mark.parametrize("size", [(1, 1), (3, 4000), (4000, 3), (40, 40), (2000, 2000)])
def test_a_picture_without_text_has_no_lines(
    recogniser: ConfinedRecogniser, size: tuple[int, int]
) -> None:
    assert recogniser.recognise(png(Image.new("RGB", size, "white"))) == ()


def test_drawings_are_not_text(recogniser: ConfinedRecogniser) -> None:
    image = Image.new("L", (1200, 1600), 255)
    canvas = ImageDraw.Draw(image)
    for at in range(12):
        canvas.ellipse((80 * at, 100 * at, 80 * at + 300, 100 * at + 200), outline=0, width=3)
        canvas.line((0, 130 * at, 1200, 1600 - 90 * at), fill=0, width=2)

    assert len(text_of(recogniser.recognise(png(image)))) < 10


WATCHED = """
import sys
from PIL import Image
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo"):
        print(event, arguments, flush=True)
sys.addaudithook(watch)
from corpus.ocr.rapid_recogniser import RapidRecogniser
from tests.scans import page, png
print(len(RapidRecogniser().recognise(png(page("en")[0], 200))) > 10)
"""


def test_nothing_of_it_touches_the_network() -> None:
    watched = subprocess.run(
        [sys.executable, "-c", WATCHED], capture_output=True, text=True, check=True
    )

    assert watched.stdout.splitlines() == ["True"]
