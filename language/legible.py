"""Whether a text can be read: a font may not say which letters its shapes are.

A PDF whose font has no usable table of its letters (ISO 32000-1, 9.10.2) shows words and gives
other characters: controls, other letters, or signs of any script.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

import regex

# How much likelier one Latin letter (the column, a to z) follows another (the row) than by chance:
# a power of two, 5 is as by chance.  Counted in the names of countries, languages, months and days
# in the 156 languages of CLDR with Latin letters (babel 2.17 or later has them), accents left away;
# English, French, German and Spanish count four times.
PAIRS = """
76574566757889563877655266
81107003700300600510613030
60215007602210600412400011
70036013730112700130502034
55556263536768452876544245
50003120500200400500400000
74015024622412600510625030
70016010701333600324602020
86657364667769553787554165
71015000511001410030500010
80106004803340730544614040
84147042824532620045632031
87207003700022720020502040
82587083944435611066611054
44454253346778540766554034
70006002600200630423501010
20000000000000000000400000
85357350825454700555724033
81617006827513640457635032
80307005802313700564722032
75355253536657340766455244
60006000600000400110300020
70005001511001300120300011
10003001300000100000000000
70205020522234420332400011
63005021600101300020410032
""".split()
BY_CHANCE = 5
# On average over the different words of a page, of which there are so many pairs at the least.
# Prose and programs have 0.4 to 1.2, lists of odd names 0; letters put for others have -3 to 0.
PLAUSIBLE, ENOUGH_PAIRS = -0.2, 60
# The same of all letters, and of how many pairs, where so large a share of a page are signs.
TORN = ((0.15, -0.5, 6), (0.05, -1.5, 12))
ENOUGH_HAN = 20
ENOUGH = 400  # characters of the beginning, the middle and the end; more say nothing new
# A smaller share of characters may be bullets and signs of a font of its own.
ODD, CONTROLS = 0.2, 0.01
# In running text nine in ten Chinese characters and Korean syllables are of the first level of a
# national standard; of all that Unicode has one in four is.
COMMON = 0.6
MIXED = 0.2  # the share of neighbouring letters that are of different scripts

NO_CHARACTER = regex.compile(r"[\p{Cc}\p{Co}\p{Cn}\p{Cs}\ufffd--\s]", regex.VERSION1)
LETTER = regex.compile(r"\p{L}")
LATIN = regex.compile(r"\p{Latin}")
ADDRESS = regex.compile(r"\S*(?:://|www\.|@|\w\.\w)\S*")
ACCENT = regex.compile(r"\p{Mn}")
LATIN_RUN = regex.compile(r"[a-z]{2,}")
SIGN = regex.compile(r"[#$%&*+<=>@\\^`{|}~!?\[\]]")
LATIN_WORD = regex.compile(r"(?<![\p{L}\p{N}])[a-z]{3,}(?![\p{L}\p{N}])")
HAN, HANGUL = regex.compile(r"\p{Han}"), regex.compile(r"\p{Hangul}")
# Scripts that stand beside each other in one language.
EAST_ASIAN = r"\p{Latin}\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Common}\p{Inherited}"
OTHER_SCRIPTS = [
    regex.compile(rf"[{EAST_ASIAN}]"),
    *(regex.compile(rf"\p{{{name}}}") for name in ("Cyrillic", "Greek", "Arabic", "Hebrew")),
    regex.compile(rf"[^{EAST_ASIAN}\p{{Cyrillic}}\p{{Greek}}\p{{Arabic}}\p{{Hebrew}}]"),
]


def is_legible(text: str) -> bool:
    """Tell whether the characters of a page can be what it shows; in doubt, they can.

    Figures, formulae, programs and names in any language are legible; text too short to tell
    too.
    """
    middle = max(len(text) // 2, ENOUGH)
    text = f"{text[:ENOUGH]} {text[middle : middle + ENOUGH]} {text[middle + ENOUGH :][-ENOUGH:]}"
    if len(NO_CHARACTER.findall(text)) > ODD * _ink(text):
        return False
    letters = sum(map(str.isalpha, text))
    latin = letters if text.isascii() else len(LATIN.findall(text))
    if latin * 2 > letters and (not _plausible(text) or _torn(text)):
        return False
    return latin == letters or (_common(text) and not _mixed(LETTER.findall(text)))


def _plausible(text: str) -> bool:
    """Tell whether Latin letters follow each other as they do in some language.

    Words in capitals may be codes of any letters, unless there are controls among them.
    """
    codes = len(NO_CHARACTER.findall(text)) <= CONTROLS * _ink(text)
    words = ADDRESS.sub(" ", text).split()
    plain = " ".join(word for word in words if not (codes and word.isupper())).lower()
    if not plain.isascii():
        plain = ACCENT.sub("", unicodedata.normalize("NFD", plain))
    likely = [*_likely(LATIN_WORD.findall(plain))]
    return len(likely) < ENOUGH_PAIRS or sum(likely) >= PLAUSIBLE * len(likely)


def _ink(text: str) -> int:
    return sum(map(len, text.split()))


def _torn(text: str) -> bool:
    """Tell whether signs stand between letters that do not follow each other in any language."""
    signs = len(SIGN.findall(text)) / max(_ink(text), 1)
    for share, least, pairs in TORN:
        if signs >= share:
            likely = [*_likely(LATIN_RUN.findall(text.lower()))]
            return len(likely) >= pairs and sum(likely) < least * len(likely)
    return False


def _likely(words: Iterable[str]) -> Iterator[int]:
    """Yield how much likelier than by chance the letters of the different *words* are there."""
    for word in set(words):
        for letter, after in pairwise(word):
            yield int(PAIRS[ord(letter) - ord("a")][ord(after) - ord("a")]) - BY_CHANCE


def _common(text: str) -> bool:
    """Tell whether Chinese characters and Korean syllables are such as are used."""
    han, hangul = HAN.findall(text), HANGUL.findall(text)
    if len(han) >= ENOUGH_HAN:
        levels = (("gb2312", 0xD8), ("big5", 0xC9), ("shift_jis", 0x98), ("euc_kr", 0xFE))
        if max(_share(han, *level) for level in levels) < COMMON:
            return False
    return len(hangul) < ENOUGH_HAN or _share(hangul, "euc_kr", 0xFE) >= COMMON


def _share(characters: list[str], encoding: str, end: int) -> float:
    """Return the share of *characters* that *encoding* has below the leading byte *end*."""
    codes = (one.encode(encoding, "ignore") for one in characters)
    return sum(len(code) == 2 and code[0] < end for code in codes) / len(characters)


def _mixed(letters: list[str]) -> bool:
    """Tell whether letters stand beside such as no language puts beside them."""
    if sum(not OTHER_SCRIPTS[0].match(one) for one in letters) <= ENOUGH_HAN:
        return False
    scripts = [
        next(at for at, script in enumerate(OTHER_SCRIPTS) if script.match(letter))
        for letter in letters
    ]
    changes = sum(one != after for one, after in pairwise(scripts))
    return changes > max(MIXED * len(letters), ENOUGH_HAN)
