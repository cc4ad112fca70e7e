"""Rich text (RTF Specification 1.9.1): paragraphs, tables, notes, text boxes, heads and feet.

Own code: the maintained libraries give one string, without tables, notes or text boxes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.rich_text.reader import read
from corpus.loaders.rich_text.tokens import CHARSETS, Token, page, tokens
from corpus.loaders.rich_text.words import FIELD_LEFT_OUT
from corpus.loaders.tables import Grid

FONT = regex.compile(rb"\\f([0-9]{1,6})\b[^{};]{0,200}?\\fcharset([0-9]{1,3})")
CODE_PAGE = regex.compile(rb"\\ansicpg([0-9]{1,5})")
# Groups that begin so are settings or pictures, as are all marked to be passed over but SHOWN.
SETTINGS = set(
    "fonttbl colortbl stylesheet info pict nonshppict shprslt xe tc rxe txe private filetbl"
    " revtbl listtable rsidtbl upr sp mmathPict bkmkstart bkmkend fldinst".split()
)
SHOWN = {"shpinst", "shptxt", "annotation", "moMath", "ud", "dptxbxtext", "shppict"}
BREAKS = {"par", "cell", "row", "line", "tab", "sect", "page", "nestcell", "footnote", "annotation"}


def load(content: bytes, _suffix: str = ".rtf") -> Loaded:
    """Return the text with its list numbers, tables row by row, notes, text boxes and comments.

    Heads and feet stand once, at the end.  Deleted and hidden text, page numbers and a table of
    contents are left out.
    """
    reader = read(content)
    draft = Draft()
    draft.heading(reader.captured.get("title", ""))
    heads = [head for at, head in enumerate(reader.heads) if head not in reader.heads[:at]]
    for block in [*reader.body.finished(), *heads]:
        if isinstance(block, Grid):
            draft.table(block)
        else:
            draft.add(block)
    return draft.loaded()


def visible(content: bytes, _suffix: str = ".rtf") -> str:
    """Return the text outside of settings, pictures, page numbers and what is hidden."""
    shown = _Shown(content)
    for token in tokens(content):
        shown.read(token)
    pieces = b"".join(piece.encode("utf-16-le", "surrogatepass") for piece in shown.pieces)
    return pieces.decode("utf-16-le", "replace")


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within braces."""

    encoding: str
    shown: bool = True
    hidden: bool = False
    wide: int = 1  # characters that stand for a Unicode character


class _Shown:
    """Collects all characters that are shown, without regard to where they stand."""

    def __init__(self, content: bytes) -> None:
        declared = CODE_PAGE.search(content)
        self._usual = page(int(declared[1])) if declared else "cp1252"
        self._fonts = {
            int(font): CHARSETS.get(int(kind), self._usual) for font, kind in FONT.findall(content)
        }
        self._state = _State(self._usual)
        self._stack: list[_State] = []
        self._raw = bytearray()
        self._skip = 0
        self._before = ""  # what a control word stands behind: "{" or "*" or neither
        self._field = ""  # what a field is to show
        self.pieces: list[str] = []

    def read(self, token: Token) -> None:
        """Take in the next token; the end of the file is not told."""
        if token.kind in {"byte", "text"}:
            self._characters(token)
            return
        self.pieces.append(self._raw.decode(self._state.encoding, "replace"))
        self._raw.clear()
        self._skip = 0
        if token.kind == "{":
            self._stack.append(self._state)
        elif token.kind == "}" and self._stack:
            self._state = self._stack.pop()
        elif token.kind == "word" and token.word != "*":
            self._word(token)
        self._before = token.kind if token.kind == "{" else token.word

    def _characters(self, token: Token) -> None:
        characters = token.characters
        if self._state.shown and not self._state.hidden:
            self._raw += characters[self._skip :]
        elif self._before == "fldinst":
            self._field = token.word
        self._skip = max(self._skip - len(characters), 0)

    def _word(self, token: Token) -> None:
        word, number, state = token.word, token.number, self._state
        if word == "u":
            self._skip = state.wide
            if number is not None and state.shown and not state.hidden:
                self.pieces.append(chr(number % 0x10000))
        elif word in BREAKS:
            self.pieces.append("\n")
        elif self._before in {"{", "*"} and self._is_setting(word):
            self._state = replace(state, shown=False)
            self._field = "" if word == "fldinst" else self._field
        elif word == "ud":
            self._state = replace(state, shown=True)
        elif word == "fldrslt":
            self._state = replace(
                state, shown=state.shown and not FIELD_LEFT_OUT.match(self._field)
            )
        else:
            self._property(word, number)

    def _is_setting(self, word: str) -> bool:
        return word in SETTINGS or (self._before == "*" and word not in SHOWN)

    def _property(self, word: str, number: int | None) -> None:
        state = self._state
        if word in {"v", "deleted", "plain"}:
            self._state = replace(state, hidden=word != "plain" and number != 0)
        elif word == "f":
            self._state = replace(state, encoding=self._fonts.get(number or 0, self._usual))
        elif word == "uc":
            self._state = replace(state, wide=max(number or 0, 0))
