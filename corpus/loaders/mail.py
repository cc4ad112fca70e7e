"""Messages: what was written, under its subject, with its date."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from corpus.errors import UnreadableFileError
from corpus.loaders.html import whole_text
from corpus.loaders.loaded import Draft, Loaded
from corpus.loaders.plain import decoded

HEAD = ("From", "To", "Date", "Subject")


def load(content: bytes, _suffix: str = ".eml") -> Loaded:
    """Return sender, receiver, date, subject and body; attachments are not opened."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # noqa: S101 - what this policy makes
    if not any(message[name] for name in HEAD):
        raise UnreadableFileError("file_no_message")
    body = message.get_body(("plain", "html"))
    draft = Draft()
    draft.heading(str(message["Subject"] or ""), _date(message))
    draft.add("\n".join(f"{name}: {message[name]}" for name in HEAD if message[name]))
    if body is not None:
        draft.add(_text(body))
    for attachment in message.iter_attachments():
        draft.note("note_attachment", name=attachment.get_filename() or "")
    return draft.loaded()


def _text(body: MIMEPart) -> str:
    content = body.get_payload(decode=True)
    text = decoded(content, body.get_content_charset() or "") if isinstance(content, bytes) else ""
    return whole_text(text) if body.get_content_subtype() == "html" else text.strip()


def _date(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(str(message["Date"])).date().isoformat()
    except ValueError:
        return ""
