"""Create the registry.

What owners agreed to share, and the tables that search reads: clauses in one table of blocks (one block to begin with; the service divides those that fill), the
wordings they have, and the bands by which near ones are found. The columns that hold words are left out of the planner's statistics, which keep samples.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "create_registry"
down_revision = "create_rulebooks"
branch_labels = None
depends_on = None

_FACTS = (
    "family",
    "severity",
    "rule",
    "became",
    "sector",
    "role_family",
    "year",
    "quarter",
    "jurisdiction",
    "agreement",
    "fee_band",
    "paid_within",
    "verification",
    "language",
    "review",
)


def upgrade() -> None:
    op.create_table(
        "consents",
        sa.Column("contract_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("owner_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("purposes", sa.Integer(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True)),
        sa.Column("choices", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name="fk_consents_contract_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("contract_id", "id", name="pk_consents"),
    )
    op.create_table(
        "consent_circles",
        sa.Column("contract_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("consent_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("branch", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contract_id", "consent_id"],
            ["consents.contract_id", "consents.id"],
            name="fk_consent_circles_contract_id_consent_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("contract_id", "consent_id", "organisation", "branch", name="pk_consent_circles"),
    )
    _create_clauses()
    op.create_table(
        "registry_contracts",
        sa.Column("contract_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("circle_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("contributor", sa.BigInteger(), nullable=False),
        sa.Column("purposes", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("types", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("facts", postgresql.JSONB(), nullable=False),
        sa.Column("engager", sa.Text(), nullable=False),
        sa.Column("engager_id", sa.Uuid(as_uuid=False)),
        sa.PrimaryKeyConstraint("contract_id", "circle_id", name="pk_registry_contracts"),
    )
    op.create_index("ix_registry_contracts_circle_id_shared_at", "registry_contracts", ["circle_id", "shared_at"])
    op.create_table(
        "registry_wordings",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("scheme", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("sketch", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_registry_wordings"),
        sa.UniqueConstraint("scheme", "exact", name="uq_registry_wordings_scheme_exact"),
    )
    op.create_table(
        "registry_bands",
        sa.Column("band", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("wording_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["wording_id"], ["registry_wordings.id"], name="fk_registry_bands_wording_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("band", "wording_id", name="pk_registry_bands"),
    )
    op.create_index("ix_registry_bands_wording_id", "registry_bands", ["wording_id"])
    for table, column in (("registry_contracts", "engager"), ("registry_wordings", "exact"), ("registry_wordings", "sketch")):
        op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS 0")
    op.create_table(
        "registry_left",
        sa.Column("block", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("block", name="pk_registry_left"),
    )


def _create_clauses() -> None:
    op.create_table(
        "registry_clauses",
        sa.Column("contract_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("circle_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("row", sa.BigInteger(), nullable=False),
        sa.Column("contributor", sa.BigInteger(), nullable=False),
        sa.Column("purposes", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("shared_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wording_id", sa.BigInteger(), nullable=False),
        sa.Column("types", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("engager", sa.Text(), nullable=False),
        sa.Column("engager_id", sa.Uuid(as_uuid=False)),
        sa.Column("rule_version", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in _FACTS),
        sa.Column("words", postgresql.TSVECTOR(), nullable=False),
        sa.PrimaryKeyConstraint("contract_id", "circle_id", "place", "row", name="pk_registry_clauses"),
        postgresql_partition_by="RANGE (row)",
    )
    op.create_index(
        "ix_registry_clauses_words", "registry_clauses", ["words"], postgresql_using="gin", postgresql_with={"fastupdate": "off"}
    )
    for name in ("row", "wording_id"):
        op.create_index(f"ix_registry_clauses_{name}", "registry_clauses", [name])
    op.execute("CREATE TABLE registry_clauses_0 PARTITION OF registry_clauses FOR VALUES FROM (0) TO (MAXVALUE)")
    for name in ("text", "engager", "words"):
        op.execute(f"ALTER TABLE registry_clauses ALTER COLUMN {name} SET STATISTICS 0")


def downgrade() -> None:
    for table in (
        "registry_left",
        "registry_bands",
        "registry_wordings",
        "registry_contracts",
        "registry_clauses",
        "consent_circles",
        "consents",
    ):
        op.drop_table(table)
