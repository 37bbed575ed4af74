"""Reads .doc, .odt and .rtf files by way of LibreOffice, where it is installed: it saves them as .docx, and that is read."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from contract_registry.core.document import Document
from contract_registry.errors import CorruptFile, EncryptedFile, TooLarge, UnsupportedFormat
from contract_registry.reading.archive import SIGNATURE, Archive
from contract_registry.reading.blocks import reader_name
from contract_registry.reading.compound import is_old_word, refuse_compound, refuse_locked
from contract_registry.reading.libreoffice import convert, program
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.linked_objects import without_linked_objects
from contract_registry.reading.rooms import room_for
from contract_registry.reading.word.read import read_word

_RICH_TEXT = b"{\\rtf"
_OPEN_DOCUMENT = re.compile(rb"application/vnd\.oasis\.opendocument\.text(?:-template)?")


@dataclass(frozen=True, slots=True)
class Kind:
    """A format that LibreOffice reads for us: how people call it, its media type, and the ending of its files."""

    name: str
    media_type: str
    ending: str


_OLD_WORD = Kind("a Word file of the old kind (.doc)", "application/msword", "doc")
_RTF = Kind("a rich text file (.rtf)", "application/rtf", "rtf")
_ODT = Kind("an OpenDocument text (.odt)", "application/vnd.oasis.opendocument.text", "odt")


def read_office(data: bytes, *, name: str, budget: Budget) -> Document:
    """The text of a .doc, .odt or .rtf file as a Document; UnsupportedFormat, with what to save it as, where LibreOffice is not installed."""
    kind = _kind(data, budget.limits)
    soffice = program()
    if soffice is None:
        remedy = "Open it in the program that made it, save it as .docx or PDF, and try again."
        raise UnsupportedFormat(f"This is {kind.name}, which only LibreOffice can read here, and it is not installed.", remedy)
    with room_for(len(data)) as folder:
        shown = without_linked_objects(data, Archive(data, budget.limits)) if kind is _ODT else data
        saved = convert(soffice, Path(folder), f"contract.{kind.ending}", shown, budget)
    return _as_itself(_read_saved(saved, name, budget), data, kind)


def _kind(data: bytes, limits: Limits) -> Kind:
    """What `data` is; EncryptedFile where it is locked, TooLarge where it would expand too far, UnsupportedFormat for anything else."""
    if is_old_word(data):
        refuse_locked(data)
        return _OLD_WORD
    refuse_compound(data)
    if data.startswith(_RICH_TEXT):
        return _RTF
    if data.startswith(SIGNATURE):
        archive = Archive(data, limits)
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise EncryptedFile(next_step="Open it with its password, save a copy without one, and try again.")
        if _OPEN_DOCUMENT.match(archive.read("mimetype")):
            return _ODT
    raise UnsupportedFormat


def _read_saved(saved: bytes, name: str, budget: Budget) -> Document:
    if len(saved) > budget.limits.file_bytes:
        raise TooLarge
    if not saved:
        raise CorruptFile
    return read_word(saved, name=name, budget=budget)


def _as_itself(document: Document, data: bytes, kind: Kind) -> Document:
    """`document` under the hash, size and type of the file it was made from."""
    return replace(
        document,
        media_type=kind.media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        reader=f"{reader_name('LibreOffice file')} by way of {document.reader}",
    )
