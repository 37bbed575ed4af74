"""Create API tokens.

By what a program says for whom it asks. Only hashes are kept, so that whoever reads the table can ask for nobody.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "create_api_tokens"
down_revision = "create_queue"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "api_tokens",
        sa.Column("token_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("token_sha256", name="pk_api_tokens"),
    )
    op.create_index("ix_api_tokens_owner_id", "api_tokens", ["owner_id"])


def downgrade() -> None:
    op.drop_table("api_tokens")
