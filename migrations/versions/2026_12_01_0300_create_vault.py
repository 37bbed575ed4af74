"""Create the vault.

What an owner keeps: contracts with their sealed files and scans, and the wrapped keys that open them. `contract_keys` has no foreign key, since
its rows outlive a restored backup, which knows nothing of what was deleted since.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "create_vault"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "master_keys",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_master_keys"),
    )
    op.create_table(
        "owner_keys",
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("master_id", sa.Text(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("owner_id", name="pk_owner_keys"),
        sa.ForeignKeyConstraint(["master_id"], ["master_keys.id"], name="fk_owner_keys_master_id"),
    )
    op.create_table(
        "contract_keys",
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("master_id", sa.Text(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("contract_id", name="pk_contract_keys"),
        sa.ForeignKeyConstraint(["master_id"], ["master_keys.id"], name="fk_contract_keys_master_id"),
    )
    op.create_table(
        "contracts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.Column("said", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_contracts"),
        sa.UniqueConstraint("owner_id", "mark", name="uq_contracts_owner_id_mark"),
    )
    op.create_index("ix_contracts_owner_id_received_at_id", "contracts", ["owner_id", "received_at", "id"])
    op.create_table(
        "contract_files",
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("contract_id", "position", name="pk_contract_files"),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name="fk_contract_files_contract_id", ondelete="CASCADE"),
    )
    op.create_table(
        "contract_scans",
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("scanned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("scan", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("contract_id", name="pk_contract_scans"),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name="fk_contract_scans_contract_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    for table in ("contract_scans", "contract_files", "contracts", "contract_keys", "owner_keys", "master_keys"):
        op.drop_table(table)
