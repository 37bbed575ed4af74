"""Create rulebooks.

Which rulebook each scan was made by, which rules it had, and the text of every rule that could speak: when rules change, only the scans that they touch are made anew, and
an old finding can still show the rule that made it. Scans from before have no rulebook named and are made anew once.

Wrapped keys are taken out of the planner's statistics, which hold samples of columns: a destroyed key must be in no table.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "create_rulebooks"
down_revision = "create_retention"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rulebooks",
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=False),
        sa.Column("frame", sa.Text(), nullable=False),
        sa.Column("rules", postgresql.JSONB(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_rulebooks"),
    )
    op.create_table(
        "rule_versions",
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("rule", "version", "fingerprint", name="pk_rule_versions"),
    )
    op.add_column("contract_scans", sa.Column("rulebook", sa.Text()))
    op.add_column("contract_scans", sa.Column("asked_rulebook", sa.Text()))
    op.create_index("ix_contract_scans_rulebook", "contract_scans", ["rulebook"])
    for table in ("contract_keys", "owner_keys"):
        op.execute(f"ALTER TABLE {table} ALTER COLUMN wrapped TYPE bytea")  # which also drops what is there of statistics
        op.execute(f"ALTER TABLE {table} ALTER COLUMN wrapped SET STATISTICS 0")


def downgrade() -> None:
    for table in ("contract_keys", "owner_keys"):
        op.execute(f"ALTER TABLE {table} ALTER COLUMN wrapped SET STATISTICS -1")
    op.drop_index("ix_contract_scans_rulebook", "contract_scans")
    op.drop_column("contract_scans", "asked_rulebook")
    op.drop_column("contract_scans", "rulebook")
    op.drop_table("rule_versions")
    op.drop_table("rulebooks")
