"""What single elements of HTML show (HTML Living Standard, section 15, Rendering)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex
from lxml import etree

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav"
    " ol optgroup option p pre search section summary table tbody td text tfoot th thead tr ul"
    " video audio svg".split()
)
# Lines that follow each other without a gap.
ITEMS = frozenset({"li", "dt", "dd", "tr", "td", "th", "option", "summary", "text"})
NOT_SHOWN = frozenset(
    "script style template noscript head iframe object embed applet canvas map datalist rp col"
    " colgroup param source track area desc defs metadata symbol annotation annotation-xml"
    " noframes noembed title link meta base".split()
)
HIDDEN = regex.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)",
    regex.IGNORECASE,
)
FOR_VOICES = regex.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|mw-editsection)(?:\s|$)",
    regex.IGNORECASE,
)
# Fields whose value is what a person wrote.
FIELDS = frozenset({"", "text", "number", "date", "time", "tel", "email", "url", "month", "week"})
AROUND = 5  # elements around a picture that may be its figure
PICTURE_NAME = regex.compile(
    r"\S+\.(?:jpe?g|png|gif|svg|webp)|image|img|photo|logo|icon", regex.IGNORECASE
)
FORMULA = regex.compile(r"\{\\(?:display|text)style\s(.*)\}", regex.DOTALL)
SOUNDS = regex.compile(r"[\p{Hiragana}\p{Katakana}\p{Bopomofo}\u30fc\u02c9-\u02d9\s]*")
# What a reference to a note is.
NOTE_MARK = regex.compile(r"\s*([\[(]?)\s*(\w{1,4}|[*†‡]{1,3})\s*([\])]?)\s*")
POWERS = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
POWER = regex.compile(r"\s*[+−–-]?\d{1,3}\s*")
NUMBER = regex.compile(r"-?\d{1,6}")
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def local(element: etree._Element) -> str:
    """Return the name of *element* without its namespace, lower case; of a comment nothing."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def is_hidden(element: etree._Element) -> bool:
    """Tell whether a browser leaves *element* out, or shows it to no eye."""
    if not isinstance(element.tag, str) or not element.attrib:
        return False
    return is_unseen(local(element), element.get)


def is_unseen(tag: str, get: Callable[[str], str | None]) -> bool:
    """Tell whether an element, whose attributes *get* gives, is shown to no eye."""
    hidden = get("hidden")
    if hidden is None and tag != "math" and HIDDEN.search(get("style") or ""):
        return True
    names = get("class") or ""
    voices = bool(names) and (FOR_VOICES.search(names) is not None or "katex-html" in names)
    return voices or (hidden is not None and hidden.lower() != "until-found")


def start_of(items: etree._Element) -> int:
    """Return the number of the first item of a list."""
    start = items.get("start", "1")
    return int(start) if NUMBER.fullmatch(start) else 1


def marker(item: etree._Element, count: int) -> tuple[str, int]:
    """Return what stands before an item of a list, and the count for the next one."""
    parent = item.getparent()
    if parent is None or local(parent) != "ol":
        return "- ", count
    value = item.get("value", "")
    count = int(value) if NUMBER.fullmatch(value) else count
    kind = parent.get("type", "1")
    shown = str(count)
    if kind in {"a", "A"} and 1 <= count <= len(ALPHABET):
        shown = ALPHABET[count - 1]
    elif kind in {"i", "I"} and 1 <= count < 40:
        shown, left = "", count
        for size, letters in ROMAN:
            shown, left = shown + letters * (left // size), left % size
    return f"{shown.upper() if kind in {'A', 'I'} else shown}. ", count + 1


ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def value_of(element: etree._Element, tag: str) -> str:
    """Return what a field of a form shows: what is written in it, chosen or ticked."""
    if tag == "input":
        kind = element.get("type", "").lower()
        if kind in {"checkbox", "radio"}:
            return "☐ " if element.get("checked") is None else "☑ "
        return f" {element.get('value', '')} " if kind in FIELDS else ""
    if tag == "textarea":
        return f" {element.text or ''} "
    if tag == "select":
        options = [option for option in element.iter() if local(option) == "option"]
        chosen = [option for option in options if option.get("selected") is not None]
        shown = chosen or options[:1]
        return f" {', '.join(' '.join(''.join(one.itertext()).split()) for one in shown)} "
    return ""


def picture_text(element: etree._Element, tag: str) -> str:
    """Return what is said of a picture to those who do not see it."""
    if tag not in {"img", "image"}:
        return ""
    text = " ".join(element.get("alt", "").split())
    if text and any(text in " ".join("".join(one.itertext()).split()) for one in _beside(element)):
        return ""
    formula = FORMULA.fullmatch(text)
    if formula:
        return f" {formula[1]} "
    return f" {text} " if text and not PICTURE_NAME.fullmatch(text) else ""


def _beside(picture: etree._Element) -> Iterator[etree._Element]:
    """Yield the figure or link that a picture stands in, whose words may say the same."""
    for depth, outer in enumerate(picture.iterancestors()):
        if local(outer) in {"figure", "a"}:
            yield outer
        if depth == AROUND:
            return


def reading(element: etree._Element) -> str:
    """Return how what is said of a character's sound (``rt``) reads: in brackets, or not at all.

    Kana and bopomofo beside a character are no text; other readings go with the repairs.
    """
    text = "".join(element.itertext()).strip()
    return "" if SOUNDS.fullmatch(text) else f"({text})"


def raised(element: etree._Element) -> str | None:
    """Return how what is set higher or lower reads where it would change what is before it.

    10<sup>6</sup> is not 106 and no reference to a note is a figure; None: as it is written.
    """
    text = "".join(element.itertext())
    links = [link for link in (element.getparent(), *element.iter()) if _is_note(link)]
    if links:
        mark = NOTE_MARK.fullmatch(text)
        return f"[{mark[2]}]" if mark else None
    if local(element) == "sup" and POWER.fullmatch(text):
        return text.strip().translate(POWERS)
    return None


def _is_note(link: etree._Element | None) -> bool:
    if link is None or local(link) != "a":
        return False
    return "#" in link.get("href", "") or "noteref" in link.get("role", "")
