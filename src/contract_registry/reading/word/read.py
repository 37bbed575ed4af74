"""Reads a Word file into a Document: its text as if all pending changes were accepted, and what leads back to the text before them."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import docx
from lxml import etree

from contract_registry.core.document import Document, Revision
from contract_registry.core.text import TextMap
from contract_registry.errors import CorruptFile, EmptyFile, NotText
from contract_registry.reading.blocks import reader_name
from contract_registry.reading.compound import refuse_compound
from contract_registry.reading.limits import Budget
from contract_registry.reading.word.gathering import Gathered, gather
from contract_registry.reading.word.package import Package, open_package
from contract_registry.reading.word.pictures import pictures_of
from contract_registry.reading.word.printing import Printed, print_view
from contract_registry.reading.word.remarks import marks, problems
from contract_registry.reading.word.revisions import Reading, revisions


def read_word(data: bytes, *, name: str, budget: Budget) -> Document:
    """The text of a .docx, .docm, .dotx or .dotm file as a Document; raises UnreadableFile.

    Pictures that may be pages are recognised, and follow the text; each that gave no words is a problem. A file of nothing but pictures
    that nobody could read gives a Document without text.
    """
    refuse_compound(data)
    try:
        return _read(data, name, budget)
    except RecursionError as error:
        raise CorruptFile("This file is nested more deeply than any word processor writes.") from error


def _read(data: bytes, name: str, budget: Budget) -> Document:
    package = open_package(data, budget.limits)
    gathered = gather(package, budget)
    accepted = print_view(gathered, "accepted", package.parts.get("settings"))
    found = _document(accepted, package, gathered, data, name, budget)
    found = replace(found, revisions=_revisions(found, gathered, package, budget))
    found = replace(found, marks=marks(found, gathered, accepted))
    found = replace(found, problems=tuple(dict.fromkeys((*package.problems, *gathered.record.problems, *problems(found, gathered)))))
    scanned = list(pictures_of(package))
    if not scanned:
        return _not_empty(found)
    from contract_registry.reading.word.scanned import with_pictures

    return with_pictures(found, scanned, budget)


def _document(printed: Printed, package: Package, gathered: Gathered, data: bytes, name: str, budget: Budget) -> Document:
    """What was printed as a Document, without remarks; with no text at all where nothing was."""
    reader, raw = reader_name("Word file", f"python-docx {docx.__version__}", f"lxml {etree.__version__}"), gathered.record.raw
    if printed.writer.blocks:
        return printed.writer.document(name=name, media_type=package.media_type, data=data, raw=raw, reader=reader, limits=budget.limits)
    digest = hashlib.sha256(data).hexdigest()
    return Document(name, package.media_type, digest, len(data), "", reader, raw=raw, map=TextMap(raw_length=len(raw)))


def _revisions(accepted: Document, gathered: Gathered, package: Package, budget: Budget) -> tuple[Revision, ...]:
    if not gathered.record.changes:
        return ()
    printed = print_view(gathered, "original", package.parts.get("settings"))
    before = _document(printed, package, gathered, b"", "", budget)
    return revisions(Reading(accepted.text, accepted.map), Reading(before.text, before.map), gathered.record.changes)


def _not_empty(found: Document) -> Document:
    """`found`, if it holds words; NotText or EmptyFile, saying why, where it does not."""
    if found.text:
        return found
    if found.revisions:
        raise NotText(
            "Every word of this file is struck out by changes that nobody has accepted yet.",
            "Accept or reject them in Word, and try again.",
        )
    if found.problems:
        raise NotText(found.problems[0].message)
    raise EmptyFile("This file holds no words.")
