from __future__ import annotations

import random
import struct
import time
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from corpus.errors import UnreadableFileError
from corpus.files import read_file
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.loaders import images
from corpus.ocr.recognition import Line, Word
from tests.scans import png

LINES = (
    Line("Der Turm · 灯塔", (72, 72, 160, 84), 0.98, (
        Word(0, 3, (72, 72, 90, 84), 0.99), Word(4, 8, (94, 72, 120, 84), 0.98),
        Word(9, 10, (122, 72, 124, 84), 0.6), Word(11, 13, (126, 72, 160, 84), 0.97),
    ), "\n\n"),
    Line("Built in 1887.", (72, 96, 140, 108), 0.95, (
        Word(0, 5, (72, 96, 95, 108), 0.9), Word(6, 8, (98, 96, 108, 108), 0.9),
        Word(9, 14, (110, 96, 140, 108), 0.95),
    )),
)  # fmt: skip


class Reader:
    """Reads what it is told to, in the order of the pages, and keeps the pictures."""

    fingerprint = "reader 1"

    def __init__(self, *answers: tuple[Line, ...] | Exception) -> None:
        self.answers = list(answers)
        self.images: list[bytes] = []
        self.seconds = 0.0

    def recognise(self, image: bytes) -> tuple[Line, ...]:
        self.images.append(image)
        time.sleep(self.seconds)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture(scope="module")
def loaders() -> Iterator[Loaders]:
    with Loaders() as running:
        yield running


def grey(width: int = 60, height: int = 40) -> Image.Image:
    return Image.new("L", (width, height), 200)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def fax(*frames: Image.Image) -> bytes:
    return saved(frames[0], "TIFF", save_all=True, append_images=list(frames[1:]))


def shown(content: bytes, number: int = 1) -> Image.Image:
    return Image.open(BytesIO(images.picture(content, ".png", number)))


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.png", "PNG"), ("a.JPG", "JPEG"), ("a.jpeg", "JPEG"), ("a.tif", "TIFF"), ("a.TIFF", "TIFF"),
     ("a.webp", "WEBP"), ("a.bmp", "BMP"), ("misnamed.jpg", "PNG")],
)  # fmt: skip
def test_the_text_of_a_picture_is_what_ocr_reads_in_it(
    tmp_path: Path, loaders: Loaders, name: str, kind: str
) -> None:
    (tmp_path / name).write_bytes(saved(grey(), kind))

    file = read_file(tmp_path, name, loaders, Reader(LINES))

    assert file.source == "Der Turm · 灯塔\n\nBuilt in 1887."
    assert [(part.start, part.kind, part.name) for part in file.loaded.parts] == [(0, "page", "1")]
    assert file.loaded.scans == ()


def test_every_word_that_was_recognised_keeps_its_box_and_its_confidence(
    tmp_path: Path, loaders: Loaders
) -> None:
    (tmp_path / "a.png").write_bytes(png(grey()))

    file = read_file(tmp_path, "a.png", loaders, Reader(LINES))

    marked = [file.source[mark.start : mark.end] for mark in file.loaded.recognised]
    assert marked == ["Der", "Turm", "·", "灯塔", "Built", "in", "1887."]
    assert file.loaded.recognised[3][2:] == ((126, 72, 160, 84), 0.97)


def test_a_fax_of_three_pages_has_three_parts_and_an_empty_page_is_a_note(
    tmp_path: Path, loaders: Loaders
) -> None:
    (tmp_path / "fax.tif").write_bytes(fax(grey(), grey(50, 50), grey(40, 60)))
    reader = Reader(LINES, (), LINES[1:])
    told: list[tuple[int, int]] = []

    file = read_file(
        tmp_path, "fax.tif", loaders, reader, lambda done, total: told.append((done, total))
    )

    assert [part.name for part in file.loaded.parts] == ["1", "3"]
    assert file.source[file.loaded.parts[1].start :] == "Built in 1887."
    assert [note.told("en") for note in file.loaded.notes] == ["page 2 holds no text"]
    assert [Image.open(BytesIO(image)).size for image in reader.images] == [
        (60, 40), (50, 50), (40, 60)]  # fmt: skip
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_page_that_could_not_be_read_is_a_note_and_the_others_are_text(
    tmp_path: Path, loaders: Loaders
) -> None:
    (tmp_path / "fax.tif").write_bytes(fax(grey(), grey()))

    file = read_file(tmp_path, "fax.tif", loaders, Reader(UnreadableFileError("file_crash"), LINES))

    assert file.source.startswith("Der Turm")
    assert [part.name for part in file.loaded.parts] == ["2"]
    assert [note.code for note in file.loaded.notes] == ["note_page_unread"]
    assert file.loaded.notes[0].told("en").startswith("page 1 was not read: ")


