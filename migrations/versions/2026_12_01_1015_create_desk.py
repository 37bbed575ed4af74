"""Create what officers keep: saved searches, decisions on engagers with their confirmations, replies and corrections, reviews and suppressions.

Words of people are sealed: of saved searches with their owner's key, of reviews with the contract's. What is decided on engagers is of the organisation and in the open.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "create_desk"
down_revision = "create_public_editions"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_searches",
        sa.Column("person_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("every", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("told_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stopped_at", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("person_id", "id", name="pk_saved_searches"),
    )
    op.create_index("ix_saved_searches_told_until", "saved_searches", ["told_until"])
    op.create_table(
        "engager_proposals",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("organisation_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("names", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id", name="pk_engager_proposals"),
    )
    op.create_index("ix_engager_proposals_organisation_id", "engager_proposals", ["organisation_id"])
    op.create_table(
        "engager_confirmations",
        sa.Column("proposal_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("by", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["proposal_id"], ["engager_proposals.id"], name="fk_engager_confirmations_proposal_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("proposal_id", "by", name="pk_engager_confirmations"),
    )
    op.create_table(
        "engager_invitations",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("organisation_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("engager", sa.Text(), nullable=False),
        sa.Column("link_sum", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.Column("words", sa.Text()),
        sa.Column("signed", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_engager_invitations"),
        sa.UniqueConstraint("link_sum", name="uq_engager_invitations_link_sum"),
    )
    op.create_index("ix_engager_invitations_organisation_id_engager", "engager_invitations", ["organisation_id", "engager"])
    op.create_table(
        "engager_corrections",
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("organisation_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("engager", sa.Text(), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("now", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_engager_corrections"),
    )
    op.create_index("ix_engager_corrections_organisation_id_engager", "engager_corrections", ["organisation_id", "engager"])
    op.create_table(
        "reviews",
        sa.Column("contract_id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("id", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("by", sa.Uuid(as_uuid=False), nullable=False),
        sa.Column("record", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contract_id"], ["contracts.id"], name="fk_reviews_contract_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("contract_id", "id", name="pk_reviews"),
    )


def downgrade() -> None:
    for table in ("reviews", "engager_corrections", "engager_invitations", "engager_confirmations", "engager_proposals", "saved_searches"):
        op.drop_table(table)
