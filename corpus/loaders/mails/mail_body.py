"""What of the parts of a message is shown, and what is attached (RFC 2045 to 2047, 2387, 3676)."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from email.message import EmailMessage, Message
from typing import NamedTuple

import regex

from corpus.errors import UnreadableFileError
from corpus.loaders.plain import decoded
from corpus.loaders.web.page_words import words_of

# Nested deeper, a message is no message of a person.
DEEPEST = 20
# HTML that shows less than this share of the letters of the plain text is a stub.
STUB = 0.8
LETTER = regex.compile(r"\w")
# What holds no text: signatures, and the pictures and fonts of an HTML body.
SILENT = regex.compile(r"application/(?:x-)?(?:pkcs7|pgp)-signature|image/.*|font/.*|text/css")
QUOTED = regex.compile(r"(>*) ?(.*)", regex.DOTALL)


class Body(NamedTuple):
    """Text of a message as it is shown."""

    text: str
    is_html: bool


class Attached(NamedTuple):
    """A file in a message."""

    name: str
    content: bytes


Shown = Body | Attached | EmailMessage


def shown(message: Message, depth: int = 0) -> Iterator[Shown]:
    """Yield the parts of *message* as a mail program shows them, messages in it as such."""
    kind = message.get_content_type()
    if depth > DEEPEST:
        return
    payload = message.get_payload() if message.is_multipart() else ()
    children = [child for child in payload if isinstance(child, Message)]
    if not message.is_multipart():
        yield from _leaf(message, kind)
    elif kind == "message/rfc822":
        yield from (
            child for child in children if isinstance(child, EmailMessage) and depth < DEEPEST
        )
    elif kind == "multipart/alternative":
        yield from _best([list(shown(child, depth + 1)) for child in children])
    else:
        inline = kind == "multipart/related"
        for child in children:
            if not (inline and SILENT.fullmatch(child.get_content_type())):
                yield from shown(child, depth + 1)


def _best(forms: list[list[Shown]]) -> list[Shown]:
    """Return the form of a body that shows more, the later one of equals: HTML as a rule."""
    best: list[Shown] = []
    most = 0
    for parts in forms:
        letters = sum(_letters(part) for part in parts if isinstance(part, Body))
        if letters >= most * STUB:
            best = [*parts, *(part for part in best if not isinstance(part, Body))]
        else:
            best = [*best, *(part for part in parts if not isinstance(part, Body))]
        most = max(most, letters)
    return best


def _letters(body: Body) -> int:
    return len(LETTER.findall(words_of(body.text) if body.is_html else body.text))


def _leaf(message: Message, kind: str) -> Iterator[Shown]:
    content = message.get_payload(decode=True)
    if not isinstance(content, bytes) or (SILENT.fullmatch(kind) and "signature" in kind):
        return
    name = _name(message, kind)
    is_text = kind in {"text/plain", "text/html"}
    if is_text and message.get_content_disposition() != "attachment":
        try:
            text = decoded(content, str(message.get_content_charset() or ""))
        except UnreadableFileError:
            text = content.decode("utf-8", "replace").replace("\0", "")
        if message.get_param("format") == "flowed":
            text = flowed(text, message.get_param("delsp") == "yes")
        yield Body(text, kind == "text/html")
    elif content.strip():
        yield Attached(name, content)


def _name(message: Message, kind: str) -> str:
    return (
        message.get_filename() or f"{kind.replace('/', '.')}{mimetypes.guess_extension(kind) or ''}"
    )


def flowed(text: str, joined: bool) -> str:
    """Return *text* with the lines of a paragraph in one (RFC 3676, section 4).

    Args:
        text: A body that is marked as flowed.
        joined: Whether the space at the end of a line goes (DelSp), as in Chinese.
    """
    lines: list[str] = []
    depth, goes_on = 0, False
    for line in text.replace("\r\n", "\n").split("\n"):
        quoted = QUOTED.fullmatch(line)
        assert quoted is not None  # noqa: S101 - it matches every line
        marks, content = quoted.groups()
        if goes_on and len(marks) == depth and content != "-- ":
            lines[-1] += content
        else:
            lines.append(f"{marks} {content}" if marks else content)
        goes_on = content.endswith(" ") and content != "-- "
        depth = len(marks)
        if goes_on and joined:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)
