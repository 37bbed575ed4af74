"""What people gave to statistics, a row for each contract, as figures are counted from it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from contract_registry.core.disclosure.consent.ladder import Circle, Purpose
from contract_registry.core.disclosure.gate.contribution import Contribution, Dimension
from contract_registry.core.records.seen import ORIGINAL_SEEN
from contract_registry.storage.registry.circles import id_of_circle
from contract_registry.storage.registry.tables import registry_contracts

_FACTS = {
    "sector": Dimension.SECTOR,
    "role family": Dimension.FIELD,
    "jurisdiction": Dimension.REGION,
    "year": Dimension.YEAR,
    "quarter": Dimension.QUARTER,
    "agreement": Dimension.AGREEMENT,
}


def contributions_in(connection: Connection, circles: Sequence[Circle]) -> list[Contribution]:
    """What was shared with these circles to be counted; a contract that two of them have is counted once, from when the first had it."""
    bit = 1 << list(Purpose).index(Purpose.STATISTICS)
    query = select(registry_contracts).where(
        registry_contracts.c.circle_id.in_([id_of_circle(each) for each in circles]),
        registry_contracts.c.purposes.op("&")(bit) != 0,
    )
    found: dict[str, Contribution] = {}
    for row in connection.execute(query.order_by(registry_contracts.c.shared_at.desc(), registry_contracts.c.circle_id)):
        values = {dimension: frozenset({row.facts[name]}) for name, dimension in _FACTS.items() if row.facts.get(name)}
        values[Dimension.TYPE] = frozenset(row.types)
        if row.engager:
            values[Dimension.ENGAGER] = frozenset({row.engager})
        officer = "" if row.officer is None else str(row.officer)
        is_seen = row.facts.get("verification") in ORIGINAL_SEEN
        found[row.contract_id] = Contribution(str(row.contributor), row.contract_id, row.shared_at, values, officer, has_original=is_seen)
    return list(found.values())
