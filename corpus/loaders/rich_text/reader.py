"""Reads rich text token by token into flows: the text, notes, text boxes, heads and feet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from corpus.loaders.office.package import COMMENT, PICTURE
from corpus.loaders.rich_text import words
from corpus.loaders.rich_text.flow import Block, Flow, Row
from corpus.loaders.rich_text.tokens import CHARSETS, CODE_PAGES, Token, page, tokens

READ, PASSED, SHUT = range(3)  # text, what is within may be text, nothing
DEEPEST = 500


@dataclass(slots=True)
class _Group:
    """What holds within braces."""

    flow: Flow
    mode: int = READ
    hidden: bool = False
    skip: int = 1  # characters behind a Unicode character that stand for it
    font: int | None = None
    in_table: bool = False
    name: str = ""  # of the destination that begins here
    begun: bool = False  # something of it was read
    starred: bool = False


@dataclass(slots=True)
class Reader:
    """The state between two tokens."""

    body: Flow = field(default_factory=Flow)
    heads: list[Block] = field(default_factory=list)
    captured: dict[str, str] = field(default_factory=dict)  # by destination: a title, a field
    encoding: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    groups: list[_Group] = field(default_factory=list)
    row: Row = field(default_factory=Row)
    cell: set[str] = field(default_factory=set)
    raw: bytearray = field(default_factory=bytearray)
    to_skip: int = 0

    @property
    def group(self) -> _Group:
        """What holds where the next token stands."""
        return self.groups[-1]

    def read(self, token: Token) -> None:
        """Take in the next token."""
        if token.kind in {"text", "byte"}:
            self._raw(token.characters)
        elif token.kind == "{":
            self._flush()
            self.groups.append(replace(self.group, name="", begun=False, starred=False))
            if len(self.groups) > DEEPEST:
                raise RecursionError
        elif token.kind == "}":
            self._close()
        elif token.word == "*" and not self.group.begun:
            self.group.starred = True
        else:
            if not self.group.begun and (self.group.starred or token.word in words.DESTINATIONS):
                self._open(token.word)
            else:
                self._flush()
                self._word(token)
            self.group.begun = True

    def _raw(self, content: bytes) -> None:
        self.group.begun = True
        passed = min(self.to_skip, len(content))
        self.to_skip -= passed
        if self.group.mode == READ and not self.group.hidden:
            self.raw += content[passed:]

    def _flush(self) -> None:
        self.to_skip = 0
        if self.raw:
            encoding = self.fonts.get(-1 if self.group.font is None else self.group.font)
            self.group.flow.pieces.append(self.raw.decode(encoding or self.encoding, "replace"))
            self.raw.clear()

    def _write(self, text: str) -> None:
        if self.group.mode == READ and not self.group.hidden:
            self.group.flow.pieces.append(text)

    def _open(self, word: str) -> None:
        group = self.group
        group.name = word
        if group.mode == SHUT:
            return
        if word in words.SHELLS:
            group.mode = PASSED
        elif word in words.FLOWS or (group.mode == PASSED and word in words.NAMES):
            group.mode, group.flow, group.in_table = READ, Flow(), False
        elif word == "ud":
            group.mode = READ
        elif word == "fldrslt":
            group.mode = SHUT if self._is_left_out() else group.mode
        elif word != "moMath":
            group.mode = SHUT

    def _is_left_out(self) -> bool:
        return bool(words.FIELD_LEFT_OUT.match(self.captured.get("fldinst", "")))

    def _close(self) -> None:
        self._flush()
        if len(self.groups) < 2:
            return
        group = self.groups.pop()
        if group.name == "fldrslt":
            self.captured.pop("fldinst", "")
        if group.flow is not self.group.flow and group.mode != SHUT:
            self._closed(group.name, group.flow.finished())

    def _closed(self, name: str, blocks: list[Block]) -> None:
        """Put what a flow held where it belongs."""
        text = " ".join(block for block in blocks if isinstance(block, str))
        if name in words.HEADS:
            self.heads += blocks
        elif name == "annotation" and text:
            signed = filter(None, [self.captured.pop("atnauthor", ""), text])
            self.group.flow.beside.append(COMMENT + ": ".join(signed))
        elif name in words.BESIDE:
            self.group.flow.beside += blocks
        elif name == "sv" and self.captured.get("sn") == "wzDescription" and text:
            self.group.flow.beside.append(PICTURE + text)
        elif name in {"listtext", "pntext"} and text:
            mark = text if any(map(str.isalnum, text)) else "•"
            self._write(f"{mark} ")
        else:
            self.captured[name] = text

    def _word(self, token: Token) -> None:
        word = token.word
        if word == "u":
            self._write("" if token.number is None else chr(token.number % 0x10000))
            self.to_skip = self.group.skip
        elif word in words.SYMBOLS:
            self._write(words.SYMBOLS[word])
        elif word in words.ENDS:
            if self.group.mode == READ:
                self.group.flow.paragraph(in_table=self.group.in_table)
        elif word in words.PROPERTIES:
            self._property(word, token.number)
        elif word in words.FONTS:
            self._font(word, token.number)
        elif self.group.mode == READ:
            self._of_table(word)

    def _property(self, word: str, number: int | None) -> None:
        if word in {"v", "deleted", "plain"}:
            self.group.hidden = word != "plain" and number != 0
        elif word in {"intbl", "pard"}:
            self.group.in_table = word == "intbl"
        else:
            self.group.skip = max(number or 0, 0)

    def _font(self, word: str, number: int | None) -> None:
        font = self.group.font
        if word == "f":
            self.group.font = number
        elif word == "fcharset" and font is not None and (number or 0) in CHARSETS:
            self.fonts[font] = CHARSETS[number or 0]
        elif word == "cpg" and font is not None:
            self.fonts[font] = page(number)
        elif word == "ansicpg":
            self.encoding = page(number)
        elif word in CODE_PAGES:
            self.encoding = CODE_PAGES[word]

    def _of_table(self, word: str) -> None:
        if word == "trowd":
            self.row, self.cell = Row(), set()
        elif word == "trhdr":
            self.row.header = True
        elif word in words.MERGED:
            self.cell.add(word)
        elif word == "cellx":
            self.row.merged.append(self.cell)
            self.cell = set()
        elif word == "cell":
            self.group.flow.cell()
        elif word == "row":
            self.group.flow.row(self.row)


def read(content: bytes) -> Reader:
    """Return the state after the last token of *content*, all groups closed."""
    reader = Reader()
    reader.groups.append(_Group(reader.body))
    for token in tokens(content):
        reader.read(token)
    while len(reader.groups) > 1:
        reader.read(Token("}"))
    return reader
