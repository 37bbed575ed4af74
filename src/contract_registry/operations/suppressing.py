"""Officers suppress a wording in their organisation for a while, see what is suppressed there, and lift it; a member's own report knows nothing of it."""

from __future__ import annotations

from datetime import date

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.people import Asker
from contract_registry.core.records.reviewing.suppression import Sifted, Suppression, checked_suppression, sifted
from contract_registry.errors import NotFound, WrongUsage
from contract_registry.operations.records import Recorder
from contract_registry.operations.reviewed import QUEUED, passages_in
from contract_registry.operations.service import Service
from contract_registry.storage.people.trail import note
from contract_registry.storage.suppressions import forget_suppression, keep_suppression, suppressions_of

__all__ = ["Suppression"]


def suppress(service: Service, asker: Asker, contract: str, finding: str, reason: str, until: date) -> Suppression:
    """The suppression of a finding's wording, wherever it stands, as it is kept for the asker's organisation: in place of one of the same wording.

    WrongUsage where it makes no sense; NotFound where the scan has no such finding, or the contract is not open to the asker.
    """
    organisation = _organisation(asker)
    with service.store.writing() as writing:
        owner = Recorder(asker.person, of_granted=True).owner_of(service, writing, contract)
        passages = passages_in(writing.shelf(owner).scan(contract), QUEUED)
        passage = next((each for each in passages if each.id == finding), None)
        if passage is None:
            raise NotFound("The scan of this contract has no such finding.")
        since, id_ = writing.now.date(), writing.store.new_id()
        made = checked_suppression(Suppression(passage.letters, passage.type, reason, asker.person, since, until, id_))
        made = keep_suppression(writing.shelf(organisation), made)
        note(writing.connection, writing.now, asker.person, Did.SUPPRESSED, contract=contract, suppression=made.id)
    return made


def suppressions_in(service: Service, asker: Asker) -> list[Suppression]:
    """What the asker's organisation suppresses today; what ends first comes first."""
    if not asker.organisation:
        return []
    with service.store.reading() as reading:
        return suppressions_of(reading.shelf(asker.organisation), service.store.clock().date())


def lift(service: Service, asker: Asker, suppression: str) -> None:
    """Tell again what was suppressed; NotFound where the asker's organisation has no such suppression."""
    with service.store.writing() as writing:
        if not forget_suppression(writing.shelf(_organisation(asker)), suppression):
            raise NotFound("There is no such suppression. It was lifted, or has ended.")
        note(writing.connection, writing.now, asker.person, Did.SUPPRESSION_LIFTED, suppression=suppression)


def sifted_for(service: Service, asker: Asker, scan: str | None) -> Sifted:
    """What of a scan is told in the asker's organisation today, and what is suppressed there, with why and until when."""
    return sifted(passages_in(scan, QUEUED), suppressions_in(service, asker), service.store.clock().date())


def _organisation(asker: Asker) -> str:
    if not asker.organisation:
        raise WrongUsage("A wording is suppressed in an organisation. Have an administrator add you to yours.")
    return asker.organisation
