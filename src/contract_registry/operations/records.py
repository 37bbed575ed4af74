"""What is recorded of a contract: its particulars, and the consent that came with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.roles import Role
from contract_registry.core.records.consent import Consent
from contract_registry.core.records.particulars import Mistake, Particulars, mistakes_in, particulars_of
from contract_registry.core.records.seen import seen_by
from contract_registry.core.rules.trades import roles, sectors
from contract_registry.errors import WrongUsage
from contract_registry.operations.granting import owner_of_opened
from contract_registry.operations.service import Service
from contract_registry.storage.people.trail import note
from contract_registry.storage.store import Reading, Writing
from contract_registry.storage.vault.consents import project_again
from contract_registry.storage.vault.engager_list import engager_of
from contract_registry.storage.vault.records import Kind, keep_record, record_of


def mistakes_of(service: Service, particulars: Particulars) -> list[Mistake]:
    """What is wrong with them, of sectors and roles too."""
    rulebook = service.system.rulebook()
    return list(mistakes_in(particulars, sectors(rulebook).named, roles(rulebook).named))


@dataclass(frozen=True, slots=True)
class Recorder:
    """Who looks at records or changes them: of contracts of their own, or `of_granted` ones, each while it is open to them."""

    person: str
    of_granted: bool = False

    def owner_of(self, service: Service, transaction: Reading | Writing, contract: str) -> str:
        """Whose the contract is; NotFound where it is not granted to them, or not opened."""
        return owner_of_opened(service.access, transaction, self.person, contract) if self.of_granted else self.person


def record_particulars(service: Service, recorder: Recorder, contract: str, particulars: Particulars) -> Particulars:
    """The particulars as they are kept now; WrongUsage where they make no sense, NotFound where there is no such contract or engager for the recorder."""
    check_record(mistakes_of(service, particulars))
    with service.store.writing() as writing:
        owner = recorder.owner_of(service, writing, contract)
        note_particulars(writing, owner, contract, particulars, engagers_of=recorder.person)
        if recorder.of_granted and recorder.person != owner and _is_officer(service, writing, recorder.person):
            writing.shelf(recorder.person).key_of_this_owner()  # by which officers are told apart without telling who they are
            keep_record(writing.shelf(owner), contract, Kind.SEEN, asdict(seen_by(recorder.person, particulars)))
        note(writing.connection, writing.now, recorder.person, Did.RECORDED, contract=contract, kind=Kind.PARTICULARS.value)
    return particulars


def note_particulars(writing: Writing, owner: str, contract: str, particulars: Particulars, *, engagers_of: str) -> bool:
    """Whether the particulars are others than before; they are kept in this transaction.

    NotFound where the contract is not this owner's, or the engager, if it is another than before, is none of `engagers_of`.
    """
    shelf = writing.shelf(owner)
    before = record_of(shelf, contract, Kind.PARTICULARS) or {}
    if particulars.engager and particulars.engager != before.get("engager"):
        engager_of(writing.shelf(engagers_of), particulars.engager)
    keep_record(shelf, contract, Kind.PARTICULARS, particulars.said)
    project_again(writing.connection, owner, contract)
    return bool(particulars.said != before)


def particulars_in(reading: Reading, owner: str, contract: str) -> Particulars:
    """The particulars in this transaction, empty where none were recorded; NotFound."""
    return particulars_of(record_of(reading.shelf(owner), contract, Kind.PARTICULARS) or {})


def recorded_particulars(service: Service, recorder: Recorder, contract: str) -> Particulars:
    """The particulars, empty where none were recorded; NotFound where there is no such contract for whoever asks."""
    with service.store.reading() as reading:
        return particulars_in(reading, recorder.owner_of(service, reading, contract), contract)


def note_consent(writing: Writing, owner: str, contract: str, consent: Consent) -> bool:
    """Whether the consent is another than before; it is kept in this transaction. NotFound."""
    shelf = writing.shelf(owner)
    before = record_of(shelf, contract, Kind.CONSENT)
    keep_record(shelf, contract, Kind.CONSENT, asdict(consent))
    return bool(asdict(consent) != before)


def consent_in(service: Service, recorder: Recorder, contract: str) -> Consent:
    """The consent that came with the contract, level 0 where none did; NotFound."""
    with service.store.reading() as reading:
        shelf = reading.shelf(recorder.owner_of(service, reading, contract))
        return Consent(**(record_of(shelf, contract, Kind.CONSENT) or {}))


def _is_officer(service: Service, transaction: Reading | Writing, person: str) -> bool:
    return service.access.register(transaction).person(person).role is Role.OFFICER


def check_record(mistakes: Iterable[Mistake]) -> None:
    """Go on where there is no mistake; WrongUsage, which names each, where there are some."""
    told = [f"{field}: {problem} {remedy}" for field, problem, remedy in mistakes]
    if told:
        raise WrongUsage(" ".join(told))
