"""Where on a page a quote stands: its characters among the page's own, and their boxes."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from corpus.errors import UnreadableFileError
from corpus.limits import Limits
from corpus.loader_process import Loaders
from corpus.loaders.loaded import Loaded
from corpus.loaders.pdf.loader import load
from corpus.loaders.pdf.shown import page_image
from corpus.page_image import LONGEST, MOST, NOTHING, WIDTH, PageImage, Sought
from corpus.quote_places import joined_boxes, quote_places
from tests.makers import pdf_file, with_password
from tests.pdfs import HEIGHT, Page, pdf
from tests.scans import png

# The same in four languages, with the font that writes it.
SAID = [
    ("F", "The weir at Hollin was mended in 1911.", "mended in 1911"),
    ("F", "L'écluse de Hollin fut réparée en 1911.", "fut réparée en 1911"),
    ("Z", "霍林的水闸于一九一一年修好。", "一九一一年修好"),
    ("T", "霍林的水閘於一九一一年修好。", "一九一一年修好"),
]


def sought(text: str, quote: str) -> Sought:
    start = text.index(quote)
    return Sought(text, (start, start + len(quote)))


def on(page: str, text: str, quote: str) -> str:
    return "".join(page[at] for at in quote_places(sought(text, quote), page))


def drawn(file: bytes, quote: str, number: int = 1) -> tuple[Loaded, PageImage]:
    loaded = load(file, ".pdf", {})
    starts = [part.start for part in loaded.parts]
    ends = [*starts[1:], len(loaded.text)]
    text = loaded.text[starts[number - 1] : ends[number - 1]]
    return loaded, page_image(file, number, sought(text, quote))


def test_a_quote_is_found_whatever_the_white_space_of_either_text() -> None:
    text = "The weir at\nHollin was mended  in 1911.\n"

    assert on("The weir at Hollin\r\nwas mended in 1911.", text, "Hollin was mended  in") == (
        "Hollinwasmendedin"
    )


def test_of_the_same_words_in_two_places_those_with_the_same_words_around_are_meant() -> None:
    north = "North mill. It closed in 1911. The wheel is gone."
    south = "South mill. It closed in 1911. The wheel still turns."
    text, page = f"{north}\n{south}", f"{south}\r\n{north}"
    start = text.rindex("It closed in 1911.")

    places = quote_places(Sought(text, (start, start + 18)), page)

    assert places[0] == page.index("It closed")


def test_a_quote_whose_lines_stand_apart_on_the_page_is_found_in_parts() -> None:
    left = ("The weir was mended", "by two masons from", "the next parish.")
    right = ("港口的码头用花岗岩，", "设有四台起重机以及，", "一个引航员工作站。")
    page = "\r\n".join(f"{one} {other}" for one, other in zip(left, right, strict=True))
    text = "\n".join((*left, *right))

    quote = "\n".join(left)
    assert on(page, text, quote) == "".join(quote.split())


def test_the_cells_of_a_row_are_found_without_the_marks_between_them() -> None:
    text = "Mill | Wheels | Lit\nNorth | 2 | 1911\nSouth | 3 | 1911"

    assert on("Mill Lit Wheels\nNorth 1911 2\nSouth 1911 3", text, "North | 2 | 1911") == (
        "North21911"
    )


@pytest.mark.parametrize("page", ["", "Nothing of the kind stands here.", "mended"])
def test_where_most_of_a_quote_is_not_on_the_page_no_place_is_told(page: str) -> None:
    assert on(page, "The weir was mended in 1911.", "The weir was mended in 1911.") == ""


LINE = st.text("ab é鐘钟1.-| ", min_size=1, max_size=12)


@given(st.lists(LINE, min_size=1, max_size=8), st.randoms(use_true_random=False), st.data())
def test_what_is_found_are_characters_of_the_quote_each_where_it_is_written(
    lines: list[str], chance: object, data: st.DataObject
) -> None:
    text = "\n".join(lines)
    chance.shuffle(lines)  # type: ignore[attr-defined]
    page = "\r\n".join(lines)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    places = quote_places(Sought(text, (start, end)), page)

    ink = [sign for sign in text[start:end] if not sign.isspace() and sign != "|"]
    left = iter(ink)
    assert all(page[at] in left for at in places)  # in the order of the quote
    if text[start:end].strip("| ") in page and ink:
        assert [page[at] for at in places] == ink


@pytest.mark.parametrize(("font", "text", "quote"), SAID)
def test_the_box_of_a_quote_is_where_its_words_are_drawn(font: str, text: str, quote: str) -> None:
    page = Page()
    page.text(60, 100, text, 20, font)
    page.text(60, 300, text.upper(), 20, font)

    _, image = drawn(pdf(page), quote)

    assert (image.width, image.height, image.pages) == (595, HEIGHT, 1)
    ((left, top, right, bottom),) = image.quoted
    assert 60 < left < right < 595
    assert 75 < top < 100 < bottom < 112  # the baseline is at 100
    assert _dark(image, image.quoted[0])
    assert not _dark(image, (right + 30, top, right + 60, bottom))


def test_a_quote_of_two_lines_has_a_box_for_each() -> None:
    page = Page()
    page.lines(60, 100, ["The weir at Hollin", "was mended in 1911."], 12)

    _, image = drawn(pdf(page), "Hollin\nwas mended")

    (_, first, _, _), (left, second, _, _) = image.quoted
    assert second > first
    assert left == pytest.approx(60, abs=2)


def test_in_two_columns_the_boxes_stay_in_the_column_of_the_quote() -> None:
    page = Page()
    left = ("The lighthouse stands on", "the northern point and", "was lit in the year 1887.")
    right = ("The harbour has a quay", "of granite, four cranes", "and a pilot station.")
    page.rows((60, 300), 100, zip(left, right, strict=True), pitch=12)

    _, image = drawn(pdf(page), "of granite, four cranes\nand a pilot station.")

    assert len(image.quoted) == 2
    assert all(box[0] >= 299 for box in image.quoted)


def test_a_row_of_a_table_has_a_box_for_each_cell() -> None:
    page = Page()
    page.rows(
        (60, 200, 300),
        100,
        [("Mill", "Wheels", "Lit"), ("North", "2", "1911"), ("South", "3", "1911")],
    )

    loaded, image = drawn(pdf(page), "South | 3 | 1911")

    assert loaded.tables
    assert [round(box[0]) for box in image.quoted] == [60, 200, 300]
    assert all(120 < box[1] < box[3] < 140 for box in image.quoted)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_on_a_sheet_that_is_turned_the_box_turns_with_it(rotate: int) -> None:
    page = Page(rotate=rotate)
    page.text(60, 100, "The weir at Hollin was mended in 1911.", 20)

    _, image = drawn(pdf(page), "mended in 1911")

    (box,) = image.quoted
    assert (image.width > image.height) == (rotate != 180)
    assert (box[3] - box[1] > box[2] - box[0]) == (rotate != 180)
    assert _dark(image, box)


def test_what_was_typed_into_a_field_is_boxed_there() -> None:
    page = Page()
    page.text(60, 100, "Name of the keeper")
    page.field(200, 100, "Agnes Quayle")

    _, image = drawn(pdf(page), "Agnes Quayle")

    assert image.quoted[0][0] == pytest.approx(202, abs=3)


def _dark(image: PageImage, box: tuple[float, float, float, float]) -> bool:
    """Tell whether anything is printed in a box of the picture."""
    picture = Image.open(BytesIO(image.picture)).convert("L")
    factor = picture.width / image.width
    extrema = picture.crop(tuple(round(side * factor) for side in box)).getextrema()  # type: ignore[arg-type]
    return bool(extrema[0] < 128)  # type: ignore[operator]


def test_characters_are_joined_within_a_line_and_not_across() -> None:
    line = [(float(x), 0.0, x + 9.0, 10.0) for x in range(0, 50, 10)]
    below = [(float(x), 14.0, x + 9.0, 24.0) for x in range(0, 30, 10)]

    assert joined_boxes([*line, *below]) == ((0, 0, 49, 10), (0, 14, 29, 24))
    assert joined_boxes([]) == ()


@pytest.fixture(scope="module")
def loaders() -> Iterator[Loaders]:
    with Loaders() as loaders:
        yield loaders


@pytest.mark.parametrize("number", [0, -1, 3, 10**9])
def test_a_page_that_is_not_there_is_told_with_how_many_there_are(
    loaders: Loaders, number: int
) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        loaders.page_image(".pdf", pdf_file(("One.",), ("Two.",)), number)

    assert refused.value.told("en") == f"has no page {number}; its pages: 2"


@pytest.mark.parametrize(
    ("suffix", "content", "code"),
    [
        (".pdf", b"%PDF-1.7\nthis is no PDF", "file_no_pdf"),
        (".pdf", with_password(pdf_file(("Secret.",))), "file_encrypted"),
        (".png", b"\x89PNG\r\n\x1a\nnothing", "file_no_picture"),
        (".pdf", b"", "file_empty"),
    ],
)
def test_a_broken_file_is_one_line_and_the_process_goes_on(
    loaders: Loaders, suffix: str, content: bytes, code: str
) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        loaders.page_image(suffix, content, 1)

    assert refused.value.message.code == code
    assert loaders.page_image(".pdf", pdf_file(("One.",)), 1).pages == 1


def test_a_page_that_takes_too_long_is_given_up() -> None:
    with Loaders(Limits(shown_seconds=0.001)) as hasty, pytest.raises(UnreadableFileError) as late:
        hasty.page_image(".pdf", pdf_file(("One.",)), 1)

    assert late.value.message.code == "file_slow"


@pytest.mark.parametrize("box", [b"0 0 5 14400", b"0 0 14400 5", b"0 0 14e3 1e4"])
def test_a_page_of_any_size_is_a_picture_within_limits(loaders: Loaders, box: bytes) -> None:
    file = pdf_file(("One.",)).replace(b"0 0 700 842", box)

    image = loaders.page_image(".pdf", file, 1)

    width, height = Image.open(BytesIO(image.picture)).size
    assert width <= WIDTH + 1
    assert height <= LONGEST + 1
    assert width * height <= MOST * 1.01


def test_a_picture_is_shown_on_paper_and_no_larger_than_a_screen(loaders: Loaders) -> None:
    image = loaders.page_image(".png", png(Image.new("L", (3000, 1500), 200), 300), 1, NOTHING)

    assert (round(image.width), round(image.height), image.pages) == (720, 360, 1)
    assert Image.open(BytesIO(image.picture)).size == (WIDTH, WIDTH // 2)
