"""Rich text as Outlook packs it (MS-OXRTFCP)."""

from __future__ import annotations

import struct

HEAD = struct.Struct("<II4sI")  # size of the rest, size unpacked, kind, checksum
PACKED, AS_IT_IS = b"LZFu", b"MELA"
WINDOW = 4096  # bytes that may be repeated, a ring that begins with what most texts begin with
OPENING = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def unpacked(content: bytes) -> bytes:
    """Return the rich text that *content* holds; as much of it as is whole."""
    if len(content) < HEAD.size:
        return b""
    _, size, kind, _ = HEAD.unpack_from(content)
    rest = content[HEAD.size :]
    if kind == AS_IT_IS:
        return rest[:size]
    return _unpacked(rest, size) if kind == PACKED else b""


def _unpacked(content: bytes, size: int) -> bytes:
    window = bytearray(OPENING.ljust(WINDOW, b" "))
    text = bytearray()
    place, at, end = len(OPENING), 0, len(content)
    while at < end and len(text) < size:
        flags, at = content[at], at + 1
        for bit in range(8):
            if at + (flags >> bit & 1) >= end:
                return bytes(text)
            if not flags >> bit & 1:
                piece, at = content[at : at + 1], at + 1
                text += piece
                window[place] = piece[0]
                place = (place + 1) % WINDOW
                continue
            offset, length = divmod(int.from_bytes(content[at : at + 2], "big"), 16)
            at += 2
            if offset == place:
                return bytes(text)
            for step in range(length + 2):
                window[place] = window[(offset + step) % WINDOW]
                text.append(window[place])
                place = (place + 1) % WINDOW
    return bytes(text)
