"""Messages of Outlook (MS-OXMSG, MS-OXPROPS).  The only file that knows olefile."""

from __future__ import annotations

import codecs
import io
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from olefile import STGTY_STREAM, OleFileIO

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.mails.attachments import add_attachment
from corpus.loaders.mails.compressed_rtf import unpacked
from corpus.loaders.web.html import page_of, tree
from corpus.loaders.web.markup import add_markup
from corpus.loaders.web.page_words import words_of
from corpus.post_headers import person

SUBJECT, BODY, HTML, RTF = 0x0037, 0x1000, 0x1013, 0x1009
SENDER, ADDRESS, TO, COPY = 0x0C1A, 0x5D01, 0x0E04, 0x0E03
SENT, DELIVERED, CODEPAGE = 0x0039, 0x0E06, 0x3FFD
DATA, LONG_NAME, SHORT_NAME, CONTENT_ID = 0x3701, 0x3707, 0x3704, 0x3712
PROPERTIES, VALUE, ATTACHMENT = "__properties_version1.0", "__substg1.0_", "__attach_version1.0_"
UNICODE, BYTES, BINARY, OBJECT = "001F", "001E", "0102", "000D"
# The list of properties behind its head: 16 bytes each, of a message or of one inside another.
OUTER_HEAD, INNER_HEAD, PROPERTY = 32, 24, struct.Struct("<HHIQ")
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
DEEPEST = 10  # messages in messages

Place = tuple[str, ...]


def load(content: bytes, _suffix: str = ".msg") -> Loaded:
    """Return sender, receivers, date, subject and body, with the messages and files inside.

    The body is the HTML, or else the plain text, or else the rich text as a part.
    """
    with _opened(content) as file:
        draft = Draft()
        _add(draft, file, ())
        return draft.loaded()


def visible(content: bytes, _suffix: str = ".msg") -> str:
    """Return what a mail program shows of each message, attachments apart."""
    with _opened(content) as file:
        return "\n".join(_visible(file, ()))


def _opened(content: bytes) -> OleFileIO:
    try:
        file = OleFileIO(io.BytesIO(content))
    except (OSError, ValueError, IndexError, struct.error) as error:
        raise UnreadableFileError("file_damaged", error=str(error)) from None
    if not file.exists(PROPERTIES):
        raise UnreadableFileError("file_no_message")
    return file


def _visible(file: OleFileIO, place: Place) -> Iterator[str]:
    numbers = _numbers(file, place)
    yield from _heads(file, place, numbers)
    html = _bytes(file, place, HTML)
    yield words_of(page_of(html)) if html.strip() else _text(file, place, BODY, numbers)
    for inner in _attachments(file, place):
        if file.exists([*inner, f"{VALUE}{DATA:04X}{OBJECT}"]) and len(inner) < 2 * DEEPEST:
            yield from _visible(file, (*inner, f"{VALUE}{DATA:04X}{OBJECT}"))


def _add(draft: Draft, file: OleFileIO, place: Place) -> None:
    numbers = _numbers(file, place)
    sender = _text(file, place, SENDER, numbers) or _text(file, place, ADDRESS, numbers)
    draft.heading(_text(file, place, SUBJECT, numbers), _date(numbers), person(sender))
    draft.add("\n".join(_heads(file, place, numbers)))
    html, plain = _bytes(file, place, HTML), _text(file, place, BODY, numbers)
    if html.strip():
        add_markup(draft, tree(page_of(html)), apart=True)
    elif plain.strip():
        draft.add(plain.strip("\r\n"))
    elif rich := unpacked(_bytes(file, place, RTF)):
        add_attachment(draft, "body.rtf", rich)
    for inner in _attachments(file, place):
        message = (*inner, f"{VALUE}{DATA:04X}{OBJECT}")
        data = _bytes(file, inner, DATA)
        name = _text(file, inner, LONG_NAME, numbers) or _text(file, inner, SHORT_NAME, numbers)
        if file.exists([*message, PROPERTIES]) and len(inner) < 2 * DEEPEST:
            _add(draft, file, message)
        elif not (_text(file, inner, CONTENT_ID, numbers) and html):  # a picture of the body
            add_attachment(draft, name or inner[-1], data)


def _attachments(file: OleFileIO, place: Place) -> list[Place]:
    depth = len(place) + 1
    return sorted(
        {
            tuple(path[:depth])
            for path in file.listdir(streams=True, storages=True)
            if len(path) >= depth
            and tuple(path[: depth - 1]) == place
            and path[depth - 1].startswith(ATTACHMENT)
        }
    )


def _heads(file: OleFileIO, place: Place, numbers: dict[int, int]) -> Iterator[str]:
    """Yield the lines above a message, as in other mails."""
    sender, address = (_text(file, place, key, numbers) for key in (SENDER, ADDRESS))
    values = {
        "From": f"{sender} <{address}>" if sender and address else sender or address,
        "To": _text(file, place, TO, numbers),
        "Cc": _text(file, place, COPY, numbers),
        "Date": _date(numbers),
        "Subject": _text(file, place, SUBJECT, numbers),
    }
    yield from (f"{name}: {' '.join(value.split())}" for name, value in values.items() if value)


def _numbers(file: OleFileIO, place: Place) -> dict[int, int]:
    """Return the properties of a fixed size."""
    path = [*place, PROPERTIES]
    content = file.openstream(path).read() if file.exists(path) else b""
    content = content[INNER_HEAD if place else OUTER_HEAD :]
    whole = len(content) - len(content) % PROPERTY.size
    return {key: value for _, key, _, value in PROPERTY.iter_unpack(content[:whole])}


def _date(numbers: dict[int, int]) -> str:
    """Return when a message was sent, in units of 100 ns since 1601, as ISO 8601."""
    moment = numbers.get(SENT) or numbers.get(DELIVERED) or 0
    try:
        return (EPOCH + timedelta(microseconds=moment // 10)).date().isoformat() if moment else ""
    except OverflowError:
        return ""


def _text(file: OleFileIO, place: Place, key: int, numbers: dict[int, int]) -> str:
    text = _stream(file, place, f"{key:04X}{UNICODE}").decode("utf-16-le", "replace")
    if not text:
        page = f"cp{numbers.get(CODEPAGE, 1252) & 0xFFFF}"
        text = _stream(file, place, f"{key:04X}{BYTES}").decode(_known(page), "replace")
    return text.replace("\0", "")


def _known(page: str) -> str:
    try:
        return codecs.lookup({"cp65001": "utf-8", "cp936": "gb18030"}.get(page, page)).name
    except LookupError:
        return "cp1252"


def _bytes(file: OleFileIO, place: Place, key: int) -> bytes:
    return _stream(file, place, f"{key:04X}{BINARY}")


def _stream(file: OleFileIO, place: Place, name: str) -> bytes:
    path = [*place, VALUE + name]
    if not file.exists(path) or file.get_type(path) != STGTY_STREAM:
        return b""
    return bytes(file.openstream(path).read())