def test_without_ocr_a_picture_is_listed_with_the_command_that_helps(
    tmp_path: Path, loaders: Loaders
) -> None:
    (tmp_path / "a.png").write_bytes(png(grey()))

    with pytest.raises(UnreadableFileError, match=r"pip install 'cited-qa\[ocr\]'"):
        read_file(tmp_path, "a.png", loaders)


def test_a_picture_without_text_holds_no_text(tmp_path: Path, loaders: Loaders) -> None:
    (tmp_path / "a.png").write_bytes(png(grey()))

    with pytest.raises(UnreadableFileError, match="holds no text"):
        read_file(tmp_path, "a.png", loaders, Reader(()))


def test_when_the_time_of_a_file_is_over_the_rest_of_its_pages_are_notes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fax.tif").write_bytes(fax(grey(), grey(), grey()))
    clock = iter([0.0, 1.0, 11.0, 12.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))

    with Loaders(Limits(ocr_seconds=10)) as within:
        file = read_file(tmp_path, "fax.tif", within, Reader(LINES))

    assert [note.values["page"] for note in file.loaded.notes] == ["2", "3"]


def test_what_is_transparent_is_white_paper() -> None:
    writing = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    writing.putpixel((5, 5), (0, 0, 0, 255))

    page = shown(png(writing))

    assert page.getpixel((0, 0)) == (255, 255, 255)
    assert page.getpixel((5, 5)) == (0, 0, 0)


def test_a_photograph_is_turned_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # Exif 2.3, 4.6.4 A: the 0th row is the right-hand side
    content = saved(grey(60, 40), "JPEG", exif=exif)

    assert shown(content).size == (40, 60)


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    shades = np.linspace(20_000, 30_000, 400, dtype=np.uint16).reshape(20, 20)

    page = np.asarray(shown(saved(Image.fromarray(shades), "TIFF")))

    assert page.min() == 0
    assert page.max() == 255
    assert len(np.unique(page)) > 200


@pytest.mark.parametrize(("stated", "dpi"), [(300, 300), (0, 72), (1, 72), (None, 72)])
def test_a_page_says_its_resolution_where_the_file_does(stated: int | None, dpi: int) -> None:
    options = {"dpi": (stated, stated)} if stated is not None else {}

    assert shown(saved(grey(), "JPEG", **options)).info["dpi"][0] == pytest.approx(dpi, abs=0.1)


def test_a_page_of_more_pixels_than_ocr_can_use_is_made_smaller_with_its_resolution(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(images, "MOST_SHOWN", 90_000)

    page = shown(saved(grey(1_200, 300), "PNG", dpi=(600, 600)))

    assert page.size == (600, 150)
    assert page.info["dpi"][0] == pytest.approx(300, abs=0.1)


def bomb() -> bytes:
    """A PNG of a kilobyte that says that it is 100,000 by 100,000 pixels."""
    content = bytearray(png(Image.new("1", (8, 8))))
    content[16:24] = struct.pack(">II", 100_000, 100_000)
    content[29:33] = struct.pack(">I", zlib.crc32(content[12:29]))
    return bytes(content)


NOISE = random.Random(5).randbytes(3_000)
HOSTILE = {
    "random bytes": ("a.png", NOISE, "is no picture"),
    "random bytes behind a signature": ("a.png", b"\x89PNG\r\n\x1a\n" + NOISE, "is no picture|dam"),
    "a bomb": ("a.png", bomb(), "more than the limit of 120,000,000 pixels"),
    "half a photograph": ("a.jpg", saved(Image.effect_noise((300, 300), 50), "JPEG")[:9_000], "damaged"),
    "half a fax": ("a.tif", fax(Image.effect_noise((300, 300), 50))[:40_000], "damaged|no picture"),
    "a text": ("a.bmp", b"The lighthouse was built in 1887.", "is no picture"),
    "nothing": ("a.webp", b"", "is empty"),
    "a fax that is a circle": ("a.tif", b"II*\0\x08\0\0\0\0\0\x08\0\0\0", "damaged|no picture|no text"),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_picture_is_explained(tmp_path: Path, loaders: Loaders, kind: str) -> None:
    name, content, reason = HOSTILE[kind]
    (tmp_path / name).write_bytes(content)

    with pytest.raises(UnreadableFileError, match=reason):
        read_file(tmp_path, name, loaders, Reader(LINES))


def test_a_picture_of_one_pixel_is_shown_to_ocr(tmp_path: Path, loaders: Loaders) -> None:
    (tmp_path / "a.png").write_bytes(png(grey(1, 1)))

    with pytest.raises(UnreadableFileError, match="holds no text"):
        read_file(tmp_path, "a.png", loaders, Reader(()))


def test_a_picture_with_the_name_of_a_text_is_said_to_be_one(loaders: Loaders) -> None:
    with pytest.raises(UnreadableFileError, match=r"is a picture, not a \.txt file"):
        loaders.load(".txt", png(grey()))
