"""Writes documents for the trial of the image to standard output, as a tar: text, Word, a scan."""

from __future__ import annotations

import io
import sys
import tarfile

import docx
from PIL import Image, ImageDraw, ImageFont

TEXT = "La passerelle de Verrès mesure 84 mètres.\n\n镇上的图书馆藏书三万册。\n"
WORD = "The lighthouse of Port Clement was lit first in 1871."
SCAN = "The harbour bell of Port Clement weighs 640 kilograms."


def word() -> bytes:
    """Return a Word document."""
    document, file = docx.Document(), io.BytesIO()
    document.add_paragraph(WORD)
    document.save(file)
    return file.getvalue()


def scan() -> bytes:
    """Return a picture of a sentence."""
    picture, file = Image.new("L", (1500, 220), 255), io.BytesIO()
    ImageDraw.Draw(picture).text((60, 80), SCAN, 0, ImageFont.load_default(44))
    picture.save(file, "PNG", dpi=(200, 200))
    return file.getvalue()


def main() -> None:
    """Write the tar."""
    with tarfile.open(fileobj=sys.stdout.buffer, mode="w|") as tar:
        files = {"bridge.txt": TEXT.encode(), "lighthouse.docx": word(), "bell.png": scan()}
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode = len(content), 0o444
            tar.addfile(entry, io.BytesIO(content))


if __name__ == "__main__":
    main()
