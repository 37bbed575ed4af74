"""The tables. Whatever a contract says, its name and its scan included, stands in them sealed; every key begins with the contract.

The rows of `contract_keys` point at contracts without a foreign key: they outlive a restored backup, which knows nothing of what was deleted since.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint, Uuid

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _id() -> Uuid[str]:
    return Uuid(as_uuid=False)


master_keys = Table(
    "master_keys",
    metadata,
    Column("id", Text, primary_key=True),
    Column("since", DateTime(timezone=True), nullable=False),
)
"""Which master key this database is sealed with, by a mark that tells nothing of the key. No key can be wrapped by one that was given up."""

owner_keys = Table(
    "owner_keys",
    metadata,
    Column("owner_id", _id(), primary_key=True),
    Column("master_id", Text, ForeignKey("master_keys.id"), nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)

contract_keys = Table(
    "contract_keys",
    metadata,
    Column("contract_id", _id(), primary_key=True),
    Column("master_id", Text, ForeignKey("master_keys.id"), nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
)

contracts = Table(
    "contracts",
    metadata,
    Column("id", _id(), primary_key=True),
    Column("owner_id", _id(), nullable=False),
    Column("received_at", DateTime(timezone=True), nullable=False),
    Column("state", Text, nullable=False),
    Column("mark", LargeBinary, nullable=False),
    Column("said", LargeBinary, nullable=False),
    UniqueConstraint("owner_id", "mark"),
    Index(None, "owner_id", "received_at", "id"),
)
"""`mark` tells the same files of the same owner again, and nothing to anybody without that owner's key; `said` is what was said of the case."""

contract_files = Table(
    "contract_files",
    metadata,
    Column("contract_id", _id(), ForeignKey("contracts.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", LargeBinary, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("blob", Text, nullable=False),
)

contract_scans = Table(
    "contract_scans",
    metadata,
    Column("contract_id", _id(), ForeignKey("contracts.id", ondelete="CASCADE"), primary_key=True),
    Column("scanned_at", DateTime(timezone=True), nullable=False),
    Column("scan", LargeBinary, nullable=False),
    Column("rulebook", Text),
    Column("asked_rulebook", Text),
    Index(None, "rulebook"),
)
"""The last scan as its JSON, or the error that stands in its place; by which rulebook, and by which one it was last asked to be made anew."""
