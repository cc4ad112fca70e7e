"""Files of every format with a given text, made by the libraries that users' programs use."""

from __future__ import annotations

import io
import json
import re
import struct
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import docx
import pptx
import xlsxwriter

from tests import open_document as odf

HANT = "燈塔建於1887年，高三十二公尺。"
HANS = "灯塔建于1887年，高三十二米。"
FRENCH = "Le phare, haut de 32 mètres, fut allumé en 1887."
# A PNG of one pixel.
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
ENGLISH = "The lighthouse is 32 metres tall and was lit in 1887."


def docx_file(*paragraphs: str, table: tuple[tuple[str, ...], ...] = ()) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        made = document.add_table(len(table), len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    return _saved(document)


def pptx_file(*slides: str) -> bytes:
    presentation = pptx.Presentation()
    for text in slides:
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = text
    return _saved(presentation)


def xlsx_file(**sheets: list[list[object]]) -> bytes:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    book.close()
    return target.getvalue()


def epub_file(title: str, *chapters: str) -> bytes:
    names = [f"text/{number}.xhtml" for number in range(len(chapters))]
    items = "".join(f'<item id="c{n}" href="{name}"/>' for n, name in enumerate(names))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(names)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata><dc:title>{title}</dc:title></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = '<container><rootfiles><rootfile full-path="OPS/a.opf"/></rootfiles></container>'
    pages = {
        f"OPS/{name}": f"<html><body><p>{text}</p></body></html>"
        for name, text in zip(names, chapters, strict=True)
    }
    return zip_file({"META-INF/container.xml": container, "OPS/a.opf": package, **pages})


def rtf_file(content: str, prolog: str = r"\ansicpg1252") -> bytes:
    """Rich text; characters beyond ASCII are written as Unicode."""
    units = (content[at : at + 1] for at in range(len(content)))
    written = "".join(one if one < "\x80" else f"\\u{ord(one)}?" for one in units)
    return f"{{\\rtf1\\ansi{prolog}\n{written}}}".encode("ascii")


def zip_file(members: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def pdf_file(*pages: tuple[str, ...]) -> bytes:
    """A PDF with lines of Latin text on each page; as small as PDF 1.4 allows."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Courier>>"]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream = f"BT /F 11 Tf 14 TL 40 800 Td {shown}ET"
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 700 842]/Contents {len(objects)} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    body += (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{body.rindex('endobj') + 7}\n%%EOF"
    )
    return body.encode("latin-1")


def with_password(content: bytes) -> bytes:
    """The PDF or archive *content*, said to be encrypted with a password that nobody knows."""
    secret = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>" % (b"00" * 32, b"11" * 32)
    encrypted = bytearray(content.replace(b"trailer<<", b"trailer<<" + secret + b"/ID[<00><00>]"))
    at = -1
    while (at := encrypted.find(b"PK\x01\x02", at + 1)) >= 0:
        encrypted[at + 8] |= 1  # the flag of a member of an archive
    return bytes(encrypted)


def eml_file(subject: str, body: str, date: str = "Thu, 25 Apr 2019 09:00:00 +0800") -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "a@example.org", "b@example.org"
    message["Subject"], message["Date"] = subject, date
    message.set_content(body)
    message.add_attachment(b"x", maintype="image", subtype="png", filename="map.png")
    return bytes(message)


def html_file(title: str, *paragraphs: str, charset: str = "utf-8") -> bytes:
    text = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        f'<html><head><meta charset="{charset}"><title>{title}</title>'
        '<meta property="article:published_time" content="2019-04-25"></head>'
        f"<body><nav><a href=/>Home</a></nav><article><h1>{title}</h1>{text}</article>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode(charset)


def msg_file(subject: str, body: str = "", **more: Any) -> bytes:  # noqa: ANN401
    """A message of Outlook; *more*: html, files (name to bytes), inner (a tree of this kind)."""
    return compound_file(msg_tree(subject, body, **more))


def msg_tree(
    subject: str,
    body: str = "",
    html: bytes = b"",
    files: dict[str, bytes] | None = None,
    inner: dict[str, object] | None = None,
    rich: bytes = b"",
    head: int = 32,
) -> dict[str, object]:
    texts = {0x0037: subject, 0x0C1A: "Anna", 0x5D01: "a@example.org", 0x0E04: "Bo", 0x1000: body}
    tree: dict[str, object] = {
        f"__substg1.0_{key:04X}001F": text.encode("utf-16-le") for key, text in texts.items()
    }
    sent = struct.pack("<HHIQ", 0x40, 0x0039, 6, 132_006_960_000_000_000)  # 2019-04-25
    tree["__properties_version1.0"] = bytes(head) + sent
    if html:
        tree["__substg1.0_10130102"] = html
    if rich:
        tree["__substg1.0_10090102"] = rich
    for number, (name, content) in enumerate((files or {}).items()):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": bytes(8),
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": content,
        }
    if inner:
        tree["__attach_version1.0_#000000FF"] = {"__substg1.0_3701000D": inner}
    return tree


def compound_file(tree: dict[str, object]) -> bytes:
    """A compound file (MS-CFB, version 3) of streams and folders of streams."""
    end, none, fat_mark = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    fat: list[int] = []
    sectors = bytearray()
    small, small_fat = bytearray(), list[int]()
    entries: list[list[object]] = [["Root Entry", 5, none, none, end, 0]]

    def chain(table: list[int], count: int) -> int:
        start = len(table)
        table.extend([*range(start + 1, start + count), end] if count else [])
        return start if count else end

    def stored(content: bytes) -> int:
        padded = content + bytes(-len(content) % 512)
        sectors.extend(padded)
        return chain(fat, len(padded) // 512)

    def add(parent: int, folder: dict[str, object]) -> None:
        before = 0
        for name in sorted(folder, key=lambda name: (len(name), name.upper())):
            node, number = folder[name], len(entries)
            entries.append([name, 1 if isinstance(node, dict) else 2, none, none, 0, 0])
            entries[before or parent][3 if before else 2] = number
            before = number
            if isinstance(node, dict):
                add(number, node)
                continue
            assert isinstance(node, bytes)
            entries[number][5] = len(node)
            if len(node) >= 4096:
                entries[number][4] = stored(node)
            else:
                entries[number][4] = chain(small_fat, -(-len(node) // 64))
                small.extend(node + bytes(-len(node) % 64))

    add(0, tree)
    entries[0][4:] = [stored(bytes(small)), len(small)]
    table = struct.pack(f"<{len(small_fat)}I", *small_fat)
    small_start = stored(table + b"\xff" * (-len(table) % 512))
    folder = b"".join(
        str(name).encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBBIII", 2 * len(str(name)) + 2, kind, 1, none, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
        for name, kind, child, right, start, size in entries
    )
    folder_start = stored(folder)
    count = -(-len(fat) // 127) or 1
    places = list(range(len(fat), len(fat) + count))
    fat.extend([fat_mark] * count)
    fat.extend([none] * (128 * count - len(fat)))
    sectors.extend(struct.pack(f"<{len(fat)}I", *fat))
    small_sectors = -(-len(table) // 512)
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, count, folder_start, 0, 4096,
                          small_start, small_sectors, end, 0)  # fmt: skip
    return header + struct.pack("<109I", *places, *[none] * (109 - count)) + bytes(sectors)


def notebook_file(*texts: str) -> bytes:
    cells = [{"cell_type": "markdown", "source": text} for text in texts]
    return json.dumps({"nbformat": 4, "metadata": {}, "cells": cells}).encode()


def every_format() -> dict[str, bytes]:
    """A file of each format that holds ENGLISH and, where its encoding allows, HANT."""
    both = f"{ENGLISH} {HANT}"
    return {
        "a.txt": both.encode(),
        "a.md": f"# Tower\n\n{both}".encode(),
        "a.html": html_file("Tower", both, FRENCH * 3),
        "a.pdf": pdf_file((ENGLISH,), ("Second page.",)),
        "a.docx": docx_file(both, table=(("1887", "lit"),)),
        "a.pptx": pptx_file(both),
        "a.xlsx": xlsx_file(Towers=[["name", "said"], ["Tower", both]]),
        "a.epub": epub_file("Tower", both),
        "a.odt": odf.odt_file(
            odf.paragraph(both) + odf.sheet("T", odf.row("year", "what"), odf.row("1887", "lit"))
        ),
        "a.ods": odf.ods_file(odf.sheet("T", odf.row("name", "said"), odf.row("Tower", both))),
        "a.odp": odf.odp_file(f"<draw:page>{odf.frame(both)}</draw:page>"),
        "a.rtf": rtf_file(rf"{both}\par \trowd\cellx1\cellx2 1887\cell lit\cell\row"),
        "a.csv": f"name,said\nTower,{both.replace(',', ';')}\n".encode(),
        "a.tsv": f"name\tsaid\nTower\t{both}\n".encode(),
        "a.json": json.dumps([{"title": "Tower", "text": both}]).encode(),
        "a.jsonl": (json.dumps({"title": "Tower", "text": both}) + "\n").encode(),
        "a.srt": f"1\n00:00:01,000 --> 00:00:04,000\n{both}\n".encode(),
        "a.vtt": f"WEBVTT\n\n00:01.000 --> 00:04.000\n{both}\n".encode(),
        "a.eml": eml_file("Tower", both),
        "a.mbox": b"From a@example.org Thu Apr 25 09:00:00 2019\n" + eml_file("Tower", both),
        "a.msg": msg_file("Tower", both),
        "a.ipynb": notebook_file(both),
    }


def _saved(document: object) -> bytes:
    target = io.BytesIO()
    document.save(target)  # type: ignore[attr-defined]
    return target.getvalue()


def squad_file(articles: dict[str, dict[str, list[tuple[str, str, list[str]]]]]) -> bytes:
    """A question set: by title, by paragraph, its (id, question, answers)."""

    def asked(text: str, key: str, question: str, answers: list[str]) -> dict[str, object]:
        placed = [{"text": answer, "answer_start": text.index(answer)} for answer in answers]
        return {"id": key, "question": question, "answers": placed}

    data = [
        {
            "title": title,
            "paragraphs": [
                {"context": text, "qas": [asked(text, *one) for one in qas]}
                for text, qas in paragraphs.items()
            ],
        }
        for title, paragraphs in articles.items()
    ]
    return json.dumps({"data": data}, ensure_ascii=False).encode()


def edited(content: bytes, edit: Callable[[str, str], str]) -> bytes:
    """An archive after *edit(name, text)* of each of its parts that is XML."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in source.namelist():
            part = source.read(name)
            if name.endswith((".xml", ".rels")):
                part = edit(name, part.decode()).encode()
            archive.writestr(name, part)
    return target.getvalue()


def with_parts(content: bytes, of: str, parts: dict[str, tuple[str, str]]) -> bytes:
    """An office file whose part *of* refers to *parts*: a kind and XML, by name.

    Each is called by the last word of its name; others of its kind are no longer referred to.
    """
    folder, _, base = of.rpartition("/")
    kinds = "|".join({kind for kind, _ in parts.values()})
    added = "".join(
        f'<Relationship Id="{name.rpartition("/")[2].partition(".")[0]}" Type="x/{kind}" Target="/{name}"/>'
        for name, (kind, _) in parts.items()
    )

    relations = f"{folder}/_rels/{base}.rels"

    def refer(name: str, part: str) -> str:
        if name != relations:
            return part
        kept = re.sub(rf'<Relationship\b[^>]*/(?:{kinds})"[^>]*/>', "", part) if kinds else part
        return kept.replace("</Relationships>", f"{added}</Relationships>")

    target = io.BytesIO(edited(content, refer))
    with zipfile.ZipFile(target, "a") as archive:
        if relations not in archive.namelist():
            archive.writestr(relations, f"<Relationships>{added}</Relationships>")
        for name, (_, part) in parts.items():
            archive.writestr(name, part)
    return target.getvalue()
