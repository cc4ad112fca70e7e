"""A message is read as a mail program shows it, with the messages and files in it."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from corpus.errors import UnreadableFileError
from corpus.files import SourceFile
from corpus.limits import Limits
from corpus.loaders import load
from corpus.loaders.loaded import Loaded
from corpus.loaders.mails.compressed_rtf import HEAD, unpacked
from corpus.loaders.mails.mail_body import flowed
from corpus.passages import read_document
from tests import makers
from tests.makers import ENGLISH, FRENCH, HANS, HANT

STUB = "View this message in your browser."
FARES = (
    "<table><tr><th>Ligne</th><th>Tarif</th></tr><tr><td>Ouessant</td><td>12 €</td></tr></table>"
)


def mail(subject: str = "Le phare") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", subject
    message["Date"] = "Thu, 25 Apr 2019 09:00:00 +0800"
    return message


def loaded(message: EmailMessage | bytes, suffix: str = ".eml") -> Loaded:
    return load(suffix, bytes(message), Limits())


def raw(kind: str, body: bytes, *more: str) -> bytes:
    head = [
        "From: a@example.org",
        "Subject: Le phare",
        "MIME-Version: 1.0",
        f"Content-Type: {kind}",
    ]
    return "\r\n".join([*head, *more, "", ""]).encode() + body


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, HANS, HANT])
def test_a_mail_of_html_without_a_page_around_it_is_read(text: str) -> None:
    message = mail()
    message.set_content(f'<div dir="ltr">{text}<div><br></div><div>Anna</div></div>', "html")

    read = loaded(message)

    assert text in read.text.split("\n")
    assert read.text.endswith("Anna")
    assert not read.kept.in_part


@pytest.mark.parametrize("plain", ["", STUB, "Ligne Tarif Ouessant 12 €"])
def test_of_two_forms_html_is_read_and_its_table_is_a_table(plain: str) -> None:
    message = mail()
    message.set_content(plain)
    message.add_alternative(f"<p>{FRENCH}</p>{FARES}", "html")

    read = loaded(message)
    _, passages = read_document(SourceFile("a.eml", "0", read))

    assert "Ligne: Ouessant · Tarif: 12 €" in [passage.text for passage in passages]
    assert STUB not in read.text


def test_tables_that_place_the_parts_of_a_mail_are_text_and_the_table_of_fares_in_them_is_one() -> (
    None
):
    fares = "<table><tr><td>Ouessant</td><td>12 €</td></tr><tr><td>Molène</td><td>11 €</td></tr></table>"
    message = mail()
    message.set_content(
        "<div style='display:none;max-height:0'>Preview</div><table width=600><tr><td>"
        f"<table><tr><td>Bonjour Anna,</td></tr><tr><td>{FRENCH}</td></tr></table></td></tr>"
        f"<tr><td>{fares}</td></tr><tr><td>Total :</td><td><b>23 €</b></td></tr></table>",
        "html",
    )

    read = loaded(message)

    assert len(read.tables) == 1
    assert read.text.split("\n\n")[1:] == [
        *("Bonjour Anna,", FRENCH, "Ouessant | 12 €\nMolène | 11 €", "Total : 23 €")
    ]
    assert not read.kept.in_part


def test_of_two_forms_plain_text_is_read_where_html_is_a_stub() -> None:
    message = mail()
    message.set_content(FRENCH * 3)
    message.add_alternative("<p>Your program does not show HTML.</p>", "html")

    assert FRENCH in loaded(message).text


def test_pictures_of_a_body_are_no_attachments_and_a_signature_is_none() -> None:
    message = mail()
    message.set_content(f"<p>{FRENCH}</p><img src='cid:1'>", "html")
    message.add_related(b"x", "image", "png", cid="<1>")
    message.add_attachment(b"x", maintype="application", subtype="pgp-signature")

    read = loaded(message)

    assert FRENCH in read.text
    assert read.notes == ()


def test_a_forwarded_message_is_read_as_a_record_of_its_own() -> None:
    inner = mail("灯塔")
    inner.set_content(HANS)
    message = mail()
    message.set_content(FRENCH)
    message.add_attachment(inner)

    read = loaded(message)

    assert [heading.title for heading in read.headings] == ["Le phare", "灯塔"]
    assert FRENCH in read.text
    assert HANS in read.text[read.headings[1].start :]
    assert not read.kept.in_part


def test_files_of_known_formats_are_parts_with_their_tables_and_others_are_noted() -> None:
    message = mail()
    message.set_content(FRENCH)
    message.add_attachment(
        "Line,Fare\nOuessant,12 EUR\nMolène,11 EUR\n", "csv", filename="fares.csv"
    )
    message.add_attachment(
        makers.docx_file(HANT), maintype="application", subtype="octet-stream", filename="燈塔.docx"
    )
    message.add_attachment(b"x", maintype="application", subtype="x-cad", filename="plan.dwg")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="broken.pdf")

    read = loaded(message)
    _, passages = read_document(SourceFile("a.eml", "0", read))

    assert [part[1:] for part in read.parts] == [
        ("attachment", "fares.csv"),
        ("attachment", "燈塔.docx"),
    ]
    assert HANT in read.text[read.parts[1].start :]
    assert "Line: Molène · Fare: 11 EUR" in [passage.text for passage in passages]
    assert all(passage.view.borne_out_by(read.text) for passage in passages)
    assert [note.told("en") for note in read.notes] == [
        "the attachment plan.dwg was not opened",
        "the attachment broken.pdf was not opened",
    ]


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (FRENCH, "iso-8859-1"),
        (HANS, "gb2312"),
        (HANT, "big5"),
        ("灯台は1887年に建てられました。高さは三十二メートルです。", "iso-2022-jp"),
        (FRENCH, "unknown-8bit"),
        (FRENCH, "hex"),
    ],
)
def test_the_charset_that_a_mail_declares_is_used(text: str, charset: str) -> None:
    known = charset not in {"unknown-8bit", "hex"}
    body = text.encode(charset if known else "utf-8")

    assert text in loaded(raw(f"text/plain; charset={charset}", body)).text


def test_quoted_printable_and_base64_are_decoded() -> None:
    quoted = b"Le phare fut allum=C3=A9 en=\r\n 1887."
    text = loaded(
        raw("text/plain; charset=utf-8", quoted, "Content-Transfer-Encoding: quoted-printable")
    )

    assert "Le phare fut allumé en 1887." in text.text


@pytest.mark.parametrize(
    ("text", "joined", "shown"),
    [
        (
            "The tower was \nlit in 1887.\n\nIt is tall.",
            False,
            "The tower was lit in 1887.\n\nIt is tall.",
        ),
        ("> The tower \n> was lit.\n>> Really?", False, "> The tower was lit.\n>> Really?"),
        (" From here \nto there.", False, "From here to there."),
        ("灯塔建于 \n1887年。", True, "灯塔建于1887年。"),
        ("Bye \n-- \nAnna", False, "Bye \n-- \nAnna"),
    ],
)
def test_lines_of_a_flowed_body_are_joined(text: str, joined: bool, shown: str) -> None:
    assert flowed(text, joined) == shown


def test_each_message_of_a_mailbox_is_a_part_and_a_record() -> None:
    box = b""
    for number, text in enumerate((FRENCH, HANS, HANT)):
        message = mail(f"Nr {number}")
        message.set_content(f"{text}\nFrom here on it is dark.\n\nFrom now on too.")
        box += b"From a@example.org Thu Apr 25 09:00:00 2019\n"
        box += bytes(message).replace(b"\nFrom here", b"\n>From here") + b"\n"

    read = loaded(box, ".mbox")

    assert [part[1:] for part in read.parts] == [
        ("message", "1"),
        ("message", "2"),
        ("message", "3"),
    ]
    assert [heading[1:3] for heading in read.headings] == [
        (f"Nr {number}", "2019-04-25") for number in range(3)
    ]
    assert HANT in read.text[read.parts[2].start :]
    assert "\nFrom here on" in read.text
    assert not read.kept.in_part


@pytest.mark.parametrize(
    "damage",
    [
        b"Content-Type: multipart/mixed; boundary=\n\n--\n--\n",
        b"Content-Type: multipart/alternative\n\nno boundary\n",
        b"Subject: =?utf-8?b?4?=\nTo: <<<>>>,;:\nDate: 99 Foo\n\nbody\n",
        b"Content-Type: message/rfc822\n\n" * 300 + b"\nbody\n",
        b"Content-Type: text/html; charset==?\n\n<p>body\n",
        b"\0\xff\xfe\n\n\0",
    ],
)
def test_a_damaged_message_costs_only_itself(damage: bytes) -> None:
    whole = mail("Whole")
    whole.set_content(FRENCH)
    envelope = b"From a@example.org Thu Apr 25 09:00:00 2019\n"

    box = envelope + b"From: a@example.org\n" + damage + b"\n" + envelope + bytes(whole)

    assert FRENCH in loaded(box, ".mbox").text


@pytest.mark.parametrize("text", [ENGLISH, FRENCH, HANS, HANT])
def test_a_message_of_outlook_is_read_with_its_table_files_and_messages(text: str) -> None:
    inner = makers.msg_tree("Inner", text * 100, head=24)
    content = makers.msg_file(
        "Le phare",
        "Ligne Tarif",
        html=f"<meta charset=utf-8><p>{text}</p>{FARES}".encode(),
        files={"fares.csv": b"Line,Fare\nOuessant,12 EUR\n", "plan.dwg": b"x"},
        inner=inner,
    )

    read = load(".msg", content, Limits())

    assert [heading[1:3] for heading in read.headings] == [
        ("Le phare", "2019-04-25"),
        ("Inner", "2019-04-25"),
    ]
    assert read.text.startswith(
        "From: Anna <a@example.org>\nTo: Bo\nDate: 2019-04-25\nSubject: Le phare"
    )
    assert text in read.text[: read.headings[1].start]
    assert text * 100 in read.text[read.headings[1].start :]
    assert [part[1:] for part in read.parts] == [("attachment", "fares.csv")]
    assert len(read.tables) == 2
    assert [note.values["name"] for note in read.notes] == ["plan.dwg"]
    assert not read.kept.in_part


def test_a_plain_body_of_outlook_is_read_and_an_office_file_is_no_message() -> None:
    assert HANS in load(".msg", makers.msg_file("灯塔", HANS), Limits()).text
    with pytest.raises(UnreadableFileError, match="is not a message"):
        load(".msg", makers.compound_file({"WordDocument": b"x"}), Limits())


RICH = rb"{\rtf1\ansi\deff0 Le phare fut allum\'e9 en 1887, et le phare est haut.\par}"


def packed(text: bytes, repeats: bool) -> bytes:
    """RTF as Outlook packs it, letter by letter, or with one repetition of its opening."""
    content = b""
    if repeats:  # "{\\rtf1\\ansi" is the first eleven bytes of the window
        text = text[11:]
        content, text = b"\x01" + (0 << 4 | 9).to_bytes(2, "big") + text[:7], text[7:]
    for at in range(0, len(text), 8):
        content += b"\0" + text[at : at + 8]
    return HEAD.pack(len(content) + 12, len(RICH), b"LZFu", 0) + content


@pytest.mark.parametrize(
    "content", [packed(RICH, False), packed(RICH, True), HEAD.pack(0, len(RICH), b"MELA", 0) + RICH]
)
def test_a_body_of_rich_text_alone_is_read(content: bytes) -> None:
    assert unpacked(content) == RICH

    read = load(".msg", makers.msg_file("Le phare", rich=content), Limits())

    assert "Le phare fut allumé en 1887, et le phare est haut." in read.text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x" * 15,
        packed(RICH, True)[:30],
        HEAD.pack(9, 2**32 - 1, b"LZFu", 0) + b"\xff" * 5000,
        HEAD.pack(9, 9, b"????", 0),
    ],
)
def test_broken_rich_text_costs_no_message(content: bytes) -> None:
    assert HANS in load(".msg", makers.msg_file(HANS, rich=content), Limits()).text
