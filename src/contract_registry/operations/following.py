"""Follows public templates over their editions in the vault, and tells what became of each to whoever asks."""

from __future__ import annotations

from pathlib import Path

from contract_registry.core.scanning.findings import Circumstances
from contract_registry.errors import NotFound
from contract_registry.operations.drift import drift_through
from contract_registry.operations.kept_documents import read_of_kept
from contract_registry.operations.read import WasNotRead
from contract_registry.operations.render_drift import drift_as_form, drift_as_html, drift_in_a_sentence
from contract_registry.operations.scan import WasScanned, scan_read
from contract_registry.operations.service import Service
from contract_registry.reading.dated_editions import EditionFile, EditionsFound
from contract_registry.storage.registry.templates import (
    Followed,
    editions_of,
    follow_alone,
    forget_followed,
    keep_followed,
    template,
    templates,
)

__all__ = ["Followed", "follow_kept", "public_template", "public_templates"]


def follow_kept(service: Service, owner: str, name: str) -> int:
    """Through how many editions a template was followed by the rules of now; of one of which nothing stands any more nothing is told.

    None (0) where an edition came or went meanwhile: what made it come or go has the template followed anew, and may have been faster.
    """
    with service.store.reading() as reading:
        editions = editions_of(reading.connection, owner, name)
    by_contract = {each: _scanned(service, owner, each) for each in dict.fromkeys(each.contract for each in editions)}
    found = EditionsFound(name, tuple(EditionFile(each.day, Path(each.file)) for each in editions))
    drift = drift_through(service.system, found, [by_contract[each.contract] for each in editions]).drift
    followed = None
    if drift is not None:
        form, says, page = drift_as_form(drift, name), drift_in_a_sentence(drift), drift_as_html(drift, name)
        followed = Followed(service.store.new_id(), name, len(drift.editions), says, form, page)
    with service.store.writing() as writing:
        follow_alone(writing.connection, owner, name)
        if editions_of(writing.connection, owner, name) != editions:
            return 0
        if followed is None:
            forget_followed(writing.connection, owner, name)
            return 0
        keep_followed(writing.connection, owner, followed, len(by_contract), writing.now)
    return followed.editions


def _scanned(service: Service, owner: str, contract: str) -> WasScanned | WasNotRead:
    read, _ = read_of_kept(service, owner, contract)
    return read if isinstance(read, WasNotRead) else scan_read(service.system, read, Circumstances())


def public_templates(service: Service) -> list[Followed]:
    """Every public template, by name, with since when it names AI."""
    with service.store.reading() as reading:
        return templates(reading.connection)


def public_template(service: Service, id: str) -> Followed:  # noqa: A002
    """The template; NotFound where there is none of this id, or it is being followed anew."""
    with service.store.reading() as reading:
        found = template(reading.connection, id)
    if found is None:
        raise NotFound
    return found
