"""Quotes that a reader keeps, in the browser: put in, taken out, ordered, noted, brought back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from qa.evidence.checked import WrongValueError
from qa.evidence.pinned import LONGEST_NOTE, Pinned, as_json, from_json

# The browser's storage is small and travels with every event of the basket.  Two baskets that
# become one may be more.
MOST = 200


@dataclass(frozen=True, slots=True)
class Basket:
    """Quotes in the order that their reader gave them."""

    quotes: tuple[Pinned, ...] = ()
    before: tuple[Pinned, ...] = field(default=())  # what it was before something was taken out

    @property
    def full(self) -> bool:
        """Whether it takes no more quotes."""
        return len(self.quotes) >= MOST

    def holds(self, key: str) -> bool:
        """Tell whether the quote with *key* is in it."""
        return any(pinned.key == key for pinned in self.quotes)

    def with_quote(self, pinned: Pinned) -> Basket:
        """Return it with another quote at its end; a place is kept once."""
        return self if self.holds(pinned.key) else Basket((*self.quotes, pinned))

    def without(self, key: str) -> Basket:
        """Return it without the quote with *key*, which can be brought back."""
        kept = tuple(pinned for pinned in self.quotes if pinned.key != key)
        return Basket(kept, self.quotes) if len(kept) < len(self.quotes) else self

    def moved(self, key: str, by: int) -> Basket:
        """Return it with a quote that many places later, or earlier where *by* is negative."""
        quotes = list(self.quotes)
        at = next((at for at, pinned in enumerate(quotes) if pinned.key == key), None)
        if at is None:
            return self
        quotes.insert(max(at + by, 0), quotes.pop(at))
        return replace(self, quotes=tuple(quotes))

    def joined(self, other: Basket) -> Basket:
        """Return it with the quotes of another at its end; nothing is left out for want of room."""
        more = tuple(pinned for pinned in other.quotes if not self.holds(pinned.key))
        return Basket((*self.quotes, *more))

    def noted(self, key: str, note: str) -> Basket:
        """Return it with *note* beside a quote."""
        note = note[:LONGEST_NOTE]
        quotes = (replace(one, note=note) if one.key == key else one for one in self.quotes)
        return replace(self, quotes=tuple(quotes))

    def emptied(self) -> Basket:
        """Return it without any quote; all can be brought back."""
        return Basket((), self.quotes) if self.quotes else self

    def brought_back(self) -> Basket:
        """Return it as it was before quotes were taken out, with what was put in since."""
        back = Basket(self.before or self.quotes)
        for pinned in self.quotes:
            back = back.with_quote(pinned)
        return back


def keeping(basket: Basket, user: str) -> dict[str, Any]:
    """Return what the browser is to keep for *user*."""
    return {
        "user": user,
        "quotes": [as_json(pinned) for pinned in basket.quotes],
        "before": [as_json(pinned) for pinned in basket.before],
    }


def restored(kept: object, user: str) -> Basket:
    """Return the basket that :func:`keeping` gave, if it is of *user*.

    The browser may hold what another version wrote, or whatever its user put there: what is no
    quote is left out.
    """
    if not isinstance(kept, dict) or kept.get("user") != user:
        return Basket()
    return Basket(_quotes(kept.get("quotes")), _quotes(kept.get("before")))


def _quotes(content: object) -> tuple[Pinned, ...]:
    quotes: dict[str, Pinned] = {}
    for each in (content if isinstance(content, list) else [])[: 5 * MOST]:
        try:
            pinned = from_json(each)
        except WrongValueError:
            continue
        quotes.setdefault(pinned.key, pinned)
    return tuple(quotes.values())
