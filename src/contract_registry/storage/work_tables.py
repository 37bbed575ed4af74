"""The tables of the work on contracts that goes on while nobody waits."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Integer, Table, Text, Uuid

from contract_registry.storage.tables import metadata

scan_progress = Table(
    "scan_progress",
    metadata,
    Column("contract_id", Uuid(as_uuid=False), ForeignKey("contracts.id", ondelete="CASCADE"), primary_key=True),
    Column("stage", Text, nullable=False),
    Column("pages_read", Integer, nullable=False),
    Column("pages_known", Integer, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)
"""How far the scan of a contract is while it goes on."""
