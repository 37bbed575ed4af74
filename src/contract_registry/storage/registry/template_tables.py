"""The tables of public terms: which contract is whose edition of which day, and what became of each template over its editions."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, Uuid
from sqlalchemy.dialects.postgresql import JSONB

from contract_registry.storage.tables import metadata

public_editions = Table(
    "public_editions",
    metadata,
    Column("owner_id", Uuid(as_uuid=False), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("file", Text, nullable=False),
    Column("contract_id", Uuid(as_uuid=False), ForeignKey("contracts.id", ondelete="CASCADE"), nullable=False),
    Index(None, "contract_id"),
)
"""Terms that came back in the same bytes are one contract, and stand under both days."""

registry_templates = Table(
    "registry_templates",
    metadata,
    Column("owner_id", Uuid(as_uuid=False), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("id", Uuid(as_uuid=False), nullable=False),
    Column("engager_id", Uuid(as_uuid=False)),
    Column("contracts", Integer, nullable=False),
    Column("editions", Integer, nullable=False),
    Column("says", Text, nullable=False),
    Column("form", JSONB, nullable=False),
    Column("page", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    UniqueConstraint("id"),
    Index(None, "engager_id"),
)
"""Computed from the vault: shown as long as all the `contracts` it is made of stand for everybody, and made anew when they do not."""
