"""Create the tables of public terms: which file is whose edition of which day, and what became of each template over its editions.

What became of a template is computed from the vault, like all tables whose names begin with `registry_`, and left out of backups.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "create_public_editions"
down_revision = "create_registry"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "public_editions",
        sa.Column("owner_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("contract_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name="fk_public_editions_contract_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("owner_id", "name", "day", name="pk_public_editions"),
    )
    op.create_index("ix_public_editions_contract_id", "public_editions", ["contract_id"])
    op.create_table(
        "registry_templates",
        sa.Column("owner_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("engager_id", sa.Uuid(as_uuid=False)),
        sa.Column("contracts", sa.Integer(), nullable=False),
        sa.Column("editions", sa.Integer(), nullable=False),
        sa.Column("says", sa.Text(), nullable=False),
        sa.Column("form", postgresql.JSONB(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("owner_id", "name", name="pk_registry_templates"),
        sa.UniqueConstraint("id", name="uq_registry_templates_id"),
    )
    op.create_index("ix_registry_templates_engager_id", "registry_templates", ["engager_id"])


def downgrade() -> None:
    op.drop_table("registry_templates")
    op.drop_table("public_editions")
