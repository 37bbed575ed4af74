"""Create the queue.

The tables and functions of procrastinate up to its version 3.4, by the numbered files that it brings: they stay as they are, so that a later version's
files can be run by a later migration. Downgrading takes away the queue with every job in it.

One thing is put otherwise: values that later files add to an enumeration stand in it from the start. PostgreSQL before 17 does not let a transaction
use a value that it added itself, and all migrations are one transaction.
"""

from __future__ import annotations

import re
from importlib.resources import files

import sqlalchemy as sa
from alembic import op

revision = "create_queue"
down_revision = "create_vault"
branch_labels = None
depends_on = None

UP_TO = "03.05"

ADDED = re.compile(r"^ALTER TYPE (procrastinate_\w+) ADD VALUE ('\w+')[^;]*;", re.MULTILINE)

TAKE_AWAY = """
DO $$ DECLARE each record; BEGIN
    FOR each IN SELECT format('DROP TABLE %I CASCADE', tablename) AS drop FROM pg_tables
        WHERE schemaname = current_schema() AND tablename LIKE 'procrastinate\\_%' LOOP EXECUTE each.drop; END LOOP;
    FOR each IN SELECT format('DROP FUNCTION %s CASCADE', oid::regprocedure) AS drop FROM pg_proc
        WHERE pronamespace = current_schema()::regnamespace AND proname LIKE 'procrastinate\\_%' LOOP EXECUTE each.drop; END LOOP;
    FOR each IN SELECT format('DROP TYPE %I CASCADE', typname) AS drop FROM pg_type
        WHERE typnamespace = current_schema()::regnamespace AND typtype IN ('e', 'c') AND typname LIKE 'procrastinate\\_%'
        LOOP EXECUTE each.drop; END LOOP;
END $$
"""


def upgrade() -> None:
    steps = sorted(file for file in files("procrastinate.sql.migrations").iterdir() if file.name.endswith(".sql") and file.name < UP_TO)
    with op.get_bind().connection.cursor() as cursor:
        for text in with_whole_enumerations([step.read_text(encoding="utf-8") for step in steps]):
            cursor.execute(text)


def with_whole_enumerations(texts: list[str]) -> list[str]:
    """The same, with the values that are added to an enumeration in its definition."""
    added = [found for text in texts for found in ADDED.findall(text)]
    whole = [ADDED.sub("", text) for text in texts]
    for name, value in added:
        whole = [text.replace(f"CREATE TYPE {name} AS ENUM (", f"CREATE TYPE {name} AS ENUM (\n    {value},") for text in whole]
    return whole


def downgrade() -> None:
    op.execute(sa.text(TAKE_AWAY))
