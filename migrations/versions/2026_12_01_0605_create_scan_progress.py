"""Create scan progress.

How far the scan of a contract is, told by whichever worker does it to whoever asks, in another process or on another host.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "create_scan_progress"
down_revision = "create_people"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "scan_progress",
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("pages_read", sa.Integer(), nullable=False),
        sa.Column("pages_known", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("contract_id", name="pk_scan_progress"),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name="fk_scan_progress_contract_id", ondelete="CASCADE"),
    )


def downgrade() -> None:
    op.drop_table("scan_progress")
