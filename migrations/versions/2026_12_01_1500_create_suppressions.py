"""Create the suppressions of organisations: which wording is not told for a while, sealed with a key of the organisation, and until when in the open."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "create_suppressions"
down_revision = "find_by_one_token"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "suppressions",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("organisation_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("by", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_suppressions"),
    )
    op.create_index("ix_suppressions_organisation_id_until", "suppressions", ["organisation_id", "until"])


def downgrade() -> None:
    op.drop_table("suppressions")
