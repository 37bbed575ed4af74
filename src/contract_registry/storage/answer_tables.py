"""The table of what was answered to requests that may be sent again."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, DateTime, Index, LargeBinary, Table, Uuid

from contract_registry.storage.tables import metadata

idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("owner_id", Uuid(as_uuid=False), primary_key=True),
    Column("key_sha256", LargeBinary, primary_key=True),
    Column("request", LargeBinary, nullable=False),
    Column("contract_id", Uuid(as_uuid=False), nullable=False),
    Column("is_new", Boolean, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Index(None, "at"),
)
"""`request` tells the same request of the same owner again. No foreign key: what was deleted since is not made anew by a late repetition."""
