"""Mark the officers who saw what names an engager.

The gate tells of an engager only where two officers saw its contracts; the mark tells them apart, and nobody who they are.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "mark_officers"
down_revision = "create_suppressions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("registry_contracts", sa.Column("officer", sa.BigInteger()))


def downgrade() -> None:
    op.drop_column("registry_contracts", "officer")
