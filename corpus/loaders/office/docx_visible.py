"""All that a Word document shows, by walking through its parts once from end to end."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from corpus.loaders.office.docx_fields import Fields
from corpus.loaders.office.docx_text import LEFT_OUT, hidden_styles, is_hidden, is_prompt, symbol
from corpus.loaders.office.package import Package, local, value

# What sets words apart, in formulas too.
APART = frozenset({"tab", "br", "cr", "den", "sup", "sub"})


def visible(content: bytes, _suffix: str = ".docx") -> str:
    """Return the text of all parts that are shown, a line a paragraph."""
    package = Package(content)
    main = package.main
    root = package.xml(main)
    used = {
        value(reference, "id")
        for reference in root.iter("{*}headerReference", "{*}footerReference")
    }
    hidden = hidden_styles(package)
    lines = list(_shown(root, hidden))
    for related in package.related(main):
        if related.kind in {"footnotes", "endnotes", "comments"}:
            lines += _shown(package.xml(related.name), hidden)
    heads = {
        line
        for related in package.related(main)
        if related.key in used
        for line in _shown(package.xml(related.name), hidden)
    }
    return "\n".join([*lines, *heads])


def _shown(root: etree._Element, hidden: frozenset[str]) -> Iterator[str]:
    fields = Fields()
    open_paragraphs: list[list[str]] = [[]]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        is_paragraph = local(element) == "p"
        if event == "end":
            if is_paragraph:
                yield fields.end_paragraph("".join(open_paragraphs.pop()))
        elif is_paragraph:
            open_paragraphs.append([])
        elif _is_left_out(local(element), element, hidden, fields):
            walk.skip_subtree()
        else:
            open_paragraphs[-1].append(_written(local(element), element, fields))


def _is_left_out(
    kind: str, element: etree._Element, hidden: frozenset[str], fields: Fields
) -> bool:
    if kind == "fldSimple":
        return fields.is_page(value(element, "instr"))
    if kind == "tr":
        return element.find("{*}trPr/{*}del") is not None
    return kind in LEFT_OUT or is_prompt(element) or (kind == "r" and is_hidden(element, hidden))


def _written(kind: str, element: etree._Element, fields: Fields) -> str:
    if kind == "fldChar":
        fields.mark(element)
    elif kind == "instrText":
        fields.instruct(element.text or "")
    if not fields.shows:
        return ""
    if kind == "sym":
        return symbol(value(element, "char"), value(element, "font"))
    if kind in APART:
        return " "
    return element.text or "" if kind == "t" else ""
