"""Create records.

What officers record of contracts and of engagers. All of it is sealed; names of engagers are found by marks that only their owner's key makes.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "create_records"
down_revision = "create_editions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contract_records",
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("contract_id", "kind", name="pk_contract_records"),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name="fk_contract_records_contract_id", ondelete="CASCADE"),
    )
    op.create_table(
        "engagers",
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("owner_id", "id", name="pk_engagers"),
    )
    op.create_index("ix_engagers_owner_id_at_id", "engagers", ["owner_id", "at", "id"])
    op.create_table(
        "engager_names",
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("mark", sa.LargeBinary(), nullable=False),
        sa.Column("engager_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("owner_id", "mark", name="pk_engager_names"),
        sa.ForeignKeyConstraint(
            ["owner_id", "engager_id"],
            ["engagers.owner_id", "engagers.id"],
            name="fk_engager_names_owner_id_engager_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_engager_names_owner_id_engager_id", "engager_names", ["owner_id", "engager_id"])


def downgrade() -> None:
    for table in ("engager_names", "engagers", "contract_records"):
        op.drop_table(table)
