"""Where on the web a document says that it stands: a page's canonical address, front matter."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from corpus.loaders.front_matter import front_matter

LOOKED_AT = 200_000  # bytes; a page says it in its head
LONGEST = 2_000  # characters
PAGES = (".html", ".htm", ".xhtml")
# What browsers write into a page that they save: the length of the address, and the address.
SAVED = re.compile(r"\s*saved from url=\(\d+\)(\S+)\s*")


def web_address(suffix: str, content: bytes) -> str:
    """Return the address that a file gives as its own; empty where it gives none.

    It is what the file says: nothing was fetched to see whether it is true.

    Args:
        suffix: Of the file's name, in lower case.
        content: Its bytes.
    """
    text = content[:LOOKED_AT].decode("utf-8", "replace")
    if suffix in (".md", ".markdown"):
        return _sound(front_matter(text).address)
    if suffix not in PAGES:
        return ""
    head = _Head()
    head.feed(text)
    addresses = (_sound(address) for address in (head.canonical, head.shared, head.saved))
    return next(filter(None, addresses), "")


def _sound(address: str) -> str:
    """Return a whole address of the web; nothing else is one, no script and no file."""
    address = address.strip()
    if len(address) > LONGEST or re.search(r"[\s\x00-\x1f\"<>\\]", address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    sound = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    return address if sound else ""


class _Head(HTMLParser):
    """Looks for the addresses that a page gives as its own."""

    def __init__(self) -> None:
        super().__init__()
        self.canonical = self.shared = self.saved = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what <link rel=canonical> and <meta property=og:url> say."""
        values = {name: value or "" for name, value in attrs}
        if tag == "link" and values.get("rel", "").lower() == "canonical":
            self.canonical = self.canonical or values.get("href", "")
        if tag == "meta" and values.get("property", "").lower() == "og:url":
            self.shared = self.shared or values.get("content", "")

    def handle_comment(self, data: str) -> None:
        """Take what a browser wrote when it saved the page."""
        saved = SAVED.fullmatch(data)
        if saved:
            self.saved = self.saved or saved[1]
