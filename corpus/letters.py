"""What is left of a text when it is compared: its letters and digits, with their places.

Of two texts that differ only in how they were set – line wraps, hyphens at line ends, white space,
characters set apart, entities, pinyin inside words, Chinese script, full width, marks, capitals –
the letters are the same.  Whether marks and accents are too is for :func:`as_set` to say.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import numpy as np
import regex

from corpus.repairs import INVISIBLE, entities, pinyin
from corpus.view import Edit, View
from language.values.names import simplified

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What a character is in the table of letters before it was looked at, where it is no letter, and
# where it stands for several.
UNSEEN, NONE, SEVERAL = 0xFFFF_FFFF, 0, 0xFFFF_FFFE
_table = np.full(0x11_0000, UNSEEN, np.uint32)

SPACE = regex.compile(r"\s+")
# A hyphen at the end of a line, or one inside a word of letters, says nothing.
HYPHEN = regex.compile(r"(?<=\p{L})[-\u00ad\ufffe](?=\p{L})|(?<=\p{L})[-\u00ad\ufffe]+\s*\n\s*")
ALIKE = str.maketrans(
    dict.fromkeys("“”„‟«»「」『』〝〞＂", '"')
    | dict.fromkeys("‘’‚‛‹›`´＇", "'")
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | {"。": ".", "、": ",", "…": "...", "‧": "·", "・": "·", "•": "·"}
)
QUOTES = regex.compile(r"''")


def letters(source: str) -> View:
    """Return the letters and digits of *source* without entities and pinyin, in one form.

    Chinese is in Simplified characters, one for one; the others have neither accents nor capitals.
    """
    return _letters_of(_without_residue(source))


def letters_as_written(source: str) -> View | None:
    """Return the same with what stands in entities and pinyin; None if there are none."""
    view = View.of(source)
    if not (next(entities(source), None) or next(pinyin(view.edited(entities(source)).text), None)):
        return None
    return every_letter(source)


def every_letter(source: str) -> View:
    """Return the same of any *source*."""
    return _letters_of(View.of(source))


def as_set(text: str) -> str:
    """Return *text* as two texts are compared that only were set in another way.

    With its accents and marks, whose forms do not count, and without white space.
    """
    plain = HYPHEN.sub("", INVISIBLE.sub("", _without_residue(text).text).translate(ALIKE))
    plain = unicodedata.normalize("NFKC", plain).translate(ALIKE).casefold()
    plain = HYPHEN.sub("", SPACE.sub("", plain))
    return QUOTES.sub('"', "".join(map(simplified, plain)))


def _without_residue(text: str) -> View:
    view = View.of(text)
    for repair in (entities, pinyin):
        view = view.edited(repair(view.text))
    return view


def _letters_of(view: View) -> View:
    values = _looked_up(view.text)
    several = np.flatnonzero(values == SEVERAL).tolist()
    if several:
        view = view.edited(Edit(at, at + 1, _folded(view.text[at])) for at in several)
        values = _looked_up(view.text)
    kept = np.flatnonzero(values)
    text = values[kept].astype("<u4").tobytes().decode("utf-32-le")
    return View(text, view.starts[kept], view.ends[kept])


def _looked_up(text: str) -> NDArray[np.uint32]:
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    values: NDArray[np.uint32] = _table[points]
    unseen = points[values == UNSEEN]
    if len(unseen):
        for point in set(unseen.tolist()):
            folded = _folded(chr(point))
            _table[point] = SEVERAL if len(folded) > 1 else ord(folded or "\0")
        values = _table[points]
    return values


def _folded(character: str) -> str:
    """Return the letters that *character* stands for; each of them stands for itself."""
    hangul = "\uac00" <= character <= "\ud7a3"
    apart = character if hangul else unicodedata.normalize("NFKD", character)
    small = unicodedata.normalize("NFKD", apart.casefold()) if not hangul else apart
    small = small.replace("œ", "oe").replace("æ", "ae")
    return "".join(simplified(each) for each in small if unicodedata.category(each)[0] in "LN")
