"""Note when something else of a contract stands in the registry without anybody doing anything.

What became of a clause is told some time after it was recorded; then what stands is computed anew.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "tell_later"
down_revision = "tell_first"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("registry_contracts", sa.Column("changes_at", sa.DateTime(timezone=True)))
    op.create_index("ix_registry_contracts_changes_at", "registry_contracts", ["changes_at"])


def downgrade() -> None:
    op.drop_column("registry_contracts", "changes_at")
