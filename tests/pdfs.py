"""PDFs with text where a test wants it; no library writes such as badly made ones are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin

WIDTH, HEIGHT = 595, 842  # points: A4
EAST_ASIAN = "<</Type/Font/Subtype/Type0/BaseFont/{0}/Encoding/{1}/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/{0}/CIDSystemInfo<</Registry(Adobe)/Ordering({2})/Supplement 2>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/{0}/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>>>>]>>"
FONTS = {
    "F": "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    "Z": EAST_ASIAN.format("STSong-Light", "UniGB-UCS2-H", "GB1"),
    "T": EAST_ASIAN.format("MSung-Light", "UniCNS-UCS2-H", "CNS1"),
    "V": EAST_ASIAN.format("STSong-Light", "UniGB-UCS2-V", "GB1"),
    # Shows letters and says that they are others: the name of the table is filled in later.
    "S": "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode {0} 0 R>>",
}


@dataclass
class Page:
    """Collects what is drawn on a page; places are points from its top left."""

    drawn: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # annotations
    rotate: int = 0

    def text(
        self, x: float, y: float, text: str, size: float = 10, font: str = "F", turn: float = 0
    ) -> None:
        """Write *text*, its baseline beginning there, turned clockwise by degrees."""
        a, b = cos(radians(-turn)), sin(radians(-turn))
        shown = f"<{text.encode('cp1252' if font in 'FS' else 'utf-16-be').hex()}>"
        place = f"{a:.4f} {b:.4f} {-b:.4f} {a:.4f} {x} {HEIGHT - y}"
        self.drawn.append(f"BT /{font} {size} Tf {place} Tm {shown} Tj ET")

    def lines(
        self, x: float, y: float, lines: Iterable[str], size: float = 10, font: str = "F"
    ) -> None:
        """Write lines below each other."""
        for number, line in enumerate(lines):
            self.text(x, y + number * size * 1.25, line, size, font)

    def rows(
        self,
        across: Sequence[float],
        y: float,
        rows: Iterable[Sequence[str]],
        *,
        font: str = "F",
        pitch: float = 16,
    ) -> None:
        """Write rows of cells, each beginning at its place across."""
        for number, row in enumerate(rows):
            for x, cell in zip(across, row, strict=True):
                if cell:
                    self.text(x, y + number * pitch, cell, font=font)

    def rule(self, left: float, top: float, right: float, bottom: float) -> None:
        """Draw a line."""
        self.drawn.append(f"{left} {HEIGHT - top} m {right} {HEIGHT - bottom} l S")

    def picture(self, left: float, top: float, width: float, height: float) -> None:
        """Draw a grey picture of one dot."""
        place = f"{width} 0 0 {height} {left} {HEIGHT - top - height} cm"
        image = "BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI"
        self.drawn.append(f"q {place} {image} Q")

    def field(self, x: float, y: float, value: str) -> None:
        """Put a filled-in field there."""
        self.notes.append(
            f"<</Type/Annot/Subtype/Widget/FT/Tx/F 4/T(name)/V({value})/DA(/F 10 Tf 0 g)"
            f"/Rect[{x} {HEIGHT - y} {x + 200} {HEIGHT - y + 14}]"
            f"/AP<</N {{appearance}}>>>>\n{value}"
        )

    def remark(self, x: float, y: float, value: str) -> None:
        """Type something over the page."""
        self.notes.append(
            f"<</Type/Annot/Subtype/FreeText/F 4/Contents({value})/DA(/F 10 Tf 0 g)"
            f"/Rect[{x} {HEIGHT - y} {x + 200} {HEIGHT - y + 14}]"
            f"/AP<</N {{appearance}}>>>>\n{value}"
        )


def pdf(*pages: Page, title: str = "") -> bytes:
    """The PDF with these pages, and with what its metadata call its title."""
    objects: list[bytes] = []

    def add(content: str, stream: str | None = None) -> int:
        body = content.encode("latin-1")
        if stream is not None:
            data = stream.encode("latin-1")
            body = (
                body.replace(b">>", b"/Length %d>>" % len(data), 1)
                if b"/Form" not in body
                else (body[:-2] + b"/Length %d>>" % len(data))
            )
            body += b"stream\n" + data + b"\nendstream"
        objects.append(body)
        return len(objects)

    table = add("<<>>", _other_letters())
    fonts = {name: add(font.replace("{0}", str(table))) for name, font in FONTS.items()}
    resources = "<</Font<<" + "".join(f"/{name} {at} 0 R" for name, at in fonts.items()) + ">>>>"
    kids: list[int] = []
    fields: list[int] = []
    parent = len(objects) + 1 + sum(2 + 2 * len(page.notes) for page in pages)
    for page in pages:
        content = add("<<>>", "\n".join(page.drawn))
        notes = []
        for note in page.notes:
            described, value = note.rsplit("\n", 1)
            appearance = add(
                f"<</Type/XObject/Subtype/Form/BBox[0 0 200 14]/Resources {resources}>>",
                f"BT /F 10 Tf 2 3 Td ({value}) Tj ET",
            )
            notes.append(add(described.replace("{appearance}", f"{appearance} 0 R")))
        fields += notes
        kids.append(
            add(
                f"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]"
                f"/Contents {content} 0 R/Resources {resources}/Rotate {page.rotate}"
                f"/Annots[{' '.join(f'{note} 0 R' for note in notes)}]>>"
            )
        )
    assert add(f"<</Type/Pages/Kids[{_refer(kids)}]/Count {len(kids)}>>") == parent
    form = f"/AcroForm<</Fields[{_refer(fields)}]/DR {resources}>>" if fields else ""
    root = add(f"<</Type/Catalog/Pages {parent} 0 R{form}>>")
    told = add(f"<</Title <FEFF{title.encode('utf-16-be').hex()}>>>")
    return _file(objects, f"/Root {root} 0 R/Info {told} 0 R")


def _refer(numbers: Iterable[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _file(objects: Sequence[bytes], trailer: str) -> bytes:
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(body)
    entries = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{entries}trailer<</Size {size}{trailer}>>\nstartxref\n{start}\n%%EOF"
    return body + tail.encode()


def _other_letters() -> str:
    """A table (ISO 32000-1, 9.10.3) after which each character is another one."""
    codes = range(0x21, 0x7F)
    shuffled = [0x21 + (7 + 37 * (code - 0x21)) % len(codes) for code in codes]
    pairs = "\n".join(
        f"<{code:02x}> <{other:04x}>" for code, other in zip(codes, shuffled, strict=True)
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(shuffled)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    )
