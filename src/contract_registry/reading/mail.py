"""Reads a stored e-mail (.eml, .mhtml): its header, its words, and what is attached to it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.message import Message
from functools import partial

from contract_registry.core.document import Document, Problem
from contract_registry.errors import CorruptFile, EmptyFile, EncryptedFile
from contract_registry.reading.blocks import BlockWriter, Piece, reader_name
from contract_registry.reading.enclosures import Enclosure, ReadInside, read_enclosures
from contract_registry.reading.encodings import decode
from contract_registry.reading.limits import Budget
from contract_registry.reading.mail_parts import Content, content_of, header
from contract_registry.reading.plain import write_plain
from contract_registry.reading.raw_text import RawText
from contract_registry.reading.sniff import MAIL
from contract_registry.reading.together import together

_SHOWN = ("From", "To", "Cc", "Date", "Subject")


def read_mail(data: bytes, *, name: str, budget: Budget, read_inside: ReadInside) -> Document:
    """A message as a Document: header lines first, then its words, then each attachment as a part of its own.

    Of a message sent both as plain text and as a web page the plain text is read, unless it is a mere stub. `raw` is the decoded text.
    """
    message = _parsed(data)
    content = content_of(message)
    if content.is_locked:
        raise EncryptedFile("This message is encrypted.", "Open it in your mail program, and save or print its text from there.")
    letter = _letter(message, content, data, name, budget)
    enclosed, problems = read_enclosures(_enclosures(content), read_inside, budget)
    documents = [letter] if letter else []
    if not documents and not enclosed:
        raise EmptyFile("This message holds no words." if not problems else problems[0].message)
    whole = documents[0] if documents and not enclosed else together([*documents, *enclosed], name=name)
    sha256 = hashlib.sha256(data).hexdigest()
    return replace(whole, media_type=MAIL, sha256=sha256, size=len(data), problems=(*whole.problems, *problems))


def _parsed(data: bytes) -> Message:
    try:
        return message_from_bytes(data)
    except RecursionError as error:
        raise CorruptFile("This message holds messages inside messages without end.") from error


def _letter(message: Message, content: Content, data: bytes, name: str, budget: Budget) -> Document | None:
    """The header and the words of the message itself; None when it has neither."""
    writer, raw = BlockWriter(), RawText()
    for field in () if content.is_web_page else _SHOWN:
        words = header(message, field)
        if words:
            line = f"{field}: {words}"
            writer.write([Piece(line, raw.add(f"{line}\n"))], source="mail header")
    problems = [problem for part in content.words for problem in _write(part, writer, raw)]
    try:
        return writer.document(
            name=name, media_type=MAIL, data=data, raw=raw.text, reader=reader_name("e-mail"), limits=budget.limits, problems=problems
        )
    except EmptyFile:
        return None


def _write(part: Message, writer: BlockWriter, raw: RawText) -> Iterator[Problem]:
    """Write the words of one text part; its troubles come back."""
    declared = part.get_content_charset()
    decoded = decode(_bytes(part), declared)
    yield from decoded.problems
    if part.get_content_type() == "text/html":
        from contract_registry.reading.web import write_web  # lxml is loaded only for messages that are web pages

        yield from write_web(decoded.text, writer, raw)
    else:
        flowed = str(part.get_param("format", "")).lower() == "flowed"
        write_plain(decoded.text, writer, at=raw.add(f"{decoded.text}\n"), flowed=flowed)


def _enclosures(content: Content) -> Iterator[Enclosure]:
    for name, part in content.attachments:
        yield Enclosure(name, partial(_bytes, part))


def _bytes(part: Message) -> bytes:
    """The bytes of a part as they were before they were wrapped for sending; an enclosed message as it was sent."""
    if part.get_content_type() == MAIL and part.is_multipart():
        return b"".join(inner.as_bytes() for inner in part.get_payload() if isinstance(inner, Message))
    unwrapped = part.get_payload(decode=True)
    return unwrapped if isinstance(unwrapped, bytes) else b""
