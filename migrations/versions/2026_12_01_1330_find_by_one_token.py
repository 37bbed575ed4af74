"""Find by one token.

What a circle finds when it searches is one list in the index, in place of three that meet in each search; who shared something before is found in an index, too.
"""

from __future__ import annotations

from alembic import op

revision = "find_by_one_token"
down_revision = "create_desk"
branch_labels = None
depends_on = None

_FOUND = "array_to_tsvector(ARRAY['found:' || circle_id])"
_SHOWN = "CAST($$'for:search' & 'is:shown'$$ AS tsquery)"


def upgrade() -> None:
    op.execute(f"UPDATE registry_clauses SET words = words || {_FOUND} WHERE words @@ {_SHOWN}")  # noqa: S608  no word of anybody's
    op.create_index(
        "ix_registry_contracts_circle_id_contributor_shared_at", "registry_contracts", ["circle_id", "contributor", "shared_at"]
    )


def downgrade() -> None:
    op.drop_index("ix_registry_contracts_circle_id_contributor_shared_at", "registry_contracts")
    op.execute("UPDATE registry_clauses SET words = ts_delete(words, 'found:' || circle_id)")
