"""How much text the elements of a page show: in all, in links, and of its main text."""

from __future__ import annotations

from dataclasses import dataclass

import regex
from lxml import etree

from corpus.loaders.web.elements import NOT_SHOWN, is_hidden, local

# Characters at both ends of a piece of text by which it is found in the main text, and of the main
# text that are looked at.
SHINGLE, LONGEST = 10, 1_000_000
SPACE = regex.compile(r"\s+")


@dataclass(slots=True)
class Amount:
    """Characters in an element: all, in links, of the main text; and how many links."""

    text: int = 0
    linked: int = 0
    main: int = 0
    links: int = 0

    def add(self, other: Amount) -> None:
        """Add what an element inside shows."""
        self.text += other.text
        self.linked += other.linked
        self.main += other.main
        self.links += other.links


def amounts_of(body: etree._Element, text: str) -> dict[etree._Element, Amount]:
    """Return how much each element of *body* shows, and how much of it is in the main *text*."""
    squeezed = SPACE.sub("", text[:LONGEST])
    known = {squeezed[at : at + SHINGLE] for at in range(len(squeezed) - SHINGLE + 1)}
    amounts: dict[etree._Element, Amount] = {}
    shown: list[etree._Element] = []
    for element in _shown(body):
        amounts[element] = amount = Amount()
        shown.append(element)
        _count(amount, element.text, known)
    for element in body.iter():
        parent = element.getparent()
        if element is not body and parent in amounts:
            _count(amounts[parent], element.tail, known)
    for element in reversed(shown):
        amount = amounts[element]
        if local(element) == "a" and element.get("href"):
            amount.linked, amount.links = amount.text, 1
        parent = element.getparent()
        if element is not body and parent is not None:
            amounts[parent].add(amount)
    return amounts


def _shown(body: etree._Element) -> list[etree._Element]:
    elements = []
    events = etree.iterwalk(body, events=("start",))
    for _, element in events:
        if local(element) in NOT_SHOWN or is_hidden(element):
            events.skip_subtree()
        else:
            elements.append(element)
    return elements


def _count(amount: Amount, text: str | None, known: set[str]) -> None:
    if text is None:
        return
    squeezed = SPACE.sub("", text)
    amount.text += len(squeezed)
    if squeezed[:SHINGLE] in known and squeezed[-SHINGLE:] in known:
        amount.main += len(squeezed)
