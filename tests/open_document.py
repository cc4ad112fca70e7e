"""OpenDocument files for the tests: what stands in a body, put into a package."""

from __future__ import annotations

import io
import zipfile

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "presentation": "presentation", "svg": "svg-compatible", "form": "form", "chart": "chart",
        "manifest": "manifest", "meta": "meta",
    }.items()
) + (
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:math="http://www.w3.org/1998/Math/MathML"'
)  # fmt: skip


def odt_file(
    body: str, styles: str = "", heads: str = "", title: str = "", **objects: str
) -> bytes:
    """A text with automatic *styles*, *heads* in its master page, and embedded *objects*."""
    return _package("text", body, styles, heads, title, objects)


def ods_file(body: str, **objects: str) -> bytes:
    return _package("spreadsheet", body, "", "", "", objects)


def odp_file(body: str, heads: str = "") -> bytes:
    return _package("presentation", body, "", heads, "", {})


def sheet(name: str, *rows: str) -> str:
    return f'<table:table table:name="{name}">{"".join(rows)}</table:table>'


def row(*cells: str, times: int = 1) -> str:
    """Cells are their text; one that begins with "<" is taken as it is."""
    made = (
        cell if cell.startswith("<") else f"<table:table-cell>{paragraph(cell)}</table:table-cell>"
        for cell in cells
    )
    return (
        f'<table:table-row table:number-rows-repeated="{times}">{"".join(made)}</table:table-row>'
    )


def paragraph(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>' if text else ""


def frame(text: str, x: int = 0, y: int = 0, kind: str = "") -> str:
    return (
        f'<draw:frame presentation:class="{kind}" svg:x="{x}mm" svg:y="{y}mm">'
        f"<draw:text-box>{paragraph(text)}</draw:text-box></draw:frame>"
    )


def numbered(name: str, *levels: tuple[str, str, str, int]) -> str:
    """A list style: of each level its format, what stands around a number, how many are shown."""
    made = "".join(
        f'<text:list-level-style-number text:level="{n}" style:num-format="{form}"'
        f' style:num-prefix="{before}" style:num-suffix="{after}" text:display-levels="{shown}"/>'
        for n, (form, before, after, shown) in enumerate(levels, start=1)
    )
    return f'<text:list-style style:name="{name}">{made}</text:list-style>'


def _package(
    kind: str, body: str, styles: str, heads: str, title: str, objects: dict[str, str]
) -> bytes:
    def document(element: str, content: str) -> str:
        return f'<?xml version="1.0" encoding="UTF-8"?><office:{element} {NAMESPACES}>{content}</office:{element}>'

    content = (
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    )
    master = f'<style:master-page style:name="Standard">{heads}</style:master-page>'
    media = f"application/vnd.oasis.opendocument.{kind}"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media_type}"/>'
        for path, media_type in [
            ("/", media),
            *((f"{name}.xml", "text/xml") for name in ("content", "styles", "meta")),
        ]
    )
    return _zipped(
        media,
        {
            "META-INF/manifest.xml": f"<manifest:manifest {NAMESPACES}>{entries}</manifest:manifest>",
            "content.xml": document("document-content", content),
            "styles.xml": document(
                "document-styles", f"<office:master-styles>{master}</office:master-styles>"
            ),
            "meta.xml": document(
                "document-meta", f"<office:meta><dc:title>{title}</dc:title></office:meta>"
            ),
            **{
                f"{name}/content.xml": inner.replace("<math:math>", f"<math:math {NAMESPACES}>", 1)
                if inner.startswith("<math:math>")
                else document("document-content", inner)
                for name, inner in objects.items()
            },
        },
    )


def _zipped(media: str, files: dict[str, str]) -> bytes:
    """A package tells what it is in a first file that is not compressed (part 2, 3.3)."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", media, zipfile.ZIP_STORED)
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()
