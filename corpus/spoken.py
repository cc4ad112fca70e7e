"""The language of each paragraph of a document: its own where it tells one, else the document's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from language.detect import detect
from language.languages import KNOWN
from language.tags import UNKNOWN, family

LETTER = regex.compile(r"\p{L}")
FOREIGN = regex.compile(r"[\p{L}--\p{Latin}]", regex.V1)
WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*")
# A word that says nothing of the language: a name, a figure, a code.
NAME = regex.compile(r"\p{Lu}|.*\d")
FIGURE = regex.compile(r"\d")
CODE = regex.compile(r"[{}\[\]();=<>_|\\/@#$·]")
# Letters that tell a language of Latin script, and of another one.
LATIN, OTHER = 40, 12
# Columns of a language that few documents are in, before it is believed.
BELIEVED = 200
# A language that so large a share of a document is in is that of a short line below.
SHARE = 1 / 4
SAMPLE = 4000  # characters


def languages(texts: Sequence[str], stated: str = UNKNOWN) -> list[str]:
    """Return the BCP 47 tag of each of *texts*, the paragraphs of one document in order.

    A short table, a code or a list of names tells none: it takes the language of the document.

    Args:
        texts: One at least with something in it.
        stated: The language that the document says it is in.
    """
    told = {text: detect(text) if _tells(text) else UNKNOWN for text in dict.fromkeys(texts)}
    own = [told[text] for text in texts]
    widths = Counter[str]()
    for text, tag in zip(texts, own, strict=True):
        widths[tag] += len(text)
    main = _main(texts, widths, stated)
    held = {
        tag
        for tag, width in widths.items()
        if tag != UNKNOWN and (tag == main or width >= BELIEVED or family(tag) in KNOWN)
    }
    spoken: list[str] = []
    guesses: dict[tuple[str, str], str] = {}  # rows of a table are told by the same text
    for text, tag in zip(texts, own, strict=True):
        last = spoken[-1] if spoken and widths[spoken[-1]] >= SHARE * widths.total() else main
        if tag not in held:
            # Chinese with many foreign terms is no text in their language.
            likely = held if not FOREIGN.search(text) else ()
            guess = guesses.get((text, last)) or detect(text, default=last, expected=likely)
            guesses[text, last] = guess
            tag = guess if guess in held or family(guess) == family(main) else last
        spoken.append(tag)
    return spoken


def _main(texts: Sequence[str], widths: Counter[str], stated: str) -> str:
    told = [tag for tag, _ in widths.most_common() if tag != UNKNOWN]
    if told:
        return told[0]
    if stated != UNKNOWN:
        return stated
    words = dict.fromkeys(WORD.findall("\n".join(texts)[: 4 * SAMPLE]))
    # A line of Chinese is one word with its figures, and tells its language for all of them.
    tell = (one for one in words if not FIGURE.search(one) or FOREIGN.search(one))
    return detect(" ".join(tell)[:SAMPLE], expected=KNOWN)


def _tells(text: str) -> bool:
    """Tell whether a paragraph has text enough to be in a language of its own."""
    letters = len(LETTER.findall(text))
    other = len(FOREIGN.findall(text))
    if 2 * other >= letters:
        return other >= OTHER
    if letters < LATIN or len(CODE.findall(text)) * 12 > letters:
        return False
    words = WORD.findall(text)
    return 2 * sum(bool(NAME.match(word)) for word in words) < len(words)
