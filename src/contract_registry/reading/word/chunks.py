"""Reads what a Word file holds as a file of another kind (a web page, plain text): programs that write Word files from web pages do so."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

from contract_registry.core.document import Block, Document
from contract_registry.errors import UnreadableFile
from contract_registry.reading.plain import read_plain
from contract_registry.reading.web import read_web
from contract_registry.reading.word.counting import Numbered
from contract_registry.reading.word.package import target
from contract_registry.reading.word.setting import Setting
from contract_registry.reading.word.story import Paragraph, Standing, Words

_WEB = frozenset({"text/html", "application/xhtml+xml"})
_ARCHIVED = frozenset({"message/rfc822", "multipart/related", "application/x-mimearchive"})
_UNREAD = "This file holds another file inside its text, and that one was not read. Open it in Word, save it again, and send that copy."


def chunk(id_: str, setting: Setting, standing: Standing) -> tuple[Paragraph, ...]:
    """The paragraphs of the inserted file that a relationship's id means; none, and a problem, where it is of a kind not read here."""
    part = target(setting.part, id_)
    try:
        inside = None if part is None else _read(part.blob, setting.package.chunk_types.get(id_, ""), setting)
    except UnreadableFile:
        inside = None
    if inside is None:
        setting.record.trouble("part not read", _UNREAD)
        return ()
    for problem in inside.problems:
        setting.record.problems[problem] = None
    return tuple(_paragraphs(inside, setting, standing))


def _read(data: bytes, kind: str, setting: Setting) -> Document | None:
    if kind in _ARCHIVED:
        data, kind = _page_of(data)
    if kind in _WEB:
        return read_web(data, name="", budget=setting.budget)
    return read_plain(data, name="", budget=setting.budget) if kind == "text/plain" else None


def _page_of(archive: bytes) -> tuple[bytes, str]:
    """The web page in a web archive, and its kind."""
    message = message_from_bytes(archive, policy=policy.default)
    page = message.get_body(("html", "plain")) if isinstance(message, EmailMessage) else None
    if page is None:
        return b"", ""
    payload = page.get_payload(decode=True)
    return (payload if isinstance(payload, bytes) else b""), page.get_content_type()


def _paragraphs(inside: Document, setting: Setting, standing: Standing) -> Iterator[Paragraph]:
    for block in inside.blocks:
        at = setting.record.add(block.span.of(inside.text))
        setting.record.add("\n")
        yield _paragraph(Words(block.span.of(inside.text), at, standing), block, standing)


def _paragraph(words: Words, block: Block, standing: Standing) -> Paragraph:
    """The block as a paragraph; an item keeps its depth by belonging to a list that no number is printed for."""
    numbered = Numbered("", block.level or 0) if block.kind == "item" else None
    return Paragraph((words,), block.level if block.kind == "heading" else None, numbered, numbered, mark=standing)
