"""What two people of an organisation decided about engagers, as it stands now."""

from __future__ import annotations

from datetime import datetime

from contract_registry.core.disclosure.engagers.decision import Decision, decided
from contract_registry.storage.engager_desk import confirmations_of, proposals_of
from contract_registry.storage.store import Reading


def decisions_of(reading: Reading, organisation: str, now: datetime) -> tuple[Decision, ...]:
    """The decisions that stand, in the order in which they were confirmed; none of nobody's organisation."""
    every = proposals_of(reading.connection, organisation) if organisation else []
    return tuple(decided(every, confirmations_of(reading.connection, every), now))
