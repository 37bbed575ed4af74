"""Tell first.

The columns that a search reads of ten thousand clauses at once stand before all of any length, so that nobody walks over the others to reach them. A table
cannot be put in another order: it is written anew, block by block.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "tell_first"
down_revision = "keep_counters"
branch_labels = None
depends_on = None

_TABLE = "registry_clauses"
_FACTS = ("family", "severity", "rule", "became", "sector", "role_family", "year", "quarter", "jurisdiction", "agreement", "fee_band")
_KNOWN = ("paid_within", "verification", "language", "review")
_TOLD = ("told", "told_types")
_NOW = (
    *("row", "contributor", "wording_id", "shared_at", "contract_id", "circle_id", "place", "purposes", "level", "rule_version"),
    *(*_TOLD, "engager_id", "types", *_FACTS, *_KNOWN, "engager", "text", "counter", "words"),
)
_BEFORE = (
    *("contract_id", "circle_id", "place", "row", "contributor", "purposes", "level", "shared_at", "wording_id", "types", "text"),
    *("engager", "engager_id", "rule_version", *_FACTS, *_KNOWN, "words", *_TOLD, "counter"),
)
_UNREAD = ("text", "counter", "engager", "words", *_TOLD)
_COLUMNS = """
    SELECT attname, format_type(atttypid, atttypmod) || CASE WHEN adbin IS NULL THEN '' ELSE format(' GENERATED ALWAYS AS (%s) STORED', pg_get_expr(adbin, adrelid)) END
        || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
    FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE attrelid = 'registry_clauses'::regclass AND attnum > 0 AND NOT attisdropped
"""
_BLOCKS = """
    SELECT relname, pg_get_expr(relpartbound, oid) FROM pg_inherits JOIN pg_class ON oid = inhrelid
    WHERE inhparent = 'registry_clauses'::regclass ORDER BY 1
"""


def upgrade() -> None:
    _write_anew(_NOW)


def downgrade() -> None:
    _write_anew(_BEFORE)


def _write_anew(order: tuple[str, ...]) -> None:
    """The same table with its columns in this order."""
    columns = dict(op.get_bind().execute(sa.text(_COLUMNS)).all())
    blocks = op.get_bind().execute(sa.text(_BLOCKS)).all()
    written = ", ".join(name for name in order if name not in _TOLD)
    op.execute(f"CREATE TABLE {_TABLE}_anew ({', '.join(f'{name} {columns[name]}' for name in order)}) PARTITION BY RANGE (row)")
    for name in _UNREAD:
        op.execute(f"ALTER TABLE {_TABLE}_anew ALTER COLUMN {name} SET STATISTICS 0")
    for name, bounds in blocks:
        op.execute(f"CREATE TABLE {name}_anew PARTITION OF {_TABLE}_anew {bounds}")
        op.execute(f"INSERT INTO {name}_anew ({written}) SELECT {written} FROM {name} ORDER BY circle_id, row")  # noqa: S608
    op.execute(f"DROP TABLE {_TABLE}")
    for name in (_TABLE, *(name for name, _ in blocks)):
        op.execute(f"ALTER TABLE {name}_anew RENAME TO {name}")
        if name != _TABLE:
            for column in _UNREAD:
                op.execute(f"ALTER TABLE {name} ALTER COLUMN {column} SET STATISTICS 0")
    op.create_primary_key("pk_registry_clauses", _TABLE, ["contract_id", "circle_id", "place", "row"])
    op.create_index("ix_registry_clauses_words", _TABLE, ["words"], postgresql_using="gin", postgresql_with={"fastupdate": "off"})
    for name in ("row", "wording_id"):
        op.create_index(f"ix_registry_clauses_{name}", _TABLE, [name])
