"""Takes in dated editions of public terms as contracts that everybody who is signed in may read, so that a new registry has something to show."""

from __future__ import annotations

from collections.abc import Iterator

from contract_registry.core.disclosure.audit import Did
from contract_registry.core.disclosure.consent.consent import Bounds, Consent, checked, standing
from contract_registry.core.disclosure.consent.ladder import PUBLIC, Level, Purpose
from contract_registry.core.disclosure.consent.wordings import NEWEST
from contract_registry.core.records.particulars import Particulars
from contract_registry.errors import EmptyFile, UnreadableFile
from contract_registry.operations.bulk_import import BEHIND, Imported
from contract_registry.operations.drift import EditionsFound, editions_in
from contract_registry.operations.records import note_particulars
from contract_registry.operations.service import Service
from contract_registry.reading.dated_editions import EditionFile
from contract_registry.reading.sources import source_of
from contract_registry.storage.people.trail import note
from contract_registry.storage.registry.templates import PublicEdition, keep_edition
from contract_registry.storage.store import Writing
from contract_registry.storage.vault.consents import Choices, consents_of, keep_consent
from contract_registry.storage.vault.lines import add_edition

__all__ = ["editions_in", "imported_history"]
FOR = frozenset({Purpose.SEARCH, Purpose.EVIDENCE, Purpose.CAMPAIGN, Purpose.RULES})
"""What public terms may be used for. They are counted by themselves and never among what people shared."""
VERIFICATION = "V3"


def imported_history(service: Service, owner: str, found: EditionsFound) -> Iterator[Imported]:
    """What becomes of each edition of one template, each in a transaction of its own; what was taken in before is known again."""
    first = ""
    for each in found.editions:
        name = f"{found.name}/{each.path.name}"
        try:
            data = source_of(str(each.path), service.system.limits).data
            if not data:
                raise EmptyFile
        except UnreadableFile as error:
            yield Imported(name, "", "refused", f"{error.message} {error.next_step}")
            continue
        with service.store.writing() as writing:
            contract, is_new = _take_in(writing, owner, found.name, each, data, first)
        first = first or contract
        yield Imported(name, contract, "new" if is_new else "known")


def _take_in(writing: Writing, owner: str, name: str, file: EditionFile, data: bytes, first: str) -> tuple[str, bool]:
    shelf = writing.shelf(owner)
    contract, is_new = shelf.keep([(f"{name} {file.path.name}", data)])
    keep_edition(writing.connection, owner, name, PublicEdition(file.day, file.path.name, contract.id))
    if first:
        add_edition(shelf, first, contract.id)
    if is_new:
        note_particulars(writing, owner, contract.id, _particulars(name, file.day), engagers_of=owner)
        writing.defer_scan(contract, priority=BEHIND)
        note(writing.connection, writing.now, None, Did.IMPORTED, contract=contract.id, person=owner)
    if not any(PUBLIC in consent.circles for consent in standing([each for each, _ in consents_of(shelf, contract.id)], writing.now)):
        _publish(writing, owner, contract.id)
    return contract.id, is_new


def _particulars(name: str, day: str) -> Particulars:
    return Particulars(engager_named=name, offered_on=day, engagement_type="platform", verification=VERIFICATION)


def _publish(writing: Writing, owner: str, contract: str) -> None:
    """Have everybody see the contract as it is: whatever stands in it is public already."""
    consent = Consent(writing.store.new_id(), contract, owner, Level.ENGAGER, frozenset({PUBLIC}), FOR, NEWEST.version, writing.now)
    keep_consent(writing.shelf(owner), checked(consent, Bounds(is_published=True)), Choices("", is_published=True))
    note(writing.connection, writing.now, owner, Did.SHARED, contract=contract, consent=consent.id, level=str(int(consent.level)))
