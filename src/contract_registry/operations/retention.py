"""Until when an owner has a contract kept."""

from __future__ import annotations

from datetime import datetime

from contract_registry.core.disclosure.audit import Did
from contract_registry.operations.service import Service
from contract_registry.storage import retention
from contract_registry.storage.people.trail import note


def kept_until(service: Service, owner: str, contract: str) -> datetime | None:
    """When the contract is deleted by itself; None where nobody said so, NotFound where this owner keeps none by this id."""
    with service.store.reading() as reading:
        reading.shelf(owner).contract(contract)
        return retention.kept_until(reading.connection, contract)


def keep_until(service: Service, owner: str, contract: str, when: datetime | None) -> None:
    """Have the contract deleted then, or kept until somebody deletes it; NotFound where this owner keeps none by this id."""
    with service.store.writing() as writing:
        writing.shelf(owner).contract(contract)
        retention.keep_until(writing.connection, contract, when)
        note(writing.connection, writing.now, owner, Did.DAY_OF_DELETION_SET, contract=contract)
