"""Create retention.

When contracts are deleted by themselves, where somebody set a day.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "create_retention"
down_revision = "create_records"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "retention",
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("delete_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("contract_id", name="pk_retention"),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name="fk_retention_contract_id", ondelete="CASCADE"),
    )
    op.create_index("ix_retention_delete_at", "retention", ["delete_at"])


def downgrade() -> None:
    op.drop_table("retention")
