"""Stored e-mails: header, words and attachments become one document."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from contract_registry.core.document import Document
from contract_registry.errors import EncryptedFile
from contract_registry.reading.read import read

GRANT = "You grant us all rights in the Work."


def a_message(words: str = GRANT, **headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"From": "Ann <ann@example.org>", "Subject": "Your contract", **headers}.items():
        message[name] = value
    message.set_content(words)
    return message


def document(message: EmailMessage | bytes) -> Document:
    return read(message if isinstance(message, bytes) else message.as_bytes(), name="letter.eml")


def test_header_lines_come_first_and_are_marked_as_what_they_are() -> None:
    read_mail = document(a_message(To="bo@example.org", **{"X-Mailer": "none"}))

    assert [(block.source, block.span.of(read_mail.text)) for block in read_mail.blocks] == [
        ("mail header", "From: Ann <ann@example.org>"),
        ("mail header", "To: bo@example.org"),
        ("mail header", "Subject: Your contract"),
        ("body", GRANT),
    ]
    assert read_mail.media_type == "message/rfc822"


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15"])
def test_words_are_unwrapped_from_how_they_were_sent(encoding: str, charset: str) -> None:
    message = a_message(Subject="Überlassung der Rechte an „Möwe“")
    message.set_content("Der Verlag erhält alle Rechte für 500 €.", cte=encoding, charset=charset)

    text = document(message).text

    assert "Subject: Überlassung der Rechte an „Möwe“" in text
    assert text.endswith("Der Verlag erhält alle Rechte für 500 €.")


def test_plain_words_are_preferred_to_the_same_words_as_a_page() -> None:
    message = a_message("1. " + GRANT)
    message.add_alternative(f"<ol><li><p>{GRANT}</p></ol>", subtype="html")

    assert document(message).text.count(GRANT) == 1


def test_a_stub_of_plain_words_does_not_hide_the_page() -> None:
    message = a_message("View in browser")
    message.add_alternative(f"<p>{GRANT * 20}</p>", subtype="html")

    assert GRANT in document(message).text


def test_flowed_lines_run_on_only_where_the_sender_says_so() -> None:
    message = a_message()
    message.set_content("You grant \nus all \nrights.\nSigned\nAnn\n", params={"format": "flowed"})

    assert document(message).text.split("\n")[-3:] == ["You grant us all rights.", "Signed", "Ann"]


def test_attachments_are_parts_with_their_own_place() -> None:
    message = a_message()
    message.add_attachment(b"# Schedule\n\n1. Everything.\n", maintype="text", subtype="markdown", filename="schedule.md")

    read_mail = document(message)

    assert [part.name for part in read_mail.parts] == ["letter.eml", "schedule.md"]
    assert read_mail.parts[1].span.of(read_mail.text) == "Schedule\n1. Everything."


def test_an_attachment_that_cannot_be_read_is_named_and_withholds_the_word_fine() -> None:
    message = a_message()
    message.add_attachment(bytes(range(256)) * 4, maintype="application", subtype="octet-stream", filename="../../contract.pages")

    (problem,) = document(message).problems

    assert problem.kind == "attachment not read"
    assert "“contract.pages”" in problem.message
    assert problem.withholds


def test_a_message_inside_a_message_is_read() -> None:
    outer = a_message("See below.")
    outer.add_attachment(a_message("You waive all moral rights.", Subject="The terms"))

    text = document(outer).text

    assert "Subject: The terms\nYou waive all moral rights." in text


def test_messages_without_end_are_cut_off_and_spoken_of() -> None:
    message = a_message("The innermost words.")
    for _ in range(9):
        outer = a_message("See below.")
        outer.add_attachment(message)
        message = outer

    read_mail = document(message)

    assert "attachment not read" in {problem.kind for problem in read_mail.problems}
    assert "innermost" not in read_mail.text


def test_logos_and_signatures_are_not_called_unread() -> None:
    message = a_message()
    message.add_alternative(f"<p>{GRANT}</p><img src='cid:logo'>", subtype="html")
    message.get_payload()[1].add_related(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", cid="<logo>")

    assert document(message).problems == ()


PGP = (
    b'MIME-Version: 1.0\nFrom: a@example.org\nContent-Type: multipart/encrypted; boundary="x"\n\n'
    b"--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x\nContent-Type: application/octet-stream\n\n-----BEGIN PGP MESSAGE-----\n--x--\n"
)
SMIME = b"MIME-Version: 1.0\nFrom: a@example.org\nContent-Type: application/pkcs7-mime; smime-type=%s\nContent-Transfer-Encoding: base64\n\nMAAAAAA=\n"


@pytest.mark.parametrize("locked", [PGP, SMIME % b"enveloped-data"])
def test_an_encrypted_message_says_what_to_do(locked: bytes) -> None:
    with pytest.raises(EncryptedFile) as caught:
        document(locked)

    assert "mail program" in caught.value.next_step


def test_words_wrapped_in_a_signature_are_not_passed_over_in_silence() -> None:
    assert [problem.kind for problem in document(SMIME % b"signed-data").problems] == ["attachment not read"]


def test_a_page_saved_as_one_file_is_read_as_a_page() -> None:
    saved = (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/terms\nSubject: Terms\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n--x\nContent-Type: text/html\n\n<p>You grant us a licence.</p>\n'
        b"--x\nContent-Type: text/css\n\np{}\n--x--\n"
    )

    read_page = document(saved)

    assert read_page.text == "You grant us a licence."
    assert read_page.problems == ()


def test_earlier_messages_in_a_reply_are_read() -> None:
    assert "You assign all rights." in document(a_message("Agreed?\n\n> You assign all rights.\n> For ever.\n")).text


@pytest.mark.parametrize("header", [b"=?utf-8?b?////?=", b"=?nonsense?q?x?=", b"\xff\xfe raw", b"=?utf-8?q?=ED=A0=80?="])
def test_broken_headers_do_no_harm(header: bytes) -> None:
    document(b"MIME-Version: 1.0\nFrom: a@example.org\nSubject: " + header + b"\n\nYou grant us all rights.\n").text.encode()
