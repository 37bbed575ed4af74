"""The engagers that an owner knows: kept with their names, groups and countries, and found by any of their names."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.records.engager import Engager, folded_name
from contract_registry.errors import WrongUsage
from contract_registry.operations.service import Service
from contract_registry.storage.people.trail import note
from contract_registry.storage.store import Writing
from contract_registry.storage.vault.engager_list import engager_called, engager_of, keep_engager, page_of_engagers


def record_engager(service: Service, owner: str, engager: Engager) -> Engager:
    """The engager as it is kept now, a new one with its id.

    NotFound where one with this id is not this owner's, WrongUsage where a name says nothing or means another engager.
    """
    if not all(map(folded_name, engager.every_name)):
        raise WrongUsage("An engager needs a name, and each alias must say something.")
    with service.store.writing() as writing:
        shelf = writing.shelf(owner)
        shelf.be_alone()
        if engager.id:
            engager_of(shelf, engager.id)
        kept = keep_engager(shelf, engager)
        note(writing.connection, writing.now, owner, Did.ENGAGER_RECORDED, engager=kept.id)
        return kept


def engager_known(service: Service, owner: str, engager: str) -> Engager:
    """The engager; NotFound where this owner knows none by this id."""
    with service.store.reading() as reading:
        return engager_of(reading.shelf(owner), engager)


def engagers_of(service: Service, owner: str, most: int, after: tuple[datetime, str] | None) -> list[tuple[datetime, Engager]]:
    """The next engagers with when each was last changed, latest first, after the one changed then with that id."""
    with service.store.reading() as reading:
        return page_of_engagers(reading.shelf(owner), most, after)


def engager_named(service: Service, owner: str, name: str) -> Engager | None:
    """The engager that the name means, however it is spelt; None where it means none."""
    with service.store.reading() as reading:
        return engager_called(reading.shelf(owner), name)


def engager_to_be(writing: Writing, owner: str, name: str, aliases: tuple[str, ...], group: str) -> Engager:
    """The engager of this name in this transaction, made where there is none, with what is new about it added; WrongUsage as above."""
    shelf = writing.shelf(owner)
    shelf.be_alone()
    known = engager_called(shelf, name)
    if known is None:
        return keep_engager(shelf, Engager(name, aliases, group))
    more = replace(known, aliases=tuple(dict.fromkeys((*known.aliases, *aliases))), group=known.group or group)
    return known if more == known else keep_engager(shelf, more)
