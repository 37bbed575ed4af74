"""${message.capitalize()}.

Why, and what makes it safe on a database in use: one purpose a file, changed data apart from changed tables, nothing imported from
contract_registry, whose tables move on while this file stays.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
