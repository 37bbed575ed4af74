"""Reads a file of any kind in this process: finds out what it is and hands it to the reader for that."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from contract_registry.core.document import Document
from contract_registry.errors import (
    CorruptFile,
    EmptyFile,
    EncryptedFile,
    NotText,
    TooLarge,
    TooMuchMemory,
    UnreadableFile,
    UnsupportedFormat,
)
from contract_registry.reading import sniff
from contract_registry.reading.limits import Budget, Limits
from contract_registry.reading.sources import Source
from contract_registry.reading.together import together_where_read

READERS = (
    "contract_registry.reading.pdf",
    "contract_registry.reading.word.read",
    "contract_registry.reading.web",
    "contract_registry.reading.markdown",
    "contract_registry.reading.mail",
    "contract_registry.reading.bundle",
    "contract_registry.reading.pictures",
)
"""The modules with the readers, each loaded only when a file needs it."""

_DEEPEST = 4
_SAVE_AS = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("an Excel workbook", "Open it in Excel and save it as PDF."),
    "application/vnd.ms-excel": ("an Excel workbook", "Open it in Excel and save it as PDF."),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": (
        "a PowerPoint file",
        "Open it in PowerPoint and save it as PDF.",
    ),
    "application/vnd.ms-powerpoint": ("a PowerPoint file", "Open it in PowerPoint and save it as PDF."),
    "application/vnd.ms-outlook": (
        "a message saved by Outlook",
        "Save it from Outlook as .eml or .mht, or print it to PDF; save attachments as files.",
    ),
    "application/vnd.apple.pages": ("a Pages document", "Open it in Pages and export it as PDF or Word."),
    "application/epub+zip": ("an e-book", "Convert it to PDF, or copy out the pages that hold the terms."),
    "application/postscript": ("a PostScript file", "Convert it to PDF."),
    "application/gzip": ("a packed file", "Unpack it and give the contract itself."),
    "application/x-7z-compressed": ("a packed file", "Unpack it and give the contract itself."),
    "application/vnd.rar": ("a packed file", "Unpack it and give the contract itself."),
    "image/jp2": ("a JPEG 2000 image", "Save it as PNG or JPEG."),
    "image/vnd.djvu": ("a DjVu scan", "Convert it to PDF."),
    sniff.XML: ("an XML file and not a page to be read", "Open it in the program that made it and save it as PDF."),
    "application/x-ole-storage": ("a file of an old Windows program", "Open it in the program that made it and save it as PDF."),
}


def read(data: bytes, *, name: str, password: str | None = None, budget: Budget | None = None) -> Document:
    """The Document in `data`, whatever its format and whatever `name` claims; UnreadableFile, with what to do next, when there is none.

    Untrusted files are better read through `Reader`, which does the same in a child process with limits.
    """
    return _Reading(password, budget or Budget(Limits())).read(data, name)


def read_together(sources: Sequence[Source], *, name: str = "", password: str | None = None, limits: Limits | None = None) -> Document:
    """Several files (photographs of pages, a contract and its schedules) as one Document, in the order given.

    A file that could not be read is a problem of the whole; only if none could, the first one's error is raised.
    """
    limits = limits or Limits()

    def outcome(source: Source) -> Document | UnreadableFile:
        try:
            return read(source.data, name=source.name, password=password, budget=Budget(limits))
        except UnreadableFile as error:
            return error

    whole = together_where_read([(source.name, outcome(source)) for source in sources], name=name)
    limits.check_characters(len(whole.text))
    return whole


class _Reading:
    """The reading of one file and of the files inside it, under one budget."""

    def __init__(self, password: str | None, budget: Budget) -> None:
        self._password, self._budget = password, budget
        self._depth = 0

    def read(self, data: bytes, name: str) -> Document:
        limit = self._budget.limits.file_bytes
        if len(data) > limit:
            raise TooLarge(f"This file has {len(data):,} bytes; the limit is {limit:,}.")
        if not data.strip(b"\0 \t\r\n\f\v\xef\xbb\xbf"):
            raise EmptyFile
        try:
            document = self._dispatch(data, name, sniff.sniff(data, name))
        except (UnreadableFile, ImportError):
            raise
        except MemoryError as error:
            raise TooMuchMemory from error
        except Exception as error:  # whatever a damaged file makes a reader stumble over
            raise CorruptFile from error
        self._budget.limits.check_characters(len(document.text))
        return document

    def _dispatch(self, data: bytes, name: str, kind: str) -> Document:
        if kind == sniff.PLAIN:
            return self._by("plain", "read_plain", data, name)
        if kind == sniff.PDF:
            return self._by("pdf", "read_pdf", data, name, password=self._password)
        if kind == sniff.WORD:
            return self._by("word.read", "read_word", data, name)
        if kind == sniff.HTML:
            return self._by("web", "read_web", data, name)
        if kind == sniff.MARKDOWN:
            return self._by("markdown", "read_markdown", data, name)
        if kind == sniff.MAIL:
            return self._by("mail", "read_mail", data, name, read_inside=self._inside)
        if kind == sniff.ARCHIVE:
            return self._by("bundle", "read_bundle", data, name, read_inside=self._inside)
        if kind in sniff.IMAGES:
            return self._by("pictures", "read_image", data, name)
        if kind in sniff.OFFICE:
            return self._by("office", "read_office", data, name)
        raise _refusal(kind)

    def _by(self, module: str, reader: str, data: bytes, name: str, **more: object) -> Document:
        read_it = getattr(import_module(f"contract_registry.reading.{module}"), reader)
        document: Document = read_it(data, name=name, budget=self._budget, **more)
        return document

    def _inside(self, data: bytes, name: str) -> Document:
        """A file inside this one; files inside files inside files end somewhere."""
        if self._depth >= _DEEPEST:
            raise UnsupportedFormat("It is packed inside too many other files.", "Take it out and give it as a file of its own.")
        self._depth += 1
        try:
            return self.read(data, name)
        finally:
            self._depth -= 1


def _refusal(kind: str) -> UnreadableFile:
    if kind == sniff.LOCKED_OFFICE:
        return EncryptedFile(next_step="Open it in Word, take the password off, save it, and try again.")
    if kind in _SAVE_AS:
        what, remedy = _SAVE_AS[kind]
        return UnsupportedFormat(f"This is {what}, which cannot be read here.", remedy)
    return NotText() if kind == sniff.BINARY else UnsupportedFormat(f"This kind of file ({kind}) cannot be read here.")
