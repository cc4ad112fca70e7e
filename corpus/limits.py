"""How much one file may ask of the machine before it is skipped."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for one file; beyond any of them it is skipped, with the reason."""

    file_bytes: int = 50_000_000  # a larger file is rarely one document
    unpacked_bytes: int = 300_000_000  # what a zipped format may say that it unpacks to
    members: int = 1000  # files of an archive
    characters: int = 50_000_000  # of its text
    seconds: float = 60.0  # for its loader
    shown_seconds: float = 8.0  # for drawing one page on the screen; a tenth is usual
    memory_bytes: int = 3_000_000_000  # address space of the loaders' process
    page_seconds: float = 120.0  # for the OCR of one page; 2 to 10 are usual
    ocr_seconds: float = 3600.0  # for that of all pages of a file; the rest of them stay unread
    recogniser_bytes: int = 8_000_000_000  # address space of its process, of which it uses 1.5 GB
