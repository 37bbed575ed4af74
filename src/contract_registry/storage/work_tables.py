"""The tables of the work on contracts that goes on while nobody waits."""

from __future__ import annotations

from sqlalchemy import Column, DateTime, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, Uuid
from sqlalchemy.dialects.postgresql import JSONB

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

contract_documents = Table(
    "contract_documents",
    metadata,
    Column("contract_id", Uuid(as_uuid=False), ForeignKey("contracts.id", ondelete="CASCADE"), primary_key=True),
    Column("blob", Text, nullable=False),
)
"""Where the document lies, sealed, that the files of a contract were read into: what is compared or scanned again need not be read again."""

editions = Table(
    "editions",
    metadata,
    Column("contract_id", Uuid(as_uuid=False), ForeignKey("contracts.id", ondelete="CASCADE"), primary_key=True),
    Column("line_id", Uuid(as_uuid=False), nullable=False),
    Column("number", Integer, nullable=False),
    UniqueConstraint("line_id", "number"),
)
"""Which contracts are editions of one, and in which order. A contract without a row has no other edition."""

retention = Table(
    "retention",
    metadata,
    Column("contract_id", Uuid(as_uuid=False), ForeignKey("contracts.id", ondelete="CASCADE"), primary_key=True),
    Column("delete_at", DateTime(timezone=True), nullable=False),
    Index(None, "delete_at"),
)
"""When contracts are deleted by themselves. One without a row is kept until somebody deletes it."""

rulebooks = Table(
    "rulebooks",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("date", Text, nullable=False),
    Column("frame", Text, nullable=False),
    Column("rules", JSONB, nullable=False),
    Column("first_at", DateTime(timezone=True), nullable=False),
)
"""The rulebooks that scanned here, each with the fingerprints of its rules."""

rule_versions = Table(
    "rule_versions",
    metadata,
    Column("rule", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("fingerprint", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("first_at", DateTime(timezone=True), nullable=False),
)
"""Every version of every rule that could speak here, as its file said it."""
