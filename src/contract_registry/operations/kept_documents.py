"""The documents of kept contracts: as they were read when they were scanned, or read again where that was before documents were kept."""

from __future__ import annotations

import zlib

from contract_registry.core.clauses.segment import segment
from contract_registry.core.document import Document
from contract_registry.errors import NotFound
from contract_registry.operations.given import Given
from contract_registry.operations.read import WasNotRead, WasRead, read_given
from contract_registry.operations.service import Service
from contract_registry.reading import wire
from contract_registry.reading.sources import Source
from contract_registry.storage.store import Reading, Writing
from contract_registry.storage.vault.documents import document_of, keep_document


def given_of(reading: Reading, owner: str, contract: str) -> Given:
    """The files of a kept contract and what was said of the case, as they came; NotFound."""
    shelf = reading.shelf(owner)
    kept = shelf.contract(contract)
    return Given([shelf.file(contract, position) for position in range(len(kept.files))], **shelf.said(contract))


def read_of_kept(service: Service, owner: str, contract: str) -> tuple[WasRead | WasNotRead, Given]:
    """What the contract was read into, with what was given; NotFound where this owner keeps none by this id."""
    with service.store.reading() as reading:
        given = given_of(reading, owner, contract)
        kept = document_of(reading.shelf(owner), contract)
    document = _document_in(kept)
    if document is not None:
        sources = tuple(Source(name, data) for name, data in given.files)
        return WasRead(" + ".join(source.name for source in sources), sources, segment(document)), given
    read = read_given(service.system, given.files, password=given.password or None)
    if isinstance(read, WasRead):
        keep_for_later(service, owner, contract, read)
    return read, given


def keep_read(writing: Writing, owner: str, contract: str, document: Document) -> None:
    """Keep what a contract was read into; NotFound where it is gone."""
    keep_document(writing.shelf(owner), contract, zlib.compress(wire.encode(document)))


def keep_for_later(service: Service, owner: str, contract: str, read: WasRead) -> None:
    """Keep what was read, if the contract is still there."""
    try:
        with service.store.writing() as writing:
            keep_read(writing, owner, contract, read.document)
    except NotFound:
        return


def _document_in(kept: bytes | None) -> Document | None:
    """The document in what was kept; None where there is none, or one of a form that is not known any more."""
    try:
        return None if kept is None else wire.decode(zlib.decompress(kept))
    except wire.NotADocument:
        return None
