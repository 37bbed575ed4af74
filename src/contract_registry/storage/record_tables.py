"""The tables of what people record: of contracts, sealed with the contract's key, and of engagers, sealed with their owner's."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, ForeignKeyConstraint, Index, LargeBinary, Table, Text, Uuid

from contract_registry.storage.tables import metadata

contract_records = Table(
    "contract_records",
    metadata,
    Column("contract_id", Uuid(as_uuid=False), ForeignKey("contracts.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("record", LargeBinary, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)
"""The latest record of each kind: particulars, outcomes of clauses, consent, what changes of rules changed."""

engagers = Table(
    "engagers",
    metadata,
    Column("owner_id", Uuid(as_uuid=False), primary_key=True),
    Column("id", Uuid(as_uuid=False), primary_key=True),
    Column("record", LargeBinary, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Index(None, "owner_id", "at", "id"),
)

engager_names = Table(
    "engager_names",
    metadata,
    Column("owner_id", Uuid(as_uuid=False), primary_key=True),
    Column("mark", LargeBinary, primary_key=True),
    Column("engager_id", Uuid(as_uuid=False), nullable=False),
    ForeignKeyConstraint(["owner_id", "engager_id"], ["engagers.owner_id", "engagers.id"], ondelete="CASCADE"),
    Index(None, "owner_id", "engager_id"),
)
"""Which engager a name means, by a mark that only the owner's key makes: a name means one engager."""
