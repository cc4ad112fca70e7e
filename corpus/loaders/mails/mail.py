"""Messages: what was written, under its subject, with its date (RFC 5322, RFC 4155)."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from contextlib import suppress
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime

from corpus.errors import UnreadableFileError
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.mails.attachments import add_attachment
from corpus.loaders.mails.mail_body import Attached, Body, shown
from corpus.loaders.web.html import tree
from corpus.loaders.web.markup import add_markup
from corpus.loaders.web.page_words import words_of
from corpus.post_headers import person

KINDS = [Body, EmailMessage, Attached]
HEAD = ("From", "To", "Cc", "Date", "Subject")
# How a message begins in a file of many (RFC 4155): with a time, which a sentence that begins so
# rarely has.  Some programs mark such a sentence.
ENVELOPE = re.compile(
    rb"\AFrom [^\r\n]*\r?\n|(?:(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\d:\d\d[^\r\n]*\r?\n"
)
MARKED_LINE = re.compile(rb"(?m)^>(>*From )")
# What the header parser of Python raises for some damaged headers.
DAMAGED = (AttributeError, IndexError, KeyError, LookupError, TypeError, ValueError)


def load(content: bytes, suffix: str = ".eml") -> Loaded:
    """Return sender, receivers, date, subject and body of each message, each a record.

    Of a body in two forms it is the one that shows more, HTML before plain text.  Messages inside
    are read as such; attachments of a format that we know are parts, others are noted.
    """
    draft = Draft()
    if suffix == ".mbox":
        for number, part in enumerate(_messages(content), start=1):
            draft.part("message", str(number))
            try:
                _add(draft, _parsed(part))
            except (RecursionError, *DAMAGED):
                draft.note("note_message", message=str(number))
    else:
        message = _parsed(content)
        if not any(message[name] for name in HEAD):
            raise UnreadableFileError("file_no_message")
        _add(draft, message)
    return draft.loaded()


def visible(content: bytes, suffix: str = ".eml") -> str:
    """Return what a mail program shows of each message, attachments apart."""
    messages = _messages(content) if suffix == ".mbox" else [content]
    texts: list[str] = []
    for part in messages:
        with suppress(RecursionError, *DAMAGED):
            texts.append(_visible(_parsed(part)))
    return "\n".join(texts)


def _visible(message: EmailMessage) -> str:
    lines = [text for name in HEAD if (text := _header(message, name))]
    for part in shown(message):
        if isinstance(part, Body):
            lines.append(words_of(part.text) if part.is_html else part.text)
        elif isinstance(part, EmailMessage):
            lines.append(_visible(part))
    return "\n".join(lines)


def _messages(content: bytes) -> Iterator[bytes]:
    starts = list(ENVELOPE.finditer(content))
    if not starts:
        raise UnreadableFileError("file_no_message")
    ends = [*(start.start() for start in starts[1:]), len(content)]
    for start, end in zip(starts, ends, strict=True):
        yield MARKED_LINE.sub(rb"\1", content[start.end() : end])


def _parsed(content: bytes) -> EmailMessage:
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
    return message


def _add(draft: Draft, message: EmailMessage) -> None:
    author = person(_header(message, "From"))
    draft.heading(_header(message, "Subject"), _date(message), author)
    heads = [f"{name}: {text}" for name in HEAD if (text := _header(message, name))]
    if heads:
        draft.add("\n".join(heads))
    # What is attached is a part of its own: nothing of the body may stand behind it.
    for part in sorted(shown(message), key=lambda part: KINDS.index(type(part))):
        if isinstance(part, EmailMessage):
            _add(draft, part)
        elif not isinstance(part, Body):
            add_attachment(draft, part.name, part.content)
        elif part.is_html:
            add_markup(draft, tree(part.text), apart=True)
        elif part.text.strip():
            draft.add(part.text.strip("\r\n"))


def _header(message: Message, name: str) -> str:
    try:
        return " ".join(str(message[name] or "").split())
    except DAMAGED:
        raw = next((text for key, text in message.raw_items() if key.lower() == name.lower()), "")
        return " ".join(str(raw).split())


def _date(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    except (TypeError, ValueError):
        return ""
