"""Rich Text Format, token by token (RTF Specification 1.9.1)."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import NamedTuple

import regex

PATTERN = regex.compile(
    r"\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])"
    r"|[\r\n\0]+|([^\\{}\r\n\0]+)|\\",
    regex.DOTALL,
)
# Code pages by \\fcharset; what is not named has that of the document.
CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
CODE_PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
PAGES = {936: "gb18030", 65001: "utf-8", 10000: "mac_roman", 10008: "gb2312", 10002: "big5"}


class Token(NamedTuple):
    """A piece of the file."""

    kind: str  # "{", "}", "word", "byte" or "text"
    word: str = ""  # a control word or symbol, or the text, a character a byte
    number: int | None = None  # of the word; the value of the byte

    @property
    def characters(self) -> bytes:
        """What a text or byte is, in the code page that holds there."""
        return bytes([self.number or 0]) if self.kind == "byte" else self.word.encode("latin-1")


def tokens(content: bytes) -> Iterator[Token]:
    """Yield the tokens of *content*; binary data is passed over."""
    text = content.decode("latin-1")
    at = 0
    while match := PATTERN.match(text, at):
        at = match.end()
        word, number, byte, symbol, brace, run = match.groups()
        if word == "bin":
            at += max(int(number or 0), 0)
        elif word:
            yield Token("word", word, None if number is None else int(number))
        elif byte:
            yield Token("byte", "", int(byte, 16))
        elif symbol:
            yield Token("word", "par" if symbol in "\r\n" else symbol)
        elif brace:
            yield Token(brace)
        elif run:
            yield Token("text", run)


def page(number: int | None) -> str:
    """Return the encoding that a code page is called, given its *number*."""
    name = PAGES.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
