"""What is left of a text when it is compared: its letters and digits, with their places.

Of two texts that differ only in how they were set – line wraps, hyphens at line ends, white space,
characters set apart, entities, pinyin inside words, Chinese script, full width, marks, capitals –
the letters are the same.  Whether marks and accents are too is for :func:`as_set` to say.
"""

from __future__ import annotations

import unicodedata
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np
import regex

from corpus.markdown import is_markdown, markup
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


def letters(source: str, path: str = "") -> View:
    """Return the letters and digits of *source* without entities and pinyin, in one form.

    Chinese is in Simplified characters, one for one; the others have neither accents nor capitals.
    Of a document that its *path* says is Markdown, where links lead to is left out too.
    """
    return _letters_of(_without_residue(shown(source, path)))


def letters_as_written(source: str, path: str = "") -> View | None:
    """Return the same with what was left out; None if nothing was."""
    view = shown(source, path)
    whole = len(view.text) == len(source) or not any(map(str.isalnum, _left_out(view, source)))
    if whole and not _has_residue(view):
        return None
    return every_letter(source)


def shown(source: str, path: str) -> View:
    """Return *source*, of Markdown without its marks."""
    view = View.of(source)
    return view.edited(markup(source)) if is_markdown(path) else view


def every_letter(source: str) -> View:
    """Return the same of any *source*."""
    return _letters_of(View.of(source))


def as_set(text: str) -> str:
    """Return *text* as two texts are compared that only were set in another way.

    With its accents and marks, whose forms do not count, and without white space.
    """
    plain = HYPHEN.sub("", INVISIBLE.sub("", _without_residue(View.of(text)).text).translate(ALIKE))
    plain = unicodedata.normalize("NFKC", plain).translate(ALIKE).casefold()
    plain = HYPHEN.sub("", SPACE.sub("", plain))
    return QUOTES.sub('"', "".join(map(simplified, plain)))


def _left_out(view: View, source: str) -> str:
    """Return what of *source* the view does not show."""
    left = np.ones(len(source), bool)
    left[view.starts] = False
    return "".join(compress(source, left.tolist()))


def _has_residue(view: View) -> bool:
    text = view.text
    return bool(next(entities(text), None) or next(pinyin(view.edited(entities(text)).text), None))


def _without_residue(view: View) -> View:
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
