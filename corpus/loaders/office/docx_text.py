"""The text of Word's paragraphs, run by run (ECMA-376, 17.3)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from lxml import etree

from corpus.loaders.office.docx_fields import Fields
from corpus.loaders.office.drawings import described, figure
from corpus.loaders.office.ordinals import ordinal
from corpus.loaders.office.package import COMMENT, FALLBACK, Package, is_on, local, value
from corpus.loaders.tables import Grid

# What is deleted, moved away, said of the text, or written twice.
LEFT_OUT = frozenset(
    {"del", "moveFrom", "delText", "delInstrText", "pPr", "rPr", "sdtPr", "tcPr", "trPr", "tblPr"}
    | {FALLBACK, "footnoteRef", "endnoteRef", "annotationRef", "sectPr", "pgNum", "instr"}
)
# What the fonts of symbols show where others have nothing.
WINGDINGS = dict(zip("oqrxn¨þýüûà", "☐☐☐☒■☐☑☒✓✗→", strict=True))
SYMBOL = dict(
    zip(
        "abgdezhqiklmnxprstufcywGDQLXPSFYW°±³£´·®¹»¥Öå",
        "αβγδεζηθικλμνξπρστυφχψωΓΔΘΛΞΠΣΦΨΩ°±≥≤×•→≠≈∞√∑",
        strict=True,
    )
)
NOTES = {
    "footnoteReference": ("footnote", "decimal"),
    "endnoteReference": ("endnote", "lowerRoman"),
}
Blocks = Iterator[str | Grid]


class Text:
    """Reads runs; what they refer to, such as notes and drawings, waits until its turn."""

    def __init__(self, package: Package, blocks: Callable[[etree._Element], Blocks]) -> None:
        self.fields = Fields()
        self.waiting: deque[Blocks] = deque()
        self._package = package
        self._blocks = blocks
        self._counts = {"footnote": 0, "endnote": 0}
        main = package.main
        self._notes = {
            (local(note), value(note, "id")): note
            for root in package.of_kind(main, "footnotes", "endnotes", "comments")
            for note in root
        }
        self._hidden = hidden_styles(package)
        self.open_part(main)

    def open_part(self, name: str) -> None:
        """Say that what is read next stands in the part *name*."""
        self._related = {related.key: related for related in self._package.related(name)}

    def of(self, paragraph: etree._Element) -> str:
        """Return what a paragraph shows."""
        return self.fields.end_paragraph("".join(self._runs(paragraph)))

    def _runs(self, parent: etree._Element) -> Iterator[str]:
        for child in parent:
            kind = local(child)
            if kind in LEFT_OUT or is_prompt(child):
                continue
            if kind == "r" and is_hidden(child, self._hidden):
                for character in child.iter("{*}fldChar"):
                    self.fields.mark(character)
            elif kind == "fldChar":
                yield self.fields.mark(child)
            elif kind == "instrText":
                self.fields.instruct(child.text or "")
            elif self.fields.shows:
                yield from self._shown(kind, child)
            else:
                yield from self._runs(child)

    def _shown(self, kind: str, child: etree._Element) -> Iterator[str]:
        if kind in NOTES or kind == "commentReference":
            yield self._reference(kind, child)
        elif kind in {"docPr", "chart", "relIds", "txbxContent"}:
            self.waiting.append(self._drawn(kind, child))
        elif kind == "ruby":  # what is said comes before what it is said of
            for part in reversed(child):
                yield from self._formula(local(part), part)
        elif kind in WRITTEN:
            yield WRITTEN[kind](child)
        elif kind != "fldSimple" or not self.fields.is_page(value(child, "instr")):
            yield from self._formula(kind, child)

    def _formula(self, kind: str, child: etree._Element) -> Iterator[str]:
        """Yield the text inside an element, on one line where it stands in several (22.1)."""
        text = "".join(self._runs(child))
        if not text:
            return
        before, after = BRACKETS.get(kind, ("", ""))
        yield before + text + after

    def _reference(self, kind: str, reference: etree._Element) -> str:
        """Return the mark of a note and let the note follow."""
        of, form = NOTES.get(kind, ("comment", ""))
        note = self._notes.pop((of, value(reference, "id")), None)
        if of == "comment":
            if note is not None:
                author = value(note, "author")
                self.waiting.append(self._note(COMMENT + (f"{author}: " if author else ""), note))
            return ""
        if value(reference, "customMarkFollows") in {"1", "true", "on"}:
            mark = ""
        else:
            self._counts[of] += 1
            mark = f"[{ordinal(self._counts[of], form)}]"
        if note is not None:
            self.waiting.append(self._note(f"{mark} " if mark else "", note))
        return mark

    def _note(self, before: str, note: etree._Element) -> Blocks:
        for block in self._blocks(note):
            yield before + block if isinstance(block, str) else block
            before = ""

    def _drawn(self, kind: str, element: etree._Element) -> Blocks:
        if kind == "txbxContent":
            yield from self._blocks(element)
        elif kind == "docPr":
            yield from described(element)
        else:
            related = self._related.get(value(element, "id" if kind == "chart" else "dm"))
            if related is not None:
                yield from figure(self._package, related.kind, related.name)


# What elements show that hold no others.
WRITTEN: dict[str, Callable[[etree._Element], str]] = {
    **dict.fromkeys(("tab", "ptab"), lambda _: "\t"),
    **dict.fromkeys(("br", "cr"), lambda _: "\n"),
    "noBreakHyphen": lambda _: "-",
    **dict.fromkeys(
        ("sym", "symEx"), lambda sign: symbol(value(sign, "char"), value(sign, "font"))
    ),
    "t": lambda text: text.text or "",
    "textpath": lambda path: value(path, "string"),
}
# What stands around the parts of a formula and of annotated text.
BRACKETS = {
    "den": ("/", ""), "sup": ("^", ""), "sub": ("_", ""), "rad": ("√", ""), "rt": ("(", ")"),
    "d": ("(", ")"),
}  # fmt: skip


def symbol(code: str, font: str) -> str:
    """Return a character by its hexadecimal number; of a symbol font, what looks like it."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        return (SYMBOL if font == "Symbol" else WINGDINGS).get(chr(number - 0xF000), "•")
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else ""


def is_prompt(element: etree._Element) -> bool:
    """Tell whether it is a content control that nothing has been written into (17.5.2.39)."""
    return local(element) == "sdt" and is_on(element.find("{*}sdtPr/{*}showingPlcHdr"))


def is_hidden(run: etree._Element, styles: frozenset[str]) -> bool:
    """Tell whether a run is hidden (17.3.2.41)."""
    properties = run.find("{*}rPr")
    if properties is None:
        return False
    vanish = properties.find("{*}vanish")
    if vanish is not None:
        return is_on(vanish)
    return bool(styles) and value(properties.find("{*}rStyle")) in styles


def hidden_styles(package: Package) -> frozenset[str]:
    """Return the styles of characters that are hidden."""
    return frozenset(
        value(style, "styleId")
        for root in package.of_kind(package.main, "styles")
        for style in root.iterfind("{*}style")
        if is_on(style.find("{*}rPr/{*}vanish"))
    )
