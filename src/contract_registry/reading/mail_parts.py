"""Sorts the parts of an e-mail into the words of the message, its attachments, and what nobody needs to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from contract_registry.reading.sniff import MAIL

_SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "text/vcard", "text/x-vcard"}
)
_LOCKED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})
_WORDS = frozenset({"text/plain", "text/html", "text/enriched", "text/markdown"})
_SMALLEST_INLINE_PICTURE = 100_000
"""Bytes (as sent) from which a picture set into a message may be a photographed page, not a logo."""
_STUB = 0.3
_TAG = re.compile(r"<[^>]{0,5000}>|&\w{1,10};|\s+")
_STYLE = re.compile(r"<(style|script|head)\b.*?</\1", re.DOTALL | re.IGNORECASE)
_NAMED_BY_TYPE = {MAIL: "attached message.eml", "text/html": "attached page.html", "text/plain": "attached text.txt"}


@dataclass(frozen=True, slots=True)
class Content:
    """What a message is made of: the text parts that are its words, in order, and its attachments with their names."""

    words: tuple[Message, ...]
    attachments: tuple[tuple[str, Message], ...]
    is_locked: bool = False
    is_web_page: bool = False


def content_of(message: Message) -> Content:
    """The parts of `message` sorted by what they are for."""
    words: list[Message] = []
    attachments: list[tuple[str, Message]] = []
    locked = False
    for part in _leaves(message):
        kind = part.get_content_type()
        if _is_word_part(part):
            words.append(part)
        elif _is_locked(part):
            locked = True
        elif kind not in _SIGNATURES and not kind.startswith("message/delivery") and not _is_ornament(part):
            attachments.append((_name(part, len(attachments) + 1), part))
    nothing_else = not words and not attachments
    is_locked = message.get_content_type() == "multipart/encrypted" or (locked and nothing_else)
    return Content(tuple(words), tuple(attachments), is_locked, _is_saved_page(message))


def header(message: Message, field: str) -> str:
    """A header field as people read it, on one line; empty when it is missing."""
    value = message.get(field)
    if value is None:
        return ""
    try:
        words = str(make_header(decode_header(value)))
    except (MessageError, UnicodeError, LookupError, ValueError):
        words = str(value)
    return " ".join(words.encode("utf-8", "replace").decode("utf-8").split())


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that are not made of parts; of alternatives only the one to be read, of a saved page only the page."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = [one for one in part.get_payload() if isinstance(one, Message)] if part.is_multipart() else []
        if part.get_content_type() == MAIL or not inner:
            yield part
        elif part.get_content_type() == "multipart/alternative":
            waiting.append(_best(inner))
        elif _is_saved_page(part):
            waiting.append(inner[0])
        else:
            waiting.extend(reversed(inner))


def _best(alternatives: list[Message]) -> Message:
    """Plain text where it says as much as the web page beside it; else the last, richest alternative."""
    texts = {part.get_content_type(): part for part in alternatives if not part.is_multipart()}
    rich = next((part for part in reversed(alternatives) if part.get_content_type() != "text/plain"), alternatives[-1])
    plain = texts.get("text/plain")
    if plain is None:
        return rich
    said = next((_letters(one) for one in rich.walk() if one.get_content_type() == "text/html"), 0)
    return plain if _letters(plain) >= _STUB * said else rich


def _letters(part: Message) -> int:
    """How many characters a part says, tags and blanks not counted."""
    payload = part.get_payload(decode=True)
    words = payload.decode("latin-1") if isinstance(payload, bytes) else ""
    return len(_TAG.sub("", _STYLE.sub("", words) if part.get_content_type() == "text/html" else words))


def _is_word_part(part: Message) -> bool:
    return part.get_content_type() in _WORDS and part.get_content_disposition() != "attachment" and not part.get_filename()


def _is_locked(part: Message) -> bool:
    """Whether a part is encrypted; one that is only signed, in a form that wraps its words, is an attachment nobody can read here."""
    return part.get_content_type() in _LOCKED and str(part.get_param("smime-type", "enveloped-data")) != "signed-data"


def _is_ornament(part: Message) -> bool:
    """Whether a part is a small picture set into the message: a logo, a smile, a tracking dot."""
    payload = part.get_payload()
    small = isinstance(payload, str) and len(payload) < _SMALLEST_INLINE_PICTURE
    return (
        part.get_content_maintype() == "image"
        and small
        and part.get_content_disposition() != "attachment"
        and part.get("Content-ID") is not None
    )


def _is_saved_page(message: Message) -> bool:
    """Whether this is a web page that a browser saved as one file (.mhtml)."""
    saved = message.get("Snapshot-Content-Location") is not None or str(message.get("From", "")).lower().startswith("<saved by")
    return saved and message.get_content_type() == "multipart/related"


def _name(part: Message, count: int) -> str:
    """The file name of an attachment, without the folders of its sender."""
    try:
        given = part.get_filename() or ""
        words = str(make_header(decode_header(given)))
    except (MessageError, UnicodeError, LookupError, ValueError):
        words = ""
    name = re.split(r"[/\\]", " ".join(words.split()))[-1]
    return name or _NAMED_BY_TYPE.get(part.get_content_type(), f"attachment {count}")
