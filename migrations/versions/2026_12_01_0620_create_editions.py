"""Create editions.

Which contracts are editions of one, and where the document lies that each was read into, so that comparing and scanning again need not read again. A
contract that was scanned before has no document; it is read again when it is needed, and kept from then on.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "create_editions"
down_revision = "create_idempotency_keys"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contract_documents",
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("blob", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("contract_id", name="pk_contract_documents"),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name="fk_contract_documents_contract_id", ondelete="CASCADE"),
    )
    op.create_table(
        "editions",
        sa.Column("contract_id", sa.Uuid(), nullable=False),
        sa.Column("line_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("contract_id", name="pk_editions"),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name="fk_editions_contract_id", ondelete="CASCADE"),
        sa.UniqueConstraint("line_id", "number", name="uq_editions_line_id_number"),
    )


def downgrade() -> None:
    op.drop_table("editions")
    op.drop_table("contract_documents")
