"""Keep beside a clause the wording that was agreed instead.

The planner keeps no samples of it, as of no words, so that nothing is left of them once they are taken back.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "keep_counters"
down_revision = "tell_in_numbers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("registry_clauses", sa.Column("counter", sa.Text(), nullable=False, server_default=""))
    op.alter_column("registry_clauses", "counter", server_default=None)
    op.execute("ALTER TABLE registry_clauses ALTER COLUMN counter SET STATISTICS 0")


def downgrade() -> None:
    op.drop_column("registry_clauses", "counter")
