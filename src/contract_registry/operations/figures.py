"""What whoever runs the service wants to watch: how much is kept, how much is still to be done, and what memory visitors take."""

from __future__ import annotations

from dataclasses import dataclass

from contract_registry.errors import NoDatabase
from contract_registry.operations.service import Service
from contract_registry.storage.counting import Counted, counted


@dataclass(frozen=True, slots=True)
class Figures:
    """`kept` is None where the database does not answer."""

    kept: Counted | None
    visits: int
    visit_bytes: int


def figures_of(service: Service) -> Figures:
    """The figures of now."""
    count, size = service.visits.held()
    try:
        with service.store.reading() as reading:
            return Figures(counted(reading.connection, service.store.clock()), count, size)
    except NoDatabase:
        return Figures(None, count, size)
