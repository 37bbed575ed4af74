"""The tables of the registry: what owners agreed to, and what stands because of it.

Of `consents` the choices are sealed with the contract's key. The other tables hold what the projection says and nothing else; no foreign key leads from them to the
vault, and a backup leaves their rows out. `registry_clauses` is one table in blocks of rows, which `blocks.py` divides as they fill.
"""

from __future__ import annotations

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Column,
    Computed,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
    Uuid,
)
from sqlalchemy import UniqueConstraint as Unique
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR

from contract_registry.storage.registry.told import TOLD, TOLD_TYPES
from contract_registry.storage.tables import metadata


def _id() -> Uuid[str]:
    return Uuid(as_uuid=False)


consents = Table(
    "consents",
    metadata,
    Column("contract_id", _id(), ForeignKey("contracts.id", ondelete="CASCADE"), primary_key=True),
    Column("id", _id(), primary_key=True),
    Column("owner_id", _id(), nullable=False),
    Column("level", Integer, nullable=False),
    Column("purposes", Integer, nullable=False),
    Column("wording", Text, nullable=False),
    Column("given_at", DateTime(timezone=True), nullable=False),
    Column("withdrawn_at", DateTime(timezone=True)),
    Column("choices", LargeBinary, nullable=False),
)
"""`purposes` has a bit for each, in the order of the ladder; `choices` is the redaction as its owner confirmed it, and what was said of the contract."""

consent_circles = Table(
    "consent_circles",
    metadata,
    Column("contract_id", _id(), primary_key=True),
    Column("consent_id", _id(), primary_key=True),
    Column("organisation", Text, primary_key=True),
    Column("branch", Text, primary_key=True),
    ForeignKeyConstraint(["contract_id", "consent_id"], ["consents.contract_id", "consents.id"], ondelete="CASCADE"),
)
"""With whom: an organisation, a branch of one, nobody (for statistics alone), or everybody (terms that are public)."""

consent_marks = Table(
    "consent_marks",
    metadata,
    Column("consent_id", _id(), primary_key=True),
)
"""A row for each consent as long as it stands. It is kept as keys are, apart from backups: a consent that a backup brings back without one was taken back since."""

registry_clauses = Table(
    "registry_clauses",
    metadata,
    Column("row", BigInteger, nullable=False),
    Column("contributor", BigInteger, nullable=False),
    Column("wording_id", BigInteger, nullable=False),
    Column("shared_at", DateTime(timezone=True), nullable=False),
    Column("contract_id", _id(), nullable=False),
    Column("circle_id", _id(), nullable=False),
    Column("place", Integer, nullable=False),
    Column("purposes", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    Column("rule_version", Integer, nullable=False),
    Column("told", LargeBinary, Computed(TOLD, persisted=True), nullable=False),
    Column("told_types", LargeBinary, Computed(TOLD_TYPES, persisted=True), nullable=False),
    Column("engager_id", _id()),
    Column("types", ARRAY(Text), nullable=False),
    Column("family", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("became", Text, nullable=False),
    Column("sector", Text, nullable=False),
    Column("role_family", Text, nullable=False),
    Column("year", Text, nullable=False),
    Column("quarter", Text, nullable=False),
    Column("jurisdiction", Text, nullable=False),
    Column("agreement", Text, nullable=False),
    Column("fee_band", Text, nullable=False),
    Column("paid_within", Text, nullable=False),
    Column("verification", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("review", Text, nullable=False),
    Column("engager", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("counter", Text, nullable=False),
    Column("words", TSVECTOR, nullable=False),
    PrimaryKeyConstraint("contract_id", "circle_id", "place", "row"),
    Index("ix_registry_clauses_words", "words", postgresql_using="gin", postgresql_with={"fastupdate": "off"}),
    Index("ix_registry_clauses_row", "row"),
    Index("ix_registry_clauses_wording_id", "wording_id"),
    postgresql_partition_by="RANGE (row)",
)
"""A clause as one circle may see it; `counter` is the wording that was agreed instead. What its rung does not show, and what is not known, is empty and not hidden.

`row` lies in the month in which it was shared, in no order within it; `contributor` is a mark of the owner, from which nobody learns who; `family`, `severity` and `rule` are
those of the gravest type. `words` holds stems, pairs of words, and everything that is filtered by; `told` and `told_types` say in numbers what figures are told of.
"""

registry_contracts = Table(
    "registry_contracts",
    metadata,
    Column("contract_id", _id(), primary_key=True),
    Column("circle_id", _id(), primary_key=True),
    Column("contributor", BigInteger, nullable=False),
    Column("purposes", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    Column("shared_at", DateTime(timezone=True), nullable=False),
    Column("types", ARRAY(Text), nullable=False),
    Column("facts", JSONB, nullable=False),
    Column("engager", Text, nullable=False),
    Column("engager_id", _id()),
    Column("officer", BigInteger),
    Column("changes_at", DateTime(timezone=True)),
    Index(None, "circle_id", "shared_at"),
    Index(None, "circle_id", "contributor", "shared_at"),
    Index(None, "changes_at"),
)
"""The same by contract, for counting people: who, since when, which types, and the facts by their names (sector, role family, year, quarter, jurisdiction, …).

`officer` is a mark of the officer who saw a contract that names its engager, from which nobody learns who; `changes_at` is when something that was recorded of it is
old enough to be told, so that what stands is to be computed anew.
"""

registry_wordings = Table(
    "registry_wordings",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("scheme", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("sketch", LargeBinary, nullable=False),
    Unique("scheme", "exact"),
)
"""A wording that some clause has; `id` follows from `exact`."""

registry_bands = Table(
    "registry_bands",
    metadata,
    Column("band", Integer, primary_key=True, autoincrement=False),
    Column("wording_id", BigInteger, ForeignKey("registry_wordings.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Index(None, "wording_id"),
)
"""By which bands a wording is found: the wordings near it share one."""

registry_left = Table(
    "registry_left",
    metadata,
    Column("id", BigInteger, Identity(always=True), primary_key=True),
    Column("block", BigInteger, nullable=False),
    Column("transaction", BigInteger, nullable=False),
)
"""From which blocks rows went, by which transaction, as long as these blocks were not written anew since with nobody left who saw it before."""
